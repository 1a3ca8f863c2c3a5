"""The texts in which somebody may have been found, the strongest first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from planner.models.book import Book

_DETAILS = """
SELECT id, 'called', call_me FROM person WHERE id IN ({ids}) AND call_me <> ''
UNION ALL SELECT id, 'called', given || ' ' || family FROM person WHERE id IN ({ids}) AND given || family <> ''
UNION ALL SELECT person_id, 'phone', typed || ' ' || e164 FROM phone WHERE person_id IN ({ids})
UNION ALL SELECT person_id, 'email', address FROM email WHERE person_id IN ({ids})
UNION ALL SELECT id, 'company', company FROM person WHERE id IN ({ids}) AND company <> ''
UNION ALL SELECT id, 'job', job FROM person WHERE id IN ({ids}) AND job <> ''
UNION ALL SELECT person_id, 'town', city FROM address WHERE person_id IN ({ids}) AND city <> ''
UNION ALL SELECT person_id, 'tag', name FROM tag WHERE person_id IN ({ids})"""
_NOTES = """
SELECT id, 'note', note || char(10) || remember || char(10) || in_common FROM person WHERE id IN ({ids})
UNION ALL SELECT id, 'note', life || char(10) || how_known || char(10) || wish FROM person WHERE id IN ({ids})
UNION ALL SELECT person_id, 'note', reason || char(10) || words FROM promise WHERE person_id IN ({ids})
UNION ALL SELECT * FROM (SELECT person_id, 'note', note || char(10) || words FROM touch
  WHERE person_id IN ({ids}) AND note || words <> '' ORDER BY on_date DESC, id DESC)"""


def details(book: Book, people: Sequence[int]) -> list[tuple[Any, ...]]:
    """Person, kind and text of what the search form of some people is made of, but for their names and notes."""
    return _of(book, _DETAILS, people)


def notes(book: Book, people: Sequence[int]) -> list[tuple[Any, ...]]:
    """The same of their notes, each in a line: many more texts, better asked for those of whom nothing else tells."""
    return _of(book, _NOTES, people)


def _of(book: Book, sql: str, people: Sequence[int]) -> list[tuple[Any, ...]]:
    return book.rows(sql.format(ids=",".join(str(int(person_id)) for person_id in people)))
