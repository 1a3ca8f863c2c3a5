"""A month to choose a day from; Qt's own has red weekends, and arrows that a dark ground hides."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QShowEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QTableView, QToolButton, QWidget

from planner.ui.kit import aloud, dates, icons, theme
from planner.ui.kit.i18n import _


class MonthView(QCalendarWidget):
    """Days alone, without week numbers; ``today`` is the one in heavier letters."""

    def __init__(self, today: QDate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Choose a day"))
        self.setVerticalHeaderFormat(self.VerticalHeaderFormat.NoVerticalHeader)
        self.setHorizontalHeaderFormat(self.HorizontalHeaderFormat.ShortDayNames)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(day, QTextCharFormat())
        head = QTextCharFormat()
        head.setForeground(theme.color("muted"))
        head.setBackground(theme.color("surface"))
        self.setHeaderTextFormat(head)
        self._today = today
        self._days = self.findChild(QTableView)
        if self._days is not None:
            self._days.setAccessibleName(self.accessibleName())
        self._dress("qt_calendar_prevmonth", "chevron_left", _("The month before"))
        self._dress("qt_calendar_nextmonth", "chevron_right", _("The next month"))
        self.setMinimumSize(theme.px(316), theme.px(268))
        self.selectionChanged.connect(self._tell)

    def paintCell(self, painter: QPainter, rect: QRect, day: QDate) -> None:
        """One day: what is chosen has our rounded ground, today heavier letters (Qt's name)."""
        painter.save()
        painter.fillRect(rect, theme.color("surface"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if day == self.selectedDate():
            painter.setBrush(theme.color("accent_soft"))
            is_held = self._days is not None and self._days.hasFocus()
            painter.setPen(QPen(theme.color("accent"), 1.5) if is_held else Qt.PenStyle.NoPen)
            edge = theme.px(2) + 0.5
            painter.drawRoundedRect(QRectF(rect).adjusted(edge, edge, -edge, -edge), theme.px(6), theme.px(6))
        painter.setFont(theme.font(13, 650 if day in (self._today, self.selectedDate()) else 400))
        painter.setPen(theme.color(self._ink(day)))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, dates.number(day.day()))
        painter.restore()

    def _ink(self, day: QDate) -> str:
        if day.month() != self.monthShown():
            return "faint"
        return "accent" if day == self._today else "ink"

    def showEvent(self, event: QShowEvent) -> None:
        """Say where one begins (Qt's name)."""
        super().showEvent(event)
        self._tell()

    def _tell(self) -> None:
        """A cell has the number alone, which says neither the month nor the day of the week."""
        chosen = self.selectedDate()
        aloud.say(self, dates.day(date(chosen.year(), chosen.month(), chosen.day())), at_once=True)

    def _dress(self, name: str, icon: str, words: str) -> None:
        button = self.findChild(QToolButton, name)
        if button is not None:
            button.setIcon(icons.icon(icon))
            button.setAccessibleName(words)
            button.setToolTip(words)
