"""Where everybody stands now, and how that came about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
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
class StagesThen:
    """How many of those on the lists now stood where by the end of a day; None: it is not known."""

    on: date
    counts: Mapping[Stage | None, int]


@dataclass(frozen=True, slots=True)
class PeopleReport:
    """Levels and stages of today; ``growth`` and ``then`` at the beginning and at the end of each slice of ``period``.

    Growth tells of everybody who is in the book now, by the day on which they first talked, bought, hosted or joined.
    ``known_since`` is the day from which on the stage of everybody is known, None if it always was.
    """

    period: Period
    levels: dict[Level, int]
    stages: dict[Stage, int]
    growth: tuple[Growth, ...]
    then: tuple[StagesThen, ...]
    known_since: date | None
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
    ends = _ends(period, today)
    moves = table.moves(book, today.isoformat())
    return PeopleReport(
        period,
        _levels(book, today),
        stages,
        _growth(book, ends),
        _then(table.added(book, today.isoformat()), moves, ends),
        max((date.fromisoformat(on) for on, was, stage, _count in moves if stage and not was), default=None),
        Part(*table.orders_of_fans(book, days)),
    )


def _ends(period: Period, today: date) -> list[date]:
    """The day before the period, and the last day of each of its slices that has begun."""
    before = period.since - timedelta(days=1)
    return [before, *(min(piece.until, today) for piece in slices(period) if piece.since <= today)]


def _levels(book: Book, today: date) -> dict[Level, int]:
    """By the unrounded balance of today: a level is a bound on the kept score (D2)."""
    method = read_method(book)
    floors = (0, method.warming_from, method.good_from, method.strong_from)
    below = table.below(book, [account.score_for(floor, today, method.half_life) for floor in floors])
    levels = (Level.OVERDRAWN, Level.THIN, Level.WARMING, Level.GOOD, Level.STRONG)
    return {level: upto - before for level, before, upto in zip(levels, [0, *below], below, strict=False)}


def _then(
    added: Sequence[tuple[str, int]], moves: Sequence[tuple[str, str | None, str | None, int]], ends: Sequence[date]
) -> tuple[StagesThen, ...]:
    """Everybody is new on the day they are added, and goes on from there."""
    new = Stage.NEW.value
    steps = sorted([*((on, new, count) for on, count in added), *_gone_and_come(moves)], key=lambda step: step[0])
    now, place, found = Counter[str | None](), 0, []
    for end in ends:
        while place < len(steps) and steps[place][0] <= end.isoformat():
            now[steps[place][1]] += steps[place][2]
            place += 1
        found.append(StagesThen(end, {_stage(name): count for name, count in now.items() if count > 0}))
    return tuple(found)


def _gone_and_come(moves: Sequence[tuple[str, str | None, str | None, int]]) -> list[tuple[str, str | None, int]]:
    return [step for on, was, stage, count in moves for step in ((on, was, -count), (on, stage, count))]


def _stage(name: str | None) -> Stage | None:
    return None if name is None else Stage(name)


def _growth(book: Book, ends: Sequence[date]) -> tuple[Growth, ...]:
    columns = [_reached(table.firsts(book, what), ends) for what in table.FIRSTS]
    return tuple(Growth(on, *counts) for on, *counts in zip(ends, *columns, strict=True))


def _reached(firsts: Sequence[tuple[str, int]], ends: Sequence[date]) -> list[int]:
    """How many had come by the end of each day."""
    reached, place, counts = 0, 0, []
    for end in ends:
        while place < len(firsts) and firsts[place][0] <= end.isoformat():
            reached += firsts[place][1]
            place += 1
        counts.append(reached)
    return counts
