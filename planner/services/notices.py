"""Whom a notice is about: who expects the user today at an exact time, and who was told of already."""

from __future__ import annotations

from datetime import timedelta

from planner.domain import notices
from planner.domain.moment import Moment
from planner.domain.notices import Expected
from planner.models import agreements as table
from planner.models import people
from planner.models.book import Book
from planner.services.agreements import promise_from
from planner.services.look import Memory
from planner.services.stored import read_method

_TOLD = "notices.told"
_AROUND = timedelta(days=1)
"""Days on either side of today, so that every zone on earth is covered."""


class Notices:
    """Reads the promises; what was told is remembered, so that a second start does not tell it again."""

    def __init__(self, book: Book, memory: Memory) -> None:
        self._book = book
        self._memory = memory

    def expected(self, now: Moment) -> tuple[Expected, ...]:
        """Who expects the user to the minute, soonest first, from a day ago until tomorrow."""
        since, until = ((now.today + days).isoformat() for days in (-_AROUND, _AROUND))
        method = read_method(self._book)
        found = []
        for row in table.open_exact_promises(self._book, since, until):
            promise = promise_from(row[1:])
            at = notices.instant_of(promise, now.zone, method)
            if at is not None:
                found.append(Expected(promise.id, row[0], people.spoken_name(self._book, row[0]), at))
        return tuple(sorted(found, key=lambda each: (each.at, each.promise_id)))

    def told(self) -> frozenset[int]:
        """The promises that were told of."""
        kept = self._memory.recall(_TOLD, [])
        return frozenset(each for each in kept if type(each) is int) if isinstance(kept, list) else frozenset()

    def note_told(self, now: Moment, *promise_ids: int) -> None:
        """Remember that these were told of; those of other days are forgotten."""
        still = {each.promise_id for each in self.expected(now)}
        self._memory.remember(_TOLD, [*sorted((self.told() & still) | set(promise_ids))])
