"""Several people marked at the desk: the bar over the list, the menus, and what becomes of each wish."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QSize, Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from planner.domain.moment import Moment
from planner.domain.person import Closeness, SourceKind
from planner.services.exchange import book_file
from planner.services.open_book import OpenBook
from planner.ui.desk import Desk
from planner.ui.dialogs import busy
from planner.ui.dialogs.busy import Busy
from planner.ui.dialogs.origin_fields import Origin
from planner.ui.dialogs.source_form import SourceForm
from planner.ui.dialogs.tag_form import TagForm
from planner.ui.kit import prompts, window_state, wording
from tests.ui.sample_desk import Clock, open_desk, open_sample


@pytest.fixture
def services(tmp_path: Path, now: Moment) -> OpenBook:
    return open_sample(tmp_path, Clock(now))


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """What stopped the program to be told."""
    heard: list[tuple[str, str]] = []
    monkeypatch.setattr(prompts, "tell", lambda _parent, title, text: heard.append((title, text)))
    return heard


def mark(qtbot: QtBot, desk: Desk, *rows: int) -> list[int]:
    """Mark lines of the list; answers who they are."""
    table = desk.people.table
    table.choose_row(rows[0])
    flags = QItemSelectionModel.SelectionFlag
    for row in rows[1:]:
        table.selectionModel().select(table.model().index(row, 0), flags.Select | flags.Rows)
    with qtbot.waitSignal(desk.people.marked):
        pass
    return table.marked()


def done(services: OpenBook) -> str:
    last = services.undo.last()
    assert last is not None
    return wording.step_done(last)


def test_the_bar_stands_in_the_place_of_the_views_while_several_are_marked(qtbot: QtBot, desk: Desk) -> None:
    pane = desk.people
    top = pane.table.y()
    mark(qtbot, desk, 0)
    assert pane.view_bar.isVisible()
    mark(qtbot, desk, 0, 2, 4)
    assert pane.bulk_bar.isVisible()
    assert pane.bulk_bar.said() == "3 people:"
    assert pane.table.y() == top, "nothing moves under the mouse"
    pane.table.setFocus()
    desk.wishes.back.trigger()
    qtbot.waitUntil(pane.view_bar.isVisible)
    assert len(pane.table.marked()) == 1


def test_what_does_not_fit_waits_behind_more(qtbot: QtBot, desk: Desk) -> None:
    mark(qtbot, desk, 0, 1)
    bar = desk.people.bulk_bar
    desk.resize(2400, 900)
    everything = ["Tags…", "On today’s sheet", "Put away", "Where from…", "How close", "Export…"]
    qtbot.waitUntil(lambda: bar.shown() == everything)
    assert not bar._more.isVisible()
    desk.resize(1024, 640)
    qtbot.waitUntil(bar._more.isVisible)
    assert bar.shown() == everything[: len(bar.shown())]
    assert bar.shown()
    bar._menu.aboutToShow.emit()
    assert len(bar.shown()) + len(bar._menu.actions()) == len(everything)
    assert bar._more.accessibleName() == "More with those marked"


def test_on_a_low_screen_the_tags_scroll_and_the_page_does_not(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark(qtbot, desk, 0, 1, 2)
    monkeypatch.setattr(window_state, "room", lambda _window: QSize(1300, 440))
    desk.wishes.tag.trigger()
    form = desk.rest.doors.opened
    assert isinstance(form, TagForm)
    qtbot.wait(50)
    assert form.height() <= 440
    assert form.sight.verticalScrollBar().maximum() == 0
    assert form.list.verticalScrollBar().maximum() > 0


def test_tags_are_given_and_taken_in_one_step(qtbot: QtBot, desk: Desk, services: OpenBook) -> None:
    people = mark(qtbot, desk, 0, 1, 2)
    services.bulk.tag(people[:1], ["garden party"], [], services.clock())
    services.bulk.tag(people, ["all of us"], [], services.clock())
    desk.wishes.tag.trigger()
    form = desk.rest.doors.opened
    assert isinstance(form, TagForm)
    assert form.focusWidget() is form.new, "letters go to a new tag; a space among them ticks nothing"
    items = {form.list.item(row).text(): form.list.item(row) for row in range(form.list.count())}
    assert items["garden party (1 of 3)"].checkState() == Qt.CheckState.PartiallyChecked
    assert items["all of us"].checkState() == Qt.CheckState.Checked
    items["all of us"].setCheckState(Qt.CheckState.Unchecked)
    form.new.setText("spring, , new one")
    form.save()
    borne = services.bulk.tags_of(people)
    assert (borne["garden party"], borne["spring"], borne["new one"]) == (1, 3, 3)
    assert "all of us" not in borne
    assert done(services) == "Tags of 3 people saved"
    assert desk.rest.history._bar.words() == "Tags of 3 people saved"
    desk.wishes.undo.trigger()
    assert "spring" not in services.bulk.tags_of(people)


def test_a_source_has_to_be_said_where_they_differ(qtbot: QtBot, desk: Desk, services: OpenBook) -> None:
    people = mark(qtbot, desk, *range(6))
    assert services.bulk.source_of(people) is None
    desk.wishes.come_from.trigger()
    form = desk.rest.doors.opened
    assert isinstance(form, SourceForm)
    form.save()
    assert form.isVisible()
    assert form.trouble.text() == "Choose where they come from."
    form.source.origin.chip("own").click()  # type: ignore[arg-type]
    form.source.kind.chip(SourceKind.EVENT).click()
    form.source.which.setText("Spring Fair")
    form.save()
    assert services.bulk.source_of(people) == (SourceKind.EVENT, "Spring Fair")
    desk.wishes.come_from.trigger()
    again = desk.rest.doors.opened
    assert isinstance(again, SourceForm)
    assert again.source.source() == (SourceKind.EVENT, "Spring Fair")


def test_how_close_is_chosen_from_a_menu(qtbot: QtBot, desk: Desk, services: OpenBook) -> None:
    people = mark(qtbot, desk, 1, 3)
    menu = desk.wishes.bring_close.menu()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == "Family").trigger()
    assert {services.people.draft(person).closeness for person in people} == {Closeness.FAMILY}
    assert done(services) == "How close 2 people are: noted"


def test_people_are_put_on_the_sheet_and_who_stays_off_is_named(
    qtbot: QtBot, desk: Desk, services: OpenBook, told: list[tuple[str, str]]
) -> None:
    people = mark(qtbot, desk, 0, 1, 2)
    desk.wishes.on_sheet.trigger()
    assert told == []
    assert done(services) == "3 people are on today’s sheet"
    assert set(people) <= {line.card.person_id for line in services.sheets.compose(services.clock()).lines}
    services.permissions.stop(people[0], None, "leave me be", services.clock())
    desk.wishes.on_sheet.trigger()
    ((title, text),) = told
    assert title == "1 person stays off the sheet"
    assert "leave me be" in text


def test_those_marked_are_exported(
    qtbot: QtBot,
    desk: Desk,
    tmp_path: Path,
    told: list[tuple[str, str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    mark(qtbot, desk, 0, 1)
    path = tmp_path / "some.csv"
    monkeypatch.setattr(prompts, "ask_save_file", lambda *_: path)
    desk.wishes.export_marked.trigger()
    assert told == [("Exported", "2 people are in some.csv now.")]
    assert len(path.read_text(encoding=book_file.TABLE_ENCODING).splitlines()) == 3


def test_many_are_changed_in_a_thread_that_can_be_stopped(
    qtbot: QtBot, desk: Desk, services: OpenBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(busy, "MANY", 2)
    people = mark(qtbot, desk, 0, 1, 2)
    with qtbot.waitSignal(desk.changes.changed):
        desk.rest.bulk.bring_close(people, Closeness.FAMILY)
        assert isinstance(desk.rest.doors.opened, Busy)
    assert {services.people.draft(person).closeness for person in people} == {Closeness.FAMILY}
    qtbot.waitUntil(lambda: desk.rest.doors.opened is None)


def test_in_a_narrow_window_nobody_slides_over_those_being_marked(
    qtbot: QtBot, qapp: QApplication, services: OpenBook
) -> None:
    desk = open_desk(qtbot, qapp, services, 1024, 640)
    mark(qtbot, desk, 0)
    assert desk.panes.person.isVisible()
    mark(qtbot, desk, 0, 1)
    assert not desk.panes.person.isVisible()
    assert desk.people.bulk_bar.isVisible()


def test_wishes_for_one_are_for_whoever_is_chosen(desk: Desk, services: OpenBook) -> None:
    desk.people.table.clearSelection()
    assert desk.person is not None
    desk.wishes.on_sheet.trigger()
    name = services.people.draft(desk.person).name
    assert done(services) == f"{name} is on today’s sheet"


def said(menu: QMenu) -> list[str]:
    return [each.text().replace("&", "") for each in menu.actions() if each.isVisible() and not each.isSeparator()]


def test_while_several_are_marked_a_menu_says_whom_each_wish_is_about(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    people, business = (desk.menuBar().actions()[at].menu() for at in (2, 3))
    assert isinstance(people, QMenu)
    assert isinstance(business, QMenu)
    assert not any("Only" in each for each in said(people))
    marked = mark(qtbot, desk, 0, 1, 2)
    name = desk.people.name()
    for menu in (people, business):
        assert f"Only {name}:" in said(menu)
    lines = said(people)
    assert lines.index(f"Only {name}:") < lines.index("Edit…") < lines.index("3 people:") < lines.index("Tags…")
    context = [each.text() for each in desk.people.table.actions() if each.isVisible()]
    assert f"Only {name}:" in context
    assert "3 people:" in context
    asked = []
    monkeypatch.setattr(prompts, "ask_save_file", lambda _desk, title, *_more: asked.append(title))
    desk.rest.bulk.export(marked)
    assert asked == ["Export 3 people"]
    mark(qtbot, desk, 0)
    assert not any("Only" in each for each in said(people))
    desk.wishes.set_marked(0)
    assert "Export this person…" in said(people), "about whoever is shown"


def test_where_people_differ_the_keys_begin_with_the_first_answer(desk: Desk, qtbot: QtBot) -> None:
    desk.rest.bulk.come_from([person for row in range(4) if (person := desk.people.model.person_at(row)) is not None])
    form = desk.rest.doors.opened
    assert isinstance(form, SourceForm)
    assert form.source.origin.value() is None
    qtbot.waitUntil(form.source.origin.chip(Origin.OWN).hasFocus)
