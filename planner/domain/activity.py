"""What the user does for the business at large: attract, serve, reach out (rules D1; practices 000-18, 003-13)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ActivityKind(StrEnum):
    """Which side of the week an activity is on."""

    ATTRACT = "attract"
    SERVE = "serve"
    REACH_OUT = "reach_out"


@dataclass(frozen=True, slots=True)
class Activity:
    """One activity of a day; it belongs to nobody and never counts as a conversation (003-07)."""

    id: int
    on: date
    kind: ActivityKind
    what: str = ""
    minutes: int = 0
