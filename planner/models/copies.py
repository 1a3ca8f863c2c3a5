"""Whole copies of a book: made through SQLite, because the file alone lacks what the write-ahead log still holds."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from planner.models import header
from planner.models.book import Book
from planner.models.trouble import told_plainly


def copy_book(book: Book, target: Path) -> None:
    """Write the book as it is now into one file at ``target``; others may go on reading and writing meanwhile."""
    _copy(book.connection(), target)


def copy_closed_book(path: Path, target: Path) -> None:
    """Copy a book that nobody has open; what its write-ahead log holds is folded into it on the way.

    Raises PlannerError book_busy when somebody has it open after all.
    """
    with told_plainly(path), closing(sqlite3.connect(path, timeout=1)) as source:
        source.execute("PRAGMA journal_mode = DELETE")  # needs the file for itself
        _copy(source, target)


def is_sound(path: Path) -> bool:
    """Whether the file is a book that passes SQLite's quick check."""
    try:
        with closing(header.read_only(path)) as connection:
            (application,) = connection.execute("PRAGMA application_id").fetchone()
            (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.DatabaseError:
        return False
    return bool(application == header.APPLICATION_ID and verdict == "ok")


def people_in(path: Path) -> int | None:
    """How many people the book holds beside those in its bin, or None when it cannot be read."""
    try:
        with closing(header.read_only(path)) as connection:
            columns = {name for _at, name, *_rest in connection.execute("PRAGMA table_info(person)")}
            here = " WHERE removed_on IS NULL" if "removed_on" in columns else ""  # older books have no bin
            (people,) = connection.execute(f"SELECT count(*) FROM person{here}").fetchone()
    except sqlite3.DatabaseError:
        return None
    return int(people)


def setting_in(path: Path, key: str) -> str | None:
    """What a closed book keeps under ``key``, or None when there is nothing or it cannot be read."""
    try:
        with closing(header.read_only(path)) as connection:
            found = connection.execute("SELECT value FROM setting WHERE key = ?", (key,)).fetchone()
    except sqlite3.DatabaseError:
        return None
    return None if found is None else str(found[0])


def _copy(source: sqlite3.Connection, target: Path) -> None:
    with told_plainly(target), closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")  # a copy is one file, ready to be carried away
