"""Words for the business between two people: orders, the team, and what was done for the business at large."""

from __future__ import annotations

from datetime import date

from planner.domain.activity import ActivityKind
from planner.domain.order import CameBack, Order, OrderBegan
from planner.domain.reorder import Cycle
from planner.domain.team import Membership
from planner.domain.team_plan import TeamStep
from planner.ui.kit import dates
from planner.ui.kit.i18n import _, ngettext, pgettext, remembered


@remembered
def order_began(value: OrderBegan) -> str:
    """How an order began: "They asked"."""
    return {
        OrderBegan.ASKED: _("They asked for it"),
        OrderBegan.OFFERED: _("You offered it"),
        OrderBegan.PUSHED: _("It took some pushing"),
        OrderBegan.PARTY: _("At a party"),
        OrderBegan.REORDER: _("A reorder"),
    }[value]


@remembered
def came_back(value: CameBack | None) -> str:
    """What became of an order: "They sent it back"."""
    if value is None:
        return _("They kept it")
    return {
        CameBack.RETURNED: _("They sent it back"),
        CameBack.CANCELLED: _("They canceled it"),
    }[value]


def lasts(days: int | None) -> str:
    """How long one piece of a product lasts: "50 days"."""
    if days is None:
        return _("does not run out")
    return ngettext("{count} day", "{count} days", days).format(count=dates.number(days))


def order_line(order: Order, today: date) -> str:
    """An order in one line: "Nov 8: Vitamin C serum × 2, Rose candle"."""
    things = [
        _("{product} × {count}").format(product=line.product, count=dates.number(line.quantity))
        if line.quantity > 1
        else line.product
        for line in order.lines
    ]
    day = dates.short_day(order.on, today)
    return _("{day}: {what}").format(day=day, what=", ".join(things)) if things else day


def order_below(order: Order, amount: str, today: date) -> str:
    """What else there is to say of an order: how it began where it came back, delivery, a change of mind, money."""
    said = []
    if order.came_back is not None:
        said.append(came_back(order.came_back))
        said.append(order_began(order.began))
        if order.came_back_why:
            said.append(_("“{words}”").format(words=order.came_back_why))
    elif order.delivered_on is not None:
        said.append(_("delivered {day}").format(day=dates.short_day(order.delivered_on, today, in_sentence=True)))
    else:
        said.append(_("not delivered yet"))
    until = order.cooling_off_until
    if order.came_back is None and until is not None and until >= today:
        said.append(_("may change their mind until {day}").format(day=_unbroken(until, today)))
    return " · ".join([*said, *([amount] if amount else [])])


def runs_low(cycle: Cycle, today: date) -> str:
    """What runs out first: "Vitamin C serum runs low about Dec 20"."""
    day = dates.short_day(cycle.runs_out, today, in_sentence=True)
    if cycle.runs_out < today:
        return _("{product} has run out by now, about {day}").format(product=cycle.product, day=day)
    return _("{product} runs low about {day}").format(product=cycle.product, day=day)


def _unbroken(day: date, today: date) -> str:
    return dates.weekday_and_day(day, today).replace(" ", "\u00a0")


def team_line(member: Membership, today: date) -> str:
    """A spell in the team in one line: "On your team since Dec 1"."""
    since = dates.short_day(member.joined_on, today, in_sentence=True)
    if member.left_on is None:
        return _("On your team since {day}").format(day=since)
    left = dates.short_day(member.left_on, today, in_sentence=True)
    return _("On your team from {since} to {left}").format(since=since, left=left)


@remembered
def team_step(value: TeamStep) -> str:
    """One of a new member's first steps: "welcome call"."""
    return {
        TeamStep.WELCOME: _("welcome call"),
        TeamStep.KIT: _("paperwork and kit, and their reason in their own words"),
        TeamStep.FIRST_TRAINING: _("first training done, and the day of their launch set"),
        TeamStep.DAILY_CHECK: _("two minutes: how is it going?"),
        TeamStep.TWO_WEEKS: _("two weeks in: listen to how it is going"),
        TeamStep.MONTH: _("a month in: listen to how it is going"),
    }[value]


@remembered
def activity_kind(value: ActivityKind) -> str:
    """A side of the week: "Attract"."""
    return {
        ActivityKind.ATTRACT: _("Attract"),
        ActivityKind.SERVE: _("Serve"),
        ActivityKind.REACH_OUT: _("Reach out"),
        ActivityKind.WIN: pgettext("activity", "Went well"),
    }[value]
