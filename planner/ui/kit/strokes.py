"""What every printed page is written with: lines of text and straight lines, black on white."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from planner.ui.kit.lettering import width

INK = QColor.fromRgb(0, 0, 0)
"""Paper knows one colour."""


def put(painter: QPainter, x: float, baseline: float, text: str, used: QFont) -> float:
    """Write one line; returns where it ends."""
    painter.setFont(used)
    painter.setPen(INK)
    painter.drawText(QPointF(x, baseline), text)
    return x + width(text, used)


def put_right(painter: QPainter, right: float, baseline: float, text: str, used: QFont) -> float:
    """Write one line that ends at ``right``; returns where it begins."""
    left = right - width(text, used)
    put(painter, left, baseline, text, used)
    return left


def rule(painter: QPainter, left: float, right: float, y: float, weight: float) -> None:
    """A level line."""
    painter.setPen(pen(weight))
    painter.drawLine(QPointF(left, y), QPointF(right, y))


def bar(painter: QPainter, x: float, top: float, bottom: float, weight: float) -> None:
    """An upright line."""
    painter.setPen(pen(weight))
    painter.drawLine(QPointF(x, top), QPointF(x, bottom))


def pen(weight: float) -> QPen:
    """A sharp black line of this weight."""
    return QPen(INK, weight, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap, Qt.PenJoinStyle.MiterJoin)
