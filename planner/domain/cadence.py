"""From which days on there can be something to do for a person: the dates the book keeps an index of (rules D6).

A due date is a promise of the index, not a decision: before it the move cannot come up, from it on ``decide`` is asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum

from planner.domain import (
    attempts,
    birthday,
    care,
    hours,
    keep_in_touch,
    noes,
    party_plan,
    reorder,
    team_plan,
    their_dates,
    unreached,
)
from planner.domain.history import History
from planner.domain.method import Method
from planner.domain.move import Action
from planner.domain.person import Facts, Stage
from planner.domain.problems import open_problem
from planner.domain.promise import Promise, PromiseKind, PromiseStatus, Window
from planner.domain.touch import JUST_FRIENDS, TouchKind


class DueKind(StrEnum):
    """Why somebody can come up on a day; each names the rows of rules D7 it feeds."""

    PROMISE = "promise"
    INQUIRY = "inquiry"
    PROBLEM = "problem"
    TEAM_STEP = "team_step"
    PARTY_STEP = "party_step"
    THEIR_DATE = "their_date"
    BIRTHDAY = "birthday"
    THANKS = "thanks"
    CHECK_IN = "check_in"
    REORDER = "reorder"
    NEXT_STEP = "next_step"
    FOLLOW_UP = "follow_up"
    ATTEMPT = "attempt"
    RECONNECT = "reconnect"
    KEEP_IN_TOUCH = "keep_in_touch"
    ASK = "ask"
    ASK_NUMBER = "ask_number"
    INTRODUCTION = "introduction"
    FIRST_CALL = "first_call"
    HOMEWORK = "homework"


@dataclass(frozen=True, slots=True)
class Due:
    """One date of one person: what it is about, and the row it comes from (0 where there is none)."""

    kind: DueKind
    due_on: date
    ref_id: int = 0


@dataclass(frozen=True, slots=True)
class NextStep:
    """What the list of people shows under "next step": an action, the day, and the time on that day if one was said."""

    action: Action
    on: date | None = None
    at: time | None = None


ACTIONS = {
    DueKind.PROMISE: Action.CALL,
    DueKind.INQUIRY: Action.ANSWER,
    DueKind.PROBLEM: Action.FIX,
    DueKind.TEAM_STEP: Action.WELCOME_STEP,
    DueKind.PARTY_STEP: Action.HOST_STEP,
    DueKind.THEIR_DATE: Action.CHECK_DATE,
    DueKind.CHECK_IN: Action.SERVE,
    DueKind.REORDER: Action.REORDER_HELP,
    DueKind.ASK: Action.ASK,
    DueKind.INTRODUCTION: Action.ASK_INTRODUCTION,
    DueKind.FIRST_CALL: Action.SMART_CALL,
    DueKind.BIRTHDAY: Action.CELEBRATE,
    DueKind.THANKS: Action.THANK,
    DueKind.NEXT_STEP: Action.SET_NEXT_STEP,
    DueKind.FOLLOW_UP: Action.FOLLOW_UP,
    DueKind.ATTEMPT: Action.TRY_AGAIN,
    DueKind.RECONNECT: Action.RECONNECT,
    DueKind.KEEP_IN_TOUCH: Action.KEEP_IN_TOUCH,
    DueKind.ASK_NUMBER: Action.ASK_NUMBER,
    DueKind.HOMEWORK: Action.HOMEWORK,
}

SOFT = (
    Action.SET_NEXT_STEP,
    Action.FOLLOW_UP,
    Action.TRY_AGAIN,
    Action.RECONNECT,
    Action.KEEP_IN_TOUCH,
    Action.SERVE,
    Action.REORDER_HELP,
    Action.ASK,
    Action.ASK_NUMBER,
    Action.ASK_INTRODUCTION,
    Action.SMART_CALL,
)
"""What waits while the user rests; promises, questions and kindness do not (D8)."""

_ORDER = {kind: place for place, kind in enumerate(DueKind)}

_DEFAULTS = Method()
_ALSO_WHILE_BUSINESS_RESTS = frozenset({DueKind.PROMISE, DueKind.INQUIRY, DueKind.PROBLEM, DueKind.THANKS})
"""What stays the next step though a stop or something in their life rests all business (D7, rows 1 and 6)."""

_MENDS = frozenset({TouchKind.APOLOGY, TouchKind.CONVERSATION})
_IN_CONVERSATION = frozenset({Stage.IN_CONVERSATION, Stage.OFFERED})


def due_dates(facts: Facts, method: Method, today: date, history: History | None = None) -> tuple[Due, ...]:
    """Every date on which something can be due for this person, earliest first; nothing for who is put away.

    ``history`` saves reading the touches again where somebody already has.
    """
    if facts.is_archived or facts.is_deceased or any(stop.is_for_all for stop in facts.stops):
        return ()
    history = history or History.of(facts.touches, today)
    dues = [
        *_promises(facts, today),
        *_asked(history),
        *_problem(facts, today),
        *_plans(facts, today),
        *(Due(DueKind.THEIR_DATE, one.opens, one.commitment.id) for one in their_dates.checks_ahead(facts, today)),
        *_birthday(facts, today),
        *(Due(DueKind.THANKS, thanks.due_on, thanks.id) for thanks in facts.thank_yous if thanks.done_on is None),
        *_after_orders(facts, method, today),
        *_next_step(facts, history, today),
        *_not_now(facts, history, method),
        *_attempt(facts, history, method),
        *_keeping(facts, history, method, today),
        *(Due(DueKind(what.value), on) for what, on in unreached.waiting(facts, history, method, today)),
    ]
    return tuple(sorted(set(dues), key=lambda due: (due.due_on, _ORDER[due.kind], due.ref_id)))


def next_step(facts: Facts, dues: tuple[Due, ...], today: date, method: Method = _DEFAULTS) -> NextStep:
    """What to show as this person's next step, from dates already known: overdue first, then the nearest."""
    if facts.is_archived or facts.is_deceased:
        return NextStep(Action.NONE)
    if any(stop.is_for_all for stop in facts.stops):
        return NextStep(Action.LEAVE_IN_PEACE)
    until = not_now_until(facts, History.of(facts.touches, today), method)
    if until is not None and until > today:
        return NextStep(Action.WAIT, until)
    pause = next((pause for pause in facts.pauses if pause.holds_on(today)), None)
    if pause is not None or any(stop.stops_business for stop in facts.stops):
        dues = tuple(due for due in dues if due.kind in _ALSO_WHILE_BUSINESS_RESTS)
        if not dues:
            return NextStep(Action.WAIT, pause.until if pause else None)
    if not dues:
        is_over = noes.to_everything(facts, today) or facts.stage is Stage.CLOSED_KINDLY
        return NextStep(Action.WAIT if is_over else Action.ALL_IS_WELL)
    first = min(dues, key=lambda due: (max(due.due_on, today), _ORDER[due.kind], due.due_on))
    promise = next((p for p in facts.promises if p.id == first.ref_id), None)
    if first.kind not in {DueKind.PROMISE, DueKind.FOLLOW_UP} or promise is None:
        return NextStep(ACTIONS[first.kind], first.due_on)
    action = Action.APOLOGISE if first.kind is DueKind.PROMISE and first.due_on < today else ACTIONS[first.kind]
    return NextStep(action, first.due_on, promise.at if promise.window is Window.EXACT else None)


def comes_up_on(action: Action, on: date, method: Method, home: str) -> date:
    """The day on which something due ``on`` a day stands on the list: soft things wait for a working day (D8)."""
    return hours.next_working_day(on, home, method) if action in SOFT else on


def not_now_until(facts: Facts, history: History, method: Method) -> date | None:
    """Until when a Not now stands: the day they named, else 90 days from the last contact (D3, G20)."""
    if facts.stage is not Stage.NOT_NOW:
        return None
    if facts.stage_until is not None or history.last_on is None:
        return facts.stage_until
    return history.last_on + timedelta(days=method.not_now_vague)


def waiting_promises(facts: Facts) -> tuple[Promise, ...]:
    """Promises that still want something: the open ones, and a broken one until there was an apology after it (G15)."""
    return tuple(
        promise for promise in facts.promises if promise.status is PromiseStatus.OPEN or is_unmended(promise, facts)
    )


def is_unmended(promise: Promise, facts: Facts) -> bool:
    """Whether a broken promise still lacks an apology, a talk or a new promise (D6.11)."""
    if promise.status is not PromiseStatus.BROKEN or promise.kind is PromiseKind.FOLLOW_UP:
        return False
    since = promise.closed_on or promise.due_on
    if any(touch.kind in _MENDS and touch.on >= since for touch in facts.touches):
        return False
    return not any(
        other.status is PromiseStatus.OPEN and other.made_on is not None and other.made_on >= since
        for other in facts.promises
    )


def wants_next_step(facts: Facts, history: History) -> bool:
    """Whether a conversation was left without anything agreed (D7.15).

    Trying to reach somebody who asked is agreed enough, a talk among friends needs nothing (002-26), and with friends
    and family every talk is just a talk until something was offered (000-17).
    """
    if facts.stage not in _IN_CONVERSATION or any(p.status is PromiseStatus.OPEN for p in facts.promises):
        return False
    if their_dates.open_commitments(facts):
        return False
    if facts.closeness.is_protected and facts.stage is not Stage.OFFERED:
        return False
    if history.last_sign is not None and history.last_sign.topic == JUST_FRIENDS:
        return False
    return history.asked is None or not history.rounds


def _promises(facts: Facts, today: date) -> list[Due]:
    return [
        Due(
            DueKind.FOLLOW_UP if promise.kind is PromiseKind.FOLLOW_UP else DueKind.PROMISE,
            promise.due_on if promise.status is PromiseStatus.OPEN else min(promise.due_on, today),
            promise.id,
        )
        for promise in waiting_promises(facts)
    ]


def _asked(history: History) -> list[Due]:
    if history.asked is None or history.is_answered:
        return []
    return [Due(DueKind.INQUIRY, history.asked.on, history.asked.id)]


def _has_plan(facts: Facts) -> bool:
    """Whether a next step is agreed, so that no rhythm asks for another."""
    return any(promise.status is PromiseStatus.OPEN and not promise.is_bare for promise in facts.promises)


def _problem(facts: Facts, today: date) -> list[Due]:
    problem = open_problem(facts.touches, today)
    return [Due(DueKind.PROBLEM, problem.on, problem.id)] if problem else []


def _plans(facts: Facts, today: date) -> list[Due]:
    """Steps of a new member's first days and of parties they host (D6.6, D6.7)."""
    team = [Due(DueKind.TEAM_STEP, step.due_on, step.membership.id) for step in team_plan.steps_ahead(facts, today)]
    party = [Due(DueKind.PARTY_STEP, step.due_on, step.party.id) for step in party_plan.steps_ahead(facts, today)]
    return team + party


def _after_orders(facts: Facts, method: Method, today: date) -> list[Due]:
    """Check-ins after the newest order, and what runs low (D6.3, D6.4)."""
    dues = [Due(DueKind.CHECK_IN, one.due_on, one.order.id) for one in care.care_ahead(facts, method, today)]
    for cycle in reorder.cycles(facts, today) if facts.orders else ():
        reminder = reorder.reminder_on(cycle, facts, method, today)
        if reminder is not None:
            dues.append(Due(DueKind.REORDER, reminder))
        check_in = reorder.check_in_on(cycle, facts, method, today)
        if check_in is not None:
            dues.append(Due(DueKind.CHECK_IN, check_in))
    return dues


def _birthday(facts: Facts, today: date) -> list[Due]:
    day = birthday.next_kept(facts.birthday, today) if facts.birthday else None
    return [Due(DueKind.BIRTHDAY, day)] if day else []


def _next_step(facts: Facts, history: History, today: date) -> list[Due]:
    if not wants_next_step(facts, history):
        return []
    return [Due(DueKind.NEXT_STEP, history.last_sign_on or min(facts.added_on or today, today))]


def _not_now(facts: Facts, history: History, method: Method) -> list[Due]:
    """The day they named for later (D6.9)."""
    until = not_now_until(facts, history, method)
    if until is None or (history.last_by_me_on or date.min) >= until:
        return []
    return [Due(DueKind.FOLLOW_UP, until)]


def _attempt(facts: Facts, history: History, method: Method) -> list[Due]:
    if _has_plan(facts) or unreached.needs_homework(facts, history):
        return []
    attempt = attempts.next_attempt(facts, history, method)
    return [Due(DueKind.ATTEMPT, attempt.due_on)] if attempt else []


def _keeping(facts: Facts, history: History, method: Method, today: date) -> list[Due]:
    if _has_plan(facts):
        return []
    dues = []
    keep = keep_in_touch.due_on(facts, history, method, today)
    if keep is not None:
        dues.append(Due(DueKind.KEEP_IN_TOUCH, keep))
        reconnect = keep_in_touch.reconnect_on(facts, history, method, today)
        if reconnect is not None:
            dues.append(Due(DueKind.RECONNECT, reconnect))
    return dues
