"""The list of people: which, in which order, and what each line shows; raw rows, because every key typed asks again."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from planner.domain import account
from planner.domain.account import Level
from planner.domain.moment import Moment
from planner.domain.person import Closeness, SourceKind, Stage
from planner.domain.search import needles
from planner.models import listing as query
from planner.models.book import Book
from planner.services.stored import read_method


class View(StrEnum):
    """The saved views above the table."""

    EVERYONE = "everyone"
    DUE_TODAY = "due_today"
    GIVE_FIRST = "give_first"
    READY_FOR_ASK = "ready_for_ask"
    FRESH_LEADS = "fresh_leads"
    CUSTOMERS = "customers"
    TEAM = "team"
    NO_NEXT_STEP = "no_next_step"
    LEAVE_IN_PEACE = "leave_in_peace"
    ARCHIVED = "archived"


class SortBy(StrEnum):
    """The columns one can sort by."""

    NAME = "name"
    RELATIONSHIP = "relationship"
    BALANCE = "balance"
    NEXT_STEP = "next_step"
    LAST_CONTACT = "last_contact"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One line of the table. ``points`` is the unrounded balance now; ``next_at`` is ``HH:MM`` in the person's zone."""

    id: int
    name: str
    stage: Stage
    closeness: Closeness
    points: float
    next_action: str
    next_on: date | None
    next_at: str
    last_on: date | None
    last_channel: str
    source_kind: SourceKind
    source_name: str


class Listing:
    """The table of people. Ids come in pages, as a whole array, or counted; lines by id."""

    def __init__(self, book: Book) -> None:
        self._book = book

    def page(self, view: View, sort: SortBy, descending: bool, search: str, now: Moment, limit: int = 256) -> list[int]:
        """The first ``limit`` people of a view: what a key typed in the search box shows."""
        where, params = self._where(view, now)
        return query.ids(
            self._book, where, params, sort.value, descending=descending, needles=needles(search), limit=limit
        )

    def ids(self, view: View, sort: SortBy, descending: bool, search: str, now: Moment) -> array[int]:
        """Everybody of a view in order."""
        return array("q", self.page(view, sort, descending, search, now, -1))

    def count(self, view: View, search: str, now: Moment) -> int:
        """How many people of a view are found."""
        where, params = self._where(view, now)
        return query.count(self._book, where, params, needles(search))

    def counts(self, now: Moment) -> dict[View, int]:
        """How many people each view holds."""
        return {view: self.count(view, "", now) for view in View}

    def rows(self, ids: Iterable[int], now: Moment) -> dict[int, PersonRow]:
        """The lines of some people."""
        half_life = read_method(self._book).half_life
        return {row[0]: self._row(row, half_life, now) for row in query.rows(self._book, ids)}

    def hits(self, search: str, now: Moment, limit: int = 8) -> list[tuple[int, str]]:
        """The first people found, by name: what a box for choosing a person offers."""
        found = self.page(View.EVERYONE, SortBy.NAME, descending=False, search=search, now=now, limit=limit)
        lines = self.rows(found, now)
        return [(person_id, lines[person_id].name) for person_id in found]

    def _row(self, row: tuple[Any, ...], half_life: int, now: Moment) -> PersonRow:
        person_id, name, company, stage, closeness, score, action, on, at, last_on, last_channel, kind, source = row
        return PersonRow(
            person_id,
            name or company or query.way_to_reach(self._book, person_id),
            Stage(stage),
            Closeness(closeness),
            account.balance(score, now.today, half_life),
            action or "",
            date.fromisoformat(on) if on else None,
            at or "",
            date.fromisoformat(last_on) if last_on else None,
            last_channel or "",
            SourceKind(kind or SourceKind.UNKNOWN),
            source or "",
        )

    def _where(self, view: View, now: Moment) -> tuple[str, tuple[object, ...]]:
        if view is View.ARCHIVED:
            return "NOT is_listed", ()
        if view in (View.GIVE_FIRST, View.READY_FOR_ASK):
            warming = account.score_for(WARMING, now.today, read_method(self._book).half_life)
            return f"is_listed AND score {'<' if view is View.GIVE_FIRST else '>='} ?", (warming,)
        if view is View.DUE_TODAY:
            return "is_listed AND next_on <= ?", (now.today.isoformat(),)
        return _CONDITIONS[view], ()


WARMING = next(floor for floor, level in account.FLOORS if level is Level.WARMING)

_CONDITIONS = {
    View.EVERYONE: "is_listed",
    View.FRESH_LEADS: "is_listed AND stage IN ('new', 'reached_out')",
    View.CUSTOMERS: "is_listed AND stage IN ('customer', 'host', 'fan')",
    View.TEAM: "is_listed AND stage = 'team'",
    View.NO_NEXT_STEP: "is_listed AND next_on IS NULL",
    View.LEAVE_IN_PEACE: "is_listed AND (next_action = 'leave_in_peace' OR stage IN ('no', 'closed_kindly'))",
}
