"""Write the outlines of the icons in use from qtawesome's font into ``resources/icons``.

Run after changing ``planner/ui/kit/icons.py``; a test compares what is baked with the table and with the font.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPainterPath, QPixmap, QRawFont, QTransform

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from planner.domain import resources  # noqa: E402  (a script beside the package, not inside it)
from planner.ui.kit import icons, theme  # noqa: E402  (the same)

EM = 1000
CONTROLS = {
    "check": "on_accent",
    "some": "accent",
    "chevron_down": "muted",
    "chevron_up": "muted",
    "chevron_left": "muted",
    "chevron_right": "muted",
}
"""Glyphs that a stylesheet needs as a file, and their colour: the marks inside controls."""


def _font() -> tuple[QRawFont, dict[str, str]]:
    import qtawesome

    folder = Path(qtawesome.__file__).parent / "fonts"
    (file,) = folder.glob("materialdesignicons6-webfont-*.ttf")
    (charmap,) = folder.glob("materialdesignicons6-webfont-charmap-*.json")
    return QRawFont(str(file), EM), json.loads(charmap.read_text(encoding="utf-8"))


def _path(font: QRawFont, glyph: str) -> QPainterPath:
    """The outline of a glyph, moved into a square whose middle is the middle of the font's box."""
    (index,) = font.glyphIndexesForString(glyph)
    drawn = font.pathForGlyph(index)
    advance = font.advancesForGlyphIndexes([index])[0].x()
    middle = QPointF(advance / 2, (font.descent() - font.ascent()) / 2)
    return QTransform.fromTranslate(EM / 2 - middle.x(), EM / 2 - middle.y()).map(drawn)


def _text(path: QPainterPath) -> str:
    """The path as ``M`` (move), ``L`` (line), ``C`` (curve) and ``Z`` (close) with thousandths of the square."""
    kinds = QPainterPath.ElementType
    commands: list[str] = []
    numbers: list[str] = []
    for place in range(path.elementCount()):
        element = path.elementAt(place)
        at = f"{round(element.x)},{round(element.y)}"
        if element.type == kinds.CurveToDataElement:
            numbers.append(at)
            if len(numbers) == 3:
                commands.append("C" + ",".join(numbers))
            continue
        if element.type == kinds.MoveToElement:
            commands += ["Z"] if commands else []
            commands.append("M" + at)
        elif element.type == kinds.LineToElement:
            commands.append("L" + at)
        else:
            numbers = [at]
    return " ".join([*commands, "Z"])


def outlines() -> dict[str, str]:
    """Every meaning and the outline of its glyph as it stands in qtawesome's font."""
    font, charmap = _font()
    return {
        meaning: _text(_path(font, chr(int(charmap[name.removeprefix("mdi6.")], 16))))
        for meaning, name in sorted(icons.MEANINGS.items())
    }


def _control(meaning: str, colour: str, file: Path) -> None:
    picture = QPixmap(QSize(64, 64))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(64, 64)
    painter.fillPath(icons.outline(meaning), QColor(colour))
    painter.end()
    picture.save(str(file))


def main() -> int:
    """Bake the outlines, and the marks inside controls for both themes."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication.instance() or QGuiApplication([])
    folder = resources.path("icons")
    (folder / icons.GLYPHS).write_text(json.dumps(outlines(), indent=0) + "\n", encoding="ascii")
    for name, tokens in (("light", theme.LIGHT), ("dark", theme.DARK)):
        for meaning, tone in CONTROLS.items():
            _control(meaning, getattr(tokens, tone), folder / f"{meaning}-{name}.png")
    del application
    return 0


if __name__ == "__main__":
    sys.exit(main())
