"""The program with windows: knows every floor, and builds everything once."""

from __future__ import annotations

import gc
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from planner import system
from planner.domain.errors import PlannerError
from planner.models.book import Book
from planner.services.changes import Change, Changed
from planner.services.look import Look
from planner.services.open_book import OpenBook
from planner.services.places import Places
from planner.ui.desk import Desk
from planner.ui.kit import i18n, theme
from planner.ui.kit.crash import CrashReporter
from planner.ui.kit.i18n import _
from planner.ui.kit.single_instance import SingleInstance

if TYPE_CHECKING:
    from planner.domain.moment import Moment
    from planner.services.backups import Backup

_MINUTE = 60_000


class Program(QObject):
    """The run of the program: which book is open, its desk, the minutes, and the way out."""

    def __init__(self, app: QApplication, options: Namespace) -> None:
        super().__init__()
        self._app = app
        self._places = Places.of_user()
        self._crash = CrashReporter(self._places.log)
        self._crash.install()
        self._starts_at: datetime | None = options.at
        self._given_zone: str = options.zone
        self._began = datetime.now(UTC)
        self._own = system.present_place(options.book or self._places.book)
        self._instance: SingleInstance | None = None
        self._was_handed_over = False
        self._is_called_back = False
        self._look = Look()
        self._minute = QTimer(self, interval=_MINUTE)
        self._minute.timeout.connect(self._tick)
        self.book: OpenBook | None = None
        self.desk: Desk | None = None
        app.setQuitOnLastWindowClosed(False)
        app.applicationStateChanged.connect(self._come_back)

    def now(self) -> Moment:
        """What time it is; with ``--at`` the clock stood at that moment at the start."""
        from planner.domain.moment import Moment

        now, zone = datetime.now(UTC), self._given_zone or self._look.zone or system.zone()
        if self._starts_at is not None:
            now = Moment.at(self._starts_at, zone).utc + (now - self._began)
        return Moment(now, zone)

    def run(self) -> int:
        """Open the book and stay until the last window is closed."""
        code = self._app.exec() if self.open(self._own) else int(not self._was_handed_over)
        self._crash.uninstall()
        return code

    def open(self, path: Path) -> bool:
        """Open a book and show its desk; False when that is not possible, which the user was told."""
        instance = SingleInstance(path)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if not instance.claim():
                self._was_handed_over = instance.raise_other()
                if not self._was_handed_over:
                    self._mend(path, PlannerError("book_busy", path=path))
                return False
            self.book = OpenBook.at(path, self.now)
        except PlannerError as trouble:
            instance.release()
            return self._mend(path, trouble)
        except OSError:
            return self._mend(path, PlannerError("folder_missing", path=path.parent))
        self._instance = instance
        instance.raised.connect(self._come_forward)
        self.book.changes.subscribe(self._hear)
        self._dress(self.book.look())
        self._show_desk(self.book)
        return True

    def leave(self, then: Callable[[], object], *, backs_up: bool = True) -> None:
        """Close the book that is open: its desk, its backup, its file; then go on.

        The backup is made in a thread, so that the program still hears when it is started again meanwhile.
        """
        from planner import errands
        from planner.ui.kit import tasks

        self._minute.stop()
        if self.desk is not None:
            self.desk.closed.disconnect(self.finish)
            self.desk.close()
            self.desk.deleteLater()
            self.desk = None
        tasks.stop_all()
        if self.book is not None and backs_up:
            errands.back_up(self.book, partial(self._let_go, then))
        else:
            self._let_go(then)

    def finish(self) -> None:
        """The desk was closed: keep everything safe and end."""
        self._is_called_back = False
        self.leave(self._end)

    def _let_go(self, then: Callable[[], object], trouble: PlannerError | None = None) -> None:
        """Close the file, with or without a backup."""
        from planner.ui.kit import tasks

        if trouble is not None:
            _tell(None, _("No backup could be made"), trouble)
        tasks.stop_all()
        if self.book is not None:
            self.book.book.close()
            self.book = None
        if self._instance is not None:
            self._instance.release()
            self._instance = None
        then()

    def _end(self) -> None:
        """Quit, unless somebody has started the program again meanwhile."""
        if not (self._is_called_back and self.open(self._own)):
            self._app.quit()

    def _show_desk(self, book: OpenBook, person: int | None = None) -> None:
        desk = self.desk = Desk(book, person)
        desk.arranged.connect(self._attend)
        desk.completed.connect(self._settle_in)
        desk.closed.connect(self.finish)
        desk.show()

    def _attend(self) -> None:
        """Hear what the system and the desk want, once the first frame stands."""
        from PySide6.QtCore import Qt

        theme.follow_system(self._app)
        if self.desk is not None:
            later = Qt.ConnectionType.QueuedConnection
            self.desk.own_book_requested.connect(self._open_own, later)
            self.desk.sample_requested.connect(self._open_sample, later)
            self.desk.restore_requested.connect(self._restore, later)
            self.desk.move_requested.connect(self._move_home, later)

    def _settle_in(self) -> None:
        """What can wait until the first frame stands."""
        gc.collect()
        gc.freeze()  # what is here stays; nobody should wait while it is looked through again
        gc.enable()
        if self.book is None or self.desk is None:
            return
        if self._instance is not None and not self._minute.isActive():
            self._instance.listen()
            self._catch_up(checks=not self.book.book.was_clean)
            if crash := self._crash.watch():
                self._crash.show_report(crash, self.desk)
        self._minute.start()
        if not self._look.first_start_done:
            self.desk.rest.doors.first_start()

    def _catch_up(self, *, checks: bool = False) -> None:
        """Bring the book up to the present day, in a thread: it may be about everybody in it."""
        from planner import errands

        book = self.book

        def hear(found: int | PlannerError) -> None:
            if self.book is not book or self.desk is None:
                return
            if isinstance(found, PlannerError):
                title = _("Your book is damaged") if found.code == "book_damaged" else _("That did not work")
                _tell(self.desk, title, found)
            elif found:
                self.desk.reload()

        if book is not None:
            errands.catch_up(book, hear, checks=checks)

    def _tick(self) -> None:
        if self.book is not None and self.desk is not None and self.desk.tick():
            self._catch_up()
            self.desk.reload()

    def _come_back(self) -> None:
        """Back from another program, which may have written in the book, or after hours of sleep."""
        if self.book is None or self.desk is None or not self._minute.isActive():
            return
        from PySide6.QtCore import Qt

        if self._app.applicationState() == Qt.ApplicationState.ApplicationActive:
            if self.book.book.other_writer_changed():
                self.desk.reload()
            self._tick()

    def _come_forward(self) -> None:
        """Somebody started the program again, perhaps while it was about to end."""
        self._is_called_back = True
        if self.desk is not None:
            from PySide6.QtCore import Qt

            self.desk.setWindowState(self.desk.windowState() & ~Qt.WindowState.WindowMinimized)
            self.desk.raise_()
            self.desk.activateWindow()

    def _hear(self, changed: Changed) -> None:
        if changed.what & Change.SETTINGS and self.book is not None:
            QTimer.singleShot(0, self._follow_preferences)

    def _follow_preferences(self) -> None:
        """Colours change in place; other words or larger letters need a new desk."""
        if self.book is None:
            return
        before, chosen = self._look, self.book.look()
        if before.spoken == chosen.spoken and before.theme == chosen.theme:
            self._look = chosen
            return
        self._dress(chosen)
        if before.spoken != chosen.spoken and self.desk is not None:
            old, person = self.desk, self.desk.person
            old.closed.disconnect(self.finish)
            old.close()
            self._show_desk(self.book, person)
            old.deleteLater()

    def _dress(self, chosen: Look) -> None:
        self._look = chosen
        i18n.use_language(chosen.language or system.language(), chosen.country)
        theme.apply(self._app, chosen.theme, chosen.text_size)

    def _open_own(self) -> None:
        """From the sample book to one's own; the sample is thrown away."""
        sample = self.book.path if self.book is not None else None
        own = self._own if self._own != sample else self._places.book

        def go_on() -> None:
            if sample == self._places.sample:
                self._places.throw_away_sample()
            self._open_or_quit(own)

        self.leave(go_on)

    def _open_sample(self) -> None:
        """Look around among invented people."""
        from planner.services import demo

        path = self._places.sample
        zone = self.book.preferences.load().zone if self.book is not None else ""

        def go_on() -> None:
            if not path.exists():
                book = Book.open(path)
                demo.fill(book, self.now(), zone=zone)
                book.close()
            self._open_or_quit(path)

        self.leave(go_on)

    def _restore(self, backup: Backup) -> None:
        """Put a backup in the place of the book and open it."""
        if self.book is None:
            return
        path, backups = self.book.path, self.book.backups

        def go_on() -> None:
            try:
                backups.restore(backup, path)
            except PlannerError as trouble:
                _tell(None, _("The backup could not be restored"), trouble)
            self._open_or_quit(path)

        self.leave(go_on, backs_up=False)  # restoring keeps the book as it is now

    def _move_home(self) -> None:
        """Out of a folder that a service copies, into the one that is the user's alone."""
        if self.book is not None:
            from planner import errands

            path = self.book.path
            self.leave(lambda: errands.move(path, self._places.folder, partial(self._moved, path)))

    def _moved(self, path: Path, found: Path | PlannerError) -> None:
        if isinstance(found, PlannerError):
            _tell(None, _("The book could not be moved"), found)
            self._open_or_quit(path)
            return
        self._own = found if self._own == path else self._own
        self._open_or_quit(found)
        text = _(
            "It is in {folder} now, as {name}. The old file stays where it was, as a copy of today; "
            "whoever opens it here comes to the new one."
        )
        _tell(self.desk, _("Your book has moved"), text.format(folder=found.parent, name=found.name))

    def _open_or_quit(self, path: Path) -> None:
        if not self.open(path):
            self._app.quit()

    def _mend(self, path: Path, trouble: PlannerError) -> bool:
        """Say why a book can't be opened; a damaged one can be brought back from its newest backup."""
        from planner.services.backups import Backups

        self._dress(self._look)
        backups = Backups(path, Places(path.parent).backups)
        newest = next((each for each in backups.list() if each.people is not None), None)
        title = _("This book can\u2019t be opened")
        if trouble.code != "book_damaged" or newest is None:
            _tell(None, title, trouble)
            return False
        from planner.ui.kit import prompts, wording

        if not prompts.confirm(None, title, wording.error(trouble), _("Restore the newest backup")):
            return False
        backups.restore(newest, path)
        return self.open(path)


def _tell(parent: QWidget | None, title: str, news: PlannerError | str) -> None:
    """Say something that must not be missed; message boxes are no matter of the first frame."""
    from planner.ui.kit import prompts, wording

    prompts.tell(parent, title, wording.error(news) if isinstance(news, PlannerError) else news)


def main(arguments: Sequence[str]) -> int:
    """Run the program with windows until it is closed."""
    options = system.options(arguments)
    theme.prepare()
    app = QApplication(sys.argv[:1])
    system.introduce(app)
    return Program(app, options).run()
