"""The team: who joined and when, their first steps, and leaving in peace (rules D1, D3, D6.7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from planner.domain import team_plan
from planner.domain.errors import PlannerError
from planner.domain.fans import role_before_team
from planner.domain.moment import Moment
from planner.domain.person import Facts, Stage
from planner.domain.plan_step import PlanKind, StepDone
from planner.domain.team import Membership
from planner.domain.team_plan import TeamStep
from planner.domain.text import one_line, passage
from planner.domain.thanks import ThanksFor
from planner.domain.touch import TouchKind
from planner.models import agreements, people, single
from planner.models import facts as rows
from planner.models.book import Book
from planner.services import dealing_rows, facts, following, thanks_rows
from planner.services.changes import Change, Changes
from planner.services.following import Entry
from planner.services.person_steps import PersonSteps


@dataclass(frozen=True, slots=True)
class MembershipDraft:
    """What a membership form edits. ``joined_on`` and ``joined_at`` are wall time in ``zone``, by default the user's.

    ``goals`` are in their own words; ``wants_daily_check`` False leaves out the short check of the first week.
    """

    joined_on: date
    joined_at: time | None = None
    zone: str = ""
    raised_hand: bool = False
    trained_on: date | None = None
    launch_on: date | None = None
    goals: str = ""
    note: str = ""
    wants_daily_check: bool = True


@dataclass(frozen=True, slots=True)
class FirstStep:
    """A step of a new member's first weeks, as a page shows it."""

    step: TeamStep
    due_on: date
    is_done: bool


NEXT_STEPS = 2
"""Steps shown beyond those that are done."""


class Team:
    """Who works with the user, and the ticked steps of every plan."""

    def __init__(self, book: Book, changes: Changes) -> None:
        self._book = book
        everything = Change.TEAM | Change.PEOPLE | Change.TOUCHES | Change.THANKS | Change.PROMISES
        self._with_timeline = PersonSteps(book, changes, everything)
        self._alone = PersonSteps(book, changes, Change.TEAM)

    def join(self, person_id: int, draft: MembershipDraft, now: Moment) -> int:
        """Welcome somebody: their yes goes to the timeline, a thank-you is owed. Answers the membership's id.

        Raises PlannerError: already_on_team, joined_in_future, no_such_person.
        """
        values = _columns(draft, now)
        if any(each.left_on is None for each in self.of_person(person_id)):
            raise PlannerError("already_on_team")
        with self._with_timeline.step("team_joined", person_id, now) as detail:
            detail["membership_id"] = membership_id = single.insert(
                self._book, "membership", {"person_id": person_id, **values}
            )
            self._tell_joining(person_id, draft, now)
            return membership_id

    def save(self, membership_id: int, draft: MembershipDraft, now: Moment) -> None:
        """Correct a membership. Raises PlannerError: joined_in_future, no_such_membership."""
        values = _columns(draft, now)
        with self._alone.step("membership_saved", self._whose(membership_id), now):
            single.update(self._book, "membership", membership_id, values)

    def trained(self, membership_id: int, on: date, now: Moment) -> None:
        """Their first training is done. Raises PlannerError: no_such_membership."""
        with self._alone.step("member_trained", self._whose(membership_id), now):
            single.update(self._book, "membership", membership_id, {"trained_on": on.isoformat()})

    def launch_set(self, membership_id: int, on: date, now: Moment) -> None:
        """The day of their first launch is agreed. Raises PlannerError: no_such_membership."""
        with self._alone.step("launch_set", self._whose(membership_id), now, on=on.isoformat()):
            single.update(self._book, "membership", membership_id, {"launch_on": on.isoformat()})

    def leaves(self, membership_id: int, on: date, now: Moment) -> None:
        """They leave: they are thanked, and are to the user what they were before (D3).

        Raises PlannerError: left_in_future, left_before_joining, no_such_membership.
        """
        person_id = self._whose(membership_id)
        about = facts.load(self._book, [person_id], now)[person_id]
        member = next(each for each in about.memberships if each.id == membership_id)
        if on > now.today:
            raise PlannerError("left_in_future", on=on)
        if on < member.joined_on:
            raise PlannerError("left_before_joining", on=member.joined_on)
        with self._with_timeline.step("team_left", person_id, now):
            single.update(self._book, "membership", membership_id, {"left_on": on.isoformat()})
            if about.stage is Stage.TEAM:
                role = role_before_team(about, now.today)
                people.set_stage(self._book, person_id, role.value, now.today.isoformat())
            self._owe_thanks(about, on)

    def tick_step(self, person_id: int, plan: PlanKind, anchor_on: date, step: str, on: date, now: Moment) -> None:
        """A step of a plan is done: care after an order, a party, a member's first weeks (D6).

        Ticked again it is done on the later day. Raises PlannerError: no_such_person.
        """
        values = {"plan": plan.value, "anchor_on": anchor_on.isoformat(), "step": step, "done_on": on.isoformat()}
        with self._alone.step("step_ticked", person_id, now):
            self._forget_step(person_id, plan, anchor_on, step)
            single.insert(self._book, "plan_step", {"person_id": person_id, **values})

    def untick(self, person_id: int, plan: PlanKind, anchor_on: date, step: str, now: Moment) -> None:
        """It was a slip: the step is to do again. Raises PlannerError: no_such_person."""
        with self._alone.step("step_unticked", person_id, now):
            self._forget_step(person_id, plan, anchor_on, step)

    def steps_done(self, person_id: int) -> tuple[StepDone, ...]:
        """Every ticked step of a person's plans."""
        return tuple(map(dealing_rows.step_done, rows.steps_done(self._book, [person_id])))

    def first_steps(self, person_id: int, now: Moment) -> tuple[FirstStep, ...]:
        """The ticked steps of a new member's first weeks and the next to do, by day; none once they are over (D6.7)."""
        about = facts.load(self._book, [person_id], now)[person_id]
        member = team_plan.membership_now(about, now.today)
        ahead = team_plan.steps_ahead(about, now.today)
        if member is None or not ahead:
            return ()
        ticked = [due for due in team_plan.plan_of(member) if _is_ticked(due, about)]
        steps = [FirstStep(due.step, due.due_on, is_done=True) for due in ticked]
        steps += [FirstStep(due.step, due.due_on, is_done=False) for due in ahead[:NEXT_STEPS]]
        return tuple(sorted(steps, key=lambda step: step.due_on))

    def asks_before_joining(self, person_id: int, membership_id: int, now: Moment) -> int:
        """How often somebody was asked to join before they did (000-19, 002-21)."""
        about = facts.load(self._book, [person_id], now)[person_id]
        member = next(each for each in about.memberships if each.id == membership_id)
        return team_plan.asks_before_joining(about, member)

    def of_person(self, person_id: int) -> tuple[Membership, ...]:
        """A person's spells in the team, the newest first."""
        found = [dealing_rows.membership(row) for row in rows.memberships(self._book, [person_id])]
        return tuple(reversed(found))

    def draft(self, membership_id: int) -> MembershipDraft:
        """What a form needs to edit a membership. Raises PlannerError: no_such_membership."""
        member = next(each for each in self.of_person(self._whose(membership_id)) if each.id == membership_id)
        return MembershipDraft(
            member.joined_on,
            member.joined_at,
            member.zone,
            member.raised_hand,
            member.trained_on,
            member.launch_on,
            member.goals,
            member.note,
            member.wants_daily_check,
        )

    def _tell_joining(self, person_id: int, draft: MembershipDraft, now: Moment) -> None:
        """Their yes, with the thank-you and the stage that follow from it, unless the timeline tells of it already."""
        about = facts.load(self._book, [person_id], now)[person_id]
        if not any(touch.kind is TouchKind.JOINED and touch.on == draft.joined_on for touch in about.touches):
            joined = Entry(TouchKind.JOINED, draft.joined_on, draft.joined_at, words=draft.goals)
            following.add(self._book, person_id, joined, now)

    def _owe_thanks(self, about: Facts, on: date) -> None:
        """A thank-you for having joined, unless one waits already."""
        if any(each.trigger is ThanksFor.JOINED and each.done_on is None for each in about.thank_yous):
            return
        thanks_rows.owe(self._book, about.id, ThanksFor.JOINED, on)

    def _forget_step(self, person_id: int, plan: PlanKind, anchor_on: date, step: str) -> None:
        self._book.run(
            "DELETE FROM plan_step WHERE person_id = ? AND plan = ? AND anchor_on = ? AND step = ?",
            (person_id, plan.value, anchor_on.isoformat(), step),
        )

    def _whose(self, membership_id: int) -> int:
        person_id = agreements.person_of(self._book, "membership", membership_id)
        if person_id is None:
            raise PlannerError("no_such_membership", membership_id=membership_id)
        return person_id


def _is_ticked(due: team_plan.TeamDue, about: Facts) -> bool:
    """Whether a step was ticked; of the daily checks, the one of that day."""
    return any(
        (done.plan, done.anchor_on, done.step) == (PlanKind.TEAM, due.membership.joined_on, due.step.value)
        and (due.step is not TeamStep.DAILY_CHECK or done.done_on == due.due_on)
        for done in about.steps_done
    )


def _columns(draft: MembershipDraft, now: Moment) -> dict[str, Any]:
    if draft.joined_on > now.today:
        raise PlannerError("joined_in_future", on=draft.joined_on)
    return {
        "joined_on": draft.joined_on.isoformat(),
        "joined_at": draft.joined_at.strftime("%H:%M") if draft.joined_at else None,
        "zone": draft.zone or now.zone,
        "raised_hand": draft.raised_hand,
        "trained_on": draft.trained_on.isoformat() if draft.trained_on else None,
        "launch_on": draft.launch_on.isoformat() if draft.launch_on else None,
        "goals": passage(draft.goals),
        "note": one_line(draft.note),
        "wants_daily_check": draft.wants_daily_check,
    }
