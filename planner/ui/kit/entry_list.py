"""What was found, as lines: headings, people with a word on each, and commands with their menu and keys."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from planner.domain.moment import Moment
from planner.services.listing import Listing
from planner.ui.kit import icons, theme, wording
from planner.ui.kit.drawn_list import LEFT, LINE_ROLE, RIGHT, DrawnList, DrawnModel, Index
from planner.ui.kit.i18n import _
from planner.ui.kit.wording.finding import found_in

_LINE, _HEADING = 36, 28


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: ``person_id`` or ``action`` is what it leads to, neither makes it a heading."""

    text: str
    beside: str = ""
    keys: str = ""
    person_id: int | None = None
    action: QAction | None = None

    @property
    def is_heading(self) -> bool:
        """Whether it only says what follows."""
        return self.person_id is None and self.action is None


def people_found(listing: Listing, ids: Iterable[int], text: str, now: Moment) -> list[Entry]:
    """People by their ids, each with where ``text`` was found, or else with what they are to the user."""
    asked = list(ids)
    rows = listing.rows(asked, now)
    beside = {each: found_in(found.where, found.text) for each, found in listing.why_found(rows.values(), text).items()}
    return [
        Entry(row.name, beside.get(row.id) or wording.relationship(row.stage, row.closeness), person_id=row.id)
        for row in (rows[person_id] for person_id in asked if person_id in rows)
    ]


class EntryModel(DrawnModel[Entry]):
    """The lines; headings can't be chosen."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(told, parent, lambda entry: entry.is_heading)


class EntryList(DrawnList):
    """The lines, as high as they need; the keys stay with the line one types in."""

    def __init__(self, model: EntryModel, parent: QWidget) -> None:
        super().__init__(model, _("Found"), parent)
        self._entries = model
        self.setItemDelegate(_Painter(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)

    def wanted_height(self) -> int:
        """How high all lines are together."""
        return sum(theme.px(_HEADING if entry.is_heading else _LINE) for entry in self._entries.lines)


class _Painter(QStyledItemDelegate):
    """Draws a heading in small letters; a person or a command with an icon, and quieter what tells more of it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line (Qt's name)."""
        entry: Entry = index.data(LINE_ROLE)
        return QSize(theme.px(200), theme.px(_HEADING if entry.is_heading else _LINE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line (Qt's name)."""
        entry: Entry = index.data(LINE_ROLE)
        rect: QRect = option.rect
        room = rect.adjusted(theme.px(12), 0, -theme.px(12), 0)
        painter.save()
        if entry.is_heading:
            font = theme.font(11, 650)
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.6)
            painter.setFont(font)
            painter.setPen(theme.color("muted"))
            painter.drawText(room.adjusted(0, theme.px(4), 0, 0), LEFT, entry.text.upper())
        else:
            is_chosen = option.state & QStyle.StateFlag.State_Selected
            self._line(painter, rect, room, entry, is_chosen=bool(is_chosen))
        painter.restore()

    def _line(self, painter: QPainter, rect: QRect, room: QRect, entry: Entry, *, is_chosen: bool) -> None:
        if is_chosen:
            painter.fillRect(rect, theme.color("accent_soft"))
            painter.fillRect(QRect(rect.left(), rect.top(), theme.px(3), rect.height()), theme.color("accent"))
        side = theme.px(18)
        icon = QRectF(room.left(), room.center().y() - side / 2 + 1, side, side)
        if entry.action is None:
            icons.paint(painter, icon, "person", "muted")
        else:
            entry.action.icon().paint(painter, icon.toRect())
        room.setLeft(room.left() + side + theme.px(10))
        small = theme.font(12)
        painter.setFont(small)
        painter.setPen(theme.color("muted"))
        if entry.keys:
            painter.drawText(room, RIGHT, entry.keys)
            room.setRight(room.right() - QFontMetrics(small).horizontalAdvance(entry.keys) - theme.px(12))
        name, metrics = theme.font(weight=500), QFontMetrics(theme.font(weight=500))
        text = metrics.elidedText(entry.text, Qt.TextElideMode.ElideMiddle, room.width())
        painter.setFont(name)
        painter.setPen(theme.color("ink"))
        painter.drawText(room, LEFT, text)
        room.setLeft(room.left() + metrics.horizontalAdvance(text) + theme.px(10))
        if entry.beside and room.width() > theme.px(40):
            painter.setFont(small)
            painter.setPen(theme.color("muted"))
            beside = QFontMetrics(small).elidedText(entry.beside, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room.translated(0, 1), LEFT, beside)


def told(entry: Entry) -> str:
    """A line as it is read aloud."""
    return ", ".join(part for part in (entry.text, entry.beside, entry.keys) if part)
