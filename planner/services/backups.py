"""Verified copies of the book, made at every close, and going back to one of them."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from errno import ENOSPC
from glob import escape
from pathlib import Path

from planner.domain.errors import PlannerError
from planner.domain.moment import Moment
from planner.models.book import Book
from planner.models.copies import copy_book, copy_closed_book, is_sound, people_in
from planner.services.preferences import Preferences
from planner.services.stored import PREFERENCES, read_setting, revive

_ENDING = ".warmbook"


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy; ``made_at`` is in UTC, ``size`` in bytes, ``people`` None when the copy cannot be read."""

    path: Path
    made_at: datetime
    size: int
    people: int | None


class Backups:
    """The copies of one book, in one folder."""

    def __init__(self, book_path: Path, folder: Path) -> None:
        self._book_path = book_path
        self._folder = folder

    def make(self, book: Book, now: Moment) -> Path:
        """Copy the book, check the copy, and only then let it count; the newest are kept, ten by default.

        It goes to the second folder as well where the user named one that is there just now.

        Raises PlannerError: backup_failed when the copy does not pass its check, disk_full, book_unreadable.
        """
        path = self._name(now.local)
        draft = self._drafted(path)
        try:
            copy_book(book, draft)
            self._settle(draft, path, now.utc)
        finally:
            draft.unlink(missing_ok=True)
        kept, second = _wishes(book)
        self._prune(kept)
        if second is not None:
            self._copy_to(second, path, kept)
        return path

    def is_newest_in(self, folder: Path) -> bool:
        """Whether the newest copy lies in that folder, too."""
        newest = next(iter(self._paths()), None)
        return newest is not None and (folder / newest.name).is_file()

    def newest_at(self) -> datetime | None:
        """When the newest copy was made, in UTC, without a look into it; None while there is none."""
        newest = next(iter(self._dated()), None)
        return None if newest is None else datetime.fromtimestamp(newest[0], UTC)

    def list(self) -> tuple[Backup, ...]:
        """All copies, newest first."""
        return tuple(map(look_at, self._paths()))

    def restore(self, backup: Backup, book_path: Path) -> None:
        """Put a copy in the place of the closed book; what stood there becomes a copy first.

        Raises PlannerError: backup_damaged, book_busy when something still has the book open, disk_full.
        """
        if not is_sound(backup.path):
            raise PlannerError("backup_damaged", path=backup.path)
        draft = book_path.with_name(f"{book_path.name}.tmp")
        try:
            shutil.copyfile(backup.path, draft)
            self._keep_present(book_path)
            for ending in ("-wal", "-shm"):
                Path(f"{book_path}{ending}").unlink(missing_ok=True)
            draft.replace(book_path)
        except OSError as error:
            raise PlannerError("disk_full" if error.errno == ENOSPC else "book_busy", path=book_path) from error
        finally:
            draft.unlink(missing_ok=True)

    def _keep_present(self, book_path: Path) -> None:
        """Copy the book that is about to be replaced, be it ever so damaged; named by when it last changed."""
        if not book_path.exists():
            return
        changed = datetime.fromtimestamp(book_path.stat().st_mtime, UTC)
        path = self._name(changed.astimezone())
        while path.exists():
            path = path.with_name(f"{path.stem}+{_ENDING}")
        draft = self._drafted(path)
        try:
            copy_closed_book(book_path, draft)
            self._settle(draft, path, changed)
        except PlannerError as error:
            if error.code in {"book_busy", "disk_full"}:
                raise
            shutil.copy2(book_path, path)
        finally:
            draft.unlink(missing_ok=True)

    def _settle(self, draft: Path, path: Path, made_at: datetime) -> None:
        if not is_sound(draft):
            raise PlannerError("backup_failed", path=path)
        os.utime(draft, (made_at.timestamp(), made_at.timestamp()))
        draft.replace(path)

    def _name(self, local: datetime) -> Path:
        return self._folder / f"{self._book_path.stem} {local:%Y-%m-%d %H-%M-%S}{_ENDING}"

    def _drafted(self, path: Path) -> Path:
        self._folder.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f"{path.name}.tmp")
        draft.unlink(missing_ok=True)
        return draft

    def _paths(self) -> tuple[Path, ...]:
        return tuple(path for _seconds, _name, path in self._dated())

    def _dated(self) -> tuple[tuple[float, str, Path], ...]:
        """When each copy was made, in seconds, its name, its path; newest first. A thread may be throwing some away."""
        found = []
        for path in self._folder.glob(f"{escape(self._book_path.stem)} *{_ENDING}"):
            with suppress(FileNotFoundError):
                found.append((path.stat().st_mtime, path.name, path))
        return tuple(sorted(found, reverse=True))

    def _copy_to(self, folder: Path, path: Path, kept: int) -> None:
        """Carry a finished copy to a second folder; a stick that is full or gone is no reason to fail."""
        there = Backups(self._book_path, folder)
        draft = folder / f"{path.name}.tmp"
        try:
            shutil.copy2(path, draft)
            draft.replace(folder / path.name)
            there._prune(kept)
        except OSError:
            return

    def _prune(self, kept: int) -> None:
        left_over = self._folder.glob(f"{escape(self._book_path.stem)} *{_ENDING}.tmp")  # by a run that was killed
        for path in (*self._paths()[kept:], *left_over):
            path.unlink(missing_ok=True)


def look_at(path: Path) -> Backup:
    """A copy wherever it lies, such as on a stick."""
    known = path.stat()
    return Backup(path, datetime.fromtimestamp(known.st_mtime, UTC), known.st_size, people_in(path))


def _wishes(book: Book) -> tuple[int, Path | None]:
    """How many copies the user keeps, and where they want each one as well."""
    chosen = revive(Preferences(), read_setting(book, PREFERENCES))
    return chosen.backups_kept, Path(chosen.second_folder) if chosen.second_folder else None
