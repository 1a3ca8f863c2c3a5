"""Problems: something went wrong for them and is not yet right (G14)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from planner.domain.touch import Touch, TouchKind


def open_problem(touches: Iterable[Touch], today: date) -> Touch | None:
    """The oldest problem that no later "problem solved" has put right."""
    opened: Touch | None = None
    for touch in sorted((touch for touch in touches if touch.on <= today), key=lambda one: (one.on, one.id)):
        if touch.kind is TouchKind.PROBLEM_OPEN:
            opened = opened or touch
        elif touch.kind is TouchKind.PROBLEM_SOLVED:
            opened = None
    return opened
