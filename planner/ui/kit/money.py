"""Amounts of money: kept in hundredths, shown and typed as in the user's country."""

from __future__ import annotations

import re

from planner.ui.kit import dates

LARGEST = 10_000_000_00
_NUMBER = re.compile(r"(?P<whole>\d+)(?:[.,](?P<rest>\d{1,2}))?")
_FOREIGN = re.compile(r"\d[^\d]*[^\d.,'\u2019\u00a0\u202f ][^\d]*\d|[-\u2212] ?[\d.,]")
"""What no amount has: anything between its digits, such as in "2x100" or "12/5", or a minus before them."""
_GROUPS = re.compile(r"(?<=\d)[.,'\u2019\u00a0\u202f ](?=\d{3}(?!\d))")


def shown(cents: int, country: str) -> str:
    """An amount with the currency of a country: "$84.50"."""
    from babel.numbers import format_currency

    return format_currency(cents / 100, _code(country), locale=dates.locale())


def currency(country: str) -> str:
    """What the money of a country is called where an amount of it is typed: "US dollars"."""
    from babel.numbers import get_currency_name

    return get_currency_name(_code(country), 2, locale=dates.locale())


def _code(country: str) -> str:
    from babel.numbers import get_territory_currencies

    return next(iter(get_territory_currencies(country)), "USD")


def typed(cents: int | None) -> str:
    """An amount as one types it: "84.50"."""
    return "" if cents is None else f"{cents / 100:.2f}"


def understood(text: str) -> int | None:
    """The hundredths of a typed amount such as "$84.5", "1,204" or "84,50"; None where it is none."""
    if _FOREIGN.search(text):
        return None
    bare = _GROUPS.sub("", re.sub(r"[^\d.,'\u2019\u00a0\u202f ]", "", text).strip())
    found = _NUMBER.fullmatch(bare)
    if found is None:
        return None
    cents = int(found["whole"]) * 100 + int((found["rest"] or "0").ljust(2, "0"))
    return cents if cents <= LARGEST else None
