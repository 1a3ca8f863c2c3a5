"""The person pane, used as a person uses it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.account import Level, Share
from planner.domain.move import Action, Move
from planner.domain.person import Closeness, SourceKind, Stage
from planner.domain.promise import PromiseKind
from planner.domain.touch import Channel, TouchKind
from planner.domain.zones import ZoneSet
from planner.services.drafts import EmailDraft, PersonDraft, PersonView, PhoneDraft
from planner.services.open_book import OpenBook
from planner.services.timeline import Entry
from planner.ui.kit import wording
from planner.ui.kit.change_signal import ChangeSignal
from planner.ui.kit.labels import ShortLabel
from planner.ui.person import reach
from planner.ui.person.avatar import initials
from planner.ui.person.header import local_time
from planner.ui.person.pane import PersonPane
from planner.ui.person.timeline_model import PAGE
from tests.builders import at
from tests.ui.person_builders import NOW, Clock, add_maria, dress, log, open_book


@pytest.fixture
def services(tmp_path: Path) -> Iterator[OpenBook]:
    opened = open_book(tmp_path)
    yield opened
    opened.book.close()


@pytest.fixture
def pane(services: OpenBook, qtbot: QtBot, qapp: QApplication) -> Iterator[PersonPane]:
    dress(qapp)
    root = QObject()
    signal = ChangeSignal(services.changes, root)
    made = PersonPane(
        services.people,
        services.timeline,
        services.promises,
        services.permissions,
        services.today,
        signal,
        services.clock,
        services.preferences,
    )
    qtbot.addWidget(made)
    made.resize(412, 900)
    made.show()
    yield made
    signal.stop()


def button(parent: QWidget, text: str) -> QPushButton:
    return next(each for each in parent.findChildren(QPushButton) if each.text() == text and each.isVisible())


def click(qtbot: QtBot, parent: QWidget, text: str) -> None:
    qtbot.mouseClick(button(parent, text), Qt.MouseButton.LeftButton)


def entries(pane: PersonPane) -> list[str]:
    """The timeline as a screen reader says it."""
    model = pane.page.touches
    return [model.data(model.index(row, 0)) for row in range(model.rowCount())]


def open_menu() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_nobody_is_chosen_at_first(pane: PersonPane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.add_requested):
        click(qtbot, pane, "Add person")
    assert not pane.header.isVisible()


def test_shows_who_it_is_and_how_to_reach_them(pane: PersonPane, services: OpenBook) -> None:
    pane.show_person(add_maria(services))
    assert pane.header.name.text() == "Maria Delgado"
    assert pane.header.line.text().endswith("Spring Craft Fair")
    assert pane.header.known.text() == "the serum table"
    assert button(pane.header, "(303) 555-0142").accessibleName() == "Call: (303) 555-0142"
    assert button(pane.header, "Text").isVisible()
    assert button(pane.header, "E-mail").isVisible()
    assert pane.header.local_time.text().startswith("12:12 PM in Denver")


@pytest.mark.practice("001-18")
def test_how_you_know_each_other_stands_in_the_first_three_lines(pane: PersonPane, services: OpenBook) -> None:
    kim = services.people.add(
        PersonDraft(name="Kim Ito", how_known="church choir", phones=(PhoneDraft("312 555 0142"),)), NOW
    )
    pane.show_person(kim)
    header = pane.header
    lines = [label for label in header.findChildren(ShortLabel) if label.isVisible()]
    lines.sort(key=lambda label: label.mapTo(header, QPoint(0, 0)).y())
    assert "church choir" in [label.text() for label in lines[:3]]
    assert header.contacts.y() > lines[-1].mapTo(header, QPoint(0, 0)).y()


@pytest.mark.practice("000-10")
def test_an_uninvited_offer_is_called_one_and_its_cost_stands_beside_it(pane: PersonPane, services: OpenBook) -> None:
    kim = services.people.add(PersonDraft(name="Kim Ito", closeness=Closeness.FRIEND), NOW)
    services.timeline.log(kim, Entry(TouchKind.ASK_JOIN, NOW.today), NOW)
    pane.show_person(kim)
    [said] = entries(pane)
    assert "Uninvited offer to a friend" in said
    assert "\u221215" in said


@pytest.mark.practice("004-23")
def test_a_permission_shows_its_words_and_date(pane: PersonPane, services: OpenBook) -> None:
    maria = add_maria(services)
    pane.show_person(maria)
    chip, tip = next(each for each in pane.header.chips_shown() if "may call" in each[0])
    assert "Sure, call me" in chip
    assert "Apr\u00a012" in chip
    assert "Get-togethers" in tip
    assert "still holds" not in tip
    chosen = services.preferences.load()
    soon = replace(chosen, method=replace(chosen.method, permission_review_months=6))
    services.preferences.save(soon, NOW)
    pane.show_person(None)
    pane.show_person(maria)
    assert "still holds" in next(tip for chip, tip in pane.header.chips_shown() if "may call" in chip)


def test_a_number_is_copied_or_handed_over_only_when_one_says_so(
    pane: PersonPane, services: OpenBook, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[tuple[str, str]] = []

    def hand_over(scheme: str, address: str) -> bool:
        opened.append((scheme, address))
        return True

    monkeypatch.setattr(reach, "hand_over", hand_over)
    pane.show_person(add_maria(services))
    click(qtbot, pane.header, "(303) 555-0142")
    texts = [action.text() for action in open_menu().actions()]
    assert texts[0] == "Copy (303) 555-0142 · mobile"
    assert opened == []
    open_menu().actions()[0].trigger()
    assert QGuiApplication.clipboard().text() == "(303) 555-0142"
    assert pane.header.contacts.said() == "Copied (303) 555-0142."
    open_menu().actions()[1].trigger()
    assert opened == [("tel", "+13035550142")]
    open_menu().close()


def test_a_number_that_nobody_can_have_is_shown_and_copied_but_never_dialed(
    pane: PersonPane, services: OpenBook, qtbot: QtBot
) -> None:
    pane.show_person(services.people.add(PersonDraft(name="Ann", phones=(PhoneDraft("123"),)), NOW))
    assert "123 is not a complete phone number. Correct it under Edit." in pane.header.contacts.said()
    button = next(each for each in pane.header.findChildren(QPushButton) if each.text() == "123")
    assert button.property("kind") != "primary"
    assert not [each for each in pane.header.findChildren(QPushButton) if each.text() == "Text"]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    offered = [(action.text(), action.isEnabled()) for action in open_menu().actions()]
    assert offered == [("Copy 123", True), ("Not a complete number", False)]
    open_menu().close()


@pytest.mark.rule("G3")
@pytest.mark.rule("D5")
def test_a_call_at_a_bad_hour_is_held_in_place_and_goes_on_with_a_sentence(
    pane: PersonPane, services: OpenBook, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def hand_over(_scheme: str, address: str) -> bool:
        opened.append(address)
        return True

    monkeypatch.setattr(reach, "hand_over", hand_over)
    ann = services.people.add(PersonDraft(name="Ann", phones=(PhoneDraft("(303) 555-0142"),), zone="Asia/Tokyo"), NOW)
    asked = Entry(TouchKind.REACHED_OUT, NOW.today, time(13, 0), Channel.CALL, words="Do you?", wants_answer=True)
    services.timeline.log(ann, asked, NOW)
    pane.show_person(ann)
    hold = pane.header.contacts.hold
    assert not hold.isVisible()
    click(qtbot, pane.header, "(303) 555-0142")
    open_menu().actions()[1].trigger()
    open_menu().close()
    assert (opened, hold.isVisible()) == ([], True)
    assert hold.said() == "It is not a good hour for a call there yet."
    qtbot.mouseClick(hold.not_now_button, Qt.MouseButton.LeftButton)
    assert (opened, hold.isVisible()) == ([], False)
    click(qtbot, pane.header, "(303) 555-0142")
    open_menu().actions()[1].trigger()
    open_menu().close()
    qtbot.mouseClick(hold.go_on_button, Qt.MouseButton.LeftButton)
    assert opened == []
    qtbot.keyClicks(hold.why, "They asked me to call at night")
    qtbot.keyClick(hold.why, Qt.Key.Key_Return)
    assert opened == ["+13035550142"]
    notes = [entry for entry in services.timeline.entries(ann) if entry.kind is TouchKind.NOTE]
    assert [(note.topic, note.note) for note in notes] == [("G3", "They asked me to call at night")]


@pytest.mark.rule("G1")
def test_a_stopped_number_stays_in_sight_with_the_reason(pane: PersonPane, services: OpenBook, qtbot: QtBot) -> None:
    maria = add_maria(services)
    services.permissions.stop(maria, Channel.CALL, "please stop calling", services.clock())
    pane.show_person(maria)
    assert "please stop calling" in pane.header.contacts.said()
    click(qtbot, pane.header, "(303) 555-0142")
    texts = [action.text() for action in open_menu().actions()]
    assert not any("Call" in text for text in texts)
    open_menu().actions()[0].trigger()
    assert "please stop calling" in pane.header.contacts.said()
    open_menu().close()
    assert [chip for chip, _tip in pane.header.chips_shown() if chip == "do not call"]


@pytest.mark.rule("G1")
def test_what_they_asked_to_stop_is_no_longer_what_they_like_best(pane: PersonPane, services: OpenBook) -> None:
    ana = services.people.add(PersonDraft(name="Ana", preferred_channel=Channel.TEXT), services.clock())
    pane.show_person(ana)
    assert "likes best: text" in [chip for chip, _tip in pane.header.chips_shown()]
    services.permissions.stop(ana, Channel.TEXT, "no texts", services.clock())
    pane.show_person(ana)
    assert [chip for chip, _tip in pane.header.chips_shown()] == ["do not text"]


def test_the_move_says_why_on_request(pane: PersonPane, services: OpenBook) -> None:
    pane.show_person(add_maria(services))
    headline, why = pane.page.move_card.shown()
    assert "3:30\u00a0PM" in headline
    assert why
    assert pane.page.move_card.reasons_shown() == []
    pane.page.move_card.unfold(is_open=True)
    assert why in pane.page.move_card.reasons_shown()
    pane.show_person(services.people.add(PersonDraft(name="Somebody Else"), services.clock()))
    assert pane.page.move_card.reasons_shown() == []


@pytest.mark.practice("001-01")
def test_the_card_answers_whether_to_call_in_its_largest_words(pane: PersonPane, services: OpenBook) -> None:
    pane.show_person(add_maria(services))
    card = pane.page.move_card
    assert card.answer() == "Yes at 3:30 PM"
    sizes = {label.text(): label.fontMetrics().height() for label in card.findChildren(QLabel)}
    assert max(sizes, key=lambda text: sizes[text]) == card.answer()
    assert card._answer.accessibleName() == "Call? Yes at 3:30 PM"


@pytest.mark.practice("001-01")
@pytest.mark.parametrize(
    ("move", "word"),
    [
        (Move(1, Action.CALL, channel=Channel.CALL), "Yes now"),
        (Move(1, Action.CALL, channel=Channel.TEXT, then_call=True, opens_at=NOW.utc - timedelta(hours=1)), "Yes now"),
        (Move(1, Action.ANSWER, channel=Channel.CALL, opens_at=NOW.utc + timedelta(hours=2)), "Yes at 3:12 PM"),
        (Move(1, Action.CALL, channel=Channel.CALL, due_at=NOW.utc + timedelta(hours=3)), "Yes at 4:12 PM"),
        (Move(1, Action.CALL, channel=Channel.CALL, opens_at=NOW.utc + timedelta(days=1)), "Not yet"),
        (Move(1, Action.THANK, channel=Channel.CARD), "Not yet"),
        (Move(1, Action.HOMEWORK), "Not yet"),
        (Move(1, Action.ALL_IS_WELL), "Not yet"),
        (Move(1, Action.WAIT, wait_until=date(2027, 1, 4)), "Not yet"),
        (Move(1, Action.WAIT), "No"),
        (Move(1, Action.LEAVE_IN_PEACE), "No"),
    ],
)
def test_call_is_one_of_four_answers(move: Move, word: str) -> None:
    assert wording.call_word(move, NOW) == word


@pytest.mark.rule("D7")
def test_every_reason_stands_beside_its_rule_and_the_keys_reach_it(pane: PersonPane, services: OpenBook) -> None:
    maria = add_maria(services)
    pane.show_person(maria)
    card = pane.page.move_card
    card.unfold(is_open=True)
    move = services.today.move(maria, services.clock())
    reasons = [*move.why, *move.holds, *([move.otherwise] if move.otherwise else [])]
    reached = [label for label in card.findChildren(QLabel) if label.property("role") == "reason"]
    assert [label.toolTip() for label in reached] == [f"Rule {reason.rule}" for reason in reasons]
    for label, reason in zip(reached, reasons, strict=True):
        assert label.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert label.accessibleName() == f"{wording.because(reason)} Rule {reason.rule}."
    rules = [label.text() for label in card.findChildren(QLabel) if label.property("role") == "rule"]
    assert rules == [reason.rule for reason in reasons]


@pytest.mark.rule("D2")
def test_the_account_opens_into_its_lines(pane: PersonPane, services: OpenBook) -> None:
    maria = add_maria(services)
    pane.show_person(maria)
    level, sentence = pane.page.account_card.shown()
    points = services.timeline.account(maria, services.clock()).points
    assert level in (f"Warming  +{points}", f"Thin  +{points}")
    assert "asked 1 time." in sentence
    assert pane.page.account_card.lines_shown() == []
    pane.page.account_card.unfold(is_open=True)
    lines = pane.page.account_card.lines_shown()
    numbers = [int(text.replace("\u2212", "-")) for text in lines[2::3]]
    assert sum(numbers) == points


@pytest.mark.practice("001-21")
def test_the_opening_balance_is_one_visible_line(pane: PersonPane, services: OpenBook) -> None:
    person = services.people.add(PersonDraft(name="Dana Wu", opening_balance=10), services.clock())
    pane.show_person(person)
    assert pane.page.account_card.shown()[0] == "Warming  +10"
    assert entries(pane) == ["Opening balance, +10, given, Today, 1:12 PM"] or entries(pane) == [
        "Opening balance, +10, given, Today"
    ]


def test_the_timeline_tells_the_sides(pane: PersonPane, services: OpenBook) -> None:
    pane.show_person(add_maria(services))
    told = entries(pane)
    assert told[0].startswith("Arrangements, 0, neither given nor asked")
    assert told[1].startswith("Voicemail left, \u22121, asked or taken")
    assert "“I'll ring Monday 2:30”" in told[1]
    assert told[2].startswith("Gift or sample, +6, given")


def test_a_promise_is_kept_moved_or_let_go(pane: PersonPane, services: OpenBook, qtbot: QtBot) -> None:
    maria = add_maria(services)
    pane.show_person(maria)
    qtbot.waitUntil(lambda: bool(pane.page.agreements.lines_shown()))
    assert pane.page.agreements.lines_shown() == ["Call back, today, 2:30\u00a0PM in Denver: the serum sample"]
    promise = services.promises.open_for(maria)[0]
    with qtbot.waitSignal(pane.promise_move_requested) as asked:
        click(qtbot, pane.page.agreements, "Move…")
    assert asked.args == [maria, promise.id]
    click(qtbot, pane.page.agreements, "Let go")
    assert services.promises.open_for(maria) == ()
    assert not pane.page.agreements.isVisible()
    services.undo.undo(services.clock())
    assert pane.page.agreements.isVisible()
    click(qtbot, pane.page.agreements, "Kept")
    assert entries(pane)[0].startswith("Promise kept, +5")


@pytest.mark.practice("004-30")
def test_a_thank_you_owed_is_said(pane: PersonPane, services: OpenBook, qtbot: QtBot) -> None:
    person = services.people.add(PersonDraft(name="Tom Adeyemi"), services.clock())
    log(services, person, "2026-11-22", TouchKind.BOUGHT)
    pane.show_person(person)
    qtbot.waitUntil(lambda: bool(pane.page.agreements.lines_shown()))
    assert pane.page.agreements.lines_shown() == ["Thank them for their order"]
    click(qtbot, pane.page.agreements, "Thanked")
    assert services.people.view(person).thank_yous == ()
    assert entries(pane)[0].startswith("Thank-you, +5")


@pytest.mark.practice("000-22")
def test_the_life_of_a_friend_comes_first_and_the_business_is_folded(
    pane: PersonPane, services: OpenBook, qtbot: QtBot
) -> None:
    maria = add_maria(services)
    pane.show_person(maria)
    about, move = pane.page.about_card, pane.page.move_card
    assert about.mapTo(pane.page, QPoint()).y() > move.mapTo(pane.page, QPoint()).y()
    draft = services.people.draft(maria)
    services.people.save(maria, replace(draft, closeness=Closeness.FRIEND), services.clock())
    qtbot.waitUntil(lambda: about.mapTo(pane.page, QPoint()).y() < move.mapTo(pane.page, QPoint()).y())
    assert pane.header.line.text() == "Friend"
    assert "In common: two boys, gardening" in about.life_shown()
    assert len(about.life_shown()) > 5
    assert about.business_shown() == []
    click(qtbot, about, "Business")
    assert about.business_shown()[1] == "Came from: Event: Spring Craft Fair"


@pytest.mark.practice("000-22")
def test_a_friend_of_whom_nothing_is_known_does_not_begin_with_business(pane: PersonPane, services: OpenBook) -> None:
    pane.show_person(services.people.add(PersonDraft(name="Wilhelmina", closeness=Closeness.FRIEND), services.clock()))
    about = pane.page.about_card
    words = [each.text() for each in about.findChildren(QLabel) if each.isVisibleTo(about) and each.text()]
    assert words == ["Their life"]


def test_the_four_buttons_ask_for_their_forms(pane: PersonPane, services: OpenBook, qtbot: QtBot) -> None:
    maria = add_maria(services)
    pane.show_person(maria)
    for text, side in (("+ I gave", "gave"), ("− I asked", "asked"), ("We talked", "talked")):
        with qtbot.waitSignal(pane.log_requested) as asked:
            click(qtbot, pane, text)
        assert asked.args == [maria, side]
    for text, signal in (
        ("Promise", pane.promise_requested),
        ("Edit", pane.edit_requested),
        ("Permissions…", pane.permission_requested),
    ):
        with qtbot.waitSignal(signal) as asked:
            click(qtbot, pane, text)
        assert asked.args == [maria]


def test_only_news_about_them_reloads(pane: PersonPane, services: OpenBook, monkeypatch: pytest.MonkeyPatch) -> None:
    maria = add_maria(services)
    other = services.people.add(PersonDraft(name="Somebody Else"), services.clock())
    pane.show_person(maria)
    seen: list[int] = []
    view = services.people.view

    def watched(person_id: int) -> PersonView:
        seen.append(person_id)
        return view(person_id)

    monkeypatch.setattr(services.people, "view", watched)
    log(services, other, "2026-11-22", TouchKind.GIFT)
    assert seen == []
    log(services, maria, "2026-11-22", TouchKind.GIFT)
    assert seen == [maria]
    assert entries(pane)[0].startswith("Gift or sample")


@pytest.mark.in_turns
def test_somebody_is_shown_in_turns_and_whole_for_whoever_asks(
    pane: PersonPane, services: OpenBook, qtbot: QtBot
) -> None:
    maria = add_maria(services)
    pane.show_person(maria)
    assert pane._header.name.text() != "Maria Delgado", "not while the key is being handled"
    qtbot.waitUntil(lambda: pane._header.name.text() == "Maria Delgado")
    qtbot.waitUntil(lambda: pane._page.touches.person_id == maria)
    log(services, maria, "2026-11-22", TouchKind.GIFT)
    assert entries(pane)[0].startswith("Gift or sample"), "the page is whole for whoever asks for it"


def test_what_happened_while_hidden_is_caught_up_with(pane: PersonPane, services: OpenBook) -> None:
    maria = add_maria(services)
    pane.show_person(maria)
    pane.hide()
    log(services, maria, "2026-11-22", TouchKind.GIFT)
    pane.show()
    assert entries(pane)[0].startswith("Gift or sample")


def test_somebody_removed_leaves_the_empty_state(pane: PersonPane, services: OpenBook) -> None:
    maria = add_maria(services)
    pane.show_person(maria)
    services.people.remove([maria], services.clock())
    assert pane.person_id is None
    assert button(pane, "Add person").isVisible()


@pytest.mark.practice("002-10")
@pytest.mark.practice("000-16")
def test_too_little_given_is_told_in_a_sentence(pane: PersonPane, services: OpenBook) -> None:
    jo = services.people.add(PersonDraft(name="Jo Fry", closeness=Closeness.FRIEND), NOW)
    for day, kind in (
        ("2026-11-02", TouchKind.GIFT),
        ("2026-11-09", TouchKind.ASK_BUY),
        ("2026-11-12", TouchKind.USEFUL_INFO),
        ("2026-11-19", TouchKind.ASK_HOST),
    ):
        log(services, jo, day, kind)
    pane.show_person(jo)
    card = pane.page.account_card
    assert card.caution_shown() == "Given 2 times, asked 2 times: give first. Half of your contacts with Jo were asks."
    assert "asked 2 times" not in card.shown()[1]


@pytest.mark.practice("004-12")
def test_more_asked_than_given_is_told_in_a_sentence(pane: PersonPane, services: OpenBook) -> None:
    account = services.timeline.account(add_maria(services), NOW)
    card = pane.page.account_card
    few = Share(2, 5, 40)
    card.show_account(replace(account, given=2, asked=3, share=few), "Maria", NOW)
    assert card.caution_shown() == "You have asked more than you gave."
    assert card.shown()[1].startswith("Given 2 times, asked 3 times.")
    card.show_account(replace(account, given=4, asked=2, share=few), "Maria", NOW)
    assert card.caution_shown() == ""


@pytest.mark.practice("000-16")
@pytest.mark.parametrize(
    ("share", "said"),
    [
        (Share(1, 1, 40), "Your only contact with Maria lately was an ask."),
        (Share(3, 3, 40), "All of your 3 contacts with Maria lately were asks."),
        (Share(1, 3, 25), "1 of your 3 contacts with Maria was an ask."),
        (Share(2, 3, 40), "2 of your 3 contacts with Maria were asks."),
    ],
)
def test_too_large_a_share_of_asks_is_counted(pane: PersonPane, services: OpenBook, share: Share, said: str) -> None:
    account = services.timeline.account(add_maria(services), NOW)
    pane.page.account_card.show_account(replace(account, given=9, asked=1, share=share), "Maria", NOW)
    assert pane.page.account_card.caution_shown() == said


@pytest.mark.practice("002-04")
@pytest.mark.rule("D3")
def test_who_looks_like_a_fan_becomes_one_when_the_user_says_so(
    pane: PersonPane, services: OpenBook, qtbot: QtBot
) -> None:
    maria = add_maria(services)
    pane.show_person(maria)
    assert not pane.page.account_card.mark_fan.isVisible()
    for day in ("2026-05-01", "2026-08-01", "2026-11-01"):
        log(services, maria, day, TouchKind.BOUGHT)
    for day in ("2026-11-02", "2026-11-09"):
        log(services, maria, day, TouchKind.GIFT)
    services.timeline.log(maria, Entry(TouchKind.HELPED_ME, NOW.today, topic="testimonial"), NOW)
    assert services.people.view(maria).stage is Stage.CUSTOMER
    qtbot.waitUntil(pane.page.account_card.mark_fan.isVisible, timeout=2000)
    click(qtbot, pane.page.account_card, "Mark as fan")
    assert services.people.view(maria).stage is Stage.FAN
    qtbot.waitUntil(lambda: not pane.page.account_card.mark_fan.isVisible(), timeout=2000)
    done = services.undo.undo(NOW)
    assert done is not None
    assert wording.step_done(done) == "Maria is a fan"
    assert services.people.view(maria).stage is Stage.CUSTOMER
    qtbot.waitUntil(pane.page.account_card.mark_fan.isVisible, timeout=2000)


def test_a_person_without_touches_says_so(pane: PersonPane, services: OpenBook) -> None:
    pane.show_person(services.people.add(PersonDraft(name="Kim Ito"), services.clock()))
    assert not pane.page.timeline.isVisible()
    assert pane.page.account_card.shown()[1].startswith("Nothing given and nothing asked yet.")
    assert [chip for chip, _tip in pane.header.chips_shown()] == ["no permission noted"]


def test_what_was_long_ago_is_not_told_as_never(pane: PersonPane, services: OpenBook) -> None:
    account = services.timeline.account(add_maria(services), services.clock())
    pane.page.account_card.show_account(replace(account, given=0, asked=0), "Maria", services.clock())
    assert pane.page.account_card.shown()[1].startswith("Nothing given and nothing asked lately.")
    pane.page.account_card.show_account(replace(account, level=Level.OVERDRAWN, points=0), "Maria", services.clock())
    assert pane.page.account_card.shown()[0] == "Overdrawn"
    pane.page.account_card.show_account(replace(account, given=2, asked=0), "Maria", services.clock())
    assert pane.page.account_card.shown()[1].startswith("Given 2 times, nothing asked.")


def test_the_keyboard_walks_edits_and_removes(pane: PersonPane, services: OpenBook, qtbot: QtBot) -> None:
    maria = add_maria(services)
    pane.show_person(maria)
    timeline = pane.page.timeline
    timeline.setFocus(Qt.FocusReason.TabFocusReason)
    assert timeline.currentIndex().row() == 0
    qtbot.keyClick(timeline, Qt.Key.Key_Down)
    assert timeline.currentIndex().row() == 1
    with qtbot.waitSignal(pane.touch_edit_requested) as asked:
        qtbot.keyClick(timeline, Qt.Key.Key_Return)
    assert asked.args is not None
    assert asked.args[1].kind is TouchKind.VOICEMAIL
    qtbot.keyClick(timeline, Qt.Key.Key_Delete)
    assert not any("Voicemail" in told for told in entries(pane))
    services.undo.undo(services.clock())
    assert any("Voicemail" in told for told in entries(pane))


def test_the_menu_of_an_entry_edits_and_removes(pane: PersonPane, services: OpenBook, qtbot: QtBot) -> None:
    pane.show_person(add_maria(services))
    entry = pane.page.touches.entry(0)
    menu = pane.page.timeline.menu_of(entry)
    assert [action.text() for action in menu.actions()] == ["Edit…", "Remove", "", "Log contact…"]
    with qtbot.waitSignal(pane.log_requested) as asked:
        menu.actions()[3].trigger()
    assert asked.args == [pane.person_id, "log"]
    with qtbot.waitSignal(pane.touch_edit_requested):
        menu.actions()[0].trigger()
    menu.actions()[1].trigger()
    assert entry.id not in [pane.page.touches.entry(row).id for row in range(pane.page.touches.rowCount())]


def test_two_thousand_touches_are_loaded_as_one_scrolls(pane: PersonPane, services: OpenBook) -> None:
    person = services.people.add(PersonDraft(name="Ann"), at("2018-01-01T10:00"))
    rows = [
        (person, f"{2019 + number // 365}-{number % 12 + 1:02d}-{number % 28 + 1:02d}", "gift", 6 if number % 2 else -6)
        for number in range(2000)
    ]
    with services.book.quietly():
        services.book.run_many(
            "INSERT INTO touch (person_id, on_date, kind, points, entered_at) VALUES (?, ?, ?, ?, '')", rows
        )
    pane.show_person(person)
    assert pane.page.touches.rowCount() == PAGE
    bar = pane.page.verticalScrollBar()
    loaded = {PAGE}
    for _turn in range(60):
        bar.setValue(bar.maximum())
        QApplication.processEvents()
        loaded.add(pane.page.touches.rowCount())
    assert pane.page.touches.rowCount() == 2000
    assert len(loaded) > 10
    days = [pane.page.touches.entry(row).on for row in range(2000)]
    assert days == sorted(days, reverse=True)
    assert not pane.grab().isNull()


@pytest.mark.parametrize(
    "name",
    [
        "A" * 80,
        "Wolfeschlegelsteinhausenbergerdorff " * 3,
        "👩‍👩‍👧‍👦 Zoë 🎉",
        "محمد بن عبد الله",
        "<b>Bold</b> & Sons",
        "יוסף כהן",
    ],
)
def test_any_name_fits(pane: PersonPane, services: OpenBook, name: str) -> None:
    person = services.people.add(
        PersonDraft(
            name=name,
            in_common=name,
            how_known=name,
            phones=(PhoneDraft("+13035550142"),),
            emails=(EmailDraft("x" * 80 + "@example.org"),),
        ),
        services.clock(),
    )
    pane.show_person(person)
    assert pane.width() == 412
    assert pane.header.name.text() == " ".join(name.split())
    assert pane.minimumSizeHint().width() <= 412
    assert pane.page._inner.minimumSizeHint().width() <= 400
    assert not pane.grab().isNull()


def test_nothing_is_squeezed_before_the_next_turn_of_events(pane: PersonPane, services: OpenBook) -> None:
    life = "Her father moved in with them in August; she sings in the choir on Thursdays and is tired."
    draft = PersonDraft(name="Ines Duarte", closeness=Closeness.FRIEND, life=life, remember="The allotment", note=life)
    person = services.people.add(draft, services.clock())
    pane.show_person(add_maria(services))
    QApplication.processEvents()
    pane.show_person(person)
    for card in (pane.page.about_card, pane.page.move_card, pane.page.account_card):
        layout = card.layout()
        assert layout is not None
        assert card.height() >= layout.totalHeightForWidth(card.width()), type(card).__name__


def test_a_source_is_not_told_twice_and_no_way_leaves_no_gap(pane: PersonPane, services: OpenBook) -> None:
    person = services.people.add(
        PersonDraft(
            name="Ann",
            source_kind=SourceKind.EVENT,
            source_name="Spring Craft Fair",
            how_known="Spring Craft Fair, table 4",
        ),
        services.clock(),
    )
    pane.show_person(person)
    assert pane.header.line.text() == "New"
    assert pane.header.known.text() == "Spring Craft Fair, table 4"
    assert not pane.header.contacts.isVisible()


def test_a_megabyte_of_note_is_no_trouble(pane: PersonPane, services: OpenBook) -> None:
    long = "A very long story. " * 50_000 + "x" * 100_000
    person = services.people.add(PersonDraft(name="Ann", note=long, life=long), services.clock())
    log(services, person, "2026-11-20", TouchKind.GIFT, words=long)
    pane.show_person(person)
    assert pane.page._inner.minimumSizeHint().width() <= 400
    assert pane.page.timeline.height() < 300
    assert not pane.grab().isNull()


def test_their_clock_follows_the_minutes(pane: PersonPane, services: OpenBook) -> None:
    maria = add_maria(services)
    pane.show_person(maria)
    clock = services.clock
    assert isinstance(clock, Clock)
    clock.now = at("2026-11-23T13:40")
    pane.tick()
    assert pane.header.local_time.text().startswith("12:40 PM in Denver")


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Maria Delgado", "MD"),
        ("maria", "M"),
        ("Dr. A. B. Cook", "DC"),
        ("", ""),
        ("(303) 555", "#"),
        ("Жанна Ли", "ЖЛ"),
    ],
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_where_there_is_little_height_the_header_scrolls_along(
    pane: PersonPane, services: OpenBook, qtbot: QtBot
) -> None:
    pane.show_person(add_maria(services))
    assert not pane.page.isAncestorOf(pane.header)
    pane.resize(412, 420)
    assert pane.page.isAncestorOf(pane.header)
    qtbot.waitUntil(lambda: pane.page.height() > 300)
    with qtbot.waitSignal(pane.edit_requested):
        click(qtbot, pane, "Edit")
    pane.resize(412, 900)
    assert not pane.page.isAncestorOf(pane.header)
    qtbot.waitUntil(lambda: pane.header.mapTo(pane, QPoint()).y() == 0)


def test_the_reasons_unfold_from_the_keyboard(pane: PersonPane, services: OpenBook, qtbot: QtBot) -> None:
    pane.show_person(add_maria(services))
    pane.activateWindow()
    qtbot.waitUntil(pane.isActiveWindow)
    sentence = pane.page.move_card._why
    for _turn in range(30):
        if sentence.hasFocus():
            break
        qtbot.keyClick(pane.focusWidget(), Qt.Key.Key_Tab)
    assert sentence.hasFocus()
    qtbot.keyClick(pane.focusWidget(), Qt.Key.Key_Return)
    assert pane.page.move_card.reasons_shown()
    assert "Less" in sentence.text()
    qtbot.keyClick(pane.focusWidget(), Qt.Key.Key_Return)
    assert pane.page.move_card.reasons_shown() == []


def test_without_a_program_for_it_the_number_is_copied(
    pane: PersonPane, services: OpenBook, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reach, "hand_over", lambda _scheme, _address: False)
    pane.show_person(add_maria(services))
    click(qtbot, pane.header, "E-mail")
    open_menu().actions()[1].trigger()
    open_menu().close()
    assert QGuiApplication.clipboard().text() == "maria.delgado@example.org"
    assert "no program for that" in pane.header.contacts.said()


def test_wrong_numbers_can_be_seen_but_not_used(pane: PersonPane, services: OpenBook, qtbot: QtBot) -> None:
    numbers = (PhoneDraft("303 555 0142", is_wrong=True), PhoneDraft("303 555 0143"))
    pane.show_person(services.people.add(PersonDraft(name="Ann", phones=numbers), services.clock()))
    click(qtbot, pane.header, "(303) 555-0143")
    wrong = open_menu().actions()[0]
    assert wrong.text() == "(303) 555-0142 · wrong number"
    assert not wrong.isEnabled()
    open_menu().close()


@pytest.mark.rule("G23")
@pytest.mark.parametrize(
    ("zones", "said"),
    [
        (ZoneSet(("America/Chicago",), is_guessed=True), "Time zone not known; yours is used"),
        (ZoneSet(("America/New_York", "America/Chicago")), "1:12 PM or 2:12 PM there, depending on where they are"),
        (ZoneSet(("America/Chicago", "America/Menominee")), "1:12 PM in Chicago"),
        (ZoneSet(()), ""),
    ],
)
def test_their_time_is_told_as_far_as_it_is_known(zones: ZoneSet, said: str) -> None:
    assert local_time(zones, Move(1, Action.THANK), NOW) == said


def test_a_call_is_fine_until_an_hour_on_their_clock() -> None:
    closes = at("2026-11-23T20:00").utc
    move = Move(1, Action.CALL, channel=Channel.CALL, closes_at=closes)
    said = local_time(ZoneSet(("America/Denver",)), move, NOW)
    assert said == "12:12 PM in Denver · fine to call until 7:00 PM"


def test_a_balance_that_never_moved_draws_nothing(pane: PersonPane, services: OpenBook) -> None:
    pane.show_person(services.people.add(PersonDraft(name="Ann"), services.clock()))
    assert not pane.page.account_card._chart.isVisible()
    pane.show_person(add_maria(services))
    chart = pane.page.account_card._chart
    assert chart.isVisible()
    assert "lowest" in chart.accessibleName()


def test_everything_one_can_reach_has_a_name(pane: PersonPane, services: OpenBook) -> None:
    pane.show_person(add_maria(services))
    nameless = [
        widget
        for widget in pane.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert nameless == []


def test_the_stage_of_a_person_put_off_tells_until_when(pane: PersonPane, services: OpenBook, qtbot: QtBot) -> None:
    maria = add_maria(services)
    services.people.set_stage(maria, Stage.NOT_NOW, at("2027-02-01T09:00").today, services.clock())
    pane.show_person(maria)
    click(qtbot, pane.page.about_card, "More")
    assert pane.page.about_card.business_shown()[0] == "Stage: Not now until Feb 1, 2027"
    assert services.promises.open_for(maria)[0].kind is PromiseKind.CALLBACK


def test_thank_yous_that_read_alike_say_of_which_day_they_are(
    pane: PersonPane, services: OpenBook, qtbot: QtBot
) -> None:
    maria = add_maria(services)
    for day in ("2026-11-10", "2026-11-17"):
        log(services, maria, day, TouchKind.BOUGHT)
    pane.show_person(maria)
    qtbot.waitUntil(lambda: bool(pane.page.agreements.lines_shown()))
    owed = [line for line in pane.page.agreements.lines_shown() if line.startswith("Thank them for their order")]
    assert owed == ["Thank them for their order \u00b7 Nov\u00a012", "Thank them for their order \u00b7 Thu"]
