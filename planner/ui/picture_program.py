"""Pictures of the windows about the program itself: preferences, help, the law, notices, backups."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QWidget

from planner.domain.notices import LEAD, Expected
from planner.ui.desk import Desk
from planner.ui.desk.notices import words
from planner.ui.dialogs.help.window import HelpWindow
from planner.ui.dialogs.laws.stricter_form import StricterForm
from planner.ui.dialogs.laws.window import LawWindow
from planner.ui.dialogs.preferences_dialog import PreferencesDialog
from planner.ui.paper.preview import SheetPreview
from planner.ui.picture_views import Scene, door

EMPTY = frozenset({"print-empty"})
"""What is drawn with nobody in the book."""
_BACKED_UP = 1500
_PAGES = ("day", "method", "strangers", "hours", "look", "language", "notices", "data")


def scenes() -> Mapping[str, Scene]:
    """Each by the name of its picture."""
    return {
        "first-start": lambda desk: door(desk, desk.rest.book.first_start),
        "preferences": lambda desk: door(desk, desk.rest.book.preferences),
        **{f"preferences-{page}": partial(_preferences, page) for page in _PAGES},
        "preferences-data-second": _second_folder,
        "print-nobody": _print_nobody,
        "print-saved": _print_saved,
        "print-empty": lambda desk: door(desk, desk.rest.book.print_sheet),
        "notice": _notice,
        "help": lambda desk: door(desk, desk.rest.doors.help),
        "help-search": lambda desk: _help(desk, "", "voicemail pitch"),
        "help-evidence": lambda desk: _help(desk, "known-and-folklore", ""),
        "keys": lambda desk: door(desk, desk.rest.book.keys),
        "laws": lambda desk: door(desk, desk.rest.book.laws),
        "laws-stricter": _stricter,
    }


def _preferences(page: str, desk: Desk) -> QWidget:
    dialog = door(desk, desk.rest.book.preferences)
    assert isinstance(dialog, PreferencesDialog)
    dialog.open_page(getattr(dialog, page))
    return dialog


def _second_folder(desk: Desk) -> QWidget:
    """A backup was just made, and the stick for the second one is not plugged in."""
    dialog = _preferences("data", desk)
    assert isinstance(dialog, PreferencesDialog)
    dialog.data.second.setText("/media/carla/STICK/Warmbook")
    dialog.data.second.editingFinished.emit()
    dialog.data.back_up_button.click()
    loop = QEventLoop()
    QTimer.singleShot(_BACKED_UP, loop.quit)
    loop.exec()
    return dialog


def _preview(desk: Desk) -> SheetPreview:
    window = door(desk, desk.rest.book.print_sheet)
    assert isinstance(window, SheetPreview)
    return window


def _print_nobody(desk: Desk) -> QWidget:
    """Everybody unticked."""
    window = _preview(desk)
    window.tick(Qt.CheckState.Unchecked)
    return window


def _print_saved(desk: Desk) -> QWidget:
    """The sheet lies in a file, which is said below it."""
    window = _preview(desk)
    window.write_to(desk.rest.services.path.with_name("Call sheet 47, 2026-12-01.pdf"))
    return window


def _notice(desk: Desk) -> QWidget:
    """Where there is no tray, one line above the desk says who expects the user."""
    now = desk.rest.services.clock()
    maria = Expected(0, desk.person or 0, "Maria Delgado", now.utc + LEAD)
    desk.rest.notices.banner.say(words([maria], now, names=True)[1], maria)
    return desk


def _help(desk: Desk, page: str, asked: str) -> QWidget:
    window = door(desk, desk.rest.doors.help)
    assert isinstance(window, HelpWindow)
    window.show_page(page)
    window.line.setText(asked)
    return window


def _stricter(desk: Desk) -> QWidget:
    window = door(desk, desk.rest.book.laws)
    assert isinstance(window, LawWindow)
    window.table.choose("US-KY")
    window.stricter.click()
    form = window.findChild(StricterForm)
    assert form is not None
    return form
