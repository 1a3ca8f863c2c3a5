"""Trying to reach somebody: the plan after an inquiry, the caps and the rest (D6.1, D6.2, G9, G10)."""

from __future__ import annotations

from datetime import date

import pytest

from planner.domain import attempts
from planner.domain.history import History
from planner.domain.method import Method
from planner.domain.person import Facts, SourceKind, Stage
from planner.domain.touch import Channel, TouchKind
from tests.domain.facts import at, codes, day, inquiry, move, no_answer, person, talk, text, touch

METHOD = Method()
ASKED = inquiry("2026-11-02", "09:00")


def plan(facts: Facts) -> tuple[int, date] | None:
    attempt = attempts.next_attempt(facts, History.of(facts.touches, date(2027, 6, 1)), METHOD)
    return (attempt.step, attempt.due_on) if attempt else None


@pytest.mark.rule("D6.1")
def test_the_six_steps_after_an_inquiry_have_their_days() -> None:
    steps = [("2026-11-02", "09:10"), ("2026-11-03", "09:00"), ("2026-11-04", "13:00"), ("2026-11-06", "18:00")]
    tried = [no_answer(on, at) for on, at in steps] + [text("2026-11-09"), no_answer("2026-11-14")]
    assert [plan(person(touches=[ASKED, *tried[:done]])) for done in range(1, 7)] == [
        (2, day("2026-11-02")),
        (3, day("2026-11-04")),
        (4, day("2026-11-06")),
        (5, day("2026-11-09")),
        (6, day("2026-11-14")),
        (7, day("2027-01-13")),
    ]


@pytest.mark.rule("D6.1")
def test_a_reply_stops_the_plan() -> None:
    assert (
        plan(person(stage=Stage.IN_CONVERSATION, touches=[ASKED, no_answer("2026-11-02"), talk("2026-11-03")])) is None
    )


@pytest.mark.rule("D6.1")
def test_a_late_step_never_falls_on_the_day_of_the_last() -> None:
    assert plan(person(touches=[ASKED, no_answer("2026-11-02"), no_answer("2026-11-20")])) == (3, day("2026-11-21"))


@pytest.mark.rule("D6.2")
def test_bought_names_are_called_on_days_0_3_and_9() -> None:
    bought = {"source_kind": SourceKind.BOUGHT, "stage": Stage.REACHED_OUT}
    assert plan(person(touches=[no_answer("2026-11-02")], **bought)) == (2, day("2026-11-05"))
    twice = [no_answer("2026-11-02"), no_answer("2026-11-05")]
    assert plan(person(touches=twice, **bought)) == (3, day("2026-11-11"))


@pytest.mark.rule("D4")
def test_no_answer_is_tried_again_in_two_days() -> None:
    customer = {"stage": Stage.CUSTOMER}
    assert plan(person(touches=[talk("2026-09-01"), no_answer("2026-11-02")], **customer)) == (2, day("2026-11-04"))
    assert plan(person(touches=[talk("2026-09-01"), text("2026-11-02")], **customer)) is None


@pytest.mark.rule("G9")
@pytest.mark.practice("000-15")
@pytest.mark.practice("004-03")
@pytest.mark.practice("004-04")
def test_three_unanswered_calls_to_a_customer_are_enough_for_sixty_days() -> None:
    tried = [no_answer(on) for on in ("2026-11-02", "2026-11-06", "2026-11-10")]
    customer = person(stage=Stage.CUSTOMER, touches=[talk("2026-08-01"), *tried])
    rest = move(customer, "2026-11-24T10:00")
    assert (rest.action, rest.wait_until) == ("rest", day("2027-01-09"))
    assert [(reason.rule, reason.facts["tries"], reason.facts["last_on"]) for reason in rest.why] == [
        ("G9", 3, day("2026-11-10"))
    ]


@pytest.mark.rule("G9")
def test_after_the_rest_there_is_one_more_try_and_then_only_the_rhythm() -> None:
    tried = [no_answer(on) for on in ("2026-11-02", "2026-11-06", "2026-11-10")]
    known = {"stage": Stage.CUSTOMER, "has_email": True}
    after = move(person(touches=[talk("2026-08-01"), *tried], **known), "2027-01-11T10:00")
    assert (after.action, after.channel) == ("try_again", "text")
    once_more = [talk("2026-08-01"), *tried, text("2027-01-11")]
    later = move(person(touches=once_more, **known), "2027-01-25T10:00")
    assert later.action == "all_is_well"
    assert later.wait_until is not None
    assert later.wait_until > day("2027-03-01")


@pytest.mark.rule("G9")
def test_beyond_half_the_calls_another_channel_is_better() -> None:
    tried = [talk("2026-08-01"), no_answer("2026-11-16"), no_answer("2026-11-20")]
    again = move(person(stage=Stage.CUSTOMER, touches=tried), "2026-11-24T10:00")
    assert (again.action, again.channel, again.then_call) == ("try_again", "text", False)
    assert "enough_calls" in codes(again.why)


@pytest.mark.rule("G9")
def test_two_calls_a_day_are_four_hours_and_a_part_of_the_day_apart() -> None:
    asked = [inquiry("2026-11-24", "08:30"), no_answer("2026-11-24", "09:00")]
    again = move(person(touches=asked), "2026-11-24T10:00")
    assert again.action == "try_again"
    assert again.opens_at == at("2026-11-24T13:00").utc
    twice = [*asked, no_answer("2026-11-24", "13:30")]
    assert move(person(touches=twice), "2026-11-24T17:30").action == "all_is_well"


@pytest.mark.rule("G9")
@pytest.mark.practice("004-14")
def test_their_sign_of_life_begins_the_count_again() -> None:
    tried = [no_answer(on) for on in ("2026-11-02", "2026-11-06", "2026-11-10")]
    history = History.of([*tried, inquiry("2026-11-12")], day("2026-11-24"))
    assert (history.calls, history.rounds) == ((), ())
    assert attempts.rests_until(person(), history, METHOD, day("2026-11-24")) is None


@pytest.mark.rule("G10")
def test_after_two_voicemails_the_next_is_written() -> None:
    left = [touch(TouchKind.VOICEMAIL, on, channel=Channel.VOICEMAIL) for on in ("2026-11-02", "2026-11-03")]
    plan_goes_on = move(person(touches=[ASKED, *left]), "2026-11-04T10:00")
    assert plan_goes_on.otherwise is not None
    assert plan_goes_on.otherwise.code == "no_answer_write"
    first = move(person(touches=[ASKED, left[0]]), "2026-11-03T10:00")
    assert first.otherwise is not None
    assert first.otherwise.code == "no_answer_voicemail"


@pytest.mark.rule("G9")
@pytest.mark.rule("D4")
@pytest.mark.parametrize(
    ("called_at", "now", "opens"),
    [
        ("10:00", "10:00", "12:00"),
        ("10:00", "08:10", "12:00"),
        ("10:00", "12:00", None),
        ("13:00", "10:00", None),
        ("13:00", "15:00", "17:00"),
        ("18:00", "18:00", None),
        (None, "10:00", None),
    ],
)
def test_another_day_is_tried_in_another_part_of_the_day(called_at: str | None, now: str, opens: str | None) -> None:
    tried = [talk("2026-08-01"), no_answer("2026-11-20", called_at)]
    again = move(person(stage=Stage.CUSTOMER, touches=tried), f"2026-11-24T{now}")
    assert (again.action, again.opens_at) == ("try_again", at(f"2026-11-24T{opens or '08:00'}").utc)
    assert ("other_daypart" in codes(again.why)) is bool(opens)
