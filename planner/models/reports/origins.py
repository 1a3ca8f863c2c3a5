"""Where people come from, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from planner.models.book import Book
from planner.models.reports.week import Days, listed

_BY_SOURCE = """
WITH told AS (SELECT person_id, count(*) AS talks FROM touch WHERE kind IN ({talks}) GROUP BY person_id),
buyers AS (SELECT DISTINCT person_id FROM touch WHERE kind = 'bought'
  UNION SELECT person_id FROM purchase WHERE came_back IS NULL)
SELECT coalesce(source.kind, 'unknown'), coalesce(source.name, ''), source.cost_cents, count(*),
  count(told.talks), coalesce(sum(told.talks), 0),
  sum(person.stage IN ({roles}) OR buyers.person_id IS NOT NULL), sum(person.stage = 'team')
FROM person LEFT JOIN source ON source.id = person.source_id LEFT JOIN told ON told.person_id = person.id
LEFT JOIN buyers ON buyers.person_id = person.id
WHERE person.added_on BETWEEN ? AND ? AND removed_on IS NULL GROUP BY source.id ORDER BY 4 DESC, 2"""
_UNTOUCHED = """
SELECT count(*) FROM standing JOIN person ON person.id = standing.person_id
LEFT JOIN source ON source.id = person.source_id
WHERE standing.is_listed AND person.closeness <> 'stranger' AND coalesce(source.kind, '') <> 'bought'
AND standing.last_on IS NULL"""
_MET = """
SELECT count(DISTINCT person_id) FROM touch WHERE on_date BETWEEN ?1 AND ?2 AND kind NOT IN ({nothing})
AND NOT EXISTS (SELECT 1 FROM touch AS before INDEXED BY touch_person
  WHERE before.person_id = touch.person_id AND before.on_date < ?1
  AND before.kind NOT IN ({nothing}))"""


def by_source(book: Book, talks: Iterable[str], roles: Iterable[str], days: Days) -> list[tuple[Any, ...]]:
    """Of the people added in these days, by source: kind, name, cost in cents; people, how many of them one talked
    with, talks, customers of any role, members of the team.
    """
    return book.rows(_BY_SOURCE.format(talks=listed(talks), roles=listed(roles)), days)


def untouched(book: Book) -> int:
    """How many people the user knows and was never in touch with."""
    return int(book.value(_UNTOUCHED))


def met(book: Book, nothing: Iterable[str], days: Days) -> int:
    """With how many people there was contact for the first time."""
    return int(book.value(_MET.format(nothing=listed(nothing)), days))
