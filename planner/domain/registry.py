"""What look-ups in the do-not-call registry have said about the number one would ring (C1, G4)."""

from __future__ import annotations

from datetime import date

from planner.domain.person import Facts, Phone, Registry


def number(facts: Facts) -> Phone | None:
    """The number one would ring."""
    return next(iter(facts.usable_phones), None)


def listed_on(facts: Facts) -> tuple[bool, date | None]:
    """Whether that number is on the list, and when that was seen."""
    phone = number(facts)
    return (phone is not None and phone.registry is Registry.LISTED, phone.registry_on if phone else None)


def clear_on(facts: Facts, today: date) -> date | None:
    """When it was last looked up and was not on the list: alone, or with the whole bought list it came on."""
    phone, batch = number(facts), facts.batch
    days = [
        phone.registry_on if phone is not None and phone.registry is Registry.CLEAR else None,
        batch.registry_checked_on if batch is not None else None,
    ]
    return max((day for day in days if day is not None and day <= today), default=None)
