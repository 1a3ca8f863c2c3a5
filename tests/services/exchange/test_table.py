"""Lines into rows: delimiters, headers, quotes, totals."""

from __future__ import annotations

import time

import pytest

from planner.services.exchange.mapping.words import knows
from planner.services.exchange.reading import table
from planner.services.exchange.reading.table import read_table


def cells(text: str, delimiter: str | None = None) -> list[list[str]]:
    return [row.cells for row in read_table(text, knows, delimiter).rows]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(mark: str) -> None:
    text = f"First Name{mark}Last Name{mark}Email\nAnn{mark}Lee{mark}ann@example.com\nBo{mark}Park{mark}\n"
    found = read_table(text, knows)
    assert found.delimiter == mark
    assert found.headers == ["First Name", "Last Name", "Email"]
    assert [row.line for row in found.rows] == [2, 3]


def test_excel_says_its_delimiter_in_a_line_of_its_own() -> None:
    found = read_table("sep=;\r\nFirst Name;Last Name\r\nAnn;Lee, RN\r\n", knows)
    assert (found.delimiter, found.header_line, found.rows[0].cells) == (";", 2, ["Ann", "Lee, RN"])


def test_a_delimiter_chosen_by_hand_counts() -> None:
    assert cells("Name;Phone,Email\nA;1,a\n", delimiter=",") == [["A;1", "a"]]


def test_a_list_of_addresses_is_one_column() -> None:
    found = read_table('mary@example.com\n"Zoë" <zoe@example.com>; ann@example.com\n', knows)
    assert (found.delimiter, found.header_line, len(found.rows)) == ("", None, 2)


def test_titles_before_the_header_and_totals_after_it_are_no_people() -> None:
    text = (
        "My Company;;\nPeriod: November;;\n;;\nConsultant ID;Name;E-Mail\n00471;Müller, Jürgen;j@example.de\n"
        ";;\nSumme;1;12,50 €\n"
    )
    found = read_table(text, knows)
    assert found.header_line == 4
    assert found.title[:2] == ["My Company", "Period: November"]
    assert [row.cells[1] for row in found.rows] == ["Müller, Jürgen"]
    assert [(line.line, line.code) for line in found.left] == [(6, "row_is_empty"), (7, "row_is_a_total")]


def test_somebody_called_total_is_a_person() -> None:
    assert cells("Name,Email\nTotal Recall,t@example.com\n") == [["Total Recall", "t@example.com"]]


def test_a_list_without_header_has_columns_without_names() -> None:
    found = read_table("Ann Lee,ann@example.com\nBo Park,bo@example.com\n", knows)
    assert (found.header_line, found.headers, len(found.rows)) == (None, ["", ""], 2)


def test_a_header_in_an_unknown_language_is_still_a_header() -> None:
    found = read_table("naam,sähkö\nJan,jan@example.com\nPiet,piet@example.com\n", knows)
    assert (found.header_line, len(found.rows)) == (1, 2)


def test_short_rows_are_padded_and_long_rows_keep_what_is_more() -> None:
    assert cells("Name,Email,Phone\nAnn\nBo,b@example.com,1,more,still\n") == [
        ["Ann", "", "", "", ""],
        ["Bo", "b@example.com", "1", "more", "still"],
    ]


def test_a_header_that_comes_twice_is_numbered() -> None:
    found = read_table("Name;Name;Phone;Phone\nA;B;1;2\n", knows)
    assert found.headers == ["Name", "Name (2)", "Phone", "Phone (2)"]


def test_line_breaks_in_quotes_belong_to_their_cell() -> None:
    text = 'Name,Notes,Email\r\nAnn,"likes tea\r\nand cake, too",a@example.com\r\nBo,,\r\n'
    assert cells(text) == [["Ann", "likes tea\r\nand cake, too", "a@example.com"], ["Bo", "", ""]]


@pytest.mark.parametrize(
    "opening",
    ['Mary,mary@example.com,"likes 5 candles', '"Mary,mary@example.com,tea'],
)
def test_a_quote_that_runs_away_takes_nobody_with_it(opening: str) -> None:
    text = f'Name,Email,Notes\n{opening}\nJohn,john@example.com,ok\nAnn,ann@example.com,"fine"\nBo,bo@example.com,ok\n'
    found = read_table(text, knows)
    assert [row.cells[0] for row in found.rows] == ["Mary", "John", "Ann", "Bo"]
    assert found.mended == [2]
    assert found.rows[2].cells == ["Ann", "ann@example.com", "fine"]


def test_a_note_that_looks_like_rows_stays_a_note_when_its_quotes_match() -> None:
    text = 'Name,Notes\nAnn,"tea, please\ncake, please\nand jam"\nBo,ok\n'
    found = read_table(text, knows)
    assert ([row.cells[0] for row in found.rows], found.mended) == (["Ann", "Bo"], [])


def test_old_mac_line_ends_are_line_ends() -> None:
    assert cells("Name,Email\rAnn,a@example.com\rBo,\r") == [["Ann", "a@example.com"], ["Bo", ""]]


def test_rows_beyond_the_limit_are_counted_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "MOST_ROWS", 3)
    found = read_table("Name,Email\n" + "Ann,a@example.com\n" * 5, knows)
    assert (len(found.rows), found.total_rows) == (3, 5)


def test_columns_with_nothing_in_them_and_no_name_go() -> None:
    assert read_table("Name,Email,,\nAnn,a@example.com,,\n", knows).headers == ["Name", "Email"]


def test_broken_quotes_by_the_thousand_take_no_time() -> None:
    text = "Name,Email\n" + 'a"b,"c\n' * 20_000
    start = time.perf_counter()
    found = read_table(text, knows)
    assert found.rows
    assert time.perf_counter() - start < 5


def test_a_cell_of_a_million_letters_is_kept_whole() -> None:
    found = cells(f"Name,Notes\nAnn,{'x' * 1_000_000}\n")
    assert len(found[0][1]) == 1_000_000
