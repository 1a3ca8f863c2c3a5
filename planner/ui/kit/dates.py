"""Dates, times and numbers as the user's country writes them."""

from __future__ import annotations

import re
from datetime import date, time
from functools import cache, lru_cache

from planner.ui.kit import i18n
from planner.ui.kit.i18n import _

MINUS = "\u2212"
# The first frame of most users must not wait for babel; a test holds these against babel's own.
_US_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_US_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")

# CLDR keeps the order of weekday, month and day mostly with short names; these make the names of a pattern long.
_PIECE = re.compile(r"'[^']*'|E+|c+|M{3,}|L{3,}")
_FULL_HOUR = re.compile(r":00(?=[ \u00a0][AaPp]\.?[ \u00a0]?[Mm])")
_WIDE = {"E": "EEEE", "c": "EEEE", "M": "MMMM", "L": "MMMM"}


@cache
def locale() -> str:
    """The nearest locale that babel knows, ``en_US`` where it knows none."""
    name = i18n.locale_name()
    if name == "en_US":
        return name
    from babel import Locale
    from babel.core import UnknownLocaleError

    for candidate in (name, name.split("_", maxsplit=1)[0]):
        try:
            return str(Locale.parse(candidate))
        except UnknownLocaleError:
            continue
    return "en_US"


@lru_cache(maxsize=4096)
def _skeleton(d: date, skeleton: str) -> str:
    """``d`` by a CLDR skeleton such as ``MMMd``."""
    if locale() == "en_US":
        if skeleton == "E":
            return _US_DAYS[d.weekday()]
        short = f"{_US_MONTHS[d.month - 1]} {d.day}"
        if skeleton == "MMMd":
            return short
        if skeleton == "yMMMd":
            return f"{short}, {d.year}"
    from babel.dates import format_date, format_skeleton

    if skeleton == "E":
        return format_date(d, "EEE", locale=locale())
    return format_skeleton(skeleton, d, locale=locale())


@lru_cache(maxsize=256)
def day(d: date) -> str:
    """A date in full: "Monday, November 23"."""
    from babel import Locale
    from babel.dates import format_date

    parsed = Locale.parse(locale())
    known = parsed.datetime_skeletons
    short = next(known[name] for name in ("MMMMEEEEd", "MMMMEd", "MMMEd") if name in known)
    return format_date(d, _PIECE.sub(lambda piece: _WIDE.get(piece[0][0], piece[0]), short.pattern), locale=parsed)


def _together(text: str) -> str:
    """A short date that no line breaks apart."""
    return text.replace(" ", "\u00a0")


def date_only(d: date) -> str:
    """A date with its year: "Nov 23, 2026"."""
    return _skeleton(d, "yMMMd")


@lru_cache(maxsize=64)
def days(since: date, until: date) -> str:
    """From one day to another, said once what both share: "Nov 23 – 29, 2026"."""
    from babel.dates import format_interval

    if since == until:
        return date_only(since)
    return format_interval(since, until, "yMMMd", locale=locale()).replace("\u2009", " ")


def weekday_and_day(d: date, today: date) -> str:
    """A date to be checked at a glance: "Tue, Dec 1", with the year once it is far: "Tue, Mar 14, 2028"."""
    near = d.year == today.year or abs((d - today).days) < 180
    return _skeleton(d, "MMMEd" if near else "yMMMEd")


def month_and_year(d: date) -> str:
    """A month as a whole: "March 2027"."""
    return _skeleton(d, "yMMMM")


def month_and_day_short(d: date) -> str:
    """A date whose year goes without saying: "Nov 23"."""
    return _together(_skeleton(d, "MMMd"))


def short_day(d: date, today: date, *, in_sentence: bool = False) -> str:
    """A date as one says it: "Today", "Yesterday", "Thu" within the last week, "Nov 23", "Nov 23, 2024"."""
    away = (d - today).days
    if away == 0:
        return _("today") if in_sentence else _("Today")
    if away == -1:
        return _("yesterday") if in_sentence else _("Yesterday")
    if away == 1:
        return _("tomorrow") if in_sentence else _("Tomorrow")
    if -7 < away < 0:
        return _skeleton(d, "E")
    return _together(_skeleton(d, "MMMd" if d.year == today.year or abs(away) < 180 else "yMMMd"))


@lru_cache(maxsize=512)
def clock(t: time) -> str:
    """A time of day: "2:30 PM" or "14:30"."""
    if locale() == "en_US":
        return f"{t.hour % 12 or 12}:{t.minute:02d} {'AM' if t.hour < 12 else 'PM'}"
    from babel.dates import format_time

    return format_time(t, "short", locale=locale()).replace("\u202f", " ")


def briefly(text: str) -> str:
    """Full hours as one says them, wherever times stand in a text: "9 PM" for "9:00 PM", but never "9" for "9:00"."""
    return _FULL_HOUR.sub("", text)


def day_and_time(d: date, t: time | None, today: date, *, in_sentence: bool = False) -> str:
    """A day and, where there is one, its time: "Tomorrow, 2:30 PM"."""
    shown = short_day(d, today, in_sentence=in_sentence)
    return shown if t is None else _("{day}, {time}").format(day=shown, time=clock(t))


def span(opens: time, closes: time) -> str:
    """From one time to another: "9:00 AM – 8:00 PM"."""
    return f"{clock(opens)} \u2013 {clock(closes)}"


@lru_cache(maxsize=4096)
def number(x: int) -> str:
    """A count with the separators of the country: "1,204"."""
    if locale() == "en_US":
        return f"{x:,}".replace("-", MINUS)
    from babel.numbers import format_decimal

    return format_decimal(x, locale=locale()).replace("-", MINUS)


def points(p: float) -> str:
    """Points with their sign, "+11", "−6", "0"; what a person reads is rounded."""
    whole = round(p)
    if whole == 0:
        return "0"
    return f"+{number(whole)}" if whole > 0 else f"{MINUS}{number(-whole)}"


def weekday(d: date) -> str:
    """The day of the week in full: "Monday"."""
    from babel.dates import format_date

    return format_date(d, "EEEE", locale=locale())


def month_short(d: date, *, has_year: bool = False) -> str:
    """A month in short: "Nov", or with its year."""
    return _skeleton(d, "yMMM" if has_year else "MMM")


def weekday_short(d: date) -> str:
    """The day of the week in short: "Mon"."""
    return _skeleton(d, "E")


def month_and_day(month: int, month_day: int, year: int | None = None) -> str:
    """A birthday: "March 14", "March 14, 1980"."""
    if year is None:
        return _skeleton(date(2000, month, month_day), "MMMMd")
    from babel.dates import format_date

    return format_date(date(year, month, month_day), "long", locale=locale())


def _forget() -> None:
    for remembered in (locale, _skeleton, day, days, clock, number):
        remembered.cache_clear()


i18n.on_change(_forget)
