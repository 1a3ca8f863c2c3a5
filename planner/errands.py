"""What the run of the program has done in a thread: catching up with the days, the backup at the end, moving a book."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from planner.domain.errors import PlannerError
from planner.services import moving
from planner.services.open_book import OpenBook
from planner.ui.kit import tasks

_EXPECTED = frozenset({"book_busy", "cancelled"})
"""Why it may not be done now; it is tried again the next day, and at the next start."""


def catch_up(book: OpenBook, hear: Callable[[int | PlannerError], None], *, checks: bool) -> None:
    """Draw the line under the days that have passed; ``hear`` gets how many people it was about, or what is wrong.

    With ``checks`` the book is looked through first, and left alone where it is damaged.
    """

    def work(progress: tasks.Progress) -> int:
        try:
            if checks and not book.book.check():
                raise PlannerError("book_damaged", path=book.path)
            return book.catch_up(progress)
        finally:
            book.book.close()

    def failed(trouble: PlannerError) -> None:
        if trouble.code not in _EXPECTED:
            hear(trouble)

    tasks.run(work, on_done=hear, on_failed=failed)


def back_up(book: OpenBook, then: Callable[[PlannerError | None], None]) -> None:
    """Make the backup at the end; ``then`` gets what kept it from being made."""

    def work(_progress: tasks.Progress) -> None:
        try:
            book.backups.make(book.book, book.clock())
        finally:
            book.book.close()

    tasks.run(work, on_done=then, on_failed=then)


def move(path: Path, folder: Path, then: Callable[[Path | PlannerError], None]) -> None:
    """Move a closed book; ``then`` gets where it is now, or why it is where it was."""
    tasks.run(lambda _progress: moving.move_book(path, folder), on_done=then, on_failed=then)
