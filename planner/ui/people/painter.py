"""Paints the lines of the table: quiet text, and the balance as a bar from a centre line."""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import bidirectional

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPixmap

from planner.ui.kit import theme
from planner.ui.people.cells import Cells
from planner.ui.people.columns import BALANCE, NAME, NEXT_STEP

_UPPER = 0.66
"""The share of a line that is left for its cells where something stands below them."""
FULL_BAR = 40
"""Points at which the bar is full."""
_ABOVE = 2
"""Pixels by which the centre line stands out above and below the bar."""
_DOTS = "\u2026"
_DOTS_LEFT = "\u2026\u200f"
"""Where words run to the left, the dots stand at their left end."""
_REMEMBERED = 4000
"""So many texts are remembered with their widths; measuring them is half of painting them."""


class LinePainter:
    """Draws whole lines straight from the model's texts: no call through Qt for each role of each cell.

    ``columns`` are (column, left, width) of what is in sight, in pixels of the viewport.
    """

    def __init__(self) -> None:
        self.dress()

    def dress(self) -> None:
        """Take colours, letters and sizes from the theme."""
        tokens = theme.current()
        self._colors = {
            "ink": QColor(tokens.ink),
            "strong": QColor(tokens.ink),
            "muted": QColor(tokens.muted),
            "deposit": QColor(tokens.deposit),
            "deposit_text": QColor(tokens.deposit_text),
            "withdrawal": QColor(tokens.withdrawal),
            "withdrawal_text": QColor(tokens.withdrawal_text),
        }
        self._ground, self._line = QColor(tokens.surface), QColor(tokens.sunk)
        self._chosen, self._accent, self._centre = (
            QColor(tokens.accent_soft),
            QColor(tokens.accent),
            QColor(tokens.faint),
        )
        self._plain, self._strong = theme.font(), theme.font(weight=650)
        self._measure, self._measure_strong = QFontMetrics(self._plain), QFontMetrics(self._strong)
        self._small = theme.font(11)
        self._measure_small = QFontMetrics(self._small)
        self._widths: dict[tuple[str, bool], int] = {}
        self._bars: dict[tuple[int, float], QPixmap] = {}
        self._drop = (self._measure.ascent() - self._measure.descent()) // 2
        self._pad = theme.px(12)
        self._bar_width, self._bar_height = theme.px(56), theme.px(8)

    def begin(self, painter: QPainter, rect: QRect) -> None:
        """Lay the ground for the lines that follow."""
        _fill(painter, self._ground, rect.x(), rect.y(), rect.width(), rect.height())
        painter.setFont(self._plain)

    def paint(
        self, painter: QPainter, line: Cells, rect: QRect, columns: Sequence[tuple[int, int, int]], *, is_chosen: bool
    ) -> None:
        """Draw one line into ``rect``, which is as wide as the viewport."""
        top, height = rect.top(), rect.height()
        upper = round(height * _UPPER) if line.why else height
        if is_chosen:
            _fill(painter, self._chosen, rect.x(), top, rect.width(), height)
        _fill(painter, self._line, rect.x(), rect.bottom(), rect.width(), 1)
        for column, left, width in columns:
            if column == BALANCE:
                self._balance(painter, line, left, top, width, upper)
                continue
            tone = line.next_tone if column == NEXT_STEP else "ink"
            is_strong = is_chosen if column == NAME else tone == "strong"
            room = width - self._pad - self._pad // 2
            self._text(painter, left + self._pad, top, room, upper, line.texts[column], tone, is_strong=is_strong)
            if column == NAME and line.why:
                self._below(painter, left + self._pad, rect, line)

    def _below(self, painter: QPainter, x: int, rect: QRect, line: Cells) -> None:
        """Small below the whole line, where its person was found."""
        room = rect.right() - x - self._pad
        why = self._measure_small.elidedText(line.why, Qt.TextElideMode.ElideRight, room)
        painter.setFont(self._small)
        painter.setPen(self._colors["muted"])
        painter.drawText(x, rect.bottom() - self._measure_small.descent() - theme.px(5), why)
        painter.setFont(self._plain)

    def mark_focus(self, painter: QPainter, rect: QRect) -> None:
        """Show which line the keys belong to."""
        _fill(painter, self._accent, rect.x(), rect.y(), 3, rect.height() - 1)

    def fits(self, text: str, width: int) -> bool:
        """Whether a text is shown whole in a column."""
        return self._measure.horizontalAdvance(text) <= width - self._pad - self._pad // 2

    def width_of(self, text: str) -> int:
        """How wide a column has to be for a text."""
        return self._measure_strong.horizontalAdvance(text) + 2 * self._pad

    def _text(
        self, painter: QPainter, x: int, y: int, width: int, height: int, text: str, tone: str, *, is_strong: bool
    ) -> None:
        needed = self._widths.get((text, is_strong))
        if needed is None:
            needed = self._measured(text, is_strong=is_strong)
        if needed > width:
            text = _shortened(self._measure_strong if is_strong else self._measure, text, width)
        if is_strong:
            painter.setFont(self._strong)
        painter.setPen(self._colors[tone])
        painter.drawText(x, y + height // 2 + self._drop, text)
        if is_strong:
            painter.setFont(self._plain)

    def _measured(self, text: str, *, is_strong: bool) -> int:
        if len(self._widths) > _REMEMBERED:
            self._widths.clear()
        measure = self._measure_strong if is_strong else self._measure
        needed = self._widths[text, is_strong] = measure.horizontalAdvance(text)
        return needed

    def _balance(self, painter: QPainter, line: Cells, left: int, top: int, width: int, height: int) -> None:
        x, y = left + self._pad, top + (height - self._bar_height) // 2
        points = round(line.points)
        painter.drawPixmap(x, y - _ABOVE, self._bar(max(-FULL_BAR, min(points, FULL_BAR)), painter))
        number = x + self._bar_width + theme.px(8)
        tone = "muted" if points == 0 else "deposit_text" if points > 0 else "withdrawal_text"
        self._text(painter, number, top, left + width - number, height, line.texts[BALANCE], tone, is_strong=False)

    def _bar(self, points: int, painter: QPainter) -> QPixmap:
        """The bar for so many points, drawn once for each scale of the screen."""
        scale = painter.device().devicePixelRatioF()
        made = self._bars.get((points, scale))
        if made is None:
            size = QSize(self._bar_width, self._bar_height + 2 * _ABOVE)
            made = self._bars[points, scale] = QPixmap(size * scale)
            made.setDevicePixelRatio(scale)
            made.fill(Qt.GlobalColor.transparent)
            onto = QPainter(made)
            self._draw_bar(onto, points)
            onto.end()
        return made

    def _draw_bar(self, painter: QPainter, points: int) -> None:
        middle, half = self._bar_width // 2, self._bar_height / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._line)
        painter.setBrush(self._line)
        painter.drawRoundedRect(QRectF(0.5, _ABOVE + 0.5, self._bar_width - 1, self._bar_height - 1), half, half)
        if points:
            length = max(3.0, abs(points) / FULL_BAR * self._bar_width / 2)
            start = middle if points > 0 else middle + 1 - length
            tone = self._colors["deposit" if points > 0 else "withdrawal"]
            painter.setPen(tone)
            painter.setBrush(tone)
            painter.drawRoundedRect(QRectF(start + 0.5, _ABOVE + 0.5, length - 1, self._bar_height - 1), 2, 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        _fill(painter, self._centre, middle, 0, 1, self._bar_height + 2 * _ABOVE)


def _fill(painter: QPainter, color: QColor, x: int, y: int, width: int, height: int) -> None:
    """Fill a rectangle; ``fillRect`` would make PySide build every kind of gradient the first time."""
    painter.setPen(color)
    painter.setBrush(color)
    painter.drawRect(x, y, width - 1, height - 1)


def _shortened(measure: QFontMetrics, text: str, width: int) -> str:
    """As much of the text as fits, with three dots."""
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if measure.horizontalAdvance(text[:middle].rstrip() + _DOTS) <= width:
            low = middle
        else:
            high = middle - 1
    kept = text[:low].rstrip()
    return kept + (_DOTS_LEFT if bidirectional(kept[-1:] or " ") in ("R", "AL") else _DOTS)
