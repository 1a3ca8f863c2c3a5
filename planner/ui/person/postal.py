"""A postal address in the lines of an envelope, and such lines as an address."""

from __future__ import annotations

from dataclasses import replace

from planner.services.drafts import AddressDraft
from planner.services.exchange.cleaning.countries import country_code
from planner.services.exchange.pasting.places import take_address
from planner.ui.kit.countries import country_name

_REGION_LAST = frozenset({"", "US", "CA", "AU"})
_POSTCODE_LAST = frozenset({"GB", "IE", "NZ", "IN", "ZA", "SG"})


def address_lines(address: AddressDraft, own_country: str) -> list[str]:
    """A postal address in the lines of an envelope; the country only abroad."""
    abroad = country_name(address.country) if address.country not in ("", own_country) else ""
    streets = [line.strip() for line in address.street.splitlines()]
    return [line for line in (*streets, _place(address), abroad) if line]


def _place(address: AddressDraft) -> str:
    """The town with what stands beside it, in the order of its country."""
    if address.country in _REGION_LAST:
        return ", ".join(part for part in (address.city, f"{address.region} {address.postcode}".strip()) if part)
    parts = (address.postcode, address.city)
    return " ".join(part for part in (parts[::-1] if address.country in _POSTCODE_LAST else parts) if part)


def read_address(text: str, before: AddressDraft, own_country: str) -> AddressDraft | None:
    """The address in ``text``; None when there is none.

    A line that still says what it said before keeps its parts; what is not understood stays as it was typed.
    """
    lines = [line.strip(" ,") for line in text.splitlines() if line.strip(" ,")]
    if not lines:
        return None
    country = before.country if before.country in ("", own_country) else ""
    if len(lines) > 1 and (named := _country(lines[-1])):
        country = named
        lines.pop()
    if _place(before) in lines:
        return replace(before, street=_street(lines, _place(before)), country=country)
    found, rest = take_address(lines)
    if found is not None and (found.city or found.postcode):
        street = "\n".join([*rest, *found.street])
        country = country_code(found.country) or country
        return AddressDraft(street, found.city, found.region, found.postcode, country, before.label)
    streets, town = (lines, "") if _is_street(lines) else (lines[:-1], lines[-1])
    return AddressDraft("\n".join(streets), town, "", "", country, before.label)


def _street(lines: list[str], place: str) -> str:
    return "\n".join(line for line in lines if line != place)


def _is_street(lines: list[str]) -> bool:
    """Whether there is nothing but a street, which has a number."""
    return len(lines) == 1 and any(letter.isdigit() for letter in lines[0])


def _country(line: str) -> str:
    """The code of the country a line names; empty for two letters, which may be a state."""
    return country_code(line) if len(line) > 2 else ""
