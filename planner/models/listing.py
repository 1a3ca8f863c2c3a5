"""Who is on the list of people and in which order: the queries that run at every key typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from planner.models.book import Book

ENOUGH: Final = 4000
"""A search with fewer hits is sorted whole; with more, the list is walked in its order until the page is full."""

FEW: Final = 8000
"""A view with fewer people is sorted whole; with more, it is walked in its order until the page is full."""


class Order(NamedTuple):
    """A column to sort by: its index, the terms, and the column whose empty values come last in both directions."""

    index_name: str
    terms: tuple[str, str]
    may_be_empty: str = ""

    def by(self, *, descending: bool) -> str:
        """The terms of ORDER BY."""
        return ", ".join(f"{term} {'DESC' if descending else 'ASC'}" for term in self.terms)


ORDERS: Final[Mapping[str, Order]] = {
    "name": Order("standing_search", ("sort_name", "person_id")),
    "relationship": Order("standing_stage", ("stage", "sort_name")),
    "balance": Order("standing_score", ("score", "person_id")),
    "next_step": Order("standing_next", ("next_on", "person_id"), "next_on"),
    "last_contact": Order("standing_last", ("last_on", "person_id"), "last_on"),
    "source": Order("standing_source", ("source", "sort_name")),
}


_CITIES = """
WITH RECURSIVE town(city) AS (
  SELECT min(city) FROM address
  UNION ALL SELECT (SELECT min(city) FROM address WHERE city > town.city) FROM town WHERE town.city IS NOT NULL)
SELECT city FROM town WHERE city IS NOT NULL"""


class Wanted(NamedTuple):
    """A view as a condition on ``standing`` with its values; ``is_listed`` tells which indexes can serve it.

    ``index_name`` says what to gather by where SQLite would choose badly.
    """

    condition: str
    values: tuple[object, ...] = ()
    is_listed: bool = True
    index_name: str = ""

    @property
    def where(self) -> str:
        """The condition with the list's own bound, which the partial indexes need to see."""
        return f"{'' if self.is_listed else 'NOT '}is_listed AND ({self.condition})"


EVERYONE: Final = Wanted("1")
"""The view that leaves nobody out."""


def page(
    book: Book, wanted: Wanted, order: Order, needles: Sequence[str], *, descending: bool, limit: int
) -> list[int]:
    """The first ``limit`` people of a view in its order, found by ``needles`` if there are any; -1 is no limit."""
    if needles:
        found = _matches(book, needles)
        if len(found) < ENOUGH:
            return _sorted(book, _among(wanted, found), order, descending=descending, limit=limit)
    is_walked = wanted.is_listed and not _has_few(book, wanted)
    in_order = _walked if is_walked else _sorted
    return in_order(book, _containing(wanted, needles), order, descending=descending, limit=limit)


def count(book: Book, wanted: Wanted, needles: Sequence[str]) -> int:
    """How many people a view holds, found by ``needles`` if there are any."""
    if needles:
        found = _matches(book, needles)
        wanted = _among(wanted, found) if len(found) < ENOUGH else _matching(wanted, needles)
    return int(book.value(f"SELECT count(*) FROM standing {wanted.index_name} WHERE {wanted.where}", wanted.values))


def cities(book: Book) -> list[str]:
    """Every town people live in, each once, leaping along the index from one to the next."""
    return [city for (city,) in book.rows(_CITIES) if city]


def cities_like(book: Book, asked: Iterable[str]) -> tuple[str, ...]:
    """The towns of the book, as they are written there, that read like one of those asked for."""
    from planner.domain.search import fold

    folded = {fold(city).strip() for city in asked}
    return tuple(city for city in cities(book) if fold(city).strip() in folded)


def state(book: Book) -> tuple[int, int]:
    """Two numbers that differ as soon as anything was written, by this connection or by another."""
    return int(book.value("SELECT total_changes()")), int(book.value("PRAGMA data_version"))


def rows(book: Book, people: Iterable[int]) -> list[tuple[Any, ...]]:
    """What a line of the table shows, for some people."""
    return book.rows(
        "SELECT person.id, person.name, person.company, standing.stage, person.closeness, standing.score,"
        " standing.next_action, standing.next_on, standing.next_at, standing.last_on, standing.last_channel,"
        " source.kind, source.name FROM standing JOIN person ON person.id = standing.person_id"
        f" LEFT JOIN source ON source.id = person.source_id WHERE standing.person_id IN ({_numbers(people)})"
    )


def names(book: Book, people: Sequence[int]) -> dict[int, str]:
    """What some people are called: by their name, or else their company's; empty where neither is known."""
    sql = f"SELECT id, coalesce(nullif(name, ''), company) FROM person WHERE id IN ({_numbers(people)})"
    return dict(book.rows(sql))


def _walked(book: Book, wanted: Wanted, order: Order, *, descending: bool, limit: int) -> list[int]:
    """Walk the index of the order and stop at the limit; people without a value come last."""
    parts = [f"{order.may_be_empty} IS NOT NULL", f"{order.may_be_empty} IS NULL"] if order.may_be_empty else ["1"]
    found: list[int] = []
    for part in parts:
        sql = (
            f"SELECT person_id FROM standing INDEXED BY {order.index_name} WHERE {wanted.where} AND {part}"
            f" ORDER BY {order.by(descending=descending)} LIMIT ?"
        )
        found += _ids(book, sql, (*wanted.values, limit - len(found) if limit >= 0 else limit))
    return found


def _sorted(book: Book, wanted: Wanted, order: Order, *, descending: bool, limit: int) -> list[int]:
    """Gather by whatever index serves the view, then sort."""
    by = ", ".join("+" + term for term in order.by(descending=descending).split(", "))
    empty_last = f"{order.may_be_empty} IS NULL, " if order.may_be_empty else ""
    sql = f"SELECT person_id FROM standing {wanted.index_name} WHERE {wanted.where} ORDER BY {empty_last}{by} LIMIT ?"
    return _ids(book, sql, (*wanted.values, limit))


def _has_few(book: Book, wanted: Wanted) -> bool:
    sql = f"SELECT count(*) FROM (SELECT 1 FROM standing WHERE {wanted.where} LIMIT {FEW})"
    return int(book.value(sql, wanted.values)) < FEW


def _matches(book: Book, needles: Sequence[str]) -> list[int]:
    """Some people in whose search form every needle stands, in no order: all of them if they are not ``ENOUGH``."""
    return _ids(book, f"SELECT rowid FROM standing_fts WHERE standing_fts MATCH ? LIMIT {ENOUGH}", (_every(needles),))


def _among(wanted: Wanted, found: Sequence[int]) -> Wanted:
    """Those of a view who were found, gathered by their ids."""
    condition = f"person_id IN ({_numbers(found)}) AND ({wanted.condition})"
    return Wanted(condition, wanted.values, wanted.is_listed, "NOT INDEXED")


def _every(needles: Sequence[str]) -> str:
    from planner.domain.search import match_query

    return match_query(needles)


def _containing(wanted: Wanted, needles: Sequence[str]) -> Wanted:
    """Those of a view in whose search form every needle stands, looked for in the form itself."""
    condition = " AND ".join([f"({wanted.condition})", *("instr(fp, ?)" for _ in needles)])
    return Wanted(condition, (*wanted.values, *needles), wanted.is_listed)


def _matching(wanted: Wanted, needles: Sequence[str]) -> Wanted:
    """Those of a view in whose search form every needle stands, by the full-text index."""
    found = "person_id IN (SELECT rowid FROM standing_fts WHERE standing_fts MATCH ?)"
    values = (_every(needles), *wanted.values)
    return Wanted(f"{found} AND ({wanted.condition})", values, wanted.is_listed, "NOT INDEXED")


def _numbers(people: Iterable[int]) -> str:
    """Ids as the text of a list: there may be more of them than a statement has room for values."""
    return ",".join(str(int(person_id)) for person_id in people)


def _ids(book: Book, sql: str, values: Sequence[object]) -> list[int]:
    return [person_id for (person_id,) in book.rows(sql, values)]
