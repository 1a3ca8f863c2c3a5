"""Logging what happened, ending a talk, promising, and noting a yes or a no."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCalendarWidget, QDialog, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.interest import Scope
from planner.domain.notices import Expected
from planner.domain.permission import StopRule, Topic
from planner.domain.person import Closeness, SourceKind
from planner.domain.promise import PromiseKind, Window
from planner.domain.touch import Channel, TouchKind
from planner.services.drafts import PersonDraft, PhoneDraft
from planner.services.exchange.book_file import write_book
from planner.services.interests import InterestDraft
from planner.services.open_book import OpenBook
from planner.services.timeline import Entry
from planner.ui.desk import notices
from planner.ui.dialogs.log_form import LogForm
from planner.ui.dialogs.outcome_form import OutcomeForm
from planner.ui.dialogs.permission_form import PermissionForm
from planner.ui.dialogs.promise_form import PromiseForm
from planner.ui.dialogs.promise_when import PromiseWhen
from planner.ui.kit import wording
from planner.ui.kit.buttons import Button
from planner.ui.kit.choice_chips import Chips
from tests.builders import at, plain
from tests.ui.person_builders import NOW, Clock

T = TypeVar("T")
Form = TypeVar("Form", bound=QDialog)


def shown(qtbot: QtBot, form: Form) -> Form:
    qtbot.addWidget(form)
    form.show()
    return form


def press(qtbot: QtBot, chips: Chips[T], value: T) -> None:
    if chips.chip(value).isHidden():
        chips.show_all()
    qtbot.mouseClick(chips.chip(value), Qt.MouseButton.LeftButton)


def click(qtbot: QtBot, parent: QWidget, text: str) -> None:
    """Click the last button with these words, once it is there."""

    def found() -> list[QPushButton]:
        return [each for each in parent.findChildren(QPushButton) if each.text() == text and each.isVisible()]

    qtbot.waitUntil(lambda: bool(found()))
    qtbot.mouseClick(found()[-1], Qt.MouseButton.LeftButton)


def wait_lines(qtbot: QtBot, form: PermissionForm, count: int) -> list[str]:
    qtbot.waitUntil(lambda: len(form.lines_shown()) == count)
    return form.lines_shown()


def newest(services: OpenBook, person_id: int) -> tuple[TouchKind, date, float]:
    entry = services.timeline.entries(person_id)[0]
    return entry.kind, entry.on, entry.points


def test_a_gift_is_logged(services: OpenBook, maria: int, qtbot: QtBot) -> None:
    form = shown(qtbot, LogForm(services, maria, "gave"))
    assert form.heading.text() == "What did you give Maria?"
    press(qtbot, form.kind, TouchKind.USEFUL_INFO)
    assert form.channel.value() is Channel.TEXT
    qtbot.keyClicks(form.topic, "Winter skin routine")
    qtbot.keyClicks(form.words, "just what I needed")
    form.save()
    entry = services.timeline.entries(maria)[0]
    assert (entry.kind, entry.on, entry.points, entry.topic, entry.words) == (
        TouchKind.USEFUL_INFO,
        NOW.today,
        3,
        "Winter skin routine",
        "just what I needed",
    )
    assert not form.isVisible()


def test_a_gift_has_no_channel_unless_one_is_chosen(services: OpenBook, maria: int, qtbot: QtBot) -> None:
    form = shown(qtbot, LogForm(services, maria, "gave"))
    press(qtbot, form.kind, TouchKind.CARD_WRITTEN)
    assert form.channel.value() is Channel.CARD
    press(qtbot, form.kind, TouchKind.GIFT)
    assert form.channel.value() is None
    form.save()
    assert services.timeline.entries(maria)[0].channel is None


def test_a_channel_that_was_chosen_stays(services: OpenBook, maria: int, qtbot: QtBot) -> None:
    form = shown(qtbot, LogForm(services, maria, "gave"))
    press(qtbot, form.channel, Channel.IN_PERSON)
    press(qtbot, form.kind, TouchKind.USEFUL_INFO)
    assert form.channel.value() is Channel.IN_PERSON


def test_all_that_is_amiss_is_told_at_once(services: OpenBook, maria: int, qtbot: QtBot) -> None:
    form = shown(qtbot, LogForm(services, maria, "gave"))
    form.when.set_text("31 november")
    form.save()
    assert form.kind_field.shown_below() == "Choose what happened."
    assert form.when.said() == "There is no such day."
    assert form.when.line.property("wrong")


def test_nothing_chosen_is_told(services: OpenBook, maria: int, qtbot: QtBot) -> None:
    before = services.timeline.entries(maria)
    form = shown(qtbot, LogForm(services, maria, "gave"))
    form.save()
    assert form.kind_field.shown_below() == "Choose what happened."
    press(qtbot, form.kind, TouchKind.CHECK_IN)
    assert form.kind_field.shown_below() == ""
    assert services.timeline.entries(maria) == before


@pytest.mark.parametrize(("typed", "on"), [("yesterday", 22), ("friday", 20), ("11/18", 18), ("3 days ago", 20)])
def test_a_day_in_plain_words_is_shown_back(services: OpenBook, maria: int, qtbot: QtBot, typed: str, on: int) -> None:
    form = shown(qtbot, LogForm(services, maria, "gave"))
    press(qtbot, form.kind, TouchKind.CHECK_IN)
    form.when.line.clear()
    qtbot.keyClicks(form.when.line, typed)
    assert f"Nov {on}" in plain(form.when.said())
    form.save()
    assert date(2026, 11, on) in [
        entry.on for entry in services.timeline.entries(maria) if entry.kind is TouchKind.CHECK_IN
    ]


@pytest.mark.parametrize(("typed", "said"), [("tomorrow", "still to come"), ("soon", "Not understood: “soon”")])
def test_a_day_that_cannot_be_is_told_in_place(
    services: OpenBook, maria: int, qtbot: QtBot, typed: str, said: str
) -> None:
    form = shown(qtbot, LogForm(services, maria, "gave"))
    press(qtbot, form.kind, TouchKind.CHECK_IN)
    form.when.set_text(typed)
    form.save()
    assert said in plain(form.when.said())
    assert form.isVisible()


@pytest.mark.rule("G6")
def test_a_friend_is_protected_but_the_truth_can_be_logged(services: OpenBook, qtbot: QtBot) -> None:
    friend = services.people.add(PersonDraft(name="Dana Wu", closeness=Closeness.FRIEND), NOW)
    form = shown(qtbot, LogForm(services, friend, "asked"))
    assert not form.hold.isVisible()
    press(qtbot, form.kind, TouchKind.ASK_BUY)
    assert form.hold.said().startswith("No asks among friends and family")
    form.save()
    assert form.isVisible(), "an override takes a sentence"
    assert form.focusWidget() is form.hold.why
    qtbot.keyClicks(form.hold.why, "She asked me for the catalogue")
    qtbot.keyClick(form.hold.why, Qt.Key.Key_Return)
    assert not form.isVisible()
    entries = services.timeline.entries(friend)
    assert [(entry.kind, entry.topic, entry.note) for entry in entries if entry.kind is TouchKind.NOTE] == [
        (TouchKind.NOTE, "G6", "She asked me for the catalogue")
    ]
    assert [entry.points for entry in entries if entry.kind is TouchKind.PITCH_FRIEND] == [-15]
    services.undo.undo(NOW)
    assert services.timeline.entries(friend) == [], "one step"


@pytest.mark.rule("G7")
def test_not_now_leaves_everything_as_it_was(services: OpenBook, maria: int, qtbot: QtBot) -> None:
    before = services.timeline.entries(maria)
    form = shown(qtbot, LogForm(services, maria, "asked"))
    press(qtbot, form.kind, TouchKind.ASK_BUY)
    assert form.hold.isVisible()
    qtbot.mouseClick(form.hold.not_now_button, Qt.MouseButton.LeftButton)
    assert not form.isVisible()
    assert services.timeline.entries(maria) == before


@pytest.mark.rule("G7")
def test_asking_too_soon_is_one_amber_sentence(services: OpenBook, maria: int, qtbot: QtBot) -> None:
    form = shown(qtbot, LogForm(services, maria, "asked"))
    press(qtbot, form.kind, TouchKind.ASK_HOST)
    first = services.today.hold_on_asking(maria, TouchKind.ASK_HOST, "", NOW)
    assert first is not None
    assert plain(form.hold.said()) == plain(wording.because(first))
    press(qtbot, form.kind, TouchKind.SLOW_REPLY)
    assert not form.hold.isVisible()


def test_nothing_is_held_up_where_there_is_room(services: OpenBook, qtbot: QtBot) -> None:
    person = services.people.add(PersonDraft(name="Kim", opening_balance=18), NOW)
    services.interests.note(person, InterestDraft(Scope.BUY, "serum", why="Dry skin in winter"), NOW)
    form = shown(qtbot, LogForm(services, person, "asked"))
    press(qtbot, form.kind, TouchKind.ASK_BUY)
    assert form.hold.said() == ""
    press(qtbot, form.kind, TouchKind.ASK_HOST)
    assert form.hold.isVisible(), "an interest in one thing is none in another"


@pytest.mark.rule("G4")
@pytest.mark.rule("C4")
def test_a_way_that_the_law_closes_is_said_before_the_ask_is_logged(services: OpenBook, qtbot: QtBot) -> None:
    draft = PersonDraft(name="Kim", opening_balance=18, phones=(PhoneDraft("+49 30 901820"),))
    person = services.people.add(draft, NOW)
    services.interests.note(person, InterestDraft(Scope.BUY, "serum", why="Dry skin in winter"), NOW)
    form = shown(qtbot, LogForm(services, person, "asked"))
    press(qtbot, form.kind, TouchKind.ASK_BUY)
    form.channel.choose([Channel.IN_PERSON])
    form.look_at_ask()
    assert form.hold.said() == ""
    press(qtbot, form.channel, Channel.CALL)
    assert "the law wants their yes" in form.hold.said()


def test_an_entry_is_corrected(services: OpenBook, maria: int, qtbot: QtBot) -> None:
    entry = next(each for each in services.timeline.entries(maria) if each.kind is TouchKind.ASK_HOST)
    form = shown(qtbot, LogForm(services, maria, entry=entry))
    assert form.heading.text() == "Correct an entry with Maria"
    assert form.words.text() == "Maybe after Christmas"
    assert not form.hold.isVisible()
    form.words.setText("After Christmas, gladly")
    form.when.set_text("oct 29")
    form.save()
    after = next(each for each in services.timeline.entries(maria) if each.id == entry.id)
    assert after == replace(entry, words="After Christmas, gladly", on=date(2026, 10, 29), at=after.at)


def test_thanks_go_with_the_talk_they_were_said_in(services: OpenBook, maria: int, qtbot: QtBot) -> None:
    services.timeline.log(maria, Entry(TouchKind.CONVERSATION, NOW.today, thanked_me=True), NOW)
    entry = services.timeline.entries(maria)[0]
    form = shown(qtbot, LogForm(services, maria, entry=entry))
    assert form.thanked_me.isChecked()
    press(qtbot, form.kind, TouchKind.NO_ANSWER)
    form.save()
    after = next(each for each in services.timeline.entries(maria) if each.id == entry.id)
    assert (after.kind, after.thanked_me) == (TouchKind.NO_ANSWER, False)


def test_an_opening_balance_keeps_its_points(services: OpenBook, qtbot: QtBot) -> None:
    person = services.people.add(PersonDraft(name="Ann", opening_balance=18), NOW)
    entry = services.timeline.entries(person)[0]
    form = shown(qtbot, LogForm(services, person, entry=entry))
    form.note.setPlainText("my estimate")
    form.save()
    assert services.timeline.entries(person)[0].points == 18


def test_arrows_walk_along_the_chips(services: OpenBook, maria: int, qtbot: QtBot) -> None:
    form = shown(qtbot, LogForm(services, maria, "gave"))
    first = form.kind.chip(TouchKind.USEFUL_INFO)
    qtbot.waitUntil(first.hasFocus)
    qtbot.keyClick(first, Qt.Key.Key_Right)
    second = form.kind.chip(TouchKind.CHECK_IN)
    assert second.hasFocus()
    qtbot.keyClick(second, Qt.Key.Key_Space)
    assert form.kind.value() is TouchKind.CHECK_IN


@pytest.mark.rule("D6.11")
def test_a_callback_is_promised_on_their_clock(services: OpenBook, maria: int, qtbot: QtBot) -> None:
    form = shown(qtbot, PromiseForm(services, maria))
    qtbot.keyClicks(form.when.field.line, "tue 5pm")
    assert plain(form.when.field.said()) == "Tue, Nov 24 · 5:00 PM"
    assert "6:00 PM on your clock" in form.when._ours.text()
    qtbot.keyClicks(form.reason, "the catalogue")
    form.save()
    promise = services.promises.open_for(maria)[-1]
    assert (promise.due_on, promise.at, promise.zone, promise.channel) == (
        date(2026, 11, 24),
        time(17),
        "America/Denver",
        Channel.CALL,
    )


def test_no_time_is_offered_that_is_past_where_they_are(qtbot: QtBot) -> None:
    noon = at("2026-11-23T12:00", "America/Chicago")
    offered = {}
    for there in (noon, at("2026-11-23T18:00", "America/Chicago")):
        when = PromiseWhen(there, Clock(there), month_first=True)
        qtbot.addWidget(when)
        offered[there] = [each.text() for each in when.field.findChildren(Button) if each.property("kind") == "link"]
    early, late = offered.values()
    assert early[0] == "today 5pm"
    assert late == early[1:]


def test_a_soft_follow_up_may_be_a_week(services: OpenBook, qtbot: QtBot) -> None:
    person = services.people.add(PersonDraft(name="Ann"), NOW)
    form = shown(qtbot, PromiseForm(services, person))
    form.when.field.set_text("next week")
    form.save()
    assert form.isVisible()
    press(qtbot, form.kind, PromiseKind.FOLLOW_UP)
    form.save()
    promise = services.promises.open_for(person)[0]
    assert (promise.kind, promise.window, promise.due_on) == (
        PromiseKind.FOLLOW_UP,
        Window.WEEK,
        date(2026, 11, 30),
    )


def test_a_promise_is_moved(services: OpenBook, maria: int, qtbot: QtBot) -> None:
    before = services.promises.open_for(maria)[0]
    form = shown(qtbot, PromiseForm(services, maria, None, before.id))
    assert form.heading.text() == "Another time for Maria"
    assert form.reason.text() == "the serum sample"
    form.when.field.set_text("wed 10am")
    form.moved_by_them.setChecked(True)
    form.save()
    moved = services.promises.open_for(maria)
    assert [(each.due_on, each.at, each.reason) for each in moved] == [
        (date(2026, 11, 25), time(10), "the serum sample")
    ]


def test_a_promise_in_the_past_is_told_in_place(services: OpenBook, maria: int, qtbot: QtBot) -> None:
    form = shown(qtbot, PromiseForm(services, maria))
    form.when.field.set_text("2026-11-01 5pm")
    form.save()
    assert form.when.field.said() == "That has passed already."


def test_a_day_is_chosen_from_the_calendar(services: OpenBook, maria: int, qtbot: QtBot) -> None:
    form = shown(qtbot, PromiseForm(services, maria))
    form.when.field.set_text("tue 5pm")
    qtbot.mouseClick(form.when.field._calendar, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    month = menu.findChild(QCalendarWidget)
    assert month is not None
    month.clicked.emit(month.selectedDate().addDays(7))
    assert form.when.field.line.text() == "Tue, Dec 1 · 5:00 PM"
    assert form.when.field.said() == ""  # the line itself says it


def test_a_yes_is_granted_taken_back_and_a_stop_lifted(services: OpenBook, maria: int, qtbot: QtBot) -> None:
    form = shown(qtbot, PermissionForm(services, maria))
    assert len(form.lines_shown()) == 1
    press(qtbot, form.consent.channels, Channel.TEXT)
    press(qtbot, form.consent.topics, Topic.REORDER)
    assert form.consent.topics.values() == [Topic.REORDER]
    qtbot.keyClicks(form.consent.words, "text me when it runs low")
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    assert form.isVisible()
    texting = services.people.view(maria).permissions[-1]
    assert (texting.channel, texting.topics, texting.words) == (
        Channel.TEXT,
        (Topic.REORDER,),
        "text me when it runs low",
    )
    wait_lines(qtbot, form, 2)
    qtbot.keyClicks(form.words, "no more texts")
    click(qtbot, form, "Take back")
    assert services.people.view(maria).permissions[-1].revoked_words == "no more texts"


@pytest.mark.rule("G1")
def test_a_stop_is_in_force_at_once_and_lifting_it_needs_words(services: OpenBook, maria: int, qtbot: QtBot) -> None:
    form = shown(qtbot, PermissionForm(services, maria))
    assert not form.stop_button.isEnabled()
    press(qtbot, form.stop_what, None)
    qtbot.keyClicks(form.words, "leave me alone")
    qtbot.mouseClick(form.stop_button, Qt.MouseButton.LeftButton)
    assert services.people.view(maria).stops[0].words == "leave me alone"
    assert "leave me alone" in wait_lines(qtbot, form, 2)[0]
    click(qtbot, form, "Lift…")
    assert services.people.view(maria).stops
    assert "Write down" in form._words_field.shown_below()
    qtbot.keyClicks(form.words, "you may call again")
    click(qtbot, form, "Lift…")
    assert services.people.view(maria).stops == ()


def test_the_clock_of_the_form_is_the_books(services: OpenBook, maria: int, qtbot: QtBot) -> None:
    clock = services.clock
    assert isinstance(clock, Clock)
    form = shown(qtbot, LogForm(services, maria, "gave"))
    assert plain(form.when.said()) == "Mon, Nov 23"


@pytest.mark.parametrize("side", ["gave", "log"])
def test_it_was_with_somebody_else(services: OpenBook, maria: int, qtbot: QtBot, side: str) -> None:
    form = shown(qtbot, LogForm(services, maria) if side == "gave" else OutcomeForm(services, maria))
    with qtbot.waitSignal(form.other_requested):
        click(qtbot, form, "With somebody else…")
    assert not form.isVisible()


@pytest.mark.practice("004-30")
def test_a_thank_you_is_one_click_and_save_in_its_form(services: OpenBook, maria: int, qtbot: QtBot) -> None:
    form = shown(qtbot, LogForm(services, maria))
    assert not form.kind.chip(TouchKind.THANK_YOU).isHidden()
    qtbot.mouseClick(form.kind.chip(TouchKind.THANK_YOU), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    assert services.timeline.entries(maria)[0].kind is TouchKind.THANK_YOU


def test_a_name_from_right_to_left_keeps_its_order_in_a_sentence(services: OpenBook, qtbot: QtBot) -> None:
    sara = services.people.add(PersonDraft(name="שרה כהן", given="שרה"), NOW)
    form = shown(qtbot, LogForm(services, sara))
    assert form.heading.text() == "What did you give \u2068שרה\u2069?"
    form.kind.choose([TouchKind.GIFT])
    form.save()
    step = services.undo.last()
    assert step is not None
    assert wording.step_done(step) == "Logged with \u2068שרה\u2069"


def test_the_marks_around_a_name_are_nothing_to_search_and_export(services: OpenBook, tmp_path: Path) -> None:
    sara = services.people.add(PersonDraft(name="\u2068שרה כהן\u2069"), NOW)
    assert services.people.draft(sara).name == "שרה כהן"
    assert [each for each, _name in services.listing.hits("\u2068שרה\u2069", NOW)] == [sara]
    for ending in ("json", "csv", "vcf"):
        path = tmp_path / f"people.{ending}"
        write_book(services.book, path)
        text = path.read_text(encoding="utf-8-sig")
        assert "שרה" in text
        assert "\u2068" not in text


def test_names_and_words_of_theirs_keep_their_order_in_every_sentence() -> None:
    at = NOW.utc + timedelta(minutes=5)
    sara = "\u2068שרה\u2069"
    _title, told = notices.words([Expected(1, 1, "שרה", at)], NOW, names=True)
    assert told.startswith(f"{sara} expects you at ")
    assert wording.source(SourceKind.BOUGHT, "שרה") == f"Bought list, {sara}"
    assert wording.quoted("שרה") == f"“{sara}”"
    stop = StopRule(1, Channel.TEXT, NOW.today, "שרה")
    assert wording.stop_line(stop, NOW.today) == f"do not text: “{sara}” · today"
