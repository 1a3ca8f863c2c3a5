"""Rows about what they began: an inquiry that waits, and a problem that is open (D7, rows 3, 4 and 5)."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from planner.domain import hours
from planner.domain.case import Case
from planner.domain.move import Action, Band, Move
from planner.domain.problems import open_problem
from planner.domain.reason import Reason
from planner.domain.touch import Purpose, Touch
from planner.domain.zones import is_zone


def inquiry_fresh(case: Case) -> Move | None:
    """3. Their message or inquiry of the last 24 hours is unanswered: answer, by text and call."""
    asked = case.history.asked
    if asked is None or case.history.is_answered:
        return None
    asked_at = _when(case, asked)
    if case.now.utc - asked_at > timedelta(hours=case.method.fresh_hours):
        return None
    can_answer_since = max(asked_at, case.opening(Purpose.REPLY, asked_at).opens_at or asked_at)
    hot_until = can_answer_since + timedelta(hours=case.method.hot_hours)
    is_hot = asked.at is not None and case.now.utc <= hot_until
    why = [Reason("D7.3", "asked_you", {"at": asked_at, "words": asked.words, "topic": asked.topic})]
    if case.broken:
        why.append(Reason("G15", "say_sorry_first"))
    return Move(
        case.facts.id,
        Action.ANSWER,
        Band.INQUIRY,
        purpose=Purpose.REPLY,
        due_on=asked.on,
        deadline=hot_until if is_hot else asked_at + timedelta(hours=case.method.fresh_hours),
        why=tuple(why),
        ref_id=asked.id,
        is_hot=is_hot,
    )


def problem_open(case: Case) -> Move | None:
    """5. Something is wrong and not yet right: mend it before anything else (G14)."""
    problem = open_problem(case.facts.touches, case.today)
    if problem is None:
        return None
    why = Reason("G14", "problem_open", {"on": problem.on, "words": problem.words or problem.topic})
    return Move(
        case.facts.id,
        Action.FIX,
        Band.OVERDUE,
        purpose=Purpose.SERVICE,
        due_on=problem.on,
        why=(why,),
        ref_id=problem.id,
    )


def inquiry_kept_waiting(case: Case) -> Move | None:
    """4, for inquiries: unanswered for longer than a day (001-23), as long as the question has not cooled off."""
    asked = _unanswered(case)
    return None if asked is None or _has_cooled_off(case, asked) else _sorry(case, asked, Band.OVERDUE)


def inquiry_of_long_ago(case: Case) -> Move | None:
    """16, for inquiries: after two weeks without an answer one more follow-up, still with an apology (001-24)."""
    asked = _unanswered(case)
    return None if asked is None else _sorry(case, asked, Band.FOLLOW_UP)


def _unanswered(case: Case) -> Touch | None:
    return None if case.history.is_answered else case.history.asked


def _has_cooled_off(case: Case, asked: Touch) -> bool:
    return case.now.utc - _when(case, asked) > timedelta(days=case.method.cooling_days)


def _sorry(case: Case, asked: Touch, band: Band) -> Move:
    facts = {
        "at": _when(case, asked),
        "on": asked.on,
        "words": asked.words,
        "topic": asked.topic,
        "is_warm": case.now.utc - _when(case, asked) <= timedelta(hours=case.method.warm_hours),
        "is_cold": _has_cooled_off(case, asked),
    }
    why = Reason("D7.4", "kept_waiting", facts)
    return Move(
        case.facts.id,
        Action.APOLOGISE,
        band,
        purpose=Purpose.REPLY,
        due_on=asked.on,
        is_late=True,
        why=(why,),
        ref_id=asked.id,
    )


def _when(case: Case, touch: Touch) -> datetime:
    """The instant of a touch; one without a time of day is taken for noon."""
    zone = touch.zone if touch.zone and is_zone(touch.zone) else case.now.zone
    return hours.instant(touch.on, touch.at or time(12), zone)
