"""Keeping in touch for its own sake: tiers, rhythm, spreading and reconnecting (D6.5, D6.10)."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain import keep_in_touch
from planner.domain.history import History
from planner.domain.keep_in_touch import Warmth, next_interval
from planner.domain.method import Method
from planner.domain.person import Closeness, Facts, SourceKind, Stage
from planner.domain.team import Membership
from planner.domain.touch import TouchKind
from tests.domain.facts import day, inquiry, no_answer, person, talk, text, touch

TODAY = date(2026, 11, 24)
METHOD = Method()


def interval(facts: Facts) -> int | None:
    return keep_in_touch.interval(facts, History.of(facts.touches, TODAY), METHOD, TODAY)


def due(facts: Facts, today: date = TODAY) -> date | None:
    return keep_in_touch.due_on(facts, History.of(facts.touches, today), METHOD, today)


@pytest.mark.rule("D6.5")
@pytest.mark.parametrize(
    ("known", "days"),
    [
        ({"stage": Stage.TEAM}, 14),
        ({"stage": Stage.FAN}, 30),
        ({"stage": Stage.CUSTOMER}, 45),
        ({"stage": Stage.HOST}, 60),
        ({"closeness": Closeness.FRIEND}, 60),
        ({"closeness": Closeness.FAMILY}, 60),
        ({"stage": Stage.NOT_NOW}, 90),
        ({"stage": Stage.IN_CONVERSATION}, 180),
        ({"stage": Stage.CUSTOMER, "closeness": Closeness.FRIEND}, 45),
        ({"stage": Stage.NO}, None),
        ({"stage": Stage.NO, "closeness": Closeness.FRIEND}, 60),
        ({"stage": Stage.CLOSED_KINDLY}, None),
        ({"stage": Stage.FAN, "keep_in_touch_days": 7}, 7),
        ({"stage": Stage.TEAM, "memberships": [Membership(1, day("2026-11-01"))]}, 7),
        ({"stage": Stage.TEAM, "memberships": [Membership(1, day("2026-10-01"))]}, 14),
        ({"keep_in_touch_days": 500}, 365),
    ],
)
def test_every_relationship_starts_from_its_tier(known: dict[str, Any], days: int | None) -> None:
    assert interval(person(touches=[talk("2026-11-01")], **known)) == days


@pytest.mark.rule("D6.5")
def test_a_customer_without_an_order_for_a_year_is_left_longer_alone() -> None:
    assert interval(person(stage=Stage.CUSTOMER, touches=[touch(TouchKind.BOUGHT, "2025-10-01")])) == 96
    fresh = [touch(TouchKind.BOUGHT, "2025-10-01"), talk("2026-11-01")]
    assert interval(person(stage=Stage.CUSTOMER, touches=fresh)) == 120


@pytest.mark.rule("D6.5")
@pytest.mark.parametrize("nobody", [{"closeness": Closeness.STRANGER}, {"source_kind": SourceKind.BOUGHT}])
def test_strangers_and_bought_names_have_no_rhythm(nobody: dict[str, Any]) -> None:
    assert due(person(**nobody)) is None
    assert due(person(touches=[talk("2026-11-01")], **nobody)) is not None


@pytest.mark.rule("D6.5")
def test_from_sixty_days_every_kind_of_answer_leads_where_it_should() -> None:
    order = (Warmth.WARM, Warmth.THEY_BEGAN, Warmth.NEUTRAL, Warmth.NO_REPLY, Warmth.COOL)
    assert [next_interval(60, warmth) for warmth in order] == [60, 48, 60, 90, 120]
    assert next_interval(15, Warmth.THEY_BEGAN) == 14
    assert next_interval(300, Warmth.COOL) == 365


@pytest.mark.rule("D6.5")
def test_silence_stretches_the_rhythm_and_a_word_of_theirs_shortens_it() -> None:
    host = {"stage": Stage.HOST}
    assert interval(person(touches=[talk("2026-09-01"), text("2026-11-01")], **host)) == 90
    assert interval(person(touches=[talk("2026-09-01"), text("2026-10-01"), text("2026-11-01")], **host)) == 135
    assert interval(person(touches=[talk("2026-09-01"), inquiry("2026-11-01")], **host)) == 48
    with_a_card = [talk("2026-09-01"), touch(TouchKind.CARD_WRITTEN, "2026-11-01")]
    assert interval(person(touches=with_a_card, **host)) == 60


@pytest.mark.rule("D6.5")
def test_the_text_and_the_call_of_one_day_are_one_silence() -> None:
    day_of_both = [talk("2026-09-01"), text("2026-11-01", "10:00"), no_answer("2026-11-01", "10:20")]
    assert interval(person(stage=Stage.HOST, touches=day_of_both)) == 90


@pytest.mark.rule("D6.5")
def test_the_next_contact_counts_from_the_last() -> None:
    assert due(person(stage=Stage.HOST, touches=[talk("2026-11-01")])) == day("2026-12-31")


@pytest.mark.rule("D6.5")
def test_an_import_is_spread_over_its_first_interval_and_always_the_same_way() -> None:
    added = date(2026, 11, 24)
    days = [due(person(id=number, added_on=added)) for number in range(1, 1801)]
    assert all(each is not None and added <= each < added + timedelta(days=180) for each in days)
    assert days == [due(person(id=number, added_on=added)) for number in range(1, 1801)]
    assert max(Counter(days).values()) < 30


@pytest.mark.rule("D6.5")
def test_whoever_was_typed_in_by_hand_hears_from_one_in_two_days() -> None:
    added = date(2026, 11, 24)
    typed = person(id=7, added_on=added, is_added_by_hand=True)
    hello = added + timedelta(days=2)
    assert [due(typed, added + timedelta(days=ahead)) for ahead in (0, 2, 16)] == [hello] * 3
    listed = person(id=7, added_on=added)
    assert due(typed, added + timedelta(days=17)) == due(listed, added + timedelta(days=17))
    for known in ({"closeness": Closeness.FRIEND}, {"stage": Stage.CUSTOMER}, {"phones": ()}):
        assert due(replace(typed, **known), added) == due(replace(listed, **known), added)


@pytest.mark.rule("D8")
def test_two_weeks_late_waits_for_its_next_beat() -> None:
    host = person(stage=Stage.HOST, touches=[talk("2026-01-01")])
    assert due(host, date(2026, 3, 16)) == date(2026, 3, 2)
    assert due(host, date(2026, 3, 17)) == date(2026, 5, 1)


@pytest.mark.rule("D8")
@given(st.dates(date(2020, 1, 1), TODAY), st.integers(1, 365))
def test_replanned_is_a_beat_of_the_rhythm_never_more_than_two_weeks_late(first: date, days: int) -> None:
    beat = keep_in_touch.replanned(first, days, METHOD, TODAY)
    assert (beat - first).days % days == 0
    assert (TODAY - beat).days <= METHOD.replan_after
    assert beat == first or (TODAY - beat).days > METHOD.replan_after - days


@pytest.mark.rule("D6.10")
@pytest.mark.practice("004-07")
def test_a_year_of_silence_is_time_to_reconnect_where_there_once_was_something() -> None:
    def on(*touches: Any) -> date | None:
        somebody = person(touches=touches)
        return keep_in_touch.reconnect_on(somebody, History.of(touches, TODAY), METHOD, TODAY)

    assert on(talk("2025-09-18")) == date(2026, 9, 18)
    assert on(touch(TouchKind.BOUGHT, "2025-09-18")) == date(2026, 9, 18)
    assert on(text("2025-09-18")) is None
    assert on() is None
