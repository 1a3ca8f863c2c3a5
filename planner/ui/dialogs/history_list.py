"""The steps of the history as a list: words, when, and which of them would be turned together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

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

from planner.services.undo import Step
from planner.ui.kit import theme
from planner.ui.kit.i18n import _

Index = QModelIndex | QPersistentModelIndex
Line = tuple[Step, str, str]
"""A step, what was done, and when."""
LINE_ROLE = Qt.ItemDataRole.UserRole
_WORDS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextSingleLine)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing | Qt.TextFlag.TextSingleLine)


class HistoryModel(QAbstractListModel):
    """Steps, the newest first; those that were taken back stand above the others."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []

    def show_steps(self, lines: Sequence[Line]) -> None:
        """Show these steps with their words."""
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    def step(self, row: int) -> Step | None:
        """The step in a row."""
        return self._lines[row][0] if 0 <= row < len(self._lines) else None

    def turned_with(self, row: int) -> range:
        """The rows that turn when this one does: taken back with all later ones, or done again with all earlier."""
        step = self.step(row)
        if step is None:
            return range(0)
        first_done = next((at for at, (each, *_) in enumerate(self._lines) if not each.is_undone), len(self._lines))
        return range(row, first_done) if step.is_undone else range(first_done, row + 1)

    def rowCount(self, parent: Index | None = None) -> int:
        """How many steps there are (Qt's name)."""
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A step in words, or as it is (Qt's name)."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role not in _WORDS:
            return None
        step, words, when = line
        return f"{words}, {when}, {_('taken back')}" if step.is_undone else f"{words}, {when}"


class HistoryList(QListView):
    """Arrows choose a step; the steps that would go with it are marked by a line at their left."""

    def __init__(self, model: HistoryModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.marked = range(0)
        self.setModel(model)
        self.setItemDelegate(_Painter(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setAccessibleName(_("Steps"))

    def mark(self, rows: range) -> None:
        """Mark the rows that turn together."""
        self.marked = rows
        self.viewport().update()


class _Painter(QStyledItemDelegate):
    """Draws a step: its words, at the right when; what was taken back is quieter and says so."""

    def __init__(self, view: HistoryList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line (Qt's name)."""
        return QSize(theme.px(200), theme.px(34))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one step (Qt's name)."""
        step, words, when = index.data(LINE_ROLE)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.color("accent_soft"))
        if index.row() in self._view.marked:
            painter.fillRect(QRect(rect.left(), rect.top(), theme.px(3), rect.height()), theme.color("accent"))
        room = rect.adjusted(theme.px(12), 0, -theme.px(10), 0)
        small = theme.font(12)
        told = _("{when} \u00b7 taken back").format(when=when) if step.is_undone else when
        painter.setFont(small)
        painter.setPen(theme.color("muted"))
        painter.drawText(room, _RIGHT, told)
        room.setRight(room.right() - QFontMetrics(small).horizontalAdvance(told) - theme.px(12))
        font = theme.font()
        painter.setFont(font)
        painter.setPen(theme.color("muted" if step.is_undone else "ink"))
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(room, _LEFT, shown)
