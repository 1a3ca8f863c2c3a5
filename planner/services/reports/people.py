"""Where everybody stands now, and how that came about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from planner.domain import account
from planner.domain.account import Level
from planner.domain.figures import Part
from planner.domain.period import Period, slices
from planner.domain.person import Stage
from planner.models.book import Book
from planner.models.reports import standing as table
from planner.services.stored import read_method


@dataclass(frozen=True, slots=True)
class Growth:
    """How many there were by the end of a day: in the book, talked with, customers, hosts, in the team."""

    on: date
    people: int
    talked: int
    customers: int
    hosts: int
    team: int


@dataclass(frozen=True, slots=True)
class PeopleReport:
    """Levels and stages of today; ``growth`` at the beginning and at the end of each slice of ``period``.

    Growth tells of everybody who is in the book now, by the day on which they first talked, bought, hosted or joined.
    """

    period: Period
    levels: dict[Level, int]
    stages: dict[Stage, int]
    growth: tuple[Growth, ...]
    orders_of_fans: Part

    @property
    def people(self) -> int:
        """How many people are on the lists."""
        return sum(self.stages.values())


def read(book: Book, period: Period, today: date) -> PeopleReport:
    """Count where everybody stands."""
    days = period.since.isoformat(), period.until.isoformat()
    found = dict(table.stages(book))
    stages = {stage: found[stage.value] for stage in Stage if stage.value in found}
    return PeopleReport(
        period, _levels(book, today), stages, _growth(book, period, today), Part(*table.orders_of_fans(book, days))
    )


def _levels(book: Book, today: date) -> dict[Level, int]:
    """By the unrounded balance of today: a level is a bound on the kept score (D2)."""
    method = read_method(book)
    floors = (0, method.warming_from, method.good_from, method.strong_from)
    below = table.below(book, [account.score_for(floor, today, method.half_life) for floor in floors])
    levels = (Level.OVERDRAWN, Level.THIN, Level.WARMING, Level.GOOD, Level.STRONG)
    return {level: upto - before for level, before, upto in zip(levels, [0, *below], below, strict=False)}


def _growth(book: Book, period: Period, today: date) -> tuple[Growth, ...]:
    before = period.since - timedelta(days=1)
    ends = [before, *(min(piece.until, today) for piece in slices(period) if piece.since <= today)]
    columns = [_reached(table.firsts(book, what), ends) for what in table.FIRSTS]
    return tuple(Growth(on, *counts) for on, *counts in zip(ends, *columns, strict=True))


def _reached(firsts: list[tuple[str, int]], ends: list[date]) -> list[int]:
    """How many had come by the end of each day."""
    reached, place, counts = 0, 0, []
    for end in ends:
        while place < len(firsts) and firsts[place][0] <= end.isoformat():
            reached += firsts[place][1]
            place += 1
        counts.append(reached)
    return counts
