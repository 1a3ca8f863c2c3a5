"""Orders with their lines: how each began, what it holds, and what became of it (rules D1, D6.3, D6.4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class OrderBegan(StrEnum):
    """How an order came about; shown beside what was sent back (002-20)."""

    ASKED = "asked"
    OFFERED = "offered"
    PUSHED = "pushed"
    PARTY = "party"
    REORDER = "reorder"


class CameBack(StrEnum):
    """That an order did not last: sent back after delivery, or cancelled before."""

    RETURNED = "returned"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class OrderLine:
    """One product of an order. ``days_supply`` is how long one piece lasts, None where it never runs out."""

    product: str
    quantity: int = 1
    days_supply: int | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """What somebody ordered on a day, and what became of it. ``total_cents`` is private and may be left out."""

    id: int
    on: date
    delivered_on: date | None = None
    began: OrderBegan = OrderBegan.ASKED
    lines: tuple[OrderLine, ...] = ()
    total_cents: int | None = None
    cooling_off_until: date | None = None
    came_back: CameBack | None = None
    came_back_on: date | None = None
    came_back_why: str = ""

    @property
    def anchor(self) -> date:
        """The day from which care after an order counts: delivery, else the order itself (D6.3)."""
        return self.delivered_on or self.on

    def stands_on(self, day: date) -> bool:
        """Whether it was placed by then and not sent back or cancelled."""
        gone = self.came_back is not None and (self.came_back_on is None or self.came_back_on <= day)
        return self.on <= day and not gone
