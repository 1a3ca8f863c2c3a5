"""Single rows written through the models: into the running step, into their own book, and only with known columns."""

from __future__ import annotations

from pathlib import Path
from threading import Thread

import pytest

from planner.models import single
from planner.models.book import Book
from planner.services.changes import Changes
from planner.services.undo import Undo
from tests.builders import NOW, dump


def test_what_is_written_through_models_is_one_step_of_undo(book: Book) -> None:
    empty = dump(book)
    with book.step("test", NOW):
        fair = single.insert(book, "source", {"kind": "event", "name": "Fair"})
        ann = single.insert(book, "person", {"name": "Ann", "added_on": "2026-11-23", "source_id": fair})
        single.update(book, "person", ann, {"name": "Anne", "is_favourite": True})
        single.revise(book, "person", ann, {"call_me": "Annie"})
    sql = "SELECT name, call_me, is_favourite, stage, rev, source_id FROM person WHERE id = ?"
    assert book.row(sql, (ann,)) == ("Anne", "Annie", 1, "new", 1, fair)
    assert Undo(book, Changes()).undo(NOW) is not None
    assert dump(book) == empty


def test_a_row_is_taken_away(book: Book) -> None:
    with book.step("test", NOW):
        ann = single.insert(book, "person", {"name": "Ann", "added_on": "2026-11-23"})
        single.remove(book, "person", ann)
    assert book.value("SELECT count(*) FROM person") == 0


def test_a_write_needs_a_step_around_it(book: Book) -> None:
    with pytest.raises(RuntimeError, match="step"):
        single.insert(book, "source", {"kind": "event"})
    assert book.value("SELECT count(*) FROM source") == 0


def test_a_column_nobody_knows_is_refused(book: Book) -> None:
    with book.step("test", NOW), pytest.raises(AttributeError, match="nickname"):
        single.update(book, "person", 1, {"nickname": "Ann"})


def test_threads_write_in_books_of_their_own_at_the_same_time(tmp_path: Path) -> None:
    def fill(name: str) -> None:
        book = Book.open(tmp_path / f"{name}.warmbook")
        for turn in range(40):
            with book.step("test", NOW):
                single.insert(book, "source", {"kind": name, "name": str(turn)})
        book.close()

    names = ("one", "two")
    writers = [Thread(target=fill, args=(name,)) for name in names]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    for name in names:
        book = Book.open(tmp_path / f"{name}.warmbook")
        assert book.rows("SELECT kind, count(*) FROM source GROUP BY kind") == [(name, 40)]
        book.close()
