"""The row that suggests an ask, when there is room for one and they would want it (D7, row 19)."""

from __future__ import annotations

from planner.domain import hands
from planner.domain.case import Case
from planner.domain.guards.table import before_an_ask
from planner.domain.guards.verdict import Intent
from planner.domain.interest import Interest, Scope
from planner.domain.move import Action, Band, Move
from planner.domain.reason import Reason
from planner.domain.touch import Purpose


def ask_is_open(case: Case) -> Move | None:
    """19. The gate is open and they have an interest and a wish of their own: one may ask, and need not."""
    if case.has_plan or case.mine_today():
        return None
    for interest in _wanted(case):
        intent = Intent(Purpose.ASK, scope=interest.scope, topic=interest.topic)
        why = interest.why or case.facts.wish
        if not why or before_an_ask(case, intent):
            continue
        facts = {"scope": interest.scope, "topic": interest.topic, "words": interest.words, "reason": why}
        reasons = (Reason("D7.19", "ask_is_open", facts), Reason("G7", "room_for_ask"))
        return Move(
            case.facts.id,
            Action.ASK,
            Band.KEEP_IN_TOUCH,
            purpose=Purpose.ASK,
            due_on=case.today,
            why=reasons,
            ref_id=interest.id,
        )
    return None


def _wanted(case: Case) -> list[Interest]:
    """Their interests, raised hands first, then the newest; joining only if the user would want it too."""
    fitting = [
        one
        for one in case.facts.interests
        if one.holds_on(case.today) and not (one.scope is Scope.JOIN and case.facts.is_no_fit)
    ]

    def rank(one: Interest) -> tuple[bool, int, int]:
        welcome = hands.welcome(case.facts, one.scope, one.topic, case.method, case.today) is not None
        return not welcome, -(one.on.toordinal() if one.on else 0), one.id

    return sorted(fitting, key=rank)
