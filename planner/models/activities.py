"""Rows of what was done for the business at large, and of what was done with people in the same days."""

from __future__ import annotations

from typing import Any

from planner.models.book import Book


def between(book: Book, since: str, until: str) -> list[tuple[Any, ...]]:
    """The activities from one day to another, the newest first; what went well is no activity."""
    return book.rows(
        "SELECT id, on_date, kind, what, minutes FROM activity WHERE on_date BETWEEN ? AND ?"
        " AND kind <> 'win' ORDER BY on_date DESC, id DESC",
        (since, until),
    )


def touches_by_me(book: Book, since: str, until: str) -> list[str]:
    """The kinds of everything the user did with people from one day to another."""
    sql = "SELECT kind FROM touch WHERE on_date BETWEEN ? AND ? AND direction = 'me'"
    return [str(kind) for (kind,) in book.rows(sql, (since, until))]


def is_there(book: Book, activity_id: int) -> bool:
    """Whether there is such an activity."""
    return book.row("SELECT 1 FROM activity WHERE id = ?", (activity_id,)) is not None
