"""Numbers as people write them."""

from __future__ import annotations

import pytest

from planner.domain.phone import Number, PhoneProblem, region, understand, understand_all


@pytest.mark.parametrize(
    ("typed", "country", "e164", "extension"),
    [
        ("(212) 555-0142 x12", "US", "+12125550142", "12"),
        ("0044 (0)20 7946 0958", "US", "+442079460958", ""),
        ("+49 (0)89 / 12 34-56", "DE", "+4989123456", ""),
        ("12125550142.0", "US", "+12125550142", ""),
        ("\u202a+34 612 345 678\u202c", "US", "+34612345678", ""),
        ("303-555-0142;ext=12", "US", "+13035550142", "12"),
        ("1-800-FLOWERS", "US", "+18003569377", ""),
        ("0176 12345678", "DE", "+4917612345678", ""),
        ("３０３５５５０１４２", "US", "+13035550142", ""),
    ],
)
def test_a_number_is_understood_however_it_is_written(typed: str, country: str, e164: str, extension: str) -> None:
    number = understand(typed, country)

    assert (number.e164, number.extension) == (e164, extension)
    assert number.problem is None


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("8.21012E+11", PhoneProblem.EXCEL_SCIENTIFIC),
        ("555-0100", PhoneProblem.NEEDS_AREA_CODE),
        ("*100#", PhoneProblem.SERVICE_CODE),
        ("00000000", PhoneProblem.DUMMY),
        ("1234567890", PhoneProblem.DUMMY),
        ("ask her sister", PhoneProblem.NOT_A_NUMBER),
        ("", PhoneProblem.NOT_A_NUMBER),
        ("9" * 1000, PhoneProblem.NOT_A_NUMBER),
    ],
)
def test_what_cannot_be_dialled_says_why_and_keeps_what_was_typed(typed: str, problem: PhoneProblem) -> None:
    assert understand(typed, "US") == Number(typed, problem=problem)


def test_a_possible_number_of_no_known_block_is_kept_and_flagged() -> None:
    number = understand("+44 7700 900123", "US")

    assert (number.e164, number.problem) == ("+447700900123", PhoneProblem.UNUSUAL)


@pytest.mark.parametrize(
    ("cell", "numbers"),
    [
        ("212.555.0142 / 212.555.0143 (cell)", [("+12125550142", ""), ("+12125550143", "mobile")]),
        ("cell: 303.555.0142; work 303.555.0143", [("+13035550142", "mobile"), ("+13035550143", "work")]),
        ("303-555-0142 or 303-555-0143", [("+13035550142", ""), ("+13035550143", "")]),
        ("(303) 555 0142 home", [("+13035550142", "home")]),
        ("  ", []),
    ],
)
def test_a_cell_may_hold_several_numbers_with_labels(cell: str, numbers: list[tuple[str, str]]) -> None:
    assert [(number.e164, number.label) for number in understand_all(cell, "US")] == numbers


def test_an_international_number_knows_its_country() -> None:
    assert region("+442079460958") == "GB"
    assert region("nonsense") == ""
