"""What a touch really was: the kind and the points that follow from what stood before it (rules D2, D4, G5, G6)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from planner.domain import basis, hands, reorder
from planner.domain.history import History, in_order
from planner.domain.interest import Scope
from planner.domain.method import Method
from planner.domain.permission import Topic
from planner.domain.person import Facts, Stage
from planner.domain.touch import ASKS, KINDS, Channel, Direction, Purpose, TouchKind

_K = TouchKind

SCOPES: Mapping[TouchKind, Scope] = MappingProxyType(
    {
        _K.ASK_BUY: Scope.BUY,
        _K.PROMOTION: Scope.BUY,
        _K.ASK_HOST: Scope.HOST,
        _K.ASK_JOIN: Scope.JOIN,
        _K.ASK_REFERRAL: Scope.REFER,
    }
)
"""What each kind of ask is about."""


_REMINDS_BY = (Channel.TEXT, Channel.CALL, Channel.EMAIL)


@dataclass(frozen=True, slots=True)
class Weighed:
    """The kind, points and direction a touch goes to the timeline with."""

    kind: TouchKind
    points: float
    direction: Direction


@dataclass(frozen=True, slots=True)
class Telling:
    """A touch as it is told: kind, day and what else was said; ``points`` by hand win over everything but words."""

    kind: TouchKind
    on: date
    direction: Direction | None = None
    points: float | None = None
    topic: str = ""
    channel: Channel | None = None


def weigh(told: Telling, about: Facts, method: Method) -> Weighed:
    """The touch as the account takes it."""
    began = told.direction or KINDS[told.kind].direction
    kind = _meant(told, began, about, method)
    if told.points is not None:
        return Weighed(kind, told.points, began)
    if kind is _K.APOLOGY:
        return Weighed(kind, _apology(told.on, about), began)
    if kind in ASKS and hands.welcome(about, SCOPES[kind], told.topic, method, told.on) is not None:
        return Weighed(kind, 0, began)
    if kind is _K.ASK_BUY and _was_to_be_reminded(told, about, method):
        return Weighed(kind, 0, began)
    return Weighed(kind, KINDS[kind].points, began)


def _was_to_be_reminded(told: Telling, about: Facts, method: Method) -> bool:
    """Whether they wanted to hear when this runs low, and it does: such a reminder costs nothing (D6.4)."""
    yeses = (basis.permission(about, channel, told.on, Topic.REORDER) for channel in _REMINDS_BY)
    if not any(yes is not None and yes.holds_on(told.on) for yes in yeses):
        return False
    lead, window = timedelta(days=method.reorder_lead), timedelta(days=method.reorder_window)
    low = [one for one in reorder.cycles(about, told.on) if one.runs_out - lead <= told.on <= one.runs_out + window]
    return any(_is_about(told.topic, one.product) for one in low)


def _meant(told: Telling, began: Direction, about: Facts, method: Method) -> TouchKind:
    """A word of theirs reaches out, the second unanswered text nudges; an ask is weighed by whom it goes to."""
    if told.kind is _K.MESSAGE:
        return _K.REACHED_OUT if began is Direction.THEM else _message(told, about)
    is_business = KINDS[told.kind].purpose is Purpose.ASK and began is Direction.ME
    return _business(told, about, method) if is_business and told.points is None else told.kind


def _message(told: Telling, about: Facts) -> TouchKind:
    if told.channel is not Channel.TEXT:
        return _K.MESSAGE
    waiting = [touch for touch in History.of(about.touches, told.on).messages if touch.channel is Channel.TEXT]
    return _K.NUDGE if waiting else _K.MESSAGE


def _business(told: Telling, about: Facts, method: Method) -> TouchKind:
    """Business after a stop, after a No, with a friend who never asked; news that was asked for gives (004-09)."""
    if _stopped(told, about):
        return _K.AFTER_STOP
    scope = SCOPES.get(told.kind)
    if scope is None:
        return told.kind
    if _said_no(about, scope, told.on):
        return _K.PUSHED_AFTER_NO
    if told.kind is _K.PROMOTION:
        return _K.NEWS_WANTED if _wants_news(told, about, method) else told.kind
    is_invited = hands.ever(about, scope, told.on) or hands.welcome(about, scope, told.topic, method, told.on)
    return _K.PITCH_FRIEND if about.closeness.is_protected and not is_invited else told.kind


def _stopped(told: Telling, about: Facts) -> bool:
    """Whether they had asked for quiet: on everything, on business, or on this channel (G1)."""
    return any(stop.on <= told.on and (stop.stops_business or stop.channel is told.channel) for stop in about.stops)


def _said_no(about: Facts, scope: Scope, on: date) -> bool:
    """Whether a No to this stands; a stage of No without a word about what is one to everything (G5)."""
    if not about.noes:
        return about.stage is Stage.NO
    return any(no.scope in (scope, Scope.EVERYTHING) and no.holds_on(on) for no in about.noes)


def _wants_news(told: Telling, about: Facts, method: Method) -> bool:
    """Whether they allowed news on this subject or asked about it lately (004-09).

    What is no subject of a permission is about new things.
    """
    hand = hands.welcome(about, Scope.BUY, told.topic, method, told.on)
    if hand is not None and hand.topic and told.topic:
        return True
    subject = Topic(told.topic) if told.topic in set(Topic) else Topic.NEW_THINGS
    wanted = (Topic.ANY, subject)
    return any(yes.holds_on(told.on) and any(topic in wanted for topic in yes.topics) for yes in about.permissions)


def _apology(on: date, about: Facts) -> float:
    """An apology gives back at most what the worst withdrawal since the last one took (D2)."""
    worst = 0.0
    for touch in in_order(about.touches, on):
        worst = 0.0 if touch.kind is _K.APOLOGY else min(worst, touch.points)
    return min(float(KINDS[_K.APOLOGY].points), -worst)


def _is_about(topic: str, product: str) -> bool:
    """Whether what was said names this product, or none."""
    wanted, known = topic.strip().casefold(), product.strip().casefold()
    return not wanted or wanted in known or known in wanted
