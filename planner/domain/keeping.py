"""The life of a promise: when its window opens and closes, and what an attempt or the day's end makes of it (D6.11)."""

from __future__ import annotations

import calendar
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from planner.domain.method import Method
from planner.domain.promise import Promise, PromiseKind, PromiseStatus, Window
from planner.domain.zones import is_zone

EARLY = timedelta(minutes=10)
"""So much before an agreed minute is still that minute."""


def opens(promise: Promise, method: Method) -> datetime:
    """When the window opens, naive wall time in the promise's zone; a minute that the clocks skip is an hour later."""
    if promise.window is Window.EXACT and promise.at is not None:
        named = datetime.combine(promise.due_on, promise.at)
        if not is_zone(promise.zone):
            return named
        zone = ZoneInfo(promise.zone)
        return named.replace(tzinfo=zone).astimezone(UTC).astimezone(zone).replace(tzinfo=None)
    start, _ = _hours(promise, method)
    return datetime.combine(promise.due_on, start)


def closes(promise: Promise, method: Method) -> datetime:
    """When the window closes, before any grace; naive wall time in the promise's zone."""
    if promise.window is Window.EXACT and promise.at is not None:
        return opens(promise, method) + timedelta(minutes=method.callback_window_minutes)
    _, end = _hours(promise, method)
    return datetime.combine(last_day(promise), end)


def last_day(promise: Promise) -> date:
    """The day at whose end the promise is broken, in its own zone."""
    if promise.window is Window.WEEK:
        return promise.due_on + timedelta(days=6)
    if promise.window is Window.MONTH:
        days = calendar.monthrange(promise.due_on.year, promise.due_on.month)[1]
        return promise.due_on + timedelta(days=days - 1)
    return promise.due_on


def is_over(promise: Promise, there: datetime) -> bool:
    """Whether no attempt can keep the promise any more; ``there`` is the wall time in its zone."""
    return there.date() > last_day(promise)


def is_late(promise: Promise, there: datetime, method: Method) -> bool:
    """Whether the window and its grace are past; ``there`` is the naive wall time in the promise's zone."""
    return there > closes(promise, method) + timedelta(minutes=method.callback_grace_minutes)


def can_break(promise: Promise) -> bool:
    """Whether missing it is a broken word: a soft follow-up is one's own note and only waits longer."""
    return promise.kind is not PromiseKind.FOLLOW_UP


def kept_by(promise: Promise, on: date, at: time | None, method: Method) -> PromiseStatus | None:
    """What an attempt at this wall time in the promise's zone makes of it; None leaves it as it is.

    Without a time of day the day alone is taken for the window.
    """
    if promise.kind is PromiseKind.FOLLOW_UP:
        return PromiseStatus.KEPT if on >= promise.due_on else None
    if not promise.due_on <= on <= last_day(promise):
        return None
    if at is None:
        return PromiseStatus.KEPT
    there = datetime.combine(on, at)
    if there < opens(promise, method) - EARLY:
        return None
    return PromiseStatus.KEPT_LATE if is_late(promise, there, method) else PromiseStatus.KEPT


def _hours(promise: Promise, method: Method) -> tuple[time, time]:
    """From when until when the part of the day lasts that was agreed on; the whole day where none was."""
    return method.dayparts.get(promise.window.value, (time.min, time.max))
