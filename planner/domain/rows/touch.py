"""Rows that keep in touch for its own sake, ask for a number, or send home to do homework (D7, rows 18, 20, 21)."""

from __future__ import annotations

from datetime import date, timedelta

from planner.domain import attempts, introductions, keep_in_touch, unreached
from planner.domain.account import Level, level
from planner.domain.cadence import DueKind
from planner.domain.case import Case
from planner.domain.guards import whom
from planner.domain.guards.pace import lawful_pace
from planner.domain.guards.verdict import Intent
from planner.domain.history import FACE_TO_FACE
from planner.domain.homework import Line, is_ready
from planner.domain.move import Action, Band, Move
from planner.domain.person import SourceKind
from planner.domain.reason import Reason
from planner.domain.rows.following import tried_before
from planner.domain.touch import Channel, Purpose

_QUARTER = timedelta(days=90)


def keep_in_touch_due(case: Case) -> Move | None:
    """18. Time to be in touch for its own sake, or silence for a year: reconnect (D6.5, D6.10)."""
    keep = keep_in_touch.due_on(case.facts, case.history, case.method, case.today)
    if keep is None or case.has_plan:
        return None
    silent_since = keep_in_touch.reconnect_on(case.facts, case.history, case.method, case.today)
    last = keep_in_touch.last_contact_on(case.facts, case.history, case.today)
    if silent_since is not None and silent_since <= case.today:
        why = (Reason("D6.10", "silent_long", {"since": last}),)
        return Move(case.facts.id, Action.RECONNECT, Band.KEEP_IN_TOUCH, due_on=silent_since, why=why)
    if keep > case.today:
        return None
    reasons = [Reason("D6.5", "keep_in_touch", {"since": last})]
    stands = level(case.balance, case.method.floors)
    if stands in {Level.OVERDRAWN, Level.THIN}:
        reasons.append(Reason("D7.18", "give_something", {"points": round(case.balance)}))
    elif case.facts.is_wanted_on_team:
        reasons.append(Reason("002-24", "care_before_any_ask"))
    elif stands in {Level.GOOD, Level.STRONG} and case.last_order_on is not None and not _met_lately(case):
        reasons.append(Reason("003-05", "coffee_maybe"))
    return Move(case.facts.id, Action.KEEP_IN_TOUCH, Band.KEEP_IN_TOUCH, due_on=keep, why=tuple(reasons))


def _met_lately(case: Case) -> bool:
    """Whether the two met within the last quarter (003-05)."""
    since = case.today - _QUARTER
    return any(touch.channel in FACE_TO_FACE and since <= touch.on <= case.today for touch in case.facts.touches)


def introduction_first(case: Case) -> Move | None:
    """20, for somebody a friend named: ask the friend to introduce you (S22, 000-25)."""
    facts = case.facts
    if not introductions.wants_introduction(facts, case.history, case.today):
        return None
    asked = introductions.asked_on(facts, case.today)
    if asked is not None and asked + introductions.TIME_TO_INTRODUCE > case.today:
        until = asked + introductions.TIME_TO_INTRODUCE
        why = Reason("000-25", "introduction_asked", {"name": facts.introduced_by_name, "until": until})
        return Move(facts.id, Action.WAIT, wait_until=until, why=(why,))
    if facts.introduced_by_id is None:
        why = Reason("000-25", "who_named_them")
        return Move(facts.id, Action.HOMEWORK, Band.HOMEWORK, due_on=_since(case), why=(why,))
    why = Reason("G11", "ask_for_introduction", {"name": facts.introduced_by_name})
    return Move(
        facts.id,
        Action.ASK_INTRODUCTION,
        Band.KEEP_IN_TOUCH,
        due_on=_since(case),
        why=(why,),
        ref_id=facts.introduced_by_id,
    )


def number_missing(case: Case) -> Move | None:
    """20. No usable phone: write or visit, and ask whether and where a call is welcome; without any way, find one."""
    facts = case.facts
    if facts.usable_phones:
        return None
    if unreached.is_lost(facts):
        return _find_another_way(case)
    due = [due for due in case.dues if due.kind is DueKind.ASK_NUMBER and due.due_on <= case.today]
    if not due:
        return None
    why = Reason("D7.20", "no_number", {"source": facts.source_kind, "name": facts.source_name})
    return Move(facts.id, Action.ASK_NUMBER, Band.KEEP_IN_TOUCH, due_on=due[0].due_on, why=(why,))


def _find_another_way(case: Case) -> Move | None:
    """D3: nobody answers at any number of theirs; write and ask for another, or find out how they can be reached."""
    on = unreached.lost_since(case.facts, case.history, case.today)
    if on > case.today:
        return None
    why = Reason("D3", "find_another_way")
    writes = unreached.can_be_written_to(case.facts)
    action, band = (Action.ASK_NUMBER, Band.KEEP_IN_TOUCH) if writes else (Action.HOMEWORK, Band.HOMEWORK)
    return Move(case.facts.id, action, band, due_on=on, why=(why,))


def first_call(case: Case) -> Move | None:
    """21. Bought or a stranger: a call once the homework is done, else the homework (G13, 000-02, 003-16).

    The tries after the first one are no less an offer, and keep to the days of their plan (D6.2).
    """
    facts = case.facts
    if not unreached.needs_homework(facts, case.history):
        return None
    lines = case.homework_missing
    if not is_ready(lines) or not facts.usable_phones or case.has_said_no:
        return _homework(case, lines)
    on = unreached.next_call_on(facts, case.history, case.method, case.today)
    if on is None or on > case.today or case.has_plan:
        return None
    return _nobody_to_offer_to(case) or _call_to_stranger(case, on, lines)


def _call_to_stranger(case: Case, on: date, lines: tuple[Line, ...]) -> Move:
    homework = case.facts.homework
    why = [Reason("003-14", "you_start_this", {"fact": homework.fact, "reason": homework.reason})]
    again = attempts.next_attempt(case.facts, case.history, case.method)
    if again is not None:
        why.insert(0, tried_before(case, again))
    if lines:
        why.append(Reason("G13", "homework_missing", {"lines": lines}))
    action = Action.SMART_CALL if again is None else Action.TRY_AGAIN
    return Move(case.facts.id, action, Band.BOUGHT, Channel.CALL, Purpose.ASK, due_on=on, why=tuple(why))


def _nobody_to_offer_to(case: Case) -> Move | None:
    """A first call offers something: not to a child, not to another consultant's customer, not before a day (D5)."""
    offer = Intent(Purpose.ASK, Channel.CALL)
    for guard in (whom.minor, whom.possible_double, whom.somebody_elses, whom.not_the_time, lawful_pace):
        for verdict in guard(case, offer):
            return Move(case.facts.id, Action.WAIT, wait_until=verdict.until, why=(verdict.reason,))
    return None


def _homework(case: Case, lines: tuple[Line, ...]) -> Move:
    facts = case.facts
    reasons = [Reason("G13", "homework_missing", {"lines": lines})]
    if facts.source_kind is SourceKind.BOUGHT and facts.source_is_locked:
        reasons.append(Reason("000-04", "list_is_locked", {"name": facts.source_name}))
    return Move(facts.id, Action.HOMEWORK, Band.HOMEWORK, due_on=facts.added_on, why=tuple(reasons))


def _since(case: Case) -> date:
    return min(case.facts.added_on or case.today, case.today)
