"""The law of calling hours as a table, and the stricter hours the user keeps to (compliance C2, C3)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import reduce

from planner.domain import law
from planner.domain.errors import PlannerError
from planner.domain.law_rows import LawRow, Terms
from planner.domain.method import Method
from planner.domain.moment import Moment
from planner.domain.regions import all_regions, lineage
from planner.domain.week import Week
from planner.services.preferences import PreferencesStore


@dataclass(frozen=True, slots=True)
class RegionLaw:
    """One country or state: the hours its law leaves open, the user's own, and where the law is written.

    ``kept`` are the hours that hold in the end: what the user keeps to in a country holds in its states. ``row`` is
    None where no law of hours is known, and then ``hours`` are the user's courtesy hours; ``terms`` is None where
    nothing is known but that an ask needs permission. A state without a row of its own shows its country's.
    """

    region: str
    hours: Week
    kept: Week
    own: Week | None = None
    row: LawRow | None = None
    terms: Terms | None = None
    asks_first: bool = False
    """Whether the user wants a yes before an offer there, or in the whole country, though the law does not."""

    @property
    def is_stricter(self) -> bool:
        """Whether the user is stricter here than the law."""
        return self.own is not None or self.asks_first

    @property
    def checked_on(self) -> date | None:
        """When the older of the two rows was checked."""
        days = [row.checked_on for row in (self.row, self.terms) if row is not None and row.checked_on is not None]
        return min(days, default=None)


class Laws:
    """Reads the table; the user can keep any row stricter, never looser."""

    def __init__(self, preferences: PreferencesStore) -> None:
        self._preferences = preferences

    def table(self, today: date) -> tuple[RegionLaw, ...]:
        """Every country and state, the user's own country first."""
        chosen = self._preferences.load()
        regions = sorted(all_regions(), key=lambda region: region[:2] != chosen.country)
        return tuple(_of(region, chosen.method, today) for region in regions)

    def region(self, region: str, today: date) -> RegionLaw:
        """One line of the table."""
        return _of(region, self._preferences.load().method, today)

    def kept_stricter(self, today: date) -> tuple[RegionLaw, ...]:
        """The regions in which the user is stricter than the law."""
        method = self._preferences.load().method
        regions = sorted({week.region for week in method.stricter}.union(method.ask_first))
        return tuple(_of(region, method, today) for region in regions)

    def keep_stricter(self, week: Week, now: Moment, *, asks_first: bool = False) -> None:
        """Keep to these hours in a region from now on; with ``asks_first`` an offer there needs a yes beforehand.

        Raises PlannerError: hours_looser_than_law where they are open when the law is not, hours_as_in_law where
        nothing is stricter.
        """
        chosen = self._preferences.load()
        allowed = _of(week.region, chosen.method, now.today).hours
        if week.within(allowed) != week:
            raise PlannerError("hours_looser_than_law")
        if week == allowed and not asks_first:
            raise PlannerError("hours_as_in_law")
        own = () if week == allowed else (week,)
        self._keep(week.region, own, now, asks_first=asks_first)

    def keep_to_law(self, region: str, now: Moment) -> None:
        """Give up whatever is stricter in a region: the law alone holds again."""
        self._keep(region, (), now, asks_first=False)

    def _keep(self, region: str, own: tuple[Week, ...], now: Moment, *, asks_first: bool) -> None:
        chosen = self._preferences.load()
        method = chosen.method
        others = (week for week in method.stricter if week.region != region)
        weeks = tuple(sorted((*others, *own), key=lambda week: week.region))
        first = set(method.ask_first) - {region} | ({region} if asks_first else set())
        changed = replace(method, stricter=weeks, ask_first=tuple(sorted(first)))
        self._preferences.save(replace(chosen, method=changed), now)


def _of(region: str, method: Method, today: date) -> RegionLaw:
    rows = law.rows_for(region, today)
    hours = law.week_of(region, today) or _courtesy(region, method)
    own = [week for week in method.stricter if week.region in lineage(region)]
    return RegionLaw(
        region,
        hours,
        reduce(Week.within, own, hours),
        next((week for week in own if week.region == region), None),
        rows[-1] if rows else None,
        law.terms_of(region, today),
        asks_first=not set(lineage(region)).isdisjoint(method.ask_first),
    )


def _courtesy(region: str, method: Method) -> Week:
    """The user's own courtesy hours, which hold where no law is known."""
    hours = ((method.courtesy_opens, method.courtesy_closes),)
    days = [() if day in method.days_off else hours for day in range(7)]
    return Week(region, hours, days[5], days[6], on_holidays=False)
