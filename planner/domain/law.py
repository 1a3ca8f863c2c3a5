"""What the law of a state or country says about hours, permission and stops: facts with a source (compliance C1 to C3).

Facts, not legal advice. The rows are data, under ``resources/rules``; ``problems`` names what could not be read there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cache, lru_cache

from planner.domain import rulebook
from planner.domain.errors import PlannerError
from planner.domain.law_rows import LawRow, Terms, read_rows, read_terms
from planner.domain.person import Closeness
from planner.domain.regions import lineage
from planner.domain.rulebook import table
from planner.domain.week import Hours, Week


def rows_for(region: str, day: date) -> tuple[LawRow, ...]:
    """The rows of hours that bind in ``US-KY``: the country's and the state's own."""
    found = (_hours()[0].get(each) for each in lineage(region))
    return tuple(row for row in found if row is not None and row.holds_on(day))


def week_of(region: str, day: date) -> Week | None:
    """The hours that all rows of a region leave open together; None where the table knows nothing of it."""
    week: Week | None = None
    for row in rows_for(region, day):
        week = row.within(week) if week else row.within(row)
    return replace(week, region=region) if week else None


def hours_on(row: Week, day: date) -> Hours:
    """When the row allows to solicit on that day of their calendar."""
    if not row.on_holidays and is_holiday(row.region, day):
        return ()
    return row.of_weekday(day.weekday())


def terms_for(regions: Iterable[str], day: date) -> Terms:
    """What an ask needs where any of these regions may rule: the strictest of each; nothing is open where no law is."""
    return _terms_for(tuple(regions), day)


def terms_of(region: str, day: date) -> Terms | None:
    """The terms of a region alone, with what it takes from its country; None where the table knows neither."""
    for each in reversed(lineage(region)):
        found = _terms()[0].get(each)
        if found is not None and found.holds_on(day):
            return found
    return None


def honour_by(region: str, said_on: date) -> date:
    """The last day on which a stop said on that day is honoured in time (C1); the program honours it at once.

    Working days leave out weekends and the country's holidays.
    """
    terms = terms_of(region, said_on)
    if terms is None:
        return said_on
    ends = []
    if terms.honour_days is not None:
        ends.append(said_on + timedelta(days=terms.honour_days))
    if terms.honour_working_days is not None:
        ends.append(_working_days_after(said_on, terms.honour_working_days, region))
    return min(ends, default=said_on)


def calls_a_day(regions: Iterable[str], day: date | None = None) -> int | None:
    """How many calls in 24 hours the law of these regions bears at most; None where it says nothing (G9)."""
    return terms_for(regions, day or date.max).calls_a_day


def all_rows() -> tuple[LawRow, ...]:
    """The whole table of hours, for whoever wants to look at it."""
    return tuple(_hours()[0].values())


def all_terms() -> tuple[Terms, ...]:
    """The whole table of terms."""
    return tuple(_terms()[0].values())


def problems() -> tuple[PlannerError, ...]:
    """What could not be read: whole files, and rows of those about the law."""
    return rulebook.problems() + _hours()[1] + _terms()[1]


def oldest_check() -> date | None:
    """The day on which the row was checked that was not checked for longest."""
    hours = [row.checked_on for row in all_rows()]
    return min(hours + [terms.checked_on for terms in all_terms() if terms.checked_on is not None], default=None)


def is_holiday(region: str, day: date) -> bool:
    """Whether that day is a holiday of the country, or of the state where the table knows them."""
    known = table("holidays")
    country = lineage(region)[0] if region else ""
    key = region if region in known["days"] else country
    if key in known["days"] and known["from_year"] <= day.year <= known["to_year"]:
        return day.isoformat() in _holidays(key)
    return day in _computed(key, day.year)


@cache
def _holidays(region: str) -> frozenset[str]:
    return frozenset(table("holidays")["days"][region])


@cache
def _computed(region: str, year: int) -> frozenset[date]:
    """Holidays of years and countries beyond the table."""
    import holidays

    country, _, state = region.partition("-")
    try:
        return frozenset(holidays.country_holidays(country, subdiv=state or None, years=year))
    except NotImplementedError:
        return frozenset()


@cache
def _hours() -> tuple[Mapping[str, LawRow], tuple[PlannerError, ...]]:
    return read_rows(table("hours").get("rows", ()))


@cache
def _terms() -> tuple[Mapping[str, Terms], tuple[PlannerError, ...]]:
    return read_terms(table("relationship").get("rows", ()))


@lru_cache(maxsize=1024)
def _terms_for(regions: tuple[str, ...], day: date) -> Terms:
    found = [terms_of(region, day) or Terms(region, needs_permission=True) for region in regions]
    strictest = found[0] if found else Terms("", needs_permission=True)
    for terms in found[1:]:
        strictest = _stricter(strictest, terms)
    return strictest


def _stricter(one: Terms, other: Terms) -> Terms:
    """Of two regions that may rule, whatever is stricter."""
    near = Closeness.ACQUAINTANCE if one.personal is other.personal is Closeness.ACQUAINTANCE else Closeness.FRIEND
    return replace(
        one,
        purchase_months=_shorter(one.purchase_months, other.purchase_months),
        inquiry_months=_shorter(one.inquiry_months, other.inquiry_months),
        message_purchase_months=_shorter(one.message_purchase_months, other.message_purchase_months),
        message_inquiry_months=_shorter(one.message_inquiry_months, other.message_inquiry_months),
        needs_permission=one.needs_permission or other.needs_permission,
        personal=near,
        registry=one.registry or other.registry,
        look_up_days=min(one.look_up_days, other.look_up_days),
        registry_binds_customers=one.registry_binds_customers or other.registry_binds_customers,
        calls_a_day=_lower(one.calls_a_day, other.calls_a_day),
        calls_a_month=_lower(one.calls_a_month, other.calls_a_month),
        rest_after_no_days=max(one.rest_after_no_days or 0, other.rest_after_no_days or 0) or None,
        identify_seconds=_lower(one.identify_seconds, other.identify_seconds),
    )


def _shorter(one: int | None, other: int | None) -> int | None:
    """A window is open only where both open one."""
    return None if one is None or other is None else min(one, other)


def _lower(one: int | None, other: int | None) -> int | None:
    """A limit holds where either sets one."""
    return min((limit for limit in (one, other) if limit is not None), default=None)


def _working_days_after(day: date, count: int, region: str) -> date:
    country = lineage(region)[0]
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < 5 and not is_holiday(country, day)
    return day
