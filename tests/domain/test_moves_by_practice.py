"""What the practices ask of a move: bought names last, care before asks, a voice after words, and what never."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from planner.domain.care import CareStep, plan_of
from planner.domain.case import Case
from planner.domain.guards.table import against
from planner.domain.guards.verdict import Intent
from planner.domain.interest import Interest, Scope
from planner.domain.method import Method
from planner.domain.move import Action, Band
from planner.domain.order import Order, OrderLine
from planner.domain.party import Party
from planner.domain.party_plan import PartyStep
from planner.domain.party_plan import plan_of as party_plan_of
from planner.domain.permission import Permission, Topic
from planner.domain.person import Birthday, Closeness, Facts, Homework, LifePause, Phone, Registry, SourceKind, Stage
from planner.domain.promise import PromiseStatus
from planner.domain.reorder import cycle_days
from planner.domain.team import Membership
from planner.domain.team_plan import TeamStep
from planner.domain.team_plan import plan_of as team_plan_of
from planner.domain.thanks import ThanksFor, ThankYou
from planner.domain.touch import Channel, Purpose, TouchKind
from tests.domain.facts import at, callback, codes, day, follow_up, inquiry, move, no_answer, person, talk, text, touch

MORNING = "2026-11-24T10:00"
K = TouchKind
CALLABLE = Permission(1, Channel.CALL, given_on=day("2026-01-05"))
LOOKED_UP = Phone("1", "+16155550142", registry=Registry.CLEAR, registry_on=day("2026-11-10"))


def stopped(facts: Facts, intent: Intent) -> list[str]:
    return [verdict.reason.code for verdict in against(Case.of(facts, at(MORNING), Method(), "US"), intent)]


def bought(**known: Any) -> Facts:
    """A prepared name of a bought list."""
    given: dict[str, Any] = {
        "closeness": Closeness.STRANGER,
        "source_kind": SourceKind.BOUGHT,
        "phones": [LOOKED_UP],
        "homework": Homework("sings", "dry air on stage"),
    }
    return person(**(given | known))


@pytest.mark.practice("000-07")
@pytest.mark.practice("001-11")
@pytest.mark.practice("003-14")
@pytest.mark.rule("D7.21")
def test_a_prepared_bought_name_is_the_last_of_the_list_and_says_who_starts() -> None:
    first = move(bought(), MORNING)
    assert (first.action, first.band, first.channel) == (Action.SMART_CALL, Band.BOUGHT, Channel.CALL)
    assert first.why[0].code == "you_start_this"
    own = move(person(touches=[inquiry("2026-11-24", "09:30")]), MORNING)
    assert own.band is not None
    assert own.band.rank < Band.BOUGHT.rank


@pytest.mark.practice("004-17")
def test_a_stranger_is_thanked_in_writing() -> None:
    owed = {"thank_yous": [ThankYou(1, ThanksFor.CAME, date(2026, 11, 24))], "source_kind": SourceKind.EVENT}
    met = move(person(closeness=Closeness.STRANGER, **owed), MORNING)
    assert (met.action, met.channel, met.then_call) == (Action.THANK, Channel.TEXT, False)
    assert move(person(closeness=Closeness.FRIEND, **owed), MORNING).channel is Channel.CALL


@pytest.mark.practice("001-15")
@pytest.mark.rule("D6.2")
def test_a_bought_name_that_never_answers_is_closed_after_three_calls() -> None:
    tried = [no_answer(on) for on in ("2026-11-01", "2026-11-04", "2026-11-10")]
    for now in (MORNING, "2027-06-01T10:00"):
        for promises in ([], [follow_up("2026-11-24")]):
            closed = move(bought(touches=tried, promises=promises), now)
            assert (closed.action, closed.why[0].code) == (Action.WAIT, "closed_after_tries")


@pytest.mark.practice("000-09")
@pytest.mark.practice("000-11")
@pytest.mark.rule("G7")
def test_no_ask_before_a_hand_and_none_for_a_month_after_a_pitch() -> None:
    met = person(source_kind=SourceKind.MET, closeness=Closeness.STRANGER)
    assert {"give_first", "no_interest"} <= set(stopped(met, Intent(Purpose.ASK, scope=Scope.JOIN)))
    pitched = person(closeness=Closeness.FRIEND, touches=[touch(K.PITCH_FRIEND, "2026-11-14")])
    assert "asks_rest" in stopped(pitched, Intent(Purpose.ASK, scope=Scope.BUY))


@pytest.mark.practice("000-13")
@pytest.mark.practice("000-20")
@pytest.mark.rule("D6.7")
def test_a_new_member_s_plan_holds_no_calls_to_strangers() -> None:
    steps = team_plan_of(Membership(1, day("2026-11-21")))
    assert {step.step for step in steps} == set(TeamStep)
    assert [(step.due_on - day("2026-11-21")).days for step in steps] == [0, 1, 2, 3, 4, 5, 6, 7, 14, 30]


@pytest.mark.practice("000-23")
@pytest.mark.rule("G6")
def test_no_setting_lets_family_be_asked() -> None:
    sister = person(closeness=Closeness.FAMILY, touches=[touch(K.GIFT, "2026-11-20", points=40)])
    loosest = Method(ask_minimum_buy=0, ask_spacing=0, hand_raised_days=1)
    case = Case.of(sister, at(MORNING), loosest, "US")
    assert "protected" in [one.reason.code for one in against(case, Intent(Purpose.ASK, scope=Scope.BUY))]


@pytest.mark.practice("000-24")
def test_who_puts_you_off_twice_is_let_rest() -> None:
    put_off = [callback(on, status=PromiseStatus.CANCELLED, closed_on=day(on)) for on in ("2026-11-02", "2026-11-10")]
    facts = person(stage=Stage.IN_CONVERSATION, touches=[talk("2026-10-20"), no_answer("2026-11-12")], promises=put_off)
    found = move(facts, MORNING)
    assert (found.action, found.wait_until, codes(found.why)) == (Action.REST, date(2027, 1, 9), ["put_off_often"])


@pytest.mark.practice("000-24")
def test_letting_go_of_one_s_own_notes_is_no_sign_of_theirs() -> None:
    notes = [follow_up(on, status=PromiseStatus.CANCELLED, closed_on=day(on)) for on in ("2026-11-02", "2026-11-10")]
    facts = person(stage=Stage.IN_CONVERSATION, touches=[talk("2026-10-20")], promises=notes)
    assert move(facts, MORNING).action is Action.SET_NEXT_STEP


@pytest.mark.practice("001-23")
@pytest.mark.practice("001-24")
@pytest.mark.rule("D7.4")
@pytest.mark.parametrize(
    ("now", "band"),
    [
        ("2026-11-11T10:00", Band.OVERDUE),
        ("2026-11-23T08:30", Band.OVERDUE),
        ("2026-11-24T10:00", Band.FOLLOW_UP),
        ("2027-11-23T10:00", Band.FOLLOW_UP),
    ],
)
def test_a_question_cools_off_after_two_weeks_and_is_answered_all_the_same(now: str, band: Band) -> None:
    found = move(person(touches=[inquiry("2026-11-09", "09:00")]), now)
    assert (found.action, found.band, found.why[0].code) == (Action.APOLOGISE, band, "kept_waiting")


@pytest.mark.practice("000-26")
@pytest.mark.rule("G11")
def test_a_first_message_to_a_stranger_has_no_link() -> None:
    draft = Intent(Purpose.RELATIONSHIP, Channel.SOCIAL, text="Look here https://my.shop/now")
    assert "no_link_first" in stopped(person(closeness=Closeness.STRANGER, has_social=True), draft)


@pytest.mark.practice("002-17")
@pytest.mark.practice("002-22")
@pytest.mark.practice("003-17")
@pytest.mark.rule("G17")
@pytest.mark.parametrize("said", ["You can QUIT YOUR JOB", "just a quick survey, promise", "six figures by spring"])
def test_words_that_promise_or_hide_are_named(said: str) -> None:
    assert "trick_words" in stopped(person(), Intent(Purpose.ASK, scope=Scope.JOIN, text=said))


@pytest.mark.practice("003-05")
@pytest.mark.rule("D7.18")
def test_a_coffee_is_offered_to_a_fond_customer_not_met_for_long() -> None:
    given = [touch(K.GIFT, f"2026-{month}-02", points=20) for month in ("07", "08", "09")]
    fond = person(stage=Stage.CUSTOMER, orders=[Order(1, day("2026-05-01"))], touches=[*given, talk("2026-10-01")])
    assert "coffee_maybe" in codes(move(fond, MORNING).why)
    seen = [*given, touch(K.CONVERSATION, "2026-10-01", channel=Channel.IN_PERSON)]
    met = person(stage=Stage.CUSTOMER, orders=[Order(1, day("2026-05-01"))], touches=seen)
    assert "coffee_maybe" not in codes(move(met, MORNING).why)


@pytest.mark.practice("003-06")
@pytest.mark.practice("000-32")
@pytest.mark.rule("G16")
def test_nothing_is_asked_for_two_days_after_help_or_kindness() -> None:
    helped = person(touches=[touch(K.SENT_BUSINESS, "2026-11-23")])
    assert "kindness_lately" in stopped(helped, Intent(Purpose.ASK, scope=Scope.BUY))
    serum = Order(1, day("2026-10-04"), lines=(OrderLine("Serum", 1, 55),))
    yes = Permission(1, Channel.TEXT, (Topic.REORDER,), given_on=day("2026-10-04"))
    low: dict[str, Any] = {"stage": Stage.CUSTOMER, "orders": [serum], "permissions": [yes]}
    friend = person(birthday=Birthday(11, 24), touches=[talk("2026-10-20")], **low)
    assert move(friend, MORNING).action is Action.CELEBRATE, "the friendship first"
    greeted = person(touches=[talk("2026-10-20"), touch(K.BIRTHDAY, "2026-11-24")], **low)
    assert move(greeted, "2026-11-25T10:00").action is not Action.REORDER_HELP
    assert move(person(touches=[talk("2026-10-20")], **low), MORNING).action is Action.REORDER_HELP


@pytest.mark.practice("004-08")
@pytest.mark.rule("D7.18")
def test_an_overdrawn_account_is_given_to_first() -> None:
    asks = [touch(K.ASK_BUY, "2026-09-02"), touch(K.ASK_HOST, "2026-09-20")]
    found = move(person(closeness=Closeness.FRIEND, touches=asks), MORNING)
    assert found.action is Action.KEEP_IN_TOUCH
    assert "give_something" in codes(found.why)


@pytest.mark.practice("004-27")
def test_after_two_written_hellos_comes_a_voice() -> None:
    written = [talk("2025-12-20"), text("2026-02-20"), text("2026-05-20")]
    welcome = person(stage=Stage.CUSTOMER, permissions=[CALLABLE], touches=written)
    found = move(welcome, "2026-09-05T10:00")
    assert (found.action, found.channel, found.then_call) == (Action.KEEP_IN_TOUCH, Channel.CALL, False)
    assert "voice_again" in codes(found.why)


@pytest.mark.rule("D7.6")
@pytest.mark.rule("G20")
def test_while_life_comes_first_there_is_care_and_no_business() -> None:
    pause = LifePause(1, day("2026-11-10"), day("2027-01-09"), "her mother died")
    low = Order(1, day("2026-10-04"), lines=(OrderLine("Serum", 1, 50),))
    mourning = person(stage=Stage.CUSTOMER, pauses=[pause], orders=[low], has_address=True)
    found = move(mourning, MORNING)
    assert (found.action, found.channel, found.band) == (Action.CARE_ONLY, Channel.CARD, None)
    cared = person(stage=Stage.CUSTOMER, pauses=[pause], orders=[low], touches=[touch(K.CARD_WRITTEN, "2026-11-12")])
    assert (move(cared, MORNING).action, move(cared, MORNING).wait_until) == (Action.WAIT, day("2027-01-09"))


@pytest.mark.rule("D7.19")
@pytest.mark.rule("G7")
def test_an_ask_is_suggested_only_when_all_is_there() -> None:
    given = [touch(K.GIFT, f"2026-11-{n:02}", points=9) for n in (2, 9, 16, 17)]
    likes = Interest(1, Scope.BUY, "candles", day("2026-10-01"), why="long evenings")
    found = move(person(touches=given, interests=[likes]), MORNING)
    assert (found.action, found.purpose, found.band) == (Action.ASK, Purpose.ASK, Band.KEEP_IN_TOUCH)
    without = person(touches=given, interests=[Interest(1, Scope.BUY, "candles", day("2026-10-01"))])
    assert move(without, MORNING).action is not Action.ASK
    same_day = person(touches=[*given, touch(K.USEFUL_INFO, "2026-11-24")], interests=[likes])
    assert move(same_day, MORNING).action is not Action.ASK


@pytest.mark.rule("D6.3")
def test_care_counts_in_days_and_in_calendar_months() -> None:
    order = Order(1, day("2026-12-28"), delivered_on=day("2026-12-31"))
    assert [(care.step, care.due_on) for care in plan_of(order, Method())] == [
        (CareStep.ARRIVED, day("2027-01-02")),
        (CareStep.WORKING, day("2027-01-14")),
        (CareStep.REFRESH, day("2027-02-28")),
    ]


@pytest.mark.rule("D7.13")
@pytest.mark.rule("D6.3")
def test_a_conversation_near_its_day_stands_in_for_a_check_in() -> None:
    def found(*talked: str) -> Action:
        order = Order(1, day("2026-11-08"), delivered_on=day("2026-11-10"))
        return move(person(stage=Stage.CUSTOMER, orders=[order], touches=[talk(on) for on in talked]), MORNING).action

    assert found() is Action.SERVE
    assert found("2026-11-21") is not Action.SERVE
    assert found("2026-11-20") is Action.SERVE


@pytest.mark.rule("D6.4")
@pytest.mark.parametrize(
    ("own", "usual", "days"), [([], 60, 60.0), ([52, 49, 55], 60, 55.2), ([10, 20, 30, 40, 50, 60], 30, 37.1)]
)
def test_the_cycle_draws_their_own_rhythm_towards_the_usual(own: list[float], usual: int, days: float) -> None:
    assert round(cycle_days(own, usual), 1) == days


@pytest.mark.rule("D6.6")
def test_the_steps_of_a_party_and_none_before_it_was_booked() -> None:
    party = Party(1, day("2026-12-05"), booked_on=day("2026-11-05"))
    assert [(step.step, step.due_on) for step in party_plan_of(party)] == [
        (PartyStep.THANK_FOR_BOOKING, day("2026-11-06")),
        (PartyStep.GUEST_LIST, day("2026-11-12")),
        (PartyStep.INVITATIONS, day("2026-11-25")),
        (PartyStep.ANSWERS, day("2026-12-01")),
        (PartyStep.DETAILS, day("2026-12-04")),
        (PartyStep.THE_DAY, day("2026-12-05")),
        (PartyStep.THANK_AFTER, day("2026-12-06")),
        (PartyStep.REWARDS, day("2026-12-12")),
        (PartyStep.HAPPY, day("2026-12-19")),
    ]
    late = Party(1, day("2026-12-05"), booked_on=day("2026-12-03"))
    assert party_plan_of(late)[0].due_on > day("2026-12-03")


@pytest.mark.rule("D6.6")
@pytest.mark.rule("D7.8")
def test_a_host_hears_six_times_in_two_weeks_at_most() -> None:
    party = Party(1, day("2026-12-05"), booked_on=day("2026-11-05"))
    days = [day("2026-11-18") + timedelta(days=n) for n in range(6)]
    heard = [touch(K.USEFUL_INFO, on.isoformat(), channel=Channel.TEXT) for on in days]
    assert move(person(stage=Stage.HOST, parties=[party]), "2026-11-25T10:00").action is Action.HOST_STEP
    often = person(stage=Stage.HOST, parties=[party], touches=heard)
    assert move(often, "2026-11-25T10:00").action is not Action.HOST_STEP


@pytest.mark.rule("D7.7")
@pytest.mark.practice("002-21")
def test_who_was_pressed_to_join_is_listened_to_after_two_weeks() -> None:
    asked = [touch(K.ASK_JOIN, f"2026-10-{n:02}") for n in (1, 8, 15, 22)]
    spell = Membership(1, day("2026-11-10"), trained_on=day("2026-11-12"), launch_on=day("2026-11-12"))
    pressed = move(person(stage=Stage.TEAM, memberships=[spell], touches=asked), MORNING)
    assert (pressed.action, codes(pressed.why)[:2]) == (Action.WELCOME_STEP, ["team_two_weeks", "listen_now"])
    free = move(person(stage=Stage.TEAM, memberships=[spell]), MORNING)
    assert "listen_now" not in codes(free.why)


@pytest.mark.rule("D7.14")
def test_without_a_yes_an_overdrawn_account_is_not_reminded() -> None:
    serum = Order(1, day("2026-10-04"), lines=(OrderLine("Serum", 1, 55),))
    known: dict[str, Any] = {"stage": Stage.CUSTOMER, "orders": [serum]}
    fine = person(touches=[talk("2026-10-20")], **known)
    assert codes(move(fine, MORNING).why)[:2] == ["runs_low", "order_still_counts"]
    overdrawn = person(touches=[talk("2026-10-20"), touch(K.PROMISE_BROKEN, "2026-11-20")], **known)
    assert move(overdrawn, MORNING).action is not Action.REORDER_HELP
