"""Bringing a list in, as somebody at the keyboard does it."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QComboBox, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.person import Closeness, SourceKind
from planner.services.exchange.mapping.fields import Field
from planner.services.exchange.preview import PastImport
from planner.services.exchange.problems import NOTES, Problem
from planner.services.exchange.undoing import KeptPerson
from planner.services.open_book import OpenBook
from planner.ui.exchange import words
from planner.ui.exchange.window import ImportWindow
from planner.ui.kit import prompts, tasks

LIST = (
    "First Name,Last Name,E-mail,Mobile,Birthday,Shoe size,Do Not Call\n"
    "Ann,Lee,ann@example.com,(212) 555-0142,3/14/1985,38,\n"
    "Bo,Park,bo@example.com,555-0100,1985-02-29,,\n"
    "ANN,LEE,Ann@Example.com,,,,\n"
    ",,,,,40,\n"
    "Cy,Young,cy@example,,04/05/1990,,yes\n"
)


@pytest.fixture
def window(services: OpenBook, qtbot: QtBot) -> ImportWindow:
    made = ImportWindow(services.imports, services.preferences, services.clock)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def opened(window: ImportWindow, qtbot: QtBot, tmp_path: Path) -> Callable[..., ImportWindow]:
    """Open a file made of some text and wait until it is shown."""

    def open_text(text: str = LIST, name: str = "fair.csv") -> ImportWindow:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        window.open_file(path)
        wait_for(qtbot, window, window.look)
        return window

    return open_text


def wait_for(qtbot: QtBot, window: ImportWindow, page: QWidget) -> None:
    qtbot.waitUntil(lambda: window.pages.currentWidget() is page)


def table(rows: object) -> list[list[str]]:
    model = rows
    return [
        [str(model.data(model.index(row, column))) for column in range(model.columnCount())]  # type: ignore[attr-defined]
        for row in range(model.rowCount())  # type: ignore[attr-defined]
    ]


def tabs(window: ImportWindow) -> list[str]:
    shown = window.look.tabs
    return [shown.tabText(at) for at in range(shown.count()) if shown.isTabVisible(at)]


def choose(qtbot: QtBot, window: ImportWindow, kind: SourceKind, which: str = "") -> None:
    window.look.ask_origin()
    qtbot.mouseClick(window.look.origin.kind.chip(kind), Qt.MouseButton.LeftButton)
    window.look.origin.which.setText(which)


def test_everybody_is_shown_before_anything_is_written(services: OpenBook, opened: Callable[..., ImportWindow]) -> None:
    window = opened()
    look = window.look
    assert look.heading.text() == "fair.csv"
    assert look.summary.text() == "3 new people · 1 already there · 2 to check · 1 line without anybody"
    assert tabs(window) == ["People 3", "To check 2", "Left out 2", "Columns", "Reading", "Where from"]
    assert table(look.people)[0] == ["Ann Lee", "(212) 555-0142", "ann@example.com", "Mar 14, 1985", ""]
    assert table(look.odd) == [
        ["3", "Bo Park", "555-0100 needs an area code · “1985-02-29” is no date: kept in the note"],
        ["6", "Cy Young", "“cy@example” is no e-mail"],
    ]
    assert table(look.left) == [
        ["4", "Ann Lee", "Same e-mail as Ann Lee, line 2"],
        ["5", "", "No name, phone or e-mail"],
    ]
    assert services.book.value("SELECT count(*) FROM person") == 0


@pytest.mark.practice("001-08")
def test_nothing_comes_in_before_somebody_says_where_it_is_from(
    qtbot: QtBot, opened: Callable[..., ImportWindow]
) -> None:
    window = opened()
    foot = window.foot
    assert not foot.bring_button.isEnabled()
    window.look.tabs.setCurrentIndex(0)
    qtbot.mouseClick(foot.ask_button, Qt.MouseButton.LeftButton)
    assert window.look.origin.kind.chip(SourceKind.MET).isVisible()
    choose(qtbot, window, SourceKind.UNKNOWN)
    assert (foot.bring_button.isEnabled(), foot.ask_button.isHidden()) == (True, True)
    assert foot.bring_button.text() == "Bring in 3 people"


def test_the_questions_stand_beside_the_list_where_there_is_room(opened: Callable[..., ImportWindow]) -> None:
    window = opened()
    window.resize(1100, 720)
    assert tabs(window)[-1] == "Reading"
    assert window.look.origin.kind.isVisible()
    window.resize(760, 720)
    assert tabs(window)[-1] == "Where from"
    assert not window.look.origin.kind.isVisible()


def test_a_list_comes_in_and_one_says_whom_one_knows(
    services: OpenBook, qtbot: QtBot, opened: Callable[..., ImportWindow]
) -> None:
    window = opened()
    choose(qtbot, window, SourceKind.EVENT, "Spring fair")
    window.look.origin.tag.setText("fair")
    qtbot.mouseClick(window.look.origin.closeness.chip(Closeness.STRANGER), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(window.foot.bring_button, Qt.MouseButton.LeftButton)
    wait_for(qtbot, window, window.outcome)
    assert window.outcome.heading.text() == "Which of these do you know?"
    assert [row[0] for row in table(window.outcome.people)] == ["Ann Lee", "Bo Park", "Cy Young"]
    assert len(table(window.outcome.left)) == 2
    window.outcome.table.selectRow(1)
    qtbot.mouseClick(window.outcome.buttons[Closeness.FRIEND], Qt.MouseButton.LeftButton)
    assert table(window.outcome.people)[1] == ["Bo Park", "Friend"]
    assert services.book.rows("SELECT name, closeness FROM person ORDER BY id") == [
        ("Ann Lee", "stranger"),
        ("Bo Park", "friend"),
        ("Cy Young", "stranger"),
    ]
    assert services.book.row("SELECT kind, name FROM source") == ("event", "Spring fair")
    assert services.book.value("SELECT count(*) FROM tag WHERE name = 'fair'") == 3
    assert services.book.value("SELECT channel FROM stop_rule") == "call"


def test_what_was_left_out_is_saved_with_the_reasons(
    qtbot: QtBot, opened: Callable[..., ImportWindow], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened()
    choose(qtbot, window, SourceKind.EVENT, "Spring fair")
    qtbot.mouseClick(window.foot.bring_button, Qt.MouseButton.LeftButton)
    wait_for(qtbot, window, window.outcome)
    suggested: list[str] = []
    told: list[str] = []

    def answer(_parent: QWidget, _title: str, path: Path, _filters: list[str]) -> Path:
        suggested.append(path.name)
        return tmp_path / "left.csv"

    monkeypatch.setattr(prompts, "ask_save_file", answer)
    monkeypatch.setattr(prompts, "tell", lambda _parent, _title, text: told.append(text))
    qtbot.mouseClick(window.outcome.save_button, Qt.MouseButton.LeftButton)
    assert suggested == ["fair, left out.csv"]
    assert told == ["2 lines are in left.csv now."]
    lines = (tmp_path / "left.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[0].startswith('"Line","Why it is left out","First Name"')
    assert lines[1].startswith('"4","Same e-mail as Ann Lee, line 2","ANN","LEE"')
    assert lines[2].startswith('"5","No name, phone or e-mail"')
    (tmp_path / "fair.csv").unlink()
    qtbot.mouseClick(window.outcome.save_button, Qt.MouseButton.LeftButton)
    assert told[1].startswith("There is no file named")


def test_an_import_is_taken_back_on_the_spot(
    services: OpenBook, qtbot: QtBot, opened: Callable[..., ImportWindow]
) -> None:
    window = opened()
    choose(qtbot, window, SourceKind.MET)
    window.bring_in()
    wait_for(qtbot, window, window.outcome)
    qtbot.mouseClick(window.foot.undo_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.outcome.heading.text() == "fair.csv is taken back")
    assert window.outcome.said.text() == "3 people are out again."
    assert services.book.value("SELECT count(*) FROM person") == 0
    assert not window.foot.undo_button.isVisible()


def test_a_past_import_is_taken_back_and_says_who_stays(
    services: OpenBook,
    qtbot: QtBot,
    opened: Callable[..., ImportWindow],
    window: ImportWindow,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened()
    choose(qtbot, window, SourceKind.MET)
    window.bring_in()
    wait_for(qtbot, window, window.outcome)
    services.imports.mark([1], Closeness.FAMILY, services.clock())
    window.close()
    again = ImportWindow(services.imports, services.preferences, services.clock)
    qtbot.addWidget(again)
    again.show()
    assert "3 people" in " ".join(label.text() for label in again.choose.findChildren(QLabel))
    monkeypatch.setattr(prompts, "confirm", lambda *_said: True)
    again.choose.undo_requested.emit(services.imports.past()[0].id)
    qtbot.waitUntil(lambda: "taken back" in again.outcome.heading.text())
    assert again.outcome.said.text().splitlines() == [
        "2 people are out again.",
        "These stay, because something happened with them since:",
        "Ann Lee: edited since",
    ]


@pytest.mark.practice("000-04")
def test_of_many_who_stay_the_rest_is_counted() -> None:
    people = [KeptPerson(at, f"Kim {at}", "edited") for at in range(23)]
    told = words.who_stays(people)
    assert (told[0], told[-1], len(told)) == ("Kim 0: edited since", "and 3 more", 21)
    assert len(words.who_stays(people[:20])) == 20


def test_a_bought_list_says_that_it_is_locked(
    services: OpenBook, qtbot: QtBot, opened: Callable[..., ImportWindow]
) -> None:
    window = opened()
    choose(qtbot, window, SourceKind.BOUGHT, "May list")
    assert window.look.origin._locked.isVisible()
    window.bring_in()
    wait_for(qtbot, window, window.outcome)
    assert window.outcome.locked.isVisible()
    assert services.book.value("SELECT is_locked FROM source") == 1


def test_a_column_chosen_by_hand_is_read_again(qtbot: QtBot, opened: Callable[..., ImportWindow]) -> None:
    window = opened()
    box = window.look.columns.box(5)
    assert box.currentText() == "Keep as a detail"
    box.setCurrentIndex(box.findData(Field.NOTE))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: window.look.people.row(0).draft.note == "38")
    assert window.look.columns.box(5).currentText() == "Note"
    assert window.pages.currentWidget() is window.look


def test_nobody_comes_in_as_the_file_was_read_before(
    services: OpenBook, qtbot: QtBot, opened: Callable[..., ImportWindow]
) -> None:
    window = opened()
    choose(qtbot, window, SourceKind.MET)
    assert window.foot.bring_button.isEnabled()
    box = window.look.columns.box(5)
    box.setCurrentIndex(box.findData(Field.NOTE))
    box.activated.emit(box.currentIndex())
    assert not window.foot.bring_button.isEnabled()
    window.bring_in()
    assert window.pages.currentWidget() is window.look
    qtbot.waitUntil(window.foot.bring_button.isEnabled)
    window.bring_in()
    wait_for(qtbot, window, window.outcome)
    assert services.people.draft(window.newest_person() or 0).note == "38"


def test_why_a_file_cannot_be_read_so_stays_in_sight(
    qtbot: QtBot, opened: Callable[..., ImportWindow], tmp_path: Path
) -> None:
    window = opened()
    (tmp_path / "fair.csv").unlink()
    pick(window.look.reading.country, "DE")
    assert window.foot.hint.text() == "Reading…"
    qtbot.waitUntil(lambda: window.foot.hint.text() not in ("", "Reading…"))
    why = window.foot.hint.text()
    choose(qtbot, window, SourceKind.MET)
    assert window.foot.hint.text() == why
    assert not window.foot.bring_button.isEnabled()


def test_what_goes_on_in_a_column_ends_in_dots(opened: Callable[..., ImportWindow]) -> None:
    note = "Met at the spring fair and wants to host in May"
    window = opened(f"Name,Phone,Notes\nAnn,212 555 0142,{note}\nBo,212 555 0143,short\n")
    said = [label.text() for label in window.look.columns.findChildren(QLabel)]
    assert "Met at the spring fair and wa… · short" in said


def test_a_file_with_an_endless_name_makes_no_window_wider(
    qtbot: QtBot, opened: Callable[..., ImportWindow], window: ImportWindow, tmp_path: Path
) -> None:
    name = "x" * 120
    opened(LIST, f"{name}.csv")
    before = window.minimumSizeHint().width()
    choose(qtbot, window, SourceKind.UNKNOWN)
    window.bring_in()
    wait_for(qtbot, window, window.outcome)
    qtbot.mouseClick(window.foot.undo_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "taken back" in window.outcome.heading.text())
    assert window.minimumSizeHint().width() == before
    (tmp_path / f"{name}.json").write_text('{"people": []}', encoding="utf-8")
    window.open_file(tmp_path / f"{name}.json")
    qtbot.waitUntil(window.choose.trouble.isVisible)
    assert window.minimumSizeHint().width() == before <= window.width()


def test_the_country_and_the_order_of_dates_are_read_again(qtbot: QtBot, opened: Callable[..., ImportWindow]) -> None:
    window = opened("Name,Phone,Birthday\nJürgen,0171 1234567,03/04/1985\n")
    reading = window.look.reading
    assert table(window.look.people)[0][3] == "Mar 4, 1985"
    pick(reading.country, "DE")
    qtbot.waitUntil(lambda: window.look.people.row(0).draft.phones[0].e164 == "+491711234567")
    pick(reading.order, True)  # noqa: FBT003 - the data of the menu
    qtbot.waitUntil(lambda: table(window.look.people)[0][3] == "Apr 3, 1985")


def test_numbers_of_another_country_are_offered_to_be_read_so(
    qtbot: QtBot, opened: Callable[..., ImportWindow]
) -> None:
    window = opened("Name,Phone\n" + "".join(f"P{at},0171 12345{at}7\n" for at in range(5)))
    assert any("another country" in label.text() for label in window.look.findChildren(QLabel))
    window.look.reading.choose_country("DE")
    qtbot.waitUntil(lambda: window.look.people.row(0).draft.phones[0].e164.startswith("+49"))


def test_the_same_file_again_says_so_and_offers_nothing(qtbot: QtBot, opened: Callable[..., ImportWindow]) -> None:
    window = opened()
    choose(qtbot, window, SourceKind.MET)
    window.bring_in()
    wait_for(qtbot, window, window.outcome)
    opened()
    assert tabs(window)[0] == "Left out 5"
    assert not window.foot.bring_button.isVisible()
    assert window.foot.hint.text() == "Nobody new is in this file."
    said = [label.text() for label in window.look.findChildren(QLabel)]
    assert any(text.startswith("You brought this file in on") for text in said)


def test_a_file_that_is_no_list_is_told_in_a_sentence(window: ImportWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "report.csv"
    path.write_bytes(b"PK\x03\x04 [Content_Types].xml xl/workbook.xml")
    window.open_file(path)
    qtbot.waitUntil(window.choose.trouble.isVisible)
    assert "Excel" in window.choose.trouble.text()
    assert window.pages.currentWidget() is window.choose


def test_a_whole_book_is_asked_about_and_brought_in(
    services: OpenBook, window: ImportWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "book.json"
    path.write_text(json.dumps({"format": "warmbook-book", "people": [{"name": "Ann"}]}), encoding="utf-8")
    monkeypatch.setattr(prompts, "confirm", lambda *_said: True)
    window.open_file(path)
    wait_for(qtbot, window, window.outcome)
    assert window.outcome.said.text() == "1 person came in."
    assert services.book.value("SELECT name FROM person") == "Ann"


def test_a_file_is_dropped(window: ImportWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "fair.csv"
    path.write_text(LIST, encoding="utf-8")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(20, 20),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)
    wait_for(qtbot, window, window.look)
    assert window.look.preview is not None
    assert window.look.preview.counts.new == 3


def test_a_file_is_asked_for(
    window: ImportWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "fair.csv"
    path.write_text(LIST, encoding="utf-8")
    monkeypatch.setattr(prompts, "ask_open_file", lambda *_said: path)
    qtbot.mouseClick(window.choose.choose_button, Qt.MouseButton.LeftButton)
    wait_for(qtbot, window, window.look)


def test_stopping_brings_nobody_in(
    services: OpenBook, qtbot: QtBot, opened: Callable[..., ImportWindow], window: ImportWindow
) -> None:
    opened("Name,Email\n" + "".join(f"Person {at},p{at}@example.com\n" for at in range(1500)))
    choose(qtbot, window, SourceKind.MET)
    window.bring_in()
    qtbot.mouseClick(window.busy.stop_button, Qt.MouseButton.LeftButton)
    wait_for(qtbot, window, window.look)
    assert services.book.value("SELECT count(*) FROM person") == 0


def test_closing_while_people_come_in_leaves_nothing_behind(
    services: OpenBook, qtbot: QtBot, opened: Callable[..., ImportWindow], window: ImportWindow
) -> None:
    opened("Name,Email\n" + "".join(f"Person {at},p{at}@example.com\n" for at in range(1500)))
    choose(qtbot, window, SourceKind.MET)
    window.bring_in()
    window.close()
    tasks.stop_all()
    qtbot.wait(50)
    assert window.pages.currentWidget() is window.busy
    assert services.book.value("SELECT count(*) FROM person") == 0


def test_an_empty_list_shows_how_it_was_read(opened: Callable[..., ImportWindow]) -> None:
    window = opened("First Name,Last Name,Email\n")
    assert window.look.summary.text() == "Nobody new"
    assert tabs(window) == ["Columns", "Reading"]
    assert window.foot.hint.text() == "Nobody new is in this file."


def test_every_answer_can_be_reached_with_the_keyboard(qtbot: QtBot, opened: Callable[..., ImportWindow]) -> None:
    window = opened()
    kind = window.look.origin.kind
    first = kind.chip(SourceKind.MET)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    qtbot.keyClick(kind.chip(SourceKind.EVENT), Qt.Key.Key_Space)
    assert kind.value() is SourceKind.EVENT


def test_whatever_takes_the_keyboard_says_what_it_is(qtbot: QtBot, opened: Callable[..., ImportWindow]) -> None:
    window = opened()
    choose(qtbot, window, SourceKind.EVENT)
    for widget in window.findChildren(QWidget):
        is_part = widget.objectName().startswith("qt_") or widget.window() is not window
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not is_part:
            said = widget.accessibleName() or str(widget.property("text") or "")
            assert said, f"{type(widget).__name__} {widget.objectName()}"


def test_every_code_of_a_row_has_words() -> None:
    facts = {"text": "x", "name": "Ann", "raw": "ANN", "suggestion": "", "year": "1985", "by": "email", "line": 3}
    codes = {
        *NOTES,
        *(f"phone_{code}" for code in ("excel_scientific", "needs_area_code", "service_code", "dummy", "not_a_number")),
        *(f"email_{code}" for code in ("invalid", "unlikely", "exchange_internal")),
        *(f"date_{code}" for code in ("invalid", "unlikely", "ambiguous_mdy", "ambiguous_dmy")),
        *("name_two_people", "shares_email", "shares_phone", "shares_name"),
        *("card_without_end", "card_without_begin", "line_not_understood"),
    }
    for code in codes:
        said = words.problem(Problem(code, facts))
        assert said != code
        assert "{" not in said


def test_every_remark_about_a_file_has_words() -> None:
    facts = {"count": 2, "text": "Report", "total": 5, "limit": 3, "country": "DE", "lines": (1, 2)}
    for code in (
        "no_header",
        "title_lines",
        "too_many_rows",
        "phones_of_another_country",
        "quotes_mended",
        "mixed_encoding",
        "groups_as_tags",
        "nested_cards",
        "pictures_left_out",
    ):
        said = words.note(Problem(code, facts))
        assert said != code
        assert "{" not in said


def pick(box: QComboBox, value: object) -> None:
    box.setCurrentIndex(next(at for at in range(box.count()) if box.itemData(at) == value))
    box.activated.emit(box.currentIndex())


def test_imports_of_the_past_stand_whole_below_the_place_to_drop_a_list(qtbot: QtBot, window: ImportWindow) -> None:
    today = date(2026, 12, 1)
    past = [PastImport(at, f"list {at}.csv", "csv", today, SourceKind.EVENT, "Fair", 7, 7, 0) for at in range(3)]
    window.resize(1100, 720)
    window.choose.show_past(past, today)
    [area] = window.choose.findChildren(QScrollArea)
    rows = area.widget()
    assert rows is not None
    qtbot.waitUntil(lambda: rows.isVisible() and area.verticalScrollBar().maximum() == 0)
    assert area.height() == rows.sizeHint().height(), "no gap below the last one"
