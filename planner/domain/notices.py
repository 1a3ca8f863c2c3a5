"""Which notice is due when: shortly before a definite promise at an exact time, and once for each."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from planner.domain import hours, keeping
from planner.domain.method import Method
from planner.domain.promise import Promise, PromiseStatus, Window
from planner.domain.zones import is_zone

LEAD = timedelta(minutes=5)
"""So long before the promised time a notice is due."""


@dataclass(frozen=True, slots=True)
class Expected:
    """Somebody who expects the user at an exact time; ``at`` is the instant in UTC."""

    promise_id: int
    person_id: int
    name: str
    at: datetime


def instant_of(promise: Promise, own_zone: str, method: Method) -> datetime | None:
    """When somebody expects the user to the minute; None for what has no minute, is closed, or breaks no word."""
    is_exact = promise.window is Window.EXACT and promise.at is not None
    if not is_exact or promise.status is not PromiseStatus.OPEN or not keeping.can_break(promise):
        return None
    there = keeping.opens(promise, method)
    return hours.instant(there.date(), there.time(), promise.zone if is_zone(promise.zone) else own_zone)


def due(expected: Iterable[Expected], now: datetime, told: Container[int]) -> tuple[Expected, ...]:
    """Whose notice is due and was not given yet; what began before the program did is no news any more."""
    return tuple(each for each in expected if each.promise_id not in told and each.at - LEAD <= now < each.at)


def next_at(expected: Iterable[Expected], now: datetime, told: Container[int]) -> datetime | None:
    """The instant at which the next notice will be due."""
    coming = (each.at - LEAD for each in expected if each.promise_id not in told)
    return min((at for at in coming if at > now), default=None)
