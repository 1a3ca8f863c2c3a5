"""What somebody is interested in, the hand they raised, and the No that only they can lift (rules D1, G5, G7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Scope(StrEnum):
    """What an ask, an interest or a No is about."""

    BUY = "buy"
    HOST = "host"
    JOIN = "join"
    REFER = "refer"
    EVERYTHING = "everything"


@dataclass(frozen=True, slots=True)
class Interest:
    """What they said they would like, on the day they said it.

    ``raised_hand``: they came with it themselves, which makes an ask on the topic welcome for 30 days (G7).
    ``why`` is the one line on why *they* would want it (002-14).
    """

    id: int
    scope: Scope
    topic: str = ""
    on: date | None = None
    words: str = ""
    raised_hand: bool = False
    why: str = ""
    ended_on: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether it stands on that day."""
        return (self.on is None or self.on <= day) and (self.ended_on is None or day < self.ended_on)


@dataclass(frozen=True, slots=True)
class SaidNo:
    """A No to one scope, for ever: only their own words lift it (G5)."""

    id: int
    scope: Scope
    on: date
    words: str = ""
    lifted_on: date | None = None
    lifted_words: str = ""

    def holds_on(self, day: date) -> bool:
        """Whether the No stands on that day."""
        return self.on <= day and (self.lifted_on is None or day < self.lifted_on)
