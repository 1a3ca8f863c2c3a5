"""Since when the business with each person stands where it stands: one row for each day on which it moved.

Before their first row somebody was new, since the day they were added; no stage says that it is not known.
"""

from __future__ import annotations

from collections.abc import Iterable

from planner.models.book import Book

_NOTE = (
    "INSERT INTO stage_since (person_id, on_date, was, stage) VALUES (?, ?, ?, ?)"
    " ON CONFLICT (person_id, on_date) DO UPDATE SET stage = excluded.stage"
)


def note(book: Book, person_id: int, on: str, was: str, stage: str) -> None:
    """Write down where the business stands from a day on; of several moves in a day the last one counts."""
    book.run(_NOTE, (person_id, on, was, stage))


def note_many(book: Book, rows: Iterable[tuple[int, str, str, str]]) -> None:
    """The same for many: person, day, the stage before and the one since then."""
    book.run_many(_NOTE, rows)
