"""Stages and the events that move them (rules D3)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain import consequences
from planner.domain.fans import FanSign, fan_signs, looks_like_fan, role_before_team
from planner.domain.interest import SaidNo, Scope
from planner.domain.order import CameBack, Order
from planner.domain.party import Party
from planner.domain.person import Facts, Stage
from planner.domain.stage import LOCKED_STEPS, STEPS, Also, Event, after
from planner.domain.thanks import ThanksFor, ThankYou
from planner.domain.touch import Direction, TouchKind
from tests.domain.facts import day, inquiry, person, talk, touch

K = TouchKind
TODAY = date(2026, 11, 24)
BY_THEM = frozenset({Event.RAISED_HAND, Event.BOUGHT, Event.BOOKED, Event.JOINED})


@pytest.mark.rule("D3")
@pytest.mark.parametrize(
    ("stage", "event", "to"),
    [
        (Stage.NEW, Event.TRIED, Stage.REACHED_OUT),
        (Stage.NEW, Event.WROTE, Stage.IN_CONVERSATION),
        (Stage.REACHED_OUT, Event.RAISED_HAND, Stage.IN_CONVERSATION),
        (Stage.RESTING, Event.WROTE, Stage.IN_CONVERSATION),
        (Stage.CLOSED_KINDLY, Event.WROTE, Stage.IN_CONVERSATION),
        (Stage.REACHED_OUT, Event.TALKED, Stage.IN_CONVERSATION),
        (Stage.CLOSED_KINDLY, Event.TALKED, Stage.CLOSED_KINDLY),
        (Stage.NEW, Event.WAS_OFFERED, Stage.REACHED_OUT),
        (Stage.IN_CONVERSATION, Event.WAS_OFFERED, Stage.OFFERED),
        (Stage.OFFERED, Event.TALKED, Stage.OFFERED),
        (Stage.OFFERED, Event.BOUGHT, Stage.CUSTOMER),
        (Stage.OFFERED, Event.BOOKED, Stage.HOST),
        (Stage.CUSTOMER, Event.BOOKED, Stage.HOST),
        (Stage.HOST, Event.BOUGHT, Stage.HOST),
        (Stage.FAN, Event.BOOKED, Stage.FAN),
        (Stage.CUSTOMER, Event.JOINED, Stage.TEAM),
        (Stage.OFFERED, Event.NOT_NOW, Stage.NOT_NOW),
        (Stage.CUSTOMER, Event.NOT_NOW, Stage.CUSTOMER),
        (Stage.IN_CONVERSATION, Event.SAID_NO, Stage.NO),
        (Stage.CUSTOMER, Event.SAID_NO, Stage.CUSTOMER),
        (Stage.OFFERED, Event.SAID_NO_TO_ONE, Stage.OFFERED),
        (Stage.REACHED_OUT, Event.TRIED_ENOUGH, Stage.RESTING),
        (Stage.RESTING, Event.RESTED, Stage.CLOSED_KINDLY),
        (Stage.CUSTOMER, Event.DETAILS_LOST, Stage.BAD_DETAILS),
        (Stage.CUSTOMER, Event.IS_FAN, Stage.FAN),
        (Stage.NEW, Event.IS_FAN, Stage.NEW),
        (Stage.NO, Event.RAISED_HAND, Stage.IN_CONVERSATION),
        (Stage.NO, Event.WROTE, Stage.NO),
    ],
)
def test_the_table(stage: Stage, event: Event, to: Stage) -> None:
    assert after(stage, event).to is to


@pytest.mark.rule("D3")
@pytest.mark.rule("G5")
@given(st.lists(st.sampled_from([event for event in Event if event not in BY_THEM]), max_size=12))
def test_nothing_but_their_own_wish_leads_out_of_a_no(events: list[Event]) -> None:
    stage = Stage.NO
    for event in events:
        stage = after(stage, event).to
    assert stage is Stage.NO


@pytest.mark.rule("D3")
@given(st.sampled_from(Stage), st.sampled_from(Event))
def test_a_no_is_lifted_by_a_raised_hand_alone(stage: Stage, event: Event) -> None:
    assert (Also.NO_IS_LIFTED in after(stage, event).also) is (event is Event.RAISED_HAND)


@pytest.mark.rule("D3")
@pytest.mark.practice("000-04")
@given(st.lists(st.sampled_from(Event), max_size=12))
def test_behind_a_lock_nobody_is_reached_out_to(events: list[Event]) -> None:
    stage = Stage.NEW
    for event in events:
        stage = after(stage, event, is_locked=True).to
        assert stage is not Stage.REACHED_OUT
    assert all(step.to is not Stage.REACHED_OUT for step in LOCKED_STEPS.values())


@pytest.mark.rule("D3")
def test_an_offer_comes_only_out_of_a_conversation() -> None:
    offers = {stage for (stage, _event), step in STEPS.items() if step.to is Stage.OFFERED}
    assert offers == {Stage.IN_CONVERSATION, Stage.OFFERED}


@pytest.mark.practice("004-14")
@given(st.sampled_from([stage for stage in Stage if stage is not Stage.NEW]))
def test_trying_moves_nobody_who_is_not_new(stage: Stage) -> None:
    assert after(stage, Event.TRIED).to is stage


@pytest.mark.scenario("S11")
@pytest.mark.parametrize(
    ("no", "topic", "event"),
    [
        (Scope.JOIN, "lip balm", Event.RAISED_HAND),
        (Scope.BUY, "the parcel", Event.WROTE),
        (Scope.BUY, "buy", Event.RAISED_HAND),
        (Scope.EVERYTHING, "lip balm", Event.WROTE),
        (Scope.JOIN, "", Event.WROTE),
    ],
)
def test_asking_about_something_else_than_the_no_raises_a_hand(no: Scope, topic: str, event: Event) -> None:
    carol = person(stage=Stage.NO, noes=[SaidNo(1, no, day("2024-10-03"))])
    assert consequences.event_of(inquiry("2026-11-24", topic=topic), carol) is event


def _fan(**known: object) -> Facts:
    orders = [Order(number, day(on)) for number, on in enumerate(("2026-02-01", "2026-05-01", "2026-09-01"), start=1)]
    referral = ThankYou(1, ThanksFor.REFERRAL, day("2026-09-02"), done_on=day("2026-09-02"))
    return person(**({"stage": Stage.CUSTOMER, "orders": orders, "thank_yous": [referral]} | known))


@pytest.mark.practice("002-04")
def test_three_orders_and_a_referral_with_a_good_account_look_like_a_fan() -> None:
    assert fan_signs(_fan(), 20, TODAY) == (FanSign.ORDERS, FanSign.REFERRED)
    assert looks_like_fan(_fan(), 20, TODAY)
    assert not looks_like_fan(_fan(), 19.9, TODAY)
    assert looks_like_fan(_fan(), 19.9, TODAY, (8, 15, 35))
    assert not looks_like_fan(_fan(stage=Stage.FAN), 40, TODAY)
    assert not looks_like_fan(_fan(thank_yous=[]), 40, TODAY)


@pytest.mark.practice("002-04")
def test_the_other_signs_of_a_fan() -> None:
    sent_back = [Order(1, day("2026-02-01"), came_back=CameBack.RETURNED)]
    hosted = [Party(1, day("2026-09-05"))]
    words = [inquiry("2026-11-01"), touch(K.HELPED_ME, "2026-10-01", topic="testimonial"), talk("2026-11-02")]
    fan = _fan(orders=sent_back, thank_yous=[], parties=hosted, touches=words)
    assert fan_signs(fan, 30, TODAY) == (FanSign.HOSTED, FanSign.TESTIMONIAL, FanSign.IN_TOUCH)
    assert [each.direction for each in words] == [Direction.THEM, Direction.THEM, Direction.ME]


@pytest.mark.rule("D3")
def test_who_leaves_the_team_is_what_they_were_before() -> None:
    assert role_before_team(_fan(stage=Stage.TEAM), TODAY) is Stage.CUSTOMER
    assert role_before_team(_fan(stage=Stage.TEAM, parties=[Party(1, day("2026-09-05"))]), TODAY) is Stage.HOST
    assert role_before_team(person(stage=Stage.TEAM), TODAY) is Stage.IN_CONVERSATION
