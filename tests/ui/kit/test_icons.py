from __future__ import annotations

import importlib.util
import json
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from planner.domain import resources
from planner.ui.kit import icons, theme

BAKE = Path(__file__).resolve().parents[3] / "packaging" / "bake_icons.py"


pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(scope="module")
def bake() -> ModuleType:
    """The script that bakes, as a module."""
    spec = importlib.util.spec_from_file_location("bake_icons", BAKE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_what_is_baked_is_what_qtawesome_draws(bake: ModuleType) -> None:
    baked = json.loads(resources.path("icons", icons.GLYPHS).read_text(encoding="ascii"))
    assert set(baked) == set(icons.MEANINGS)
    drawn = bake.outlines()
    for meaning, outline in baked.items():
        assert re.sub(r"-?\d+", "0", outline) == re.sub(r"-?\d+", "0", drawn[meaning]), meaning
        numbers, expected = (list(map(int, re.findall(r"-?\d+", each))) for each in (outline, drawn[meaning]))
        assert numbers == pytest.approx(expected, abs=1), meaning  # systems round the last digit in their own way


def test_every_meaning_draws_something_inside_its_square() -> None:
    for meaning in icons.MEANINGS:
        box = icons.outline(meaning).boundingRect()
        assert box.width() > 0.1, meaning
        assert QRectF(-0.05, -0.05, 1.1, 1.1).contains(box), meaning


def test_an_icon_follows_the_theme_without_being_made_again(qapp: QApplication) -> None:
    theme.apply(qapp, "light", 100)
    icon = icons.icon("add")
    light = icon.pixmap(QSize(32, 32)).toImage().pixelColor(16, 16)
    theme.apply(qapp, "dark", 100)
    dark = icon.pixmap(QSize(32, 32)).toImage().pixelColor(16, 16)
    theme.apply(qapp, "light", 100)
    assert light.lightness() < 100 < dark.lightness()


def test_a_disabled_icon_is_fainter() -> None:
    icon = icons.icon("add")
    normal = icon.pixmap(QSize(32, 32)).toImage().pixelColor(16, 16)
    disabled = icon.pixmap(QSize(32, 32), QIcon.Mode.Disabled).toImage().pixelColor(16, 16)
    assert disabled.lightness() > normal.lightness()


def test_a_picture_is_sharp_on_a_fine_screen() -> None:
    picture = icons.pixmap("search", 20, "muted", ratio=2.0)
    assert picture.width() == 40
    assert picture.deviceIndependentSize().width() == 20


def test_an_unknown_meaning_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        icons.icon("rocket")


def test_the_program_does_not_import_qtawesome() -> None:
    names = [name for name in sys.modules if name.startswith("planner.ui")]
    for name in names:
        assert not hasattr(sys.modules[name], "qtawesome"), name
