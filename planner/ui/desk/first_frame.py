"""The first frame: the desk as it stands before its screens are imported, with the names of the first people.

It is painted by the widgets of Qt alone, from names alone, so that it takes hardly longer than an empty window. What
the rules, the words and the screens are made of is imported right after it. Whatever is imported here, or by what is
imported here, delays every start; ``tests/test_guards.py`` knows what may be.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QTableView, QVBoxLayout, QWidget

from planner.services.order import first_names
from planner.ui.desk.panes import Panes
from planner.ui.kit import theme
from planner.ui.kit.i18n import _
from planner.ui.people.columns import NAME, Widths, lay_out, recall_order, titles

if TYPE_CHECKING:
    from planner.services.open_book import OpenBook

_NAMES = 60
"""As many lines as a large screen has room for."""


def menu_titles() -> tuple[str, ...]:
    """What stands in the menu bar."""
    return (_("&File"), _("&Edit"), _("&People"), _("&Business"), _("&View"), _("&Help"))


class FirstNames(QTableView):
    """The table of people with nothing in it but the names that stand first."""

    def __init__(self, services: OpenBook, parent: QWidget) -> None:
        super().__init__(parent)
        sort, is_falling = recall_order(services.memory)
        names = first_names(services.book, sort, _NAMES, descending=is_falling)
        model = QStandardItemModel(len(names), len(titles()), self)
        model.setHorizontalHeaderLabels(titles())
        for row, name in enumerate(names):
            model.setItem(row, NAME, QStandardItem(name))
        self.setModel(model)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTableView.SelectionMode.NoSelection)
        lay_out(self, services.memory)
        self.horizontalHeader().setVisible(bool(names))
        self._widths = Widths(self.horizontalHeader(), services.memory)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room as the list will (Qt's name)."""
        super().resizeEvent(event)
        self._widths.share(self.horizontalHeader().width())  # the viewport would cost its type a tenth of the frame


class FirstFrame(QWidget):
    """The panes of the desk between empty bars as high as those that will stand here."""

    def __init__(self, services: OpenBook, parent: QWidget, *, has_banner: bool) -> None:
        super().__init__(parent)
        self.panes = Panes(services.memory, services.look, self)
        people = QWidget(self.panes.people)
        _stack(people, _bar("bar", theme.px(48), people), FirstNames(services, people))
        self.panes.set_people(people)
        banners = [_bar("banner", theme.px(32) + 2 * theme.px(6) + 1, self)] if has_banner else []
        toolbar = _bar("bar", theme.px(32) + 2 * theme.px(9) + 1, self)
        _stack(self, *banners, toolbar, self.panes, _bar("status", theme.px(28), self))


def _bar(kind: str, height: int, parent: QWidget) -> QFrame:
    bar = QFrame(parent)
    bar.setProperty("kind", kind)
    bar.setFixedHeight(height)
    return bar


def _stack(place: QWidget, *widgets: QWidget) -> None:
    column = QVBoxLayout(place)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for widget in widgets:
        column.addWidget(widget)
