"""The book's connections, handed to peewee: transactions that nest, and models for single rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

import peewee


class SharedDatabase(peewee.SqliteDatabase):
    """Opens nothing of its own: each thread's connection is the one the book has there already."""

    def __init__(self, name: str, connection: Callable[[], sqlite3.Connection]) -> None:
        super().__init__(name)
        self._of_book = connection

    def _connect(self) -> sqlite3.Connection:
        """The connection of this thread (peewee's name)."""
        connection = self._of_book()
        self._add_conn_hooks(connection)  # type: ignore[attr-defined] # peewee's stubs are thin
        return connection
