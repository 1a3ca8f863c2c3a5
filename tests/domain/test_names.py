"""Names as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.names import Name, full_name, split_name


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Smith, Mary", Name("Mary", family="Smith")),
        ("van der Berg, Jan", Name("Jan", family="van der Berg")),
        ("Beethoven, Ludwig van", Name("Ludwig", family="van Beethoven")),
        ("SMITH, MARY ANN", Name("Mary", "Ann", "Smith", flags=("recased",))),
        ("Dr. Anne-Marie O'Neil-Smith, RN, PhD", Name("Anne-Marie", "", "O'Neil-Smith", "Dr.", "RN, PhD")),
        ("McDonald, Ronald Jr.", Name("Ronald", family="McDonald", suffix="Jr.")),
        ("Mary & John Smith", Name("Mary & John", family="Smith", flags=("two_people",))),
        ("李小龙", Name("李小龙", flags=("not_split",))),
        ("\u200fمحمد علي\u200f", Name("محمد", family="علي")),
        ("🌸 Lily Rose 🌸", Name("Lily", family="Rose", flags=("emoji_removed",))),
        ("Ma\x00ry\x1f Smith", Name("Mary", family="Smith")),
        ('Robert "Bob" Jones III', Name("Robert", family="Jones", suffix="III", nickname="Bob")),
        ("jan van der berg", Name("Jan", family="van der Berg", flags=("recased",))),
        ("MARY MCDONALD-O'NEIL", Name("Mary", family="McDonald-O'Neil", flags=("recased",))),
        ("Zoë Zielińska", Name("Zoë", family="Zielińska")),
        ("Dr Jones", Name(family="Jones", prefix="Dr")),
        ("Mary", Name("Mary")),
        ("🌸🌸", Name("🌸🌸", flags=("not_split",))),
        ("   ", Name()),
    ],
)
def test_a_name_is_taken_apart_with_respect(typed: str, expected: Name) -> None:
    assert split_name(typed) == expected


def test_what_was_typed_by_hand_keeps_its_case() -> None:
    assert split_name("bell hooks", recase=False) == Name("bell", family="hooks")


@given(st.text(max_size=120))
def test_no_text_is_too_strange_to_be_a_name(typed: str) -> None:
    name = split_name(typed)

    assert all("\x00" not in part for part in (name.given, name.middle, name.family))
    assert bool(name.given or name.family) == bool(split_name(typed).given or name.family)


def test_parts_make_a_name_again() -> None:
    assert full_name("Dr.", "Anne-Marie", "", "O'Neil", "RN, PhD") == "Dr. Anne-Marie O'Neil, RN, PhD"
    assert full_name("", "Robert", "", "Jones", "III") == "Robert Jones III"
    assert full_name("", "Mary", "", "", "") == "Mary"
