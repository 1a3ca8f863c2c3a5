"""Members of the user's team: when and how they joined, and their first steps (rules D1, D6.7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, slots=True)
class Membership:
    """One spell in the team. ``joined_on`` and ``joined_at`` are wall time in ``zone``; ``goals`` are their own words.

    ``raised_hand`` tells that they asked to join; ``trained_on`` and ``launch_on`` are the two first milestones.
    """

    id: int
    joined_on: date
    joined_at: time | None = None
    zone: str = ""
    raised_hand: bool = False
    trained_on: date | None = None
    launch_on: date | None = None
    left_on: date | None = None
    goals: str = ""
    note: str = ""
    wants_daily_check: bool = True

    def holds_on(self, day: date) -> bool:
        """Whether they are in the team on that day."""
        return self.joined_on <= day and (self.left_on is None or day < self.left_on)
