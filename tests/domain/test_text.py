"""Text on its way into the book."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.text import one_line, passage


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Mary  Smith ", "Mary Smith"),
        ("Ma\x00ry\x1f", "Mary"),
        ("a\tb\nc\r\nd", "a b c d"),
        ("\u202a+34 612\u202c", "+34 612"),
        ("Zoe\u0308", "Zoë"),
        ("a\u00a0b\u2028c", "a b c"),
        ("half \ud83d emoji", "half emoji"),
        ("👩\u200d👧", "👩\u200d👧"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("\x00", ""),
    ],
)
def test_a_line_keeps_what_can_be_seen(typed: str, kept: str) -> None:
    assert one_line(typed) == kept


def test_a_note_keeps_its_lines_and_blanks() -> None:
    assert passage(" one\r\n\r\n  two\x00\x07\u2029three\tfour \u200b") == "one\n\n  two\nthree\tfour"


@given(st.text())
def test_text_can_be_stored_and_tidying_twice_changes_nothing(typed: str) -> None:
    for tidy in (one_line, passage):
        kept = tidy(typed)
        kept.encode()
        assert tidy(kept) == kept
        assert unicodedata.is_normalized("NFC", kept)
    assert "\n" not in one_line(typed)
