"""Labels for words of any length: one line that ends in an ellipsis, or lines that break anywhere if they must."""

from __future__ import annotations

import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

LONGEST_WORD = 24
_LONG = re.compile(rf"\S{{{LONGEST_WORD + 1},}}")


def breakable(text: str) -> str:
    """``text`` with places to break inside words too long for a narrow pane; they show as nothing."""
    return _LONG.sub(lambda word: "\u200b".join(_pieces(word[0])), text)


def _pieces(word: str) -> list[str]:
    return [word[at : at + LONGEST_WORD] for at in range(0, len(word), LONGEST_WORD)]


class ElidedLabel(QLabel):
    """One line of plain text that never asks for more width than there is."""

    def __init__(self, role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """A few letters (Qt's name)."""
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * 4, metrics.height())

    def sizeHint(self) -> QSize:
        """The whole text in one line (Qt's name)."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole text as a tooltip where it does not fit (Qt's name)."""
        super().resizeEvent(event)
        self._tell_rest()

    def setText(self, text: str) -> None:
        """Show a text, its lines run together (Qt's name)."""
        super().setText(" ".join(text.split()))
        self._tell_rest()

    def paintEvent(self, event: QPaintEvent) -> None:  # Qt's signature
        """Draw as much as fits (Qt's name)."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading), shown)

    def _tell_rest(self) -> None:
        fits = self.fontMetrics().horizontalAdvance(self.text()) <= self.contentsRect().width()
        self.setToolTip("" if fits else self.text())
