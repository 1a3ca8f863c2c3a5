"""Rows after an order: check in, and help before something runs out (D7, rows 13 and 14)."""

from __future__ import annotations

from datetime import date

from planner.domain import basis, care, reorder
from planner.domain.case import Case
from planner.domain.guards.account import KIND_DAYS, KINDNESS
from planner.domain.guards.pace import lawful_pace
from planner.domain.guards.verdict import Intent
from planner.domain.interest import Scope
from planner.domain.move import Action, Band, Move
from planner.domain.permission import Topic
from planner.domain.reason import Reason
from planner.domain.reorder import Cycle
from planner.domain.touch import Channel, Purpose


def check_in_due(case: Case) -> Move | None:
    """13. Two days, two weeks, two months after an order, and after a cycle and a half: how is it? No ask."""
    due = next(iter(care.care_ahead(case.facts, case.method, case.today)), None)
    if due is not None and due.due_on <= case.today:
        products = ", ".join(dict.fromkeys(line.product for line in due.order.lines))
        why = Reason("D6.3", f"care_{due.step.value}", {"on": due.order.anchor, "what": products})
        return _serve(case, why, due.due_on, due.order.id)
    for cycle in reorder.cycles(case.facts, case.today):
        on = reorder.check_in_on(cycle, case.facts, case.method, case.today)
        if on is not None and on <= case.today:
            why = Reason("D6.4", "long_run_out", {"on": cycle.runs_out, "what": cycle.product})
            return _serve(case, why, on, None)
    return None


def reorder_due(case: Case) -> Move | None:
    """14. Something runs low: offer help if they asked to be reminded, or if the account and their orders allow it."""
    if case.is_minor or case.has_said_no or _was_kind_lately(case):
        return None
    for cycle in reorder.cycles(case.facts, case.today):
        on = reorder.reminder_on(cycle, case.facts, case.method, case.today)
        if on is None or on > case.today:
            continue
        allowed = _may_remind(case)
        if allowed is not None:
            return _remind(case, cycle, on, allowed)
    return None


def _serve(case: Case, why: Reason, on: date, ref_id: int | None) -> Move:
    return Move(
        case.facts.id, Action.SERVE, Band.SERVICE, purpose=Purpose.SERVICE, due_on=on, why=(why,), ref_id=ref_id
    )


def _remind(case: Case, cycle: Cycle, on: date, allowed: Reason) -> Move:
    facts = {"what": cycle.product, "since": cycle.since, "on": cycle.runs_out, "days": round(cycle.days)}
    return Move(
        case.facts.id,
        Action.REORDER_HELP,
        Band.REORDER,
        purpose=Purpose.SERVICE,
        due_on=on,
        why=(Reason("D6.4", "runs_low", facts), allowed),
    )


def _may_remind(case: Case) -> Reason | None:
    """Their own yes to reminders, or an account not overdrawn and an order that still counts (D6.4)."""
    for channel in (Channel.TEXT, Channel.CALL, Channel.EMAIL):
        yes = basis.permission(case.facts, channel, case.today, Topic.REORDER)
        if yes is not None and yes.holds_on(case.today):
            code = "asked_to_be_reminded" if Topic.REORDER in yes.topics else "glad_to_hear_from_you"
            return Reason("D6.4", code, {"channel": channel})
    if case.balance < 0 or any(lawful_pace(case, Intent(Purpose.ASK, Channel.CALL, Scope.BUY))):
        return None
    ruling = case.ruling(Channel.CALL, Purpose.ASK, Scope.BUY)
    return Reason("D6.4", "order_still_counts", ruling.reason.facts) if ruling.is_ok else None


def _was_kind_lately(case: Case) -> bool:
    """000-32: the friendship first; a reminder comes at least two days after a birthday wish or a thank-you."""
    return any(touch.kind in KINDNESS and touch.on <= case.today < touch.on + KIND_DAYS for touch in case.facts.touches)
