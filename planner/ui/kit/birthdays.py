"""A birthday in plain words, with or without its year: read, and written so that it is read again."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime

from planner.domain.moment import Moment
from planner.domain.person import Birthday, LeapRule
from planner.ui.kit import plain_dates, wording
from planner.ui.kit.plain_dates import Understood

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_YEAR = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d)(?!\d)")
_SHORT_YEAR = re.compile(r"(?<=\d[/.-])(\d\d)$")
# Read in two months of a leap year: a calendar day is the same in both, "tomorrow", "friday" or "the 20th" is not.
_DAYS = (datetime(2024, 1, 1, tzinfo=UTC), datetime(2024, 2, 17, tzinfo=UTC))


def read_birthday(text: str, today: date, *, month_first: bool) -> Birthday | None:
    """The birthday in a text such as "March 14", "3/14/80" or "14.3.1980"; None when there is none."""
    iso = _ISO.fullmatch(text.strip())
    if iso:
        year, month, day = (int(part) for part in iso.groups())
        return Birthday(month, day, year) if _was_born(year, (month, day), today) else None
    rest, year_said = _without_year(text.strip(), today)
    answers = {_month_and_day(rest, at, month_first=month_first) for at in _DAYS}
    if len(answers) != 1:
        return None
    found = answers.pop()
    if found is None or (year_said is not None and not _was_born(year_said, found, today)):
        return None
    return Birthday(found[0], found[1], year_said)


def _without_year(text: str, today: date) -> tuple[str, int | None]:
    full = _YEAR.search(text)
    if full:
        rest = f"{text[: full.start()]} {text[full.end() :]}".strip(" -/,")
        return rest, int(full[1])
    numbers = re.findall(r"\d+", text)
    short = _SHORT_YEAR.search(text)
    if short and len(numbers) == 3:
        century = today.year // 100 * 100
        year = century + int(short[1])
        return text[: short.start()].rstrip("/-"), year if year <= today.year else year - 100
    return text, None


def _month_and_day(text: str, at: datetime, *, month_first: bool) -> tuple[int, int] | None:
    answer = plain_dates.parse(text, Moment(at, "UTC"), month_first=month_first)
    if not isinstance(answer, Understood) or answer.at is not None or not answer.is_a_day:
        return None
    return answer.on.month, answer.on.day


def _was_born(year: int, day: tuple[int, int], today: date) -> bool:
    try:
        return date(year, *day) <= today
    except ValueError:
        return False


def written(birthday: Birthday, today: date, *, month_first: bool) -> str:
    """A birthday as somebody would type it, so that it is understood as the same again; its leap rule stands apart."""
    words = wording.birthday(birthday)
    if read_birthday(words, today, month_first=month_first) == replace(birthday, leap_rule=LeapRule.FEB_28):
        return words
    if birthday.year:
        return f"{birthday.year:04d}-{birthday.month:02d}-{birthday.day:02d}"
    first, second = (birthday.month, birthday.day) if month_first else (birthday.day, birthday.month)
    return f"{first}/{second}"
