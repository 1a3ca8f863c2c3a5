"""What a touch really was (D2, G5, G6): after a stop or a No, among friends, invited; and what it costs besides."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain import account, aftermath
from planner.domain.account import Care
from planner.domain.interest import Interest, SaidNo, Scope
from planner.domain.method import Method
from planner.domain.order import Order, OrderLine
from planner.domain.permission import Meant, Permission, StopRule, Topic
from planner.domain.person import Closeness, Facts, Stage
from planner.domain.promise import Window
from planner.domain.touch import ASKS, KINDS, PITCHES, Channel, Direction, Touch, TouchKind
from planner.domain.weighing import Telling, Weighed, weigh
from tests.domain.facts import callback, day, inquiry, no_answer, person, talk, text, touch

K = TouchKind
TODAY = date(2026, 11, 24)
METHOD = Method()


def weighed(kind: TouchKind, about: Facts, **told: Any) -> tuple[TouchKind, float]:
    found = weigh(Telling(kind, told.pop("on", TODAY), **told), about, METHOD)
    return found.kind, found.points


@pytest.mark.rule("D2")
@pytest.mark.parametrize("kind", list(TouchKind))
def test_every_kind_weighs_what_the_table_says(kind: TouchKind) -> None:
    if kind is not K.APOLOGY:
        assert weighed(kind, person()) == (kind, KINDS[kind].points)


@pytest.mark.rule("G1")
@pytest.mark.parametrize(
    ("stop", "channel", "kind"),
    [
        (StopRule(1, None, day("2026-11-01")), Channel.CALL, K.AFTER_STOP),
        (StopRule(1, Channel.TEXT, day("2026-11-01")), Channel.CALL, K.AFTER_STOP),
        (StopRule(1, Channel.TEXT, day("2026-11-01"), meant=Meant.CHANNEL), Channel.CALL, K.ASK_BUY),
        (StopRule(1, Channel.TEXT, day("2026-11-01"), meant=Meant.CHANNEL), Channel.TEXT, K.AFTER_STOP),
        (StopRule(1, None, day("2026-11-25")), Channel.CALL, K.ASK_BUY),
    ],
)
def test_business_after_a_stop(stop: StopRule, channel: Channel, kind: TouchKind) -> None:
    assert weighed(K.ASK_BUY, person(stops=[stop]), channel=channel) == (kind, KINDS[kind].points)
    assert weighed(K.MESSAGE, person(stops=[stop]), channel=channel)[0] is K.MESSAGE


@pytest.mark.rule("G5")
def test_asking_again_after_a_no() -> None:
    no = SaidNo(1, Scope.JOIN, day("2024-10-03"))
    assert weighed(K.ASK_JOIN, person(noes=[no])) == (K.PUSHED_AFTER_NO, -25)
    assert weighed(K.ASK_BUY, person(noes=[no])) == (K.ASK_BUY, -6)
    assert weighed(K.ASK_JOIN, person(noes=[no]), on=day("2024-10-02"))[0] is K.ASK_JOIN
    lifted = SaidNo(1, Scope.JOIN, day("2024-10-03"), "", day("2026-11-20"), "tell me more")
    assert weighed(K.ASK_JOIN, person(noes=[lifted]))[0] is K.ASK_JOIN
    everything = SaidNo(1, Scope.EVERYTHING, day("2024-10-03"))
    assert weighed(K.ASK_REFERRAL, person(noes=[everything]))[0] is K.PUSHED_AFTER_NO
    assert weighed(K.ASK_HOST, person(stage=Stage.NO))[0] is K.PUSHED_AFTER_NO


@pytest.mark.rule("G6")
@pytest.mark.practice("000-11")
@pytest.mark.parametrize("closeness", [Closeness.FRIEND, Closeness.FAMILY])
def test_an_ask_to_a_friend_who_never_asked_is_an_uninvited_offer(closeness: Closeness) -> None:
    ann = person(closeness=closeness)
    assert weighed(K.ASK_BUY, ann) == (K.PITCH_FRIEND, -15)
    asked = person(closeness=closeness, touches=[inquiry("2026-01-02", topic="candles")])
    assert weighed(K.ASK_BUY, asked) == (K.ASK_BUY, -6)
    assert weighed(K.ASK_JOIN, asked) == (K.PITCH_FRIEND, -15)
    told = person(closeness=closeness, interests=[Interest(1, Scope.JOIN, on=day("2026-11-20"), raised_hand=True)])
    assert weighed(K.ASK_JOIN, told) == (K.ASK_JOIN, 0)


@pytest.mark.rule("G7")
@pytest.mark.practice("002-11")
@pytest.mark.parametrize(
    ("hand", "topic", "points"),
    [
        (Interest(1, Scope.HOST, on=day("2026-11-01"), raised_hand=True), "", 0),
        (Interest(1, Scope.HOST, on=day("2026-10-24"), raised_hand=True), "", -6),
        (Interest(1, Scope.HOST, on=day("2026-11-01")), "", -6),
        (Interest(1, Scope.BUY, on=day("2026-11-01"), raised_hand=True), "", -6),
        (Interest(1, Scope.HOST, "Christmas", on=day("2026-11-01"), raised_hand=True), "christmas party", 0),
        (Interest(1, Scope.HOST, "spring", on=day("2026-11-01"), raised_hand=True), "christmas party", -6),
    ],
)
def test_an_ask_they_invited_costs_nothing(hand: Interest, topic: str, points: float) -> None:
    assert weighed(K.ASK_HOST, person(interests=[hand]), topic=topic) == (K.ASK_HOST, points)


@pytest.mark.practice("004-09")
@pytest.mark.parametrize(
    ("topics", "topic", "kind"),
    [
        ((Topic.NEW_THINGS,), "", K.NEWS_WANTED),
        ((Topic.ANY,), "business", K.NEWS_WANTED),
        ((Topic.GET_TOGETHERS,), "", K.PROMOTION),
        ((Topic.GET_TOGETHERS,), "get_togethers", K.NEWS_WANTED),
        ((Topic.NEW_THINGS,), "business", K.PROMOTION),
        ((), "", K.PROMOTION),
    ],
)
def test_news_is_a_gift_only_to_those_who_asked_for_it(topics: tuple[Topic, ...], topic: str, kind: TouchKind) -> None:
    yes = Permission(1, Channel.EMAIL, topics, given_on=day("2026-01-01"))
    assert weighed(K.PROMOTION, person(permissions=[yes]), topic=topic) == (kind, KINDS[kind].points)


@pytest.mark.rule("D2")
def test_an_apology_gives_back_what_was_taken_once() -> None:
    taken = [touch(K.ASK_REFERRAL, "2026-11-01")]
    assert weighed(K.APOLOGY, person(touches=taken)) == (K.APOLOGY, 4)
    said = [*taken, touch(K.APOLOGY, "2026-11-01", points=4)]
    assert weighed(K.APOLOGY, person(touches=said)) == (K.APOLOGY, 0)
    again = [*said, touch(K.PROMISE_BROKEN, "2026-11-02")]
    assert weighed(K.APOLOGY, person(touches=again)) == (K.APOLOGY, 8)


@pytest.mark.rule("D2")
def test_points_said_by_hand_win() -> None:
    ann = person(closeness=Closeness.FRIEND)
    assert weighed(K.ASK_BUY, ann, points=-2) == (K.ASK_BUY, -2)


@pytest.mark.rule("P2")
@given(
    st.sampled_from(list(TouchKind)),
    st.sampled_from(Closeness),
    st.sampled_from(Stage),
    st.sampled_from(Channel),
    st.booleans(),
)
def test_weighing_never_turns_an_ask_into_more_than_an_invitation(
    kind: TouchKind, closeness: Closeness, stage: Stage, channel: Channel, is_stopped: bool
) -> None:
    stops = [StopRule(1, None, day("2026-01-01"))] if is_stopped else []
    found = weigh(Telling(kind, TODAY, channel=channel), person(closeness=closeness, stage=stage, stops=stops), METHOD)
    assert isinstance(found, Weighed)
    if kind in ASKS | PITCHES:
        assert found.points <= 0
        assert found.points <= KINDS[kind].points or found.kind in PITCHES


@pytest.mark.rule("D2")
@pytest.mark.parametrize(
    ("asked", "answered", "slow"),
    [
        ("2026-11-16", "2026-11-18", False),
        ("2026-11-16", "2026-11-19", True),
        ("2026-11-20", "2026-11-23", False),
        ("2026-11-20", "2026-11-24", True),
        ("2026-11-25", "2026-11-28", False),
    ],
)
def test_an_answer_after_more_than_two_working_days_is_slow(asked: str, answered: str, *, slow: bool) -> None:
    about = person(touches=[inquiry(asked, "10:00")])
    assert aftermath.is_slow_reply(text(answered, "11:00"), about, METHOD, "US") is slow
    once = person(touches=[inquiry(asked, "10:00"), no_answer(asked, "18:00")])
    assert not aftermath.is_slow_reply(text(answered, "11:00"), once, METHOD, "US")


@pytest.mark.rule("D2")
def test_their_own_words_and_notes_answer_nothing() -> None:
    about = person(touches=[inquiry("2026-11-16")])
    assert not aftermath.is_slow_reply(inquiry("2026-11-24"), about, METHOD, "US")
    assert not aftermath.is_slow_reply(touch(K.NOTE, "2026-11-24"), about, METHOD, "US")


@pytest.mark.rule("G3")
@pytest.mark.rule("D2")
@pytest.mark.parametrize(
    ("at", "zone", "outside"),
    [
        ("20:59", "America/Chicago", False),
        ("21:00", "America/Chicago", True),
        ("07:59", "America/Chicago", True),
        ("20:30", "America/New_York", True),
        (None, "America/Chicago", False),
    ],
)
def test_a_call_outside_their_hours(at: str | None, zone: str, *, outside: bool) -> None:
    about = person(zones=(zone,), regions=())
    rang = no_answer("2026-11-24", at)
    assert aftermath.is_outside_hours(rang, about, METHOD, "US") is outside


@pytest.mark.rule("G3")
def test_an_ask_keeps_to_the_courtesy_hours_and_a_named_hour_is_theirs() -> None:
    ask = touch(K.ASK_BUY, "2026-11-22", "10:00", channel=Channel.CALL)
    assert aftermath.is_outside_hours(ask, person(), METHOD, "US")
    assert not aftermath.is_outside_hours(talk("2026-11-22", "10:00"), person(), METHOD, "US")
    late = no_answer("2026-11-24", "21:30")
    assert not aftermath.is_outside_hours(late, person(promises=[callback("2026-11-24", "21:30")]), METHOD, "US")
    any_time = callback("2026-11-24", window=Window.DAY)
    assert aftermath.is_outside_hours(late, person(promises=[any_time]), METHOD, "US")
    assert not aftermath.is_outside_hours(late, person(zone_is_guessed=True), METHOD, "US")
    theirs = touch(K.CONVERSATION, "2026-11-24", "22:00", channel=Channel.CALL, direction=Direction.THEM)
    assert not aftermath.is_outside_hours(theirs, person(), METHOD, "US")
    mail = touch(K.MESSAGE, "2026-11-24", "23:00", channel=Channel.EMAIL)
    assert not aftermath.is_outside_hours(mail, person(), METHOD, "US")


@pytest.mark.practice("000-27")
def test_an_uninvited_offer_hurts_who_introduced_them() -> None:
    known: dict[str, Any] = {"introduced_by_id": 7, "introduced_by_name": "Lisa"}
    pitch, ask = touch(K.PITCH_STRANGER, "2026-11-24"), touch(K.ASK_JOIN, "2026-11-24")
    assert aftermath.hurts_introducer(pitch, person(**known))
    assert aftermath.hurts_introducer(ask, person(**known))
    assert not aftermath.hurts_introducer(ask, person(**known, touches=[talk("2026-11-01")]))
    assert not aftermath.hurts_introducer(touch(K.ASK_JOIN, "2026-11-24", points=0), person(**known))
    assert not aftermath.hurts_introducer(pitch, person())


@pytest.mark.practice("002-10")
@pytest.mark.practice("004-12")
@pytest.mark.parametrize(
    ("given_", "asked", "word"),
    [
        (0, 0, Care.NO_ASKS),
        (2, 3, Care.TAKEN),
        (2, 2, Care.LITTLE),
        (3, 2, Care.LITTLE),
        (4, 2, Care.SOME),
        (6, 2, Care.PLENTY),
    ],
)
def test_care_stands_to_asks_as_three_to_one(given_: int, asked: int, word: Care) -> None:
    assert account.care(given_, asked) is word


@pytest.mark.practice("000-16")
def test_half_of_the_contacts_with_a_friend_were_asks() -> None:
    past = [
        talk("2026-11-01"),
        touch(K.ASK_BUY, "2026-11-01"),
        touch(K.PITCH_FRIEND, "2026-11-05"),
        text("2026-11-06"),
        touch(K.NOTE, "2026-11-07"),
        touch(K.ASK_JOIN, "2026-08-01"),
    ]
    share = account.share_of_asks(past, Closeness.FRIEND, TODAY)
    assert (share.asks, share.contacts, share.is_too_large) == (2, 4, True)
    some = [talk("2026-11-01"), talk("2026-11-02"), talk("2026-11-03"), touch(K.ASK_BUY, "2026-11-03")]
    assert not account.share_of_asks(some, Closeness.FRIEND, TODAY).is_too_large
    assert not account.share_of_asks([*past[:2], talk("2026-11-08")], Closeness.STRANGER, TODAY).is_too_large
    assert not account.share_of_asks([], Closeness.FAMILY, TODAY).is_too_large


RUNS_LOW = Order(1, day("2026-10-01"), lines=(OrderLine("Night serum", 1, 60),))
REMIND = Permission(1, Channel.TEXT, (Topic.REORDER,), given_on=day("2026-10-01"))


@pytest.mark.rule("D6.4")
@pytest.mark.parametrize(
    ("known", "topic", "points"),
    [
        ({"orders": [RUNS_LOW], "permissions": [REMIND]}, "serum", 0),
        ({"orders": [RUNS_LOW], "permissions": [REMIND]}, "", 0),
        ({"orders": [RUNS_LOW], "permissions": [REMIND]}, "candles", -6),
        ({"orders": [RUNS_LOW]}, "serum", -6),
        ({"orders": [replace(RUNS_LOW, on=day("2026-10-20"))], "permissions": [REMIND]}, "serum", -6),
        ({"orders": [RUNS_LOW], "permissions": [replace(REMIND, topics=(Topic.NEW_THINGS,))]}, "serum", -6),
    ],
    ids=["asked for", "no word of what", "something else", "not asked for", "too early", "another subject"],
)
def test_a_reminder_they_asked_for_costs_nothing(known: dict[str, Any], topic: str, points: int) -> None:
    assert weighed(K.ASK_BUY, person(**known), topic=topic, channel=Channel.TEXT) == (K.ASK_BUY, points)


@pytest.mark.rule("D2")
@pytest.mark.practice("004-09")
@pytest.mark.parametrize(
    ("asked", "topic", "kind"),
    [
        (inquiry("2026-11-20", topic="candles"), "winter candles", K.NEWS_WANTED),
        (inquiry("2026-11-20", topic="candles"), "soap", K.PROMOTION),
        (inquiry("2026-11-20", topic="candles"), "", K.PROMOTION),
        (inquiry("2026-09-20", topic="candles"), "candles", K.PROMOTION),
    ],
)
def test_news_of_what_they_asked_about_is_wanted(asked: Touch, topic: str, kind: TouchKind) -> None:
    assert weighed(K.PROMOTION, person(touches=[asked]), topic=topic)[0] is kind
