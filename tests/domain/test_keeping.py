"""Windows of promises, and what an attempt makes of them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain import keeping
from planner.domain.method import Method
from planner.domain.promise import Promise, PromiseKind, PromiseStatus, Window

METHOD = Method()
DAY = date(2026, 12, 1)


def promise(
    window: Window, at: time | None = None, due: date = DAY, kind: PromiseKind = PromiseKind.CALLBACK
) -> Promise:
    return Promise(1, kind, due, window, at, "America/Denver")


@pytest.mark.parametrize(
    ("made", "opens", "closes"),
    [
        (promise(Window.EXACT, time(15)), "12-01 15:00", "12-01 15:30"),
        (promise(Window.EXACT, time(23, 45)), "12-01 23:45", "12-02 00:15"),
        (promise(Window.MORNING), "12-01 09:00", "12-01 12:00"),
        (promise(Window.AFTERNOON), "12-01 12:00", "12-01 17:00"),
        (promise(Window.EVENING), "12-01 17:00", "12-01 20:00"),
        (promise(Window.DAY), "12-01 00:00", "12-01 23:59"),
        (promise(Window.WEEK), "12-01 00:00", "12-07 23:59"),
        (promise(Window.MONTH), "12-01 00:00", "12-31 23:59"),
        (promise(Window.MONTH, due=date(2028, 2, 1)), "02-01 00:00", "02-29 23:59"),
        (promise(Window.EXACT), "12-01 00:00", "12-01 23:59"),
    ],
)
def test_a_window_opens_and_closes_on_the_wall(made: Promise, opens: str, closes: str) -> None:
    assert f"{keeping.opens(made, METHOD):%m-%d %H:%M}" == opens
    assert f"{keeping.closes(made, METHOD):%m-%d %H:%M}" == closes


@pytest.mark.rule("D6.11")
@pytest.mark.parametrize(
    ("made", "on", "at", "status"),
    [
        (promise(Window.EXACT, time(15)), DAY, time(14, 49), None),
        (promise(Window.EXACT, time(15)), DAY, time(14, 50), PromiseStatus.KEPT),
        (promise(Window.EXACT, time(15)), DAY, time(16), PromiseStatus.KEPT),
        (promise(Window.EXACT, time(15)), DAY, time(16, 1), PromiseStatus.KEPT_LATE),
        (promise(Window.EXACT, time(15)), DAY, None, PromiseStatus.KEPT),
        (promise(Window.EXACT, time(15)), date(2026, 12, 2), time(15), None),
        (promise(Window.MORNING), DAY, time(12, 30), PromiseStatus.KEPT),
        (promise(Window.MORNING), DAY, time(12, 31), PromiseStatus.KEPT_LATE),
        (promise(Window.DAY), DAY, time(23, 59), PromiseStatus.KEPT),
        (promise(Window.WEEK), date(2026, 12, 7), time(23), PromiseStatus.KEPT),
        (promise(Window.WEEK), date(2026, 12, 8), time(1), None),
        (promise(Window.DAY, kind=PromiseKind.FOLLOW_UP), date(2026, 11, 30), None, None),
        (promise(Window.DAY, kind=PromiseKind.FOLLOW_UP), date(2027, 5, 1), time(9), PromiseStatus.KEPT),
    ],
)
def test_an_attempt_keeps_a_promise_inside_its_window(
    made: Promise, on: date, at: time | None, status: PromiseStatus | None
) -> None:
    assert keeping.kept_by(made, on, at, METHOD) is status


@given(
    st.sampled_from(Window),
    st.dates(date(2026, 1, 1), date(2028, 12, 31)),
    st.times().map(lambda clock: clock.replace(second=0, microsecond=0)),
    st.integers(-60, 60),
)
def test_a_promise_is_never_both_over_and_keepable(window: Window, due: date, clock: time, ahead: int) -> None:
    made = promise(window, clock if window is Window.EXACT else None, due)
    there = datetime.combine(due, clock) + timedelta(days=ahead)

    kept = keeping.kept_by(made, there.date(), there.time(), METHOD)
    assert kept is None or not keeping.is_over(made, there)
    assert keeping.opens(made, METHOD) <= keeping.closes(made, METHOD)
    assert (kept is PromiseStatus.KEPT_LATE) <= keeping.is_late(made, there, METHOD)


def test_only_ones_own_follow_up_cannot_be_broken() -> None:
    assert [kind for kind in PromiseKind if not keeping.can_break(promise(Window.DAY, kind=kind))] == [
        PromiseKind.FOLLOW_UP
    ]


@pytest.mark.rule("D11")
def test_a_morning_is_what_the_user_says_it_is() -> None:
    early = Method(morning_from=time(7), afternoon_from=time(11))
    made = promise(Window.MORNING)
    assert keeping.opens(made, early).time() == time(7)
    assert keeping.closes(made, early).time() == time(11)
    assert keeping.opens(promise(Window.AFTERNOON), early).time() == time(11)
    assert keeping.kept_by(made, DAY, time(11, 40), early) is PromiseStatus.KEPT_LATE
