"""A book moves out of a synchronised folder: checked before it counts, and never lost, whenever that is cut short."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from planner.domain.errors import PlannerError
from planner.models.book import Book
from planner.models.copies import is_sound, people_in
from planner.services import moving
from tests.builders import add_person, dump

pytestmark = pytest.mark.platform

ROOT = Path(__file__).resolve().parents[2]
MOVER = """
import sys
from pathlib import Path
from planner.services.moving import move_book
print("ready", flush=True)
sys.stdin.readline()
move_book(Path(sys.argv[1]), Path(sys.argv[2]))
"""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A closed book with two people, in a folder that OneDrive copies."""
    path = tmp_path / "OneDrive" / "Mine.warmbook"
    path.parent.mkdir()
    book = Book.open(path)
    for name in ("Ann", "Ben"):
        add_person(book, name)
    book.close()
    return path


def contents(path: Path) -> dict[str, object]:
    """Everything in a book but its settings."""
    book = Book.open(path, create=False)
    try:
        return {table: rows for table, rows in dump(book).items() if table != "setting"}
    finally:
        book.close()


def test_the_whole_book_is_in_the_other_folder_and_the_old_file_knows_it(old: Path, tmp_path: Path) -> None:
    before = contents(old)
    home = moving.move_book(old, tmp_path / "data" / "Warmbook")
    assert home == tmp_path / "data" / "Warmbook" / "Mine.warmbook"
    assert contents(home) == before == contents(old)
    assert moving.present_place(old) == home
    assert moving.present_place(home) == home
    assert sorted(each.name for each in home.parent.iterdir()) == ["Mine.warmbook"]


def test_another_book_of_that_name_stays(old: Path, tmp_path: Path) -> None:
    other = tmp_path / "data" / "Mine.warmbook"
    other.parent.mkdir()
    Book.open(other).close()
    assert moving.move_book(old, other.parent).name == "Mine 2.warmbook"
    assert people_in(other) == 0


def test_if_the_new_one_is_gone_the_old_one_is_the_book_again(old: Path, tmp_path: Path) -> None:
    moving.move_book(old, tmp_path / "data").unlink()
    assert moving.present_place(old) == old
    assert moving.present_place(tmp_path / "OneDrive" / "nothing.warmbook").name == "nothing.warmbook"


def test_a_book_that_is_open_elsewhere_stays(old: Path, tmp_path: Path) -> None:
    elsewhere = Book.open(old)
    elsewhere.rows("SELECT count(*) FROM person")
    with pytest.raises(PlannerError, match="book_busy"):
        moving.move_book(old, tmp_path / "data")
    elsewhere.close()
    assert list((tmp_path / "data").iterdir()) == []
    assert moving.present_place(old) == old


def test_a_copy_that_fails_its_check_never_counts(old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(moving, "is_sound", lambda _path: False)
    with pytest.raises(PlannerError, match="backup_failed"):
        moving.move_book(old, tmp_path / "data")
    assert list((tmp_path / "data").iterdir()) == []
    assert moving.present_place(old) == old


def test_killed_at_any_moment_everybody_is_in_the_book_that_opens_next(old: Path, tmp_path: Path) -> None:
    rng = random.Random(11)
    before = contents(old)
    for turn in range(12):
        folder = tmp_path / f"data {turn}"
        mover = subprocess.Popen(
            [sys.executable, "-c", MOVER, str(old), str(folder)],
            cwd=ROOT,
            env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert mover.stdin is not None
        assert mover.stdout is not None
        assert mover.stdout.readline() == "ready\n"
        mover.stdin.write("go\n")
        mover.stdin.flush()
        time.sleep(rng.uniform(0.0, 0.06))
        mover.kill()
        mover.communicate()
        present = moving.present_place(old)
        assert contents(present) == before
        assert is_sound(present)
