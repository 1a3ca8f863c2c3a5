"""The first steps of a new member of the team (rules D6.7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum

from planner.domain.history import is_by_me
from planner.domain.person import Facts
from planner.domain.plan_step import PlanKind
from planner.domain.team import Membership
from planner.domain.touch import TouchKind


class TeamStep(StrEnum):
    """What a new member's first weeks hold; none of it is a call to strangers (000-13)."""

    WELCOME = "welcome"
    KIT = "kit"
    FIRST_TRAINING = "first_training"
    DAILY_CHECK = "daily_check"
    TWO_WEEKS = "two_weeks"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class TeamDue:
    """One step and its day; ``until`` is the wall time on that day by which it is due, in the membership's zone."""

    step: TeamStep
    due_on: date
    membership: Membership
    until: time | None = None


_STEPS = ((TeamStep.WELCOME, 0), (TeamStep.KIT, 1), (TeamStep.FIRST_TRAINING, 2))
_DAILY = range(3, 8)
_LATER = ((TeamStep.TWO_WEEKS, 14), (TeamStep.MONTH, 30))
NEW_FOR = timedelta(days=30)
_STAYS_DUE = timedelta(days=14)
MANY_ASKS = 3
"""Who joined after more asks than this is listened to instead of asked (002-21)."""


def membership_now(facts: Facts, today: date) -> Membership | None:
    """The spell in the team that holds today."""
    return next((one for one in facts.memberships if one.holds_on(today)), None)


def asks_before_joining(facts: Facts, membership: Membership) -> int:
    """How often they were asked before they joined (000-19)."""
    return sum(touch.kind is TouchKind.ASK_JOIN and touch.on <= membership.joined_on for touch in facts.touches)


def plan_of(membership: Membership) -> tuple[TeamDue, ...]:
    """Every step by its day."""
    daily = [(TeamStep.DAILY_CHECK, days) for days in _DAILY] if membership.wants_daily_check else []
    return tuple(
        TeamDue(
            step,
            membership.joined_on + timedelta(days=days),
            membership,
            membership.joined_at if step is TeamStep.FIRST_TRAINING else None,
        )
        for step, days in (*_STEPS, *daily, *_LATER)
    )


def steps_ahead(facts: Facts, today: date) -> tuple[TeamDue, ...]:
    """What is to be done: the first training until it is done, else the newest step that has come; then the rest."""
    membership = membership_now(facts, today)
    if membership is None:
        return ()
    plan = plan_of(membership)
    begun = [step for step in plan if step.due_on <= today]
    ahead = [step for step in plan if step.due_on > today and not _is_done(step, facts, today)]
    training = [step for step in begun if step.step is TeamStep.FIRST_TRAINING]
    standing = [
        step
        for step in (*training, *begun[-1:])
        if today <= step.due_on + _STAYS_DUE and not _is_done(step, facts, today)
    ]
    return tuple(standing[:1] + ahead)


def _is_done(due: TeamDue, facts: Facts, today: date) -> bool:
    if due.step is TeamStep.FIRST_TRAINING and due.membership.trained_on and due.membership.launch_on:
        return True
    name = due.step.value
    ticked = {
        (done.step, done.done_on)
        for done in facts.steps_done
        if done.plan is PlanKind.TEAM and done.anchor_on == due.membership.joined_on
    }
    if due.step is TeamStep.DAILY_CHECK:
        if (name, due.due_on) in ticked:
            return True
    elif any(step == name for step, _ in ticked):
        return True
    heard = any(is_by_me(touch) and due.due_on <= touch.on <= today for touch in facts.touches)
    return heard and due.step is not TeamStep.FIRST_TRAINING
