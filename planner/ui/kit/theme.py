"""Colours, type and sizes: the only place where a colour has a value."""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette

from planner.domain import resources
from planner.ui.kit.stylesheet import stylesheet

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

TEXT_SIZES = (100, 115, 130, 150)
BODY = 14
"""Height of ordinary text in pixels at 100 %."""


class Tokens(NamedTuple):
    """The colours of one theme, named by what they are for.

    ``*_soft`` are grounds; ``*_text`` are the same hue with a contrast of 4.5:1 on that ground.
    """

    paper: str
    surface: str
    sunk: str
    ink: str
    muted: str
    faint: str
    line: str
    accent: str
    accent_soft: str
    deposit: str
    deposit_soft: str
    withdrawal: str
    withdrawal_soft: str
    caution: str
    caution_soft: str
    on_accent: str
    accent_strong: str
    deposit_text: str
    withdrawal_text: str
    caution_text: str
    is_dark: bool = False


LIGHT = Tokens(
    paper="#F6F4EF",
    surface="#FFFFFF",
    sunk="#EFECE5",
    ink="#24231F",
    muted="#6B675E",
    faint="#9A958A",
    line="#E2DDD2",
    accent="#1E6B66",
    accent_soft="#DDEDEB",
    deposit="#2F7D4F",
    deposit_soft="#E3F1E7",
    withdrawal="#B2522B",
    withdrawal_soft="#F8E7DF",
    caution="#9A6B12",
    caution_soft="#FAF0D7",
    on_accent="#FFFFFF",
    accent_strong="#185853",
    deposit_text="#2B7449",
    withdrawal_text="#A84C27",
    caution_text="#8C6010",
)
DARK = Tokens(
    paper="#1E1D1B",
    surface="#272623",
    sunk="#33312D",
    ink="#ECE9E2",
    muted="#A9A498",
    faint="#7C776C",
    line="#3B3934",
    accent="#5FB5AE",
    accent_soft="#24403E",
    deposit="#6CC08F",
    deposit_soft="#21382A",
    withdrawal="#E39A78",
    withdrawal_soft="#43291E",
    caution="#E0B45C",
    caution_soft="#41351B",
    on_accent="#10201F",
    accent_strong="#7CC7C1",
    deposit_text="#6CC08F",
    withdrawal_text="#E39A78",
    caution_text="#E0B45C",
    is_dark=True,
)
# Where the system asks for more contrast: what was grey becomes ink, what was a hairline becomes a line.
LIGHT_CONTRAST = LIGHT._replace(muted="#3A372F", faint="#5C5850", line="#7A7568", ink="#000000")
DARK_CONTRAST = DARK._replace(muted="#DAD6CC", faint="#B3AEA2", line="#8B867A", ink="#FFFFFF")

# What a system shows that has no font of its own.
SHIPPED = "Inter"
_STYLE = "Fusion"
_HALF = 128
"""A ground darker than this is a dark one."""
_POOR_FONTS = frozenset({"", "dejavu sans", "sans", "sans serif", "bitstream vera sans", "ms shell dlg 2"})


class _Theme(QObject):
    """The theme in use; one per program, as the style of the application is."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tokens = LIGHT
        self.name = "system"
        self.percent = 100
        self.system_family = ""
        self.is_system_dark = False
        self.is_contrast_wanted = False
        self.is_following = False


_theme = _Theme()
changed = _theme.changed
"""Emitted after colours or sizes changed."""


def current() -> Tokens:
    """The colours in use."""
    return _theme.tokens


def color(token: str) -> QColor:
    """One of the colours in use by its name: ``color("accent")``."""
    return QColor(getattr(_theme.tokens, token))


def px(size: float) -> int:
    """A length in pixels that grows with the text size."""
    return round(size * _theme.percent / 100)


def text_percent() -> int:
    """The text size in use."""
    return _theme.percent


def font(size: float = BODY, weight: int = 400) -> QFont:
    """The font on screen, ``size`` pixels high at 100 %, weight 400, 500 or 650."""
    made = QFont(_family())
    made.setPixelSize(px(size))
    made.setWeight(QFont.Weight(weight))
    return made


def prepare() -> None:
    """Before the application is made: choose the style it begins with, which is cheaper than to change it."""
    os.environ["QT_STYLE_OVERRIDE"] = _STYLE


def apply(app: QApplication, name: str = "system", text_percent: int = 100) -> None:
    """Dress the whole program: style, palette, font and stylesheet."""
    is_first = _theme.system_family == ""
    if is_first:
        _theme.system_family = app.font().family()
        _theme.is_system_dark = app.palette().color(QPalette.ColorRole.Window).lightness() < _HALF
        if os.environ.get("QT_STYLE_OVERRIDE") != _STYLE:
            app.setStyle(_STYLE)
    _theme.name, _theme.percent = name, text_percent
    if not is_first or name != "system":
        _tell_system(app)
        _ask_system(app)
    _dress(app)


def follow_system(app: QApplication) -> None:
    """Go with the system's colours and its wish for contrast from now on.

    Right after the first frame, which goes by the palette it finds: the names for these things are in the largest of
    Qt's namespaces, and making that takes an eighth of the time to the first frame.
    """
    if not _theme.is_following:
        _theme.is_following = True
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(lambda: _hear_system(app))
        hints.accessibility().contrastPreferenceChanged.connect(lambda: _hear_system(app))
    _hear_system(app)


def _hear_system(app: QApplication) -> None:
    _ask_system(app)
    if _choose() != _theme.tokens:
        _dress(app)


def _tell_system(app: QApplication) -> None:
    """Let what the system draws, such as the frames of windows, have the colours that were chosen."""
    from PySide6.QtCore import Qt

    chosen = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
    app.styleHints().setColorScheme(chosen.get(_theme.name, Qt.ColorScheme.Unknown))


def _ask_system(app: QApplication) -> None:
    from PySide6.QtCore import Qt

    hints = app.styleHints()
    _theme.is_system_dark = hints.colorScheme() == Qt.ColorScheme.Dark
    _theme.is_contrast_wanted = hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


def _dress(app: QApplication) -> None:
    _theme.tokens = _choose()
    app.setPalette(_palette(_theme.tokens))
    app.setFont(font())
    app.setStyleSheet(stylesheet(_theme.tokens, px))
    _theme.changed.emit()


def _choose() -> Tokens:
    is_dark = _theme.name == "dark" or (_theme.name == "system" and _theme.is_system_dark)
    if _theme.is_contrast_wanted:
        return DARK_CONTRAST if is_dark else LIGHT_CONTRAST
    return DARK if is_dark else LIGHT


def _family() -> str:
    """The system's font, or the one we ship where the system has none made for reading."""
    if _theme.system_family.lower() not in _POOR_FONTS:
        return _theme.system_family
    return _shipped_family()


@cache
def _shipped_family() -> str:
    """The name of the font we ship, once it is loaded; asking Qt for it would make it look at every font there is."""
    for weight in ("Regular", "Medium", "SemiBold"):
        QFontDatabase.addApplicationFont(str(resources.path("fonts", f"{SHIPPED}-{weight}.otf")))
    return SHIPPED


def _palette(t: Tokens) -> QPalette:
    palette = QPalette()
    roles = QPalette.ColorRole
    for role, value in (
        (roles.Window, t.paper),
        (roles.WindowText, t.ink),
        (roles.Base, t.surface),
        (roles.AlternateBase, t.paper),
        (roles.Text, t.ink),
        (roles.Button, t.surface),
        (roles.ButtonText, t.ink),
        (roles.BrightText, t.on_accent),
        (roles.ToolTipBase, t.ink),
        (roles.ToolTipText, t.surface),
        (roles.Highlight, t.accent),
        (roles.HighlightedText, t.on_accent),
        (roles.Accent, t.accent),
        (roles.Link, t.accent),
        (roles.LinkVisited, t.accent),
        (roles.PlaceholderText, t.muted),
        (roles.Light, t.surface),
        (roles.Midlight, t.sunk),
        (roles.Mid, t.line),
        (roles.Dark, t.faint),
        (roles.Shadow, t.line),
    ):
        palette.setColor(role, QColor(value))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(t.faint))
    return palette
