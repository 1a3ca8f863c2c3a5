"""When something runs out: a person's own rhythm, drawn towards what is usual (rules D6.4)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

from planner.domain.history import is_by_me
from planner.domain.method import Method
from planner.domain.order import Order, OrderLine
from planner.domain.orders_standing import standing_orders
from planner.domain.person import Facts

USUAL_WEIGHT = 2
"""The usual length of a product weighs as much as two intervals of their own."""

LAST_INTERVALS = 5
CHECK_IN_CYCLES, QUIET_CYCLES = 1.5, 2.5
"""After so many cycles without an order: ask how it goes and for nothing; take them for a quiet customer."""

REMINDERS = 2

LONGEST = 36_525
"""Days: what lasts a hundred years never runs out."""


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


def cycle_days(intervals: Sequence[float], usual: float) -> float:
    """``(n·median(last 5 own intervals) + 2·usual)/(n + 2)`` days, n the number of intervals (D6.4)."""
    own = intervals[-LAST_INTERVALS:]
    if not own:
        return float(usual)
    return (len(own) * median(own) + USUAL_WEIGHT * usual) / (len(own) + USUAL_WEIGHT)


def cycles(facts: Facts, today: date) -> tuple[Cycle, ...]:
    """Every product they reorder, by the day it runs out; what never runs out is left aside."""
    bought: dict[str, dict[date, list[OrderLine]]] = {}
    for order in standing_orders(facts, today):
        for line in order.lines:
            bought.setdefault(line.product, {}).setdefault(order.anchor, []).append(line)
    found = [_cycle(product, by_day) for product, by_day in bought.items()]
    return tuple(sorted((one for one in found if one), key=lambda one: (one.runs_out, one.product)))


def _cycle(product: str, by_day: Mapping[date, Sequence[OrderLine]]) -> Cycle | None:
    """The cycle from the last day on; pieces of one day add up, however many lines they stand in."""
    days = sorted(by_day)
    pieces = {day: sum(line.quantity for line in by_day[day]) for day in days}
    lasting = [line for line in by_day[days[-1]] if line.days_supply is not None]
    quantity = sum(line.quantity for line in lasting)
    if not quantity:
        return None
    usual = sum(line.quantity * (line.days_supply or 0) for line in lasting) / quantity
    own = [(later - earlier).days / pieces[earlier] for earlier, later in pairwise(days)]
    lasts = cycle_days(own, usual) * quantity
    return Cycle(product, days[-1], lasts) if lasts <= LONGEST else None


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
