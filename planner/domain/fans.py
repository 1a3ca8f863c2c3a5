"""What somebody is to the business by what they did: the role to go back to, the signs of a fan (002-04, D3)."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from planner.domain.account import FLOORS, Floors, Level, level
from planner.domain.history import is_by_them
from planner.domain.person import Facts, Stage
from planner.domain.stage import STEPS, Event
from planner.domain.team_plan import membership_now
from planner.domain.thanks import ThanksFor
from planner.domain.touch import Direction, TouchKind


class FanSign(StrEnum):
    """What shows that somebody is a fan (002-04)."""

    ORDERS = "orders"
    REFERRED = "referred"
    HOSTED = "hosted"
    TESTIMONIAL = "testimonial"
    IN_TOUCH = "in_touch"


FAN_ORDERS = 3
FAN_WORDS = 2
FAN_WORDS_DAYS = 90
_ENOUGH_SIGNS = 2
_FOND = frozenset({Level.GOOD, Level.STRONG})


def fan_signs(about: Facts, balance: float, today: date, floors: Floors = FLOORS) -> tuple[FanSign, ...]:
    """The signs there are, in the order of the rule; a level below Good shows none of them (002-04)."""
    if level(balance, floors) not in _FOND:
        return ()
    thanked_for = {thanks.trigger.value for thanks in about.thank_yous}
    helped = {touch.topic for touch in about.touches if touch.kind is TouchKind.HELPED_ME and touch.on <= today}
    deeds = thanked_for | helped
    since = today - timedelta(days=FAN_WORDS_DAYS)
    words = [
        touch
        for touch in about.touches
        if since <= touch.on <= today and touch.direction is Direction.THEM and is_by_them(touch)
    ]
    is_shown = {
        FanSign.ORDERS: _orders(about, today) >= FAN_ORDERS,
        FanSign.REFERRED: ThanksFor.REFERRAL.value in deeds,
        FanSign.HOSTED: any(party.cancelled_on is None and party.on <= today for party in about.parties)
        or ThanksFor.HOSTED.value in helped,
        FanSign.TESTIMONIAL: ThanksFor.TESTIMONIAL.value in deeds,
        FanSign.IN_TOUCH: len(words) >= FAN_WORDS,
    }
    return tuple(sign for sign in FanSign if is_shown[sign])


def looks_like_fan(about: Facts, balance: float, today: date, floors: Floors = FLOORS) -> bool:
    """Whether to suggest calling a customer or host a fan; the user confirms (D3)."""
    can_be = (about.stage, Event.IS_FAN) in STEPS
    return can_be and len(fan_signs(about, balance, today, floors)) >= _ENOUGH_SIGNS


def role_before_team(about: Facts, today: date) -> Stage:
    """What somebody is again who leaves the team: host, customer, or somebody one talks with (D3)."""
    if any(party.cancelled_on is None and party.on <= today for party in about.parties):
        return Stage.HOST
    return Stage.CUSTOMER if _orders(about, today) else Stage.IN_CONVERSATION


def role_again(about: Facts, today: date) -> Stage:
    """What somebody is once they are found again whose details were lost: a role is not lost with a number (D3)."""
    return Stage.TEAM if membership_now(about, today) is not None else role_before_team(about, today)


def _orders(about: Facts, today: date) -> int:
    """How many orders there were: those written down, or those the timeline alone tells of."""
    told = sum(touch.kind is TouchKind.BOUGHT and touch.on <= today for touch in about.touches)
    return max(told, sum(order.stands_on(today) for order in about.orders))
