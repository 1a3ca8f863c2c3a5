"""The list of people: which, in which order, and what each line shows; raw rows, because every key typed asks again."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from planner.domain import account
from planner.domain.account import Level
from planner.domain.cadence import comes_up_on
from planner.domain.method import Method
from planner.domain.moment import Moment
from planner.domain.move import Action
from planner.domain.person import Closeness, SourceKind, Stage
from planner.models import listing as query
from planner.models import people
from planner.models.book import Book
from planner.services.order import SortBy
from planner.services.own_views import read_views
from planner.services.saved_views import AnyView, OwnView, View
from planner.services.stored import read_country, read_method
from planner.services.view_conditions import wanted

When = tuple[date | None, time | None]

if TYPE_CHECKING:
    from planner.services.finding import Found

__all__ = ["AnyView", "Listing", "OwnView", "PersonRow", "View"]


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
    town: str = ""
    phone: str = ""
    """The first number that is not wrong: in E.164, or as it was typed where that is not known."""
    tags: str = ""


def _needles(view: AnyView, search: str) -> tuple[str, ...]:
    """What to look for; the list as it is at the start looks for nothing and need not know how."""
    if isinstance(view, OwnView):
        search = f"{view.filters.words} {search}".strip()
    if not search:
        return ()
    from planner.domain.search import needles

    return tuple(needles(search))


def _beginning(view: AnyView, search: str) -> str:
    """How the name of the best match would begin."""
    if isinstance(view, OwnView) and view.filters.words:
        return ""
    from planner.domain.search import beginning

    return str(beginning(search))


def _on_users_clock(on: str | None, at: str, now: Moment) -> When:
    """When the next step is due for the user; a minute is kept with the zone in which it was agreed."""
    if on is None or not at:
        return date.fromisoformat(on) if on else None, None
    minute, _, zone = at.partition(" ")
    agreed = datetime.fromisoformat(f"{on}T{minute}")
    if zone not in ("", now.zone):
        agreed = agreed.replace(tzinfo=ZoneInfo(zone)).astimezone(ZoneInfo(now.zone))
    return agreed.date(), agreed.time()


def _next(action: str, on: str | None, at: str, now: Moment, method: Method, home: str) -> When:
    """When somebody comes up next: on the user's clock, and for what waits for a working day on that day (D8)."""
    day, minute = _on_users_clock(on, at, now)
    if day is None or not action:
        return day, minute
    seen = comes_up_on(Action(action), max(day, now.today), method, home)
    return (seen, None) if seen > max(day, now.today) else (day, minute)


class Listing:
    """The table of people. Ids come in pages, as a whole array, or counted; lines by id."""

    def __init__(self, book: Book) -> None:
        self._book = book

    def page(
        self, view: AnyView, sort: SortBy | None, descending: bool, search: str, now: Moment, limit: int = 256
    ) -> list[int]:
        """The first ``limit`` people of a view: what a key typed in the search box shows.

        Without a ``sort`` the best match comes first, or the first name where nothing is looked for.
        """
        needles, found = _needles(view, search), wanted(self._book, view, now)
        if sort is None and needles:
            return query.best(self._book, found, needles, _beginning(view, search), limit)
        order = query.ORDERS[(sort or SortBy.NAME).value]
        return query.page(self._book, found, order, needles, descending=descending, limit=limit)

    def ids(self, view: AnyView, sort: SortBy | None, descending: bool, search: str, now: Moment) -> array[int]:
        """Everybody of a view in order."""
        return array("q", self.page(view, sort, descending, search, now, -1))

    def count(self, view: AnyView, search: str, now: Moment) -> int:
        """How many people of a view are found."""
        return query.count(self._book, wanted(self._book, view, now), _needles(view, search))

    def counts(self, now: Moment, also: Iterable[OwnView] = ()) -> dict[AnyView, int]:
        """How many people each view holds: a walk through all of them for some, so better not while somebody waits."""
        return {view: self.count(view, "", now) for view in (*View, *read_views(self._book), *also)}

    def state(self, now: Moment) -> tuple[object, ...]:
        """Differs as soon as anything was written, or the day has changed."""
        return now.today, *query.state(self._book)

    def let_go(self) -> None:
        """At the end of a thread that has read: close its connection to the book."""
        self._book.let_go()

    def country(self) -> str:
        """Where the user is, and so how numbers are written."""
        return read_country(self._book)

    def own_views(self) -> tuple[OwnView, ...]:
        """The views the user has made, in their order."""
        return read_views(self._book)

    def cities(self) -> list[str]:
        """Every town people live in."""
        return query.cities(self._book)

    def rows(self, ids: Iterable[int], now: Moment) -> dict[int, PersonRow]:
        """The lines of some people; whoever is no longer in the book is missing."""
        method, home = read_method(self._book), read_country(self._book)
        return {row[0]: self._row(row, method, home, now) for row in query.rows(self._book, ids)}

    def why_found(self, rows: Iterable[PersonRow], search: str) -> dict[int, Found]:
        """Where people were found whose names do not explain it."""
        if not search.strip():
            return {}
        from planner.services.finding import why_found

        return why_found(self._book, {row.id: row.name for row in rows}, search)

    def hits(self, search: str, now: Moment, limit: int = 8) -> list[tuple[int, str]]:
        """The first people found, the best match first: what a box for choosing a person offers."""
        found = self.page(View.EVERYONE, None, descending=False, search=search, now=now, limit=limit)
        lines = self.rows(found, now)
        return [(person_id, lines[person_id].name) for person_id in found]

    def who_has(self, numbers: Iterable[str], addresses: Iterable[str], now: Moment) -> list[tuple[int, str]]:
        """Who is in the book with one of these E.164 numbers or e-mail addresses already, by name."""
        found = people.who_has(self._book, numbers, addresses)
        lines = self.rows(found, now)
        return [(person_id, lines[person_id].name) for person_id in found if person_id in lines]

    def _row(self, row: tuple[Any, ...], method: Method, home: str, now: Moment) -> PersonRow:
        (
            person_id,
            name,
            company,
            stage,
            closeness,
            score,
            action,
            on,
            at,
            last_on,
            last_channel,
            kind,
            source,
            *more,
        ) = row
        next_on, next_at = _next(action, on, at, now, method, home)
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
            *more,
        )
