"""Rows that leave somebody be: put away, asked for peace, a No or Not now, simply well (D7, rows 0, 1, 12, 22)."""

from __future__ import annotations

from planner.domain.cadence import DueKind
from planner.domain.case import Case
from planner.domain.move import Action, Move
from planner.domain.person import Stage
from planner.domain.reason import Reason
from planner.domain.rows.touch import keep_in_touch_due


def put_away(case: Case) -> Move | None:
    """0. Archived or deceased: nothing."""
    if case.facts.is_deceased:
        return Move(case.facts.id, Action.NONE, why=(Reason("D7.0", "passed_away"),))
    if case.facts.is_archived:
        return Move(case.facts.id, Action.NONE, why=(Reason("D7.0", "put_away"),))
    return None


def stop_all(case: Case) -> Move | None:
    """1. They asked to be left alone: leave in peace (G1)."""
    stops = [stop for stop in case.facts.stops if stop.channel is None]
    if not stops:
        return None
    first = min(stops, key=lambda stop: (stop.on, stop.id))
    why = Reason("G1", "asked_for_peace", {"on": first.on, "words": first.words})
    return Move(case.facts.id, Action.LEAVE_IN_PEACE, why=(why,))


def said_no_or_not_now(case: Case) -> Move | None:
    """12. A No, or a Not now before its date: wait; friends and customers still hear from you (G5, G20)."""
    facts = case.facts
    if facts.stage in {Stage.NO, Stage.CLOSED_KINDLY}:
        why = Reason("G5", "said_no" if facts.stage is Stage.NO else "closed_kindly")
        return keep_in_touch_due(case) or Move(facts.id, Action.WAIT, why=(why,))
    if facts.stage is not Stage.NOT_NOW:
        return None
    until = case.not_now_until
    if until is None or until <= case.today:
        return None
    stays_close = facts.closeness.is_protected or case.history.last_order_on is not None
    hello = keep_in_touch_due(case) if stays_close else None
    return hello or Move(facts.id, Action.WAIT, wait_until=until, why=(Reason("G20", "not_now", {"until": until}),))


def all_is_well(case: Case) -> Move:
    """22. Nothing is due: all is well until the next date."""
    ahead = [due for due in case.dues if due.due_on > case.today and due.kind is not DueKind.HOMEWORK]
    if not ahead:
        return Move(case.facts.id, Action.ALL_IS_WELL, why=(Reason("D7.22", "nothing_due"),))
    first = ahead[0]
    why = Reason("D7.22", "next_is", {"what": first.kind, "on": first.due_on})
    return Move(case.facts.id, Action.ALL_IS_WELL, wait_until=first.due_on, why=(why,))
