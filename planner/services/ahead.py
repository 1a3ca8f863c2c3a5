"""Which people a day is about by the dates the book keeps, and who comes next (D8)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum

from planner.domain import hours
from planner.domain.cadence import SOFT, comes_up_on
from planner.domain.method import Method
from planner.domain.move import Action
from planner.models import ahead as table
from planner.models.book import Book
from planner.models.listing import Wanted

_FIRST = 16
"""So many dates are compared: those that fall on a day off come up after it."""

_NOT_ON_A_LIST = (Action.NONE, Action.LEAVE_IN_PEACE, Action.WAIT, Action.HOMEWORK, Action.ALL_IS_WELL)
_UNSAID = tuple(action for action in _NOT_ON_A_LIST if action is not Action.WAIT)
"""What never comes up by itself."""

Next = tuple[date, str]
Held = tuple[date, int]


def due_on(day: date, method: Method, home: str) -> Wanted:
    """Everybody whose day has come by then; on a day off only what doesn't wait for the next working day."""
    quiet = (*_NOT_ON_A_LIST, *SOFT) if hours.is_day_off(day, home, method) else _NOT_ON_A_LIST
    return _due(day, method, f"NOT IN ({_text(quiet)})")


def comes_up() -> str:
    """The condition of a next step that comes up by itself."""
    return f"next_action NOT IN ({_text(_NOT_ON_A_LIST)})"


def resting(book: Book, back_on: date, method: Method) -> int:
    """How many people wait for the next working day."""
    return table.count(book, _due(back_on, method, f"IN ({_text(SOFT)})"))


def _due(day: date, method: Method, actions: str) -> Wanted:
    """Whose day has come by then with one of these moves, without what is planned anew by itself (D8)."""
    condition = (
        f"next_on <= ? AND next_action {actions} AND (next_action <> 'try_again' OR next_on >= ?)"
        " AND (next_action <> 'keep_in_touch' OR next_on >= ?)"
    )
    ago = (0, method.rest, method.replan_after)
    return Wanted(condition, tuple((day - timedelta(days=days)).isoformat() for days in ago))


def next_after(book: Book, today: date, method: Method, home: str, held: Iterable[Held] = ()) -> Next | None:
    """Who comes up first after today, and when; ``held`` are those of today who wait until a day."""
    found = [
        (_comes_up(date.fromisoformat(on), action, method, home), name)
        for on, name, action in table.following(book, today.isoformat(), _text(_UNSAID), _FIRST)
    ]
    tomorrow = today + timedelta(days=1)
    waiting = min(((max(until, tomorrow), person_id) for until, person_id in held), default=None)
    if waiting is not None:
        until, person_id = waiting
        found.append((hours.next_working_day(until, home, method), table.name_of(book, person_id)))
    return min(found, key=lambda one: one[0], default=None)


def _comes_up(on: date, action: str, method: Method, home: str) -> date:
    """The day somebody is seen; who waits for a day off of the user's is seen after it."""
    is_wait = action == Action.WAIT
    return hours.next_working_day(on, home, method) if is_wait else comes_up_on(Action(action), on, method, home)


def _text(values: Iterable[StrEnum]) -> str:
    """Values of our own enums as the text of a list."""
    return ", ".join(f"'{value.value}'" for value in values)
