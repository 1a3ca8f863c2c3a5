"""A day, and a time if there is one, typed in plain words and shown back as understood."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QVBoxLayout,
    QWidget,
    QWidgetAction,
)

from planner.domain.moment import Moment
from planner.domain.promise import Window
from planner.ui.kit import plain_dates, theme
from planner.ui.kit.aloud import LiveLabel
from planner.ui.kit.buttons import Button, IconButton
from planner.ui.kit.chips import FlowLayout
from planner.ui.kit.i18n import _
from planner.ui.kit.labels import breakable
from planner.ui.kit.month_view import MonthView
from planner.ui.kit.plain_dates import Look, Unclear, Understood, Vague
from planner.ui.kit.stylesheet import repolish


class WhenField(QWidget):
    """Says below the line what it understood, while one types; nothing is guessed in silence.

    With ``keeps_room`` that has its room from the start, so that nothing jumps under the hand of whoever types.
    """

    changed = Signal()

    def __init__(
        self,
        clock: Callable[[], Moment],
        parent: QWidget | None = None,
        *,
        month_first: bool = True,
        look: Look = Look.AHEAD,
        picks: tuple[str, ...] = (),
        keeps_room: bool = False,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._month_first = month_first
        self._look = look
        self.line = QLineEdit(self)
        self.line.setMaxLength(plain_dates.LONGEST)
        self.line.textChanged.connect(self._read)
        self._calendar = IconButton("calendar", _("Choose a day"), self)
        self._calendar.clicked.connect(self._open_calendar)
        self._below = LiveLabel(parent=self)
        keeps = self._below.sizePolicy()
        keeps.setRetainSizeWhenHidden(keeps_room)
        self._below.setSizePolicy(keeps)
        self._picks = QWidget(self)
        self._lay_out(picks)
        self.setFocusProxy(self.line)
        self._read()

    def understood(self) -> Understood | None:
        """The day and time, or None while the words are not understood."""
        answer = self._answer()
        return answer if isinstance(answer, Understood) else None

    def day(self) -> date | None:
        """The day alone, or None while no single day is named."""
        understood = self.understood()
        return understood.on if understood is not None and understood.is_a_day else None

    def is_clear(self, *, may_be_empty: bool = False) -> bool:
        """Whether one day is named; if not, what is wrong is told here."""
        if self.day() is not None or (may_be_empty and self.is_empty()):
            return True
        self.insist()
        return False

    def is_empty(self) -> bool:
        """Whether nothing is typed."""
        return not self.line.text().strip()

    def said(self) -> str:
        """What stands below the line."""
        return self._below.text()

    def set_text(self, text: str) -> None:
        """Type for the person."""
        self.line.setText(text)

    def set_day(self, on: date, at: time | None = None) -> None:
        """Fill in a known day, in words if those will be understood again."""
        meant = Understood(on, at, Window.EXACT if at else Window.DAY)
        words = plain_dates.shown(meant, self._clock().today)
        is_same = self._understand(words) == meant
        self.line.setText(words if is_same else f"{on:%Y-%m-%d}" + (f" {at:%H:%M}" if at else ""))

    def setAccessibleName(self, name: str) -> None:
        """The line is what has the focus (Qt's name)."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def setPlaceholderText(self, text: str) -> None:
        """An example of what may be typed (Qt's name)."""
        self.line.setPlaceholderText(text)

    def insist(self, text: str = "") -> None:
        """Tell what is wrong, here, and put the cursor there; without a text why it is no day."""
        if not text:
            answer = self._answer()
            text = unclear_words(answer if isinstance(answer, Unclear) else Unclear(Vague.SAY_A_DAY))
        self._say(text, "error", is_wrong=True)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.selectAll()

    def _answer(self) -> Understood | Unclear:
        return self._understand(self.line.text())

    def _understand(self, text: str) -> Understood | Unclear:
        return plain_dates.parse(text, self._clock(), month_first=self._month_first, look=self._look)

    def _read(self) -> None:
        answer = self._answer()
        if isinstance(answer, Understood):
            meant = plain_dates.shown(answer, self._clock().today)
            self._say("" if meant == self.line.text().strip() else meant, "accent")
        elif answer.why is Vague.EMPTY:
            self._say("", "small")
        else:
            self._say(unclear_words(answer), "small")
        self.changed.emit()

    def _say(self, text: str, role: str, *, is_wrong: bool = False) -> None:
        self._below.setProperty("role", role)
        self._below.setText(breakable(text))
        self._below.setVisible(bool(text))
        self.line.setProperty("wrong", is_wrong)
        self.line.setAccessibleDescription(text)
        repolish(self._below)
        repolish(self.line)

    def _lay_out(self, picks: tuple[str, ...]) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.px(4))
        row.addWidget(self.line, 1)
        row.addWidget(self._calendar)
        flow = FlowLayout(self._picks, spacing=12)
        for pick in picks:
            button = Button(pick, kind="link", parent=self._picks)
            button.clicked.connect(lambda _on=False, pick=pick: self._pick(pick))
            flow.addWidget(button)
        self._picks.setVisible(bool(picks))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addLayout(row)
        column.addWidget(self._below)
        column.addWidget(self._picks)

    def _pick(self, text: str) -> None:
        self.line.setText(text)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_calendar(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        today = self._clock().today
        month = MonthView(QDate(today.year, today.month, today.day), menu)
        understood = self.understood()
        shown = understood.on if understood else today
        month.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        month.activated.connect(lambda day: self._take(day, menu))
        month.clicked.connect(lambda day: self._take(day, menu))
        action = QWidgetAction(menu)
        action.setDefaultWidget(month)
        menu.addAction(action)
        menu.popup(self._calendar.mapToGlobal(QPoint(0, self._calendar.height())))
        month.setFocus()

    def _take(self, day: QDate, menu: QMenu) -> None:
        understood = self.understood()
        at = understood.at if understood else None
        menu.close()
        self.set_day(date(day.year(), day.month(), day.day()), at)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)


def unclear_words(unclear: Unclear) -> str:
    """Why a text was not understood, and what would be."""
    return {
        Vague.EMPTY: _("A day is needed."),
        Vague.WORDS: _("Not understood: “{rest}”. Try “tue 5pm”, “in 2 weeks” or “3/14”.").format(
            rest=unclear.rest[:40]
        ),
        Vague.NO_SUCH_DAY: _("There is no such day."),
        Vague.WEEKDAY_DIFFERS: _("The weekday and the date are not the same day."),
        Vague.SAY_A_DAY: _("Say which day."),
    }[unclear.why]
