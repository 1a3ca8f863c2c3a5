"""Backups are made, checked, kept and gone back to."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from planner.domain.errors import PlannerError
from planner.models import copies
from planner.models.book import Book
from planner.services.backups import Backup, Backups
from planner.services.preferences import Preferences
from planner.services.stored import PREFERENCES, write_setting, written
from tests.builders import NOW, add_person, at, dump, make_book

KEPT = Preferences().backups_kept

pytestmark = pytest.mark.platform


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    opened = make_book(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def backups(tmp_path: Path) -> Backups:
    return Backups(tmp_path / "Test.warmbook", tmp_path / "Backups")


def test_a_backup_holds_everything_that_was_saved_and_is_one_file(book: Book, backups: Backups) -> None:
    for number in range(30):
        add_person(book, f"Person {number}")
    before = dump(book)

    path = backups.make(book, NOW)

    assert path.name == "Test 2026-11-23 09-00-00.warmbook"
    assert sorted(each.name for each in path.parent.iterdir()) == [path.name]
    copy = Book.open(path, create=False)
    assert dump(copy) == before
    copy.close()


def test_the_list_tells_when_how_large_and_how_many(book: Book, backups: Backups) -> None:
    add_person(book, "Ann")
    first = backups.make(book, NOW)
    add_person(book, "Ben")
    second = backups.make(book, at("2026-11-24T18:30"))
    listed = backups.list()
    assert [backup.path for backup in listed] == [second, first]
    assert [backup.people for backup in listed] == [2, 1]
    assert listed[0].made_at == datetime(2026, 11, 25, 0, 30, tzinfo=UTC)
    assert listed[0].size == second.stat().st_size > 0


def test_whoever_waits_in_the_bin_is_not_counted(book: Book, backups: Backups) -> None:
    add_person(book, "Ann")
    add_person(book, "Ben")
    with book.quietly():
        book.run("UPDATE person SET removed_on = '2026-11-20' WHERE name = 'Ben'")
    backups.make(book, NOW)
    assert [backup.people for backup in backups.list()] == [1]


def test_the_people_of_a_book_that_knew_no_bin_are_counted() -> None:
    assert copies.people_in(Path(__file__).parent.parent / "data" / "v1.sqlite3")


def test_the_newest_ten_are_kept(book: Book, backups: Backups) -> None:
    made = [backups.make(book, at(f"2026-11-{day:02}T08:00")) for day in range(1, KEPT + 4)]
    assert [backup.path for backup in backups.list()] == made[:2:-1]


def test_other_files_in_the_folder_are_left_alone(book: Book, backups: Backups, tmp_path: Path) -> None:
    backups.make(book, NOW)
    other = tmp_path / "Backups" / "Sample 2026-11-01 08-00-00.warmbook"
    other.write_bytes(b"mine")
    for minute in range(KEPT + 2):
        backups.make(book, at(f"2026-11-24T08:{minute:02}"))
    assert other.read_bytes() == b"mine"
    assert len(backups.list()) == KEPT


def test_what_a_killed_run_left_half_made_goes_with_the_next_backup(book: Book, backups: Backups) -> None:
    half_made = backups.make(book, NOW).with_name("Test 2026-11-22 09-00-00.warmbook.tmp")
    half_made.write_bytes(b"SQLite")
    assert len(backups.list()) == 1
    backups.make(book, at("2026-11-24T08:00"))
    assert not half_made.exists()


def test_a_copy_that_fails_its_check_never_counts(
    book: Book, backups: Backups, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = backups.make(book, NOW)

    def copy_badly(_book: Book, target: Path) -> None:
        target.write_bytes(good.read_bytes()[:5000])

    monkeypatch.setattr("planner.services.backups.copy_book", copy_badly)
    with pytest.raises(PlannerError) as caught:
        backups.make(book, at("2026-11-24T08:00"))
    assert caught.value.code == "backup_failed"
    assert [each.name for each in (tmp_path / "Backups").iterdir()] == [good.name]


def test_restoring_goes_back_and_keeps_what_was_there(tmp_path: Path, backups: Backups) -> None:
    book = make_book(tmp_path)
    add_person(book, "Ann")
    backups.make(book, NOW)
    add_person(book, "Ben")
    book.close()

    backups.restore(backups.list()[0], tmp_path / "Test.warmbook")

    again = make_book(tmp_path)
    assert again.was_clean
    assert again.rows("SELECT name FROM person") == [("Ann",)]
    assert sorted(backup.people or 0 for backup in backups.list()) == [1, 2]
    again.close()


def test_what_only_the_write_ahead_log_holds_is_kept_too(tmp_path: Path, backups: Backups) -> None:
    book = make_book(tmp_path)
    backups.make(book, NOW)
    add_person(book, "Only in the log")
    for ending in ("", "-wal"):
        shutil.copyfile(f"{book.path}{ending}", tmp_path / f"Killed.warmbook{ending}")
    book.close()

    backups.restore(backups.list()[0], tmp_path / "Killed.warmbook")

    assert sorted(backup.people or 0 for backup in backups.list()) == [0, 1]
    assert copies.people_in(tmp_path / "Killed.warmbook") == 0


def test_a_damaged_book_is_kept_as_it_is_and_can_be_replaced(tmp_path: Path, backups: Backups) -> None:
    book = make_book(tmp_path)
    add_person(book, "Ann")
    backup = backups.make(book, NOW)
    book.close()
    book.path.write_bytes(b"scrambled")

    backups.restore(backups.list()[0], book.path)

    again = make_book(tmp_path)
    assert again.rows("SELECT name FROM person") == [("Ann",)]
    again.close()
    kept = [path for path in backup.parent.iterdir() if path != backup]
    assert [path.read_bytes() for path in kept] == [b"scrambled"]


def test_a_damaged_backup_is_refused_and_nothing_changes(tmp_path: Path, backups: Backups) -> None:
    book = make_book(tmp_path)
    add_person(book, "Ann")
    path = backups.make(book, NOW)
    book.close()
    path.write_bytes(path.read_bytes()[: 4096 * 3])
    before = book.path.read_bytes()
    with pytest.raises(PlannerError) as caught:
        backups.restore(Backup(path, NOW.utc, 1, None), book.path)
    assert caught.value.code == "backup_damaged"
    assert book.path.read_bytes() == before


def test_a_book_that_is_still_open_is_not_replaced(book: Book, backups: Backups) -> None:
    add_person(book, "Ann")
    backups.make(book, NOW)
    add_person(book, "Ben")
    with pytest.raises(PlannerError) as caught:
        backups.restore(backups.list()[0], book.path)
    assert caught.value.code == "book_busy"
    assert book.value("SELECT count(*) FROM person") == 2
    assert not book.path.with_name("Test.warmbook.tmp").exists()


def test_a_backup_can_be_made_while_somebody_writes(book: Book, backups: Backups) -> None:
    add_person(book, "Ann")
    with closing(sqlite3.connect(book.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE person SET name = 'Half way'")
        path = backups.make(book, NOW)
        other.execute("ROLLBACK")
    assert copies.is_sound(path)
    with closing(sqlite3.connect(path)) as copy:
        assert copy.execute("SELECT name FROM person").fetchall() == [("Ann",)]


def wish(book: Book, **choices: object) -> None:
    """Choose how backups are kept."""
    with book.quietly():
        write_setting(book, PREFERENCES, written(replace(Preferences(), **choices)))  # type: ignore[arg-type]


def test_as_many_are_kept_as_the_user_wants(book: Book, backups: Backups) -> None:
    wish(book, backups_kept=3)
    made = [backups.make(book, at(f"2026-11-{day:02}T08:00")) for day in range(1, 6)]
    assert [backup.path for backup in backups.list()] == made[:1:-1]


def test_each_backup_goes_to_the_second_folder_too_while_it_is_there(
    book: Book, backups: Backups, tmp_path: Path
) -> None:
    stick = tmp_path / "Stick"
    wish(book, backups_kept=2, second_folder=str(stick))
    first = backups.make(book, at("2026-11-01T08:00"))
    assert not stick.exists(), "a stick that is not plugged in is no reason to fail"
    assert not backups.is_newest_in(stick)
    stick.mkdir()
    (stick / "Other.txt").write_text("mine", encoding="utf-8")
    made = [backups.make(book, at(f"2026-11-{day:02}T08:00")) for day in range(2, 5)]
    assert sorted(each.name for each in stick.iterdir()) == ["Other.txt", *(path.name for path in made[1:])]
    assert (stick / made[-1].name).read_bytes() == made[-1].read_bytes()
    assert backups.is_newest_in(stick)
    assert not first.exists()


def test_the_newest_is_dated_without_being_opened(
    book: Book, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert backups.newest_at() is None
    backups.make(book, at("2026-11-23T09:00"))
    backups.make(book, at("2026-11-24T09:00"))
    monkeypatch.setattr("planner.services.backups.people_in", lambda _path: pytest.fail("opened"))
    assert backups.newest_at() == at("2026-11-24T09:00").utc


def test_a_copy_thrown_away_while_the_folder_is_read_is_passed_over(
    book: Book, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = backups.make(book, NOW)
    gone = path.with_name(f"Test 2020-01-01 00-00-00{path.suffix}")
    monkeypatch.setattr(Path, "glob", lambda _folder, _names: iter((gone, path)))
    assert [copy.path for copy in backups.list()] == [path]
