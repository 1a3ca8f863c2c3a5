"""The balance of the last year as a small line, painted."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from planner.ui.kit import dates, theme
from planner.ui.kit.i18n import _

LEAST_SPAN = 8.0
"""Points from bottom to top at least, so that a handful of points does not look like a mountain."""


class BalanceChart(QWidget):
    """Above the zero line in the colour of deposits, below it in that of withdrawals."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._series: tuple[tuple[date, float], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_series(self, series: tuple[tuple[date, float], ...]) -> None:
        """Show the balance day by day, oldest first; the leading flat zeros are left out."""
        first = next((at for at, (_day, value) in enumerate(series) if round(value, 1)), len(series))
        self._series = series[max(0, first - 3) :] if first < len(series) else ()
        self.setVisible(len(self._series) > 1)
        if self._series:
            said = _("Balance from {first} to {last}: lowest {lowest}, highest {highest}").format(
                first=dates.date_only(self._series[0][0]),
                last=dates.date_only(self._series[-1][0]),
                lowest=dates.points(min(value for _day, value in self._series)),
                highest=dates.points(max(value for _day, value in self._series)),
            )
            self.setAccessibleName(said)
        self.update()

    def sizeHint(self) -> QSize:
        """A strip (Qt's name)."""
        return QSize(theme.px(200), theme.px(40) + _caption_height())

    def said_at(self, x: float) -> str:
        """The day below a place, and how things stood at its end."""
        last = len(self._series) - 1
        at = min(max(round(x / max(self.width() - 2, 1) * last), 0), last)
        day, value = self._series[at]
        return _("{day}: {points}").format(day=dates.date_only(day), points=dates.points(round(value)))

    def event(self, event: QEvent) -> bool:
        """Tell how things stood on the day under the mouse (Qt's name)."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._series:
            QToolTip.showText(event.globalPos(), self.said_at(event.pos().x()), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # Qt's signature
        """Draw the ground, the line and the zero line (Qt's name)."""
        if len(self._series) < 2:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect()).adjusted(1, 3, -1, -3 - _caption_height())
        top = max(*(value for _day, value in self._series), 0.0)
        bottom = min(*(value for _day, value in self._series), 0.0)
        span = max(top - bottom, LEAST_SPAN)
        zero = room.bottom() + bottom / span * room.height()
        points = self._points(room, zero, span)
        for tone, clip in (
            ("deposit", QRectF(room.left() - 2, room.top() - 3, room.width() + 4, zero - room.top() + 3)),
            ("withdrawal", QRectF(room.left() - 2, zero, room.width() + 4, room.bottom() - zero + 4)),
        ):
            painter.setClipRect(clip)
            _draw_side(painter, points, zero, tone)
        painter.setClipping(False)
        painter.setPen(QPen(QColor(theme.color("line")), 1))
        painter.drawLine(QPointF(room.left(), zero), QPointF(room.right(), zero))
        self._draw_captions(painter)

    def _draw_captions(self, painter: QPainter) -> None:
        """Where the line begins, and that it ends today."""
        below = QRectF(1, self.height() - _caption_height(), self.width() - 2, _caption_height())
        painter.setFont(_caption_font())
        painter.setPen(theme.color("muted"))
        first = dates.date_only(self._series[0][0])
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, first)
        painter.drawText(below, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, _("today"))

    def _points(self, room: QRectF, zero: float, span: float) -> list[QPointF]:
        last = len(self._series) - 1
        return [
            QPointF(room.left() + at / last * room.width(), zero - value / span * room.height())
            for at, (_day, value) in enumerate(self._series)
        ]


def _caption_font() -> QFont:
    return theme.font(11)


def _caption_height() -> int:
    return QFontMetrics(_caption_font()).height() + theme.px(2)


def _draw_side(painter: QPainter, points: list[QPointF], zero: float, tone: str) -> None:
    ground = QPainterPath(QPointF(points[0].x(), zero))
    for point in points:
        ground.lineTo(point)
    ground.lineTo(points[-1].x(), zero)
    ground.closeSubpath()
    painter.fillPath(ground, theme.color(f"{tone}_soft"))
    pen = QPen(theme.color(tone), 1.6)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(points)
