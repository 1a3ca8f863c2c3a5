"""May I: the resolver of C4, step by step (G1, G2, G4)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain import basis
from planner.domain.basis import Verdict
from planner.domain.batch import Batch
from planner.domain.calendar_months import months_after
from planner.domain.case import Case
from planner.domain.interest import Interest, Scope
from planner.domain.method import Method
from planner.domain.order import CameBack, Order
from planner.domain.permission import Basis, Meant, Permission, StopRule, Topic
from planner.domain.person import Closeness, Facts, Phone, Registry, SourceKind
from planner.domain.touch import Channel, Purpose, TouchKind
from tests.domain.facts import at, callback, inquiry, person, talk, touch

TODAY = date(2026, 11, 24)
NUMBER = "+16155550142"


def stranger(**known: Any) -> Facts:
    return person(**({"closeness": Closeness.STRANGER, "has_email": True} | known))


def ask(facts: Facts, channel: Channel = Channel.CALL, today: date = TODAY, **more: Any) -> tuple[str, str]:
    return answer(facts, channel, Purpose.ASK, today, **more)


def answer(facts: Facts, channel: Channel, purpose: Purpose, today: date = TODAY, **more: Any) -> tuple[str, str]:
    ruling = basis.resolve(facts, channel, purpose, today, "US", **more)
    return ruling.verdict.value, ruling.reason.code


def yes(*topics: Topic, channel: Channel = Channel.CALL, **known: Any) -> Permission:
    given: dict[str, Any] = {"given_on": date(2026, 10, 1), "topics": topics or (Topic.ANY,)}
    return Permission(1, channel, **(given | known))


def stop(channel: Channel | None = Channel.TEXT, meant: Meant | None = None) -> StopRule:
    return StopRule(1, channel, date(2026, 11, 23), "please quit texting me", meant=meant)


def looked_up(registry: Registry, on: date) -> tuple[Phone, ...]:
    return (Phone("(615) 555-0142", NUMBER, registry=registry, registry_on=on),)


# 1: nobody to reach


@pytest.mark.rule("G2")
@pytest.mark.scenario("S29")
@pytest.mark.parametrize("purpose", list(Purpose))
def test_no_way_leads_to_them(purpose: Purpose) -> None:
    wrong = stranger(phones=[Phone("(615) 555-0142", NUMBER, is_wrong=True)])
    assert answer(wrong, Channel.CALL, purpose) == ("no", "wrong_number")
    assert answer(stranger(phones=[]), Channel.TEXT, purpose) == ("no", "no_number")
    assert answer(stranger(has_email=False), Channel.EMAIL, purpose) == ("no", "no_way_there")
    assert answer(stranger(), Channel.SOCIAL, purpose) == ("no", "no_way_there")
    assert answer(stranger(), Channel.CARD, purpose) == ("no", "no_way_there")
    assert answer(person(is_deceased=True, permissions=[yes()]), Channel.IN_PERSON, purpose) == ("no", "passed_away")


# 2: their stop


@pytest.mark.rule("G1")
@pytest.mark.scenario("S15")
def test_a_stop_not_yet_understood_blocks_its_channel_and_holds_all_business() -> None:
    deb = person(stops=[stop()], permissions=[yes()], has_address=True)
    for purpose in Purpose:
        assert answer(deb, Channel.TEXT, purpose) == ("no", "said_stop_here")
    assert ask(deb) == ("no", "stop_not_understood")
    assert answer(deb, Channel.CALL, Purpose.SERVICE) == ("no", "said_stop")
    assert answer(deb, Channel.CARD, Purpose.RELATIONSHIP) == ("ok", "no_business_in_it")


@pytest.mark.rule("G1")
@pytest.mark.scenario("S15")
@pytest.mark.parametrize(
    "waits_for",
    [
        {"promises": [callback("2026-11-27", reason="bring the order")]},
        {"touches": [inquiry("2026-11-24")]},
        {"touches": [touch(TouchKind.PROBLEM_OPEN, "2026-11-20")]},
    ],
)
def test_service_they_wait_for_goes_on(waits_for: dict[str, Any]) -> None:
    for waiting in (person(stops=[stop()], **waits_for), person(stops=[stop(None)], **waits_for)):
        assert answer(waiting, Channel.CALL, Purpose.SERVICE)[0] == "ok"
        assert ask(waiting)[0] == "no"


@pytest.mark.rule("G1")
def test_what_they_meant_by_a_stop_decides_what_it_holds() -> None:
    channel = person(stops=[stop(meant=Meant.CHANNEL)], permissions=[yes()])
    assert ask(channel) == ("ok", "they_said_yes")
    assert answer(channel, Channel.TEXT, Purpose.RELATIONSHIP) == ("no", "said_stop_here")
    business = person(stops=[stop(meant=Meant.BUSINESS)], permissions=[yes()])
    assert ask(business) == ("no", "said_stop")
    assert answer(business, Channel.CALL, Purpose.RELATIONSHIP)[0] == "ok"
    everything = person(stops=[stop(meant=Meant.EVERYTHING)], permissions=[yes()])
    assert ask(everything) == ("no", "said_stop")
    assert answer(everything, Channel.CALL, Purpose.RELATIONSHIP) == ("no", "said_stop")


@pytest.mark.rule("G1")
def test_after_a_stop_only_friends_and_family_stay_in_touch_without_business() -> None:
    for meant in (None, Meant.BUSINESS, Meant.EVERYTHING):
        sister = person(stops=[stop(None, meant)], closeness=Closeness.FAMILY)
        assert answer(sister, Channel.CALL, Purpose.RELATIONSHIP)[0] == "ok"
        assert ask(sister)[0] == "no"
        assert answer(person(stops=[stop(None, meant)]), Channel.CALL, Purpose.RELATIONSHIP) == ("no", "said_stop")
    quiet_texts = person(stops=[stop(meant=Meant.BUSINESS)], closeness=Closeness.FRIEND)
    assert answer(quiet_texts, Channel.TEXT, Purpose.RELATIONSHIP)[0] == "ok"


@pytest.mark.rule("G1")
@pytest.mark.parametrize("channel", [Channel.CALL, Channel.VOICEMAIL, Channel.VIDEO])
def test_voicemail_and_video_stand_and_fall_with_the_call(channel: Channel) -> None:
    assert ask(person(stops=[stop(Channel.CALL)]), channel) == ("no", "said_stop_here")
    assert ask(stranger(permissions=[yes()]), channel) == ("ok", "they_said_yes")


@pytest.mark.rule("G1")
def test_a_yes_taken_back_ends_business_on_its_channel() -> None:
    back: dict[str, Any] = {"revoked_on": date(2026, 11, 1), "revoked_words": "no more calls"}
    for closeness in Closeness:
        facts = person(closeness=closeness, permissions=[yes(**back)], has_email=True)
        assert ask(facts) == ("no", "took_yes_back")
        assert answer(facts, Channel.CALL, Purpose.SERVICE) == ("no", "took_yes_back")
        assert answer(facts, Channel.CALL, Purpose.RELATIONSHIP)[0] == "ok"
    again = stranger(permissions=[yes(**back), Permission(2, Channel.CALL, given_on=date(2026, 11, 10))])
    assert ask(again) == ("ok", "they_said_yes")


# 3 and 4: no ask, or they asked


@pytest.mark.rule("C4")
@pytest.mark.parametrize("purpose", [purpose for purpose in Purpose if purpose is not Purpose.ASK])
def test_without_an_ask_nothing_but_a_stop_stands_in_the_way(purpose: Purpose) -> None:
    nobody = stranger(regions=["DE"], phones=looked_up(Registry.LISTED, TODAY))
    assert answer(nobody, Channel.CALL, purpose) == ("ok", "no_business_in_it")


# 5: what allows an ask


@pytest.mark.rule("C4")
def test_a_yes_counts_for_its_channel_and_its_topic() -> None:
    facts = stranger(permissions=[yes(Topic.NEW_THINGS)], regions=["DE"])
    assert ask(facts) == ("ok", "they_said_yes")
    assert ask(facts, scope=Scope.BUY) == ("ok", "they_said_yes")
    assert ask(facts, scope=Scope.JOIN) == ("no", "needs_yes_first")
    assert ask(facts, scope=Topic.REORDER) == ("no", "needs_yes_first")
    assert ask(facts, Channel.TEXT, scope=Scope.BUY) == ("no", "needs_yes_first")
    assert ask(stranger(permissions=[yes()], regions=["DE"]), scope=Scope.JOIN) == ("ok", "they_said_yes")


@pytest.mark.rule("C4")
def test_a_yes_counts_from_its_day_until_it_ends() -> None:
    facts = stranger(permissions=[yes(expires_on=date(2026, 12, 31))])
    assert ask(facts, today=date(2026, 9, 30))[0] == "check"
    assert ask(facts, today=date(2026, 12, 31))[0] == "ok"
    assert ask(facts, today=date(2027, 1, 1))[0] == "check"


@pytest.mark.rule("C4")
def test_a_personal_relationship_needs_nothing_else() -> None:
    listed = looked_up(Registry.LISTED, TODAY)
    assert ask(person(closeness=Closeness.FRIEND, phones=listed)) == ("ok", "close_to_you")
    assert ask(person(closeness=Closeness.ACQUAINTANCE, phones=listed)) == ("ok", "you_know_each_other")
    assert ask(person(closeness=Closeness.ACQUAINTANCE, regions=["DE"])) == ("no", "needs_yes_first")
    assert ask(stranger(phones=listed)) == ("no", "on_the_registry")


@pytest.mark.rule("C4")
@pytest.mark.scenario("S22")
@pytest.mark.parametrize("kind", [SourceKind.REFERRAL, SourceKind.FRIEND_OF_FRIEND, SourceKind.BOUGHT])
def test_a_name_from_somebody_else_is_no_acquaintance_before_a_word_was_spoken(kind: SourceKind) -> None:
    maria = {"source_kind": kind, "closeness": Closeness.ACQUAINTANCE}
    assert ask(person(**maria)) == ("check", "look_number_up")
    assert ask(person(**maria, touches=[talk("2026-11-20")])) == ("ok", "you_know_each_other")
    assert ask(person(**maria, introduced_on=date(2026, 11, 20)))[0] == "ok"


@pytest.mark.rule("C4")
@pytest.mark.parametrize(
    ("bought", "until"),
    [("2025-09-18", date(2027, 3, 18)), ("2025-08-31", date(2027, 2, 28)), ("2026-05-31", date(2027, 11, 30))],
)
def test_an_order_opens_eighteen_months(bought: str, until: date) -> None:
    olga = stranger(orders=[Order(1, date.fromisoformat(bought))])
    ruling = basis.resolve(olga, Channel.CALL, Purpose.ASK, until, "US")
    assert (ruling.is_ok, ruling.reason.facts["until"]) == (True, until)
    assert ask(olga, today=until)[1] == "bought_lately"
    assert ask(olga, today=date.fromordinal(until.toordinal() + 1))[0] == "check"
    assert ask(stranger(touches=[touch(TouchKind.BOUGHT, bought)]), today=until)[1] == "bought_lately"


@pytest.mark.rule("C4")
def test_an_inquiry_opens_three_months_to_the_day() -> None:
    asked = stranger(touches=[inquiry("2026-11-30")], has_email=True)
    assert ask(asked, today=date(2027, 2, 28)) == ("ok", "asked_you_lately")
    assert ask(asked, Channel.EMAIL, date(2027, 2, 28)) == ("ok", "asked_you_lately")
    assert ask(asked, today=date(2027, 3, 1)) == ("check", "look_number_up")
    hand = stranger(interests=[Interest(1, Scope.BUY, on=date(2026, 11, 1), raised_hand=True)])
    assert ask(hand) == ("ok", "asked_you_lately")


@pytest.mark.rule("C4")
def test_months_are_calendar_months_within_the_month() -> None:
    assert months_after(date(2026, 11, 30), 3) == date(2027, 2, 28)
    assert months_after(date(2026, 12, 31), 2) == date(2027, 2, 28)
    assert months_after(date(2027, 11, 30), 3) == date(2028, 2, 29)


@pytest.mark.rule("C4")
@pytest.mark.parametrize(("region", "last"), [("US-PA", 12), ("US-WA", 12), ("US-MS", 6), ("US-TN", 18), ("CA-ON", 18)])
def test_a_state_counts_its_own_months(region: str, last: int) -> None:
    bought = date(2026, 1, 15)
    facts = stranger(orders=[Order(1, bought)], regions=[region])
    assert ask(facts, today=months_after(bought, last))[0] == "ok"
    assert ask(facts, today=date.fromordinal(months_after(bought, last).toordinal() + 1))[0] == "check"


@pytest.mark.rule("C3")
def test_canada_counts_two_years_for_messages() -> None:
    facts = stranger(orders=[Order(1, date(2025, 1, 15))], regions=["CA-ON"], has_email=True)
    assert ask(facts, Channel.EMAIL) == ("ok", "bought_lately")
    assert ask(facts, Channel.CALL) == ("check", "look_number_up")


@pytest.mark.rule("C4")
def test_another_consultants_customer_has_no_relationship_with_the_user() -> None:
    inherited = stranger(
        consultant="Rosa", orders=[Order(1, date(2026, 11, 1))], touches=[inquiry("2026-11-20")], has_email=True
    )
    assert ask(inherited) == ("check", "look_number_up")
    assert ask(inherited, Channel.EMAIL) == ("no", "no_yes_to_write")


@pytest.mark.rule("C4")
def test_a_purchase_sent_back_was_one_and_one_ahead_is_none() -> None:
    back = Order(1, date(2026, 9, 1), came_back=CameBack.RETURNED, came_back_on=date(2026, 9, 9))
    assert ask(stranger(orders=[back])) == ("ok", "bought_lately")
    assert ask(stranger(orders=[Order(1, date(2026, 12, 1))]))[0] == "check"


@pytest.mark.rule("C4")
@pytest.mark.scenario("S6")
def test_what_they_asked_a_vendor_gives_the_user_nothing() -> None:
    batch = Batch("Leads", bought_on=date(2026, 11, 10), interest_from=date(2026, 11, 1))
    bought = {"source_kind": SourceKind.BOUGHT, "batch": batch}
    assert ask(stranger(**bought, touches=[inquiry("2026-11-01")])) == ("check", "look_number_up")
    assert ask(stranger(**bought, touches=[inquiry("2026-11-12")])) == ("ok", "asked_you_lately")


@pytest.mark.rule("C4")
def test_an_implied_yes_lasts_as_long_as_the_relationship() -> None:
    implied = yes(basis=Basis.IMPLIED_INQUIRY, given_on=date(2026, 8, 24))
    assert ask(stranger(permissions=[implied])) == ("ok", "asked_you_lately")
    assert ask(stranger(permissions=[implied]), today=date(2026, 11, 25))[0] == "check"


@pytest.mark.rule("G4")
@pytest.mark.practice("003-15")
def test_a_look_up_is_good_for_thirty_one_days() -> None:
    clear = stranger(phones=looked_up(Registry.CLEAR, date(2026, 11, 1)), has_email=True)
    assert ask(clear, today=date(2026, 12, 2)) == ("ok", "not_on_the_registry")
    assert ask(clear, today=date(2026, 12, 3)) == ("check", "look_number_up")
    assert ask(clear, method=Method(registry_days=20)) == ("check", "look_number_up")
    assert ask(clear, today=date(2026, 10, 31)) == ("check", "look_number_up")
    assert ask(clear, Channel.TEXT) == ("no", "no_yes_to_write")
    assert ask(clear, Channel.EMAIL) == ("no", "no_yes_to_write")
    assert ask(stranger()) == ("check", "look_number_up")


@pytest.mark.rule("G4")
@pytest.mark.rule("D11")
@pytest.mark.parametrize(("days", "verdict"), [(31, Verdict.OK), (23, Verdict.OK), (22, Verdict.CHECK)])
def test_the_user_may_look_the_number_up_more_often(days: int, verdict: Verdict) -> None:
    clear = stranger(phones=looked_up(Registry.CLEAR, date(2026, 11, 1)))
    case = Case.of(clear, at("2026-11-24T10:00"), Method(registry_days=days), "US")
    assert case.ruling(Channel.CALL, Purpose.ASK).verdict is verdict


@pytest.mark.rule("G4")
@pytest.mark.practice("000-04")
def test_a_bought_list_is_looked_up_as_one() -> None:
    bought = stranger(source_kind=SourceKind.BOUGHT, batch=Batch(registry_checked_on=date(2026, 11, 1)))
    assert ask(bought, today=date(2026, 12, 2)) == ("ok", "not_on_the_registry")
    assert ask(bought, today=date(2026, 12, 3)) == ("check", "look_number_up")


@pytest.mark.rule("C3")
def test_in_britain_the_registry_binds_towards_customers_too() -> None:
    customer = {"regions": ["GB"], "orders": [Order(1, date(2026, 11, 1))], "has_email": True}
    listed = looked_up(Registry.LISTED, date(2026, 11, 1))
    assert ask(stranger(**customer, phones=listed)) == ("no", "on_the_registry")
    assert ask(stranger(**customer, phones=listed, permissions=[yes()])) == ("ok", "they_said_yes")
    assert ask(stranger(**customer), Channel.EMAIL) == ("ok", "bought_lately")
    assert ask(stranger(**customer)) == ("check", "look_number_up")


@pytest.mark.rule("C3")
def test_where_the_law_wants_a_yes_or_nobody_knows_it_there_is_no_ask_without() -> None:
    customer = {"orders": [Order(1, date(2026, 11, 1))], "has_email": True}
    assert ask(stranger(regions=["DE"], **customer)) == ("no", "needs_yes_first")
    assert ask(stranger(regions=["FR"], **customer)) == ("no", "needs_yes_first")
    assert ask(stranger(regions=["BR"], **customer)) == ("no", "law_not_known")
    assert ask(stranger(regions=[], **customer)) == ("no", "law_not_known")
    assert ask(stranger(regions=[], **customer), Channel.EMAIL) == ("ok", "bought_lately")
    assert ask(stranger(regions=["NZ"])) == ("check", "no_basis_known")
    assert ask(stranger(regions=["US-CT"])) == ("no", "needs_yes_first")


@pytest.mark.rule("C4")
def test_face_to_face_and_by_card_no_law_asks_for_more() -> None:
    facts = stranger(has_address=True)
    for channel in (Channel.CARD, Channel.IN_PERSON, Channel.PARTY):
        assert ask(facts, channel) == ("ok", "no_rule_for_channel")


@pytest.mark.rule("C4")
@pytest.mark.parametrize("region", ["US-KY", "NZ", "US-TN"])
def test_recruiting_is_an_ask_like_any_other(region: str) -> None:
    facts = stranger(regions=[region])
    assert ask(facts, scope=Scope.JOIN) == ask(facts, scope=Scope.BUY)
    assert ask(facts, scope=Scope.JOIN)[0] != "ok"


# anybody

anybody = st.builds(
    person,
    closeness=st.sampled_from(Closeness),
    source_kind=st.sampled_from(SourceKind),
    regions=st.lists(st.sampled_from(["US-TN", "US-FL", "CA-BC", "DE", "FR", "XX", "GB", ""]), max_size=2),
    has_email=st.booleans(),
    consultant=st.sampled_from(["", "Rosa"]),
    orders=st.lists(st.builds(Order, st.just(1), st.dates(date(2024, 1, 1), date(2027, 1, 1))), max_size=2),
    permissions=st.lists(
        st.builds(
            Permission,
            st.integers(1, 3),
            st.sampled_from(Channel),
            given_on=st.none() | st.dates(date(2025, 1, 1), date(2026, 12, 1)),
            revoked_on=st.none() | st.dates(date(2025, 1, 1), date(2026, 12, 1)),
        ),
        max_size=3,
    ),
    stops=st.lists(
        st.builds(
            StopRule,
            st.integers(1, 3),
            st.none() | st.sampled_from(Channel),
            st.dates(date(2025, 1, 1), TODAY),
            meant=st.none() | st.sampled_from(Meant),
        ),
        max_size=2,
    ),
)


@pytest.mark.rule("G1")
@given(anybody, st.sampled_from(Channel), st.sampled_from(Purpose))
def test_anybody_gets_an_answer_and_a_stop_always_wins(facts: Facts, channel: Channel, purpose: Purpose) -> None:
    ruling = basis.resolve(facts, channel, purpose, TODAY, "US")
    assert ruling.reason.rule
    assert ruling.reason.code
    if any(one.stops_business for one in facts.stops) or basis.is_stopped(facts, channel):
        assert basis.resolve(facts, channel, Purpose.ASK, TODAY, "US").verdict is Verdict.NO
    if purpose is Purpose.ASK and ruling.is_ok and basis.permission(facts, channel, TODAY) is not None:
        assert basis.may(facts, channel, TODAY) is not False


@pytest.mark.rule("C3")
def test_who_is_stricter_than_the_law_asks_for_a_yes_first() -> None:
    someone = stranger(regions=["US-TN"])
    assert ask(someone)[0] == "check"
    assert ask(someone, method=Method(ask_first=("US-TN",))) == ("no", "yes_first_by_own_rule")
    assert ask(someone, method=Method(ask_first=("US",))) == ("no", "yes_first_by_own_rule"), (
        "a country holds in its states"
    )
    assert ask(someone, method=Method(ask_first=("US-KY", "DE")))[0] == "check"
    assert ask(person(regions=["US-TN"]), method=Method(ask_first=("US",)))[0] == "ok", "you know each other"
    said_yes = stranger(regions=["US-TN"], permissions=(yes(),))
    assert ask(said_yes, method=Method(ask_first=("US",)))[0] == "ok"
