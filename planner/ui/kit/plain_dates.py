"""Days and times as people say them: "tue 5pm", "in 2 weeks", "3/14", "call me in March".

What is not understood is said to be so, never guessed at; what is understood is shown back (``shown``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from planner.domain.moment import Moment
from planner.domain.promise import Window
from planner.ui.kit import dates
from planner.ui.kit.date_words import DateWords, NotClearError, Remaining, date_words, either
from planner.ui.kit.i18n import _
from planner.ui.kit.plain_days import Day, Look, read_day
from planner.ui.kit.plain_times import read_part, read_time

__all__ = [
    "LONGEST",
    "Look",
    "Unclear",
    "Understood",
    "Vague",
    "goes_month_first",
    "is_month_first",
    "parse",
    "proposals",
    "shown",
]

LONGEST = 120
"""Characters: longer texts are no dates."""

_MONTH_FIRST = frozenset(("US", "PR", "GU", "VI", "AS", "MP", "FM", "MH", "PW", "PH", "UM"))
"""Countries whose CLDR short date begins with the month."""
_PART_ENDS = {Window.MORNING: time(12), Window.AFTERNOON: time(17), Window.EVENING: time(23, 59)}


class Vague(StrEnum):
    """Why a text was not understood."""

    EMPTY = "empty"
    WORDS = "words"
    NO_SUCH_DAY = "no_such_day"
    WEEKDAY_DIFFERS = "weekday_differs"
    SAY_A_DAY = "say_a_day"


@dataclass(frozen=True, slots=True)
class Understood:
    """A day with a wall time (then ``window`` is EXACT), or a day with a part of it, or a week or month."""

    on: date
    at: time | None = None
    window: Window = Window.DAY

    @property
    def is_a_day(self) -> bool:
        """Whether it names one day, not a whole week or month."""
        return self.window not in (Window.WEEK, Window.MONTH)


@dataclass(frozen=True, slots=True)
class Unclear:
    """Not understood: why, and the words it stumbled over."""

    why: Vague
    rest: str = ""


def parse(text: str, now: Moment, *, month_first: bool = True, look: Look = Look.AHEAD) -> Understood | Unclear:
    """Understand ``text`` as said at ``now``; ``month_first`` is how 3/14 is read, ``look`` the likely side of now."""
    said = " ".join(text.casefold().split())
    if not said:
        return Unclear(Vague.EMPTY)
    if len(said) > LONGEST:
        return Unclear(Vague.WORDS, said[:LONGEST])
    try:
        return _understand(said, now, month_first, look)
    except NotClearError as stumbled:
        return Unclear(Vague(stumbled.code), stumbled.rest)


def _understand(said: str, now: Moment, month_first: bool, look: Look) -> Understood:
    words = date_words()
    rest = Remaining(said)
    found = _read(rest, words, now, month_first, look)
    left = _without_filler(rest.text, words)
    if left:
        raise NotClearError("words", left)
    return found


def _read(rest: Remaining, words: DateWords, now: Moment, month_first: bool, look: Look) -> Understood:
    minutes = _read_minutes(rest, words)
    if minutes is not None:
        return _after(now, minutes)
    part = Window.MORNING if rest.take(either(words.morning)) else None  # "por la mañana" is not "mañana", tomorrow
    day = read_day(rest, words, now.today, month_first, look)
    part = part or read_part(rest, words)
    at = read_time(rest, words, part)
    if day is None and at is None and part is None and rest.take(either(words.now)):
        return Understood(now.today, now.clock.replace(second=0, microsecond=0), Window.EXACT)
    if day is None:
        day = _nearest(rest, now, look, part, at)
    elif day.is_weekday_today and at is not None and look is Look.AHEAD and at > now.clock:
        day = day.a_week_earlier()
    if day.window is not Window.DAY and (part or at):
        raise NotClearError("say_a_day")
    if at is not None:
        return Understood(day.on, at, Window.EXACT)
    return Understood(day.on, None, part or day.window)


def _read_minutes(rest: Remaining, words: DateWords) -> int | None:
    """The number of minutes in "in 20 min", "in an hour", "in half an hour"."""
    into = rf"{either(words.into)}\s+"
    if rest.take(rf"{into}{either(words.half)}\s+{either(words.hour)}"):
        return 30
    found = rest.take(rf"{into}({rest.number(words)})\s*(?:({either(words.minute)})|{either(words.hour)})")
    if found is None:
        return None
    return rest.count(found[1], words) * (1 if found[2] else 60)


def _after(now: Moment, minutes: int) -> Understood:
    if minutes > 7 * 24 * 60:
        raise NotClearError("say_a_day")
    then: datetime = (now.local + timedelta(minutes=minutes)).replace(second=0, microsecond=0)
    return Understood(then.date(), then.time(), Window.EXACT)


def _nearest(rest: Remaining, now: Moment, look: Look, part: Window | None, at: time | None) -> Day:
    """The day of a time said without one: today while it is still to come (or already was), else the next one over."""
    limit = at if at is not None else _PART_ENDS.get(part) if part is not None else None
    if limit is None:
        raise NotClearError("words", rest.text)
    if look is Look.AHEAD:
        return Day(now.today if limit > now.clock else now.today + timedelta(days=1))
    return Day(now.today if at is None or at <= now.clock else now.today - timedelta(days=1))


def _without_filler(text: str, words: DateWords) -> str:
    left = re.sub(rf"(?<!\w){either(words.filler)}(?!\w)", " ", text)
    return " ".join(re.sub(r"(?<!\w)[,;.·@–—-]+(?!\w)", " ", left).split())


def proposals(vague: Understood, now: Moment) -> tuple[Understood, ...]:
    """Three exact ways to mean a week or a month: its first working days, at a friendly hour."""
    days: list[date] = []
    day = max(vague.on, now.today + timedelta(days=1))
    while len(days) < 3:
        if day.weekday() < 5:
            days.append(day)
        day += timedelta(days=1)
    hours = (time(10), time(14), time(17))
    return tuple(Understood(day, at, Window.EXACT) for day, at in zip(days, hours, strict=True))


def shown(understood: Understood, today: date) -> str:
    """What was understood, to be checked at a glance: "Tue, Dec 1 · 5:00 PM", "the week of Mon, Nov 30"."""
    if understood.window is Window.MONTH:
        return dates.month_and_year(understood.on)
    day = dates.weekday_and_day(understood.on, today)
    if understood.window is Window.WEEK:
        return _("the week of {day}").format(day=day)
    if understood.at is not None:
        return _("{day} · {time}").format(day=day, time=dates.clock(understood.at))
    part = {
        Window.MORNING: _("in the morning"),
        Window.AFTERNOON: _("in the afternoon"),
        Window.EVENING: _("in the evening"),
    }.get(understood.window)
    return day if part is None else _("{day} · {part}").format(day=day, part=part)


def is_month_first(country: str) -> bool:
    """Whether people in a country write 3/14 for the 14th of March."""
    return country in _MONTH_FIRST


def goes_month_first(chosen: bool | None, country: str) -> bool:
    """Whether 3/14 is the 14th of March for somebody who ``chosen`` it so, or else as in their country."""
    return is_month_first(country) if chosen is None else chosen
