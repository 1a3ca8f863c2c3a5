"""The bin: in no list, kept whole, back as before, and gone for good."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from planner.domain.errors import PlannerError
from planner.domain.person import Closeness
from planner.models import people as person_table
from planner.models.book import Book
from planner.services import standing
from planner.services.bin import KEPT_DAYS, Bin
from planner.services.changes import Change, Changed, Changes
from planner.services.drafts import EmailDraft, PersonDraft, PhoneDraft
from planner.services.exchange import book_json
from planner.services.exchange.book_file import write_book
from planner.services.exchange.imports import Imports
from planner.services.listing import Listing, View
from planner.services.open_book import OpenBook
from planner.services.people import People
from planner.services.undo import Undo
from tests.builders import NOW, add_person, add_phone, add_promise, add_row, at, dump, somebody_with_a_past

LATER = at("2026-12-23T09:00")
"""Thirty days after ``NOW``."""
TOO_LATE = at("2026-12-24T09:00")


@pytest.fixture
def changes() -> Changes:
    return Changes()


@pytest.fixture
def people(book: Book, changes: Changes) -> People:
    return People(book, changes)


@pytest.fixture
def bin_(book: Book, changes: Changes) -> Bin:
    return Bin(book, changes)


def test_whoever_is_removed_is_kept_whole_and_stands_nowhere(book: Book, people: People, bin_: Bin) -> None:
    maria = somebody_with_a_past(book)
    before = dump(book)
    people.remove([maria], NOW)

    (found,) = bin_.people(NOW)
    assert (found.id, found.name, found.removed_on, found.days_left) == (
        maria,
        "María O'Neil ☀",
        date(2026, 11, 23),
        30,
    )
    assert bin_.people(LATER)[0].days_left == 0
    after = dump(book)
    assert [table for table in after if after[table] != before[table]] == ["person"]
    assert book.rows("SELECT * FROM standing WHERE person_id = ?", (maria,)) == []
    assert book.rows("SELECT * FROM due WHERE person_id = ?", (maria,)) == []
    assert book.rows("SELECT rowid FROM standing_fts WHERE standing_fts MATCH 'maria'") == []
    listing = Listing(book)
    assert [listing.count(view, "", NOW) for view in (View.EVERYONE, View.ARCHIVED)] == [1, 0]
    assert people.tags() == []
    assert [source.people for source in people.sources()] == [0]
    assert not people.knows(maria)
    with pytest.raises(PlannerError, match="no_such_person"):
        people.view(maria)


def test_a_book_derived_afresh_leaves_the_bin_alone(book: Book, people: People) -> None:
    ann, _bo = add_person(book, "Ann"), add_person(book, "Bo")
    people.remove([ann], NOW)
    with book.quietly():
        standing.refresh_everybody(book, NOW)
    assert [name for _id, name in Listing(book).hits("", NOW)] == ["Bo"]


def test_whoever_comes_back_is_as_before_and_that_can_be_undone(
    book: Book, people: People, bin_: Bin, changes: Changes
) -> None:
    maria = somebody_with_a_past(book)
    before = dump(book)
    people.remove([maria], NOW)
    heard: list[Changed] = []
    changes.subscribe(heard.append)
    bin_.bring_back([maria, 999], LATER)
    assert dump(book) == before
    assert heard[-1].people == {maria}
    assert Listing(book).hits("oneil", NOW) != []
    step = Undo(book, changes).undo(LATER)
    assert step is not None
    assert (step.what, step.detail["count"]) == ("people_restored", 1)
    assert [each.id for each in bin_.people(LATER)] == [maria]
    bin_.bring_back([], LATER)


def test_after_thirty_days_they_go_by_themselves(tmp_path: Path) -> None:
    moment = [NOW]
    services = OpenBook.at(tmp_path / "book.warmbook", lambda: moment[0])
    ann = services.people.add(PersonDraft(name="Ann", phones=(PhoneDraft("303-555-0101"),)), NOW)
    services.people.remove([ann], NOW)
    moment[0] = LATER
    services.catch_up()
    assert [each.id for each in services.bin.people(LATER)] == [ann]
    moment[0] = TOO_LATE
    assert services.catch_up() >= 1
    assert services.bin.people(TOO_LATE) == []
    assert services.book.rows("SELECT * FROM person") == services.book.rows("SELECT * FROM phone") == []
    services.book.close()
    assert KEPT_DAYS == 30


def test_nothing_stays_of_whoever_is_removed_for_good(book: Book, people: People, bin_: Bin, changes: Changes) -> None:
    maria = somebody_with_a_past(book)
    (friend,) = [row[0] for row in book.rows("SELECT id FROM person WHERE id <> ?", (maria,))]
    people.save(friend, replace(people.draft(friend), introduced_by_id=None), NOW)
    undo = Undo(book, changes)
    heard: list[Changed] = []
    people.remove([maria], NOW)
    people.save(friend, replace(people.draft(friend), note="later"), NOW)
    changes.subscribe(heard.append)
    bin_.forget([maria], NOW)

    assert heard[-1].what & Change.PEOPLE
    for table, rows in dump(book).items():
        assert not any("Neil" in str(cell) or "Maria" in str(cell) for row in rows for cell in row), table
    assert book.rows("SELECT name FROM sheet_row ORDER BY position") == [("",), ("Friend",)]
    assert [step.detail["name"] for step in undo.history()] == ["Friend"]
    assert not any("Neil" in str(row) for row in book.rows("SELECT body FROM undo_log"))
    assert undo.undo(NOW) is not None
    assert undo.undo(NOW) is None
    assert book.rows("PRAGMA foreign_key_check") == []


def test_whoever_was_introduced_by_somebody_gone_is_looked_at_anew(
    book: Book, people: People, bin_: Bin, changes: Changes
) -> None:
    ann = people.add(PersonDraft(name="Ann"), NOW)
    stranger = PersonDraft(name="Bo", closeness=Closeness.STRANGER, introduced_by_id=ann)
    bo = people.add(replace(stranger, phones=(PhoneDraft("(303) 555-0101"),)), NOW)
    people.remove([bo], NOW)
    assert [name for _id, name in person_table.introduced(book, ann)] == []
    bin_.bring_back([bo], NOW)
    heard: list[Changed] = []
    changes.subscribe(heard.append)
    bin_.forget([ann], NOW)
    assert heard[-1].people == {ann, bo}
    kept = [book.rows("SELECT * FROM due ORDER BY 1, 2, 3"), book.rows("SELECT * FROM standing")]
    assert kept[0]
    standing.refresh_everybody(book, NOW)
    assert kept == [book.rows("SELECT * FROM due ORDER BY 1, 2, 3"), book.rows("SELECT * FROM standing")]


def test_undo_never_points_to_whoever_is_gone_for_good(book: Book, people: People, bin_: Bin, changes: Changes) -> None:
    ann, bo = add_person(book, "Ann"), add_person(book, "Bo")
    people.remove([ann], NOW)
    people.save(bo, replace(people.draft(bo), introduced_by_id=ann), NOW)
    people.save(bo, replace(people.draft(bo), introduced_by_id=None), NOW)
    bin_.forget([ann], NOW)
    Undo(book, changes).undo(NOW)
    assert book.rows("PRAGMA foreign_key_check") == []


def test_a_list_with_somebody_from_the_bin_says_so_and_leaves_them_there(
    tmp_path: Path, book: Book, people: People, bin_: Bin, changes: Changes
) -> None:
    ann = people.add(PersonDraft(name="Ann Lee", emails=(EmailDraft("ann@example.org"),)), NOW)
    people.remove([ann], NOW)
    path = tmp_path / "list.csv"
    path.write_text("Name,E-mail\nAnn Lee,ann@example.org\nBo Cho,bo@example.org\n", encoding="utf-8")
    imports = Imports(book, changes)
    preview = imports.preview(path, now=NOW)
    known = preview.rows[0].same_as
    assert known is not None
    assert (known.code, known.facts["name"]) == ("in_bin", "Ann Lee")
    imports.commit(preview, NOW)
    assert [name for _id, name in Listing(book).hits("", NOW)] == ["Bo Cho"]
    assert [each.id for each in bin_.people(NOW)] == [ann]
    people.add(PersonDraft(name="Ann Lee", emails=(EmailDraft("ann@example.org"),)), NOW)
    again = imports.preview(path, now=NOW).rows[0].same_as
    assert again is not None
    assert again.code == "already_in_book"


def test_the_bin_travels_in_the_book_file_and_in_no_list(tmp_path: Path, book: Book, people: People) -> None:
    ann, _bo = people.add(PersonDraft(name="Ann"), NOW), people.add(PersonDraft(name="Bo"), NOW)
    people.remove([ann], NOW)
    write_book(book, tmp_path / "book.json")
    write_book(book, tmp_path / "people.csv")
    assert "Ann" not in (tmp_path / "people.csv").read_text(encoding="utf-8-sig")
    other = Book.open(tmp_path / "other.warmbook")
    book_json.import_book(other, tmp_path / "book.json", NOW)
    assert [(each.name, each.removed_on) for each in Bin(other, Changes()).people(NOW)] == [("Ann", NOW.today)]
    assert [name for _id, name in Listing(other).hits("", NOW)] == ["Bo"]
    assert book_json.export_book(other)["people"] == book_json.export_book(book)["people"]
    other.close()


@pytest.mark.parametrize("column", ["Phone", "E-mail"])
def test_whoever_asked_to_be_left_in_peace_never_comes_back_by_a_list(
    tmp_path: Path, book: Book, people: People, bin_: Bin, changes: Changes, column: str
) -> None:
    ways: dict[str, Any] = {"phones": (PhoneDraft("(303) 555-0101"),), "emails": (EmailDraft("ann@example.org"),)}
    ann, bo = people.add(PersonDraft(name="Ann Lee", **ways), NOW), people.add(PersonDraft(name="Bo", **ways), NOW)
    add_row(book, "stop_rule", person_id=ann, on_date="2026-11-01", words="please stop")
    bin_.forget([bo], NOW)
    imports = Imports(book, changes)
    path = tmp_path / "list.csv"
    value = {"Phone": "303-555-0101", "E-mail": "Ann@Example.org"}[column]
    path.write_text(f"Name,{column}\nBea Cho,{value}\n", encoding="utf-8")
    assert imports.preview(path, now=NOW).rows[0].same_as is None
    bin_.forget([ann], NOW)
    known = imports.preview(path, now=NOW).rows[0].same_as
    assert known is not None
    assert known.code == "left_alone"
    assert "example" not in str(book.rows("SELECT * FROM setting"))


def test_a_book_file_brings_whoever_is_in_the_bin_anew(tmp_path: Path, book: Book, people: People, bin_: Bin) -> None:
    draft = PersonDraft(name="Ann", phones=(PhoneDraft("303-555-0101"),))
    ann, _bo = people.add(draft, NOW), people.add(PersonDraft(name="Bo"), NOW)
    write_book(book, tmp_path / "book.json")
    people.remove([ann], NOW)
    assert book_json.import_book(book, tmp_path / "book.json", NOW).already == 1
    assert [name for _id, name in Listing(book).hits("", NOW)] == ["Ann", "Bo"]
    assert [each.id for each in bin_.people(NOW)] == [ann]


def test_a_printed_sheet_goes_on_without_them(tmp_path: Path) -> None:
    services = OpenBook.at(tmp_path / "book.warmbook", lambda: NOW)
    for name in ("Ann", "Bo"):
        person = add_person(services.book, name)
        add_phone(services.book, person, f"(312) 555-01{person:02}", f"+131255501{person:02}")
        add_promise(services.book, person, due_on="2026-11-23")
    services.sheets.remember(services.sheets.compose(NOW), NOW)
    before = services.sheets.open_rows(NOW)
    assert before is not None
    services.people.remove([1], NOW)
    after = services.sheets.open_rows(NOW)
    assert after is not None
    assert after[1] == before[1] - 1
    assert [line.card.name for line in services.sheets.reopen(before[0], NOW).lines] == ["Bo"]
    services.book.close()
