"""How often the law lets one ask, and when it wants a rest: part of G4 (compliance C1 and C3)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from planner.domain import hands, law
from planner.domain.case import Case
from planner.domain.channels import BY_PHONE
from planner.domain.guards.verdict import Intent, Verdict, hold
from planner.domain.hands import Hand
from planner.domain.history import UNANSWERED_CALLS, is_by_me
from planner.domain.interest import Scope
from planner.domain.orders_standing import standing_orders
from planner.domain.touch import PITCHES, Touch
from planner.domain.weighing import SCOPES

_MONTH = timedelta(days=30)
_RINGS = frozenset({*BY_PHONE, None})


def lawful_pace(case: Case, intent: Intent) -> Iterator[Verdict]:
    """G4: days to change one's mind after a sale, rest after a No, so many tries a month; not for what they ask for."""
    if not intent.is_ask:
        return
    found = [*_mind_may_change(case), *_limits_there(case, intent)]
    if found and welcome_hand(case, intent) is None:
        yield from found


def welcome_hand(case: Case, intent: Intent) -> Hand | None:
    """The hand they raised lately that makes this ask welcome (G7)."""
    scopes = tuple(Scope) if intent.scope is None else (intent.scope,)
    found = (hands.welcome(case.facts, scope, intent.topic, case.method, case.today) for scope in scopes)
    return max((hand for hand in found if hand is not None), key=lambda hand: hand.on, default=None)


def _mind_may_change(case: Case) -> Iterator[Verdict]:
    """C1: nothing more is offered while a sale can still be called off."""
    ends = [order.cooling_off_until for order in standing_orders(case.facts, case.today) if order.cooling_off_until]
    if ends and max(ends) >= case.today:
        yield hold("C1", "mind_may_change", until=max(ends) + timedelta(days=1))


def _limits_there(case: Case, intent: Intent) -> Iterator[Verdict]:
    terms = law.terms_for(case.facts.regions or (case.home,), case.today)
    if terms.rest_after_no_days is not None:
        yield from _rest_after_no(case, timedelta(days=terms.rest_after_no_days))
    if terms.calls_a_month is not None and intent.channel in _RINGS:
        yield from _tries_of_a_month(case, intent, terms.calls_a_month)


def _rest_after_no(case: Case, rest: timedelta) -> Iterator[Verdict]:
    """C3: a No to one thing is a rest from all of them, where the law says so."""
    said = [no.on for no in case.facts.noes if no.holds_on(case.today)]
    if said and max(said) + rest > case.today:
        yield hold("C3", "law_rests", until=max(said) + rest)


def _tries_of_a_month(case: Case, intent: Intent, most: int) -> Iterator[Verdict]:
    """C3: tries by phone with the same offer, an unanswered call to a stranger among them."""
    since = case.today - _MONTH
    tries = sorted(
        touch.on for touch in case.facts.touches if since < touch.on <= case.today and _is_try(case, intent, touch)
    )
    if len(tries) >= most:
        again: date = tries[-most] + _MONTH
        yield hold("C3", "law_tries", until=again)


def _is_try(case: Case, intent: Intent, touch: Touch) -> bool:
    if not is_by_me(touch) or touch.channel not in _RINGS:
        return False
    if touch.kind in PITCHES or (touch.kind in UNANSWERED_CALLS and case.is_stranger):
        return True
    scope = SCOPES.get(touch.kind)
    return scope is not None and intent.scope in {None, scope}
