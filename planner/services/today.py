"""Today: who to be in touch with, in which order and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planner.domain.move import Move


@dataclass(frozen=True, slots=True)
class Card:
    """One person on today's list.

    ``phone`` is E.164 or as typed, empty without a usable number. ``may_call``/``may_text`` are None where it is not
    known. ``local_time`` is their wall time (HH:MM), empty where their clock agrees with the user's.
    """

    person_id: int
    name: str
    move: Move
    carried: int = 0
    phone: str = ""
    may_call: bool | None = None
    may_text: bool | None = None
    local_time: str = ""
    zones: tuple[str, ...] = ()
    zone_is_guessed: bool = False

    @property
    def wants_decision(self) -> bool:
        """Carried so often that it is time to do it, move it, or let it go (D8)."""
        return self.carried >= 3


@dataclass(frozen=True, slots=True)
class Day:
    """The list of a day in its four lanes (D8).

    ``must`` counts the people no capacity can cut; ``waiting`` those due beyond the cards shown in ``not_today``;
    ``homework`` the names that need homework before a call. Counts of the week run from its first day.
    """

    on: date
    call_now: tuple[Card, ...] = ()
    later: tuple[Card, ...] = ()
    write: tuple[Card, ...] = ()
    not_today: tuple[Card, ...] = ()
    homework: int = 0
    must: int = 0
    capacity: int = 0
    talks_today: int = 0
    given_week: int = 0
    asked_week: int = 0
    waiting: int = 0

    @property
    def cards(self) -> tuple[Card, ...]:
        """Everybody on the list, lane by lane, without those carried over."""
        return self.call_now + self.later + self.write
