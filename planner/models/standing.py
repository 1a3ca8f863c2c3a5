"""The derived rows: what ``standing`` and ``due`` are made of, and writing them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from planner.models.book import Book

_WRITE = """
    INSERT INTO standing(person_id, sort_name, fp, stage, source, score, last_on, last_kind, last_channel, is_listed)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT(person_id) DO UPDATE SET
      sort_name = excluded.sort_name, fp = excluded.fp, stage = excluded.stage, source = excluded.source,
      score = excluded.score, last_on = excluded.last_on, last_kind = excluded.last_kind,
      last_channel = excluded.last_channel, is_listed = excluded.is_listed
"""


def write(book: Book, rows: Iterable[Sequence[object]]) -> None:
    """Put rows of ``standing`` in place."""
    book.run_many(_WRITE, rows)


def forget_the_gone(book: Book, ids: Sequence[int]) -> None:
    """Clear what people whom undo has taken away leave behind."""
    for table in ("standing", "due", "listed"):
        book.run(
            f"DELETE FROM {table} WHERE person_id IN ({_marks(ids)}) AND person_id NOT IN (SELECT id FROM person)", ids
        )


def people(book: Book, ids: Sequence[int]) -> list[tuple[Any, ...]]:
    """Id, name, given, family, call_me, company, job, stage, source kind and name, and whether lists show them."""
    return book.rows(
        f"""SELECT person.id, person.name, given, family, call_me, company, job, stage, source.kind, source.name,
            archived_on IS NULL AND NOT is_deceased
            FROM person LEFT JOIN source ON source.id = source_id WHERE person.id IN ({_marks(ids)})""",
        ids,
    )


def words(book: Book, ids: Sequence[int]) -> list[tuple[Any, ...]]:
    """Person id and a word to find them by: e-mail addresses, cities, tags."""
    marks = _marks(ids)
    return book.rows(
        f"""SELECT person_id, address FROM email WHERE person_id IN ({marks})
            UNION ALL SELECT person_id, city FROM address WHERE person_id IN ({marks})
            UNION ALL SELECT person_id, name FROM tag WHERE person_id IN ({marks})""",
        (*ids, *ids, *ids),
    )


def numbers(book: Book, ids: Sequence[int]) -> list[tuple[Any, ...]]:
    """Person id and number, E.164 where it is known."""
    return book.rows(
        f"""SELECT person_id, iif(e164 <> '', e164, typed) FROM phone
            WHERE person_id IN ({_marks(ids)}) ORDER BY position""",
        ids,
    )


def touches(book: Book, ids: Sequence[int]) -> list[tuple[Any, ...]]:
    """Person id, touch id, day, kind, points, channel."""
    return book.rows(
        f"SELECT person_id, id, on_date, kind, points, channel FROM touch WHERE person_id IN ({_marks(ids)})", ids
    )


def _marks(ids: Sequence[int]) -> str:
    return ",".join("?" * len(ids))
