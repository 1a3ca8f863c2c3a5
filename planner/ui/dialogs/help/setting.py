"""How a page is set: the type and the air of its headings, bold words and lines, on screen and on paper."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtGui import QColor, QFont, QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

_LINE_HEIGHT = 125
_PLAIN, _STRONG = 400, 650
_BODY, _HEADINGS = 14, {1: 20, 2: 16}
"""Heights in pixels on screen at 100 %; paper keeps their proportions."""


class Manner(NamedTuple):
    """A font by its height and its weight, and what a length in pixels at 100 % becomes."""

    font: Callable[[float, int], QFont]
    length: Callable[[float], int]
    link: QColor | None = None
    """The colour of links; without one they are as black as the words."""


def set_page(document: QTextDocument, text: str, manner: Manner) -> None:
    """Put a page of Markdown into a document in this manner."""
    document.setDefaultFont(manner.font(_BODY, _PLAIN))
    document.setIndentWidth(manner.length(24))
    document.setMarkdown(text)
    block = document.begin()
    while block.isValid():
        _set_block(block, manner)
        block = block.next()


def _set_block(block: QTextBlock, manner: Manner) -> None:
    level = block.blockFormat().headingLevel()
    shape = QTextBlockFormat()
    shape.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    shape.setTopMargin(manner.length(8) if level > 1 else 0)
    shape.setBottomMargin(manner.length(12 if level == 1 else 10))
    cursor = QTextCursor(block)
    cursor.mergeBlockFormat(shape)
    for start, length, letters in _pieces(block):
        weight = _STRONG if level or letters.fontWeight() > QFont.Weight.Medium else _PLAIN
        letters.clearProperty(letters.Property.FontSizeAdjustment)
        made = QFont(manner.font(_HEADINGS.get(level, _BODY), weight))
        made.setItalic(letters.fontItalic())
        made.setUnderline(letters.isAnchor())
        letters.clearForeground()
        if letters.isAnchor() and manner.link is not None:
            letters.setForeground(manner.link)
        letters.setFont(made)
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(letters)


def _pieces(block: QTextBlock) -> list[tuple[int, int, QTextCharFormat]]:
    """Start, length and letters of each piece; taken down first, for setting one moves the others."""
    found, pieces = [], block.begin()
    while not pieces.atEnd():
        piece = pieces.fragment()
        found.append((piece.position(), piece.length(), piece.charFormat()))
        pieces += 1
    return found
