"""Bringing people in: what is shown before, what happens, what is said afterwards."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from planner.domain.errors import PlannerError
from planner.domain.moment import Moment
from planner.domain.person import Closeness, SourceKind
from planner.models.book import Book
from planner.services.changes import Change, Changed
from planner.services.exchange.imports import Imports
from planner.services.exchange.preview import ImportOptions
from tests.builders import add_person, add_row, dump
from tests.services.exchange.conftest import LookAt, WriteFile

THREE = "Name,Email,Phone\nAnn Lee,ann@example.com,(212) 555-0142\nBo Park,bo@example.com,\nCy Young,,(212) 555-0144\n"


def test_a_preview_leaves_the_book_as_it_is(book: Book, look_at: LookAt) -> None:
    before = dump(book)
    preview = look_at(THREE)
    counts = preview.counts
    assert (counts.read, counts.new, counts.already, counts.flagged, counts.skipped) == (3, 3, 0, 0, 0)
    assert (preview.format, preview.encoding, preview.delimiter) == ("list", "utf-8", ",")
    assert dump(book) == before


def test_an_import_brings_everybody_in_one_step(
    book: Book, imports: Imports, look_at: LookAt, now: Moment, heard: list[Changed]
) -> None:
    result = imports.commit(look_at(THREE, source_kind=SourceKind.EVENT, source_name="Fair", tag="fair"), now)
    assert len(result.people) == 3
    assert book.rows("SELECT name, sort_name FROM person JOIN standing ON person_id = id ORDER BY id") == [
        ("Ann Lee", "ann lee"),
        ("Bo Park", "bo park"),
        ("Cy Young", "cy young"),
    ]
    assert book.value("SELECT count(*) FROM tag WHERE name = 'fair'") == 3
    assert book.row("SELECT kind, name, is_locked FROM source") == ("event", "Fair", 0)
    assert book.value("SELECT count(*) FROM undo_step") == 1
    assert [each.what for each in heard] == [Change.PEOPLE | Change.SOURCES | Change.IMPORTS]


def test_undo_takes_a_whole_import_back(book: Book, imports: Imports, look_at: LookAt, now: Moment) -> None:
    from planner.services.changes import Changes
    from planner.services.undo import Undo

    before = dump(book)
    imports.commit(look_at(THREE), now)
    Undo(book, Changes()).undo(now)
    assert dump(book) == before


def test_cancelling_leaves_nothing(book: Book, imports: Imports, look_at: LookAt, now: Moment) -> None:
    before = dump(book)
    with pytest.raises(PlannerError, match="cancelled"):
        imports.commit(look_at(THREE), now, lambda _done, _total: False)
    assert dump(book) == before


def test_progress_goes_up_to_the_end(imports: Imports, look_at: LookAt, now: Moment) -> None:
    said: list[tuple[int, int]] = []

    def hear(done: int, total: int) -> bool:
        said.append((done, total))
        return True

    imports.commit(look_at(THREE), now, hear)
    assert said == sorted(said)
    assert said[-1][0] == said[-1][1]


@pytest.mark.practice("000-04")
@pytest.mark.practice("001-08")
def test_people_of_a_bought_list_are_locked(book: Book, imports: Imports, look_at: LookAt, now: Moment) -> None:
    result = imports.commit(look_at(THREE, source_kind=SourceKind.BOUGHT, source_name="May list"), now)
    assert result.source_is_locked
    assert book.row("SELECT kind, name, is_locked FROM source") == ("bought", "May list", 1)


def test_what_a_list_says_of_consent_is_evidence_and_never_a_permission(
    book: Book, imports: Imports, look_at: LookAt, now: Moment
) -> None:
    text = "Name,Email,Opt-in,Consent\nAnn,ann@example.com,2026-01-02,yes to everything\n"
    imports.commit(look_at(text, source_kind=SourceKind.BOUGHT), now)
    assert book.value("SELECT count(*) FROM permission") == 0
    assert book.rows("SELECT kind, label, value FROM detail ORDER BY position") == [
        ("evidence", "Opt-in", "2026-01-02"),
        ("evidence", "Consent", "yes to everything"),
    ]


def test_what_a_list_says_against_contact_is_a_stop(book: Book, imports: Imports, look_at: LookAt, now: Moment) -> None:
    text = (
        "Name,Email,Do Not Call,Unsubscribed,Marketing contact status\n"
        "Ann,ann@example.com,yes,no,Subscribed\nBo,bo@example.com,,,Unsubscribed\nCy,cy@example.com,no,false,\n"
    )
    imports.commit(look_at(text), now)
    assert book.rows(
        "SELECT name, channel, words, asked_by FROM stop_rule JOIN person ON person.id = person_id ORDER BY person.id"
    ) == [
        ("Ann", "call", "Do Not Call: yes", "list"),
        ("Bo", "email", "Marketing contact status: Unsubscribed", "list"),
    ]


def test_the_same_file_again_says_so_and_brings_nobody(imports: Imports, look_at: LookAt, now: Moment) -> None:
    text = THREE + "Only Name,,\n"
    imports.commit(look_at(text), now)
    again = look_at(text, name="renamed.csv")
    assert again.imported_before is not None
    assert (again.imported_before.file_name, again.imported_before.people) == ("people.csv", 4)
    assert (again.counts.new, again.counts.already) == (0, 4)
    with pytest.raises(PlannerError, match="import_brings_nobody"):
        imports.commit(again, now)


@pytest.mark.parametrize(
    ("row", "by"),
    [
        ("Ann Lee,ANN@Example.com,", "email"),
        ("Anne Lee,ann@example.com,", "email"),
        (",ann@example.com,", "email"),
        ("Lee Ann,,+1 212 555 0142", "phone"),
        ("Ann Lee,,2125550142", "phone"),
    ],
)
def test_somebody_who_is_there_already_is_recognised(
    imports: Imports, look_at: LookAt, now: Moment, row: str, by: str
) -> None:
    imports.commit(look_at(THREE), now)
    preview = look_at(f"Name,Email,Phone\n{row}\n", name="more.csv")
    assert preview.counts.already == 1
    same = preview.rows[0].same_as
    assert same is not None
    assert (same.code, same.facts["by"], same.facts["name"]) == ("already_in_book", by, "Ann Lee")


def test_a_shared_address_with_another_name_is_another_person_to_look_at(
    imports: Imports, look_at: LookAt, now: Moment
) -> None:
    imports.commit(look_at(THREE), now)
    preview = look_at("Name,Email\nGeorge Miller,ann@example.com\n", name="more.csv")
    assert preview.counts.new == 1
    assert [(each.code, each.facts["name"]) for each in preview.rows[0].problems] == [("shares_email", "Ann Lee")]


def test_a_name_alone_never_makes_two_people_one(imports: Imports, look_at: LookAt, now: Moment) -> None:
    imports.commit(look_at(THREE), now)
    preview = look_at("Name,City\nAnn Lee,Austin\n", name="more.csv")
    assert (preview.counts.new, [each.code for each in preview.rows[0].problems]) == (1, ["shares_name"])


def test_somebody_twice_in_a_file_comes_in_once(book: Book, imports: Imports, look_at: LookAt, now: Moment) -> None:
    text = "Customer ID,Name,Email,Amount\n7,ANN LEE,ann@example.com,5\n7,Ann Lee,ANN@EXAMPLE.COM,($5.00)\n8,Bo,,1\n"
    preview = look_at(text)
    assert [row.same_as.facts["line"] for row in preview.rows if row.same_as] == [2]
    result = imports.commit(preview, now)
    assert (len(result.people), [row.number for row in result.already]) == (2, [3])
    assert book.value("SELECT name FROM person ORDER BY id") == "Ann Lee"


def test_numbers_of_two_lists_are_not_mistaken_for_each_other(imports: Imports, look_at: LookAt, now: Moment) -> None:
    text = "Customer ID,Name\n7,Ann Lee\n"
    imports.commit(look_at(text, source_kind=SourceKind.EVENT, source_name="Fair"), now)
    other = look_at("Customer ID,Name\n7,Zed Vox\n", source_kind=SourceKind.EVENT, source_name="Market")
    same = look_at("Customer ID,Name\n7,Ann Leigh\n", source_kind=SourceKind.EVENT, source_name="Fair")
    assert (other.counts.new, same.counts.already) == (1, 1)


def test_a_person_who_came_between_preview_and_import_is_not_doubled(
    book: Book, imports: Imports, look_at: LookAt, now: Moment
) -> None:
    preview = look_at(THREE)
    ann = add_person(book, "Ann Lee")
    add_row(book, "email", person_id=ann, address="ann@example.com")
    result = imports.commit(preview, now)
    assert (len(result.people), len(result.already)) == (2, 1)


def test_rows_that_name_nobody_are_skipped_and_listed(look_at: LookAt) -> None:
    preview = look_at("Name,Email,Note\nAnn,ann@example.com,\nN/A,test@test,hello\n")
    assert preview.counts.skipped == 1
    assert (preview.left[0].line, preview.left[0].code, preview.left[0].text) == (3, "row_names_nobody", "test@test")


def test_a_pasted_list_of_addresses_is_a_list_of_people(look_at: LookAt) -> None:
    text = 'mary@example.com\njohn@example.com\nBad Address\n"Zoë" <zoe@example.com>; ann@example.com\n'
    preview = look_at(text, "people.txt")
    shown = [(row.draft.name, [each.address for each in row.draft.emails]) for row in preview.rows]
    assert shown == [
        ("", ["mary@example.com"]),
        ("", ["john@example.com"]),
        ("Bad Address", []),
        ("Zoë", ["zoe@example.com"]),
        ("", ["ann@example.com"]),
    ]


@pytest.mark.practice("002-07")
def test_a_link_in_a_file_is_text(look_at: LookAt) -> None:
    draft = look_at("Name,Notes\nAnn,Earn now! https://example.com/join\n").rows[0].draft
    assert draft.note == "Earn now! https://example.com/join"


def test_a_day_that_cannot_be_stays_in_the_note(look_at: LookAt) -> None:
    row = look_at("Name,Birthday,Notes\nAnn,1985-02-29,likes tea\n").rows[0]
    assert (row.draft.birthday, row.draft.note) == (None, "likes tea\n\nBirthday: 1985-02-29")
    assert [problem.code for problem in row.problems] == ["date_invalid"]


@pytest.mark.parametrize("text", ["1900-01-01", "2030-05-05"])
def test_a_birthday_that_no_living_person_has_is_not_taken(look_at: LookAt, text: str) -> None:
    row = look_at(f"Name,Birthday\nAnn,{text}\n").rows[0]
    assert (row.draft.birthday, row.draft.note) == (None, f"Birthday: {text}")
    assert [problem.code for problem in row.problems] == ["date_unlikely"]


def test_the_order_of_dates_can_be_chosen_and_says_when_it_matters(look_at: LookAt) -> None:
    open_question = "Name,Birthday\nAnn,03/04/1985\n"
    american, german = look_at(open_question), look_at(open_question, country="DE")
    assert (american.month_first, german.month_first, american.month_first_matters) == (True, False, True)
    chosen = look_at(open_question, day_first=True).rows[0].draft.birthday
    assert chosen is not None
    assert (chosen.month, chosen.day) == (4, 3)
    assert not look_at("Name,Birthday\nAnn,25/04/1985\n").month_first_matters


def test_numbers_are_read_by_the_country_of_the_import_and_of_the_address(look_at: LookAt) -> None:
    text = "Name,Phone,Country\nJürgen,0171 1234567,Deutschland\nZoë,030 1234567,\n"
    rows = look_at(text, country="AT").rows
    assert [row.draft.phones[0].e164 for row in rows] == ["+491711234567", "+43301234567"]


def test_numbers_of_another_country_are_noticed(look_at: LookAt) -> None:
    text = "Name,Phone\n" + "".join(f"P{at},0171 12345{at}7\n" for at in range(5))
    notes = {note.code: dict(note.facts) for note in look_at(text).notes}
    assert notes["phones_of_another_country"] == {"country": "DE", "count": 5}
    assert "phones_of_another_country" not in {note.code for note in look_at(text, country="DE").notes}


def test_who_introduced_somebody_is_tied_to_the_one_person_of_that_name(
    book: Book, imports: Imports, look_at: LookAt, now: Moment
) -> None:
    mary = add_person(book, "Mary Smith")
    imports.commit(look_at("Name,Email,Referred By\nAnn,a@example.com,mary SMITH\nBo,b@example.com,Nobody Here\n"), now)
    assert book.rows("SELECT name, introduced_by_id FROM person WHERE id <> ? ORDER BY id", (mary,)) == [
        ("Ann", mary),
        ("Bo", None),
    ]
    assert book.value("SELECT count(*) FROM detail WHERE label = 'referred by'") == 2


def test_what_was_tidied_is_kept_as_it_came(look_at: LookAt) -> None:
    row = look_at('Name,Phone\n"SMITH, MARY ANN",8.21012E+11\n').rows[0]
    assert row.draft.name == "Mary Ann Smith"
    assert {(each.kind, each.label, each.value) for each in row.draft.details} == {
        ("as_imported", "name", "SMITH, MARY ANN"),
        ("as_imported", "phone", "8.21012E+11"),
    }
    assert (row.draft.phones, [problem.code for problem in row.problems]) == (
        (),
        ["phone_excel_scientific", "name_recased"],
    )
    assert row.needs_a_look


def test_a_note_about_tidying_needs_no_look(look_at: LookAt) -> None:
    preview = look_at("Name,Birthday,Email\nANN LEE,14.03.85,A . B@example.com\n")
    assert [problem.is_note for problem in preview.rows[0].problems] == [True, True, True]
    assert preview.counts.flagged == 0


@pytest.mark.practice("002-01")
def test_afterwards_one_says_whom_one_knows(book: Book, imports: Imports, look_at: LookAt, now: Moment) -> None:
    result = imports.commit(look_at(THREE, closeness=Closeness.STRANGER), now)
    imports.mark(result.people[:1], Closeness.FRIEND, now)
    assert book.rows("SELECT closeness FROM person ORDER BY id") == [("friend",), ("stranger",), ("stranger",)]


def test_a_thread_of_its_own_has_a_connection_of_its_own(
    book: Book, imports: Imports, write_file: WriteFile, now: Moment
) -> None:
    path = write_file(THREE)
    brought: list[int] = []

    def work() -> None:
        brought.extend(imports.commit(imports.preview(path, ImportOptions(), now), now).people)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert len(brought) == 3
    with book.step("test", now):
        book.run("UPDATE person SET note = 'still here' WHERE id = ?", (brought[0],))
    assert book.value("SELECT note FROM person WHERE id = ?", (brought[0],)) == "still here"


def test_a_crowd_comes_in_quickly_and_can_be_found(book: Book, imports: Imports, tmp_path: Path, now: Moment) -> None:
    path = tmp_path / "crowd.csv"
    rows = "".join(f"Ann{at},Lee,p{at}@example.com,(212) 555-{at % 10000:04}\n" for at in range(3000))
    path.write_text("First Name,Last Name,Email,Phone\n" + rows, encoding="utf-8")
    result = imports.commit(imports.preview(path, None, now), now)
    assert len(result.people) == 3000
    assert book.value("SELECT count(*) FROM standing_fts WHERE standing_fts MATCH '\"p2999\"'") == 1
    assert book.value("SELECT count(*) FROM undo_log") < 20
