"""What comes and goes on the screen is said to whoever does not look at it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QDate
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from planner.ui.desk.undo_bar import UndoBar
from planner.ui.kit import aloud
from planner.ui.kit.aloud import LiveLabel
from planner.ui.kit.form import Form
from planner.ui.kit.month_view import MonthView

Heard = list[tuple[str, QAccessible.AnnouncementPoliteness]]
POLITE, ASSERTIVE = QAccessible.AnnouncementPoliteness.Polite, QAccessible.AnnouncementPoliteness.Assertive


def in_a_window(qtbot: QtBot, widget: QWidget) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(widget)
    window.show()
    return window


def test_words_that_change_are_said_once_they_have_settled(qtbot: QtBot, heard: Heard) -> None:
    label = LiveLabel("error")
    label.setText("what stood there from the start is read with the window")
    _window = in_a_window(qtbot, label)
    for text in ("t", "tu", "tuesday"):
        label.setText(text)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [("tuesday", POLITE)]
    label.setText("tuesday")
    qtbot.wait(60)
    assert len(heard) == 1, "nothing new"
    label.hide()
    label.setText("tuesday")
    label.show()
    qtbot.waitUntil(lambda: len(heard) == 2)
    label.setText("gone before it was said")
    label.hide()
    qtbot.wait(60)
    assert len(heard) == 2


def test_what_was_done_and_the_way_back_are_said(qtbot: QtBot, heard: Heard) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    bar = UndoBar(over)
    over.show()
    bar.say("Joan added", "Undo")
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [("Joan added. Undo", POLITE)]


def test_a_mistake_is_said_also_where_the_cursor_is_there_already(qtbot: QtBot, heard: Heard) -> None:
    form, line = Form(), QLineEdit()
    form.add("Name", line)
    _window = in_a_window(qtbot, form)
    line.setFocus()
    form.say_mistake(line, "A name is missing.")
    assert heard == [("A name is missing.", POLITE)]


def test_a_day_of_the_month_is_said_in_full(qtbot: QtBot, heard: Heard) -> None:
    month = MonthView(QDate(2026, 12, 1))
    month.setSelectedDate(QDate(2026, 12, 1))
    _window = in_a_window(qtbot, month)
    heard.clear()
    month.setSelectedDate(QDate(2026, 12, 9))
    assert heard == [("Wednesday, December 9", ASSERTIVE)]


def test_where_nobody_listens_nothing_is_said(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    sent: list[object] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", sent.append)
    was_active = QAccessible.isActive()
    QAccessible.setActive(False)
    aloud.say(widget, "hello")
    QAccessible.setActive(was_active)
    assert sent == []
