"""Where things are kept on this computer: the book, the sample book, backups, logs."""

from __future__ import annotations

import os
import sys
from pathlib import Path

BOOK = "my.warmbook"
SAMPLE = "sample.warmbook"


def data_folder() -> Path:
    """The user's folder for Warmbook, where the system wants it; not made yet.

    Written out here because platformdirs costs the first frame a dozen milliseconds.
    """
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "Warmbook"
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "Warmbook"
    return Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share") / "warmbook"


def own_book() -> Path:
    """The user's own book."""
    return data_folder() / BOOK


def sample_book() -> Path:
    """The sample book, kept apart from real people."""
    return data_folder() / SAMPLE


def backups_of(book: Path) -> Path:
    """The folder with the backups of a book, beside it."""
    return book.parent / f"{book.stem} backups"


def logs_folder() -> Path:
    """The folder for the log and crash reports."""
    return data_folder() / "logs"
