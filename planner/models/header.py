"""A look at a file before SQLite touches it: is it a book, whose, and was it closed properly."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from planner.domain.errors import PlannerError
from planner.models.migrations import NEWEST
from planner.models.trouble import told_plainly

APPLICATION_ID = 0x5761726D
"""The letters "Warm", in every book's header."""

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100


class Standing(NamedTuple):
    """What a file is: the version of its tables (0 means none yet) and whether it was closed properly."""

    version: int
    was_clean: bool


def inspect(path: Path, *, create: bool) -> Standing:
    """Read who made the file, without changing a byte of it.

    Offsets are those of https://sqlite.org/fileformat.html#the_database_header.
    Raises PlannerError: folder_missing, book_missing, not_a_book, book_too_new, book_damaged, book_unreadable,
    book_read_only.
    """
    if not path.parent.is_dir():
        raise PlannerError("folder_missing", path=path.parent)
    if not path.exists():
        return _to_be_made(path, create=create)
    if not path.is_file():
        raise PlannerError("not_a_book", path=path)
    head = _first_bytes(path)
    if not head and create:
        return Standing(version=0, was_clean=True)
    if head[:16] != _MAGIC[: len(head)] or not head:
        raise PlannerError("not_a_book", path=path)
    was_clean = not _has_unfinished_business(path)
    if was_clean:
        _refuse_cut_off(path, head)
        application, version = _number(head, 68), _number(head, 60)
    else:
        application, version = _ask_sqlite(path)
    if application != APPLICATION_ID and not (create and application == 0 and version == 0 and _is_blank(path)):
        raise PlannerError("not_a_book", path=path)
    if version > NEWEST:
        raise PlannerError("book_too_new", path=path, version=version)
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise PlannerError("book_read_only", path=path)
    return Standing(version, was_clean)


def _to_be_made(path: Path, *, create: bool) -> Standing:
    if not create:
        raise PlannerError("book_missing", path=path)
    if not os.access(path.parent, os.W_OK):
        raise PlannerError("book_read_only", path=path)
    return Standing(version=0, was_clean=True)


def _first_bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_HEADER)
    except OSError as error:
        raise PlannerError("book_unreadable", path=path) from error


def _has_unfinished_business(path: Path) -> bool:
    """Whether a write-ahead log was left behind: the last to close a book takes it away."""
    try:
        return Path(f"{path}-wal").stat().st_size > 0
    except FileNotFoundError:
        return False


def _refuse_cut_off(path: Path, head: bytes) -> None:
    if len(head) < _HEADER:
        raise PlannerError("book_damaged", path=path)
    page_size = int.from_bytes(head[16:18], "big")
    page_size = 65536 if page_size == 1 else page_size
    pages_are_counted = head[24:28] == head[92:96]
    if pages_are_counted and path.stat().st_size < page_size * _number(head, 28):
        raise PlannerError("book_damaged", path=path)


def _number(head: bytes, offset: int) -> int:
    return int.from_bytes(head[offset : offset + 4], "big")


def _ask_sqlite(path: Path) -> tuple[int, int]:
    """Application id and version as the write-ahead log has them; reading alone changes no file."""
    with told_plainly(path), closing(read_only(path)) as connection:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        return application, version


def _is_blank(path: Path) -> bool:
    """Whether no table was ever made: the maker of the book was killed. What it began is rolled back for the answer."""
    is_half_made = Path(f"{path}-journal").exists()
    with told_plainly(path), closing(sqlite3.connect(path) if is_half_made else read_only(path)) as connection:
        return connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is None


def read_only(path: Path) -> sqlite3.Connection:
    """A connection that cannot change the file."""
    uri = path.absolute().as_uri()
    if not uri.startswith("file:///"):  # a share on a network; SQLite wants its server in the path
        uri = f"file:////{uri.removeprefix('file://')}"
    return sqlite3.connect(f"{uri}?mode=ro", uri=True)
