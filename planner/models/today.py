"""Who can come up today: indexed dates, counts of the day, and who stood on which day's list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from planner.models.book import Book

_DUE = """
SELECT due.person_id, due.due_on FROM due JOIN standing USING (person_id)
WHERE due.kind = ? AND due.due_on BETWEEN ? AND ? AND standing.is_listed
ORDER BY due.due_on, standing.sort_name LIMIT ?"""
_DUE_ON = """
SELECT due.person_id, due.due_on FROM due JOIN standing USING (person_id)
WHERE due.kind = ? AND due.due_on IN ({days}) AND standing.is_listed
ORDER BY standing.sort_name"""
_COUNT = "SELECT count(*) FROM due WHERE kind = ? AND due_on BETWEEN ? AND ?"
_WEEK = """
SELECT coalesce(sum(points > 0 AND kind <> 'opening_balance'), 0), coalesce(sum(kind IN ({asks})), 0)
FROM touch WHERE on_date BETWEEN ? AND ?"""
_TOUCHED = "SELECT person_id, kind, direction FROM touch WHERE on_date = ?"
_BOUGHT_CALLED = """
SELECT count(DISTINCT touch.person_id) FROM touch JOIN person ON person.id = touch.person_id
JOIN source ON source.id = person.source_id
WHERE touch.on_date = ? AND touch.direction = 'me' AND touch.channel IN ('call', 'voicemail', 'video')
  AND source.kind = 'bought' AND person.stage NOT IN ('customer', 'host', 'team', 'fan')"""
_LIST = """
INSERT INTO listed(person_id, on_date, is_put_off) VALUES (?, ?, ?)
ON CONFLICT(person_id, on_date) DO UPDATE SET is_put_off = max(is_put_off, excluded.is_put_off)"""
_WANT = """
INSERT INTO listed(person_id, on_date, is_wanted) VALUES (?, ?, 1)
ON CONFLICT(person_id, on_date) DO UPDATE SET is_wanted = 1"""
_PEOPLE_DUE = """
SELECT count(*) FROM (SELECT DISTINCT person_id FROM due JOIN standing USING (person_id)
WHERE kind IN ({kinds}) AND due_on < ? AND standing.is_listed LIMIT ?)"""


def due(book: Book, kind: str, since: str, until: str, limit: int) -> list[tuple[int, str]]:
    """People with a date of this kind between two days, earliest first, then by name."""
    return [(row[0], row[1]) for row in book.rows(_DUE, (kind, since, until, limit))]


def due_on(book: Book, kind: str, days: Sequence[str]) -> list[tuple[int, str]]:
    """People with a date of this kind on one of these days, by name."""
    return [(row[0], row[1]) for row in book.rows(_DUE_ON.format(days=",".join("?" * len(days))), (kind, *days))]


def due_count(book: Book, kind: str, since: str, until: str) -> int:
    """How many dates of this kind lie between two days."""
    return int(book.value(_COUNT, (kind, since, until)))


def people_due(book: Book, kinds: Sequence[str], before: str, at_most: int) -> int:
    """How many people have a date of these kinds before a day; counts no further than ``at_most``, -1 for all."""
    return int(book.value(_PEOPLE_DUE.format(kinds=",".join("?" * len(kinds))), (*kinds, before, at_most)))


def given_and_asked(book: Book, asks: Iterable[str], since: str, until: str) -> tuple[int, int]:
    """How many deposits and how many asks the days from ``since`` to ``until`` hold."""
    kinds = list(asks)
    row = book.row(_WEEK.format(asks=",".join("?" * len(kinds))), (*kinds, since, until))
    return (row[0], row[1]) if row else (0, 0)


def touched(book: Book, on: str) -> list[tuple[Any, ...]]:
    """Person, kind and direction of everything written down for one day."""
    return book.rows(_TOUCHED, (on,))


def bought_called(book: Book, on: str) -> int:
    """How many people of bought lists, who have not become anything more, were called on a day."""
    return int(book.value(_BOUGHT_CALLED, (on,)))


def put_off(book: Book, on: str) -> list[int]:
    """Whom the user has sent to another day on this one."""
    return [row[0] for row in book.rows("SELECT person_id FROM listed WHERE on_date = ? AND is_put_off", (on,))]


def write_listed(book: Book, on: str, people: Sequence[int], *, are_put_off: bool) -> None:
    """Note that people stood on the list of a day; in the running transaction."""
    book.run_many(_LIST, [(person_id, on, int(are_put_off)) for person_id in people])


def write_wanted(book: Book, on: str, people: Sequence[int]) -> None:
    """Note whom the user wants on the sheet of a day; in the running transaction."""
    book.run_many(_WANT, [(person_id, on) for person_id in people])


def wanted(book: Book, on: str) -> list[int]:
    """Whom the user wants on the sheet of a day, in the order in which they were named."""
    sql = (
        "SELECT person_id FROM listed JOIN person ON person.id = person_id"
        " WHERE on_date = ? AND is_wanted AND removed_on IS NULL ORDER BY listed.id"
    )
    return [row[0] for row in book.rows(sql, (on,))]


def listed(book: Book, on: str) -> set[int]:
    """Who is noted as having stood on the list of a day."""
    return {row[0] for row in book.rows("SELECT person_id FROM listed WHERE on_date = ?", (on,))}


def forget_listed(book: Book, person_id: int) -> None:
    """Nobody remembers any more on which days this person stood on the list; in the running transaction."""
    book.run("DELETE FROM listed WHERE person_id = ?", (person_id,))
