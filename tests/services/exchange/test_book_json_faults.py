"""What cannot be in a book file is named with its place and its line, and nothing half comes in."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.errors import PlannerError
from planner.models.book import Book
from planner.services.exchange.book_json import import_book
from planner.services.exchange.book_json.faults import line_of, spelled
from planner.ui.kit import wording
from tests.builders import NOW, dump
from tests.services.exchange.conftest import WriteFile

FAULTS: list[tuple[str, str, str]] = [
    ('{"name": 5}', "json_not_text", "people[1].name"),
    ('{"nme": "A"}', "json_unknown_field", "people[1].nme"),
    ("{}", "json_nobody", "people[1]"),
    ("7", "json_not_a_record", "people[1]"),
    ('{"name": "\\ud800"}', "json_broken_letter", "people[1].name"),
    ('{"name": "B", "birthday": "13-40"}', "json_no_such_day", "people[1].birthday"),
    ('{"name": "B", "birthday": "14.3."}', "json_not_a_birthday", "people[1].birthday"),
    ('{"name": "B", "stage": "prospect"}', "json_not_allowed_of_many", "people[1].stage"),
    ('{"name": "B", "zone": "Mars/Base"}', "json_no_such_zone", "people[1].zone"),
    ('{"name": "B", "keep_in_touch_days": 0}', "json_too_small", "people[1].keep_in_touch_days"),
    ('{"name": "B", "keep_in_touch_days": 1.5}', "json_not_a_whole_number", "people[1].keep_in_touch_days"),
    ('{"name": "B", "revision": 99999999999999999999}', "json_too_large", "people[1].revision"),
    ('{"name": "B", "favourite": 1}', "json_not_yes_or_no", "people[1].favourite"),
    ('{"name": "B", "tags": "tea"}', "json_not_a_list", "people[1].tags"),
    ('{"name": "B", "tags": [5]}', "json_not_text", "people[1].tags[0]"),
    ('{"name": "B", "id": "a"}', "json_twice", "people[1].id"),
    ('{"name": "B", "id": true}', "json_not_a_whole_number", "people[1].id"),
    ('{"name": "B", "import": 1}', "json_unknown_reference", "people[1].import"),
    ('{"name": "B", "introduced_by": "Zed"}', "json_unknown_person", "people[1].introduced_by"),
    ('{"name": "B", "introduced_by": "B"}', "json_introduces_self", "people[1].introduced_by"),
    ('{"name": "B", "source": "cold"}', "json_not_allowed_of_many", "people[1].source.kind"),
    ('{"name": "B", "phones": [{"label": "home"}]}', "json_missing", "people[1].phones[0]"),
    ('{"name": "B", "phones": [{"number": "1", "e164": "12"}]}', "json_not_e164", "people[1].phones[0].e164"),
    (
        '{"name": "B", "touches": [{"kind": "thank_yuo", "on": "2026-11-14"}]}',
        "json_not_allowed_of_many",
        "…touches[0].kind",
    ),
    ('{"name": "B", "touches": [{"kind": "note", "on": "14.11.2026"}]}', "json_not_a_day", "…touches[0].on"),
    ('{"name": "B", "touches": [{"kind": "note", "on": "2026-11-31"}]}', "json_no_such_day", "…touches[0].on"),
    ('{"name": "B", "touches": [{"kind": "note", "on": "2026-11-14", "at": "25:00"}]}', "json_not_a_time", "…[0].at"),
    ('{"name": "B", "touches": [{"kind": "note", "on": "2026-11-14", "points": "5"}]}', "json_not_a_number", "…points"),
    (
        '{"name": "B", "touches": [{"kind": "note", "on": "2026-11-14", "entered_at": "now"}]}',
        "json_not_an_instant",
        "…entered_at",
    ),
    (
        '{"name": "B", "touches": [{"kind": "note", "on": "2026-11-14", "promise": 3}]}',
        "json_unknown_reference",
        "…promise",
    ),
    ('{"name": "B", "permissions": [{"channel": "call", "topics": ["sales"]}]}', "json_not_allowed", "…topics[0]"),
    ('{"name": "B", "listed": [{"on": "2026-11-14"}, {"on": "2026-11-14"}]}', "json_twice", "…listed[1].on"),
]


def refused(book: Book, write_file: WriteFile, text: str | bytes) -> PlannerError:
    before = dump(book)
    with pytest.raises(PlannerError) as trouble:
        import_book(book, write_file(text, "book.json"), NOW)
    assert dump(book) == before, "nothing half imported"
    return trouble.value


@pytest.mark.parametrize(("person", "code", "place"), FAULTS, ids=[f"{code} {place}" for _p, code, place in FAULTS])
def test_a_value_that_cannot_be_is_named(book: Book, write_file: WriteFile, person: str, code: str, place: str) -> None:
    text = (
        f'{{"format": "warmbook-book", "version": 1,\n "people": [\n  {{"id": "a", "name": "Ann"}},\n  {person}\n ]}}'
    )
    trouble = refused(book, write_file, text)
    assert trouble.code == code
    assert str(trouble.facts["at"]).endswith(place.removeprefix("…"))
    assert trouble.facts["line"] == 4
    sentence = wording.error(trouble)
    assert "4" in sentence
    assert code not in sentence


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (b'{"format": "warmbook-book"', "json_syntax"),
        (b'{"format": "warmbook-book", "people": [NaN]}', "json_syntax"),
        (b'{"format": "warmbook-book", "people": ' + b"[" * 100_000, "json_syntax"),
        (b"[]", "json_not_a_book"),
        (b'{"people": []}', "json_not_a_book"),
        (b'{"format": "warmbook-book", "version": 2}', "json_too_new"),
        (b'{"format": "warmbook-book", "name": "\xff"}', "json_not_utf8"),
        (b'{"format": "warmbook-book", "peple": []}', "json_unknown_field"),
        (b'{"format": "warmbook-book", "sheets": [{"number": 1, "on": "2026-11-14"}]}', "json_missing"),
        (b'{"format": "warmbook-book", "sources": [{"kind": "event"}, {"kind": "event"}]}', "json_twice"),
    ],
)
def test_a_file_that_is_no_book_is_refused(book: Book, write_file: WriteFile, text: bytes, code: str) -> None:
    assert refused(book, write_file, text).code == code


def test_what_was_probably_meant_is_suggested(book: Book, write_file: WriteFile) -> None:
    text = (
        '{"format": "warmbook-book", "people": [{"name": "A", "touches": [{"kind": "thank_yuo", "on": "2026-11-14"}]}]}'
    )
    trouble = refused(book, write_file, text)
    assert trouble.facts["nearest"] == "thank_you"
    sentence = wording.error(trouble)
    assert sentence.startswith("“thank_yuo” can’t stand here; the nearest words are thank_you, ")
    assert sentence.endswith("Look at line 1 of book.json: people[0].touches[0].kind.")
    assert len(str(trouble.facts["allowed"]).split(", ")) == 5


def test_two_people_of_one_name_cannot_be_told_apart(book: Book, write_file: WriteFile) -> None:
    people = [{"name": "Ann"}, {"name": "Ann"}, {"name": "Bo", "introduced_by": "Ann"}]
    text = json.dumps({"format": "warmbook-book", "people": people})
    assert refused(book, write_file, text).code == "json_several_people"


NESTED: st.SearchStrategy[Any] = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=8)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=4), inner, max_size=3)),
    max_leaves=12,
)


@given(NESTED, st.integers(0, 3), st.data())
def test_the_line_of_any_value_is_found(document: Any, indent: int, data: st.DataObject) -> None:
    path: tuple[str | int, ...] = ()
    value = document
    while isinstance(value, dict | list) and value:
        step = data.draw(st.sampled_from(sorted(value) if isinstance(value, dict) else list(range(len(value)))))
        path, value = (*path, step), value[step]
    marked = _replaced(document, path, "☞")
    text = json.dumps(marked, indent=indent or None, ensure_ascii=data.draw(st.booleans()))
    mark = text.find("☞") if "☞" in text else text.find("\\u261e")
    assert line_of(text, path) == text.count("\n", 0, mark) + 1


def _replaced(document: Any, path: tuple[str | int, ...], value: str) -> Any:
    if not path:
        return value
    copy: Any = dict(document) if isinstance(document, dict) else list(document)
    copy[path[0]] = _replaced(document[path[0]], path[1:], value)
    return copy


def test_a_path_reads_as_one_would_write_it() -> None:
    assert spelled(("people", 2, "touches", 0, "on")) == "people[2].touches[0].on"
