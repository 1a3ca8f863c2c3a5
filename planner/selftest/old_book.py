"""A book of the first version, made from the first frozen step, and opened as a user's would be."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from planner.models.book import Book
from planner.models.header import APPLICATION_ID
from planner.models.migrations import NEWEST, step_sql
from planner.selftest.steps import must

FIRST = 1


def open_one(path: Path) -> None:
    """Make it with one person, open it, and find them in the newest tables, with the old file kept as a copy."""
    with closing(sqlite3.connect(path)) as old:
        old.executescript(
            f"BEGIN; PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {FIRST}; {step_sql(FIRST)};"
            "INSERT INTO person(name, added_on) VALUES ('Rosa Nikolić', '2026-03-01'); COMMIT"
        )
    book = Book.open(path)
    try:
        must(book.value("PRAGMA user_version") == NEWEST, "the tables of the old book were not brought up")
        must(book.value("SELECT name FROM person") == "Rosa Nikolić", "the old book has lost somebody")
        must(book.check(), "the old book is not sound any more")
    finally:
        book.close()
    must(path.with_name(f"{path.stem}.v{FIRST}{path.suffix}").exists(), "no copy of the old book was kept")
