"""A hundred real kills in the middle of writing: whatever was confirmed is in the book, and the book is sound."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from planner.models.book import Book
from planner.models.copies import is_sound
from planner.models.migrations import NEWEST
from planner.models.undo import KEPT_STEPS
from planner.services import standing
from planner.services.backups import Backups
from planner.services.changes import Changes
from planner.services.undo import Undo
from tests.builders import NOW, dump, dump_derived

KILLS = 100
_ROOT = Path(__file__).parents[2]
_WRITER = """
import sys
from pathlib import Path
from planner.models import through_peewee, undo  # else the first write would wait for them
from planner.models.book import Book
from planner.services import standing
from tests.builders import NOW
print("ready", flush=True)
sys.stdin.readline()
book = Book.open(Path(sys.argv[1]))
print("opened", flush=True)
while True:
    with book.step("talk", NOW):
        person = book.run("INSERT INTO person(name, added_on) VALUES ('Ann ' || random(), '2026-11-23')")
        book.run_many(
            "INSERT INTO touch(person_id, on_date, kind, points, entered_at) VALUES (?, '2026-11-23', 'note', 0, '')",
            [(person,)] * 3,
        )
        book.run("UPDATE person SET note = ? WHERE id = ?", ("x" * 2000, person - 1))
        standing.refresh(book, [person, person - 1], NOW)
    print(person, flush=True)
"""

_LEAVER = """
import sys
from pathlib import Path
from threading import Thread
from planner.models import through_peewee, undo
from planner.models.book import Book
from planner.services.backups import Backups
from tests.builders import NOW
path = Path(sys.argv[1])
def back_up():
    try:
        Backups(path, path.parent / "Backups").make(book, NOW)
    finally:
        book.close()
print("ready", flush=True)
sys.stdin.readline()
book = Book.open(path)
print("opened", flush=True)
with book.step("talk", NOW):
    person = book.run("INSERT INTO person(name, note, added_on) VALUES ('Ann', ?, '2026-11-23')", ("x" * 300_000,))
print(person, flush=True)
leaving = Thread(target=back_up)
leaving.start()
leaving.join()
book.close()
"""
"""Writes one person and closes the book as the program does, its backup in a thread."""


def _start(path: Path, program: str = _WRITER) -> subprocess.Popen[str]:
    """A writer that waits for a word before it opens the book, so that the next one can get ready meanwhile."""
    return subprocess.Popen(
        [sys.executable, "-c", program, str(path)],
        cwd=_ROOT,
        # Compiled once for all of them, out of the way of the program's own files.
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(path.parent / "compiled")},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def _kill_while_it_writes(writer: subprocess.Popen[str], writes: int, seconds: float) -> list[str]:
    """What the writer had confirmed before it died, so many seconds after it had opened the book and written so often.

    Counting writes, not time, leaves as many of them on a busy machine; without any the kill may hit the opening.
    """
    assert writer.stdin is not None
    assert writer.stdout is not None
    assert writer.stdout.readline() == "ready\n"
    writer.stdin.write("go\n")
    writer.stdin.flush()
    heard = "".join(writer.stdout.readline() for _ in range(writes + 1)) if writes else ""
    time.sleep(seconds)
    writer.kill()
    said = heard + writer.stdout.read()
    writer.wait()
    writer.stdin.close()
    writer.stdout.close()
    return [line for line in said.splitlines(keepends=True) if line.endswith("\n")]


def test_a_hundred_kills_lose_nothing_that_was_confirmed(tmp_path: Path) -> None:
    path = tmp_path / "Killed.warmbook"
    rng = random.Random(2026)
    confirmed: set[int] = set()
    unclean = 0
    writers = [_start(path), _start(path)]
    for _ in range(KILLS):
        said = _kill_while_it_writes(writers.pop(0), rng.randrange(5), rng.uniform(0.0, 0.01))
        writers.append(_start(path))
        confirmed.update(int(line) for line in said if line != "opened\n")
        book = Book.open(path)
        unclean += not book.was_clean
        assert book.check()
        assert confirmed <= {person for (person,) in book.rows("SELECT id FROM person")}
        book.close()
    for writer in writers:
        writer.kill()
        writer.communicate()
    assert len(confirmed) > KILLS
    assert unclean > KILLS // 3
    _assert_nothing_is_half_done(Book.open(path))


def _assert_nothing_is_half_done(book: Book) -> None:
    people = book.value("SELECT count(*) FROM person")
    assert book.value("SELECT count(*) FROM touch") == 3 * people
    assert book.value("SELECT count(*) FROM standing") == people
    assert book.rows("PRAGMA foreign_key_check") == []
    with book.quietly():
        book.run("INSERT INTO standing_fts(standing_fts, rank) VALUES ('integrity-check', 1)")
    kept, derived = dump(book), dump_derived(book)
    with book.quietly():
        standing.refresh_everybody(book, NOW)
    assert dump_derived(book) == derived
    undo = Undo(book, Changes())
    for _ in range(KEPT_STEPS):
        assert undo.undo(NOW) is not None
    assert book.value("SELECT count(*) FROM person") == people - KEPT_STEPS
    for _ in range(KEPT_STEPS):
        assert undo.redo(NOW) is not None
    assert dump(book) == kept
    book.close()


@pytest.mark.platform
def test_killed_while_the_book_is_being_made_it_is_made_the_next_time(tmp_path: Path) -> None:
    rng = random.Random(7)
    writers = [_start(tmp_path / "0.warmbook")]
    for number in range(12):
        writers.append(_start(tmp_path / f"{number + 1}.warmbook"))
        _kill_while_it_writes(writers.pop(0), 0, rng.uniform(0.0, 0.012))
        book = Book.open(tmp_path / f"{number}.warmbook")
        assert book.check()
        assert book.value("PRAGMA user_version") == NEWEST
        book.close()
    writers[0].kill()
    writers[0].communicate()


def test_killed_during_the_backup_at_the_end_nothing_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "Killed.warmbook"
    rng = random.Random(5)
    backups = Backups(path, tmp_path / "Backups")
    confirmed: set[int] = set()
    leavers = [_start(path, _LEAVER), _start(path, _LEAVER)]
    for _ in range(12):
        said = _kill_while_it_writes(leavers.pop(0), 1, rng.uniform(0.0, 0.02))
        leavers.append(_start(path, _LEAVER))
        confirmed.update(int(line) for line in said if line != "opened\n")
        assert all(is_sound(each.path) for each in backups.list())
        book = Book.open(path)
        assert book.check()
        assert confirmed <= {person for (person,) in book.rows("SELECT id FROM person")}
        book.close()
    for leaver in leavers:
        leaver.kill()
        leaver.communicate()
    assert len(confirmed) == 12
