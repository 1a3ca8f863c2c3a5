"""The worked cases end to end: a book written by hand in its own format, a clock, and the move that comes out."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from planner.models.book import Book
from planner.services import answers
from planner.services.changes import Changes
from planner.services.exchange.book_json import import_book
from planner.services.pauses import Pauses
from planner.services.people import People
from planner.services.preferences import PreferencesStore
from planner.services.promises import Promises
from planner.services.today import Today
from planner.ui.kit import i18n, wording
from tests.builders import at

DANA = {
    "preferences": {
        "me_name": "Dana Whitfield",
        "country": "US",
        "zone": "America/Chicago",
        "method": {"experience": "comfortable"},
    }
}
NASHVILLE = "615-555-0142"


@pytest.fixture(autouse=True)
def _english() -> None:
    i18n.use_language("en", "US")


class Case:
    """A book of Dana's and what it answers at a wall clock in Nashville."""

    def __init__(self, folder: Path, people: list[dict[str, Any]], made_at: str, **more: Any) -> None:
        file = folder / "book.json"
        document = {"format": "warmbook-book", "version": 1, "settings": DANA, "people": people, **more}
        file.write_text(json.dumps(document), encoding="utf-8")
        self.book = Book.open(folder / "Dana.warmbook")
        import_book(self.book, file, at(made_at))
        changes = Changes()
        self.today = Today(self.book, PreferencesStore(self.book, changes))
        self.promises = Promises(self.book, changes)

    def move(self, name: str, now: str) -> dict[str, Any]:
        """The move as scripts read it; explained in few words, by rules, and the same when asked again."""
        self.promises.settle_overdue(at(now))
        found = self._move(name, now)
        assert found == self._move(name, now), "the same facts at the same moment give the same move"
        assert 0 < len(found["explanation"].split()) <= 35, found["explanation"]
        assert found["explained_by"]
        assert all(found["explained_by"])
        return found

    def day(self, now: str) -> dict[str, Any]:
        """Today's list."""
        self.promises.settle_overdue(at(now))
        return answers.day_answer(self.today.day(at(now)), _told())

    def points(self, name: str, on: str) -> int:
        """The shown balance."""
        from planner.services.timeline import Timeline

        account = Timeline(self.book, Changes()).account(self._id(name), at(f"{on}T23:59"))
        return account.points

    def _move(self, name: str, now: str) -> dict[str, Any]:
        return answers.card_answer(self.today.card(self._id(name), at(now)), _told())

    def _id(self, name: str) -> int:
        return int(self.book.value("SELECT id FROM person WHERE name = ?", (name,)))


def _told() -> answers.Told:
    return answers.Told(wording.because, wording.explanation, "America/Chicago")


def codes(found: dict[str, Any]) -> list[str]:
    return [reason["code"] for reason in (*found["reasons"], *found["holds"])]


def rules(found: dict[str, Any]) -> set[str]:
    return {reason["rule"] for reason in (*found["reasons"], *found["holds"])}


def clock(instant: str) -> str:
    return f"{datetime.fromisoformat(instant).astimezone(ZoneInfo('America/Chicago')):%a %H:%M}"


def names(lane: list[dict[str, Any]]) -> list[str]:
    return [card["name"] for card in lane]


def touch(kind: str, on: str, **more: Any) -> dict[str, Any]:
    return {"kind": kind, "on": on} | more


@pytest.mark.scenario("S1")
@pytest.mark.rule("D7.3")
def test_s1_a_fresh_inquiry_waits_for_their_morning(tmp_path: Path) -> None:
    inquiry = touch(
        "reached_out", "2026-12-01", at="08:25", zone="America/Chicago", words="sample for sensitive skin",
        wants_answer=True, expects_call=True,
    )  # fmt: skip
    priya = {"name": "Priya", "source": "blog", "phones": ["310-555-0188"], "touches": [inquiry], "emails": ["p@x.org"]}
    case = Case(tmp_path, [priya], "2026-12-01T08:30")
    found = case.move("Priya", "2026-12-01T08:45")
    assert (found["action"], found["rank"], found["is_hot"]) == ("answer", 20, True)
    assert (clock(found["opens_at"]), found["local_time"]) == ("Tue 10:00", "06:45")
    assert found["window"]["theirs"]["America/Los_Angeles"]["opens"] == "2026-12-01T08:00"
    assert {"asked_you", "mail_meanwhile"} <= set(codes(found))
    day = case.day("2026-12-01T08:45")
    assert (names(day["later"]), day["call_now"]) == (["Priya"], [])
    assert names(case.day("2026-12-01T10:00")["call_now"]) == ["Priya"]


@pytest.mark.scenario("S3")
@pytest.mark.rule("G15")
def test_s3_a_missed_callback_wants_an_apology(tmp_path: Path) -> None:
    callback = {"kind": "callback", "due_on": "2026-11-20", "window": "exact", "at": "15:00", "made_on": "2026-11-18"}
    beth = {
        "name": "Beth", "phones": [NASHVILLE], "promises": [callback | {"reason": "the party"}],
        "touches": [touch("opening_balance", "2026-11-20", points=10)],
    }  # fmt: skip
    case = Case(tmp_path, [beth], "2026-11-20T09:00")
    found = case.move("Beth", "2026-11-24T10:00")
    assert (found["action"], found["rank"], found["is_late"]) == ("apologise", 30, True)
    assert "promise_first" in codes(found)
    assert case.points("Beth", "2026-11-20") == -2


@pytest.mark.scenario("S4")
@pytest.mark.rule("D6.9")
def test_s4_call_me_in_march(tmp_path: Path) -> None:
    promise = {"kind": "callback", "due_on": "2027-03-01", "window": "day", "words": "call me in March"}
    kim = {
        "name": "Kim", "phones": [NASHVILLE], "stage": "not_now", "stage_until": "2027-03-01", "promises": [promise],
        "touches": [touch("conversation", "2026-11-24", channel="call")],
    }  # fmt: skip
    case = Case(tmp_path, [kim], "2026-11-24T16:00")
    early = case.move("Kim", "2027-02-10T09:00")
    assert (early["action"], early["band"], early["wait_until"]) == ("wait", None, "2027-03-01")
    found = case.move("Kim", "2027-03-01T09:05")
    assert (found["action"], found["rank"]) == ("call", 10)
    assert "call me in March" in found["explanation"]


@pytest.mark.scenario("S6")
@pytest.mark.rule("G13")
@pytest.mark.practice("000-04")
def test_s6_a_bought_list_is_locked_until_its_questions_are_answered(tmp_path: Path) -> None:
    source = {"kind": "bought", "name": "May list"}
    people = [
        {"name": f"Lead {n}", "phones": [f"615-555-01{n:02}"], "source": source, "closeness": "stranger"}
        for n in range(12)
    ]
    list_of_may = source | {"vendor": "Leads Inc", "cost_cents": 25000, "bought_on": "2026-11-23"}
    case = Case(tmp_path, people, "2026-11-23T09:00", sources=[list_of_may])
    day = case.day("2026-11-24T10:00")
    assert (day["call_now"], day["later"], day["write"], day["homework"]) == ([], [], [], 12)
    locked = case.move("Lead 1", "2026-11-24T10:00")
    assert (locked["action"], locked["rank"]) == ("homework", 120)
    assert {"homework_missing", "list_is_locked"} <= set(codes(locked))


@pytest.mark.scenario("S6")
@pytest.mark.rule("D8")
@pytest.mark.practice("000-06")
def test_s6_prepared_names_come_last_and_few_a_day(tmp_path: Path) -> None:
    source = {"kind": "bought", "name": "May list"}
    ready = {"fact": "sings in a choir", "good_reason": "dry skin on stage", "closeness": "stranger", "source": source}
    looked_up = {"registry": "clear", "registry_on": "2026-11-20"}
    people = [
        {"name": f"Lead {n}", "phones": [{"number": f"615-555-01{n:02}"} | looked_up], **ready} for n in range(12)
    ]
    met = {"name": "Met", "phones": ["615-555-0177"], "touches": [touch("conversation", "2026-04-01")]}
    open_list = source | {"locked": False, "dnc_checked_on": "2026-11-20"}
    case = Case(tmp_path, [*people, met], "2026-04-01T09:00", sources=[open_list])
    day = case.day("2026-11-24T10:00")
    assert len(names(day["call_now"])) == 3, "at most 30 % of ten, and three for who is comfortable"
    first = case.move("Lead 0", "2026-11-24T10:00")
    assert (first["action"], first["rank"], first["channel"]) == ("smart_call", 110, "call")
    assert "you_start_this" in codes(first)


@pytest.mark.scenario("S7")
@pytest.mark.rule("G6")
def test_s7_a_sister_is_no_customer_until_she_asks(tmp_path: Path) -> None:
    quiet = {
        "name": "Ann", "phones": [NASHVILLE], "closeness": "family",
        "touches": [touch("conversation", "2026-09-20", channel="in_person")],
    }  # fmt: skip
    case = Case(tmp_path, [quiet], "2026-09-20T09:00")
    found = case.move("Ann", "2026-11-24T10:00")
    assert (found["action"], found["purpose"]) == ("keep_in_touch", "relationship")
    assert "protected" in codes(found)


@pytest.mark.scenario("S7")
@pytest.mark.rule("G6")
def test_s7_asking_about_a_candle_opens_that_and_nothing_else(tmp_path: Path) -> None:
    from planner.domain.guards.table import before_an_ask
    from planner.domain.guards.verdict import Intent
    from planner.domain.interest import Scope
    from planner.domain.touch import Purpose
    from planner.services.pools import Pools

    asked = touch("reached_out", "2026-11-24", at="09:30", words="what’s that candle?", topic="candles", channel="text")
    ann = {"name": "Ann", "phones": [NASHVILLE], "closeness": "family", "touches": [asked | {"wants_answer": True}]}
    case = Case(tmp_path, [ann], "2026-11-24T09:31")
    assert case.move("Ann", "2026-11-24T09:40")["action"] == "answer"
    now = at("2026-11-24T09:40")
    chosen = PreferencesStore(case.book, Changes()).load()
    known = Pools(case.book, now, chosen.method, "US").decide([1])[1].case
    join = before_an_ask(known, Intent(Purpose.ASK, scope=Scope.JOIN))
    assert "G6" in [verdict.reason.rule for verdict in join]
    buy = before_an_ask(known, Intent(Purpose.ASK, scope=Scope.BUY, topic="candles"))
    assert buy == ()


@pytest.mark.scenario("S8")
@pytest.mark.rule("D6.6")
def test_s8_four_days_before_the_party(tmp_path: Path) -> None:
    lena = {
        "id": 1, "name": "Lena", "phones": [NASHVILLE], "stage": "host",
        "touches": [touch("conversation", "2026-11-26"), touch("thank_you", "2026-11-06")],
    }  # fmt: skip
    party = {"host": 1, "on": "2026-12-05", "at": "14:00", "booked_on": "2026-11-05"}
    case = Case(tmp_path, [lena], "2026-11-26T09:00", parties=[party])
    found = case.move("Lena", "2026-12-01T10:00")
    assert (found["action"], found["rank"]) == ("host_step", 40)
    assert "party_answers" in codes(found)
    with case.book.quietly():
        case.book.run(
            "INSERT INTO plan_step(person_id, plan, anchor_on, step, done_on)"
            " VALUES (1, 'party', '2026-12-05', 'answers', '2026-12-01')"
        )
    assert case.move("Lena", "2026-12-01T12:00")["wait_until"] == "2026-12-04"
    assert "party_details" in codes(case.move("Lena", "2026-12-04T10:00"))


@pytest.mark.scenario("S10")
@pytest.mark.rule("D6.7")
def test_s10_the_first_48_hours_of_a_member(tmp_path: Path) -> None:
    spell = {"joined_on": "2026-11-21", "joined_at": "15:00", "zone": "America/Chicago", "goals": "school fees"}
    tasha = {"name": "Tasha", "phones": [NASHVILLE], "stage": "team", "memberships": [spell]}
    case = Case(tmp_path, [tasha], "2026-11-21T15:05")
    found = case.move("Tasha", "2026-11-23T09:00")
    assert (found["action"], found["rank"], found["reasons"][0]["code"]) == ("welcome_step", 40, "team_first_training")
    assert "By 3:00" in found["explanation"]
    late = case.move("Tasha", "2026-11-23T15:30")
    assert (late["action"], late["rank"], late["is_late"]) == ("welcome_step", 30, True)


@pytest.mark.scenario("S11")
@pytest.mark.rule("G5")
def test_s11_an_old_no_stands_for_what_it_was_said_to(tmp_path: Path) -> None:
    asked = touch(
        "reached_out", "2026-11-24", at="09:00", words="do you still sell the lip balm?", topic="lip balm",
        wants_answer=True, channel="text",
    )  # fmt: skip
    no = {"scope": "join", "on": "2024-10-03", "words": "not for me"}
    carol = {"name": "Carol", "phones": [NASHVILLE], "noes": [no], "touches": [asked]}
    case = Case(tmp_path, [carol], "2026-11-24T09:05")
    found = case.move("Carol", "2026-11-24T09:30")
    assert (found["action"], found["rank"]) == ("answer", 20)
    assert "said_no_to" in codes(found)


@pytest.mark.scenario("S13")
@pytest.mark.rule("D7.20")
def test_s13_only_a_name_on_a_network(tmp_path: Path) -> None:
    mia = {
        "name": "Mia", "source": {"kind": "event", "name": "Vendor fair"}, "added_on": "2026-11-21",
        "socials": [{"network": "Facebook", "handle": "mia.k"}],
    }  # fmt: skip
    case = Case(tmp_path, [mia], "2026-11-21T18:00")
    found = case.move("Mia", "2026-11-23T10:00")
    assert (found["action"], found["channel"]) == ("ask_number", "social")
    assert "no_link_first" in codes(found)
    day = case.day("2026-11-23T10:00")
    assert (names(day["write"]), day["call_now"]) == (["Mia"], [])


@pytest.mark.scenario("S15")
@pytest.mark.rule("G1")
def test_s15_a_stop_by_text_holds_all_business_and_keeps_the_word_given(tmp_path: Path) -> None:
    stop = {"channel": "text", "on": "2026-11-23", "at": "18:02", "words": "please quit texting me"}
    order = {"kind": "promised", "due_on": "2026-11-27", "reason": "bring order Friday", "channel": "in_person"}
    deb = {
        "name": "Deb", "phones": [NASHVILLE], "stage": "customer", "stops": [stop],
        "touches": [touch("gift", f"2026-11-{day:02}", points=8) for day in (2, 9, 16)],
    }  # fmt: skip
    case = Case(tmp_path, [deb, deb | {"name": "Dee", "promises": [order]}], "2026-11-23T18:03")
    found = case.move("Deb", "2026-11-23T18:04")
    assert (found["action"], found["band"]) == ("wait", None)
    (why,) = [reason for reason in found["reasons"] if reason["rule"] == "G1"]
    assert (why["code"], why["facts"]["until"]) == ("what_did_they_mean", "2026-12-08")
    friday = case.move("Dee", "2026-11-27T10:00")
    assert (friday["rank"], friday["purpose"], friday["channel"]) == (10, "reply", "in_person")


@pytest.mark.scenario("S16")
@pytest.mark.rule("D6.8")
@pytest.mark.parametrize(
    ("rule", "now", "action"),
    [
        ("feb_28", "2027-02-28T10:00", "celebrate"),
        ("mar_1", "2027-02-28T10:00", "all_is_well"),
        ("mar_1", "2027-03-01T10:00", "celebrate"),
        ("feb_28", "2028-02-29T10:00", "celebrate"),
    ],
)
def test_s16_a_birthday_in_leap_years(tmp_path: Path, rule: str, now: str, action: str) -> None:
    ivy = {
        "name": "Ivy", "phones": ["801-555-0142"], "birthday": "02-29", "leap_rule": rule,
        "touches": [touch("conversation", "2026-12-20"), touch("conversation", "2027-12-20")],
    }  # fmt: skip
    found = Case(tmp_path, [ivy], "2026-12-20T10:00").move("Ivy", now)
    assert found["action"] == action
    if action == "celebrate":
        assert (found["rank"], codes(found)[-1]) == (60, "no_ask_with_kindness")


@pytest.mark.scenario("S21")
@pytest.mark.rule("D7.15")
def test_s21_a_talk_without_a_next_step(tmp_path: Path) -> None:
    talk = touch("conversation", "2026-11-24", at="16:00", channel="call", words="help with school fees")
    una = {"name": "Una", "phones": [NASHVILLE], "stage": "in_conversation", "touches": [talk]}
    found = Case(tmp_path, [una], "2026-11-24T16:01").move("Una", "2026-11-25T10:00")
    assert (found["action"], found["rank"]) == ("set_next_step", 90)


@pytest.mark.scenario("S22")
@pytest.mark.rule("G11")
@pytest.mark.practice("000-25")
def test_s22_a_referral_is_introduced_first(tmp_path: Path) -> None:
    helped = touch("helped_me", "2026-11-23", topic="referral", words="Maria would love it")
    thanks = {"for": "referral", "due_on": "2026-11-24"}
    lisa = {"name": "Lisa", "phones": [NASHVILLE], "stage": "customer", "touches": [helped], "thank_yous": [thanks]}
    maria = {
        "name": "Maria", "phones": ["615-555-0199"], "source": "referral", "introduced_by": "Lisa",
        "closeness": "stranger", "added_on": "2026-11-23",
    }  # fmt: skip
    case = Case(tmp_path, [lisa, maria], "2026-11-23T10:00")
    assert (case.move("Lisa", "2026-11-24T10:00")["action"], case.move("Lisa", "2026-11-24T10:00")["rank"]) == (
        "thank",
        60,
    )
    found = case.move("Maria", "2026-11-24T10:00")
    assert (found["action"], found["channel"], found["then_call"]) == ("ask_introduction", None, False)
    assert "Lisa" in found["explanation"]


@pytest.mark.scenario("S23")
@pytest.mark.rule("G12")
@pytest.mark.practice("000-28")
def test_s23_the_sixth_stranger_of_a_day_waits(tmp_path: Path) -> None:
    def stranger(number: int, *written: dict[str, Any]) -> dict[str, Any]:
        account = {"network": "Facebook", "handle": f"s{number}"}
        return {"name": f"Stranger {number}", "source": "event", "socials": [account], "touches": list(written)}

    sent = touch("message", "2026-11-24", at="11:00", channel="social")
    case = Case(tmp_path, [*(stranger(n, sent) for n in range(5)), stranger(6)], "2026-11-24T12:00")
    found = case.move("Stranger 6", "2026-11-24T14:00")
    assert (found["action"], found["wait_until"], "G12" in rules(found)) == ("wait", "2026-11-25", True)
    assert case.move("Stranger 6", "2026-11-25T10:00")["action"] == "ask_number"


@pytest.mark.scenario("S24")
@pytest.mark.rule("D6.10")
@pytest.mark.practice("004-07")
def test_s24_fourteen_silent_months(tmp_path: Path) -> None:
    olga = {"name": "Olga", "phones": [NASHVILLE], "stage": "customer", "orders": [{"on": "2025-09-18"}]}
    found = Case(tmp_path, [olga], "2025-09-18T10:00").move("Olga", "2026-11-24T10:00")
    assert (found["action"], found["rank"], found["channel"], found["then_call"]) == ("reconnect", 100, "text", False)
    (hold,) = found["holds"]
    assert (hold["code"], hold["facts"]["until"]) == ("no_ask_after_reconnect", "2026-12-24")


@pytest.mark.scenario("S26")
@pytest.mark.rule("D7.9")
def test_s26_their_own_date(tmp_path: Path) -> None:
    wants = {"what": "join", "by": "2026-12-15", "words": "wants to join by 15 December", "made_on": "2026-12-01"}
    wendy = {
        "name": "Wendy", "phones": [NASHVILLE], "stage": "in_conversation", "commitments": [wants],
        "touches": [touch("conversation", "2026-12-01", channel="call")],
    }  # fmt: skip
    case = Case(tmp_path, [wendy], "2026-12-01T10:00")
    assert case.move("Wendy", "2026-12-05T10:00")["wait_until"] == "2026-12-12"
    found = case.move("Wendy", "2026-12-12T10:00")
    assert (found["action"], found["rank"], found["reasons"][0]["code"]) == ("check_date", 50, "their_date_ahead")
    past = case.move("Wendy", "2026-12-17T10:00")
    assert (past["action"], past["reasons"][0]["code"]) == ("check_date", "their_date_past")
    assert case.move("Wendy", "2026-12-23T10:00")["action"] == "wait"


@pytest.mark.scenario("S27")
@pytest.mark.rule("G18")
def test_s27_nobody_under_eighteen_is_asked(tmp_path: Path) -> None:
    zoe = {
        "name": "Zoe", "phones": [NASHVILLE], "closeness": "family", "birthday": "2009-06-01", "wish": "to sell too",
        "interests": [{"scope": "join", "on": "2026-11-20", "raised_hand": True, "words": "I want to sell too!"}],
        "touches": [touch("conversation", "2026-11-20"), touch("gift", "2026-11-20", points=20)],
    }  # fmt: skip
    found = Case(tmp_path, [zoe], "2026-11-20T10:00").move("Zoe", "2026-11-24T10:00")
    assert found["action"] != "ask"
    assert "under_eighteen" in codes(found)


@pytest.mark.scenario("S29")
@pytest.mark.rule("G2")
def test_s29_a_wrong_number_is_never_rung(tmp_path: Path) -> None:
    wrong = {"number": NASHVILLE, "wrong": True}
    bob = {"name": "Bob", "phones": [wrong], "emails": ["bob@example.org"], "stage": "bad_details"}
    lost = {"name": "Lost", "phones": [wrong], "stage": "bad_details"}
    case = Case(tmp_path, [bob, lost], "2026-11-01T10:00")
    found = case.move("Bob", "2026-11-24T10:00")
    assert (found["action"], found["channel"], found["reasons"][0]["code"]) == (
        "ask_number",
        "email",
        "find_another_way",
    )
    assert case.move("Lost", "2026-11-24T10:00")["action"] == "homework"
    assert case.day("2026-11-24T10:00")["call_now"] == []


@pytest.mark.scenario("S32")
@pytest.mark.rule("D7.12")
def test_s32_who_does_not_remember_has_no_further_moves(tmp_path: Path) -> None:
    closed = {
        "name": "Gone", "phones": [NASHVILLE], "source": {"kind": "bought", "name": "May list"},
        "closeness": "stranger", "stage": "closed_kindly",
        "touches": [touch("conversation", "2026-11-24", points=0, words="I never asked for this")],
    }  # fmt: skip
    case = Case(tmp_path, [closed], "2026-11-24T10:00")
    for now in ("2026-11-24T11:00", "2027-03-01T10:00", "2028-03-01T10:00"):
        assert (case.move("Gone", now)["action"], case.move("Gone", now)["band"]) == ("wait", None)


@pytest.mark.scenario("S34")
@pytest.mark.rule("D6.3")
def test_s34_care_over_the_turn_of_the_year(tmp_path: Path) -> None:
    order = {"on": "2026-12-28", "delivered_on": "2026-12-31", "lines": [{"product": "Night cream", "quantity": 1}]}
    gail = {
        "name": "Gail", "phones": [NASHVILLE], "stage": "customer", "orders": [order],
        "touches": [touch("thank_you", "2026-12-29")],
    }  # fmt: skip
    case = Case(tmp_path, [gail], "2026-12-31T10:00")
    seen = {
        day: case.move("Gail", f"{day}T10:00")["reasons"][0]["code"]
        for day in ("2027-01-02", "2027-01-14", "2027-03-01")
    }
    assert list(seen.values()) == ["care_arrived", "care_working", "care_refresh"]
    sunday = case.move("Gail", "2027-02-28T10:00")
    assert (sunday["action"], sunday["wait_until"]) == ("wait", "2027-03-01")
    assert case.book.rows("SELECT due_on FROM due WHERE kind = 'check_in' ORDER BY due_on") == [
        (date(2027, 1, 2).isoformat(),),
        (date(2027, 1, 14).isoformat(),),
        (date(2027, 2, 28).isoformat(),),
    ]


@pytest.mark.rule("C5")
@pytest.mark.rule("D6.11")
def test_a_minute_that_the_clocks_skip_is_an_hour_later_and_still_has_its_window(tmp_path: Path) -> None:
    skipped = {
        "kind": "callback", "due_on": "2027-03-14", "window": "exact", "at": "02:30", "zone": "America/New_York"
    }  # fmt: skip
    case = Case(tmp_path, [{"name": "Dee", "phones": [NASHVILLE], "promises": [skipped]}], "2027-03-10T10:00")
    found = case.move("Dee", "2027-03-14T00:30")
    assert (found["due_at"], found["closes_at"]) == ("2027-03-14T07:30:00Z", "2027-03-14T08:00:00Z")
    assert case.move("Dee", "2027-03-14T01:35")["is_late"] is False


@pytest.mark.rule("D6.4")
def test_a_reminder_follows_their_own_rhythm_and_is_given_twice_at_most(tmp_path: Path) -> None:
    days = ("2026-05-01", "2026-06-22", "2026-08-10", "2026-10-04")
    orders = [{"on": day, "lines": [{"product": "Serum", "days_supply": 60}]} for day in days]
    ria = {
        "id": "ria", "name": "Ria", "phones": [NASHVILLE], "stage": "customer", "orders": orders,
        "permissions": [{"channel": "text", "topics": ["reorder"], "given_on": "2026-05-01"}],
        "touches": [touch("conversation", "2026-10-20")],
    }  # fmt: skip
    reminded = [touch("message", "2026-11-23", channel="text")]
    twice = [*reminded, touch("message", "2026-12-04", channel="text")]
    people = [
        ria,
        ria | {"id": "once", "name": "Once", "touches": [*ria["touches"], *reminded]},
        ria | {"id": "twice", "name": "Twice", "touches": [*ria["touches"], *twice]},
    ]
    case = Case(tmp_path, people, "2026-10-20T10:00")
    assert case.move("Ria", "2026-11-20T10:00")["action"] != "reorder_help", "eight days before it runs out"
    found = case.move("Ria", "2026-11-23T10:00")
    assert (found["action"], found["rank"], found["reasons"][0]["facts"]["days"]) == ("reorder_help", 80, 55)
    assert case.move("Once", "2026-12-02T10:00")["action"] != "reorder_help"
    assert case.move("Once", "2026-12-03T10:00")["action"] == "reorder_help"
    assert case.move("Twice", "2026-12-10T10:00")["action"] != "reorder_help"


@pytest.mark.rule("G24")
def test_one_call_a_day_to_a_house(tmp_path: Path) -> None:
    called = touch("no_answer", "2026-11-24", at="09:00", channel="call")
    people = [
        {
            "name": "Al Fox",
            "phones": [NASHVILLE],
            "stage": "customer",
            "touches": [touch("conversation", "2026-10-01")],
        },
        {"name": "Bo Fox", "phones": [NASHVILLE], "touches": [called]},
    ]
    case = Case(tmp_path, people, "2026-11-24T09:01")
    found = case.move("Al Fox", "2026-11-24T10:00")
    assert (found["action"], found["wait_until"], "G24" in rules(found)) == ("wait", "2026-11-25", True)
    assert case.move("Al Fox", "2026-11-25T10:00")["action"] == "keep_in_touch"


@pytest.mark.rule("D7")
@pytest.mark.parametrize(
    "odd",
    [
        {"name": "No way"},
        {"name": "Ten", "promises": [{"kind": "callback", "due_on": f"2026-11-{day}"} for day in range(15, 30)]},
        {"name": "Early", "added_on": "2030-01-01", "touches": [touch("conversation", "2031-01-01")]},
        {"name": "Old", "phones": ["12"], "orders": [{"on": "1800-01-01"}, {"on": "2400-12-31"}]},
        {"name": "Born", "birthday": "02-29", "memberships": [{"joined_on": "2400-12-30"}]},
        {"name": "Both", "stage": "no", "interests": [{"scope": "everything", "raised_hand": True}]},
        {"name": "Late", "commitments": [{"what": "join", "by": "1800-01-02"}], "pauses": [
            {"since": "2026-01-01", "until": "2400-12-31"}]},
    ],
    ids=lambda odd: odd["name"],
)  # fmt: skip
def test_odd_facts_give_a_move_and_never_an_exception(tmp_path: Path, odd: dict[str, Any]) -> None:
    case = Case(tmp_path, [odd], "2026-11-24T10:00")
    for now in ("2026-11-24T10:00", "2027-12-31T23:59"):
        assert case.move(odd["name"], now)["action"]
        case.day(now)


@pytest.mark.rule("D7.9")
def test_nobody_is_asked_about_their_date_on_the_day_they_named_it(tmp_path: Path) -> None:
    wants = {"what": "join", "by": "2026-11-27", "made_on": "2026-11-25"}
    wen = {
        "name": "Wen", "phones": [NASHVILLE], "stage": "in_conversation", "commitments": [wants],
        "touches": [touch("conversation", "2026-11-25", at="16:00", channel="call")],
    }  # fmt: skip
    case = Case(tmp_path, [wen], "2026-11-25T16:01")
    found = case.move("Wen", "2026-11-25T16:05")
    assert (found["action"], found["wait_until"]) == ("wait", "2026-11-26")
    assert case.book.value("SELECT next_action FROM standing") == "check_date", "the list says the same"
    assert case.book.value("SELECT next_on FROM standing") == "2026-11-26"


@pytest.mark.rule("G5")
@pytest.mark.rule("D7.12")
def test_a_no_to_one_thing_closes_that_and_not_the_person(tmp_path: Path) -> None:
    no = {"scope": "join", "on": "2026-05-01"}
    known: dict[str, Any] = {"phones": [NASHVILLE], "stage": "no", "touches": [touch("conversation", "2026-05-01")]}
    people = [{"name": "One", "noes": [no], **known}, {"name": "All", "noes": [no | {"scope": "everything"}], **known}]
    case = Case(tmp_path, people, "2026-05-01T10:00")
    one, everything = (case.move(name, "2026-11-03T10:00") for name in ("One", "All"))
    assert (one["action"], codes(one).count("said_no_to")) == ("keep_in_touch", 1)
    assert (everything["action"], everything["wait_until"]) == ("wait", None)


@pytest.mark.rule("D7.15")
@pytest.mark.rule("G7")
def test_a_wish_they_brought_up_is_what_the_next_step_is_about(tmp_path: Path) -> None:
    wish = {"scope": "buy", "topic": "hand cream", "on": "2026-11-24", "raised_hand": True}
    fay = {"name": "Fay", "phones": [NASHVILLE], "stage": "in_conversation", "interests": [wish]}
    found = Case(tmp_path, [fay], "2026-11-24T10:00").move("Fay", "2026-11-24T10:05")
    assert (found["action"], codes(found)) == ("set_next_step", ["they_would_like"])
    assert "hand cream" in found["explanation"]


@pytest.mark.rule("D6.2")
@pytest.mark.rule("G13")
@pytest.mark.practice("001-15")
def test_a_bought_name_is_called_on_the_days_of_the_plan_and_is_an_offer_each_time(tmp_path: Path) -> None:
    source = {"kind": "bought", "name": "May list"}
    lead: dict[str, Any] = {
        "name": "Lea", "phones": [{"number": NASHVILLE, "registry": "clear", "registry_on": "2026-11-10"}],
        "fact": "sings in a choir", "good_reason": "dry skin on stage", "closeness": "stranger", "source": source,
        "touches": [touch("no_answer", "2026-11-16", at="10:00", channel="call")],
    }  # fmt: skip
    said = {"kind": "voicemail", "due_on": "2026-11-20", "made_on": "2026-11-16"}
    people = [
        lead,
        lead | {"name": "Told", "phones": [lead["phones"][0] | {"number": "615-555-0177"}], "promises": [said]},
    ]
    open_list = source | {"locked": False, "dnc_checked_on": "2026-11-10"}
    case = Case(tmp_path, people, "2026-11-16T10:01", sources=[open_list])
    for now in ("2026-11-16T16:00", "2026-11-17T10:00", "2026-11-18T10:00"):
        assert case.move("Lea", now)["action"] == "all_is_well", "not before the third day"
        assert case.move("Told", now)["action"] != "smart_call", "a time was named"
    again = case.move("Lea", "2026-11-19T13:00")
    assert (again["action"], again["rank"], again["purpose"], again["channel"]) == ("try_again", 110, "ask", "call")
    assert names(case.day("2026-11-19T13:00")["call_now"]) == ["Lea"]
    assert clock(case.move("Lea", "2026-11-19T09:15")["opens_at"]) == "Thu 12:00", "another part of the day"
    assert clock(case.move("Lea", "2026-11-21T19:15")["opens_at"]) == "Sat 09:00", "the hours of an offer"
    assert case.move("Lea", "2026-12-14T10:00")["action"] == "homework", "the look-up is too old"


@pytest.mark.rule("G18")
@pytest.mark.rule("G22")
@pytest.mark.rule("G20")
@pytest.mark.parametrize(
    ("known", "rule"),
    [({"minor": True}, "G18"), ({"consultant": "Ana"}, "G22"), ({"stage_until": "2027-03-01"}, "G20")],
)
def test_a_first_call_is_an_offer_that_not_everybody_may_hear(tmp_path: Path, known: dict[str, Any], rule: str) -> None:
    met = {
        "name": "Mo", "phones": [{"number": NASHVILLE, "registry": "clear", "registry_on": "2026-11-20"}],
        "fact": "sings in a choir", "good_reason": "dry skin on stage", "closeness": "stranger", "source": "met",
    }  # fmt: skip
    case = Case(tmp_path, [met, met | known | {"name": "Not", "phones": ["615-555-0177"]}], "2026-11-24T10:00")
    assert case.move("Mo", "2026-11-24T10:00")["action"] == "smart_call"
    with case.book.quietly():
        case.book.run("UPDATE phone SET registry = 'clear', registry_on = '2026-11-20'")
    found = case.move("Not", "2026-11-24T10:00")
    assert (found["action"], rule in rules(found)) == ("wait", True)


@pytest.mark.rule("G13")
@pytest.mark.practice("003-16")
def test_no_note_of_one_s_own_leads_to_an_unprepared_call(tmp_path: Path) -> None:
    note = {"kind": "follow_up", "due_on": "2026-11-24", "reason": "call them", "made_on": "2026-11-20"}
    sid = {"name": "Sid", "phones": [NASHVILLE], "closeness": "stranger", "source": "met", "promises": [note]}
    found = Case(tmp_path, [sid], "2026-11-20T10:00").move("Sid", "2026-11-24T10:00")
    assert (found["action"], found["rank"]) == ("homework", 120)


@pytest.mark.rule("G24")
@pytest.mark.rule("G19")
@pytest.mark.parametrize("is_archived", [False, True])
def test_a_stop_on_a_shared_number_outlives_being_put_away(tmp_path: Path, is_archived: bool) -> None:
    peace = {
        "stops": [{"channel": None, "on": "2026-11-02", "words": "leave me alone"}],
        "archived_on": "2026-11-03" if is_archived else None,
    }
    known: dict[str, Any] = {
        "phones": [NASHVILLE],
        "stage": "customer",
        "touches": [touch("conversation", "2026-10-01")],
    }
    people = [
        known | {"name": "Al Fox", "emails": ["al@example.org"]},
        peace | {"name": "Bo Fox", "phones": [NASHVILLE]},
    ]
    found = Case(tmp_path, people, "2026-11-02T09:00").move("Al Fox", "2026-11-24T10:00")
    assert (found["action"], found["channel"], found["then_call"]) == ("keep_in_touch", "email", False)
    twice = [known | {"name": "Cy Fox"}, peace | {"name": "CY FOX", "phones": [NASHVILLE]}]
    (tmp_path / "twice").mkdir()
    double = Case(tmp_path / "twice", twice, "2026-11-02T09:00")
    assert double.move("Cy Fox", "2026-11-24T10:00")["action"] == "leave_in_peace"


@pytest.mark.rule("D7.4")
@pytest.mark.practice("001-17")
@pytest.mark.parametrize(
    ("now", "said"),
    [
        ("2026-11-04T12:00", "They have waited for an answer for more than a day: “a sample?”."),
        ("2026-11-07T10:00", "They asked on Nov 3 and still wait: “a sample?”."),
        ("2026-11-30T10:00", "They asked on Nov 3, 2026 and still wait: “a sample?”. Say first who you are."),
    ],
)
def test_a_question_that_cools_is_answered_in_other_words(tmp_path: Path, now: str, said: str) -> None:
    asked = touch("reached_out", "2026-11-03", at="09:00", words="a sample?", wants_answer=True, channel="text")
    case = Case(tmp_path, [{"name": "Ida", "phones": [NASHVILLE], "touches": [asked]}], "2026-11-03T09:01")
    found = case.move("Ida", now)["explanation"].replace("\u00a0", " ")
    assert found.startswith(said), found


@pytest.mark.rule("D11")
def test_a_pause_and_a_permission_last_as_the_preferences_say(tmp_path: Path) -> None:
    yes = {"channel": "call", "given_on": "2025-05-24", "words": "call me"}
    case = Case(tmp_path, [{"name": "Ida", "phones": [NASHVILLE], "permissions": [yes]}], "2026-11-24T10:00")
    store = PreferencesStore(case.book, Changes())
    chosen = store.load()
    people, pauses, now = People(case.book, Changes()), Pauses(case.book, Changes()), at("2026-11-24T10:00")
    for months, days, is_old in ((18, 60, True), (19, 30, False)):
        method = replace(chosen.method, permission_review_months=months, life_pause_days=days)
        store.save(replace(chosen, method=method), now)
        view = people.view(1)
        assert view.permissions[0].is_of_long_ago(now.today, view.review_months) is is_old
        pauses.begin(1, "a move", None, now)
        assert pauses.of(1)[-1].until == now.today + timedelta(days=days)
