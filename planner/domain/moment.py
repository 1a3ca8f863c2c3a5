"""Now, as an argument: an instant and the zone of the person at the desk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant in UTC together with the user's IANA zone.

    Day arithmetic everywhere uses ``today``, the user's local calendar date (rules, section D).
    """

    utc: datetime
    zone: str

    @classmethod
    def at(cls, local: datetime, zone: str) -> Moment:
        """The moment at which the clock on the wall in ``zone`` shows ``local`` (naive)."""
        return cls(local.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC), zone)

    @property
    def local(self) -> datetime:
        """The user's wall clock, aware."""
        return self.utc.astimezone(ZoneInfo(self.zone))

    @property
    def today(self) -> date:
        """The user's calendar date."""
        return self.local.date()

    @property
    def clock(self) -> time:
        """The user's wall time, naive."""
        return self.local.time()

    def in_zone(self, zone: str) -> datetime:
        """The same instant on the wall in ``zone``, aware."""
        return self.utc.astimezone(ZoneInfo(zone))
