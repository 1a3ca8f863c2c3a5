"""The row about what they said they would do (D7, row 9), and the wait between two looks at it."""

from __future__ import annotations

from datetime import timedelta

from planner.domain import their_dates
from planner.domain.case import Case
from planner.domain.move import Action, Band, Move
from planner.domain.reason import Reason
from planner.domain.their_dates import When
from planner.domain.touch import Purpose


def their_date(case: Case) -> Move | None:
    """9. Their own date is near, here or just past: look after it once each, then a callback or a not now (S26)."""
    check = next(iter(their_dates.checks_ahead(case.facts, case.today)), None)
    if check is None or check.opens > case.today:
        return None
    commitment = check.commitment
    code = {When.BEFORE: "their_date_ahead", When.TODAY: "their_date_today", When.AFTER: "their_date_past"}[check.when]
    facts = {"what_they_do": commitment.what, "on": commitment.by, "words": commitment.words}
    return Move(
        case.facts.id,
        Action.CHECK_DATE,
        Band.COMMITMENT,
        purpose=Purpose.SERVICE,
        due_on=check.opens,
        why=(Reason("D7.9", code, facts),),
        ref_id=commitment.id,
    )


def their_date_waits(case: Case) -> Move | None:
    """9, between the looks: they have named a day, so wait for it; long past it, wait as after a vague not now."""
    commitments = their_dates.open_commitments(case.facts)
    if not commitments:
        return None
    check = next(iter(their_dates.checks_ahead(case.facts, case.today)), None)
    if check is not None:
        facts = {"what_they_do": check.commitment.what, "on": check.commitment.by}
        why = Reason("D7.9", "their_date_waits", facts)
        return Move(case.facts.id, Action.WAIT, wait_until=check.opens, why=(why,), ref_id=check.commitment.id)
    last = max(commitments, key=lambda one: (one.by, one.id))
    until = max(last.by, case.history.last_by_me_on or last.by) + timedelta(days=case.method.not_now_vague)
    if until <= case.today:
        return None
    why = Reason("D7.9", "their_date_is_over", {"on": last.by, "until": until})
    return Move(case.facts.id, Action.WAIT, wait_until=until, why=(why,), ref_id=last.id)
