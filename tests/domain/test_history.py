"""What the timeline tells: order, signs of life, tries since, and what waits for an answer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.history import History, in_order
from planner.domain.problems import open_problem
from planner.domain.touch import ASKS, Channel, Direction, TouchKind
from tests.domain.facts import day, inquiry, no_answer, talk, text, touch

TODAY = day("2026-11-24")


@pytest.mark.rule("D2")
def test_a_touch_without_a_time_follows_what_was_entered_before_it() -> None:
    morning, unknown, noon = talk("2026-11-24", "09:00"), text("2026-11-24"), no_answer("2026-11-24", "12:00")
    backdated = text("2026-11-24", "08:00")
    assert in_order([noon, unknown, backdated, morning], TODAY) == [backdated, morning, unknown, noon]
    assert in_order([talk("2026-11-25")], TODAY) == []


@pytest.mark.rule("G9")
def test_a_text_and_the_call_after_it_are_one_round() -> None:
    tried = [text("2026-11-20", "10:00"), no_answer("2026-11-20", "10:20"), no_answer("2026-11-22"), text("2026-11-23")]
    history = History.of(tried, TODAY)
    assert [len(contact) for contact in history.rounds] == [2, 1, 1]
    assert (len(history.calls), len(history.messages)) == (2, 2)


@pytest.mark.rule("G9")
@pytest.mark.parametrize(
    "sign",
    [
        talk("2026-11-22"),
        inquiry("2026-11-22"),
        touch(TouchKind.BUSY, "2026-11-22", channel=Channel.CALL),
        touch(TouchKind.BOUGHT, "2026-11-22"),
        touch(TouchKind.GIFT, "2026-11-22", channel=Channel.IN_PERSON),
        touch(TouchKind.LIKE, "2026-11-22", direction=Direction.THEM),
    ],
)
def test_signs_of_life_wipe_out_the_tries(sign: object) -> None:
    history = History.of([no_answer("2026-11-20"), sign], TODAY)  # type: ignore[list-item]
    assert (history.calls, history.last_sign, history.knows_us) == ((), sign, True)


@pytest.mark.rule("G9")
@pytest.mark.parametrize("kind", [TouchKind.SOMEONE_ELSE, TouchKind.WRONG_NUMBER, TouchKind.NOTE, TouchKind.GIFT])
def test_what_is_no_sign_of_life(kind: TouchKind) -> None:
    history = History.of([no_answer("2026-11-20"), touch(kind, "2026-11-22")], TODAY)
    assert not history.knows_us
    assert len(history.calls) == (2 if kind is TouchKind.SOMEONE_ELSE else 1)


@pytest.mark.rule("D7.3")
def test_a_question_waits_until_somebody_tried_to_answer() -> None:
    first, second = inquiry("2026-11-20", "09:00"), inquiry("2026-11-21", "09:00")
    waiting = History.of([first, second], TODAY)
    assert (waiting.asked, waiting.is_answered) == (first, False)
    tried = History.of([first, no_answer("2026-11-21")], TODAY)
    assert (tried.asked, tried.is_answered) == (first, True)
    noted = History.of([first, touch(TouchKind.NOTE, "2026-11-21")], TODAY)
    assert not noted.is_answered
    talked = History.of([first, no_answer("2026-11-21"), talk("2026-11-22")], TODAY)
    assert (talked.asked, talked.is_answered) == (None, True)
    bought = History.of([first, touch(TouchKind.BOUGHT, "2026-11-21")], TODAY)
    assert (bought.asked, bought.is_answered) == (first, False)


@pytest.mark.rule("G7")
def test_deposits_since_the_last_ask_are_counted() -> None:
    past = [
        touch(TouchKind.GIFT, "2026-11-01"),
        touch(TouchKind.ASK_BUY, "2026-11-02"),
        touch(TouchKind.GIFT, "2026-11-03"),
        touch(TouchKind.OPENING_BALANCE, "2026-11-03"),
        talk("2026-11-04"),
    ]
    history = History.of(past, TODAY)
    assert (history.deposits_since_ask, history.asks_in_all) == (2, 1)
    assert history.last_ask is not None
    assert history.last_ask.kind in ASKS


@pytest.mark.rule("G14")
def test_a_problem_is_open_until_it_is_solved() -> None:
    first, second = touch(TouchKind.PROBLEM_OPEN, "2026-11-01"), touch(TouchKind.PROBLEM_OPEN, "2026-11-05")
    solved = touch(TouchKind.PROBLEM_SOLVED, "2026-11-06")
    assert open_problem([second, first], TODAY) == first
    assert open_problem([first, second, solved], TODAY) is None
    assert open_problem([solved, touch(TouchKind.PROBLEM_OPEN, "2026-11-20")], TODAY) is not None
    assert open_problem([touch(TouchKind.PROBLEM_OPEN, "2026-12-20")], TODAY) is None


@given(st.lists(st.sampled_from(list(TouchKind)), max_size=20), st.randoms(use_true_random=False))
def test_the_order_of_entry_in_memory_changes_nothing(kinds: list[TouchKind], random: object) -> None:
    past = [touch(kind, f"2026-11-{number % 20 + 1:02}") for number, kind in enumerate(kinds)]
    shuffled = list(past)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert History.of(shuffled, TODAY) == History.of(past, TODAY)
