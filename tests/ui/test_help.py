"""Help on F1: every page has a heading, turning shows it, and it closes as it came."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QFontInfo, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.domain import resources
from planner.domain.moment import Moment
from planner.ui.dialogs import help_window
from planner.ui.dialogs.help_window import HelpWindow, pages
from planner.ui.kit import theme
from tests.ui.person_builders import dress
from tests.ui.sample_desk import Clock, open_desk, open_sample


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> HelpWindow:
    dress(qapp)
    shown = HelpWindow()
    qtbot.addWidget(shown)
    shown.show()
    return shown


def test_every_page_begins_with_its_heading() -> None:
    written = pages()
    assert len(written) == len(list(resources.path("help", "en").glob("*.md")))
    for heading, text in written:
        assert heading
        assert not heading.startswith("#")
        assert text.startswith(f"# {heading}\n")
    assert len({heading for heading, _text in written}) == len(written)


def test_turning_a_page_shows_it_from_its_top(window: HelpWindow) -> None:
    for row, (heading, _text) in enumerate(pages()):
        window.contents.setCurrentRow(row)
        assert window.contents.currentItem().text() == heading
        assert window.page.toPlainText().startswith(heading)
        assert window.page.verticalScrollBar().value() == 0


def test_arrows_turn_pages_as_soon_as_it_is_open(window: HelpWindow) -> None:
    QTest.keyClick(window.contents, Qt.Key.Key_Down)
    assert window.page.toPlainText().startswith(pages()[1][0])


def test_headings_and_words_have_the_sizes_of_the_program(window: HelpWindow) -> None:
    cursor = QTextCursor(window.page.document().begin())
    cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
    heading = cursor.charFormat().font()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    words = cursor.charFormat().font()
    assert QFontInfo(heading).pixelSize() == theme.px(20)
    assert heading.weight() > QFont.Weight.Medium
    assert words.pixelSize() == theme.px(theme.BODY)


def test_lines_stay_readable_in_a_wide_window(window: HelpWindow) -> None:
    window.resize(2000, 600)
    room = window.page.document().rootFrame().frameFormat()
    left = window.page.viewport().width() - room.leftMargin() - room.rightMargin()
    assert left == theme.px(600)


def test_rows_of_the_list_do_not_touch(window: HelpWindow) -> None:
    QApplication.processEvents()
    rows = [window.contents.visualItemRect(window.contents.item(row)) for row in range(window.contents.count())]
    assert all(above.bottom() < below.top() for above, below in pairwise(rows))
    assert all(row.height() >= window.fontMetrics().height() for row in rows)
    assert window.contents.indexAt(QPoint(4, rows[1].center().y())).row() == 1


@pytest.mark.parametrize("key", [Qt.Key.Key_F1, Qt.Key.Key_Escape])
def test_the_key_that_opens_it_closes_it_and_so_does_escape(window: HelpWindow, key: Qt.Key) -> None:
    window.activateWindow()
    QTest.keyClick(window, key)
    assert not window.isVisible()


def test_without_pages_in_a_language_it_speaks_english(monkeypatch: pytest.MonkeyPatch) -> None:
    english = pages()
    monkeypatch.setattr(help_window, "language", lambda: "tlh")
    assert pages() == english


def test_pages_in_the_language_come_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for code, heading in (("en", "Your first day"), ("es", "Tu primer día")):
        (tmp_path / "help" / code).mkdir(parents=True)
        (tmp_path / "help" / code / "1-first.md").write_text(f"# {heading}\n\nx\n", encoding="utf-8")
    monkeypatch.setattr(resources, "path", tmp_path.joinpath)
    monkeypatch.setattr(help_window, "language", lambda: "es")
    assert [heading for heading, _text in pages()] == ["Tu primer día"]


def test_f1_opens_one_window_beside_the_desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path, now: Moment) -> None:
    services = open_sample(tmp_path, Clock(now), is_empty=True)
    desk = open_desk(qtbot, qapp, services)
    desk.wishes.help.trigger()
    first = desk.rest.doors.opened
    assert isinstance(first, HelpWindow)
    assert first.isVisible()
    assert not first.isModal()
    desk.wishes.help.trigger()
    assert desk.rest.doors.opened is first
    assert desk.wishes.help.shortcut().toString() == "F1"
    assert desk.wishes.keys.shortcut().toString() == "Ctrl+/"
    first.close()
    services.book.close()
