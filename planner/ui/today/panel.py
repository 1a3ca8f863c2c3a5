"""The left side of the desk: today, kept fresh by every change and every minute."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from planner.domain.moment import Moment
from planner.services.changes import ABOUT_PEOPLE, Change, Changed
from planner.services.today import Day, Today
from planner.ui.kit import dates, theme, wording
from planner.ui.kit.change_signal import ChangeSignal
from planner.ui.kit.empty_state import EmptyState
from planner.ui.kit.i18n import _, ngettext
from planner.ui.today.day_list import DayList
from planner.ui.today.day_model import rows_of

_SHOWN = ABOUT_PEOPLE | Change.SETTINGS | Change.IMPORTS
_MINUTE = 60_000
_SETTLE = 60
"""Milliseconds in which several changes become one look at the day."""
_MANY = 30
"""So many people who could wait are no list but a load (004-05)."""


class TodayPanel(QFrame):
    """Who to be in touch with today and why; asks the desk for everything else."""

    person_chosen = Signal(int)
    log_requested = Signal(int)
    open_requested = Signal(int)
    add_requested = Signal()
    refreshed = Signal(object)

    def __init__(
        self, today: Today, changes: ChangeSignal, clock: Callable[[], Moment], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "paper")
        self._today = today
        self._clock = clock
        self._noted: object = None
        self.day = Day(clock().today)
        self._title = QLabel(_("Today"), self)
        self._subtitle = QLabel(self)
        self._banner = QLabel(self)
        self._list = DayList(self)
        self._empty = EmptyState("today", "", "", parent=self, kind="")
        self._lay_out()
        self._soon = QTimer(self, singleShot=True, interval=_SETTLE)
        self._minute = QTimer(self, interval=_MINUTE)
        self._connect(changes)
        self.refresh()
        self._minute.start()

    @property
    def list(self) -> DayList:
        """The cards."""
        return self._list

    @property
    def banner_text(self) -> str:
        """The one amber sentence above the cards, empty on most days."""
        return self._banner.text() if self._banner.isVisibleTo(self) else ""

    def refresh(self) -> None:
        """Ask again who today is about."""
        now = self._clock()
        self.day = self._today.day(now)
        self._list.show_rows(rows_of(self.day, now))
        self._say_day()
        self._note(now)
        self.refreshed.emit(self.day)

    def choose(self, person_id: int | None) -> None:
        """Mark the person who is shown beside, if they are on the list."""
        self._list.choose(person_id)

    def focus_list(self) -> None:
        """Go to the cards."""
        self._list.setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say the date in as many words as there is room for (Qt's name)."""
        super().resizeEvent(event)
        self._fit_subtitle()

    def _fit_subtitle(self) -> None:
        words = _subtitles(self.day)
        self._subtitle.ensurePolished()
        room, metrics = self._subtitle.width(), self._subtitle.fontMetrics()
        fitting = (each for each in words if metrics.horizontalAdvance(each) <= room)
        self._subtitle.setText(next(fitting, words[-1]))
        self._subtitle.setToolTip(words[0])

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(6))
        head.setSpacing(theme.px(8))
        self._title.setProperty("role", "heading")
        self._subtitle.setProperty("role", "label")
        self._subtitle.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        head.addWidget(self._title, 0, Qt.AlignmentFlag.AlignBaseline)
        head.addWidget(self._subtitle, 1, Qt.AlignmentFlag.AlignBaseline)
        column.addLayout(head)
        self._banner.setProperty("role", "caution")
        self._banner.setWordWrap(True)
        self._banner.setTextFormat(Qt.TextFormat.PlainText)
        self._frame = QFrame(self)
        self._frame.setProperty("kind", "caution")
        inside = QVBoxLayout(self._frame)
        inside.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        inside.addWidget(self._banner)
        around = QVBoxLayout()
        around.setContentsMargins(theme.px(12), theme.px(4), theme.px(12), theme.px(4))
        around.addWidget(self._frame)
        column.addLayout(around)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._empty)
        column.addLayout(self._stack, 1)

    def _connect(self, changes: ChangeSignal) -> None:
        changes.changed.connect(self._hear)
        self._soon.timeout.connect(self.refresh)
        self._minute.timeout.connect(self.refresh)
        self._list.chosen.connect(self.person_chosen)
        self._list.opened.connect(self._open)
        self._list.log_requested.connect(self.log_requested)
        self._list.put_off_requested.connect(self._put_off)
        self._empty.acted.connect(self.add_requested)

    def _hear(self, changed: Changed) -> None:
        if changed.what & _SHOWN:
            self._soon.start()

    def _open(self, person_id: int) -> None:
        self.person_chosen.emit(person_id)
        self.open_requested.emit(person_id)

    def _put_off(self, person_id: int) -> None:
        self._today.put_off(person_id, self._clock())
        self.refresh()

    def _note(self, now: Moment) -> None:
        """Write down who stood on the list, once for each list: carrying over is counted from it."""
        stood = (self.day.on, tuple(card.person_id for card in self.day.cards))
        if stood != self._noted:
            self._noted = stood
            self._today.note_listed(self.day, now)

    def _say_day(self) -> None:
        self._fit_subtitle()
        sentence = _banner(self.day)
        self._banner.setText(sentence)
        self._frame.setVisible(bool(sentence))
        is_empty = not self._list.rows
        if is_empty:
            self._empty.say("today", *_nobody(self.day))
        self._stack.setCurrentWidget(self._empty if is_empty else self._list)


def _subtitles(day: Day) -> tuple[str, ...]:
    """Date and count, from the most words to the fewest."""
    count = len(day.cards)
    people = ngettext("{count} person", "{count} people", count).format(count=dates.number(count))
    shown = (dates.day(day.on), dates.month_and_day(day.on.month, day.on.day))
    if not count:
        return shown
    return (*(_("{day} · {people}").format(day=each, people=people) for each in shown), people)


def _banner(day: Day) -> str:
    """More promises than places, or the gentle sentence after a long silence; empty on most days."""
    if day.capacity and day.must > day.capacity:
        return _("More promises than places today: {count}. They come first; everything else can wait.").format(
            count=dates.number(day.must)
        )
    if day.waiting + len(day.not_today) > _MANY:
        count = len(day.cards)
        return ngettext(
            "A fresh start: {count} person today, the others in their own time.",
            "A fresh start: {count} people today, the others in their own time.",
            count,
        ).format(count=dates.number(count))
    return ""


def _nobody(day: Day) -> tuple[str, str, str]:
    """Title, text and action of a day without anybody."""
    title, text = wording.nobody(day)
    is_calm = day.is_done or day.back_on is not None or day.next_on is not None
    return title, text, "" if is_calm else _("Add person")
