"""Whether a book is sound, and how much is in it."""

from __future__ import annotations

from dataclasses import dataclass

from planner.domain.errors import PlannerError
from planner.models.book import Book


@dataclass(frozen=True, slots=True)
class Health:
    """What was found in a sound book."""

    version: int
    people: int
    touches: int


def look_through(book: Book) -> Health:
    """Look whether every page of the book can be read and every row belongs to another that is there.

    Raises PlannerError: book_damaged.
    """
    if not book.check() or book.rows("PRAGMA foreign_key_check"):
        raise PlannerError("book_damaged", path=book.path)
    version = int(book.value("PRAGMA user_version"))
    people = int(book.value("SELECT count(*) FROM person WHERE removed_on IS NULL"))
    touches = int(book.value("SELECT count(*) FROM touch"))
    return Health(version, people, touches)
