"""Undo and redo over every table, by hand and by thousands of random histories."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.models.book import Book
from planner.models.undo import KEPT_STEPS, TABLES
from planner.services import standing
from planner.services.changes import Change, Changed, Changes
from planner.services.people import People, PersonDraft
from planner.services.preferences import Preferences, PreferencesStore
from planner.services.undo import Undo
from tests import builders
from tests.builders import NOW, add_person, add_phone, add_row, add_touch, dump, dump_derived, somebody_with_a_past


@pytest.fixture
def undo(book: Book) -> Undo:
    return Undo(book, Changes())


def _remove(book: Book, person_id: int) -> None:
    with book.step("person_removed", NOW, person_id=person_id):
        book.run("DELETE FROM person WHERE id = ?", (person_id,))
        standing.refresh(book, [person_id], NOW)


def test_undo_of_removing_somebody_brings_everything_of_theirs_back(book: Book, undo: Undo) -> None:
    maria = somebody_with_a_past(book)
    before, derived = dump(book), dump_derived(book)
    _remove(book, maria)
    after = dump(book)
    assert after["touch"] == []
    assert after["phone"] == []
    assert after["listed"] == []
    assert after["sheet_row"][0][3] is None

    undone = undo.undo(NOW)

    assert undone is not None
    assert undone.what == "person_removed"
    assert undone.detail == {"person_id": maria}
    assert dump(book) == before
    assert dump_derived(book) == derived
    assert book.rows("SELECT rowid FROM standing_fts WHERE standing_fts MATCH '\"oneil\"'") == [(maria,)]
    assert book.rows("PRAGMA foreign_key_check") == []

    assert undo.redo(NOW) is not None
    assert dump(book) == after
    assert undo.undo(NOW) is not None
    assert dump(book) == before


def test_a_row_moved_to_somebody_new_goes_back_to_whom_it_belonged(book: Book, undo: Undo) -> None:
    old = add_person(book, "Old")
    phone = add_phone(book, old)
    before = dump(book)
    with book.step("split", NOW):
        new = book.run("INSERT INTO person(name, added_on) VALUES ('New', '2026-11-23')")
        book.run("UPDATE phone SET person_id = ? WHERE id = ?", (new, phone))
        standing.refresh(book, [old, new], NOW)

    undo.undo(NOW)

    assert dump(book) == before
    assert book.rows("SELECT person_id FROM standing") == [(old,)]


def test_rows_that_took_turns_within_one_step_end_as_they_began(book: Book, undo: Undo) -> None:
    ann = add_person(book, "Ann")
    add_row(book, "tag", person_id=ann, name="tea")
    before = dump(book)
    with book.step("tags", NOW):
        for _ in range(3):
            book.run("DELETE FROM tag WHERE person_id = ?", (ann,))
            book.run_many("INSERT INTO tag(person_id, name) VALUES (?, ?)", [(ann, "tea"), (ann, "coffee")])
        book.run("INSERT OR REPLACE INTO tag(person_id, name) VALUES (?, 'tea')", (ann,))
    after = dump(book)

    undo.undo(NOW)
    assert dump(book) == before
    undo.redo(NOW)
    assert dump(book) == after


def test_text_with_a_nul_in_it_comes_back_whole(book: Book, undo: Undo) -> None:
    ann = add_person(book, "A\x00nn", note="\x00'; DROP TABLE person; --")
    before = dump(book)
    with book.step("renamed", NOW):
        book.run("UPDATE person SET name = 'x', note = '' WHERE id = ?", (ann,))
    _remove(book, ann)
    undo.undo(NOW)
    undo.undo(NOW)
    assert dump(book) == before


def test_the_history_survives_a_restart(tmp_path: Path) -> None:
    book = builders.make_book(tmp_path)
    empty = dump(book)
    add_person(book, "Ann")
    book.close()

    again = builders.make_book(tmp_path)
    undo = Undo(again, Changes())
    last = undo.last()
    assert last is not None
    assert last.what == "test_person"
    assert last.at == NOW.utc
    undo.undo(NOW)
    again.close()

    third = builders.make_book(tmp_path)
    undo = Undo(third, Changes())
    assert dump(third) == empty
    assert undo.last() is None
    undo.redo(NOW)
    assert third.value("SELECT name FROM person") == "Ann"
    third.close()


def test_a_new_step_ends_redo(book: Book, undo: Undo) -> None:
    add_person(book, "Ann")
    undo.undo(NOW)
    redo = undo.next_redo()
    assert redo is not None
    assert redo.is_undone
    add_person(book, "Ben")
    assert undo.next_redo() is None
    assert undo.redo(NOW) is None
    assert [name for (name,) in book.rows("SELECT name FROM person")] == ["Ben"]
    assert len(undo.history()) == 1


def test_undo_and_redo_walk_the_history_in_order(book: Book, undo: Undo) -> None:
    for name in ("Ann", "Ben", "Cleo"):
        add_person(book, name)
    assert [step is not None for step in (undo.undo(NOW), undo.undo(NOW))] == [True, True]
    assert [step.is_undone for step in undo.history()] == [True, True, False]
    undo.redo(NOW)
    assert [name for (name,) in book.rows("SELECT name FROM person ORDER BY id")] == ["Ann", "Ben"]


def test_only_the_newest_steps_are_kept_and_their_log_with_them(book: Book, undo: Undo) -> None:
    ann = add_person(book, "Ann")
    for number in range(KEPT_STEPS + 20):
        with book.step("renamed", NOW):
            book.run("UPDATE person SET name = ? WHERE id = ?", (f"Ann {number}", ann))
    assert book.value("SELECT count(*) FROM undo_step") == KEPT_STEPS
    assert book.value("SELECT count(*) FROM undo_log") == KEPT_STEPS
    while undo.undo(NOW):
        pass
    assert book.value("SELECT name FROM person") == "Ann 19"


def test_a_step_that_changes_nothing_is_none(book: Book, undo: Undo) -> None:
    ann = add_person(book, "Ann")
    with book.step("saved", NOW):
        book.run("UPDATE person SET name = 'Ann' WHERE id = ?", (ann,))
    last = undo.last()
    assert last is not None
    assert last.what == "test_person"


def test_a_step_that_fails_leaves_nothing(book: Book, undo: Undo) -> None:
    before = dump(book)

    def fail() -> None:
        with book.step("doomed", NOW):
            book.run("INSERT INTO person(name, added_on) VALUES ('Ann', '2026-11-23')")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert dump(book) == before
    assert undo.last() is None
    add_person(book, "Ben")
    last = undo.last()
    assert last is not None
    assert last.what == "test_person"


def test_quiet_writes_are_no_step_and_a_step_inside_is_part_of_the_outer_one(book: Book, undo: Undo) -> None:
    with book.quietly():
        add_person(book, "Quiet")
    assert undo.last() is None
    with book.step("outer", NOW):
        add_person(book, "Ann")
        add_person(book, "Ben")
    assert [step.what for step in undo.history()] == ["outer"]
    undo.undo(NOW)
    assert book.rows("SELECT name FROM person") == [("Quiet",)]


def test_who_was_put_off_again_meanwhile_does_not_stop_redo(book: Book, undo: Undo) -> None:
    ann = add_person(book, "Ann")
    add_row(book, "listed", person_id=ann, on_date="2026-11-23", is_put_off=1)
    undo.undo(NOW)
    with book.quietly():
        book.run("INSERT INTO listed(person_id, on_date) VALUES (?, '2026-11-23')", (ann,))
    undo.redo(NOW)
    assert book.rows("SELECT person_id, is_put_off FROM listed") == [(ann, 1)]


def test_somebody_undone_leaves_nothing_behind(book: Book, undo: Undo) -> None:
    ann = add_person(book, "Ann")
    with book.quietly():
        book.run("INSERT INTO listed(person_id, on_date) VALUES (?, '2026-11-23')", (ann,))
    undo.undo(NOW)
    assert book.rows("SELECT * FROM standing") == []
    assert book.rows("SELECT * FROM listed") == []
    assert book.rows("SELECT * FROM due") == []
    assert book.rows("PRAGMA foreign_key_check") == []


def test_undo_announces_what_and_whom(book: Book) -> None:
    changes = Changes()
    heard: list[Changed] = []
    changes.subscribe(heard.append)
    undo = Undo(book, changes)
    ann = add_person(book, "Ann")
    add_touch(book, ann)
    undo.undo(NOW)
    undo.undo(NOW)
    assert heard == [Changed(Change.TOUCHES, frozenset({ann})), Changed(Change.PEOPLE, frozenset({ann}))]
    assert undo.undo(NOW) is None
    assert len(heard) == 2


def test_renaming_a_source_refreshes_everybody_in_it_both_ways(book: Book) -> None:
    changes = Changes()
    heard: list[Changed] = []
    undo = Undo(book, changes)
    source = add_row(book, "source", kind="event", name="Fair")
    ann = add_person(book, "Ann", source_id=source)
    with book.step("source_renamed", NOW):
        book.run("UPDATE source SET name = 'Market' WHERE id = ?", (source,))
        standing.refresh(book, [ann], NOW)
    renamed = dump_derived(book)
    changes.subscribe(heard.append)
    undo.undo(NOW)
    assert "Fair" in book.value("SELECT source FROM standing") or "fair" in book.value("SELECT source FROM standing")
    assert heard == [Changed(Change.SOURCES | Change.PEOPLE, frozenset({ann}))]
    undo.redo(NOW)
    assert dump_derived(book) == renamed


def test_preferences_are_undone_too_and_what_is_remembered_is_not(book: Book, undo: Undo) -> None:
    store = PreferencesStore(book, Changes())
    store.save(Preferences(me_name="Dana"), NOW)
    store.remember("desk", {"width": 900})
    store.save(Preferences(me_name="Dana Reyes"), NOW)
    undo.undo(NOW)
    assert store.load().me_name == "Dana"
    undo.undo(NOW)
    assert store.load() == Preferences()
    assert store.recall("desk") == {"width": 900}


# ---------------------------------------------------------------------------------------------------- random histories

_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
_WRITE = st.tuples(
    st.sampled_from(["add", "change", "remove", "replace", "move"]),
    st.integers(0, 9),
    _TEXT,
    st.integers(-4000, 4000).map(lambda quarters: quarters / 4),
)
_STEPS = st.lists(st.lists(_WRITE, min_size=1, max_size=5), min_size=1, max_size=8)


def _write(book: Book, write: tuple[str, int, str, float]) -> None:
    verb, which, text, number = write
    people = [row[0] for row in book.rows("SELECT id FROM person ORDER BY id")]
    ids: list[int] = people or [0]
    person = ids[which % len(ids)]
    if verb == "add" or not people:
        new = book.run(
            "INSERT INTO person(name, added_on, introduced_by_id) VALUES (?, ?, ?)",
            (text, "2026-01-01", people[0] if people else None),
        )
        book.run(
            "INSERT INTO touch(person_id, on_date, kind, points, entered_at) VALUES (?, '2026-01-02', 'note', ?, '')",
            (new, number),
        )
        book.run("INSERT INTO tag(person_id, name) VALUES (?, 'same')", (new,))
        book.run("INSERT INTO listed(person_id, on_date) VALUES (?, '2026-01-02')", (new,))
    elif verb == "change":
        book.run("UPDATE person SET name = ?, birth_year = ?, rev = rev + 1 WHERE id = ?", (text, which, person))
        book.run("UPDATE touch SET points = points / 3.0 + ? WHERE person_id = ?", (number, person))
    elif verb == "remove":
        book.run("DELETE FROM person WHERE id = ?", (person,))
    elif verb == "replace":
        book.run("INSERT OR REPLACE INTO tag(person_id, name) VALUES (?, 'same')", (person,))
        book.run(
            "INSERT INTO setting VALUES (?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value",
            (str(which), text),
        )
    else:
        book.run("UPDATE touch SET person_id = ? WHERE id = (SELECT min(id) FROM touch)", (person,))
        book.run("DELETE FROM tag WHERE person_id = ?", (person,))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=_STEPS)
def test_undoing_all_and_redoing_all_returns_to_both_ends(tmp_path_factory: pytest.TempPathFactory, steps: Any) -> None:
    book = builders.make_book(tmp_path_factory.mktemp("random"))
    undo = Undo(book, Changes())
    seen = [dump(book)]
    for step in steps:
        with book.step("random", NOW):
            for write in step:
                _write(book, write)
            standing.refresh(book, [row[0] for row in book.rows("SELECT id FROM person")], NOW)
        if dump(book) != seen[-1]:
            seen.append(dump(book))
    final = dump_derived(book)
    for expected in reversed(seen[:-1]):
        assert undo.undo(NOW) is not None
        assert dump(book) == expected
        assert book.rows("PRAGMA foreign_key_check") == []
    assert book.rows("SELECT * FROM standing") == []
    for expected in seen[1:]:
        assert undo.redo(NOW) is not None
        assert dump(book) == expected
    assert dump_derived(book) == final
    book.close()


def test_every_table_that_people_fill_is_covered(book: Book) -> None:
    tables = {name for (name,) in book.rows("SELECT name FROM sqlite_master WHERE type = 'table'")}
    derived = {name for name in tables if name.startswith(("standing", "due", "undo_", "sqlite_"))}
    assert tables - derived == set(TABLES)


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("purchase", Change.ORDERS),
        ("membership", Change.TEAM),
        ("party", Change.PARTIES),
        ("said_no", Change.AGREEMENTS),
        ("life_pause", Change.AGREEMENTS),
    ],
)
def test_undo_tells_which_dealings_it_has_turned(book: Book, table: str, told: Change) -> None:
    ann = add_person(book, "Ann")
    columns: dict[str, dict[str, Any]] = {
        "purchase": {"on_date": "2026-11-20"},
        "membership": {"joined_on": "2026-11-20"},
        "party": {"on_date": "2026-12-05"},
        "said_no": {"scope": "join", "on_date": "2026-11-20"},
        "life_pause": {"since": "2026-11-01", "until": "2026-12-01"},
    }
    add_row(book, table, person_id=ann, **columns[table])
    changes = Changes()
    heard: list[Changed] = []
    changes.subscribe(heard.append)
    Undo(book, changes).undo(NOW)
    assert [changed.what for changed in heard] == [told]


@pytest.mark.practice("D10")
def test_many_steps_turn_at_once_and_are_announced_once(book: Book) -> None:
    changes = Changes()
    heard: list[Changed] = []
    undo, people = Undo(book, changes), People(book, changes)
    ids = [people.add(PersonDraft(name=name), NOW) for name in ("Ann", "Bo", "Cy")]
    before = dump(book)
    second = undo.history()[1]
    changes.subscribe(heard.append)
    assert [step.detail["name"] for step in undo.undo_to(second.id, NOW)] == ["Cy", "Bo"]
    assert book.rows("SELECT name FROM person") == [("Ann",)]
    assert book.rows("SELECT person_id FROM standing") == [(ids[0],)]
    assert len(heard) == 1
    assert heard[0].people >= {ids[1], ids[2]}
    assert [step.detail["name"] for step in undo.redo_to(undo.history()[0].id, NOW)] == ["Bo", "Cy"]
    assert dump(book) == before
    assert undo.redo_to(second.id, NOW) == []
