from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from planner.ui.kit import theme
from planner.ui.kit.stylesheet import stylesheet
from planner.ui.kit.theme import DARK, DARK_CONTRAST, LIGHT, LIGHT_CONTRAST, Tokens

TEXT_ON_GROUND = [
    ("ink", "paper"),
    ("ink", "surface"),
    ("ink", "sunk"),
    ("ink", "accent_soft"),
    ("muted", "paper"),
    ("muted", "surface"),
    ("muted", "sunk"),
    ("accent", "paper"),
    ("accent", "surface"),
    ("accent", "accent_soft"),
    ("on_accent", "accent"),
    ("deposit", "surface"),
    ("withdrawal", "surface"),
    ("deposit_text", "deposit_soft"),
    ("deposit_text", "accent_soft"),
    ("withdrawal_text", "withdrawal_soft"),
    ("withdrawal_text", "accent_soft"),
    ("withdrawal_text", "paper"),
    ("caution_text", "caution_soft"),
    ("caution_text", "paper"),
    ("surface", "ink"),
]


def luminance(color: str) -> float:
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.fixture(autouse=True)
def _light_again(qapp: QApplication) -> Iterator[None]:
    yield
    theme.apply(qapp, "light", 100)


@pytest.mark.parametrize("tokens", [LIGHT, DARK, LIGHT_CONTRAST, DARK_CONTRAST])
@pytest.mark.parametrize(("text", "ground"), TEXT_ON_GROUND)
def test_text_can_be_read_on_its_ground(tokens: Tokens, text: str, ground: str) -> None:
    assert round(contrast(getattr(tokens, text), getattr(tokens, ground)), 1) >= 4.5


def test_the_light_colours_are_those_of_the_design() -> None:
    assert (LIGHT.paper, LIGHT.accent, LIGHT.deposit, LIGHT.withdrawal) == ("#F6F4EF", "#1E6B66", "#2F7D4F", "#B2522B")
    assert (DARK.paper, DARK.accent, DARK.deposit, DARK.withdrawal) == ("#1E1D1B", "#5FB5AE", "#6CC08F", "#E39A78")


def test_a_theme_and_a_text_size_reach_every_widget(qapp: QApplication, qtbot: QtBot) -> None:
    button = QPushButton("Add person")
    label = QLabel("Maria")
    for widget in (button, label):
        qtbot.addWidget(widget)
        widget.show()
    theme.apply(qapp, "light", 100)
    small = label.fontMetrics().height()
    assert button.sizeHint().height() >= 32
    with qtbot.waitSignal(theme.changed):
        theme.apply(qapp, "dark", 150)
    assert theme.current() is DARK
    assert theme.px(10) == 15
    assert theme.text_percent() == 150
    assert label.fontMetrics().height() > small * 1.3
    assert button.sizeHint().height() >= 48
    assert label.palette().windowText().color().name().upper() == DARK.ink


def test_the_system_decides_when_nothing_is_chosen(qapp: QApplication) -> None:
    theme.apply(qapp, "system", 100)
    is_dark = qapp.styleHints().colorScheme() == Qt.ColorScheme.Dark
    assert theme.current() is (DARK if is_dark else LIGHT)


@pytest.mark.parametrize("is_dark", [True, False])
def test_from_the_first_frame_on_the_colours_follow_the_system(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, is_dark: bool
) -> None:
    theme.apply(qapp, "system", 100)
    theme.follow_system(qapp)
    monkeypatch.setattr(theme, "_ask_system", lambda _app: setattr(theme._theme, "is_system_dark", is_dark))
    scheme = Qt.ColorScheme.Dark if is_dark else Qt.ColorScheme.Light
    qapp.styleHints().colorSchemeChanged.emit(scheme)
    assert theme.current() is (DARK if is_dark else LIGHT)


def test_the_stylesheet_knows_no_colour_of_its_own() -> None:
    every = "#010203"
    colours: dict[str, Any] = dict.fromkeys((each for each in LIGHT._fields if each != "is_dark"), every)
    assert set(re.findall(r"#[0-9A-Fa-f]{6}", stylesheet(LIGHT._replace(**colours), round))) == {every}


def test_a_font_of_any_weight_and_size(qapp: QApplication) -> None:
    theme.apply(qapp, "light", 100)
    assert theme.font().pixelSize() == theme.BODY
    assert theme.font(20, 650).weight() == 650
    assert theme.font(20).pixelSize() == 20
