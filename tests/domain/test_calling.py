"""What stands before a call right now."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from planner.domain.calling import hold_on_calling
from planner.domain.move import Action, Move
from planner.domain.reason import Reason
from planner.domain.touch import Channel
from tests.builders import NOW

LATER = NOW.utc + timedelta(hours=1)
ENOUGH = Reason("G9", "enough_calls", {"calls": 3})
UNTIL = Reason("G20", "not_now", {"until": date(2027, 1, 4)})


@pytest.mark.rule("D5")
@pytest.mark.parametrize(
    ("move", "rule"),
    [
        (Move(1, Action.ANSWER, channel=Channel.CALL), None),
        (Move(1, Action.ANSWER, channel=Channel.CALL, opens_at=LATER), "G3"),
        (Move(1, Action.CALL, channel=Channel.CALL, opens_at=LATER), None),
        (Move(1, Action.KEEP_IN_TOUCH, channel=Channel.TEXT, why=(Reason("D6.5", "keep_in_touch"), ENOUGH)), "G9"),
        (Move(1, Action.ASK, channel=Channel.CALL, why=(Reason("G4", "look_number_up"),)), "G4"),
        (Move(1, Action.ASK, channel=Channel.CALL, why=(Reason("G7", "room_for_ask"),)), None),
        (Move(1, Action.WAIT, why=(UNTIL,)), "G20"),
        (Move(1, Action.REST, why=(ENOUGH,)), "G9"),
        (Move(1, Action.ALL_IS_WELL, why=(Reason("D7.22", "nothing_due"),)), None),
    ],
)
def test_what_holds_a_call(move: Move, rule: str | None) -> None:
    hold = hold_on_calling(move, NOW)
    assert (hold.rule if hold else None) == rule
