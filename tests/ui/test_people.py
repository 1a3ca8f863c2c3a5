"""The list of people: views, order, search, keys, columns, and words where there is nobody."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from planner.domain import search
from planner.domain.moment import Moment
from planner.domain.touch import Channel, TouchKind
from planner.services import demo
from planner.services.drafts import PersonDraft
from planner.services.listing import View
from planner.services.open_book import OpenBook
from planner.services.saved_views import Filters
from planner.services.timeline import Entry
from planner.ui.kit import dates, theme
from planner.ui.kit.change_signal import ChangeSignal
from planner.ui.people import columns_menu
from planner.ui.people.columns import BALANCE, COLUMNS, LAST_CONTACT, NAME, NEXT_STEP, PHONE, SOURCE, TAGS, TOWN, titles
from planner.ui.people.painter import LinePainter
from planner.ui.people.pane import _SAY_AFTER, PeoplePane
from planner.ui.people.table_model import FIRST, PERSON_ROLE, PeopleModel
from tests.ui.sample_desk import Clock, open_sample, person_named


@pytest.fixture
def pane(qtbot: QtBot, qapp: QApplication, services: OpenBook) -> PeoplePane:
    return shown_pane(qtbot, qapp, services)


def shown_pane(qtbot: QtBot, qapp: QApplication, services: OpenBook) -> PeoplePane:
    theme.apply(qapp, "light", 100)
    owner = QObject(qapp)
    changes = ChangeSignal(services.changes, owner)
    pane = PeoplePane(services.listing, services.preferences, changes, services.clock)
    qtbot.addWidget(pane)
    pane.resize(900, 640)
    pane.show()
    pane.count()
    return pane


def column(model: PeopleModel, place: int) -> list[str]:
    return [str(model.index(row, place).data()) for row in range(model.rowCount())]


def line(model: PeopleModel, name: str) -> list[str]:
    row = column(model, NAME).index(name)
    return [str(model.index(row, place).data()) for place in range(model.columnCount())]


def picture(model: PeopleModel) -> list[str]:
    return [" | ".join(str(model.index(row, place).data()) for place in range(6)) for row in range(model.rowCount())]


def choose_row(qtbot: QtBot, pane: PeoplePane, row: int) -> None:
    at = pane.table.visualRect(pane.model.index(row, NAME)).center()
    qtbot.mouseClick(pane.table.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester, services: OpenBook, qapp: QApplication) -> None:
    model = PeopleModel(services.listing, services.clock, qapp)
    model.read_first()
    qtmodeltester.check(model)
    model.show(View.CUSTOMERS, "a")
    qtmodeltester.check(model)


def test_a_line_says_who_how_it_stands_and_what_is_next(pane: PeoplePane) -> None:
    assert line(pane.model, "Maria Delgado")[:TOWN] == [
        "Maria Delgado",
        "In conversation",
        "+12",
        "Call · 2:30 PM",
        "Yesterday, text",
        "Spring Craft Fair",
    ]


def test_everybody_stands_in_the_order_of_the_address_book(pane: PeoplePane) -> None:
    names = column(pane.model, NAME)
    assert len(names) == 60
    assert names[:2] == ["Aisha Bello", "Amara Nwosu"]
    assert names == sorted(names, key=search.sort_key)
    assert [header_text(pane, place) for place in range(len(COLUMNS))] == list(titles())


def header_text(pane: PeoplePane, place: int) -> str:
    return str(pane.model.headerData(place, Qt.Orientation.Horizontal))


def test_a_click_on_a_header_sorts_and_a_second_turns_it_round(qtbot: QtBot, pane: PeoplePane) -> None:
    header = pane.table.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(BALANCE) + 20, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    points = [cells.points for cells in map(pane.model.line, range(pane.model.rowCount())) if cells]
    assert points == sorted(points, reverse=True), "the strongest accounts first"
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert column(pane.model, BALANCE)[0].startswith("−")


def test_space_marks_and_arrows_leave_the_marks_alone(qtbot: QtBot, pane: PeoplePane) -> None:
    table, people = pane.table, [pane.model.person_at(row) for row in range(4)]
    choose_row(qtbot, pane, 0)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert table.marked() == [people[0]]
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert (table.marked(), table.chosen()) == ([people[0]], people[1])
    qtbot.keyClick(table, Qt.Key.Key_Space)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert table.marked() == [people[0], people[1], people[3]]
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert table.marked() == [people[0], people[1]]
    choose_row(qtbot, pane, 2)
    assert table.marked() == [people[2]]
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert table.marked() == [people[3]], "arrows choose again"


def test_typing_filters_at_once(pane: PeoplePane) -> None:
    pane.search("mar")
    assert "Maria Delgado" in column(pane.model, NAME)
    assert pane.model.rowCount() < 60
    pane.search("")
    assert pane.model.rowCount() == 60


def test_how_many_are_found_is_said(
    qtbot: QtBot, pane: PeoplePane, heard: list[tuple[str, QAccessible.AnnouncementPoliteness]]
) -> None:
    pane.search("maria")
    qtbot.waitUntil(lambda: bool(heard))
    pane.search("xylophone")
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert [said for said, _how in heard] == ["1 person", "Nobody matches “xylophone”"]
    pane.search("maria")
    pane.close()
    qtbot.wait(2 * _SAY_AFTER)
    assert len(heard) == 2, "a list that is gone says nothing"


def test_views_hold_as_many_as_their_chips_say(qtbot: QtBot, pane: PeoplePane, services: OpenBook) -> None:
    counts = services.listing.counts(services.clock())
    for view in (View.EVERYONE, View.CUSTOMERS, View.TEAM, View.DUE_TODAY, View.GIVE_FIRST):
        pane.show_view(view)
        assert pane.model.rowCount() == counts[view], view
    qtbot.waitUntil(lambda: pane._views._chips[View.TEAM].text() == f"Team {counts[View.TEAM]}")


def test_a_chosen_person_stays_chosen_whatever_the_list_does(
    qtbot: QtBot, pane: PeoplePane, services: OpenBook
) -> None:
    maria = person_named(services, "Maria Delgado")
    row = pane.model.row_of(maria)
    assert row is not None
    with qtbot.waitSignal(pane.person_chosen) as chosen:
        choose_row(qtbot, pane, row)
    assert chosen.args == [maria]
    pane.search("delg")
    assert pane.table.chosen() == maria
    pane.search("zzz")
    pane.search("")
    assert pane.table.chosen() == maria, "back again, still chosen"
    pane.table.sortByColumn(BALANCE, Qt.SortOrder.DescendingOrder)
    assert pane.table.chosen() == maria


def test_keys_walk_open_and_search(qtbot: QtBot, pane: PeoplePane) -> None:
    pane.focus_list()
    assert pane.table.chosen() == pane.model.person_at(0)
    qtbot.keyClick(pane.table, Qt.Key.Key_Down)
    assert pane.table.chosen() == pane.model.person_at(1)
    with qtbot.waitSignal(pane.open_requested) as opened:
        qtbot.keyClick(pane.table, Qt.Key.Key_Return)
    assert opened.args == [pane.model.person_at(1)]
    with qtbot.waitSignal(pane.typed) as typed:
        qtbot.keyClick(pane.table, "m")
    assert typed.args == ["m"]


def test_many_arrows_in_a_row_choose_once(qtbot: QtBot, pane: PeoplePane) -> None:
    told: list[int] = []
    pane.person_chosen.connect(told.append)
    pane.focus_list()
    for _step in range(5):
        qtbot.keyClick(pane.table, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [pane.model.person_at(5)]


def test_what_is_logged_shows_in_its_line(qtbot: QtBot, pane: PeoplePane, services: OpenBook) -> None:
    tom = person_named(services, "Tom Adeyemi")
    before = line(pane.model, "Tom Adeyemi")
    entry = Entry(TouchKind.GIFT, services.clock().today, channel=Channel.CARD)
    with qtbot.waitSignal(pane.model.grown):
        services.timeline.log(tom, entry, services.clock())
    after = line(pane.model, "Tom Adeyemi")
    assert after[LAST_CONTACT] == "Today, card"
    assert after[BALANCE] != before[BALANCE]
    assert pane.model.rowCount() == 60


def test_somebody_new_appears_and_somebody_put_away_goes(qtbot: QtBot, pane: PeoplePane, services: OpenBook) -> None:
    maria = person_named(services, "Maria Delgado")
    with qtbot.waitSignal(pane.model.grown):
        services.people.archive([maria], services.clock())
    assert pane.model.row_of(maria) is None
    with qtbot.waitSignal(pane.counted) as counted:
        services.people.bring_back([maria], services.clock())
    assert counted.args[0][View.EVERYONE] == 60
    assert pane.model.row_of(maria) is not None


@pytest.mark.parametrize("name", ["Mona Moss", "Zyta Zyx"])
def test_somebody_new_is_chosen_also_at_the_end_of_the_list(
    qtbot: QtBot, pane: PeoplePane, services: OpenBook, name: str
) -> None:
    with qtbot.waitSignal(pane.model.grown):
        new = services.people.add(PersonDraft(name=name), services.clock())
        pane.choose(new)
    assert pane.table.chosen() == new


def test_a_new_day_is_spelled_anew(pane: PeoplePane, clock: Clock) -> None:
    clock.now = Moment.at(datetime(2026, 12, 2, 8), "America/Chicago")  # noqa: DTZ001  # Moment takes the wall clock
    pane.tick()
    assert line(pane.model, "Maria Delgado")[LAST_CONTACT] == "Mon, text"
    assert clock.now.today - timedelta(days=2) == datetime(2026, 11, 30).date()  # noqa: DTZ001  # a Monday


def test_screen_readers_hear_column_and_word(pane: PeoplePane) -> None:
    row = column(pane.model, NAME).index("Maria Delgado")
    pane.table.setCurrentIndex(pane.model.index(row, BALANCE))
    cell = QAccessible.queryAccessibleInterface(pane.table).focusChild()
    assert cell is not None
    heading = cell.tableCellInterface().columnHeaderCells()[0]
    assert heading.text(QAccessible.Text.Name) == "Balance"
    assert cell.text(QAccessible.Text.Name) == "Warming, +12", "the column is said before it; not twice"
    assert pane.model.index(row, BALANCE).data(Qt.ItemDataRole.ToolTipRole) == "Warming, +12"
    assert pane.model.index(row, NAME).data(PERSON_ROLE) == pane.model.person_at(row)
    assert pane.table.accessibleName() == "People"


def test_columns_can_be_hidden_and_are_remembered(
    qtbot: QtBot, qapp: QApplication, pane: PeoplePane, services: OpenBook
) -> None:
    menu = QMenu()
    pane.table.fill_columns_menu(menu)
    choice = next(each for each in menu.actions() if each.text() == "Source")
    choice.trigger()
    header = pane.table.horizontalHeader()
    assert header.isSectionHidden(SOURCE)
    header.moveSection(header.visualIndex(NEXT_STEP), 1)
    header.resizeSection(NAME, 222)
    pane.remember()
    again = shown_pane(qtbot, qapp, services)
    header = again.table.horizontalHeader()
    assert header.isSectionHidden(SOURCE)
    assert header.visualIndex(NEXT_STEP) == 1
    assert header.sectionSize(NAME) == 222
    columns_menu.reset(again.table)
    assert not header.isSectionHidden(SOURCE)
    assert header.visualIndex(NEXT_STEP) == NEXT_STEP


def test_a_wide_list_shares_its_room_until_a_width_is_chosen(
    qtbot: QtBot, qapp: QApplication, pane: PeoplePane, services: OpenBook
) -> None:
    header = pane.table.horizontalHeader()
    usual = theme.px(COLUMNS[NAME].width)
    pane.resize(700, 500)
    assert header.sectionSize(NAME) == usual
    pane.resize(1800, 500)
    wide = header.sectionSize(NAME)
    assert wide > usual
    pane.resize(700, 500)
    assert header.sectionSize(NAME) == usual, "nobody chose it"
    pane.remember()
    again = shown_pane(qtbot, qapp, services)
    again.resize(1800, 500)
    header = again.table.horizontalHeader()
    assert header.sectionSize(NAME) == wide
    header.resizeSection(NAME, 222)
    again.resize(1500, 500)
    assert header.sectionSize(NAME) == 222
    menu = QMenu()
    again.table.fill_columns_menu(menu)
    next(each for each in menu.actions() if each.text() == "Show the &usual columns").trigger()
    assert header.sectionSize(NAME) > usual


def test_more_columns_wait_hidden_and_sort_nobody(pane: PeoplePane, services: OpenBook) -> None:
    header = pane.table.horizontalHeader()
    assert [header.isSectionHidden(place) for place in (TOWN, PHONE, TAGS)] == [True, True, True]
    maria = person_named(services, "Maria Delgado")
    services.bulk.tag([maria], ["choir"], [], services.clock())
    draft = services.people.draft(maria)
    shown = line(pane.model, "Maria Delgado")
    assert shown[PHONE] == draft.phones[0].e164, "no rules are read for what nobody sees"
    assert "choir" in shown[TAGS]
    assert shown[TOWN] == (draft.addresses[0].city if draft.addresses else "—")
    header.showSection(PHONE)
    pane.grab()
    assert line(pane.model, "Maria Delgado")[PHONE] == "(303) 555-0101"
    before = column(pane.model, NAME)
    pane.table.sortByColumn(TOWN, Qt.SortOrder.AscendingOrder)
    assert column(pane.model, NAME) == before
    header.sectionClicked.emit(TOWN)
    assert header.sortIndicatorSection() == NAME, "the mark stays where the order comes from"


def test_columns_are_sorted_and_moved_from_the_menu_too(pane: PeoplePane) -> None:
    def menus() -> dict[str, QMenu]:
        menu = QMenu(pane)
        pane.table.fill_columns_menu(menu)
        below = {action.text().replace("&", ""): action.menu() for action in menu.actions()}
        return {name: found for name, found in below.items() if isinstance(found, QMenu)}

    def choose(name: str, title: str) -> None:
        next(action for action in menus()[name].actions() if action.text() == title).trigger()

    header = pane.table.horizontalHeader()
    choose("Sort by", "Balance")
    falling = [float(text.replace("−", "-")) for text in column(pane.model, BALANCE)]
    assert falling == sorted(falling, reverse=True)
    assert [action.text() for action in menus()["Sort by"].actions() if action.isChecked()] == ["Balance"]
    choose("Sort by", "Balance")
    assert column(pane.model, BALANCE)[-1] == dates.points(max(falling))
    choose("Move to the left", "Next step")
    assert header.visualIndex(NEXT_STEP) == NEXT_STEP - 1
    header.setSectionHidden(BALANCE, True)  # noqa: FBT003  # Qt's argument
    choose("Move to the left", "Next step")
    assert header.visualIndex(NEXT_STEP) == 1, "hidden columns are passed over"


def test_columns_remembered_by_an_older_program_bring_no_new_ones_into_sight(
    qtbot: QtBot, qapp: QApplication, pane: PeoplePane, services: OpenBook
) -> None:
    header = pane.table.horizontalHeader()
    header.setSectionHidden(SOURCE, True)  # noqa: FBT003  # Qt's argument
    header.setSectionHidden(TAGS, False)  # noqa: FBT003  # Qt's argument
    pane.remember()

    def hidden() -> tuple[bool, bool]:
        pane = shown_pane(qtbot, qapp, services)
        header = pane.table.horizontalHeader()
        return header.isSectionHidden(SOURCE), header.isSectionHidden(TAGS)

    assert hidden() == (True, False)
    services.memory.remember("columns.people.known", 6)
    assert hidden() == (True, True)


def test_an_empty_list_says_what_will_be_there(qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: Clock) -> None:
    services = open_sample(tmp_path, clock, is_empty=True)
    pane = shown_pane(qtbot, qapp, services)
    assert words(pane) == ("Your book is still empty", "Bring my list")
    with qtbot.waitSignal(pane.import_requested):
        press(qtbot, pane)
    pane.show_view(View.TEAM)
    assert words(pane) == ("Nobody here just now", "Show everyone")
    press(qtbot, pane)
    assert pane.model.view is View.EVERYONE
    services.book.close()


def test_nobody_found_offers_everyone(qtbot: QtBot, pane: PeoplePane) -> None:
    pane.search("xylophone")
    assert words(pane) == ("Nobody matches “xylophone”", "Show everyone again")
    with qtbot.waitSignal(pane.typed) as typed:
        press(qtbot, pane)
    assert typed.args == [""]


def words(pane: PeoplePane) -> tuple[str, str]:
    assert pane._empty.isVisible()
    return pane._empty._title.text(), pane._empty._button.text()


def press(qtbot: QtBot, pane: PeoplePane) -> None:
    qtbot.mouseClick(pane._empty._button, Qt.MouseButton.LeftButton)


def test_chips_that_do_not_fit_wait_behind_more(qtbot: QtBot, pane: PeoplePane) -> None:
    bar = pane._views
    pane.resize(420, 600)
    hidden = [view for view, chip in bar._chips.items() if chip.isHidden()]
    assert hidden
    assert bar._more.isVisible()
    bar._menu.aboutToShow.emit()
    views = [action for action in bar._menu.actions() if action.isCheckable()]
    assert len(views) == len(hidden)
    bar._menu.actions()[0].trigger()
    assert pane.model.view is hidden[0]
    assert bar._more.isChecked()
    pane.resize(2400, 600)
    assert not bar._more.isChecked()
    assert all(chip.isVisible() for chip in bar._chips.values())
    qtbot.mouseClick(bar._chips[View.TEAM], Qt.MouseButton.LeftButton)
    assert pane.model.view is View.TEAM


@pytest.mark.parametrize("percent", [100, 150])
def test_lines_grow_with_the_text(qapp: QApplication, pane: PeoplePane, percent: int) -> None:
    theme.apply(qapp, "light", percent)
    assert pane.table.rowHeight(0) == theme.px(36)
    theme.apply(qapp, "light", 100)


def test_the_bar_leaves_its_centre_by_the_side_of_the_balance(qapp: QApplication, pane: PeoplePane) -> None:
    def colours(name: str) -> tuple[int, int]:
        row = column(pane.model, NAME).index(name)
        pane.table.scrollTo(pane.model.index(row, NAME))
        qapp.processEvents()
        image: QImage = pane.table.viewport().grab().toImage()
        rect = pane.table.visualRect(pane.model.index(row, BALANCE))
        left = right = 0
        middle = rect.left() + theme.px(12) + theme.px(56) // 2
        for x in range(rect.left(), middle + theme.px(28)):
            seen = image.pixelColor(x, rect.center().y()).name().upper()
            left += seen == theme.current().withdrawal and x < middle
            right += seen == theme.current().deposit and x > middle
        return left, right

    assert colours("Maria Delgado")[1] > 3
    assert colours("Maria Delgado")[0] == 0
    assert colours("Hannah Goldberg")[0] > 0
    assert colours("Hannah Goldberg")[1] == 0


def test_a_text_that_does_not_fit_is_cut_with_dots_and_told_whole(qapp: QApplication, pane: PeoplePane) -> None:
    theme.apply(qapp, "light", 100)
    painter = LinePainter()
    assert painter.fits("Ana", 100)
    assert not painter.fits("Maria Delgado de la Cruz y Montoya", 100)
    assert painter.width_of("Maria Delgado") > painter.width_of("Ana")
    assert pane.table.sizeHintForColumn(NAME) >= painter.width_of("Maria Delgado") - 1


def test_a_long_list_shows_its_beginning_and_grows(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, now: Moment
) -> None:
    services = OpenBook.at(tmp_path / "crowd.warmbook", lambda: now)
    demo.fill(services.book, now, people=600, touches=900)
    model = PeopleModel(services.listing, services.clock, qapp)
    model.read_first()
    assert model.rowCount() == FIRST
    assert not model.is_whole
    first = column(model, NAME)[:5]
    with qtbot.waitSignal(model.rowsInserted):
        pass
    assert model.rowCount() == 600
    assert column(model, NAME)[:5] == first
    assert len(picture(model)) == 600, "pages beyond the first are read when they come into sight"
    model.deleteLater()
    services.book.close()


def test_lines_are_made_higher_only_once_the_list_is_short(pane: PeoplePane, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    leave_room = pane.table.leave_room

    def watched(*, are_double: bool) -> None:
        asked.append(pane.model.rowCount())
        leave_room(are_double=are_double)

    monkeypatch.setattr(pane.table, "leave_room", watched)
    pane.search("maria")
    assert asked == [pane.model.rowCount()], "a hundred thousand lines would be measured one by one"
    assert pane.table.verticalHeader().minimumSectionSize() == 1
    assert pane.table.rowHeight(0) == theme.px(44)


def test_the_best_match_stands_first_until_a_header_is_clicked(qtbot: QtBot, pane: PeoplePane) -> None:
    header = pane.table.horizontalHeader()
    pane.search("mar")
    assert column(pane.model, NAME)[:2] == ["Marcus Webb", "Maria Delgado"]
    assert header.sortIndicatorSection() == -1
    at = QPoint(header.sectionViewportPosition(BALANCE) + 20, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    points = [cells.points for cells in map(pane.model.line, range(pane.model.rowCount())) if cells]
    assert points == sorted(points, reverse=True)
    pane.search("mari")
    assert header.sortIndicatorSection() == BALANCE
    pane.search("")
    pane.search("mar")
    assert column(pane.model, NAME)[:2] == ["Marcus Webb", "Maria Delgado"]
    pane.remember()
    assert header.sortIndicatorSection() == BALANCE, "the next start sorts as chosen"


def test_a_line_says_where_somebody_was_found_when_the_name_does_not(pane: PeoplePane) -> None:
    pane.search("serum sample")
    maria = pane.model.line(column(pane.model, NAME).index("Maria Delgado"))
    assert maria is not None
    assert maria.why == "note: the vitamin C serum sample"
    index = pane.model.index(column(pane.model, NAME).index("Maria Delgado"), NAME)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).endswith("note: the vitamin C serum sample")
    plain = pane.table.viewport().grab().toImage()
    pane.search("maria")
    maria = pane.model.line(column(pane.model, NAME).index("Maria Delgado"))
    assert maria is not None
    assert maria.why == ""
    assert pane.table.viewport().grab().toImage() != plain


def test_where_somebody_was_found_goes_once_their_name_shows_it(pane: PeoplePane, services: OpenBook) -> None:
    maria = person_named(services, "Maria Delgado")
    pane.search("serum sample")
    row = pane.model.row_of(maria)
    assert row is not None
    first = pane.model.line(row)
    assert first is not None
    assert first.why
    draft = services.people.draft(maria)
    services.people.save(maria, replace(draft, name="Maria Serum Sample"), services.clock())
    row = pane.model.row_of(maria)
    assert row is not None
    line = pane.model.line(row)
    assert line is not None
    assert (line.texts[NAME], line.why) == ("Maria Serum Sample", "")


def test_a_search_begins_with_the_best_match_whoever_is_shown(pane: PeoplePane, services: OpenBook) -> None:
    pane.resize(900, 240)
    pane.choose(person_named(services, "Tamsin Clarke"))
    assert pane.table.verticalScrollBar().value() > 0
    pane.search("mar")
    assert pane.table.verticalScrollBar().value() == 0
    height = pane.table.rowHeight(0)
    pane.search("")
    assert pane.table.rowHeight(0) < height, "a line below the name needs room"


def test_whoever_is_chosen_elsewhere_stands_among_neighbours(pane: PeoplePane, services: OpenBook) -> None:
    pane.choose(person_named(services, "Maria Delgado"))
    seen, table = pane.table.viewport().rect(), pane.table
    row = pane.model.row_of(person_named(services, "Maria Delgado"))
    assert row is not None
    rect = table.visualRect(pane.model.index(row, NAME))
    assert abs(rect.center().y() - seen.center().y()) <= table.rowHeight(row)
    at = table.verticalScrollBar().value()
    pane.choose(pane.model.person_at(row + 1))
    assert table.verticalScrollBar().value() == at, "who is in sight moves nothing"


def test_a_list_that_is_moved_sideways_cuts_no_next_step(pane: PeoplePane) -> None:
    pane.resize(theme.px(560), theme.px(600))
    header = pane.table.horizontalHeader()
    assert pane.table.horizontalScrollBar().maximum() > 0
    assert header.sectionSize(NEXT_STEP) == theme.px(COLUMNS[NEXT_STEP].width)


def test_a_very_wide_list_is_spread_evenly(pane: PeoplePane) -> None:
    pane.resize(2400, 600)
    header = pane.table.horizontalHeader()
    assert header.sectionSize(SOURCE) < 2 * header.sectionSize(NAME)


def test_columns_that_are_shown_have_a_share_at_once(pane: PeoplePane) -> None:
    header = pane.table.horizontalHeader()
    pane.resize(1300, 600)
    before = header.sectionSize(NAME)
    menu = QMenu()
    pane.table.fill_columns_menu(menu)
    next(each for each in menu.actions() if each.text() == "Tags").trigger()
    assert header.sectionSize(NAME) < before
    assert pane.table.horizontalScrollBar().maximum() == 0


def test_a_long_name_of_a_view_pushes_nothing_out(qtbot: QtBot, pane: PeoplePane, services: OpenBook) -> None:
    name = "Everybody from the Saturday market who likes candles, soap"
    view = services.views.add(name, Filters(cities=("Denver",)), services.clock())
    bar = pane.view_bar
    qtbot.waitUntil(lambda: view in bar.views())
    chip = bar._chips[view.id]
    assert chip.isVisible()
    assert chip.text().startswith("Everybody")
    assert "\u2026" in chip.text()
    assert chip.accessibleName().startswith(name)
    assert chip.toolTip().startswith(name)
    assert chip.width() >= chip.sizeHint().width() - 1
    assert bar._chips[View.GIVE_FIRST].isVisible()
    menu = QMenu()
    bar.fill_menu(menu, bar.views())
    assert max(len(each.text()) for each in menu.actions()) < 60
