"""Amounts as one types and reads them."""

from __future__ import annotations

import pytest

from planner.ui.kit import i18n, money


@pytest.mark.parametrize(
    ("typed", "cents"),
    [
        ("84.50", 8450),
        ("84,5", 8450),
        ("$84", 8400),
        ("1,204.00", 120400),
        ("1.204,50 €", 120450),
        ("12 000", 1200000),
        ("0", 0),
        ("", None),
        ("much", None),
        ("1.2.3", None),
        ("99999999999", None),
        ("US$ 84", 8400),
        ("2x100", None),
        ("12/5", None),
        ("84\u20ac50", None),
        ("-5", None),
        ("\u22125", None),
    ],
)
def test_an_amount_is_understood_or_not_at_all(typed: str, cents: int | None) -> None:
    assert money.understood(typed) == cents


def test_an_amount_is_shown_in_the_countrys_money() -> None:
    i18n.use_language("en", "US")
    assert money.shown(8450, "US") == "$84.50"
    assert money.shown(120400, "GB") == "£1,204.00"
    assert money.typed(8450) == "84.50"
    assert money.typed(None) == ""


@pytest.mark.parametrize("country", ["MX", "JP", "BR", "AQ"])
def test_an_amount_is_shown_also_where_nobody_speaks_the_language(country: str) -> None:
    i18n.use_language("en", country)
    try:
        assert "84.50" in money.shown(8450, "MX")
        assert money.currency("MX") == "Mexican pesos"
    finally:
        i18n.use_language("en", "US")
