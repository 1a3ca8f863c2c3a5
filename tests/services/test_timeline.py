"""What logging a contact does: the entry itself, and everything that follows from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from planner.domain.account import Care, Level
from planner.domain.errors import PlannerError
from planner.domain.interest import Scope
from planner.domain.moment import Moment
from planner.domain.permission import Permission, Topic
from planner.domain.person import Closeness, SourceKind, Stage
from planner.domain.promise import PromiseKind, PromiseStatus, Window
from planner.domain.thanks import ThanksFor
from planner.domain.touch import Channel, Direction, TouchKind
from planner.models.book import Book
from planner.services import no_rows
from planner.services.changes import Change, Changed, Changes
from planner.services.interests import Interests
from planner.services.people import EmailDraft, People, PersonDraft, PhoneDraft
from planner.services.permissions import Permissions
from planner.services.promises import PromiseDraft, Promises
from planner.services.timeline import Entry, Timeline
from planner.services.undo import Undo
from tests.builders import NOW, add_person, at

K = TouchKind
TUESDAY = date(2026, 12, 1)


class Desk:
    """The services of one book, and a person in it."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.changes = Changes()
        self.told: list[Changed] = []
        self.changes.subscribe(self.told.append)
        self.people = People(book, self.changes)
        self.timeline = Timeline(book, self.changes)
        self.promises = Promises(book, self.changes)
        self.permissions = Permissions(book, self.changes)
        self.undo = Undo(book, self.changes)
        self.now = at("2026-12-01T14:00")
        self.maria = self.people.add(PersonDraft(name="Maria Delgado", phones=(PhoneDraft("312-555-0142"),)), self.now)

    def log(self, kind: TouchKind, **facts: Any) -> int:
        """Something that happened to Maria just now, unless told otherwise."""
        return self.timeline.log(self.maria, replace(Entry(kind, TUESDAY), **facts), self.now)

    def stage(self) -> Stage:
        return self.people.view(self.maria).stage

    def kinds(self) -> list[tuple[TouchKind, float]]:
        """Maria's timeline, oldest first."""
        return [(entry.kind, entry.points) for entry in reversed(self.timeline.entries(self.maria))]

    def promise(self, day: date = TUESDAY, window: Window = Window.DAY, when: time | None = None, **facts: Any) -> int:
        draft = PromiseDraft(PromiseKind.CALLBACK, day, window, when, "America/Chicago", reason="serum")
        return self.promises.make(self.maria, replace(draft, **facts), self.now)

    def status(self, promise_id: int) -> str:
        return str(self.book.value("SELECT status FROM promise WHERE id = ?", (promise_id,)))

    def owed(self) -> list[tuple[ThanksFor, date]]:
        return [(owed.trigger, owed.due_on) for owed in self.people.view(self.maria).thank_yous]


@pytest.fixture
def desk(book: Book) -> Desk:
    return Desk(book)


def test_an_entry_comes_back_as_it_was_logged(desk: Desk) -> None:
    entry = Entry(
        K.CONVERSATION, date(2026, 11, 30), time(17, 5), Channel.CALL, topic="serum", words="loved it",
        note="two\nlines", thanked_me=True,
    )  # fmt: skip
    touch_id = desk.timeline.log(desk.maria, entry, desk.now)

    (kept,) = desk.timeline.entries(desk.maria)
    assert (kept.id, kept.on, kept.at, kept.kind, kept.points) == (touch_id, entry.on, time(17, 5), K.CONVERSATION, 6)
    assert (kept.channel, kept.direction, kept.topic) == (Channel.CALL, Direction.ME, "serum")
    assert (kept.words, kept.note, kept.counts, kept.thanked_me) == ("loved it", "two\nlines", True, True)


@pytest.mark.practice("003-09")
def test_who_began_is_you_unless_it_is_said_that_they_did(desk: Desk) -> None:
    desk.log(K.MESSAGE, at=time(9))
    desk.log(K.MESSAGE, at=time(10), direction=Direction.THEM)
    began = {entry.at: entry.direction for entry in desk.timeline.entries(desk.maria)}
    assert began == {time(9): Direction.ME, time(10): Direction.THEM}


def test_logging_is_one_step_told_to_everybody(desk: Desk) -> None:
    desk.promise(window=Window.EXACT, when=time(14))
    told = len(desk.told)
    desk.log(K.CONVERSATION)

    assert desk.told[told:] == [
        Changed(Change.TOUCHES | Change.PROMISES | Change.THANKS | Change.PEOPLE, frozenset({desk.maria}))
    ]
    step = desk.undo.undo(desk.now)
    assert step is not None
    assert (step.what, step.detail["name"], step.detail["kind"]) == ("touch_logged", "Maria", "conversation")
    assert (desk.kinds(), desk.stage(), len(desk.promises.open_for(desk.maria))) == ([], Stage.NEW, 1)


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        (Entry(K.NOTE, None), "touch_needs_day"),
        (Entry(K.NOTE, TUESDAY + timedelta(days=1)), "touch_in_future"),
        (Entry(K.NOTE, TUESDAY, time(14, 1)), "touch_in_future"),
    ],
)
def test_what_cannot_have_happened_is_refused(desk: Desk, entry: Entry, code: str) -> None:
    with pytest.raises(PlannerError, match=code):
        desk.timeline.log(desk.maria, entry, desk.now)
    assert desk.kinds() == []


def test_nobody_can_be_logged_with_nobody(desk: Desk) -> None:
    with pytest.raises(PlannerError, match="no_such_person"):
        desk.timeline.log(999, Entry(K.NOTE, TUESDAY), desk.now)
    with pytest.raises(PlannerError, match="no_such_touch"):
        desk.timeline.remove(999, desk.now)


@pytest.mark.rule("D3")
@pytest.mark.parametrize(
    ("before", "kind", "facts", "after"),
    [
        (Stage.NEW, K.NO_ANSWER, {}, Stage.REACHED_OUT),
        (Stage.NEW, K.VOICEMAIL, {}, Stage.REACHED_OUT),
        (Stage.NEW, K.MESSAGE, {"channel": Channel.TEXT}, Stage.REACHED_OUT),
        (Stage.NEW, K.ASK_BUY, {"channel": Channel.TEXT}, Stage.REACHED_OUT),
        (Stage.NEW, K.NOTE, {}, Stage.NEW),
        (Stage.NEW, K.CONVERSATION, {}, Stage.IN_CONVERSATION),
        (Stage.REACHED_OUT, K.REACHED_OUT, {}, Stage.IN_CONVERSATION),
        (Stage.RESTING, K.MESSAGE, {"direction": Direction.THEM}, Stage.IN_CONVERSATION),
        (Stage.CLOSED_KINDLY, K.REACHED_OUT, {}, Stage.IN_CONVERSATION),
        (Stage.CLOSED_KINDLY, K.CONVERSATION, {}, Stage.CLOSED_KINDLY),
        (Stage.NOT_NOW, K.CONVERSATION, {}, Stage.NOT_NOW),
        (Stage.NO, K.REACHED_OUT, {}, Stage.NO),
        (Stage.REACHED_OUT, K.GIFT, {"channel": Channel.IN_PERSON}, Stage.IN_CONVERSATION),
        (Stage.IN_CONVERSATION, K.ASK_HOST, {}, Stage.OFFERED),
        (Stage.CUSTOMER, K.ASK_HOST, {}, Stage.CUSTOMER),
        (Stage.OFFERED, K.BOUGHT, {}, Stage.CUSTOMER),
        (Stage.HOST, K.BOUGHT, {}, Stage.HOST),
        (Stage.FAN, K.CONVERSATION, {}, Stage.FAN),
    ],
)
def test_the_stage_moves_by_itself_only_where_the_rules_say(
    desk: Desk, before: Stage, kind: TouchKind, facts: dict[str, Any], after: Stage
) -> None:
    desk.people.set_stage(desk.maria, before, None, desk.now)
    desk.log(kind, **facts)

    assert desk.stage() is after


@pytest.mark.practice("004-14")
@pytest.mark.practice("004-13")
def test_no_answer_never_changes_stage_or_interest(desk: Desk) -> None:
    for stage in (Stage.REACHED_OUT, Stage.IN_CONVERSATION, Stage.OFFERED, Stage.CUSTOMER, Stage.NOT_NOW):
        desk.people.set_stage(desk.maria, stage, None, desk.now)
        for _ in range(3):
            desk.log(K.NO_ANSWER, channel=Channel.CALL)
        assert desk.stage() is stage


def test_a_bought_stranger_behind_a_lock_is_not_moved(desk: Desk) -> None:
    bought = desk.people.add(PersonDraft(name="Bob", source_kind=SourceKind.BOUGHT, source_name="Leads"), desk.now)
    desk.timeline.log(bought, Entry(K.NO_ANSWER, TUESDAY), desk.now)

    assert desk.people.view(bought).stage is Stage.NEW


@pytest.mark.rule("D4")
@pytest.mark.parametrize(
    ("typed", "kind", "points", "facts"),
    [
        (K.MESSAGE, K.REACHED_OUT, 4, {"direction": Direction.THEM}),
        (K.PROMOTION, K.PROMOTION, -5, {}),
        (K.ASK_BUY, K.ASK_BUY, -6, {"topic": "candles"}),
        (K.LIKE, K.LIKE, 7, {"points": 7}),
        (K.APOLOGY, K.APOLOGY, 0, {}),
    ],
)
def test_a_touch_weighs_what_the_table_says(
    desk: Desk, typed: TouchKind, kind: TouchKind, points: float, facts: dict[str, Any]
) -> None:
    desk.log(typed, **facts)

    assert desk.kinds() == [(kind, points)]


@pytest.mark.rule("D4")
def test_the_second_unanswered_text_is_a_nudge_until_they_answer(desk: Desk) -> None:
    desk.log(K.MESSAGE, channel=Channel.TEXT, at=time(9))
    desk.log(K.MESSAGE, channel=Channel.TEXT, at=time(10))
    desk.log(K.MESSAGE, channel=Channel.TEXT, at=time(11), direction=Direction.THEM)
    desk.log(K.MESSAGE, channel=Channel.TEXT, at=time(12))

    assert desk.kinds() == [(K.MESSAGE, 0), (K.NUDGE, -1), (K.REACHED_OUT, 4), (K.MESSAGE, 0)]


@pytest.mark.practice("004-09")
def test_news_somebody_asked_for_is_a_deposit(desk: Desk) -> None:
    yes = Permission(0, Channel.EMAIL, (Topic.NEW_THINGS,), words="sure, send it")
    desk.permissions.grant(desk.maria, yes, desk.now)
    desk.log(K.PROMOTION)

    assert desk.kinds() == [(K.NEWS_WANTED, 2)]


@pytest.mark.rule("D2")
def test_an_apology_gives_back_at_most_what_was_taken(desk: Desk) -> None:
    desk.log(K.ASK_REFERRAL, at=time(9))
    desk.log(K.APOLOGY, at=time(10))
    desk.log(K.PITCH_VOICEMAIL, at=time(11))
    desk.log(K.APOLOGY, at=time(12))

    assert [points for kind, points in desk.kinds() if kind is K.APOLOGY] == [4, 8]


@pytest.mark.practice("002-11")
def test_an_ask_they_invited_costs_nothing(desk: Desk) -> None:
    desk.log(K.REACHED_OUT, topic="Candles", at=time(9))
    desk.log(K.ASK_BUY, topic="candles", at=time(10))
    desk.log(K.ASK_JOIN, topic="team", at=time(11))

    assert desk.kinds()[1:] == [(K.ASK_BUY, 0), (K.ASK_JOIN, -8)]


@pytest.mark.rule("D6.11")
@pytest.mark.parametrize(
    ("kind", "clock", "status", "earned"),
    [
        (K.CONVERSATION, time(15, 20), PromiseStatus.KEPT, True),
        (K.CONVERSATION, time(14, 55), PromiseStatus.KEPT, True),
        (K.VOICEMAIL, time(15, 59), PromiseStatus.KEPT, True),
        (K.NO_ANSWER, time(15, 5), PromiseStatus.KEPT, False),
        (K.CONVERSATION, time(17), PromiseStatus.KEPT_LATE, False),
        (K.CONVERSATION, time(9), PromiseStatus.OPEN, False),
        (K.USEFUL_INFO, time(15, 5), PromiseStatus.OPEN, False),
    ],
)
def test_an_attempt_keeps_the_callback_it_answers(
    desk: Desk, kind: TouchKind, clock: time, status: PromiseStatus, *, earned: bool
) -> None:
    promise_id = desk.promise(window=Window.EXACT, when=time(15))
    desk.now = at("2026-12-01T18:00")
    desk.log(kind, at=clock, channel=Channel.CALL)

    assert desk.status(promise_id) == status.value
    assert ((K.PROMISE_KEPT, 5) in desk.kinds()) is earned


def test_a_window_is_their_wall_time(desk: Desk) -> None:
    promise_id = desk.promise(window=Window.EXACT, when=time(15), zone="America/Denver")
    desk.now = at("2026-12-01T18:00")
    desk.log(K.CONVERSATION, at=time(15, 10))
    assert desk.status(promise_id) == "open"

    desk.log(K.CONVERSATION, at=time(16, 10))
    assert desk.status(promise_id) == "kept"


@pytest.mark.scenario("S3")
@pytest.mark.rule("D6.11")
def test_a_missed_callback_is_broken_once_and_mended_by_what_follows(desk: Desk) -> None:
    desk.now = at("2026-11-19T10:00")
    beth = desk.people.add(PersonDraft(name="Beth", opening_balance=10), desk.now)
    draft = PromiseDraft(PromiseKind.CALLBACK, date(2026, 11, 20), Window.EXACT, time(15), "America/Chicago")
    desk.promises.make(beth, draft, desk.now)
    tuesday = at("2026-11-24T10:00")

    assert desk.promises.settle_overdue(tuesday) == 1
    assert desk.promises.settle_overdue(tuesday) == 0
    account = desk.timeline.account(beth, tuesday)
    assert (account.points, account.level) == (-2, Level.OVERDRAWN)
    assert account.room is not None
    assert account.room.code == "promise_first"
    talk = Entry(K.CONVERSATION, tuesday.today, time(9, 30), next_step=replace(draft, due_on=tuesday.today))
    desk.timeline.log(beth, Entry(K.APOLOGY, tuesday.today, time(9)), tuesday)
    desk.timeline.log(beth, talk, tuesday)
    (again,) = desk.promises.open_for(beth)
    desk.promises.keep(again.id, at("2026-11-24T15:05"))
    assert desk.timeline.account(beth, tuesday).points == 17


def test_an_attempt_written_down_later_unbreaks_the_promise(desk: Desk) -> None:
    promise_id = desk.promise(window=Window.MORNING, day=TUESDAY + timedelta(days=1))
    desk.now = at("2026-12-03T09:00")
    desk.promises.settle_overdue(desk.now)
    assert desk.status(promise_id) == "broken"
    desk.log(K.CONVERSATION, on=date(2026, 12, 2), at=time(9, 30), channel=Channel.CALL)

    assert desk.status(promise_id) == "kept"
    assert desk.kinds() == [(K.CONVERSATION, 6), (K.PROMISE_KEPT, 5)]


def test_removing_and_correcting_an_entry_takes_back_what_followed(desk: Desk) -> None:
    promise_id = desk.promise(window=Window.EXACT, when=time(14))
    touch_id = desk.log(K.CONVERSATION, at=time(13, 55))
    assert desk.status(promise_id) == "kept"

    desk.timeline.change(touch_id, Entry(K.CONVERSATION, TUESDAY, time(9), Channel.CALL), desk.now)
    assert (desk.status(promise_id), desk.kinds()) == ("open", [(K.CONVERSATION, 6)])
    desk.timeline.change(touch_id, Entry(K.NO_ANSWER, TUESDAY, time(14), Channel.CALL), desk.now)
    assert (desk.status(promise_id), desk.kinds()) == ("kept", [(K.NO_ANSWER, -1)])
    desk.timeline.remove(touch_id, desk.now)
    assert (desk.status(promise_id), desk.kinds()) == ("open", [])


def test_a_touch_about_a_promise_keeps_that_one_only(desk: Desk) -> None:
    first = desk.promise(day=TUESDAY + timedelta(days=2), kind=PromiseKind.PROMISED)
    second = desk.promise(day=TUESDAY)
    desk.log(K.USEFUL_INFO, promise_id=first)

    assert (desk.status(first), desk.status(second)) == ("kept", "open")
    assert desk.kinds() == [(K.USEFUL_INFO, 3)]


def test_a_follow_up_is_done_by_any_contact_from_its_day_on(desk: Desk) -> None:
    promise_id = desk.promise(kind=PromiseKind.FOLLOW_UP)
    desk.now = at("2026-12-05T10:00")
    assert desk.promises.settle_overdue(desk.now) == 0
    desk.log(K.USEFUL_INFO, on=date(2026, 12, 5))

    assert desk.status(promise_id) == "kept"
    assert desk.kinds() == [(K.USEFUL_INFO, 3)]


@pytest.mark.practice("004-18")
def test_every_voicemail_leaves_a_day_of_ones_own(desk: Desk) -> None:
    desk.log(K.VOICEMAIL, channel=Channel.VOICEMAIL)
    (mine,) = desk.promises.open_for(desk.maria)

    assert (mine.kind, mine.due_on) == (PromiseKind.FOLLOW_UP, TUESDAY + timedelta(days=2))
    said = PromiseDraft(PromiseKind.VOICEMAIL, date(2026, 12, 4), Window.EXACT, time(14, 30))
    desk.promises.make(desk.maria, said, desk.now)
    assert [(each.kind, each.due_on) for each in desk.promises.open_for(desk.maria)] == [
        (PromiseKind.VOICEMAIL, date(2026, 12, 4))
    ]


@pytest.mark.practice("004-22")
def test_the_time_said_on_a_voicemail_is_promised_in_the_same_step(desk: Desk) -> None:
    said = PromiseDraft(PromiseKind.VOICEMAIL, date(2026, 12, 4), Window.EXACT, time(14, 30))
    desk.log(K.VOICEMAIL, next_step=said)

    (mine,) = desk.promises.open_for(desk.maria)
    assert (mine.kind, mine.at, mine.zone) == (PromiseKind.VOICEMAIL, time(14, 30), "America/Chicago")
    desk.undo.undo(desk.now)
    assert (desk.promises.open_for(desk.maria), desk.kinds()) == ((), [])


def test_what_a_voicemail_left_pencilled_in_goes_with_the_next_contact(desk: Desk) -> None:
    first = desk.log(K.VOICEMAIL, at=time(9))
    desk.log(K.REACHED_OUT, at=time(10))
    assert desk.promises.open_for(desk.maria) == ()

    desk.timeline.remove(first, desk.now)
    desk.log(K.VOICEMAIL, at=time(11))
    assert len(desk.promises.open_for(desk.maria)) == 1


@pytest.mark.practice("004-21")
def test_a_pitch_on_a_voicemail_costs_and_rests_the_asks(desk: Desk) -> None:
    desk.log(K.PITCH_VOICEMAIL)

    assert desk.kinds() == [(K.PITCH_VOICEMAIL, -12)]
    room = desk.timeline.account(desk.maria, desk.now).room
    assert room is not None
    assert (room.rule, room.code, room.facts["until"]) == ("G7", "asks_rest", date(2026, 12, 31))


@pytest.mark.practice("000-34")
@pytest.mark.practice("004-31")
@pytest.mark.parametrize(
    ("kind", "facts", "owed"),
    [
        (K.LIKE, {"direction": Direction.THEM}, (ThanksFor.COMMENT, date(2026, 12, 2))),
        (K.BOUGHT, {}, (ThanksFor.ORDER, date(2026, 12, 3))),
        (K.HELPED_ME, {}, (ThanksFor.HELPED, date(2026, 12, 2))),
        (K.HELPED_ME, {"topic": "referral"}, (ThanksFor.REFERRAL, date(2026, 12, 2))),
        (K.HELPED_ME, {"channel": Channel.PARTY}, (ThanksFor.HOSTED, date(2026, 12, 3))),
    ],
)
def test_what_they_did_makes_a_thank_you_owed(
    desk: Desk, kind: TouchKind, facts: dict[str, Any], owed: tuple[ThanksFor, date]
) -> None:
    touch_id = desk.log(kind, **facts)
    assert desk.owed() == [owed]

    desk.timeline.remove(touch_id, desk.now)
    assert desk.owed() == []


@pytest.mark.practice("004-30")
def test_saying_thank_you_closes_what_was_owed(desk: Desk) -> None:
    desk.log(K.BOUGHT, at=time(9))
    desk.log(K.HELPED_ME, at=time(9))
    touch_id = desk.log(K.CARD_WRITTEN, at=time(10))
    assert desk.owed() == []

    desk.timeline.remove(touch_id, desk.now)
    assert [trigger for trigger, _ in desk.owed()] == [ThanksFor.HELPED, ThanksFor.ORDER]
    desk.log(K.LIKE)
    assert len(desk.owed()) == 2


def test_a_thank_you_said_before_does_not_pay_for_what_came_after(desk: Desk) -> None:
    desk.log(K.BOUGHT)
    desk.log(K.THANK_YOU, on=date(2026, 11, 20))

    assert len(desk.owed()) == 1


@pytest.mark.scenario("S29")
def test_a_wrong_number_is_marked_and_the_last_one_leaves_bad_details(desk: Desk) -> None:
    desk.log(K.WRONG_NUMBER, channel=Channel.CALL)

    assert [phone.is_wrong for phone in desk.people.draft(desk.maria).phones] == [True]
    assert desk.stage() is Stage.BAD_DETAILS


def test_a_wrong_number_among_several_is_marked_only_when_it_is_named(desk: Desk) -> None:
    two = (PhoneDraft("312-555-0142"), PhoneDraft("312-555-0143"))
    bob = desk.people.add(PersonDraft(name="Bob", phones=two, emails=(EmailDraft("bob@example.com"),)), desk.now)
    desk.timeline.log(bob, Entry(K.WRONG_NUMBER, TUESDAY), desk.now)
    assert [phone.is_wrong for phone in desk.people.draft(bob).phones] == [False, False]

    desk.timeline.log(bob, Entry(K.WRONG_NUMBER, TUESDAY, phone="+13125550143"), desk.now)
    desk.timeline.log(bob, Entry(K.WRONG_NUMBER, TUESDAY), desk.now)
    assert [phone.is_wrong for phone in desk.people.draft(bob).phones] == [True, True]
    assert desk.people.view(bob).stage is Stage.NEW


@pytest.mark.rule("D2")
@pytest.mark.practice("001-28")
def test_the_account_adds_up_and_ten_likes_in_a_week_count_as_two(desk: Desk) -> None:
    for _ in range(10):
        desk.log(K.LIKE, on=date(2026, 11, 24))
    desk.log(K.CONVERSATION, on=date(2026, 11, 1))
    desk.log(K.USEFUL_INFO, on=date(2026, 9, 2))
    desk.log(K.ASK_BUY, on=date(2026, 11, 30))

    account = desk.timeline.account(desk.maria, desk.now)
    assert sum(line.shown for line in account.lines) == account.points
    assert (account.given, account.asked) == (12, 1)
    assert sum(line.counts for line in account.lines) == 5
    assert sum(entry.counts for entry in desk.timeline.entries(desk.maria)) == 5
    assert [line.on for line in account.lines] == sorted((line.on for line in account.lines), reverse=True)
    assert (account.series[0][0], account.series[-1][0], len(account.series)) == (date(2025, 12, 1), TUESDAY, 366)
    assert account.series[-1][1] == pytest.approx(sum(line.worth_now for line in account.lines))


@pytest.mark.rule("G7")
@pytest.mark.parametrize(("deposits", "code"), [(1, "give_first"), (2, "room_for_ask"), (3, "room_for_ask")])
def test_the_account_says_whether_there_is_room_for_an_ask(desk: Desk, deposits: int, code: str) -> None:
    for week in range(deposits):
        desk.log(K.CONVERSATION, on=TUESDAY - timedelta(weeks=week))

    room = desk.timeline.account(desk.maria, desk.now).room
    assert room is not None
    assert room.code == code


@pytest.mark.practice("000-21")
@pytest.mark.rule("G6")
def test_friends_are_not_asked_until_they_raise_a_hand(desk: Desk) -> None:
    ann = desk.people.add(PersonDraft(name="Ann", closeness=Closeness.FAMILY, opening_balance=18), desk.now)
    room = desk.timeline.account(ann, desk.now).room
    assert room is not None
    assert (room.rule, room.code) == ("G6", "protected")

    desk.timeline.log(ann, Entry(K.REACHED_OUT, TUESDAY, topic="candles"), desk.now)
    room = desk.timeline.account(ann, desk.now).room
    assert room is not None
    assert room.code == "room_for_ask"


def test_a_long_timeline_comes_in_pages_without_gap_or_double(desk: Desk) -> None:
    for day in range(7):
        for clock in (None, time(9), time(17)):
            desk.log(K.NOTE, on=TUESDAY - timedelta(days=1 + day // 2), at=clock)
    everything = desk.timeline.entries(desk.maria, 1000)

    paged = desk.timeline.entries(desk.maria, 5)
    while page := desk.timeline.entries(desk.maria, 5, (paged[-1].on.isoformat(), paged[-1].id)):
        paged += page
    assert paged == everything
    assert len(everything) == 21


def test_hostile_words_are_kept_as_they_are(desk: Desk) -> None:
    desk.log(K.NOTE, words="'); DELETE FROM touch;--\x00", note="🌸" * 100_000, topic="a\nb\u200fc")

    (kept,) = desk.timeline.entries(desk.maria)
    assert (kept.words, kept.note, kept.topic) == ("'); DELETE FROM touch;--", "🌸" * 100_000, "a bc")


def test_last_contact_is_told_to_the_list_with_its_channel(desk: Desk, now: Moment) -> None:
    desk.promise(window=Window.EXACT, when=time(14))
    desk.log(K.CONVERSATION, channel=Channel.CALL)

    row = desk.book.row("SELECT last_on, last_channel, stage FROM standing WHERE person_id = ?", (desk.maria,))
    assert row == (now.today.isoformat(), "call", "in_conversation")


@pytest.mark.rule("D5")
def test_going_on_against_a_rule_is_noted_with_the_rule_and_the_words(book: Book) -> None:
    heard: list[Changed] = []
    changes = Changes()
    changes.subscribe(heard.append)
    timeline = Timeline(book, changes)
    ann = add_person(book, "Ann")
    timeline.override(ann, "G3", "They asked me to call at this time", NOW)
    (entry,) = timeline.entries(ann)
    assert (entry.kind, entry.topic, entry.note, entry.points) == (
        TouchKind.NOTE,
        "G3",
        "They asked me to call at this time",
        0,
    )
    assert book.undo_steps(1)[0].what == "override_noted"
    assert [changed.people for changed in heard] == [frozenset({ann})]


def _account(desk: Desk, person: int) -> list[tuple[TouchKind, float]]:
    return [(entry.kind, entry.points) for entry in reversed(desk.timeline.entries(person))]


@pytest.mark.practice("000-27")
def test_an_offer_to_a_friend_of_hers_costs_with_lisa_too(desk: Desk) -> None:
    draft = PersonDraft(name="Kim Ito", introduced_by_id=desk.maria, closeness=Closeness.STRANGER)
    kim = desk.people.add(draft, desk.now)
    pitch = desk.timeline.log(kim, Entry(K.PITCH_STRANGER, TUESDAY), desk.now)

    assert desk.told[-1].people == {kim, desk.maria}
    assert [(entry.kind, entry.points, entry.topic) for entry in desk.timeline.entries(desk.maria)] == [
        (K.PITCHED_THEIR_FRIEND, -4, "Kim")
    ]
    assert desk.timeline.account(desk.maria, desk.now).points == -4
    desk.timeline.remove(pitch, desk.now)
    assert _account(desk, desk.maria) == []
    assert desk.timeline.account(desk.maria, desk.now).points == 0


@pytest.mark.rule("D2")
def test_a_late_answer_costs_once_and_goes_with_the_answer(desk: Desk) -> None:
    desk.log(K.REACHED_OUT, on=date(2026, 11, 24), wants_answer=True)
    answer = desk.log(K.MESSAGE, channel=Channel.TEXT)
    desk.log(K.CONVERSATION, channel=Channel.CALL)

    assert desk.kinds() == [(K.REACHED_OUT, 4), (K.MESSAGE, 0), (K.SLOW_REPLY, -5), (K.CONVERSATION, 6)]
    desk.timeline.remove(answer, desk.now)
    assert K.SLOW_REPLY not in dict(desk.kinds())


@pytest.mark.rule("G3")
def test_a_call_at_a_wrong_hour_costs_once_and_a_corrected_hour_mends_it(desk: Desk) -> None:
    desk.now = at("2026-12-01T23:00")
    desk.log(K.ASK_HOST, at=time(22, 30), channel=Channel.CALL)
    talk = desk.log(K.CONVERSATION, at=time(22, 30), channel=Channel.CALL)
    desk.log(K.NO_ANSWER, channel=Channel.CALL)

    assert [kind for kind, _ in desk.kinds()].count(K.OUTSIDE_HOURS) == 1
    desk.timeline.change(talk, Entry(K.CONVERSATION, TUESDAY, time(22, 30), Channel.CALL, note="hm"), desk.now)
    assert [kind for kind, _ in desk.kinds()].count(K.OUTSIDE_HOURS) == 1
    desk.timeline.change(talk, Entry(K.CONVERSATION, TUESDAY, time(18), Channel.CALL), desk.now)
    assert K.OUTSIDE_HOURS not in dict(desk.kinds())


@pytest.mark.rule("G5")
def test_a_hand_raised_for_the_same_lifts_the_no_in_their_words(desk: Desk) -> None:
    desk.people.set_stage(desk.maria, Stage.NO, None, desk.now)
    with desk.book.step("test_no", desk.now):
        no_rows.keep(desk.book, desk.maria, Scope.EVERYTHING, "leave it", date(2026, 10, 1))
    desk.log(K.REACHED_OUT, topic="host", words="could I have a party?")

    assert desk.stage() is Stage.IN_CONVERSATION
    standing = {no.scope for no in no_rows.of_person(desk.book, desk.maria) if no.holds_on(TUESDAY)}
    assert standing == {Scope.BUY, Scope.JOIN, Scope.REFER}
    (lifted,) = [no for no in no_rows.of_person(desk.book, desk.maria) if no.lifted_on]
    assert (lifted.scope, lifted.lifted_on, lifted.lifted_words) == (
        Scope.EVERYTHING,
        TUESDAY,
        "could I have a party?",
    )
    desk.undo.undo(desk.now)
    assert [no.scope for no in no_rows.of_person(desk.book, desk.maria) if no.holds_on(TUESDAY)] == [Scope.EVERYTHING]


@pytest.mark.practice("000-16")
def test_the_account_tells_the_share_of_asks(desk: Desk) -> None:
    desk.log(K.CONVERSATION)
    desk.log(K.ASK_BUY)
    account = desk.timeline.account(desk.maria, desk.now)

    assert (account.share.asks, account.share.contacts, account.share.is_too_large) == (1, 2, True)
    assert account.care is Care.LITTLE


@pytest.mark.rule("D3")
@pytest.mark.parametrize("closed", [Stage.NO, Stage.CLOSED_KINDLY])
def test_out_of_a_no_only_their_words_lead_by_hand(desk: Desk, closed: Stage) -> None:
    desk.people.set_stage(desk.maria, closed, None, desk.now)
    with pytest.raises(PlannerError, match="stage_needs_words"):
        desk.people.set_stage(desk.maria, Stage.IN_CONVERSATION, None, desk.now)
    assert desk.stage() is closed
    desk.people.set_stage(desk.maria, Stage.IN_CONVERSATION, None, desk.now, "call me again")

    (said,) = desk.timeline.entries(desk.maria)
    assert (said.kind, said.direction, said.words) == (K.NOTE, Direction.THEM, "call me again")
    assert desk.stage() is Stage.IN_CONVERSATION


def test_a_page_counts_as_the_whole_timeline_does(desk: Desk) -> None:
    days = ["2026-11-16", "2026-11-17", "2026-11-19", "2026-11-22", "2026-11-23", "2026-11-24"]
    for day in days:
        desk.timeline.log(desk.maria, Entry(TouchKind.GIFT, date.fromisoformat(day)), at(f"{days[-1]}T18:00"))
    whole = {entry.id: entry.counts for entry in desk.timeline.entries(desk.maria)}
    assert not all(whole.values())
    before = None
    seen: dict[int, bool] = {}
    while page := desk.timeline.entries(desk.maria, 1, before):
        seen |= {entry.id: entry.counts for entry in page}
        before = (page[-1].on.isoformat(), page[-1].id)
    assert seen == whole


@pytest.mark.rule("D6.11")
@pytest.mark.parametrize(("minutes", "status"), [(-60, "kept"), (-5, "kept"), (40, "kept"), (75, "kept_late")])
def test_what_is_logged_for_a_promise_is_done_though_it_came_early(desk: Desk, minutes: int, status: str) -> None:
    when = datetime.combine(TUESDAY, time(15, 30))
    promise_id = desk.promise(window=Window.EXACT, when=when.time())
    desk.now = at("2026-12-01T18:00")
    desk.log(K.CONVERSATION, at=(when + timedelta(minutes=minutes)).time(), promise_id=promise_id)
    assert desk.status(promise_id) == status
    assert ((K.PROMISE_KEPT, 5) in desk.kinds()) is (minutes in (-5, 40)), "points only in its time"


@pytest.mark.rule("G5")
@pytest.mark.parametrize(
    ("bought_on", "is_lifted"), [("2026-11-30", True), ("2026-11-10", False), ("2026-11-01", False)]
)
def test_who_buys_after_a_no_has_lifted_it_for_buying_alone(desk: Desk, bought_on: str, is_lifted: bool) -> None:
    with desk.book.step("test", desk.now):
        no_rows.keep(desk.book, desk.maria, Scope.EVERYTHING, "nothing, thanks", date(2026, 11, 10))
    desk.log(K.BOUGHT, on=date.fromisoformat(bought_on))
    standing = {no.scope for no in no_rows.of_person(desk.book, desk.maria) if no.lifted_on is None}
    assert standing == ({Scope.HOST, Scope.JOIN, Scope.REFER} if is_lifted else {Scope.EVERYTHING})


@pytest.mark.rule("G20")
@pytest.mark.rule("D3")
@pytest.mark.parametrize("by_form", [False, True])
def test_a_hand_they_raise_ends_a_not_now_of_who_has_a_role(desk: Desk, by_form: bool) -> None:
    desk.people.set_stage(desk.maria, Stage.CUSTOMER, date(2027, 3, 1), desk.now)
    if by_form:
        Interests(desk.book, desk.changes).raise_hand(desk.maria, Scope.BUY, "serum", "yes please", None, desk.now)
    else:
        desk.log(K.REACHED_OUT, topic="buy", words="may I have the serum?")
    assert desk.book.row("SELECT stage, stage_until FROM person WHERE id = ?", (desk.maria,)) == ("customer", None)


@pytest.mark.rule("D3")
@pytest.mark.parametrize("has_ordered", [False, True])
def test_a_role_is_not_lost_with_a_number(desk: Desk, has_ordered: bool) -> None:
    if has_ordered:
        desk.log(K.BOUGHT)
    desk.log(K.WRONG_NUMBER)
    assert desk.stage() is Stage.BAD_DETAILS
    desk.log(K.CONVERSATION, channel=Channel.IN_PERSON)
    assert desk.stage() is (Stage.CUSTOMER if has_ordered else Stage.IN_CONVERSATION)
