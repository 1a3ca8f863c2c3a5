"""A list of lines with words at the left and, quieter, something about them at the right."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from planner.ui.kit import theme
from planner.ui.kit.drawn_list import LEFT, LINE_ROLE, RIGHT, DrawnList, DrawnModel, Index


class Line(NamedTuple):
    """One line: its words, what stands beside them, and whether all of it is quieter than others."""

    words: str
    beside: str
    is_quiet: bool = False


class PairModel(DrawnModel[Line]):
    """The lines."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(lambda line: f"{line.words}, {line.beside}", parent)


class PairList(DrawnList):
    """Arrows choose a line; those that would go with it can be marked by a bar at their left."""

    def __init__(self, model: PairModel, name: str, parent: QWidget) -> None:
        super().__init__(model, name, parent)
        self.marked = range(0)
        self.setItemDelegate(_Painter(self))
        self.setUniformItemSizes(True)

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
            painter.fillRect(rect.adjusted(0, 0, 0, -1), theme.color("accent_soft"))
        if index.row() in self._view.marked:
            painter.fillRect(QRect(rect.left(), rect.top(), theme.px(3), rect.height()), theme.color("accent"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.color("accent"))
            painter.drawRect(rect.adjusted(0, 0, -1, -2))
        room = rect.adjusted(theme.px(12), 0, -theme.px(10), 0)
        small = theme.font(12)
        painter.setFont(small)
        painter.setPen(theme.color("muted"))
        painter.drawText(room, RIGHT, line.beside)
        room.setRight(room.right() - QFontMetrics(small).horizontalAdvance(line.beside) - theme.px(12))
        font = theme.font()
        painter.setFont(font)
        painter.setPen(theme.color("muted" if line.is_quiet else "ink"))
        shown = QFontMetrics(font).elidedText(line.words, Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(room, LEFT, shown)
