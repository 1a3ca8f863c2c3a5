"""What a list says while there is nothing in it."""

from __future__ import annotations

import re

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from planner.ui.kit import icons, theme
from planner.ui.kit.buttons import Button
from planner.ui.kit.labels import breakable

_BEGIN = 0.38
"""The share of the window's height that is above the picture."""
_LONE = re.compile(r" (?=\S{1,6}$)")
"""The space before a last word so short that it must not stand on a line of its own."""


class _Picture(QWidget):
    """A large quiet icon."""

    def __init__(self, meaning: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._meaning = meaning
        self.setFixedSize(theme.px(44), theme.px(44))

    def set_meaning(self, meaning: str) -> None:
        self._meaning = meaning
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        icons.paint(painter, QRectF(self.rect()), self._meaning, "faint")


class EmptyState(QWidget):
    """An icon, what will appear here, and the one action that fills the list, its button of this ``kind``.

    All that a window shows begin at the same height of it, however high the panes are in which they stand.
    """

    acted = Signal()

    def __init__(
        self, icon: str, title: str, text: str, action: str = "", parent: QWidget | None = None, kind: str = "primary"
    ) -> None:
        super().__init__(parent)
        self._picture = _Picture(icon, self)
        self._title = QLabel(self)
        self._text = QLabel(self)
        self._button = Button("", kind=kind, parent=self)
        self._button.clicked.connect(self.acted)
        self.setFocusProxy(self._button)
        self._lay_out()
        self.say(icon, title, text, action)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(24), theme.px(24), theme.px(24), theme.px(24))
        column.setSpacing(theme.px(8))
        self._title.setProperty("role", "heading")
        self._text.setProperty("role", "muted")
        for label in (self._title, self._text):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._above = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Maximum)
        column.addItem(self._above)
        column.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addSpacing(theme.px(8))
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self._column = column

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the height at which it begins (Qt's name)."""
        super().resizeEvent(event)
        self._level()

    def showEvent(self, event: QShowEvent) -> None:
        """Something may have come above it meanwhile (Qt's name)."""
        super().showEvent(event)
        self._level()

    def _level(self) -> None:
        window = self.window()
        wanted = round(window.height() * _BEGIN) - self.mapTo(window, QPoint()).y()
        needed = self._column.heightForWidth(self.width()) - self._above.sizeHint().height()
        above = max(0, min(wanted - theme.px(24), self.height() - needed))
        if above != self._above.sizeHint().height():
            self._above.changeSize(0, above, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Maximum)
            self._column.invalidate()

    def say(self, icon: str, title: str, text: str, action: str = "") -> None:
        """Say something else in the same place; without ``action`` there is no button."""
        self._picture.set_meaning(icon)
        self._title.setText(breakable(title))
        self._text.setText(_LONE.sub("\u00a0", breakable(text)))
        self._button.setText(action)
        self._button.setVisible(bool(action))
