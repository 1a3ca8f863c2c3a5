"""Whatever the facts, the clock and the place: one move, always the same, never against a guard (D7, G1 to G3, G13)."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain import basis
from planner.domain.cadence import due_dates
from planner.domain.case import Case
from planner.domain.channels import BY_PHONE
from planner.domain.decide import decide
from planner.domain.method import Method
from planner.domain.moment import Moment
from planner.domain.move import Action, Band, Move
from planner.domain.permission import Permission, StopRule
from planner.domain.person import Birthday, Closeness, Facts, Phone, SourceKind, Stage
from planner.domain.promise import Promise, PromiseKind, PromiseStatus, Window
from planner.domain.thanks import ThanksFor, ThankYou
from planner.domain.touch import Channel, Direction, Touch, TouchKind

ZONES = ["America/Chicago", "America/New_York", "Asia/Tokyo", "Pacific/Honolulu", "Nowhere/Land"]
days = st.dates(date(2025, 6, 1), date(2026, 12, 31))
near = st.dates(date(2026, 11, 15), date(2026, 12, 5))
times = st.none() | st.times(time(0), time(23, 59)).map(lambda at: at.replace(second=0, microsecond=0))
channels = st.sampled_from(list(Channel))
touches = st.builds(
    Touch,
    id=st.integers(1, 10_000),
    on=days | near,
    kind=st.sampled_from(list(TouchKind)),
    points=st.integers(-40, 12),
    channel=st.none() | channels,
    direction=st.sampled_from(list(Direction)),
    at=times,
    zone=st.none() | st.sampled_from(ZONES),
    wants_answer=st.booleans(),
    expects_call=st.booleans(),
)
promises = st.builds(
    Promise,
    id=st.integers(1, 10_000),
    kind=st.sampled_from(list(PromiseKind)),
    due_on=near,
    window=st.sampled_from(list(Window)),
    at=times,
    zone=st.sampled_from(["", *ZONES]),
    channel=st.none() | channels,
    reason=st.sampled_from(["", "the sample"]),
    made_on=st.none() | near,
    status=st.sampled_from(list(PromiseStatus)),
    closed_on=st.none() | near,
)
phones = st.builds(
    Phone,
    typed=st.sampled_from(["", "555"]),
    e164=st.sampled_from(["", "+16155550142"]),
    is_wrong=st.booleans(),
    is_fax=st.booleans(),
)
people = st.builds(
    Facts,
    id=st.integers(1, 99),
    name=st.sampled_from(["Ann", ""]),
    closeness=st.sampled_from(list(Closeness)),
    stage=st.sampled_from(list(Stage)),
    stage_until=st.none() | near,
    source_kind=st.sampled_from(list(SourceKind)),
    source_is_locked=st.booleans(),
    added_on=st.none() | days,
    zones=st.lists(st.sampled_from(ZONES), max_size=3, unique=True).map(tuple),
    zone_is_guessed=st.booleans(),
    birthday=st.none() | st.builds(Birthday, st.integers(11, 12), st.integers(1, 31)),
    phones=st.lists(phones, max_size=2).map(tuple),
    has_email=st.booleans(),
    has_social=st.booleans(),
    has_address=st.booleans(),
    preferred_channel=st.none() | channels,
    keep_in_touch_days=st.none() | st.integers(-3, 400),
    is_archived=st.integers(0, 9).map(lambda dice: dice == 0),
    is_deceased=st.integers(0, 9).map(lambda dice: dice == 0),
    touches=st.lists(touches, max_size=8).map(tuple),
    promises=st.lists(promises, max_size=4).map(tuple),
    permissions=st.lists(
        st.builds(Permission, st.integers(1, 9), channels, given_on=st.none() | days, revoked_on=st.none() | days),
        max_size=2,
    ).map(tuple),
    stops=st.lists(st.builds(StopRule, st.integers(1, 9), st.none() | channels, days), max_size=1).map(tuple),
    thank_yous=st.lists(
        st.builds(ThankYou, st.integers(1, 9), st.sampled_from(list(ThanksFor)), near, done_on=st.none() | near),
        max_size=2,
    ).map(tuple),
)
moments = st.builds(
    lambda minutes, zone: Moment(datetime(2026, 11, 20, tzinfo=UTC) + timedelta(minutes=minutes), zone),
    st.integers(0, 14 * 1440),
    st.sampled_from(ZONES[:4]),
)


@pytest.mark.rule("D7")
@pytest.mark.rule("G1")
@pytest.mark.rule("G2")
@pytest.mark.rule("G3")
@pytest.mark.rule("G13")
@settings(max_examples=150)
@given(people, moments)
def test_anybody_at_any_moment(facts: Facts, now: Moment) -> None:
    move = decide(facts, now)
    assert move == decide(facts, now), "the same facts give the same move"
    assert move.person_id == facts.id
    assert move.why, "every move says why"
    assert (move.channel is None) == (move.band in (None, Band.HOMEWORK)), "what can be done has a way"
    if move.channel is not None:
        assert basis.may(facts, move.channel, now.today) is not False, "never by a channel they closed"
    if move.rings or move.channel in BY_PHONE:
        assert facts.usable_phones, "nobody is rung without a number"
    if move.then_call:
        assert basis.may(facts, Channel.CALL, now.today) is not False
    if any(stop.channel is None for stop in facts.stops) or facts.is_archived or facts.is_deceased:
        assert move.band is None
    _keeps_hours(facts, now, move)
    _is_foreseen(facts, now, move)


def _keeps_hours(facts: Facts, now: Moment, move: Move) -> None:
    """An open phone window is open in the hours that suit everybody, but for a minute they named themselves."""
    named = move.action is Action.CALL and move.due_at is not None and not move.is_late
    if move.channel not in BY_PHONE or named or move.opens_at is None or move.closes_at is None:
        return
    assert move.opens_at < move.closes_at
    case = Case.of(facts, now, Method(), "US")
    for instant in (move.opens_at, move.closes_at - timedelta(seconds=1)):
        assert case.opening(move.purpose, instant).is_open(instant)


def _is_foreseen(facts: Facts, now: Moment, move: Move) -> None:
    """The dates the book keeps an index of name everybody who has a move, on or before the day it comes up."""
    if move.band is None:
        return
    tomorrow = now.today + timedelta(days=3)
    assert any(due.due_on <= tomorrow for due in due_dates(facts, Method(), now.today))
