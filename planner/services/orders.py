"""Orders: placed, delivered, and sometimes sent back (rules D1, D3, D6.3; practices 002-13, 002-20)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from planner.domain import reorder
from planner.domain.consequences import thanks_due
from planner.domain.cooling_off import may_change_until
from planner.domain.errors import PlannerError
from planner.domain.moment import Moment
from planner.domain.order import CameBack, Order, OrderBegan, OrderLine
from planner.domain.reorder import Cycle
from planner.domain.text import one_line, passage
from planner.domain.thanks import ThanksFor
from planner.domain.touch import TouchKind
from planner.models import facts, orders, single
from planner.models.book import Book
from planner.services import dealing_rows, following, thanks_rows
from planner.services import facts as people_facts
from planner.services.changes import Change, Changes
from planner.services.following import Entry
from planner.services.person_steps import PersonSteps


@dataclass(frozen=True, slots=True)
class OrderDraft:
    """What an order form edits. ``on`` and ``delivered_on`` are days of the user's calendar.

    A line's ``days_supply`` None goes by its product. ``may_change_mind``: sold at their home or at a party, so that
    they may call it off for three business days. ``came_back_on`` None with ``came_back`` is today.
    """

    on: date
    delivered_on: date | None = None
    began: OrderBegan = OrderBegan.ASKED
    lines: tuple[OrderLine, ...] = ()
    total_cents: int | None = None
    may_change_mind: bool = False
    came_back: CameBack | None = None
    came_back_on: date | None = None
    came_back_why: str = ""


@dataclass(frozen=True, slots=True)
class Beginning:
    """How many orders began in one way, and how many of them were sent back or cancelled (002-20)."""

    began: OrderBegan
    placed: int
    came_back: int


class Orders:
    """What people ordered. Each order stands on the timeline as bought, and what follows from that follows."""

    def __init__(self, book: Book, changes: Changes) -> None:
        self._book = book
        everything = Change.ORDERS | Change.TOUCHES | Change.THANKS | Change.PROMISES | Change.PEOPLE
        self._with_timeline = PersonSteps(book, changes, everything)
        self._alone = PersonSteps(book, changes, Change.ORDERS)

    def place(self, person_id: int, draft: OrderDraft, now: Moment, *, needs_product: bool = True) -> int:
        """Write an order down: they are a customer, and a thank-you is owed (D3). Answers the order's id.

        A sale that the timeline tells of already, on that day, is not told twice. Straight after a talk the products
        may still be missing (``needs_product`` False).

        Raises PlannerError: order_needs_product, order_in_future, delivered_before_order, no_such_person.
        """
        tidied = _tidy(draft, now, needs_product=needs_product)
        with self._with_timeline.step("order_placed", person_id, now) as detail:
            detail["order_id"] = order_id = self._insert(person_id, tidied)
            self._tell_sale(person_id, tidied, now)
            if tidied.came_back is not None:
                self._settle_thanks(person_id, tidied, now)
            return order_id

    def save(self, order_id: int, draft: OrderDraft, now: Moment) -> None:
        """Correct an order; on another day, the sale moves there on the timeline too.

        Raises PlannerError: order_needs_product, order_in_future, delivered_before_order, no_such_order.
        """
        tidied = _tidy(draft, now)
        person_id, before = self._found(order_id)
        with self._with_timeline.step("order_saved", person_id, now):
            if before.on != tidied.on:
                self._take_back_sale(person_id, before, now)
            columns = _columns(tidied)
            if (before.on, before.may_change_mind) == (tidied.on, tidied.may_change_mind):
                del columns["cooling_off_until"]
            single.update(self._book, "purchase", order_id, columns)
            orders.write_lines(self._book, order_id, person_id, _lines(tidied))
            if before.on != tidied.on:
                self._tell_sale(person_id, tidied, now)
            if (before.on, before.came_back is None) != (tidied.on, tidied.came_back is None):
                self._settle_thanks(person_id, tidied, now)

    def delivered(self, order_id: int, on: date, now: Moment) -> None:
        """It has arrived: from that day on care counts (D6.3).

        Raises PlannerError: order_in_future, delivered_before_order, no_such_order.
        """
        person_id, before = self._found(order_id)
        _check_days(before.on, on, now)
        with self._alone.step("order_delivered", person_id, now):
            single.update(self._book, "purchase", order_id, {"delivered_on": on.isoformat()})

    def came_back(self, order_id: int, kind: CameBack, on: date, why: str, now: Moment) -> None:
        """It was sent back, or cancelled before it arrived; ``why`` in their words (002-20). Nobody is thanked for it.

        Raises PlannerError: order_in_future, no_such_order.
        """
        person_id, before = self._found(order_id)
        _check_days(before.on, on, now)
        with self._with_timeline.step("order_came_back", person_id, now, kind=kind.value):
            said = {"came_back": kind.value, "came_back_on": on.isoformat(), "came_back_why": passage(why)}
            single.update(self._book, "purchase", order_id, said)
            if before.came_back is None:
                self._settle_thanks(person_id, replace(before, came_back=kind), now)

    def remove(self, order_id: int, now: Moment) -> None:
        """It was a slip: the order goes, and the sale on the timeline with what followed from it.

        Raises PlannerError: no_such_order.
        """
        person_id, before = self._found(order_id)
        with self._with_timeline.step("order_removed", person_id, now):
            self._take_back_sale(person_id, before, now)
            single.remove(self._book, "purchase", order_id)

    def of_person(self, person_id: int) -> tuple[Order, ...]:
        """A person's orders, the newest first; each line with the days it lasts."""
        lines: dict[int, tuple[OrderLine, ...]] = {}
        for row in facts.order_lines(self._book, [person_id]):
            lines[row[0]] = (*lines.get(row[0], ()), dealing_rows.order_line(row))
        placed = [dealing_rows.order(row, lines) for row in facts.orders(self._book, [person_id])]
        return tuple(reversed(placed))

    def runs_low(self, person_id: int, now: Moment) -> Cycle | None:
        """What of theirs runs out first, and when, by their own rhythm (D6.4)."""
        return reorder.next_due(people_facts.load(self._book, [person_id], now)[person_id], now.today)

    def draft(self, order_id: int) -> OrderDraft:
        """What a form needs to edit an order. Raises PlannerError: no_such_order."""
        return self._found(order_id)[1]

    def beginnings(self) -> tuple[Beginning, ...]:
        """How orders began, and how many of each kind lasted (002-20)."""
        return tuple(Beginning(OrderBegan(began), *counts) for began, *counts in orders.beginnings(self._book))

    def _found(self, order_id: int) -> tuple[int, OrderDraft]:
        row = orders.order(self._book, order_id)
        if row is None:
            raise PlannerError("no_such_order", order_id=order_id)
        lines = tuple(OrderLine(*line) for line in orders.lines(self._book, order_id))
        return int(row["person_id"]), _draft(row, lines)

    def _insert(self, person_id: int, draft: OrderDraft) -> int:
        order_id = single.insert(self._book, "purchase", {"person_id": person_id, **_columns(draft)})
        orders.write_lines(self._book, order_id, person_id, _lines(draft))
        return order_id

    def _tell_sale(self, person_id: int, draft: OrderDraft, now: Moment) -> None:
        """Put the sale on the timeline, unless something there stands for it already."""
        day = draft.on.isoformat()
        told = len(orders.sales_on(self._book, person_id, day))
        if told < orders.orders_on(self._book, person_id, day):
            following.add(self._book, person_id, Entry(TouchKind.BOUGHT, draft.on, topic=_what(draft)), now)

    def _take_back_sale(self, person_id: int, draft: OrderDraft, now: Moment) -> None:
        """Take the sale of that day from the timeline; of several the one that names the same products."""
        sales = orders.sales_on(self._book, person_id, draft.on.isoformat())
        if sales:
            same = [touch_id for touch_id, topic in sales if topic == _what(draft)]
            following.remove(self._book, person_id, (same or [touch_id for touch_id, _topic in sales])[-1], now)

    def _settle_thanks(self, person_id: int, draft: OrderDraft, now: Moment) -> None:
        """No thank-you waits for an order that came back; for one that they keep after all it waits again (D1)."""
        due = thanks_due(ThanksFor.ORDER, draft.on)
        about = people_facts.load(self._book, [person_id], now)[person_id]
        noted = [owed for owed in about.thank_yous if (owed.trigger, owed.due_on) == (ThanksFor.ORDER, due)]
        waiting = [owed for owed in noted if owed.done_on is None]
        what = _what(draft)
        if draft.came_back is not None and waiting:
            single.remove(self._book, "thank_you", max(waiting, key=lambda owed: owed.about == what).id)
        elif draft.came_back is None and not noted:
            thanks_rows.owe(self._book, person_id, ThanksFor.ORDER, draft.on, what)


def _what(draft: OrderDraft) -> str:
    return ", ".join(line.product for line in draft.lines)


def _tidy(draft: OrderDraft, now: Moment, *, needs_product: bool = True) -> OrderDraft:
    lines = tuple(
        OrderLine(one_line(line.product), max(line.quantity, 1), line.days_supply)
        for line in draft.lines
        if one_line(line.product)
    )
    if needs_product and not lines:
        raise PlannerError("order_needs_product")
    for day in (draft.on, draft.delivered_on, draft.came_back_on):
        _check_days(draft.on, day, now)
    came_back_on = (draft.came_back_on or now.today) if draft.came_back else None
    return OrderDraft(
        draft.on,
        draft.delivered_on,
        draft.began,
        lines,
        draft.total_cents,
        draft.may_change_mind,
        draft.came_back,
        came_back_on,
        passage(draft.came_back_why) if draft.came_back else "",
    )


def _check_days(ordered: date, day: date | None, now: Moment) -> None:
    """Nothing lies ahead, and nothing happens to an order before it is placed."""
    if day is None:
        return
    if day > now.today:
        raise PlannerError("order_in_future", on=day)
    if day < ordered:
        raise PlannerError("delivered_before_order", on=day)


def _columns(draft: OrderDraft) -> dict[str, Any]:
    return {
        "on_date": draft.on.isoformat(),
        "delivered_on": _iso(draft.delivered_on),
        "began": draft.began.value,
        "total_cents": draft.total_cents,
        "cooling_off_until": _iso(may_change_until(draft.on) if draft.may_change_mind else None),
        "came_back": draft.came_back.value if draft.came_back else None,
        "came_back_on": _iso(draft.came_back_on),
        "came_back_why": draft.came_back_why,
    }


def _draft(row: dict[str, Any], lines: tuple[OrderLine, ...]) -> OrderDraft:
    return OrderDraft(
        date.fromisoformat(row["on_date"]),
        dealing_rows.day(row["delivered_on"]),
        OrderBegan(row["began"]),
        lines,
        row["total_cents"],
        row["cooling_off_until"] is not None,
        CameBack(row["came_back"]) if row["came_back"] else None,
        dealing_rows.day(row["came_back_on"]),
        row["came_back_why"],
    )


def _lines(draft: OrderDraft) -> list[tuple[Any, ...]]:
    return [(line.product, line.quantity, line.days_supply) for line in draft.lines]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
