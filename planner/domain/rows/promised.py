"""Rows about the user's word: callbacks now and later today, and a promise that was missed (D7, rows 2 and 4)."""

from __future__ import annotations

from datetime import datetime

from planner.domain import keeping
from planner.domain.case import Case
from planner.domain.move import Action, Band, Move
from planner.domain.promise import Promise, PromiseKind, Window
from planner.domain.reason import Reason
from planner.domain.touch import Channel, Purpose


def callback_open_now(case: Case) -> Move | None:
    """2. A definite callback whose window is open, or late on its own day: call, for their reason."""
    ready = [
        promise
        for promise in case.definite
        if keeping.opens(promise, case.method) <= case.there(promise)
        and not keeping.is_over(promise, case.there(promise))
    ]
    return _promised(case, min(ready, key=lambda promise: _window(case, promise))) if ready else None


def promise_missed(case: Case) -> Move | None:
    """4. A promise was missed: apologise and keep it, with a new exact time (G15)."""
    if not case.broken:
        return None
    promise = min(case.broken, key=lambda one: (keeping.last_day(one), one.id))
    day = keeping.last_day(promise)
    why = Reason("D7.4", "promise_missed", {"on": day, "reason": promise.reason, "words": promise.words})
    return Move(
        case.facts.id,
        Action.APOLOGISE,
        Band.OVERDUE,
        channel=promise.channel,
        purpose=Purpose.REPLY,
        due_on=day,
        is_late=True,
        why=(why,),
        ref_id=promise.id,
    )


def callback_later_today(case: Case) -> Move | None:
    """2, before its time: a callback of later today keeps its place and its hour (D8)."""
    later = [
        promise
        for promise in case.definite
        if case.there(promise) < keeping.opens(promise, case.method)
        and case.local_day(case.instant(keeping.opens(promise, case.method), promise)) <= case.today
    ]
    return _promised(case, min(later, key=lambda promise: _window(case, promise))) if later else None


def _window(case: Case, promise: Promise) -> tuple[datetime, int]:
    return case.instant(keeping.closes(promise, case.method), promise), promise.id


def _promised(case: Case, promise: Promise) -> Move:
    """The move that keeps a promise within its window; what was promised in writing is no call."""
    opens, closes = keeping.opens(promise, case.method), keeping.closes(promise, case.method)
    is_late = keeping.is_late(promise, case.there(promise), case.method)
    is_call = promise.kind is not PromiseKind.PROMISED or promise.channel in {None, Channel.CALL}
    code = "promised_call" if is_call else "promised"
    facts = {"on": promise.due_on, "at": promise.at, "window": promise.window, "reason": promise.reason}
    is_exact = promise.window is Window.EXACT and promise.at is not None
    return Move(
        case.facts.id,
        Action.CALL if is_call else Action.FOLLOW_UP,
        Band.CALLBACK,
        channel=Channel.CALL if is_call else promise.channel,
        purpose=Purpose.REPLY,
        opens_at=case.instant(opens, promise),
        closes_at=None if is_late else case.instant(closes, promise),
        due_on=case.local_day(case.instant(opens, promise)) if is_exact else keeping.last_day(promise),
        due_at=case.instant(opens, promise) if is_exact else None,
        deadline=case.instant(closes, promise),
        is_late=is_late,
        why=(Reason("D7.2", code, {**facts, "words": promise.words}),),
        ref_id=promise.id,
    )
