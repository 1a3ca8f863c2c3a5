"""Warmbook's own icon, drawn by ``packaging/icons/make_icons.py``: on windows and in the system's tray."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon

from planner.domain import resources

APPLICATION_ID = "org.warmbook.Warmbook"
"""What the system knows the program by: the name of its desktop file, its bundle and its windows."""
SIZES = (16, 24, 32, 48, 64, 128, 256)
TRAY_SIZES = (16, 24, 32, 48)


def app_icon() -> QIcon:
    """The icon of every window; a size is read when it is asked for."""
    return _icon("warmbook", SIZES)


def tray_icon(*, is_panel_dark: bool, is_quiet: bool = False) -> QIcon:
    """The one-colour icon for a light or dark panel; quiet, it is an outline: there is nothing to tell."""
    return _icon(f"tray-{'quiet-' if is_quiet else ''}{'dark' if is_panel_dark else 'light'}", TRAY_SIZES)


def _icon(name: str, sizes: tuple[int, ...]) -> QIcon:
    icon = QIcon()
    for size in sizes:
        icon.addFile(str(resources.path("icons", "app", f"{name}-{size}.png")), QSize(size, size))
    return icon
