"""Who is on the list of people and in which order: the queries that run at every key typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from planner.models.book import Book

ENOUGH: Final = 2000
"""So many hits of a search are sorted by hand; more are walked in order of the list until the page is full."""

ORDERS: Final[Mapping[str, str]] = {
    "name": "sort_name {}, person_id {}",
    "relationship": "stage {}, sort_name {}",
    "balance": "score {}, person_id {}",
    "next_step": "next_on IS NULL, next_on {}, person_id {}",
    "last_contact": "last_on IS NULL, last_on {}, person_id {}",
    "source": "source {}, sort_name {}",
}


def ids(
    book: Book,
    where: str,
    params: Sequence[object],
    order: str,
    *,
    descending: bool,
    needles: Sequence[str],
    limit: int,
) -> list[int]:
    """The people of a view in their order, found by ``needles`` if there are any; -1 is no limit."""
    asked = " AND ".join(["(" + where + ")", *("instr(fp, ?)" for _ in needles)])
    by = ORDERS[order].format(*(2 * ["DESC" if descending else "ASC"]))
    if needles:
        found = matches(book, needles, ENOUGH)
        if len(found) < ENOUGH:
            return among(book, found, where, params, by, limit)
    sql = f"SELECT person_id FROM standing WHERE {asked} ORDER BY {by} LIMIT ?"
    return [person_id for (person_id,) in book.rows(sql, (*params, *needles, limit))]


def matches(book: Book, needles: Sequence[str], limit: int) -> list[int]:
    """Up to ``limit`` people in whose search form every needle stands, in no order."""
    query = " AND ".join(f'"{needle}"' for needle in needles)
    found = book.rows("SELECT rowid FROM standing_fts WHERE standing_fts MATCH ? LIMIT ?", (query, limit))
    return [person_id for (person_id,) in found]


def among(book: Book, found: Sequence[int], where: str, params: Sequence[object], by: str, limit: int) -> list[int]:
    """Those of ``found`` that belong to a view, in its order."""
    marks = ",".join(map(str, found))
    sql = f"SELECT person_id FROM standing WHERE person_id IN ({marks}) AND ({where}) ORDER BY {by} LIMIT ?"
    return [person_id for (person_id,) in book.rows(sql, (*params, limit))]


def count(book: Book, where: str, params: Sequence[object], needles: Sequence[str]) -> int:
    """How many people a view holds."""
    asked = " AND ".join(["(" + where + ")", *("instr(fp, ?)" for _ in needles)])
    return int(book.value(f"SELECT count(*) FROM standing WHERE {asked}", (*params, *needles)))


def rows(book: Book, wanted: Iterable[int]) -> list[tuple[Any, ...]]:
    """What a line of the table shows, for some people."""
    marks = ",".join(str(int(person_id)) for person_id in wanted)
    return book.rows(
        "SELECT person.id, person.name, person.company, standing.stage, person.closeness, standing.score,"
        " standing.next_action, standing.next_on, standing.next_at, standing.last_on, standing.last_channel,"
        " source.kind, source.name FROM standing JOIN person ON person.id = standing.person_id"
        f" LEFT JOIN source ON source.id = person.source_id WHERE standing.person_id IN ({marks})"
    )


def way_to_reach(book: Book, person_id: int) -> str:
    """The first phone or e-mail of somebody without a name."""
    found = book.value("SELECT typed FROM phone WHERE person_id = ? ORDER BY position, id LIMIT 1", (person_id,))
    found = found or book.value(
        "SELECT address FROM email WHERE person_id = ? ORDER BY position, id LIMIT 1", (person_id,)
    )
    return str(found or "")
