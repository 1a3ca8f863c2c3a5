"""How often to be in touch for no other reason: tiers, what a silence does to them, and reconnecting (D6.5, D6.10)."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from hashlib import blake2s

from planner.domain import noes, reorder
from planner.domain.history import MESSAGES, UNANSWERED_CALLS, History, in_order, is_by_me, is_by_them
from planner.domain.method import Method
from planner.domain.orders_standing import standing_orders
from planner.domain.person import Closeness, Facts, SourceKind, Stage
from planner.domain.team_plan import NEW_FOR, membership_now
from planner.domain.touch import Direction, Touch

SHORTEST, LONGEST = 14, 365
_FIRST_HELLO = timedelta(days=2)

_BEFORE_A_ROLE = frozenset({Stage.NEW, Stage.REACHED_OUT, Stage.IN_CONVERSATION, Stage.OFFERED, Stage.RESTING})


class Warmth(StrEnum):
    """How the last contact went, and so how soon the next one is welcome."""

    WARM = "warm"
    THEY_BEGAN = "they_began"
    NEUTRAL = "neutral"
    NO_REPLY = "no_reply"
    COOL = "cool"


FACTORS = {
    Warmth.WARM: 1.0,
    Warmth.THEY_BEGAN: 0.8,
    Warmth.NEUTRAL: 1.0,
    Warmth.NO_REPLY: 1.5,
    Warmth.COOL: 2.0,
}


def next_interval(current: float, warmth: Warmth, shortest: float = SHORTEST) -> float:
    """``clamp(current × f, 14, 365)`` days until the next contact (D6.5)."""
    return min(max(current * FACTORS[warmth], shortest), LONGEST)


def tier(facts: Facts, history: History, method: Method, today: date) -> int | None:
    """The days between two contacts this relationship starts from; None when they are left to come by themselves."""
    close = facts.closeness.is_protected
    if facts.keep_in_touch_days is not None:
        return max(1, facts.keep_in_touch_days)
    if noes.to_everything(facts, today) or facts.stage is Stage.CLOSED_KINDLY:
        return method.keep_close if close else None
    if facts.closeness is Closeness.STRANGER or facts.source_kind is SourceKind.BOUGHT:
        if not history.knows_us:
            return None
    days = [_by_stage(facts, history, method, today)]
    if close:
        days.append(method.keep_close)
    if facts.is_wanted_on_team:
        days.append(method.keep_fan)
    membership = membership_now(facts, today)
    if membership is not None:
        days.append(method.keep_new_team if today - membership.joined_on <= NEW_FOR else method.keep_team)
    return min(days)


def _by_stage(facts: Facts, history: History, method: Method, today: date) -> int:
    orders = standing_orders(facts, today)
    if facts.stage is Stage.CUSTOMER or (orders and facts.stage in _BEFORE_A_ROLE):
        last = history.last_on
        is_past = not orders and last is not None and (today - last).days >= method.reconnect_after
        is_quiet = is_past or reorder.is_quiet(facts, orders, method, today)
        return method.keep_quiet_customer if is_quiet else method.keep_customer
    return {
        Stage.TEAM: method.keep_team,
        Stage.FAN: method.keep_fan,
        Stage.HOST: method.keep_host,
        Stage.NOT_NOW: method.not_now_vague,
    }.get(facts.stage, method.keep_acquaintance)


def interval(facts: Facts, history: History, method: Method, today: date) -> int | None:
    """Days from the last contact to the next: the tier, shorter when they began, longer for every silence since.

    A rhythm that begins below two weeks, as in a new member's first month or by the user's wish, is not slowed to them.
    """
    start = tier(facts, history, method, today)
    if start is None:
        return None
    days = float(start)
    for warmth in since_last_sign(facts.touches, today):
        days = next_interval(days, warmth, min(SHORTEST, start))
    return round(days)


def since_last_sign(touches: tuple[Touch, ...], today: date) -> tuple[Warmth, ...]:
    """How the last sign of life went and each contact of the user's after it, one for each day."""
    warmths: list[Warmth] = []
    by_day: dict[date, bool] = {}
    for touch in in_order(touches, today):
        if is_by_them(touch):
            by_day = {}
            warmths = [Warmth.THEY_BEGAN if touch.direction is Direction.THEM else Warmth.WARM]
        elif is_by_me(touch):
            waits = touch.kind in UNANSWERED_CALLS or touch.kind in MESSAGES
            by_day[touch.on] = by_day.get(touch.on, False) or waits
    warmths += [Warmth.NO_REPLY if waits else Warmth.NEUTRAL for waits in by_day.values()]
    return tuple(warmths)


def due_on(facts: Facts, history: History, method: Method, today: date) -> date | None:
    """When the next contact for its own sake is due; once it is two weeks late it waits for its next beat (D8).

    Somebody never in touch yet gets a day of their own within the first interval, so that an import does not
    fall due at once (D6.5). Whoever is typed in by hand is on the user's mind: a first hello is due soon.
    """
    days = interval(facts, history, method, today)
    if days is None:
        return None
    last = last_contact_on(facts, history, today)
    if last is not None:
        due = last + timedelta(days=days)
    elif facts.added_on is not None:
        hello = facts.added_on + _FIRST_HELLO
        if is_just_met(facts) and facts.usable_phones and (today - hello).days <= method.replan_after:
            return hello
        due = facts.added_on + timedelta(days=spread(facts.id, days))
    else:
        return None
    return replanned(due, days, method, today)


def is_just_met(facts: Facts) -> bool:
    """Whether somebody was typed in by hand, as no stranger and no friend, and nothing is agreed with them yet."""
    is_new = facts.stage is Stage.NEW and facts.closeness is Closeness.ACQUAINTANCE
    return facts.is_added_by_hand and is_new and not facts.promises


def replanned(due: date, days: int, method: Method, today: date) -> date:
    """The first beat of a rhythm of ``days`` that is not yet more than ``replan_after`` days late."""
    late = (today - due).days - method.replan_after
    if late <= 0:
        return due
    beats = -(-late // max(days, 1))
    return due + timedelta(days=beats * max(days, 1))


def last_contact_on(facts: Facts, history: History, today: date) -> date | None:
    """When the two were last in touch; an order counts though nothing else was written down of it."""
    orders = [order.on for order in standing_orders(facts, today)]
    return max([*orders, *([history.last_on] if history.last_on else [])], default=None)


def reconnect_on(facts: Facts, history: History, method: Method, today: date) -> date | None:
    """From when silence is long enough to write for no reason; only after an order or a conversation (D6.10)."""
    last = last_contact_on(facts, history, today)
    if last is None or (history.last_talk_on is None and not standing_orders(facts, today)):
        return None
    return last + timedelta(days=method.reconnect_after)


def spread(person_id: int, days: int) -> int:
    """``hash(id) mod interval``, the same on every machine."""
    digest = blake2s(person_id.to_bytes(8, "big", signed=True), digest_size=4).digest()
    return int.from_bytes(digest, "big") % max(days, 1)
