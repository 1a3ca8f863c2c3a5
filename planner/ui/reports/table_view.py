"""The table behind a chart."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView, QWidget

from planner.ui.kit import theme
from planner.ui.kit.labels import breakable
from planner.ui.reports.content import Row, Table

Index = QModelIndex | QPersistentModelIndex
_ROW = 34
_WIDEST = 320
_LEAST_WORDS = 220
_LEAST_NAMES = 180
_NARROWEST = 120
_SIDE = 12
"""Left and right of the words in a cell."""
_AIR = 8
"""Above and below the words of a row, together with what a line leaves free."""


class TableModel(QAbstractTableModel):
    """Rows of text; a screen reader hears each cell with its heading."""

    def __init__(self, table: Table, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table = table

    def row(self, at: int) -> Row:
        """A line of it."""
        return self.table.rows[at]

    def rowCount(self, parent: Index | None = None) -> int:
        """How many lines there are (Qt's name)."""
        return 0 if parent is not None and parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """How many columns there are (Qt's name)."""
        return 0 if parent is not None and parent.isValid() else len(self.table.headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The headings (Qt's name)."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.table.headings[section]
        return self._alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell (Qt's name)."""
        if not index.isValid():
            return None
        text = self.table.rows[index.row()].cells[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return breakable(text)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return text
        return self._alignment(index.column()) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _alignment(self, column: int) -> int:
        side = Qt.AlignmentFlag.AlignRight if column >= self.table.numbers_from else Qt.AlignmentFlag.AlignLeft
        return int(side | Qt.AlignmentFlag.AlignVCenter)


class TableView(QTableView):
    """As high as all its rows; words break into as many lines as they need. It is what is around it that scrolls.

    ``opened`` tells of Enter or a double click on a row, ``removed`` of Del, ``row_shown`` where a chosen row is.
    """

    opened = Signal(object)
    removed = Signal(object)
    row_shown = Signal(QRect)

    def __init__(self, table: Table, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = TableModel(table, self)
        self.setModel(self._rows)
        self.setAccessibleName(table.name)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(theme.px(_ROW))
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setSectionsClickable(False)
        heads.setVisible(any(table.headings))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._spread(table)
        self.doubleClicked.connect(lambda index: self.opened.emit(self._rows.row(index.row())))

    def chosen(self) -> Row | None:
        """The row that is chosen."""
        index = self.currentIndex()
        return self._rows.row(index.row()) if index.isValid() else None

    def texts(self) -> list[tuple[str, ...]]:
        """All cells, as they are shown."""
        return [row.cells for row in self._rows.table.rows]

    def sizeHint(self) -> QSize:
        """Room for its rows (Qt's name)."""
        heads = self.horizontalHeader()
        head = 0 if heads.isHidden() else heads.sizeHint().height()
        bar = self.horizontalScrollBar()
        below = bar.sizeHint().height() if bar.maximum() > bar.minimum() else 0
        return QSize(theme.px(400), head + self.verticalHeader().length() + below + 2 * self.frameWidth())

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say where the chosen row is (Qt's name)."""
        super().currentChanged(current, previous)
        self.row_shown.emit(self.visualRect(current))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Up and down scroll what is around it (Qt's name)."""
        if event.angleDelta().x():
            super().wheelEvent(event)
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Del takes out (Qt's name)."""
        row = self.chosen()
        if row is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(row)
        elif row is not None and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(row)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the room that is left to the column that can use it (Qt's name)."""
        super().resizeEvent(event)
        others = self._others()
        self.setColumnWidth(self._elastic, max(self._least, self.viewport().width() - others))
        self._break_rows()
        self.updateGeometry()

    def _break_rows(self) -> None:
        """Make each row as high as its longest cell."""
        widths = [self.columnWidth(at) - 2 * theme.px(_SIDE) for at in range(len(self._wanted))]
        for at, row in enumerate(self._rows.table.rows):
            high = max(map(self._height, row.cells, widths))
            self.setRowHeight(at, max(theme.px(_ROW), high + 2 * theme.px(_AIR)))

    def _height(self, text: str, wide: int) -> int:
        """How high a text is in a column so wide."""
        room, wraps = QRect(0, 0, wide, 0), int(Qt.TextFlag.TextWordWrap)
        return self.fontMetrics().boundingRect(room, wraps, breakable(text)).height()

    def _others(self) -> int:
        """The width of all columns but the one that stretches; of text alone, the widest gives way where it must."""
        others = {at: width for at, width in enumerate(self._wanted) if at != self._elastic}
        too_much = sum(others.values()) + self._least - self.viewport().width()
        if self._has_words and others and too_much > 0:
            widest = max(others, key=lambda at: others[at])
            others[widest] = max(others[widest] - too_much, min(others[widest], theme.px(_NARROWEST)))
        for at, width in others.items():
            self.setColumnWidth(at, width)
        return sum(others.values())

    def _spread(self, table: Table) -> None:
        """The first column takes the room that is left; of text alone, the last."""
        last = len(table.headings) - 1
        self.resizeColumnsToContents()
        for column in range(last + 1):
            self.setColumnWidth(column, min(self.columnWidth(column) + theme.px(4), theme.px(_WIDEST)))
        has_numbers = table.numbers_from <= last
        self._has_words = not has_numbers
        self._wanted = [self.columnWidth(column) for column in range(last + 1)]
        self._elastic = 0 if has_numbers else last
        names = min(self.columnWidth(0), theme.px(_LEAST_NAMES))
        self._least = names if has_numbers else theme.px(_LEAST_WORDS)
