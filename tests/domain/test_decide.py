"""The rows of D7, one after the other."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest

from planner.domain.decide import ROWS, decide
from planner.domain.move import Action, Band
from planner.domain.permission import StopRule
from planner.domain.person import Birthday, Closeness, Facts, LeapRule, Phone, SourceKind, Stage
from planner.domain.promise import PromiseKind, PromiseStatus, Window
from planner.domain.thanks import ThanksFor, ThankYou
from planner.domain.touch import Channel, TouchKind
from tests.domain.facts import (
    at,
    callback,
    codes,
    day,
    follow_up,
    inquiry,
    move,
    no_answer,
    person,
    talk,
    text,
    touch,
)

MORNING = "2026-11-24T10:00"
LOS_ANGELES: dict[str, Any] = {
    "zones": ("America/Los_Angeles",),
    "regions": ("US-CA",),
    "phones": (Phone("310-555-0188", "+13105550188"),),
}


def test_the_rows_stand_in_the_order_of_d7() -> None:
    numbers = [int(row_id.removeprefix("D7.")) for row_id, _ in ROWS if not row_id.endswith("b")]
    assert numbers == list(range(23)), "every row of D7, in its order; a second part has a place of its own"


@pytest.mark.rule("D7.0")
@pytest.mark.parametrize("gone", [{"is_archived": True}, {"is_deceased": True}])
def test_nobody_who_is_put_away_has_a_move(gone: dict[str, Any]) -> None:
    late = person(promises=[callback("2026-11-20")], **gone)
    assert (move(late, MORNING).action, move(late, MORNING).band) == (Action.NONE, None)


@pytest.mark.rule("D7.1")
@pytest.mark.rule("G1")
def test_a_stop_leaves_in_peace_whatever_is_open() -> None:
    stop = StopRule(1, None, day("2026-11-01"), "please stop")
    left = move(person(stops=[stop], promises=[callback("2026-11-24", "10:00")]), MORNING)
    assert (left.action, left.band, left.channel) == (Action.LEAVE_IN_PEACE, None, None)
    assert left.why[0].facts["words"] == "please stop"


@pytest.mark.rule("D7.2")
@pytest.mark.rule("D6.11")
@pytest.mark.parametrize(
    ("now", "action", "is_late"),
    [
        ("2026-11-24T14:59", Action.CALL, False),
        ("2026-11-24T15:00", Action.CALL, False),
        ("2026-11-24T15:30", Action.CALL, False),
        ("2026-11-24T16:00", Action.CALL, False),
        ("2026-11-24T16:01", Action.CALL, True),
        ("2026-11-24T20:30", Action.CALL, True),
        ("2026-11-25T00:00", Action.APOLOGISE, True),
        ("2026-11-23T23:00", Action.ALL_IS_WELL, False),
    ],
)
def test_a_promise_lives_through_its_day(now: str, action: Action, is_late: bool) -> None:
    found = move(person(promises=[callback("2026-11-24", "15:00", reason="the serum")]), now)
    assert (found.action, found.is_late) == (action, is_late)


@pytest.mark.rule("D7.2")
def test_a_callback_has_its_hour_on_every_clock() -> None:
    theirs = callback("2026-11-24", "15:00", zone="America/Los_Angeles")
    found = move(person(promises=[theirs], **LOS_ANGELES), "2026-11-24T17:10")
    assert (found.action, found.band, found.channel) == (Action.CALL, Band.CALLBACK, Channel.CALL)
    assert found.due_at == at("2026-11-24T17:00").utc
    assert found.closes_at == at("2026-11-24T17:30").utc
    later = move(person(promises=[theirs], **LOS_ANGELES), MORNING)
    assert (later.band, later.opens_at) == (Band.CALLBACK, at("2026-11-24T17:00").utc)


@pytest.mark.rule("D7.2")
@pytest.mark.rule("D6.11")
@pytest.mark.parametrize(
    ("window", "opens", "closes"),
    [
        (Window.MORNING, "2026-11-24T09:00", "2026-11-24T12:00"),
        (Window.AFTERNOON, "2026-11-24T12:00", "2026-11-24T17:00"),
        (Window.EVENING, "2026-11-24T17:00", "2026-11-24T20:00"),
        (Window.DAY, "2026-11-24T08:00", "2026-11-24T21:00"),
    ],
)
def test_every_window_has_its_hours(window: Window, opens: str, closes: str) -> None:
    found = move(person(promises=[callback("2026-11-24", window=window)]), "2026-11-24T07:00")
    assert (found.opens_at, found.closes_at) == (at(opens).utc, at(closes).utc)


@pytest.mark.rule("D7.2")
@pytest.mark.parametrize("window", [Window.WEEK, Window.MONTH])
def test_a_week_or_a_month_is_open_until_its_end(window: Window) -> None:
    some_time = person(promises=[callback("2026-12-01", window=window)])
    assert move(some_time, "2026-12-04T10:00").action is Action.CALL
    assert move(some_time, "2027-01-02T10:00").action is Action.APOLOGISE


@pytest.mark.rule("D7.2")
def test_what_was_promised_in_writing_is_no_call() -> None:
    tip = callback("2026-11-24", kind=PromiseKind.PROMISED, channel=Channel.TEXT, reason="the stain tip")
    found = move(person(promises=[tip]), MORNING)
    assert (found.action, found.band, found.channel, found.rings) == (
        Action.FOLLOW_UP,
        Band.CALLBACK,
        Channel.TEXT,
        False,
    )


@pytest.mark.rule("D7.2")
def test_of_ten_promises_at_once_the_one_that_closes_first_is_kept_first() -> None:
    many = [
        callback("2026-11-24", f"{hour:02}:00", reason=f"{hour}") for hour in (16, 12, 9, 10, 11, 13, 14, 15, 17, 18)
    ]
    found = move(person(promises=many), "2026-11-24T10:15")
    assert found.why[0].facts["at"] == time(9)
    assert found.is_late


@pytest.mark.rule("D7.3")
@pytest.mark.practice("001-17")
@pytest.mark.practice("C12")
def test_a_fresh_inquiry_from_a_place_still_asleep() -> None:
    asked = inquiry("2026-12-01", "08:25", words="sample for sensitive skin")
    priya = person(touches=[asked], has_email=True, source_kind=SourceKind.BLOG, **LOS_ANGELES)
    early = move(priya, "2026-12-01T08:45")
    assert (early.action, early.band, early.is_hot) == (Action.ANSWER, Band.INQUIRY, True)
    assert early.opens_at == at("2026-12-01T10:00").utc
    assert (early.channel, early.then_call) == (Channel.TEXT, True)
    assert "mail_meanwhile" in codes(early.why)
    assert early.why[0].facts["words"] == "sample for sensitive skin"
    awake = move(priya, "2026-12-01T10:00")
    assert (awake.action, awake.is_hot) == (Action.ANSWER, True)
    assert awake.opens_at is not None
    assert awake.opens_at <= at("2026-12-01T10:00").utc


@pytest.mark.rule("D7.4")
@pytest.mark.practice("001-23")
def test_an_inquiry_nobody_tried_to_answer_for_a_day_is_a_broken_word() -> None:
    asked = person(touches=[inquiry("2026-11-23", "08:00")])
    assert move(asked, "2026-11-24T08:00").action is Action.ANSWER
    late = move(asked, MORNING)
    assert (late.action, late.band, late.is_late) == (Action.APOLOGISE, Band.OVERDUE, True)
    assert codes(late.why)[0] == "kept_waiting"


@pytest.mark.rule("D7.17")
@pytest.mark.practice("001-24")
def test_an_old_inquiry_that_was_tried_is_an_ordinary_follow_up() -> None:
    tried = [inquiry("2026-11-09", "09:00"), no_answer("2026-11-09", "09:30"), no_answer("2026-11-11", "13:00")]
    found = move(person(touches=tried, stage=Stage.IN_CONVERSATION), MORNING)
    assert (found.action, found.band, found.due_at, found.is_hot) == (Action.TRY_AGAIN, Band.FOLLOW_UP, None, False)


@pytest.mark.rule("D7.3")
@pytest.mark.parametrize(
    ("channel", "expected"), [(Channel.EMAIL, Channel.EMAIL), (Channel.TEXT, Channel.TEXT), (None, Channel.TEXT)]
)
def test_a_written_question_is_answered_where_it_was_asked(channel: Channel | None, expected: Channel) -> None:
    asked = inquiry("2026-11-24", "09:30", channel=channel, expects_call=False)
    answer = move(person(touches=[talk("2026-10-01"), asked], has_email=True), MORNING)
    assert (answer.action, answer.channel, answer.then_call) == (Action.ANSWER, expected, channel is None)


@pytest.mark.rule("D7.4")
@pytest.mark.rule("G15")
def test_a_missed_callback_is_apologised_for_before_anything_else() -> None:
    missed = callback("2026-11-20", "15:00", status=PromiseStatus.BROKEN, closed_on=day("2026-11-20"))
    beth = person(
        stage=Stage.CUSTOMER,
        promises=[missed],
        touches=[
            touch(TouchKind.OPENING_BALANCE, "2026-11-20", points=10),
            touch(TouchKind.PROMISE_BROKEN, "2026-11-20", promise_id=missed.id),
        ],
    )
    found = move(beth, MORNING)
    assert (found.action, found.band, found.ref_id) == (Action.APOLOGISE, Band.OVERDUE, missed.id)
    assert [(hold.rule, hold.code) for hold in found.holds] == [("G15", "promise_first")]
    said_sorry = person(promises=[missed], touches=[*beth.touches, touch(TouchKind.APOLOGY, "2026-11-24")])
    assert move(said_sorry, MORNING).action is not Action.APOLOGISE


@pytest.mark.rule("D7.5")
@pytest.mark.rule("G14")
@pytest.mark.practice("002-16")
def test_an_open_problem_is_put_right_before_anything_is_asked() -> None:
    broken = touch(TouchKind.PROBLEM_OPEN, "2026-11-20", words="the candle smokes")
    grace = person(stage=Stage.CUSTOMER, touches=[talk("2026-11-01"), broken], birthday=Birthday(11, 24))
    found = move(grace, MORNING)
    assert (found.action, found.band) == (Action.FIX, Band.OVERDUE)
    assert [hold.code for hold in found.holds] == ["problem_first"]
    mended = person(touches=[*grace.touches, touch(TouchKind.PROBLEM_SOLVED, "2026-11-23")], birthday=Birthday(11, 24))
    assert move(mended, MORNING).action is Action.CELEBRATE


@pytest.mark.rule("D7.10")
@pytest.mark.rule("D6.8")
def test_a_leap_birthday_on_a_sunday_in_utah() -> None:
    ivy = {"zones": ("America/Denver",), "regions": ("US-UT",), "touches": [talk("2026-12-20")]}
    sunday = move(person(birthday=Birthday(2, 29), **ivy), "2027-02-28T12:00")
    assert (sunday.action, sunday.band, sunday.due_on) == (Action.CELEBRATE, Band.KINDNESS, date(2027, 2, 28))
    assert [hold.code for hold in sunday.holds] == ["no_ask_with_kindness"]
    on_march_1 = person(birthday=Birthday(2, 29, None, LeapRule.MAR_1), **ivy)
    assert move(on_march_1, "2027-02-28T12:00").action is not Action.CELEBRATE
    assert move(on_march_1, "2027-03-01T12:00").action is Action.CELEBRATE
    assert move(on_march_1, "2028-02-29T12:00").action is Action.CELEBRATE


@pytest.mark.rule("D6.8")
def test_three_days_ahead_there_is_time_for_a_card() -> None:
    known = {"birthday": Birthday(11, 27), "touches": [talk("2026-11-10")]}
    with_address = person(has_address=True, **known)
    early = move(with_address, MORNING)
    assert (early.action, early.channel, early.opens_at) == (Action.CELEBRATE, Channel.CARD, None)
    assert move(with_address, "2026-11-23T10:00").action is Action.ALL_IS_WELL
    assert move(person(**known), MORNING).action is Action.ALL_IS_WELL
    written = [talk("2026-11-10"), touch(TouchKind.CARD_WRITTEN, "2026-11-24", channel=Channel.CARD)]
    assert move(person(has_address=True, birthday=Birthday(11, 27), touches=written), MORNING).action is (
        Action.ALL_IS_WELL
    )


@pytest.mark.rule("D7.10")
def test_a_stranger_s_birthday_is_none_of_our_business() -> None:
    stranger = person(closeness=Closeness.STRANGER, birthday=Birthday(11, 24))
    assert move(stranger, MORNING).action is Action.HOMEWORK


@pytest.mark.rule("D7.11")
@pytest.mark.rule("G16")
@pytest.mark.practice("004-30")
@pytest.mark.practice("004-31")
def test_a_thank_you_owed_is_said_alone() -> None:
    owed = ThankYou(7, ThanksFor.REFERRAL, day("2026-11-24"), "Maria's number")
    lisa = person(stage=Stage.CUSTOMER, thank_yous=[owed], touches=[touch(TouchKind.HELPED_ME, "2026-11-23")])
    found = move(lisa, MORNING)
    assert (found.action, found.band, found.ref_id, found.is_late) == (Action.THANK, Band.KINDNESS, 7, False)
    assert found.why[0].facts["about"] == "Maria's number"
    assert [hold.rule for hold in found.holds] == ["G16"]
    assert move(lisa, "2026-11-25T10:00").is_late


@pytest.mark.rule("D7.12")
@pytest.mark.rule("G5")
@pytest.mark.practice("002-19")
def test_a_no_is_left_alone_and_the_friend_is_not() -> None:
    long_ago = [talk("2026-05-01")]
    said_no = move(person(stage=Stage.NO, touches=long_ago), MORNING)
    assert (said_no.action, said_no.band, said_no.wait_until) == (Action.WAIT, None, None)
    assert [hold.code for hold in said_no.holds] == ["said_no"]
    friend = move(person(stage=Stage.NO, closeness=Closeness.FRIEND, touches=[talk("2026-09-20")]), MORNING)
    assert friend.action is Action.KEEP_IN_TOUCH
    born_today = person(stage=Stage.NO, touches=long_ago, birthday=Birthday(11, 24))
    assert move(born_today, MORNING).action is Action.CELEBRATE
    assert move(person(stage=Stage.CLOSED_KINDLY, touches=long_ago), MORNING).action is Action.WAIT


@pytest.mark.rule("D7.12")
@pytest.mark.rule("G20")
def test_call_me_in_march() -> None:
    kim = person(
        stage=Stage.NOT_NOW,
        stage_until=day("2027-03-01"),
        touches=[talk("2026-11-24")],
        promises=[callback("2027-03-01", words="call me in March")],
    )
    winter = move(kim, "2027-02-10T10:00")
    assert (winter.action, winter.wait_until, winter.band) == (Action.WAIT, day("2027-03-01"), None)
    spring = move(kim, "2027-03-01T09:05")
    assert (spring.action, spring.band, spring.channel) == (Action.CALL, Band.CALLBACK, Channel.CALL)
    assert spring.opens_at is not None
    assert spring.opens_at <= at("2027-03-01T09:05").utc
    assert spring.why[0].facts["words"] == "call me in March"


@pytest.mark.rule("D6.9")
def test_a_vague_not_now_means_ninety_days() -> None:
    vague = person(stage=Stage.NOT_NOW, touches=[talk("2026-11-02")])
    waiting = move(vague, MORNING)
    assert (waiting.action, waiting.wait_until) == (Action.WAIT, day("2027-01-31"))
    again = move(vague, "2027-02-01T10:00")
    assert (again.action, codes(again.why)[0]) == (Action.FOLLOW_UP, "not_now_is_over")


@pytest.mark.rule("D7.15")
@pytest.mark.practice("002-26")
def test_a_conversation_without_a_next_step_asks_for_one() -> None:
    talked = {"stage": Stage.IN_CONVERSATION, "touches": [talk("2026-11-23", "16:00")]}
    found = move(person(**talked), MORNING)
    assert (found.action, found.band, found.due_on) == (Action.SET_NEXT_STEP, Band.FOLLOW_UP, day("2026-11-23"))
    agreed = move(person(promises=[follow_up("2026-12-01")], **talked), MORNING)
    assert (agreed.action, agreed.wait_until) == (Action.ALL_IS_WELL, day("2026-12-01"))


@pytest.mark.rule("D7.15")
@pytest.mark.practice("000-17")
def test_with_friends_a_talk_is_just_a_talk() -> None:
    coffee = {"closeness": Closeness.FRIEND, "touches": [talk("2026-11-23")]}
    assert move(person(stage=Stage.IN_CONVERSATION, **coffee), MORNING).action is Action.ALL_IS_WELL
    assert move(person(stage=Stage.OFFERED, **coffee), MORNING).action is Action.SET_NEXT_STEP


@pytest.mark.rule("D7.16")
def test_a_follow_up_comes_up_on_its_day_and_waits_without_guilt() -> None:
    planned = person(stage=Stage.CUSTOMER, touches=[talk("2026-11-10")], promises=[follow_up("2026-11-20")])
    found = move(planned, MORNING)
    assert (found.action, found.band, found.is_late) == (Action.FOLLOW_UP, Band.FOLLOW_UP, False)
    assert found.why[0].facts["reason"] == "the sample"
    assert move(planned, "2026-11-19T10:00").action is Action.ALL_IS_WELL


@pytest.mark.rule("D7.18")
@pytest.mark.rule("D6.5")
@pytest.mark.practice("000-30")
def test_a_thin_account_gives_first() -> None:
    found = move(person(touches=[talk("2026-05-28")]), MORNING)
    assert (found.action, found.band) == (Action.KEEP_IN_TOUCH, Band.KEEP_IN_TOUCH)
    assert "give_something" in codes(found.why)
    assert [hold.code for hold in found.holds] == ["give_first"]


@pytest.mark.rule("D7.18")
@pytest.mark.rule("D6.10")
@pytest.mark.practice("004-07")
def test_after_fourteen_silent_months_a_text_without_a_reason() -> None:
    sale = [touch(TouchKind.BOUGHT, "2025-09-18"), talk("2025-09-18")]
    found = move(person(stage=Stage.CUSTOMER, touches=sale), MORNING)
    assert (found.action, found.band, found.channel, found.then_call) == (
        Action.RECONNECT,
        Band.KEEP_IN_TOUCH,
        Channel.TEXT,
        False,
    )
    assert [(hold.code, hold.facts["until"]) for hold in found.holds] == [("no_ask_after_reconnect", day("2026-12-24"))]
    likes_calls = person(stage=Stage.CUSTOMER, touches=sale, preferred_channel=Channel.CALL)
    assert move(likes_calls, MORNING).channel is Channel.TEXT


@pytest.mark.rule("D7.18")
@pytest.mark.practice("000-21")
def test_family_hears_from_you_without_business() -> None:
    ann = person(closeness=Closeness.FAMILY, touches=[talk("2026-09-20")])
    found = move(ann, MORNING)
    assert found.action is Action.KEEP_IN_TOUCH
    assert [hold.rule for hold in found.holds] == ["G6"]


@pytest.mark.rule("D7.20")
def test_without_a_number_write_and_ask_for_one() -> None:
    mia = person(phones=[], has_social=True, source_kind=SourceKind.EVENT, added_on=day("2026-11-21"))
    found = move(mia, MORNING)
    assert (found.action, found.channel, found.opens_at) == (Action.ASK_NUMBER, Channel.SOCIAL, None)
    assert [hold.code for hold in found.holds] == ["no_link_first"]
    written = person(phones=[], has_social=True, source_kind=SourceKind.EVENT, touches=[text("2026-11-22")])
    assert move(written, MORNING).action is not Action.ASK_NUMBER


@pytest.mark.rule("D7.21")
@pytest.mark.rule("G13")
@pytest.mark.practice("000-02")
@pytest.mark.practice("003-16")
@pytest.mark.practice("003-18")
@pytest.mark.practice("004-17")
@pytest.mark.parametrize("unknown", [{"closeness": Closeness.STRANGER}, {"source_kind": SourceKind.BOUGHT}])
def test_a_stranger_is_homework_and_never_a_call(unknown: dict[str, Any]) -> None:
    found = move(person(**unknown), MORNING)
    assert (found.action, found.band, found.channel, found.rings) == (Action.HOMEWORK, Band.HOMEWORK, None, False)
    assert found.why[0].rule == "G13"
    asked = move(person(touches=[inquiry("2026-11-24", "09:50")], **unknown), MORNING)
    assert asked.action is Action.ANSWER


@pytest.mark.rule("D7.22")
def test_all_is_well_until_the_next_date() -> None:
    found = move(person(stage=Stage.CUSTOMER, touches=[talk("2026-11-20")]), MORNING)
    assert (found.action, found.wait_until) == (Action.ALL_IS_WELL, day("2027-01-04"))
    assert move(person(added_on=None), MORNING).wait_until is None


@pytest.mark.rule("D7.22")
@pytest.mark.rule("D7.18")
def test_where_nothing_is_due_an_overdrawn_account_still_wants_something_given() -> None:
    asked = touch(TouchKind.ASK_BUY, "2026-11-23")
    found = move(person(touches=[asked]), MORNING)
    assert (found.action, [reason.code for reason in found.why]) == (Action.ALL_IS_WELL, ["next_is", "give_something"])
    balanced = move(person(touches=[asked, talk("2026-11-24")]), MORNING)
    assert all(reason.code != "give_something" for reason in balanced.why)


@pytest.mark.rule("D7")
@pytest.mark.practice("000-32")
def test_kindness_goes_before_business() -> None:
    both = person(
        birthday=Birthday(11, 24),
        stage=Stage.CUSTOMER,
        touches=[talk("2026-10-01")],
        promises=[follow_up("2026-11-24")],
    )
    assert move(both, MORNING).action is Action.CELEBRATE


@pytest.mark.rule("D7")
@pytest.mark.parametrize(
    "odd",
    [
        {"zones": ("Mars/City",)},
        {"zones": ()},
        {"phones": [], "has_email": False},
        {"phones": [Phone("just words")]},
        {"birthday": Birthday(2, 31)},
        {"promises": [callback("2026-11-24", "10:00", zone="Nowhere/Land")]},
        {"touches": [inquiry("2026-11-24", None, zone="Nowhere/Land")]},
        {"touches": [talk("2090-01-01")]},
        {"stage": Stage.NOT_NOW, "stage_until": None},
        {"keep_in_touch_days": -5, "touches": [talk("2026-11-01")]},
        {"name": "", "id": -1},
    ],
)
def test_bad_data_gives_a_move(odd: dict[str, Any]) -> None:
    facts: Facts = person(**odd)
    first = decide(facts, at(MORNING))
    assert first == decide(facts, at(MORNING))
    assert first.why
