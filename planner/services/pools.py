"""Who can be on today's list: pools of people by the dates the book keeps, decided for only as far as there is room.

A person comes up in a band only through one of the dates that feed it (``cadence.due_dates``), on or before the day of
the move. So the earliest dates of each band hold its first people, and the rest of a long pool never needs a decision.
Where more than ``TIES`` people fall due on one day, the alphabet stands in for the order of closing windows.
"""

from __future__ import annotations

from collections.abc import Collection, Generator, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from heapq import merge
from itertools import groupby, islice

from planner.domain import birthday, hours
from planner.domain.cadence import DueKind
from planner.domain.case import Case
from planner.domain.day import Candidate
from planner.domain.decide import decide_case
from planner.domain.method import Method, Mode
from planner.domain.moment import Moment
from planner.domain.move import Action, Band, Move
from planner.domain.thanks import LONGEST_TO_THANK
from planner.domain.touch import Purpose
from planner.models import today as table
from planner.models.book import Book
from planner.services import facts as people_facts

TIES = 16
"""How many people due on one day are compared in full."""

BEYOND = 10
"""How many people beyond the day's places are shown as carried over."""

REFUSED = 48
"""After so many dates in a row that lead to no move today (late at night, say), a pool is left."""

_PAGE = 32
_LONG_AGO = "0000"

_MUST = (DueKind.PROMISE, DueKind.INQUIRY, DueKind.PROBLEM, DueKind.TEAM_STEP, DueKind.PARTY_STEP)
_ALWAYS: dict[Band, tuple[DueKind, ...]] = {
    Band.COMMITMENT: (DueKind.THEIR_DATE,),
    Band.KINDNESS: (DueKind.BIRTHDAY, DueKind.THANKS),
}
_ON_WORKING_DAYS: dict[Band, tuple[DueKind, ...]] = {
    Band.SERVICE: (DueKind.CHECK_IN,),
    Band.REORDER: (DueKind.REORDER,),
    Band.FOLLOW_UP: (DueKind.NEXT_STEP, DueKind.FOLLOW_UP, DueKind.ATTEMPT),
    Band.KEEP_IN_TOUCH: (
        *(DueKind.RECONNECT, DueKind.KEEP_IN_TOUCH),
        *(DueKind.ASK, DueKind.ASK_NUMBER, DueKind.INTRODUCTION),
    ),
    Band.BOUGHT: (DueKind.FIRST_CALL,),
}
"""The bands that share the places promises leave, in their order, and the dates that lead to them."""

_NEW_PEOPLE = frozenset({Band.FOLLOW_UP, Band.BOUGHT})


@dataclass(frozen=True, slots=True)
class Decided:
    """A person and their move."""

    case: Case
    move: Move

    @property
    def candidate(self) -> Candidate:
        """As the plan of the day wants them."""
        closes = self.case.opening(Purpose.RELATIONSHIP).closes_at
        can_write = any(reason.code == "mail_meanwhile" for reason in self.move.why)
        return Candidate(self.move, self.case.facts.name, closes, self.case.facts.carried, can_write)


class Pools:
    """The people who can come up at one moment."""

    def __init__(self, book: Book, now: Moment, method: Method, home: str) -> None:
        self._book = book
        self._now = now
        self._method = method
        self._home = home
        self._today = now.today
        self._known: dict[int, Decided] = {}
        self._left: set[DueKind] = set()

    def decide(self, ids: Collection[int]) -> dict[int, Decided]:
        """The moves of these people; each is decided for once."""
        new = [person_id for person_id in ids if person_id not in self._known]
        for person_id, facts in people_facts.load(self._book, new, self._now).items():
            case = Case.of(facts, self._now, self._method, self._home)
            self._known[person_id] = Decided(case, decide_case(case))
        return {person_id: self._known[person_id] for person_id in ids if person_id in self._known}

    def gather(self, put_off: Collection[int], done_today: int) -> Iterator[None]:
        """Decide for everybody who must be on the list, and the first of every other band as far as places reach.

        Comes back after every few people, for whoever has something else to do meanwhile.
        """
        must_see = [*self._must(), *put_off]
        for start in range(0, len(must_see), TIES):
            self.decide(must_see[start : start + TIES])
            yield
        aside = frozenset(put_off)
        must = sum(self._has(each, aside) and _band(each).is_never_cut for each in self._known.values())
        wanted = max(0, self._method.capacity - must - done_today) + BEYOND
        for band, kinds in self._bands():
            at_least = 2 if self._method.mode is Mode.NEED_PEOPLE and band in _NEW_PEOPLE else 0
            wanted -= yield from self._fill(band, kinds, max(wanted, at_least), aside)

    def due(self) -> dict[int, Decided]:
        """Everybody who was looked at and has a move for today."""
        return {person_id: each for person_id, each in self._known.items() if each.move.band is not None}

    def held(self) -> list[tuple[date, int]]:
        """Until when those wait who were looked at and are not for today, and whose days they are."""
        moves = (each.move for each in self._known.values())
        return [
            (move.wait_until, move.person_id)
            for move in moves
            if move.action is Action.WAIT and move.wait_until is not None
        ]

    def homework(self) -> int:
        """How many names need homework before a call."""
        return table.due_count(self._book, DueKind.HOMEWORK.value, _LONG_AGO, self._today.isoformat())

    def undecided(self) -> int:
        """About how many more people are due in the pools that were left early; 0 when everybody was looked at."""
        due = sum(table.due_count(self._book, kind.value, *self._range(kind)) for kind in self._left)
        return max(0, due - len(self._known))

    def _must(self) -> list[int]:
        """Whoever may have a promise, a question or a problem, whatever their clock says the day is."""
        return [person_id for kind in _MUST for _, person_id in self._dates(kind)]

    def _bands(self) -> Iterator[tuple[Band, tuple[DueKind, ...]]]:
        """The bands that share the places promises leave, and the dates that lead to them; few on a day off."""
        yield from _ALWAYS.items()
        if not hours.is_day_off(self._today, self._home, self._method):
            yield from _ON_WORKING_DAYS.items()

    def _fill(
        self, band: Band, kinds: tuple[DueKind, ...], wanted: int, aside: frozenset[int]
    ) -> Generator[None, None, int]:
        """Decide along the dates, whole days at a time, until ``wanted`` people have a move in this band."""
        if wanted <= 0:
            self._left.update(kinds)
            return 0
        found: dict[int, date] = {}
        reached = refused = 0
        for day, people in groupby(merge(*(self._dates(kind) for kind in kinds), key=_day), key=_day):
            if reached >= wanted or refused >= REFUSED:
                self._left.update(kinds)
                break
            ids = [person_id for _, person_id in islice(people, TIES)]
            if len(ids) == TIES:
                self._left.update(kinds)
            here = {
                person_id: each.move.due_on or day
                for person_id, each in self.decide(ids).items()
                if self._has(each, aside) and each.move.band is band
            }
            refused = 0 if here else refused + len(ids)
            found |= here
            reached = sum(due <= day for due in found.values())  # who comes up later is no reason to stop here
            yield
        return min(reached, wanted)

    def _has(self, each: Decided, aside: frozenset[int]) -> bool:
        return each.move.band is not None and each.move.person_id not in aside

    def _dates(self, kind: DueKind) -> Iterator[tuple[date, int]]:
        """Dates of one kind and whose they are, earliest first."""
        if kind is DueKind.BIRTHDAY:
            yield from self._birthdays()
            return
        since, until = self._range(kind)
        limit = _PAGE
        seen = 0
        while True:
            rows = table.due(self._book, kind.value, since, until, limit)
            yield from ((date.fromisoformat(on), person_id) for person_id, on in rows[seen:])
            if len(rows) < limit:
                return
            seen, limit = len(rows), limit * 4

    def _range(self, kind: DueKind) -> tuple[str, str]:
        """Between which days a date of this kind can lead to a move today."""
        since, until = None, self._today
        if kind in _MUST:
            until += timedelta(days=1)
        elif kind is DueKind.BIRTHDAY:
            since = self._today
        elif kind is DueKind.THANKS:
            until += LONGEST_TO_THANK
        elif kind is DueKind.ATTEMPT:
            since = self._today - timedelta(days=self._method.rest)
        elif kind in {DueKind.KEEP_IN_TOUCH, DueKind.CHECK_IN}:
            since = self._today - timedelta(days=self._method.replan_after)
        elif kind is DueKind.REORDER:
            since = self._today - timedelta(days=self._method.reorder_lead + self._method.reorder_window)
        return since.isoformat() if since else _LONG_AGO, until.isoformat()

    def _birthdays(self) -> Iterator[tuple[date, int]]:
        """Birthdays kept today or soon enough for a card, also those of a book not opened for years."""
        days = [self._today + timedelta(days=ahead) for ahead in range(birthday.CARD_AHEAD.days + 1)]
        kept = {old.isoformat(): day for day in reversed(days) for old in birthday.days_that_may_fall_on(day)}
        found = [
            (kept[on], person_id) for person_id, on in table.due_on(self._book, DueKind.BIRTHDAY.value, list(kept))
        ]
        yield from sorted(found, key=lambda one: one[0])


def _day(one: tuple[date, int]) -> date:
    return one[0]


def _band(each: Decided) -> Band:
    return each.move.band or Band.HOMEWORK
