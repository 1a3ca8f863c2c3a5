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


def test_the_chosen_day_has_rounded_corners_and_a_ring_while_it_has_the_keys(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, "light", 100)
    month = MonthView(QDate(2026, 12, 1))
    month.setSelectedDate(QDate(2026, 12, 9))
    qtbot.addWidget(month)
    month.show()
    table = month.findChild(QTableView)
    assert table is not None
    cell = table.visualRect(table.currentIndex())

    def at(x: int, y: int) -> str:
        return table.viewport().grab().toImage().pixelColor(x, y).name()

    corner, side = (cell.left() + 2, cell.top() + 2), (cell.left() + 6, cell.center().y())
    table.clearFocus()
    assert at(*corner) == theme.color("surface").name()
    assert at(*side) == theme.color("accent_soft").name()
    without = table.viewport().grab().toImage()
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    assert table.viewport().grab().toImage() != without


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
