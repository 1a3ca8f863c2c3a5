"""Draw ``wizard.bmp``, the picture at the left of the setup's first and last page: run after changing the icon.

It is checked in, for the setup is compiled where there is no Qt; a test compares it with what is drawn here.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

HERE = Path(__file__).resolve().parent
PICTURE = HERE / "wizard.bmp"
WIDTH, HEIGHT = 328, 628
"""Twice what the wizard shows at 100 %, for sharper screens."""
PAPER, EDGE = "#F6F4EF", "#1E6B66"


def drawn() -> QImage:
    """Our icon on paper, with the back of a book at the edge."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor(PAPER))
    painter = QPainter(image)
    painter.fillRect(WIDTH - 8, 0, 8, HEIGHT, QColor(EDGE))
    side = 176
    place = QRectF((WIDTH - 8 - side) / 2, 96, side, side)
    QSvgRenderer(str(HERE.parent / "icons" / "warmbook.svg")).render(painter, place)
    painter.end()
    return image.convertToFormat(QImage.Format.Format_RGB888)


def main() -> int:
    """Draw it anew."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _app = QGuiApplication(sys.argv[:1])
    return 0 if drawn().save(str(PICTURE)) else 1


if __name__ == "__main__":
    sys.exit(main())
