"""The month from which a day is chosen: words with room, names, colours that every theme shows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication, QTableView, QToolButton
from pytestqt.qtbot import QtBot

from planner.ui.kit import theme
from planner.ui.kit.month_view import MonthView


@pytest.mark.parametrize(("name", "percent"), [("light", 100), ("dark", 150)])
def test_every_day_and_heading_has_its_room(qtbot: QtBot, qapp: QApplication, name: str, percent: int) -> None:
    theme.apply(qapp, name, percent)
    month = MonthView(QDate(2026, 12, 1))
    qtbot.addWidget(month)
    month.show()
    table = month.findChild(QTableView, "qt_calendar_calendarview")
    assert table is not None
    widest = max(table.fontMetrics().horizontalAdvance(word) for word in ("Wed", "28"))
    has = min(table.columnWidth(column) for column in range(7))
    theme.apply(qapp, "light", 100)
    assert has >= widest + theme.px(4)


def test_what_turns_the_month_is_named_and_saturday_is_no_warning(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, "light", 100)
    month = MonthView(QDate(2026, 12, 1))
    qtbot.addWidget(month)
    names = {button.accessibleName() for button in month.findChildren(QToolButton)}
    assert {"The month before", "The next month"} <= names
    table = month.findChild(QTableView)
    assert table is not None
    assert table.accessibleName() == "Choose a day"
    assert month.weekdayTextFormat(Qt.DayOfWeek.Saturday).foreground().style() == Qt.BrushStyle.NoBrush
