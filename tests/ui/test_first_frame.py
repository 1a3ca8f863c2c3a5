"""The first frame: names where the table will stand, and nothing that jumps when the table comes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QFrame, QTableView
from pytestqt.qtbot import QtBot

from planner.domain.moment import Moment
from planner.services.drafts import PersonDraft, PhoneDraft
from planner.services.open_book import OpenBook
from planner.ui.desk import Desk
from planner.ui.desk.first_frame import FirstNames, menu_titles
from planner.ui.kit import theme
from planner.ui.people.columns import BALANCE, COLUMNS, NAME, NEXT_STEP
from tests.ui.sample_desk import Clock, open_desk, open_sample


@pytest.fixture(autouse=True)
def _as_before(qapp: QApplication) -> Iterator[None]:
    yield
    theme.apply(qapp, "light", 100)


def begun(qtbot: QtBot, services: OpenBook, width: int = 1440) -> Desk:
    """A desk on the screen in its first frame, which stays."""
    desk = Desk(services)
    desk._frames.clear()
    qtbot.addWidget(desk)
    desk.resize(width, 900)
    with qtbot.waitExposed(desk):
        desk.show()
    return desk


def names_of(table: QTableView) -> list[str]:
    return [table.model().index(row, NAME).data() for row in range(min(20, table.model().rowCount()))]


def places(desk: Desk, table: QTableView) -> tuple[QRect, list[tuple[int, int, bool]], list[int], str]:
    """Where a table, its columns and its first lines stand, and what is above the first column."""
    header = table.horizontalHeader()
    columns = [
        (header.sectionViewportPosition(each), header.sectionSize(each), header.isSectionHidden(each))
        for each in range(len(COLUMNS))
    ]
    rows = [table.rowViewportPosition(row) for row in range(3)]
    title = table.model().headerData(NAME, Qt.Orientation.Horizontal)
    return QRect(table.mapTo(desk, QPoint()), table.size()), columns, rows, title


@pytest.mark.parametrize("is_sample", [True, False])
@pytest.mark.parametrize("width", [1440, 900])
@pytest.mark.parametrize("percent", theme.TEXT_SIZES)
def test_the_table_comes_where_the_names_stood(
    qtbot: QtBot, qapp: QApplication, services: OpenBook, percent: int, width: int, is_sample: bool
) -> None:
    theme.apply(qapp, "light", percent)
    store = services.preferences
    store.save(replace(store.load(), is_sample=is_sample), services.clock())
    desk = begun(qtbot, services, width)
    names = desk.findChild(FirstNames)
    assert names is not None
    before, called = places(desk, names), names_of(names)
    grounds = [each.geometry() for each in (desk.panes, desk.panes.today, desk.panes.people)]
    desk.arrange()
    qtbot.waitUntil(lambda: desk.people.table.isVisible() and desk.findChild(FirstNames) is None)
    assert places(desk, desk.people.table) == before
    assert names_of(desk.people.table) == called
    assert [each.geometry() for each in (desk.panes, desk.panes.today, desk.panes.people)] == grounds


def test_names_stand_in_the_order_and_columns_of_the_last_time(
    qtbot: QtBot, qapp: QApplication, services: OpenBook
) -> None:
    desk = open_desk(qtbot, qapp, services)
    table = desk.people.table
    table.sortByColumn(BALANCE, Qt.SortOrder.DescendingOrder)
    table.horizontalHeader().moveSection(NEXT_STEP, 0)
    table.horizontalHeader().resizeSection(NAME, 210)
    called = names_of(table)
    desk.close()
    again = begun(qtbot, services)
    names = again.findChild(FirstNames)
    assert names is not None
    assert names_of(names) == called
    assert names.horizontalHeader().visualIndex(NEXT_STEP) == 0
    assert names.horizontalHeader().sectionSize(NAME) == 210


@pytest.mark.parametrize("kept", [None, "name", ["name"], ["moon", True], ["balance", "down"]])
def test_an_order_that_makes_no_sense_is_that_of_names(qtbot: QtBot, services: OpenBook, kept: object) -> None:
    services.memory.remember("order.people", kept)  # type: ignore[arg-type]  # on purpose
    desk = begun(qtbot, services)
    names = desk.findChild(FirstNames)
    assert names is not None
    assert names_of(names) == [name for _id, name in services.listing.hits("", services.clock(), 20)]


def test_who_has_no_name_is_called_as_in_the_table(qtbot: QtBot, tmp_path: Path, now: Moment) -> None:
    services = open_sample(tmp_path, Clock(now), is_empty=True)
    for name, company, typed in (("Bea", "", "+1 303 555 0142"), ("", "Acorn Bakery", "+1 303 555 0143")):
        services.people.add(PersonDraft(name=name, company=company, phones=(PhoneDraft(typed),)), now)
    services.people.add(PersonDraft(phones=(PhoneDraft("+1 303 555 0144"),)), now)
    desk = begun(qtbot, services)
    names = desk.findChild(FirstNames)
    assert names is not None
    called = names_of(names)
    desk.arrange()
    assert names_of(desk.people.table) == called
    assert set(called) == {"Acorn Bakery", "Bea", "+1 303-555-0144"}
    services.book.close()


def test_a_desk_closed_in_its_first_frame_remembers_nothing(qtbot: QtBot, services: OpenBook) -> None:
    desk = begun(qtbot, services)
    with qtbot.waitSignal(desk.closed):
        desk.close()
    assert services.memory.recall("window.desk") is None


def test_the_bars_have_their_grounds(qtbot: QtBot, services: OpenBook) -> None:
    desk = begun(qtbot, services)
    kinds = [each.property("kind") for each in desk.findChildren(QFrame) if each.isVisible()]
    assert {"banner", "bar", "status", "paper", "pane"} <= set(kinds)
    assert [each.text() for each in desk.menuBar().actions()] == list(menu_titles())
