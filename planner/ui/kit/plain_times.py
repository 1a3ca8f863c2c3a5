"""The time of day in a text such as "5pm", "half past 2" or "in the evening"."""

from __future__ import annotations

from datetime import time

from planner.domain.promise import Window
from planner.ui.kit.date_words import DateWords, NotClearError, Remaining, either


def read_part(rest: Remaining, words: DateWords) -> Window | None:
    """Take the part of the day out of ``rest``."""
    for named, window in (
        (words.morning, Window.MORNING),
        (words.afternoon, Window.AFTERNOON),
        (f"{words.evening}|{words.tonight}", Window.EVENING),
    ):
        if rest.take(either(named)):
            return window
    return None


def read_time(rest: Remaining, words: DateWords, part: Window | None) -> time | None:
    """Take the time out of ``rest``; without am or pm, 1 to 7 mean the afternoon (05:30 with a nought does not)."""
    if rest.take(either(words.noon)):
        return time(12)
    if rest.take(either(words.midnight)):
        return time(0)
    half = f"({either(words.am)})|({either(words.pm)})"
    for past, minutes in ((words.half_past, 30), (words.quarter_past, 15), (words.quarter_to, -15)):
        found = rest.take(rf"{either(past)}\s+(\d{{1,2}})(?:\s*(?:{half}))?") or rest.take(
            rf"(\d{{1,2}})\s+{either(past)}(?:\s*(?:{half}))?"
        )
        if found:
            hour = _hour(found[1], found[2], found[3], part).hour - (minutes < 0)
            return time(hour % 24, minutes % 60)
    found = rest.take(rf"(\d{{1,2}})[:.h](\d{{2}})(?::00)?(?:\s*(?:{half}))?")
    if found:
        if int(found[2]) > 59:
            raise NotClearError("words", found[0])
        return _hour(found[1], found[3], found[4], part).replace(minute=int(found[2]))
    found = rest.take(rf"(\d{{1,2}})(?:\s*(?:{half}))")
    if not found:
        found = rest.take(rf"(\d{{1,2}})()()(?:\s*{either(words.o_clock)}|h)?")
    return _hour(found[1], found[2], found[3], part) if found else None


def _hour(digits: str, is_am: str | None, is_pm: str | None, part: Window | None) -> time:
    hour = int(digits)
    if hour > 23 or ((is_am or is_pm) and not 1 <= hour <= 12):
        raise NotClearError("words", digits)
    if is_am or is_pm:
        return time(hour % 12 + (12 if is_pm else 0))
    is_later = part in (Window.AFTERNOON, Window.EVENING) and hour < 12
    is_likely = part is None and 1 <= hour <= 7 and not digits.startswith("0")
    return time(hour + 12 if is_later or is_likely else hour)
