"""Rows that keep in touch for its own sake, ask for a number, or send home to do homework (D7, rows 18, 20, 21)."""

from __future__ import annotations

from planner.domain import keep_in_touch
from planner.domain.account import Level, level
from planner.domain.cadence import DueKind, needs_homework
from planner.domain.case import Case
from planner.domain.move import Action, Band, Move
from planner.domain.person import SourceKind
from planner.domain.reason import Reason


def keep_in_touch_due(case: Case) -> Move | None:
    """18. Time to be in touch for its own sake, or silence for a year: reconnect (D6.5, D6.10)."""
    keep = keep_in_touch.due_on(case.facts, case.history, case.method, case.today)
    if keep is None or case.has_plan:
        return None
    silent_since = keep_in_touch.reconnect_on(case.history, case.method)
    last = case.history.last_on
    if silent_since is not None and silent_since <= case.today:
        why = (Reason("D6.10", "silent_long", {"since": last}),)
        return Move(case.facts.id, Action.RECONNECT, Band.KEEP_IN_TOUCH, due_on=silent_since, why=why)
    if keep > case.today:
        return None
    reasons = [Reason("D6.5", "keep_in_touch", {"since": last})]
    if level(case.balance) in {Level.OVERDRAWN, Level.THIN}:
        reasons.append(Reason("D7.18", "give_something", {"points": round(case.balance)}))
    return Move(case.facts.id, Action.KEEP_IN_TOUCH, Band.KEEP_IN_TOUCH, due_on=keep, why=tuple(reasons))


def number_missing(case: Case) -> Move | None:
    """20. No usable phone: write or visit, and ask whether and where a call is welcome."""
    if case.facts.usable_phones:
        return None
    due = [due for due in case.dues if due.kind is DueKind.ASK_NUMBER and due.due_on <= case.today]
    if not due:
        return None
    why = Reason("D7.20", "no_number", {"source": case.facts.source_kind, "name": case.facts.source_name})
    return Move(case.facts.id, Action.ASK_NUMBER, Band.KEEP_IN_TOUCH, due_on=due[0].due_on, why=(why,))


def homework(case: Case) -> Move | None:
    """21. Bought or a stranger: nobody is rung merely because there is a number (G13, 000-02, 003-16)."""
    if not needs_homework(case.facts, case.history):
        return None
    why = [Reason("G13", "know_something_first")]
    if case.facts.source_kind is SourceKind.BOUGHT and case.facts.source_is_locked:
        why.append(Reason("000-04", "list_is_locked", {"name": case.facts.source_name}))
    return Move(case.facts.id, Action.HOMEWORK, Band.HOMEWORK, due_on=case.facts.added_on, why=tuple(why))
