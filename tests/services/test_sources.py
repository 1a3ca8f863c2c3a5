"""Bought lists: the checklist, the lock, the cost, the pace, the quality."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from planner.domain.batch import Origin, Quality, Question, bought_a_day, days_at_pace
from planner.domain.errors import PlannerError
from planner.domain.method import Experience, Method
from planner.models.book import Book
from planner.services.preferences import PreferencesStore
from tests.builders import NOW, add_touch, dump
from tests.services.dealing_desk import ANSWERED, DealingDesk, buy


@pytest.fixture
def desk(book: Book) -> DealingDesk:
    return DealingDesk(book)


@pytest.mark.practice("000-04")
@pytest.mark.rule("G4")
@pytest.mark.scenario("S6")
def test_a_bought_list_is_locked_until_every_question_is_settled(desk: DealingDesk) -> None:
    source_id, (first, *_) = buy(desk, 4)
    assert desk.facts(first).source_is_locked
    before = dump(desk.book)

    desk.services.sources.save_checklist(source_id, replace(ANSWERED, registry_checked_on=None), NOW)
    assert desk.facts(first).source_is_locked
    desk.services.sources.save_checklist(source_id, ANSWERED, NOW)
    assert not desk.facts(first).source_is_locked
    assert desk.facts(first).batch == ANSWERED

    shown = desk.services.sources.bought_list(source_id)
    assert (shown.batch, shown.people, shown.cents_each) == (ANSWERED, 4, 6250)
    assert desk.services.sources.bought() == (shown,)
    desk.undo_all_since(before, steps=2)


@pytest.mark.practice("000-04")
def test_nobody_can_say_is_no_answer_about_the_registry(desk: DealingDesk) -> None:
    source_id, _ids = buy(desk, 1)
    unsure = replace(ANSWERED, registry_checked_on=None, unknown=frozenset(Question))
    assert unsure.is_locked
    with pytest.raises(PlannerError, match="registry_must_be_checked"):
        desk.services.sources.save_checklist(source_id, unsure, NOW)
    with pytest.raises(PlannerError, match="checked_in_future"):
        desk.services.sources.save_checklist(source_id, replace(ANSWERED, registry_checked_on=date(2027, 1, 1)), NOW)
    with pytest.raises(PlannerError, match="no_such_source"):
        desk.services.sources.save_checklist(99, ANSWERED, NOW)


@pytest.mark.practice("000-06")
@pytest.mark.scenario("S6")
def test_five_hundred_names_take_a_hundred_and_sixty_seven_working_days() -> None:
    used_to_it = Method(experience=Experience.COMFORTABLE)
    assert bought_a_day(used_to_it) == 3
    assert days_at_pace(500, used_to_it) == 167
    assert days_at_pace(0, used_to_it) == 0
    assert bought_a_day(Method(experience=Experience.PRO, capacity=40)) == 8
    assert bought_a_day(Method(experience=Experience.PRO, capacity=40, bought_share=10)) == 4


@pytest.mark.scenario("S6")
def test_the_pace_is_that_of_the_settings(desk: DealingDesk) -> None:
    source_id, _ids = buy(desk, 5)
    assert desk.services.sources.bought_list(source_id).working_days == 5
    store = PreferencesStore(desk.book, desk.services.changes)
    settings = store.load()
    store.save(replace(settings, method=replace(settings.method, experience=Experience.COMFORTABLE)), NOW)
    assert desk.services.sources.bought_list(source_id).working_days == 2


@pytest.mark.practice("001-09")
def test_bad_numbers_are_counted_once_a_person(desk: DealingDesk) -> None:
    source_id, (first, second, third) = buy(desk, 3)
    add_touch(desk.book, first, "no_answer", channel="call", direction="me")
    add_touch(desk.book, first, "wrong_number", channel="call", direction="me")
    add_touch(desk.book, second, "conversation", channel="call", direction="me")
    add_touch(desk.book, third, "message", channel="text", direction="me")
    assert desk.services.sources.bought_list(source_id).quality == Quality(tried=2, wrong=1)


@pytest.mark.practice("001-09")
def test_above_a_fifth_the_vendor_is_asked() -> None:
    assert Quality(100, 31).wrong_share == 0.31
    assert Quality(100, 31).wants_refund
    assert not Quality(100, 20).wants_refund
    assert not Quality().wants_refund


@pytest.mark.practice("001-10")
def test_how_people_came_onto_the_list_is_one_of_five() -> None:
    assert [each.value for each in Origin] == ["generic_ad", "genealogy", "co_registration", "survey", "unknown"]
