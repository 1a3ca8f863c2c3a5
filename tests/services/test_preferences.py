"""Preferences: kept, read forgivingly, and acted upon."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.method import Method, Mode
from planner.models.book import Book
from planner.services.changes import Change, Changed, Changes
from planner.services.preferences import Preferences, PreferencesStore
from planner.services.stored import read_method, read_setting, revive, write_setting, written
from planner.services.undo import Undo
from tests.builders import NOW, add_person, add_touch

CHOSEN = Preferences(
    me_name="Dana Reyes",
    me_phone="+13125550100",
    country="DE",
    zone="Europe/Berlin",
    language="de",
    theme="dark",
    text_size=150,
    less_motion=True,
    paper="A4",
    month_first=False,
    shows_money=False,
    shows_notices=False,
    names_in_notices=False,
    backups_kept=3,
    second_folder="/media/stick",
    is_sample=True,
    first_start_done=True,
    method=Method(
        mode=Mode.NEED_PEOPLE,
        half_life=60,
        courtesy_opens=time(10, 30),
        days_off=(5, 6),
        evening_until=time(21),
        voicemails=0,
        ask_first=("DE", "US-TN"),
    ),
)


@pytest.fixture
def store(book: Book) -> PreferencesStore:
    return PreferencesStore(book, Changes())


def test_a_new_book_has_the_defaults(store: PreferencesStore) -> None:
    assert store.load() == Preferences()


def test_every_choice_comes_back(store: PreferencesStore) -> None:
    for field in fields(Preferences):
        assert getattr(CHOSEN, field.name) != field.default, "the sample must differ everywhere"
    store.save(CHOSEN, NOW)
    assert store.load() == CHOSEN


def test_saving_announces_settings_once_and_only_when_something_changed(book: Book) -> None:
    changes = Changes()
    heard: list[Changed] = []
    changes.subscribe(heard.append)
    store = PreferencesStore(book, changes)
    store.save(CHOSEN, NOW)
    store.save(CHOSEN, NOW)
    assert heard == [Changed(Change.SETTINGS)]
    assert [step.what for step in book.undo_steps(9)] == ["preferences"]


def test_what_a_newer_program_added_stays(book: Book, store: PreferencesStore) -> None:
    with book.quietly():
        write_setting(book, "preferences", {"voice": "warm", "me_name": "Dana", "method": {"moon": 3, "capacity": 12}})
    store.save(replace(store.load(), theme="dark"), NOW)
    kept = read_setting(book, "preferences")
    assert isinstance(kept, dict)
    assert isinstance(kept["method"], dict)
    assert (kept["voice"], kept["method"]["moon"]) == ("warm", 3)
    assert (store.load().me_name, store.load().theme, store.load().method.capacity) == ("Dana", "dark", 12)


@pytest.mark.parametrize(
    ("kept", "expected"),
    [
        ({"text_size": "big"}, Preferences()),
        ({"text_size": 5000}, Preferences()),
        ({"text_size": True}, Preferences()),
        ({"text_size": 125.5}, Preferences()),
        ({"me_name": None}, Preferences()),
        ({"month_first": "yes"}, Preferences()),
        ({"month_first": True}, Preferences(month_first=True)),
        ({"is_sample": 1}, Preferences()),
        ({"method": 7}, Preferences()),
        ({"method": {"mode": "shout"}}, Preferences()),
        ({"method": {"half_life": 0}}, Preferences()),
        ({"method": {"half_life": 10**9}}, Preferences()),
        ({"method": {"days_off": [0, 6]}}, Preferences(method=Method(days_off=(0, 6)))),
        ({"method": {"days_off": [7]}}, Preferences()),
        ({"method": {"days_off": "6"}}, Preferences()),
        ({"method": {"courtesy_opens": "25:00"}}, Preferences()),
        ({"method": {"good_from": 25}}, Preferences(method=Method(good_from=25))),
        ({"method": {"good_from": "25"}}, Preferences()),
        (
            {"method": {"courtesy_opens": "08:30", "capacity": "x"}},
            Preferences(method=Method(courtesy_opens=time(8, 30))),
        ),
        ([1, 2], Preferences()),
    ],
)
def test_values_that_make_no_sense_fall_back_alone(
    book: Book, store: PreferencesStore, kept: Any, expected: Any
) -> None:
    with book.quietly():
        write_setting(book, "preferences", kept)
    assert store.load() == expected
    assert read_method(book) == expected.method


@pytest.mark.practice("000-29")
def test_no_setting_goes_beyond_what_networks_bear_and_the_law_allows(book: Book, store: PreferencesStore) -> None:
    with book.quietly():
        write_setting(book, "preferences", {"method": {"strangers_a_day": 50, "calls_a_day": 9}})
    method = store.load().method
    assert (method.strangers_a_day, method.calls_a_day) == (10, 3)


def test_what_is_no_json_at_all_falls_back(book: Book, store: PreferencesStore) -> None:
    with book.quietly():
        book.run("INSERT INTO setting VALUES ('preferences', '{broken')")
    assert store.load() == Preferences()
    store.save(CHOSEN, NOW)
    assert store.load() == CHOSEN


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
_KEYS = st.sampled_from([field.name for record in (Preferences, Method) for field in fields(record)])


@given(kept=st.dictionaries(_KEYS, _JSON | st.dictionaries(_KEYS, _JSON)))
def test_no_content_breaks_reading_and_what_is_read_can_be_written(kept: dict[str, Any]) -> None:
    read = revive(Preferences(), kept)
    assert revive(Preferences(), written(read)) == read


def test_another_half_life_moves_everybodys_account(book: Book, store: PreferencesStore) -> None:
    ann = add_person(book, "Ann")
    add_touch(book, ann, on="2026-08-25", points=10)
    before = book.value("SELECT score FROM standing")
    store.save(replace(CHOSEN, method=Method(half_life=30)), NOW)
    assert book.value("SELECT score FROM standing") > before
    assert book.value("SELECT count(*) FROM standing_fts WHERE standing_fts MATCH '\"ann\"'") == 1


def test_what_is_remembered_is_quiet_and_survives(book: Book) -> None:
    changes = Changes()
    heard: list[Changed] = []
    changes.subscribe(heard.append)
    store = PreferencesStore(book, changes)
    assert store.recall("desk", {"width": 1}) == {"width": 1}
    store.remember("desk", {"width": 900, "columns": ["name", "é"]})
    store.remember("desk", {"width": 901})
    assert store.recall("desk") == {"width": 901}
    assert store.load() == Preferences()
    assert heard == []
    assert book.undo_steps(9) == []


@pytest.mark.practice("003-02")
def test_a_mode_chosen_today_counts_from_tomorrow(store: PreferencesStore) -> None:
    tomorrow = NOW.today + timedelta(days=1)
    for mode in (Mode.NEED_PEOPLE, Mode.ATTRACT):
        store.save(replace(store.load(), method=Method(mode=mode)), NOW)
        assert store.load().method.mode is mode
        assert store.mode_on(NOW.today) is Mode.BALANCED
        assert store.mode_on(tomorrow) is mode


@pytest.mark.practice("003-02")
def test_undo_takes_a_mode_back_as_if_it_had_not_been_chosen(book: Book, store: PreferencesStore) -> None:
    store.save(replace(store.load(), method=Method(mode=Mode.NEED_PEOPLE)), NOW)
    Undo(book, Changes()).undo(NOW)
    assert store.mode_on(NOW.today) is Mode.BALANCED
    assert store.mode_on(NOW.today + timedelta(days=1)) is Mode.BALANCED
