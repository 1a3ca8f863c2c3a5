"""Whether the account has room for an ask, or what comes first: the line under an account and beside a move (G7)."""

from __future__ import annotations

from planner.domain.case import Case
from planner.domain.guards.table import before_an_ask
from planner.domain.guards.verdict import Intent
from planner.domain.reason import Reason
from planner.domain.touch import Purpose

_ANY_ASK = Intent(Purpose.ASK)


def room_for_asking(case: Case) -> Reason:
    """The first thing that stands before an ask of any kind, or that there is room for one."""
    found = before_an_ask(case, _ANY_ASK)
    return found[0].reason if found else Reason("G7", "room_for_ask")
