"""Rows of plans with fixed steps: a new member's first days, a party for its host (D7, rows 7 and 8)."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from planner.domain import hours, party_plan, team_plan
from planner.domain.case import Case
from planner.domain.move import Action, Band, Move
from planner.domain.reason import Reason
from planner.domain.team_plan import TeamDue, TeamStep
from planner.domain.touch import Purpose
from planner.domain.zones import is_zone


def welcome_step(case: Case) -> Move | None:
    """7. A new member's step is due; the first training has an hour, after which it is overdue (D6.7)."""
    due = next(iter(team_plan.steps_ahead(case.facts, case.today)), None)
    if due is None or due.due_on > case.today:
        return None
    deadline = _deadline(case, due)
    is_late = deadline < case.now.utc
    facts = {"on": due.due_on, "by": deadline.astimezone(ZoneInfo(case.now.zone)).time(), "goals": due.membership.goals}
    why = [Reason("D6.7", f"team_{due.step.value}", facts)]
    if (
        team_plan.asks_before_joining(case.facts, due.membership) > team_plan.MANY_ASKS
        and due.step is TeamStep.TWO_WEEKS
    ):
        why.append(Reason("002-21", "listen_now"))
    return Move(
        case.facts.id,
        Action.WELCOME_STEP,
        Band.OVERDUE if is_late and due.step is TeamStep.FIRST_TRAINING else Band.TIME_CRITICAL,
        purpose=Purpose.SERVICE,
        due_on=due.due_on,
        deadline=deadline,
        is_late=is_late,
        why=tuple(why),
        ref_id=due.membership.id,
    )


def host_step(case: Case) -> Move | None:
    """8. A step of a party they host is due (D6.6)."""
    due = next(iter(party_plan.steps_ahead(case.facts, case.today)), None)
    if due is None or due.due_on > case.today or party_plan.heard_enough(case.facts, case.today):
        return None
    party = due.party
    facts = {"on": party.on, "at": party.at, "name": party.name, "invited": party.invited, "answered": party.answered}
    return Move(
        case.facts.id,
        Action.HOST_STEP,
        Band.TIME_CRITICAL,
        purpose=Purpose.SERVICE,
        due_on=due.due_on,
        why=(Reason("D6.6", f"party_{due.step.value}", facts),),
        ref_id=party.id,
    )


def _deadline(case: Case, due: TeamDue) -> datetime:
    """The instant by which a step is due: the hour of joining for the first training, else the end of its day."""
    zone = due.membership.zone if is_zone(due.membership.zone) else case.now.zone
    if due.until is None:
        return hours.instant(due.due_on + timedelta(days=1), time.min, zone)
    return hours.instant(due.due_on, due.until, zone)
