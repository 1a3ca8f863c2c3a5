"""Whether the account has room for an ask, or what comes first (G7 and the guards that stand before it)."""

from __future__ import annotations

from datetime import date, timedelta

from planner.domain import keeping
from planner.domain.cadence import is_unmended
from planner.domain.history import History
from planner.domain.method import Method
from planner.domain.person import Facts, Stage
from planner.domain.promise import Promise, PromiseStatus
from planner.domain.reason import Reason
from planner.domain.touch import TouchKind

DEPOSITS_BETWEEN_ASKS = 2
_FROZEN_AFTER = {
    TouchKind.PITCH_VOICEMAIL: 30,
    TouchKind.PITCH_FRIEND: 30,
    TouchKind.PITCH_STRANGER: 30,
    TouchKind.PUSHED_AFTER_NO: 90,
}
"""Days without asks after what hurt (G7)."""


def room_for_asking(about: Facts, balance: float, method: Method, today: date) -> Reason:
    """The first thing that stands before an ask, or that there is room for one."""
    return (
        _never(about) or _first(about, today) or _account(about, balance, method, today) or Reason("G7", "room_for_ask")
    )


def _never(about: Facts) -> Reason | None:
    if any(stop.channel is None for stop in about.stops):
        return Reason("G1", "leave_in_peace")
    if about.stage is Stage.NO:
        return Reason("G5", "said_no")
    if about.closeness.is_protected and not _raised_a_hand(about):
        return Reason("G6", "protected")
    return None


def _first(about: Facts, today: date) -> Reason | None:
    """What is owed before anything may be asked."""
    past = [touch for touch in about.touches if touch.on <= today]
    opened = max((touch.on for touch in past if touch.kind is TouchKind.PROBLEM_OPEN), default=None)
    solved = max((touch.on for touch in past if touch.kind is TouchKind.PROBLEM_SOLVED), default=date.min)
    if opened is not None and opened > solved:
        return Reason("G14", "problem_first")
    if any(_is_overdue(promise, about, today) for promise in about.promises):
        return Reason("G15", "promise_first")
    if any(thanks.done_on is None for thanks in about.thank_yous):
        return Reason("G16", "thank_first")
    return None


def _is_overdue(promise: Promise, about: Facts, today: date) -> bool:
    if promise.status is not PromiseStatus.OPEN:
        return is_unmended(promise, about)
    return keeping.can_break(promise) and keeping.last_day(promise) < today


def _raised_a_hand(about: Facts) -> bool:
    """Whether they ever asked about something of the business themselves."""
    return any(touch.kind is TouchKind.REACHED_OUT and touch.topic for touch in about.touches)


def _account(about: Facts, balance: float, method: Method, today: date) -> Reason | None:
    history = History.of(about.touches, today)
    frozen = [
        touch.on + timedelta(days=_FROZEN_AFTER[touch.kind]) for touch in about.touches if touch.kind in _FROZEN_AFTER
    ]
    if frozen and max(frozen) > today:
        return Reason("G7", "asks_rest", {"until": max(frozen)})
    if balance < method.ask_minimum_buy:
        return Reason("G7", "give_first", {"points": round(balance), "needs": method.ask_minimum_buy})
    if history.last_ask is None:
        return None
    again = history.last_ask.on + timedelta(days=method.ask_spacing)
    if again > today:
        return Reason("G7", "asked_lately", {"until": again})
    missing = DEPOSITS_BETWEEN_ASKS - history.deposits_since_ask
    return Reason("G7", "give_before_asking_again", {"count": missing}) if missing > 0 else None
