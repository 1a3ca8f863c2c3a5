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


_KINDS = ["Everything in the book (*.json)", "People for a spreadsheet (*.csv)"]


@pytest.mark.parametrize(
    ("typed", "picked", "written"),
    [
        ("Warmbook.json", _KINDS[0], "Warmbook.json"),
        ("Warmbook.json", _KINDS[1], "Warmbook.csv"),
        ("friends.CSV", _KINDS[0], "friends.CSV"),
        ("friends", _KINDS[1], "friends.csv"),
        ("friends 26.11", _KINDS[1], "friends 26.11.csv"),
        ("friends", "", "friends.json"),
    ],
)
def test_a_file_has_the_ending_of_its_kind(
    documents: Path, monkeypatch: pytest.MonkeyPatch, typed: str, picked: str, written: str
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(documents / typed), picked))
    assert prompts.ask_save_file(None, "Export", Path("Warmbook.json"), _KINDS) == documents / written


@pytest.mark.parametrize("may_replace", [True, False])
def test_a_file_that_only_the_ending_meets_is_not_replaced_unasked(
    documents: Path, monkeypatch: pytest.MonkeyPatch, may_replace: bool
) -> None:
    (documents / "friends.json").write_text("theirs", encoding="utf-8")
    asked: list[str] = []

    def answer(_parent: object, title: str, *_words: str) -> bool:
        asked.append(title)
        return may_replace

    monkeypatch.setattr(prompts, "confirm", answer)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(documents / "friends"), _KINDS[0]))
    path = prompts.ask_save_file(None, "Export", Path("Warmbook.json"), _KINDS)
    assert path == (documents / "friends.json" if may_replace else None)
    assert asked == ["Replace friends.json?"]


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
