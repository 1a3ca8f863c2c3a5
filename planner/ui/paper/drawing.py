"""The few shapes a page is made of, black on white."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from planner.ui.paper.dialling import dial_code
from planner.ui.paper.lettering import width

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
    painter.setPen(_pen(weight))
    painter.drawLine(QPointF(left, y), QPointF(right, y))


def bar(painter: QPainter, x: float, top: float, bottom: float, weight: float) -> None:
    """An upright line."""
    painter.setPen(_pen(weight))
    painter.drawLine(QPointF(x, top), QPointF(x, bottom))


def tick_box(painter: QPainter, left: float, baseline: float, side: float, *, is_ticked: bool = False) -> None:
    """A box to tick with a pen, or one that is ticked already."""
    box = QRectF(left, baseline - side + side * 0.12, side, side)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(8))
    painter.drawRect(box)
    if is_ticked:
        painter.setPen(_pen(13))
        painter.drawPolyline(
            [
                QPointF(box.left() + side * 0.2, box.top() + side * 0.52),
                QPointF(box.left() + side * 0.42, box.top() + side * 0.75),
                QPointF(box.left() + side * 0.82, box.top() + side * 0.25),
            ]
        )


def circle(painter: QPainter, left: float, middle: float, size: float) -> None:
    """A circle to tick off."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(8))
    painter.drawEllipse(QRectF(left, middle - size / 2, size, size))


def square_code(painter: QPainter, left: float, top: float, side: float, e164: str) -> None:
    """The code a phone's camera dials."""
    modules, cells = dial_code(e164)
    unit = side / modules
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(INK)
    painter.drawRects([QRectF(left + x * unit, top + y * unit, w * unit, h * unit) for x, y, w, h in cells])


def _pen(weight: float) -> QPen:
    return QPen(INK, weight, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap, Qt.PenJoinStyle.MiterJoin)
