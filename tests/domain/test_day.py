"""The list of a day: bands, places, lanes and order (D8)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.day import Candidate, Done, Plan, order, plan
from planner.domain.method import Experience, Method, Mode
from planner.domain.move import Action, Band, Move
from planner.domain.touch import Channel, Purpose
from tests.domain.facts import at, day

NOW = at("2026-11-24T10:00")
_ids = count(1)


def candidate(band: Band | None, due: str = "2026-11-24", name: str = "Ann", **known: object) -> Candidate:
    person_id = next(_ids)
    given: dict[str, object] = {"channel": Channel.CALL, "due_on": day(due)}
    return Candidate(Move(person_id, Action.CALL, band, **(given | known)), name)  # type: ignore[arg-type]


def bands(planned: Plan) -> list[int]:
    return [each.move.band.rank for each in planned.listed if each.move.band]


instants = st.integers(-600, 1200).map(lambda minutes: NOW.utc + timedelta(minutes=minutes))
candidates = st.lists(
    st.builds(
        Candidate,
        st.builds(
            Move,
            person_id=st.integers(1, 30),
            action=st.just(Action.CALL),
            band=st.none() | st.sampled_from(list(Band)),
            channel=st.sampled_from([Channel.CALL, Channel.TEXT, Channel.CARD, None]),
            purpose=st.sampled_from([Purpose.RELATIONSHIP, Purpose.ASK]),
            then_call=st.booleans(),
            opens_at=st.none() | instants,
            due_on=st.none() | st.dates(date(2026, 10, 1), date(2026, 11, 24)),
            deadline=st.none() | instants,
            is_hot=st.booleans(),
        ),
        name=st.sampled_from(["Ann", "ann", "Bo", "Cleo", ""]),
        closes_at=st.none() | instants,
    ),
    max_size=45,
)
methods = st.builds(
    Method,
    capacity=st.integers(3, 40),
    mode=st.sampled_from(list(Mode)),
    experience=st.sampled_from(list(Experience)),
    asks_a_day=st.integers(0, 3),
)


@pytest.mark.rule("D8")
@given(candidates, methods, st.integers(0, 12), st.integers(0, 2**32))
def test_the_list_of_any_day(given_to: list[Candidate], method: Method, done: int, seed: int) -> None:
    planned = plan(given_to, NOW, method, done=Done(done))
    listed = [each.person_id for each in planned.listed]
    everybody = listed + [each.person_id for each in planned.not_today]
    assert len(everybody) == len(set(everybody)), "one card for each person"
    can_be_listed = {each.person_id for each in given_to if each.move.band not in (None, Band.HOMEWORK)}
    assert set(everybody) == can_be_listed, "nobody is lost, homework never listed"
    must = {each.person_id for each in given_to if each.move.band and each.move.band.is_never_cut}
    assert must <= set(listed), "promises and questions are never cut"
    assert planned.must == len(must)
    assert len(listed) <= max(method.capacity - done, len(must), 0) or len(listed) == len(must)
    for person_id in everybody:
        card = next(each for each in (*planned.listed, *planned.not_today) if each.person_id == person_id)
        assert order(card, NOW) == min(
            order(each, NOW)
            for each in given_to
            if each.person_id == person_id and each.move.band not in (None, Band.HOMEWORK)
        ), "the card is the highest reason"
    assert all(each.move.rings for each in planned.call_now + planned.later)
    assert all(each.move.opens_at is None or each.move.opens_at <= NOW.utc for each in planned.call_now)
    assert not any(each.move.rings for each in planned.write)
    for lane in (planned.call_now, planned.write, planned.not_today):
        assert list(lane) == sorted(lane, key=lambda each: order(each, NOW)), "in order"
    shuffled = list(given_to)
    Random(seed).shuffle(shuffled)
    assert plan(shuffled, NOW, method, done=Done(done)) == planned, "stable whatever the order of entry"


@pytest.mark.rule("D8")
@given(candidates, methods)
def test_a_kindness_keeps_its_place_when_there_is_any(given_to: list[Candidate], method: Method) -> None:
    planned = plan(given_to, NOW, method)
    kind = [
        each
        for each in (*planned.listed, *planned.not_today)
        if each.move.band is Band.KINDNESS and each.move.purpose is not Purpose.ASK
    ]
    if kind and planned.must < method.capacity:
        assert any(each.move.band is Band.KINDNESS for each in planned.listed)


@pytest.mark.rule("D8")
def test_the_worked_example_of_thirty_one_due() -> None:
    due = {
        Band.CALLBACK: 2,
        Band.INQUIRY: 1,
        Band.OVERDUE: 2,
        Band.TIME_CRITICAL: 1,
        Band.KINDNESS: 3,
        Band.SERVICE: 4,
        Band.FOLLOW_UP: 8,
        Band.KEEP_IN_TOUCH: 10,
    }
    everybody = [candidate(band, name=f"{number:02}") for band, many in due.items() for number in range(many)]
    planned = plan(everybody, NOW, Method())
    assert bands(planned) == [10, 10, 20, 30, 30, 40, 60, 60, 60, 70]
    assert len(planned.not_today) == 21
    new_people = plan(everybody, NOW, Method(mode=Mode.NEED_PEOPLE))
    assert bands(new_people) == [10, 10, 20, 30, 30, 40, 60, 60, 90, 90]


@pytest.mark.rule("D8")
def test_more_promises_than_places_all_stay() -> None:
    planned = plan([candidate(Band.CALLBACK) for _ in range(13)] + [candidate(Band.KINDNESS)], NOW, Method())
    assert (planned.must, len(planned.listed), len(planned.not_today)) == (13, 13, 1)


@pytest.mark.rule("D8")
@pytest.mark.practice("001-17")
@pytest.mark.practice("001-07")
@pytest.mark.practice("001-11")
def test_inside_a_band_what_is_due_first_and_closes_first_goes_first() -> None:
    def closing(each: Candidate, hour: int) -> Candidate:
        return Candidate(each.move, each.name, datetime(2026, 11, 24, hour, tzinfo=UTC))

    order_wanted = [
        candidate(Band.CALLBACK, "2026-11-24"),
        candidate(Band.INQUIRY, "2026-11-24", "Zoe", is_hot=True, deadline=NOW.utc + timedelta(minutes=50)),
        candidate(Band.INQUIRY, "2026-11-23", "Ann", deadline=NOW.utc + timedelta(minutes=20)),
        closing(candidate(Band.FOLLOW_UP, "2026-11-20", "Zoe"), 23),
        closing(candidate(Band.FOLLOW_UP, "2026-11-24", "Zoe"), 21),
        closing(candidate(Band.FOLLOW_UP, "2026-11-24", "Ann"), 23),
        closing(candidate(Band.FOLLOW_UP, "2026-11-24", "bo"), 23),
        closing(candidate(Band.FOLLOW_UP, "2026-11-24", "bo"), 23),
        candidate(Band.BOUGHT, "2026-01-01"),
    ]
    planned = plan(reversed(order_wanted), NOW, Method())
    assert list(planned.call_now) == order_wanted


@pytest.mark.rule("D8")
def test_the_lanes() -> None:
    later = NOW.utc + timedelta(hours=3)
    pinned = candidate(Band.CALLBACK, opens_at=later)
    asleep = candidate(Band.INQUIRY, opens_at=later - timedelta(hours=2))
    open_now = candidate(Band.KEEP_IN_TOUCH, opens_at=NOW.utc - timedelta(hours=1))
    text_then_call = candidate(Band.KEEP_IN_TOUCH, channel=Channel.TEXT, then_call=True)
    card = candidate(Band.KINDNESS, channel=Channel.CARD)
    planned = plan([pinned, asleep, open_now, text_then_call, card], NOW, Method())
    assert planned.call_now == (open_now, text_then_call)
    assert planned.later == (asleep, pinned)
    assert planned.write == (card,)


@pytest.mark.rule("D8")
@pytest.mark.rule("C4")
def test_late_in_the_evening_nobody_is_promised_for_later_today() -> None:
    night = at("2026-11-24T22:30")
    morning = at("2026-11-25T08:00").utc
    asked = candidate(Band.INQUIRY, opens_at=morning)
    written = candidate(Band.OVERDUE, opens_at=morning)
    written = replace(written, can_write=True)
    soon = candidate(Band.CALLBACK, opens_at=at("2026-11-24T23:00").utc)
    planned = plan([asked, written, soon], night, Method())
    assert planned.later == (soon,)
    assert planned.write == (written,), "a mail may go out tonight"
    assert planned.tomorrow == (asked,)
    assert set(planned.listed) == {asked, written, soon}, "still never cut"
    assert planned.must == 3


@pytest.mark.rule("D8")
def test_put_off_is_carried_over_and_frees_its_place() -> None:
    people = [candidate(Band.KEEP_IN_TOUCH, name=f"{number:02}") for number in range(5)]
    planned = plan(people, NOW, Method(capacity=3), put_off={people[0].person_id})
    assert list(planned.listed) == people[1:4]
    assert list(planned.not_today) == [people[0], people[4]]


@pytest.mark.rule("D8")
def test_who_was_reached_today_has_taken_a_place() -> None:
    people = [candidate(Band.KEEP_IN_TOUCH, name=f"{number:02}") for number in range(5)]
    assert len(plan(people, NOW, Method(capacity=3), done=Done(2)).listed) == 1
    assert len(plan(people, NOW, Method(capacity=3), done=Done(7)).listed) == 0


@pytest.mark.rule("D8")
@pytest.mark.practice("000-06")
@pytest.mark.parametrize(
    ("experience", "listed"), [(Experience.NEW, 1), (Experience.COMFORTABLE, 3), (Experience.PRO, 3)]
)
def test_bought_people_are_few(experience: Experience, listed: int) -> None:
    bought = [candidate(Band.BOUGHT) for _ in range(20)]
    assert len(plan(bought, NOW, Method(experience=experience)).listed) == listed


@pytest.mark.rule("D8")
def test_three_asks_a_day_are_enough() -> None:
    asks = [candidate(Band.KEEP_IN_TOUCH, purpose=Purpose.ASK) for _ in range(6)]
    assert len(plan(asks, NOW, Method()).listed) == 3
    assert len(plan(asks, NOW, Method(), done=Done(people=2, asked=2)).listed) == 1
    assert plan(asks, NOW, Method(), done=Done(people=4, asked=4)).listed == ()


@pytest.mark.rule("D8")
@pytest.mark.practice("000-06")
def test_bought_people_who_were_called_have_taken_their_share_of_the_day() -> None:
    bought = [candidate(Band.BOUGHT) for _ in range(20)]
    pro = Method(experience=Experience.PRO)
    assert len(plan(bought, NOW, pro, done=Done(people=2, bought=2)).listed) == 1
    assert plan(bought, NOW, pro, done=Done(people=5, bought=5)).listed == ()
