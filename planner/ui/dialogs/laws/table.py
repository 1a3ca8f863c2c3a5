"""The table of the law: a line for each country and state, to sort and to search."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from planner.services.laws import RegionLaw
from planner.ui.dialogs.laws import words
from planner.ui.kit import theme
from planner.ui.kit.i18n import _

Index = QModelIndex | QPersistentModelIndex
Column = tuple[str, Callable[[RegionLaw], str], int]
"""A heading, how a cell is told, and its least width at 100 %."""

ORDER = Qt.ItemDataRole.UserRole
REGION = Qt.ItemDataRole.UserRole + 1
NAMES = Qt.ItemDataRole.UserRole + 2
_SHOWN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
_AROUND = 26
"""Left and right of the words of a cell."""
_CHECKED = 7
"""The column that sorts by its day."""


def columns() -> tuple[Column, ...]:
    """What each line shows."""
    return (
        (_("Where"), lambda one: words.where(one.region), 170),
        (_("Mon–Fri"), lambda one: words.hours(one.kept.mon_fri), 110),
        (_("Saturday"), lambda one: words.hours(one.kept.sat), 110),
        (_("Sunday"), lambda one: words.hours(one.kept.sun), 110),
        (_("Holidays"), lambda one: words.holidays(one.kept.on_holidays), 125),
        (_("An ask needs"), words.needs, 225),
        (_("How sure"), words.status, 150),
        (_("Checked on"), words.checked, 110),
    )


class LawModel(QAbstractTableModel):
    """Lines of the law, each column told by a function."""

    def __init__(self, regions: Sequence[RegionLaw], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = columns()
        self._regions = list(regions)

    def region(self, row: int) -> RegionLaw:
        """What a line shows."""
        return self._regions[row]

    def renew(self, regions: Sequence[RegionLaw]) -> None:
        """Show the same lines as they are now: stricter, or as in the law again."""
        self._regions = list(regions)
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def rowCount(self, parent: Index | None = None) -> int:
        """How many lines there are (Qt's name)."""
        return 0 if parent is not None and parent.isValid() else len(self._regions)

    def columnCount(self, parent: Index | None = None) -> int:
        """How many columns there are (Qt's name)."""
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The headings (Qt's name)."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section][0]
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell, what it sorts by, and its region (Qt's name)."""
        if not index.isValid():
            return None
        region = self._regions[index.row()]
        if role == REGION:
            return region.region
        if role == NAMES:
            return words.searched(region.region)
        if role == ORDER and index.column() == 0:
            return index.row()
        if role == ORDER and index.column() == _CHECKED:
            return region.checked_on.isoformat() if region.checked_on else ""
        return self._columns[index.column()][1](region) if role in (*_SHOWN, ORDER) else None


class LawTable(QTableView):
    """The lines that fit what was typed; the user's own country stands first until a heading is clicked."""

    def __init__(self, model: LawModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._laws = model
        self._found = QSortFilterProxyModel(self)
        self._found.setSourceModel(model)
        self._found.setSortRole(ORDER)
        self._found.setSortLocaleAware(True)
        self._found.setFilterRole(NAMES)
        self._found.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setModel(self._found)
        self.setAccessibleName(_("Calling hours by country and state"))
        self.setSortingEnabled(True)
        self.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setStretchLastSection(True)
        theme.changed.connect(self._dress)
        self._dress()

    def show_named(self, text: str) -> None:
        """Show only what contains this, and choose the first of it."""
        self._found.setFilterFixedString(text.strip())
        if self.chosen() is None and self._found.rowCount():
            self.selectRow(0)

    def chosen(self) -> RegionLaw | None:
        """The line that is chosen."""
        rows = self.selectionModel().selectedRows()
        return self._laws.region(self._found.mapToSource(rows[0]).row()) if rows else None

    def choose(self, region: str) -> None:
        """Choose a region, if it is in sight."""
        found = self._found.match(self._found.index(0, 0), REGION, region, 1, Qt.MatchFlag.MatchExactly)
        if found:
            self.selectRow(found[0].row())
            self.scrollTo(found[0])

    def count(self) -> int:
        """How many lines are in sight."""
        return self._found.rowCount()

    def _dress(self) -> None:
        """Columns in which the line of the user's own country stands whole."""
        self.verticalHeader().setDefaultSectionSize(theme.px(34))
        for column, (_heading, _tell, width) in enumerate(columns()):
            shown = str(self._laws.index(0, column).data() or "")
            own = self.fontMetrics().horizontalAdvance(shown) + theme.px(_AROUND)
            self.setColumnWidth(column, max(theme.px(width), own))
