"""The whole book as a file: out and in again without the loss of a letter."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from planner.domain.errors import PlannerError
from planner.domain.touch import KINDS, TouchKind
from planner.models.book import Book
from planner.services import demo
from planner.services.changes import Changes
from planner.services.exchange.book_json import export_book, import_book, shape, write_book
from planner.services.exchange.book_json.items import Item, Kind
from planner.services.exchange.imports import Imports
from planner.services.own_views import OwnViews
from planner.services.saved_views import Filters
from planner.services.undo import Undo
from tests.builders import NOW, add_person, dump, make_book, somebody_with_a_past
from tests.services.exchange.conftest import WriteFile

SCHEMA = json.loads(Path("resources/schema/book.schema.json").read_text(encoding="utf-8"))
BY_HAND = """{
  "format": "warmbook-book", "version": 1,
  "people": [
    {"name": "Maria Lopez", "phones": ["(212) 555-0142"], "birthday": "03-14", "tags": ["tea"],
     "touches": [{"kind": "thank_you", "on": "2026-11-14"}],
     "promises": [{"kind": "callback", "due_on": "2026-12-01", "window": "exact", "at": "14:30"}]},
    {"name": "Bo Park", "emails": ["bo@example.com"], "introduced_by": "Maria Lopez", "source": "referral"}
  ]
}"""


def again(book: Book, folder: Path) -> tuple[str, str]:
    """The book's file, and the file of a book made from it."""
    write_book(book, folder / "first.json")
    other = make_book(folder, "other.warmbook")
    try:
        import_book(other, folder / "first.json", NOW)
        write_book(other, folder / "second.json")
    finally:
        other.close()
    return (folder / "first.json").read_text("utf-8"), (folder / "second.json").read_text("utf-8")


def test_ten_lines_by_hand_are_a_book(book: Book, write_file: WriteFile) -> None:
    done = import_book(book, write_file(BY_HAND, "book.json"), NOW)
    assert (done.people, done.touches, done.is_whole) == (2, 1, True)
    assert book.rows("SELECT name, given, family, birth_month, birth_day, birth_year, added_on FROM person") == [
        ("Maria Lopez", "Maria", "Lopez", 3, 14, None, "2026-11-23"),
        ("Bo Park", "Bo", "Park", None, None, None, "2026-11-23"),
    ]
    assert book.row("SELECT typed, e164 FROM phone") == ("(212) 555-0142", "+12125550142")
    assert book.row("SELECT points, direction, purpose, entered_at FROM touch") == (
        5.0,
        "me",
        "relationship",
        "2026-11-14T12:00:00Z",
    )
    assert book.row("SELECT kind, due_on, window, at_time, status FROM promise") == (
        "callback",
        "2026-12-01",
        "exact",
        "14:30",
        "open",
    )
    assert book.value("SELECT introduced_by_id FROM person WHERE name = 'Bo Park'") == 1
    assert book.value("SELECT count(*) FROM standing") == 2


def test_a_book_with_rows_in_every_table_comes_back_byte_for_byte(tmp_path: Path, book: Book) -> None:
    somebody_with_a_past(book)
    first, second = again(book, tmp_path)
    assert first == second
    assert '"touches"' in first


def test_the_sample_book_comes_back_byte_for_byte_and_keeps_the_schema(tmp_path: Path, book: Book) -> None:
    demo.fill(book, NOW)
    first, second = again(book, tmp_path)
    assert first == second
    Draft202012Validator(SCHEMA).validate(json.loads(first))
    assert json.loads(first) == export_book(book)


def test_every_column_a_person_enters_is_in_the_file(book: Book) -> None:
    told = {("person", each.column) for each in shape.PERSON}
    told |= {(name, each.column) for name, items in shape.LISTS.values() for each in items}
    told |= {("source", each.column) for each in shape.SOURCE} | {
        ("import_batch", each.column) for each in shape.IMPORT
    }
    tops = {"product": shape.PRODUCT, "party": shape.PARTY, "party_guest": shape.GUEST, "activity": shape.ACTIVITY}
    tops |= {"purchase_line": shape.ORDER_LINE}
    told |= {(name, each.column) for name, items in tops.items() for each in items}
    told |= {("sheet", each.column) for each in shape.SHEET} | {("sheet_row", each.column) for each in shape.SHEET_ROW}
    elsewhere = {"id", "person_id", "position", "source_id", "introduced_by_id", "import_batch_id", "topics"}
    elsewhere |= {"birth_month", "birth_day", "birth_year", "promise_id", "sheet_id", "purchase_id", "party_id", "was"}
    missing = {
        (table, column)
        for table in {name for name, _column in told}
        for _at, column, *_rest in book.rows(f"PRAGMA table_info({table})")
        if column not in elsewhere and (table, column) not in told
    }
    assert missing == set()


def test_the_schema_is_sound_and_says_a_sentence_about_every_field() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    records = {
        "person": shape.PERSON,
        "source": shape.SOURCE,
        "import": shape.IMPORT,
        "sheet": shape.SHEET,
        "sheet_row": shape.SHEET_ROW,
        "stop": shape.STOP,
        "thank_you": shape.THANK_YOU,
        "listed": shape.LISTED,
        "phone": shape.PHONE,
        "email": shape.EMAIL,
        "address": shape.ADDRESS,
        "social": shape.SOCIAL,
        "detail": shape.DETAIL,
        "promise": shape.PROMISE,
        "touch": shape.TOUCH,
        "permission": shape.PERMISSION,
        "order": shape.ORDER,
        "order_line": shape.ORDER_LINE,
        "membership": shape.MEMBERSHIP,
        "commitment": shape.COMMITMENT,
        "interest": shape.INTEREST,
        "no": shape.NO,
        "pause": shape.PAUSE,
        "step": shape.STEP,
        "stage_since": shape.STAGE_SINCE,
        "product": shape.PRODUCT,
        "activity": shape.ACTIVITY,
        "party": shape.PARTY,
        "guest": shape.GUEST,
    }
    for name, items in records.items():
        shown = SCHEMA["$defs"][name]["properties"]
        assert {item.key for item in items} <= set(shown), name
        for item in items:
            if item.kind is Kind.WORD:
                assert tuple(shown[item.key]["enum"]) == item.words
        for key, field in shown.items():
            assert field["description"].endswith("."), f"{name}.{key}"


@pytest.mark.parametrize(
    "spoilt",
    [
        {"name": 5},
        {"stage": "prospect"},
        {"birthday": "14.3."},
        {"touches": [{"kind": "thank_you"}]},
        {"nickname": "Mimi"},
        {"keep_in_touch_days": 0},
    ],
)
def test_the_schema_refuses_what_the_import_refuses(book: Book, write_file: WriteFile, spoilt: dict[str, Any]) -> None:
    document = {"format": "warmbook-book", "people": [{"name": "Ann"} | spoilt]}
    assert not Draft202012Validator(SCHEMA).is_valid(document)
    with pytest.raises(PlannerError):
        import_book(book, write_file(json.dumps(document), "book.json"), NOW)


def test_into_a_book_with_people_others_are_added_under_new_ids(book: Book, tmp_path: Path) -> None:
    other = make_book(tmp_path, "other.warmbook")
    maria = somebody_with_a_past(other)
    write_book(other, tmp_path / "other.json")
    other.close()
    somebody_with_a_past(book)
    with book.quietly():
        book.run("UPDATE person SET name = name || ' of Austin'")
        book.run("UPDATE sheet SET made_at = '2026-11-23T13:00:00Z'")
    before = book.value("SELECT count(*) FROM person")
    done = import_book(book, tmp_path / "other.json", NOW)
    assert (done.people, done.is_whole) == (2, False)
    added = book.rows("SELECT id, name, introduced_by_id FROM person WHERE id > ? ORDER BY id", (before,))
    assert [(name, introduced is not None) for _id, name, introduced in added] == [
        ("María O'Neil ☀", False),
        ("Friend", True),
    ]
    assert added[1][2] == added[0][0] != maria
    assert book.rows("SELECT number FROM sheet ORDER BY number") == [(1,), (2,)]
    assert book.value("SELECT count(*) FROM source") == 1
    kept = book.rows(
        "SELECT DISTINCT promise.person_id = touch.person_id FROM touch JOIN promise ON promise.id = promise_id"
    )
    assert kept == [(1,)]


def test_views_of_a_file_go_behind_those_of_the_book(book: Book, write_file: WriteFile) -> None:
    views = OwnViews(book, Changes())
    views.add("Choir", Filters(tags=("choir",)), NOW)
    with book.quietly():
        book.run("INSERT INTO person (name, added_on) VALUES ('Ann', '2026-11-01')")
    kept = [{"id": 1, "name": "CHOIR", "tags": ["other"]}, {"id": 1, "name": "x"}, {"id": 7, "name": "Fans"}]
    path = write_file(
        json.dumps({"format": "warmbook-book", "settings": {"views": kept}, "people": [{"name": "Bo"}]}), "book.json"
    )
    assert import_book(book, path, NOW).views == 1
    assert [(view.id, view.name, view.filters.tags) for view in views.all()] == [
        (1, "Choir", ("choir",)),
        (2, "Fans", ()),
    ]
    Undo(book, Changes()).undo(NOW)
    assert [view.name for view in views.all()] == ["Choir"]


def test_the_same_file_a_second_time_changes_nothing(book: Book, write_file: WriteFile) -> None:
    path = write_file(BY_HAND, "book.json")
    import_book(book, path, NOW)
    before = dump(book)
    with pytest.raises(PlannerError) as refused:
        import_book(book, path, NOW)
    assert (refused.value.code, refused.value.facts) == ("import_brings_nobody", {"name": "book.json", "already": 2})
    assert dump(book) == before
    assert Imports(book, Changes()).past() == []
    Undo(book, Changes()).undo(NOW)
    assert import_book(book, path, NOW).people == 2


def test_a_book_s_own_export_brings_nobody_and_nothing(book: Book, tmp_path: Path) -> None:
    somebody_with_a_past(book)
    write_book(book, tmp_path / "own.json")
    before = dump(book)
    with pytest.raises(PlannerError, match="import_brings_nobody"):
        import_book(book, tmp_path / "own.json", NOW)
    assert dump(book) == before


@pytest.mark.parametrize(
    ("person", "is_new"),
    [
        ({"name": "MARIA LOPEZ", "phones": ["+1 212 555 0142"]}, False),
        ({"name": "Maria Lopez", "birthday": "03-14"}, False),
        ({"name": "Bo Park", "emails": ["BO@example.com"], "touches": [{"kind": "note", "on": "2026-11-14"}]}, False),
        ({"name": "Maria Lopez", "birthday": "03-15"}, True),
        ({"name": "Maria Lopez"}, True),
        ({"name": "Mario Lopez", "phones": ["(212) 555-0142"]}, True),
    ],
)
def test_a_namesake_with_the_same_phone_mail_or_birthday_is_left_aside(
    book: Book, write_file: WriteFile, person: dict[str, Any], is_new: bool
) -> None:
    import_book(book, write_file(BY_HAND, "book.json"), NOW)
    people = [person | {"id": 1}, {"name": "Zoe", "introduced_by": 1}]
    done = import_book(book, write_file(json.dumps({"format": shape.FORMAT, "people": people}), "more.json"), NOW)
    assert (done.people, done.already, done.touches) == (1 + is_new, 1 - is_new, 0)
    assert book.value("SELECT count(*) FROM person") == 3 + is_new
    introduced_by = book.value("SELECT introduced_by_id FROM person WHERE name = 'Zoe'")
    assert (introduced_by in (1, 2)) is not is_new
    assert book.value("SELECT count(*) FROM touch") == 1


def test_one_person_of_the_book_stands_for_one_of_the_file(book: Book, write_file: WriteFile) -> None:
    add_person(book, "Ann Hill", birth_month=3, birth_day=14)
    twins = [{"name": "Ann Hill", "birthday": "03-14"}] * 2
    done = import_book(book, write_file(json.dumps({"format": shape.FORMAT, "people": twins}), "book.json"), NOW)
    assert (done.people, done.already) == (1, 1)


def test_settings_of_a_file_are_taken_over_only_by_an_empty_book(book: Book, tmp_path: Path) -> None:
    document = {"format": "warmbook-book", "settings": {"preferences": {"country": "DE"}}, "people": [{"name": "Ann"}]}
    path = tmp_path / "book.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    import_book(book, path, NOW)
    assert book.value("SELECT value FROM setting WHERE key = 'preferences'") == '{"country": "DE"}'
    path.write_text(json.dumps(document | {"settings": {"preferences": {"country": "FR"}}}), encoding="utf-8")
    with book.quietly():
        book.run("UPDATE person SET name = 'Bea'")
    import_book(book, path, NOW)
    assert book.value("SELECT value FROM setting WHERE key = 'preferences'") == '{"country": "DE"}'


def test_numbers_are_understood_by_the_country_the_file_brings(book: Book, tmp_path: Path) -> None:
    document = {
        "format": "warmbook-book",
        "settings": {"preferences": {"country": "DE"}},
        "people": [{"name": "Ann", "phones": ["0171 1234567", {"number": "0171 1234567", "e164": ""}]}],
    }
    path = tmp_path / "book.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    import_book(book, path, NOW)
    assert book.rows("SELECT e164 FROM phone ORDER BY position") == [("+491711234567",), ("",)]


def test_a_bought_source_is_locked_unless_the_file_says_otherwise(book: Book, tmp_path: Path) -> None:
    document = {
        "format": "warmbook-book",
        "sources": [{"kind": "bought", "name": "A"}, {"kind": "bought", "name": "B", "locked": False}],
        "people": [{"name": "Ann", "source": {"kind": "bought", "name": "C"}}],
    }
    path = tmp_path / "book.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    import_book(book, path, NOW)
    assert book.rows("SELECT name, is_locked FROM source ORDER BY name") == [("A", 1), ("B", 0), ("C", 1)]


def test_one_undo_takes_a_whole_book_file_back(book: Book, write_file: WriteFile) -> None:
    before = dump(book)
    import_book(book, write_file(BY_HAND, "book.json"), NOW)
    Undo(book, Changes()).undo(NOW)
    assert dump(book) == before


def test_cancelling_a_book_file_leaves_nothing(book: Book, write_file: WriteFile) -> None:
    before = dump(book)
    with pytest.raises(PlannerError, match="cancelled"):
        import_book(book, write_file(BY_HAND, "book.json"), NOW, lambda _done, _total: False)
    assert dump(book) == before


def test_a_file_that_cannot_be_written_says_so_and_leaves_no_half(book: Book, tmp_path: Path) -> None:
    add_person(book, "Ann")
    with pytest.raises(PlannerError, match="file_not_written"):
        write_book(book, tmp_path / "no such folder" / "book.json")
    assert list(tmp_path.glob("**/*.tmp")) == []


def test_the_imports_know_a_book_from_a_list(imports: Imports, write_file: WriteFile) -> None:
    path = write_file(BY_HAND, "book.json")
    assert imports.is_book(path)
    assert not imports.is_book(write_file("Name\nAnn\n"))
    assert imports.bring_book(path, NOW).people == 2


# Any book at all

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
DAYS = st.dates(date(1800, 1, 1), date(2400, 12, 31)).map(lambda day: day.isoformat())
CLOCKS = st.times().map(lambda at: at.strftime("%H:%M"))
INSTANTS = st.datetimes().map(lambda at: at.strftime("%Y-%m-%dT%H:%M:%SZ")).filter(lambda text: len(text) == 20)
VALUES = {
    Kind.TEXT: TEXT,
    Kind.DAY: DAYS.filter(lambda day: len(day) == 10),
    Kind.CLOCK: CLOCKS,
    Kind.INSTANT: INSTANTS,
    Kind.FLAG: st.booleans(),
    Kind.NUMBER: st.integers(-400, 400).map(lambda tenths: tenths / 10),
    Kind.ZONE: st.sampled_from(["", "America/Chicago", "Europe/Berlin"]),
}


def value_of(item: Item) -> st.SearchStrategy[Any]:
    if item.kind is Kind.WORD:
        return st.sampled_from(item.words)
    if item.kind is Kind.WHOLE:
        return st.integers(item.least, 10_000)
    return VALUES[item.kind]


def record_of(items: tuple[Item, ...], **more: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {item.key: value_of(item) for item in items if item.is_required},
        optional={item.key: value_of(item) for item in items if not item.is_required} | more,
    )


def some(items: tuple[Item, ...], **more: st.SearchStrategy[Any]) -> st.SearchStrategy[list[dict[str, Any]]]:
    return st.lists(record_of(items, **more), max_size=2)


def _source(record: dict[str, Any]) -> tuple[str, str]:
    return record["kind"], record.get("name", "")


def _number(record: dict[str, Any]) -> int:
    return int(record["number"])


PHONES = st.lists(
    st.one_of(
        st.just("(212) 555-0142"),
        record_of(shape.PHONE[:2], e164=st.sampled_from(["", "+12125550142"]), extension=TEXT, fax=st.booleans()),
    ),
    max_size=2,
)
PEOPLE = st.lists(
    record_of(
        shape.PERSON,
        birthday=st.sampled_from(["03-14", "02-29", "1985-03-14"]),
        source=st.one_of(st.just("event"), st.builds(lambda name: {"kind": "bought", "name": name}, TEXT)),
        tags=st.lists(TEXT.filter(bool), max_size=3, unique=True),
        phones=PHONES,
        emails=st.lists(st.one_of(TEXT, record_of(shape.EMAIL)), max_size=2),
        addresses=some(shape.ADDRESS),
        socials=some(shape.SOCIAL),
        details=some(shape.DETAIL),
        promises=some(shape.PROMISE),
        touches=some(shape.TOUCH),
        permissions=some(
            shape.PERMISSION, topics=st.lists(st.sampled_from(["any", "business"]), max_size=2, unique=True)
        ),
        stops=some(shape.STOP),
        thank_yous=some(shape.THANK_YOU),
        listed=st.lists(record_of(shape.LISTED), max_size=2, unique_by=lambda each: str(each["on"])),
    ).map(
        lambda person: {"name": "Somebody"} | {key: value for key, value in person.items() if key != "name" or value}
    ),
    max_size=3,
)
BOOKS: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {"format": st.just(shape.FORMAT), "version": st.just(1)},
    optional={
        "settings": st.dictionaries(TEXT, st.recursive(st.one_of(st.booleans(), TEXT, st.integers(-9, 9)), st.lists)),
        "sources": st.lists(record_of(shape.SOURCE), max_size=2, unique_by=_source),
        "imports": some(shape.IMPORT),
        "people": PEOPLE,
        "sheets": st.lists(record_of(shape.SHEET, rows=some(shape.SHEET_ROW)), max_size=2, unique_by=_number),
    },
)


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


@settings(max_examples=60)
@given(document=BOOKS)
def test_any_book_comes_back_as_it_was(folder: Path, document: dict[str, Any]) -> None:
    for old in folder.iterdir():
        old.unlink()
    (folder / "given.json").write_text(json.dumps(document), encoding="utf-8")
    book = make_book(folder)
    try:
        import_book(book, folder / "given.json", NOW)
        first, second = again(book, folder)
    finally:
        book.close()
    assert first == second
    shown = json.loads(first)
    assert len(shown.get("people", [])) == len(document.get("people", []))
    assert list(Draft202012Validator(SCHEMA).iter_errors(shown)) == []


@pytest.mark.rule("D2")
@pytest.mark.parametrize("kind", list(TouchKind))
def test_a_touch_without_points_is_worth_what_its_kind_is(book: Book, write_file: WriteFile, kind: TouchKind) -> None:
    person = {"name": "Ann", "touches": [{"kind": kind.value, "on": "2026-11-14"}]}
    import_book(book, write_file(json.dumps({"format": shape.FORMAT, "people": [person]}), "book.json"), NOW)
    assert book.row("SELECT points, direction, purpose FROM touch") == (
        KINDS[kind].points,
        KINDS[kind].direction.value,
        KINDS[kind].purpose.value,
    )
    assert export_book(book)["people"][0]["touches"] == person["touches"]
