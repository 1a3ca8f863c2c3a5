"""Lists whose lines are drawn by a painter of their own: the model and the view that they share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

Index = QModelIndex | QPersistentModelIndex
LINE_ROLE = Qt.ItemDataRole.UserRole
"""The line itself, for its painter."""
LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextSingleLine)
RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing | Qt.TextFlag.TextSingleLine)
_WORDS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)

_Line = TypeVar("_Line")


class DrawnModel(QAbstractListModel, Generic[_Line]):
    """Lines of any kind; ``told`` puts one into words, and one that is a heading can't be chosen."""

    def __init__(
        self, told: Callable[[_Line], str], parent: QObject, is_heading: Callable[[_Line], bool] | None = None
    ) -> None:
        super().__init__(parent)
        self.lines: list[_Line] = []
        self._told = told
        self._is_heading = is_heading

    def show_lines(self, lines: Iterable[_Line]) -> None:
        """Show these."""
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many lines there are (Qt's name)."""
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings are only there to be read (Qt's name)."""
        if index.isValid() and self._is_heading is not None and self._is_heading(self.lines[index.row()]):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A line in words, or as it is (Qt's name)."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == LINE_ROLE:
            return line
        return self._told(line) if role in _WORDS else None


class DrawnList(QListView):
    """Nothing but its lines: no frame, nothing to edit, and never wider than its room."""

    def __init__(self, model: QAbstractListModel, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
