"""Every window there is a picture of is opened at the desk of a sample book, painted into the void, and closed."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QMessageLogContext, QSignalBlocker, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from planner.selftest.steps import must
from planner.services.undo import Step
from planner.ui.desk import Desk
from planner.ui.kit import tasks, theme
from planner.ui.picture_scenes import EMPTY, scenes
from planner.ui.picture_views import settle
from planner.ui.pictures import sample_desk

FEWEST_COLOURS = 4
"""A window with fewer has nothing in it."""


def application() -> QApplication:
    """The one application of this program, dressed."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    qInstallMessageHandler(_pass_on)
    theme.apply(app, "light", 100)
    return app


def _pass_on(_kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
    """What Qt says, but for what the screen that is none says at every window."""
    if not text.startswith("This plugin does not support"):
        print(f"    Qt: {text}", flush=True)


def open_them(app: QApplication, folder: Path) -> int:
    """How many windows could be opened and show something; half of them at the dark desk."""
    drawn = 0
    for place, name in enumerate(("light", "dark")):
        theme.apply(app, name, 100)
        desk = sample_desk(folder / f"{name}.warmbook")
        person, before = desk.person, desk.rest.services.undo.last()
        for title in [each for each in sorted(scenes()) if each not in EMPTY][place::2]:
            _open(app, title, desk)
            drawn += 1
            _take_back(desk, person, before)
        _leave(app, desk)
    for title in sorted(EMPTY):
        desk = sample_desk(folder / f"{title}.warmbook", is_empty=True)
        _open(app, title, desk)
        drawn += 1
        _leave(app, desk)
    return drawn


def _open(app: QApplication, title: str, desk: Desk) -> None:
    widget = scenes()[title](desk)
    settle(0)
    picture = widget.grab().toImage()
    seen = {picture.pixel(x, y) for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7)}
    must(len(seen) >= FEWEST_COLOURS, f"the window {title} stays empty")
    if isinstance(widget, QMenu):
        widget.close()  # it belongs to the desk, which needs it again
    elif widget is not desk:
        _close(app, widget)


def _take_back(desk: Desk, person: int | None, before: Step | None) -> None:
    """Undo what was written for a window, in one go, and show the one from before again."""
    undo = desk.rest.services.undo
    if undo.last() != before:
        with QSignalBlocker(desk.changes):
            while undo.last() != before:
                undo.undo(desk.rest.services.clock())
        desk.reload()
    if desk.person != person:
        desk.choose(person)


def _leave(app: QApplication, desk: Desk) -> None:
    """Close the desk and its book, as at the end of the program."""
    _close(app, desk)
    tasks.stop_all()
    desk.rest.services.book.close()


def _close(app: QApplication, widget: QWidget) -> None:
    """For good: nothing that was typed is asked about."""
    widget.hide()
    widget.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
