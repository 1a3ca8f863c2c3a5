"""What the palette has found, as lines: headings, people, and commands with their menu and keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from planner.ui.kit import icons, theme
from planner.ui.kit.i18n import _

Index = QModelIndex | QPersistentModelIndex
ENTRY_ROLE = Qt.ItemDataRole.UserRole
_WORDS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextSingleLine)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing | Qt.TextFlag.TextSingleLine)
_LINE, _HEADING = 36, 28


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: ``person_id`` or ``action`` is what it leads to, neither makes it a heading."""

    text: str
    beside: str = ""
    keys: str = ""
    person_id: int | None = None
    action: QAction | None = None

    @property
    def is_heading(self) -> bool:
        """Whether it only says what follows."""
        return self.person_id is None and self.action is None


class EntryModel(QAbstractListModel):
    """The lines; headings can't be chosen."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these lines."""
        self.beginResetModel()
        self.entries = list(entries)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many lines there are (Qt's name)."""
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings are only there to be read (Qt's name)."""
        if index.isValid() and self.entries[index.row()].is_heading:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A line in words, or as it is (Qt's name)."""
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role == ENTRY_ROLE:
            return entry
        return told(entry) if role in _WORDS else None


class EntryList(QListView):
    """The lines, as high as they need; the keys stay with the line one types in."""

    def __init__(self, model: EntryModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(_Painter(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(_("Found"))

    def wanted_height(self) -> int:
        """How high all lines are together."""
        entries = self.model().entries  # type: ignore[attr-defined]
        return sum(theme.px(_HEADING if entry.is_heading else _LINE) for entry in entries)


class _Painter(QStyledItemDelegate):
    """Draws a heading in small letters; a person or a command with an icon, and quieter what tells more of it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line (Qt's name)."""
        entry: Entry = index.data(ENTRY_ROLE)
        return QSize(theme.px(200), theme.px(_HEADING if entry.is_heading else _LINE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line (Qt's name)."""
        entry: Entry = index.data(ENTRY_ROLE)
        rect: QRect = option.rect
        room = rect.adjusted(theme.px(12), 0, -theme.px(12), 0)
        painter.save()
        if entry.is_heading:
            font = theme.font(11, 650)
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.6)
            painter.setFont(font)
            painter.setPen(theme.color("muted"))
            painter.drawText(room.adjusted(0, theme.px(4), 0, 0), _LEFT, entry.text.upper())
        else:
            is_chosen = option.state & QStyle.StateFlag.State_Selected
            self._line(painter, rect, room, entry, is_chosen=bool(is_chosen))
        painter.restore()

    def _line(self, painter: QPainter, rect: QRect, room: QRect, entry: Entry, *, is_chosen: bool) -> None:
        if is_chosen:
            painter.fillRect(rect, theme.color("accent_soft"))
            painter.fillRect(QRect(rect.left(), rect.top(), theme.px(3), rect.height()), theme.color("accent"))
        side = theme.px(18)
        icon = QRectF(room.left(), room.center().y() - side / 2 + 1, side, side)
        if entry.action is None:
            icons.paint(painter, icon, "person", "muted")
        else:
            entry.action.icon().paint(painter, icon.toRect())
        room.setLeft(room.left() + side + theme.px(10))
        small = theme.font(12)
        painter.setFont(small)
        painter.setPen(theme.color("muted"))
        if entry.keys:
            painter.drawText(room, _RIGHT, entry.keys)
            room.setRight(room.right() - QFontMetrics(small).horizontalAdvance(entry.keys) - theme.px(12))
        name, metrics = theme.font(weight=500), QFontMetrics(theme.font(weight=500))
        text = metrics.elidedText(entry.text, Qt.TextElideMode.ElideMiddle, room.width())
        painter.setFont(name)
        painter.setPen(theme.color("ink"))
        painter.drawText(room, _LEFT, text)
        room.setLeft(room.left() + metrics.horizontalAdvance(text) + theme.px(10))
        if entry.beside and room.width() > theme.px(40):
            painter.setFont(small)
            painter.setPen(theme.color("muted"))
            beside = QFontMetrics(small).elidedText(entry.beside, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room.translated(0, 1), _LEFT, beside)


def told(entry: Entry) -> str:
    """A line as it is read aloud."""
    return ", ".join(part for part in (entry.text, entry.beside, entry.keys) if part)
