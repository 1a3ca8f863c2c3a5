"""The forty tricky values: what stands in the cell, and what it means."""

from __future__ import annotations

from datetime import date

import pytest

from planner.domain.names import split_name
from planner.domain.phone import understand_all
from planner.services.exchange.cleaning.dates import Day, NotADateError, Order, order_of, read_date
from planner.services.exchange.cleaning.emails import Mail, read_emails
from planner.services.exchange.cleaning.text import clean_figure, clean_line, clean_passage

TODAY = date(2026, 11, 22)
UNSURE = Order(month_first=True)

NAMES = [
    ("T01", "Smith, Mary", ("Mary", "", "Smith", "", "", ""), ()),
    ("T02", "van der Berg, Jan", ("Jan", "", "van der Berg", "", "", ""), ()),
    ("T03", "Beethoven, Ludwig van", ("Ludwig", "", "van Beethoven", "", "", ""), ()),
    ("T04", "SMITH, MARY ANN", ("Mary", "Ann", "Smith", "", "", ""), ("recased",)),
    ("T05", "Dr. Anne-Marie O'Neil-Smith, RN, PhD", ("Anne-Marie", "", "O'Neil-Smith", "Dr.", "RN, PhD", ""), ()),
    ("T06", "McDonald, Ronald Jr.", ("Ronald", "", "McDonald", "", "Jr.", ""), ()),
    ("T07", "Mary & John Smith", ("Mary & John", "", "Smith", "", "", ""), ("two_people",)),
    ("T08", "李小龙", ("李小龙", "", "", "", "", ""), ("not_split",)),
    ("T09", "\u200fمحمد علي\u200f", ("محمد", "", "علي", "", "", ""), ()),
    ("T10", "🌸 Lily Rose 🌸", ("Lily", "", "Rose", "", "", ""), ("emoji_removed",)),
    ("T11", "Ma\0ry\x1f Smith", ("Mary", "", "Smith", "", "", ""), ()),
    ("T12", 'Robert "Bob" Jones III', ("Robert", "", "Jones", "", "III", "Bob"), ()),
]
PHONES = [
    ("T19", "US", "(212) 555-0142 x12", [("+12125550142", "12", "", None)]),
    ("T20", "US", "0044 (0)20 7946 0958", [("+442079460958", "", "", None)]),
    ("T21", "DE", "+49 (0)89 / 12 34-56", [("+4989123456", "", "", None)]),
    (
        "T22",
        "US",
        "212.555.0142 / 212.555.0143 (cell)",
        [("+12125550142", "", "", None), ("+12125550143", "", "mobile", None)],
    ),
    ("T23", "US", "8.21012E+11", [("", "", "", "excel_scientific")]),
    ("T24", "US", "12125550142.0", [("+12125550142", "", "", None)]),
    ("T25", "US", "\u202a+34 612 345 678\u202c", [("+34612345678", "", "", None)]),
    ("T26", "US", "555-0100", [("", "", "", "needs_area_code")]),
    ("T27", "US", "*100#", [("", "", "", "service_code")]),
]
MAILS = [
    ("T13", " Mary . Smith @ Example.COM ", [("Mary.Smith@example.com", "spaces_removed", "", "")]),
    (
        "T14",
        "mary@example,com; joe@example.org",
        [("", "invalid", "mary@example.com", ""), ("joe@example.org", "", "", "")],
    ),
    ("T15", '"Zoë" <zoë@exämple.de>', [("zoë@exämple.de", "", "", "Zoë")]),
    ("T16", "/o=ExchangeLabs/ou=Group/cn=Recipients/cn=jose", [("", "exchange_internal", "", "")]),
    ("T17", "zoe@example.com ::: alt@example.com", [("zoe@example.com", "", "", ""), ("alt@example.com", "", "", "")]),
    ("T18", "test@test", [("", "invalid", "", "")]),
    ("slip", "ann@gmial.con", [("ann@gmial.con", "unlikely", "ann@gmail.con", "")]),
    ("beside", "Ann Lee ann@example.com", [("ann@example.com", "", "", "Ann Lee")]),
    ("mailto", "mailto:ann@example.com", [("ann@example.com", "", "", "")]),
    ("commas", "a@example.com, b@example.com", [("a@example.com", "", "", ""), ("b@example.com", "", "", "")]),
]
DATES = [
    ("T28", " --03-14", Day(3, 14)),
    ("T29", "1604-03-14", Day(3, 14)),
    ("T30", "0/0/00", None),
    ("T30 de", "0.0.00", None),
    ("T30 sql", "0000-00-00 00:00:00", None),
    ("T31", "1984-02-29", Day(2, 29, 1984)),
    ("T33", "03/04/1985", Day(3, 4, 1985, ("ambiguous_mdy",))),
    ("T34", "31120", Day(3, 14, 1985, ("excel_serial",))),
    ("T35", "14.03.85", Day(3, 14, 1985, ("two_digit_year",))),
    ("T36", "29 Feb", Day(2, 29)),
    ("compact", "19850314", Day(3, 14, 1985)),
    ("vcard", "--0314", Day(3, 14)),
    ("instant", "1985-03-14T00:00:00Z", Day(3, 14, 1985)),
    ("words", "Thursday, March 14th, 1985", Day(3, 14, 1985)),
    ("german", "14. März 1985", Day(3, 14, 1985)),
    ("french", "14 février 1985", Day(2, 14, 1985)),
    ("spanish", "14 de marzo de 1985", Day(3, 14, 1985)),
    ("linkedin", "05 Mar 2024", Day(3, 5, 2024)),
    ("clock", "3/15/2024 2:30 PM", Day(3, 15, 2024)),
    ("no year", "3/14", Day(3, 14)),
    ("young", "1/2/25", Day(1, 2, 1925, ("ambiguous_mdy", "two_digit_year"))),
    ("grown", "13/2/08", Day(2, 13, 2008, ("two_digit_year",))),
]


@pytest.mark.parametrize(("case", "text", "parts", "flags"), NAMES, ids=lambda value: str(value)[:20])
def test_names(case: str, text: str, parts: tuple[str, ...], flags: tuple[str, ...]) -> None:
    name = split_name(text)
    assert (name.given, name.middle, name.family, name.prefix, name.suffix, name.nickname) == parts, case
    assert name.flags == flags


@pytest.mark.parametrize(("case", "country", "text", "expected"), PHONES, ids=lambda value: str(value)[:20])
def test_phones(case: str, country: str, text: str, expected: list[tuple[str, str, str, str | None]]) -> None:
    found = [
        (each.e164, each.extension, each.label, each.problem.value if each.problem else None)
        for each in understand_all(text, country)
    ]
    assert found == expected, case


@pytest.mark.parametrize(("case", "text", "expected"), MAILS, ids=lambda value: str(value)[:20])
def test_mails(case: str, text: str, expected: list[tuple[str, str, str, str]]) -> None:
    found = [(each.address, each.problem, each.suggestion, each.name) for each in read_emails(text)]
    assert found == expected, case


def test_a_suggestion_is_never_taken_unasked() -> None:
    assert read_emails("mary@example,com") == [
        Mail(problem="invalid", raw="mary@example,com", suggestion="mary@example.com")
    ]


@pytest.mark.parametrize(("case", "text", "expected"), DATES, ids=lambda value: str(value)[:20])
def test_dates(case: str, text: str, expected: Day | None) -> None:
    assert read_date(text, UNSURE, TODAY) == expected, case


@pytest.mark.parametrize(
    "text", ["1985-02-29", "May", "12", "circa 1800", "31/31/1985", "1700-01-01", "Mar 1985", "soon", "2/30"]
)
def test_no_part_of_a_date_is_ever_invented(text: str) -> None:
    with pytest.raises(NotADateError):
        read_date(text, UNSURE, TODAY)


def test_one_value_above_twelve_decides_for_the_whole_column() -> None:
    assert order_of(["03/04/1985", "25/12/1990"], month_first=True) == Order(month_first=False, is_sure=True)
    assert order_of(["03/04/1985", "12/25/1990"], month_first=False) == Order(month_first=True, is_sure=True)
    assert order_of(["03/04/1985"], month_first=True) == Order(month_first=True)
    assert read_date("03/04/1985", Order(month_first=False, is_sure=True), TODAY) == Day(4, 3, 1985)


@pytest.mark.parametrize(
    ("case", "text", "expected"),
    [
        ("T37", '=HYPERLINK("http://evil.example","x")', '=HYPERLINK("http://evil.example","x")'),
        ("T38", "'+15550100", "+15550100"),
        ("T39", "N/A", ""),
        ("null", "NULL", ""),
        ("a family", "Null", "Null"),
        ("dashes", "--", ""),
        ("marks", "\u202aAnn\u200b\u00a0Lee\u202c", "Ann Lee"),
        ("apostrophe", "'t Hooft", "'t Hooft"),
    ],
)
def test_text(case: str, text: str, expected: str) -> None:
    assert clean_line(text) == expected, case


def test_an_apostrophe_before_a_digit_goes_where_figures_stand() -> None:
    assert clean_figure("'01067") == "01067"
    assert clean_line("'01067") == "'01067"


def test_a_note_of_a_megabyte_stays_whole() -> None:
    assert len(clean_passage("x" * 1_000_000)) == 1_000_000  # T40


def test_persian_keeps_its_joiners() -> None:
    assert clean_line("می\u200cخواهم") == "می\u200cخواهم"
