"""Somebody who has never seen Warmbook: real clicks and keys, on nothing but what is visible.

``Eyes`` knows no name of ours. It reads the words in the window in front, clicks where they stand when nothing lies
over them, and types where the cursor is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from planner.services.open_book import OpenBook
from planner.ui.desk import Desk
from planner.ui.kit import prompts
from tests.builders import at
from tests.ui.sample_desk import Clock, open_desk, open_sample

TEN = at("2026-12-01T10:00", "America/Denver")
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole
_ENOUGH = 3000


class Eyes:
    """What a newcomer can see and do."""

    def __init__(self, qtbot: QtBot, desk: Desk) -> None:
        self._qtbot = qtbot
        self._desk = desk

    def window(self) -> QWidget:
        """What lies in front."""
        return QApplication.activePopupWidget() or QApplication.activeModalWidget() or self._desk

    def reads(self, words: str) -> bool:
        """Whether these words stand somewhere in the window in front."""
        return any(words.casefold() in text.casefold() for text, _widget, _rect in self._words())

    def waits_for(self, words: str) -> None:
        """Look until these words are there."""
        self._qtbot.waitUntil(lambda: self.reads(words), timeout=_ENOUGH)

    def clicks(self, words: str) -> None:
        """Click on the first button, line or card that says these words, the shortest that does."""
        self.waits_for(words)
        found = [each for each in self._words() if words in each[0] and not isinstance(each[1], QLabel)]
        assert found, f"nothing to click says {words!r}"
        _text, widget, rect = min(found, key=lambda each: len(each[0]))
        self._press(widget, rect)

    def clicks_field(self, label: str) -> None:
        """Click into the field below, or beside, its label."""
        self.waits_for(label)
        labels = [word for text, word, _rect in self._words() if isinstance(word, QLabel) and text.startswith(label)]
        field = next(found.buddy() for found in labels)
        line = field if isinstance(field, QLineEdit) else field.findChild(QLineEdit)
        assert line is not None
        self._press(line, line.rect())

    def types(self, text: str) -> None:
        """Type where the cursor stands."""
        focus = QApplication.focusWidget()
        assert isinstance(focus, QLineEdit | QPlainTextEdit), "there is no cursor anywhere"
        assert _is_in_sight(focus, focus.rect())
        QTest.keyClicks(focus, text)

    def presses(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the keys go; a window that comes in front gets them, as every system sees to."""
        if QApplication.activeWindow() is None:
            self.window().activateWindow()
            self._qtbot.waitUntil(lambda: QApplication.focusWidget() is not None, timeout=_ENOUGH)
        QTest.keyClick(QApplication.focusWidget() or self.window(), key, held)
        QTest.qWait(200)

    def _press(self, widget: QWidget, rect: QRect) -> None:
        spot = rect.center()
        assert _is_in_sight(widget, rect), "something lies over it"
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
        QTest.qWait(200)

    def _words(self) -> Iterator[tuple[str, QWidget, QRect]]:
        for widget in self.window().findChildren(QWidget):
            if not widget.isVisible():
                continue
            if isinstance(widget, QAbstractButton | QLabel):
                yield widget.text().replace("&", ""), widget, widget.rect()
            elif isinstance(widget, QAbstractItemView):
                yield from _lines(widget)


def _lines(view: QAbstractItemView) -> Iterator[tuple[str, QWidget, QRect]]:
    """What a list or a table shows between its upper and its lower edge."""
    model: QAbstractItemModel = view.model()
    sheet = view.viewport()
    for row in range(model.rowCount()):
        rect = view.visualRect(model.index(row, 0))
        if rect.isValid() and sheet.rect().contains(rect.center()):
            spoken = model.index(row, 0).data(_SPOKEN) or model.index(row, 0).data()
            yield str(spoken or ""), sheet, rect


def _is_in_sight(widget: QWidget, rect: QRect) -> bool:
    """Whether the middle of a part of a widget is neither scrolled away nor under something else."""
    spot: QPoint = rect.center()
    if not widget.visibleRegion().contains(spot):
        return False
    above = QApplication.widgetAt(widget.mapToGlobal(spot))
    return above is None or above is widget or widget.isAncestorOf(above)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[OpenBook]:
    services = open_sample(tmp_path, Clock(TEN))
    yield services
    services.book.close()


@pytest.fixture
def eyes(qtbot: QtBot, qapp: QApplication, services: OpenBook) -> Eyes:
    return Eyes(qtbot, open_desk(qtbot, qapp, services))


def test_a_newcomer_adds_thanks_finds_and_prints(eyes: Eyes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # adds a person
    eyes.clicks("Add person")
    eyes.types("Wilma Vandermeer")
    eyes.clicks_field("Phone")
    eyes.types("303 555 0188")
    eyes.clicks("Add")
    eyes.waits_for("(303) 555-0188")

    # logs a thank-you
    eyes.clicks("I gave")
    eyes.clicks("Thank-you")
    eyes.clicks("Save")
    eyes.waits_for("Undo")
    assert eyes.reads("Wilma")
    assert eyes.reads("+5")

    # finds who to call
    assert eyes.reads("Call now")
    eyes.clicks("may call")
    eyes.waits_for("Next right move")
    assert eyes.reads("Call?")
    assert eyes.reads("Yes")

    # prints the sheet
    paper = tmp_path / "sheet.pdf"
    _answer(monkeypatch, lambda *_asked: paper)
    eyes.clicks("Print call sheet")
    eyes.waits_for("Who is on it")
    eyes.clicks("Save as PDF")
    assert paper.read_bytes().startswith(b"%PDF")


def test_the_same_by_the_keys_alone(eyes: Eyes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ctrl = Qt.KeyboardModifier.ControlModifier
    eyes.presses(Qt.Key.Key_N, ctrl)
    eyes.types("Wilma Vandermeer")
    eyes.presses(Qt.Key.Key_Tab)
    eyes.types("303 555 0188")
    eyes.presses(Qt.Key.Key_Return)
    eyes.waits_for("(303) 555-0188")

    eyes.presses(Qt.Key.Key_G, ctrl)
    eyes.presses(Qt.Key.Key_Right)
    eyes.presses(Qt.Key.Key_Right)
    eyes.presses(Qt.Key.Key_Space)
    eyes.presses(Qt.Key.Key_Return)
    eyes.waits_for("+5")

    paper = tmp_path / "sheet.pdf"
    _answer(monkeypatch, lambda *_asked: paper)
    eyes.presses(Qt.Key.Key_P, ctrl)
    eyes.waits_for("Who is on it")
    for _turn in range(12):
        if isinstance(focus := QApplication.focusWidget(), QAbstractButton) and "PDF" in focus.text():
            break
        eyes.presses(Qt.Key.Key_Tab)
    eyes.presses(Qt.Key.Key_Space)
    assert paper.read_bytes().startswith(b"%PDF")


def _answer(monkeypatch: pytest.MonkeyPatch, answer: Callable[..., Path]) -> None:
    """Answer the system's own window that asks where to keep a file."""
    monkeypatch.setattr(prompts, "ask_save_file", answer)
