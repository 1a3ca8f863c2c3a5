"""Trying to reach somebody: the plan after an inquiry, the caps since the last sign of life, resting (D6.1, G9)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from planner.domain.history import UNANSWERED_CALLS, History
from planner.domain.method import Method
from planner.domain.person import Facts, SourceKind, Stage
from planner.domain.promise import PromiseKind, PromiseStatus
from planner.domain.touch import TouchKind

PLAN_DAYS = (0, 0, 2, 4, 7, 12)
"""Days from the first try to each of the six steps that follow an inquiry (D6.1)."""

PLAN_TEXT_STEP = 5
"""The fifth step is one useful text."""

BOUGHT_DAYS = (0, 3, 9)
RETRY_DAYS = 2

SIGNS_OF_AVOIDING = 2
"""So many appointments put off, or so many times busy, and it is kinder to let it rest (000-24)."""

_BEFORE_AN_ANSWER = frozenset({Stage.NEW, Stage.REACHED_OUT})


@dataclass(frozen=True, slots=True)
class Attempt:
    """The next try: which step of how many, from which day on, and until when it still belongs to this spell."""

    step: int
    of: int
    due_on: date
    until: date
    is_last: bool = False
    after_rest: bool = False


def cap(facts: Facts, history: History, method: Method) -> int:
    """How many calls may go unanswered since the last sign of life (G9)."""
    if history.asked is not None:
        return method.attempts_own
    return method.attempts_bought if facts.source_kind is SourceKind.BOUGHT else method.attempts_others


def is_exhausted(facts: Facts, history: History, method: Method) -> bool:
    """Whether enough was tried for now (G9): the calls have reached their cap, or the plan its end."""
    return len(history.rounds) >= len(PLAN_DAYS) or len(history.calls) >= cap(facts, history, method)


def is_spent(facts: Facts, history: History, method: Method) -> bool:
    """Whether the one try after a rest was made too: from here on only the rhythm of keeping in touch counts (G9)."""
    if len(history.rounds) < 2 or not is_exhausted(facts, history, method):
        return False
    before, last = history.rounds[-2][-1].on, history.rounds[-1][0].on
    return (last - before).days >= method.rest


def is_closed(facts: Facts, history: History, method: Method) -> bool:
    """Whether a bought name was tried as often as is right and never answered: closed kindly (D6.2, 001-15)."""
    is_bought = facts.source_kind is SourceKind.BOUGHT and not history.knows_us
    return is_bought and bool(history.rounds) and is_exhausted(facts, history, method)


def avoids_until(facts: Facts, history: History, method: Method, today: date) -> date | None:
    """The end of the rest that follows signs of avoiding the user: put off twice, or busy twice (000-24).

    A note of the user's own that was let go is no sign of theirs.
    """
    since = history.last_talk_on or date.min
    put_off = [
        promise.closed_on or promise.due_on
        for promise in facts.promises
        if promise.status is PromiseStatus.CANCELLED
        and promise.kind is not PromiseKind.FOLLOW_UP
        and (promise.closed_on or promise.due_on) > since
    ]
    busy = [touch.on for touch in facts.touches if touch.kind is TouchKind.BUSY and since < touch.on <= today]
    signs = [days for days in (put_off, busy) if len(days) >= SIGNS_OF_AVOIDING]
    if not signs:
        return None
    until = max(max(days) for days in signs) + timedelta(days=method.rest)
    return until if today < until else None


def rests_until(facts: Facts, history: History, method: Method, today: date) -> date | None:
    """The end of the rest that follows too many tries, while it lasts (G9)."""
    if not history.rounds or not is_exhausted(facts, history, method) or is_spent(facts, history, method):
        return None
    until = history.rounds[-1][-1].on + timedelta(days=method.rest)
    return until if today < until else None


def next_attempt(facts: Facts, history: History, method: Method) -> Attempt | None:
    """The next try to reach them, or None when none is planned (D6.1, D6.2, D4 "no answer")."""
    rounds = history.rounds
    if not rounds or not _has_plan(facts, history) or is_spent(facts, history, method):
        return None
    if is_closed(facts, history, method):
        return None
    last = rounds[-1][-1].on
    over = last + timedelta(days=method.rest)
    limit = len(PLAN_DAYS) if history.asked is not None else cap(facts, history, method)
    if is_exhausted(facts, history, method):
        return Attempt(len(rounds) + 1, limit, over, over + timedelta(days=method.rest), is_last=True, after_rest=True)
    due = _due_on(facts, history)
    return Attempt(len(rounds) + 1, limit, due, over, is_last=len(rounds) + 1 >= limit)


def _has_plan(facts: Facts, history: History) -> bool:
    if history.asked is not None or facts.stage in _BEFORE_AN_ANSWER:
        return True
    return history.rounds[-1][-1].kind in UNANSWERED_CALLS


def _due_on(facts: Facts, history: History) -> date:
    rounds = history.rounds
    first, last = rounds[0][0].on, rounds[-1][-1].on
    done = len(rounds)
    if history.asked is not None and done < len(PLAN_DAYS):
        planned = first + timedelta(days=PLAN_DAYS[done])
        return planned if done == 1 else max(planned, last + timedelta(days=1))
    if facts.source_kind is SourceKind.BOUGHT and done < len(BOUGHT_DAYS):
        return max(first + timedelta(days=BOUGHT_DAYS[done]), last + timedelta(days=1))
    return last + timedelta(days=RETRY_DAYS)
