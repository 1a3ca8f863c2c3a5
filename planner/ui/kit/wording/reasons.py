"""Why something is so, in one sentence: every code of a ``Reason``."""

from __future__ import annotations

from planner.domain.reason import Reason
from planner.ui.kit.i18n import _
from planner.ui.kit.wording.facts import filled


def because(reason: Reason) -> str:
    """A reason as a sentence; the rule's id is for the tooltip."""
    return filled(_sentences().get(reason.code, reason.code.replace("_", " ")), reason.facts)


def _sentences() -> dict[str, str]:
    return {
        "room_for_ask": _("There is room for one ask."),
    }
