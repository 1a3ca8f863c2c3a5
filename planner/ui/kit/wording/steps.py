"""What was done, as the undo bar and the Edit menu say it: every code of an undo step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.ui.kit.i18n import _
from planner.ui.kit.wording.facts import filled

if TYPE_CHECKING:
    from planner.services.undo import Step


def step_done(step: Step) -> str:
    """What was done: "Logged with Maria"."""
    return filled(_sentences().get(step.what, _("Changed")), {"name": "", "count": 0} | step.detail)


def _sentences() -> dict[str, str]:
    return {
        "person_added": _("{name} added"),
        "person_saved": _("{name} saved"),
        "preferences": _("Preferences saved"),
        "stage_set": _("{name} moved on"),
    }
