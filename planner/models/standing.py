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
    "notes",
    "stage",
    "closeness",
    "source",
    "score",
    "last_on",
    "last_kind",
    "last_channel",
    "next_on",
    "next_at",
    "next_action",
    "is_listed",
    "ask_from",
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
    UNION SELECT person_id FROM standing WHERE as_of = ''
"""


def write(book: Book, rows: Iterable[Sequence[object]], dues: Iterable[Sequence[object]]) -> None:
    """Put rows of ``standing`` in place and add rows of ``due``."""
    book.run_many(_WRITE, rows)
    book.run_many("INSERT INTO due(person_id, kind, due_on, ref_id) VALUES (?, ?, ?, ?)", dues)


def overtaken(book: Book, today: str, replan_after: int) -> list[int]:
    """People whose day has passed since their rows were derived, or whose rows an older program has derived."""
    found = book.rows(_OVERTAKEN, (today, f"-{replan_after} days", f"+{replan_after} days"))
    return [person_id for (person_id,) in found]


@contextmanager
def written_afresh(book: Book) -> Iterator[None]:
    """Begin with no derived rows at all; indexes and full-text search are built once, at the end."""
    made = book.rows(
        """SELECT type, name, sql FROM sqlite_master
           WHERE tbl_name IN ('standing', 'due') AND type IN ('trigger', 'index') AND sql IS NOT NULL ORDER BY rowid"""
    )
    for kind, name, _ in made:
        book.run(f"DROP {kind} {name}")
    book.run("DELETE FROM standing")
    book.run("DELETE FROM due")
    yield
    for _, _, sql in made:
        book.run(sql)
    for index in ("standing_fts", "standing_names"):
        book.run(f"INSERT INTO {index}({index}) VALUES ('delete-all')")
    # In the order of ids: FTS5's own 'rebuild' takes them in another one, and five times as long.
    book.run("INSERT INTO standing_fts(rowid, fp, notes) SELECT person_id, fp, notes FROM standing ORDER BY person_id")
    book.run(
        "INSERT INTO standing_names(rowid, names)"
        " SELECT person_id, substr(fp, 1, instr(fp, '<')) FROM standing ORDER BY person_id"
    )
    for index in ("standing_fts", "standing_names"):
        book.run(f"INSERT INTO {index}({index}) VALUES ('optimize')")


def everybody(book: Book) -> list[int]:
    """The ids of all people, but for those in the bin, of whom nothing is derived."""
    return [person_id for (person_id,) in book.rows("SELECT id FROM person WHERE removed_on IS NULL ORDER BY id")]


def count_people(book: Book) -> int:
    """How many people there are."""
    return int(book.value("SELECT count(*) FROM person"))


def clear_dues(book: Book, ids: Sequence[int]) -> None:
    """Take away all rows of ``due`` of these people."""
    book.run(f"DELETE FROM due WHERE person_id IN ({_marks(ids)})", ids)


def forget_the_gone(book: Book, ids: Sequence[int]) -> None:
    """Clear what people who are in the bin, or whom undo has taken away, leave behind."""
    marks = _marks(ids)
    here = f"SELECT id FROM person WHERE id IN ({marks})"
    for table in ("standing", "due"):
        gone = f"person_id IN ({marks}) AND person_id NOT IN ({here} AND removed_on IS NULL)"
        book.run(f"DELETE FROM {table} WHERE {gone}", (*ids, *ids))
    book.run(f"DELETE FROM listed WHERE person_id IN ({marks}) AND person_id NOT IN ({here})", (*ids, *ids))


def people(book: Book, ids: Sequence[int]) -> list[tuple[Any, ...]]:
    """Id, name, given, family, call_me, company, job and the notes about people who are not in the bin."""
    return book.rows(
        "SELECT id, name, given, family, call_me, company, job, note, remember, in_common, life, how_known, wish"
        f" FROM person WHERE id IN ({_marks(ids)}) AND removed_on IS NULL",
        ids,
    )


def words(book: Book, ids: Sequence[int]) -> list[tuple[Any, ...]]:
    """Person id, a word to find them by, and whether it is a way to reach them: mail addresses, cities, tags."""
    marks = _marks(ids)
    return book.rows(
        f"""SELECT person_id, address, 1 FROM email WHERE person_id IN ({marks})
            UNION ALL SELECT person_id, city, 0 FROM address WHERE person_id IN ({marks})
            UNION ALL SELECT person_id, name, 0 FROM tag WHERE person_id IN ({marks})""",
        (*ids, *ids, *ids),
    )


def _marks(ids: Sequence[int]) -> str:
    return ",".join("?" * len(ids))
