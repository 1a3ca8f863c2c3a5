"""The steps around a party, for its host (rules D6.6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from planner.domain.history import is_by_me
from planner.domain.party import Party
from planner.domain.person import Facts
from planner.domain.plan_step import PlanKind


class PartyStep(StrEnum):
    """What the host hears from the user about, in the order of the plan."""

    THANK_FOR_BOOKING = "thank_for_booking"
    GUEST_LIST = "guest_list"
    INVITATIONS = "invitations"
    ANSWERS = "answers"
    DETAILS = "details"
    THE_DAY = "the_day"
    THANK_AFTER = "thank_after"
    REWARDS = "rewards"
    HAPPY = "happy"


@dataclass(frozen=True, slots=True)
class PartyDue:
    """One step, its party and its day."""

    step: PartyStep
    due_on: date
    party: Party


_AFTER_BOOKING = ((PartyStep.THANK_FOR_BOOKING, 1), (PartyStep.GUEST_LIST, 7))
_AROUND_THE_DAY = (
    (PartyStep.INVITATIONS, -10),
    (PartyStep.ANSWERS, -4),
    (PartyStep.DETAILS, -1),
    (PartyStep.THE_DAY, 0),
    (PartyStep.THANK_AFTER, 1),
    (PartyStep.REWARDS, 7),
    (PartyStep.HAPPY, 14),
)
_OVER = timedelta(days=28)
MOST_CONTACTS, WITHIN = 6, timedelta(days=14)
"""A host hears from the user at most so often in so many days."""


def plan_of(party: Party) -> tuple[PartyDue, ...]:
    """The steps of a party by their day; what would have come before the booking is left out."""
    steps = [PartyDue(step, party.on + timedelta(days=days), party) for step, days in _AROUND_THE_DAY]
    if party.booked_on is not None:
        booked = party.booked_on
        steps = [step for step in steps if step.due_on > booked]
        early = (PartyDue(step, booked + timedelta(days=days), party) for step, days in _AFTER_BOOKING)
        steps += [step for step in early if step.due_on < party.on]
    order = list(PartyStep)
    return tuple(sorted(steps, key=lambda step: (step.due_on, order.index(step.step))))


def steps_ahead(facts: Facts, today: date) -> tuple[PartyDue, ...]:
    """What is still to be done for the parties they host: the newest step whose day has come, and all that follow.

    Steps that a later one has overtaken are not made up for.
    """
    found = [step for party in facts.parties for step in _of_party(party, facts, today)]
    return tuple(sorted(found, key=lambda step: (step.due_on, step.party.id)))


def heard_enough(facts: Facts, today: date) -> bool:
    """Whether the host has heard from the user so often of late that a step waits (D6.6)."""
    days = {touch.on for touch in facts.touches if is_by_me(touch) and today - WITHIN < touch.on <= today}
    return len(days) >= MOST_CONTACTS


def _of_party(party: Party, facts: Facts, today: date) -> list[PartyDue]:
    if party.cancelled_on is not None or today > party.on + _OVER:
        return []
    plan = plan_of(party)
    begun = [step for step in plan if step.due_on <= today]
    standing = begun[-1:] if begun and not _is_done(begun[-1], facts, today) else []
    return standing + [step for step in plan if step.due_on > today and not _is_ticked(step, facts)]


def _is_done(due: PartyDue, facts: Facts, today: date) -> bool:
    """Ticked, or the host has heard from the user since."""
    if due.step is PartyStep.REWARDS and due.party.rewards_on is not None:
        return True
    heard = any(is_by_me(touch) and due.due_on <= touch.on <= today for touch in facts.touches)
    return _is_ticked(due, facts) or (heard and due.step is not PartyStep.REWARDS)


def _is_ticked(due: PartyDue, facts: Facts) -> bool:
    return any(
        done.plan is PlanKind.PARTY and (done.anchor_on, done.step) == (due.party.on, due.step.value)
        for done in facts.steps_done
    )
