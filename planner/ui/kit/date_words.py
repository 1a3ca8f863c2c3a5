"""The words people type for days and times, in the language of the screen.

Each string holds the alternatives for one meaning, separated by ``|``; a translator writes their own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from planner.ui.kit.i18n import _


class NotClearError(Exception):
    """The text stops making sense; ``code`` is a value of ``plain_dates.Vague``."""

    def __init__(self, code: str, rest: str = "") -> None:
        super().__init__(code, rest)
        self.code = code
        self.rest = rest


@dataclass(frozen=True, slots=True)
class DateWords:
    """One language's words; a tuple runs in the order of the calendar or of counting."""

    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    numbers: tuple[str, ...]
    today: str
    tonight: str
    tomorrow: str
    after_tomorrow: str
    yesterday: str
    before_yesterday: str
    next: str
    this: str
    last: str
    into: str
    ago: str
    it_has_been: str
    hence: str
    minute: str
    hour: str
    day: str
    week: str
    month: str
    year: str
    weekend: str
    month_end: str
    morning: str
    afternoon: str
    evening: str
    noon: str
    midnight: str
    am: str
    pm: str
    o_clock: str
    half_past: str
    quarter_past: str
    quarter_to: str
    ordinal: str
    of: str
    the: str
    half: str
    now: str
    filler: str


def date_words() -> DateWords:
    """The words of the language in use."""
    return DateWords(
        months=_months(),
        weekdays=_weekdays(),
        numbers=_numbers(),
        today=_("today"),
        tonight=_("tonight"),
        tomorrow=_("tomorrow|tmrw|tmr|tomorow|tommorow"),
        after_tomorrow=_("day after tomorrow|the day after tomorrow"),
        yesterday=_("yesterday"),
        before_yesterday=_("day before yesterday|the day before yesterday"),
        next=_("next|the next|coming"),
        this=_("this|this coming"),
        last=_("last|past"),
        into=_("in|within"),
        ago=_("ago|back"),
        it_has_been=_("it has been|it’s been|it's been"),  # before the amount: "hace 3 días"
        hence=_("from now|from today"),
        minute=_("minutes|minute|mins|min"),
        hour=_("hours|hour|hrs|hr"),
        day=_("days|day"),
        week=_("weeks|week|wks|wk"),
        month=_("months|month"),
        year=_("years|year"),
        weekend=_("weekend"),
        month_end=_("end of the month|end of month|month's end"),
        morning=_("in the morning|morning|mornings"),
        afternoon=_("in the afternoon|afternoon|afternoons"),
        evening=_("in the evening|at night|evening|evenings|night"),
        noon=_("noon|midday|12 noon"),
        midnight=_("midnight"),
        am=_("a.m.|am|a"),
        pm=_("p.m.|pm|p"),
        o_clock=_("o'clock|o’clock|oclock"),
        half_past=_("half past"),
        quarter_past=_("quarter past"),
        quarter_to=_("quarter to"),
        ordinal=_("st|nd|rd|th"),
        of=_("of"),
        the=_("on the|the"),  # before a bare number it is a day of the month: "el 15"
        half=_("half an|half a"),
        now=_("right now|just now|now"),
        filler=_(
            "call|me|back|at|on|the|in|by|around|about|of|please|for|again|try|maybe|say|is|fine|ok|later|their time"
        ),
    )


def _months() -> tuple[str, ...]:
    return (
        _("january|jan"),
        _("february|feb"),
        _("march|mar"),
        _("april|apr"),
        _("may"),
        _("june|jun"),
        _("july|jul"),
        _("august|aug"),
        _("september|sept|sep"),
        _("october|oct"),
        _("november|nov"),
        _("december|dec"),
    )


def _weekdays() -> tuple[str, ...]:
    return (
        _("monday|mon"),
        _("tuesday|tues|tue"),
        _("wednesday|wed"),
        _("thursday|thurs|thur|thu"),
        _("friday|fri"),
        _("saturday|sat"),
        _("sunday|sun"),
    )


def _numbers() -> tuple[str, ...]:
    return (
        _("a|an|one"),
        _("a couple of|couple of|two"),
        _("three"),
        _("four"),
        _("five"),
        _("six"),
        _("seven"),
        _("eight"),
        _("nine"),
        _("ten"),
        _("eleven"),
        _("twelve"),
    )


def either(words: str) -> str:
    """A pattern for any of the alternatives, the longest first."""
    return "(?:" + "|".join(re.escape(w.casefold()) for w in sorted(words.split("|"), key=len, reverse=True)) + ")"


class Remaining:
    """What is still to be understood of a text: whatever is recognised is taken out."""

    def __init__(self, text: str) -> None:
        self.text = text

    def take(self, pattern: str) -> re.Match[str] | None:
        """Find ``pattern`` as whole words, take it out of the text and return it."""
        found = re.search(rf"(?<!\w){pattern}(?!\w)", self.text)
        if found:
            self.text = f"{self.text[: found.start()]} {self.text[found.end() :]}"
        return found

    def number(self, words: DateWords) -> str:
        """A pattern for a number in digits or in words."""
        return r"\d{1,3}|" + "|".join(either(w) for w in words.numbers)

    def count(self, said: str, words: DateWords) -> int:
        """The number meant by what ``number`` matched."""
        if said.isdecimal():
            return int(said)
        return next(n for n, w in enumerate(words.numbers, 1) if said in w.casefold().split("|"))
