"""A month to choose a day from; Qt's own has red weekends, and arrows that a dark ground hides."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QShowEvent, QTextCharFormat
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
        heavy = QTextCharFormat()
        heavy.setFontWeight(650)
        heavy.setForeground(theme.color("accent"))
        self.setDateTextFormat(today, heavy)
        days = self.findChild(QTableView)
        if days is not None:
            days.setAccessibleName(self.accessibleName())
        self._dress("qt_calendar_prevmonth", "chevron_left", _("The month before"))
        self._dress("qt_calendar_nextmonth", "chevron_right", _("The next month"))
        self.setMinimumSize(theme.px(316), theme.px(268))
        self.selectionChanged.connect(self._tell)

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
