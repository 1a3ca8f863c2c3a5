"""What finds whom."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.search import (
    LONGEST_FINGERPRINT,
    LONGEST_QUESTION,
    fingerprint,
    fold,
    match_query,
    needles,
    sort_key,
)

MARIA = fingerprint("Maria Delgado", "Acme Candles", "mary.d@example.com", "Denver", "vip", phones=["+13035550142"])


def is_found(asked: str, form: str = MARIA) -> bool:
    """Whether every needle of ``asked`` stands in a search form."""
    return all(needle in form for needle in needles(asked))


@pytest.mark.parametrize(
    "asked",
    [
        "m", "M", "de", "delg", "lgad", "delgado maria", "MARIA DELGADO", "acme", "candl", "mary.d@example.com",
        "@example",
        "denver", "vip mar", "5550142", "0142", "(303) 555-0142", "303 555 0142", "3035550142", "+1 303", "303-555",
        "13035550142", "1 (303) 555-0142", "303 0142", "030 35550142",
    ],
)  # fmt: skip
def test_a_person_is_found_by_whatever_one_remembers(asked: str) -> None:
    assert is_found(asked)


@pytest.mark.parametrize("asked", ["x", "el", "garcia", "maria x", "5550143", "303 556"])
def test_a_person_is_not_found_by_what_is_not_theirs(asked: str) -> None:
    assert not is_found(asked)


def test_one_and_two_letters_are_the_beginning_of_a_word_only() -> None:
    assert needles("d") == ("  d",)
    assert needles("de") == (" de",)
    assert not is_found("lg")


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("Łucja Zielińska", "lucja zielinska"),
        ("Jürgen Groß", "jurgen gross"),
        ("Søren Ærø", "soren aero"),
        ("José Álvarez", "JOSE alv"),
        ("Sean O'Neil", "oneil"),
        ("Sean O’Neil", "o'neil"),
        ("Sean O'Neil", "neil"),
        ("Anne-Marie", "marie"),
        ("李小龙", "小龙"),
        ("李小龙", "龙"),
        ("محمد علي", "علي"),
        ("🌸 Lily", "🌸"),
        ("İpek", "ipek"),
    ],
)
def test_accents_apostrophes_and_scripts_do_not_matter(written: str, asked: str) -> None:
    assert is_found(asked, fingerprint(written))


def test_a_book_pasted_into_the_search_box_is_cut() -> None:
    assert sum(map(len, needles("1" * 100_000 + "x"))) == LONGEST_QUESTION
    assert len(needles("mary " * 50_000)) == 1


def test_national_numbers_are_found_with_their_trunk_zero_and_in_pairs() -> None:
    london, paris = fingerprint("A", phones=["+442079460958"]), fingerprint("B", phones=["+33612345678"])

    assert is_found("020 7946 0958", london)
    assert is_found("0044 (0)20 7946 0958", london)
    assert is_found("06 12 34 56 78", paris)


@pytest.mark.parametrize(
    "asked", ["", "   ", "'", '"', "%", "*", "--", "()", "; DROP TABLE person", 'a" OR fp:"b', "NEAR(", "\x00"]
)
def test_signs_are_never_part_of_a_query(asked: str) -> None:
    query = match_query(needles(asked))

    assert all(needle.replace(" ", "").isalnum() for needle in needles(asked))
    assert query.count('"') == 2 * len(needles(asked))


@given(st.text(max_size=60), st.text(max_size=60))
def test_every_word_of_a_text_finds_it(before: str, after: str) -> None:
    form = fingerprint(before, after)

    for word in fold(f"{before} {after}").split():
        assert is_found(word, form) or len(form) == LONGEST_FINGERPRINT


def test_a_page_pasted_as_a_name_and_thirty_phones_stay_small() -> None:
    form = fingerprint(
        "word " * 1000 + "".join(f"w{n} " for n in range(3000)), phones=[f"+1303555{n:04}" for n in range(30)]
    )

    assert len(form) == LONGEST_FINGERPRINT
    assert "\x00" not in fingerprint("Ma\x00ria")


def test_the_alphabet_goes_by_the_letters_that_are_shown() -> None:
    names = [sort_key(shown) for shown in ("Zoë Ádám", "Ann Brown", "Cher", "Sean O'Neil", "+1 303")]

    assert names == ["zoe adam", "ann brown", "cher", "sean oneil", "1 303"]
