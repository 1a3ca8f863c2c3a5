"""Warmbook's own icon: every picture of it is what the SVG files say, and every system gets the sizes it asks for."""

from __future__ import annotations

import importlib.util
import os
import struct
import sys
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from planner import system
from planner.ui.kit import app_icon, theme

ROOT = Path(__file__).resolve().parents[2]
ICONS = ROOT / "packaging" / "icons"

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(scope="module")
def make_icons() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_icons", ICONS / "make_icons.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def difference(one: QImage, other: QImage) -> int:
    """How far two pictures are from each other at their worst point, 0 to 255; other systems round a little."""
    assert one.size() == other.size()
    plain = [each.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied) for each in (one, other)]
    mine, theirs = (bytes(each.constBits()) for each in plain)
    return max(abs(a - b) for a, b in zip(mine, theirs, strict=True))


def test_every_picture_is_what_the_svg_files_say(make_icons: ModuleType) -> None:
    for path, content in make_icons.everything().items():
        if isinstance(content, QImage):
            assert difference(QImage(str(path)), content) < 24, path.name
        else:
            assert abs(path.stat().st_size - len(content)) < len(content) / 20, path.name


def test_windows_gets_every_size_and_the_small_ones_uncompressed() -> None:
    data = (ICONS / "warmbook.ico").read_bytes()
    reserved, kind, count = struct.unpack_from("<HHH", data)
    assert (reserved, kind) == (0, 1)
    sides = []
    for place in range(count):
        side, _, _, _, _, bits, length, offset = struct.unpack_from("<BBBBHHII", data, 6 + 16 * place)
        picture = data[offset : offset + length]
        assert bits == 32
        assert picture.startswith(b"\x89PNG") == (side == 0)
        sides.append(side or 256)
    assert sides == list(app_icon.SIZES)
    assert QImage(str(ICONS / "warmbook.ico")).pixelColor(5, 8).alpha() == 255


def test_macos_gets_every_kind_in_its_size(make_icons: ModuleType) -> None:
    data = (ICONS / "warmbook.icns").read_bytes()
    assert data[:4] == b"icns"
    assert struct.unpack_from(">I", data, 4)[0] == len(data)
    place, found = 8, {}
    while place < len(data):
        kind, length = struct.unpack_from(">4sI", data, place)
        found[kind] = QImage.fromData(data[place + 8 : place + length]).width()
        place += length
    assert found == make_icons.ICNS


@pytest.mark.parametrize("tokens", [theme.LIGHT, theme.DARK])
def test_the_figure_stands_out_from_its_book_and_the_book_from_its_ground(tokens: theme.Tokens) -> None:
    picture = QImage(str(ROOT / "resources/icons/app/warmbook-16.png"))
    figure, cover = picture.pixelColor(7, 10), picture.pixelColor(1, 8)
    assert contrast(figure, cover) > 4.5
    assert max(contrast(cover, QColor(tokens.paper)), contrast(figure, QColor(tokens.paper))) > 4.5


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_the_system_is_told_who_we_are(qapp: QApplication) -> None:
    before = qapp.windowIcon()
    try:
        system.introduce(qapp)
        assert (qapp.applicationDisplayName(), qapp.desktopFileName()) == ("Warmbook", "org.warmbook.Warmbook")
        assert qapp.windowIcon().isNull() == (sys.platform == "darwin")
    finally:
        qapp.setWindowIcon(before)


@pytest.mark.parametrize("before", ["", "/opt/theirs"])
def test_a_browser_is_not_sent_to_the_frozen_programs_libraries(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, before: str
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/warmbook/lib")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", before)
    system.introduce(qapp)
    assert os.environ.get("LD_LIBRARY_PATH", "") == before
    assert "LD_LIBRARY_PATH_ORIG" not in os.environ


def test_windows_and_the_tray_find_their_icons(monkeypatch: pytest.MonkeyPatch) -> None:
    assert {each.width() for each in app_icon.app_icon().availableSizes()} == set(app_icon.SIZES)
    monkeypatch.setattr(sys, "platform", "linux")
    own, elsewhere = (icon.pixmap(QSize(32, 32)).toImage() for icon in (app_icon.app_icon(), app_icon.tray_icon()))
    assert elsewhere == own
    monkeypatch.setattr(sys, "platform", "darwin")
    shape = app_icon.tray_icon()
    assert shape.isMask()
    assert {each.width() for each in shape.availableSizes()} == set(app_icon.TRAY_SIZES)


@pytest.mark.parametrize("ground", ["#FFFFFF", "#E5E5E5", "#1A1A1A", "#000000"])
def test_the_icon_in_the_tray_is_seen_on_any_panel(ground: str) -> None:
    picture = app_icon.app_icon().pixmap(QSize(24, 24)).toImage()
    colours = [picture.pixelColor(x, y) for x in range(24) for y in range(24)]
    seen = [each for each in colours if each.alpha() == 255 and contrast(each, QColor(ground)) >= 3]
    assert len(seen) > 24, "more than a line of it stands out"
