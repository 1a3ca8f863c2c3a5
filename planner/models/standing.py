"""The derived rows: what ``standing`` and ``due`` are made of, and writing them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from planner.models.book import Book

COLUMNS = (
    "person_id",
    "sort_name",
    "fp",
    "stage",
    "source",
    "score",
    "last_on",
    "last_kind",
    "last_channel",
    "next_on",
    "next_at",
    "next_action",
    "is_listed",
    "as_of",
)
"""What a row of ``standing`` holds, in the order in which rows are written."""

_WRITE = f"""
    INSERT INTO standing({", ".join(COLUMNS)}) VALUES ({", ".join("?" * len(COLUMNS))})
    ON CONFLICT(person_id) DO UPDATE SET {", ".join(f"{column} = excluded.{column}" for column in COLUMNS[1:])}
"""
_OVERTAKEN = """
    SELECT person_id FROM due JOIN standing USING (person_id) WHERE due_on < ?1 AND as_of <= due_on
    UNION SELECT person_id FROM due JOIN standing USING (person_id)
      WHERE kind = 'keep_in_touch' AND due_on < date(?1, ?2) AND as_of <= date(due_on, ?3)
    UNION SELECT person_id FROM standing WHERE next_on < ?1 AND as_of <= next_on
"""


def write(book: Book, ids: Sequence[int], rows: Iterable[Sequence[object]], dues: Iterable[Sequence[object]]) -> None:
    """Put the rows of ``standing`` and all rows of ``due`` of these people in place."""
    book.run_many(_WRITE, rows)
    book.run_many("DELETE FROM due WHERE person_id = ?", [(person_id,) for person_id in ids])
    book.run_many("INSERT INTO due(person_id, kind, due_on, ref_id) VALUES (?, ?, ?, ?)", dues)


def overtaken(book: Book, today: str, replan_after: int) -> list[int]:
    """People whose day has passed since their rows were derived: what was ahead of them now lies behind."""
    found = book.rows(_OVERTAKEN, (today, f"-{replan_after} days", f"+{replan_after} days"))
    return [person_id for (person_id,) in found]


@contextmanager
def search_index_rebuilt(book: Book) -> Iterator[None]:
    """Let the search index be while many rows change, then fill it once; in the running transaction."""
    triggers = book.rows("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'standing'")
    for name, _ in triggers:
        book.run(f"DROP TRIGGER {name}")
    yield
    book.run("INSERT INTO standing_fts(standing_fts) VALUES ('delete-all')")
    # In the order of ids: FTS5's own 'rebuild' takes them in another one, and five times as long.
    book.run("INSERT INTO standing_fts(rowid, fp) SELECT person_id, fp FROM standing ORDER BY person_id")
    for _, sql in triggers:
        book.run(sql)


def everybody(book: Book) -> list[int]:
    """The ids of all people."""
    return [person_id for (person_id,) in book.rows("SELECT id FROM person ORDER BY id")]


def forget_the_gone(book: Book, ids: Sequence[int]) -> None:
    """Clear what people whom undo has taken away leave behind."""
    for table in ("standing", "due", "listed"):
        book.run(
            f"DELETE FROM {table} WHERE person_id IN ({_marks(ids)}) AND person_id NOT IN (SELECT id FROM person)", ids
        )


def people(book: Book, ids: Sequence[int]) -> list[tuple[Any, ...]]:
    """Id, name, given, family, call_me, company and job of people."""
    return book.rows(
        f"SELECT id, name, given, family, call_me, company, job FROM person WHERE id IN ({_marks(ids)})", ids
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


def _marks(ids: Sequence[int]) -> str:
    return ",".join("?" * len(ids))
