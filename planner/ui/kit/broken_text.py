"""Text broken into lines, for what is painted instead of laid out by Qt."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

_BLANKS = re.compile(r"[^\S\u00a0]+")
"""Where lines may break; a no-break space holds a date together."""
_PAIRS = re.compile(
    r"(?<=[^\W\d_]) (?=\d{1,2}(?:[.,;:)\u201d](?!\d)|$))|(?<=\d) (?=de [^\W\d])|(?<=\d de) "
    r"|(?<=\d) (?=[AaPp]\.?\s?[Mm]\b)|(?<=\b[ap]\.) (?=m\b)"
)
"""The space in "January 2.", "needs 8,", "2 de enero" and "2:30 PM"."""


def tied(text: str) -> str:
    """The text with a number that ends something held to the word before it, so that no line is a lone "2."."""
    return _PAIRS.sub("\u00a0", text)


def wrapped(text: str, font: QFont, room: float, most: int) -> tuple[str, ...]:
    """The text in at most ``most`` lines of ``room`` pixels; the last one is cut off with dots when there is more."""
    tidy = tied(_BLANKS.sub(" ", text).strip())
    if not tidy or most < 1:
        return ()
    lines: list[str] = []
    units = tidy.encode("utf-16-le")  # Qt counts in these
    metrics = QFontMetricsF(font)
    layout = QTextLayout(tidy, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    while len(lines) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(room)
        start = line.textStart()
        end = start + line.textLength() if len(lines) < most - 1 else len(units)
        piece = units[2 * start : 2 * end].decode("utf-16-le", errors="replace").strip()
        lines.append(metrics.elidedText(piece, Qt.TextElideMode.ElideRight, room))
    layout.endLayout()
    return tuple(lines)
