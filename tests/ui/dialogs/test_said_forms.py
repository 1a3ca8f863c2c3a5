"""What people said, entered as somebody at the keyboard does it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.batch import Batch, Origin, Quality, Question
from planner.domain.commitment import CommitmentTo
from planner.domain.errors import PlannerError
from planner.domain.interest import Scope
from planner.domain.party import GuestStatus, PartyKind
from planner.domain.permission import Meant, Permission
from planner.domain.person import Registry, SourceKind, Stage
from planner.domain.touch import Channel
from planner.services.commitments import CommitmentDraft
from planner.services.drafts import PersonDraft, PhoneDraft
from planner.services.open_book import OpenBook
from planner.services.parties import PartyDraft
from planner.services.saved_views import Filters, OwnView
from planner.services.sources import BoughtList
from planner.ui.dialogs.checklist_form import ChecklistForm, facts_of
from planner.ui.dialogs.choose_person import ChoosePerson
from planner.ui.dialogs.commitment_form import CommitmentForm
from planner.ui.dialogs.form_window import FormWindow
from planner.ui.dialogs.homework_form import HomeworkForm
from planner.ui.dialogs.order_form import OrderForm
from planner.ui.dialogs.party_form import PartyForm
from planner.ui.dialogs.pause_form import PauseForm
from planner.ui.dialogs.person_form import PersonForm
from planner.ui.dialogs.registry_form import RegistryForm
from planner.ui.dialogs.source_list import SourceList
from planner.ui.dialogs.stage_form import StageForm
from planner.ui.dialogs.stop_form import StopForm
from planner.ui.dialogs.wish_form import NoForm, WishForm
from planner.ui.kit import wording
from planner.ui.kit.choice_chips import Chips
from tests.ui.person_builders import NOW

F = TypeVar("F", bound=FormWindow)
T = TypeVar("T")


@pytest.fixture
def lena(services: OpenBook) -> int:
    phones = (PhoneDraft("(312) 555-0142"), PhoneDraft("(312) 555-0199"))
    return services.people.add(PersonDraft(name="Lena Fox", phones=phones), NOW)


def shown(qtbot: QtBot, form: F) -> F:
    qtbot.addWidget(form)
    form.show()
    return form


def press(qtbot: QtBot, chips: Chips[T], value: T) -> None:
    qtbot.mouseClick(chips.chip(value), Qt.MouseButton.LeftButton)


def save(qtbot: QtBot, form: FormWindow) -> None:
    with qtbot.waitSignal(form.accepted):
        qtbot.keyClick(form.save_button, Qt.Key.Key_Space)


@pytest.mark.practice("002-11")
@pytest.mark.rule("G7")
def test_a_raised_hand_is_noted(services: OpenBook, lena: int, qtbot: QtBot) -> None:
    form = shown(qtbot, WishForm(services, lena))
    press(qtbot, form.scope, Scope.HOST)
    qtbot.keyClicks(form.topic, "an evening with friends")
    qtbot.keyClicks(form.words, "could I have one?")
    qtbot.keyClicks(form.why, "just moved here")
    form.raised.click()
    form.when.set_text("yesterday")
    save(qtbot, form)
    (wish,) = services.interests.of(lena)
    assert (wish.scope, wish.topic, wish.words) == (Scope.HOST, "an evening with friends", "could I have one?")
    assert (wish.raised_hand, wish.why, wish.on) == (True, "just moved here", date(2026, 11, 22))


def test_a_day_that_is_not_understood_is_told_at_its_field(services: OpenBook, lena: int, qtbot: QtBot) -> None:
    form = shown(qtbot, WishForm(services, lena))
    form.when.set_text("whenever")
    form.save()
    assert form.isVisible()
    assert "Not understood" in form.when.said()
    form.when.set_text("next week")
    form.save()
    assert form.isVisible()
    assert not services.interests.of(lena)


@pytest.mark.rule("G5")
def test_a_no_names_what_it_is_to(services: OpenBook, lena: int, qtbot: QtBot) -> None:
    form = shown(qtbot, NoForm(services, lena))
    form.save()
    assert form.isVisible()
    press(qtbot, form.scope, Scope.JOIN)
    qtbot.keyClicks(form.words, "it is not for me")
    save(qtbot, form)
    (no,) = services.interests.noes(lena)
    assert (no.scope, no.words) == (Scope.JOIN, "it is not for me")


@pytest.mark.rule("D7.9")
def test_what_they_will_do_gets_a_day_and_another_one(services: OpenBook, lena: int, qtbot: QtBot) -> None:
    form = shown(qtbot, CommitmentForm(services, lena))
    press(qtbot, form.what, CommitmentTo.JOIN)
    form.save()
    assert form.by.said()
    form.by.set_text("yesterday")
    form.save()
    assert "over" in form.by.said()
    form.by.set_text("12/15")
    qtbot.keyClicks(form.words, "by my birthday")
    save(qtbot, form)
    (first,) = services.commitments.of(lena)
    assert (first.what, first.by, first.words) == (CommitmentTo.JOIN, date(2026, 12, 15), "by my birthday")

    again = shown(qtbot, CommitmentForm(services, lena, None, first.id))
    again.by.set_text("jan 5")
    save(qtbot, again)
    assert services.commitments.of(lena)[-1].by == date(2027, 1, 5)


@pytest.mark.rule("G20")
def test_business_rests_for_sixty_days_unless_told(services: OpenBook, lena: int, qtbot: QtBot) -> None:
    form = shown(qtbot, PauseForm(services, lena))
    qtbot.keyClicks(form.what, "a new baby")
    save(qtbot, form)
    (pause,) = services.pauses.of(lena)
    assert (pause.what, pause.until) == ("a new baby", date(2027, 1, 22))
    again = shown(qtbot, PauseForm(services, lena))
    again.save()
    assert "A word is enough" in again._form.field(again.what).shown_below()
    qtbot.keyClicks(again.what, "a move")
    assert not again._form.field(again.what).has_mistake()
    again.until.set_text("today")
    again.save()
    assert "over" in again.until.said()


@pytest.mark.practice("003-15")
@pytest.mark.rule("G13")
def test_homework_says_which_line_is_missing(services: OpenBook, qtbot: QtBot) -> None:
    draft = PersonDraft(name="Robin Doe", phones=(PhoneDraft("(312) 555-0177"),), source_kind=SourceKind.BOUGHT)
    robin = services.people.add(draft, NOW)
    form = shown(qtbot, HomeworkForm(services, robin))
    assert form.fact.hasFocus() or form.focusWidget() is form.fact
    for field in (form.reason, form.opening_line, form.voicemail_plan, form.good_ending):
        qtbot.keyClicks(field, "something")
    said = form.missing.said()
    assert wording.homework_short(next(iter(services.people.homework_missing(robin, NOW)))) in said
    assert "a true thing" in said
    assert "permission or look-up" in said
    assert "the voicemail" not in said
    qtbot.keyClicks(form.fact, "runs a bakery")
    save(qtbot, form)
    assert services.people.view(robin).homework.fact == "runs a bakery"
    assert [each.value for each in services.people.homework_missing(robin, NOW)] == ["basis"]


@pytest.mark.practice("003-15")
def test_homework_with_a_permission_is_ready_line_by_line(services: OpenBook, lena: int, qtbot: QtBot) -> None:
    services.permissions.grant(lena, Permission(0, Channel.CALL, words="sure, call me"), NOW)
    form = shown(qtbot, HomeworkForm(services, lena))
    assert "Before you call, still missing" in form.missing.said()
    qtbot.keyClicks(form.fact, "runs a bakery")
    qtbot.keyClicks(form.reason, "dry hands")
    assert "Good enough" in form.missing.said()
    for field in (form.opening_line, form.voicemail_plan, form.good_ending):
        qtbot.keyClicks(field, "something")
    assert not form.missing.isVisible()


@pytest.mark.rule("G4")
def test_a_look_up_is_noted_for_the_number_that_was_looked_up(services: OpenBook, lena: int, qtbot: QtBot) -> None:
    form = shown(qtbot, RegistryForm(services, lena))
    form.save()
    assert form.isVisible()
    press(qtbot, form.number, "+13125550199")
    press(qtbot, form.said, Registry.CLEAR)
    save(qtbot, form)
    said = [(each.registry, each.registry_on) for each in services.people.draft(lena).phones]
    assert said == [(None, None), (Registry.CLEAR, NOW.today)]


def test_nobody_without_a_number_is_looked_up(services: OpenBook, qtbot: QtBot) -> None:
    form = shown(qtbot, RegistryForm(services, services.people.add(PersonDraft(name="Mia"), NOW)))
    assert not form.save_button.isEnabled()


@pytest.mark.scenario("S15")
@pytest.mark.rule("G1")
def test_what_a_stop_meant_is_settled(services: OpenBook, lena: int, qtbot: QtBot) -> None:
    services.permissions.stop(lena, Channel.TEXT, "please quit texting me", NOW)
    (stop,) = services.people.view(lena).stops
    form = shown(qtbot, StopForm(services, lena, stop))
    form.save()
    assert form.isVisible()
    press(qtbot, form.meant, Meant.CHANNEL)
    save(qtbot, form)
    assert services.people.view(lena).stops[0].meant is Meant.CHANNEL


@pytest.mark.rule("D6.6")
def test_a_party_is_booked_with_a_guest_found_by_name(services: OpenBook, lena: int, qtbot: QtBot) -> None:
    maria = services.people.add(PersonDraft(name="Maria Lopez"), NOW)
    form = shown(qtbot, PartyForm(services, lena))
    form.save()
    assert form.isVisible()
    form.when.set_text("sat 2pm")
    press(qtbot, form.kind, PartyKind.COFFEE)
    qtbot.keyClicks(form.name, "Tea")
    qtbot.keyClick(form.guests.add, Qt.Key.Key_Space)
    chooser = form.findChild(ChoosePerson)
    assert chooser is not None
    qtbot.keyClicks(chooser.line, "mar")
    qtbot.keyClick(chooser.line, Qt.Key.Key_Return)
    qtbot.keyClick(form.guests.answer_field(maria), Qt.Key.Key_Down)
    save(qtbot, form)

    (party,) = services.parties.of_host(lena)
    assert (party.draft.on, party.draft.at, party.draft.kind) == (date(2026, 11, 28), time(14), PartyKind.COFFEE)
    assert [(each.person_id, each.status) for each in party.draft.guests] == [(maria, GuestStatus.COMING)]

    again = shown(qtbot, PartyForm(services, None, None, party.id))
    assert "Lena" in again.heading.text()
    again.name.setText("Coffee")
    save(qtbot, again)
    after = services.parties.view(party.id)
    assert after.draft == replace(party.draft, name="Coffee")


def test_a_guest_who_is_not_in_the_book_yet_is_added_on_the_way(services: OpenBook, lena: int, qtbot: QtBot) -> None:
    form = shown(qtbot, PartyForm(services, lena))
    qtbot.keyClick(form.guests.add, Qt.Key.Key_Space)
    chooser = form.findChild(ChoosePerson)
    assert chooser is not None
    qtbot.keyClicks(chooser.line, "3035550148")
    qtbot.keyClick(chooser.line, Qt.Key.Key_Return)
    adding = form.findChild(PersonForm)
    assert adding is not None
    qtbot.mouseClick(adding.save_button, Qt.MouseButton.LeftButton)
    (guest,) = form.guests.guests()
    assert guest.name == "(303) 555-0148"
    assert services.people.draft(guest.person_id or 0).phones[0].e164 == "+13035550148"


def test_a_party_is_called_off_from_its_form(services: OpenBook, qtbot: QtBot) -> None:
    party_id = services.parties.book(PartyDraft(date(2026, 12, 5), kind=PartyKind.FAIR), NOW)
    form = shown(qtbot, PartyForm(services, None, None, party_id))
    button = next(each for each in form.findChildren(QPushButton) if each.text() == "Call it off")
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert services.parties.view(party_id).cancelled_on == NOW.today


def bought(services: OpenBook) -> int:
    draft = PersonDraft(name="Robin Doe", source_kind=SourceKind.BOUGHT, source_name="Leads Inc")
    services.people.add(draft, NOW)
    return services.people.ensure_source(SourceKind.BOUGHT, "Leads Inc")


@pytest.mark.practice("000-04")
@pytest.mark.practice("001-10")
@pytest.mark.rule("G4")
def test_the_checklist_unlocks_a_list_once_all_is_settled(services: OpenBook, qtbot: QtBot) -> None:
    source_id = bought(services)
    form = shown(qtbot, ChecklistForm(services, source_id))
    assert form.open_questions.isVisible()
    qtbot.keyClicks(form.vendor, "Leads Inc")
    qtbot.keyClicks(form.cost, "a lot")
    form.save()
    assert form.isVisible()
    form.cost.setText("$250")
    form.bought.set_text("yesterday")
    press(qtbot, form.origin, Origin.GENEALOGY)
    for question in (Question.INTEREST, Question.CONSENT):
        form.nobody_can_say(question).click()
    assert "do-not-call" in form.open_questions.said()
    form.checked.set_text("today")
    assert not form.open_questions.isVisible()
    save(qtbot, form)
    batch = services.sources.bought_list(source_id).batch
    assert not batch.is_locked
    assert (batch.cost_cents, batch.origin, batch.registry_checked_on) == (25_000, Origin.GENEALOGY, NOW.today)
    assert batch.unknown == {Question.INTEREST, Question.CONSENT}

    again = shown(qtbot, ChecklistForm(services, source_id))
    save(qtbot, again)
    assert services.sources.bought_list(source_id).batch == batch


@pytest.mark.practice("001-09")
@pytest.mark.scenario("S6")
def test_what_is_known_of_a_list_is_said_in_a_few_words() -> None:
    known = BoughtList(1, Batch(cost_cents=25_000), 500, Quality(100, 31), 167)
    assert facts_of(known, "US") == [
        "500 people.",
        "$0.50 for each.",
        "At this pace: 167 working days. Pick those you can say something true about.",
        "31% bad numbers: ask the vendor.",
    ]


def test_a_list_without_sources_offers_to_add_somebody(services: OpenBook, qtbot: QtBot) -> None:
    form = shown(qtbot, SourceList(services))
    button = next(each for each in form.findChildren(QPushButton) if each.text() == "Add person")
    with qtbot.waitSignal(form.add_requested):
        qtbot.keyClick(button, Qt.Key.Key_Space)
    assert not form.isVisible()


def test_the_list_of_sources_shows_whom_it_counts(services: OpenBook, qtbot: QtBot) -> None:
    bought(services)
    form = shown(qtbot, SourceList(services))
    (source,) = services.people.sources()
    people = next(each for each in form.findChildren(QPushButton) if each.text() == f"{source.people} person")
    name = wording.source(source.kind, source.name)
    assert people.accessibleName() == f"{name}: {source.people} person"
    with qtbot.waitSignal(form.view_requested) as asked:
        qtbot.keyClick(people, Qt.Key.Key_Space)
    assert not form.isVisible()
    assert asked.args == [OwnView(0, name, Filters(sources=((source.kind, source.name),)))]
    assert services.listing.count(asked.args[0], "", NOW) == source.people


def test_the_list_of_sources_opens_the_checklist(services: OpenBook, qtbot: QtBot) -> None:
    bought(services)
    form = shown(qtbot, SourceList(services))
    button = next(each for each in form.findChildren(QPushButton) if each.text() == "Checklist…")
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert form.findChild(ChecklistForm) is not None


@pytest.mark.practice("004-28")
@pytest.mark.practice("002-18")
@pytest.mark.practice("002-24")
@pytest.mark.practice("000-25")
def test_the_person_form_keeps_wish_introducer_and_private_marks(services: OpenBook, lena: int, qtbot: QtBot) -> None:
    maria = services.people.add(PersonDraft(name="Maria Lopez"), NOW)
    form = shown(qtbot, PersonForm(services, maria))
    qtbot.keyClicks(form.more.wish, "a gift for mom")
    standing = form.more.standing
    qtbot.keyClicks(standing.consultant, "Ruth")
    for box in (standing.is_minor, standing.is_wanted, standing.is_no_fit):
        box.click()
    qtbot.keyClick(standing.introducer.choose, Qt.Key.Key_Space)
    chooser = form.findChild(ChoosePerson)
    assert chooser is not None
    qtbot.keyClicks(chooser.line, "lena")
    qtbot.keyClick(chooser.line, Qt.Key.Key_Return)
    save(qtbot, form)
    draft = services.people.draft(maria)
    assert (draft.wish, draft.consultant, draft.introduced_by_id) == ("a gift for mom", "Ruth", lena)
    assert draft.is_minor
    assert draft.is_wanted_on_team
    assert draft.is_no_fit

    again = shown(qtbot, PersonForm(services, maria))
    save(qtbot, again)
    assert services.people.draft(maria) == draft
    again = shown(qtbot, PersonForm(services, maria))
    qtbot.keyClick(again.more.standing.introducer.clear, Qt.Key.Key_Space)
    save(qtbot, again)
    assert services.people.draft(maria).introduced_by_id is None


def test_a_commitment_that_is_gone_is_said(services: OpenBook, lena: int) -> None:
    services.commitments.note(lena, CommitmentDraft(CommitmentTo.BUY, NOW.today), NOW)
    with pytest.raises(PlannerError, match="no_such_commitment"):
        CommitmentForm(services, lena, None, 99)


@pytest.mark.rule("D3")
@pytest.mark.parametrize("closed", [Stage.NO, Stage.CLOSED_KINDLY])
def test_leaving_a_no_by_hand_asks_what_they_said(services: OpenBook, lena: int, qtbot: QtBot, closed: Stage) -> None:
    services.people.set_stage(lena, closed, None, NOW)
    form = shown(qtbot, StageForm(services, lena))
    assert not form.words.isVisible()
    press(qtbot, form.stage, Stage.IN_CONVERSATION)
    qtbot.keyClick(form.save_button, Qt.Key.Key_Space)
    assert form.isVisible()
    assert form.words.accessibleDescription().startswith("Lena said no.")
    qtbot.keyClicks(form.words, "do call me again")
    save(qtbot, form)

    assert services.people.view(lena).stage is Stage.IN_CONVERSATION
    assert [entry.words for entry in services.timeline.entries(lena)] == ["do call me again"]
    services.undo.undo(NOW)
    assert services.people.view(lena).stage is closed
    assert services.timeline.entries(lena) == []


def test_a_stage_left_as_it_was_is_no_step(services: OpenBook, lena: int, qtbot: QtBot) -> None:
    before = services.undo.last()
    save(qtbot, shown(qtbot, StageForm(services, lena)))
    assert services.undo.last() == before


@pytest.mark.rule("D3")
def test_not_now_by_hand_may_name_its_end(services: OpenBook, lena: int, qtbot: QtBot) -> None:
    form = shown(qtbot, StageForm(services, lena))
    assert form.stage.value() is Stage.NEW
    assert not form.until.isVisible()
    press(qtbot, form.stage, Stage.NOT_NOW)
    assert not form.words.isVisible()
    qtbot.keyClicks(form.until.line, "whenever")
    qtbot.keyClick(form.save_button, Qt.Key.Key_Space)
    assert form.isVisible()
    for text in ("2026-11-23", "2027-02-01"):
        assert form.isVisible()
        form.until.line.clear()
        qtbot.keyClicks(form.until.line, text)
        qtbot.keyClick(form.save_button, Qt.Key.Key_Space)
        assert form.until.said().startswith("That day is over") is (text < "2027")
    view = services.people.view(lena)
    assert (view.stage, view.stage_until) == (Stage.NOT_NOW, date(2027, 2, 1))


@pytest.mark.rule("D3")
@pytest.mark.practice("000-04")
def test_who_is_on_a_list_with_open_questions_was_not_reached_out_to(services: OpenBook, qtbot: QtBot) -> None:
    draft = PersonDraft(name="Robin Doe", source_kind=SourceKind.BOUGHT, source_name="Leads Inc")
    form = shown(qtbot, StageForm(services, services.people.add(draft, NOW)))
    shown_chips = [chip.text() for chip in form.stage.findChildren(QPushButton) if chip.isVisible()]
    assert shown_chips[:2] == ["New", "In conversation"]


def test_a_wish_says_what_they_would_like(services: OpenBook, lena: int, qtbot: QtBot) -> None:
    form = shown(qtbot, WishForm(services, lena))
    form.save()
    assert form.isVisible()
    assert form._form.field(form.scope).has_mistake()
    press(qtbot, form.scope, Scope.BUY)
    assert not form._form.field(form.scope).has_mistake()
    assert not services.interests.of(lena)


def test_a_party_gets_another_host(services: OpenBook, lena: int, qtbot: QtBot) -> None:
    tom = services.people.add(PersonDraft(name="Tom Ray"), NOW)
    party_id = services.parties.book(PartyDraft(date(2026, 12, 5), host_id=lena), NOW)
    form = shown(qtbot, PartyForm(services, None, None, party_id))
    form.host.show_person(tom)
    save(qtbot, form)
    assert services.parties.view(party_id).draft.host_id == tom
    assert [each.id for each in services.parties.of_host(lena)] == []
    assert services.people.view(tom).stage is Stage.HOST


def test_fields_beside_an_icon_end_in_one_line(services: OpenBook, qtbot: QtBot) -> None:
    """A day with its calendar, a host and guests with their crosses: what one reads down ends at the same place."""
    host, guest = (services.people.add(PersonDraft(name=name), NOW) for name in ("Lena", "L" * 80))
    form = shown(qtbot, PartyForm(services, host))
    form.guests.invite(guest)
    qtbot.wait(50)

    def end(part: QWidget) -> int:
        return part.mapTo(part.window(), part.rect().topRight()).x()

    assert len({end(part) for part in (form.when.line, form.host.choose, form.guests.answer_field(guest))}) == 1
    order = shown(qtbot, OrderForm(services, host))
    row = order.lines.rows()[0]
    assert end(row.days) == end(order.delivered.line)
    assert row.days.height() == row.pieces.height() == row.product.height()


def test_whoever_is_in_the_bin_stays_who_they_were(services: OpenBook, lena: int, qtbot: QtBot) -> None:
    """They may come back: what else is changed meanwhile takes nothing from them."""
    maria = services.people.add(PersonDraft(name="Maria Lopez", introduced_by_id=lena), NOW)
    party_id = services.parties.book(PartyDraft(NOW.today, host_id=lena), NOW)
    services.people.remove([lena], NOW)
    person = shown(qtbot, PersonForm(services, maria))
    qtbot.keyClicks(person.more.company, "Fox & Co")
    person.save()
    assert services.people.draft(maria).introduced_by_id == lena
    party = shown(qtbot, PartyForm(services, None, party_id=party_id))
    assert party.heading.text() == "A party at somebody’s who is in the bin"
    qtbot.keyClicks(party.goal, "Six guests")
    party.save()
    assert not party.isVisible()
    draft = services.parties.view(party_id).draft
    assert (draft.host_id, draft.goal) == (lena, "Six guests")


def test_a_look_up_of_one_number_says_nothing_of_another(services: OpenBook, lena: int, qtbot: QtBot) -> None:
    listed = next(each for each in Registry)
    services.people.note_registry(lena, "+13125550142", listed, NOW.today, NOW)
    form = shown(qtbot, RegistryForm(services, lena))
    assert form.said.value() is listed
    qtbot.mouseClick(form.number.chip("+13125550199"), Qt.MouseButton.LeftButton)
    assert form.said.value() is None
    form.save()
    assert form.isVisible()
    assert [each.registry for each in services.people.draft(lena).phones] == [listed, None]


def test_keys_save_nothing_that_the_button_would_not(services: OpenBook, qtbot: QtBot) -> None:
    form = shown(qtbot, RegistryForm(services, services.people.add(PersonDraft(name="Ann"), NOW)))
    assert not form.save_button.isEnabled()
    keys = form.findChildren(QShortcut)
    assert {each.key().toString() for each in keys} >= {"Ctrl+Return", "Ctrl+Enter"}
    for each in keys:
        each.activated.emit()
    assert form.isVisible()


def test_a_week_where_a_day_is_asked_for_is_told(services: OpenBook, lena: int, qtbot: QtBot) -> None:
    form = shown(qtbot, OrderForm(services, lena))
    form.on.set_text("next week")
    form.save()
    assert form.isVisible()
    assert form.on.said() == "Say which day."
