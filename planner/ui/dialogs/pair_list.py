"""A list of lines with words at the left and, quieter, something about them at the right."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from planner.ui.kit import theme

Index = QModelIndex | QPersistentModelIndex


class Line(NamedTuple):
    """One line: its words, what stands beside them, and whether all of it is quieter than others."""

    words: str
    beside: str
    is_quiet: bool = False


LINE_ROLE = Qt.ItemDataRole.UserRole
_WORDS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextSingleLine)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing | Qt.TextFlag.TextSingleLine)


class PairModel(QAbstractListModel):
    """The lines."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []

    def show_lines(self, lines: Iterable[Line]) -> None:
        """Show these lines."""
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many lines there are (Qt's name)."""
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A line in words, or as it is (Qt's name)."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role not in _WORDS:
            return None
        return f"{line.words}, {line.beside}"


class PairList(QListView):
    """Arrows choose a line; those that would go with it can be marked by a bar at their left."""

    def __init__(self, model: PairModel, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.marked = range(0)
        self.setModel(model)
        self.setItemDelegate(_Painter(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setAccessibleName(name)

    def mark(self, rows: range) -> None:
        """Mark the rows that go together."""
        self.marked = rows
        self.viewport().update()


class _Painter(QStyledItemDelegate):
    """Draws a line: words, and what is beside them at the right edge."""

    def __init__(self, view: PairList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line (Qt's name)."""
        return QSize(theme.px(200), theme.px(34))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line (Qt's name)."""
        line: Line = index.data(LINE_ROLE)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.color("accent_soft"))
        if index.row() in self._view.marked:
            painter.fillRect(QRect(rect.left(), rect.top(), theme.px(3), rect.height()), theme.color("accent"))
        room = rect.adjusted(theme.px(12), 0, -theme.px(10), 0)
        small = theme.font(12)
        painter.setFont(small)
        painter.setPen(theme.color("muted"))
        painter.drawText(room, _RIGHT, line.beside)
        room.setRight(room.right() - QFontMetrics(small).horizontalAdvance(line.beside) - theme.px(12))
        font = theme.font()
        painter.setFont(font)
        painter.setPen(theme.color("muted" if line.is_quiet else "ink"))
        shown = QFontMetrics(font).elidedText(line.words, Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(room, _LEFT, shown)
