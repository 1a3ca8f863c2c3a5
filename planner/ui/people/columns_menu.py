"""The menu of the columns: shown or hidden, moved, sorted by, and brought back as they were."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QTableView

from planner.ui.kit import theme
from planner.ui.kit.i18n import _
from planner.ui.people.columns import COLUMNS, NAME, titles


def fill(menu: QMenu, table: QTableView, show_usual: Callable[[], None], share: Callable[[], None]) -> None:
    """Offer every column but the name to be shown or hidden, and what else can be done with columns.

    ``share`` shares the room among those in sight.
    """
    menu.clear()
    header = table.horizontalHeader()
    for place, title in enumerate(titles()):
        if place != NAME:
            choice = menu.addAction(title)
            choice.setCheckable(True)
            choice.setChecked(not header.isSectionHidden(place))
            choice.toggled.connect(lambda shown, place=place: header.setSectionHidden(place, not shown))
            choice.toggled.connect(lambda _shown: share())
    menu.addSeparator()
    _fill_sorting(menu.addMenu(_("&Sort by")), table)
    _fill_moving(menu.addMenu(_("&Move to the left")), table)
    menu.addAction(_("Show the &usual columns")).triggered.connect(lambda _on=False: show_usual())


def reset(table: QTableView) -> None:
    """Bring the columns back as they were the first time."""
    header = table.horizontalHeader()
    for place, column in enumerate(COLUMNS):
        header.setSectionHidden(place, not column.is_usual)
        header.moveSection(header.visualIndex(place), place)
        header.resizeSection(place, theme.px(column.width))


def _fill_sorting(menu: QMenu, table: QTableView) -> None:
    """Each column as a click on its header: once more turns the order round."""
    header = table.horizontalHeader()
    now, order = header.sortIndicatorSection(), header.sortIndicatorOrder()
    group = QActionGroup(menu)
    down, up = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder
    for place, title in enumerate(titles()):
        column = COLUMNS[place]
        if column.sort is None:
            continue
        choice = group.addAction(menu.addAction(title))
        choice.setCheckable(True)
        choice.setChecked(place == now)
        first = down if column.is_falling_first else up
        turned = up if order == down else down
        wanted = turned if place == now else first
        choice.triggered.connect(lambda _on=False, place=place, wanted=wanted: table.sortByColumn(place, wanted))


def _fill_moving(menu: QMenu, table: QTableView) -> None:
    """Each column in sight that has another at its left, in the order in which they stand."""
    header = table.horizontalHeader()
    shown = [header.logicalIndex(at) for at in range(header.count())]
    shown = [place for place in shown if not header.isSectionHidden(place)]
    names = titles()
    for left, place in pairwise(shown):
        choice = menu.addAction(names[place])
        choice.triggered.connect(
            lambda _on=False, place=place, left=left: header.moveSection(
                header.visualIndex(place), header.visualIndex(left)
            )
        )
