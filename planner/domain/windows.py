"""How long a purchase or an inquiry makes a relationship, by calendar months (compliance C1, C4)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from planner.domain.calendar_months import months_after
from planner.domain.law_rows import Terms
from planner.domain.permission import Basis
from planner.domain.person import Facts, SourceKind
from planner.domain.touch import Channel, Direction, TouchKind

WRITTEN = frozenset({Channel.TEXT, Channel.EMAIL, Channel.SOCIAL})
"""Messages, for which some countries count other months than for calls."""


def purchase_until(facts: Facts, terms: Terms, channel: Channel, today: date) -> date | None:
    """The last day on which their purchases from the user make a relationship; None without one.

    A purchase sent back was one nevertheless.
    """
    bought = [order.on for order in facts.orders]
    bought += [touch.on for touch in facts.touches if touch.kind is TouchKind.BOUGHT]
    bought += _implied(facts, Basis.IMPLIED_PURCHASE)
    months = terms.message_purchase_months if channel in WRITTEN else terms.purchase_months
    return _until(facts, bought, months, today)


def inquiry_until(facts: Facts, terms: Terms, channel: Channel, today: date) -> date | None:
    """The last day on which what they asked the user about makes a relationship; None without a question."""
    asked = [
        touch.on
        for touch in facts.touches
        if touch.kind is TouchKind.REACHED_OUT
        and touch.direction is Direction.THEM
        and _was_asked_of_us(facts, touch.on)
    ]
    asked += [hand.on for hand in facts.interests if hand.raised_hand and hand.on is not None]
    asked += _implied(facts, Basis.IMPLIED_INQUIRY)
    months = terms.message_inquiry_months if channel in WRITTEN else terms.inquiry_months
    return _until(facts, asked, months, today)


def _until(facts: Facts, days: Iterable[date], months: int | None, today: date) -> date | None:
    """From the newest of the days; another consultant's customer has no relationship with the user (C4)."""
    newest = max((day for day in days if day <= today), default=None)
    if newest is None or months is None or facts.consultant:
        return None
    return months_after(newest, months)


def _implied(facts: Facts, basis: Basis) -> list[date]:
    return [yes.given_on for yes in facts.permissions if yes.basis is basis and yes.given_on and not yes.revoked_on]


def _was_asked_of_us(facts: Facts, on: date) -> bool:
    """Whether it was not the vendor of a bought list whom they asked, before the user had the list (C1)."""
    if facts.source_kind is not SourceKind.BOUGHT:
        return True
    had = (facts.batch.bought_on if facts.batch else None) or facts.added_on
    return had is None or on >= had
