"""Rows that follow up: no next step yet, a date reached, another try (D7, rows 15 to 17)."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from planner.domain import attempts, hands, hours, keeping, unreached
from planner.domain.attempts import Attempt
from planner.domain.cadence import wants_next_step
from planner.domain.case import Case
from planner.domain.move import Action, Band, Move
from planner.domain.person import Stage
from planner.domain.promise import PromiseKind
from planner.domain.reason import Reason
from planner.domain.touch import Channel, Purpose


def next_step_missing(case: Case) -> Move | None:
    """15. In conversation, and nothing agreed: set a next step (002-26)."""
    if not wants_next_step(case.facts, case.history):
        return None
    since = case.history.last_sign_on or min(case.facts.added_on or case.today, case.today)
    raised = [hand for hand in hands.raised_hands(case.facts, case.today) if hand.topic or hand.words]
    if case.history.last_sign_on is not None:
        why = Reason("D7.15", "no_next_step", {"since": since})
    elif raised:
        why = Reason("D7.15", "they_would_like", {"topic": raised[-1].topic or raised[-1].words})
    else:
        why = Reason("D7.15", "nothing_agreed")
    return Move(case.facts.id, Action.SET_NEXT_STEP, Band.FOLLOW_UP, purpose=Purpose.SERVICE, due_on=since, why=(why,))


def follow_up_reached(case: Case) -> Move | None:
    """16. The day of a follow-up, or the day they named for later, is here."""
    reached = [
        promise
        for promise in case.open_promises
        if promise.kind is PromiseKind.FOLLOW_UP
        and keeping.opens(promise, case.method) <= case.there(promise)
        and not (promise.is_bare and attempts.next_attempt(case.facts, case.history, case.method))
    ]
    if reached:
        promise = min(reached, key=lambda one: (one.due_on, one.id))
        why = Reason("D7.16", "follow_up", {"on": promise.due_on, "reason": promise.reason, "words": promise.words})
        return _follow_up(case, promise.due_on, why, promise.channel, promise.id)
    until = case.not_now_until if case.facts.stage is Stage.NOT_NOW else None
    if until is None or until > case.today or case.has_plan or (case.history.last_by_me_on or date.min) >= until:
        return None
    return _follow_up(case, until, Reason("D6.9", "not_now_is_over", {"on": until}), None, None)


def attempt_due(case: Case) -> Move | None:
    """17. The next try to reach them is due, or enough was tried and they rest (D6.1, G9)."""
    if case.has_plan:
        return None
    facts, history = case.facts, case.history
    if attempts.is_closed(facts, history, case.method):
        return closed_after_tries(case)
    rest = attempts.rests_until(facts, history, case.method, case.today)
    if facts.stage is Stage.RESTING and facts.stage_until is not None and facts.stage_until > case.today:
        rest = facts.stage_until
    if rest is not None:
        why = Reason("G9", "enough_for_now", {"tries": len(history.calls), "last_on": history.last_by_me_on})
        return Move(facts.id, Action.REST, wait_until=rest, why=(why,))
    attempt = attempts.next_attempt(facts, history, case.method)
    if attempt is None or not attempt.due_on <= case.today < attempt.until:
        return None
    if unreached.needs_homework(facts, history):
        return None  # whoever knows nothing of the user yet is called as row 21 has it
    return Move(
        facts.id,
        Action.TRY_AGAIN,
        Band.FOLLOW_UP,
        channel=_planned_channel(case, attempt.step),
        purpose=Purpose.REPLY if history.asked else Purpose.SERVICE,
        opens_at=_other_daypart(case),
        due_on=attempt.due_on,
        why=(tried_before(case, attempt),),
    )


def closed_after_tries(case: Case) -> Move:
    """D6.2: a bought name that was tried as often as is right, and now is left alone."""
    why = Reason("D6.2", "closed_after_tries", {"tries": len(case.history.calls)})
    return Move(case.facts.id, Action.WAIT, why=(why,))


def tried_before(case: Case, attempt: Attempt) -> Reason:
    """Which try it will be, and when the last one was."""
    last = case.history.rounds[-1][-1]
    facts = {"step": attempt.step, "of": attempt.of, "last_on": last.on, "last_at": last.at}
    return Reason("D6.1", "try_again", facts)


def _follow_up(case: Case, on: date, why: Reason, channel: Channel | None, ref_id: int | None) -> Move:
    return Move(
        case.facts.id,
        Action.FOLLOW_UP,
        Band.FOLLOW_UP,
        channel=channel,
        purpose=Purpose.SERVICE,
        due_on=on,
        why=(why,),
        ref_id=ref_id,
    )


def _planned_channel(case: Case, step: int) -> Channel | None:
    """The plan after an inquiry says which steps are calls and which one is a useful text (D6.1)."""
    if case.history.asked is None or not case.facts.usable_phones:
        return None
    return Channel.TEXT if step == attempts.PLAN_TEXT_STEP else Channel.CALL


def _other_daypart(case: Case) -> datetime | None:
    """After a call today: not before four hours, and in another part of the day (G9)."""
    today = [touch for touch in case.calls_today() if touch.at is not None]
    if not today or today[-1].at is None:
        return None
    last = today[-1].at
    again = (datetime.combine(case.today, last) + timedelta(hours=case.method.calls_apart_hours)).time()
    part = next((starts for starts, _ends in case.method.dayparts.values() if starts > last), None)
    if part is None or again < last:
        return hours.instant(case.today + timedelta(days=1), case.method.care_opens, case.now.zone)
    return hours.instant(case.today, max(again, part), case.now.zone)
