"""The bin: people who were removed, kept whole for thirty days, then gone for good."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from planner.domain.moment import Moment
from planner.models import bin as table
from planner.models import people
from planner.models.book import Book
from planner.services import standing
from planner.services.changes import ABOUT_PEOPLE, Change, Changes
from planner.services.left_alone import LeftAlone

KEPT_DAYS = 30


@dataclass(frozen=True, slots=True)
class Binned:
    """Somebody in the bin; ``days_left`` until they go by themselves, 0 on the last day."""

    id: int
    name: str
    removed_on: date
    days_left: int


class Bin:
    """Who was removed lately."""

    def __init__(self, book: Book, changes: Changes) -> None:
        self._book = book
        self._changes = changes

    def people(self, now: Moment) -> list[Binned]:
        """Who is in the bin, whoever was removed last first."""
        found = []
        for person_id, name, removed_on in table.rows(self._book):
            on = date.fromisoformat(removed_on)
            left = max(0, KEPT_DAYS - (now.today - on).days)
            found.append(Binned(person_id, name, on, left))
        return found

    def bring_back(self, ids: Collection[int], now: Moment, progress: standing.Progress | None = None) -> None:
        """Take people out of the bin, as they were. Raises PlannerError: cancelled."""
        wanted = set(ids)
        names = {each.id: each.name for each in self.people(now) if each.id in wanted}
        if not names:
            return
        first = next(iter(names))
        with self._book.step("people_restored", now, count=len(names), name=names[first], person_id=first):
            table.bring_back(self._book, names)
            standing.refresh(self._book, names, now, progress)
        self._changes.announce(ABOUT_PEOPLE, names)

    def forget(self, ids: Collection[int], now: Moment) -> None:
        """Remove people for good, from the bin or from the lists: nothing of them stays, and nothing brings them back.

        What undo knew of them goes as well, and with it every step before: they stood on what these people were.
        Of those who asked to be left in peace a hash is kept, so that no list brings them back (C6). Whom they
        introduced was introduced by nobody any more.
        """
        wanted = list(dict.fromkeys(ids))
        if not wanted:
            return
        with self._book.quietly():
            LeftAlone(self._book).note(wanted)
            introduced = people.introduced_by(self._book, wanted)
            table.forget(self._book, wanted)
            standing.forget(self._book, wanted)
            standing.refresh(self._book, introduced, now)
        self._changes.announce(ABOUT_PEOPLE | Change.SHEETS | Change.SOURCES, [*wanted, *introduced])

    def empty_old(self, now: Moment) -> int:
        """Remove for good whoever has been in the bin for longer than it keeps them; answers how many they were."""
        last = now.today - timedelta(days=KEPT_DAYS)
        old = table.removed_before(self._book, last.isoformat())
        self.forget(old, now)
        return len(old)
