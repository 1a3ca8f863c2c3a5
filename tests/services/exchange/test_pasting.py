"""A pasted text becomes the draft of a person, and nothing of it is lost."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.services.drafts import AddressDraft, PersonDraft
from planner.services.exchange.pasting.reading import read_pasted
from tests.services.exchange.pastes import PASTES, Paste

TODAY = date(2026, 11, 23)


def read(text: str, country: str = "US") -> PersonDraft:
    return read_pasted(text, country, TODAY, month_first=True).draft


@pytest.mark.practice("001-20")
@pytest.mark.parametrize("paste", PASTES.values(), ids=PASTES)
def test_the_person_in_a_text_is_found(paste: Paste) -> None:
    found = read_pasted(paste.text, paste.country, TODAY, month_first=True)
    draft = found.draft
    address = draft.addresses[0] if draft.addresses else AddressDraft()
    assert {
        "name": draft.name if "script" not in draft.name else "",
        "phones": tuple(each.e164 for each in draft.phones),
        "emails": tuple(each.address for each in draft.emails),
        "company": draft.company,
        "job": draft.job,
        "street": address.street.replace("\n", ", "),
        "city": address.city,
        "region": address.region,
        "postcode": address.postcode,
        "best_times": draft.best_times,
        "has_others": found.has_others,
    } == {
        "name": paste.name,
        "phones": paste.phones,
        "emails": paste.emails,
        "company": paste.company,
        "job": paste.job,
        "street": paste.street,
        "city": paste.city,
        "region": paste.region,
        "postcode": paste.postcode,
        "best_times": paste.best_times,
        "has_others": paste.has_others,
    }
    if paste.labels is not None:
        assert tuple(each.label for each in draft.phones) == paste.labels
    for words in paste.noted:
        assert words in draft.note
    for words in paste.forgotten:
        assert words not in draft.note


def test_what_is_not_understood_stands_in_the_note_as_it_was() -> None:
    draft = read("Jane Doe\n303 555 0142\nloves: gardening\n[blue door]")
    assert draft.note == "loves: gardening\n[blue door]"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Thanks!\nJo\n\n--\nJoanna Smith-Lee\nFounder & CEO, Bright Ideas LLC\n720 555 0111", "Joanna Smith-Lee"),
        ("Yours sincerely,\nDr. Margaret O'Neil\n22 Baker Street\nLondon NW1 6XE", "Dr. Margaret O'Neil"),
        ("Sarah\n303 555 0142", "Sarah"),
        ("Jane Doe, RN\nSunrise Hospital\nDenver, CO", "Jane Doe, RN"),
    ],
)
def test_a_name_is_known_by_its_place(text: str, name: str) -> None:
    assert read(text).name == name


def test_a_number_that_cannot_be_dialled_is_kept_as_it_was_typed() -> None:
    assert [(each.typed, each.e164) for each in read("Anna Berg | 0151 55501234").phones] == [("0151 55501234", "")]


def test_a_long_paragraph_is_kept_as_it_is() -> None:
    paragraph = "We talked about candles and call me on 303 555 0142 some time. " * 9
    draft = read(f"{paragraph}\nRegards\nJane Doe")
    assert (draft.name, draft.phones, draft.note) == ("Jane Doe", (), paragraph.strip())


def test_nothing_is_found_in_nothing() -> None:
    for text in ("", "   \n\n\t", "----\n____", "> \n>"):
        assert read_pasted(text, "US", TODAY, month_first=True).draft == PersonDraft()


@given(st.text(max_size=400))
def test_any_text_can_be_pasted(text: str) -> None:
    draft = read_pasted(text, "US", TODAY, month_first=True).draft
    assert "\x00" not in draft.name + draft.note


@given(
    st.lists(
        st.sampled_from(
            ["Name:", "Jane", "Doe", "\n", ",", "303", "555 0142", "a@b.co", "Denver", "CO", "80202", "|", "> "]
        )
    )
)
def test_any_order_of_parts_can_be_pasted(parts: list[str]) -> None:
    read_pasted(" ".join(parts), "US", TODAY, month_first=True)
