"""Homework, look-ups, introductions, private notes, and what somebody meant by a stop."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from planner.domain.commitment import CommitmentTo
from planner.domain.errors import PlannerError
from planner.domain.interest import Scope
from planner.domain.party import GuestStatus
from planner.domain.permission import Meant
from planner.domain.person import Homework, Registry
from planner.domain.touch import Channel
from planner.models.book import Book
from planner.services.commitments import CommitmentDraft
from planner.services.drafts import PersonDraft, PhoneDraft
from planner.services.exchange.book_json import import_book, write_book
from planner.services.parties import Guest, PartyDraft
from tests.builders import NOW, at, dump, make_book
from tests.services.dealing_desk import ANSWERED, DealingDesk, buy

HOMEWORK = Homework("runs a bakery", "hands dry from flour", "Your rolls made my week.", "no need to call", "a yes")


@pytest.fixture
def desk(book: Book) -> DealingDesk:
    return DealingDesk(book)


@pytest.mark.practice("003-15")
@pytest.mark.rule("G13")
def test_homework_is_kept(desk: DealingDesk) -> None:
    before = dump(desk.book)
    desk.services.people.save_homework(desk.lena, HOMEWORK, NOW)
    assert desk.facts(desk.lena).homework == HOMEWORK
    assert desk.services.people.view(desk.lena).homework == HOMEWORK
    desk.undo_all_since(before)


@pytest.mark.rule("G4")
def test_a_look_up_stays_with_the_number_while_it_is_the_same(desk: DealingDesk) -> None:
    before = dump(desk.book)
    desk.services.people.note_registry(desk.lena, "+13125550142", Registry.CLEAR, NOW.today, NOW)
    (phone,) = desk.facts(desk.lena).phones
    assert (phone.registry, phone.registry_on) == (Registry.CLEAR, NOW.today)
    desk.undo_all_since(before)

    desk.services.people.note_registry(desk.lena, "+13125550142", Registry.LISTED, NOW.today, NOW)
    draft = desk.services.people.draft(desk.lena)
    desk.services.people.save(desk.lena, replace(draft, phones=(*draft.phones, PhoneDraft("312 555 0199"))), NOW)
    assert [each.registry for each in desk.facts(desk.lena).phones] == [Registry.LISTED, None]
    retyped = replace(draft.phones[0], typed="312 555 0177", e164="")
    desk.services.people.save(desk.lena, replace(draft, phones=(retyped,)), NOW)
    assert [each.registry for each in desk.facts(desk.lena).phones] == [None]


def test_impossible_look_ups_are_said(desk: DealingDesk) -> None:
    with pytest.raises(PlannerError, match="no_such_phone"):
        desk.services.people.note_registry(desk.lena, "+19999999999", Registry.CLEAR, NOW.today, NOW)
    with pytest.raises(PlannerError, match="look_up_in_future"):
        desk.services.people.note_registry(desk.lena, "+13125550142", Registry.CLEAR, date(2027, 1, 1), NOW)


@pytest.mark.practice("000-25")
@pytest.mark.scenario("S22")
def test_an_introduction_happens_on_a_day(desk: DealingDesk) -> None:
    with pytest.raises(PlannerError, match="introduced_by_nobody"):
        desk.services.introductions.made(desk.maria, NOW.today, NOW)
    draft = desk.services.people.draft(desk.maria)
    desk.services.people.save(desk.maria, replace(draft, introduced_by_id=desk.lena), NOW)
    before = dump(desk.book)
    desk.services.introductions.made(desk.maria, NOW.today, NOW)
    about = desk.facts(desk.maria)
    assert (about.introduced_by_name, about.introduced_on) == ("Lena Fox", NOW.today)
    desk.undo_all_since(before)
    with pytest.raises(PlannerError, match="introduction_in_future"):
        desk.services.introductions.made(desk.maria, date(2027, 1, 1), NOW)


@pytest.mark.practice("004-28")
@pytest.mark.practice("002-18")
@pytest.mark.practice("002-24")
@pytest.mark.rule("G18")
@pytest.mark.rule("G22")
def test_wishes_and_private_notes_are_kept(desk: DealingDesk) -> None:
    draft = replace(
        desk.services.people.draft(desk.maria),
        wish="a gift for mom",
        consultant="Ruth",
        is_minor=True,
        is_wanted_on_team=True,
        is_no_fit=True,
    )
    before = dump(desk.book)
    desk.services.people.save(desk.maria, draft, NOW)
    about = desk.facts(desk.maria)
    assert (about.wish, about.consultant) == ("a gift for mom", "Ruth")
    assert about.is_minor
    assert about.is_wanted_on_team
    assert about.is_no_fit
    assert desk.services.people.draft(desk.maria) == draft
    desk.undo_all_since(before)


@pytest.mark.scenario("S15")
@pytest.mark.rule("G1")
def test_what_was_meant_by_a_stop_is_settled(desk: DealingDesk) -> None:
    evening = at("2026-11-23T18:02")
    stop_id = desk.services.permissions.stop(desk.lena, Channel.TEXT, "please quit texting me", evening)
    (stop,) = desk.facts(desk.lena).stops
    assert (stop.meant, stop.at) == (None, evening.clock)
    assert stop.stops_business
    before = dump(desk.book)
    desk.services.permissions.settle_stop(stop_id, Meant.CHANNEL, NOW)
    assert not desk.facts(desk.lena).stops[0].stops_business
    desk.undo_all_since(before)
    desk.services.permissions.settle_stop(stop_id, Meant.EVERYTHING, NOW)
    assert desk.facts(desk.lena).stops[0].is_for_all
    with pytest.raises(PlannerError, match="no_such_stop"):
        desk.services.permissions.settle_stop(99, Meant.CHANNEL, NOW)


def test_a_stop_on_everything_needs_no_question(desk: DealingDesk) -> None:
    desk.services.permissions.stop(desk.lena, None, "leave me alone", NOW)
    assert desk.facts(desk.lena).stops[0].meant is Meant.EVERYTHING


@pytest.mark.rule("D1")
def test_all_of_it_goes_out_and_comes_in_again(desk: DealingDesk, tmp_path: Path) -> None:
    source_id, (lead, *_) = buy(desk, 2)
    services = desk.services
    services.sources.save_checklist(source_id, ANSWERED, NOW)
    services.people.save_homework(lead, HOMEWORK, NOW)
    services.people.note_registry(desk.lena, "+13125550142", Registry.CLEAR, NOW.today, NOW)
    services.people.save(
        desk.maria, PersonDraft(name="Maria", introduced_by_id=desk.lena, wish="time", is_minor=True), NOW
    )
    services.introductions.made(desk.maria, NOW.today, NOW)
    services.commitments.note(desk.lena, CommitmentDraft(CommitmentTo.DECIDE, date(2026, 12, 1), "soon"), NOW)
    services.interests.say_no(desk.lena, Scope.EVERYTHING, "no", None, NOW)
    services.interests.raise_hand(desk.lena, Scope.BUY, "balm", "after all", None, NOW)
    services.pauses.begin(desk.maria, "exams", None, NOW)
    party = PartyDraft(NOW.today, host_id=desk.lena, guests=(Guest(desk.maria),), name="Tea")
    party_id = services.parties.book(party, NOW)
    services.parties.answer(party_id, desk.maria, GuestStatus.CAME, NOW)
    services.parties.rewards_given(party_id, NOW.today, NOW)
    services.permissions.settle_stop(services.permissions.stop(desk.maria, Channel.TEXT, "", NOW), Meant.BUSINESS, NOW)

    write_book(desk.book, tmp_path / "out.json")
    other = make_book(tmp_path, "Other.warmbook")
    try:
        import_book(other, tmp_path / "out.json", NOW)
        again = tmp_path / "again.json"
        write_book(other, again)
        assert again.read_text("utf-8") == (tmp_path / "out.json").read_text("utf-8")
    finally:
        other.close()
