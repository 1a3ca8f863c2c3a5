"""Parties: booked, moved, held, thanked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from planner.domain.errors import PlannerError
from planner.domain.party import GuestStatus, PartyKind
from planner.domain.person import SourceKind, Stage
from planner.domain.thanks import ThanksFor
from planner.domain.touch import TouchKind
from planner.models.book import Book
from planner.models.people import sources
from planner.services.changes import Change
from planner.services.drafts import PersonDraft
from planner.services.parties import Guest, PartyDraft
from tests.builders import NOW, add_row, at, dump
from tests.services.dealing_desk import DealingDesk

DAY = date(2026, 12, 5)
PARTY = PartyDraft(DAY, time(14), kind=PartyKind.HOME, name="Christmas tea", goal="six guests")


@pytest.fixture
def desk(book: Book) -> DealingDesk:
    return DealingDesk(book)


def owed(desk: DealingDesk, person_id: int) -> list[tuple[ThanksFor, date, str]]:
    return [
        (each.trigger, each.due_on, each.about) for each in desk.facts(person_id).thank_yous if each.done_on is None
    ]


@pytest.mark.rule("D6.6")
@pytest.mark.rule("D3")
def test_a_booked_party_makes_a_host_who_is_thanked_once_it_is_over(desk: DealingDesk) -> None:
    before = dump(desk.book)
    party_id = desk.services.parties.book(replace(PARTY, host_id=desk.lena, guests=(Guest(desk.maria),)), NOW)
    (party,) = desk.facts(desk.lena).parties
    assert (party.on, party.at, party.zone, party.goal) == (DAY, time(14), NOW.zone, "six guests")
    assert (party.booked_on, party.invited, party.answered) == (NOW.today, 1, 0)
    assert desk.stage(desk.lena) is Stage.HOST
    assert owed(desk, desk.lena) == [(ThanksFor.HOSTED, date(2026, 12, 7), "Christmas tea")]
    assert desk.told[-1].people == {desk.lena, desk.maria}
    assert Change.PARTIES in desk.told[-1].what
    assert [each.id for each in desk.services.parties.with_guest(desk.maria)] == [party_id]
    desk.undo_all_since(before)


@pytest.mark.rule("D3")
@pytest.mark.parametrize("stage", [Stage.TEAM, Stage.FAN])
def test_team_and_fans_keep_their_place_when_they_host(desk: DealingDesk, stage: Stage) -> None:
    desk.services.people.set_stage(desk.lena, stage, None, NOW)
    desk.services.parties.book(replace(PARTY, host_id=desk.lena), NOW)
    assert desk.stage(desk.lena) is stage


@pytest.mark.practice("003-04")
def test_six_people_met_at_an_event_are_each_thanked_within_two_days(desk: DealingDesk) -> None:
    services = desk.services
    fair = PersonDraft(source_kind=SourceKind.EVENT, source_name="Spring Craft Fair")
    met = [services.people.add(replace(fair, name=f"Guest {number}"), NOW) for number in range(6)]
    assert [(name, people) for _id, _kind, name, people in sources(desk.book)] == [("Spring Craft Fair", 6)]
    guests = tuple(Guest(person, status=GuestStatus.CAME) for person in met)
    party = PartyDraft(NOW.today, time(8), kind=PartyKind.FAIR, name="Spring Craft Fair", guests=guests)
    view = services.parties.view(services.parties.book(party, NOW))
    assert len(view.draft.guests) == 6
    for person in met:
        assert owed(desk, person) == [(ThanksFor.CAME, date(2026, 11, 25), "Spring Craft Fair")]


def test_a_party_of_ones_own_needs_no_host(desk: DealingDesk) -> None:
    party_id = desk.services.parties.book(replace(PARTY, kind=PartyKind.FAIR), NOW)
    with pytest.raises(PlannerError, match="rewards_need_host"):
        desk.services.parties.rewards_given(party_id, NOW.today, NOW)
    assert desk.services.parties.view(party_id).host_name == ""


@pytest.mark.rule("D6.6")
def test_moving_a_party_takes_its_ticks_and_its_thanks_along(desk: DealingDesk) -> None:
    party_id = desk.services.parties.book(replace(PARTY, host_id=desk.lena), NOW)
    anchor = DAY.isoformat()
    add_row(
        desk.book, "plan_step", person_id=desk.lena, plan="party", anchor_on=anchor, step="invite", done_on="2026-11-25"
    )
    before = dump(desk.book)

    desk.services.parties.move(party_id, date(2026, 12, 12), time(15), NOW)
    assert [step.anchor_on for step in desk.facts(desk.lena).steps_done] == [date(2026, 12, 12)]
    assert owed(desk, desk.lena) == [(ThanksFor.HOSTED, date(2026, 12, 14), "Christmas tea")]
    desk.undo_all_since(before)


def test_a_party_called_off_owes_nobody_anything(desk: DealingDesk) -> None:
    party_id = desk.services.parties.book(replace(PARTY, host_id=desk.lena), NOW)
    before = dump(desk.book)
    desk.services.parties.cancel(party_id, NOW)
    assert desk.services.parties.view(party_id).cancelled_on == NOW.today
    assert not owed(desk, desk.lena)
    desk.undo_all_since(before)


@pytest.mark.rule("D6.6")
def test_whoever_came_is_owed_thanks(desk: DealingDesk) -> None:
    party_id = desk.services.parties.book(PARTY, NOW)
    before = dump(desk.book)
    desk.services.parties.invite(party_id, [desk.maria, desk.maria], NOW)
    desk.services.parties.answer(party_id, desk.maria, GuestStatus.COMING, NOW)
    assert desk.services.parties.view(party_id).answered == 1
    with pytest.raises(PlannerError, match="party_not_yet"):
        desk.services.parties.answer(party_id, desk.maria, GuestStatus.CAME, NOW)

    later = at("2026-12-06T10:00")
    desk.services.parties.answer(party_id, desk.maria, GuestStatus.CAME, later)
    assert owed(desk, desk.maria) == [(ThanksFor.CAME, date(2026, 12, 7), "Christmas tea")]
    desk.services.parties.answer(party_id, desk.maria, GuestStatus.STAYED_AWAY, later)
    assert not owed(desk, desk.maria)
    desk.undo_all_since(before, steps=4)


@pytest.mark.rule("D2")
def test_rewards_given_are_worth_points(desk: DealingDesk) -> None:
    party_id = desk.services.parties.book(replace(PARTY, host_id=desk.lena), NOW)
    before = dump(desk.book)
    desk.services.parties.rewards_given(party_id, NOW.today, NOW)
    (touch,) = (each for each in desk.facts(desk.lena).touches if each.kind is TouchKind.REWARD_DELIVERED)
    assert (touch.points, touch.topic) == (6, "Christmas tea")
    assert desk.services.parties.view(party_id).rewards_on == NOW.today
    desk.undo_all_since(before)


def test_a_form_saves_party_and_guests_in_one_step(desk: DealingDesk) -> None:
    party_id = desk.services.parties.book(replace(PARTY, host_id=desk.lena, guests=(Guest(desk.lena),)), NOW)
    before = dump(desk.book)
    guests = (Guest(desk.lena, status=GuestStatus.MAYBE),)
    wanted = replace(PARTY, on=date(2026, 12, 6), host_id=desk.maria, name="Tea", guests=guests)
    desk.services.parties.save(party_id, wanted, NOW)

    shown = desk.services.parties.view(party_id)
    assert (shown.host_name, shown.draft.name, shown.draft.guests[0].status) == (
        "Maria Lopez",
        "Tea",
        GuestStatus.MAYBE,
    )
    assert not owed(desk, desk.lena)
    assert owed(desk, desk.maria) == [(ThanksFor.HOSTED, date(2026, 12, 8), "Tea")]
    assert [each.id for each in desk.services.parties.of_host(desk.maria)] == [party_id]
    desk.undo_all_since(before)


def test_what_is_not_there_is_said(desk: DealingDesk) -> None:
    with pytest.raises(PlannerError, match="no_such_party"):
        desk.services.parties.cancel(77, NOW)
    party_id = desk.services.parties.book(PARTY, NOW)
    with pytest.raises(PlannerError, match="no_such_guest"):
        desk.services.parties.answer(party_id, desk.lena, GuestStatus.MAYBE, NOW)
