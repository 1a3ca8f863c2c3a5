"""Stretches of days that a report looks at, and the slices its charts are cut into."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Span(StrEnum):
    """The stretches one can choose."""

    THIS_WEEK = "this_week"
    LAST_WEEK = "last_week"
    FOUR_WEEKS = "four_weeks"
    MONTH = "month"
    YEAR = "year"
    ALL = "all"


class Slice(StrEnum):
    """What one bar of a chart stands for."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


_ONE_DAY, _SIX_DAYS = timedelta(days=1), timedelta(days=6)
_LONGEST = {Slice.DAY: 14, Slice.WEEK: 70, Slice.MONTH: 800}
"""Up to so many days a stretch is cut into days, weeks or months; beyond, into years."""


@dataclass(frozen=True, slots=True)
class Period:
    """The days from ``since`` to ``until``, both among them."""

    since: date
    until: date

    @property
    def days(self) -> int:
        """How many days these are."""
        return (self.until - self.since).days + 1


def period_of(span: Span, today: date, first: date) -> Period:
    """The days a stretch means today; ``first`` is the first day of which the book tells."""
    monday = today - timedelta(days=today.weekday())
    return {
        Span.THIS_WEEK: Period(monday, monday + _SIX_DAYS),
        Span.LAST_WEEK: Period(monday - timedelta(days=7), monday - _ONE_DAY),
        Span.FOUR_WEEKS: Period(today - timedelta(days=27), today),
        Span.MONTH: Period(today.replace(day=1), today),
        Span.YEAR: Period(date(today.year, 1, 1), today),
        Span.ALL: Period(min(first, today), today),
    }[span]


def sliced_by(period: Period) -> Slice:
    """Days for a week or two, weeks for a month or two, months for a year or two, years beyond."""
    return next((cut for cut, longest in _LONGEST.items() if period.days <= longest), Slice.YEAR)


def slices(period: Period) -> tuple[Period, ...]:
    """The period cut at whole days, weeks from Monday, months or years; the first and last may be shorter."""
    last_day = _LAST_DAYS[sliced_by(period)]
    found, since = [], period.since
    while since <= period.until:
        until = min(last_day(since), period.until)
        found.append(Period(since, until))
        since = until + _ONE_DAY
    return tuple(found)


def _end_of_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - _ONE_DAY


_LAST_DAYS: dict[Slice, Callable[[date], date]] = {
    Slice.DAY: lambda day: day,
    Slice.WEEK: lambda day: day + timedelta(days=6 - day.weekday()),
    Slice.MONTH: _end_of_month,
    Slice.YEAR: lambda day: date(day.year, 12, 31),
}
