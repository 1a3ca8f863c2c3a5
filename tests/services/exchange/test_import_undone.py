"""An import taken back later: the untouched go, the others stay and are named."""

from __future__ import annotations

import pytest

from planner.domain.errors import PlannerError
from planner.domain.moment import Moment
from planner.domain.person import Closeness, SourceKind
from planner.models.book import Book
from planner.services.changes import Changes
from planner.services.exchange.imports import Imports
from planner.services.undo import Undo
from tests.builders import add_person, add_promise, add_row, add_touch, dump
from tests.services.exchange.conftest import LookAt

TEN = "Name,Email,Do Not Call\n" + "".join(f"Person {chr(65 + at)},p{at}@example.com,yes\n" for at in range(10))


def test_an_untouched_import_goes_without_a_trace(book: Book, imports: Imports, look_at: LookAt, now: Moment) -> None:
    add_person(book, "Here Before")
    before = dump(book)
    result = imports.commit(look_at(TEN, source_kind=SourceKind.BOUGHT, source_name="May"), now)
    undone = imports.undo(result.batch_id, now)
    assert (undone.file_name, undone.removed, undone.kept) == ("people.csv", 10, ())
    assert dump(book) == before
    assert book.value("SELECT count(*) FROM standing") == 1
    assert imports.past() == []


def test_whoever_was_touched_since_stays_and_is_named(
    book: Book, imports: Imports, look_at: LookAt, now: Moment
) -> None:
    result = imports.commit(look_at(TEN), now)
    people = result.people
    imports.mark([people[0]], Closeness.FRIEND, now)
    add_touch(book, people[1])
    add_promise(book, people[2])
    add_row(book, "permission", person_id=people[3], channel="call")
    add_row(book, "stop_rule", person_id=people[4], on_date="2026-11-23")
    add_row(book, "thank_you", person_id=people[5], trigger_kind="order", due_on="2026-11-23")
    sheet = add_row(book, "sheet", number=1, for_date="2026-11-23", made_at="2026-11-23T09:00:00Z")
    add_row(book, "sheet_row", sheet_id=sheet, position=0, person_id=people[6], name="Person G")
    add_person(book, "Friend of H", introduced_by_id=people[7])
    undone = imports.undo(result.batch_id, now)
    assert [(person.id, person.why) for person in undone.kept] == list(
        zip(
            people[:8],
            ["edited", "touches", "promises", "permissions", "stops", "thanks", "sheet", "introduced"],
            strict=True,
        )
    )
    assert undone.removed == 2
    past = imports.past()
    assert [(each.people, each.people_now) for each in past] == [(8, 8)]


def test_taking_an_import_back_can_itself_be_undone(book: Book, imports: Imports, look_at: LookAt, now: Moment) -> None:
    result = imports.commit(look_at(TEN), now)
    before = dump(book)
    imports.undo(result.batch_id, now)
    Undo(book, Changes()).undo(now)
    assert dump(book) == before
    assert book.value("SELECT count(*) FROM standing") == 10


def test_a_large_import_goes_as_it_came(book: Book, imports: Imports, look_at: LookAt, now: Moment) -> None:
    add_person(book, "Here Before")
    text = "Name,Email\n" + "".join(f"Person {at},p{at}@example.com\n" for at in range(2500))
    result = imports.commit(look_at(text), now)
    assert imports.undo(result.batch_id, now).removed == 2500
    assert book.rows("SELECT name FROM person") == [("Here Before",)]
    assert book.value("SELECT count(*) FROM standing_fts WHERE standing_fts MATCH '\"before\"'") == 1


def test_past_imports_are_listed_the_newest_first(imports: Imports, look_at: LookAt, now: Moment) -> None:
    imports.commit(look_at("Name\nAnn Lee\n", "a.csv", source_kind=SourceKind.PARTY, source_name="Garden"), now)
    imports.commit(look_at("Name\nBo Park\nN/A\n", "b.csv"), now)
    past = imports.past()
    assert [(each.file_name, each.people, each.skipped) for each in past] == [("b.csv", 1, 1), ("a.csv", 1, 0)]
    assert (past[1].source_kind, past[1].source_name, past[1].on) == (SourceKind.PARTY, "Garden", now.today)


def test_an_import_that_is_gone_cannot_be_taken_back(imports: Imports, now: Moment) -> None:
    with pytest.raises(PlannerError, match="no_such_import"):
        imports.undo(99, now)
