"""The left side of the desk: today, kept fresh by every change and every minute."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from planner.domain.errors import PlannerError
from planner.domain.moment import Moment
from planner.services.changes import ABOUT_PEOPLE, Change, Changed
from planner.services.delays import Delays
from planner.services.today import Day, Today
from planner.ui.kit import dates, prompts, theme, wording
from planner.ui.kit.change_signal import ChangeSignal
from planner.ui.kit.empty_state import EmptyState
from planner.ui.kit.i18n import _, ngettext
from planner.ui.today.banner import DayBanner
from planner.ui.today.day_list import DayList
from planner.ui.today.day_model import rows_of

_SHOWN = ABOUT_PEOPLE | Change.SETTINGS | Change.IMPORTS
_MINUTE = 60_000
_SETTLE = 60
"""Milliseconds in which several changes become one look at the day."""


class TodayPanel(QFrame):
    """Who to be in touch with today and why; asks the desk for everything else."""

    person_chosen = Signal(int)
    log_requested = Signal(int)
    open_requested = Signal(int)
    add_requested = Signal()
    move_requested = Signal(int)
    homework_requested = Signal()
    refreshed = Signal(object)

    def __init__(
        self,
        today: Today,
        delays: Delays,
        changes: ChangeSignal,
        clock: Callable[[], Moment],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "paper")
        self._today = today
        self._delays = delays
        self._clock = clock
        self._noted: object = None
        self.day = Day(clock().today)
        self._title = QLabel(_("Today"), self)
        self._subtitle = QLabel(self)
        self._banner = DayBanner(self)
        self._list = DayList(self)
        self._empty = EmptyState("today", "", "", parent=self, kind="")
        self._lay_out()
        self._soon = QTimer(self, singleShot=True, interval=_SETTLE)
        self._turn = QTimer(self, interval=0)
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
        return self._banner.text

    def refresh(self) -> None:
        """Ask again who today is about, and show it at once."""
        self.ask()
        while self._turn.isActive():
            self._take_turn()

    def ask(self) -> None:
        """Ask again who today is about, a turn of the event loop at a time, so that the window never stands still."""
        now = self._clock()
        self._asked = now, self._today.day_in_turns(now)
        self._turn.start()

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

    def _take_turn(self) -> None:
        now, turns = self._asked
        self._turn.stop()  # a turn that fails is the last one, or else it would fail again at once, for ever
        day = next(turns)
        if day is None:
            self._turn.start()
        else:
            self._show(day, now)

    def _show(self, day: Day, now: Moment) -> None:
        self.day = day
        self._list.show_rows(rows_of(day, now))
        self._say_day()
        self._note(now)
        self.refreshed.emit(day)

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
        around = QVBoxLayout()
        around.setContentsMargins(theme.px(12), theme.px(4), theme.px(24), theme.px(8))
        around.addWidget(self._banner)
        column.addLayout(around)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._empty)
        column.addLayout(self._stack, 1)

    def _connect(self, changes: ChangeSignal) -> None:
        changes.changed.connect(self._hear)
        self._soon.timeout.connect(self.ask)
        self._minute.timeout.connect(self.ask)
        self._turn.timeout.connect(self._take_turn)
        self._list.chosen.connect(self.person_chosen)
        self._list.opened.connect(self._open)
        self._list.log_requested.connect(self.log_requested)
        self._list.put_off_requested.connect(lambda each: self._do(lambda: self._delays.put_off(each, self._clock())))
        self._list.let_go_requested.connect(self._let_go)
        self._list.move_requested.connect(self.move_requested)
        self._list.homework_requested.connect(self.homework_requested)
        self._banner.start_fresh_requested.connect(lambda: self._do(lambda: self._delays.start_fresh(self._clock())))
        self._empty.acted.connect(self.add_requested)

    def _hear(self, changed: Changed) -> None:
        if changed.what & _SHOWN:
            self._turn.stop()
            self._soon.start()

    def _open(self, person_id: int) -> None:
        self.person_chosen.emit(person_id)
        self.open_requested.emit(person_id)

    def _let_go(self, person_id: int) -> None:
        now = self._clock()
        about = wording.action(self._today.move(person_id, now).action)
        self._do(lambda: self._delays.let_go(person_id, about, now))

    def _do(self, write: Callable[[], object]) -> None:
        try:
            write()
        except PlannerError as error:
            prompts.tell(self, _("That did not work"), wording.error(error))
        self.refresh()

    def _note(self, now: Moment) -> None:
        """Write down who stood on the list, once for each list: carrying over is counted from it."""
        stood = (self.day.on, tuple(card.person_id for card in self.day.cards))
        if stood != self._noted:
            self._noted = stood
            self._today.note_listed(self.day, now)

    def _say_day(self) -> None:
        self._fit_subtitle()
        self._banner.show_day(self.day)
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


def _nobody(day: Day) -> tuple[str, str, str]:
    """Title, text and action of a day without anybody."""
    title, text = wording.nobody(day)
    is_calm = day.is_done or day.back_on is not None or day.next_on is not None
    return title, text, "" if is_calm else _("Add person")
