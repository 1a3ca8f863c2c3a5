"""Moving a book out of a folder that a service copies while the book is being written."""

from __future__ import annotations

import json
from itertools import count
from pathlib import Path

from planner.domain.errors import PlannerError
from planner.models.book import Book
from planner.models.copies import copy_closed_book, is_sound, people_in, setting_in
from planner.services.places import synced_by
from planner.services.stored import write_setting

_MOVED_TO = "moved_to"
"""The key under which a book that was left behind keeps where it went on."""


def move_book(path: Path, folder: Path) -> Path:
    """Go on with the closed book at ``path`` in ``folder``; answers where it is now.

    The copy is checked before it counts. The old file stays as it is, and knows where the book went on. Whenever this
    is cut short, the old file is still the book. Raises PlannerError: book_busy, backup_failed, disk_full, and those of
    the book.
    """
    folder.mkdir(parents=True, exist_ok=True)
    home = _free(folder, path)
    draft = home.with_name(f"{home.name}.tmp")
    draft.unlink(missing_ok=True)
    try:
        copy_closed_book(path, draft)
        _check(draft, path)
        draft.replace(home)
        _leave_word(path, home)
    except PlannerError:
        home.unlink(missing_ok=True)
        raise
    finally:
        draft.unlink(missing_ok=True)
    return home


def present_place(path: Path) -> Path:
    """Where the book that was last at ``path`` is now: the same place, unless it was moved."""
    if synced_by(path) is None or not path.is_file():
        return path
    kept = setting_in(path, _MOVED_TO)
    moved_to = json.loads(kept) if kept else None
    home = Path(moved_to) if isinstance(moved_to, str) else path
    return home if home.is_file() else path


def _check(copy: Path, path: Path) -> None:
    if not is_sound(copy) or people_in(copy) != people_in(path):
        raise PlannerError("backup_failed", path=copy)


def _free(folder: Path, path: Path) -> Path:
    """The name of the book, with a number where another one has it."""
    names = (folder / (path.name if n == 1 else f"{path.stem} {n}{path.suffix}") for n in count(1))
    return next(name for name in names if not name.exists())


def _leave_word(path: Path, home: Path) -> None:
    old = Book.open(path, create=False)
    try:
        with old.quietly():
            write_setting(old, _MOVED_TO, str(home))
    finally:
        old.close()
