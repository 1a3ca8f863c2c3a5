"""Where people come from, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from planner.models.book import Book
from planner.models.reports.week import Days, listed

_BY_SOURCE = """
WITH told AS (
  SELECT person_id, sum(kind IN ({talks})) AS talks, max(kind = 'bought') AS has_bought FROM touch GROUP BY person_id)
SELECT coalesce(source.kind, 'unknown'), coalesce(source.name, ''), source.cost_cents, count(*),
  sum(coalesce(told.talks, 0) > 0), sum(coalesce(told.talks, 0)),
  sum(person.stage IN ({roles}) OR coalesce(told.has_bought, 0)
    OR EXISTS (SELECT 1 FROM purchase WHERE purchase.person_id = person.id AND came_back IS NULL)),
  sum(person.stage = 'team')
FROM person LEFT JOIN source ON source.id = person.source_id LEFT JOIN told ON told.person_id = person.id
WHERE person.added_on BETWEEN ? AND ? GROUP BY source.id ORDER BY 4 DESC, 2"""
_UNTOUCHED = """
SELECT count(*) FROM standing JOIN person ON person.id = standing.person_id
LEFT JOIN source ON source.id = person.source_id
WHERE standing.is_listed AND person.closeness <> 'stranger' AND coalesce(source.kind, '') <> 'bought'
AND NOT EXISTS (SELECT 1 FROM touch WHERE touch.person_id = person.id AND kind NOT IN ({nothing}))"""
_MET = """
SELECT count(DISTINCT person_id) FROM touch WHERE on_date BETWEEN ?1 AND ?2 AND kind NOT IN ({nothing})
AND NOT EXISTS (SELECT 1 FROM touch AS before WHERE before.person_id = touch.person_id AND before.on_date < ?1
  AND before.kind NOT IN ({nothing}))"""


def by_source(book: Book, talks: Iterable[str], roles: Iterable[str], days: Days) -> list[tuple[Any, ...]]:
    """Of the people added in these days, by source: kind, name, cost in cents; people, how many of them one talked
    with, talks, customers of any role, members of the team."""
    return book.rows(_BY_SOURCE.format(talks=listed(talks), roles=listed(roles)), days)


def untouched(book: Book, nothing: Iterable[str]) -> int:
    """How many people the user knows and was never in touch with; ``nothing`` are the kinds that are no contact."""
    return int(book.value(_UNTOUCHED.format(nothing=listed(nothing))))


def met(book: Book, nothing: Iterable[str], days: Days) -> int:
    """With how many people there was contact for the first time."""
    return int(book.value(_MET.format(nothing=listed(nothing)), days))
