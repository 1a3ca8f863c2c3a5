"""The account of a relationship: D2 and its properties P2 to P10."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain import account
from planner.domain.account import Level
from planner.domain.touch import KINDS, Touch, TouchKind
from tests.domain.facts import day, touch

K = TouchKind
TODAY = date(2026, 11, 24)
HALF = 90

kinds = st.sampled_from(list(TouchKind))
days = st.dates(date(2022, 1, 1), TODAY)


@st.composite
def histories(draw: st.DrawFn, most: int = 25) -> list[Touch]:
    drawn = draw(st.lists(st.tuples(kinds, days, st.none() | st.integers(-40, 12)), max_size=most))
    return [
        Touch(number, on, kind, KINDS[kind].points if points is None else points)
        for number, (kind, on, points) in enumerate(drawn, start=1)
    ]


def now(touches: list[Touch], today: date = TODAY) -> float:
    return account.balance_of(touches, HALF, today)


@pytest.mark.rule("D2")
def test_a_talk_is_worth_six_on_its_day_and_half_after_ninety() -> None:
    spoke = [touch(K.CONVERSATION, "2026-11-24")]
    assert now(spoke) == pytest.approx(6)
    assert now(spoke, TODAY + timedelta(days=90)) == pytest.approx(3)


@pytest.mark.rule("D2")
@pytest.mark.parametrize(
    ("points", "word"),
    [
        (-0.01, Level.OVERDRAWN),
        (0, Level.THIN),
        (7.999, Level.THIN),
        (8, Level.WARMING),
        (19.99, Level.WARMING),
        (20, Level.GOOD),
        (34.9, Level.GOOD),
        (35, Level.STRONG),
    ],
)
def test_levels_compare_the_unrounded_balance(points: float, word: Level) -> None:
    assert account.level(points) is word


@pytest.mark.rule("D2")
@pytest.mark.rule("D11")
def test_the_user_may_say_what_an_account_is_called() -> None:
    assert [account.level(points, (10, 30, 50)) for points in (9.9, 10, 30, 50)] == [
        Level.THIN,
        Level.WARMING,
        Level.GOOD,
        Level.STRONG,
    ]


@pytest.mark.rule("D2")
def test_the_party_buyer_of_the_calibration() -> None:
    story = [(K.BOUGHT, 0), (K.THANK_YOU, 1), (K.CHECK_IN, 2), (K.CHECK_IN, 14), (K.ASK_HOST, 15), (K.CHECK_IN, 61)]
    start = date(2026, 1, 5)
    touches = [
        Touch(n, start + timedelta(days=after), kind, KINDS[kind].points) for n, (kind, after) in enumerate(story)
    ]
    seen = [account.shown(account.balance_of(touches[: n + 1], HALF, each.on)) for n, each in enumerate(touches)]
    assert seen == [4, 9, 14, 18, 12, 13]


@pytest.mark.rule("D2")
def test_the_missed_callback_of_the_calibration() -> None:
    story = [(K.OPENING_BALANCE, 10), (K.PROMISE_BROKEN, -12), (K.APOLOGY, 8), (K.CONVERSATION, 6), (K.PROMISE_KEPT, 5)]
    touches = [Touch(n, TODAY, kind, points) for n, (kind, points) in enumerate(story)]
    assert [account.shown(now(touches[: n + 1])) for n in range(len(touches))] == [10, -2, 6, 12, 17]


@pytest.mark.rule("P2")
@given(histories(), kinds, days)
def test_a_deposit_never_lowers_and_a_withdrawal_never_raises(past: list[Touch], kind: TouchKind, on: date) -> None:
    points = KINDS[kind].points
    after = now([*past, Touch(999, on, kind, points)])
    if points > 0:
        assert after >= now(past) - 1e-9
    elif points < 0:
        assert after <= now(past) + 1e-9


@pytest.mark.rule("P2")
@given(histories(), st.floats(0.1, 12), days)
def test_a_deposit_of_any_size_never_lowers(past: list[Touch], points: float, on: date) -> None:
    assert now([*past, Touch(999, on, K.GIFT, points)]) >= now(past) - 1e-9


@pytest.mark.rule("P3")
@given(histories(), st.integers(0, 2000))
def test_waiting_only_decays(past: list[Touch], wait: int) -> None:
    later = now(past, TODAY + timedelta(days=wait))
    assert later == pytest.approx(now(past) * 2 ** (-wait / HALF), abs=1e-9)


@pytest.mark.rule("P4")
@given(histories(), st.randoms(use_true_random=False))
def test_the_order_of_entry_changes_nothing(past: list[Touch], random: object) -> None:
    shuffled = list(past)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert account.score(shuffled, HALF, TODAY) == account.score(past, HALF, TODAY)


@pytest.mark.rule("P5")
@given(histories())
def test_the_same_touch_twice_counts_once(past: list[Touch]) -> None:
    assert now(past + past) == now(past)


@pytest.mark.rule("P6")
@given(histories())
def test_the_lines_add_up(past: list[Touch]) -> None:
    lines = account.lines(past, HALF, TODAY)
    assert sum(line.worth_now for line in lines) == pytest.approx(now(past), abs=1e-9)
    assert sum(line.shown for line in lines) == account.shown(sum(line.worth_now for line in lines))
    assert all(abs(line.shown - line.worth_now) < 1 for line in lines)
    assert [line.on for line in lines] == sorted((each.on for each in past), reverse=True)


@pytest.mark.rule("P7")
@given(histories(), st.sampled_from([kind for kind in TouchKind if KINDS[kind].points == 0]), days)
def test_neutral_entries_change_nothing(past: list[Touch], kind: TouchKind, on: date) -> None:
    assert now([*past, Touch(999, on, kind, 0)]) == now(past)


@pytest.mark.rule("P8")
@given(histories())
def test_half_is_left_after_a_half_life(past: list[Touch]) -> None:
    assert now(past, TODAY + timedelta(days=HALF)) == pytest.approx(now(past) / 2, abs=1e-9)


@pytest.mark.rule("P9")
@given(histories(), st.text())
def test_words_and_channels_are_worth_nothing(past: list[Touch], words: str) -> None:
    assert now([replace(each, words=words, note=words, topic=words) for each in past]) == now(past)


@pytest.mark.rule("P10")
def test_ten_likes_in_a_week_count_as_two() -> None:
    week = [touch(K.LIKE, "2026-11-23") for _ in range(10)]
    assert account.balance_of(week, HALF, day("2026-11-23")) == pytest.approx(2)
    lines = account.lines(week, HALF, day("2026-11-23"))
    assert sum(line.counts for line in lines) == 2
    assert sum(line.shown for line in lines) == 2


@pytest.mark.rule("D2")
def test_the_week_is_the_calendar_s_and_each_kind_has_its_own_two() -> None:
    sunday_and_monday = [touch(K.LIKE, on) for on in ("2026-11-22", "2026-11-22", "2026-11-23", "2026-11-23")]
    assert now(sunday_and_monday) == pytest.approx(4, abs=0.1)
    mixed = [touch(kind, "2026-11-24") for kind in (K.LIKE, K.LIKE, K.LIKE, K.GIFT, K.GIFT, K.GIFT)]
    assert now(mixed) == pytest.approx(2 + 12)


@pytest.mark.rule("D2")
def test_withdrawals_all_count_and_future_touches_wait() -> None:
    assert now([touch(K.NO_ANSWER, "2026-11-24") for _ in range(7)]) == pytest.approx(-7)
    assert now([touch(K.CONVERSATION, "2026-11-25")]) == 0


@pytest.mark.rule("D2")
@given(histories(), histories(), st.integers(0, 900))
def test_ordering_by_the_kept_score_is_ordering_by_balance(one: list[Touch], other: list[Touch], wait: int) -> None:
    later = TODAY + timedelta(days=wait)
    kept = account.score(one, HALF, TODAY) - account.score(other, HALF, TODAY)
    shown = now(one, later) - now(other, later)
    assert kept == 0 or shown == 0 or math.copysign(1, kept) == math.copysign(1, shown) or abs(shown) < 1e-9


@pytest.mark.rule("D2")
@given(histories(), st.integers(2, 400))
def test_the_curve_ends_at_today_and_agrees_with_every_day(past: list[Touch], back: int) -> None:
    curve = account.series(past, HALF, TODAY, days=back)
    assert len(curve) == back + 1
    assert curve[-1][0] == TODAY
    assert curve[-1][1] == pytest.approx(now(past), abs=1e-6)
    middle, points = curve[back // 2]
    assert points == pytest.approx(now(past, middle), abs=1e-6)


@pytest.mark.rule("D2")
def test_a_score_and_a_balance_turn_into_each_other() -> None:
    kept = account.score([touch(K.CONVERSATION, "2026-09-01")], HALF, TODAY)
    assert account.score_for(account.balance(kept, TODAY, HALF), TODAY, HALF) == pytest.approx(kept)


@pytest.mark.practice("002-10")
@pytest.mark.practice("004-12")
def test_care_and_asks_are_counted_over_the_last_half_year() -> None:
    past = [
        touch(K.GIFT, "2026-10-01"),
        touch(K.USEFUL_INFO, "2026-10-02"),
        touch(K.ASK_BUY, "2026-10-03"),
        touch(K.ASK_JOIN, "2025-10-03"),
        touch(K.OPENING_BALANCE, "2026-10-01"),
        touch(K.NOTE, "2026-10-01"),
    ]
    assert account.given_and_asked(past, TODAY - timedelta(days=180), TODAY) == (2, 1)


@pytest.mark.rule("D2")
@pytest.mark.parametrize("half_life", [1, 7, 90, 10_000])
def test_no_half_life_and_no_date_overflows(half_life: int) -> None:
    old = [Touch(1, date(1900, 1, 1), K.GIFT, 6), Touch(2, date(2190, 1, 1), K.GIFT, 6)]
    assert math.isfinite(account.balance_of(old, half_life, date(2200, 1, 1)))
