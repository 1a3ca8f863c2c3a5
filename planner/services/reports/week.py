"""What some days were made of: talks and how they ended, given and asked, promises kept, people helped."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import cache

from planner.domain.activity import Activity, ActivityKind, Share, mix
from planner.domain.figures import (
    ANSWERED_CALLS,
    HEARD,
    HELPFUL,
    QUIET_DAYS,
    TRIED_CALLS,
    VISIBLE_DAYS,
    DayPart,
    Ending,
    Part,
    Talk,
    day_part,
    ending,
    wants_reaching_out,
)
from planner.domain.method import Mode
from planner.domain.period import Period, slices
from planner.domain.person import Closeness, Stage
from planner.domain.touch import ASKS, KINDS, PITCHES, TALKS, Direction, TouchKind
from planner.models import activities, listing
from planner.models.book import Book
from planner.models.reports import week as table

MOST_OPEN = 50
"""So many talks without a next step are named."""

_AWAY = (Stage.NEW.value, Closeness.ACQUAINTANCE.value)
"""How a talk with somebody is read who is on no list any more."""


@dataclass(frozen=True, slots=True)
class SliceCounts:
    """What one bar of the chart stands for."""

    period: Period
    given: int = 0
    asked: int = 0
    talks: int = 0


@dataclass(frozen=True, slots=True)
class OpenTalk:
    """A talk that ended without anything said about what comes next."""

    person_id: int
    name: str
    on: date


@dataclass(frozen=True, slots=True)
class WeekReport:
    """The days of ``period``. ``helped`` are people, ``helpings`` how often; ``visible`` is of the 90 days to its end.

    ``calls`` are the calls that were answered of those tried, by part of the day, ``texts`` the texts that brought a
    word. ``endings`` has every conversation, by how it ended.
    """

    period: Period
    slices: tuple[SliceCounts, ...]
    endings: dict[Ending, int]
    left_open: tuple[OpenTalk, ...]
    promises: Part
    helped: int
    helpings: int
    thanked: int
    visible: Part
    calls: dict[DayPart, Part]
    texts: Part
    mix: tuple[Share, ...]
    wants_reaching_out: bool

    @property
    def given(self) -> int:
        """How often something was given."""
        return sum(each.given for each in self.slices)

    @property
    def asked(self) -> int:
        """How often something was asked."""
        return sum(each.asked for each in self.slices)

    @property
    def talks(self) -> int:
        """How many conversations there were."""
        return sum(self.endings.values())

    @property
    def ended_well(self) -> Part:
        """The conversations that ended with a next step, of those that wanted one (002-27)."""
        agreed = self.endings[Ending.NEXT_STEP]
        return Part(agreed, agreed + self.endings[Ending.OPEN])

    @property
    def all_calls(self) -> Part:
        """The calls that were answered, of all that were tried."""
        return Part(sum(part.part for part in self.calls.values()), sum(part.whole for part in self.calls.values()))


def read(book: Book, period: Period, today: date, mode: Mode) -> WeekReport:
    """Count everything that happened in these days."""
    days = _iso(period)
    until = min(period.until, today)
    sight = Period(until - timedelta(days=VISIBLE_DAYS - 1), until)
    lately = Period(today - timedelta(days=QUIET_DAYS - 1), today)
    written, answered = table.texts(book, days)
    endings, left_open = _talks(book, period)
    return WeekReport(
        period,
        slices=_slices(book, period),
        endings=endings,
        left_open=left_open,
        promises=Part(*table.promises(book, days)),
        helped=table.people_with(book, HELPFUL, days),
        helpings=table.times(book, HELPFUL, days),
        thanked=table.times(book, [TouchKind.THANK_YOU, TouchKind.CARD_WRITTEN], days),
        visible=Part(*table.heard(book, HEARD, _iso(sight))),
        calls=_calls(book, period),
        texts=Part(answered, written),
        mix=_mix(book, period),
        wants_reaching_out=mode is Mode.NEED_PEOPLE and wants_reaching_out(mode, _mix(book, lately)),
    )


def _iso(period: Period) -> tuple[str, str]:
    return period.since.isoformat(), period.until.isoformat()


def _slices(book: Book, period: Period) -> tuple[SliceCounts, ...]:
    by_day = table.by_day(book, ASKS | PITCHES, TALKS, _iso(period))
    counted: defaultdict[date, tuple[int, int, int]] = defaultdict(lambda: (0, 0, 0))
    cut = slices(period)
    starts = [piece.since for piece in cut]
    for on, *counts in by_day:
        start = _start_of(starts, date.fromisoformat(on))
        before = counted[start]
        counted[start] = (before[0] + counts[0], before[1] + counts[1], before[2] + counts[2])
    return tuple(SliceCounts(piece, *counted[piece.since]) for piece in cut)


def _start_of(starts: Sequence[date], day: date) -> date:
    """The last start that is not after a day."""
    from bisect import bisect_right

    return starts[bisect_right(starts, day) - 1]


def _talks(book: Book, period: Period) -> tuple[dict[Ending, int], tuple[OpenTalk, ...]]:
    """How all conversations ended; and everybody on the lists once whose newest talk of these days was left open."""
    days = _iso(period)
    agreed, refused = table.agreed(book, TALKS, days), table.refused(book, days)
    standing = table.stages(book)
    endings, newest = dict.fromkeys(Ending, 0), dict[int, tuple[str, Ending]]()
    for person_id, on, topic in table.talks(book, TALKS, days):
        stage, closeness = standing.get(person_id, _AWAY)
        key = (person_id, on)
        how = _ending(topic, stage, closeness, key in agreed, key in refused)
        endings[how] += 1
        if person_id in standing and on >= newest.get(person_id, ("",))[0]:
            newest[person_id] = (on, how)
    left = [(on, person_id) for person_id, (on, how) in newest.items() if how is Ending.OPEN]
    left.sort(key=lambda each: each[0], reverse=True)
    names = listing.names(book, [person_id for _on, person_id in left[:MOST_OPEN]])
    named = (OpenTalk(who, names.get(who, ""), date.fromisoformat(on)) for on, who in left[:MOST_OPEN])
    return endings, tuple(named)


@cache
def _ending(topic: str, stage: str, closeness: str, was_agreed: bool, was_refused: bool) -> Ending:
    return ending(Talk(topic, Stage(stage), Closeness(closeness), was_agreed, was_refused))


def _calls(book: Book, period: Period) -> dict[DayPart, Part]:
    tried, answered = Counter[DayPart](), Counter[DayPart]()
    for hour, kind, count in table.calls(book, TRIED_CALLS, _iso(period)):
        part = day_part(time(int(hour)) if hour.isdigit() else None)
        tried[part] += count
        answered[part] += count if kind in ANSWERED_CALLS else 0
    return {part: Part(answered[part], tried[part]) for part in DayPart}


def _mix(book: Book, period: Period) -> tuple[Share, ...]:
    """What the user did in these days, side by side (000-18)."""
    days = _iso(period)
    noted = [
        Activity(row_id, date.fromisoformat(on), ActivityKind(kind), what, minutes)
        for row_id, on, kind, what, minutes in activities.between(book, *days)
    ]
    mine = [(TouchKind(kind), count) for kind, count in table.kinds(book, days)]
    return mix(noted, (kind for kind, count in mine if KINDS[kind].direction is Direction.ME for _ in range(count)))
