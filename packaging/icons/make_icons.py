"""Draw every picture of Warmbook's own icon from the three SVG files beside this script: run after changing one.

Windows gets ``warmbook.ico``, macOS ``warmbook.icns``, the program and Linux the PNG files in ``resources/icons/app``.
All of them are checked in; a test compares them with what is drawn here.
"""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SHIPPED = ROOT / "resources" / "icons" / "app"
SIZES = (16, 24, 32, 48, 64, 128, 256)
LARGEST_SMALL = 24
"""Up to this size the figure is drawn larger and without small parts."""
TRAY_SIZES = (16, 24, 32, 48)
TRAY_COLOUR = "#24231F"
"""Of the shape in the menu bar of macOS, which gives it another where it must."""
ICNS = {b"ic11": 32, b"ic12": 64, b"ic07": 128, b"ic13": 256, b"ic08": 256, b"ic14": 512, b"ic09": 512, b"ic10": 1024}
"""What macOS asks for, and its size; 16 and 32 points are asked for at twice the density."""
DOCK_PLATE = 824 / 1024
"""How much of its square an icon fills in the Dock."""
INSET = (0.15, 0.15, -0.15, -0.15)
"""And how much of that plate stays free."""
PNG_IN_ICO = 256
"""Windows wants smaller pictures uncompressed."""


def drawn(size: int) -> QImage:
    """The icon, ``size`` pixels wide."""
    return _svg("warmbook-small" if size <= LARGEST_SMALL else "warmbook", size)


def on_plate(size: int) -> QImage:
    """The icon on the light rounded plate that the Dock lays under everything."""
    image = _blank(size)
    side = size * DOCK_PLATE
    plate = QRectF((size - side) / 2, (size - side) / 2, side, side)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#F6F4EF"))
    painter.drawRoundedRect(plate, side * 0.225, side * 0.225)
    QSvgRenderer(str(HERE / "warmbook.svg")).render(painter, plate.adjusted(*(side * each for each in INSET)))
    painter.end()
    return image


def tray(size: int) -> QImage:
    """The icon in one colour."""
    image = _svg("tray", size)
    painter = QPainter(image)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(image.rect(), QColor(TRAY_COLOUR))
    painter.end()
    return image


def ico(images: list[QImage]) -> bytes:
    """A Windows icon that holds these pictures."""
    pictures = [_png(each) if each.width() >= PNG_IN_ICO else _bitmap(each) for each in images]
    place = 6 + 16 * len(pictures)
    head = struct.pack("<HHH", 0, 1, len(pictures))
    for image, picture in zip(images, pictures, strict=True):
        side = image.width() % 256  # 0 means 256
        head += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), place)
        place += len(picture)
    return head + b"".join(pictures)


def icns(images: dict[bytes, QImage]) -> bytes:
    """A macOS icon that holds these pictures by their kind."""
    pictures = {kind: _png(image) for kind, image in images.items()}
    body = b"".join(kind + struct.pack(">I", len(png) + 8) + png for kind, png in pictures.items())
    return b"icns" + struct.pack(">I", len(body) + 8) + body


def everything() -> dict[Path, QImage | bytes]:
    """Every file that there is, and what belongs in it."""
    files: dict[Path, QImage | bytes] = {SHIPPED / f"warmbook-{size}.png": drawn(size) for size in SIZES}
    for size in TRAY_SIZES:
        files[SHIPPED / f"tray-{size}.png"] = tray(size)
    files[HERE / "warmbook.ico"] = ico([drawn(size) for size in SIZES])
    files[HERE / "warmbook.icns"] = icns({kind: on_plate(size) for kind, size in ICNS.items()})
    return files


def _svg(name: str, size: int) -> QImage:
    image = _blank(size)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(HERE / f"{name}.svg")).render(painter)
    painter.end()
    return image


def _blank(size: int) -> QImage:
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    return image


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def _bitmap(image: QImage) -> bytes:
    """Rows from the bottom in blue, green, red and opacity; then one bit for each point, all of which may be seen."""
    side = image.width()
    points = bytes(image.convertToFormat(QImage.Format.Format_ARGB32).constBits())
    rows = [points[y * side * 4 : (y + 1) * side * 4] for y in reversed(range(side))]
    mask = bytes((side + 31) // 32 * 4) * side
    head = struct.pack("<IiiHHIIiiII", 40, side, side * 2, 1, 32, 0, side * side * 4 + len(mask), 0, 0, 0, 0)
    return head + b"".join(rows) + mask


def main() -> int:
    """Write them all."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication.instance() or QGuiApplication([])
    SHIPPED.mkdir(parents=True, exist_ok=True)
    for path, content in everything().items():
        path.write_bytes(content if isinstance(content, bytes) else _png(content))
    del application
    return 0


if __name__ == "__main__":
    sys.exit(main())
