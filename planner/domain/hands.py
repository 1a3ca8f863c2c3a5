"""Hands they raised: an ask on that subject is welcome for a month, and only that lifts a No (G5, G6, G7, 002-11)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from planner.domain.interest import Scope
from planner.domain.method import Method
from planner.domain.person import Facts
from planner.domain.touch import Direction, Touch, TouchKind

_NAMED = {scope.value: scope for scope in Scope}


@dataclass(frozen=True, slots=True)
class Hand:
    """One raised hand: what for, on which subject, when and in which words."""

    scope: Scope
    on: date
    topic: str = ""
    words: str = ""


def raised_hands(facts: Facts, today: date) -> tuple[Hand, ...]:
    """Every hand raised until today, oldest first: written down as such, or an inquiry of theirs about something."""
    told = [
        Hand(interest.scope, interest.on, interest.topic, interest.words)
        for interest in facts.interests
        if interest.raised_hand and interest.on is not None and interest.on <= today and interest.holds_on(today)
    ]
    asked = [_asked(touch) for touch in facts.touches if touch.on <= today and _raises_hand(touch)]
    return tuple(sorted((*told, *asked), key=lambda hand: (hand.on, hand.scope.value, hand.topic)))


def welcome(facts: Facts, scope: Scope, topic: str, method: Method, today: date) -> Hand | None:
    """The newest hand that makes an ask of this scope welcome today (G7).

    Where both name a subject it has to be the same: who asked for candles has not asked for soap.
    """
    since = today - timedelta(days=method.hand_raised_days)
    wanted = topic.strip().casefold()
    fitting = [
        hand
        for hand in raised_hands(facts, today)
        if hand.scope is scope and hand.on >= since and _agree(hand.topic.strip().casefold(), wanted)
    ]
    return fitting[-1] if fitting else None


def ever(facts: Facts, scope: Scope | None, today: date) -> bool:
    """Whether they ever brought it up themselves; any subject where no scope is given (G6)."""
    return any(scope in {None, hand.scope} for hand in raised_hands(facts, today))


def _agree(hers: str, wanted: str) -> bool:
    return not hers or not wanted or hers in wanted or wanted in hers


def _raises_hand(touch: Touch) -> bool:
    is_theirs = touch.kind is TouchKind.REACHED_OUT and touch.direction is Direction.THEM
    return is_theirs and bool(touch.topic.strip() or touch.expects_call)


def _asked(touch: Touch) -> Hand:
    """An inquiry is about buying unless its topic names another scope."""
    scope = _NAMED.get(touch.topic.strip().casefold())
    return Hand(scope or Scope.BUY, touch.on, "" if scope else touch.topic, touch.words)
