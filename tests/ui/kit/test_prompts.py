"""Where the questions for a file begin."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from planner.ui.kit import prompts
from planner.ui.kit.prompts import confirm  # as it is, before a test answers in its place


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of somebody's documents, in a run of the program that has asked for no file yet."""
    folder = tmp_path / "Documents"
    folder.mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: str(folder))
    monkeypatch.setattr(prompts, "_last", [])
    return folder


def test_files_are_sought_and_kept_among_the_documents_and_then_where_the_last_one_was(
    documents: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[str] = []

    def choose(_parent: object, _title: str, begin: str, _filters: str) -> tuple[str, str]:
        begun.append(begin)
        return str(tmp_path / "lists" / "fair.csv"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    (tmp_path / "lists").mkdir()
    prompts.ask_save_file(None, "Save", Path("sheet.pdf"), ["PDF (*.pdf)"])
    prompts.ask_open_file(None, "Open", ["Lists (*.csv)"])
    prompts.ask_save_file(None, "Save", Path("sheet.pdf"), ["PDF (*.pdf)"])
    prompts.ask_save_file(None, "Save", tmp_path / "sheet.pdf", ["PDF (*.pdf)"])
    assert begun == [
        str(documents / "sheet.pdf"),
        str(tmp_path / "lists"),
        str(tmp_path / "lists" / "sheet.pdf"),
        str(tmp_path / "sheet.pdf"),
    ]


def press(key: Qt.Key, qtbot: QtBot) -> None:
    """Press a key once a box is there."""

    def when_there() -> None:
        box = QApplication.activeModalWidget()
        assert box is not None
        qtbot.keyClick(box.focusWidget(), key)

    QTimer.singleShot(50, when_there)


@pytest.mark.parametrize(("key", "agreed", "chosen"), [(Qt.Key.Key_Return, False, 0), (Qt.Key.Key_Escape, False, None)])
def test_a_question_is_answered_by_keys_and_nothing_is_lost_by_enter(
    qtbot: QtBot, key: Qt.Key, agreed: bool, chosen: int | None
) -> None:
    press(key, qtbot)
    assert confirm(None, "Go back?", "What was written since leaves the book.", "Go back") is agreed
    press(key, qtbot)
    assert prompts.choose(None, "Remove?", "The bin keeps it.", ("Into the bin", "For good")) == chosen
    press(key, qtbot)
    prompts.tell(None, "Saved", "Two lines are in <b>some</b>.csv now.")


def test_a_question_has_its_buttons_in_the_order_of_every_window(qtbot: QtBot) -> None:
    box = prompts.question(None, "Go back to this backup?", "It stays.", "Go back", "Stay")
    qtbot.addWidget(box)
    box.show()
    buttons = sorted(box.findChildren(QPushButton), key=lambda button: button.x())
    assert [button.text() for button in buttons] == ["Stay", "Go back"]
    with qtbot.waitSignal(box.finished) as answer:
        qtbot.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    assert answer.args == [prompts.AGREED]


def test_the_coloured_button_of_a_question_is_the_one_that_loses_nothing(qtbot: QtBot) -> None:
    box = prompts.question(None, "Leave without saving?", "What you typed here will be lost.", "Leave", "Keep writing")
    qtbot.addWidget(box)
    box.show()
    kinds = {button.text(): button.property("kind") for button in box.findChildren(QPushButton)}
    assert kinds["Keep writing"] == "primary"
    assert kinds["Leave"] != "primary"
    held = box.focusWidget()
    assert isinstance(held, QPushButton)
    assert held.text() == "Keep writing"
