"""The people of a view as a Qt model: a window of ids, and pages of lines read when they come into sight."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal

from planner.domain.moment import Moment
from planner.services.listing import AnyView, Listing, PersonRow, View
from planner.services.order import SortBy
from planner.ui.kit.tasks import Latest
from planner.ui.kit.wording.finding import found_in
from planner.ui.people.cells import Cells, balance_in_words, cells
from planner.ui.people.columns import BALANCE, COLUMNS, NAME, titles

FIRST = 256
"""How many ids are read at once; the rest follows after a pause."""
PAUSE = 120
"""Milliseconds without a key before the whole list is read."""
_PAGE = 32
_PAGES = 48
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_INITIAL_ORDER = int(Qt.ItemDataRole.InitialSortOrderRole)
PERSON_ROLE = int(Qt.ItemDataRole.UserRole)
"""The role under which a cell gives its person's id."""

Index = QModelIndex | QPersistentModelIndex


class PeopleModel(QAbstractTableModel):
    """Everybody in a view who matches what was typed, sorted; ``grown`` is emitted once all of them are there."""

    grown = Signal()
    ordered = Signal()
    """Without a header clicked, another order counts: the best match first, or the chosen column again."""

    def __init__(self, listing: Listing, clock: Callable[[], Moment], parent: Any = None) -> None:
        super().__init__(parent)
        self._listing = listing
        self._clock = clock
        self._view: AnyView = View.EVERYONE
        self._sort = SortBy.NAME
        self._is_falling = False
        self._search = ""
        self._is_by_match = False
        self._ids: Sequence[int] = ()
        self._is_whole = True
        self._titles = titles()
        self._today = date.min
        self._pages: OrderedDict[int, dict[int, PersonRow]] = OrderedDict()
        self._cells: dict[int, Cells] = {}
        self._why: dict[int, str] = {}
        self._country = ""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.grow)
        self._reading = Latest(listing.let_go, self)

    # What is shown

    @property
    def view(self) -> AnyView:
        """The view that is shown."""
        return self._view

    @property
    def search(self) -> str:
        """What was typed to find somebody."""
        return self._search

    @property
    def is_whole(self) -> bool:
        """Whether every id is here, not only the first ones."""
        return self._is_whole

    def show(self, view: AnyView, search: str) -> None:
        """Show another view, or those of it who match."""
        was_by_match = self._is_by_match
        if bool(search) != bool(self._search):
            self._is_by_match = bool(search)
        self._view, self._search = view, search
        self.read_first()
        if self._is_by_match != was_by_match:
            self.ordered.emit()

    @property
    def order(self) -> tuple[SortBy | None, bool]:
        """What people are sorted by, and whether from the top down; None while the best match comes first."""
        return (None, False) if self._is_by_match else (self._sort, self._is_falling)

    @property
    def chosen_order(self) -> tuple[SortBy, bool]:
        """The column that was clicked last, which counts again once the search is over."""
        return self._sort, self._is_falling

    def read_first(self) -> None:
        """Read the first ids now, and the others once the user pauses."""
        self._reading.drop()
        found = self._listing.page(self._view, *self.order, self._search, self._clock(), FIRST)
        self._replace(found)
        self._is_whole = len(found) < FIRST
        if self._is_whole:
            self._pause.stop()
        else:
            self._pause.start()

    def grow(self) -> None:
        """Read every id of the view in a thread; lines already shown stay where they are."""
        self._pause.stop()
        ask = partial(self._listing.ids, self._view, *self.order, self._search, self._clock())
        self._reading.ask(ask, self._take_all)

    def stop(self) -> None:
        """Read no more, before the book closes."""
        self._reading.stop()

    def _take_all(self, found: Sequence[int]) -> None:
        shown = len(self._ids)
        self._is_whole = True
        if len(found) > shown and list(found[:shown]) == list(self._ids):
            self.beginInsertRows(QModelIndex(), shown, len(found) - 1)
            self._ids = found
            self.endInsertRows()
        elif list(found) != list(self._ids):
            self._replace(found)
        self.grown.emit()

    def forget(self, people: frozenset[int] = frozenset()) -> None:
        """Read lines again: these people's, or everybody's; the order is put right after a pause."""
        if people:
            for page in self._pages.values():
                for person in people & page.keys():
                    del page[person]
            for person in people:
                self._cells.pop(person, None)
                self._why.pop(person, None)
        else:
            self._drop_lines()
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, len(COLUMNS) - 1))
        self._pause.start()

    def retitle(self) -> None:
        """The language, the day or the numbers' form changed: spell everything again."""
        self._titles = titles()
        self._drop_lines()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        self.layoutChanged.emit()

    def spell_phones(self, *, are_seen: bool) -> None:
        """Write numbers as in the user's country, as long as somebody sees them."""
        if are_seen != bool(self._country):
            self._country = self._listing.country() if are_seen else ""
            self._cells.clear()

    # Who is where

    def person_at(self, row: int) -> int | None:
        """The id of the person in a row."""
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def row_of(self, person_id: int) -> int | None:
        """The row of a person, if they are in the list."""
        try:
            return self._ids.index(person_id)
        except ValueError:
            return None

    def line(self, row: int) -> Cells | None:
        """The texts of a row; None where somebody else has just taken the person out of the book."""
        person_id = self._ids[row]
        found = self._cells.get(person_id)
        if found is None:
            person = self._person(row, person_id)
            if person is None:
                return None
            why = self._why.get(person_id, "")
            found = self._cells[person_id] = cells(person, self._today, why, self._country)
        return found

    # Qt's side

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's default
        """How many people (Qt's name)."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's default
        """How many columns (Qt's name)."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """What a cell says in a role (Qt's name)."""
        row = index.row()
        if not index.isValid() or not 0 <= row < len(self._ids):
            return None
        if role == PERSON_ROLE:
            return self._ids[row]
        if role not in (_DISPLAY, _TOOLTIP, _ACCESSIBLE):
            return None
        line = self.line(row)
        if line is None:
            return None
        column = index.column()
        if role == _DISPLAY:
            return line.texts[column]
        said = balance_in_words(line.points, line.level) if column == BALANCE else line.texts[column]
        if column == NAME and line.why:
            said = f"{said}, {line.why}"
        return said

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        """What a header says (Qt's name)."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        if role == _DISPLAY:
            return self._titles[section]
        if role == _INITIAL_ORDER:
            falls = COLUMNS[section].is_falling_first
            return Qt.SortOrder.DescendingOrder if falls else Qt.SortOrder.AscendingOrder
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column (Qt's name)."""
        if not 0 <= column < len(COLUMNS):
            return
        sort, is_falling = COLUMNS[column].sort, order == Qt.SortOrder.DescendingOrder
        if sort is not None and (sort, is_falling) != self.order:
            self._is_by_match = False
            self._sort, self._is_falling = sort, is_falling
            self.read_first()

    def _replace(self, ids: Sequence[int]) -> None:
        self.beginResetModel()
        self._ids = ids
        self._drop_lines()
        self.endResetModel()

    def _drop_lines(self) -> None:
        self._pages.clear()
        self._cells.clear()
        self._why.clear()
        self._country = ""
        self._today = self._clock().today

    def _person(self, row: int, person_id: int) -> PersonRow | None:
        number = row // _PAGE
        page = self._pages.get(number)
        if page is None or person_id not in page:
            start = number * _PAGE
            page = self._pages[number] = self._listing.rows(self._ids[start : start + _PAGE], self._clock())
            why = self._listing.why_found(page.values(), self._search)
            self._why |= {each: found_in(found.where, found.text) for each, found in why.items()}
            while len(self._pages) > _PAGES:
                _number, gone = self._pages.popitem(last=False)
                for each in gone:
                    self._cells.pop(each, None)
        self._pages.move_to_end(number)
        return page.get(person_id)
