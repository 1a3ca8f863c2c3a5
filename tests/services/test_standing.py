"""The derived rows say of everybody what the rules say, and follow every change."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from planner.domain import account, cadence, search
from planner.domain.errors import PlannerError
from planner.domain.method import Method
from planner.models.book import Book
from planner.services import facts, standing
from planner.services.changes import Changes
from planner.services.undo import Undo
from tests.builders import (
    NOW,
    add_person,
    add_phone,
    add_promise,
    add_row,
    add_touch,
    at,
    dump_derived,
    somebody_with_a_past,
)


def _row(book: Book, person_id: int) -> dict[str, object]:
    names = [row[1] for row in book.rows("PRAGMA table_info(standing)")]
    found = book.row("SELECT * FROM standing WHERE person_id = ?", (person_id,))
    assert found is not None
    return dict(zip(names, found, strict=True))


@pytest.mark.rule("D2")
def test_a_row_holds_what_the_rules_answer(book: Book) -> None:
    maria = somebody_with_a_past(book)
    row = _row(book, maria)
    known = facts.load(book, [maria], NOW)[maria]
    assert row["score"] == account.score(known.touches, Method().half_life, NOW.today)
    dues = cadence.due_dates(known, Method(), NOW.today)
    assert sorted(book.rows("SELECT kind, due_on, ref_id FROM due WHERE person_id = ?", (maria,))) == sorted(
        (due.kind.value, due.due_on.isoformat(), due.ref_id) for due in dues
    )
    step = cadence.next_step(known, dues, NOW.today)
    assert row["next_action"] == step.action.value
    assert row["next_on"] == (step.on.isoformat() if step.on else None)
    assert (row["is_listed"], row["as_of"], row["stage"]) == (1, "2026-11-23", "new")
    assert row["source"] == "event spring fair"


def test_the_search_form_has_everything_one_remembers(book: Book) -> None:
    maria = add_person(book, "María O'Neil", company="Rosé & Co", given="María", family="O'Neil")
    add_phone(book, maria)
    add_row(book, "email", person_id=maria, address="m.oneil@example.org")
    add_row(book, "address", person_id=maria, city="Łódź")
    add_row(book, "tag", person_id=maria, name="book club")
    for asked in ("maria", "oneil", "neil ma", "rose", "5550142", "(312) 555-0142", "example", "lodz", "club", "m"):
        query = search.match_query(search.needles(asked))
        found = book.rows("SELECT rowid FROM standing_fts WHERE standing_fts MATCH ?", (query,))
        assert found == [(maria,)], asked
    assert str(_row(book, maria)["sort_name"]).startswith("maria oneil")


def test_somebody_without_a_name_stands_by_company_number_or_mail(book: Book) -> None:
    shop = add_person(book, "", company="Zebra Florist")
    number = add_person(book, "")
    add_phone(book, number)
    mail = add_person(book, "")
    add_row(book, "email", person_id=mail, address="ann@example.org")
    assert [_row(book, who)["sort_name"] for who in (shop, number, mail)] == [
        "zebra florist",
        "13125550142",
        "ann example org",
    ]


def test_the_last_contact_is_the_last_that_brought_both_in_touch(book: Book) -> None:
    ann = add_person(book, "Ann")
    assert _row(book, ann)["last_on"] is None
    add_touch(book, ann, "voicemail", "2026-11-20", channel="voicemail", at_time="10:00")
    add_touch(book, ann, "conversation", "2026-11-20", channel="call", at_time="09:00")
    add_touch(book, ann, "note", "2026-11-22")
    row = _row(book, ann)
    assert (row["last_on"], row["last_kind"], row["last_channel"]) == ("2026-11-20", "voicemail", "voicemail")


def test_the_archived_and_the_dead_leave_the_lists_and_are_never_due(book: Book) -> None:
    for gone in (add_person(book, "Ann", archived_on="2026-11-01"), add_person(book, "Ben", is_deceased=1)):
        add_promise(book, gone)
        assert _row(book, gone)["is_listed"] == 0
        assert book.rows("SELECT * FROM due WHERE person_id = ?", (gone,)) == []


def test_one_by_one_and_all_at_once_agree(book: Book) -> None:
    maria = somebody_with_a_past(book)
    for number in range(20):
        add_touch(book, add_person(book, f"Person {number}", birth_month=12, birth_day=1 + number), on="2026-09-01")
    derived = dump_derived(book)
    with book.quietly():
        book.run("UPDATE standing SET fp = 'wrong', score = 7 WHERE person_id = ?", (maria,))
        book.run("DELETE FROM due")
    heard: list[tuple[int, int]] = []

    def hear(done: int, of: int) -> bool:
        heard.append((done, of))
        return True

    standing.refresh_everybody(book, NOW, hear)
    assert dump_derived(book) == derived
    assert heard == [(22, 22)]
    with book.quietly():
        book.run("INSERT INTO standing_fts(standing_fts, rank) VALUES ('integrity-check', 1)")
    assert book.undo_steps(1)[0].what == "test_touch"
    add_person(book, "Zoe")
    assert book.value("SELECT count(*) FROM standing_fts WHERE standing_fts MATCH '\"zoe\"'") == 1


def test_so_many_that_all_are_made_afresh_come_out_the_same(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    somebody_with_a_past(book)
    derived = dump_derived(book)
    monkeypatch.setattr(standing, "_MANY", 2)
    with book.step("test", NOW):
        book.run("DELETE FROM due")
        gone = book.run("INSERT INTO person(name, added_on) VALUES ('Gone', '2026-11-23')")
        standing.refresh(book, [1, 2, gone], NOW)
    assert book.value("SELECT count(*) FROM standing") == 3
    Undo(book, Changes()).undo(NOW)
    assert dump_derived(book) == derived


def test_all_at_once_can_be_cancelled_and_leaves_all_as_it_was(book: Book) -> None:
    somebody_with_a_past(book)
    derived = dump_derived(book)
    schema = book.rows("SELECT type, name, sql FROM sqlite_master ORDER BY 1, 2")
    with pytest.raises(PlannerError) as caught:
        standing.refresh_everybody(book, at("2027-01-01T09:00"), lambda _done, _of: False)
    assert caught.value.code == "cancelled"
    assert dump_derived(book) == derived
    assert book.rows("SELECT type, name, sql FROM sqlite_master ORDER BY 1, 2") == schema


def test_catching_up_refreshes_those_whose_day_has_passed_and_only_once(book: Book) -> None:
    soon = add_person(book, "Soon", birth_month=11, birth_day=25, stage="closed_kindly")
    late = add_person(book, "Late", birth_month=12, birth_day=31, stage="closed_kindly")
    add_promise(book, late, due_on="2026-11-30")
    assert standing.catch_up(book, NOW) == 0
    assert standing.catch_up(book, at("2026-11-25T09:00")) == 0

    assert standing.catch_up(book, at("2026-11-26T09:00")) == 1

    assert book.value("SELECT due_on FROM due WHERE person_id = ? AND kind = 'birthday'", (soon,)) == "2027-11-25"
    assert standing.catch_up(book, at("2026-11-26T18:00")) == 0
    assert standing.catch_up(book, at("2026-12-01T09:00")) == 1
    assert _row(book, late)["next_action"] == "apologise"
    assert book.undo_steps(1)[0].what == "test_promise"


def test_catching_up_goes_in_steps_where_it_tells_and_may_be_stopped_between_them(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(standing, "_AT_ONCE", 2)
    for number in range(5):
        add_person(book, f"Person {number}", birth_month=11, birth_day=25, stage="closed_kindly")
    told: list[tuple[int, int]] = []

    def tell(done: int, total: int) -> bool:
        assert not book.db.in_transaction(), "others may write now"
        told.append((done, total))
        return len(told) != 1

    later = at("2026-11-26T09:00")
    with pytest.raises(PlannerError, match="cancelled"):
        standing.catch_up(book, later, tell)
    assert standing.catch_up(book, later, tell) == 3
    assert told == [(2, 5), (2, 3), (3, 3)]
    assert standing.catch_up(book, later) == 0


@pytest.mark.rule("D6.5")
def test_keeping_in_touch_that_was_missed_waits_for_its_next_beat(book: Book) -> None:
    ann = add_person(book, "Ann", keep_in_touch_days=30)
    add_touch(book, ann, on="2026-11-01")
    due = date.fromisoformat(
        book.value("SELECT due_on FROM due WHERE person_id = ? AND kind = 'keep_in_touch'", (ann,))
    )
    assert due == date(2026, 12, 1)
    for day, refreshed in (("2026-12-02", 1), ("2026-12-15", 0), ("2026-12-16", 1), ("2026-12-17", 0)):
        assert standing.catch_up(book, at(f"{day}T09:00")) == refreshed, day
    later = book.value("SELECT due_on FROM due WHERE person_id = ? AND kind = 'keep_in_touch'", (ann,))
    assert later == "2026-12-31"


def test_rows_of_an_older_program_are_derived_again_once(tmp_path: Path) -> None:
    path = tmp_path / "Old.warmbook"
    shutil.copyfile(Path(__file__).parents[1] / "data" / "v2.sqlite3", path)
    book = Book.open(path, create=False)
    people = book.value("SELECT count(*) FROM person")
    assert standing.catch_up(book, NOW) == people
    assert standing.catch_up(book, NOW) == 0
    assert book.rows("SELECT DISTINCT as_of FROM standing") == [(NOW.today.isoformat(),)]
    book.close()
