"""What belongs together stays on one line: a date in a sentence, the words of a link."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QFont, QFontMetricsF
from PySide6.QtWidgets import QVBoxLayout
from pytestqt.qtbot import QtBot

from planner.ui.kit import dates
from planner.ui.kit.broken_text import wrapped
from planner.ui.kit.labels import LinkLabel, breakable
from planner.ui.kit.windows import Window, stops


@pytest.mark.usefixtures("qtbot")
def test_a_painted_line_never_ends_between_month_and_day() -> None:
    sentence = f"You were last in touch on {dates.month_and_day_short(date(2026, 9, 22))}."
    room = QFontMetricsF(QFont()).horizontalAdvance("You were last in touch on Sep") + 2
    assert wrapped(sentence, QFont(), room, 3) == ("You were last in touch on", "Sep\u00a022.")


def test_the_words_of_a_link_stay_together(qtbot: QtBot) -> None:
    label = LinkLabel()
    qtbot.addWidget(label)
    label.say("They asked you first.", "Why this?")
    assert "Why\u00a0this?" in label.text()
    assert label.accessibleName() == "They asked you first. Why this?"


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("The next is Ana, on Saturday, January 2.", "The next is Ana, on Saturday, January_2."),
        ("an ask needs 8.", "an ask needs_8."),
        ("el sábado, 2 de enero", "el sábado, 2_de_enero"),
        ("at 2:30 PM, 14:30 p. m.", "at 2:30_PM, 14:30_p._m."),
        ("call 303 555 0142", "call 303 555 0142"),
        ("for 2.5 hours", "for 2.5 hours"),
    ],
)
def test_a_short_number_stays_with_its_word(text: str, held: str) -> None:
    assert breakable(text) == held.replace("_", "\u00a0")


def test_a_link_is_a_button_to_whoever_does_not_see_it(qtbot: QtBot) -> None:
    window = Window()
    qtbot.addWidget(window)
    label = LinkLabel(parent=window)
    QVBoxLayout(window).addWidget(label)
    label.say("You promised this call.", "Why this?")
    window.show()
    (stop,) = stops(window)
    spoken = QAccessible.queryAccessibleInterface(stop)
    assert spoken.role() == QAccessible.Role.PushButton
    assert spoken.text(QAccessible.Text.Name) == "Why this?"
    assert spoken.text(QAccessible.Text.Description) == "You promised this call."
    assert stop.geometry() == label.rect()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        with qtbot.waitSignal(label.link_activated, timeout=1000):
            qtbot.keyClick(stop, key)
    label.say("You promised this call.", "")
    assert stops(window) == []
