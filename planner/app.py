"""The program with windows: knows every floor, and builds everything once."""

from __future__ import annotations

import gc
import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Qt, QTimer, QTimeZone
from PySide6.QtWidgets import QApplication, QWidget

from planner.domain.errors import PlannerError
from planner.domain.moment import Moment
from planner.models.book import Book
from planner.services.changes import Change, Changed
from planner.services.open_book import OpenBook
from planner.services.places import Places
from planner.services.preferences import Preferences
from planner.ui.desk import Desk
from planner.ui.kit import i18n, tasks, theme, wording
from planner.ui.kit.crash import CrashReporter
from planner.ui.kit.i18n import _
from planner.ui.kit.single_instance import SingleInstance

if TYPE_CHECKING:
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
        self._zone: str = options.zone or _system_zone()
        self._began = datetime.now(UTC)
        self._own: Path = options.book or self._places.book
        self._instance: SingleInstance | None = None
        self._was_handed_over = False
        self._look = Preferences()
        self._minute = QTimer(self, interval=_MINUTE)
        self._minute.timeout.connect(self._tick)
        self.book: OpenBook | None = None
        self.desk: Desk | None = None
        app.setQuitOnLastWindowClosed(False)
        app.applicationStateChanged.connect(self._come_back)

    def now(self) -> Moment:
        """What time it is; with ``--at`` the clock stood at that moment at the start."""
        now = datetime.now(UTC)
        if self._starts_at is not None:
            now = Moment.at(self._starts_at, self._zone).utc + (now - self._began)
        return Moment(now, self._zone)

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
        self._dress(self.book.preferences.load())
        self._show_desk(self.book)
        return True

    def leave(self, *, backs_up: bool = True) -> None:
        """Close the book that is open: its desk, its backup, its file."""
        self._minute.stop()
        if self.desk is not None:
            self.desk.closed.disconnect(self.finish)
            self.desk.close()
            self.desk.deleteLater()
            self.desk = None
        tasks.stop_all()
        if self.book is not None:
            if backs_up:
                self._back_up(self.book)
            self.book.book.close()
            self.book = None
        if self._instance is not None:
            self._instance.release()
            self._instance = None

    def finish(self) -> None:
        """The desk was closed: keep everything safe and end."""
        self.leave()
        self._app.quit()

    def _show_desk(self, book: OpenBook, person: int | None = None) -> None:
        desk = self.desk = Desk(book, person)
        desk.completed.connect(self._settle_in)
        desk.closed.connect(self.finish, Qt.ConnectionType.QueuedConnection)
        later = Qt.ConnectionType.QueuedConnection
        desk.own_book_requested.connect(self._open_own, later)
        desk.sample_requested.connect(self._open_sample, later)
        desk.restore_requested.connect(self._restore, later)
        desk.show()

    def _settle_in(self) -> None:
        """What can wait until the first frame stands."""
        gc.collect()
        gc.freeze()  # what is here stays; nobody should wait while it is looked through again
        gc.enable()
        if self.book is None or self.desk is None:
            return
        if self._instance is not None and not self._minute.isActive():
            self._instance.listen()
            self._look_back(self.book, self._crash.watch())
            self.book.catch_up()
        self._minute.start()
        if not self._look.first_start_done:
            self.desk.rest.doors.first_start()

    def _look_back(self, book: OpenBook, crash: str) -> None:
        """See whether the last run ended badly, and whether the book bore it."""
        if not book.book.was_clean and not book.book.check():
            _tell(self.desk, _("Your book is damaged"), wording.error(_damaged(book.path)))
        if crash:
            self._crash.show_report(crash, self.desk)

    def _tick(self) -> None:
        if self.book is not None and self.desk is not None and self.desk.tick():
            self.book.catch_up()
            self.desk.reload()

    def _come_back(self, state: Qt.ApplicationState) -> None:
        """Back from another program, which may have written in the book, or after hours of sleep."""
        if state != Qt.ApplicationState.ApplicationActive or self.book is None or self.desk is None:
            return
        if self._minute.isActive():
            if self.book.book.other_writer_changed():
                self.desk.reload()
            self._tick()

    def _come_forward(self) -> None:
        """Somebody started the program again."""
        if self.desk is not None:
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
        before, chosen = self._look, self.book.preferences.load()
        if _spoken(before) == _spoken(chosen) and before.theme == chosen.theme:
            self._look = chosen
            return
        self._dress(chosen)
        if _spoken(before) != _spoken(chosen) and self.desk is not None:
            old, person = self.desk, self.desk.person
            old.closed.disconnect(self.finish)
            old.close()
            self._show_desk(self.book, person)
            old.deleteLater()

    def _dress(self, chosen: Preferences) -> None:
        self._look = chosen
        self._zone = self._given_zone or chosen.zone or _system_zone()
        i18n.use_language(chosen.language or _system_language(), chosen.country)
        theme.apply(self._app, chosen.theme, chosen.text_size)

    def _open_own(self) -> None:
        """From the sample book to one's own; the sample is thrown away."""
        sample = self.book.path if self.book is not None else None
        own = self._own if self._own != sample else self._places.book
        self.leave()
        if sample == self._places.sample:
            self._places.throw_away_sample()
        if not self.open(own):
            self._app.quit()

    def _open_sample(self) -> None:
        """Look around among invented people."""
        from planner.services import demo

        path = self._places.sample
        self.leave()
        if not path.exists():
            book = Book.open(path)
            demo.fill(book, self.now())
            book.close()
        if not self.open(path):
            self._app.quit()

    def _restore(self, backup: Backup) -> None:
        """Put a backup in the place of the book and open it."""
        if self.book is None:
            return
        path, backups = self.book.path, self.book.backups
        self.leave(backs_up=False)  # restoring keeps the book as it is now
        try:
            backups.restore(backup, path)
        except PlannerError as trouble:
            _tell(None, _("The backup could not be restored"), wording.error(trouble))
        if not self.open(path):
            self._app.quit()

    def _back_up(self, book: OpenBook) -> None:
        try:
            book.backups.make(book.book, self.now())
        except PlannerError as trouble:
            _tell(None, _("No backup could be made"), wording.error(trouble))

    def _mend(self, path: Path, trouble: PlannerError) -> bool:
        """Say why a book can't be opened; a damaged one can be brought back from its newest backup."""
        from planner.services.backups import Backups

        self._dress(self._look)
        backups = Backups(path, Places(path.parent).backups)
        newest = next((each for each in backups.list() if each.people is not None), None)
        title = _("This book can\u2019t be opened")
        if trouble.code != "book_damaged" or newest is None:
            _tell(None, title, wording.error(trouble))
            return False
        from planner.ui.kit import prompts

        if not prompts.confirm(None, title, wording.error(trouble), _("Restore the newest backup")):
            return False
        backups.restore(newest, path)
        return self.open(path)


def _tell(parent: QWidget | None, title: str, text: str) -> None:
    """Say something that must not be missed; message boxes are no matter of the first frame."""
    from planner.ui.kit import prompts

    prompts.tell(parent, title, text)


def _spoken(chosen: Preferences) -> tuple[object, ...]:
    """What makes words or sizes differ."""
    return chosen.text_size, chosen.language, chosen.country, chosen.month_first


def _damaged(path: Path) -> PlannerError:
    return PlannerError("book_damaged", path=path)


def _system_language() -> str:
    """The language of this computer, where there are words in another than English; asking Qt takes a while."""
    return QLocale.system().name().partition("_")[0] if i18n.is_translated() else "en"


def _system_zone() -> str:
    """The IANA zone of this computer; Qt reads all zones there are to answer, so it is asked only where it must be."""
    linked = Path("/etc/localtime")
    if "TZ" not in os.environ and linked.is_symlink():
        name = linked.readlink().as_posix().partition("zoneinfo/")[2]
        if name:
            return name
    return bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii") or "UTC"


def _options(arguments: Sequence[str]) -> Namespace:
    if not arguments:
        return Namespace(book=None, at=None, zone="")
    parser = ArgumentParser(prog="warmbook", description="A contact planner. Without a verb it opens its window.")
    parser.add_argument("--book", type=Path, help="the book to open instead of your own")
    parser.add_argument("--at", type=datetime.fromisoformat, help="begin at this time: 2026-12-01T08:45")
    parser.add_argument("--zone", default="", help="be in this time zone: America/Chicago")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str]) -> int:
    """Run the program with windows until it is closed."""
    options = _options(arguments)
    theme.prepare()
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Warmbook")
    app.setApplicationDisplayName("Warmbook")
    app.setDesktopFileName("warmbook")
    return Program(app, options).run()
