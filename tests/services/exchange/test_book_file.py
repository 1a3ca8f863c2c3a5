"""People out for other programs: a table safe from formulas, cards that phones take."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from planner.domain.errors import PlannerError
from planner.domain.moment import Moment
from planner.models.book import Book
from planner.services import demo
from planner.services.changes import Changes
from planner.services.exchange.book_file import write_book
from planner.services.exchange.book_json import import_book, writing
from planner.services.exchange.imports import Imports
from planner.services.exchange.reading.vcard import read_cards
from planner.services.exchange.writing.cards import card_of
from planner.services.exchange.writing.table import guarded, table_of
from tests.builders import NOW, make_book

PERSON = {
    "id": 7,
    "name": "Dr. Zoë O'Neil; Müller, PhD",
    "given": "Zoë",
    "family": "O'Neil; Müller",
    "prefix": "Dr.",
    "suffix": "PhD",
    "company": "Tea, Cake & Co\\Jam",
    "birthday": "02-29",
    "note": "two lines\nand 🌸🌸🌸🌸🌸🌸🌸🌸🌸🌸🌸🌸🌸🌸🌸🌸🌸🌸🌸🌸🌸🌸, commas; semicolons \\n",
    "tags": ["tea, green", "cake"],
    "phones": [{"number": "(212) 555-0142", "e164": "+12125550142", "label": "mobile"}, {"number": "55", "e164": ""}],
    "emails": ["zoe@example.com", {"address": "z@example.com", "label": "work"}],
    "addresses": [{"street": "1 Elm St\nApt 2", "city": "Austin", "postcode": "01067", "label": "home"}],
    "socials": [{"network": "linkedin", "handle": "https://www.linkedin.com/in/zoe"}],
    "details": [
        {"kind": "relation", "label": "spouse", "value": "Sam"},
        {"kind": "anniversary", "label": "anniversary", "value": "2015-06-20"},
        {"label": "Shoe", "value": "38"},
    ],
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('=HYPERLINK("http://evil.example","x")', '\'=HYPERLINK("http://evil.example","x")'),
        ("+1 212 555 0142", "+1 212 555 0142"),
        ("-5", "-5"),
        ("--03-14", "--03-14"),
        ("-Bo", "'-Bo"),
        ("@cmd", "'@cmd"),
        (" \t=1+1", "' \t=1+1"),
        ("\u00a0=cmd", "'\u00a0=cmd"),
        ("＝cmd", "'＝cmd"),
        ("|cmd", "'|cmd"),
        ("\tplain", "'\tplain"),
        ("tea = life", "tea = life"),
    ],
)
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(text: str, expected: str) -> None:
    assert guarded(text) == expected


def test_a_table_is_quoted_throughout_and_ends_its_lines_for_excel() -> None:
    text = table_of([PERSON])
    assert text.count("\r\n") == 2 + 0
    row = next(csv.DictReader(io.StringIO(text, newline="")))
    assert row["Phone 1 - Value"] == "+1 212 555 0142"
    assert row["Birthday"] == "--02-29"
    assert row["Labels"] == "tea, green ::: cake"
    assert (row["Address 1 - Postal Code"], row["Custom Field 1 - Label"]) == ("01067", "Shoe")
    assert all(cell.startswith('"') for cell in text.split("\r\n")[0].split(","))


def test_a_card_is_folded_between_letters_and_read_back_equal() -> None:
    text = card_of(PERSON)
    assert all(len(line) <= 75 for line in text.encode().split(b"\r\n"))
    found = read_cards(text.encode()).cards[0]
    values = {each.name: each for each in found.properties}
    assert found.flaws == []
    assert values["N"].parts() == ["O'Neil; Müller", "Zoë", "", "Dr.", "PhD"]
    assert values["FN"].value == PERSON["name"]
    assert values["NOTE"].value == PERSON["note"]
    assert values["ORG"].value == PERSON["company"]
    assert values["CATEGORIES"].parts(",") == PERSON["tags"]
    assert values["BDAY"].value == "1604-02-29"
    assert values["ADR"].parts()[2:6] == ["1 Elm St\nApt 2", "Austin", "", "01067"]
    assert values["X-ABRELATEDNAMES"].value == "Sam"


@pytest.mark.parametrize("ending", ["csv", "vcf"])
def test_the_sample_people_come_back_from_a_file_for_others(
    tmp_path: Path, book: Book, now: Moment, ending: str
) -> None:
    demo.fill(book, NOW)
    path = tmp_path / f"people.{ending}"
    assert write_book(book, path) == 60
    other = make_book(tmp_path, "other.warmbook")
    try:
        preview = Imports(other, Changes()).preview(path, None, now)
        assert (preview.counts.new, preview.counts.flagged) == (60, 0)
        assert preview.format == {"csv": "google", "vcf": "vcard"}[ending]
        names = {name for (name,) in book.rows("SELECT name FROM person")}
        assert {row.draft.name for row in preview.rows} == names
    finally:
        other.close()


def test_whoever_was_put_away_stays_out_of_lists_but_not_of_the_book(tmp_path: Path, book: Book) -> None:
    path = tmp_path / "in.json"
    people = [{"name": "Ann"}, {"name": "Bo", "archived_on": "2026-01-01"}, {"name": "Cy", "deceased": True}]
    path.write_text(json.dumps({"format": "warmbook-book", "people": people}), encoding="utf-8")
    import_book(book, path, NOW)
    assert [write_book(book, tmp_path / f"out.{ending}") for ending in ("csv", "vcf", "json")] == [1, 1, 3]


def test_excel_is_given_the_delimiter_of_the_country(tmp_path: Path, book: Book) -> None:
    path = tmp_path / "in.json"
    settings = {"preferences": {"country": "DE"}}
    document = {"format": "warmbook-book", "settings": settings, "people": [{"name": "Jürgen Groß"}]}
    path.write_text(json.dumps(document), encoding="utf-8")
    import_book(book, path, NOW)
    write_book(book, tmp_path / "out.csv")
    written = (tmp_path / "out.csv").read_bytes()
    assert written.startswith(b"\xef\xbb\xbf")
    assert '"First Name";"Middle Name"' in written.decode("utf-8-sig")


def test_a_list_that_cannot_be_written_says_so(tmp_path: Path, book: Book) -> None:
    with pytest.raises(PlannerError, match="file_not_written"):
        write_book(book, tmp_path / "no such folder" / "people.csv")


@pytest.mark.parametrize("ending", ["json", "csv", "vcf"])
def test_a_long_export_tells_how_far_it_is_and_can_be_stopped(
    tmp_path: Path, book: Book, ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "_AT_ONCE", 20)
    demo.fill(book, NOW)
    path = tmp_path / f"out.{ending}"
    heard: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> bool:
        heard.append((done, total))
        return done < 40

    with pytest.raises(PlannerError, match="cancelled"):
        write_book(book, path, stop)
    assert heard == [(20, 60), (40, 60)]
    assert list(tmp_path.glob("out*")) == []
    assert write_book(book, path, lambda _done, _total: True) > 0
