"""How today's list looks: cards with a name, a time, one sentence of why, and chips."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from planner.ui.kit import theme
from planner.ui.kit.broken_text import wrapped
from planner.ui.today.card_words import CardWords, Choice, Lane, choice_words
from planner.ui.today.day_model import ROW_ROLE, CardRow, GroupRow, Index, LaneRow, LinkRow, NoteRow, Row

_WHY_LINES = 2
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextSingleLine)
_SIDE = 12
"""From the edge of the pane to a card."""
_PAD = 12
"""From the edge of a card to its words."""
_BUTTON = 32
"""How high an answer is."""


@dataclass(frozen=True, slots=True)
class _Chip:
    rect: QRect
    text: str
    tone: str


@dataclass(frozen=True, slots=True)
class _Button:
    rect: QRect
    choice: Choice


@dataclass(frozen=True, slots=True)
class Look:
    """A card broken to a width: everything placed, and how high that makes it."""

    name: QRect
    when: QRect
    why: tuple[str, ...]
    why_top: int
    chips: tuple[_Chip, ...]
    height: int
    question: QRect
    buttons: tuple[_Button, ...] = ()


class CardPainter(QStyledItemDelegate):
    """Paints the rows of today."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._looks: dict[tuple[CardWords, int], Look] = {}
        self.dress()
        theme.changed.connect(self.dress)

    def dress(self) -> None:
        """Take letters and sizes from the theme."""
        self._looks.clear()
        self._name, self._plain, self._when = theme.font(weight=650), theme.font(13), theme.font(13, 650)
        self._small, self._section, self._lane = theme.font(12), theme.font(11, 650), theme.font(15, 650)
        self._section.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.6)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The width of the list and the height its words need (Qt's name)."""
        row: Row = index.data(ROW_ROLE)
        width = self._view.viewport().width()
        if isinstance(row, CardRow):
            return QSize(width, self.look(row.words, width).height + theme.px(8))
        if isinstance(row, LaneRow):
            return QSize(width, theme.px(38 if index.row() else 30))
        if isinstance(row, GroupRow):
            return QSize(width, theme.px(30))
        lines = wrapped(row.text, self._small, width - 2 * theme.px(_SIDE + 4), 3)
        return QSize(width, len(lines) * QFontMetrics(self._small).height() + theme.px(14))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row (Qt's name)."""
        row: Row = index.data(ROW_ROLE)
        rect: QRect = option.rect
        inner = rect.adjusted(theme.px(_SIDE + 4), 0, -theme.px(_SIDE + 4), 0)
        painter.save()
        if isinstance(row, CardRow):
            self._card(painter, option, row)
        elif isinstance(row, LaneRow):
            painter.setFont(self._lane)
            painter.setPen(theme.color("ink"))
            painter.drawText(inner.adjusted(0, rect.height() - theme.px(30), 0, 0), _LEFT, row.text)
        elif isinstance(row, GroupRow):
            painter.setFont(self._section)
            painter.setPen(theme.color("muted"))
            line = inner.adjusted(0, theme.px(4), 0, 0)
            painter.drawText(line, _LEFT, row.text.upper())
            painter.drawText(line, _RIGHT, row.count)
        else:
            self._note(painter, option, inner, row)
        painter.restore()

    def choice_at(self, at: QPoint, row: CardRow, rect: QRect) -> Choice | None:
        """Which answer of a card's question is painted at this point of the list; ``rect`` is the row's."""
        on_card = at - rect.topLeft() - QPoint(theme.px(_SIDE), 0)
        buttons = self.look(row.words, rect.width()).buttons
        return next((each.choice for each in buttons if each.rect.contains(on_card)), None)

    def _note(self, painter: QPainter, option: QStyleOptionViewItem, inner: QRect, row: NoteRow | LinkRow) -> None:
        font = QFont(self._small)
        font.setUnderline(isinstance(row, LinkRow))
        painter.setFont(font)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setPen(theme.color("accent" if is_chosen else "ink" if isinstance(row, LinkRow) else "muted"))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(inner, int(flags), row.text)

    def _card(self, painter: QPainter, option: QStyleOptionViewItem, row: CardRow) -> None:
        rect = self._frame(painter, option, row)
        words, look = row.words, self.look(row.words, option.rect.width())
        if words.when:
            painter.setFont(self._when)
            painter.setPen(theme.color("withdrawal_text" if words.is_late else "accent"))
            place = _LEFT if look.when.top() > look.name.top() else _RIGHT
            painter.drawText(look.when.translated(rect.topLeft()), place, words.when)
        painter.setFont(self._name)
        painter.setPen(theme.color("muted" if row.lane is Lane.NOT_TODAY else "ink"))
        name = QFontMetrics(self._name).elidedText(words.name, Qt.TextElideMode.ElideRight, look.name.width())
        painter.drawText(look.name.translated(rect.topLeft()), _LEFT, name)
        self._why(painter, rect, look)
        for chip in look.chips:
            self._chip(painter, chip, rect)
        if words.question:
            self._question(painter, words.question, look, rect)

    def _question(self, painter: QPainter, question: str, look: Look, card: QRect) -> None:
        painter.setFont(self._small)
        painter.setPen(theme.color("caution_text"))
        painter.drawText(look.question.translated(card.topLeft()), _LEFT, question)
        for button in look.buttons:
            rect = QRectF(button.rect.translated(card.topLeft())).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.setPen(QPen(theme.color("line"), 1))
            painter.setBrush(theme.color("paper"))
            painter.drawRoundedRect(rect, 6, 6)
            painter.setPen(theme.color("ink"))
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), choice_words(button.choice))

    def _frame(self, painter: QPainter, option: QStyleOptionViewItem, row: CardRow) -> QRect:
        """Draw the card itself; answers where it stands."""
        side = theme.px(_SIDE)
        rect: QRect = option.rect.adjusted(side, 0, -side, -theme.px(8))
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        is_hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "paper" if row.lane is Lane.NOT_TODAY and not is_chosen else "surface"
        painter.setBrush(theme.color(ground))
        edge = "accent" if is_chosen else "faint" if is_hovered else "line"
        weight = 2 if is_chosen else 1
        painter.setPen(QPen(theme.color(edge), weight))
        painter.drawRoundedRect(QRectF(rect).adjusted(weight / 2, weight / 2, -weight / 2, -weight / 2), 8, 8)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(QRect(rect.left() + 2, rect.top() + 8, 3, rect.height() - 16), theme.color("accent"))
        return rect

    def _why(self, painter: QPainter, card: QRect, look: Look) -> None:
        painter.setFont(self._plain)
        painter.setPen(theme.color("muted"))
        height, pad = QFontMetrics(self._plain).height(), theme.px(_PAD)
        for place, line in enumerate(look.why):
            top = card.top() + look.why_top + place * height
            painter.drawText(QRect(card.left() + pad, top, card.width() - 2 * pad, height), _LEFT, line)

    def _chip(self, painter: QPainter, chip: _Chip, card: QRect) -> None:
        rect = chip.rect.translated(card.topLeft())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.color(f"{chip.tone}_soft" if chip.tone else "sunk")))
        painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
        painter.setFont(self._small)
        painter.setPen(theme.color(f"{chip.tone}_text" if chip.tone else "muted"))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), chip.text)

    def look(self, words: CardWords, width: int) -> Look:
        """Where everything of a card stands when the list is so many pixels wide."""
        key = (words, width)
        if key not in self._looks:
            self._looks[key] = self._laid_out(words, width)
        return self._looks[key]

    def _laid_out(self, words: CardWords, width: int) -> Look:
        """Place the words of a card; chips go on as many lines as they need."""
        card = width - 2 * theme.px(_SIDE)
        room = card - 2 * theme.px(_PAD)
        why = wrapped(words.why, self._plain, room, _WHY_LINES)
        name, when = self._head(words, room)
        why_top = when.bottom() + 1 + theme.px(2)
        y = why_top + len(why) * QFontMetrics(self._plain).height()
        metrics, gap = QFontMetrics(self._small), theme.px(4)
        high = metrics.height() + theme.px(4)
        chips: list[_Chip] = []
        x, top = 0, y + theme.px(6)
        for text, tone in words.chips:
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room - theme.px(16))
            wide = metrics.horizontalAdvance(shown) + theme.px(16)
            if x and x + wide > room:
                x, top = 0, top + high + gap
            chips.append(_Chip(QRect(theme.px(_PAD) + x, top, wide, high), shown, tone))
            x += wide + gap
        bottom = top + high if chips else y
        if not words.question:
            return Look(name, when, why, why_top, tuple(chips), bottom + theme.px(10), QRect())
        asked = QRect(theme.px(_PAD), bottom + theme.px(6), room, metrics.height())
        buttons = self._buttons(asked.bottom() + theme.px(6), room)
        height = buttons[-1].rect.bottom() + theme.px(10)
        return Look(name, when, why, why_top, tuple(chips), height, asked, buttons)

    def _head(self, words: CardWords, room: int) -> tuple[QRect, QRect]:
        """The name and, at its right, the time: below it where the two have no room beside each other."""
        left, top = theme.px(_PAD), theme.px(9)
        first = QRect(left, top, room, QFontMetrics(self._name).height())
        used = QFontMetrics(self._when).horizontalAdvance(words.when) + theme.px(10) if words.when else 0
        if used and QFontMetrics(self._name).horizontalAdvance(words.name) > room - used:
            return first, QRect(left, first.bottom() + 1, room, QFontMetrics(self._when).height())
        return first.adjusted(0, 0, -used, 0), first

    def _buttons(self, top: int, room: int) -> tuple[_Button, ...]:
        """The answers beside each other, on a second line where there is no room."""
        metrics, gap = QFontMetrics(self._small), theme.px(6)
        high = theme.px(_BUTTON)
        buttons: list[_Button] = []
        x = 0
        for choice in Choice:
            wide = metrics.horizontalAdvance(choice_words(choice)) + theme.px(20)
            if x and x + wide > room:
                x, top = 0, top + high + gap
            buttons.append(_Button(QRect(theme.px(_PAD) + x, top, wide, high), choice))
            x += wide + gap
        return tuple(buttons)
