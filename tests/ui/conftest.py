"""What every test of the screens stands on."""

from __future__ import annotations

import pytest

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
