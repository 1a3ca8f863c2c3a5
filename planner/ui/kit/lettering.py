"""Type on paper: Inter in a few sizes, and text that is cut off with dots to fit."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from planner.domain import resources

FAMILY = "Inter"


@cache
def font(size: int, *, is_strong: bool = False) -> QFont:
    """Inter at ``size`` tenths of a point, the same on every machine; strong is its half-bold."""
    _load()
    made = QFont(FAMILY)
    made.setPixelSize(size)
    made.setWeight(QFont.Weight.DemiBold if is_strong else QFont.Weight.Normal)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


@cache
def metrics(used: QFont) -> QFontMetricsF:
    """The measures of a font."""
    return QFontMetricsF(used)


def width(text: str, used: QFont) -> float:
    """How wide a line of text is."""
    return metrics(used).horizontalAdvance(text)


def cut(text: str, used: QFont, room: float) -> str:
    """The text, or as much of it as fits with dots at its end."""
    return metrics(used).elidedText(text, Qt.TextElideMode.ElideRight, room)


@cache
def _load() -> None:
    for file in sorted(resources.path("fonts").glob("Inter-*.otf")):
        QFontDatabase.addApplicationFont(str(file))
