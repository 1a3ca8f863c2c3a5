"""The table itself: keys, columns to choose, widths that are remembered."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QTableView,
    QToolTip,
    QWidget,
)

from planner.ui.kit import theme
from planner.ui.people import columns_menu
from planner.ui.people.columns import BALANCE, COLUMNS, NAME, PHONE, Widths, lay_out, remember, size_rows
from planner.ui.people.painter import LinePainter
from planner.ui.people.table_model import PeopleModel

if TYPE_CHECKING:
    from planner.services.look import Memory
    from planner.services.order import SortBy

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
"""What is held down when a key only moves."""


class PeopleTable(QTableView):
    """Lines of people. Arrows move, Space marks, Enter opens, letters go to the search.

    Once Space has marked somebody, arrows only move; a click or Esc ends it. Shift and Ctrl mark as everywhere.
    """

    opened = Signal(int)
    typed = Signal(str)
    moved = Signal()
    """Another line is the present one, or others are marked."""

    def __init__(self, model: PeopleModel, memory: Memory, parent: QWidget) -> None:
        super().__init__(parent)
        self._people = model
        # One of our own: asked for Qt's, PySide would look through every kind of widget to find what it is.
        self._sheet = QWidget()
        self._sheet.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setViewport(self._sheet)
        self._memory = memory
        self._is_marking = False
        self._are_double = False
        self.setModel(model)
        self._painter = LinePainter()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.doubleClicked.connect(lambda _index: self._open())
        self.selectionModel().selectionChanged.connect(lambda _in, _out: self._move())
        self.selectionModel().currentRowChanged.connect(lambda _to, _from: self._move())
        model.modelReset.connect(self._forget_marks)
        model.ordered.connect(self._show_order)
        self._set_up_header()
        theme.changed.connect(self._dress)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines in sight (Qt's name). By hand: a delegate is called for each cell, through Qt, at each key."""
        painter = QPainter(self._sheet)
        seen, header = event.rect(), self.horizontalHeader()
        self._people.spell_phones(are_seen=not header.isSectionHidden(PHONE))
        self._painter.begin(painter, seen)
        last = self.rowAt(seen.bottom())
        columns = self._columns_in(seen, header)
        current, is_chosen = self.chosen_row(), self._chosen_test()
        right = columns[-1][1] + columns[-1][2] if columns else 0
        for row in range(max(0, self.rowAt(seen.top())), (last if last >= 0 else self._people.rowCount() - 1) + 1):
            line = self._people.line(row)
            if line is None:
                continue
            rect = QRect(0, self.rowViewportPosition(row), max(right, self._sheet.width()), self.rowHeight(row))
            self._painter.paint(painter, line, rect, columns, is_chosen=is_chosen(row))
            if row == current and self.hasFocus():
                self._painter.mark_focus(painter, rect)

    def sizeHintForColumn(self, column: int) -> int:
        """As wide as the widest text in sight, for a double click on the header's edge (Qt's name)."""
        first, last = self.rowAt(0), self.rowAt(self._sheet.height())
        rows = range(max(0, first), (last if last >= 0 else self._people.rowCount() - 1) + 1)
        lines = [line for line in map(self._people.line, rows) if line is not None]
        if column == BALANCE or not lines:
            return theme.px(COLUMNS[column].width)
        return max(self._painter.width_of(line.texts[column]) for line in lines)

    def viewportEvent(self, event: QEvent) -> bool:
        """Only a text that is cut needs its whole self in a tooltip, and a balance its word (Qt's name)."""
        if isinstance(event, QHelpEvent):
            at = self.indexAt(event.pos())
            line = self._people.line(at.row()) if at.isValid() else None
            is_cut = line is not None and not self._painter.fits(line.texts[at.column()], self.columnWidth(at.column()))
            has_more = line is not None and at.column() == NAME and bool(line.why)
            if not (is_cut or has_more) and at.column() != BALANCE:
                QToolTip.hideText()
                return True
        return super().viewportEvent(event)

    def chosen_row(self) -> int:
        """The row that the keys belong to, -1 for none."""
        is_any = self._is_marking or self.selectionModel().hasSelection()
        return self.currentIndex().row() if is_any else -1

    def _chosen_test(self) -> Callable[[int], bool]:
        """Tells of a row whether it is chosen; asking Qt row by row takes as long as drawing them."""
        chosen = self.selectionModel().selection()
        if chosen.count() > 1:
            return self.selectionModel().isRowSelected
        rows = range(chosen.at(0).top(), chosen.at(0).bottom() + 1) if chosen.count() else range(0)
        return rows.__contains__

    def _columns_in(self, seen: QRect, header: QHeaderView) -> list[tuple[int, int, int]]:
        """Column, left edge and width of what is in sight, as they stand beside each other."""
        columns = []
        for place in range(header.count()):
            column = header.logicalIndex(place)
            left, width = header.sectionViewportPosition(column), header.sectionSize(column)
            if not header.isSectionHidden(column) and left <= seen.right() and left + width >= seen.left():
                columns.append((column, left, width))
        return columns

    def _dress(self) -> None:
        self._painter.dress()
        size_rows(self, are_double=self._are_double)
        self.verticalScrollBar().setSingleStep(theme.px(36))

    def leave_room(self, *, are_double: bool) -> None:
        """Leave room below each name for where its person was found, or take it back."""
        if are_double != self._are_double:
            self._are_double = are_double
            size_rows(self, are_double=are_double)

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setSortIndicator(NAME, Qt.SortOrder.AscendingOrder)
        lay_out(self, self._memory)
        self._widths = Widths(header, self._memory)
        self.verticalScrollBar().setSingleStep(theme.px(36))
        self.setSortingEnabled(True)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._choose_columns)
        header.sectionClicked.connect(lambda _column: self._show_order())

    def remember(self) -> None:
        """Keep widths, order and sorting for the next time."""
        sort, is_falling = self._people.chosen_order
        self._mark_header(sort, is_falling=is_falling)
        are_own = self._widths.are_own
        remember(self.horizontalHeader(), self._memory, sort, is_falling=is_falling, are_own=are_own)

    def _show_order(self) -> None:
        """No header is marked while the best match comes first, and never one by which nobody can be sorted."""
        sort, is_falling = self._people.order
        self._mark_header(sort, is_falling=is_falling)

    def _mark_header(self, sort: SortBy | None, *, is_falling: bool) -> None:
        column = -1 if sort is None else next(at for at, each in enumerate(COLUMNS) if each.sort is sort)
        header = self.horizontalHeader()
        was_blocked = header.blockSignals(True)  # noqa: FBT003  # Qt's argument
        header.setSortIndicator(column, Qt.SortOrder.DescendingOrder if is_falling else Qt.SortOrder.AscendingOrder)
        header.blockSignals(was_blocked)

    def fill_columns_menu(self, menu: QMenu) -> None:
        """Offer the columns to be shown or hidden, moved and sorted by."""
        columns_menu.fill(menu, self, self._show_usual, self._share)

    def _show_usual(self) -> None:
        columns_menu.reset(self)
        self._widths.start_over(self.viewport().width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room among the columns (Qt's name)."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        self._widths.share(self.viewport().width())

    def settle(self) -> None:
        """Lay out now what a new list would lay out after it was painted, and then paint again."""
        self.executeDelayedItemsLayout()

    def choose(self, person_id: int | None) -> None:
        """Select a person's line, if it is in the list."""
        row = None if person_id is None else self._people.row_of(person_id)
        if row is None:
            self._is_marking = False
            self.clearSelection()
            return
        if row != self.chosen_row():
            is_seen = self._is_seen(row)
            self.choose_row(row)
            if not is_seen:  # in the middle, among its neighbours
                self.scrollTo(self._people.index(row, NAME), QAbstractItemView.ScrollHint.PositionAtCenter)

    def _is_seen(self, row: int) -> bool:
        """Whether the whole line is in sight."""
        top = self.rowViewportPosition(row)
        return 0 <= top <= self._sheet.height() - self.rowHeight(row)

    def choose_row(self, row: int) -> None:
        """Select this line alone."""
        self._is_marking = False
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(self._people.index(row, NAME), flags.ClearAndSelect | flags.Rows)

    def chosen(self) -> int | None:
        """The person whose line the keys belong to."""
        return self._people.person_at(self.chosen_row())

    def marked(self) -> list[int]:
        """Everybody whose line is selected, in the order of the list."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [person for person in map(self._people.person_at, rows) if person is not None]

    def unmark(self) -> bool:
        """Go back to one line; False when it is only one."""
        is_several = self._is_marking or len(self.selectionModel().selectedRows()) > 1
        if is_several:
            self.choose_row(self.currentIndex().row())
        return is_several

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Space marks (Qt's name)."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        elif event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._mark()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click alone chooses one line (Qt's name)."""
        self._is_marking = self._is_marking and event.modifiers() != Qt.KeyboardModifier.NoModifier
        super().mousePressEvent(event)

    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """While people are being marked, keys that move mark nobody (Qt's name)."""
        if self._is_marking and isinstance(event, QKeyEvent) and event.modifiers() in _PLAIN:
            return QItemSelectionModel.SelectionFlag.NoUpdate
        return super().selectionCommand(index, event)

    def keyboardSearch(self, text: str) -> None:
        """Letters typed in the table go to the search, which knows more than the first column (Qt's name)."""
        if text.strip():
            self.typed.emit(text)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Reaching the table by Tab selects its first line (Qt's name)."""
        super().focusInEvent(event)
        by_key = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if by_key and not self.selectionModel().hasSelection() and self._people.rowCount():
            self.choose_row(0)
        if by_key:
            self.scrollTo(self.currentIndex())

    def _mark(self) -> None:
        """Mark the present line, or take its mark away; the first time it stays selected, now as a mark."""
        flags = QItemSelectionModel.SelectionFlag
        is_first = not self._is_marking
        self._is_marking = True
        self.selectionModel().select(self.currentIndex(), (flags.Select if is_first else flags.Toggle) | flags.Rows)
        self._move()

    def _move(self) -> None:
        self._sheet.update()
        self.moved.emit()

    def _forget_marks(self) -> None:
        self._is_marking = False

    def _open(self) -> None:
        person_id = self.chosen()
        if person_id is not None:
            self.opened.emit(person_id)

    def _choose_columns(self, at: QPoint) -> None:
        menu = QMenu(self)
        self.fill_columns_menu(menu)
        menu.exec(self.horizontalHeader().mapToGlobal(at))
        menu.deleteLater()
