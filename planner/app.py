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
from PySide6.QtWidgets import QApplication

from planner import system
from planner.domain.errors import PlannerError
from planner.services.changes import Change, Changed
from planner.services.look import Look
from planner.services.open_book import OpenBook
from planner.services.places import Places
from planner.ui.desk import Desk
from planner.ui.kit import i18n, theme
from planner.ui.kit.application import Application
from planner.ui.kit.crash import CrashReporter
from planner.ui.kit.i18n import _
from planner.ui.kit.single_instance import SingleInstance

if TYPE_CHECKING:
    from planner.domain.moment import Moment

_MINUTE = 60_000


class Program(QObject):
    """The run of the program: which book is open, its desk, the minutes, and the way out."""

    def __init__(self, app: QApplication, options: Namespace) -> None:
        super().__init__()
        self._app = app
        self.places = Places.of_user()
        self._crash = CrashReporter(self.places.log)
        self._crash.install()
        self._starts_at: datetime | None = options.at
        self._given_zone: str = options.zone
        self._began = datetime.now(UTC)
        self.own = system.present_place(options.book or self.places.book)
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
        code = self._app.exec() if self.open(self.own) else int(not self._was_handed_over)
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

    def open_other(self, path: str) -> None:
        """The system asks for another book while this one is open, as macOS does."""
        from planner import other_books

        if self.desk is not None:
            self._come_forward()
            other_books.open_another(self, Path(path))

    def quit(self) -> None:
        """End at once; everything is closed."""
        self._app.quit()

    def _let_go(self, then: Callable[[], object], trouble: PlannerError | None = None) -> None:
        """Close the file, with or without a backup."""
        from planner.ui.kit import tasks

        if trouble is not None:
            from planner.other_books import tell

            tell(None, _("No backup could be made"), trouble)
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
        if not (self._is_called_back and self.open(self.own)):
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
            from planner import other_books

            later = Qt.ConnectionType.QueuedConnection
            self.desk.own_book_requested.connect(partial(other_books.open_own, self), later)
            self.desk.sample_requested.connect(partial(other_books.open_sample, self), later)
            self.desk.restore_requested.connect(partial(other_books.restore, self), later)
            self.desk.move_requested.connect(partial(other_books.move_home, self), later)

    def _settle_in(self) -> None:
        """What can wait until the first frame stands."""
        gc.collect()
        gc.freeze()  # what is here stays; nobody should wait while it is looked through again
        gc.enable()
        if self.book is None or self.desk is None:
            return
        from planner.ui.kit import qt_words

        qt_words.follow_language(self._app)
        if self._instance is not None and not self._minute.isActive():
            self._instance.listen()
            self._catch_up(checks=not self.book.book.was_clean)
            if crash := self._crash.watch():
                self._crash.show_report(crash, self.desk)
        self._minute.start()
        if not self._look.first_start_done:
            self.desk.rest.book.first_start()
        self.desk.rest.program.tell_news_once()

    def _catch_up(self, *, checks: bool = False) -> None:
        """Bring the book up to the present day, in a thread: it may be about everybody in it."""
        from planner import errands
        from planner.other_books import tell

        book = self.book

        def hear(found: int | PlannerError) -> None:
            if self.book is not book or self.desk is None:
                return
            if isinstance(found, PlannerError):
                title = _("Your book is damaged") if found.code == "book_damaged" else _("That did not work")
                tell(self.desk, title, found)
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
            self.desk.come_forward()

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

    def _mend(self, path: Path, trouble: PlannerError) -> bool:
        """Say why a book can't be opened; a damaged one can be brought back from its newest backup."""
        from planner.other_books import tell
        from planner.services.backups import Backups

        self._dress(self._look)
        backups = Backups(path, Places(path.parent).backups)
        newest = next((each for each in backups.list() if each.people is not None), None)
        title = _("This book can\u2019t be opened")
        if trouble.code != "book_damaged" or newest is None:
            tell(None, title, trouble)
            return False
        from planner.ui.kit import prompts, wording

        if not prompts.confirm(None, title, wording.error(trouble), _("Restore the newest backup")):
            return False
        backups.restore(newest, path)
        return self.open(path)


def main(arguments: Sequence[str]) -> int:
    """Run the program with windows until it is closed."""
    options = system.options(arguments)
    theme.prepare()
    app = Application(sys.argv[:1])
    system.introduce(app)
    program = Program(app, options)
    app.file_asked.connect(program.open_other)
    return program.run()
