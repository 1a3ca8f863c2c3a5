"""What a touch really was: the kind and the points that follow from what stood before it (rules D2 and D4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from planner.domain.history import History
from planner.domain.permission import Topic
from planner.domain.person import Facts
from planner.domain.touch import ASKS, KINDS, Channel, Direction, Touch, TouchKind

_K = TouchKind
HAND_RAISED_DAYS = 30
"""How long a raised hand makes an ask on its topic welcome (G7)."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """The kind, points and direction a touch goes to the timeline with."""

    kind: TouchKind
    points: float
    direction: Direction


def weigh(
    kind: TouchKind,
    direction: Direction | None,
    points: float | None,
    on: date,
    about: Facts,
    *,
    topic: str = "",
    channel: Channel | None = None,
) -> Weighed:
    """The touch as the account takes it; ``points`` said by hand win over everything but the kind."""
    began = direction or KINDS[kind].direction
    meant = _meant(kind, began, on, about, channel)
    if points is not None:
        return Weighed(meant, points, began)
    if meant is _K.APOLOGY:
        return Weighed(meant, _apology(on, about), began)
    if meant in ASKS and _was_invited(topic, on, about):
        return Weighed(meant, 0, began)
    return Weighed(meant, KINDS[meant].points, began)


def _meant(kind: TouchKind, began: Direction, on: date, about: Facts, channel: Channel | None) -> TouchKind:
    """A word of theirs reaches out, the second unanswered text nudges, asked-for news gives (004-09)."""
    if kind is _K.MESSAGE and began is Direction.THEM:
        return _K.REACHED_OUT
    if kind is _K.MESSAGE and channel is Channel.TEXT:
        waiting = [touch for touch in History.of(about.touches, on).messages if touch.channel is Channel.TEXT]
        return _K.NUDGE if waiting else kind
    if kind is _K.PROMOTION and _wants_news(on, about):
        return _K.NEWS_WANTED
    return kind


def _wants_news(on: date, about: Facts) -> bool:
    wanted = (Topic.ANY, Topic.NEW_THINGS)
    return any(yes.holds_on(on) and any(topic in wanted for topic in yes.topics) for yes in about.permissions)


def _apology(on: date, about: Facts) -> float:
    """An apology gives back at most what the withdrawals since the last one took (D2)."""
    past = [touch for touch in about.touches if touch.on <= on]
    last = max((touch.on for touch in past if touch.kind is _K.APOLOGY), default=date.min)
    worst = min((touch.points for touch in past if touch.points < 0 and touch.on >= last), default=0)
    return min(float(KINDS[_K.APOLOGY].points), -worst)


def _was_invited(topic: str, on: date, about: Facts) -> bool:
    """Whether they raised a hand on this topic within the last month."""
    asked_for = topic.strip().casefold()
    return bool(asked_for) and any(_raises_hand(touch, asked_for, on) for touch in about.touches)


def _raises_hand(touch: Touch, topic: str, on: date) -> bool:
    is_recent = on - timedelta(days=HAND_RAISED_DAYS) <= touch.on <= on
    return is_recent and touch.kind is _K.REACHED_OUT and touch.topic.strip().casefold() == topic
