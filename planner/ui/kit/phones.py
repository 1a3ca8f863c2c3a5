"""Phone numbers as people write them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planner.services.drafts import PhoneDraft


@lru_cache(maxsize=2048)
def shown(number: str, country: str = "US") -> str:
    """A number as one writes it in ``country``: national form at home, international abroad, else as typed."""
    import phonenumbers

    try:
        parsed = phonenumbers.parse(number, country or None)
    except phonenumbers.NumberParseException:
        return number.strip()
    if not phonenumbers.is_possible_number(parsed):
        return number.strip()
    at_home = phonenumbers.country_code_for_region(country) == parsed.country_code
    style = phonenumbers.PhoneNumberFormat.NATIONAL if at_home else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(parsed, style)


def of(phone: PhoneDraft, country: str) -> str:
    """A number of somebody's as one writes it in ``country``, with its extension."""
    return shown(extended(phone.e164, phone.extension) or phone.typed, country)


def extended(e164: str, extension: str) -> str:
    """A number with its extension, so that it is understood as both again; empty without a number."""
    return f"{e164} ext. {extension}" if e164 and extension else e164
