"""The hours in which the law allows to solicit, state by state: rows with a source (compliance C1 to C3).

Facts, not legal advice. A row that can't be read is left out and reported by ``problems``; its country's row and the
courtesy hours hold meanwhile.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from functools import cache
from typing import Any

from planner.domain.errors import PlannerError
from planner.domain.rulebook import table

Hours = tuple[tuple[time, time], ...]
"""Stretches of one day, in wall time, earliest first."""

_STATUS = frozenset({"P", "S", "D"})
_HOLIDAYS = frozenset({"none", "as usual"})


@dataclass(frozen=True, slots=True)
class LawRow:
    """What one country or state allows, where that is written, how sure it is and when it was checked."""

    region: str
    mon_fri: Hours
    sat: Hours
    sun: Hours
    on_holidays: bool
    source: str
    status: str
    checked_on: date
    note: str = ""
    effective_from: date | None = None
    effective_to: date | None = None

    def hours_on(self, day: date) -> Hours:
        """When it is lawful on that day of their calendar."""
        if not self.on_holidays and is_holiday(self.region, day):
            return ()
        return (self.mon_fri, self.mon_fri, self.mon_fri, self.mon_fri, self.mon_fri, self.sat, self.sun)[day.weekday()]

    def holds_on(self, day: date) -> bool:
        """Whether the row is in force on that day."""
        begun = self.effective_from is None or self.effective_from <= day
        return begun and (self.effective_to is None or day <= self.effective_to)


def rows_for(region: str, day: date) -> tuple[LawRow, ...]:
    """The rows that bind in ``US-KY``: the country's and the state's own."""
    found = (_rows().get(region[:2]), _rows().get(region) if len(region) > 2 else None)
    return tuple(row for row in found if row is not None and row.holds_on(day))


def all_rows() -> tuple[LawRow, ...]:
    """The whole table, for whoever wants to look at it."""
    return tuple(_rows().values())


def problems() -> tuple[PlannerError, ...]:
    """What could not be read in the table."""
    return _read()[1]


def is_holiday(region: str, day: date) -> bool:
    """Whether that day is a holiday of the country, or of the state where the table knows them."""
    known = table("holidays")
    key = region if region in known["days"] else region[:2]
    if known["from_year"] <= day.year <= known["to_year"]:
        return day.isoformat() in _holidays(key)
    return day in _computed(key, day.year)


@cache
def _holidays(region: str) -> frozenset[str]:
    return frozenset(table("holidays")["days"].get(region, ()))


@cache
def _computed(region: str, year: int) -> frozenset[date]:
    """Holidays of years beyond the table."""
    import holidays

    country, _, state = region.partition("-")
    try:
        return frozenset(holidays.country_holidays(country, subdiv=state or None, years=year))
    except NotImplementedError:
        return frozenset()


def _rows() -> Mapping[str, LawRow]:
    return _read()[0]


@cache
def _read() -> tuple[Mapping[str, LawRow], tuple[PlannerError, ...]]:
    return read_rows(table("hours").get("rows", ()))


def read_rows(given: object) -> tuple[Mapping[str, LawRow], tuple[PlannerError, ...]]:
    """The rows that make sense, by region, and what was wrong with the others."""
    rows: dict[str, LawRow] = {}
    wrong: list[PlannerError] = []
    for number, row in enumerate(given if isinstance(given, list | tuple) else (), start=1):
        try:
            read = _row(row)
        except (KeyError, TypeError, ValueError) as error:
            wrong.append(PlannerError("rules_row", file="hours.json", row=number, what=str(error)))
            continue
        rows[read.region] = read
    return rows, tuple(wrong)


def _row(row: Mapping[str, Any]) -> LawRow:
    if row["status"] not in _STATUS or row["holidays"] not in _HOLIDAYS:
        raise ValueError(f"{row['status']} {row['holidays']}")
    if not row["source"]:
        raise ValueError("source")
    return LawRow(
        region=str(row["region"]),
        mon_fri=_hours(row["mon_fri"]),
        sat=_hours(row["sat"]),
        sun=_hours(row["sun"]),
        on_holidays=row["holidays"] == "as usual",
        source=row["source"],
        status=row["status"],
        checked_on=date.fromisoformat(row["checked_on"]),
        note=row.get("note", ""),
        effective_from=_day(row.get("effective_from")),
        effective_to=_day(row.get("effective_to")),
    )


def _hours(given: list[list[str]]) -> Hours:
    hours = tuple((time.fromisoformat(opens), time.fromisoformat(closes)) for opens, closes in given)
    if any(opens >= closes for opens, closes in hours) or list(hours) != sorted(hours):
        raise ValueError(f"{given}")
    return hours


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
