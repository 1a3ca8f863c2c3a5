"""What some days were made of: talks and how they ended, given and asked, promises kept, people helped."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from itertools import count, islice

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
from planner.domain.touch import ASKS, JUST_FRIENDS, KINDS, PITCHES, TALKS, Direction, TouchKind
from planner.models import activities, listing
from planner.models.book import Book
from planner.models.reports import week as table

MOST_OPEN = 50
"""So many talks without a next step are named."""

_PAGE = 1000
_AT_PEACE = frozenset(
    f"{stage} {closeness}"
    for stage in Stage
    for closeness in Closeness
    if ending(Talk(stage=stage, closeness=closeness)) is Ending.HONEST
)
"""Stages and closenesses with which no talk needs a next step; somebody on no list any more is with none of them."""
_MINE = frozenset(kind for kind, facts in KINDS.items() if facts.direction is Direction.ME)


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
    endings = dict.fromkeys(Ending, 0)
    for was_agreed, was_refused, among_friends, at_peace, times in table.talks(
        book, TALKS, JUST_FRIENDS, _AT_PEACE, days
    ):
        told = Talk(JUST_FRIENDS if among_friends else "", was_agreed=was_agreed, was_refused=was_refused)
        endings[ending(replace(told, stage=Stage.NO) if at_peace else told)] += times
    left = list(islice(_left_open(book, days), MOST_OPEN))
    names = listing.names(book, [person_id for person_id, _on in left])
    return endings, tuple(OpenTalk(who, names.get(who, ""), date.fromisoformat(on)) for who, on in left)


def _left_open(book: Book, days: tuple[str, str]) -> Iterator[tuple[int, str]]:
    """Whose newest talk was left open, and on which day, the newest first."""
    agreed, refused = table.agreed(book, TALKS, days), table.refused(book, days)
    seen: set[int] = set()
    for start in count(0, _PAGE):
        page = table.newest_talks(book, TALKS, _AT_PEACE, days, (_PAGE, start))
        for person_id, on, topic in page:
            if person_id not in seen:
                seen.add(person_id)
                told = Talk(topic, was_agreed=(person_id, on) in agreed, was_refused=(person_id, on) in refused)
                if ending(told) is Ending.OPEN:
                    yield person_id, on
        if len(page) < _PAGE:
            return


def _calls(book: Book, period: Period) -> dict[DayPart, Part]:
    tried, answered = Counter[DayPart](), Counter[DayPart]()
    for hour, kind, calls in table.calls(book, TRIED_CALLS, _iso(period)):
        part = day_part(time(int(hour)) if hour.isdigit() else None)
        tried[part] += calls
        answered[part] += calls if kind in ANSWERED_CALLS else 0
    return {part: Part(answered[part], tried[part]) for part in DayPart}


def _mix(book: Book, period: Period) -> tuple[Share, ...]:
    """What the user did in these days, side by side (000-18)."""
    days = _iso(period)
    noted = [
        Activity(row_id, date.fromisoformat(on), ActivityKind(kind), what, minutes)
        for row_id, on, kind, what, minutes in activities.between(book, *days)
    ]
    return mix(noted, {TouchKind(kind): times for kind, times in table.kinds(book, _MINE, days)})
