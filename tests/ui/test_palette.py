"""The box that goes to anybody and does anything."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from planner.services.open_book import OpenBook
from planner.services.saved_views import View
from planner.ui.desk import Desk
from planner.ui.desk.keys import lines
from planner.ui.desk.palette import Palette
from planner.ui.desk.recent import MOST, Recent
from planner.ui.dialogs.outcome_form import OutcomeForm
from planner.ui.dialogs.person_form import PersonForm
from tests.ui.sample_desk import person_named


def jump(desk: Desk, text: str = "") -> Palette:
    desk.wishes.jump.trigger()
    palette = desk.rest.doors.opened
    assert isinstance(palette, Palette)
    palette.line.setText(text)
    return palette


def picture(palette: Palette) -> list[str]:
    """What is listed, one line each, headings in brackets, the chosen line with a mark."""
    row = palette.list.currentIndex().row()
    return [
        f"[{entry.text}]" if entry.is_heading else ("> " if at == row else "") + entry.text
        for at, entry in enumerate(palette.entries)
    ]


def test_a_few_letters_and_enter_open_anybody(qtbot: QtBot, desk: Desk, services: OpenBook) -> None:
    palette = jump(desk, "delg mar")
    assert picture(palette) == ["[People]", "> Maria Delgado"]
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert desk.person == person_named(services, "Maria Delgado")
    assert desk.rest.person.hasFocus()
    assert desk.rest.doors.opened is None


def test_a_command_is_found_by_its_words_and_its_menu_and_done(qtbot: QtBot, desk: Desk) -> None:
    palette = jump(desk, "contact log")
    assert picture(palette) == ["[Commands]", "> Log contact"]
    entry = palette.entries[1]
    assert (entry.beside, entry.keys) == ("People", "Ctrl+L")
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(desk.rest.doors.opened, OutcomeForm))
    assert "Customers" in picture(jump(desk, "view people in"))


def test_commands_that_are_impossible_now_are_not_offered(desk: Desk) -> None:
    assert "[Commands]" in picture(jump(desk, "permissions"))
    desk.choose(None)
    assert "[Commands]" not in picture(jump(desk, "permissions"))


def test_before_anything_is_typed_the_daily_commands_are_offered(desk: Desk) -> None:
    shown = picture(jump(desk))
    assert shown[shown.index("[Often used]") + 1].endswith("Add person")
    assert picture(jump(desk, "  .")) == shown


def test_a_view_is_a_command_too(qtbot: QtBot, desk: Desk) -> None:
    palette = jump(desk, "put away")
    row = next(at for at, entry in enumerate(palette.entries) if entry.beside.startswith("View"))
    palette.list.setCurrentIndex(palette.list.model().index(row, 0))
    palette.take()
    qtbot.waitUntil(lambda: desk.people.model.view is View.ARCHIVED)


def test_arrows_step_over_headings_and_come_around(qtbot: QtBot, desk: Desk) -> None:
    palette = jump(desk, "tom")
    people = [entry.text for entry in palette.entries if entry.person_id is not None]
    assert picture(palette)[1] == f"> {people[0]}"
    qtbot.keyClick(palette.line, Qt.Key.Key_Up)
    assert picture(palette)[-1].startswith("> ")
    qtbot.keyClick(palette.line, Qt.Key.Key_Down)
    assert picture(palette)[1] == f"> {people[0]}"
    assert palette.line.accessibleDescription().startswith(people[0])


def test_escape_leaves_everything_as_it_was(qtbot: QtBot, desk: Desk) -> None:
    before = desk.person
    palette = jump(desk, "maria")
    qtbot.keyClick(palette.line, Qt.Key.Key_Escape)
    assert desk.rest.doors.opened is None
    assert desk.person == before


def test_nothing_found_says_so_and_offers_to_add_them(qtbot: QtBot, desk: Desk) -> None:
    palette = jump(desk, "Xenia Ylo")
    assert picture(palette) == ["> Add them as a new person"]
    assert "Xenia Ylo" in palette._nothing.text()
    assert palette._nothing.isVisible()
    assert "Xenia Ylo" in palette.line.accessibleDescription()
    assert palette.list.geometry().top() >= palette._nothing.geometry().bottom()
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    form = desk.rest.doors.opened
    assert isinstance(form, PersonForm)
    assert form.name.text() == "Xenia Ylo"
    form.reject()


@pytest.mark.parametrize(("typed", "field"), [("(303) 555-0199", "phones"), ("xenia@example.com", "emails")])
def test_a_number_or_an_address_nobody_has_goes_into_its_field(desk: Desk, typed: str, field: str) -> None:
    palette = jump(desk, typed)
    palette.take()
    form = desk.rest.doors.opened
    assert isinstance(form, PersonForm)
    assert form.name.text() == ""
    assert typed in str(getattr(form, field).drafts())
    form.reject()


def test_whom_one_looked_at_comes_first_while_nothing_is_typed(desk: Desk, services: OpenBook) -> None:
    maria, tom = person_named(services, "Maria Delgado"), person_named(services, "Tom Adeyemi")
    for person in (tom, maria):
        desk.choose(person)
        desk.rest.recent.note()
    assert picture(jump(desk))[:3] == ["[Seen lately]", "> Maria Delgado", "Tom Adeyemi"]
    services.people.remove([maria], services.clock())
    assert picture(jump(desk))[:2] == ["[Seen lately]", "> Tom Adeyemi"]


def test_whom_one_saw_is_kept_until_the_next_day(desk: Desk, services: OpenBook) -> None:
    desk.rest.recent.people = list(range(1, MOST + 1))
    desk.choose(60)
    desk.rest.recent.note()
    desk.remember()
    assert Recent(services.memory, desk).people == [60, *range(1, MOST)]


def test_the_keys_window_knows_the_new_keys(desk: Desk) -> None:
    shown = dict(lines(desk.wishes))
    assert shown["Ctrl+K"] == "Go to anybody, or do anything"
    assert shown["Ctrl+J"] == "I asked"
    assert shown["Ctrl+Shift+H"] == "History"


def test_a_click_goes_where_its_line_leads_and_a_heading_leads_nowhere(
    qtbot: QtBot, desk: Desk, services: OpenBook
) -> None:
    palette = jump(desk, "mar")
    model, left = palette.list.model(), Qt.MouseButton.LeftButton
    assert palette.entries[0].is_heading
    heading = palette.list.visualRect(model.index(0, 0)).center()
    qtbot.mouseClick(palette.list.viewport(), left, pos=heading)
    assert desk.rest.doors.opened is palette
    row = next(at for at, entry in enumerate(palette.entries) if entry.text == "Maria Delgado")
    qtbot.mouseClick(palette.list.viewport(), left, pos=palette.list.visualRect(model.index(row, 0)).center())
    assert desk.person == person_named(services, "Maria Delgado")
