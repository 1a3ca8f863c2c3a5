"""When something runs out: a person's own rhythm, drawn towards what is usual (rules D6.4)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

from planner.domain.history import is_by_me
from planner.domain.method import Method
from planner.domain.order import Order
from planner.domain.orders_standing import standing_orders
from planner.domain.person import Facts

USUAL_WEIGHT = 2
"""The usual length of a product weighs as much as two intervals of their own."""

LAST_INTERVALS = 5
CHECK_IN_CYCLES, QUIET_CYCLES = 1.5, 2.5
"""After so many cycles without an order: ask how it goes and for nothing; take them for a quiet customer."""

REMINDERS = 2


@dataclass(frozen=True, slots=True)
class Cycle:
    """One product of one person: the last order of it, how many days that lasts, and when it runs out."""

    product: str
    since: date
    days: float

    @property
    def runs_out(self) -> date:
        """The day on which it is expected to be used up."""
        return self.after(1)

    def after(self, cycles: float) -> date:
        """The day so many cycles after the last order."""
        return self.since + timedelta(days=round(self.days * cycles))


def cycle_days(intervals: Sequence[float], usual: int) -> float:
    """``(n·median(last 5 own intervals) + 2·usual)/(n + 2)`` days, n the number of intervals (D6.4)."""
    own = intervals[-LAST_INTERVALS:]
    if not own:
        return float(usual)
    return (len(own) * median(own) + USUAL_WEIGHT * usual) / (len(own) + USUAL_WEIGHT)


def cycles(facts: Facts, today: date) -> tuple[Cycle, ...]:
    """Every product they reorder, by the day it runs out; what never runs out is left aside."""
    bought: dict[str, list[tuple[date, int, int | None]]] = {}
    for order in standing_orders(facts, today):
        for line in order.lines:
            bought.setdefault(line.product, []).append((order.anchor, line.quantity, line.days_supply))
    found = [_cycle(product, orders) for product, orders in bought.items()]
    return tuple(sorted((one for one in found if one), key=lambda one: (one.runs_out, one.product)))


def _cycle(product: str, orders: list[tuple[date, int, int | None]]) -> Cycle | None:
    orders.sort(key=lambda order: order[0])
    since, quantity, usual = orders[-1]
    if usual is None:
        return None
    own = [(later[0] - earlier[0]).days / earlier[1] for earlier, later in pairwise(orders) if later[0] > earlier[0]]
    return Cycle(product, since, cycle_days(own, usual) * quantity)


def next_due(facts: Facts, today: date) -> Cycle | None:
    """What runs out first."""
    return next(iter(cycles(facts, today)), None)


def reminder_on(cycle: Cycle, facts: Facts, method: Method, today: date) -> date | None:
    """From when on a reminder is right: a week before it runs out, once more ten days later, then not again.

    None when both were given, or when the window has closed two weeks after it ran out.
    """
    opens = cycle.runs_out - timedelta(days=method.reorder_lead)
    closes = cycle.runs_out + timedelta(days=method.reorder_window)
    given = sorted({touch.on for touch in facts.touches if is_by_me(touch) and opens <= touch.on <= today})
    if len(given) >= REMINDERS:
        return None
    due = opens if not given else given[0] + timedelta(days=method.reorder_second)
    return due if max(due, today) <= closes else None


def check_in_on(cycle: Cycle, facts: Facts, method: Method, today: date) -> date | None:
    """After a cycle and a half without an order: how is it going, without an ask; None once it was said or is past."""
    due = cycle.after(CHECK_IN_CYCLES)
    was_said = any(is_by_me(touch) and due <= touch.on <= today for touch in facts.touches)
    is_past = (today - due).days > method.replan_after
    return None if was_said or is_past else due


def is_quiet(facts: Facts, orders: Iterable[Order], method: Method, today: date) -> bool:
    """Whether a customer has become quiet: no order for two and a half cycles, or for a year (D3)."""
    last = max((order.on for order in orders), default=None)
    if last is None:
        return False
    if (today - last).days >= method.reconnect_after:
        return True
    rhythm = cycles(facts, today)
    return bool(rhythm) and all(one.after(QUIET_CYCLES) <= today for one in rhythm)
