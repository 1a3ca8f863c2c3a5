"""Rows of what two people agreed on: promises, thank-yous owed, permissions and stops."""

from __future__ import annotations

from typing import Any, Final

from planner.models.book import Book

PROMISE: Final = (
    "id", "kind", "due_on", "window", "at_time", "zone", "channel", "reason", "words", "made_on", "status", "closed_on",
)  # fmt: skip
THANK_YOU: Final = ("id", "trigger_kind", "due_on", "about", "done_on")
PERMISSION: Final = (
    "id", "channel", "topics", "basis", "words", "given_on", "place", "expires_on", "revoked_on", "revoked_words",
)  # fmt: skip
STOP: Final = ("id", "channel", "on_date", "words", "asked_by", "meant", "at_time")


def person_of(book: Book, table: str, row_id: int) -> int | None:
    """Whose row it is."""
    found = book.value(f"SELECT person_id FROM {table} WHERE id = ?", (row_id,))
    return None if found is None else int(found)


def promise(book: Book, promise_id: int) -> tuple[Any, ...] | None:
    """One promise."""
    return book.row(f"SELECT {', '.join(PROMISE)} FROM promise WHERE id = ?", (promise_id,))


def promises(book: Book, person_id: int, *statuses: str) -> list[tuple[Any, ...]]:
    """A person's promises of some statuses, soonest first."""
    blanks = ", ".join("?" * len(statuses))
    return book.rows(
        f"SELECT {', '.join(PROMISE)} FROM promise WHERE person_id = ? AND status IN ({blanks})"
        " ORDER BY due_on, at_time, id",
        (person_id, *statuses),
    )


def open_promises_due_by(book: Book, day: str, person_id: int | None = None) -> list[tuple[Any, ...]]:
    """``person_id`` and promise of everything still open that was due on or before ``day``, of one person or of all."""
    whose = "" if person_id is None else " AND person_id = ?"
    return book.rows(
        f"SELECT person_id, {', '.join(PROMISE)} FROM promise WHERE status = 'open' AND due_on <= ?{whose}"
        " ORDER BY due_on, person_id, id",
        (day,) if person_id is None else (day, person_id),
    )


def open_exact_promises(book: Book, since: str, until: str) -> list[tuple[Any, ...]]:
    """``person_id`` and promise of all that is open between two days to the minute, to people on the lists."""
    return book.rows(
        f"SELECT person_id, {', '.join(PROMISE)} FROM promise JOIN standing USING (person_id)"
        " WHERE status = 'open' AND due_on BETWEEN ? AND ? AND window = 'exact' AND standing.is_listed"
        " ORDER BY due_on, at_time, id",
        (since, until),
    )


def open_thank_yous(book: Book, person_id: int) -> list[tuple[Any, ...]]:
    """Thank-yous a person still waits for."""
    return book.rows(
        f"SELECT {', '.join(THANK_YOU)} FROM thank_you WHERE person_id = ? AND done_on IS NULL ORDER BY due_on, id",
        (person_id,),
    )


def permissions(book: Book, person_id: int) -> list[tuple[Any, ...]]:
    """Every yes a person ever gave, revoked ones too."""
    return book.rows(f"SELECT {', '.join(PERMISSION)} FROM permission WHERE person_id = ? ORDER BY id", (person_id,))


def stops(book: Book, person_id: int) -> list[tuple[Any, ...]]:
    """Every stop in force for a person."""
    return book.rows(f"SELECT {', '.join(STOP)} FROM stop_rule WHERE person_id = ? ORDER BY id", (person_id,))
