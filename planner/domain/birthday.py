"""On which day a birthday is kept (rules D6.8)."""

from __future__ import annotations

from datetime import date, timedelta

from planner.domain.person import Birthday, LeapRule

CARD_AHEAD = timedelta(days=3)
"""How long before the day a card is best written."""

_YEARS_ASLEEP = 8
"""How many years a book may lie unopened before a birthday kept in it is missed."""


def kept_on(birthday: Birthday, year: int) -> date | None:
    """The day in ``year`` on which this birthday is kept; 29 February follows the person's own rule in common years.

    None where no calendar has such a day (31 April).
    """
    try:
        return date(year, birthday.month, birthday.day)
    except ValueError:
        if (birthday.month, birthday.day) != (2, 29):
            return None
        return date(year, 2, 28) if birthday.leap_rule is LeapRule.FEB_28 else date(year, 3, 1)


def next_kept(birthday: Birthday, today: date) -> date | None:
    """The next day on which it is kept, today included."""
    for year in (today.year, today.year + 1):
        day = kept_on(birthday, year)
        if day is not None and day >= today:
            return day
    return None


def turns(birthday: Birthday, on: date) -> int | None:
    """How old they are on that day, when the year is known and can be true."""
    if birthday.year is None or not 0 < on.year - birthday.year < 130:
        return None
    return on.year - birthday.year


def days_that_may_fall_on(day: date) -> tuple[date, ...]:
    """The dates under which a book not opened for years may still hold a birthday that is kept on ``day``."""
    days = {day}
    for back in range(1, _YEARS_ASLEEP):
        year = day.year - back
        same = {(day.month, day.day)}
        if (day.month, day.day) in {(2, 28), (2, 29), (3, 1)}:
            same |= {(2, 28), (2, 29), (3, 1)}
        for month, day_of_month in same:
            try:
                days.add(date(year, month, day_of_month))
            except ValueError:
                continue
    return tuple(sorted(days))
