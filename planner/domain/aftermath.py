"""What a contact costs besides: an answer that came late, an hour that was not theirs, a friend of a friend (D2)."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from planner.domain import hours, keeping
from planner.domain.history import UNANSWERED_CALLS, History, is_by_me
from planner.domain.hours import Where
from planner.domain.method import Method
from planner.domain.moment import Moment
from planner.domain.person import Facts
from planner.domain.promise import Promise, PromiseKind, PromiseStatus, Window
from planner.domain.touch import ASKS, PITCHES, Channel, Touch

SLOW_AFTER = 2
"""Working days after which an answer is a slow one."""

_RINGS = frozenset({Channel.CALL, Channel.VOICEMAIL, Channel.TEXT})
_NAMED = frozenset({Window.EXACT, Window.MORNING, Window.AFTERNOON, Window.EVENING})


def is_slow_reply(touch: Touch, about: Facts, method: Method, home: str) -> bool:
    """Whether this is the first answer to something they asked, and more than two working days have passed (D2)."""
    if not is_by_me(touch):
        return False
    before = History.of((other for other in about.touches if other.id != touch.id), touch.on)
    if before.asked is None or before.is_answered:
        return False
    return working_days(before.asked.on, touch.on, home, method) > SLOW_AFTER


def working_days(since: date, until: date, home: str, method: Method) -> int:
    """The user's working days after ``since`` up to and with ``until``, counted to ten at most."""
    counted, day = 0, since
    while day < until and counted < 10:
        day += timedelta(days=1)
        counted += not hours.is_day_off(day, home, method)
    return counted


def is_outside_hours(touch: Touch, about: Facts, method: Method, home: str) -> bool:
    """Whether a call or text came when it was not their hour, and not the hour that they had named (D2, G3).

    A guessed zone is no reason to blame anybody.
    """
    rings = touch.channel in _RINGS or (touch.channel is None and touch.kind in UNANSWERED_CALLS)
    if touch.at is None or not touch.zone or not rings or not is_by_me(touch) or about.zone_is_guessed:
        return False
    then = Moment.at(datetime.combine(touch.on, touch.at), touch.zone)
    if any(_was_named(promise, then, method) for promise in about.promises):
        return False
    where = Where(about.zones or (touch.zone,), about.regions, home=home)
    return not hours.opening(where, touch.purpose, method, then.utc).is_open(then.utc)


def hurts_introducer(touch: Touch, about: Facts) -> bool:
    """Whether it was an uninvited offer to somebody whom a friend had introduced (000-27).

    An ask counts while the two have no life of their own yet: no word, talk or order of theirs.
    """
    if about.introduced_by_id is None or touch.points >= 0:
        return False
    if touch.kind in PITCHES:
        return True
    before = History.of((other for other in about.touches if other.id != touch.id), touch.on)
    return touch.kind in ASKS and not before.knows_us


def _was_named(promise: Promise, then: Moment, method: Method) -> bool:
    """Whether the call was at the time that they had agreed on."""
    is_theirs = promise.kind is PromiseKind.CALLBACK and promise.window in _NAMED
    if not is_theirs or promise.status in (PromiseStatus.CANCELLED, PromiseStatus.MOVED):
        return False
    there = then.in_zone(promise.zone or then.zone)
    return keeping.kept_by(promise, there.date(), there.time().replace(tzinfo=None), method) is not None
