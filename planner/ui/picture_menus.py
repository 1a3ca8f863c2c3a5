"""Pictures of the menus, and of names that are hard to place."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from planner.domain.promise import PromiseKind
from planner.services.drafts import PersonDraft, PhoneDraft
from planner.services.promise_rows import PromiseDraft
from planner.services.saved_views import Filters
from planner.ui.desk import Desk
from planner.ui.picture_views import Scene, marked

LONG = "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwaren Adolphina Maximiliana Cruz"
NAMES = ("A", LONG, "محمد بن عبد الله الطويل البغدادي", "🌸 Rosa 🌼", "李小龍", "Ngozi Ẹlẹ́ṣin-Ọ̀jẹ̀")
_BAR = ("file", "edit", "people", "business", "view", "help")


def scenes() -> Mapping[str, Scene]:
    """Every such picture by its name."""
    return {
        **{f"menu-{name}": partial(_of_bar, at=at) for at, name in enumerate(_BAR)},
        "menu-people-marked": lambda desk: _of_bar(marked(desk, 3), at=2),
        "menu-row": _of_row,
        "menu-row-marked": lambda desk: _of_row(marked(desk, 3)),
        "menu-card": _of_card,
        "menu-person": _of_person,
        "menu-views": _of_views,
        "menu-marked": _of_marked,
        "desk-names": _names,
        "desk-long-view": _long_view,
    }


def _shown(desk: Desk, menu: QMenu) -> QWidget:
    menu.popup(desk.mapToGlobal(desk.rect().topLeft()))
    return menu


def _of_bar(desk: Desk, at: int) -> QWidget:
    """One of the six at the top."""
    menu = desk.menuBar().actions()[at].menu()
    assert isinstance(menu, QMenu)
    return _shown(desk, menu)


def _of_row(desk: Desk) -> QWidget:
    """What a click with the other button offers in the list."""
    menu = QMenu(desk)
    menu.addActions(desk.people.table.actions())
    return _shown(desk, menu)


def _of_card(desk: Desk) -> QWidget:
    """The same on a card of today."""
    person = desk.person
    assert person is not None
    return _shown(desk, desk.rest.today.list.menu_for(person))


def _of_person(desk: Desk) -> QWidget:
    """What belongs to a person and has no button of its own."""
    menu = desk.rest.person.header.more.menu()
    assert isinstance(menu, QMenu)
    return _shown(desk, menu)


def _of_views(desk: Desk) -> QWidget:
    """The views that have no room, and what one can do about views; the present one has a long name."""
    _long_view(desk)
    menu = QMenu(desk)
    desk.people.view_bar.fill_menu(menu, desk.people.view_bar.views())
    return _shown(desk, menu)


def _of_marked(desk: Desk) -> QWidget:
    """What the bar over a narrow list keeps behind *More*."""
    desk.resize(1024, 640)
    marked(desk, 3)
    menu = desk.people.bulk_bar.findChild(QMenu)
    assert menu is not None
    return _shown(desk, menu)


def _names(desk: Desk) -> QWidget:
    """One letter, eighty, from the right, signs, in another script, with marks above and below."""
    services, now = desk.rest.services, desk.rest.services.clock()
    people = [
        services.people.add(PersonDraft(name=name, phones=(PhoneDraft(f"303 555 01{at:02}"),)), now)
        for at, name in enumerate(NAMES)
    ]
    for person in people[:5]:
        services.promises.make(person, PromiseDraft(PromiseKind.CALLBACK, now.today, reason="the candles"), now)
    services.bulk.tag(people, ["names"], [], now)
    desk.people.show_view(services.views.add("Names", Filters(tags=("names",)), now))
    desk.people.count()
    desk.choose(people[0])
    return desk


def _long_view(desk: Desk) -> QWidget:
    """Views of one's own whose names are long, one of them shown."""
    services, now = desk.rest.services, desk.rest.services.clock()
    services.views.add(f"{LONG} and friends", Filters(cities=("Denver",)), now)
    desk.people.show_view(services.views.add("People from the Saturday market", Filters(cities=("Boulder",)), now))
    desk.people.count()
    return desk
