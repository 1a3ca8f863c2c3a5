"""The table of the law, and hours the user keeps stricter."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest

from planner.domain import law
from planner.domain.errors import PlannerError
from planner.domain.method import Method
from planner.domain.week import Week, written_week
from planner.models.book import Book
from planner.services.changes import Change, Changed, Changes
from planner.services.laws import Laws, RegionLaw
from planner.services.preferences import PreferencesStore
from planner.services.stored import read_method, revive
from planner.services.undo import Undo
from tests.builders import NOW

NOON = ((time(10), time(12)),)
QUIET_TENNESSEE = Week("US-TN", NOON, (), (), on_holidays=False)


@pytest.fixture
def laws(book: Book) -> Laws:
    return Laws(PreferencesStore(book, Changes()))


def row(laws: Laws, region: str) -> RegionLaw:
    (found,) = (each for each in laws.table(NOW.today) if each.region == region)
    return found


@pytest.mark.rule("C2")
def test_the_table_has_every_state_and_country_once_with_its_source(laws: Laws) -> None:
    table = laws.table(NOW.today)
    regions = [each.region for each in table]
    assert len(set(regions)) == len(regions)
    assert regions[0] == "US", "the user's own country first"
    assert {"US-TN", "US-PR", "CA-BC", "AU-NSW", "DE", "BR"} <= set(regions)
    assert {each.region for each in law.all_rows()} <= set(regions)
    assert {each.region for each in law.all_terms()} <= set(regions)
    assert row(laws, "US-KY").row == law.rows_for("US-KY", NOW.today)[-1]
    assert row(laws, "US-TN").row == law.rows_for("US", NOW.today)[0]
    assert row(laws, "CA-BC").checked_on == law.oldest_check()


@pytest.mark.rule("C2")
def test_where_no_law_is_known_the_courtesy_hours_stand(laws: Laws) -> None:
    brazil = row(laws, "BR")
    assert (brazil.row, brazil.terms, brazil.checked_on) == (None, None, None)
    assert brazil.hours == Week("BR", ((time(9), time(20)),), ((time(9), time(20)),), (), on_holidays=False)


@pytest.mark.rule("C2")
def test_stricter_hours_are_kept_and_given_up(laws: Laws, book: Book) -> None:
    laws.keep_stricter(QUIET_TENNESSEE, NOW)
    tennessee = row(laws, "US-TN")
    assert (tennessee.own, tennessee.kept) == (QUIET_TENNESSEE, QUIET_TENNESSEE)
    assert tennessee.hours.mon_fri == ((time(8), time(21)),)
    assert read_method(book).stricter == (QUIET_TENNESSEE,)
    laws.keep_stricter(replace(QUIET_TENNESSEE, sat=NOON), NOW)
    assert read_method(book).stricter == (replace(QUIET_TENNESSEE, sat=NOON),)
    laws.keep_to_law("US-TN", NOW)
    assert read_method(book).stricter == ()
    assert row(laws, "US-TN").own is None


@pytest.mark.rule("C2")
def test_hours_of_a_country_hold_in_its_states(laws: Laws) -> None:
    laws.keep_stricter(replace(QUIET_TENNESSEE, region="US", sat=NOON), NOW)
    laws.keep_stricter(QUIET_TENNESSEE, NOW)
    assert row(laws, "US-OH").kept.sat == NOON
    assert row(laws, "US-OH").own is None
    assert row(laws, "US-TN").kept.sat == ()


@pytest.mark.rule("C2")
@pytest.mark.parametrize(
    ("week", "code"),
    [
        (Week("US-KY", ((time(9), time(12)),), (), (), on_holidays=False), "hours_looser_than_law"),
        (Week("US-RI", NOON, (), NOON, on_holidays=False), "hours_looser_than_law"),
        (Week("FR", ((time(10), time(20)),), (), (), on_holidays=False), "hours_looser_than_law"),
        (Week("US-UT", NOON, (), (), on_holidays=True), "hours_looser_than_law"),
        (Week("BR", NOON, NOON, NOON, on_holidays=False), "hours_looser_than_law"),
        (Week("AU", ((time(9), time(20)),), ((time(9), time(17)),), (), on_holidays=False), "hours_as_in_law"),
    ],
)
def test_looser_hours_are_refused(laws: Laws, book: Book, week: Week, code: str) -> None:
    with pytest.raises(PlannerError) as caught:
        laws.keep_stricter(week, NOW)
    assert caught.value.code == code
    assert read_method(book).stricter == ()


@pytest.mark.rule("C2")
def test_one_step_is_told_and_taken_back(book: Book) -> None:
    changes = Changes()
    heard: list[Changed] = []
    changes.subscribe(heard.append)
    store = PreferencesStore(book, changes)
    Laws(store).keep_stricter(QUIET_TENNESSEE, NOW)
    assert heard == [Changed(Change.SETTINGS)]
    Undo(book, changes).undo(NOW)
    assert store.load().method.stricter == ()


@pytest.mark.parametrize(
    "kept", [None, "nonsense", [None], [{"region": "US"}], [written_week(QUIET_TENNESSEE) | {"sat": "x"}]]
)
def test_hours_that_make_no_sense_are_left_out(kept: object) -> None:
    assert revive(Method(), {"stricter": kept}).stricter == ()
    both = [written_week(QUIET_TENNESSEE), kept]
    assert revive(Method(), {"stricter": both}).stricter == (QUIET_TENNESSEE,)
