"""The user's own views: kept in their order in one setting of the book, so that they travel and are undone with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, replace
from enum import StrEnum
from typing import TypeVar

from planner.domain.account import Level
from planner.domain.errors import PlannerError
from planner.domain.moment import Moment
from planner.domain.person import Closeness, SourceKind, Stage
from planner.domain.text import one_line
from planner.domain.touch import Channel
from planner.models.book import Book
from planner.services.changes import Change, Changes
from planner.services.saved_views import Filters, InTouch, NextStep, Origin, OwnView, View
from planner.services.stored import JSON, read_setting, write_setting

VIEWS = "views"
"""The key of the setting."""
_LONGEST_NAME = 60

_E = TypeVar("_E", bound=StrEnum)


class OwnViews:
    """Making, changing, ordering and deleting them; each is one step of undo."""

    def __init__(self, book: Book, changes: Changes) -> None:
        self._book = book
        self._changes = changes

    def all(self) -> tuple[OwnView, ...]:
        """Every view in the user's order."""
        return read_views(self._book)

    def add(self, name: str, filters: Filters, now: Moment) -> OwnView:
        """Make a view, the last in order. Raises PlannerError: view_needs_name, view_name_taken."""
        present = self.all()
        view = OwnView(max((each.id for each in present), default=0) + 1, self._free(name, present), filters)
        self._write("view_added", view.name, (*present, view), now)
        return view

    def save(self, view_id: int, name: str, filters: Filters, now: Moment) -> OwnView:
        """Write over a view. Raises PlannerError: view_needs_name, view_name_taken, no_such_view."""
        present, place = self._placed(view_id)
        others = [each for each in present if each.id != view_id]
        view = replace(present[place], name=self._free(name, others), filters=filters)
        self._write("view_saved", view.name, (*present[:place], view, *present[place + 1 :]), now)
        return view

    def move(self, view_id: int, places: int, now: Moment) -> None:
        """Move a view so many places later, or earlier. Raises PlannerError: no_such_view."""
        present, place = self._placed(view_id)
        rest = [each for each in present if each.id != view_id]
        rest.insert(min(max(place + places, 0), len(rest)), present[place])
        self._write("view_moved", present[place].name, rest, now)

    def remove(self, view_id: int, now: Moment) -> None:
        """Delete a view; nobody in it is touched. Raises PlannerError: no_such_view."""
        present, place = self._placed(view_id)
        self._write("view_removed", present[place].name, (*present[:place], *present[place + 1 :]), now)

    def _placed(self, view_id: int) -> tuple[tuple[OwnView, ...], int]:
        present = self.all()
        place = next((place for place, each in enumerate(present) if each.id == view_id), None)
        if place is None:
            raise PlannerError("no_such_view", view_id=view_id)
        return present, place

    def _write(self, what: str, name: str, views: Iterable[OwnView], now: Moment) -> None:
        kept: JSON = [_written(view) for view in views]
        if kept == read_setting(self._book, VIEWS, []):
            return
        with self._book.step(what, now, name=name):
            write_setting(self._book, VIEWS, kept)
        self._changes.announce(Change.SETTINGS)

    @staticmethod
    def _free(name: str, others: Iterable[OwnView]) -> str:
        tidied = one_line(name)[:_LONGEST_NAME]
        if not tidied:
            raise PlannerError("view_needs_name")
        if any(each.name.casefold() == tidied.casefold() for each in others):
            raise PlannerError("view_name_taken", name=tidied)
        return tidied


def read_views(book: Book) -> tuple[OwnView, ...]:
    """The views as the book keeps them; what makes no sense in one of them is passed over."""
    return _understood(read_setting(book, VIEWS))


def add_views(book: Book, kept: JSON) -> int:
    """Put views of another book behind those of this one, inside the running step; answers how many.

    One whose name is taken is left out.
    """
    present = list(read_views(book))
    names = {view.name.casefold() for view in present}
    new = [view for view in _understood(kept) if view.name.casefold() not in names]
    if new:
        following = max((view.id for view in present), default=0) + 1
        present += [replace(view, id=following + at) for at, view in enumerate(new)]
        write_setting(book, VIEWS, [_written(view) for view in present])
    return len(new)


def _understood(kept: JSON) -> tuple[OwnView, ...]:
    found: dict[int, OwnView] = {}
    for each in kept if isinstance(kept, list) else ():
        if isinstance(each, dict) and isinstance(each.get("id"), int) and isinstance(each.get("name"), str):
            view = OwnView(int(str(each["id"])), one_line(str(each["name"])), _filters(each))
            if view.name:
                found.setdefault(view.id, view)
    return tuple(found.values())


def _filters(kept: Mapping[str, JSON]) -> Filters:
    default = Filters()
    days = kept.get("in_touch_days")
    return Filters(
        among=_one(View, kept.get("among"), default.among),
        words=_text(kept.get("words")),
        stages=_some(Stage, kept.get("stages")),
        closeness=_some(Closeness, kept.get("closeness")),
        levels=_some(Level, kept.get("levels")),
        sources=tuple(_each(kept.get("sources"), _origin)),
        tags=tuple(_each(kept.get("tags"), _text)),
        allowed=_some(Channel, kept.get("allowed")),
        in_touch=_one(InTouch, kept.get("in_touch"), default.in_touch),
        in_touch_days=days if isinstance(days, int) and 0 < days < 10_000 else default.in_touch_days,
        cities=tuple(_each(kept.get("cities"), _text)),
        next_step=_one(NextStep, kept.get("next_step"), default.next_step),
    )


def _written(view: OwnView) -> dict[str, JSON]:
    """A view as JSON: only the lines that say something."""
    record: dict[str, JSON] = {"id": view.id, "name": view.name}
    default = Filters()
    for each in fields(Filters):
        value = getattr(view.filters, each.name)
        if value != getattr(default, each.name):
            record[each.name] = _plain(value)
    return record


def _plain(value: object) -> JSON:
    if isinstance(value, tuple):
        return [{"kind": each[0].value, "name": each[1]} if isinstance(each, tuple) else _plain(each) for each in value]
    return value if isinstance(value, int) else str(value)


_T = TypeVar("_T")


def _each(kept: JSON, read: Callable[[JSON], _T | None]) -> list[_T]:
    """What can be read of a list, each once."""
    found = [value for value in map(read, kept if isinstance(kept, list) else ()) if value]
    return list(dict.fromkeys(found))


def _text(kept: JSON) -> str:
    return one_line(kept) if isinstance(kept, str) else ""


def _origin(kept: JSON) -> Origin | None:
    if not isinstance(kept, dict) or kept.get("kind") not in tuple(SourceKind):
        return None
    return SourceKind(str(kept["kind"])), _text(kept.get("name"))


def _one(values: type[_E], kept: JSON, default: _E) -> _E:
    return values(kept) if isinstance(kept, str) and kept in tuple(values) else default


def _some(values: type[_E], kept: JSON) -> tuple[_E, ...]:
    known = tuple(values)
    return tuple(_each(kept, lambda each: values(each) if isinstance(each, str) and each in known else None))
