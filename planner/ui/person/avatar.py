"""A round picture with somebody's initials."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from planner.ui.kit import theme


def initials(name: str) -> str:
    """Up to two letters: of the first and the last word that begin with one; for a number alone, its sign."""
    letters = [word[0] for word in name.split() if word[0].isalpha()]
    if not letters:
        return "#" if any(each.isdigit() for each in name) else name.strip()[:1]
    return (letters[0] + (letters[-1] if len(letters) > 1 else "")).upper()


class Avatar(QWidget):
    """Initials on a soft disc; decoration only, the name stands beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._initials = ""
        self._fit()
        theme.changed.connect(self._fit)

    def show_name(self, name: str) -> None:
        """Show the initials of a name."""
        self._initials = initials(name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # Qt's signature
        """Draw the disc and the letters (Qt's name)."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent_soft"))
        painter.drawEllipse(QRectF(self.rect()))
        painter.setPen(theme.color("accent"))
        painter.setFont(theme.font(16, 650))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._initials)

    def _fit(self) -> None:
        self.setFixedSize(theme.px(46), theme.px(46))
