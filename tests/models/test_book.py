"""Opening, refusing, reading and writing a book."""

from __future__ import annotations

import os
import shutil
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from planner.domain.errors import PlannerError
from planner.models import header, migrations
from planner.models.book import Book
from tests.builders import NOW, add_person, dump, make_book

pytestmark = pytest.mark.platform


def _refused(path: Path, *, create: bool = True) -> str:
    """The code with which a file is refused; it stays as it was, and nothing new lies beside it."""
    before = {each: each.read_bytes() for each in path.parent.iterdir() if each.is_file()}
    with pytest.raises(PlannerError) as caught:
        Book.open(path, create=create)
    assert {each: each.read_bytes() for each in path.parent.iterdir() if each.is_file()} == before
    return caught.value.code


def _written(path: Path, change: Callable[[sqlite3.Connection], Any] = lambda _: None) -> Path:
    """A closed book with somebody in it, changed behind its back."""
    book = Book.open(path)
    add_person(book, "Ann")
    book.close()
    with closing(sqlite3.connect(path)) as connection:
        change(connection)
        connection.execute("PRAGMA journal_mode = DELETE")
    return path


def test_a_new_book_is_made_and_opens_again(tmp_path: Path) -> None:
    path = tmp_path / "Jürgens Bücher & co #1.warmbook"
    book = Book.open(path)
    ann = add_person(book, "Ann")
    book.close()
    assert [each.name for each in tmp_path.iterdir()] == [path.name]
    again = Book.open(path, create=False)
    assert again.was_clean
    assert again.rows("SELECT id, name FROM person") == [(ann, "Ann")]
    again.close()


def test_the_header_tells_whose_file_it_is(tmp_path: Path) -> None:
    head = _written(tmp_path / "a.warmbook").read_bytes()[:100]
    assert head[68:72] == b"Warm"
    assert int.from_bytes(head[60:64], "big") == migrations.NEWEST


def test_every_connection_is_set_for_safety(book: Book) -> None:
    wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "recursive_triggers": 1, "busy_timeout": 5000}
    assert {name: book.value(f"PRAGMA {name}") for name in wanted} == wanted


def test_a_book_that_is_not_there(tmp_path: Path) -> None:
    assert _refused(tmp_path / "none.warmbook", create=False) == "book_missing"
    with pytest.raises(PlannerError) as caught:
        Book.open(tmp_path / "no" / "folder" / "a.warmbook")
    assert caught.value.code == "folder_missing"


def test_a_folder_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "a.warmbook").mkdir()
    assert _refused(tmp_path / "a.warmbook") == "not_a_book"


@pytest.mark.parametrize(
    "content", [b"garbage", b"\x00" * 5000, b"%PDF-1.7 and so on", "Name,Phone\nAnn,1\n".encode("utf-16")]
)
def test_garbage_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.warmbook"
    path.write_bytes(content)
    assert _refused(path) == "not_a_book"


def test_an_empty_file_becomes_a_book_only_where_one_may_be_made(tmp_path: Path) -> None:
    path = tmp_path / "a.warmbook"
    path.touch()
    assert _refused(path, create=False) == "not_a_book"
    Book.open(path).close()
    assert path.stat().st_size > 0


def test_somebody_elses_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.warmbook"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE person (id INTEGER PRIMARY KEY)")
    assert _refused(path) == "not_a_book"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA application_id = 7")
    assert _refused(path) == "not_a_book"


def test_a_newer_book_is_refused_with_its_version(tmp_path: Path) -> None:
    newer = migrations.NEWEST + 1
    path = _written(tmp_path / "a.warmbook", lambda sqlite: sqlite.execute(f"PRAGMA user_version = {newer}"))
    assert _refused(path) == "book_too_new"
    with pytest.raises(PlannerError) as caught:
        Book.open(path)
    assert caught.value.facts == {"path": path, "version": newer}


def test_a_newer_book_that_was_never_closed_is_refused_too(tmp_path: Path) -> None:
    source = Book.open(tmp_path / "source.warmbook")
    source.connection().execute(f"PRAGMA user_version = {migrations.NEWEST + 1}")
    (tmp_path / "copy").mkdir()
    for ending in ("", "-wal"):
        shutil.copyfile(f"{source.path}{ending}", tmp_path / "copy" / f"a.warmbook{ending}")
    source.close()
    path = tmp_path / "copy" / "a.warmbook"
    before = path.read_bytes()
    with pytest.raises(PlannerError) as caught:
        Book.open(path)
    assert caught.value.code == "book_too_new"
    assert path.read_bytes() == before


@pytest.mark.parametrize("size", [50, 99, 3000, 4096, 40_000])
def test_a_cut_off_book_is_refused(tmp_path: Path, size: int) -> None:
    path = _written(tmp_path / "a.warmbook")
    path.write_bytes(path.read_bytes()[:size])
    assert _refused(path) == "book_damaged"


def test_damage_inside_is_found_by_the_check(tmp_path: Path) -> None:
    path = _written(tmp_path / "a.warmbook")
    with closing(sqlite3.connect(path)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'person'").fetchone()
    scrambled = bytearray(path.read_bytes())
    scrambled[(page - 1) * 4096 : (page - 1) * 4096 + 100] = b"\xff" * 100
    path.write_bytes(scrambled)
    book = Book.open(path)
    assert not book.check()
    book.close()


def test_damage_met_while_reading_is_told_plainly(tmp_path: Path) -> None:
    path = _written(tmp_path / "a.warmbook")
    scrambled = bytearray(path.read_bytes())
    scrambled[100 : 4096 * 8] = b"\xff" * (4096 * 8 - 100)
    path.write_bytes(scrambled)
    with pytest.raises(PlannerError) as caught, closing(Book.open(path)) as book:
        book.rows("SELECT * FROM person")
    assert caught.value.code == "book_damaged"


def test_a_book_that_may_not_be_written_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = _written(tmp_path / "a.warmbook")
    monkeypatch.setattr(os, "access", lambda which, _mode: which != path)
    assert _refused(path) == "book_read_only"
    monkeypatch.setattr(os, "access", lambda which, _mode: which != tmp_path)
    assert _refused(path) == "book_read_only"
    assert _refused(tmp_path / "new.warmbook") == "book_read_only"


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = _written(tmp_path / "a.warmbook")

    def refuse(*_: object) -> None:
        raise PermissionError

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", refuse)
        with pytest.raises(PlannerError) as caught:
            header.inspect(path, create=True)
    assert caught.value.code == "book_unreadable"


def test_only_an_unclean_end_asks_for_a_check(tmp_path: Path) -> None:
    book = make_book(tmp_path)
    assert book.was_clean
    add_person(book, "Ann")
    killed = tmp_path / "killed.warmbook"
    for ending in ("", "-wal"):
        shutil.copyfile(f"{book.path}{ending}", f"{killed}{ending}")
    book.close()

    after = Book.open(killed)
    assert not after.was_clean
    assert after.check()
    assert after.rows("SELECT name FROM person") == [("Ann",)]
    after.close()
    again = Book.open(killed)
    assert again.was_clean
    again.close()


def test_a_book_whose_making_was_cut_short_is_made_again(tmp_path: Path) -> None:
    path = tmp_path / "a.warmbook"
    with closing(sqlite3.connect(tmp_path / "begun", isolation_level=None)) as begun:
        begun.execute("VACUUM")  # a header and nothing else
        begun.execute("PRAGMA cache_size = 1")
        begun.execute("BEGIN")
        begun.execute("CREATE TABLE person (name TEXT)")
        begun.executemany("INSERT INTO person VALUES (?)", [("x" * 1000,)] * 100)
        for ending in ("", "-journal"):
            shutil.copyfile(tmp_path / f"begun{ending}", f"{path}{ending}")
    assert path.stat().st_size > 4096
    book = Book.open(path)
    assert add_person(book, "Ann") == 1
    assert book.check()
    book.close()


def test_writes_need_a_step_around_them(book: Book) -> None:
    with pytest.raises(RuntimeError):
        book.run("DELETE FROM person")
    with pytest.raises(RuntimeError):
        book.run_many("DELETE FROM person WHERE id = ?", [(1,)])


def test_run_answers_the_new_id_or_the_number_of_rows(book: Book) -> None:
    with book.step("test", NOW):
        first = book.run("INSERT INTO person(name, added_on) VALUES ('Ann', '2026-01-01')")
        second = book.run("  insert INTO person(name, added_on) VALUES ('Ben', '2026-01-01')")
        assert (first, second) == (1, 2)
        assert book.run("UPDATE person SET note = 'x'") == 2
        assert book.run("DELETE FROM person WHERE id = 7") == 0
    assert book.value("SELECT count(*) FROM person WHERE note = 'x'") == 2
    assert book.value("SELECT name FROM person WHERE id = 9") is None
    assert book.row("SELECT name, note FROM person WHERE id = 1") == ("Ann", "x")


def test_a_mistake_in_a_statement_is_no_fault_of_the_users(book: Book) -> None:
    with pytest.raises(sqlite3.OperationalError):
        book.rows("SELECT nothing FROM nowhere")


def test_a_book_somebody_else_writes_in_is_busy(book: Book) -> None:
    book.connection().execute("PRAGMA busy_timeout = 10")
    with closing(sqlite3.connect(book.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(PlannerError) as caught:
            add_person(book, "Ann")
        other.execute("ROLLBACK")
    assert caught.value.code == "book_busy"
    assert add_person(book, "Ann") == 1


def test_a_full_disk_is_told_plainly_and_leaves_the_book_as_it_was(book: Book) -> None:
    add_person(book, "Ann")
    before = dump(book)
    pages = book.value("PRAGMA page_count")
    book.connection().execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(PlannerError) as caught:
        add_person(book, "Ben", note="x" * 100_000)
    assert caught.value.code == "disk_full"
    assert dump(book) == before


def test_another_writer_is_noticed(book: Book) -> None:
    assert not book.other_writer_changed()
    add_person(book, "Ann")
    assert not book.other_writer_changed()
    other = Book.open(book.path)
    add_person(other, "Ben")
    other.close()
    assert book.other_writer_changed()
    assert not book.other_writer_changed()


def test_a_worker_opens_the_book_again_and_both_read_on(book: Book) -> None:
    add_person(book, "Ann")
    seen: list[Any] = []

    def work() -> None:
        mine = Book.open(book.path)
        add_person(mine, "Ben")
        seen.extend(mine.rows("SELECT name FROM person ORDER BY id"))
        mine.close()

    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    assert seen == [("Ann",), ("Ben",)]
    assert book.rows("SELECT name FROM person ORDER BY id") == seen
    assert add_person(book, "Cleo") == 3


def test_one_book_in_two_threads_keeps_their_steps_apart(book: Book) -> None:
    add_person(book, "Ann")

    def work() -> None:
        add_person(book, "Ben")
        book.close()

    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    add_person(book, "Cleo")
    assert len(book.undo_steps(9)) == 3
    assert [name for (name,) in book.rows("SELECT name FROM person ORDER BY id")] == ["Ann", "Ben", "Cleo"]


def test_details_added_inside_a_step_are_kept(book: Book) -> None:
    with book.step("added", NOW, name="Ann") as detail:
        detail["person_id"] = book.run("INSERT INTO person(name, added_on) VALUES ('Ann', '2026-01-01')")
        with book.step("inner", NOW, name="other") as inner:
            inner["person_id"] = 99
    (step,) = book.undo_steps(9)
    assert (step.what, step.detail) == ("added", {"name": "Ann", "person_id": 1})
    assert step.at == "2026-11-23T15:00:00Z"


def test_closing_twice_does_no_harm(tmp_path: Path) -> None:
    book = make_book(tmp_path)
    book.close()
    book.close()
    assert [each.name for each in tmp_path.iterdir()] == ["Test.warmbook"]


def test_a_thread_that_has_only_read_leaves_what_the_others_remember(book: Book) -> None:
    with book.quietly():
        book.run("INSERT INTO setting(key, value) VALUES ('x', '1')")
    assert not book.other_writer_changed()

    def read() -> None:
        assert book.value("SELECT count(*) FROM setting WHERE key = 'x'") == 1
        book.let_go()

    worker = threading.Thread(target=read)
    worker.start()
    worker.join()
    assert not book.other_writer_changed(), "its going made the others read the whole book anew"
