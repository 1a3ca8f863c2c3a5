"""The menus: every action of the desk in its place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar, QPushButton

from planner.ui.actions import Actions
from planner.ui.desk.first_frame import menu_titles
from planner.ui.kit.i18n import _
from planner.ui.people.pane import PeoplePane


def fill(bar: QMenuBar, actions: Actions, people: PeoplePane) -> None:
    """Build the menus, where the first frame had their titles alone."""
    bar.clear()
    file, edit, person, work, view, help_ = map(bar.addMenu, menu_titles())
    _file(file, actions)
    _add(edit, (actions.undo, actions.redo, actions.history, actions.bin, None, actions.find, actions.jump))
    _people(person, actions)
    _add(work, (actions.one, *business(actions), None, *at_large(actions)))
    _view(view, actions, people)
    _add(help_, (actions.help, actions.keys, actions.laws, actions.data_folder, None))
    _add(help_, (actions.whats_new, actions.newer_version, actions.about))


def context(actions: Actions, parent: QObject) -> list[QAction]:
    """What one can do with the person under the mouse, and then with everybody who is marked."""
    return [
        actions.one,
        actions.edit_person,
        _gap(parent),
        actions.log,
        actions.gave,
        actions.asked,
        actions.talked,
        actions.promise,
        actions.permission,
        _gap(parent),
        actions.several,
        actions.tag,
        actions.on_sheet,
        actions.put_away,
        actions.bring_back,
        actions.remove,
    ]


def with_several(actions: Actions) -> list[QAction]:
    """What can be done with everybody who is marked, or with whoever is chosen."""
    return [actions.tag, actions.come_from, actions.bring_close, actions.on_sheet, actions.export_marked]


def marked(actions: Actions) -> list[QAction]:
    """What the bar over the list offers while several people are marked, what is wanted most first."""
    return [
        actions.tag,
        actions.on_sheet,
        actions.put_away,
        actions.come_from,
        actions.bring_close,
        actions.export_marked,
        actions.bring_back,
    ]


def business(actions: Actions) -> list[QAction | None]:
    """What one can write down about the business with whoever is chosen."""
    return [
        actions.wish,
        actions.said_no,
        actions.commitment,
        actions.pause,
        actions.stage,
        None,
        actions.order,
        actions.party,
        actions.join_team,
        None,
        actions.homework,
        actions.registry,
    ]


def at_large(actions: Actions) -> list[QAction | None]:
    """What belongs to the business and to nobody alone."""
    return [actions.products, actions.activity, actions.own_party, actions.sources]


def often(actions: Actions) -> list[QAction]:
    """What the palette offers before anything is typed."""
    return [actions.add_person, actions.log, actions.promise, actions.print_sheet, actions.undo]


def more(actions: Actions, button: QPushButton) -> None:
    """Hang on a button what belongs to a person and has no button of its own."""
    menu = QMenu(button)
    _add(menu, (actions.permission, None, *business(actions), None))
    _add(menu, (actions.put_away, actions.bring_back, actions.remove))
    button.setMenu(menu)


def _file(menu: QMenu, actions: Actions) -> None:
    _add(menu, (actions.bring_list, actions.export, None, actions.print_sheet, None))
    _add(menu, (actions.restore, actions.move_home, None))
    _add(menu, (actions.look_around, actions.start_own, None, actions.preferences, None, actions.quit))


def _people(menu: QMenu, actions: Actions) -> None:
    _add(menu, (actions.add_person, None, actions.one, actions.edit_person))
    _add(menu, (actions.log, actions.gave, actions.asked, actions.talked, actions.promise, actions.permission, None))
    _add(menu, (actions.several, *with_several(actions)))
    _add(menu, (None, actions.put_away, actions.bring_back, actions.remove))


def _view(menu: QMenu, actions: Actions, people: PeoplePane) -> None:
    views = menu.addMenu(_("&People in"))
    views.aboutToShow.connect(lambda: people.view_bar.fill_menu(views, people.view_bar.views()))
    columns = menu.addMenu(_("&Columns"))
    columns.aboutToShow.connect(lambda: people.table.fill_columns_menu(columns))
    panes = (actions.show_today, actions.show_person, actions.show_money)
    _add(menu, (None, *panes, actions.back, None, actions.reports, None))
    _add(menu.addMenu(_("C&olors")), actions.themes.actions())
    sizes = menu.addMenu(_("Te&xt size"))
    _add(sizes, (*actions.text_sizes.actions(), None, actions.larger, actions.smaller))


def _gap(parent: QObject) -> QAction:
    gap = QAction(parent)
    gap.setSeparator(True)  # Qt's argument
    return gap


def _add(menu: QMenu, actions: Sequence[QAction | None]) -> None:
    for action in actions:
        if action is None:
            menu.addSeparator()
        else:
            menu.addAction(action)
