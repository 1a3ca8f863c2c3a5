"""On which day a birthday is kept (D6.8)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.birthday import days_that_may_fall_on, kept_on, next_kept, turns
from planner.domain.person import Birthday, LeapRule

LEAP = Birthday(2, 29, 1992)
LATER = Birthday(2, 29, 1992, LeapRule.MAR_1)
birthdays = st.builds(Birthday, st.integers(1, 12), st.integers(1, 31), st.none(), st.sampled_from(list(LeapRule)))


@pytest.mark.rule("D6.8")
def test_a_birthday_of_29_february_is_kept_by_the_person_s_own_rule() -> None:
    assert [kept_on(LEAP, year) for year in (2027, 2028)] == [date(2027, 2, 28), date(2028, 2, 29)]
    assert [kept_on(LATER, year) for year in (2027, 2028)] == [date(2027, 3, 1), date(2028, 2, 29)]
    assert kept_on(LEAP, 2100) == date(2100, 2, 28)


@pytest.mark.rule("D6.8")
def test_the_next_one_may_be_today_or_next_year() -> None:
    assert next_kept(Birthday(11, 24), date(2026, 11, 24)) == date(2026, 11, 24)
    assert next_kept(Birthday(11, 23), date(2026, 11, 24)) == date(2027, 11, 23)
    assert next_kept(LATER, date(2027, 3, 1)) == date(2027, 3, 1)
    assert next_kept(LEAP, date(2027, 3, 1)) == date(2028, 2, 29)


@pytest.mark.rule("D6.8")
def test_a_day_no_calendar_has_is_kept_never() -> None:
    assert kept_on(Birthday(4, 31), 2027) is None
    assert next_kept(Birthday(4, 31), date(2026, 11, 24)) is None


def test_the_age_is_told_only_where_the_year_can_be_true() -> None:
    on = date(2026, 11, 24)
    assert turns(Birthday(11, 24, 1980), on) == 46
    assert [turns(Birthday(11, 24, year), on) for year in (None, 1604, 2030, 2026)] == [None, None, None, None]


@pytest.mark.rule("D6.8")
@given(birthdays, st.dates(date(2022, 1, 1), date(2032, 1, 1)), st.integers(0, 6))
def test_a_book_left_alone_for_years_still_finds_everybody(birthday: Birthday, written: date, years: int) -> None:
    kept_in_book = next_kept(birthday, written)
    if kept_in_book is None:
        return
    later = kept_on(birthday, kept_in_book.year + years)
    assert later is not None
    assert kept_in_book in days_that_may_fall_on(later)


@pytest.mark.rule("D6.8")
@given(birthdays, st.dates(date(2022, 1, 1), date(2032, 1, 1)))
def test_the_next_birthday_is_within_a_year(birthday: Birthday, today: date) -> None:
    day = next_kept(birthday, today)
    assert day is None or today <= day <= today + timedelta(days=366)
