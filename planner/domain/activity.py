"""What the user does for the business at large: attract, serve, reach out (rules D1; practices 000-18, 003-13)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from planner.domain.history import NOT_CONTACT
from planner.domain.touch import CALL_ATTEMPTS, KINDS, TALKS, Purpose, TouchKind


class ActivityKind(StrEnum):
    """Which side of the week an activity is on, or that it is something else."""

    ATTRACT = "attract"
    SERVE = "serve"
    REACH_OUT = "reach_out"
    WIN = "win"
    """Something that went well, kept to be read again: no side of a week (D1)."""


SIDES = (ActivityKind.ATTRACT, ActivityKind.SERVE, ActivityKind.REACH_OUT)
"""What a week is made of."""


@dataclass(frozen=True, slots=True)
class Activity:
    """One activity of a day; it belongs to nobody and never counts as a conversation (003-07)."""

    id: int
    on: date
    kind: ActivityKind
    what: str = ""
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class Share:
    """How often something of one side was done in a week, and for how many minutes as far as they were noted."""

    kind: ActivityKind
    times: int = 0
    minutes: int = 0


def mix(activities: Iterable[Activity], touches: Mapping[TouchKind, int]) -> tuple[Share, ...]:
    """What a week was made of, side by side (000-18); ``touches`` is how often the user did what in it.

    What was given to people serves, attempts to reach them and asks reach out. A conversation is neither.
    """
    times, minutes = Counter[ActivityKind](), Counter[ActivityKind]()
    for activity in activities:
        times[activity.kind] += 1
        minutes[activity.kind] += activity.minutes
    for kind, often in touches.items():
        if (side := side_of(kind)) is not None:
            times[side] += often
    return tuple(Share(kind, times[kind], minutes[kind]) for kind in SIDES)


def side_of(kind: TouchKind) -> ActivityKind | None:
    """Which side of the week a touch by the user is on."""
    if kind in CALL_ATTEMPTS or KINDS[kind].purpose is Purpose.ASK:
        return ActivityKind.REACH_OUT
    if kind in TALKS or kind in NOT_CONTACT or KINDS[kind].points <= 0:
        return None
    return ActivityKind.SERVE


def lacking(week: Iterable[Share]) -> ActivityKind | None:
    """What a week wants more of: serving, where people were only reached out to (000-18)."""
    times = {share.kind: share.times for share in week}
    reached, served = times.get(ActivityKind.REACH_OUT, 0), times.get(ActivityKind.SERVE, 0)
    return ActivityKind.SERVE if reached and not served else None
