"""The desk as one works at it: choose, search, log, take back, hide, shrink, close."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDropEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.moment import Moment
from planner.domain.touch import Channel, TouchKind
from planner.services.drafts import PersonDraft
from planner.services.open_book import OpenBook
from planner.services.timeline import Entry
from planner.ui.desk import Desk
from planner.ui.desk.first_frame import FirstNames
from planner.ui.desk.keys import lines
from planner.ui.desk.undo_bar import SHOWN_FOR
from planner.ui.kit import prompts, theme
from tests.ui.sample_desk import Clock, open_desk, open_sample, person_named


def opened(desk: Desk) -> QDialog:
    """The window that was opened last."""
    dialog = desk.rest.doors.opened
    assert isinstance(dialog, QDialog)
    assert dialog.isVisible()
    return dialog


def menus(desk: Desk) -> Iterator[QMenu]:
    waiting = [each.menu() for each in desk.menuBar().actions()]
    while waiting:
        menu = waiting.pop()
        assert isinstance(menu, QMenu)
        menu.aboutToShow.emit()
        yield menu
        waiting += [each.menu() for each in menu.actions() if each.menu() is not None]


def door(dialog: QDialog, words: str) -> QAbstractButton:
    """The button that says this."""
    buttons = dialog.findChildren(QAbstractButton)
    return next(each for each in buttons if words in each.text() or words in said(each))


def said(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_the_first_frame_has_people_and_the_rest_follows(qtbot: QtBot, qapp: QApplication, services: OpenBook) -> None:
    theme.apply(qapp, "light", 100)
    desk = Desk(services)
    desk.resize(1440, 900)
    qtbot.addWidget(desk)
    with qtbot.waitSignal(desk.completed, timeout=10_000), qtbot.waitSignal(desk.arranged):
        desk.show()
        names = desk.findChild(FirstNames)
        assert names is not None
        assert names.isVisible()
        assert not hasattr(desk, "people")
    qtbot.waitUntil(lambda: desk.rest.today.isVisible() and desk.rest.person.isVisible())


def test_the_first_of_today_is_shown_everywhere(desk: Desk) -> None:
    first = desk.rest.today.day.cards[0].person_id
    assert desk.person == first
    assert desk.people.table.chosen() == first
    assert desk.rest.person.person_id == first


def test_choosing_in_the_list_shows_the_person_beside(qtbot: QtBot, desk: Desk, services: OpenBook) -> None:
    tom = person_named(services, "Tom Adeyemi")
    desk.people.focus_list()
    desk.people.table.choose(tom)
    qtbot.waitUntil(lambda: desk.person == tom)
    assert desk.rest.person.person_id == tom


def test_ctrl_f_searches_enter_opens_escape_goes_back(qtbot: QtBot, desk: Desk, services: OpenBook) -> None:
    desk.wishes.find.trigger()
    search = desk.toolbar.search
    assert search.hasFocus()
    qtbot.keyClicks(search, "delga")
    assert desk.people.model.rowCount() == 1
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert desk.person == person_named(services, "Maria Delgado")
    desk.wishes.find.trigger()
    desk.wishes.back.trigger()
    assert search.text() == ""
    assert desk.people.model.rowCount() == 60
    desk.wishes.back.trigger()
    assert desk.people.table.hasFocus()


def test_enter_in_the_search_opens_the_best_match_whoever_was_chosen(qtbot: QtBot, desk: Desk) -> None:
    people, search = desk.people, desk.toolbar.search
    search.setText("mar")
    best, last = people.model.person_at(0), people.model.person_at(people.model.rowCount() - 1)
    assert best != last
    search.clear()
    desk.choose(last)
    search.setText("mar")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert desk.person == best


def test_letters_typed_in_the_list_begin_a_search(qtbot: QtBot, desk: Desk) -> None:
    desk.people.focus_list()
    qtbot.keyClick(desk.people.table, "d")
    assert desk.toolbar.search.text() == "d"
    assert desk.toolbar.search.hasFocus()
    qtbot.keyClick(desk.toolbar.search, Qt.Key.Key_Down)
    assert desk.people.table.hasFocus()


@pytest.mark.practice("D10")
def test_every_write_can_be_taken_back_from_the_bar(qtbot: QtBot, desk: Desk, services: OpenBook) -> None:
    maria = person_named(services, "Maria Delgado")
    desk.choose(maria)
    before = services.timeline.account(maria, services.clock()).points
    entry = Entry(TouchKind.GIFT, services.clock().today, channel=Channel.IN_PERSON)
    services.timeline.log(maria, entry, services.clock())
    bar = desk.rest.history._bar
    assert bar.isVisible()
    assert bar.words() == "Logged with Maria"
    assert desk.wishes.undo.text() == "&Undo: Logged with Maria"
    qtbot.mouseClick(bar._button, Qt.MouseButton.LeftButton)
    assert services.timeline.account(maria, services.clock()).points == before
    assert bar.words() == "Undone: Logged with Maria"
    qtbot.mouseClick(bar._button, Qt.MouseButton.LeftButton)
    assert services.timeline.account(maria, services.clock()).points != before
    assert desk.wishes.undo.isEnabled()
    assert SHOWN_FOR == 10_000
    assert bar._gone.isActive()
    bar._gone.timeout.emit()
    assert not bar.isVisible()


def test_undo_and_redo_stand_in_the_menu(desk: Desk, services: OpenBook) -> None:
    services.people.archive([person_named(services, "Maria Delgado")], services.clock())
    assert desk.people.model.row_of(desk.person or 0) is not None
    desk.wishes.undo.trigger()
    assert services.listing.hits("Maria Delgado", services.clock(), 1)
    assert desk.wishes.redo.isEnabled()
    desk.wishes.redo.trigger()
    assert not services.listing.hits("Maria Delgado", services.clock(), 1)


def test_nothing_in_the_menus_is_dead(desk: Desk) -> None:
    found: list[QAction] = []
    for menu in menus(desk):
        here = [each for each in menu.actions() if not each.isSeparator() and each.menu() is None]
        assert len({each.text() for each in here}) == len(here), "each thing once"
        found += here
    assert len(found) > 40
    for action in found:
        assert action.text()
        has_ears = action.isCheckable() or action.receivers("2triggered(bool)") > 0
        assert has_ears, action.text()


@pytest.mark.parametrize(
    ("wish", "title"),
    [
        ("add_person", "Add person"),
        ("edit_person", "Edit Maria Delgado"),
        ("log", "What happened with Maria?"),
        ("gave", "What did you give Maria?"),
        ("asked", "What did you ask Maria for?"),
        ("talked", "You talked with Maria"),
        ("promise", "Promise Maria something"),
        ("permission", "What Maria said yes to"),
        ("preferences", "Preferences"),
        ("restore", "Restore a backup"),
        ("bring_list", "Bring people in"),
        ("print_sheet", "Call sheet"),
        ("keys", "Keys and gestures"),
        ("about", "About Warmbook"),
        ("laws", "Calling hours and law"),
    ],
)
def test_every_wish_opens_its_window(desk: Desk, services: OpenBook, wish: str, title: str) -> None:
    desk.choose(person_named(services, "Maria Delgado"))
    getattr(desk.wishes, wish).trigger()
    dialog = opened(desk)
    assert dialog.windowTitle() == title
    dialog.close()


def test_logging_without_a_person_asks_whom(qtbot: QtBot, desk: Desk) -> None:
    desk.choose(None)
    assert not desk.wishes.edit_person.isEnabled()
    assert desk.wishes.log.isEnabled()
    desk.wishes.log.trigger()
    dialog = opened(desk)
    assert dialog.windowTitle() == "Who was it with?"
    qtbot.keyClicks(dialog.line, "delgado")  # type: ignore[attr-defined]  # ChoosePerson's
    qtbot.keyPress(dialog.line, Qt.Key.Key_Return)  # type: ignore[attr-defined]  # ChoosePerson's
    qtbot.waitUntil(lambda: opened(desk).windowTitle() == "What happened with Maria?")
    opened(desk).close()


def test_somebody_added_is_shown(qtbot: QtBot, desk: Desk) -> None:
    desk.wishes.add_person.trigger()
    dialog = opened(desk)
    qtbot.keyClicks(dialog.name, "Zora Neale")  # type: ignore[attr-defined]  # PersonForm's
    dialog.save()  # type: ignore[attr-defined]  # PersonForm's
    assert desk.rest.person.person_id == desk.person
    assert "Zora Neale" in said(desk.rest.person)
    assert desk.rest.history._bar.words() == "Zora Neale added"


def test_put_away_and_bring_back_take_turns(desk: Desk, services: OpenBook) -> None:
    maria = person_named(services, "Maria Delgado")
    desk.choose(maria)
    assert desk.wishes.put_away.isVisible()
    assert not desk.wishes.bring_back.isVisible()
    desk.wishes.put_away.trigger()
    desk.choose(maria)
    assert desk.wishes.bring_back.isVisible()
    desk.wishes.bring_back.trigger()
    assert services.people.view(maria).archived_on is None


def test_marked_people_are_put_away_together(qtbot: QtBot, desk: Desk, services: OpenBook) -> None:
    table = desk.people.table
    table.setFocus()
    names = [str(desk.people.model.index(row, 0).data()) for row in range(3)]
    table.choose_row(0)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Space):
        qtbot.keyClick(table, key)
    marked = table.marked()
    assert marked == [desk.people.model.person_at(0), desk.people.model.person_at(2)]
    qtbot.waitUntil(lambda: desk.wishes.put_away.text() == "Put 2 people a&way")
    assert "2 marked" in said(desk.status)
    assert desk.person == marked[1]
    desk.wishes.put_away.trigger()
    away = [services.people.view(person).archived_on is not None for person in marked]
    assert away == [True, True]
    qtbot.waitUntil(lambda: str(desk.people.model.index(0, 0).data()) == names[1])
    assert desk.rest.history._bar.words() == "2 people put away"
    desk.wishes.undo.trigger()
    assert [services.people.view(person).archived_on for person in marked] == [None, None]


def test_esc_takes_the_marks_away_before_anything_else(qtbot: QtBot, desk: Desk) -> None:
    table = desk.people.table
    table.setFocus()
    desk.toolbar.search.setText("a")
    table.choose_row(0)
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(table.marked()) == 2
    desk.wishes.back.trigger()
    assert len(table.marked()) == 1
    assert desk.toolbar.search.text() == "a"
    desk.wishes.back.trigger()
    assert not desk.toolbar.search.text()


def test_removing_asks_whether_the_bin_is_enough(
    desk: Desk, services: OpenBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    maria = person_named(services, "Maria Delgado")
    desk.choose(maria)
    asked: list[object] = []
    monkeypatch.setattr(prompts, "choose", lambda _parent, title, _text, actions: asked.append((title, actions)))
    desk.wishes.remove.trigger()
    assert asked == [("Remove Maria Delgado?", ("Into the bin", "Remove for good"))]
    assert services.listing.hits("Maria Delgado", services.clock(), 1)
    monkeypatch.setattr(prompts, "choose", lambda *_words: 0)
    desk.wishes.remove.trigger()
    assert not services.listing.hits("Maria Delgado", services.clock(), 1)
    assert desk.person is None
    assert desk.rest.history._bar.words() == "Maria Delgado is in the bin"
    desk.wishes.undo.trigger()
    assert services.listing.hits("Maria Delgado", services.clock(), 1)
    desk.choose(maria)
    monkeypatch.setattr(prompts, "choose", lambda *_words: 1)
    desk.wishes.remove.trigger()
    assert services.bin.people(services.clock()) == []
    assert services.book.value("SELECT count(*) FROM person WHERE id = ?", (maria,)) == 0
    assert not desk.wishes.undo.isEnabled()


def test_export_writes_a_file_and_says_so(
    desk: Desk, services: OpenBook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(prompts, "ask_save_file", lambda *_words: tmp_path / "people.csv")
    monkeypatch.setattr(prompts, "tell", lambda _parent, _title, text: told.append(text))
    desk.wishes.export.trigger()
    assert (tmp_path / "people.csv").exists()
    assert told[0].endswith("are in people.csv now.")
    monkeypatch.setattr(prompts, "ask_save_file", lambda *_words: None)
    desk.wishes.export.trigger()
    assert len(told) == 1
    assert services.path.exists()


def test_a_mistake_is_told_in_a_sentence(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(prompts, "ask_save_file", lambda *_words: tmp_path / "nowhere" / "book.json")
    monkeypatch.setattr(prompts, "tell", lambda _parent, _title, text: told.append(text))
    desk.wishes.export.trigger()
    assert told[0].startswith("book.json could not be written: ")


def test_a_list_dropped_on_the_desk_is_brought_in(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Name,Phone\nAna Sosa,(312) 555-0177\n", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    desk.dropEvent(QDropEvent(QPointF(5, 5), copy, data, left, none))
    dialog = opened(desk)
    assert dialog.windowTitle() == "Bring people in"
    qtbot.waitUntil(lambda: "list.csv" in said(dialog))
    dialog.close()


def test_keys_are_read_from_the_actions(desk: Desk) -> None:
    desk.wishes.undo.setText("&Undo: Maria added")
    shown = dict(lines(desk.wishes))
    assert "Undo" in shown.values(), "what the key does, whatever it would undo now"
    assert shown["Ctrl+F"] == "Find a person"
    assert shown["Ctrl+N"] == "Add person"
    assert shown["Ctrl+/"] == "Keys and gestures"
    assert len(shown) == len(lines(desk.wishes)), "no key twice"
    keys = [action.shortcut() for action in desk.actions() if not action.shortcut().isEmpty()]
    assert not {each.toString(QKeySequence.SequenceFormat.NativeText) for each in keys} - shown.keys(), "every key"


def test_the_status_line_says_what_calms(desk: Desk) -> None:
    assert "60 people Saved First backup when you close Warmbook" in said(desk.status)
    assert desk.status._sheet.text().startswith("Sheet 46 printed")


def test_a_backup_made_meanwhile_is_told_in_the_next_minute(desk: Desk, services: OpenBook) -> None:
    services.backups.make(services.book, services.clock())
    desk.tick()
    assert "Backed up today" in said(desk.status)


def test_a_printed_sheet_can_be_looked_at_again(qtbot: QtBot, desk: Desk) -> None:
    qtbot.mouseClick(desk.status._sheet, Qt.MouseButton.LeftButton)
    dialog = opened(desk)
    assert dialog.windowTitle() == "Call sheet"
    assert "46" in said(dialog)
    dialog.close()


def test_the_sample_book_says_so_and_offers_ones_own(qtbot: QtBot, desk: Desk) -> None:
    assert "nobody in it is real" in said(desk)
    assert desk.wishes.start_own.isVisible()
    assert not desk.wishes.look_around.isVisible()
    with qtbot.waitSignal(desk.own_book_requested):
        desk.wishes.start_own.trigger()


def test_ones_own_book_has_no_banner(qtbot: QtBot, qapp: QApplication, tmp_path: Path, now: Moment) -> None:
    services = open_sample(tmp_path, Clock(now), is_empty=True)
    desk = open_desk(qtbot, qapp, services)
    assert "nobody in it is real" not in said(desk)
    assert desk.wishes.look_around.isVisible()
    assert desk.person is None
    desk.rest.book.first_start()
    assert opened(desk).windowTitle() == "Welcome to Warmbook"
    qtbot.mouseClick(door(opened(desk), "Add the first person"), Qt.MouseButton.LeftButton)
    assert opened(desk).windowTitle() == "Add person"
    opened(desk).close()
    services.people.add(PersonDraft(name="Ana Sosa"), now)
    assert desk.people.model.rowCount() == 1
    desk.close()
    services.book.close()


def test_another_program_that_wrote_is_seen(desk: Desk, services: OpenBook) -> None:
    with services.book.quietly():
        services.book.run("UPDATE person SET name = 'Maria D. Delgado' WHERE name = 'Maria Delgado'")
    desk.reload()
    names = [str(desk.people.model.index(row, 0).data()) for row in range(desk.people.model.rowCount())]
    assert "Maria D. Delgado" in names
