"""Warmbook's own icon, drawn by ``packaging/icons/make_icons.py``: on windows and in the system's tray."""

from __future__ import annotations

import sys

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


def tray_icon() -> QIcon:
    """The icon in the tray: on macOS one shape that the system colours, elsewhere ours, which any panel shows.

    A program cannot know how dark a panel is: the one of GNOME is black also where windows are light.
    """
    if sys.platform == "darwin":
        return _shape()
    return app_icon()


def _shape() -> QIcon:
    shape = _icon("tray", TRAY_SIZES)
    shape.setIsMask(True)  # Qt's argument
    return shape


def _icon(name: str, sizes: tuple[int, ...]) -> QIcon:
    icon = QIcon()
    for size in sizes:
        icon.addFile(str(resources.path("icons", "app", f"{name}-{size}.png")), QSize(size, size))
    return icon
