"""Guards about the account: what is owed first, and whether there is room for an ask (G7, G14 to G16)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from planner.domain.calendar_months import months_after
from planner.domain.case import Case
from planner.domain.guards.pace import welcome_hand
from planner.domain.guards.verdict import Intent, Verdict, hold
from planner.domain.hands import Hand
from planner.domain.interest import Scope
from planner.domain.method import Method
from planner.domain.problems import open_problem
from planner.domain.thanks import LONGEST_TO_THANK
from planner.domain.touch import TouchKind

DEPOSITS_BETWEEN_ASKS = 2
MONTHS_AFTER_LEAVING = 12
NO_ASK_AFTER_SILENCE = timedelta(days=30)
KIND_DAYS = timedelta(days=2)
"""So long after a thank-you, a birthday wish or help given nothing is asked (G16, 000-32, 003-06)."""

_K = TouchKind
FROZEN_AFTER = {_K.PITCH_VOICEMAIL: 30, _K.PITCH_FRIEND: 30, _K.PITCH_STRANGER: 30, _K.PUSHED_AFTER_NO: 90}
"""Days without asks after what hurt (G7)."""

KINDNESS = frozenset({_K.THANK_YOU, _K.CARD_WRITTEN, _K.BIRTHDAY, _K.SENT_BUSINESS})


def problem_first(case: Case, intent: Intent) -> Iterator[Verdict]:
    """G14: while a problem is open only mending it is right."""
    if intent.is_ask and open_problem(case.facts.touches, case.today) is not None:
        yield hold("G14", "problem_first")


def apology_first(case: Case, intent: Intent) -> Iterator[Verdict]:
    """G15: after a broken promise comes the apology, and no ask in the same contact."""
    if intent.is_ask and case.broken:
        yield hold("G15", "promise_first")


def kindness_alone(case: Case, intent: Intent) -> Iterator[Verdict]:
    """G16: a thank-you comes before an ask and never with one; two days lie between them."""
    if not intent.is_ask:
        return
    if intent.is_kind:
        yield hold("G16", "no_ask_with_kindness")
    owed_by = case.today + LONGEST_TO_THANK
    if any(thanks.done_on is None and thanks.due_on <= owed_by for thanks in case.facts.thank_yous):
        yield hold("G16", "thank_first")
    kind = [touch.on for touch in case.facts.touches if touch.kind in KINDNESS and touch.on <= case.today]
    if kind and max(kind) + KIND_DAYS > case.today:
        yield hold("G16", "kindness_lately", until=max(kind) + KIND_DAYS)


def ask_gate(case: Case, intent: Intent) -> Iterator[Verdict]:
    """G7: what is missing before an ask: points, gifts since the last one, time, an interest and a reason of theirs.

    A hand raised on the subject within a month opens it; what froze all asks stays frozen until they come up with it
    themselves on a later day.
    """
    if not intent.is_ask:
        return
    hand = welcome_hand(case, intent)
    yield from _frozen(case, hand)
    if hand is not None:
        return
    yield from room(case, intent.scope)
    yield from _left_lately(case, intent)
    if intent.scope is not None:
        yield from _interest(case, intent.scope, intent.topic)


def room(case: Case, scope: Scope | None) -> Iterator[Verdict]:
    """What the account itself holds against an ask, whether or not a hand is raised: points, gifts, time (G7)."""
    yield from _points(case, scope)
    yield from _time_and_gifts(case, scope)
    yield from _after_silence(case)


def minimum(scope: Scope | None, method: Method) -> int:
    """The points an ask of this scope needs (G7)."""
    return {
        Scope.HOST: method.ask_minimum_host,
        Scope.REFER: method.ask_minimum_refer,
        Scope.JOIN: method.ask_minimum_join,
    }.get(scope or Scope.BUY, method.ask_minimum_buy)


def spacing(scope: Scope | None, method: Method) -> timedelta:
    """How long after an ask the next one may come (G7)."""
    return timedelta(days=method.ask_spacing_join if scope is Scope.JOIN else method.ask_spacing)


def _frozen(case: Case, hand: Hand | None) -> Iterator[Verdict]:
    ends = [
        touch.on + timedelta(days=FROZEN_AFTER[touch.kind])
        for touch in case.facts.touches
        if touch.kind in FROZEN_AFTER and touch.on <= case.today and (hand is None or hand.on <= touch.on)
    ]
    if ends and max(ends) > case.today:
        yield hold("G7", "asks_rest", until=max(ends))


def _points(case: Case, scope: Scope | None) -> Iterator[Verdict]:
    needs = minimum(scope, case.method)
    if case.balance < needs:
        yield hold("G7", "give_first", points=round(case.balance), needs=needs)


def _time_and_gifts(case: Case, scope: Scope | None) -> Iterator[Verdict]:
    last = case.history.last_ask
    if last is None:
        return
    again = last.on + spacing(scope, case.method)
    if again > case.today:
        yield hold("G7", "asked_lately", until=again)
    missing = DEPOSITS_BETWEEN_ASKS - case.history.deposits_since_ask
    if missing > 0:
        yield hold("G7", "give_before_asking_again", count=missing)


def _after_silence(case: Case) -> Iterator[Verdict]:
    """D6.10: whoever breaks a long silence asks for nothing in the month that follows."""
    broken = case.history.broke_silence
    if broken is None or broken[0] + NO_ASK_AFTER_SILENCE <= case.today:
        return
    on, before = broken
    last = max([*(order.on for order in case.facts.orders if order.on < on), *([before] if before else [])], default=on)
    if on - last >= timedelta(days=case.method.reconnect_after):
        yield hold("D6.10", "no_ask_after_reconnect", until=on + NO_ASK_AFTER_SILENCE)


def _left_lately(case: Case, intent: Intent) -> Iterator[Verdict]:
    """D3: whoever left the team is not asked to join again within a year."""
    left = [one.left_on for one in case.facts.memberships if one.left_on is not None and one.left_on <= case.today]
    again = months_after(max(left), MONTHS_AFTER_LEAVING) if left else case.today
    if intent.scope is Scope.JOIN and again > case.today:
        yield hold("D3", "left_the_team", until=again)


def _interest(case: Case, scope: Scope, topic: str) -> Iterator[Verdict]:
    """000-33 and 002-14: only about what they care for, and only with a reason of their own."""
    wanted = topic.strip().casefold()
    interests = [one for one in case.facts.interests if one.holds_on(case.today)]
    fitting = [one for one in interests if one.scope is scope and (not wanted or wanted in one.topic.casefold())]
    if not fitting:
        others = ", ".join(dict.fromkeys(one.topic or one.scope.value for one in interests))
        yield hold("G7", "no_interest", scope=scope, others=others)
    elif not case.facts.wish and not any(one.why for one in fitting):
        yield hold("G7", "why_would_they", scope=scope)
