"""From the open book to another one: one's own, the sample, a backup, one that was moved, one the system asks for."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from planner import errands, system
from planner.domain.errors import PlannerError
from planner.models.book import Book
from planner.services.look import Look, lend_look
from planner.ui.kit import i18n
from planner.ui.kit.i18n import _

if TYPE_CHECKING:
    from planner.domain.moment import Moment
    from planner.services.backups import Backup
    from planner.services.open_book import OpenBook
    from planner.services.places import Places


class Program(Protocol):
    """What the run of the program offers to whoever changes the book."""

    own: Path
    places: Places
    book: OpenBook | None

    def now(self) -> Moment:
        """What time it is."""

    def open(self, path: Path) -> bool:
        """Open a book; False when that is not possible, which the user was told."""

    def leave(self, then: Callable[[], object], *, backs_up: bool = True) -> None:
        """Close the open book, then go on."""

    def quit(self) -> None:
        """End at once."""


def open_own(program: Program) -> None:
    """From the sample book to one's own; the sample is thrown away."""
    sample = program.book.path if program.book is not None else None
    own = program.own if program.own != sample else program.places.book

    def go_on() -> None:
        if sample == program.places.sample:
            program.places.throw_away_sample()
        _open_or_quit(program, own)

    program.leave(go_on, backs_up=sample != program.places.sample)


def open_sample(program: Program) -> None:
    """Look around among invented people."""
    from planner.services import demo

    path = program.places.sample
    zone = program.book.preferences.load().zone if program.book is not None else ""
    look = program.book.look() if program.book is not None else Look()

    def go_on() -> None:
        is_new = not path.exists()
        with suppress(PlannerError):  # one that is there and can't be opened is spoken of when it is shown
            book = Book.open(path)
            if is_new:
                demo.fill(book, program.now(), zone=zone, language=i18n.language())
            lend_look(look, book)
            book.close()
        _open_or_quit(program, path)

    program.leave(go_on)


def open_another(program: Program, path: Path) -> None:
    """The book that the system asks for, as a double click on macOS does; where it can't be opened, stay here."""
    if program.book is None:
        return
    before, asked = program.book.path, system.present_place(path)
    if asked.resolve() == before.resolve():
        return

    def go_on() -> None:
        if program.open(asked):
            program.own = asked
        else:
            _open_or_quit(program, before)

    program.leave(go_on)


def restore(program: Program, backup: Backup) -> None:
    """Put a backup in the place of the book and open it."""
    if program.book is None:
        return
    path, backups = program.book.path, program.book.backups

    def go_on() -> None:
        from planner.ui.dialogs.busy import Busy

        bad_news = _("The backup could not be restored")
        heading = _("Going back to the backup…")
        window = Busy(heading, lambda _progress: backups.restore(backup, path), bad_news=bad_news)

        def ended(_result: int) -> None:
            window.deleteLater()
            _open_or_quit(program, path)

        window.finished.connect(ended)
        window.open()

    program.leave(go_on, backs_up=False)  # restoring keeps the book as it is now


def move_home(program: Program) -> None:
    """Out of a folder that a service copies, into the one that is the user's alone."""
    if program.book is not None:
        path = program.book.path
        program.leave(lambda: errands.move(path, program.places.folder, partial(_moved, program, path)))


def _moved(program: Program, path: Path, found: Path | PlannerError) -> None:
    if isinstance(found, PlannerError):
        tell(None, _("The book could not be moved"), found)
        _open_or_quit(program, path)
        return
    program.own = found if program.own == path else program.own
    _open_or_quit(program, found)
    text = _(
        "It is in {folder} now, as {name}. The old file stays where it was, as a copy of today; "
        "whoever opens it here comes to the new one."
    )
    tell(None, _("Your book has moved"), text.format(folder=found.parent, name=found.name))


def _open_or_quit(program: Program, path: Path) -> None:
    if not program.open(path):
        program.quit()


def tell(parent: QWidget | None, title: str, news: PlannerError | str) -> None:
    """Say something that must not be missed; message boxes are no matter of the first frames."""
    from planner.ui.kit import prompts, wording

    prompts.tell(parent, title, wording.error(news) if isinstance(news, PlannerError) else news)
