"""Rows of the law as they are read and checked: calling hours, and what makes an ask lawful (compliance C1 to C3).

A row that can't be read is left out and named; whatever holds in its country, and the courtesy hours, hold meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, TypeVar

from planner.domain.errors import PlannerError
from planner.domain.person import Closeness
from planner.domain.week import Row, Week, week_from

STATUS = ("P", "S", "D")
"""Read at the source, second hand, disputed."""

_NEAR = (Closeness.ACQUAINTANCE, Closeness.FRIEND)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class LawRow(Week):
    """When the law of a region allows to solicit, where that is written, how sure it is and when it was checked."""

    source: str
    status: str
    checked_on: date
    note: str = ""
    effective_from: date | None = None
    effective_to: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the row is in force on that day."""
        return _in_force(self.effective_from, self.effective_to, day)


@dataclass(frozen=True, slots=True)
class Terms:
    """What makes it lawful to ask somebody in a region, and what binds whoever does (C1 to C4).

    Months a purchase or an inquiry opens, for calls and for messages, are None where they open nothing. ``personal`` is
    the farthest closeness that counts as a personal relationship. ``registry`` is the name of the do-not-call list,
    empty where there is none, and ``look_up_days`` how old a look-up may be. A stop is to be honoured within
    ``honour_days``, or so many working days, whichever ends first; at once where neither is told.
    """

    region: str
    purchase_months: int | None = None
    inquiry_months: int | None = None
    message_purchase_months: int | None = None
    message_inquiry_months: int | None = None
    needs_permission: bool = False
    personal: Closeness = Closeness.FRIEND
    registry: str = ""
    look_up_days: int = 31
    registry_binds_customers: bool = False
    honour_days: int | None = None
    honour_working_days: int | None = None
    calls_a_day: int | None = None
    calls_a_month: int | None = None
    rest_after_no_days: int | None = None
    identify_seconds: int | None = None
    source: str = ""
    status: str = ""
    checked_on: date | None = None
    note: str = ""
    effective_from: date | None = None
    effective_to: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the row is in force on that day."""
        return _in_force(self.effective_from, self.effective_to, day)


def read_rows(given: object) -> tuple[dict[str, LawRow], tuple[PlannerError, ...]]:
    """The rows of hours that make sense, by region, and what was wrong with the others."""
    return _read("hours.json", given, _law_row)


def read_terms(given: object) -> tuple[dict[str, Terms], tuple[PlannerError, ...]]:
    """The terms that make sense, by region, and what was wrong with the others.

    A state stands below its country and takes from it whatever it leaves out, except the source and its dates.
    """
    return _read("relationship.json", given, _terms)


def _read(
    file: str, given: object, make: Callable[[Row, Mapping[str, T]], T]
) -> tuple[dict[str, T], tuple[PlannerError, ...]]:
    rows: dict[str, T] = {}
    wrong: list[PlannerError] = []
    for number, row in enumerate(given if isinstance(given, list | tuple) else (), start=1):
        try:
            rows[str(row["region"])] = make(row, rows)
        except (KeyError, TypeError, ValueError) as error:
            wrong.append(PlannerError("rules_row", file=file, row=number, what=str(error)))
    return rows, tuple(wrong)


def _law_row(row: Row, _before: Mapping[str, LawRow]) -> LawRow:
    week = week_from(row)
    return LawRow(week.region, week.mon_fri, week.sat, week.sun, week.on_holidays, **_provenance(row))


def _terms(row: Row, before: Mapping[str, Terms]) -> Terms:
    region = str(row["region"])
    own = {name: value for name, value in row.items() if name not in _PROVENANCE and name != "region"}
    if "personal" in own:
        own["personal"] = Closeness(own["personal"])
        if own["personal"] not in _NEAR:
            raise ValueError(row["personal"])
    for name, value in own.items():
        if name not in _KINDS or type(value) is not _KINDS[name]:
            raise ValueError(f"{name}: {value}")
    for calls in ("purchase_months", "inquiry_months"):
        if calls in own:
            own.setdefault(f"message_{calls}", own[calls])
    return Terms(**{"region": region} | _inherited(before.get(region[:2])) | own | _provenance(row))


def _inherited(country: Terms | None) -> dict[str, Any]:
    return {name: getattr(country, name) for name in _KINDS} if country is not None else {}


def _provenance(row: Row) -> dict[str, Any]:
    """Where a row comes from and when it holds; nothing is believed without a source."""
    if not row["source"] or row["status"] not in STATUS:
        raise ValueError(f"{row['source']} {row['status']}")
    return {
        "source": str(row["source"]),
        "status": str(row["status"]),
        "checked_on": date.fromisoformat(row["checked_on"]),
        "note": str(row.get("note", "")),
        "effective_from": _day(row.get("effective_from")),
        "effective_to": _day(row.get("effective_to")),
    }


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _in_force(since: date | None, until: date | None, day: date) -> bool:
    return (since is None or since <= day) and (until is None or day <= until)


_PROVENANCE = frozenset({"source", "status", "checked_on", "note", "effective_from", "effective_to"})
_OF_TYPE = {"bool": bool, "str": str, "int": int, "int | None": int, "Closeness": Closeness}
_KINDS: Mapping[str, type] = {
    field.name: _OF_TYPE[str(field.type)] for field in fields(Terms) if field.name not in _PROVENANCE | {"region"}
}
"""What a row of terms may say, and the type of each."""
