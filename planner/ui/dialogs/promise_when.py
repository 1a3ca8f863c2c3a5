"""When a promise is due: in plain words, on their clock, and never vaguer than a part of a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from planner.domain.moment import Moment
from planner.domain.promise import Promise, PromiseKind, Window
from planner.domain.touch import Channel
from planner.services.promises import PromiseDraft
from planner.ui.dialogs.when_field import WhenField
from planner.ui.kit import dates, plain_dates, theme
from planner.ui.kit.buttons import Button
from planner.ui.kit.chips import FlowLayout
from planner.ui.kit.choice_chips import Chips
from planner.ui.kit.i18n import _
from planner.ui.kit.plain_dates import Understood

_LAST_PICK_TODAY = time(17)
"""From then on five in the afternoon is no promise for today any more."""


class PromiseWhen(QWidget):
    """A plain-words field; a part of the day does where no time is said, and days are offered where a week was.

    What may come has its room from the start: nothing jumps under the hand of whoever types.
    """

    changed = Signal()

    def __init__(
        self,
        there: Moment,
        clock: Callable[[], Moment],
        parent: QWidget | None = None,
        *,
        month_first: bool,
    ) -> None:
        super().__init__(parent)
        self._zone = there.zone
        self._clock = clock
        self._needs_part = True
        today = (_("today 5pm"),) if there.local.time() < _LAST_PICK_TODAY else ()
        picks = (*today, _("tomorrow 10am"), _("in 2 days 5pm"), _("next week"))
        self.field = WhenField(self._now_there, self, month_first=month_first, picks=picks, keeps_room=True)
        self.field.setPlaceholderText(_("tue 5pm, in 2 weeks, 3/14 morning…"))
        parts = (
            (Window.MORNING, _("Morning")),
            (Window.AFTERNOON, _("Afternoon")),
            (Window.EVENING, _("Evening")),
            (Window.DAY, _("Any time that day")),
        )
        self.parts: Chips[Window] = Chips(parts, self)
        self._ours = QLabel(self)
        self._ours.setProperty("role", "small")
        keeps = self._ours.sizePolicy()
        keeps.setRetainSizeWhenHidden(there.zone != clock().zone)
        self._ours.setSizePolicy(keeps)
        self._offers = QWidget(self)
        self._offer_row = FlowLayout(self._offers, spacing=12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        for widget in (self.field, self._offers, self.parts, self._ours):
            column.addWidget(widget)
        self.field.changed.connect(self._react)
        self.parts.changed.connect(self._react)
        self.setFocusProxy(self.field)
        self._react()

    def setAccessibleName(self, name: str) -> None:
        """The line is what has the focus (Qt's name)."""
        super().setAccessibleName(name)
        self.field.setAccessibleName(name)

    def show_promise(self, promise: Promise) -> None:
        """Fill in what was promised before."""
        self.field.set_day(promise.due_on, promise.at)
        self.parts.choose([promise.window])
        self._react()

    def understood(self) -> Understood | None:
        """The day with its time or part, complete, or None."""
        said = self.field.understood()
        if said is None or (not said.is_a_day and self._needs_part):
            return None
        if said.window is not Window.DAY:
            return said
        part = self.parts.value()
        if part is None:
            return None if self._needs_part else said
        return Understood(said.on, None, part)

    def draft(
        self, kind: PromiseKind, *, channel: Channel | None = None, reason: str = "", words: str = ""
    ) -> PromiseDraft | None:
        """The promise for this time, or None while the time is not complete."""
        when = self.understood()
        if when is None:
            return None
        return PromiseDraft(kind, when.on, when.window, when.at, self._zone, channel, reason, words)

    def needs_part(self, *, is_needed: bool) -> None:
        """Whether a day alone, or a week, is too vague."""
        self._needs_part = is_needed
        self._react()

    def insist(self) -> None:
        """Say what is missing."""
        said = self.field.understood()
        if said is None:
            self.field.insist()
        elif not said.is_a_day:
            self.field.insist(_("A promise needs a day. Which one?"))
        else:
            self.field.insist(_("At what time? Add one, or choose a part of the day."))

    def insist_past(self) -> None:
        """Say that this time is over."""
        self.field.insist(_("That has passed already."))

    def _now_there(self) -> Moment:
        return Moment(self._clock().utc, self._zone)

    def _react(self) -> None:
        said = self.field.understood()
        self.parts.setVisible(self._needs_part)
        self.parts.setEnabled(said is None or said.window is Window.DAY)
        self._offer(said)
        self._ours.setText(self._on_our_clock(said))
        self._ours.setVisible(bool(self._ours.text()))
        self.changed.emit()

    def _offer(self, said: Understood | None) -> None:
        self._offer_row.clear()
        is_vague = said is not None and not said.is_a_day and self._needs_part
        self._offers.setVisible(is_vague)
        if said is None or not is_vague:
            return
        today = self._now_there().today
        for each in plain_dates.proposals(said, self._now_there()):
            button = Button(plain_dates.shown(each, today), kind="link", parent=self._offers)
            button.clicked.connect(lambda _on=False, each=each: self.field.set_day(each.on, each.at))
            self._offer_row.addWidget(button)

    def _on_our_clock(self, said: Understood | None) -> str:
        """Their time on the user's clock, where the two differ."""
        now = self._clock()
        if said is None or said.at is None or self._zone == now.zone:
            return ""
        theirs = datetime.combine(said.on, said.at, ZoneInfo(self._zone))
        ours = theirs.astimezone(ZoneInfo(now.zone))
        if ours.replace(tzinfo=None) == theirs.replace(tzinfo=None):
            return ""
        city = self._zone.rsplit("/", maxsplit=1)[-1].replace("_", " ")
        return _("Their time in {city}: {time} on your clock").format(
            city=city, time=dates.day_and_time(ours.date(), ours.time(), now.today)
        )
