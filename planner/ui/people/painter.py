"""Paints a line of the table: quiet text, and the balance as a bar from a centre line."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from planner.ui.kit import theme
from planner.ui.people.columns import BALANCE, NAME, NEXT_STEP, Cells
from planner.ui.people.table_model import Index, PeopleModel

FULL_BAR = 40
"""Points at which the bar is full."""
_TEXT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine)


class LinePainter(QStyledItemDelegate):
    """Draws cells straight from the model's lines: one call a cell instead of seven."""

    def __init__(self, model: PeopleModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self.dress()
        theme.changed.connect(self.dress)

    def dress(self) -> None:
        """Take colours, letters and sizes from the theme."""
        tokens = theme.current()
        self._colors = {
            tone: QColor(getattr(tokens, tone))
            for tone in ("ink", "muted", "faint", "sunk", "accent", "accent_soft", "deposit", "withdrawal")
        }
        self._colors |= {
            "deposit_text": QColor(tokens.deposit_text),
            "withdrawal_text": QColor(tokens.withdrawal_text),
            "strong": QColor(tokens.ink),
        }
        self._plain, self._strong = theme.font(), theme.font(weight=650)
        self._measures = {False: QFontMetrics(self._plain), True: QFontMetrics(self._strong)}
        self._pad = theme.px(12)
        self._bar = QSize(theme.px(64), theme.px(8))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell (Qt's name)."""
        rect: QRect = option.rect
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_selected:
            painter.fillRect(rect, self._colors["accent_soft"])
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._colors["sunk"])
        line = self._model.line(index.row())
        if line is None:
            return
        column = index.column()
        if column == BALANCE:
            self._balance(painter, rect, line)
            return
        is_strong = is_selected if column == NAME else column == NEXT_STEP and line.next_tone == "strong"
        tone = line.next_tone if column == NEXT_STEP else "ink"
        self._text(painter, rect.adjusted(self._pad, 0, -self._pad // 2, 0), line.texts[column], tone, strong=is_strong)
        if column == NAME and is_selected and option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(rect.left(), rect.top(), 3, rect.height() - 1, self._colors["accent"])

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the text, for a double click on the header's edge (Qt's name)."""
        line = self._model.line(index.row())
        if line is None or index.column() == BALANCE:
            return QSize(theme.px(132), theme.px(36))
        width = self._measures[True].horizontalAdvance(line.texts[index.column()])
        return QSize(width + 2 * self._pad, theme.px(36))

    def _text(self, painter: QPainter, rect: QRect, text: str, tone: str, *, strong: bool) -> None:
        font: QFont = self._strong if strong else self._plain
        measure = self._measures[strong]
        if measure.horizontalAdvance(text) > rect.width():
            text = measure.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.setFont(font)
        painter.setPen(self._colors[tone])
        painter.drawText(rect, _TEXT, text)

    def _balance(self, painter: QPainter, rect: QRect, line: Cells) -> None:
        track = QRect(QPoint(rect.left() + self._pad, 0), self._bar)
        track.moveTop(rect.center().y() - self._bar.height() // 2)
        middle = track.center().x()
        side = "deposit" if line.points > 0 else "withdrawal"
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colors["sunk"])
        painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
        length = min(1.0, abs(line.points) / FULL_BAR) * (track.width() / 2)
        if round(line.points) != 0:
            painter.setBrush(self._colors[side])
            start = middle if line.points > 0 else middle + 1 - length
            bar = QRectF(start, track.top(), max(length, 3), track.height())
            painter.drawRoundedRect(bar, min(3, bar.width() / 2), 3)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.fillRect(middle, track.top() - 2, 1, track.height() + 4, self._colors["faint"])
        tone = "muted" if round(line.points) == 0 else f"{side}_text"
        number = rect.adjusted(self._pad + self._bar.width() + theme.px(8), 0, 0, 0)
        self._text(painter, number, line.texts[BALANCE], tone, strong=False)

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Only a text that is cut needs its whole self in a tooltip, and a balance its word (Qt's name)."""
        line = self._model.line(index.row()) if index.isValid() else None
        if line is not None and index.column() != BALANCE:
            width = self._measures[False].horizontalAdvance(line.texts[index.column()])
            if width <= option.rect.width() - self._pad - self._pad // 2:
                return False
        return super().helpEvent(event, view, option, index)
