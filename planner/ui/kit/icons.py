"""Every icon of the program, named by what it means, in the colours of the theme.

The glyphs are qtawesome's (Material Design Icons 6). Importing qtawesome would double the time to the first
frame, so ``python packaging/bake_icons.py`` writes the outlines of the ones used into ``resources/icons``.
"""

from __future__ import annotations

import json
from functools import cache

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPainterPath, QPixmap

from planner.domain import resources
from planner.ui.kit import theme

MEANINGS = {
    "about": "mdi6.information-outline",
    "activity": "mdi6.bullhorn-outline",
    "add": "mdi6.plus",
    "add_person": "mdi6.account-plus-outline",
    "archive": "mdi6.archive-outline",
    "back": "mdi6.arrow-left",
    "backup": "mdi6.shield-check-outline",
    "birthday": "mdi6.cake-variant-outline",
    "book": "mdi6.book-open-page-variant-outline",
    "bring_back": "mdi6.archive-arrow-up-outline",
    "calendar": "mdi6.calendar-blank-outline",
    "call": "mdi6.phone-outline",
    "calling": "mdi6.phone-forward-outline",
    "card": "mdi6.card-text-outline",
    "caution": "mdi6.alert-outline",
    "check": "mdi6.check",
    "some": "mdi6.minus-thick",
    "chevron_down": "mdi6.chevron-down",
    "chevron_left": "mdi6.chevron-left",
    "chevron_right": "mdi6.chevron-right",
    "chevron_up": "mdi6.chevron-up",
    "clock": "mdi6.clock-outline",
    "close": "mdi6.close",
    "columns": "mdi6.view-column-outline",
    "company": "mdi6.domain",
    "copy": "mdi6.content-copy",
    "day": "mdi6.weather-sunny",
    "deposit": "mdi6.plus-circle-outline",
    "edit": "mdi6.pencil-outline",
    "email": "mdi6.email-outline",
    "export": "mdi6.export-variant",
    "favourite": "mdi6.star-outline",
    "filter": "mdi6.filter-variant",
    "folder": "mdi6.folder-outline",
    "gift": "mdi6.gift-outline",
    "handshake": "mdi6.handshake-outline",
    "help": "mdi6.help-circle-outline",
    "home": "mdi6.home-outline",
    "import": "mdi6.tray-arrow-down",
    "in_person": "mdi6.account-multiple-outline",
    "key": "mdi6.key-outline",
    "language": "mdi6.translate",
    "leave_in_peace": "mdi6.hand-back-left-outline",
    "link": "mdi6.link-variant",
    "lock": "mdi6.lock-outline",
    "log": "mdi6.square-edit-outline",
    "mail": "mdi6.mailbox-outline",
    "more": "mdi6.dots-horizontal",
    "money": "mdi6.cash",
    "move": "mdi6.arrow-right-circle-outline",
    "night": "mdi6.weather-night",
    "no": "mdi6.cancel",
    "note": "mdi6.note-text-outline",
    "order": "mdi6.shopping-outline",
    "party": "mdi6.party-popper",
    "pdf": "mdi6.file-download-outline",
    "people": "mdi6.account-group-outline",
    "permission": "mdi6.check-decagram-outline",
    "person": "mdi6.account-outline",
    "place": "mdi6.map-marker-outline",
    "print": "mdi6.printer-outline",
    "product": "mdi6.package-variant-closed",
    "promise": "mdi6.calendar-clock-outline",
    "question": "mdi6.help",
    "quit": "mdi6.logout",
    "redo": "mdi6.redo",
    "refresh": "mdi6.refresh",
    "remove": "mdi6.trash-can-outline",
    "report": "mdi6.chart-bar",
    "restore": "mdi6.backup-restore",
    "sample": "mdi6.compass-outline",
    "saved": "mdi6.content-save-outline",
    "search": "mdi6.magnify",
    "settings": "mdi6.cog-outline",
    "share": "mdi6.share-variant-outline",
    "sheet": "mdi6.clipboard-text-outline",
    "social": "mdi6.at",
    "sort_down": "mdi6.menu-down",
    "sort_up": "mdi6.menu-up",
    "tag": "mdi6.tag-outline",
    "talk": "mdi6.chat-outline",
    "team": "mdi6.account-heart-outline",
    "text": "mdi6.message-text-outline",
    "text_size": "mdi6.format-size",
    "thank": "mdi6.heart-outline",
    "theme": "mdi6.theme-light-dark",
    "today": "mdi6.calendar-today-outline",
    "undo": "mdi6.undo",
    "video": "mdi6.video-outline",
    "visible": "mdi6.eye-outline",
    "voicemail": "mdi6.voicemail",
    "web": "mdi6.web",
    "withdrawal": "mdi6.minus-circle-outline",
    "write": "mdi6.fountain-pen-tip",
}
"""What an icon means, and the qtawesome name of the glyph that says so."""

GLYPHS = "glyphs.json"


@cache
def _outlines() -> dict[str, str]:
    read: dict[str, str] = json.loads(resources.path("icons", GLYPHS).read_text(encoding="ascii"))
    return read


@cache
def outline(meaning: str) -> QPainterPath:
    """The glyph of a meaning, inside the unit square, as a path to fill."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for command in _outlines()[meaning].split(" "):
        numbers = [int(n) / 1000 for n in command[1:].split(",")] if len(command) > 1 else []
        if command[0] == "M":
            path.moveTo(*numbers)
        elif command[0] == "L":
            path.lineTo(*numbers)
        elif command[0] == "C":
            path.cubicTo(*numbers)
        else:
            path.closeSubpath()
    return path


def paint(painter: QPainter, rect: QRectF, meaning: str, tone: str = "ink") -> None:
    """Draw an icon into ``rect`` in one of the theme's colours, at the left where the room is wider than the icon."""
    side = min(rect.width(), rect.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.left(), rect.center().y() - side / 2)
    painter.scale(side, side)
    painter.fillPath(outline(meaning), theme.color(tone))
    painter.restore()


class _Engine(QIconEngine):
    """Draws one meaning in one tone; the colour is looked up at each painting, so a new theme needs no new icons."""

    def __init__(self, meaning: str, tone: str) -> None:
        super().__init__()
        self._meaning = meaning
        self._tone = tone

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        tone = "faint" if mode == QIcon.Mode.Disabled else self._tone
        paint(painter, QRectF(rect), self._meaning, tone)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        drawn = QPixmap(size)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return drawn

    def clone(self) -> QIconEngine:
        return _Engine(self._meaning, self._tone)


def icon(meaning: str, tone: str = "ink") -> QIcon:
    """The icon for a meaning; ``tone`` names a colour of the theme."""
    if meaning not in MEANINGS:
        raise KeyError(meaning)
    return QIcon(_Engine(meaning, tone))


def pixmap(meaning: str, size: int, tone: str = "ink", ratio: float = 1.0) -> QPixmap:
    """An icon as a picture ``size`` pixels wide at 100 %, sharp on a screen with ``ratio`` dots per pixel."""
    side = round(theme.px(size) * ratio)
    drawn = QPixmap(side, side)
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    paint(painter, QRectF(0, 0, theme.px(size), theme.px(size)), meaning, tone)
    painter.end()
    return drawn
