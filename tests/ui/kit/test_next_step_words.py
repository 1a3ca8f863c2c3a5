"""The next step in the list of people: so few words that the day beside them is seen too."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from planner.domain.move import Action
from planner.ui.kit import wording

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
