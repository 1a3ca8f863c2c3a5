"""Is it fine to be in touch now, until when, and if not, from when: in every zone they may be in (G3, G23, C2, C5)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from planner.domain import law
from planner.domain.method import Method
from planner.domain.regions import lineage
from planner.domain.touch import Purpose
from planner.domain.week import Hours, Week, common

GUESSED: Hours = ((time(11), time(18)),)
"""Where the zone is only guessed, in the user's own time (G23)."""

_AHEAD = (2, 16)
"""Days to look ahead: first the near ones, then as far as Sundays and holidays can reach."""

Stretch = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class Where:
    """Whose clock and whose law: the zones somebody may be in, their regions, and how sure that is.

    ``home`` is the user's country, for people of whom none is known.
    """

    zones: tuple[str, ...]
    regions: tuple[str, ...] = ()
    is_guessed: bool = False
    home: str = "US"

    @property
    def country(self) -> str:
        """Where they most likely are, ISO 3166."""
        return self.regions[0][:2] if self.regions else self.home


@dataclass(frozen=True, slots=True)
class Opening:
    """The stretch that is open now, or the next one; both ends are instants in UTC, None when none is in sight."""

    opens_at: datetime | None
    closes_at: datetime | None

    def is_open(self, now: datetime) -> bool:
        """Whether it is fine at this instant."""
        return self.opens_at is not None and self.closes_at is not None and self.opens_at <= now < self.closes_at


def opening(where: Where, purpose: Purpose, method: Method, now: datetime) -> Opening:
    """The present or next stretch in which a contact for this purpose is fine in all their zones.

    An ask keeps to the courtesy hours, the law of every region they may be in, and leaves Sundays and holidays alone;
    anything else keeps to the hours of care, any day (C2).
    """
    for ahead in _AHEAD:
        for opens, closes in _stretches(where, purpose is Purpose.ASK, method, now.astimezone(UTC).date(), ahead):
            if now < closes:
                return Opening(opens, closes)
    return Opening(None, None)


def is_day_off(day: date, home: str, method: Method) -> bool:
    """Whether the user rests on that day: soft things wait for the next working day, promises stay (D8)."""
    return day.weekday() in method.days_off or law.is_holiday(home, day)


def next_working_day(day: date, home: str, method: Method) -> date:
    """``day`` itself, or the first day after it on which the user works."""
    for ahead in range(31):
        later = day + timedelta(days=ahead)
        if not is_day_off(later, home, method):
            return later
    return day


def instant(day: date, at: time, zone: str) -> datetime:
    """A wall time of theirs as UTC; one that the clocks skip is an hour later, one they repeat is its first (C5)."""
    return datetime.combine(day, at, tzinfo=ZoneInfo(zone)).astimezone(UTC)


@lru_cache(maxsize=2048)
def _stretches(where: Where, is_ask: bool, method: Method, day: date, ahead: int) -> tuple[Stretch, ...]:
    """The stretches open in every zone at once, from the day before to ``ahead`` days after."""
    common: list[Stretch] | None = None
    for zone in where.zones or ("UTC",):
        here = [
            _in_utc(later, stretch, zone)
            for later in (day + timedelta(days=n) for n in range(-1, ahead + 1))
            for stretch in _hours_on(later, where, is_ask, method)
        ]
        common = here if common is None else _both(common, here)
    return tuple(stretch for stretch in common or () if stretch[0] < stretch[1])


def _hours_on(day: date, where: Where, is_ask: bool, method: Method) -> Hours:
    """What a day of theirs allows, in wall time."""
    hours: Hours = ((method.care_opens, method.care_closes),)
    if is_ask:
        regions = where.regions or (where.home,)
        if day.weekday() in method.days_off or any(law.is_holiday(region, day) for region in regions):
            return ()
        hours = ((method.courtesy_opens, method.courtesy_closes),)
        for region in regions:
            for row in (*law.rows_for(region, day), *_own_rows(region, method)):
                hours = common(hours, law.hours_on(row, day))
    return common(hours, GUESSED) if where.is_guessed else hours


def _own_rows(region: str, method: Method) -> tuple[Week, ...]:
    """The stricter hours the user keeps to there, or in the whole country."""
    return tuple(week for week in method.stricter if week.region in lineage(region)) if method.stricter else ()


def _both(one: Iterable[Stretch], other: list[Stretch]) -> list[Stretch]:
    found = ((max(a, c), min(b, d)) for a, b in one for c, d in other if a < d and c < b)
    return sorted(stretch for stretch in found if stretch[0] < stretch[1])


def _in_utc(day: date, stretch: tuple[time, time], zone: str) -> Stretch:
    """A stretch of wall time as UTC, at its shortest where the clocks change within it."""
    opens, closes = stretch
    return max(_readings(day, opens, zone)), min(_readings(day, closes, zone))


def _readings(day: date, at: time, zone: str) -> tuple[datetime, datetime]:
    """The one or two instants a wall time may mean."""
    local = datetime.combine(day, at, tzinfo=ZoneInfo(zone))
    return local.astimezone(UTC), local.replace(fold=1).astimezone(UTC)
