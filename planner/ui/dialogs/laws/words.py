"""The law in words: where, when, what an ask needs there, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterator

from planner.domain.law_rows import LawRow, Terms
from planner.domain.regions import state_name
from planner.domain.week import Hours, Week
from planner.services.laws import RegionLaw
from planner.ui.kit import dates
from planner.ui.kit.countries import country_name
from planner.ui.kit.i18n import _, ngettext, of_data, pgettext


def where(region: str) -> str:
    """A country, or a state with its country: "Tennessee, US"."""
    state = state_name(region)
    return _("{state}, {country}").format(state=state, country=region[:2]) if state else country_name(region)


def searched(region: str) -> str:
    """What finds a line: the names of the state and of its country."""
    return f"{state_name(region)} {country_name(region[:2])} {region}"


def hours(stretches: Hours, *, in_sentence: bool = False) -> str:
    """The stretches of a day: "9 AM – 8 PM"."""
    if not stretches:
        return pgettext("hours", "no offers") if in_sentence else pgettext("hours", "No offers")
    return ", ".join(dates.briefly(dates.span(opens, closes)) for opens, closes in stretches)


def holidays(on_holidays: bool, *, in_sentence: bool = False) -> str:
    """What holidays change."""
    if in_sentence:
        return pgettext("hours", "as other days") if on_holidays else pgettext("hours", "no offers")
    return pgettext("hours", "As other days") if on_holidays else pgettext("hours", "No offers")


def needs(region: RegionLaw) -> str:
    """What an ask needs, in a few words."""
    terms = region.terms
    if terms is None or terms.needs_permission or region.asks_first:
        return _("Their permission first")
    return terms.registry or _("Nothing in writing")


def status(region: RegionLaw) -> str:
    """How sure the hours are, or whatever is known instead."""
    known = region.row or region.terms
    if region.is_stricter:
        return _("Your own, stricter")
    return _how(known) if known is not None else _("Not known")


def checked(region: RegionLaw) -> str:
    """When somebody last looked."""
    return dates.date_only(region.checked_on) if region.checked_on else ""


def in_full(region: RegionLaw) -> str:
    """Everything that is known of a region, a line for each thing, with air between hours and asking."""
    of_hours = list(_of_hours(region.row))
    if region.own is not None:
        of_hours.insert(0, _("By the law: {hours}.").format(hours=week(region.hours)))
    return "\n\n".join(("\n".join(of_hours), "\n".join(_of_terms(region.terms))))


def kept(region: RegionLaw) -> str:
    """Where and how the user is stricter, in one line."""
    said = [week(region.kept)] if region.own is not None else []
    if region.asks_first:
        said.append(_("an offer needs their yes beforehand"))
    return _("{where}: {what}").format(where=where(region.region), what="; ".join(said))


def _how(known: LawRow | Terms) -> str:
    return {
        "P": pgettext("law", "Read at the source"),
        "S": pgettext("law", "Second hand"),
        "D": pgettext("law", "Disputed"),
    }[known.status]


def _known(pattern: str, known: LawRow | Terms) -> str:
    day = dates.date_only(known.checked_on) if known.checked_on else ""
    note = of_data("law note", known.note)
    return pattern.format(source=known.source, how=_how(known), day=day, note=note).strip()


def week(hours_of: Week) -> str:
    """The hours of a week in one line."""
    return _("Monday to Friday {mon_fri}; Saturday {sat}; Sunday {sun}; holidays {holidays}").format(
        mon_fri=hours(hours_of.mon_fri, in_sentence=True),
        sat=hours(hours_of.sat, in_sentence=True),
        sun=hours(hours_of.sun, in_sentence=True),
        holidays=holidays(hours_of.on_holidays, in_sentence=True),
    )


def _of_hours(row: LawRow | None) -> Iterator[str]:
    if row is None:
        yield _("No law of calling hours is known there, so your courtesy hours hold.")
        return
    yield _known(_("Hours: {source}. {how}, checked on {day}. {note}"), row)


def _of_terms(terms: Terms | None) -> Iterator[str]:
    if terms is None:
        yield _("What an ask needs there is not known, so it needs their permission.")
        return
    yield _known(_("Asking: {source}. {how}, checked on {day}. {note}"), terms)
    if terms.purchase_months is not None:
        count = terms.purchase_months
        said = ngettext(
            "After a purchase an ask is fine for {n} month.", "After a purchase an ask is fine for {n} months.", count
        )
        yield said.format(n=dates.number(count))
    if terms.inquiry_months is not None:
        count = terms.inquiry_months
        said = ngettext(
            "After a question of theirs it is fine for {n} month.",
            "After a question of theirs it is fine for {n} months.",
            count,
        )
        yield said.format(n=dates.number(count))
    if terms.registry:
        yield _("A look into the {registry} holds for {days} days.").format(
            registry=terms.registry, days=dates.number(terms.look_up_days)
        )
    if terms.calls_a_day is not None:
        yield _("At most {n} calls in 24 hours.").format(n=dates.number(terms.calls_a_day))
    if terms.calls_a_month is not None:
        said = ngettext("At most {n} try in 30 days.", "At most {n} tries in 30 days.", terms.calls_a_month)
        yield said.format(n=dates.number(terms.calls_a_month))
