"""Every guard by its id: what it stands against, how firmly, until when, and that it lets pass what it should."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

import pytest

from planner.domain.birthday import kept_on
from planner.domain.case import Case
from planner.domain.guards.table import GUARDS, against
from planner.domain.guards.verdict import Intent, Strictness, Verdict
from planner.domain.household import Housemate
from planner.domain.interest import Interest, SaidNo, Scope
from planner.domain.method import Method
from planner.domain.order import CameBack, Order
from planner.domain.permission import Meant, Permission, StopRule
from planner.domain.person import Birthday, Closeness, Facts, Homework, LifePause, Phone, Registry, SourceKind, Stage
from planner.domain.promise import PromiseKind, PromiseStatus
from planner.domain.team import Membership
from planner.domain.thanks import ThanksFor, ThankYou
from planner.domain.touch import Channel, Direction, Purpose, TouchKind
from tests.domain.facts import at, callback, day, inquiry, no_answer, person, talk, text, touch

MORNING = "2026-11-24T10:00"
TODAY = date(2026, 11, 24)
K = TouchKind
HARD, HOLD, CHECK = Strictness.HARD, Strictness.HOLD, Strictness.CHECK

BUY = Intent(Purpose.ASK, scope=Scope.BUY)
JOIN = Intent(Purpose.ASK, scope=Scope.JOIN)
CALL_TO_ASK = Intent(Purpose.ASK, Channel.CALL, Scope.BUY)
CHECK_IN = Intent(Purpose.SERVICE, Channel.CALL)
HELLO = Intent(Purpose.RELATIONSHIP, Channel.CALL)

GENEROUS = [touch(K.GIFT, f"2026-11-{n:02}", points=9) for n in (2, 9, 16, 17)]
LIKES_CANDLES = Interest(1, Scope.BUY, "candles", day("2026-10-01"), why="long evenings")


def verdicts(facts: Facts, intent: Intent, now: str = MORNING, **settings: Any) -> tuple[Verdict, ...]:
    return against(Case.of(facts, at(now), Method(**settings), "US"), intent)


def said(found: Sequence[Verdict], rule: str) -> list[tuple[Strictness, str, date | None]]:
    return [(one.strictness, one.reason.code, one.until) for one in found if one.reason.rule == rule]


@dataclass(frozen=True)
class Row:
    """A guard, what it bites on, and what it answers."""

    rule: str
    intent: Intent
    known: dict[str, Any]
    answers: list[tuple[Strictness, str, date | None]]
    now: str = MORNING
    settings: dict[str, Any] = field(default_factory=dict)


def stranger(**known: Any) -> dict[str, Any]:
    return {"closeness": Closeness.STRANGER} | known


TABLE = [
    Row("G1", HELLO, {"stops": [StopRule(1, None, TODAY)]}, [(HARD, "leave_in_peace", None)]),
    Row("G1", Intent(Purpose.SERVICE, Channel.TEXT),
        {"stops": [StopRule(1, Channel.TEXT, TODAY, meant=Meant.CHANNEL)]}, [(HARD, "said_stop_here", None)]),
    Row("G1", BUY, {"stops": [StopRule(1, Channel.TEXT, TODAY)]}, [(HARD, "business_stopped", None)]),
    Row("G1", BUY, {"stops": [StopRule(1, Channel.TEXT, TODAY, meant=Meant.CHANNEL)]}, []),
    Row("G2", HELLO, {"is_deceased": True}, [(HARD, "passed_away", None)]),
    Row("G2", HELLO, {"phones": [Phone("1", "+16155550142", is_wrong=True)]}, [(HARD, "no_number", None)]),
    Row("G2", HELLO, {}, []),
    Row("G3", CALL_TO_ASK, {}, [(HARD, "closed_now", None)], now="2026-11-24T08:30"),
    Row("G3", CHECK_IN, {}, [], now="2026-11-24T08:30"),
    Row("G3", HELLO, {}, [(HOLD, "closed_now", TODAY)], now="2026-11-24T07:30"),
    Row("G3", CALL_TO_ASK, {}, [(HARD, "closed_now", None)], now="2026-11-22T10:00"),
    Row("G5", BUY, {"stage": Stage.NO}, [(HARD, "said_no", None)]),
    Row("G5", JOIN, {"noes": [SaidNo(1, Scope.JOIN, day("2024-10-03"))]}, [(HARD, "said_no_to", None)]),
    Row("G5", BUY, {"noes": [SaidNo(1, Scope.JOIN, day("2024-10-03"))]}, []),
    Row("G5", JOIN, {"noes": [SaidNo(1, Scope.JOIN, day("2024-10-03"), lifted_on=day("2026-11-20"))]}, []),
    Row("G5", BUY, {"noes": [SaidNo(1, Scope.EVERYTHING, day("2024-10-03"))]}, [(HARD, "said_no_to", None)]),
    Row("G6", BUY, {"closeness": Closeness.FAMILY}, [(HARD, "protected", None)]),
    Row("G6", BUY, {"closeness": Closeness.FRIEND, "touches": [inquiry("2026-11-20", topic="candles")]}, []),
    Row("G6", JOIN, {"closeness": Closeness.FRIEND, "touches": [inquiry("2026-11-20", topic="candles")]},
        [(HARD, "protected", None)]),
    Row("G6", BUY, {"closeness": Closeness.ACQUAINTANCE}, []),
    Row("G8", Intent(Purpose.ASK, Channel.VOICEMAIL), {}, [(HARD, "no_ask_on_voicemail", None)]),
    Row("G8", Intent(Purpose.SERVICE, Channel.VOICEMAIL), {}, []),
    Row("G9", CHECK_IN, {"touches": [no_answer(f"2026-11-{n}") for n in (10, 14, 18)]},
        [(HOLD, "enough_for_now", day("2027-01-17"))]),
    Row("G9", CHECK_IN, {"touches": [talk("2026-11-01"), *(no_answer("2026-11-24", f"0{n}:00") for n in (8, 9))]},
        [(HOLD, "called_today", day("2026-11-25"))]),
    Row("G9", CHECK_IN, {"touches": [no_answer("2026-11-10")]}, []),
    Row("G10", Intent(Purpose.SERVICE, Channel.VOICEMAIL),
        {"touches": [touch(K.VOICEMAIL, "2026-11-10"), touch(K.VOICEMAIL, "2026-11-14")]},
        [(HOLD, "no_more_voicemail", None)]),
    Row("G10", Intent(Purpose.SERVICE, Channel.VOICEMAIL), {"touches": [touch(K.VOICEMAIL, "2026-11-10")]}, []),
    Row("G11", Intent(Purpose.RELATIONSHIP, Channel.SOCIAL, text="look: https://my.shop"), {},
        [(HARD, "no_link_first", None)]),
    Row("G11", Intent(Purpose.RELATIONSHIP, Channel.SOCIAL, text="only $25 today"), {},
        [(HARD, "no_price_first", None)]),
    Row("G11", Intent(Purpose.RELATIONSHIP, Channel.SOCIAL, text="lovely to meet you"), {}, []),
    Row("G11", Intent(Purpose.RELATIONSHIP, Channel.TEXT, text="https://my.shop"),
        {"touches": [talk("2026-11-01")]}, []),
    Row("G12", Intent(Purpose.RELATIONSHIP, Channel.SOCIAL), {"strangers_written": [TODAY] * 5},
        [(HOLD, "strangers_today", day("2026-11-25"))]),
    Row("G12", Intent(Purpose.RELATIONSHIP, Channel.SOCIAL),
        {"strangers_written": [day(f"2026-11-{n}") for n in (19, 20, 21, 22, 23) for _ in range(3)]},
        [(HOLD, "strangers_this_week", day("2026-11-26"))]),
    Row("G12", Intent(Purpose.RELATIONSHIP, Channel.SOCIAL), {"strangers_written": [TODAY] * 4}, []),
    Row("G12", Intent(Purpose.RELATIONSHIP, Channel.SOCIAL),
        {"strangers_written": [TODAY] * 9, "touches": [talk("2026-11-01")]}, []),
    Row("G13", HELLO, stranger(), [(HOLD, "homework_missing", None)]),
    Row("G13", HELLO,
        stranger(homework=Homework("sings", "dry air"), phones=[
            Phone("1", "+16155550142", registry=Registry.CLEAR, registry_on=day("2026-11-01"))]), []),
    Row("G13", HELLO, stranger(touches=[talk("2026-11-01")]), []),
    Row("G14", BUY, {"touches": [touch(K.PROBLEM_OPEN, "2026-11-20")]}, [(HOLD, "problem_first", None)]),
    Row("G14", BUY, {"touches": [touch(K.PROBLEM_OPEN, "2026-11-20"), touch(K.PROBLEM_SOLVED, "2026-11-22")]}, []),
    Row("G15", BUY, {"promises": [callback("2026-11-20", "15:00")]}, [(HOLD, "promise_first", None)]),
    Row("G15", BUY, {"promises": [callback("2026-11-20", status=PromiseStatus.KEPT)]}, []),
    Row("G16", BUY, {"thank_yous": [ThankYou(1, ThanksFor.ORDER, TODAY)]}, [(HOLD, "thank_first", None)]),
    Row("G16", BUY, {"thank_yous": [ThankYou(1, ThanksFor.HOSTED, TODAY + timedelta(days=3))]}, []),
    Row("G16", BUY, {"touches": [touch(K.BIRTHDAY, "2026-11-23")]}, [(HOLD, "kindness_lately", day("2026-11-25"))]),
    Row("G16", Intent(Purpose.ASK, scope=Scope.BUY, is_kind=True), {}, [(HOLD, "no_ask_with_kindness", None)]),
    Row("G16", BUY, {"touches": [touch(K.THANK_YOU, "2026-11-22")]}, []),
    Row("G17", Intent(Purpose.ASK, text="Quit your job in a month"), {}, [(HOLD, "trick_words", None)]),
    Row("G17", Intent(Purpose.ASK, text="It treats you to a calm evening"), {}, [(HOLD, "trick_words", None)]),
    Row("G17", Intent(Purpose.ASK, text="Última oportunidad, solo hoy"), {}, [(HOLD, "trick_words", None)]),
    Row("G17", Intent(Purpose.ASK, text="A candle for long evenings"), {}, []),
    Row("G17", Intent(Purpose.ASK, text="Una vela para las noches largas"), {}, []),
    Row("G18", BUY, {"is_minor": True}, [(HARD, "under_eighteen", None)]),
    Row("G18", JOIN, {"birthday": Birthday(12, 1, 2008)}, [(HARD, "under_eighteen", None)]),
    Row("G18", JOIN, {"birthday": Birthday(11, 24, 2008), "is_minor": True}, []),
    Row("G18", JOIN, {"birthday": Birthday(2, 29, 2008)}, [(HARD, "under_eighteen", None)], now="2026-02-28T10:00"),
    Row("G18", JOIN, {"birthday": Birthday(2, 29, 2008)}, [], now="2026-03-01T10:00"),
    Row("G19", BUY, {"housemates": [Housemate(2, "Maria Lopez", is_same=True, stops=(StopRule(9, None, TODAY),))]},
        [(HARD, "double_wants_peace", None)]),
    Row("G19", BUY, {"housemates": [Housemate(2, "Maria Lopez", is_same=True, has_said_no=True)]},
        [(HARD, "double_is_stricter", None)]),
    Row("G19", BUY, {"housemates": [Housemate(2, "Jo Lopez", has_said_no=True)]}, []),
    Row("G19", BUY, {"housemates": [Housemate(2, "Maria Lopez", is_same=True, noes=(SaidNo(1, Scope.BUY, TODAY),))]},
        [(HARD, "double_is_stricter", None)]),
    Row("G19", JOIN, {"housemates": [Housemate(2, "Maria Lopez", is_same=True, noes=(SaidNo(1, Scope.BUY, TODAY),))]},
        []),
    Row("G20", CHECK_IN, {"pauses": [LifePause(1, day("2026-11-01"), day("2026-12-31"), "a death")]},
        [(HOLD, "life_comes_first", day("2026-12-31"))]),
    Row("G20", HELLO, {"pauses": [LifePause(1, day("2026-11-01"), day("2026-12-31"))]}, []),
    Row("G20", BUY, {"stage": Stage.NOT_NOW, "stage_until": day("2027-03-01")}, [(HOLD, "not_now", day("2027-03-01"))]),
    Row("G20", BUY, {"stage": Stage.CUSTOMER, "stage_until": day("2027-03-01")},
        [(HOLD, "not_now", day("2027-03-01"))]),
    Row("G20", BUY, {"stage": Stage.CUSTOMER, "stage_until": day("2026-11-24")}, []),
    Row("G21", CHECK_IN, {"touches": [touch(K.USEFUL_INFO, "2026-11-24", channel=Channel.TEXT)]},
        [(HOLD, "in_touch_today", day("2026-11-25"))]),
    Row("G21", CHECK_IN, {"touches": [text("2026-11-24")]}, []),
    Row("G21", CHECK_IN, {"touches": [text("2026-11-20"), text("2026-11-22")]},
        [(HOLD, "enough_this_week", day("2026-11-27"))]),
    Row("G21", CHECK_IN, {"touches": [talk("2026-11-19"), text("2026-11-20"), text("2026-11-22")]}, []),
    Row("G22", BUY, {"consultant": "Ana"}, [(HOLD, "has_a_consultant", None)]),
    Row("G23", HELLO, {"zone_is_guessed": True}, [(CHECK, "zone_guessed", None)], now="2026-11-24T12:00"),
    Row("G23", HELLO, {"zone_is_guessed": True}, [(CHECK, "zone_guessed", None)], now="2026-11-24T10:00"),
    Row("G24", CHECK_IN, {"housemates": [Housemate(2, "Jo Lopez", called_on=(TODAY,))]},
        [(HARD, "called_there_today", None)]),
    Row("G24", HELLO, {"housemates": [Housemate(2, "Jo Lopez", called_on=(TODAY,))]}, []),
    Row("G24", HELLO, {"housemates": [
        Housemate(2, "Jo Lopez", stops=(StopRule(9, Channel.CALL, TODAY, meant=Meant.CHANNEL),))]},
        [(HARD, "number_stopped", None)]),
    Row("G24", HELLO, {"housemates": [Housemate(2, "Jo Lopez", stops=(StopRule(9, None, TODAY),))]},
        [(HARD, "number_stopped", None)]),
    Row("G24", Intent(Purpose.RELATIONSHIP, Channel.CARD), {"housemates": [
        Housemate(2, "Jo Lopez", stops=(StopRule(9, None, TODAY),))]}, []),
]  # fmt: skip


@pytest.mark.parametrize(
    "row", [pytest.param(row, marks=pytest.mark.rule(row.rule), id=f"{row.rule}-{n}") for n, row in enumerate(TABLE)]
)
def test_a_guard_says_what_it_should(row: Row) -> None:
    assert said(verdicts(person(**row.known), row.intent, row.now, **row.settings), row.rule) == row.answers


ASKS = [
    ("nothing given", {}, BUY, ["give_first", "no_interest"]),
    ("given enough, no interest", {"touches": GENEROUS}, BUY, ["no_interest"]),
    ("interest in something else", {"touches": GENEROUS, "interests": [LIKES_CANDLES]}, JOIN, ["no_interest"]),
    ("no reason of theirs",
     {"touches": GENEROUS, "interests": [Interest(1, Scope.BUY, "candles", day("2026-10-01"))]}, BUY,
     ["why_would_they"]),
    ("a wish is a reason",
     {"touches": GENEROUS, "wish": "a gift for mom", "interests": [Interest(1, Scope.BUY, "candles")]}, BUY, []),
    ("all there", {"touches": GENEROUS, "interests": [LIKES_CANDLES]}, BUY, []),
    ("asked twelve days ago",
     {"touches": [*GENEROUS, touch(K.ASK_BUY, "2026-11-12"), touch(K.GIFT, "2026-11-13"), touch(K.GIFT, "2026-11-14")],
      "interests": [LIKES_CANDLES]}, BUY, ["asked_lately"]),
    ("one gift since the last ask",
     {"touches": [touch(K.GIFT, "2026-10-02", points=40), touch(K.ASK_BUY, "2026-10-05"), touch(K.GIFT, "2026-10-09")],
      "interests": [LIKES_CANDLES]}, BUY, ["give_before_asking_again"]),
    ("a pitch left on voicemail",
     {"touches": [*GENEROUS, touch(K.PITCH_VOICEMAIL, "2026-11-10")], "interests": [LIKES_CANDLES]}, BUY,
     ["asks_rest"]),
    ("pushed after a No, 80 days ago",
     {"touches": [*GENEROUS, touch(K.PUSHED_AFTER_NO, "2026-09-05", points=0)], "interests": [LIKES_CANDLES]}, BUY,
     ["asks_rest"]),
    ("a hand raised waives it", {"touches": [inquiry("2026-11-20", topic="candles")]}, BUY, []),
    ("a hand raised for something else waives nothing",
     {"touches": [inquiry("2026-11-20", topic="soap")]}, Intent(Purpose.ASK, scope=Scope.BUY, topic="candles"),
     ["give_first", "no_interest"]),
    ("a hand raised 31 days ago waives nothing",
     {"touches": [inquiry("2026-10-24", topic="candles")]}, BUY, ["give_first", "no_interest"]),
    ("a hand raised before a pitch waives no freeze",
     {"touches": [inquiry("2026-11-09", topic="candles"), touch(K.PITCH_VOICEMAIL, "2026-11-10")]}, BUY,
     ["asks_rest"]),
    ("a hand raised on the day of a pitch waives no freeze",
     {"touches": [inquiry("2026-11-10", topic="candles"), touch(K.PITCH_VOICEMAIL, "2026-11-10")]}, BUY,
     ["asks_rest"]),
    ("a hand raised after it ends the freeze",
     {"touches": [inquiry("2026-11-20", topic="candles"), touch(K.PITCH_VOICEMAIL, "2026-11-10")]}, BUY, []),
    ("a hand raised for something else ends no freeze",
     {"touches": [*GENEROUS, inquiry("2026-11-20", topic="candles"), touch(K.PITCH_VOICEMAIL, "2026-11-10")]},
     Intent(Purpose.ASK, scope=Scope.BUY, topic="soap"), ["asks_rest", "no_interest"]),
]  # fmt: skip


@pytest.mark.rule("G7")
@pytest.mark.practice("000-33")
@pytest.mark.practice("002-11")
@pytest.mark.practice("002-14")
@pytest.mark.parametrize(("known", "intent", "missing"), [row[1:] for row in ASKS], ids=[row[0] for row in ASKS])
def test_the_gate_says_what_is_missing(known: dict[str, Any], intent: Intent, missing: list[str]) -> None:
    found = verdicts(person(**known), intent)
    assert [code for _, code, _ in said(found, "G7")] == missing


@pytest.mark.rule("G7")
@pytest.mark.parametrize(("scope", "least"), [(Scope.BUY, 8), (Scope.HOST, 10), (Scope.REFER, 12), (Scope.JOIN, 15)])
def test_each_ask_needs_its_own_balance(scope: Scope, least: int) -> None:
    for points, is_enough in ((least - 1, False), (least, True)):
        facts = person(touches=[touch(K.GIFT, "2026-11-24", points=points)])
        found = [code for _, code, _ in said(verdicts(facts, Intent(Purpose.ASK, scope=scope)), "G7")]
        assert ("give_first" not in found) is is_enough


@pytest.mark.rule("G7")
def test_an_ask_to_join_needs_a_month_of_air() -> None:
    asked = [*GENEROUS, touch(K.ASK_JOIN, "2026-11-01"), touch(K.GIFT, "2026-11-03"), touch(K.GIFT, "2026-11-04")]
    for intent, code in ((JOIN, "asked_lately"), (BUY, None)):
        found = [each for _, each, _ in said(verdicts(person(touches=asked), intent), "G7")]
        assert ("asked_lately" in found) is (code is not None)


@pytest.mark.rule("G4")
def test_the_basis_is_asked_for_on_the_channel() -> None:
    known: dict[str, Any] = {"closeness": Closeness.STRANGER, "source_kind": SourceKind.BOUGHT}
    listed = person(phones=[Phone("1", "+16155550142", registry=Registry.LISTED, registry_on=TODAY)], **known)
    assert said(verdicts(listed, CALL_TO_ASK), "G4") == [(HARD, "on_the_registry", None)]
    unknown = person(**known)
    assert said(verdicts(unknown, CALL_TO_ASK), "G4") == [(CHECK, "look_number_up", None)]
    yes = person(permissions=[Permission(1, Channel.CALL, given_on=TODAY)], **known)
    assert said(verdicts(yes, CALL_TO_ASK), "G4") == []


@pytest.mark.rule("D5")
def test_every_guard_has_its_id_and_its_place() -> None:
    assert [rule for rule, _ in GUARDS] == [f"G{number}" for number in range(1, 25)]
    assert all((guard.__doc__ or "").startswith(f"{rule}:") for rule, guard in GUARDS)


@pytest.mark.rule("D5")
def test_the_firmest_comes_first() -> None:
    facts = person(stage=Stage.NO, zone_is_guessed=True, consultant="Ana")
    found = [verdict.strictness for verdict in verdicts(facts, CALL_TO_ASK, "2026-11-24T12:00")]
    assert found == sorted(found, key=[HARD, HOLD, CHECK].index)
    assert set(found) == {HARD, HOLD, CHECK}


@pytest.mark.rule("G1")
def test_a_stop_that_is_understood_leaves_service_open() -> None:
    order = callback("2026-11-27", kind=PromiseKind.PROMISED, reason="bring the order")
    stopped = person(stops=[StopRule(1, Channel.TEXT, TODAY, meant=Meant.BUSINESS)], promises=[order])
    assert said(verdicts(stopped, CHECK_IN), "G1") == []
    assert said(verdicts(stopped, BUY), "G1") == [(HARD, "business_stopped", None)]


def test_nobody_is_of_age_a_day_too_early() -> None:
    assert kept_on(Birthday(11, 25, 2008), 2026) == day("2026-11-25")
    early, on_the_day = person(birthday=Birthday(11, 25, 2008)), person(birthday=Birthday(11, 24, 2008))
    assert said(verdicts(early, JOIN), "G18")
    assert not said(verdicts(on_the_day, JOIN), "G18")


def test_a_message_of_theirs_is_no_contact_of_mine() -> None:
    wrote = touch(K.REACHED_OUT, "2026-11-24", direction=Direction.THEM, channel=Channel.TEXT)
    assert said(verdicts(person(touches=[wrote]), CHECK_IN), "G21") == []


PARIS: dict[str, Any] = {"regions": ["FR"], "zones": ["Europe/Paris"]}
VANCOUVER: dict[str, Any] = {"regions": ["CA-BC"], "zones": ["America/Vancouver"]}
SOLD = {"orders": [Order(1, day("2026-11-21"), cooling_off_until=day("2026-11-25"))]}
LATELY_ASKED = {"touches": [touch(K.ASK_BUY, "2026-11-03", channel=Channel.CALL)]}
NO_TO_JOINING = {"noes": [SaidNo(1, Scope.JOIN, day("2026-11-14"))]}
PACES = [
    ("a sale that can be called off", SOLD, BUY, [("C1", "mind_may_change", day("2026-11-26"))]),
    ("a sale that came back", {"orders": [replace(SOLD["orders"][0], came_back=CameBack.CANCELLED)]}, BUY, []),
    ("what they ask for themselves", SOLD | {"touches": [inquiry("2026-11-23", topic="soap")]}, BUY, []),
    ("no ask, no limit", SOLD, CHECK_IN, []),
    ("sixty days after a No in France", PARIS | NO_TO_JOINING, BUY, [("C3", "law_rests", day("2027-01-13"))]),
    ("not in Tennessee", NO_TO_JOINING, BUY, []),
    ("a No that they lifted", PARIS | {"noes": [replace(*NO_TO_JOINING["noes"], lifted_on=TODAY)]}, BUY, []),
    ("once a month in British Columbia", VANCOUVER | LATELY_ASKED, BUY, [("C3", "law_tries", day("2026-12-03"))]),
    ("another offer is another thing", VANCOUVER | LATELY_ASKED, JOIN, []),
    ("a card is no call", VANCOUVER | LATELY_ASKED, Intent(Purpose.ASK, Channel.CARD, Scope.BUY), []),
    ("a call to a stranger is an offer", VANCOUVER | stranger(touches=[no_answer("2026-11-20")]), CALL_TO_ASK,
     [("C3", "law_tries", day("2026-12-20"))]),
    ("one to a customer is not", VANCOUVER | {"touches": [talk("2026-11-01"), no_answer("2026-11-20")]}, BUY, []),
    ("three tries in France", PARIS | stranger(touches=[no_answer(f"2026-11-{n}") for n in (10, 13, 19)]), BUY, []),
    ("four tries in France", PARIS | stranger(touches=[no_answer(f"2026-11-{n}") for n in (10, 13, 19, 20)]), BUY,
     [("C3", "law_tries", day("2026-12-10"))]),
]  # fmt: skip


@pytest.mark.rule("G4")
@pytest.mark.rule("C3")
@pytest.mark.parametrize(("known", "intent", "answers"), [row[1:] for row in PACES], ids=[row[0] for row in PACES])
def test_the_law_s_own_pace(known: dict[str, Any], intent: Intent, answers: list[tuple[str, str, date | None]]) -> None:
    found = verdicts(person(**known), intent)
    assert [
        (one.reason.rule, one.reason.code, one.until) for one in found if one.reason.rule in {"C1", "C3"}
    ] == answers


SILENT = [talk("2025-09-01"), text("2026-11-10"), touch(K.REACHED_OUT, "2026-11-11"), talk("2026-11-12")]


@pytest.mark.rule("D6.10")
@pytest.mark.parametrize(
    ("known", "until"),
    [
        ({"touches": SILENT}, day("2026-12-10")),
        ({"touches": [talk("2026-01-05"), *SILENT[1:]]}, None),
        ({"touches": SILENT[1:], "orders": [Order(1, day("2025-09-18"))]}, day("2026-12-10")),
        ({"touches": SILENT[1:], "orders": [Order(1, day("2026-03-18"))]}, None),
        ({"touches": [SILENT[0], *SILENT[2:]]}, None),
        ({"touches": [*SILENT, inquiry("2026-11-20", topic="candles")]}, None),
        ({"touches": SILENT[1:]}, None),
    ],
    ids=["silent", "heard in between", "an order long ago", "an order since", "they began", "they ask", "never before"],
)
def test_a_month_without_asks_after_a_long_silence_was_broken(known: dict[str, Any], until: date | None) -> None:
    found = said(verdicts(person(**known), BUY), "D6.10")
    assert found == ([(HOLD, "no_ask_after_reconnect", until)] if until else [])


@pytest.mark.rule("D3")
@pytest.mark.parametrize(
    ("left_on", "intent", "known", "until"),
    [
        ("2026-01-10", JOIN, {}, day("2027-01-10")),
        ("2025-11-24", JOIN, {}, None),
        ("2026-01-10", BUY, {}, None),
        ("2026-01-10", JOIN, {"touches": [inquiry("2026-11-20", topic="join")]}, None),
    ],
    ids=["within a year", "a year later", "another ask", "they ask"],
)
def test_who_left_the_team_is_not_asked_again_for_a_year(
    left_on: str, intent: Intent, known: dict[str, Any], until: date | None
) -> None:
    facts = person(memberships=[Membership(1, day("2025-01-05"), left_on=day(left_on))], **known)
    assert said(verdicts(facts, intent), "D3") == ([(HOLD, "left_the_team", until)] if until else [])
