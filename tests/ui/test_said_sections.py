"""What people said on the person's page, and the doors to write it down."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.commitment import CommitmentStatus, CommitmentTo
from planner.domain.interest import Scope
from planner.domain.moment import Moment
from planner.domain.party import GuestStatus
from planner.domain.person import Closeness, SourceKind
from planner.domain.plan_step import PlanKind
from planner.domain.touch import Channel
from planner.services.commitments import CommitmentDraft
from planner.services.drafts import PersonDraft, PhoneDraft
from planner.services.interests import InterestDraft
from planner.services.open_book import OpenBook
from planner.services.parties import Guest, PartyDraft
from planner.ui.desk import Desk
from planner.ui.dialogs.checklist_form import ChecklistForm
from planner.ui.dialogs.commitment_form import CommitmentForm
from planner.ui.dialogs.form_window import FormWindow
from planner.ui.dialogs.homework_form import HomeworkForm
from planner.ui.dialogs.party_form import PartyForm
from planner.ui.dialogs.pause_form import PauseForm
from planner.ui.dialogs.person_form import PersonForm
from planner.ui.dialogs.registry_form import RegistryForm
from planner.ui.dialogs.source_list import SourceList
from planner.ui.dialogs.stage_form import StageForm
from planner.ui.dialogs.stop_form import StopForm
from planner.ui.dialogs.wish_form import NoForm, WishForm
from planner.ui.person.section import Section
from tests.ui.sample_desk import Clock, open_sample


@pytest.fixture
def services(tmp_path: Path, now: Moment) -> Iterator[OpenBook]:
    opened = open_sample(tmp_path, Clock(now), is_empty=True)
    yield opened
    opened.book.close()


@pytest.fixture
def lena(services: OpenBook, desk: Desk) -> int:
    person = services.people.add(PersonDraft(name="Lena Fox", phones=(PhoneDraft("(312) 555-0142"),)), services.clock())
    desk.open_person(person)
    return person


def press(qtbot: QtBot, section: Section, text: str) -> None:
    """Press a button once it stands there."""
    found: list[QPushButton] = []

    def stands_there() -> bool:
        found[:] = [each for each in section.findChildren(QPushButton) if each.text() == text and each.isVisible()]
        return bool(found)

    qtbot.waitUntil(stands_there)
    qtbot.keyClick(found[0], Qt.Key.Key_Space)


def lines(section: Section) -> list[str]:
    """What the section says, with plain spaces."""
    return [" ".join(line.split()) for line in section.lines_shown()]


def opened(desk: Desk, kind: type[QWidget]) -> QWidget:
    window = desk.rest.doors.opened
    assert isinstance(window, kind)
    return window


@pytest.mark.usefixtures("lena")
def test_nothing_is_shown_while_nothing_was_said(desk: Desk) -> None:
    assert not [each for each in desk.rest.said.sections if each.isVisible()]


@pytest.mark.rule("D7.9")
@pytest.mark.rule("G20")
def test_what_is_agreed_is_shown_and_done(services: OpenBook, desk: Desk, lena: int, qtbot: QtBot) -> None:
    now, section = services.clock(), desk.rest.said.agreed
    draft = CommitmentDraft(CommitmentTo.JOIN, date(2026, 12, 15), "by my birthday")
    services.commitments.note(lena, draft, now)
    services.pauses.begin(lena, "exams", None, now)
    assert lines(section) == [
        "Business rests until Jan 30: exams",
        "Join the team by Dec 15",
        "“by my birthday”",
    ]
    press(qtbot, section, "It is over")
    assert not services.pauses.of(lena)
    press(qtbot, section, "Another day…")
    opened(desk, CommitmentForm).close()
    press(qtbot, section, "They did it")
    assert services.commitments.of(lena)[0].status is CommitmentStatus.DONE
    assert not section.isVisible()


@pytest.mark.scenario("S15")
def test_a_stop_nobody_has_understood_asks_what_was_meant(
    services: OpenBook, desk: Desk, lena: int, qtbot: QtBot
) -> None:
    services.permissions.stop(lena, Channel.TEXT, "quit texting me", services.clock())
    section = desk.rest.said.agreed
    assert "All business rests until you know what they meant." in lines(section)
    press(qtbot, section, "What did they mean?")
    opened(desk, StopForm).close()


@pytest.mark.rule("G5")
def test_wishes_and_noes_stand_together(services: OpenBook, desk: Desk, lena: int, qtbot: QtBot) -> None:
    now, section = services.clock(), desk.rest.said.wishes
    services.interests.say_no(lena, Scope.JOIN, "not for me", date(2024, 10, 3), now)
    services.interests.note(lena, InterestDraft(Scope.BUY, "candles", raised_hand=True), now)
    assert lines(section) == [
        "Buy something: candles",
        "raised a hand today",
        "No: join the team",
        "Oct 3, 2024 · “not for me”",
    ]
    press(qtbot, section, "No longer")
    assert services.interests.of(lena)[0].ended_on == now.today
    press(qtbot, section, "They came back to it…")
    form = opened(desk, WishForm)
    assert isinstance(form, WishForm)
    assert (form.scope.value(), form.raised.isChecked()) == (Scope.JOIN, True)
    form.save()
    assert not [each for each in services.interests.noes(lena) if each.holds_on(now.today)]


@pytest.mark.rule("D6.6")
def test_a_host_sees_the_next_steps_and_ticks_them(services: OpenBook, desk: Desk, lena: int, qtbot: QtBot) -> None:
    now, section = services.clock(), desk.rest.said.parties
    maria = services.people.add(PersonDraft(name="Maria Lopez"), now)
    draft = PartyDraft(date(2026, 12, 5), time(14), name="Tea", host_id=lena, guests=(Guest(maria),))
    party_id = services.parties.book(draft, now)
    assert lines(section)[:3] == [
        "Dec 5, 2:00 PM: Tea",
        "1 guest · 0 have answered",
        "Tomorrow: Thank them for saying yes",
    ]
    box = section.findChildren(QCheckBox)[0]
    qtbot.keyClick(box, Qt.Key.Key_Space)
    (tick,) = services.team.steps_done(lena)
    assert (tick.plan, tick.anchor_on, tick.step) == (PlanKind.PARTY, date(2026, 12, 5), "thank_for_booking")
    press(qtbot, section, "Edit…")
    opened(desk, PartyForm).close()

    desk.open_person(maria)
    assert lines(section) == ["Guest: Dec 5, 2:00 PM: Tea", "Invited"]
    press(qtbot, section, "Is coming")
    assert services.parties.view(party_id).draft.guests[0].status is GuestStatus.COMING


@pytest.mark.rule("D2")
def test_rewards_are_given_after_the_party(services: OpenBook, desk: Desk, lena: int, qtbot: QtBot) -> None:
    now, section = services.clock(), desk.rest.said.parties
    party_id = services.parties.book(PartyDraft(now.today, host_id=lena), now)
    press(qtbot, section, "Rewards given")
    assert services.parties.view(party_id).rewards_on == now.today
    assert "rewards given" in lines(section)


@pytest.mark.practice("000-25")
@pytest.mark.scenario("S22")
def test_somebody_who_was_named_is_introduced_first(services: OpenBook, desk: Desk, lena: int, qtbot: QtBot) -> None:
    now, section = services.clock(), desk.rest.said.introduction
    named = PersonDraft(name="Maria Lopez", source_kind=SourceKind.FRIEND_OF_FRIEND)
    maria = services.people.add(named, now)
    desk.open_person(maria)
    assert lines(section) == ["Who named them to you? Choose who introduces you with Edit."]
    draft = services.people.draft(maria)
    services.people.save(maria, replace(draft, introduced_by_id=lena), now)
    assert lines(section)[0] == "Ask Lena Fox to introduce you"
    press(qtbot, section, "I asked Lena Fox")
    assert [each.topic for each in services.timeline.entries(lena)] == ["introduction"]
    assert [each.topic for each in services.timeline.entries(maria)] == ["introduction"]
    press(qtbot, section, "We were introduced")
    assert services.people.view(maria).introduced_on == now.today
    assert section.lines_shown()[0] == "Lena Fox brought you together"


@pytest.mark.practice("003-15")
@pytest.mark.practice("003-16")
def test_a_stranger_waits_for_homework(services: OpenBook, desk: Desk, qtbot: QtBot) -> None:
    draft = PersonDraft(name="Robin Doe", closeness=Closeness.STRANGER, phones=(PhoneDraft("(312) 555-0177"),))
    robin = services.people.add(draft, services.clock())
    desk.open_person(robin)
    section = desk.rest.said.homework
    assert lines(section)[0].startswith("Still missing: a true thing, a good reason")
    press(qtbot, section, "Homework…")
    opened(desk, HomeworkForm).close()
    press(qtbot, section, "Look-up…")
    opened(desk, RegistryForm).close()


@pytest.mark.usefixtures("lena")
def test_every_door_opens_from_the_menu(desk: Desk) -> None:
    wishes = desk.wishes
    doors: tuple[tuple[QAction, type[FormWindow]], ...] = (
        (wishes.wish, WishForm),
        (wishes.said_no, NoForm),
        (wishes.commitment, CommitmentForm),
        (wishes.pause, PauseForm),
        (wishes.stage, StageForm),
        (wishes.party, PartyForm),
        (wishes.own_party, PartyForm),
        (wishes.homework, HomeworkForm),
        (wishes.registry, RegistryForm),
        (wishes.sources, SourceList),
    )
    for action, kind in doors:
        action.trigger()
        opened(desk, kind).close()


@pytest.mark.practice("000-04")
def test_naming_a_bought_list_asks_its_questions(desk: Desk, qtbot: QtBot) -> None:
    desk.rest.doors.add_person()
    form = opened(desk, PersonForm)
    assert isinstance(form, PersonForm)
    form.name.setText("Robin Doe")
    form.source.show_source(PersonDraft(source_kind=SourceKind.BOUGHT, source_name="Leads Inc"))
    form.save()
    qtbot.waitUntil(lambda: isinstance(desk.rest.doors.opened, ChecklistForm))
    checklist = opened(desk, ChecklistForm)
    assert isinstance(checklist, ChecklistForm)
    assert checklist.heading.text() == "Leads Inc"
    checklist.close()
