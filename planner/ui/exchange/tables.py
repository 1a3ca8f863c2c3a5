"""What a preview and a result show in tables: people, what to look at, who was left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from planner.services.draft_rows import shown_name
from planner.services.drafts import PersonDraft
from planner.services.exchange.preview import PreviewRow
from planner.services.exchange.reading.table import Left
from planner.ui.exchange import words
from planner.ui.kit import dates, phones, theme
from planner.ui.kit.i18n import _

Index = QModelIndex | QPersistentModelIndex
Column = tuple[str, Callable[[Any], str], int]
"""A heading, how a cell is told, and its share of the width."""

SHOWN_ROWS = 20
_FEW = 3


class Rows(QAbstractTableModel):
    """Rows of anything, each column a function; ``fill`` shows others."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._rows: Sequence[Any] = ()
        self._told: dict[int, tuple[str, ...]] = {}

    def fill(self, rows: Sequence[Any]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self._rows, self._told = rows, {}
        self.endResetModel()

    def row(self, at: int) -> Any:
        """What a row shows."""
        return self._rows[at]

    def rows(self) -> Sequence[Any]:
        """Everything that is shown."""
        return self._rows

    def share(self, column: int) -> int:
        """How much of the width a column wants."""
        return self._columns[column][2]

    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows there are (Qt's name)."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

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
        """A cell; its tooltip says it in full (Qt's name)."""
        shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
        if not index.isValid() or role not in shown:
            return None
        at = index.row()
        if at not in self._told:
            self._told[at] = tuple(tell(self._rows[at]) for _heading, tell, _share in self._columns)
        text = self._told[at][index.column()]
        return text if role == Qt.ItemDataRole.ToolTipRole else text.replace("\n", " · ")


class Table(QTableView):
    """A calm table whose columns share the width."""

    def __init__(self, model: Rows, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self.setModel(model)
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setAlternatingRowColors(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.px(34))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setStretchLastSection(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns; the last of many goes where there is little (Qt's name)."""
        super().resizeEvent(event)
        columns, width = self._rows.columnCount(), self.viewport().width()
        self.setColumnHidden(columns - 1, columns > _FEW and width < theme.px(680))
        shown = [column for column in range(columns) if not self.isColumnHidden(column)]
        total = sum(self._rows.share(column) for column in shown)
        for column in shown[:-1]:
            self.setColumnWidth(column, width * self._rows.share(column) // total)


def people_columns(country: Callable[[], str]) -> list[Column]:
    """A person of the file as they would come in."""
    return [
        (_("Name"), lambda row: shown_name(row.draft), 20),
        (_("Phone"), lambda row: _phones(row.draft, country()), 22),
        (_("E-mail"), lambda row: ", ".join(each.address for each in row.draft.emails), 27),
        (_("Birthday"), lambda row: _born(row.draft), 19),
        (_("More"), _more, 24),
    ]


def look_columns() -> list[Column]:
    """A row to look at, and why."""
    return [
        (_("Line"), lambda row: str(row.number), 8),
        (_("Name"), lambda row: shown_name(row.draft), 22),
        (_("What is odd"), _oddities, 70),
    ]


def left_columns() -> list[Column]:
    """A line that brings nobody new, and why."""
    return [
        (_("Line"), lambda row: str(line_of(row)), 10),
        (_("Name"), _who, 30),
        (_("Why it is left out"), why_left, 62),
    ]


def _phones(draft: PersonDraft, country: str) -> str:
    return ", ".join(phones.of(each, country) for each in draft.phones)


def _born(draft: PersonDraft) -> str:
    born = draft.birthday
    if born is None:
        return ""
    if born.year is None:
        return dates.month_and_day_short(date(2000, born.month, born.day))
    return dates.date_only(date(born.year, born.month, born.day))


def _more(row: PreviewRow) -> str:
    draft = row.draft
    address = next((each.city or each.street for each in draft.addresses), "")
    parts = [
        draft.job,
        draft.company if draft.company != draft.name else "",
        address,
        ", ".join(draft.tags),
        draft.note,
    ]
    return " · ".join(part.replace("\n", " ") for part in parts if part)[:200]


def _oddities(row: PreviewRow) -> str:
    return "\n".join(words.problem(each) for each in row.problems if not each.is_note)


def line_of(row: PreviewRow | Left) -> int:
    """Where in the file it begins."""
    return row.number if isinstance(row, PreviewRow) else row.line


def _who(row: PreviewRow | Left) -> str:
    return shown_name(row.draft) if isinstance(row, PreviewRow) else row.text


def why_left(row: PreviewRow | Left) -> str:
    """Why it brings nobody new."""
    if isinstance(row, Left):
        return words.left(row)
    return words.same(row.same_as) if row.same_as else ""
