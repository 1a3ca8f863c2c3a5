"""Parties and other events, their hosts and guests (rules D1, D6.6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum


class PartyKind(StrEnum):
    """What kind of get-together it is."""

    HOME = "home"
    ONLINE = "online"
    FAIR = "fair"
    COFFEE = "coffee"
    TEAM = "team"


class GuestStatus(StrEnum):
    """What a guest has answered, and whether they came."""

    INVITED = "invited"
    COMING = "coming"
    MAYBE = "maybe"
    DECLINED = "declined"
    CAME = "came"
    STAYED_AWAY = "stayed_away"


@dataclass(frozen=True, slots=True)
class Party:
    """A party as its host's account sees it. ``on`` and ``at`` are wall time in ``zone``.

    ``invited`` and ``answered`` count the guests; ``rewards_on`` is the day on which the host had what was promised.
    """

    id: int
    on: date
    at: time | None = None
    zone: str = ""
    kind: PartyKind = PartyKind.HOME
    name: str = ""
    goal: str = ""
    booked_on: date | None = None
    rewards_on: date | None = None
    cancelled_on: date | None = None
    invited: int = 0
    answered: int = 0
