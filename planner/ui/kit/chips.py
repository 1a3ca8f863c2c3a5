"""Small rounded words, and a layout that breaks into lines as text does."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMargins, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QGroupBox,
    QLabel,
    QLayout,
    QLayoutItem,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from planner.ui.kit import theme

_BOUNDLESS = 1 << 20
TONES = ("", "accent", "deposit", "withdrawal", "caution")


class Chip(QLabel):
    """A fact in a word or two on a soft ground; ``tone`` is one of ``TONES``, never the only way it is told."""

    def __init__(self, text: str, tone: str = "", tip: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("role", "chip")
        self.setProperty("tone", tone)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if tip:
            self.setToolTip(tip)
            self.setAccessibleDescription(tip)


class Group(QGroupBox):
    """What belongs together: nothing to see, but its name is said when the keys come into it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "group")
        self.setContentsMargins(QMargins())

    def changeEvent(self, event: QEvent) -> None:
        """Keep without a frame, whatever the style would like (Qt's name)."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.setContentsMargins(QMargins())


def put(button: QAbstractButton, *, is_on: bool) -> None:
    """Press one of several or not, and leave the others as they are: Qt alone would not let go of the last one."""
    is_one_of = button.autoExclusive()
    button.setAutoExclusive(False)
    button.setChecked(is_on)
    button.setAutoExclusive(is_one_of)


class FilterChip(QPushButton):
    """A chip to press: one view of a list, with the number of people in it.

    Where only one of a row holds (``is_one_of``), Tab comes to that one alone, and the arrows go to the others.
    """

    def __init__(self, text: str, parent: QWidget | None = None, *, is_one_of: bool = False) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self.setProperty("kind", "chip")
        self.setCheckable(True)
        self.setAutoExclusive(is_one_of)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._words = text
        self._count = ""
        self._most = 0

    def limit(self, most: int) -> None:
        """Be at most so wide, in pixels at 100 %; a longer name is cut off with dots, and told whole in a tooltip."""
        self._most = most
        self.set_count(self._count)

    def fit(self, width: int) -> None:
        """Cut the name off where less room is left."""
        self._say(width)

    def changeEvent(self, event: QEvent) -> None:
        """Larger letters want other dots (Qt's name)."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._most:
            self._say(theme.px(self._most))

    def rename(self, words: str, count: str) -> None:
        """Say something else, with another number."""
        self._words = words
        self.set_count(count)

    def set_count(self, shown: str) -> None:
        """Show a number after the words; an empty string shows none."""
        self._count = shown
        self._say(theme.px(self._most) if self._most else _BOUNDLESS)

    def sizeHint(self) -> QSize:
        """Wide enough for the heavier letters of a chosen chip, so that choosing moves nothing (Qt's name)."""
        bold = self._bold().horizontalAdvance(self.text().replace("&&", "&"))
        return super().sizeHint().expandedTo(QSize(bold + self._sides(), 0))

    def _say(self, width: int) -> None:
        """Say as much of the words as fits, and all of the number."""
        count = f" {self._count}" if self._count else ""
        whole, room = f"{self._words}{count}", width - self._sides()
        bold = self._bold()
        is_cut = bold.horizontalAdvance(whole) > room
        if is_cut:
            left = max(0, room - bold.horizontalAdvance(count))
            words = bold.elidedText(self._words, Qt.TextElideMode.ElideRight, left)
        else:
            words = self._words
        self.setText(f"{words}{count}".replace("&", "&&"))
        self.setToolTip(whole if is_cut else "")
        if self._most:
            self.setAccessibleName(whole)

    def _bold(self) -> QFontMetrics:
        is_small = self.property("room") == "small"
        return QFontMetrics(theme.font(12, 650) if is_small else theme.font(weight=650))

    def _sides(self) -> int:
        return theme.px(20 if self.property("room") == "small" else 28)


class FlowLayout(QLayout):
    """Lays widgets in lines from left to right and starts a new line where they no longer fit.

    A widget's property ``lead`` is room before it, in pixels at 100 %, where it does not begin a line.
    """

    def __init__(self, parent: QWidget | None = None, spacing: int = 4) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = spacing
        self.setContentsMargins(QMargins())

    def addItem(self, item: QLayoutItem) -> None:
        """Take a layout item (Qt's name)."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are (Qt's name)."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at a place, or nothing (Qt's name)."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Hand an item back (Qt's name)."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def clear(self) -> None:
        """Throw every widget away."""
        while self._items:
            widget = self._items.pop().widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        """It takes no more than it needs (Qt's name)."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Narrower means more lines (Qt's name)."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at a width (Qt's name)."""
        return self._arrange(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place the items (Qt's name)."""
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def sizeHint(self) -> QSize:
        """One line, as wide as it gets (Qt's name)."""
        gap = theme.px(self._gap)
        hints = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(hint.width() + gap for hint in hints) - gap if hints else 0
        return QSize(width, max((hint.height() for hint in hints), default=0)).grownBy(self.contentsMargins())

    def minimumSize(self) -> QSize:
        """The widest single item (Qt's name)."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        margins = self.contentsMargins()
        inner = rect.marginsRemoved(margins)
        gap = theme.px(self._gap)
        x, y, high = inner.x(), inner.y(), 0
        line: list[tuple[QLayoutItem, QRect]] = []
        for item in self._items:
            if item.isEmpty():
                continue
            hint = item.sizeHint()
            widget = item.widget()
            x += theme.px(widget.property("lead") or 0) if line and widget is not None else 0
            if line and x + hint.width() > inner.x() + inner.width():
                _place(line, high, place=place)
                x, y, high, line = inner.x(), y + high + gap, 0, []
            line.append((item, QRect(x, y, min(hint.width(), inner.width()), hint.height())))
            x += hint.width() + gap
            high = max(high, hint.height())
        _place(line, high, place=place)
        return y + high - rect.y() + margins.bottom()


def _place(line: list[tuple[QLayoutItem, QRect]], high: int, *, place: bool) -> None:
    """Put the items of a line in its middle."""
    if place:
        for item, rect in line:
            item.setGeometry(rect.translated(0, (high - rect.height()) // 2))
