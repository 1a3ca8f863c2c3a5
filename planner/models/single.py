"""Single rows as forms write them: through the models, which know every column and what it holds.

Lists and views read raw rows (``Book.rows``): they are asked for far more often, and before anything is written.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from planner.models.book import Book


def insert(book: Book, table: str, values: Mapping[str, Any]) -> int:
    """Add a row; what ``values`` leaves out takes the default of its column. Answers its id."""
    return book.write(_model(table).insert(**values))


def update(book: Book, table: str, row_id: int, values: Mapping[str, Any]) -> None:
    """Write ``values`` over a row."""
    model = _model(table)
    book.write(model.update(**values).where(model.id == row_id))


def revise(book: Book, table: str, row_id: int, values: Mapping[str, Any]) -> None:
    """Write ``values`` over a row and count its revision up."""
    model = _model(table)
    book.write(model.update(**values, rev=model.rev + 1).where(model.id == row_id))


def remove(book: Book, table: str, row_id: int) -> None:
    """Take a row away."""
    model = _model(table)
    book.write(model.delete().where(model.id == row_id))


def _model(table: str) -> Any:
    """The model of a table; the first write brings peewee in, not the start."""
    from planner.models.tables import BY_NAME

    return BY_NAME[table]
