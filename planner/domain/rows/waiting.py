"""Rows that leave somebody be: put away, peace, life first, No and Not now, all well (D7: 0, 1, 6, 12, 22)."""

from __future__ import annotations

from planner.domain import law
from planner.domain.account import Level, level
from planner.domain.cadence import ACTIONS, DueKind, comes_up_on
from planner.domain.case import Case
from planner.domain.move import Action, Move
from planner.domain.person import Stage
from planner.domain.reason import Reason
from planner.domain.rows.kindness import birthday_kept, thanks_owed
from planner.domain.rows.touch import keep_in_touch_due
from planner.domain.touch import Channel, TouchKind


def put_away(case: Case) -> Move | None:
    """0. Archived or deceased: nothing."""
    if case.facts.is_deceased:
        return Move(case.facts.id, Action.NONE, why=(Reason("D7.0", "passed_away"),))
    if case.facts.is_archived:
        return Move(case.facts.id, Action.NONE, why=(Reason("D7.0", "put_away"),))
    return None


def stop_all(case: Case) -> Move | None:
    """1. They asked to be left alone: leave in peace (G1)."""
    stops = [stop for stop in case.facts.stops if stop.is_for_all]
    if not stops:
        return _double_wants_peace(case)
    first = min(stops, key=lambda stop: (stop.on, stop.id))
    why = Reason("G1", "asked_for_peace", {"on": first.on, "words": first.words})
    return Move(case.facts.id, Action.LEAVE_IN_PEACE, why=(why,))


def _double_wants_peace(case: Case) -> Move | None:
    """G19: somebody entered twice is left in peace if either entry says so."""
    for mate in case.facts.housemates:
        if mate.is_same and any(stop.is_for_all for stop in mate.stops):
            why = Reason("G19", "double_wants_peace", {"name": mate.name})
            return Move(case.facts.id, Action.LEAVE_IN_PEACE, why=(why,))
    return None


def business_stopped(case: Case) -> Move | None:
    """1, for a stop on one channel: all business rests until it is known what they meant, or for good (C1, S15)."""
    if not case.is_business_stopped:
        return None
    stop = max((stop for stop in case.facts.stops if stop.stops_business), key=lambda stop: (stop.on, stop.id))
    is_open = stop.meant is None
    code = "what_did_they_mean" if is_open else "business_stopped"
    facts = {"on": stop.on, "words": stop.words, "until": law.honour_by(case.where.country, stop.on)}
    rests = Move(case.facts.id, Action.WAIT, why=(Reason("G1", code, facts),), ref_id=stop.id)
    return (_kindness(case) if case.facts.closeness.is_protected else None) or rests


def care_only(case: Case) -> Move | None:
    """6. Something in their life comes first: a thank-you and a card are right, business is not."""
    pause = case.pause
    if pause is None:
        return None
    thanks = thanks_owed(case)
    if thanks is not None:
        return thanks
    why = Reason("D7.6", "life_comes_first", {"until": pause.until, "what": pause.what})
    cared = any(touch.kind in _WORDS_OF_CARE and pause.since <= touch.on <= case.today for touch in case.facts.touches)
    if not cared and case.facts.has_address:
        return Move(case.facts.id, Action.CARE_ONLY, channel=Channel.CARD, wait_until=pause.until, why=(why,))
    return Move(case.facts.id, Action.WAIT, wait_until=pause.until, why=(why,))


_WORDS_OF_CARE = frozenset({TouchKind.CARD_WRITTEN, TouchKind.HELPED_IN_PERSON, TouchKind.CONVERSATION})


def _kindness(case: Case) -> Move | None:
    """What friendship alone suggests."""
    return birthday_kept(case) or thanks_owed(case) or keep_in_touch_due(case)


def said_no_or_not_now(case: Case) -> Move | None:
    """12. A No, or a Not now before its date: wait; friends and customers still hear from you (G5, G20)."""
    facts = case.facts
    if case.has_said_no or facts.stage is Stage.CLOSED_KINDLY:
        why = Reason("G5", "said_no" if case.has_said_no else "closed_kindly")
        return keep_in_touch_due(case) or Move(facts.id, Action.WAIT, why=(why,))
    if facts.stage is not Stage.NOT_NOW:
        return None
    until = case.not_now_until
    if until is None or until <= case.today:
        return None
    stays_close = facts.closeness.is_protected or case.last_order_on is not None
    hello = keep_in_touch_due(case) if stays_close else None
    return hello or Move(facts.id, Action.WAIT, wait_until=until, why=(Reason("G20", "not_now", {"until": until}),))


def all_is_well(case: Case) -> Move:
    """22. Nothing is due until the next date; an overdrawn account still wants something given (D7.18)."""
    ahead = [
        (comes_up_on(ACTIONS[due.kind], due.due_on, case.method, case.home), due.kind)
        for due in case.dues
        if due.due_on > case.today and due.kind is not DueKind.HOMEWORK
    ]
    if not ahead:
        return Move(case.facts.id, Action.ALL_IS_WELL, why=(Reason("D7.22", "nothing_due"), *_give_first(case)))
    on, what = min(ahead, key=lambda one: one[0])
    why = Reason("D7.22", "next_is", {"what": what, "on": on})
    return Move(case.facts.id, Action.ALL_IS_WELL, wait_until=on, why=(why, *_give_first(case)))


def _give_first(case: Case) -> tuple[Reason, ...]:
    is_low = level(case.balance, case.method.floors) is Level.OVERDRAWN
    return (Reason("D7.18", "give_something", {"points": round(case.balance)}),) if is_low else ()
