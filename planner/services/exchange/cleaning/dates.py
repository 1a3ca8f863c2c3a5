"""Dates as people write them: nothing is ever invented, a year may be missing, the order is decided per column."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "january jan januar janner janvier janv enero ene",
            "february feb februar fevrier fevr fev febrero",
            "march mar marz maerz mars marzo mrz",
            "april apr avril avr abril abr",
            "may mai mayo",
            "june jun juni juin junio",
            "july jul juli juillet juil julio",
            "august aug aout agosto ago",
            "september sep sept septembre septiembre setiembre",
            "october oct oktober okt octobre octubre",
            "november nov novembre noviembre",
            "december dec dezember dez decembre diciembre dic",
        ),
        1,
    )
    for word in words.split()
}
_SMALL_WORDS = frozenset("de del of the le st nd rd th er den".split())
_WEEKDAYS = re.compile(
    r"(mon|tues?|wed|thur?s?|fri|sat|sun|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|"
    r"jeudi|vendredi|samedi|dimanche|lunes|martes|miercoles|jueves|viernes|sabado|domingo)(day|nesday|urday)?"
)
_TIME = re.compile(
    r"(?:[T ,]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*([ap]\.?m\.?)?|T\d{4,6})\s*(z|[+-]\d{2}:?\d{2})?$", re.IGNORECASE
)
_YEARLESS = re.compile(r"--?(\d{2})-?(\d{2})")
_YEAR_FIRST = re.compile(r"(\d{4})([-/.年])(\d{1,2})[-/.月](\d{1,2})日?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_NUMERIC = re.compile(r"(\d{1,2})\s*([-/.])\s*(\d{1,2})(?:\s*\2\s*(\d{4}|\d{2})|\.)?")
_SERIAL = re.compile(r"(\d{4,5})(?:\.0+)?")
_FIRST_SERIAL, _LAST_SERIAL = 3_000, 60_000
_OLDEST = 1850


class NotADateError(ValueError):
    """Text that is no date, or a day that does not exist."""


@dataclass(frozen=True, slots=True)
class Day:
    """A month and a day, perhaps a year; ``flags`` say what was taken for granted."""

    month: int
    day: int
    year: int | None = None
    flags: tuple[str, ...] = ()

    @property
    def iso(self) -> str:
        """``1985-03-14``, or ``--03-14`` without a year."""
        return f"{'-' if self.year is None else f'{self.year:04}'}-{self.month:02}-{self.day:02}"


@dataclass(frozen=True, slots=True)
class Order:
    """Whether the month comes first in 03/04/1985, and whether the column itself has shown it."""

    month_first: bool
    is_sure: bool = False


def order_of(values: Iterable[str], month_first: bool) -> Order:
    """The order of a column: a value above twelve decides, else ``month_first`` (the habit of the country)."""
    first = second = 0
    for value in values:
        found = _NUMERIC.fullmatch(_without_time(value.strip()))
        if found and found[2] != ".":
            first += int(found[1]) > 12
            second += int(found[3]) > 12
    if first == second:
        return Order(month_first)
    return Order(second > first, is_sure=True)


def read_date(text: str, order: Order, today: date, *, serials: bool = True) -> Day | None:
    """The day in ``text``; None when it says that there is none. Raises NotADateError."""
    bare = _without_time(text.strip())
    if not bare or (re.search(r"\d", bare) and not re.search(r"[1-9]", bare)):
        return None
    if found := _YEARLESS.fullmatch(bare):
        return _day(None, int(found[1]), int(found[2]))
    if found := _YEAR_FIRST.fullmatch(bare):
        return _full(int(found[1]), int(found[3]), int(found[4]), today)
    if found := _COMPACT.fullmatch(bare):
        return _full(int(found[1]), int(found[2]), int(found[3]), today)
    if found := _NUMERIC.fullmatch(bare):
        return _numeric(found, order, today)
    if serials and (found := _SERIAL.fullmatch(bare)) and _FIRST_SERIAL <= int(found[1]) <= _LAST_SERIAL:
        shown = date(1899, 12, 30) + timedelta(days=int(found[1]))
        return Day(shown.month, shown.day, shown.year, ("excel_serial",))
    return _in_words(bare, today)


def _without_time(text: str) -> str:
    return _TIME.sub("", text).strip()


def _numeric(found: re.Match[str], order: Order, today: date) -> Day:
    first, separator, second = int(found[1]), found[2], int(found[3])
    month_first = order.month_first and separator != "."
    flags: tuple[str, ...] = ()
    if first > 12 or second > 12:
        month_first = second > 12
    elif first != second and separator != "." and not order.is_sure:
        flags = ("ambiguous_mdy" if month_first else "ambiguous_dmy",)
    month, day = (first, second) if month_first else (second, first)
    if found[4] is None:
        return _day(None, month, day, flags)
    year = int(found[4])
    if len(found[4]) == 2:
        year, flags = _century(year, today), (*flags, "two_digit_year")
    return _full(year, month, day, today, flags)


def _century(year: int, today: date) -> int:
    """85 is 1985 and 25 is 1925: a birthday lies in the past and its owner is grown up."""
    return 2000 + year if 2000 + year <= today.year - 16 else 1900 + year


def _in_words(text: str, today: date) -> Day:
    folded = "".join(each for each in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(each))
    words = re.findall(r"[^\W\d_]+|\d+", folded)
    month, numbers = 0, []
    for word in words:
        if word.isdecimal():
            numbers.append(word)
        elif word in _MONTHS and not month:
            month = _MONTHS[word]
        elif word not in _SMALL_WORDS and not _WEEKDAYS.fullmatch(word):
            raise NotADateError(text)
    days = [number for number in numbers if len(number) <= 2]
    years = [number for number in numbers if len(number) == 4]
    if not month or not days or len(numbers) > 2:
        raise NotADateError(text)
    if years:
        return _full(int(years[0]), month, int(days[0]), today)
    if len(days) == 2:
        return _full(_century(int(days[1]), today), month, int(days[0]), today, ("two_digit_year",))
    return _day(None, month, int(days[0]))


def _full(year: int, month: int, day: int, today: date, flags: tuple[str, ...] = ()) -> Day:
    if year == 1604:
        return _day(None, month, day, flags)
    if not _OLDEST <= year <= today.year + 50:
        raise NotADateError(f"{year}-{month}-{day}")
    return _day(year, month, day, flags)


def _day(year: int | None, month: int, day: int, flags: tuple[str, ...] = ()) -> Day:
    try:
        date(2000 if year is None else year, month, day)
    except ValueError as error:
        raise NotADateError(f"{year}-{month}-{day}") from error
    return Day(month, day, year, flags)
