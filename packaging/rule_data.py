"""Write the tables that tell where a phone number may be and which days are holidays, from the libraries that know.

    python packaging/rule_data.py

writes ``area_codes.json``, ``countries.json`` and ``holidays.json`` into ``resources/rules``. The program reads only
these files: the libraries behind them cost tenths of a second to import, and a whole area code is what C5 wants anyway.
"""

from __future__ import annotations

import json
import sys
import zoneinfo
from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from functools import cache
from importlib import resources as package_files
from importlib.metadata import version
from pathlib import Path
from typing import Any

zoneinfo.reset_tzpath(())

RULES = Path(__file__).resolve().parent.parent / "resources" / "rules"

OVERLAYS = (
    ("850", "448"),
    ("270", "364"),
    ("812", "930"),
    ("541", "458"),
    ("418", "581", "367"),
    ("250", "236", "672", "778"),
    ("208", "986"),
    ("423", "729"),
    ("709", "879"),
)
"""Area codes that lie on top of each other; the younger ones inherit every zone of the older (C5)."""

CORRECTED = {
    "867": (
        "America/Whitehorse",
        "America/Inuvik",
        "America/Iqaluit",
        "America/Rankin_Inlet",
        "America/Cambridge_Bay",
        "America/Resolute",
    ),
    "907": ("America/Anchorage", "America/Adak"),
}
"""Where the library's stand-ins for a clock are no longer right since the changes of 2026."""

PREFERRED = (
    "America/New_York",
    "America/Toronto",
    "America/Chicago",
    "America/Winnipeg",
    "America/Denver",
    "America/Phoenix",
    "America/Edmonton",
    "America/Los_Angeles",
    "America/Vancouver",
    "America/Anchorage",
    "America/Halifax",
    "Australia/Sydney",
    "Australia/Brisbane",
    "Australia/Adelaide",
    "America/Sao_Paulo",
    "America/Mexico_City",
    "America/Santiago",
    "America/Argentina/Buenos_Aires",
    "Asia/Jakarta",
    "Asia/Almaty",
    "Europe/Moscow",
    "Europe/London",
    "Europe/Madrid",
    "Europe/Lisbon",
)
"""Of several names for one clock, the one to keep."""

STATES = {
    "Alabama": "US-AL", "Alaska": "US-AK", "Arizona": "US-AZ", "Arkansas": "US-AR", "California": "US-CA",
    "Colorado": "US-CO", "Connecticut": "US-CT", "Delaware": "US-DE", "Florida": "US-FL", "Georgia": "US-GA",
    "Hawaii": "US-HI", "Idaho": "US-ID", "Illinois": "US-IL", "Indiana": "US-IN", "Iowa": "US-IA", "Kansas": "US-KS",
    "Kentucky": "US-KY", "Louisiana": "US-LA", "Maine": "US-ME", "Maryland": "US-MD", "Massachusetts": "US-MA",
    "Michigan": "US-MI", "Minnesota": "US-MN", "Mississippi": "US-MS", "Missouri": "US-MO", "Montana": "US-MT",
    "Nebraska": "US-NE", "Nevada": "US-NV", "New Hampshire": "US-NH", "New Jersey": "US-NJ", "New Mexico": "US-NM",
    "New York": "US-NY", "North Carolina": "US-NC", "North Dakota": "US-ND", "Ohio": "US-OH", "Oklahoma": "US-OK",
    "Oregon": "US-OR", "Pennsylvania": "US-PA", "Rhode Island": "US-RI", "South Carolina": "US-SC",
    "South Dakota": "US-SD", "Tennessee": "US-TN", "Texas": "US-TX", "Utah": "US-UT", "Vermont": "US-VT",
    "Virginia": "US-VA", "Washington State": "US-WA", "Washington D.C.": "US-DC", "West Virginia": "US-WV",
    "Wisconsin": "US-WI", "Wyoming": "US-WY", "Alberta": "CA-AB", "British Columbia": "CA-BC",
    "British Colombia": "CA-BC", "Manitoba": "CA-MB", "New Brunswick": "CA-NB", "Newfoundland and Labrador": "CA-NL",
    "Nova Scotia/Prince Edward Island": "CA-NS", "Northwest Territories/Nunavut/Yukon": "CA-NT", "Ontario": "CA-ON",
    "Quebec": "CA-QC", "Saskatchewan": "CA-SK",
}  # fmt: skip
UNNAMED = {"203": "US-CT", "310": "US-CA", "713": "US-TX", "718": "US-NY", "905": "CA-ON", "787": "PR", "939": "PR"}
UNNAMED |= {"729": "US-TN", "340": "VI", "670": "MP", "671": "GU", "684": "AS"}

MOBILE = ("614", "79", "77", "346", "347", "3519", "642", "569", "628")
"""Numbers that travel with their owner in countries of several clocks: any zone of the country."""

FIRST_YEAR, LAST_YEAR = 2024, 2045
HOLIDAYS = ("US", "US-AL", "US-LA", "US-PA", "US-RI", "US-UT", "CA", "CA-BC", "FR", "DE", "AU", "NZ", "ZA", "GB")


@cache
def _clock(zone: str) -> tuple[timedelta | None, ...]:
    """The offsets of a zone, twice a week over eleven years: two zones that agree keep one clock."""
    info = zoneinfo.ZoneInfo(zone)
    start = datetime(2024, 1, 1, tzinfo=UTC)
    return tuple((start + timedelta(hours=84 * i)).astimezone(info).utcoffset() for i in range(1150))


def _one_name_a_clock(zones: Iterable[str]) -> list[str]:
    """The zones without those that keep the same clock as a better known one."""
    order = {name: place for place, name in enumerate(PREFERRED)}
    kept: dict[tuple[timedelta | None, ...], str] = {}
    for zone in sorted(set(zones), key=lambda name: (order.get(name, len(order)), name)):
        kept.setdefault(_clock(zone), zone)
    return sorted(kept.values())


def _area_codes() -> dict[str, Any]:
    """Every geographic area code of the North American plan: its region, and the zones of the whole code."""
    from phonenumbers import PhoneNumber
    from phonenumbers.geodata import GEOCODE_DATA
    from phonenumbers.phonenumberutil import region_code_for_number
    from phonenumbers.tzdata import TIMEZONE_DATA

    zones: defaultdict[str, set[str]] = defaultdict(set)
    for prefix, names in TIMEZONE_DATA.items():
        if prefix.startswith("1") and len(prefix) >= 4:
            zones[prefix[1:4]].update(names)
    for group in OVERLAYS:
        shared = set().union(*(zones.get(code, set()) for code in group))
        for code in group:
            zones[code] = set(shared)
    zones.update({code: set(names) for code, names in CORRECTED.items()})
    codes = {}
    for code in sorted(zones):
        place = GEOCODE_DATA.get(f"1{code}", {}).get("en", "")
        region = STATES.get(place) or UNNAMED.get(code) or _by_abbreviation(place)
        country = region_code_for_number(PhoneNumber(country_code=1, national_number=int(code + "2345678")))
        codes[code] = {"region": region or country or "", "zones": _one_name_a_clock(zones[code])}
    return codes


def _by_abbreviation(place: str) -> str:
    """``Chicago, IL`` names its state after the comma."""
    state = place.rpartition(", ")[2]
    for country in ("US", "CA"):
        if f"{country}-{state}" in STATES.values():
            return f"{country}-{state}"
    return ""


def _countries() -> dict[str, Any]:
    """Every country: its name, its calling code and its zones."""
    from phonenumbers import COUNTRY_CODE_TO_REGION_CODE

    table = package_files.files("tzdata") / "zoneinfo"
    names = dict(_table(table.joinpath("iso3166.tab").read_text(encoding="utf-8"), 0, 1))
    zones: defaultdict[str, list[str]] = defaultdict(list)
    for code, zone in _table(table.joinpath("zone.tab").read_text(encoding="utf-8"), 0, 2):
        zones[code].append(zone)
    calling = {
        region: str(code)
        for code, regions in COUNTRY_CODE_TO_REGION_CODE.items()
        if code != 1
        for region in regions
        if region in names
    }
    return {
        code: {"name": names[code], "calling": calling.get(code, ""), "zones": _one_name_a_clock(zones[code])}
        for code in sorted(names)
        if zones[code]
    }


def _prefixes(countries: dict[str, Any]) -> dict[str, list[str]]:
    """International prefixes and the zones behind them; a longer one only where it tells more than a shorter one."""
    from phonenumbers.tzdata import TIMEZONE_DATA

    of_calling: defaultdict[str, set[str]] = defaultdict(set)
    for country in countries.values():
        if country["calling"]:
            of_calling[country["calling"]].update(country["zones"])
    known = {calling: _one_name_a_clock(zones) for calling, zones in of_calling.items()}
    for prefix in sorted(TIMEZONE_DATA, key=lambda text: (len(text), text)):
        calling = next((prefix[:n] for n in (1, 2, 3) if prefix[:n] in of_calling), None)
        if calling is None or prefix == calling or prefix.startswith(MOBILE):
            continue
        by_clock = {_clock(zone): zone for zone in known[calling]}
        tells = sorted({by_clock[_clock(name)] for name in TIMEZONE_DATA[prefix] if _clock(name) in by_clock})
        nearest = next(prefix[:n] for n in range(len(prefix) - 1, 0, -1) if prefix[:n] in known)
        if tells and tells != known[nearest]:
            known[prefix] = tells
    known.update({mobile: known[next(mobile[:n] for n in (1, 2, 3) if mobile[:n] in of_calling)] for mobile in MOBILE})
    known["77"] = countries["KZ"]["zones"]
    return dict(sorted(known.items()))


def _table(text: str, key: int, value: int) -> Iterable[tuple[str, str]]:
    for line in text.splitlines():
        if line and not line.startswith("#"):
            fields = line.split("\t")
            yield fields[key], fields[value]


def _holidays() -> dict[str, list[str]]:
    """National holidays of countries, and all holidays of the states whose law asks for them."""
    import holidays

    years = range(FIRST_YEAR, LAST_YEAR + 1)
    days = {}
    for region in HOLIDAYS:
        country, _, state = region.partition("-")
        found: Iterable[date] = holidays.country_holidays(country, subdiv=state or None, years=years)
        days[region] = [day.isoformat() for day in sorted(found)]
    return days


def _write(name: str, source: str, content: dict[str, Any]) -> None:
    head = {"source": source, "status": "measured", "checked_on": datetime.now(UTC).date().isoformat()}
    lines = []
    for key, value in (head | content).items():
        if isinstance(value, dict):
            inner = ",\n".join(f"  {json.dumps(k)}: {json.dumps(v, ensure_ascii=False)}" for k, v in value.items())
            lines.append(f" {json.dumps(key)}: {{\n{inner}\n }}")
        else:
            lines.append(f" {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}")
    RULES.mkdir(parents=True, exist_ok=True)
    (RULES / name).write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    print(f"{name}: {(RULES / name).stat().st_size / 1024:.0f} kB")


def main() -> int:
    """Write all three tables."""
    numbers, clocks = f"phonenumbers {version('phonenumbers')}", f"tzdata {version('tzdata')}"
    countries = _countries()
    _write("area_codes.json", f"{numbers}, {clocks}, overlays of C5", {"codes": _area_codes()})
    _write(
        "countries.json",
        f"{clocks} (zone.tab, iso3166.tab), {numbers}",
        {"countries": countries, "prefixes": _prefixes(countries)},
    )
    _write(
        "holidays.json",
        f"holidays {version('holidays')}",
        {"from_year": FIRST_YEAR, "to_year": LAST_YEAR, "days": _holidays()},
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
