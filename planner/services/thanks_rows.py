"""The row of a thank-you that is owed, written inside a transaction that refreshes the person afterwards."""

from __future__ import annotations

from datetime import date

from planner.domain.consequences import thanks_due
from planner.domain.thanks import ThanksFor
from planner.models import single
from planner.models.book import Book


def owe(book: Book, person_id: int, trigger: ThanksFor, on: date, about: str = "") -> int:
    """A thank-you is owed for what happened on a day; when it is due follows from what it is for (D1)."""
    values = {"trigger_kind": trigger.value, "due_on": thanks_due(trigger, on).isoformat(), "about": about}
    return single.insert(book, "thank_you", {"person_id": person_id, **values})
