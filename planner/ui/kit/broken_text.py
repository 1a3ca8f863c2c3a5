"""Text broken into lines, for what is painted instead of laid out by Qt."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

_BLANKS = re.compile(r"[^\S\u00a0]+")
"""Where lines may break; a no-break space holds a date together."""


def wrapped(text: str, font: QFont, room: float, most: int) -> tuple[str, ...]:
    """The text in at most ``most`` lines of ``room`` pixels; the last one is cut off with dots when there is more."""
    tidy = _BLANKS.sub(" ", text).strip()
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
