"""The desk of a large book as it stands a second after the start."""

from __future__ import annotations

import argparse
import gc

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.services.open_book import OpenBook
from planner.ui.desk import Desk
from planner.ui.kit import theme
from tests.benchmarks._large_book import NOW, PEOPLE, TOUCHES, large_book

_STANDS = 1500


def options(told: str | None) -> argparse.Namespace:
    """How large a book is asked for."""
    parser = argparse.ArgumentParser(description=told, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=PEOPLE)
    parser.add_argument("--touches", type=int, default=TOUCHES)
    return parser.parse_args()


def large_desk(wanted: argparse.Namespace) -> tuple[Desk, OpenBook]:
    """Such a desk and its book, with an application around them."""
    folder = large_book(wanted.people, wanted.touches)
    theme.apply(_application(), "light", 100)
    services = OpenBook.at(folder / "My book.warmbook", lambda: NOW)
    desk = Desk(services)
    desk.resize(1440, 900)
    desk.show()
    desk.complete()
    QTest.qWait(_STANDS)
    gc.collect()
    gc.freeze()  # as the program does once its window stands
    return desk, services


def _application() -> QApplication:
    app = QApplication.instance() or QApplication(["warmbook"])
    assert isinstance(app, QApplication)
    return app
