"""Sources, told: what came of them, own against bought, each with how many that is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from planner.domain.figures import SourceGroup, group_of
from planner.domain.person import SourceKind
from planner.services.reports.origins import Origin, OriginsReport
from planner.services.saved_views import Filters
from planner.ui.kit import dates, money, wording
from planner.ui.kit.i18n import _, ngettext
from planner.ui.reports import words
from planner.ui.reports.content import Bar, Bars, Content, Empty, Figure, Row, Section, Table, Wish, nothing, people_row

MOST_BARS = 10
Column = tuple[str, Callable[[Origin], str]]
Named = tuple[str, Origin, tuple[tuple[SourceKind, str], ...]]
"""What a row is called, what it counts, and which sources that is."""


def content(report: OriginsReport, country: str, *, shows_money: bool) -> Content:
    """Where people come from; amounts only where they are shown at all (002-03)."""
    own, bought = report.total(SourceGroup.OWN), report.total(SourceGroup.BOUGHT)
    has_costs = shows_money and any(one.cents is not None for one in report.origins)
    columns = _columns(country) if has_costs else _columns(country)[:5]
    figures = [
        Figure(words.of(own.became), _("became customers, of your own"), _told(own)),
        Figure(words.of(bought.became), _("became customers, of bought lists"), _told(bought)),
        Figure(dates.number(report.untouched), _("known to you, not yet met"), _weeks(report)),
    ]
    if shows_money and bought.cents is not None:
        each = bought.cents_a_customer
        value = words.UNKNOWN if each is None else money.shown(each, country)
        note = _("{sum} paid in total").format(sum=money.shown(bought.cents, country))
        figures.append(Figure(value, _("for each customer of a bought list"), note))
    title, days = _("Sources"), words.days(report.period)
    if not report.origins:
        return nothing(title, days, _nobody_new())
    return Content(
        title,
        days,
        _("Everybody who came into the book in this time, and what has come of it so far."),
        tuple(figures),
        (_customers(report, columns), _groups(report, columns), _ideas(report)),
        (_("A customer here is anybody who bought, hosted or joined. Your own numbers, no promise."),),
    )


def _nobody_new() -> Empty:
    return Empty(
        _("Nobody came into the book in this time"),
        _("The people you add show here, with where they come from and what comes of it."),
        _("Add person"),
        Wish.ADD_PERSON,
    )


def _columns(country: str) -> tuple[Column, ...]:
    def paid(cents: int | None) -> str:
        return words.UNKNOWN if cents is None else money.shown(cents, country)

    return (
        (_("People"), lambda one: dates.number(one.people)),
        (_("Met"), lambda one: dates.number(one.talked)),
        (_("Talks"), lambda one: dates.number(one.talks)),
        (_("Customers"), lambda one: dates.number(one.customers)),
        (_("Share"), lambda one: words.share_briefly(one.became)),
        (_("Cost"), lambda one: paid(one.cents)),
        (_("Per customer"), lambda one: paid(one.cents_a_customer)),
    )


def _table(title: str, first: str, named: Sequence[Named], columns: tuple[Column, ...]) -> Table:
    """The rows, without the columns in which nothing is known of anybody."""
    ones = [one for _name, one, _sources in named]
    known = [(heading, tell) for heading, tell in columns if any(tell(one) != words.UNKNOWN for one in ones)]
    headings = (first, *(heading for heading, _tell in known))
    lines = [
        people_row((name, *(tell(one) for _heading, tell in known)), Filters(sources=sources))
        for name, one, sources in named
    ]
    return Table(title, headings, tuple(lines))


def _name(one: Origin) -> str:
    return wording.source_kind(one.kind) if not one.name else wording.source(one.kind, one.name)


def _told(total: Origin) -> str:
    return words.share(total.became)


def _weeks(report: OriginsReport) -> str:
    if not report.untouched:
        return _("you were in touch with everybody")
    if report.weeks_left is None:
        return _("strangers left out")
    said = ngettext("about {n} week at your pace", "about {n} weeks at your pace", report.weeks_left)
    return said.format(n=dates.number(report.weeks_left))


def _customers(report: OriginsReport, columns: tuple[Column, ...]) -> Section:
    shown = sorted(report.origins, key=lambda one: (-one.customers, -one.people))[:MOST_BARS]
    bars = tuple(Bar(_name(one), one.customers, words.of(one.became), one.group is SourceGroup.BOUGHT) for one in shown)
    named = [(_name(one), one, ((one.kind, one.name),)) for one in report.origins]
    table = _table(_("Sources"), _("Source"), named, columns)
    said = _("How many people of each source became customers, of how many.")
    striped = _("Bought lists are striped.") if any(bar.is_striped and bar.value for bar in bars) else ""
    return Section(_("Customers by source"), said, table, Bars(bars) if bars else None, reading=striped)


def _groups(report: OriginsReport, columns: tuple[Column, ...]) -> Section:
    names = {
        SourceGroup.OWN: _("Your own"),
        SourceGroup.BOUGHT: _("Bought lists"),
        SourceGroup.UNKNOWN: _("Not known"),
    }
    kinds = {group: tuple((kind, "") for kind in SourceKind if group_of(kind) is group) for group in SourceGroup}
    totals = [(names[group], report.total(group), kinds[group]) for group in SourceGroup]
    there = [each for each in totals if each[1].people]
    table = _table(_("Own against bought"), _("Whose doing"), there, columns)
    said = _("A share is told from twenty people on.")
    return Section(_("Own against bought"), said, table)


def _ideas(report: OriginsReport) -> Section:
    ideas = (
        _("A fair, a class or a coffee where you are anyway"),
        _("Somebody happy, asked whom they would like you to meet"),
        _("A customer you have not heard from in a year, just to say hello"),
    )
    if report.weeks_left is not None:
        said = ngettext(
            "There is about {n} week of people left whom you know and have not met yet. More come from here:",
            "There are about {n} weeks of people left whom you know and have not met yet. More come from here:",
            report.weeks_left,
        ).format(n=dates.number(report.weeks_left))
    else:
        said = _("Where more people come from, without calling anybody cold:")
    table = Table(_("Where more people come from"), ("",), tuple(Row((idea,)) for idea in ideas), numbers_from=1)
    return Section(_("Where more people come from"), said, table)
