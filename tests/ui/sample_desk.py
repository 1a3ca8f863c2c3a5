"""The sample book at a fixed moment, and a desk over it, as a person would meet them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.domain.moment import Moment
from planner.services import demo
from planner.services.open_book import OpenBook
from planner.ui.desk import Desk
from planner.ui.kit import theme


class Clock:
    """Says what it is told."""

    def __init__(self, now: Moment) -> None:
        self.now = now

    def __call__(self) -> Moment:
        return self.now


def open_sample(folder: Path, clock: Clock, *, is_empty: bool = False) -> OpenBook:
    """A fresh sample book, or one with nobody in it."""
    services = OpenBook.at(folder / "sample.warmbook", clock)
    if not is_empty:
        demo.fill(services.book, clock.now)
    return services


def open_desk(qtbot: QtBot, qapp: QApplication, services: OpenBook, width: int = 1440, height: int = 900) -> Desk:
    """A desk on the screen, complete."""
    theme.apply(qapp, "light", 100)
    desk = Desk(services)
    qtbot.addWidget(desk)
    desk.resize(width, height)
    with qtbot.waitSignal(desk.completed):
        desk.show()
    return desk


def person_named(services: OpenBook, name: str) -> int:
    """The id of somebody in the sample book."""
    ((person_id, found),) = services.listing.hits(name, services.clock(), 1)
    assert found == name
    return person_id
