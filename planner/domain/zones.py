"""The time zones a person may be in: a set, not a guess (compliance C5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from zoneinfo import ZoneInfo

from planner.domain.regions import NOWHERE, Whereabouts, of_address, of_number


@dataclass(frozen=True, slots=True)
class Place:
    """What an address says about where somebody is."""

    region: str = ""
    postcode: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class ZoneSet:
    """The zones somebody may be in; ``is_guessed`` when nothing but the user's own zone is known.

    ``regions`` are the states or countries whose law may hold: that of the address and that of the number, where the
    two differ ("number from Florida, lives in Ohio").
    """

    names: tuple[str, ...]
    is_guessed: bool = False
    regions: tuple[str, ...] = ()

    @property
    def country(self) -> str:
        """The country they most likely are in, ISO 3166, empty when not known."""
        return self.regions[0][:2] if self.regions else ""


def zone_set(stated: str, places: Sequence[Place], numbers: Sequence[str], own: str) -> ZoneSet:
    """The zones a person may be in, from the best evidence there is (C5).

    What they said comes first, then their address, then their numbers; a number from another state than the address
    adds its zones, because numbers move with people. Without any evidence it is the user's own zone, as a guess.
    """
    home = next((found for found in map(_of_place, places) if found.zones), NOWHERE)
    by_number = [found for found in map(of_number, numbers) if found.zones]
    regions = tuple(dict.fromkeys(found.region for found in (home, *by_number) if found.region))
    if is_zone(stated):
        return ZoneSet((stated,), regions=regions)
    elsewhere = [found for found in by_number if not home.zones or found.region != home.region]
    names = tuple(dict.fromkeys(zone for found in (home, *elsewhere) for zone in found.zones))
    if names:
        return ZoneSet(names, regions=regions)
    return ZoneSet((own,), is_guessed=True, regions=regions)


@lru_cache(maxsize=1024)
def is_zone(name: str) -> bool:
    """Whether the tz database knows this name."""
    try:
        ZoneInfo(name)
    except (ValueError, OSError, ModuleNotFoundError):
        return False
    except KeyError:
        return False
    return bool(name)


def _of_place(place: Place) -> Whereabouts:
    return of_address(place.region, place.postcode, place.country)
