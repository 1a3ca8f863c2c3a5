"""Which notice is due when."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from planner.domain import notices
from planner.domain.method import Method
from planner.domain.notices import Expected
from planner.domain.promise import Promise, PromiseKind, PromiseStatus, Window

AT = datetime(2026, 12, 1, 21, 30, tzinfo=UTC)


def promise(
    kind: PromiseKind = PromiseKind.CALLBACK,
    window: Window = Window.EXACT,
    status: PromiseStatus = PromiseStatus.OPEN,
    on: date = date(2026, 12, 1),
    at: time = time(14, 30),
    zone: str = "America/Denver",
) -> Promise:
    return Promise(7, kind, on, window, at if window is Window.EXACT else None, zone, status=status)


def expected(promise_id: int, at: datetime = AT) -> Expected:
    return Expected(promise_id, promise_id, "Maria", at)


@pytest.mark.parametrize(
    ("made", "instant"),
    [
        (promise(), AT),
        (promise(PromiseKind.PROMISED), AT),
        (promise(PromiseKind.VOICEMAIL), AT),
        (promise(PromiseKind.FOLLOW_UP), None),
        (promise(window=Window.MORNING), None),
        (promise(window=Window.DAY), None),
        (promise(status=PromiseStatus.KEPT), None),
        (promise(status=PromiseStatus.MOVED), None),
        (promise(zone=""), datetime(2026, 12, 1, 20, 30, tzinfo=UTC)),
        (promise(zone="Atlantis/Port"), datetime(2026, 12, 1, 20, 30, tzinfo=UTC)),
        (promise(on=date(2026, 3, 8), at=time(2, 30)), datetime(2026, 3, 8, 9, 30, tzinfo=UTC)),
    ],
    ids=["callback", "thing", "voicemail", "own note", "morning", "day", "kept", "moved", "ours", "nowhere", "skipped"],
)
def test_only_a_word_given_to_the_minute_is_expected(made: Promise, instant: datetime | None) -> None:
    assert notices.instant_of(made, "America/Chicago", Method()) == instant


@pytest.mark.parametrize(
    ("before", "is_due"), [(301, False), (300, True), (120, True), (1, True), (0, False), (-60, False)]
)
def test_it_is_due_for_five_minutes_and_not_afterwards(before: int, is_due: bool) -> None:
    now = AT - timedelta(seconds=before)
    assert notices.due([expected(1)], now, frozenset()) == ((expected(1),) if is_due else ())
    assert notices.due([expected(1)], now, {1}) == (), "never twice"


def test_the_next_look_is_at_the_next_that_was_not_told() -> None:
    later = AT + timedelta(hours=1)
    both = [expected(1), expected(2, later)]
    now = AT - timedelta(hours=2)
    assert notices.next_at(both, now, frozenset()) == AT - notices.LEAD
    assert notices.next_at(both, now, {1}) == later - notices.LEAD
    assert notices.next_at(both, AT, {1, 2}) is None
