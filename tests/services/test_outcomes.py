"""Every row of D4 through the service, on a real book: touches, stage, next date, thanks, preferences, and one undo."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from planner.domain.commitment import CommitmentStatus, CommitmentTo
from planner.domain.errors import PlannerError
from planner.domain.interest import Scope
from planner.domain.outcome import ROWS, Outcome, Then
from planner.domain.permission import Permission
from planner.domain.person import Closeness, SourceKind, Stage
from planner.domain.promise import PromiseKind, PromiseStatus, Window
from planner.domain.thanks import ThanksFor
from planner.domain.touch import Channel, TouchKind
from planner.services import facts
from planner.services.changes import Change, Changed
from planner.services.drafts import EmailDraft, PersonDraft, PhoneDraft
from planner.services.interests import InterestDraft
from planner.services.open_book import OpenBook
from planner.services.outcomes import OutcomeReport
from planner.services.promises import PromiseDraft
from planner.services.timeline import Entry
from planner.ui.kit import wording
from tests.builders import NOW, at, dump, make_book

K = TouchKind
TODAY = NOW.today
FRIDAY = PromiseDraft(PromiseKind.CALLBACK, date(2026, 11, 27), Window.EXACT, time(16))
KIM = PersonDraft(
    name="Kim Ito", phones=(PhoneDraft("(312) 555-0142"),), emails=(EmailDraft("kim@example.org"),), zone=NOW.zone
)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[OpenBook]:
    book = make_book(tmp_path)
    yield OpenBook(book, lambda: NOW)
    book.close()


@pytest.fixture
def kim(services: OpenBook) -> int:
    return services.people.add(KIM, at("2026-11-02T09:00"))


def log(services: OpenBook, person: int, outcome: Outcome, **told: Any) -> None:
    services.encounters.log_outcome(person, replace(OutcomeReport(outcome, TODAY), **told), NOW)


def kinds(services: OpenBook, person: int) -> list[tuple[TouchKind, float]]:
    return [(entry.kind, entry.points) for entry in reversed(services.timeline.entries(person))]


@dataclass(frozen=True)
class Case:
    outcome: Outcome
    touches: list[tuple[TouchKind, float]]
    stage: Stage
    told: dict[str, Any] = field(default_factory=dict)
    promise: tuple[PromiseKind, date] | None = None
    thanks: ThanksFor | None = None
    before: Stage = Stage.IN_CONVERSATION


SPOKE = (K.CONVERSATION, 6)
HEARD = (K.CONVERSATION, 0)
TALKING = Stage.IN_CONVERSATION
CASES = (
    Case(
        Outcome.NEXT_CALL,
        [SPOKE],
        TALKING,
        {"promise": FRIDAY},
        (PromiseKind.CALLBACK, FRIDAY.due_on),
        before=Stage.NEW,
    ),
    Case(Outcome.COMMITTED, [SPOKE], TALKING, {"day": date(2026, 12, 15)}, before=Stage.REACHED_OUT),
    Case(Outcome.BOUGHT, [SPOKE, (K.BOUGHT, 4)], Stage.CUSTOMER, {"topic": "serum"}, thanks=ThanksFor.ORDER),
    Case(Outcome.BOOKED, [SPOKE, (K.BOOKED, 4)], Stage.HOST, {"day": date(2026, 12, 12)}, thanks=ThanksFor.HOSTED),
    Case(Outcome.JOINED, [SPOKE, (K.JOINED, 4)], Stage.TEAM, thanks=ThanksFor.JOINED),
    Case(Outcome.FRIENDS, [SPOKE], Stage.CUSTOMER, before=Stage.CUSTOMER),
    Case(Outcome.NOT_NOW, [SPOKE], Stage.NOT_NOW),
    Case(Outcome.NO, [SPOKE], Stage.NO, {"scope": Scope.JOIN}),
    Case(Outcome.PROBLEM, [HEARD, (K.PROBLEM_OPEN, -8)], TALKING, promise=(PromiseKind.PROMISED, date(2026, 11, 24))),
    Case(Outcome.STOP, [HEARD], Stage.CUSTOMER, {"words": "please stop"}, before=Stage.CUSTOMER),
    Case(Outcome.TEXT_INSTEAD, [SPOKE], Stage.OFFERED, promise=(PromiseKind.FOLLOW_UP, TODAY), before=Stage.OFFERED),
    Case(Outcome.BUSY, [(K.BUSY, 0)], TALKING, {"promise": FRIDAY}, (PromiseKind.CALLBACK, FRIDAY.due_on)),
    Case(Outcome.DOES_NOT_REMEMBER, [HEARD], Stage.CLOSED_KINDLY, before=Stage.REACHED_OUT),
    Case(Outcome.OTHER_COMPANY, [HEARD], Stage.CLOSED_KINDLY),
    Case(Outcome.OTHER_CONSULTANT, [HEARD], Stage.CLOSED_KINDLY, {"consultant": "Bea Stone"}),
    Case(Outcome.NO_FIT, [HEARD], TALKING),
    Case(
        Outcome.VOICEMAIL,
        [(K.VOICEMAIL, -1)],
        Stage.REACHED_OUT,
        {"promise": FRIDAY},
        (PromiseKind.VOICEMAIL, FRIDAY.due_on),
        before=Stage.NEW,
    ),
    Case(
        Outcome.PITCH_VOICEMAIL,
        [(K.PITCH_VOICEMAIL, -12)],
        TALKING,
        promise=(PromiseKind.FOLLOW_UP, date(2026, 11, 25)),
    ),
    Case(
        Outcome.VOICEMAIL_FULL,
        [(K.NO_ANSWER, -1)],
        Stage.REACHED_OUT,
        promise=(PromiseKind.FOLLOW_UP, date(2026, 11, 24)),
        before=Stage.NEW,
    ),
    Case(Outcome.NO_ANSWER, [(K.NO_ANSWER, -1)], Stage.REACHED_OUT, before=Stage.NEW),
    Case(Outcome.NO_ANSWER, [(K.NO_ANSWER, -1)], Stage.OFFERED, before=Stage.OFFERED),
    Case(
        Outcome.SOMEONE_ELSE,
        [(K.SOMEONE_ELSE, 0)],
        Stage.NEW,
        promise=(PromiseKind.FOLLOW_UP, date(2026, 11, 24)),
        before=Stage.NEW,
    ),
    Case(Outcome.WRONG_NUMBER, [(K.WRONG_NUMBER, 0)], TALKING),
    Case(Outcome.TEXT_SENT, [(K.MESSAGE, 0)], Stage.REACHED_OUT, before=Stage.NEW),
    Case(Outcome.THEY_WROTE, [(K.REACHED_OUT, 4)], TALKING, {"channel": Channel.TEXT}, before=Stage.RESTING),
    Case(Outcome.BOUNCED, [(K.NOTE, 0)], TALKING),
    Case(Outcome.MET, [SPOKE], TALKING, before=Stage.NEW),
    Case(Outcome.HELPED, [(K.HELPED_IN_PERSON, 10)], TALKING, before=Stage.NEW),
    Case(Outcome.BEREAVED, [(K.NOTE, 0)], Stage.CUSTOMER, {"words": "her father"}, before=Stage.CUSTOMER),
    Case(Outcome.DIED, [(K.NOTE, 0)], Stage.CUSTOMER, before=Stage.CUSTOMER),
)


@pytest.mark.rule("D4")
@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.outcome}-{case.before}")
def test_a_row(services: OpenBook, kim: int, case: Case) -> None:
    services.people.set_stage(kim, case.before, None, NOW)
    before = dump(services.book)
    heard: list[Changed] = []
    services.changes.subscribe(heard.append)
    log(services, kim, case.outcome, **case.told)

    view = services.people.view(kim)
    assert kinds(services, kim) == case.touches
    assert view.stage is case.stage
    assert [(promise.kind, promise.due_on) for promise in view.promises] == ([case.promise] if case.promise else [])
    assert [owed.trigger for owed in view.thank_yous] == ([case.thanks] if case.thanks else [])
    assert len(heard) == 1
    assert heard[0].people == {kim}
    assert heard[0].what & Change.TOUCHES
    step = services.undo.undo(NOW)
    assert step is not None
    assert (step.what, step.detail["outcome"]) == ("outcome_logged", case.outcome.value)
    after = dump(services.book)
    for table in before.keys() - {"undo_step", "undo_log"}:
        assert after[table] == before[table], table


@pytest.mark.rule("D4")
def test_the_table_knows_every_outcome_and_every_step() -> None:
    assert set(ROWS) == set(Outcome)
    assert {then for row in ROWS.values() for then in row.then} == set(Then)
    moved = {Outcome.MOVED_BY_THEM, Outcome.MISSED}
    assert {case.outcome for case in CASES} | moved == set(Outcome)


@pytest.mark.practice("002-26")
@pytest.mark.practice("004-22")
@pytest.mark.parametrize(
    ("outcome", "code"),
    [
        (Outcome.NEXT_CALL, "ending_needs_promise"),
        (Outcome.BUSY, "ending_needs_promise"),
        (Outcome.VOICEMAIL, "ending_needs_promise"),
        (Outcome.COMMITTED, "outcome_needs_day"),
        (Outcome.BOOKED, "outcome_needs_day"),
        (Outcome.NO, "outcome_needs_scope"),
        (Outcome.MOVED_BY_THEM, "ending_needs_promise"),
        (Outcome.MISSED, "outcome_needs_open_promise"),
    ],
)
def test_a_row_is_not_done_without_what_it_needs(services: OpenBook, kim: int, outcome: Outcome, code: str) -> None:
    heard: list[Changed] = []
    services.changes.subscribe(heard.append)
    with pytest.raises(PlannerError, match=code):
        log(services, kim, outcome)
    assert kinds(services, kim) == []
    assert heard == []


def test_a_time_that_is_over_leaves_nothing_behind(services: OpenBook, kim: int) -> None:
    past = PromiseDraft(PromiseKind.CALLBACK, date(2026, 11, 20), Window.EXACT, time(9))
    with pytest.raises(PlannerError, match="promise_in_past"):
        log(services, kim, Outcome.NEXT_CALL, promise=past)
    with pytest.raises(PlannerError, match="touch_in_future"):
        log(services, kim, Outcome.FRIENDS, on=date(2026, 11, 24))
    assert kinds(services, kim) == []


@pytest.mark.scenario("S26")
def test_a_commitment_is_theirs_and_is_done_with_what_they_do(services: OpenBook, kim: int) -> None:
    log(
        services, kim, Outcome.COMMITTED, day=date(2026, 12, 15), commits_to=CommitmentTo.JOIN, words="by the fifteenth"
    )
    (said,) = services.commitments.of(kim)
    assert (said.what, said.by, said.words) == (CommitmentTo.JOIN, date(2026, 12, 15), "by the fifteenth")
    assert services.promises.open_for(kim) == ()
    log(services, kim, Outcome.JOINED, words="a kitchen of my own")
    assert services.commitments.of(kim)[0].status is CommitmentStatus.DONE
    (member,) = services.team.of_person(kim)
    assert (member.joined_on, member.joined_at, member.goals) == (TODAY, time(9), "a kitchen of my own")


@pytest.mark.practice("002-13")
def test_an_order_has_its_lines_its_delivery_and_the_days_to_change_their_mind(services: OpenBook, kim: int) -> None:
    log(services, kim, Outcome.BOUGHT, topic="serum", more=(K.ASK_BUY,), channel=Channel.IN_PERSON)
    (order,) = services.orders.of_person(kim)
    assert [line.product for line in order.lines] == ["serum"]
    assert order.cooling_off_until == date(2026, 11, 27)
    assert kinds(services, kim) == [SPOKE, (K.BOUGHT, 4), (K.ASK_BUY, -6)]
    log(services, kim, Outcome.BOUGHT, day=TODAY, channel=Channel.CALL)
    newest = services.orders.of_person(kim)[0]
    assert (newest.delivered_on, newest.lines) == (TODAY, ())
    assert newest.cooling_off_until is None, "sold by phone, not at their home"


def test_a_party_is_booked_on_their_clock(services: OpenBook, kim: int) -> None:
    log(services, kim, Outcome.BOOKED, day=date(2026, 12, 12), day_at=time(14))
    (party,) = services.parties.of_host(kim)
    assert (party.draft.on, party.draft.at, party.booked_on) == (date(2026, 12, 12), time(14), TODAY)


@pytest.mark.practice("000-17")
@pytest.mark.practice("002-26")
def test_just_friends_leaves_nothing_to_agree(services: OpenBook, kim: int) -> None:
    services.people.set_stage(kim, TALKING, None, NOW)
    log(services, kim, Outcome.FRIENDS, channel=Channel.IN_PERSON, more=(K.GIFT,))
    known = facts.load(services.book, [kim], NOW)[kim]
    assert not [
        due for due in services.book.rows("SELECT kind FROM due WHERE person_id = ?", (kim,)) if "step" in due[0]
    ]
    assert {touch.channel for touch in known.touches} == {Channel.IN_PERSON}


@pytest.mark.rule("G20")
@pytest.mark.rule("D6.9")
@pytest.mark.parametrize(
    ("when", "until"),
    [
        (None, date(2027, 2, 21)),
        (PromiseDraft(PromiseKind.CALLBACK, date(2027, 8, 1), Window.MONTH), date(2027, 8, 2)),
        (PromiseDraft(PromiseKind.CALLBACK, date(2027, 3, 14)), date(2027, 3, 14)),
    ],
)
def test_not_now_has_a_day(services: OpenBook, kim: int, when: PromiseDraft | None, until: date) -> None:
    log(services, kim, Outcome.NOT_NOW, promise=when, words="call me then")
    view = services.people.view(kim)
    assert (view.stage, view.stage_until) == (Stage.NOT_NOW, until)
    assert [(each.kind, each.due_on, each.words) for each in view.promises] == (
        [(PromiseKind.CALLBACK, until, "call me then")] if when else []
    )


def test_not_now_leaves_a_customer_a_customer(services: OpenBook, kim: int) -> None:
    services.people.set_stage(kim, Stage.CUSTOMER, None, NOW)
    log(services, kim, Outcome.NOT_NOW)
    assert (services.people.view(kim).stage, services.people.view(kim).stage_until) == (
        Stage.CUSTOMER,
        date(2027, 2, 21),
    )


@pytest.mark.practice("002-19")
@pytest.mark.rule("G5")
def test_a_no_to_joining_leaves_what_is_open_otherwise(services: OpenBook, kim: int) -> None:
    services.people.set_stage(kim, TALKING, None, NOW)
    services.interests.note(kim, InterestDraft(Scope.BUY, "candles"), NOW)
    services.promises.make(kim, PromiseDraft(PromiseKind.FOLLOW_UP, date(2026, 12, 1), reason="the plan"), NOW)
    log(services, kim, Outcome.NO, scope=Scope.JOIN, words="not for me", more=(K.ASK_JOIN,))
    view = services.people.view(kim)
    assert (view.stage, view.promises) == (TALKING, ())
    assert [(no.scope, no.words) for no in services.interests.noes(kim)] == [(Scope.JOIN, "not for me")]
    assert kinds(services, kim) == [SPOKE, (K.ASK_JOIN, -8)]
    services.timeline.log(kim, Entry(K.ASK_JOIN, TODAY), NOW)
    assert kinds(services, kim)[-1] == (K.PUSHED_AFTER_NO, -25)


@pytest.mark.practice("001-03")
def test_a_no_is_called_good_work(services: OpenBook, kim: int) -> None:
    log(services, kim, Outcome.NO, scope=Scope.EVERYTHING)
    step = services.undo.last()
    assert step is not None
    assert wording.step_done(step) == "Closed kindly with Kim. Good work."


@pytest.mark.practice("004-13")
def test_no_answer_has_kind_words(services: OpenBook, kim: int) -> None:
    log(services, kim, Outcome.NO_ANSWER)
    step = services.undo.last()
    assert step is not None
    assert wording.step_done(step) == "Noted for Kim. Most people don’t pick up; it isn’t about you."


@pytest.mark.rule("G1")
def test_a_stop_is_in_force_at_once(services: OpenBook, kim: int) -> None:
    services.permissions.grant(kim, Permission(0, Channel.TEXT, words="sure"), NOW)
    log(services, kim, Outcome.STOP, stops=Channel.TEXT, words="please quit texting me")
    view = services.people.view(kim)
    assert [(stop.channel, stop.words) for stop in view.stops] == [(Channel.TEXT, "please quit texting me")]
    assert view.permissions[0].revoked_on == TODAY


def test_text_me_instead_is_remembered(services: OpenBook, kim: int) -> None:
    log(services, kim, Outcome.TEXT_INSTEAD)
    assert services.people.draft(kim).preferred_channel is Channel.TEXT
    assert services.promises.open_for(kim)[0].channel is Channel.TEXT


def test_a_full_mailbox_becomes_a_text_where_one_is_welcome(services: OpenBook, kim: int) -> None:
    services.permissions.grant(kim, Permission(0, Channel.TEXT, words="sure"), NOW)
    log(services, kim, Outcome.VOICEMAIL_FULL)
    (text,) = services.promises.open_for(kim)
    assert (text.kind, text.due_on, text.channel) == (PromiseKind.FOLLOW_UP, TODAY, Channel.TEXT)


@pytest.mark.practice("001-14")
@pytest.mark.scenario("S32")
def test_who_does_not_remember_asking_is_left_alone(services: OpenBook) -> None:
    draft = replace(KIM, source_kind=SourceKind.BOUGHT, source_name="Leads", closeness=Closeness.STRANGER)
    bob = services.people.add(draft, NOW)
    services.promises.make(bob, PromiseDraft(PromiseKind.VOICEMAIL, date(2026, 11, 25)), NOW)
    log(services, bob, Outcome.DOES_NOT_REMEMBER, words="I never asked for this")
    view = services.people.view(bob)
    assert (view.stage, view.promises) == (Stage.CLOSED_KINDLY, ())
    assert services.book.rows("SELECT kind FROM due WHERE person_id = ?", (bob,)) == []


@pytest.mark.practice("001-16")
def test_another_company_is_congratulated_and_not_asked_for_a_year(services: OpenBook, kim: int) -> None:
    log(services, kim, Outcome.OTHER_COMPANY, keeps_in_touch=True)
    assert services.people.view(kim).stage_until == date(2027, 11, 23)
    assert services.people.draft(kim).keep_in_touch_days == 365


@pytest.mark.rule("G22")
@pytest.mark.practice("002-18")
def test_another_consultant_and_no_fit_are_noted(services: OpenBook, kim: int) -> None:
    log(services, kim, Outcome.OTHER_CONSULTANT, consultant="Bea Stone")
    log(services, kim, Outcome.NO_FIT)
    known = facts.load(services.book, [kim], NOW)[kim]
    assert (known.consultant, known.is_no_fit) == ("Bea Stone", True)


@pytest.mark.rule("G2")
def test_a_bounced_mail_is_marked_and_the_last_way_leaves_bad_details(services: OpenBook, kim: int) -> None:
    log(services, kim, Outcome.WRONG_NUMBER)
    assert services.people.view(kim).stage is Stage.NEW
    log(services, kim, Outcome.BOUNCED)
    assert [mail.is_wrong for mail in services.people.draft(kim).emails] == [True]
    assert services.people.view(kim).stage is Stage.BAD_DETAILS


@pytest.mark.rule("G5")
@pytest.mark.scenario("S11")
def test_a_word_about_something_raises_a_hand_and_lifts_only_that_no(services: OpenBook, kim: int) -> None:
    for scope in (Scope.JOIN, Scope.BUY):
        log(services, kim, Outcome.NO, scope=scope)
    log(services, kim, Outcome.THEY_WROTE, scope=Scope.BUY, topic="lip balm", words="do you still sell it?")
    assert services.people.view(kim).stage is TALKING
    assert {no.scope for no in services.interests.noes(kim) if no.lifted_on is None} == {Scope.JOIN}
    (hand,) = [each for each in services.interests.of(kim) if each.raised_hand]
    assert (hand.scope, hand.topic, hand.words) == (Scope.BUY, "lip balm", "do you still sell it?")
    assert services.timeline.entries(kim)[0].wants_answer


@pytest.mark.rule("D6.11")
def test_a_moved_appointment_costs_nobody_anything(services: OpenBook, kim: int) -> None:
    old = services.promises.make(kim, replace(FRIDAY, due_on=TODAY, reason="serum"), NOW)
    log(services, kim, Outcome.MOVED_BY_THEM, promise=FRIDAY)
    (new,) = services.promises.open_for(kim)
    assert (new.kind, new.due_on, new.reason) == (PromiseKind.CALLBACK, FRIDAY.due_on, "serum")
    assert services.book.value("SELECT status FROM promise WHERE id = ?", (old,)) == PromiseStatus.MOVED.value
    assert kinds(services, kim) == [(K.LOGISTICS, 0)]


@pytest.mark.rule("D6.11")
def test_a_missed_call_is_broken_and_an_attempt_later_that_day_mends_it(services: OpenBook, kim: int) -> None:
    promise = services.promises.make(kim, replace(FRIDAY, due_on=TODAY, at=time(9, 30)), NOW)
    log(services, kim, Outcome.MISSED)
    assert kinds(services, kim) == [(K.PROMISE_BROKEN, -12)]
    services.undo.undo(NOW)
    assert services.promises.open_for(kim)[0].id == promise
    log(services, kim, Outcome.MISSED)
    evening = at("2026-11-23T18:00")
    services.encounters.log_outcome(kim, OutcomeReport(Outcome.FRIENDS, TODAY, time(17)), evening)
    assert kinds(services, kim) == [SPOKE]


def test_sad_news_rests_the_business_and_a_death_ends_it(services: OpenBook, kim: int) -> None:
    log(services, kim, Outcome.BEREAVED, words="her father")
    (pause,) = services.pauses.of(kim)
    assert (pause.until, pause.what) == (date(2027, 1, 22), "her father")
    services.promises.make(kim, FRIDAY, NOW)
    log(services, kim, Outcome.DIED)
    view = services.people.view(kim)
    assert view.is_deceased
    assert view.promises == ()


@pytest.mark.rule("D3")
def test_an_ask_in_a_talk_that_goes_on_is_an_offer(services: OpenBook, kim: int) -> None:
    log(services, kim, Outcome.NEXT_CALL, promise=FRIDAY, more=(K.ASK_HOST,), thanked_me=True)
    assert services.people.view(kim).stage is Stage.OFFERED
    assert [entry.thanked_me for entry in services.timeline.entries(kim)] == [False, True]
