from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta

import pytest
from babel.dates import format_date, format_skeleton, format_time
from babel.numbers import format_decimal

from planner.ui.kit import dates
from planner.ui.kit.i18n import use_language

TODAY = date(2026, 12, 1)


@pytest.fixture(autouse=True)
def _american_again() -> Iterator[None]:
    use_language("en", "US")
    yield
    use_language("en", "US")


def test_the_quick_american_forms_are_those_of_babel() -> None:
    for ahead in range(0, 800, 3):
        day = TODAY + timedelta(days=ahead - 400)
        assert dates.date_only(day) == format_skeleton("yMMMd", day, locale="en_US")
        assert dates.month_and_day_short(day).replace("\u00a0", " ") == format_skeleton("MMMd", day, locale="en_US")
    for ahead in range(7):
        day = TODAY - timedelta(days=ahead)
        assert dates._skeleton(day, "E") == format_date(day, "EEE", locale="en_US")
    for hour in range(24):
        assert dates.clock(time(hour, 5)) == format_time(time(hour, 5), "short", locale="en_US").replace("\u202f", " ")
    for number in (0, 7, 1204, 1_000_000):
        assert dates.number(number) == format_decimal(number, locale="en_US")


@pytest.mark.parametrize(
    ("away", "shown", "in_sentence"),
    [
        (0, "Today", "today"),
        (-1, "Yesterday", "yesterday"),
        (1, "Tomorrow", "tomorrow"),
        (-5, "Thu", "Thu"),
        (-7, "Nov\u00a024", "Nov\u00a024"),
        (4, "Dec\u00a05", "Dec\u00a05"),
        (45, "Jan\u00a015", "Jan\u00a015"),
        (-300, "Feb\u00a04", "Feb\u00a04"),
        (-400, "Oct\u00a027,\u00a02025", "Oct\u00a027,\u00a02025"),
        (300, "Sep\u00a027,\u00a02027", "Sep\u00a027,\u00a02027"),
    ],
)
def test_days_near_today_are_said_as_people_say_them(away: int, shown: str, in_sentence: str) -> None:
    day = TODAY + timedelta(days=away)
    assert dates.short_day(day, TODAY) == shown
    assert dates.short_day(day, TODAY, in_sentence=True) == in_sentence


def test_other_countries_write_dates_their_way() -> None:
    use_language("en", "GB")
    assert dates.short_day(date(2026, 11, 13), TODAY) == "13\u00a0Nov"
    assert dates.clock(time(14, 30)) == "14:30"
    use_language("en", "DE")
    assert dates.number(1204) == "1.204"
    assert dates.day(date(2026, 11, 23)) == "Monday, 23 November"


def test_a_country_that_babel_does_not_know_falls_back() -> None:
    use_language("en", "QQ")
    assert dates.short_day(date(2026, 11, 13), TODAY) == "Nov\u00a013"


def test_points_carry_their_sign_and_a_true_minus() -> None:
    assert dates.points(11.4) == "+11"
    assert dates.points(-3.6) == "−4"
    assert dates.points(0.4) == "0"
    assert dates.points(-0.4) == "0"
    assert dates.points(1204.0) == "+1,204"


def test_full_days_and_birthdays() -> None:
    assert dates.day(date(2026, 11, 23)) == "Monday, November 23"
    assert dates.month_and_day(2, 29) == "February 29"
    assert dates.month_and_day(3, 14, 1980) == "March 14, 1980"
    assert dates.weekday(date(2026, 11, 23)) == "Monday"
    assert dates.day_and_time(TODAY, time(14, 30), TODAY) == "Today, 2:30 PM"
    assert dates.day_and_time(TODAY, None, TODAY, in_sentence=True) == "today"
    assert dates.span(time(9), time(20)) == "9:00 AM – 8:00 PM"


def test_days_are_told_anew_in_another_language() -> None:
    week = date(2026, 11, 23), date(2026, 11, 29)
    assert dates.days(*week) == "Nov 23 – 29, 2026"
    use_language("en", "GB")
    assert dates.days(*week) == "23–29 Nov 2026"


def test_full_hours_are_short_only_where_a_half_of_the_day_is_said() -> None:
    assert dates.briefly(dates.span(time(9), time(20))) == "9 AM – 8 PM"
    assert dates.briefly("9:00 a. m. – 8:30 p.\u00a0m.") == "9 a. m. – 8:30 p.\u00a0m."
    use_language("en", "GB")
    assert dates.briefly(dates.span(time(9), time(20))) == "09:00 – 20:00"
