"""Care after an order: after two days, two weeks and two months (rules D6.3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from planner.domain.calendar_months import months_after
from planner.domain.history import TALKS
from planner.domain.method import Method
from planner.domain.order import Order
from planner.domain.orders_standing import standing_orders
from planner.domain.person import Facts
from planner.domain.plan_step import PlanKind
from planner.domain.touch import TouchKind


class CareStep(StrEnum):
    """What a check-in is about."""

    ARRIVED = "arrived"
    WORKING = "working"
    REFRESH = "refresh"


@dataclass(frozen=True, slots=True)
class Care:
    """One check-in: for which order, and on which day it is due."""

    step: CareStep
    due_on: date
    order: Order


_CARED = TALKS | {TouchKind.CHECK_IN, TouchKind.PROBLEM_SOLVED}
_NEARNESS = {CareStep.ARRIVED: 0, CareStep.WORKING: 3, CareStep.REFRESH: 10}
"""How many days before its own day a conversation stands in for a step."""


def plan_of(order: Order, method: Method) -> tuple[Care, ...]:
    """The three check-ins of an order, in calendar days and months from its delivery."""
    first, second = (timedelta(days=days) for days in (method.care_first_days, method.care_second_days))
    return (
        Care(CareStep.ARRIVED, order.anchor + first, order),
        Care(CareStep.WORKING, order.anchor + second, order),
        Care(CareStep.REFRESH, months_after(order.anchor, method.care_months), order),
    )


def care_ahead(facts: Facts, method: Method, today: date) -> tuple[Care, ...]:
    """The check-ins of the newest order: the one whose day has come last, and those ahead; a new order begins anew.

    What a later one has overtaken, or what lies more than ``replan_after`` days back, is let go (D6.3, D8).
    """
    orders = standing_orders(facts, today)
    if not orders:
        return ()
    plan = plan_of(max(orders, key=lambda order: (order.anchor, order.id)), method)
    standing = [care for care in plan if care.due_on <= today][-1:]
    ahead = [care for care in plan if care.due_on > today]
    return tuple(
        care
        for care in (*standing, *ahead)
        if (today - care.due_on).days <= method.replan_after and not _is_done(care, facts, today)
    )


def _is_done(care: Care, facts: Facts, today: date) -> bool:
    """Ticked, or a conversation near its day stood in for it."""
    anchor = care.order.anchor
    for done in facts.steps_done:
        if done.plan is PlanKind.CARE and (done.anchor_on, done.step) == (anchor, care.step.value):
            return True
    since = max(care.due_on - timedelta(days=_NEARNESS[care.step]), anchor + timedelta(days=1))
    return any(touch.kind in _CARED and since <= touch.on <= today for touch in facts.touches)
