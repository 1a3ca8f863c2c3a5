"""Countries, states and area codes: what an address or a number says about where somebody is (compliance C5)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from planner.domain.rulebook import table

_ALSO_CALLED = {
    "usa": "US",
    "u.s.": "US",
    "u.s.a.": "US",
    "united states of america": "US",
    "uk": "GB",
    "united kingdom": "GB",
    "great britain": "GB",
    "england": "GB",
    "scotland": "GB",
    "wales": "GB",
    "deutschland": "DE",
    "österreich": "AT",
    "schweiz": "CH",
    "españa": "ES",
    "méxico": "MX",
    "brasil": "BR",
    "italia": "IT",
}
_STATES_KNOWN = ("US", "CA", "AU")


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """A region (``US-FL``, ``DE``) and the zones it keeps; both empty where nothing is known."""

    region: str = ""
    zones: tuple[str, ...] = ()

    @property
    def country(self) -> str:
        """The country of the region, ISO 3166."""
        return self.region[:2]


NOWHERE = Whereabouts()


def all_regions() -> tuple[str, ...]:
    """Every country the tables know, each followed by those of its states that they know, by their names."""
    states = sorted(table("regions")["regions"], key=state_name)
    own = set(table("regions")["territories"])
    countries = [code for code in table("countries")["countries"] if code not in own]
    return tuple(each for code in countries for each in (code, *(state for state in states if state[:2] == code)))


def state_name(region: str) -> str:
    """The name of a state, as its country writes it; empty for a country."""
    known = table("regions")["regions"].get(region)
    return str(known["name"]) if known else ""


@lru_cache(maxsize=1024)
def lineage(region: str) -> tuple[str, ...]:
    """The country and, where it is one of its states or territories, the region itself: ``("US", "US-PR")`` for PR."""
    full = table("regions")["territories"].get(region, region)
    return (full,) if len(full) <= 2 else (full[:2], full)


def country_code(text: str) -> str:
    """ISO code of a country as people write it, empty when it is not one."""
    tidy = text.strip()
    if len(tidy) == 2 and tidy.isalpha():
        return tidy.upper()
    return _ALSO_CALLED.get(tidy.casefold()) or (_countries_by_name().get(tidy.casefold(), "") if tidy else "")


@lru_cache(maxsize=4096)
def of_address(region: str, postcode: str, country: str) -> Whereabouts:
    """Where an address is: state and ZIP settle it where one of them can, else every zone of the state or country."""
    state = _state(region, postcode, country_code(country))
    if state:
        prefix = postcode.strip().upper()[: 1 if state.startswith("CA-") else 3]
        for zone, prefixes in table("regions")["settled_by_postcode"].get(state, {}).items():
            if prefix in prefixes:
                return Whereabouts(state, (zone,))
        return Whereabouts(state, tuple(table("regions")["regions"][state]["zones"]))
    return of_country(country_code(country))


@lru_cache(maxsize=512)
def of_country(code: str) -> Whereabouts:
    """Every zone of a country."""
    known = table("countries")["countries"].get(code) if code else None
    return Whereabouts(code, tuple(known["zones"])) if known else NOWHERE


@lru_cache(maxsize=4096)
def of_number(e164: str) -> Whereabouts:
    """Where a number may be: the whole area code with the codes that lie over it, or the prefix of its country (C5).

    Toll-free and personal numbers are nowhere.
    """
    if e164.startswith("+1"):
        known = table("area_codes")["codes"].get(e164[2:5])
        return Whereabouts(known["region"], tuple(known["zones"])) if known else NOWHERE
    digits = e164.removeprefix("+")
    prefixes = table("countries")["prefixes"]
    zones = next((prefixes[digits[:n]] for n in range(min(9, len(digits)), 0, -1) if digits[:n] in prefixes), None)
    if zones is None:
        return NOWHERE
    countries = [code for n in (1, 2, 3) for code in _countries_by_calling().get(digits[:n], ())]
    return Whereabouts(countries[0] if countries else "", tuple(zones))


def _state(region: str, postcode: str, country: str) -> str:
    """``US-FL`` for a state as people write it, with the country when they wrote none; empty when it is not one."""
    tidy = region.strip().casefold().rstrip(".")
    if not tidy:
        if country in {"", "CA"} and len(postcode.strip()) >= 6 and postcode.strip()[1:2].isdigit():
            return str(table("regions")["canadian_postcodes"].get(postcode.strip()[0].upper(), ""))
        return ""
    for code in (country,) if country else _STATES_KNOWN:
        found = _states_by_name().get((code, tidy))
        if found:
            return found
    return ""


@cache
def _states_by_name() -> dict[tuple[str, str], str]:
    names = {}
    for code, state in table("regions")["regions"].items():
        country, _, short = code.partition("-")
        names[country, short.casefold()] = code
        names[country, state["name"].casefold()] = code
    return names


@cache
def _countries_by_name() -> dict[str, str]:
    return {country["name"].casefold(): code for code, country in table("countries")["countries"].items()}


@cache
def _countries_by_calling() -> dict[str, tuple[str, ...]]:
    """Calling code to countries, the one with the most zones in the table's own order first."""
    found: dict[str, list[str]] = {}
    for code, country in table("countries")["countries"].items():
        if country["calling"]:
            found.setdefault(country["calling"], []).append(code)
    main = {
        "44": "GB",
        "39": "IT",
        "7": "RU",
        "61": "AU",
        "47": "NO",
        "358": "FI",
        "212": "MA",
        "262": "RE",
        "590": "GP",
    }
    return {
        calling: tuple(sorted(codes, key=lambda code: (code != main.get(calling), code)))
        for calling, codes in found.items()
    }
