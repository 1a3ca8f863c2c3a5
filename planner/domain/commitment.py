"""Commitments: what they said they would do, by a day of their own (rules D1, D7.9)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class CommitmentTo(StrEnum):
    """What somebody said they would do."""

    JOIN = "join"
    BUY = "buy"
    HOST = "host"
    ATTEND = "attend"
    DECIDE = "decide"


class CommitmentStatus(StrEnum):
    """What has become of it; after ``WITHDRAWN`` it is never brought up again."""

    OPEN = "open"
    DONE = "done"
    MOVED = "moved"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Commitment:
    """One commitment of theirs, in their words."""

    id: int
    what: CommitmentTo
    by: date
    words: str = ""
    made_on: date | None = None
    status: CommitmentStatus = CommitmentStatus.OPEN
    closed_on: date | None = None
