"""The list of people: which, in which order, and what each line shows; raw rows, because every key typed asks again."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from planner.domain import account
from planner.domain.account import Level
from planner.domain.method import Method
from planner.domain.moment import Moment
from planner.domain.person import Closeness, SourceKind, Stage
from planner.models import listing as query
from planner.models import people
from planner.models.book import Book
from planner.models.listing import Wanted
from planner.services.order import SortBy
from planner.services.stored import read_country, read_method


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
    HOMEWORK = "homework"
    LEAVE_IN_PEACE = "leave_in_peace"
    ARCHIVED = "archived"


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One line of the table. ``points`` is the unrounded balance now, ``next_on`` and ``next_at`` the user's clock."""

    id: int
    name: str
    stage: Stage
    closeness: Closeness
    points: float
    level: Level
    next_action: str
    next_on: date | None
    next_at: time | None
    last_on: date | None
    last_channel: str
    source_kind: SourceKind
    source_name: str


def _needles(search: str) -> tuple[str, ...]:
    """What to look for; the list as it is at the start looks for nothing and need not know how."""
    if not search:
        return ()
    from planner.domain.search import needles

    return tuple(needles(search))


def _on_users_clock(on: str | None, at: str, now: Moment) -> tuple[date | None, time | None]:
    """When the next step is due for the user; a minute is kept with the zone in which it was agreed."""
    if on is None or not at:
        return date.fromisoformat(on) if on else None, None
    minute, _, zone = at.partition(" ")
    agreed = datetime.fromisoformat(f"{on}T{minute}")
    if zone not in ("", now.zone):
        agreed = agreed.replace(tzinfo=ZoneInfo(zone)).astimezone(ZoneInfo(now.zone))
    return agreed.date(), agreed.time()


class Listing:
    """The table of people. Ids come in pages, as a whole array, or counted; lines by id."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._counted: tuple[tuple[object, ...], dict[View, int]] | None = None

    def page(self, view: View, sort: SortBy, descending: bool, search: str, now: Moment, limit: int = 256) -> list[int]:
        """The first ``limit`` people of a view: what a key typed in the search box shows."""
        wanted = self._wanted(view, now)
        order = query.ORDERS[sort.value]
        return query.page(self._book, wanted, order, _needles(search), descending=descending, limit=limit)

    def ids(self, view: View, sort: SortBy, descending: bool, search: str, now: Moment) -> array[int]:
        """Everybody of a view in order."""
        return array("q", self.page(view, sort, descending, search, now, -1))

    def count(self, view: View, search: str, now: Moment) -> int:
        """How many people of a view are found."""
        return query.count(self._book, self._wanted(view, now), _needles(search))

    def counts(self, now: Moment) -> dict[View, int]:
        """How many people each view holds; counted again only after something was written or the day has changed."""
        state = (now.today, *query.state(self._book))
        if self._counted is None or self._counted[0] != state:
            self._counted = state, {view: self.count(view, "", now) for view in View}
        return dict(self._counted[1])

    def rows(self, ids: Iterable[int], now: Moment) -> dict[int, PersonRow]:
        """The lines of some people; whoever is no longer in the book is missing."""
        method = read_method(self._book)
        return {row[0]: self._row(row, method, now) for row in query.rows(self._book, ids)}

    def hits(self, search: str, now: Moment, limit: int = 8) -> list[tuple[int, str]]:
        """The first people found, by name: what a box for choosing a person offers."""
        found = self.page(View.EVERYONE, SortBy.NAME, descending=False, search=search, now=now, limit=limit)
        lines = self.rows(found, now)
        return [(person_id, lines[person_id].name) for person_id in found]

    def _row(self, row: tuple[Any, ...], method: Method, now: Moment) -> PersonRow:
        person_id, name, company, stage, closeness, score, action, on, at, last_on, last_channel, kind, source = row
        next_on, next_at = _on_users_clock(on, at, now)
        points = account.balance(score, now.today, method.half_life)
        return PersonRow(
            person_id,
            name or company or people.way_to_reach(self._book, person_id),
            Stage(stage),
            Closeness(closeness),
            points,
            account.level(points, method.floors),
            action,
            next_on,
            next_at,
            date.fromisoformat(last_on) if last_on else None,
            last_channel,
            SourceKind(kind or SourceKind.UNKNOWN),
            source or "",
        )

    def _wanted(self, view: View, now: Moment) -> Wanted:
        if view in (View.GIVE_FIRST, View.READY_FOR_ASK):
            method = read_method(self._book)
            least = method.warming_from if view is View.GIVE_FIRST else method.ask_minimum_buy
            bound = account.score_for(least, now.today, method.half_life)
            return Wanted(_CONDITIONS[view], (bound,) if view is View.GIVE_FIRST else (now.today.isoformat(), bound))
        if view is View.FRESH_LEADS:
            since = (now.today - timedelta(days=read_method(self._book).cooling_days)).isoformat()
            return Wanted(_CONDITIONS[view], (since, since, since))
        if view is View.DUE_TODAY:
            from planner.services import ahead

            return ahead.due_on(now.today, read_method(self._book), read_country(self._book))
        return Wanted(_CONDITIONS[view], is_listed=view is not View.ARCHIVED)


def _in(values: Iterable[StrEnum]) -> str:
    """Values of our own enums as the text of a list."""
    return "(" + ", ".join(f"'{value.value}'" for value in values) + ")"


_CLOSED = (Stage.NO, Stage.CLOSED_KINDLY)
_OWN_SOURCES = tuple(
    kind for kind in SourceKind if kind not in (SourceKind.BOUGHT, SourceKind.IMPORTED, SourceKind.UNKNOWN)
)
_STOPPED = "SELECT person_id FROM stop_rule WHERE channel IS NULL OR meant = 'everything'"

_CONDITIONS = {
    View.EVERYONE: "1",
    View.GIVE_FIRST: (
        "score < ? AND (score <> 0 OR (closeness <> 'stranger' AND source NOT LIKE 'bought %'))"
        f" AND stage NOT IN {_in(_CLOSED)} AND person_id NOT IN ({_STOPPED})"
    ),
    View.READY_FOR_ASK: "ask_from <= ? AND score >= ?",
    View.FRESH_LEADS: (
        "person_id IN (SELECT person_id FROM due WHERE kind = 'inquiry' AND due_on >= ? UNION"
        f" SELECT person.id FROM source JOIN person ON source_id = source.id WHERE kind IN {_in(_OWN_SOURCES)}"
        " AND added_on >= ? AND stage IN ('new', 'reached_out') UNION SELECT id FROM person WHERE source_id IS NULL"
        " AND added_on >= ? AND import_batch_id IS NULL AND stage IN ('new', 'reached_out'))"
    ),
    View.CUSTOMERS: f"stage IN {_in((Stage.CUSTOMER, Stage.HOST, Stage.FAN))}",
    View.TEAM: f"stage = '{Stage.TEAM.value}'",
    View.NO_NEXT_STEP: (
        "person_id IN (SELECT person_id FROM due WHERE kind = 'next_step' UNION"
        " SELECT person_id FROM standing WHERE is_listed AND next_on IS NULL AND next_action = 'all_is_well')"
    ),
    View.HOMEWORK: "person_id IN (SELECT person_id FROM due WHERE kind = 'homework')",
    View.LEAVE_IN_PEACE: (
        f"person_id IN ({_STOPPED} UNION SELECT person_id FROM standing WHERE is_listed AND stage IN {_in(_CLOSED)})"
    ),
    View.ARCHIVED: "1",
}
