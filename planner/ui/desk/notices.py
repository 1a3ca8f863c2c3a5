"""The quiet notice before a promised time: above the desk, and from the system's tray where there is one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

from planner.domain import notices
from planner.domain.moment import Moment
from planner.domain.notices import Expected
from planner.services.changes import Change, Changed
from planner.services.open_book import OpenBook
from planner.ui.desk.notice_banner import NoticeBanner
from planner.ui.kit import app_icon, dates
from planner.ui.kit.change_signal import ChangeSignal
from planner.ui.kit.i18n import _, ngettext
from planner.ui.kit.isolating import isolated

_HEARD = Change.PROMISES | Change.PEOPLE | Change.SETTINGS
_AT_MOST = 60_000
"""Milliseconds after which to look again, whatever is expected: the computer may have slept."""
_SHOWN = 15_000


class Notices(QObject):
    """Looks when the next notice is due and tells it once; it never makes a sound and never keeps the program open."""

    person_chosen = Signal(int)
    raised = Signal()
    quit_requested = Signal()

    def __init__(self, services: OpenBook, changes: ChangeSignal, banner: NoticeBanner, desk: QWidget) -> None:
        super().__init__(desk)
        self._services = services
        self._desk = desk
        self.banner = banner
        self.tray: QSystemTrayIcon | None = None
        self._told_last: Expected | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)
        banner.person_chosen.connect(self.person_chosen)
        changes.changed.connect(self._hear)
        self.look()

    def look(self) -> None:
        """Tell whatever is due, and see when to look again."""
        now = self._services.clock()
        chosen = self._services.preferences.load()
        is_wanted = chosen.shows_notices and not chosen.is_sample
        self._want_tray(is_wanted=is_wanted)
        expected = self._services.notices.expected(now) if is_wanted else ()
        self.banner.keep(expected, now.utc)
        told = self._services.notices.told()
        due = notices.due(expected, now.utc, told)
        if due:
            self._services.notices.note_told(now, *(each.promise_id for each in due))
            self._tell(due, now, names=chosen.names_in_notices)
        self._describe(expected, now)
        following = notices.next_at(expected, now.utc, told | {each.promise_id for each in due})
        wait = _AT_MOST if following is None else int((following - now.utc).total_seconds() * 1000) + 1
        self._timer.start(min(wait, _AT_MOST))

    def leave(self) -> None:
        """The desk is going: nothing is told any more, and the tray is empty at once."""
        self._timer.stop()
        self._want_tray(is_wanted=False)

    def _hear(self, changed: Changed) -> None:
        if changed.what & _HEARD:
            self.look()

    def _tell(self, due: Sequence[Expected], now: Moment, *, names: bool) -> None:
        """Above the desk, where it waits; and in the system's own manner, which goes by and may take no click.

        On Linux Qt hands the system a notice without the action that a click would need.
        """
        self._told_last = due[0]
        self.banner.say(words(due, now, names=True)[1], due[0])
        if self.tray is not None and self.tray.supportsMessages():
            title, text = words(due, now, names=names)
            self.tray.showMessage(title, text, app_icon.app_icon(), _SHOWN)

    # The tray

    def _want_tray(self, *, is_wanted: bool) -> None:
        if is_wanted and self.tray is None and QSystemTrayIcon.isSystemTrayAvailable():
            self.tray = QSystemTrayIcon(self)
            self.tray.setContextMenu(self._menu())
            self.tray.activated.connect(self._activate)
            self.tray.messageClicked.connect(self._show_told)
            self.tray.setIcon(app_icon.tray_icon())
            self.tray.show()
        elif not is_wanted and self.tray is not None:
            self.tray.hide()
            self.tray.deleteLater()
            self.tray = None

    def _menu(self) -> QMenu:
        menu = QMenu(self._desk)
        menu.addAction(_("Open Warmbook")).triggered.connect(self.raised)
        self.next_promise = menu.addAction("")
        self.next_promise.triggered.connect(self._show_next)
        menu.addSeparator()
        menu.addAction(_("Switch notices off")).triggered.connect(self.switch_off)
        menu.addAction(_("Quit")).triggered.connect(self.quit_requested)
        return menu

    def _describe(self, expected: Sequence[Expected], now: Moment) -> None:
        """The next promise stands in the tray's menu."""
        self._next = next((each for each in expected if each.at > now.utc), None)
        if self.tray is None:
            return
        text = _("Nobody expects you at a fixed time")
        if self._next is not None:
            text = _("Next: {name}, {time}").format(name=isolated(self._next.name), time=_clock(self._next.at, now))
        self.next_promise.setText(text)
        self.next_promise.setEnabled(self._next is not None)
        self.tray.setToolTip(_("Warmbook"))

    def switch_off(self) -> None:
        """No more notices, until the preferences bring them back."""
        store = self._services.preferences
        store.save(replace(store.load(), shows_notices=False), self._services.clock())

    def _activate(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason == QSystemTrayIcon.ActivationReason.Trigger:
            self.raised.emit()

    def _show_next(self) -> None:
        if self._next is not None:
            self._show(self._next)

    def _show_told(self) -> None:
        if self._told_last is not None:
            self._show(self._told_last)

    def _show(self, expected: Expected) -> None:
        self.banner.hide()
        self.raised.emit()
        self.person_chosen.emit(expected.person_id)


def words(due: Sequence[Expected], now: Moment, *, names: bool) -> tuple[str, str]:
    """What a notice says: when, and whom it is about; never why, for others may see it."""
    first = due[0]
    minutes = max(1, round((first.at - now.utc).total_seconds() / 60))
    title = ngettext("A promise in {n} minute", "A promise in {n} minutes", minutes).format(n=dates.number(minutes))
    at = _clock(first.at, now)
    if len(due) > 1:
        text = ngettext("{count} person expects you at {time}.", "{count} people expect you at {time}.", len(due))
        return title, text.format(count=dates.number(len(due)), time=at)
    if not names:
        return title, _("Somebody expects you at {time}.").format(time=at)
    return title, _("{name} expects you at {time}.").format(name=isolated(first.name), time=at)


def _clock(at: datetime, now: Moment) -> str:
    return dates.clock(at.astimezone(ZoneInfo(now.zone)).time())
