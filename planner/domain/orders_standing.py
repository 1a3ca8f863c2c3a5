"""The orders that count: written down in full, or known only as a sale on the timeline (rules D6.3, D6.4, C4)."""

from __future__ import annotations

from datetime import date

from planner.domain.order import Order
from planner.domain.person import Facts
from planner.domain.touch import TouchKind


def standing_orders(facts: Facts, today: date) -> tuple[Order, ...]:
    """Every order that was placed by today and has not come back, oldest first.

    A sale on the timeline that no order tells of counts as an order without lines.
    """
    told = {order.on for order in facts.orders}
    sold = {
        touch.on
        for touch in facts.touches
        if touch.kind is TouchKind.BOUGHT and touch.on <= today and touch.on not in told
    }
    orders = [order for order in facts.orders if order.stands_on(today)] + [Order(0, on) for on in sold]
    return tuple(sorted(orders, key=lambda order: (order.on, order.id)))
