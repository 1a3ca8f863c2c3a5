"""What every test of the screens stands on: the sample book, a desk over it, and nobody who has to answer questions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.domain.moment import Moment
from planner.services.open_book import OpenBook
from planner.ui.desk import Desk
from planner.ui.kit import aloud, prompts
from planner.ui.person.pane import PersonPane
from tests.ui.sample_desk import Clock, open_desk, open_sample


@pytest.fixture(autouse=True)
def _nothing_stays_of_the_test_before() -> None:
    """Away with the widgets of other tests: outside of an event loop Qt would keep them, and dress them again."""
    if QApplication.instance() is not None:
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True)
def _a_person_is_shown_at_once(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Show a person in one go, not in turns of the event loop: a test looks right after it has done something."""
    if "in_turns" in request.keywords:
        return
    in_parts = PersonPane._reload

    def in_one_go(pane: PersonPane) -> None:
        in_parts(pane)
        pane._show_all()

    monkeypatch.setattr(PersonPane, "_reload", in_one_go)


@pytest.fixture(autouse=True)
def _leaves_without_asking(monkeypatch: pytest.MonkeyPatch) -> None:
    """A window that is still open when its test ends goes without a question."""
    monkeypatch.setattr(prompts, "confirm", lambda *_words: True)


@pytest.fixture
def clock(now: Moment) -> Clock:
    """Stands at the fixed moment until a test moves it."""
    return Clock(now)


@pytest.fixture
def services(tmp_path: Path, clock: Clock) -> Iterator[OpenBook]:
    """The sample book, closed afterwards."""
    opened = open_sample(tmp_path, clock)
    yield opened
    opened.book.close()


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, services: OpenBook) -> Desk:
    """A desk over the book, complete."""
    return open_desk(qtbot, qapp, services)


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, QAccessible.AnnouncementPoliteness]]:
    """What a screen reader is given to say, in turn."""
    found: list[tuple[str, QAccessible.AnnouncementPoliteness]] = []

    class Listening:
        AnnouncementPoliteness = QAccessible.AnnouncementPoliteness

        @staticmethod
        def isActive() -> bool:  # noqa: N802  # Qt's name
            return True

        @staticmethod
        def updateAccessibility(event: QAccessibleAnnouncementEvent) -> None:  # noqa: N802  # Qt's name
            found.append((event.message(), event.politeness()))

    monkeypatch.setattr(aloud, "QAccessible", Listening)
    monkeypatch.setattr(aloud, "SETTLED", 20)
    return found
