"""Who is on the list of people and in which order: the queries that run at every key typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from planner.models.book import Book

ENOUGH: Final = 1500
"""A search with fewer hits is sorted whole; with more, the list is walked in its order until the page is full."""

NAMES: Final = "instr(fp, ?) BETWEEN 1 AND instr(fp, '<')"
FORM: Final = "instr(fp, ?)"
EITHER: Final = "(instr(fp, ?) OR instr(notes, ?))"
"""Where a needle is looked for: in the names of the search form, in all of it, or also in the form of notes."""

_LAST_LETTER: Final = "\U0010ffff"
_MERIT: Final = (
    "CASE WHEN instr(fp, ?) THEN 1 WHEN NOT instr(fp, ?) THEN 5"
    " WHEN instr(fp, ?) < instr(fp, '<') THEN 2 WHEN instr(fp, ?) < instr(fp, '>') THEN 3 ELSE 4 END"
)
"""Where one needle stands in the form, by the signs that ``planner.domain.search`` puts between its parts."""

FEW: Final = 2000
"""A view with fewer people is sorted whole; with more, it is walked in its order until the page is full."""


_AT_ONCE: Final = 4096


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


_LINES = """
SELECT person.id, person.name, person.company, standing.stage, person.closeness, standing.score,
  standing.next_action, standing.next_on, standing.next_at, standing.last_on, standing.last_channel,
  source.kind, source.name,
  ifnull((SELECT city FROM address WHERE person_id = person.id AND city <> '' ORDER BY position, id LIMIT 1), ''),
  ifnull((SELECT CASE e164 WHEN '' THEN typed ELSE e164 END FROM phone
    WHERE person_id = person.id AND NOT is_wrong ORDER BY position, id LIMIT 1), ''),
  ifnull((SELECT group_concat(name, ', ') FROM tag WHERE person_id = person.id), '')
FROM standing JOIN person ON person.id = standing.person_id LEFT JOIN source ON source.id = person.source_id"""


class Wanted(NamedTuple):
    """A view as a condition on ``standing`` with its values; ``is_listed`` tells which indexes can serve it.

    ``index_name`` says what to gather by where SQLite would choose badly.
    """

    condition: str
    values: tuple[object, ...] = ()
    is_listed: bool = True
    index_name: str = ""

    def also(self, condition: str, *values: object) -> Wanted:
        """Those of the view for whom this is true as well."""
        return self._replace(condition=f"({self.condition}) AND {condition}", values=(*self.values, *values))

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
        found = _matches(book, _every(needles))
        if len(found) < ENOUGH:
            return _sorted(book, _among(wanted, found), order, descending=descending, limit=limit)
    in_order = _way(book, wanted)
    found_among = _containing(wanted, needles, EITHER) if needles else wanted
    return in_order(book, found_among, order, descending=descending, limit=limit)


def best(book: Book, wanted: Wanted, needles: Sequence[str], beginning: str, limit: int) -> list[int]:
    """The first ``limit`` people of a view found by ``needles``, the best match first; -1 is no limit.

    A name that goes ``beginning`` comes first, then words of a name, ways to reach somebody, what is near, notes.
    Where very many are found, only beginnings of names and notes are told apart from the rest.
    """
    start = (beginning, f"{beginning}{_LAST_LETTER}") if beginning else ()
    first: list[int] = []
    if start and limit > 0:
        first = _way(book, wanted)(book, _beginning(wanted, start), ORDERS["name"], descending=False, limit=limit)
        if len(first) == limit:
            return first
    found = _matches(book, _every(needles))
    if len(found) < ENOUGH:
        return _ranked(book, _among(wanted, found), _merit(needles, start), limit)
    if limit < 0:
        return _whole(book, wanted, needles, start)
    return _by_tiers(book, wanted, needles, first, limit)


def count(book: Book, wanted: Wanted, needles: Sequence[str]) -> int:
    """How many people a view holds, found by ``needles`` if there are any."""
    if needles:
        found = _matches(book, _every(needles))
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
    return book.rows(f"{_LINES} WHERE standing.person_id IN ({_numbers(people)})")


def called(person: str) -> str:
    """What somebody is called, as an expression over the row ``person``: the name, or else what there is of them."""
    return (
        f"coalesce(nullif({person}.name, ''), nullif({person}.company, ''),"
        f" (SELECT written_number(typed, e164) FROM phone WHERE person_id = {person}.id ORDER BY position, id LIMIT 1),"
        f" (SELECT address FROM email WHERE person_id = {person}.id ORDER BY position, id LIMIT 1), '')"
    )


def names(book: Book, people: Sequence[int]) -> dict[int, str]:
    """What some people are called: by their name, or else what there is of them."""
    sql = f"SELECT id, {called('person')} FROM person WHERE id IN ({_numbers(people)})"
    return dict(book.rows(sql))


def _walked(book: Book, wanted: Wanted, order: Order, *, descending: bool, limit: int) -> list[int]:
    """Walk the index of the order and stop at the limit; people without a value come last."""
    parts = [f"{order.may_be_empty} IS NOT NULL", f"{order.may_be_empty} IS NULL"] if order.may_be_empty else ["1"]
    found: list[int] = []
    for part in parts:
        sql = (
            f"SELECT person_id AS id FROM standing INDEXED BY {order.index_name} WHERE {wanted.where} AND {part}"
            f" ORDER BY {order.by(descending=descending)} LIMIT ?"
        )
        found += _ids(book, sql, (*wanted.values, limit - len(found) if limit >= 0 else limit))
    return found


def _sorted(book: Book, wanted: Wanted, order: Order, *, descending: bool, limit: int) -> list[int]:
    """Gather by whatever index serves the view, then sort."""
    by = ", ".join("+" + term for term in order.by(descending=descending).split(", "))
    empty_last = f"{order.may_be_empty} IS NULL, " if order.may_be_empty else ""
    those = f"SELECT person_id AS id FROM standing {wanted.index_name} WHERE {wanted.where}"
    sql = f"{those} ORDER BY {empty_last}{by} LIMIT ?"
    return _ids(book, sql, (*wanted.values, limit))


def _way(book: Book, wanted: Wanted) -> Callable[..., list[int]]:
    """Walk or gather, whichever a view of its size wants."""
    return _walked if wanted.is_listed and not _has_few(book, wanted) else _sorted


def _has_few(book: Book, wanted: Wanted) -> bool:
    sql = f"SELECT count(*) FROM (SELECT 1 FROM standing WHERE {wanted.where} LIMIT {FEW})"
    return int(book.value(sql, wanted.values)) < FEW


def _matches(book: Book, query: str, index: str = "standing_fts") -> list[int]:
    """Some people found by a full-text query, in no order: all of them if they are not ``ENOUGH``."""
    return _ids(book, f"SELECT rowid AS id FROM {index} WHERE {index} MATCH ? LIMIT {ENOUGH}", (query,))


def _among(wanted: Wanted, found: Sequence[int]) -> Wanted:
    """Those of a view who were found, gathered by their ids."""
    condition = f"person_id IN ({_numbers(found)}) AND ({wanted.condition})"
    return Wanted(condition, wanted.values, wanted.is_listed, "NOT INDEXED")


def _beginning(wanted: Wanted, start: Sequence[str]) -> Wanted:
    """Those of a view whose name lies between two texts."""
    return wanted.also("sort_name >= ? AND sort_name < ?", *start)


def _by_tiers(book: Book, wanted: Wanted, needles: Sequence[str], first: list[int], limit: int) -> list[int]:
    """Those after ``first``: in whose names every needle stands, then in whose form, then in whose notes."""
    from planner.domain.search import form_query, names_query

    found = list(first)
    in_order = _way(book, wanted)
    for index, query, where in (
        ("standing_names", names_query(needles), NAMES),
        ("standing_fts", form_query(needles), FORM),
        ("standing_fts", _every(needles), EITHER),
    ):
        others = wanted.also(f"person_id NOT IN ({_numbers(found)})")
        matches, room = _matches(book, query, index), limit - len(found)
        if len(matches) < ENOUGH:
            found += _ranked(book, _among(others, matches), _merit(needles, ()), room)
        else:
            found += in_order(book, _containing(others, needles, where), ORDERS["name"], descending=False, limit=room)
        if len(found) == limit:
            break
    return found


def _ranked(book: Book, wanted: Wanted, rank: tuple[str, Sequence[object]], limit: int) -> list[int]:
    """Gather, then sort by a rank and the name."""
    terms, values = rank
    sql = (
        f"SELECT person_id AS id FROM standing {wanted.index_name} WHERE {wanted.where}"
        f" ORDER BY {terms}, +sort_name, +person_id LIMIT ?"
    )
    return _ids(book, sql, (*wanted.values, *values, limit))


def _merit(needles: Sequence[str], start: Sequence[str]) -> tuple[str, list[object]]:
    """How well somebody is matched, 0 best, summed up over the needles."""
    from planner.domain.search import name_needles

    terms = ["NOT (sort_name >= ? AND sort_name < ?)" if start else "1"]
    values: list[object] = [*start]
    sums = []
    for needle, by_name in zip(needles, name_needles(needles), strict=True):
        sums.append(_MERIT)
        values += (by_name, needle, needle, needle)
    return ", ".join([*terms, " + ".join(sums)]), values


def _whole(book: Book, wanted: Wanted, needles: Sequence[str], start: Sequence[str]) -> list[int]:
    """Everybody found, in the order of ``_by_tiers``: one walk along the names, then those with notes alone."""
    begins = "sort_name >= ? AND sort_name < ?" if start else "0"
    tier = f"CASE WHEN {begins} THEN 0 WHEN {' AND '.join([NAMES] * len(needles))} THEN 1 ELSE 2 END"
    formed = _containing(wanted, needles, FORM)
    by = "INDEXED BY standing_search" if wanted.is_listed else ""
    rows = book.rows(
        f"SELECT person_id, {tier} FROM standing {by} WHERE {formed.where} ORDER BY sort_name, person_id",
        (*start, *needles, *formed.values),
    )
    found = [person_id for wanted_tier in range(3) for person_id, tier in rows if tier == wanted_tier]
    query = "SELECT rowid AS id FROM standing_fts WHERE standing_fts MATCH ?"
    noted = set(_ids(book, query, (_every(needles),))).difference(found)
    return found + _sorted(book, _among(wanted, sorted(noted)), ORDERS["name"], descending=False, limit=-1)


def _every(needles: Sequence[str]) -> str:
    from planner.domain.search import match_query

    return match_query(needles)


def _containing(wanted: Wanted, needles: Sequence[str], where: str) -> Wanted:
    """Those of a view where every needle stands ``where`` it is wanted, looked for in the forms themselves."""
    from planner.domain.search import is_short

    terms = [FORM if where == EITHER and is_short(needle) else where for needle in needles]
    values = [needle for needle, term in zip(needles, terms, strict=True) for _ in range(term.count("?"))]
    return wanted.also(" AND ".join(terms), *values)


def _matching(wanted: Wanted, needles: Sequence[str]) -> Wanted:
    """Those of a view in whose search form every needle stands, by the full-text index."""
    found = "person_id IN (SELECT rowid FROM standing_fts WHERE standing_fts MATCH ?)"
    values = (_every(needles), *wanted.values)
    return Wanted(f"{found} AND ({wanted.condition})", values, wanted.is_listed, "NOT INDEXED")


def _numbers(people: Iterable[int]) -> str:
    """Ids as the text of a list: there may be more of them than a statement has room for values."""
    return ",".join(str(int(person_id)) for person_id in people)


def _ids(book: Book, sql: str, values: Sequence[object]) -> list[int]:
    """The ids that a query gives, in its order: as one text, then some thousand at a time.

    Row by row, or all in one go, a thread that reads a hundred thousand would keep the others from their turn.
    """
    text = book.value(f"SELECT group_concat(id) FROM ({sql})", values)
    parts = text.split(",") if text else []
    found: list[int] = []
    for start in range(0, len(parts), _AT_ONCE):
        found += map(int, parts[start : start + _AT_ONCE])
    return found
