"""Pictures of the list of people: views of one's own, several people marked, columns."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from planner.domain.account import Level
from planner.domain.person import Closeness, Stage
from planner.services.open_book import OpenBook
from planner.services.saved_views import Filters, InTouch, OwnView
from planner.ui.desk import Desk

Scene = Callable[[Desk], QWidget]


def scenes() -> Mapping[str, Scene]:
    """Every such picture by its name."""
    return {
        "view-form": _view_form,
        "view-list": _view_list,
        "desk-views": _own_view,
        "desk-view-empty": _empty_view,
    }


def door(desk: Desk, open_door: Callable[[], None]) -> QWidget:
    """The window that opens."""
    open_door()
    opened = desk.rest.doors.opened
    assert opened is not None
    return opened


def _view_form(desk: Desk) -> QWidget:
    """A view of one's own being changed."""
    view = _some_views(desk.rest.services)
    return door(desk, lambda: desk.rest.views.edit(view.id))


def _view_list(desk: Desk) -> QWidget:
    _some_views(desk.rest.services)
    return door(desk, desk.rest.views.arrange)


def _own_view(desk: Desk) -> QWidget:
    """A view of one's own, shown."""
    desk.people.show_view(_some_views(desk.rest.services))
    desk.people.count()
    return desk


def _empty_view(desk: Desk) -> QWidget:
    _some_views(desk.rest.services)
    desk.people.show_view(desk.rest.services.views.all()[-1])
    desk.people.count()
    desk.panes.hide_person()
    return desk


def _some_views(services: OpenBook) -> OwnView:
    """Three views of one's own, the last of nobody; answers the first."""
    now = services.clock()
    roles = (Stage.CUSTOMER, Stage.HOST, Stage.FAN)
    first = services.views.add("Good customers", Filters(stages=roles, levels=(Level.WARMING, Level.GOOD)), now)
    services.views.add("Friends, long not seen", Filters(closeness=(Closeness.FRIEND,), in_touch=InTouch.NOT_FOR), now)
    services.views.add("Bookclub in Oslo", Filters(cities=("Oslo",), tags=("book club",)), now)
    return first
