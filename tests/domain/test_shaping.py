"""What the guards make of a move: channel, hours, waiting, holds and what if nobody answers (C4, G3, G9, G21, D8)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from planner.domain import basis
from planner.domain.interest import Interest, Scope
from planner.domain.move import Action, Band
from planner.domain.order import Order, OrderLine
from planner.domain.permission import Meant, Permission, StopRule, Topic
from planner.domain.person import Birthday, Closeness, Facts, Phone, Registry, SourceKind, Stage
from planner.domain.touch import JUST_FRIENDS, Channel, TouchKind
from tests.domain.facts import at, callback, codes, day, follow_up, inquiry, move, no_answer, person, talk, text, touch

MORNING = "2026-11-24T10:00"
TODAY = day("2026-11-24")


MAILED = touch(TouchKind.MESSAGE, "2026-11-12", channel=Channel.EMAIL)


def customer(**known: Any) -> Facts:
    """Somebody whose follow-up is due today and who talked to the user lately."""
    given: dict[str, Any] = {
        "stage": Stage.CUSTOMER,
        "touches": [talk("2026-10-20")],
        "promises": [follow_up("2026-11-24")],
    }
    return person(**(given | known))


@pytest.mark.rule("D7")
@pytest.mark.practice("004-16")
def test_who_knows_you_gets_a_text_before_the_call() -> None:
    found = move(customer(), MORNING)
    assert (found.channel, found.then_call) == (Channel.TEXT, True)
    assert "text_then_call" in codes(found.why)


@pytest.mark.rule("D7")
@pytest.mark.parametrize("liked", [Channel.CALL, Channel.TEXT, Channel.EMAIL])
def test_what_they_like_best_goes_before_everything(liked: Channel) -> None:
    found = move(customer(preferred_channel=liked, has_email=True), MORNING)
    assert (found.channel, found.then_call) == (liked, False)
    assert "they_prefer" in codes(found.why)


@pytest.mark.rule("D7")
def test_a_promised_call_to_somebody_who_likes_texts_is_announced_by_one() -> None:
    promised = person(promises=[callback("2026-11-24", "10:00")], preferred_channel=Channel.TEXT)
    found = move(promised, MORNING)
    assert (found.action, found.channel, found.then_call) == (Action.CALL, Channel.TEXT, True)


@pytest.mark.rule("D7")
@pytest.mark.practice("001-25")
def test_the_phone_goes_before_e_mail() -> None:
    found = move(customer(has_email=True), MORNING)
    assert found.rings
    without = move(customer(phones=[], has_email=True, has_social=True), MORNING)
    assert (without.channel, without.opens_at) == (Channel.SOCIAL, None)
    assert move(customer(phones=[], has_email=True), MORNING).channel is Channel.EMAIL
    assert move(customer(phones=[], has_address=True), MORNING).channel is Channel.CARD
    assert move(customer(phones=[]), MORNING).channel is Channel.IN_PERSON


@pytest.mark.practice("001-25")
@pytest.mark.parametrize(
    ("known", "until"),
    [
        ({"touches": [MAILED]}, day("2026-11-26")),
        ({"touches": [MAILED, touch(TouchKind.REACHED_OUT, "2026-11-13", channel=Channel.EMAIL)]}, None),
        ({"touches": [replace(MAILED, on=day("2026-11-10"))]}, None),
        ({"touches": [MAILED], "preferred_channel": Channel.EMAIL}, None),
        ({"touches": [MAILED], "has_social": True}, None),
    ],
    ids=["mailed twelve days ago", "answered", "mailed two weeks ago", "likes mail best", "another way"],
)
def test_one_e_mail_in_two_weeks_is_enough(known: dict[str, Any], until: date | None) -> None:
    found = move(customer(phones=[], has_email=True, **known), MORNING)
    assert (found.action, found.wait_until) == ((Action.WAIT, until) if until else (Action.FOLLOW_UP, None))
    assert ("mailed_lately" in codes(found.why)) is bool(until)


@pytest.mark.rule("G21")
@pytest.mark.practice("004-03")
def test_a_tip_and_an_ask_are_two_contacts_of_a_week() -> None:
    told = [talk("2026-10-20"), touch(TouchKind.USEFUL_INFO, "2026-11-20"), touch(TouchKind.ASK_BUY, "2026-11-23")]
    found = move(customer(touches=told), MORNING)
    assert (found.action, found.wait_until) == (Action.WAIT, day("2026-11-27"))
    thanked = [talk("2026-10-20"), touch(TouchKind.THANK_YOU, "2026-11-20"), touch(TouchKind.GIFT, "2026-11-23")]
    assert move(customer(touches=thanked), MORNING).action is Action.FOLLOW_UP, "kindness is no business"
    cared = {"orders": [Order(1, day("2026-11-10"))], "promises": []}
    assert move(customer(touches=told, **cared), MORNING).action is Action.SERVE, "care after an order is a plan"


@pytest.mark.rule("G2")
def test_wrong_numbers_and_faxes_are_never_rung() -> None:
    useless = [Phone("1", "+16155550100", is_wrong=True), Phone("2", "+16155550101", is_fax=True)]
    assert move(customer(phones=useless, has_email=True), MORNING).channel is Channel.EMAIL


@pytest.mark.rule("C4")
@pytest.mark.rule("G1")
def test_a_stop_on_one_channel_closes_that_channel_at_once() -> None:
    no_texts = StopRule(1, Channel.TEXT, TODAY, "please quit texting me", meant=Meant.CHANNEL)
    found = move(customer(stops=[no_texts]), MORNING)
    assert (found.channel, found.then_call) == (Channel.CALL, False)
    no_calls = StopRule(2, Channel.CALL, TODAY, meant=Meant.CHANNEL)
    assert move(customer(stops=[no_texts, no_calls], has_email=True), MORNING).channel is Channel.EMAIL
    liked = customer(stops=[no_texts], preferred_channel=Channel.TEXT)
    assert move(liked, MORNING).channel is Channel.CALL


@pytest.mark.rule("C4")
@pytest.mark.practice("004-23")
def test_yes_no_and_unknown_are_told_apart() -> None:
    yes = Permission(1, Channel.CALL, given_on=day("2026-04-12"), words="sure")
    taken_back = Permission(1, Channel.CALL, given_on=day("2026-04-12"), revoked_on=day("2026-06-01"))
    again = Permission(2, Channel.CALL, given_on=day("2026-07-01"), words="call me again")
    assert basis.may(person(), Channel.CALL, TODAY) is None
    assert basis.may(person(permissions=[yes]), Channel.CALL, TODAY) is True
    assert basis.may(person(permissions=[yes]), Channel.TEXT, TODAY) is None
    assert basis.may(person(permissions=[taken_back]), Channel.CALL, TODAY) is False
    assert basis.may(person(permissions=[taken_back, again]), Channel.CALL, TODAY) is True
    assert basis.may(person(permissions=[yes], stops=[StopRule(1, None, TODAY)]), Channel.CALL, TODAY) is False
    assert basis.may(person(closeness=Closeness.FRIEND), Channel.TEXT, TODAY) is True
    assert basis.may(person(permissions=[yes], stops=[StopRule(1, Channel.CALL, TODAY)]), Channel.VOICEMAIL, TODAY) is (
        False
    )


@pytest.mark.rule("C4")
def test_a_permission_taken_back_is_not_used() -> None:
    taken_back = Permission(1, Channel.TEXT, given_on=day("2026-04-12"), revoked_on=day("2026-06-01"))
    found = move(customer(permissions=[taken_back]), MORNING)
    assert (found.channel, found.then_call) == (Channel.CALL, False)


@pytest.mark.rule("G3")
def test_closed_for_today_waits_until_it_opens() -> None:
    late = move(customer(), "2026-11-24T21:30")
    assert (late.action, late.band, late.wait_until) == (Action.WAIT, None, day("2026-11-25"))
    assert codes(late.why) == ["closed_today", "follow_up"]
    early = move(customer(), "2026-11-24T07:00")
    assert (early.action, early.opens_at) == (Action.FOLLOW_UP, at("2026-11-24T08:00").utc)
    assert "opens_later" in codes(early.why)


@pytest.mark.rule("G3")
def test_promises_and_questions_keep_their_place_at_night() -> None:
    asked = person(touches=[inquiry("2026-11-24", "21:10")])
    found = move(asked, "2026-11-24T21:30")
    assert (found.band, found.opens_at) == (Band.INQUIRY, at("2026-11-25T08:00").utc)
    named = person(promises=[callback("2026-11-24", "21:30")])
    exactly = move(named, "2026-11-24T21:35")
    assert (exactly.action, exactly.opens_at) == (Action.CALL, at("2026-11-24T21:30").utc)
    assert "the_time_they_named" in codes(exactly.why)


@pytest.mark.rule("C5")
def test_two_zones_are_named_and_both_are_minded() -> None:
    panhandle = customer(zones=("America/New_York", "America/Chicago"), regions=("US-FL",))
    found = move(panhandle, MORNING)
    assert "several_zones" in codes(found.why)
    assert found.closes_at == at("2026-11-24T20:00").utc


@pytest.mark.rule("G23")
def test_a_guessed_zone_is_named_and_leaves_the_middle_of_the_day() -> None:
    found = move(customer(zone_is_guessed=True), MORNING)
    assert "zone_guessed" in codes(found.why)
    assert found.opens_at == at("2026-11-24T11:00").utc


@pytest.mark.rule("G23")
def test_zones_that_never_wake_together_say_so() -> None:
    found = move(customer(zones=("Asia/Kolkata", "America/Los_Angeles", "Europe/London")), MORNING)
    assert "no_common_hours" in codes(found.why)
    assert (found.rings, found.channel, found.opens_at) == (False, Channel.IN_PERSON, None)


@pytest.mark.rule("D8")
def test_days_off_move_soft_things_and_nothing_else() -> None:
    sunday, thanksgiving = "2026-11-22T12:00", "2026-11-26T12:00"
    soft = customer(promises=[follow_up("2026-11-20")])
    assert (move(soft, sunday).action, move(soft, sunday).wait_until) == (Action.WAIT, day("2026-11-23"))
    assert (move(soft, thanksgiving).action, move(soft, thanksgiving).wait_until) == (Action.WAIT, day("2026-11-27"))
    assert move(soft, sunday, days_off=()).action is Action.FOLLOW_UP
    assert move(customer(promises=[callback("2026-11-22", "12:00")]), sunday).action is Action.CALL
    assert move(customer(touches=[inquiry("2026-11-22", "11:30")], promises=[]), sunday).action is Action.ANSWER
    assert move(customer(birthday=Birthday(11, 22)), sunday).action is Action.CELEBRATE


@pytest.mark.rule("G21")
@pytest.mark.practice("004-03")
def test_two_contacts_in_a_week_are_enough_outside_a_plan() -> None:
    twice = [talk("2026-09-01"), text("2026-11-19"), text("2026-11-22")]
    found = move(customer(touches=twice), MORNING)
    assert (found.action, found.wait_until) == (Action.WAIT, day("2026-11-26"))
    assert found.why[0].rule == "G21"
    answered = [*twice, touch(TouchKind.REACHED_OUT, "2026-11-23")]
    assert move(customer(touches=answered), MORNING).action is Action.FOLLOW_UP
    assert move(customer(touches=twice), "2026-11-27T10:00").action is Action.FOLLOW_UP


@pytest.mark.rule("G9")
def test_enough_tries_rest_everything_that_is_neither_promised_nor_kind() -> None:
    tried = [talk("2026-09-01"), *(no_answer(on) for on in ("2026-11-08", "2026-11-12", "2026-11-16"))]
    assert move(customer(touches=tried), MORNING).action is Action.REST
    assert move(customer(touches=tried, birthday=Birthday(11, 24)), MORNING).action is Action.CELEBRATE
    assert move(customer(touches=tried, promises=[callback("2026-11-24", "10:00")]), MORNING).action is Action.CALL


@pytest.mark.rule("G9")
def test_an_apology_nobody_answered_is_tried_again_hours_later() -> None:
    late = {
        "promises": [callback("2026-11-20", "15:00")],
        "touches": [talk("2026-11-01"), no_answer("2026-11-24", "09:30")],
    }
    found = move(person(**late), MORNING)
    assert (found.action, found.opens_at) == (Action.APOLOGISE, at("2026-11-24T13:30").utc)


@pytest.mark.rule("D7")
def test_a_greeting_is_one_word_and_never_two_contacts() -> None:
    friend = move(person(closeness=Closeness.FRIEND, birthday=Birthday(11, 24)), MORNING)
    assert (friend.channel, friend.then_call, friend.otherwise) == (Channel.CALL, False, None)
    buyer = move(customer(birthday=Birthday(11, 24)), MORNING)
    assert (buyer.channel, buyer.then_call) == (Channel.TEXT, False)


@pytest.mark.rule("G10")
@pytest.mark.practice("004-22")
def test_if_nobody_answers_a_voicemail_names_the_next_time() -> None:
    found = move(customer(), MORNING)
    assert found.otherwise is not None
    assert (found.otherwise.rule, found.otherwise.code) == ("G10", "no_answer_voicemail")


@pytest.mark.rule("G7")
@pytest.mark.practice("002-10")
@pytest.mark.practice("000-11")
@pytest.mark.practice("004-21")
@pytest.mark.parametrize(
    ("touches", "code"),
    [
        ([talk("2026-11-20")], "give_first"),
        ([talk("2026-11-20"), touch(TouchKind.GIFT, "2026-11-20"), touch(TouchKind.CARD_WRITTEN, "2026-11-20")], None),
        (
            [
                talk("2026-11-10"),
                touch(TouchKind.GIFT, "2026-11-10"),
                touch(TouchKind.CARD_WRITTEN, "2026-11-10"),
                touch(TouchKind.ASK_REFERRAL, "2026-11-15"),
            ],
            "asked_lately",
        ),
        (
            [
                *(
                    touch(kind, "2026-11-10")
                    for kind in (TouchKind.GIFT, TouchKind.CARD_WRITTEN, TouchKind.CONVERSATION)
                ),
                touch(TouchKind.HELPED_IN_PERSON, "2026-11-10"),
                touch(TouchKind.PITCH_VOICEMAIL, "2026-11-14"),
            ],
            "asks_rest",
        ),
    ],
)
def test_what_not_to_ask_is_said_on_the_card(touches: list[Any], code: str | None) -> None:
    found = move(customer(touches=touches), MORNING)
    assert codes(found.holds) == ([code] if code else [])


@pytest.mark.rule("G6")
def test_asking_a_friend_is_held_whatever_the_balance() -> None:
    rich = [touch(TouchKind.HELPED_IN_PERSON, on) for on in ("2026-11-02", "2026-11-10", "2026-11-18")]
    found = move(customer(touches=rich, closeness=Closeness.FRIEND), MORNING)
    assert [(hold.rule, hold.code) for hold in found.holds] == [("G6", "protected")]


@pytest.mark.rule("D7")
def test_an_acquaintance_who_never_answered_is_called_plainly() -> None:
    met_once = person(source_kind=SourceKind.EVENT, touches=[touch(TouchKind.OPENING_BALANCE, "2026-01-05")])
    found = move(met_once, "2027-02-01T10:00")
    if found.action is Action.KEEP_IN_TOUCH:
        assert (found.channel, found.then_call) == (Channel.CALL, False)
    allowed = person(promises=[follow_up("2026-11-24")], permissions=[Permission(1, Channel.TEXT, given_on=TODAY)])
    assert move(allowed, MORNING).then_call
    assert move(person(promises=[follow_up("2026-11-24")]), MORNING).channel is Channel.CALL


@pytest.mark.rule("D7")
@pytest.mark.parametrize("now", ["2026-11-24T10:00", "2026-11-22T22:00", "2027-03-14T02:30", "2026-11-01T01:30"])
def test_the_same_facts_and_the_same_moment_give_the_same_move(now: str) -> None:
    facts = customer(birthday=Birthday(11, 1), zones=("America/New_York", "America/Chicago"))
    assert move(facts, now) == move(facts, now)


@pytest.mark.rule("G9")
def test_after_two_unanswered_texts_there_is_no_third() -> None:
    twice = [talk("2026-09-01"), text("2026-10-20"), text("2026-11-10")]
    found = move(customer(touches=twice), MORNING)
    assert (found.channel, found.then_call) == (Channel.CALL, False)
    born = move(customer(touches=twice, birthday=Birthday(11, 24)), MORNING)
    assert born.channel is Channel.TEXT


@pytest.mark.rule("D6.1")
def test_the_plan_after_an_inquiry_names_its_channels() -> None:
    asked = [inquiry("2026-11-02", "09:00"), text("2026-11-02", "09:05"), no_answer("2026-11-02", "09:15")]
    second = move(person(touches=asked), "2026-11-03T09:00")
    assert (second.action, second.channel, second.then_call) == (Action.TRY_AGAIN, Channel.CALL, False)
    tried = [*asked, *(no_answer(on, "10:00") for on in ("2026-11-03", "2026-11-04", "2026-11-06"))]
    fifth = move(person(touches=tried), "2026-11-09T10:00")
    assert (fifth.action, fifth.channel, fifth.then_call) == (Action.TRY_AGAIN, Channel.TEXT, False)


@pytest.mark.rule("D7.3")
@pytest.mark.rule("G15")
def test_an_answer_says_sorry_first_where_a_promise_was_missed() -> None:
    missed = person(touches=[inquiry("2026-11-24", "09:00")], promises=[callback("2026-11-20")])
    assert codes(move(missed, MORNING).why)[:2] == ["asked_you", "say_sorry_first"]


@pytest.mark.rule("D7")
def test_what_the_reason_says_is_not_said_again_as_a_hold() -> None:
    left = move(person(stage=Stage.NO), MORNING)
    assert (codes(left.why), codes(left.holds), left.new_holds) == (["said_no"], ["said_no"], ())


@pytest.mark.rule("G9")
def test_a_second_call_waits_because_of_the_first_and_not_because_of_the_hour() -> None:
    tried = [inquiry("2026-11-24", "08:30"), no_answer("2026-11-24", "09:30")]
    again = move(person(touches=tried), MORNING)
    assert (again.action, again.rings) == (Action.TRY_AGAIN, True)
    assert again.opens_at is not None
    assert again.opens_at > at(MORNING).utc
    assert "called_lately" in codes(again.why)
    assert "opens_later" not in codes(again.why)


OPEN = {
    "stage": Stage.IN_CONVERSATION,
    "interests": [Interest(7, Scope.BUY, "candles", day("2026-10-01"), why="long evenings")],
    "touches": [
        *(touch(TouchKind.GIFT, on, points=12) for on in ("2026-11-02", "2026-11-09", "2026-11-16")),
        replace(talk("2026-11-17"), topic=JUST_FRIENDS),
    ],
}
"""Somebody whom one may ask about candles."""
ONTARIO = {"regions": ["CA-ON"], "zones": ["America/Toronto"]}
BERLIN = {"regions": ["DE"], "zones": ["Europe/Berlin"]}
CLEAR = [Phone("1", "+14165550142", registry=Registry.CLEAR, registry_on=day("2026-11-10"))]
LISTED = [Phone("1", "+14165550142", registry=Registry.LISTED, registry_on=day("2026-11-10"))]


def yes(*channels: Channel, topic: Topic = Topic.NEW_THINGS) -> list[Permission]:
    return [Permission(n, each, (topic,), given_on=day("2026-10-01")) for n, each in enumerate(channels, start=1)]


@pytest.mark.rule("C4")
@pytest.mark.rule("G4")
@pytest.mark.parametrize(
    ("known", "channel", "then_call", "why"),
    [
        ({}, Channel.TEXT, True, "text_then_call"),
        (ONTARIO | {"phones": CLEAR}, Channel.CALL, False, None),
        (ONTARIO, Channel.CALL, False, "look_number_up"),
        (ONTARIO | {"phones": LISTED}, Channel.IN_PERSON, False, "on_the_registry"),
        (ONTARIO | {"phones": LISTED, "has_address": True}, Channel.CARD, False, "on_the_registry"),
        (ONTARIO | {"orders": [Order(1, day("2026-06-01"))]}, Channel.TEXT, True, "text_then_call"),
        (BERLIN, Channel.IN_PERSON, False, "needs_yes_first"),
        (BERLIN | {"permissions": yes(Channel.TEXT)}, Channel.TEXT, False, None),
        (BERLIN | {"permissions": yes(Channel.TEXT, Channel.CALL)}, Channel.TEXT, True, "text_then_call"),
        (
            BERLIN | {"permissions": yes(Channel.TEXT, topic=Topic.BUSINESS)},
            Channel.IN_PERSON,
            False,
            "needs_yes_first",
        ),
        (BERLIN | {"permissions": yes(Channel.EMAIL), "has_email": True}, Channel.EMAIL, False, "needs_yes_first"),
    ],
)
def test_an_offer_goes_only_the_ways_that_the_law_leaves_it(
    known: dict[str, Any], channel: Channel, then_call: bool, why: str | None
) -> None:
    found = move(person(**(OPEN | known)), "2026-11-24T10:00")
    assert (found.action, found.channel, found.then_call) == (Action.ASK, channel, then_call)
    said = [code for code in codes(found.why) if code not in {"ask_is_open", "room_for_ask"}]
    assert (why in said) if why else not said


@pytest.mark.rule("C4")
@pytest.mark.rule("D6.4")
def test_a_reminder_goes_the_way_they_want_to_be_reminded() -> None:
    runs_low = {"stage": Stage.CUSTOMER, "orders": [Order(1, day("2026-09-28"), lines=(OrderLine("Serum", 1, 60),))]}
    facts = person(touches=[talk("2026-11-14")], permissions=yes(Channel.TEXT, topic=Topic.REORDER), **runs_low)
    assert (move(facts, MORNING).channel, move(facts, MORNING).then_call) == (Channel.TEXT, True)
    there = move(replace(facts, regions=("DE",), zones=("Europe/Berlin",)), MORNING)
    assert (there.action, there.channel, there.then_call) == (Action.REORDER_HELP, Channel.TEXT, False)
