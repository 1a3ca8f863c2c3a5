"""The day in a text such as "next friday morning" or "14.3. 15:00"."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from planner.domain.promise import Window
from planner.ui.kit.date_words import DateWords, NotClearError, Remaining, either


class Look(StrEnum):
    """Whether a day without a year lies ahead (a promise) or behind (a log)."""

    AHEAD = "ahead"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class Day:
    """A day, or the first day of a week or month; ``is_weekday_today`` marks today's weekday said bare."""

    on: date
    window: Window = Window.DAY
    is_weekday_today: bool = False

    def a_week_earlier(self) -> Day:
        """The same weekday, today."""
        return Day(self.on - timedelta(days=7))


@dataclass(frozen=True, slots=True)
class _Reading:
    rest: Remaining
    words: DateWords
    today: date
    month_first: bool
    look: Look

    def days_from(self, monday_offset: int) -> date:
        return self.today + timedelta(days=monday_offset - self.today.weekday())

    def dated(self, month: int, day: int, year: str | None = None) -> date:
        """The date; without a year the nearest one on the side ``look`` points to."""
        if year:
            full = int(year) + (2000 if len(year) < 4 else 0)
            return _real(full, month, day)
        step = 1 if self.look is Look.AHEAD else -1
        for full in range(self.today.year, self.today.year + 9 * step, step):
            if calendar.monthrange(full, month)[1] < day <= 29 and month == 2:
                continue
            there = _real(full, month, day)
            if (there - self.today).days * step >= 0:
                return there
        raise NotClearError("no_such_day")


def _real(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise NotClearError("no_such_day") from error


def read_day(rest: Remaining, words: DateWords, today: date, month_first: bool, look: Look) -> Day | None:
    """Take the day out of ``rest``; None when none is named, NotClearError when it cannot be."""
    reading = _Reading(rest, words, today, month_first, look)
    readers: tuple[Callable[[_Reading], Day | None], ...] = (
        _iso,
        _with_slash,
        _with_dots,
        _month_and_day,
        _relative,
        _fixed,
        _next_or_last,
        _ordinal,
        _weekday,
        _month_alone,
        _dots_alone,
    )
    for read in readers:
        day = read(reading)
        if day is not None:
            if read is not _weekday:
                _check_weekday(reading, day)
            return day
    return None


def _iso(r: _Reading) -> Day | None:
    r.rest.text = re.sub(r"(\d{4}-\d{1,2}-\d{1,2})t(?=\d)", r"\1 ", r.rest.text)
    found = r.rest.take(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
    return Day(_real(int(found[1]), int(found[2]), int(found[3]))) if found else None


def _with_slash(r: _Reading) -> Day | None:
    found = r.rest.take(r"(\d{1,2})([/-])(\d{1,2})(?:\2(\d{4}|\d{2}))?")
    if not found:
        return None
    first, second = int(found[1]), int(found[3])
    is_month_first = r.month_first if max(first, second) <= 12 else second > 12
    month, day = (first, second) if is_month_first else (second, first)
    return Day(_month_checked(r, month, day, found[4]))


def _with_dots(r: _Reading) -> Day | None:
    found = r.rest.take(r"(\d{1,2})\.\s?(\d{1,2})\.(?:\s?(\d{4})|(\d{2}))?(?!:)")
    return Day(_month_checked(r, int(found[2]), int(found[1]), found[3] or found[4])) if found else None


def _dots_alone(r: _Reading) -> Day | None:
    """14.3 without the last dot: two-digit ends may be minutes, so only where the day comes first."""
    second = r"\d" if r.month_first else r"0?\d|1[0-2]"
    found = r.rest.take(rf"(\d{{1,2}})\.({second})")
    return Day(_month_checked(r, int(found[2]), int(found[1]), None)) if found else None


def _month_checked(r: _Reading, month: int, day: int, year: str | None) -> date:
    if not (1 <= month <= 12 and 1 <= day <= 31):
        raise NotClearError("no_such_day")
    return r.dated(month, day, year)


def _month_pattern(words: DateWords) -> str:
    return "(?:" + "|".join(f"({either(names)})" for names in words.months) + r")\.?"


def _which(found: re.Match[str], first_group: int, count: int) -> int:
    return next(n for n in range(1, count + 1) if found[first_group + n - 1])


def _month_and_day(r: _Reading) -> Day | None:
    month = _month_pattern(r.words)
    ordinal = either(r.words.ordinal)
    no_time = rf"(?!\s*(?::|{either(r.words.am)}\b|{either(r.words.pm)}\b))"
    year = rf"(?:,?\s+(?:{either(r.words.of)}\s+)?(\d{{4}}))?"
    found = r.rest.take(rf"(\d{{1,2}})(?:{ordinal}|\.)?\s*(?:{either(r.words.of)}\s+)?{month}{year}")
    if found:
        return Day(_month_checked(r, _which(found, 2, 12), int(found[1]), found[14]))
    found = r.rest.take(rf"{month}\s*(\d{{1,2}})(?:{ordinal})?\b{no_time}{year}")
    if found:
        return Day(_month_checked(r, _which(found, 1, 12), int(found[13]), found[14]))
    return None


def _month_alone(r: _Reading) -> Day | None:
    found = r.rest.take(rf"{_month_pattern(r.words)}(?:,?\s+(?:{either(r.words.of)}\s+)?(\d{{4}}))?")
    if not found:
        return None
    month = _which(found, 1, 12)
    if r.look is Look.BACK or (month == r.today.month and not found[13]):
        raise NotClearError("say_a_day")
    return Day(r.dated(month, 1, found[13]), Window.MONTH)


def _relative(r: _Reading) -> Day | None:
    """In 2 weeks, 3 days ago, a month from now."""
    words = r.words
    unit = "|".join(f"({either(u)})" for u in (words.day, words.week, words.month, words.year))
    amount = rf"({r.rest.number(words)})\s*(?:{unit})"
    found = r.rest.take(rf"{amount}\s+{either(words.ago)}") or r.rest.take(rf"{either(words.it_has_been)}\s+{amount}")
    sign = -1
    if not found:
        found = r.rest.take(rf"(?:{either(words.into)}\s+)?{amount}(?:\s+{either(words.hence)})?")
        sign = 1
        if found and r.look is Look.BACK:
            raise NotClearError("say_a_day")
    if not found:
        return None
    count = sign * r.rest.count(found[1], words)
    unit_at = _which(found, 2, 4)
    if unit_at <= 2:
        return Day(r.today + timedelta(days=count * (1 if unit_at == 1 else 7)))
    return Day(_months_later(r.today, count * (1 if unit_at == 3 else 12)))


def _months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        raise NotClearError("no_such_day")
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _fixed(r: _Reading) -> Day | None:
    words, rest = r.words, r.rest
    if rest.take(either(words.month_end)):
        return Day(r.today.replace(day=calendar.monthrange(r.today.year, r.today.month)[1]))
    for named, offset in (
        (words.after_tomorrow, 2),
        (words.before_yesterday, -2),
        (words.tomorrow, 1),
        (words.yesterday, -1),
        (words.today, 0),
    ):
        if rest.take(either(named)):
            return Day(r.today + timedelta(days=offset))
    if re.search(rf"(?<!\w){either(words.tonight)}(?!\w)", rest.text):
        return Day(r.today)
    return None


def _next_or_last(r: _Reading) -> Day | None:
    words, rest = r.words, r.rest
    if _take_next(r, words.week):
        return Day(r.days_from(7), Window.WEEK)
    if _take_next(r, words.month):
        return Day(_months_later(r.today.replace(day=1), 1), Window.MONTH)
    if _take_next(r, words.weekend):
        return Day(_saturday(r) + timedelta(days=7))
    if rest.take(rf"(?:{either(words.this)}\s+)?{either(words.weekend)}"):
        if r.look is Look.BACK:
            raise NotClearError("say_a_day")
        return Day(_saturday(r))
    return None


def _take_next(r: _Reading, named: str) -> bool:
    """Next week, or the other way round as in "semana próxima"."""
    next_, what = either(r.words.next), either(named)
    return bool(r.rest.take(rf"{next_}\s+{what}") or r.rest.take(rf"{what}\s+{next_}"))


def _saturday(r: _Reading) -> date:
    """The Saturday of the weekend to come, or today's while it lasts."""
    saturday = r.days_from(5)
    return r.today if r.today.weekday() == 6 else saturday


def _ordinal(r: _Reading) -> Day | None:
    """The 5th, or "el 5": the nearest such day of a month."""
    words = r.words
    dotted = "" if r.month_first else r"|\."
    time_after = rf"\s*(?:[:.h]|{either(words.am)}|{either(words.pm)}|{either(words.o_clock)})"
    found = r.rest.take(rf"(\d{{1,2}})(?:{either(words.ordinal)}{dotted})") or r.rest.take(
        rf"{either(words.the)}\s+(\d{{1,2}})(?!{time_after})"
    )
    if not found:
        return None
    number = int(found[1])
    if not 1 <= number <= 31:
        raise NotClearError("no_such_day")
    step = 1 if r.look is Look.AHEAD else -1
    for months in range(0, 3 * step, step):
        month = _months_later(r.today.replace(day=1), months)
        if number <= calendar.monthrange(month.year, month.month)[1]:
            there = month.replace(day=number)
            if (there - r.today).days * step >= 0:
                return Day(there)
    raise NotClearError("no_such_day")


def _take_weekday(r: _Reading) -> tuple[int, str] | None:
    """The weekday (0 is Monday) and the word before it: next, this, last or nothing."""
    words = r.words
    how = "|".join(f"({either(w)})" for w in (words.next, words.this, words.last))
    days = "|".join(f"({either(names)})" for names in words.weekdays)
    found = r.rest.take(rf"(?:(?:{how})\s+)?(?:{days})\.?(?:\s+(?:{how}))?")
    if not found:
        return None
    named = next((name for at, name in enumerate(("next", "this", "last"), 1) if found[at] or found[at + 10]), "")
    return _which(found, 4, 7) - 1, named


def _weekday(r: _Reading) -> Day | None:
    found = _take_weekday(r)
    if found is None:
        return None
    weekday, how = found
    distance = (weekday - r.today.weekday()) % 7
    if how == "next":
        starts = (r.today.weekday() + 1) % 7 if r.month_first else r.today.weekday()
        start = r.today + timedelta(days=7 - starts)
        return Day(start + timedelta(days=(weekday - start.weekday()) % 7))
    if how == "last" or (how == "" and r.look is Look.BACK and distance):
        return Day(r.today - timedelta(days=(r.today.weekday() - weekday) % 7 or 7))
    if distance == 0 and how == "" and r.look is Look.AHEAD:
        return Day(r.today + timedelta(days=7), is_weekday_today=True)
    return Day(r.today + timedelta(days=distance))


def _check_weekday(r: _Reading, day: Day) -> None:
    """A weekday said beside a date has to be that date's own."""
    found = _take_weekday(r)
    if found is not None and (found[0] != day.on.weekday() or found[1]):
        raise NotClearError("weekday_differs")
