"""What SQLite complains about, turned into an error a person can mend."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from planner.domain.errors import PlannerError

_CODES = {
    sqlite3.SQLITE_BUSY: "book_busy",
    sqlite3.SQLITE_LOCKED: "book_busy",
    sqlite3.SQLITE_READONLY: "book_read_only",
    sqlite3.SQLITE_IOERR: "book_unreadable",
    sqlite3.SQLITE_CANTOPEN: "book_unreadable",
    sqlite3.SQLITE_PERM: "book_unreadable",
    sqlite3.SQLITE_CORRUPT: "book_damaged",
    sqlite3.SQLITE_NOTADB: "not_a_book",
    sqlite3.SQLITE_FULL: "disk_full",
}


def _troubles() -> tuple[type[Exception], ...]:
    """What SQLite and peewee raise; asked only when something was raised, so that peewee is not imported before."""
    from peewee import PeeweeException

    return sqlite3.Error, PeeweeException


def in_plain_code(error: BaseException, path: Path) -> PlannerError | None:
    """The error a person can mend behind ``error``, or None when it is a mistake of the program."""
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, sqlite3.Error):
            # The low byte is the primary result code. See https://sqlite.org/rescode.html
            code = _CODES.get(getattr(seen, "sqlite_errorcode", 0) & 0xFF)
            return PlannerError(code, path=path) if code else None
        seen = seen.__cause__ or seen.__context__
    return None


@contextmanager
def told_plainly(path: Path) -> Iterator[None]:
    """Raise PlannerError instead of SQLite's errors that come from the file, the disk or another program."""
    try:
        yield
    except _troubles() as error:
        plain = in_plain_code(error, path)
        if plain is None:
            raise
        raise plain from error
