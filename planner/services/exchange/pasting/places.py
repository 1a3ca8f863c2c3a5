"""Postal addresses in running lines, as they are written in the countries of the people who use this."""

from __future__ import annotations

import re
from collections.abc import Sequence

from planner.services.exchange.cleaning.countries import country_code
from planner.services.exchange.mapping.fields import RawAddress

_STREET_WORDS = (
    r"st|street|ave?|avenue|rd|road|blvd|boulevard|ln|lane|dr|drive|way|ct|court|pl|place|sq|square|terrace|close|hwy|"
    r"highway|parkway|pkwy|crescent|row|loop|trail"
)
_STREET = re.compile(
    rf"(\d+[\w/-]*,?\s+(?:[^\W\d_][\w.'’-]*\s+){{0,5}}(?:{_STREET_WORDS})\b\.?.*"
    r"|(p\.?\s?o\.?\s?box|postfach|bo[iî]te postale|apartado)\s*\d+.*"
    r"|[^\d,]*(stra(ß|ss)e|str\.|weg|platz|allee|gasse|ring|damm|ufer|straat|laan)\s*\d+\s*[a-z]?(,.*)?"
    r"|(\d+\w*,?\s+(bis\s+|ter\s+)?)?(rue|avenue|av\.|boulevard|bd|chemin|impasse|all[ée]e|quai|place|calle|c/|avenida|avda\.?|"
    r"paseo|plaza|via|viale|piazza|rua)\s.+"
    r"|(apt|apartment|suite|ste|unit|floor|building|room)\b\.?\s*#?\w+.*)",
    re.IGNORECASE,
)
_IS_STREET = re.compile(rf"\b({_STREET_WORDS})\b\.?$", re.IGNORECASE)
_BEFORE = r"(?:(?P<street>.*\S),\s*)?"
_COUNTRY = r"(?:,?\s+(?P<country>[^\W\d_][^\d,]{1,40}))?"
_PLACES = (
    re.compile(
        rf"{_BEFORE}(?P<city>[^\W\d_][^\d,]*?),\s*(?P<region>[A-Z]{{2,3}}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)\.?,?\s+"
        rf"(?P<postcode>\d{{5}}(?:-\d{{4}})?|[A-Z]\d[A-Z]\s?\d[A-Z]\d|\d{{4}}){_COUNTRY}"
    ),
    re.compile(
        rf"{_BEFORE}(?P<city>[^\W\d_][^\d,]*?)\s+(?P<region>[A-Z]{{2,3}})\s+"
        rf"(?P<postcode>\d{{5}}(?:-\d{{4}})?|[A-Z]\d[A-Z]\s?\d[A-Z]\d|\d{{4}}){_COUNTRY}"
    ),
    re.compile(
        rf"{_BEFORE}(?P<city>[^\W\d_][^\d,]*?),?\s+(?P<postcode>[A-Z]{{1,2}}\d[A-Z\d]?\s*\d[A-Z]{{2}}){_COUNTRY}"
    ),
    re.compile(
        rf"{_BEFORE}(?:[A-Z]{{1,2}}[- ])?"
        r"(?P<postcode>\d{4}\s?[A-Z]{2}(?=\s)|\d{3}\s\d{2}|\d{2}-\d{3}|\d{4,5})\s+"
        r"(?P<city>[A-ZÀ-Þ][^\d,]{1,40}?)(?:,\s*(?P<country>[^\W\d_][^\d,]{1,40}))?"
    ),
    re.compile(r"〒\s*(?P<postcode>\d{3}-\d{4})\s*(?P<city>)(?P<street>.*)"),
)
_CITY_STATE = re.compile(rf"{_BEFORE}(?P<city>[A-Z][^\d,]*?),\s*(?P<region>[A-Z]{{2}})")
_STATES = frozenset(
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA "
    "RI SC SD TN TX UT VT VA WA WV WI WY DC AB BC MB NB NL NS ON PE QC SK".split()
)
LONGEST = 140
"""Characters of a line that may be an address."""


def take_address(lines: Sequence[str]) -> tuple[RawAddress | None, list[str]]:
    """The first address in ``lines``, and the lines without it."""
    for at, line in enumerate(lines):
        found = place_of(line)
        if found is None:
            continue
        first, after = at, at + 1
        streets: list[str] = []
        while first > 0 and len(streets) < 3 and _belongs(lines[first - 1], is_nearest=not (streets or found.street)):
            first -= 1
            streets.insert(0, lines[first].rstrip(","))
        found.street = streets + found.street
        if not found.country and after < len(lines) and len(lines[after]) > 2 and country_code(lines[after]):
            found.country = lines[after]
            after += 1
        return found, [*lines[:first], *lines[after:]]
    street = next((at for at, line in enumerate(lines) if is_street(line)), None)
    if street is None:
        return None, list(lines)
    return RawAddress(street=[lines[street].rstrip(",")]), [*lines[:street], *lines[street + 1 :]]


def place_of(line: str) -> RawAddress | None:
    """Town, region and postcode of a line, with the street before them."""
    text = line.strip(" ,;")
    if not text or len(text) > LONGEST:
        return None
    for pattern in _PLACES:
        match = pattern.fullmatch(text)
        if match is not None and not _IS_STREET.search(match["city"]) and _is_short(match["city"]):
            return _address(match.groupdict())
    match = _CITY_STATE.fullmatch(text)
    is_place = match is not None and match["region"] in _STATES and _is_short(match["city"])
    return _address(match.groupdict()) if match is not None and is_place else None


def is_street(line: str) -> bool:
    """Whether a line is a street with its number, a box, or a floor."""
    return len(line) <= LONGEST and _STREET.fullmatch(line.strip(" ,")) is not None and line[-1:] not in ".!?"


def _is_short(city: str) -> bool:
    return len(city.split()) <= 4


def _belongs(line: str, *, is_nearest: bool) -> bool:
    """Whether a line above a town is of the same address: the nearest one also by its number alone."""
    has_number = any(each.isdigit() for each in line) and "@" not in line and "://" not in line
    return is_street(line) or (is_nearest and has_number and len(line) < 60 and sum(map(str.isdigit, line)) <= 5)


def _address(parts: dict[str, str | None]) -> RawAddress:
    country = (parts.get("country") or "").strip(" .")
    street = (parts.get("street") or "").strip(" ,")
    address = RawAddress(street=[street] if street else [])
    address.city, address.postcode = (parts["city"] or "").strip(), parts.get("postcode") or ""
    address.region, address.country = parts.get("region") or "", country if country_code(country) else ""
    return address
