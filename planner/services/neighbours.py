"""What the rest of the book says about a person: who shares their number, and how many strangers were written to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from planner.domain.household import Housemate
from planner.domain.interest import SaidNo
from planner.domain.permission import StopRule
from planner.domain.person import Closeness, Stage
from planner.domain.search import fold
from planner.models import facts as table
from planner.models.book import Book
from planner.services import dealing_rows
from planner.services.agreements import stop_from

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Strangers:
    """The first messages of the last week to people who were strangers: network, day and person."""

    written: tuple[tuple[str, date, int], ...] = ()

    def without(self, person_id: int, network: str) -> tuple[date, ...]:
        """The days on which others than this person were written to on a network."""
        return tuple(on for where, on, whose in self.written if where == network and whose != person_id)


def strangers_written(book: Book, today: date) -> Strangers:
    """First messages to strangers from a week ago until today (G12)."""
    since = (today - WEEK + timedelta(days=1)).isoformat()
    rows = table.strangers_written(book, since)
    found = ((network or "", date.fromisoformat(on), person_id) for network, on, person_id in rows)
    return Strangers(tuple(sorted(one for one in found if one[1] <= today)))


def housemates(book: Book, ids: Sequence[int], today: date) -> dict[int, tuple[Housemate, ...]]:
    """Who else has a number of these people, with what binds them too (G19, G24)."""
    rows = table.housemates(book, ids)
    if not rows:
        return {}
    others = list(dict.fromkeys(row[1] for row in rows))
    stops: dict[int, list[StopRule]] = {}
    for row in table.stops(book, others):
        stops.setdefault(row[0], []).append(stop_from(row[1:]))
    noes: dict[int, list[SaidNo]] = {}
    for row in table.noes(book, others):
        noes.setdefault(row[0], []).append(dealing_rows.said_no(row))
    calls: dict[int, list[date]] = {}
    for person_id, on in table.calls_to(book, others, (today - WEEK).isoformat()):
        calls.setdefault(person_id, []).append(date.fromisoformat(on))
    found: dict[int, list[Housemate]] = {}
    for person_id, other, mine, name, closeness, stage in rows:
        mate = Housemate(
            other,
            name,
            is_same=fold(name) == fold(mine),
            is_protected=Closeness(closeness).is_protected,
            has_said_no=stage == Stage.NO.value,
            noes=tuple(noes.get(other, ())),
            stops=tuple(stops.get(other, ())),
            called_on=tuple(sorted(calls.get(other, ()))),
        )
        found.setdefault(person_id, []).append(mate)
    return {person_id: tuple(mates) for person_id, mates in found.items()}
