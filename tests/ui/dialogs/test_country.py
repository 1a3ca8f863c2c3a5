"""The country of an address is read by its name and kept by its code."""

from __future__ import annotations

import pytest

from planner.ui.kit.countries import country_code, country_name


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("United States", "US"), ("germany", "DE"), ("DE", "DE"), ("Narnia", "Narnia")],
)
def test_a_country_is_kept_by_its_code_where_it_is_known(typed: str, kept: str) -> None:
    assert country_code(typed) == kept


def test_a_code_is_shown_by_its_name() -> None:
    assert country_name("US") == "United States"
    assert country_name("Narnia") == "Narnia"
