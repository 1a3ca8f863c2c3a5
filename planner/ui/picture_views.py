"""Pictures of the list of people: views of one's own, several people marked, columns."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEventLoop, QItemSelectionModel, QTimer
from PySide6.QtWidgets import QMenu, QWidget

from planner.domain.account import Level
from planner.domain.person import Closeness, Stage
from planner.services.open_book import OpenBook
from planner.services.saved_views import Filters, InTouch, OwnView
from planner.ui.desk import Desk
from planner.ui.kit import wording

Scene = Callable[[Desk], QWidget]
_SETTLE = 120


def scenes() -> Mapping[str, Scene]:
    """Every such picture by its name."""
    return {
        "view-form": _view_form,
        "view-list": _view_list,
        "desk-views": _own_view,
        "desk-view-once": _once,
        "desk-view-empty": _empty_view,
        "desk-columns": _columns,
        "menu-columns": _columns_menu,
        "desk-marked": lambda desk: marked(desk, 3),
        "desk-marked-narrow": _marked_narrow,
        "tags": lambda desk: door(desk, lambda: desk.rest.bulk.tag(_first(desk, 4))),
        "source": lambda desk: door(desk, lambda: desk.rest.bulk.come_from(_first(desk, 4))),
        "print-wanted": _print_wanted,
    }


def settle(milliseconds: int = _SETTLE) -> None:
    """Let timers and layouts come to rest."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def joined(desk: Desk, person_id: int) -> None:
    """Show somebody who has just come into the book, once the list has them in their place and is counted anew."""
    desk.choose(person_id)
    desk.people.count()
    settle(3 * _SETTLE)


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


def _once(desk: Desk) -> QWidget:
    """What a line of a report shows."""
    origins = desk.rest.services.people.sources()
    kind, name = next((one.kind, one.name) for one in origins if one.name)
    desk.people.show_alone(OwnView(0, wording.source(kind, name), Filters(sources=((kind, name),))))
    settle(4 * _SETTLE)
    return desk


def _empty_view(desk: Desk) -> QWidget:
    _some_views(desk.rest.services)
    desk.people.show_view(desk.rest.services.views.all()[-1])
    desk.people.count()
    desk.panes.hide_person()
    return desk


def _first(desk: Desk, count: int) -> list[int]:
    found = (desk.people.model.person_at(row) for row in range(count))
    return [person for person in found if person is not None]


def _columns(desk: Desk) -> QWidget:
    """Every column there is, in a wide window."""
    desk.resize(1900, 900)
    header = desk.people.table.horizontalHeader()
    for place in range(header.count()):
        header.setSectionHidden(place, False)  # noqa: FBT003  # Qt's argument
    return desk


def _columns_menu(desk: Desk) -> QWidget:
    """What can be done with columns."""
    menu = QMenu(desk)
    desk.people.table.fill_columns_menu(menu)
    menu.popup(desk.mapToGlobal(desk.rect().center()))
    return menu


def marked(desk: Desk, count: int) -> Desk:
    """Some people marked, and what can be done with them."""
    table = desk.people.table
    table.choose_row(0)
    flags = QItemSelectionModel.SelectionFlag
    for row in range(1, count):
        table.selectionModel().select(table.model().index(row, 0), flags.Select | flags.Rows)
    return desk


def _marked_narrow(desk: Desk) -> QWidget:
    desk.resize(1024, 640)
    return marked(desk, 3)


def _print_wanted(desk: Desk) -> QWidget:
    """A sheet on which people stand who are not due today."""
    services, now = desk.rest.services, desk.rest.services.clock()
    due = {card.person_id for card in services.today.day(now).cards}
    wanted = [person for person in _first(desk, 20) if person not in due]
    services.sheets.put_on(wanted[:4], now)
    return door(desk, desk.rest.book.print_sheet)


def _some_views(services: OpenBook) -> OwnView:
    """Three views of one's own, the last of nobody; answers the first."""
    now = services.clock()
    roles = (Stage.CUSTOMER, Stage.HOST, Stage.FAN)
    first = services.views.add("Good customers", Filters(stages=roles, levels=(Level.WARMING, Level.GOOD)), now)
    services.views.add("Friends, long not seen", Filters(closeness=(Closeness.FRIEND,), in_touch=InTouch.NOT_FOR), now)
    services.views.add("Bookclub in Oslo", Filters(cities=("Oslo",), tags=("book club",)), now)
    return first
