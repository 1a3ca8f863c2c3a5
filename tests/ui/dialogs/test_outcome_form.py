"""Logging how a contact ended, as a person does it: every row of D4 in two clicks, and only what it needs is asked."""

from __future__ import annotations

from datetime import date, time
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.commitment import CommitmentTo
from planner.domain.interest import Scope
from planner.domain.outcome import Outcome
from planner.domain.person import Closeness, Stage
from planner.domain.promise import PromiseKind, Window
from planner.domain.touch import Channel, TouchKind
from planner.services.drafts import PersonDraft
from planner.services.open_book import OpenBook
from planner.ui.dialogs import outcome_words
from planner.ui.dialogs.outcome_form import OutcomeForm
from planner.ui.dialogs.outcome_words import Choice, Group
from planner.ui.kit.choice_chips import Chips
from tests.builders import plain
from tests.ui.person_builders import NOW

T = TypeVar("T")
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def kim(services: OpenBook) -> int:
    return services.people.add(PersonDraft(name="Kim Ito"), NOW)


def shown(qtbot: QtBot, services: OpenBook, person: int, *, talked: bool = False) -> OutcomeForm:
    form = OutcomeForm(services, person, talked=talked)
    qtbot.addWidget(form)
    form.show()
    return form


def press(qtbot: QtBot, chips: Chips[T], value: T) -> None:
    if chips.chip(value).isHidden():
        chips.show_all()
    qtbot.mouseClick(chips.chip(value), LEFT)


def pick(qtbot: QtBot, form: OutcomeForm, choice: Choice) -> None:
    """Two clicks: the kind of contact, and how it ended."""
    group = next(group for group in Group if any(choice == each for each, _words in outcome_words.choices(group)))
    if form.group.value() is not group:
        press(qtbot, form.group, group)
    press(qtbot, form.endings[group], choice)


def click(qtbot: QtBot, parent: QWidget, text: str) -> None:
    def found() -> list[QPushButton]:
        return [each for each in parent.findChildren(QPushButton) if each.text() == text and each.isVisible()]

    qtbot.waitUntil(lambda: bool(found()))
    qtbot.mouseClick(found()[-1], LEFT)


def kinds(services: OpenBook, person: int) -> list[TouchKind]:
    return [entry.kind for entry in services.timeline.entries(person)]


@pytest.mark.rule("D4")
def test_every_row_is_two_clicks_away(services: OpenBook, maria: int, qtbot: QtBot) -> None:
    offered = {choice for group in Group for choice, _words in outcome_words.choices(group)}
    assert set(Outcome) - {Outcome.HELPED} <= offered
    form = shown(qtbot, services, maria)
    for choice in offered - {Outcome.MET}:
        pick(qtbot, form, choice)
        assert form.choice() == choice


@pytest.mark.practice("002-25")
@pytest.mark.practice("002-26")
def test_a_talk_cannot_end_without_saying_what_happens_next(services: OpenBook, maria: int, qtbot: QtBot) -> None:
    before = services.timeline.entries(maria)
    form = shown(qtbot, services, maria, talked=True)
    form.save()
    assert form.isVisible()
    assert "what happens next?" in form.ending_field.shown_below()
    assert services.timeline.entries(maria) == before
    pick(qtbot, form, Outcome.FRIENDS)
    assert form.ending_field.shown_below() == ""
    assert form.fields.line.text() == "No next step is needed."
    form.save()
    assert not form.isVisible()
    assert TouchKind.CONVERSATION in kinds(services, maria)[:2]


@pytest.mark.practice("002-26")
def test_a_talk_ends_with_a_callback(services: OpenBook, maria: int, qtbot: QtBot) -> None:
    services.promises.let_go(services.promises.open_for(maria)[0].id, NOW)
    form = shown(qtbot, services, maria, talked=True)
    press(qtbot, form.also_gave, TouchKind.USEFUL_INFO)
    pick(qtbot, form, Outcome.NEXT_CALL)
    qtbot.keyClicks(form.fields.next_call.field.line, "fri 4pm")
    assert plain(form.fields.next_call.field.said()) == "Fri, Nov 27 · 4:00 PM"
    qtbot.keyClicks(form.topic, "the party")
    qtbot.keyClicks(form.words, "Friday at four is fine")
    form.save()
    promise = services.promises.open_for(maria)[0]
    assert (promise.due_on, promise.at, promise.zone) == (date(2026, 11, 27), time(16), "America/Denver")
    assert (promise.reason, promise.words) == ("the party", "Friday at four is fine")
    assert set(kinds(services, maria)[:2]) == {TouchKind.CONVERSATION, TouchKind.USEFUL_INFO}
    services.undo.undo(NOW)
    assert services.promises.open_for(maria) == ()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("friday", "At what time?"),
        ("next week", "A promise needs a day."),
        ("", "A day is needed."),
        ("today 9am", "passed"),
    ],
)
def test_a_callback_needs_a_day_and_a_time(services: OpenBook, maria: int, qtbot: QtBot, typed: str, said: str) -> None:
    form = shown(qtbot, services, maria, talked=True)
    pick(qtbot, form, Outcome.NEXT_CALL)
    form.fields.next_call.field.set_text(typed)
    form.save()
    assert form.isVisible()
    assert said in form.fields.next_call.field.said()


def test_nothing_jumps_while_the_next_call_is_typed(services: OpenBook, maria: int, qtbot: QtBot) -> None:
    form = shown(qtbot, services, maria, talked=True)
    pick(qtbot, form, Outcome.NEXT_CALL)

    def below() -> int:
        QApplication.processEvents()
        return form.when.mapTo(form.page, QPoint()).y()

    before = below()
    qtbot.keyClicks(form.fields.next_call.field.line, "tue 5pm")
    assert form.fields.next_call.field.said() != ""
    assert below() == before


def test_a_week_is_offered_as_days(services: OpenBook, maria: int, qtbot: QtBot) -> None:
    form = shown(qtbot, services, maria, talked=True)
    pick(qtbot, form, Outcome.NEXT_CALL)
    form.fields.next_call.field.set_text("next week")
    click(qtbot, form.fields.next_call, "Tue, Dec 1 · 2:00 PM")
    form.save()
    assert services.promises.open_for(maria)[-1].due_on == date(2026, 12, 1)


def test_a_day_takes_a_part_instead_of_a_time(services: OpenBook, maria: int, qtbot: QtBot) -> None:
    form = shown(qtbot, services, maria, talked=True)
    pick(qtbot, form, Outcome.NEXT_CALL)
    form.fields.next_call.field.set_text("friday")
    press(qtbot, form.fields.next_call.parts, Window.EVENING)
    form.save()
    promise = services.promises.open_for(maria)[-1]
    assert (promise.due_on, promise.window) == (date(2026, 11, 27), Window.EVENING)


def test_their_own_date_is_a_commitment(services: OpenBook, maria: int, qtbot: QtBot) -> None:
    form = shown(qtbot, services, maria, talked=True)
    pick(qtbot, form, Outcome.COMMITTED)
    form.save()
    assert form.fields.day.said() == "A day is needed."
    form.fields.day.set_text("nov 1 2026")
    form.save()
    assert form.fields.day.said() == "That has passed already."
    form.fields.day.set_text("dec 1")
    press(qtbot, form.fields.commits_to, CommitmentTo.JOIN)
    qtbot.keyClicks(form.words, "by the first")
    form.save()
    (said,) = services.commitments.of(maria)
    assert (said.what, said.by, said.words) == (CommitmentTo.JOIN, date(2026, 12, 1), "by the first")


@pytest.mark.parametrize(
    ("outcome", "stage"),
    [(Outcome.BOUGHT, Stage.CUSTOMER), (Outcome.JOINED, Stage.TEAM), (Outcome.BOOKED, Stage.HOST)],
)
def test_a_yes(services: OpenBook, maria: int, qtbot: QtBot, outcome: Outcome, stage: Stage) -> None:
    form = shown(qtbot, services, maria, talked=True)
    pick(qtbot, form, outcome)
    if outcome is Outcome.BOOKED:
        form.fields.day.set_text("dec 12 2pm")
    if outcome is Outcome.BOUGHT:
        assert "may change their mind until Nov 27" in form.fields.delivered_field.shown_below()
    form.save()
    view = services.people.view(maria)
    assert view.stage is stage
    assert len(view.thank_yous) == 1


def test_a_no_says_to_what_and_may_wish_for_peace(services: OpenBook, maria: int, qtbot: QtBot) -> None:
    form = shown(qtbot, services, maria, talked=True)
    pick(qtbot, form, Outcome.NO)
    form.save()
    assert form.fields.scope_field.shown_below().startswith("To what?")
    press(qtbot, form.fields.scope, Scope.JOIN)
    form.fields.wants_peace.setChecked(True)
    qtbot.keyClicks(form.words, "please leave me in peace")
    form.save()
    view = services.people.view(maria)
    assert view.stage is Stage.NO
    assert view.stops[0].words == "please leave me in peace"
    assert [no.scope for no in services.interests.noes(maria)] == [Scope.JOIN]


def test_not_now_until_march(services: OpenBook, maria: int, qtbot: QtBot) -> None:
    form = shown(qtbot, services, maria, talked=True)
    pick(qtbot, form, Outcome.NOT_NOW)
    form.fields.until.set_text("call me in march")
    assert form.fields.until.said() == "March 2027"
    form.save()
    view = services.people.view(maria)
    assert (view.stage, view.stage_until) == (Stage.NOT_NOW, date(2027, 3, 1))


@pytest.mark.practice("004-22")
def test_a_voicemail_needs_the_time_that_was_said(services: OpenBook, kim: int, qtbot: QtBot) -> None:
    form = shown(qtbot, services, kim)
    pick(qtbot, form, Outcome.VOICEMAIL)
    assert form.channel.value() is Channel.VOICEMAIL
    form.save()
    assert form.fields.next_call.field.said() == "A day is needed."
    click(qtbot, form.fields.next_call, "tomorrow 10am")
    form.save()
    promise = services.promises.open_for(kim)[0]
    assert (promise.kind, promise.due_on, promise.at) == (PromiseKind.VOICEMAIL, date(2026, 11, 24), time(10))


def test_busy_becomes_a_callback(services: OpenBook, kim: int, qtbot: QtBot) -> None:
    form = shown(qtbot, services, kim)
    pick(qtbot, form, Outcome.BUSY)
    assert form.fields.next_field.label.text() == "When shall you call back?"
    form.fields.next_call.field.set_text("tue 5pm")
    form.save()
    assert services.promises.open_for(kim)[0].kind is PromiseKind.CALLBACK


@pytest.mark.practice("004-13")
def test_silence_is_nobodys_fault(services: OpenBook, kim: int, qtbot: QtBot) -> None:
    form = shown(qtbot, services, kim)
    pick(qtbot, form, Outcome.NO_ANSWER)
    assert form.fields.line.text() == "Most people don’t pick up. It isn’t about you."
    assert form.gave_field.isHidden()
    form.save()
    assert kinds(services, kim) == [TouchKind.NO_ANSWER]


@pytest.mark.practice("001-23")
@pytest.mark.practice("001-27")
def test_somebody_who_wrote_waits_for_an_answer(services: OpenBook, kim: int, qtbot: QtBot) -> None:
    form = shown(qtbot, services, kim)
    pick(qtbot, form, Outcome.THEY_WROTE)
    form.fields.expects_call.setChecked(True)
    form.thanked_me.setChecked(True)
    press(qtbot, form.fields.scope, Scope.BUY)
    qtbot.keyClicks(form.topic, "lip balm")
    form.save()
    entry = services.timeline.entries(kim)[0]
    assert (entry.wants_answer, entry.expects_call, entry.thanked_me) == (True, True, True)
    assert [(each.scope, each.topic) for each in services.interests.of(kim)] == [(Scope.BUY, "lip balm")]
    assert services.people.view(kim).stage is Stage.IN_CONVERSATION


@pytest.mark.scenario("S29")
def test_which_number_was_wrong_is_asked_where_there_are_two(services: OpenBook, maria: int, qtbot: QtBot) -> None:
    form = shown(qtbot, services, maria)
    pick(qtbot, form, Outcome.WRONG_NUMBER)
    assert form.fields.phone_field.isVisible()
    press(qtbot, form.fields.phone, services.people.draft(maria).phones[1].typed)
    form.save()
    assert [phone.is_wrong for phone in services.people.draft(maria).phones] == [False, True]


@pytest.mark.practice("000-17")
def test_who_met_has_talked(services: OpenBook, kim: int, qtbot: QtBot) -> None:
    form = shown(qtbot, services, kim)
    press(qtbot, form.group, Group.OTHER)
    press(qtbot, form.endings[Group.OTHER], Outcome.MET)
    assert form.group.value() is Group.TALKED
    pick(qtbot, form, Outcome.FRIENDS)
    form.save()
    entry = services.timeline.entries(kim)[0]
    assert (entry.kind, entry.channel, entry.points) == (TouchKind.CONVERSATION, Channel.IN_PERSON, 6)


def test_a_note_is_only_a_note(services: OpenBook, kim: int, qtbot: QtBot) -> None:
    form = shown(qtbot, services, kim)
    pick(qtbot, form, TouchKind.NOTE)
    form.note.setPlainText("both from Erie")
    form.save()
    assert [(entry.kind, entry.note) for entry in services.timeline.entries(kim)] == [
        (TouchKind.NOTE, "both from Erie")
    ]


def test_they_moved_the_appointment(services: OpenBook, maria: int, qtbot: QtBot) -> None:
    form = shown(qtbot, services, maria)
    pick(qtbot, form, Outcome.MOVED_BY_THEM)
    assert form.fields.promise_field.isHidden()
    form.fields.next_call.field.set_text("wed 10am")
    form.save()
    assert [(each.due_on, each.at) for each in services.promises.open_for(maria)] == [(date(2026, 11, 25), time(10))]


@pytest.mark.parametrize(("typed", "said"), [("tomorrow", "still to come"), ("soon", "Not understood: “soon”")])
def test_a_day_that_cannot_be_is_told_in_place(
    services: OpenBook, kim: int, qtbot: QtBot, typed: str, said: str
) -> None:
    form = shown(qtbot, services, kim)
    pick(qtbot, form, Outcome.FRIENDS)
    form.when.set_text(typed)
    form.save()
    assert said in form.when.said()
    assert form.isVisible()


@pytest.mark.rule("G6")
def test_an_ask_inside_a_talk_is_held_up(services: OpenBook, qtbot: QtBot) -> None:
    person = services.people.add(PersonDraft(name="Kim", closeness=Closeness.FAMILY, opening_balance=18), NOW)
    form = shown(qtbot, services, person, talked=True)
    assert not form.hold.isVisible()
    press(qtbot, form.also_asked, TouchKind.ASK_JOIN)
    assert form.hold.isVisible()
    pick(qtbot, form, Outcome.FRIENDS)
    form.save()
    assert form.focusWidget() is form.hold.why
    qtbot.keyClicks(form.hold.why, "They begged me to tell")
    qtbot.keyClick(form.hold.why, Qt.Key.Key_Return)
    assert not form.isVisible()
    assert {entry.kind: entry.points for entry in services.timeline.entries(person)} == {
        TouchKind.OPENING_BALANCE: 18,
        TouchKind.CONVERSATION: 6,
        TouchKind.PITCH_FRIEND: -15,
        TouchKind.NOTE: 0,
    }
    services.undo.undo(NOW)
    assert kinds(services, person) == [TouchKind.OPENING_BALANCE]


def test_what_is_missing_comes_into_sight(services: OpenBook, maria: int, qtbot: QtBot) -> None:
    form = shown(qtbot, services, maria, talked=True)
    form.resize(form.width(), 320)
    first = form.endings[Group.TALKED].chip(Outcome.NEXT_CALL)
    bar = form.sight.verticalScrollBar()

    def is_out_of_sight() -> bool:
        bar.setValue(bar.maximum())
        return first.visibleRegion().isEmpty()

    qtbot.waitUntil(is_out_of_sight)
    form.save()
    qtbot.waitUntil(lambda: not first.visibleRegion().isEmpty())


def test_a_talk_is_logged_with_the_keyboard_alone(services: OpenBook, kim: int, qtbot: QtBot) -> None:
    form = shown(qtbot, services, kim, talked=True)
    qtbot.waitUntil(form.isActiveWindow)
    chip = form.endings[Group.TALKED].chip(Outcome.FRIENDS)
    for _turn in range(20):
        if chip.hasFocus():
            break
        qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Right)
    assert chip.hasFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    qtbot.keyClick(chip, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not form.isVisible()
    assert kinds(services, kim) == [TouchKind.CONVERSATION]


def test_what_has_gone_out_of_sight_counts_no_more(services: OpenBook, kim: int, qtbot: QtBot) -> None:
    """Chosen for one ending, hidden for another: what nobody sees is neither logged nor held against an ask."""
    form = shown(qtbot, services, kim)
    pick(qtbot, form, Outcome.NO)
    press(qtbot, form.fields.scope, Scope.EVERYTHING)
    pick(qtbot, form, Outcome.THEY_WROTE)
    assert form.fields.scope.value() is None
    pick(qtbot, form, Outcome.FRIENDS)
    press(qtbot, form.also_gave, TouchKind.USEFUL_INFO)
    press(qtbot, form.also_asked, TouchKind.ASK_JOIN)
    pick(qtbot, form, Outcome.STOP)
    assert form.asked_field.isHidden()
    assert form.hold.isHidden()
    form.save()
    assert not form.isVisible()
    assert not {TouchKind.USEFUL_INFO, TouchKind.ASK_JOIN} & set(kinds(services, kim))


@pytest.mark.parametrize("ending", [Outcome.PROBLEM, Outcome.NO_FIT])
def test_a_gift_of_another_ending_is_not_logged(services: OpenBook, kim: int, qtbot: QtBot, ending: Outcome) -> None:
    form = shown(qtbot, services, kim)
    press(qtbot, form.also_gave, TouchKind.GIFT)
    pick(qtbot, form, ending)
    form.save()
    assert not form.isVisible()
    assert TouchKind.GIFT not in kinds(services, kim)
