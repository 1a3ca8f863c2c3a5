"""The book: one SQLite file with everything in it."""

from __future__ import annotations

import sqlite3
import sys
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planner.models import header, migrations
from planner.models.trouble import told_plainly

if TYPE_CHECKING:
    import peewee

    from planner.domain.moment import Moment
    from planner.models.undo import LoggedStep, UndoLog

_PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": "full",  # a note of a call must survive a power cut
    "foreign_keys": 1,
    "recursive_triggers": 1,  # a replaced row counts as removed
    "cache_size": -32_000,  # KiB
    "temp_store": "memory",
} | ({"fullfsync": 1, "checkpoint_fullfsync": 1} if sys.platform == "darwin" else {})
_PATIENCE = 5
"""Seconds to wait for another program that writes in the same book."""


def as_instant(at: Moment) -> str:
    """The moment as the book's tables keep it: UTC to the second."""
    return at.utc.strftime("%Y-%m-%dT%H:%M:%SZ")


class Book:
    """An open book. Each thread that uses it gets a connection of its own and closes it."""

    def __init__(self, path: Path, *, was_clean: bool) -> None:
        """Not called directly: see ``open``."""
        self.path = path
        self.was_clean = was_clean
        """False after an unclean end: call ``check`` once the first frame stands."""
        self._here = threading.local()

    @classmethod
    def open(cls, path: Path, *, create: bool = True) -> Book:
        """Open the book at ``path``, made first if need be, its tables brought to the newest version.

        Raises PlannerError: folder_missing, book_missing, not_a_book, book_too_new, book_damaged, book_read_only,
        book_unreadable, book_busy, disk_full. The file stays untouched then.
        """
        found = header.inspect(path, create=create)
        book = cls(path, was_clean=found.was_clean)
        try:
            with told_plainly(path):
                connection = book.connection()
                if found.version < migrations.NEWEST:
                    migrations.bring_up(connection, path, found.version, header.APPLICATION_ID)
        except BaseException:
            book.let_go()
            raise
        return book

    @cached_property
    def db(self) -> peewee.SqliteDatabase:
        """The same connections through peewee, from the first write on: its import would be a fifth of a start."""
        from planner.models.through_peewee import SharedDatabase

        return SharedDatabase(str(self.path), self.connection)

    def connection(self) -> sqlite3.Connection:
        """This thread's connection."""
        connection: sqlite3.Connection | None = getattr(self._here, "connection", None)
        if connection is None:
            connection = self._here.connection = sqlite3.connect(self.path, timeout=_PATIENCE, isolation_level=None)
            for pragma, value in _PRAGMAS.items():
                connection.execute(f"PRAGMA {pragma} = {value}")
            connection.create_function("written_number", 2, _written_number, deterministic=True)
        return connection

    def rows(self, sql: str, params: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """All rows of a query."""
        with told_plainly(self.path):
            return self.connection().execute(sql, params).fetchall()

    def row(self, sql: str, params: Sequence[object] = ()) -> tuple[Any, ...] | None:
        """The first row of a query, or None."""
        with told_plainly(self.path):
            found: tuple[Any, ...] | None = self.connection().execute(sql, params).fetchone()
            return found

    def value(self, sql: str, params: Sequence[object] = ()) -> Any:
        """The first column of the first row, or None."""
        found = self.row(sql, params)
        return None if found is None else found[0]

    def run(self, sql: str, params: Sequence[object] = ()) -> int:
        """Write, inside ``step`` or ``quietly``: the new row's id after INSERT, else how many rows it changed."""
        with told_plainly(self.path):
            cursor = self._writing().execute(sql, params)
            return (cursor.lastrowid or 0) if sql.lstrip()[:6].upper() == "INSERT" else cursor.rowcount

    def write(self, query: peewee.Insert | peewee.Update | peewee.Delete) -> int:
        """Write through a model, inside ``step`` or ``quietly``: the new row's id, else how many rows it changed.

        The book is told to the query, not bound to its model, which every thread shares.
        """
        with told_plainly(self.path):
            self._writing()
            return int(query.execute(self.db))

    def run_many(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """Write many rows with one statement, inside ``step`` or ``quietly``."""
        with told_plainly(self.path):
            self._writing().executemany(sql, rows)

    @contextmanager
    def step(self, what: str, at: Moment, **detail: Any) -> Iterator[dict[str, Any]]:
        """One transaction and one step of undo, named ``what``; inside another step or ``quietly`` a part of it.

        Facts that are known only later, such as a new person's id, may be added to the yielded ``detail``.
        """
        if self._is_writing():
            yield detail
            return
        with told_plainly(self.path):
            log = self._undo_log()
        with self._transaction():
            log.begin()
            yield detail
            log.end(what, as_instant(at), detail)

    @contextmanager
    def quietly(self) -> Iterator[None]:
        """One transaction that undo never hears of: derived rows, where a window stood, who was listed."""
        if self._is_writing():
            yield
            return
        with self._transaction():
            yield

    @contextmanager
    def rewinding(self) -> Iterator[UndoLog]:
        """One transaction in which undo may turn steps: foreign keys are off, cascades were logged."""
        with told_plainly(self.path):
            log = self._undo_log()
            self.connection().execute("PRAGMA foreign_keys = OFF")
        try:
            with self._transaction():
                yield log
        finally:
            self.connection().execute("PRAGMA foreign_keys = ON")

    def undo_steps(self, limit: int) -> list[LoggedStep]:
        """The history, newest step first, undone ones among them."""
        from planner.models.undo import read_steps

        with told_plainly(self.path):
            return read_steps(self.connection(), limit)

    def check(self) -> bool:
        """Whether the file is sound: SQLite's quick check, a third of a second for a million touches."""
        try:
            return bool(self.connection().execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
        except sqlite3.DatabaseError:
            return False

    def other_writer_changed(self) -> bool:
        """Whether another program or thread has written since this was last asked in this thread."""
        version = self.value("PRAGMA data_version")
        before = getattr(self._here, "data_version", version)
        self._here.data_version = version
        return bool(version != before)

    def close(self) -> None:
        """Close this thread's connection; the last one folds the write-ahead log into the file."""
        connection: sqlite3.Connection | None = getattr(self._here, "connection", None)
        if connection is None:
            return
        connection.execute("PRAGMA busy_timeout = 0")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()  # Apple's SQLite leaves the log in place
        self.let_go()

    def let_go(self) -> None:
        """Close the connection of a thread that has only read, and forget what belongs to it.

        The write-ahead log stays as it is: folding it in would make every other connection read its pages anew.
        """
        connection: sqlite3.Connection | None = getattr(self._here, "connection", None)
        if "db" in vars(self):
            self.db.close()
        if connection is not None:
            connection.close()
        vars(self._here).clear()

    def _is_writing(self) -> bool:
        """Whether a transaction of this thread is open; before the first there is no peewee to ask."""
        return "db" in vars(self) and bool(self.db.in_transaction())

    def _undo_log(self) -> UndoLog:
        """The undo log of this thread's connection; its triggers are made at the first write, not at start-up."""
        log: UndoLog | None = getattr(self._here, "log", None)
        if log is None:
            from planner.models.undo import UndoLog

            log = self._here.log = UndoLog(self.connection())
        return log

    def _writing(self) -> sqlite3.Connection:
        if not self._is_writing():
            raise RuntimeError("a write needs step() or quietly() around it")
        return self.connection()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with told_plainly(self.path), self.db.atomic("IMMEDIATE"):
            yield


def _written_number(typed: str, e164: str) -> str:
    """For SQL: a number that stands for a name. Understanding numbers is loaded with the first of them."""
    from planner.domain import phone

    return phone.written(typed, e164)
