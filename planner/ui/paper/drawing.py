"""The few shapes a call sheet is made of, black on white."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from planner.ui.kit.strokes import INK, pen
from planner.ui.paper.dialling import dial_code


def tick_box(painter: QPainter, left: float, baseline: float, side: float, *, is_ticked: bool = False) -> None:
    """A box to tick with a pen, or one that is ticked already."""
    box = QRectF(left, baseline - side + side * 0.12, side, side)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen(8))
    painter.drawRect(box)
    if is_ticked:
        painter.setPen(pen(13))
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
    painter.setPen(pen(8))
    painter.drawEllipse(QRectF(left, middle - size / 2, size, size))


def square_code(painter: QPainter, left: float, top: float, side: float, e164: str) -> None:
    """The code a phone's camera dials."""
    modules, cells = dial_code(e164)
    unit = side / modules
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(INK)
    painter.drawRects([QRectF(left + x * unit, top + y * unit, w * unit, h * unit) for x, y, w, h in cells])
