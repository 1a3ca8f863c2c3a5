"""Where things are kept on this computer: the book, the sample book, backups, logs."""

from __future__ import annotations

from pathlib import Path

BOOK = "my.warmbook"
SAMPLE = "sample.warmbook"


def data_folder() -> Path:
    """The user's folder for Warmbook, as the system wants it; not made yet."""
    from platformdirs import user_data_path

    return user_data_path("Warmbook", appauthor=False)


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
