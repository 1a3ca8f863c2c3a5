"""Country names of an address to the ISO code that its phone numbers need."""

from __future__ import annotations

from functools import cache

from planner.domain.search import fold

LANGUAGES = ("en", "de", "fr", "es")
"""The languages whose names of countries are understood; what babel knows of them travels with the frozen program."""
_ALIASES = {
    "usa": "US",
    "u.s.a.": "US",
    "u.s.": "US",
    "united states of america": "US",
    "uk": "GB",
    "england": "GB",
    "scotland": "GB",
    "wales": "GB",
    "great britain": "GB",
    "d": "DE",
    "a": "AT",
    "f": "FR",
    "e": "ES",
    "i": "IT",
    "holland": "NL",
    "brd": "DE",
}


def country_code(name: str) -> str:
    """The ISO code of ``name``; empty when it names no country."""
    return _code(fold(name.strip()))


@cache
def _code(folded: str) -> str:
    return _ALIASES.get(folded) or _names().get(folded, "")


@cache
def _names() -> dict[str, str]:
    from babel import Locale

    found: dict[str, str] = {}
    for language in LANGUAGES:
        for code, name in Locale(language).territories.items():
            if len(code) == 2 and code.isalpha():
                found.setdefault(fold(name), code)
                found.setdefault(code.lower(), code)
    return found
