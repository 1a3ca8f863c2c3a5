"""What every test of the screens stands on."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from planner.ui.kit import aloud
from planner.ui.person.pane import PersonPane


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
