"""Promises and follow-ups, and the life of a promise (rules D1 and D6.11)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from planner.domain.touch import Channel


class PromiseKind(StrEnum):
    """What was promised: an exact callback, a thing, what a voicemail announced, or a soft follow-up of one's own."""

    CALLBACK = "callback"
    PROMISED = "promised"
    VOICEMAIL = "voicemail"
    FOLLOW_UP = "follow_up"


class PromiseStatus(StrEnum):
    """Where a promise stands in its life."""

    OPEN = "open"
    KEPT = "kept"
    KEPT_LATE = "kept_late"
    BROKEN = "broken"
    CANCELLED = "cancelled"
    MOVED = "moved"


class Window(StrEnum):
    """When on the day (or in the week or month that begins on the day) a promise is due."""

    EXACT = "exact"
    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise. ``due_on``, ``window`` and ``at`` are wall time in ``zone``, the person's own."""

    id: int
    kind: PromiseKind
    due_on: date
    window: Window = Window.DAY
    at: time | None = None
    zone: str = ""
    channel: Channel | None = None
    reason: str = ""
    words: str = ""
    made_on: date | None = None
    status: PromiseStatus = PromiseStatus.OPEN
    closed_on: date | None = None

    @property
    def is_bare(self) -> bool:
        """A follow-up without a word of reason, as a voicemail leaves it behind: it never outranks a plan."""
        return self.kind is PromiseKind.FOLLOW_UP and not self.reason and not self.words
