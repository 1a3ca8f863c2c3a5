"""How one entry of the timeline looks: deposits left, withdrawals right of the centre line, neutral ones on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from planner.domain.touch import Side
from planner.services.timeline import TimelineEntry
from planner.ui.kit import broken_text, dates, theme, wording
from planner.ui.kit.i18n import _
from planner.ui.person.timeline_model import ENTRY_ROLE, MONTH_ROLE, TODAY_ROLE, side_of, what_was_said

MOST_LINES = 4
LONGEST = 600
"""Characters of a note that are laid out; the rest is in the form."""
MOST_LOOKS = 10_000

_Index = QModelIndex | QPersistentModelIndex


def paragraphs(text: str, font: QFont, width: int, most: int) -> tuple[str, ...]:
    """``text`` broken into at most ``most`` lines of ``width`` pixels, its own line ends kept."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        if len(lines) == most:
            return (*lines[:-1], QFontMetrics(font).elidedText(lines[-1] + " …", Qt.TextElideMode.ElideRight, width))
        lines.extend(broken_text.wrapped(paragraph, font, width, most - len(lines)))
    return tuple(lines)


@dataclass(frozen=True, slots=True)
class Look:
    """The text of an entry broken to a width, and how high that makes it."""

    side: Side
    height: int
    title: tuple[str, ...]
    points: str
    meta: str
    body: tuple[str, ...]


def _title_font() -> QFont:
    return theme.font(13, 650)


def _meta_font() -> QFont:
    return theme.font(11)


def _body_font() -> QFont:
    return theme.font(13)


def _month_font() -> QFont:
    return theme.font(11, 650)


def _small_font() -> QFont:
    return theme.font(12)


def _card_width(width: int) -> int:
    return max(theme.px(80), width // 2 - theme.px(18))


def look(entry: TimelineEntry, width: int, today: date) -> Look:
    """Lay an entry out for a list ``width`` pixels wide."""
    side = side_of(entry)
    said = what_was_said(entry)[:LONGEST]
    if side is Side.NEUTRAL:
        return _neutral(entry, width, today, said)
    title_font, meta_font, body_font = _title_font(), _meta_font(), _body_font()
    inner = _card_width(width) - 2 * theme.px(10)
    points = dates.points(entry.points)
    shown = points if entry.counts else _("({points})").format(points=points)
    room = inner - QFontMetrics(title_font).horizontalAdvance(shown) - theme.px(8)
    title = broken_text.wrapped(wording.touch_kind(entry.kind), title_font, room, 2)
    meta = QFontMetrics(meta_font).elidedText(_meta(entry, today), Qt.TextElideMode.ElideRight, inner)
    body = paragraphs(said, body_font, inner, MOST_LINES) if said else ()
    height = (
        len(title) * QFontMetrics(title_font).height()
        + QFontMetrics(meta_font).height()
        + theme.px(2)
        + len(body) * QFontMetrics(body_font).height()
        + (theme.px(3) if body else 0)
        + 2 * theme.px(8)
    )
    return Look(side, height, title, shown, meta, body)


def _neutral(entry: TimelineEntry, width: int, today: date, said: str) -> Look:
    words = wording.touch_kind(entry.kind)
    if said:
        words = _("{what} — {words}").format(what=words, words=said.replace("\n", " · "))
    inner = width * 2 // 3 - 2 * theme.px(10)
    when = QFontMetrics(_small_font()).elidedText(_meta(entry, today), Qt.TextElideMode.ElideRight, inner)
    body = (*broken_text.wrapped(words, _small_font(), inner, 3), when)
    return Look(Side.NEUTRAL, len(body) * QFontMetrics(_small_font()).height() + 2 * theme.px(6), (), "", "", body)


def _meta(entry: TimelineEntry, today: date) -> str:
    when = dates.short_day(entry.on, today)
    if entry.channel is None:
        return when
    return _("{day} · {channel}").format(day=when, channel=wording.by_channel(entry.channel))


class TimelinePainter(QStyledItemDelegate):
    """Paints entries; only those in sight are drawn, and each is laid out once per width."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self._looks: dict[tuple[TimelineEntry, int, date], Look] = {}
        theme.changed.connect(self._looks.clear)

    def height(self, entry: TimelineEntry, today: date, month: str = "") -> int:
        """The height of a row with its gap, and with the name of the month above it where one begins."""
        return self._look(entry, today).height + theme.px(10) + (_month_height() if month else 0)

    def _look(self, entry: TimelineEntry, today: date) -> Look:
        if len(self._looks) > MOST_LOOKS:
            self._looks.clear()
        key = (entry, self._view.width(), today)
        if key not in self._looks:
            self._looks[key] = look(*key)
        return self._looks[key]

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """The whole width, and as high as the words need (Qt's name)."""
        facts = (index.data(role) for role in (ENTRY_ROLE, TODAY_ROLE, MONTH_ROLE))
        return QSize(self._view.width(), self.height(*facts))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one entry (Qt's name)."""
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        is_current = bool(state & QStyle.StateFlag.State_HasFocus)
        laid = self._look(index.data(ENTRY_ROLE), index.data(TODAY_ROLE))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _draw_spine(painter, rect if index.row() else rect.adjusted(0, _month_height(), 0, 0))
        if month := index.data(MONTH_ROLE):
            rect = _draw_month(painter, rect, month)
        if laid.side is Side.NEUTRAL:
            _draw_neutral(painter, rect, laid, is_current=is_current)
        else:
            _draw_card(painter, rect, laid, is_current=is_current)
        painter.restore()


def _month_height() -> int:
    return QFontMetrics(_month_font()).height() + theme.px(14)


def _draw_month(painter: QPainter, rect: QRect, month: str) -> QRect:
    """The name of the month across the centre line; what is left below it is answered."""
    font = _month_font()
    metrics = QFontMetrics(font)
    width, height = metrics.horizontalAdvance(month) + theme.px(16), metrics.height()
    ground = QRect(rect.center().x() - width // 2, rect.top() + theme.px(2), width, height + theme.px(4))
    painter.fillRect(ground, theme.color("paper"))
    painter.setFont(font)
    painter.setPen(theme.color("muted"))
    painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, month)
    return rect.adjusted(0, _month_height(), 0, 0)


def _draw_spine(painter: QPainter, rect: QRect) -> None:
    painter.setPen(QPen(theme.color("line"), 2))
    middle = rect.center().x()
    painter.drawLine(middle, rect.top(), middle, rect.bottom() + 1)


def _draw_card(painter: QPainter, rect: QRect, laid: Look, *, is_current: bool) -> None:
    tone = "deposit" if laid.side is Side.DEPOSIT else "withdrawal"
    width = _card_width(rect.width())
    left = rect.left() if laid.side is Side.DEPOSIT else rect.right() - width + 1
    card = QRectF(left + 0.5, rect.top() + 0.5, width - 1, laid.height - 1)
    _draw_ground(painter, card, tone, is_current=is_current)
    _draw_dot(painter, QPointF(rect.center().x(), rect.top() + theme.px(20)), tone)
    inner = card.adjusted(theme.px(10), theme.px(8), -theme.px(10), -theme.px(8))
    y = inner.top()
    y = _draw_lines(painter, inner, y, laid.title, _title_font(), theme.color("ink"))
    painter.setPen(theme.color(f"{tone}_text"))
    painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, laid.points)
    y = _draw_lines(painter, inner, y + theme.px(1), (laid.meta,), _meta_font(), theme.color("muted"))
    _draw_lines(painter, inner, y + theme.px(3), laid.body, _body_font(), theme.color("ink"))


def _draw_neutral(painter: QPainter, rect: QRect, laid: Look, *, is_current: bool) -> None:
    width = rect.width() * 2 // 3
    box = QRectF(rect.center().x() - width / 2 + 0.5, rect.top() + 0.5, width - 1, laid.height - 1)
    painter.setBrush(theme.color("paper"))
    pen = QPen(theme.color("accent" if is_current else "line"), 2 if is_current else 1)
    if not is_current:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.drawRoundedRect(box, 6, 6)
    painter.setPen(theme.color("muted"))
    painter.setFont(_small_font())
    height = QFontMetrics(_small_font()).height()
    y = box.top() + theme.px(6)
    for line in laid.body:
        painter.drawText(QRectF(box.left(), y, box.width(), height), Qt.AlignmentFlag.AlignCenter, line)
        y += height


def _draw_ground(painter: QPainter, card: QRectF, tone: str, *, is_current: bool) -> None:
    edge = QColor(theme.color("accent" if is_current else tone))
    edge.setAlphaF(1.0 if is_current else 0.28)
    painter.setPen(QPen(edge, 2 if is_current else 1))
    painter.setBrush(theme.color(f"{tone}_soft"))
    painter.drawRoundedRect(card, 8, 8)


def _draw_dot(painter: QPainter, centre: QPointF, tone: str) -> None:
    painter.setPen(QPen(theme.color(tone), 2))
    painter.setBrush(theme.color("surface"))
    painter.drawEllipse(centre, theme.px(5), theme.px(5))


def _draw_lines(
    painter: QPainter, inner: QRectF, top: float, lines: tuple[str, ...], font: QFont, color: QColor
) -> float:
    painter.setFont(font)
    painter.setPen(color)
    height = QFontMetrics(font).height()
    for line in lines:
        painter.drawText(QRectF(inner.left(), top, inner.width(), height), Qt.AlignmentFlag.AlignVCenter, line)
        top += height
    return top
