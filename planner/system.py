"""What is said from outside: by the computer, the language and the time zone; by whoever starts us, which book.

And what we say to the computer: our name and our icon.
"""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from planner.services.places import synced_by
from planner.ui.kit import app_icon, i18n

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def introduce(app: QApplication) -> None:
    """Tell the system who we are: in the task bar, in its menus and in the Dock."""
    _give_back_libraries()
    app.setApplicationName("Warmbook")
    app.setDesktopFileName(app_icon.APPLICATION_ID)
    if sys.platform == "win32":
        from ctypes import windll

        windll.shell32.SetCurrentProcessExplicitAppUserModelID(app_icon.APPLICATION_ID)
    if sys.platform != "darwin":  # there the icon of the bundle has more sizes
        app.setWindowIcon(app_icon.app_icon())


def _give_back_libraries() -> None:
    """The frozen program was told where its own libraries are; the browser that it opens must not look there."""
    if getattr(sys, "frozen", False) and sys.platform.startswith("linux"):
        os.environ.pop("LD_LIBRARY_PATH", None)
        before = os.environ.pop("LD_LIBRARY_PATH_ORIG", "")
        if before:
            os.environ["LD_LIBRARY_PATH"] = before


def language() -> str:
    """The language of this computer, where there are words in another than English; asking Qt takes a while."""
    if not i18n.is_translated():
        return "en"
    from PySide6.QtCore import QLocale

    return next(iter(QLocale.system().uiLanguages()), "en").partition("-")[0]


@cache
def zone() -> str:
    """The IANA zone of this computer; Qt reads all zones there are to answer, so it is asked only where it must be."""
    linked = Path("/etc/localtime")
    if "TZ" not in os.environ and linked.is_symlink():
        name = linked.readlink().as_posix().partition("zoneinfo/")[2]
        if name:
            return name
    from PySide6.QtCore import QTimeZone

    return bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii") or "UTC"


def present_place(book: Path) -> Path:
    """Where the book is now that was last at ``book``: it may have moved out of a folder that a service copies."""
    if synced_by(book) is None:
        return book
    from planner.services import moving

    return moving.present_place(book)


def options(arguments: Sequence[str]) -> Namespace:
    """Which book to open, and when and where it is to be now: ``book``, ``at``, ``zone``."""
    if not arguments:
        return Namespace(book=None, at=None, zone="")
    parser = ArgumentParser(prog="warmbook", description="A contact planner. Without a verb it opens its window.")
    parser.add_argument("--book", type=Path, help="the book to open instead of your own")
    parser.add_argument("file", type=Path, nargs="?", help="the same, as a double click says it: a .warmbook file")
    parser.add_argument("--at", type=datetime.fromisoformat, help="begin at this time: 2026-12-01T08:45")
    parser.add_argument("--zone", default="", help="be in this time zone: America/Chicago")
    told = parser.parse_args(arguments)
    told.book = told.book or told.file
    return told
