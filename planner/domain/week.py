"""Hours of a week: as a law has them, or as the user keeps them (compliance C2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from typing import Any

Hours = tuple[tuple[time, time], ...]
"""Stretches of one day, in wall time, earliest first."""

_HOLIDAYS = ("none", "as usual")
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Week:
    """Hours of a week in one country or state: as its law has them, or as the user keeps them there."""

    region: str
    mon_fri: Hours
    sat: Hours
    sun: Hours
    on_holidays: bool

    def of_weekday(self, weekday: int) -> Hours:
        """The stretches of a weekday, 0 is Monday."""
        return self.mon_fri if weekday < 5 else (self.sat, self.sun)[weekday - 5]

    def within(self, other: Week) -> Week:
        """What both leave open."""
        return Week(
            self.region,
            common(self.mon_fri, other.mon_fri),
            common(self.sat, other.sat),
            common(self.sun, other.sun),
            self.on_holidays and other.on_holidays,
        )


def read_weeks(given: object) -> tuple[Week, ...]:
    """The user's own hours as they were kept, by region; what makes no sense is left out."""
    weeks: dict[str, Week] = {}
    for row in given if isinstance(given, list | tuple) else ():
        try:
            weeks[str(row["region"])] = week_from(row)
        except (KeyError, TypeError, ValueError):
            continue
    return tuple(weeks[region] for region in sorted(weeks))


def written_week(week: Week) -> dict[str, Any]:
    """The user's own hours as they are kept; the opposite of ``read_weeks``."""

    def plain(hours: Hours) -> list[list[str]]:
        return [[f"{opens:%H:%M}", f"{closes:%H:%M}"] for opens, closes in hours]

    days = {"mon_fri": plain(week.mon_fri), "sat": plain(week.sat), "sun": plain(week.sun)}
    return {"region": week.region, **days, "holidays": _HOLIDAYS[week.on_holidays]}


def common(one: Hours, other: Hours) -> Hours:
    """The stretches that both leave open."""
    found = ((max(a, c), min(b, d)) for a, b in one for c, d in other)
    return tuple((opens, closes) for opens, closes in found if opens < closes)


def week_from(row: Row) -> Week:
    """A week as a table has it. Raises KeyError, TypeError or ValueError when it makes no sense."""
    on_holidays = bool(_HOLIDAYS.index(row["holidays"]))
    mon_fri, sat, sun = (hours_from(row[name]) for name in ("mon_fri", "sat", "sun"))
    return Week(str(row["region"]), mon_fri, sat, sun, on_holidays)


def hours_from(given: object) -> Hours:
    """Stretches of a day from pairs of "HH:MM". Raises ValueError or TypeError when they make no sense."""
    if not isinstance(given, list | tuple):
        raise TypeError(f"{given}")
    hours = tuple((time.fromisoformat(opens), time.fromisoformat(closes)) for opens, closes in given)
    if any(opens >= closes for opens, closes in hours) or list(hours) != sorted(hours):
        raise ValueError(f"{given}")
    return hours
