"""Small books for tests, made in a line: ``book = make_book(tmp_path)``, ``ann = add_person(book, "Ann")``."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from planner.domain.moment import Moment
from planner.models.book import Book
from planner.models.undo import TABLES
from planner.services import standing

NOW = Moment.at(datetime(2026, 11, 23, 9, 0), "America/Chicago")  # noqa: DTZ001 - a wall clock, the zone stands beside it
"""A Monday morning in Chicago, the Monday of Thanksgiving week."""


def at(local: str, zone: str = "America/Chicago") -> Moment:
    """The moment of a wall clock: ``at("2026-12-01T08:45")``."""
    return Moment.at(datetime.fromisoformat(local), zone)


def make_book(folder: Path, name: str = "Test.warmbook") -> Book:
    """An empty book in ``folder``; close it, or let the test's end do so."""
    return Book.open(folder / name)


def add_row(book: Book, table: str, now: Moment = NOW, **values: Any) -> int:
    """A row straight into a table, as one step, with the derived rows of its person; answers its id."""
    with book.step(f"test_{table}", now):
        row_id = book.run(
            f"INSERT INTO {table} ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})", list(values.values())
        )
        person_id = row_id if table == "person" else values.get("person_id")
        if person_id is not None:
            standing.refresh(book, [person_id], now)
    return row_id


def add_person(book: Book, name: str = "Maria Lopez", now: Moment = NOW, **columns: Any) -> int:
    """A person by the columns of their row."""
    given: dict[str, Any] = {"added_on": now.today.isoformat()}
    return add_row(book, "person", now, name=name, **(given | columns))


def add_touch(book: Book, person_id: int, kind: str = "conversation", on: str = "2026-11-20", **columns: Any) -> int:
    """A touch by the columns of its row; ``points`` are six unless told."""
    given: dict[str, Any] = {"kind": kind, "on_date": on, "points": 6, "entered_at": f"{on}T12:00:00Z"}
    return add_row(book, "touch", person_id=person_id, **(given | columns))


def add_promise(book: Book, person_id: int, due_on: str = "2026-11-23", **columns: Any) -> int:
    """A promise by the columns of its row, a callback unless told."""
    given: dict[str, Any] = {"kind": "callback", "due_on": due_on}
    return add_row(book, "promise", person_id=person_id, **(given | columns))


def add_phone(book: Book, person_id: int, typed: str = "(312) 555-0142", e164: str = "+13125550142") -> int:
    """A phone number."""
    return add_row(book, "phone", person_id=person_id, typed=typed, e164=e164)


def dump(book: Book) -> dict[str, list[tuple[Any, ...]]]:
    """Every primary table with all its rows, to compare a book before and after."""
    return {table: book.rows(f"SELECT * FROM {table} ORDER BY 1") for table in TABLES}


def dump_derived(book: Book) -> dict[str, list[tuple[Any, ...]]]:
    """The derived tables with all their rows."""
    return {table: book.rows(f"SELECT * FROM {table} ORDER BY 1, 2, 3, 4") for table in ("standing", "due")}
