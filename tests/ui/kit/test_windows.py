"""Tab goes as one reads, whatever the order in which things were made."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from planner.ui.kit.windows import Window, stops


def two_columns(qtbot: QtBot) -> tuple[Window, list[QLineEdit]]:
    """Two columns side by side over a line at the bottom, made from the last to the first."""
    window = Window()
    qtbot.addWidget(window)
    lines = [QLineEdit(window) for _ in range(5)][::-1]
    beside = QHBoxLayout()
    for column in (lines[:2], lines[2:4]):
        stack = QVBoxLayout()
        for line in column:
            stack.addWidget(line)
        beside.addLayout(stack)
    whole = QVBoxLayout(window)
    whole.addLayout(beside)
    whole.addWidget(lines[4])
    window.show()
    return window, lines


def walked(qtbot: QtBot, window: Window, key: Qt.Key) -> list[QWidget | None]:
    found: list[QWidget | None] = []
    for _ in range(5):
        found.append(window.focusWidget())
        qtbot.keyClick(window.focusWidget(), key)
    return found


def test_tab_goes_down_one_column_and_then_the_next(qtbot: QtBot) -> None:
    window, lines = two_columns(qtbot)
    lines[0].setFocus()
    assert walked(qtbot, window, Qt.Key.Key_Tab) == lines
    assert window.focusWidget() is lines[0], "and begins anew"
    assert walked(qtbot, window, Qt.Key.Key_Backtab) == [lines[0], *lines[:0:-1]]


def test_tab_passes_over_what_is_hidden_or_out_of_use(qtbot: QtBot) -> None:
    window, lines = two_columns(qtbot)
    lines[1].hide()
    lines[3].setEnabled(False)
    assert stops(window) == [lines[0], lines[2], lines[4]]


def test_what_was_put_in_between_is_reached_in_between(qtbot: QtBot) -> None:
    window = Window()
    qtbot.addWidget(window)
    grid = QGridLayout(window)
    lines = {place: QLineEdit(window) for place in ((1, 0), (0, 1), (0, 0), (1, 1))}
    for place, line in lines.items():
        grid.addWidget(line, *place)
    floating = QLineEdit(window)
    floating.setGeometry(300, 300, 80, 30)
    window.resize(200, 120)
    window.show()
    assert stops(window) == [*(lines[each] for each in sorted(lines)), floating]


def test_shift_f10_opens_the_menu_of_what_has_the_focus(qtbot: QtBot) -> None:
    window, lines = two_columns(qtbot)
    lines[2].setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    window.activateWindow()
    lines[2].setFocus()
    qtbot.waitUntil(lines[2].hasFocus)
    with qtbot.waitSignal(lines[2].customContextMenuRequested, timeout=1000):
        qtbot.keyClick(lines[2], Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
