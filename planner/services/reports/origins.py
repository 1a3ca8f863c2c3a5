"""Where people come from: how many, what came of it, and what it cost (001-06, 002-02, 001-30)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from planner.domain.figures import Part, SourceGroup, group_of, weeks_left
from planner.domain.history import NOT_CONTACT
from planner.domain.period import Period
from planner.domain.person import SourceKind
from planner.domain.stage import ROLES
from planner.domain.touch import TALKS
from planner.models.book import Book
from planner.models.reports import origins as table

_FOUR_WEEKS = timedelta(days=27)


@dataclass(frozen=True, slots=True)
class Origin:
    """What came of the people of one source, or of a group of them; ``cents`` is None where nothing was paid or known.

    ``customers`` are those who bought, hosted or joined, ``team`` those who are in the team now.
    """

    kind: SourceKind
    name: str
    people: int = 0
    talked: int = 0
    talks: int = 0
    customers: int = 0
    team: int = 0
    cents: int | None = None

    @property
    def group(self) -> SourceGroup:
        """One's own, bought, or not known."""
        return group_of(self.kind)

    @property
    def cents_a_customer(self) -> int | None:
        """What a customer cost (002-02)."""
        return _each(self.cents, self.customers)

    @property
    def became(self) -> Part:
        """The customers among the people."""
        return Part(self.customers, self.people)


@dataclass(frozen=True, slots=True)
class OriginsReport:
    """The people added in ``period``, by source, the largest first; and whom one knows but was never in touch with.

    ``weeks_left`` is for how long they last at the pace of the last four weeks, None where nobody can say (000-01).
    """

    period: Period
    origins: tuple[Origin, ...]
    untouched: int
    weeks_left: int | None

    def total(self, group: SourceGroup) -> Origin:
        """All sources of a group as one."""
        these = [each for each in self.origins if each.group is group]
        paid = [each.cents for each in these if each.cents is not None]
        kind = {SourceGroup.BOUGHT: SourceKind.BOUGHT, SourceGroup.UNKNOWN: SourceKind.UNKNOWN}.get(group)

        def summed(count: Callable[[Origin], int]) -> int:
            return sum(map(count, these))

        return Origin(
            kind or SourceKind.MET,
            "",
            summed(lambda one: one.people),
            summed(lambda one: one.talked),
            summed(lambda one: one.talks),
            summed(lambda one: one.customers),
            summed(lambda one: one.team),
            sum(paid) if paid else None,
        )


def read(book: Book, period: Period, today: date) -> OriginsReport:
    """Count the people added in these days, and what has come of them until now."""
    days = period.since.isoformat(), period.until.isoformat()
    lately = (today - _FOUR_WEEKS).isoformat(), today.isoformat()
    origins = tuple(
        Origin(SourceKind(kind), name, people, talked, talks, customers, team, cents)
        for kind, name, cents, people, talked, talks, customers, team in table.by_source(book, TALKS, ROLES, days)
    )
    untouched = table.untouched(book)
    return OriginsReport(period, origins, untouched, weeks_left(untouched, table.met(book, NOT_CONTACT, lately)))


def _each(cents: int | None, count: int) -> int | None:
    return None if cents is None or not count else round(cents / count)
