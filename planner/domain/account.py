"""The account between two people: what they were given and what they were asked (rules D2).

Every touch is worth its points on its day and half as much after each half-life. Kept per person in the decay-free
form ``A`` (``score``), so that ordering people by ``A`` orders them by balance on any day, and nothing decays by a job.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from math import floor

from planner.domain.history import NOT_CONTACT
from planner.domain.person import Closeness
from planner.domain.touch import ASKS, PITCHES, Touch, TouchKind

EPOCH = date(2020, 1, 1)
BEST_OF_A_WEEK = 2
"""How many deposits of one kind count within one ISO week."""


class Level(StrEnum):
    """The word for a balance; compare the unrounded one."""

    OVERDRAWN = "overdrawn"
    THIN = "thin"
    WARMING = "warming"
    GOOD = "good"
    STRONG = "strong"


Floors = tuple[float, float, float]
"""From which balance on an account is warming, good, strong; thin from 0, overdrawn below."""

FLOORS: Floors = (8, 20, 35)


@dataclass(frozen=True, slots=True)
class Line:
    """A touch and what it is worth today; ``shown`` is whole, and all of them add up to the shown balance."""

    touch_id: int
    on: date
    kind: TouchKind
    worth_now: float
    counts: bool
    shown: int = 0


def level(balance_now: float, floors: Floors = FLOORS) -> Level:
    """The word for an unrounded balance (D2)."""
    warming, good, strong = floors
    words = ((strong, Level.STRONG), (good, Level.GOOD), (warming, Level.WARMING), (0, Level.THIN))
    return next((word for floor_of_level, word in words if balance_now >= floor_of_level), Level.OVERDRAWN)


def shown(balance_now: float) -> int:
    """The whole points people see."""
    return round(balance_now)


def score(touches: Iterable[Touch], half_life: int, today: date) -> float:
    """The decay-free account ``A = Σ w·c·2^((t − epoch)/H)`` of everything up to ``today`` (D2)."""
    return sum(worth for _, worth in sorted(_counted(touches, half_life, today), key=lambda pair: pair[1]))


def balance(score_kept: float, today: date, half_life: int) -> float:
    """``S(t) = A·2^(−(t − epoch)/H)``: the points of a kept score on ``today``."""
    return score_kept * _growth(EPOCH, today, half_life)


def balance_of(touches: Iterable[Touch], half_life: int, today: date) -> float:
    """The points of these touches on ``today``."""
    return balance(score(touches, half_life, today), today, half_life)


def score_for(balance_now: float, today: date, half_life: int) -> float:
    """The kept score that amounts to ``balance_now`` on ``today``: turns a level into a bound on the indexed column."""
    return balance_now / _growth(EPOCH, today, half_life)


def lines(touches: Iterable[Touch], half_life: int, today: date) -> tuple[Line, ...]:
    """Every touch with what it is worth today, newest first; the shown wholes add up to the shown balance (P6)."""
    past = _past(touches, today)
    counted = {touch.id: worth for touch, worth in _counted(past, half_life, today)}
    fade = _growth(EPOCH, today, half_life)
    newest_first = sorted(past, key=lambda touch: (touch.on, touch.id), reverse=True)
    worths = [counted.get(touch.id, 0.0) * fade for touch in newest_first]
    wholes = _wholes(worths, shown(sum(worths)))
    return tuple(
        Line(touch.id, touch.on, touch.kind, worth, touch.id in counted, whole)
        for touch, worth, whole in zip(newest_first, worths, wholes, strict=True)
    )


def series(touches: Iterable[Touch], half_life: int, today: date, days: int = 365) -> tuple[tuple[date, float], ...]:
    """The balance at the end of each of the last ``days`` days and today, oldest first."""
    by_day: dict[date, list[Touch]] = {}
    for touch in _past(touches, today):
        by_day.setdefault(touch.on, []).append(touch)
    first = today - timedelta(days=days)
    best: dict[tuple[TouchKind, int, int], list[float]] = {}
    running = 0.0
    for day in sorted(day for day in by_day if day < first):
        running += _arrivals(by_day[day], half_life, best)
    points = []
    for ahead in range(days + 1):
        day = first + timedelta(days=ahead)
        running += _arrivals(by_day.get(day, ()), half_life, best)
        points.append((day, balance(running, day, half_life)))
    return tuple(points)


def given_and_asked(touches: Iterable[Touch], since: date, today: date) -> tuple[int, int]:
    """How many deposits and how many asks there were from ``since`` to ``today`` (D2)."""
    given = asked = 0
    for touch in _past(touches, today):
        if touch.on < since or touch.kind is TouchKind.OPENING_BALANCE:
            continue
        given += touch.points > 0
        asked += _is_ask(touch)
    return given, asked


class Care(StrEnum):
    """How what was given stands to what was asked: the goal is three to one, less than two to one is amber (D2)."""

    NO_ASKS = "no_asks"
    PLENTY = "plenty"
    SOME = "some"
    LITTLE = "little"
    TAKEN = "taken"
    """More asked than given (004-12)."""


def care(given: int, asked: int) -> Care:
    """The word for so many deposits and so many asks."""
    if not asked:
        return Care.NO_ASKS
    if given < asked:
        return Care.TAKEN
    if given < 2 * asked:
        return Care.LITTLE
    return Care.PLENTY if given >= 3 * asked else Care.SOME


@dataclass(frozen=True, slots=True)
class Share:
    """How many contacts of the last 90 days were asks, and how many in a hundred would be too many (000-16)."""

    asks: int
    contacts: int
    limit: int

    @property
    def is_too_large(self) -> bool:
        """Whether the contacts were too much about business."""
        return self.asks * 100 > self.contacts * self.limit


SHARE_DAYS = 90


def share_of_asks(touches: Iterable[Touch], closeness: Closeness, today: date) -> Share:
    """The share of asks among all contacts: a quarter at most with friends and family, two in five with others."""
    since = today - timedelta(days=SHARE_DAYS)
    lately = [touch for touch in _past(touches, today) if touch.on > since and touch.kind not in NOT_CONTACT]
    asks = sum(_is_ask(touch) for touch in lately)
    return Share(asks, len(lately), 25 if closeness.is_protected else 40)


def _is_ask(touch: Touch) -> bool:
    return touch.kind in ASKS or touch.kind in PITCHES


def _past(touches: Iterable[Touch], today: date) -> list[Touch]:
    """Touches up to today, each id once (P5)."""
    once: dict[int, Touch] = {}
    for touch in touches:
        if touch.on <= today:
            once.setdefault(touch.id, touch)
    return list(once.values())


def _counted(touches: Iterable[Touch], half_life: int, today: date) -> Iterator[tuple[Touch, float]]:
    """The touches with c = 1 and their decay-free worth: withdrawals all, deposits the best two of a kind and week."""
    deposits: dict[tuple[TouchKind, int, int], list[tuple[float, int, Touch]]] = {}
    for touch in _past(touches, today):
        worth = touch.points * _growth(touch.on, EPOCH, half_life)
        if touch.points > 0:
            deposits.setdefault(_week(touch), []).append((worth, -touch.id, touch))
        else:
            yield touch, worth
    for group in deposits.values():
        group.sort(reverse=True)
        for worth, _, touch in group[:BEST_OF_A_WEEK]:
            yield touch, worth


def _arrivals(touches: Sequence[Touch], half_life: int, best: dict[tuple[TouchKind, int, int], list[float]]) -> float:
    """By how much one day's touches move the kept score; ``best`` remembers the counted deposits of each week."""
    change = 0.0
    for touch in touches:
        worth = touch.points * _growth(touch.on, EPOCH, half_life)
        if touch.points <= 0:
            change += worth
            continue
        kept = best.setdefault(_week(touch), [])
        before = sum(kept)
        kept.append(worth)
        kept.sort(reverse=True)
        del kept[BEST_OF_A_WEEK:]
        change += sum(kept) - before
    return change


def _week(touch: Touch) -> tuple[TouchKind, int, int]:
    year, week, _ = touch.on.isocalendar()
    return touch.kind, year, week


def _growth(start: date, end: date, half_life: int) -> float:
    """2^(−(end − start)/H), bounded so that no date in a book overflows a float."""
    halvings = (start - end).days / max(half_life, 1)
    return float(2.0 ** max(-1000.0, min(1000.0, halvings)))


def _wholes(worths: Sequence[float], total: int) -> list[int]:
    """Whole numbers next to the worths that add up to ``total``: the largest remainders are rounded up."""
    wholes = [floor(worth) for worth in worths]
    missing = total - sum(wholes)
    by_remainder = sorted(range(len(worths)), key=lambda i: (wholes[i] - worths[i], i))
    for i in by_remainder[: max(missing, 0)]:
        wholes[i] += 1
    return wholes
