"""Where everybody stands, and since when they have been what they are."""

from __future__ import annotations

from collections.abc import Sequence

from planner.models.book import Book
from planner.models.reports.week import IN_BIN, Days

_FIRSTS = {
    "people": "SELECT added_on AS day, id AS who FROM person",
    "talked": "SELECT min(on_date) AS day, person_id AS who FROM touch WHERE kind = 'conversation' GROUP BY person_id",
    "customers": """
SELECT min(day) AS day, person_id AS who FROM (
  SELECT person_id, on_date AS day FROM purchase WHERE came_back IS NULL
  UNION ALL SELECT person_id, on_date FROM touch WHERE kind = 'bought') GROUP BY person_id""",
    "hosts": """
SELECT min(day) AS day, person_id AS who FROM (
  SELECT person_id, coalesce(booked_on, on_date) AS day FROM party
    WHERE person_id IS NOT NULL AND cancelled_on IS NULL
  UNION ALL SELECT person_id, on_date FROM touch WHERE kind = 'booked') GROUP BY person_id""",
    "team": "SELECT min(joined_on) AS day, person_id AS who FROM membership GROUP BY person_id",
}
_OFF_THE_LISTS = f"(SELECT person_id FROM standing WHERE NOT is_listed UNION ALL SELECT id FROM {IN_BIN})"
_ADDED = f"SELECT min(added_on, ?), count(*) FROM person WHERE id NOT IN {_OFF_THE_LISTS} GROUP BY 1"
_MOVES = f"""
SELECT min(on_date, ?), was, stage, count(*) FROM stage_since
WHERE person_id NOT IN {_OFF_THE_LISTS} GROUP BY 1, 2, 3"""
_ORDERS = """
SELECT coalesce(sum(person.stage = 'fan'), 0), count(*) FROM purchase JOIN person ON person.id = purchase.person_id
WHERE purchase.on_date BETWEEN ? AND ? AND came_back IS NULL"""


def below(book: Book, bounds: Sequence[float]) -> list[int]:
    """How many people on the lists have a kept score below each bound, and how many there are in all."""
    sums = ", ".join(f"coalesce(sum(score < {bound!r}), 0)" for bound in bounds)
    found = book.row(f"SELECT {sums}, count(*) FROM standing WHERE is_listed")
    return [int(count) for count in found or ()]


def stages(book: Book) -> list[tuple[str, int]]:
    """How many people on the lists are in each stage."""
    return book.rows("SELECT stage, count(*) FROM standing WHERE is_listed GROUP BY stage")


def added(book: Book, today: str) -> list[tuple[str, int]]:
    """On which day how many of the people on the lists were added, all of them new; no day is later than today."""
    return book.rows(_ADDED, (today,))


def moves(book: Book, today: str) -> list[tuple[str, str | None, str | None, int]]:
    """On which day how many of them went from which stage to which; None where it is not known."""
    return book.rows(_MOVES, (today,))


def firsts(book: Book, what: str) -> list[tuple[str, int]]:
    """The days on which people first were something (a key of ``FIRSTS``), with how many of them, in order."""
    those = f"SELECT day FROM ({_FIRSTS[what]}) WHERE day IS NOT NULL AND who NOT IN {IN_BIN}"
    return book.rows(f"SELECT day, count(*) FROM ({those}) GROUP BY day ORDER BY day")


FIRSTS = tuple(_FIRSTS)
"""In the book, talked with, a customer, a host, in the team."""


def orders_of_fans(book: Book, days: Days) -> tuple[int, int]:
    """How many orders came from fans, and how many there were."""
    of_fans, orders = book.row(_ORDERS, days) or (0, 0)
    return int(of_fans), int(orders)
