"""The law as data: every fact of the tables, the days of a stop, and rows with a mistake (C1 to C3)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from planner.domain import law, law_rows, rulebook
from planner.domain.person import Closeness

TODAY = date(2026, 11, 24)


def as_text(region: str) -> str:
    """A row in a line: "9-19 9-19 none none" is weekdays, Saturdays, Sundays, holidays."""
    row = law.rows_for(region, TODAY)[-1]
    assert row.region == region
    days = [
        " and ".join(f"{opens:%H:%M}-{closes:%H:%M}" for opens, closes in hours) or "none"
        for hours in (row.mon_fri, row.sat, row.sun)
    ]
    return " ".join([*days, "usual" if row.on_holidays else "none"]).replace(":00", "")


@pytest.mark.rule("C2")
@pytest.mark.parametrize(
    ("region", "hours"),
    [
        ("US", "08-21 08-21 08-21 usual"),
        ("US-AL", "08-20 08-20 none none"),
        ("US-CT", "09-20 09-20 09-20 usual"),
        ("US-FL", "08-20 08-20 08-20 usual"),
        ("US-KY", "10-21 10-21 10-21 usual"),
        ("US-LA", "08-20 08-20 none none"),
        ("US-MA", "08-20 08-20 08-20 usual"),
        ("US-MD", "08-20 08-20 08-20 usual"),
        ("US-MS", "08-20 08-20 none usual"),
        ("US-NM", "09-21 09-21 09-21 usual"),
        ("US-OK", "08-20 08-20 08-20 usual"),
        ("US-PA", "09-19 09-19 none none"),
        ("US-RI", "09-18 10-17 none none"),
        ("US-TX", "09-21 09-21 12-21 usual"),
        ("US-UT", "08-21 08-21 none none"),
        ("US-WA", "08-20 08-20 08-20 usual"),
        ("US-WI", "08-21 08-21 08-21 usual"),
        ("US-WY", "08-20 08-20 08-20 usual"),
        ("CA", "09-21:30 10-18 10-18 usual"),
        ("CA-BC", "09-21:30 10-18 10-18 none"),
        ("GB", "08-21 08-21 none usual"),
        ("FR", "10-13 and 14-20 none none none"),
        ("AU", "09-20 09-17 none none"),
        ("NZ", "08-21 08-21 none none"),
        ("ZA", "08-20 09-13 none none"),
    ],
)
def test_the_hours_are_those_of_the_law(region: str, hours: str) -> None:
    assert as_text(region) == hours


@pytest.mark.rule("C2")
@pytest.mark.parametrize(
    ("region", "day"),
    [
        ("US-RI", date(2026, 8, 10)),
        ("US-UT", date(2026, 7, 24)),
        ("US-LA", date(2026, 2, 17)),
        ("US-AL", date(2026, 4, 27)),
        ("US-PA", date(2026, 11, 27)),
        ("CA-BC", date(2026, 8, 3)),
        ("FR", date(2026, 7, 14)),
    ],
)
def test_holidays_of_a_state_close_it_where_its_law_says_so(region: str, day: date) -> None:
    (*_, own) = law.rows_for(region, day)
    assert law.hours_on(own, day) == ()
    assert not law.is_holiday("US", day)


@pytest.mark.rule("C1")
@pytest.mark.parametrize(
    ("region", "purchase", "inquiry"),
    [
        ("US", 18, 3),
        ("US-TN", 18, 3),
        ("US-UT", 18, 3),
        ("US-PA", 12, 3),
        ("US-WA", 12, 3),
        ("US-MS", 6, 3),
        ("PR", 18, 3),
        ("CA-ON", 18, 6),
        ("GB", None, None),
        ("DE", None, None),
        ("BR", None, None),
    ],
)
def test_months_of_a_relationship_are_those_of_the_law(region: str, purchase: int | None, inquiry: int | None) -> None:
    terms = law.terms_for((region,), TODAY)
    assert (terms.purchase_months, terms.inquiry_months) == (purchase, inquiry)


@pytest.mark.rule("C3")
def test_messages_have_months_of_their_own_where_the_law_counts_them() -> None:
    canada, mississippi = law.terms_for(("CA-ON",), TODAY), law.terms_for(("US-MS",), TODAY)
    assert (canada.message_purchase_months, canada.message_inquiry_months) == (24, 6)
    assert mississippi.message_purchase_months == 6


@pytest.mark.rule("C3")
def test_france_wants_a_yes_since_august_and_unknown_countries_always() -> None:
    assert law.terms_for(("FR",), TODAY).needs_permission
    assert law.terms_of("FR", date(2026, 8, 11)) is not None
    assert law.terms_of("FR", date(2026, 8, 10)) is None
    assert law.terms_for(("DE",), TODAY).needs_permission
    assert law.terms_for(("BR",), TODAY).needs_permission
    assert law.terms_for((), TODAY).needs_permission
    assert not law.terms_for(("US-TN",), TODAY).needs_permission


@pytest.mark.rule("C4")
def test_where_two_regions_may_rule_the_stricter_one_does() -> None:
    both = law.terms_for(("US-OH", "US-FL", "CA-ON"), TODAY)
    assert (both.purchase_months, both.inquiry_months, both.message_purchase_months) == (18, 3, 18)
    assert both.calls_a_day == 3
    assert both.personal is Closeness.FRIEND
    assert law.terms_for(("US-OH", "DE"), TODAY).needs_permission
    assert law.terms_for(("US-OH", "DE"), TODAY).purchase_months is None


@pytest.mark.rule("G9")
@pytest.mark.parametrize(
    ("regions", "calls"),
    [(("US-FL",), 3), (("US-OK",), 3), (("US-MD",), 3), (("US-TN",), None), (("US-TN", "US-FL"), 3), ((), None)],
)
def test_some_states_bound_the_calls_of_a_day(regions: tuple[str, ...], calls: int | None) -> None:
    assert law.calls_a_day(regions) == calls


@pytest.mark.rule("C1")
@pytest.mark.scenario("S15")
@pytest.mark.parametrize(
    ("region", "by"),
    [
        ("US-TN", date(2026, 12, 8)),
        ("US", date(2026, 12, 8)),
        ("CA-ON", date(2026, 12, 7)),
        ("GB", date(2026, 12, 21)),
        ("DE", date(2026, 11, 23)),
        ("XX", date(2026, 11, 23)),
        ("", date(2026, 11, 23)),
    ],
)
def test_a_stop_has_a_last_day_by_law(region: str, by: date) -> None:
    assert law.honour_by(region, date(2026, 11, 23)) == by


@pytest.mark.rule("C2")
def test_every_row_of_terms_is_read_and_has_a_source() -> None:
    assert law.problems() == ()
    assert len(law.all_terms()) == len(rulebook.table("relationship")["rows"])
    assert all(terms.source and terms.checked_on for terms in law.all_terms())
    assert law.oldest_check() == date(2026, 11, 22)


@pytest.mark.rule("C2")
@pytest.mark.parametrize(
    "wrong",
    [
        {"source": ""},
        {"status": "K"},
        {"purchase_months": "many"},
        {"purchase_months": True},
        {"needs_permission": 1},
        {"personal": "stranger"},
        {"personal": 3},
        {"colour": "red"},
        {"checked_on": None},
        {"effective_from": "soon"},
    ],
)
def test_terms_with_a_mistake_are_named_and_left_out(wrong: dict[str, Any]) -> None:
    good = {"region": "US", "source": "a statute", "status": "P", "checked_on": "2026-11-22", "purchase_months": 18}
    found, problems = law_rows.read_terms([good, good | wrong | {"region": "US-YY"}, "nonsense", None])
    assert list(found) == ["US"]
    assert [(problem.code, problem.facts["row"]) for problem in problems] == [
        ("rules_row", 2),
        ("rules_row", 3),
        ("rules_row", 4),
    ]


@pytest.mark.rule("C2")
@pytest.mark.parametrize("nonsense", [None, {}, "rows", 7])
def test_a_table_without_rows_has_none(nonsense: object) -> None:
    assert law_rows.read_terms(nonsense) == ({}, ())
    assert law_rows.read_rows(nonsense) == ({}, ())


@pytest.mark.rule("C2")
def test_a_state_takes_from_its_country_what_it_leaves_out() -> None:
    seal = {"source": "a statute", "status": "P", "checked_on": "2026-11-22"}
    country = seal | {"region": "US", "purchase_months": 18, "inquiry_months": 3, "note": "of the country"}
    found, _ = law_rows.read_terms([country, seal | {"region": "US-XX", "purchase_months": 6, "status": "D"}])
    state = found["US-XX"]
    assert (state.purchase_months, state.inquiry_months, state.message_purchase_months) == (6, 3, 6)
    assert (state.status, state.note) == ("D", "")


@pytest.mark.rule("C2")
def test_holidays_of_countries_beyond_the_table_are_worked_out() -> None:
    assert law.is_holiday("IT", date(2026, 8, 15))
    assert law.is_holiday("PR", date(2026, 7, 4))
    assert not law.is_holiday("XX", date(2026, 8, 15))
    assert not law.is_holiday("", date(2026, 8, 15))
