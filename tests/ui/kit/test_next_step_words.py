"""The next step in the list of people: so few words that the day beside them is seen too."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from planner.domain.move import Action, Band, Move
from planner.domain.person import Closeness, Stage
from planner.ui.kit import wording
from tests.builders import at

TODAY = date(2026, 11, 23)
LONGEST = len("Put it right")


@pytest.mark.parametrize(
    ("action", "ahead", "said"),
    [
        (Action.ASK_NUMBER, 0, "Ask number · today"),
        (Action.SET_NEXT_STEP, -3, "Next step · today"),
        (Action.RECONNECT, 1, "Say hello · tomorrow"),
        (Action.CALL, -2, "Call · 2 days late"),
    ],
)
def test_a_next_step_is_said_in_few_words(action: Action, ahead: int, said: str) -> None:
    assert wording.next_step(action, TODAY + timedelta(days=ahead), None, TODAY) == said


@pytest.mark.parametrize("action", [each for each in Action if each is not Action.WAIT])
def test_the_day_is_never_pushed_out_by_a_long_name(action: Action) -> None:
    name, between, day = wording.next_step(action, TODAY, None, TODAY).partition(" · ")
    assert day in ("today", "")
    assert not between or len(name) <= LONGEST


def test_a_promise_says_how_late_it_is_and_a_thank_you_never() -> None:
    def when(band: Band, action: Action) -> str:
        move = Move(1, action, band=band, due_on=TODAY - timedelta(days=89), is_late=True)
        return wording.when_line(move, at("2026-11-23T10:00"))

    assert when(Band.OVERDUE, Action.CALL) == "89 days late"
    assert when(Band.KINDNESS, Action.THANK) == ""


@pytest.mark.parametrize(
    ("stage", "closeness", "said"),
    [
        (Stage.IN_CONVERSATION, Closeness.FRIEND, "Friend"),
        (Stage.NO, Closeness.FAMILY, "Family"),
        (Stage.CUSTOMER, Closeness.FRIEND, "Customer"),
        (Stage.IN_CONVERSATION, Closeness.ACQUAINTANCE, "In conversation"),
    ],
)
def test_friends_and_family_are_that_first_unless_they_have_a_part_in_the_business(
    stage: Stage, closeness: Closeness, said: str
) -> None:
    assert wording.relationship(stage, closeness) == said
