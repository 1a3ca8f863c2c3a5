"""What is counted in the reports: parts of a whole, who was helped, who heard from the user, how talks ended.

People and care are counted, never dials (000-03), and no percentage is told before there are enough to tell it of.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from planner.domain.activity import ActivityKind, Share
from planner.domain.history import NOT_CONTACT, TWO_WAY
from planner.domain.method import Mode
from planner.domain.person import Closeness, SourceKind, Stage
from planner.domain.touch import CALL_ATTEMPTS, JUST_FRIENDS, KINDS, TALKS, Direction, TouchKind

_K = TouchKind

ENOUGH = 20
"""So many there must be before a share of them is told (004-01)."""

VISIBLE_DAYS = 90
"""Who heard from the user within so many days knows that they are there (002-08)."""

QUIET_DAYS = 14
"""After so many days without reaching out, somebody who needs new people is told so kindly (003-11)."""

HELPFUL = frozenset({_K.PROBLEM_SOLVED, _K.HELPED_IN_PERSON, _K.USEFUL_INFO, _K.GIFT, _K.SENT_BUSINESS})
"""What is of use to somebody and asks nothing (002-08, 002-15)."""

HEARD = frozenset(
    kind
    for kind, facts in KINDS.items()
    if (facts.direction is Direction.ME or kind in TWO_WAY)
    and kind not in NOT_CONTACT | {_K.NO_ANSWER, _K.SOMEONE_ELSE}
)
"""What somebody hears of: all that the user begins, but for calls nobody picked up."""

ANSWERED_CALLS = TALKS | {_K.BUSY}
TRIED_CALLS = (ANSWERED_CALLS | CALL_ATTEMPTS) - {_K.WRONG_NUMBER}
"""Calls to a number that was right, and those of them that were answered."""

_NOON, _FIVE = time(12), time(17)


@dataclass(frozen=True, slots=True)
class Part:
    """So many of so many."""

    part: int = 0
    whole: int = 0

    @property
    def is_enough(self) -> bool:
        """Whether a share of them says anything."""
        return self.whole >= ENOUGH

    @property
    def percent(self) -> int | None:
        """How many in a hundred; None while there are too few to say."""
        return round(100 * self.part / self.whole) if self.is_enough else None


class Ending(StrEnum):
    """How a conversation ended: with something agreed, with an honest nothing, or open (002-26, 002-27)."""

    NEXT_STEP = "next_step"
    HONEST = "honest"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Talk:
    """What is known of how a conversation ended: what was agreed, bought or refused along with it."""

    topic: str = ""
    stage: Stage = Stage.NEW
    closeness: Closeness = Closeness.ACQUAINTANCE
    was_agreed: bool = False
    """A promise, a date of theirs, an order, a party or a new member came of it."""
    was_refused: bool = False
    """They said No, or asked for peace."""


_NOTHING_MORE = frozenset({Stage.NOT_NOW, Stage.NO, Stage.CLOSED_KINDLY})


def ending(talk: Talk) -> Ending:
    """How a conversation ended. A No and a talk among friends are good endings, and need nothing more (000-17)."""
    if talk.was_agreed:
        return Ending.NEXT_STEP
    is_private = talk.closeness.is_protected and talk.stage is not Stage.OFFERED
    if talk.was_refused or talk.topic == JUST_FRIENDS or is_private or talk.stage in _NOTHING_MORE:
        return Ending.HONEST
    return Ending.OPEN


class DayPart(StrEnum):
    """When somebody was rung, by the user's clock."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    UNKNOWN = "unknown"


def day_part(at: time | None) -> DayPart:
    """The part of the day a time lies in."""
    if at is None:
        return DayPart.UNKNOWN
    if at < _NOON:
        return DayPart.MORNING
    return DayPart.AFTERNOON if at < _FIVE else DayPart.EVENING


class SourceGroup(StrEnum):
    """Whose doing it is that somebody is in the book (001-08)."""

    OWN = "own"
    BOUGHT = "bought"
    UNKNOWN = "unknown"


def group_of(kind: SourceKind) -> SourceGroup:
    """Bought, not known, or else one's own."""
    if kind is SourceKind.BOUGHT:
        return SourceGroup.BOUGHT
    return SourceGroup.UNKNOWN if kind in (SourceKind.IMPORTED, SourceKind.UNKNOWN) else SourceGroup.OWN


def weeks_left(untouched: int, met_in_four_weeks: int) -> int | None:
    """For how many weeks there are people to meet for the first time, at the pace of the last four (000-01)."""
    return max(1, round(4 * untouched / met_in_four_weeks)) if untouched and met_in_four_weeks else None


def wants_reaching_out(mode: Mode, lately: Iterable[Share]) -> bool:
    """Whether to say kindly that attracting alone brings nobody new in time (003-11)."""
    reached = any(share.times for share in lately if share.kind is ActivityKind.REACH_OUT)
    return mode is Mode.NEED_PEOPLE and not reached


class WinKind(StrEnum):
    """What went well: noted by the user, or read from what the book knows."""

    NOTED = "noted"
    THANKED = "thanked"
    PROMISE_KEPT = "promise_kept"
    SOLVED = "solved"
    FIRST_ORDER = "first_order"
    HOSTED = "hosted"
    JOINED = "joined"
    INTRODUCED = "introduced"
    HELPED_ME = "helped_me"
    CAME_BACK = "came_back"
    """They got in touch of their own accord after a long silence."""


REST_DAYS = 60
"""After so many days of silence a word of theirs is a return."""
