"""A book of an older version is brought to today's tables, completely or not at all."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from planner.domain.errors import PlannerError
from planner.models import header, migrations
from planner.models.book import Book
from planner.models.undo import TABLES
from planner.services import standing
from planner.services.changes import Changes
from planner.services.undo import Undo
from tests.builders import NOW, add_person, add_touch, dump

DATA = Path(__file__).parents[1] / "data"


def _with_next_step(folder: Path, sql: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pretend that this program knows one version more."""
    steps = folder / "steps"
    shutil.copytree(migrations._STEPS, steps)
    newest = migrations.NEWEST + 1
    (steps / f"{newest:04}.sql").write_text(sql, encoding="utf-8")
    monkeypatch.setattr(migrations, "_STEPS", steps)
    monkeypatch.setattr(migrations, "NEWEST", newest)
    monkeypatch.setattr(header, "NEWEST", newest)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A closed book of today with somebody in it."""
    folder = tmp_path / "books"
    folder.mkdir()
    book = Book.open(folder / "Old.warmbook")
    ann = add_person(book, "Ann")
    add_touch(book, ann)
    book.close()
    return book.path


def test_an_older_book_is_brought_up_and_copied_first(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    was = migrations.NEWEST
    _with_next_step(tmp_path, "ALTER TABLE person ADD COLUMN nickname TEXT NOT NULL DEFAULT ''", monkeypatch)
    book = Book.open(old)
    assert book.rows("SELECT name, nickname FROM person") == [("Ann", "")]
    assert book.value("PRAGMA user_version") == was + 1
    assert book.value("PRAGMA foreign_keys") == 1
    assert Undo(book, Changes()).last() is None
    book.close()
    with closing(sqlite3.connect(old.with_name(f"Old.v{was}.warmbook"))) as copy:
        assert copy.execute("PRAGMA user_version").fetchone() == (was,)
        assert copy.execute("SELECT name FROM person").fetchall() == [("Ann",)]
    assert sorted(each.name for each in old.parent.iterdir()) == [f"Old.v{was}.warmbook", "Old.warmbook"]


def test_rebuilding_a_table_keeps_what_hangs_on_it(old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rebuild = """
        CREATE TABLE person_new AS SELECT * FROM person;
        DELETE FROM person;
        INSERT INTO person SELECT * FROM person_new;
        DROP TABLE person_new;
    """
    _with_next_step(tmp_path, rebuild, monkeypatch)
    book = Book.open(old)
    assert book.value("SELECT count(*) FROM touch") == 1
    book.close()


@pytest.mark.parametrize(
    "broken", ["ALTER TABLE person ADD COLUMN x; NONSENSE", "DELETE FROM person", "UPDATE touch SET person_id = 99"]
)
def test_a_step_that_fails_or_leaves_orphans_changes_nothing(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    was = migrations.NEWEST
    book = Book.open(old)
    before = dump(book)
    book.close()
    with monkeypatch.context() as patch:
        _with_next_step(tmp_path, broken, patch)
        with pytest.raises((PlannerError, sqlite3.OperationalError)):
            Book.open(old)
    again = Book.open(old)
    assert again.value("PRAGMA user_version") == was
    assert dump(again) == before
    again.close()


def test_a_copy_from_an_attempt_before_is_replaced(old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old.with_name(f"Old.v{migrations.NEWEST}.warmbook").write_bytes(b"half")
    old.with_name(f"Old.v{migrations.NEWEST}.warmbook.tmp").write_bytes(b"half")
    _with_next_step(tmp_path, "SELECT 1", monkeypatch)
    Book.open(old).close()
    assert old.with_name(f"Old.v{migrations.NEWEST - 1}.warmbook").stat().st_size > 1000


def _has_table(connection: sqlite3.Connection, table: str) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone() is not None


def _rows_by_column(connection: sqlite3.Connection, table: str) -> tuple[str, list[tuple[Any, ...]]]:
    """The columns an old version knew, and what it kept in them."""
    columns = ", ".join(row[1] for row in connection.execute(f"PRAGMA table_info({table})"))
    return columns, connection.execute(f"SELECT {columns} FROM {table} ORDER BY 1").fetchall()


def _schema(connection: sqlite3.Connection) -> set[tuple[str, str, str]]:
    return set(connection.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL"))


@pytest.mark.parametrize("version", range(1, migrations.NEWEST + 1))
def test_every_version_ever_written_opens_and_keeps_its_rows(tmp_path: Path, version: int) -> None:
    path = tmp_path / "Old.warmbook"
    shutil.copyfile(DATA / f"v{version}.sqlite3", path)
    with closing(sqlite3.connect(path)) as connection:
        before = {table: _rows_by_column(connection, table) for table in TABLES if _has_table(connection, table)}
    assert all(rows for _, rows in before.values())
    book = Book.open(path, create=False)
    for table, (columns, rows) in before.items():
        assert book.rows(f"SELECT {columns} FROM {table} ORDER BY 1") == rows
    assert book.check()
    with book.quietly():
        standing.refresh_everybody(book, NOW)
    assert book.value("SELECT count(*) FROM standing") == len(before["person"][1])
    book.close()


def test_an_older_book_knows_since_when_only_as_far_as_its_rows_tell(tmp_path: Path) -> None:
    path = tmp_path / "Old.warmbook"
    shutil.copyfile(DATA / "v5.sqlite3", path)
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("""
            PRAGMA foreign_keys = ON;
            DELETE FROM person;
            DELETE FROM undo_step;
            INSERT INTO person(id, name, stage, added_on) VALUES (1, 'New', 'new', '2026-01-01'),
              (2, 'Bought', 'customer', '2026-01-01'), (3, 'Member', 'team', '2026-01-01'),
              (4, 'No', 'no', '2026-01-01'), (5, 'Host', 'host', '2026-01-01'), (6, 'Fan', 'fan', '2026-01-01'),
              (7, 'Was a member', 'customer', '2026-01-01'), (8, 'Of today', 'fan', '2026-10-09');
            INSERT INTO touch(person_id, on_date, kind, points, entered_at) VALUES
              (2, '2026-03-01', 'bought', 6, '2026-03-02T10:00:00Z'), (2, '2026-04-01', 'bought', 6, 'x'),
              (5, '2026-05-01', 'booked', 6, 'x'), (6, '2026-06-01', 'bought', 6, 'x'),
              (7, '2026-06-01', 'bought', 6, '2026-10-09T10:00:00Z');
            UPDATE touch SET entered_at = '2026-10-09T10:00:00Z' WHERE entered_at = 'x';
            INSERT INTO membership(person_id, joined_on) VALUES (3, '2026-07-01'), (7, '2026-02-01');
            INSERT INTO said_no(person_id, scope, on_date) VALUES (4, 'everything', '2026-08-01');
        """)
        connection.commit()
    book = Book.open(path)
    found = book.rows("SELECT person_id, on_date, was, stage FROM stage_since ORDER BY person_id, on_date")
    assert found == [
        *[(2, "2026-01-01", "new", None), (2, "2026-03-01", None, "customer")],
        *[(3, "2026-01-01", "new", None), (3, "2026-07-01", None, "team")],
        *[(4, "2026-01-01", "new", None), (4, "2026-08-01", None, "no")],
        *[(5, "2026-01-01", "new", None), (5, "2026-05-01", None, "host")],
        *[(6, "2026-01-01", "new", None), (6, "2026-10-09", None, "fan")],
        *[(7, "2026-01-01", "new", None), (7, "2026-10-09", None, "customer")],
        (8, "2026-10-09", "new", "fan"),
    ]
    book.close()


def test_the_first_step_is_frozen() -> None:
    with closing(header.read_only(DATA / "v1.sqlite3")) as kept, closing(sqlite3.connect(":memory:")) as fresh:
        fresh.executescript((migrations._STEPS / "0001.sql").read_text(encoding="utf-8"))
        assert _schema(fresh) == _schema(kept)
