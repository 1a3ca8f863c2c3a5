"""Worked cases from first to last, through the services: what Dana writes down, and what the day then says."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest

from planner.domain.account import Level
from planner.domain.moment import Moment
from planner.domain.move import Action, Band, Move
from planner.domain.person import Birthday, Closeness, LeapRule, SourceKind, Stage
from planner.domain.promise import PromiseKind, Window
from planner.domain.thanks import ThanksFor
from planner.domain.touch import Channel, Direction, TouchKind
from planner.models.book import Book
from planner.services.changes import Changes
from planner.services.drafts import EmailDraft, PersonDraft, PhoneDraft
from planner.services.people import People
from planner.services.permissions import Permissions
from planner.services.preferences import PreferencesStore
from planner.services.promise_rows import PromiseDraft
from planner.services.promises import Promises
from planner.services.timeline import Entry, Timeline
from planner.services.today import Day, Today
from tests.builders import at

K = TouchKind


class Dana:
    """Dana's book in Nashville, and what she can do with it."""

    def __init__(self, book: Book) -> None:
        changes = Changes()
        self.people = People(book, changes)
        self.timeline = Timeline(book, changes)
        self.promises = Promises(book, changes)
        self.permissions = Permissions(book, changes)
        self.today = Today(book, PreferencesStore(book, changes))

    def add(self, name: str, now: str, phone: str = "615-555-0142", **known: Any) -> int:
        """Add somebody with a number."""
        phones = (PhoneDraft(phone),) if phone else ()
        return self.people.add(PersonDraft(name=name, phones=phones, **known), at(now))

    def log(self, person_id: int, kind: TouchKind, now: str, **said: Any) -> None:
        """Write down what just happened."""
        moment = at(now)
        self.timeline.log(person_id, Entry(kind, moment.today, **({"at": moment.clock} | said)), moment)

    def move(self, person_id: int, now: str) -> Move:
        """The next right move."""
        return self.today.move(person_id, at(now))

    def day(self, now: str) -> Day:
        """Today's list."""
        return self.today.day(at(now))

    def points(self, person_id: int, now: str) -> tuple[Level, int]:
        """Level and points."""
        account = self.timeline.account(person_id, at(now))
        return account.level, account.points


@pytest.fixture
def dana(book: Book) -> Dana:
    return Dana(book)


def _names(lane: tuple[Any, ...]) -> list[str]:
    return [card.name for card in lane]


def _local(moment: Any) -> str:
    return f"{Moment(moment, 'America/Chicago').local:%a %H:%M}"


@pytest.mark.rule("D7.3")
@pytest.mark.rule("G3")
@pytest.mark.practice("C12")
@pytest.mark.practice("001-17")
def test_s1_a_fresh_inquiry_from_los_angeles(dana: Dana) -> None:
    mails = (EmailDraft("priya@example.org"),)
    priya = dana.add("Priya", "2026-12-01T08:25", "310-555-0188", source_kind=SourceKind.BLOG, emails=mails)
    said = {"words": "sample for sensitive skin", "wants_answer": True, "expects_call": True}
    dana.log(priya, K.REACHED_OUT, "2026-12-01T08:25", **said)
    early = dana.day("2026-12-01T08:45")
    (card,) = early.later
    assert (card.move.action, card.move.band, card.move.is_hot) == (Action.ANSWER, Band.INQUIRY, True)
    assert (_local(card.move.opens_at), card.local_time) == ("Tue 10:00", "06:45")
    assert (early.call_now, early.write) == ((), ())
    assert "mail_meanwhile" in [reason.code for reason in card.move.why]
    friend = dana.add("Jo", "2026-11-01T09:00", "615-555-0143", closeness=Closeness.FRIEND)
    dana.log(friend, K.CONVERSATION, "2026-09-30T09:00")
    at_ten = dana.day("2026-12-01T10:00")
    assert _names(at_ten.call_now) == ["Priya", "Jo"]
    assert dana.points(priya, "2026-12-01T10:00") == (Level.THIN, 4)


@pytest.mark.rule("D6.11")
@pytest.mark.rule("G15")
def test_s3_a_missed_callback_is_mended(dana: Dana) -> None:
    beth = dana.add("Beth", "2026-11-20T09:00", opening_balance=10)
    callback = PromiseDraft(PromiseKind.CALLBACK, date(2026, 11, 20), Window.EXACT, time(15), reason="the party")
    dana.promises.make(beth, callback, at("2026-11-20T09:00"))
    assert dana.promises.settle_overdue(at("2026-11-24T10:00")) == 1
    assert dana.points(beth, "2026-11-20T23:59") == (Level.OVERDRAWN, -2)
    tuesday = "2026-11-24T10:00"
    late = dana.move(beth, tuesday)
    assert (late.action, late.band, late.is_late) == (Action.APOLOGISE, Band.OVERDUE, True)
    assert [(hold.rule, hold.code) for hold in late.holds] == [("G15", "promise_first")]
    dana.log(beth, K.APOLOGY, tuesday)
    dana.log(beth, K.CONVERSATION, "2026-11-24T10:05", channel=Channel.CALL)
    again = PromiseDraft(PromiseKind.CALLBACK, date(2026, 11, 25), Window.EXACT, time(11))
    dana.promises.make(beth, again, at("2026-11-24T10:10"))
    assert dana.move(beth, "2026-11-25T11:05").action is Action.CALL
    dana.log(beth, K.VOICEMAIL, "2026-11-25T11:05", channel=Channel.VOICEMAIL)
    assert dana.move(beth, "2026-11-25T12:00").action is not Action.APOLOGISE
    assert 15 <= dana.points(beth, "2026-11-25T12:00")[1] <= 17


@pytest.mark.scenario("S4")
@pytest.mark.rule("D7.12")
@pytest.mark.rule("G20")
def test_s4_call_me_in_march(dana: Dana) -> None:
    kim = dana.add("Kim", "2026-11-24T10:00", opening_balance=0)
    dana.log(kim, K.CONVERSATION, "2026-11-24T10:00", channel=Channel.CALL)
    dana.people.set_stage(kim, Stage.NOT_NOW, date(2027, 3, 1), at("2026-11-24T10:05"))
    promise = PromiseDraft(PromiseKind.CALLBACK, date(2027, 3, 1), words="not now - call me in March")
    dana.promises.make(kim, promise, at("2026-11-24T10:05"))
    february = dana.move(kim, "2027-02-10T10:00")
    assert (february.action, february.wait_until, february.band) == (Action.WAIT, date(2027, 3, 1), None)
    assert dana.day("2027-02-10T10:00").cards == ()
    dana.log(kim, K.CARD_WRITTEN, "2026-12-18T10:00", channel=Channel.CARD)
    (march,) = dana.day("2027-03-01T09:05").call_now
    assert (march.move.action, march.move.band, march.move.channel) == (Action.CALL, Band.CALLBACK, Channel.CALL)
    assert march.move.why[0].facts["words"] == "not now - call me in March"
    assert dana.points(kim, "2027-03-01T09:05")[0] is Level.THIN


@pytest.mark.rule("G6")
def test_s7_family_hears_from_dana_without_business(dana: Dana) -> None:
    ann = dana.add("Ann", "2026-09-01T10:00", closeness=Closeness.FAMILY, opening_balance=4)
    dana.log(ann, K.CONVERSATION, "2026-09-20T10:00", channel=Channel.CALL)
    hello = dana.move(ann, "2026-11-24T10:00")
    assert (hello.action, [hold.rule for hold in hello.holds]) == (Action.KEEP_IN_TOUCH, ["G6"])
    dana.log(
        ann,
        K.MESSAGE,
        "2026-11-24T10:00",
        channel=Channel.TEXT,
        direction=Direction.THEM,
        words="that candle?",
        wants_answer=True,
    )
    assert dana.move(ann, "2026-11-24T10:05").action is Action.ANSWER


@pytest.mark.scenario("S16")
@pytest.mark.rule("D6.8")
@pytest.mark.parametrize(
    ("rule", "now", "action"),
    [
        (LeapRule.FEB_28, "2027-02-28T12:00", Action.CELEBRATE),
        (LeapRule.MAR_1, "2027-02-28T12:00", Action.ALL_IS_WELL),
        (LeapRule.MAR_1, "2027-03-01T12:00", Action.CELEBRATE),
        (LeapRule.FEB_28, "2028-02-29T12:00", Action.CELEBRATE),
        (LeapRule.MAR_1, "2028-02-29T12:00", Action.CELEBRATE),
    ],
)
def test_s16_a_leap_birthday_in_utah(dana: Dana, rule: LeapRule, now: str, action: Action) -> None:
    born = Birthday(2, 29, leap_rule=rule)
    ivy = dana.add("Ivy", "2026-12-20T10:00", "801-555-0111", birthday=born)
    dana.log(ivy, K.CONVERSATION, "2026-12-20T10:00", channel=Channel.CALL)
    follow = PromiseDraft(PromiseKind.FOLLOW_UP, date(2028, 12, 1), reason="the spring range")
    dana.promises.make(ivy, follow, at("2026-12-20T10:00"))
    found = dana.move(ivy, now)
    assert found.action is action
    if action is Action.CELEBRATE:
        assert (found.band, [hold.rule for hold in found.holds]) == (Band.KINDNESS, ["G16"])
        assert _names(dana.day(now).cards) == ["Ivy"]


@pytest.mark.rule("D7.15")
@pytest.mark.practice("002-26")
def test_s21_a_lovely_talk_without_a_next_step_comes_back_the_next_day(dana: Dana) -> None:
    tasha = dana.add("Tasha", "2026-11-01T10:00", opening_balance=4)
    dana.log(tasha, K.CONVERSATION, "2026-11-24T16:00", words="she wants to help with school fees")
    found = dana.move(tasha, "2026-11-25T10:00")
    assert (found.action, found.band) == (Action.SET_NEXT_STEP, Band.FOLLOW_UP)


@pytest.mark.rule("D7.11")
@pytest.mark.rule("G13")
def test_s22_a_referral_is_thanked_for_and_not_simply_rung(dana: Dana) -> None:
    lisa = dana.add("Lisa", "2026-10-01T10:00", stage=Stage.CUSTOMER)
    dana.log(lisa, K.HELPED_ME, "2026-11-23T10:00", topic=ThanksFor.REFERRAL.value, words="Maria would love it")
    referred: dict[str, Any] = {"source_kind": SourceKind.REFERRAL, "source_name": "Lisa", "introduced_by_id": lisa}
    maria = dana.add("Maria", "2026-11-23T10:05", "615-555-0199", closeness=Closeness.STRANGER, **referred)
    thanks = dana.move(lisa, "2026-11-24T10:00")
    assert (thanks.action, thanks.band) == (Action.THANK, Band.KINDNESS)
    assert thanks.why[0].facts["trigger"] is ThanksFor.REFERRAL
    stranger = dana.move(maria, "2026-11-24T10:00")
    assert (stranger.action, stranger.rings, stranger.channel) == (Action.ASK_INTRODUCTION, False, None)
    assert stranger.ref_id == lisa
    assert _names(dana.day("2026-11-24T10:00").write) == ["Lisa", "Maria"]
    dana.log(lisa, K.THANK_YOU, "2026-11-24T10:10", channel=Channel.TEXT)
    assert dana.move(lisa, "2026-11-24T11:00").action is not Action.THANK


@pytest.mark.scenario("S24")
@pytest.mark.rule("D6.10")
@pytest.mark.practice("004-07")
def test_s24_fourteen_silent_months(dana: Dana) -> None:
    olga = dana.add("Olga", "2025-01-10T10:00", stage=Stage.CUSTOMER)
    dana.log(olga, K.BOUGHT, "2025-09-18T10:00")
    dana.log(olga, K.THANK_YOU, "2025-09-19T10:00", channel=Channel.CARD)
    found = dana.move(olga, "2026-11-24T10:00")
    assert (found.action, found.band, found.channel, found.then_call) == (
        Action.RECONNECT,
        Band.KEEP_IN_TOUCH,
        Channel.TEXT,
        False,
    )
    assert [(hold.code, hold.facts["until"]) for hold in found.holds] == [
        ("no_ask_after_reconnect", date(2026, 12, 24))
    ]
    level, points = dana.points(olga, "2026-11-24T10:00")
    assert (level, points) == (Level.THIN, 0)
    assert _names(dana.day("2026-11-24T10:00").write) == ["Olga"]


@pytest.mark.rule("G2")
def test_s29_a_wrong_number_is_never_rung_again(dana: Dana) -> None:
    bob = dana.add("Bob", "2026-11-01T10:00", emails=(EmailDraft("bob@example.org"),), opening_balance=4)
    dana.log(bob, K.WRONG_NUMBER, "2026-11-23T10:00", channel=Channel.CALL, phone="615-555-0142")
    found = dana.move(bob, "2026-11-24T10:00")
    assert not found.rings
    assert found.channel in {Channel.EMAIL, None}


@pytest.mark.rule("G1")
@pytest.mark.rule("C4")
def test_s15_a_stop_by_text_closes_texts_at_once(dana: Dana) -> None:
    deb = dana.add("Deb", "2026-10-01T10:00", stage=Stage.CUSTOMER, opening_balance=18)
    dana.log(deb, K.CONVERSATION, "2026-11-10T10:00")
    promise = PromiseDraft(PromiseKind.PROMISED, date(2026, 11, 27), reason="bring the order")
    dana.promises.make(deb, promise, at("2026-11-10T10:05"))
    dana.permissions.stop(deb, Channel.TEXT, "please quit texting me", at("2026-11-23T18:02"))
    friday = dana.move(deb, "2026-11-27T10:00")
    assert (friday.band, friday.why[0].facts["reason"]) == (Band.CALLBACK, "bring the order")
    assert friday.channel is not Channel.TEXT
    card = dana.today.card(deb, at("2026-11-23T18:02"))
    assert (card.may_text, card.may_call) == (False, None)
