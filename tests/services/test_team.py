"""The team: joining, the first steps, leaving."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time

import pytest

from planner.domain.errors import PlannerError
from planner.domain.order import OrderLine
from planner.domain.person import Stage
from planner.domain.plan_step import PlanKind, StepDone
from planner.domain.team_plan import TeamStep
from planner.domain.thanks import ThanksFor
from planner.domain.touch import TouchKind
from planner.models.book import Book
from planner.services.changes import Change, Changed, Changes
from planner.services.orders import OrderDraft, Orders
from planner.services.people import People, PersonDraft
from planner.services.promises import Promises
from planner.services.team import MembershipDraft, Team
from planner.services.timeline import Entry, Timeline
from planner.services.undo import Undo
from tests.builders import add_row, at, dump

TUESDAY = date(2026, 12, 1)
JOINS = MembershipDraft(TUESDAY, time(8, 30), raised_hand=True, goals="a kitchen of my own")


class Desk:
    """The services of one book, and a person in it."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.changes = Changes()
        self.told: list[Changed] = []
        self.now = at("2026-12-01T09:00")
        self.people = People(book, self.changes)
        self.team = Team(book, self.changes)
        self.timeline = Timeline(book, self.changes)
        self.undo = Undo(book, self.changes)
        self.ann = self.people.add(PersonDraft(name="Ann Lee", stage=Stage.OFFERED), self.now)
        self.changes.subscribe(self.told.append)


@pytest.fixture
def desk(book: Book) -> Desk:
    return Desk(book)


@pytest.mark.rule("D3")
def test_joining_puts_them_on_the_team_and_owes_a_thank_you(desk: Desk) -> None:
    desk.team.join(desk.ann, JOINS, desk.now)
    view = desk.people.view(desk.ann)
    [member] = desk.team.of_person(desk.ann)
    assert view.stage is Stage.TEAM
    assert [owed.trigger for owed in view.thank_yous] == [ThanksFor.JOINED]
    assert (member.joined_on, member.joined_at, member.zone) == (TUESDAY, time(8, 30), "America/Chicago")
    assert (member.raised_hand, member.goals) == (True, "a kitchen of my own")
    assert [(each.kind, each.points) for each in desk.timeline.entries(desk.ann)] == [(TouchKind.JOINED, 4)]
    assert Change.TEAM | Change.PEOPLE | Change.THANKS in desk.told[-1].what


@pytest.mark.rule("D3")
def test_a_thank_you_that_waits_already_is_not_owed_twice(desk: Desk) -> None:
    add_row(desk.book, "thank_you", desk.now, person_id=desk.ann, trigger_kind="joined", due_on="2026-12-02")
    desk.team.join(desk.ann, JOINS, desk.now)
    assert len(desk.people.view(desk.ann).thank_yous) == 1
    with pytest.raises(PlannerError, match="already_on_team"):
        desk.team.join(desk.ann, JOINS, desk.now)


@pytest.mark.rule("D3")
@pytest.mark.parametrize("before", ["ordered", "hosted", "neither"])
def test_who_leaves_is_what_they_were_before_and_is_thanked(desk: Desk, before: str) -> None:
    if before == "ordered":
        order = OrderDraft(date(2026, 11, 1), lines=(OrderLine("Serum"),))
        Orders(desk.book, desk.changes).place(desk.ann, order, desk.now)
    elif before == "hosted":
        add_row(desk.book, "party", person_id=desk.ann, on_date="2026-11-02")
    member = desk.team.join(desk.ann, replace(JOINS, joined_on=date(2026, 11, 10)), desk.now)
    owed = next(each for each in desk.people.view(desk.ann).thank_yous if each.trigger is ThanksFor.JOINED)
    Promises(desk.book, desk.changes).thanked(owed.id, desk.now)
    desk.team.leaves(member, TUESDAY, desk.now)
    view = desk.people.view(desk.ann)
    back_to = {"ordered": Stage.CUSTOMER, "hosted": Stage.HOST, "neither": Stage.IN_CONVERSATION}
    assert view.stage is back_to[before]
    assert ThanksFor.JOINED in [each.trigger for each in view.thank_yous]
    assert not desk.team.of_person(desk.ann)[0].holds_on(TUESDAY)
    desk.team.join(desk.ann, JOINS, desk.now)
    assert len(desk.team.of_person(desk.ann)) == 2


@pytest.mark.rule("D6.7")
@pytest.mark.parametrize("verb", ["join", "save", "trained", "launch", "leave", "tick", "tick again", "untick"])
def test_every_verb_is_one_step_that_undo_takes_back(desk: Desk, verb: str) -> None:
    bo = desk.people.add(PersonDraft(name="Bo"), desk.now)
    member = desk.team.join(desk.ann, JOINS, desk.now)
    desk.team.tick_step(desk.ann, PlanKind.TEAM, TUESDAY, "welcome", TUESDAY, desk.now)
    before = dump(desk.book)
    later = date(2026, 12, 2)
    verbs: dict[str, Callable[[], object]] = {
        "join": lambda: desk.team.join(bo, JOINS, desk.now),
        "save": lambda: desk.team.save(member, replace(JOINS, goals="school fees"), desk.now),
        "trained": lambda: desk.team.trained(member, TUESDAY, desk.now),
        "launch": lambda: desk.team.launch_set(member, date(2026, 12, 12), desk.now),
        "leave": lambda: desk.team.leaves(member, TUESDAY, desk.now),
        "tick": lambda: desk.team.tick_step(desk.ann, PlanKind.TEAM, TUESDAY, "kit", TUESDAY, desk.now),
        "tick again": lambda: desk.team.tick_step(desk.ann, PlanKind.TEAM, TUESDAY, "welcome", later, desk.now),
        "untick": lambda: desk.team.untick(desk.ann, PlanKind.TEAM, TUESDAY, "welcome", desk.now),
    }
    verbs[verb]()
    after = dump(desk.book)
    assert after != before
    assert Change.TEAM in desk.told[-1].what
    desk.undo.undo(desk.now)
    assert dump(desk.book) == before
    desk.undo.redo(desk.now)
    assert dump(desk.book) == after


@pytest.mark.rule("D6.7")
def test_a_step_ticked_twice_is_done_once_on_the_later_day(desk: Desk) -> None:
    for on in (date(2026, 12, 4), date(2026, 12, 5)):
        desk.team.tick_step(desk.ann, PlanKind.TEAM, TUESDAY, "daily_check", on, desk.now)
    assert desk.team.steps_done(desk.ann) == (StepDone(PlanKind.TEAM, TUESDAY, "daily_check", date(2026, 12, 5)),)


@pytest.mark.rule("D6.7")
def test_a_page_shows_the_steps_that_are_done_and_the_next_two(desk: Desk) -> None:
    joined = TUESDAY
    desk.team.join(desk.ann, JOINS, desk.now)
    desk.team.tick_step(desk.ann, PlanKind.TEAM, joined, TeamStep.WELCOME.value, joined, desk.now)
    steps = desk.team.first_steps(desk.ann, desk.now)
    assert [(each.step, each.due_on.day, each.is_done) for each in steps] == [
        (TeamStep.WELCOME, 1, True),
        (TeamStep.KIT, 2, False),
        (TeamStep.FIRST_TRAINING, 3, False),
    ]
    assert desk.team.first_steps(desk.ann, at("2027-03-01T09:00")) == ()


@pytest.mark.practice("002-21")
@pytest.mark.practice("000-19")
def test_how_often_they_were_asked_before_they_joined_is_counted(desk: Desk) -> None:
    for day in (1, 8, 15, 22):
        desk.timeline.log(desk.ann, Entry(TouchKind.ASK_JOIN, date(2026, 11, day)), desk.now)
    member = desk.team.join(desk.ann, replace(JOINS, joined_on=date(2026, 11, 23), raised_hand=False), desk.now)
    desk.timeline.log(desk.ann, Entry(TouchKind.ASK_JOIN, TUESDAY), desk.now)
    assert desk.team.asks_before_joining(desk.ann, member, desk.now) == 4


def test_a_draft_comes_back_as_it_was_written(desk: Desk) -> None:
    draft = replace(JOINS, zone="America/Denver", trained_on=TUESDAY, launch_on=date(2026, 12, 12), note="kit is here")
    assert desk.team.draft(desk.team.join(desk.ann, draft, desk.now)) == draft


@pytest.mark.parametrize("verb", ["join", "leave", "leave early", "unknown"])
def test_what_can_not_be_is_refused(desk: Desk, verb: str) -> None:
    member = 99 if verb in ("join", "unknown") else desk.team.join(desk.ann, JOINS, desk.now)
    refusals: dict[str, tuple[str, Callable[[], object]]] = {
        "join": ("joined_in_future", lambda: desk.team.join(desk.ann, MembershipDraft(date(2027, 1, 1)), desk.now)),
        "leave": ("left_in_future", lambda: desk.team.leaves(member, date(2027, 1, 1), desk.now)),
        "leave early": ("left_before_joining", lambda: desk.team.leaves(member, date(2026, 1, 1), desk.now)),
        "unknown": ("no_such_membership", lambda: desk.team.draft(member)),
    }
    code, refused = refusals[verb]
    with pytest.raises(PlannerError, match=code):
        refused()
