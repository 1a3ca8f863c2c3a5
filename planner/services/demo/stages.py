"""Since when the business with the invented people stands where it stands, as what happened with them tells."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from planner.domain.person import Stage
from planner.domain.stage import ROLES
from planner.models import stages
from planner.models.book import Book

_DAYS = """
SELECT person.id, person.stage, person.added_on, min(on_date), min(on_date) FILTER (WHERE kind = 'conversation'),
  min(on_date) FILTER (WHERE kind = 'bought'), max(on_date),
  (SELECT max(joined_on) FROM membership WHERE membership.person_id = person.id),
  (SELECT min(booked_on) FROM party WHERE party.person_id = person.id)
FROM person LEFT JOIN touch ON touch.person_id = person.id AND kind <> 'opening_balance'
WHERE person.stage <> 'new' GROUP BY person.id"""


class _Days(NamedTuple):
    """What somebody is today, and the days that tell since when: ISO, None where it never happened."""

    person_id: int
    stage: str
    added: str
    first: str | None
    talked: str | None
    bought: str | None
    last: str | None
    joined: str | None
    booked: str | None


def add(book: Book) -> None:
    """Write it down for everybody who is more than new, inside the caller's transaction."""
    everybody = map(_Days._make, book.rows(_DAYS))
    stages.note_many(book, (row for days in everybody for row in _rows(days)))


def _rows(days: _Days) -> Iterator[tuple[int, str, str, str]]:
    was = Stage.NEW
    for on, stage in _way(days).items():
        yield days.person_id, on, was, stage
        was = stage


def _way(days: _Days) -> dict[str, Stage]:
    """By day: tried, talked, bought, and at the end what somebody is today."""
    stage, first, talked, bought = Stage(days.stage), days.first, days.talked, days.bought
    came = {
        Stage.REACHED_OUT: first,
        Stage.IN_CONVERSATION: talked,
        Stage.CUSTOMER: bought,
        Stage.HOST: days.booked or _between(bought or talked, days.last),
        Stage.TEAM: days.joined or _between(bought or talked, days.last),
        Stage.FAN: _between(bought, days.last),
    }.get(stage)
    until = came or days.last or days.added
    before = [(first, Stage.REACHED_OUT), (talked, Stage.IN_CONVERSATION)]
    before += [(bought, Stage.CUSTOMER)] if stage in ROLES else []
    way = {on: each for on, each in before if on is not None and on < until} | {until: stage}
    return dict(sorted(way.items()))


def _between(one: str | None, other: str | None) -> str | None:
    """The day in the middle of two."""
    if one is None or other is None:
        return None
    start = date.fromisoformat(one)
    return (start + (date.fromisoformat(other) - start) / 2).isoformat()
