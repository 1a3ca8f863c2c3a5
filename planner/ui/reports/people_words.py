"""My people, told: levels and stages now, and how the book grew."""

from __future__ import annotations

from datetime import date

from planner.domain.account import Level
from planner.domain.period import Slice, sliced_by
from planner.domain.person import Stage
from planner.domain.stage import ROLES, TALKING
from planner.services.reports.people import PeopleReport
from planner.services.saved_views import Filters
from planner.ui.kit import dates, wording
from planner.ui.kit.i18n import _, ngettext
from planner.ui.reports import words
from planner.ui.reports.content import (
    Bar,
    Bars,
    Content,
    Figure,
    Lines,
    Section,
    Stacks,
    Table,
    nothing,
    people_row,
    rows,
)


def content(report: PeopleReport) -> Content:
    """Where everybody stands."""
    cared = sum(report.levels[level] for level in (Level.WARMING, Level.GOOD, Level.STRONG))
    roles = sum(count for stage, count in report.stages.items() if stage in ROLES)
    fans = report.orders_of_fans
    figures = (
        Figure(dates.number(report.people), _("people in your book")),
        Figure(dates.number(cared), _("stand warm or better"), _("Warming, Good or Strong")),
        Figure(dates.number(roles), _("bought, hosted or joined"), _("customers, hosts, team, fans")),
        Figure(words.of(fans) if fans.whole else words.UNKNOWN, _("orders came from fans"), words.share(fans)),
    )
    title, days = _("My people"), words.days(report.period)
    if not report.people:
        return nothing(title, days, words.nobody_yet())
    return Content(
        title,
        days,
        _("Where everybody stands today, and how your book grew in this time."),
        figures,
        (_levels(report), _growth(report), _stages(report), _then(report)),
        (_("Read from the timeline of everybody who is here now: their first talk, order, party, day on the team."),),
    )


def _levels(report: PeopleReport) -> Section:
    bars = tuple(Bar(wording.level(level), n, dates.number(n)) for level, n in report.levels.items())
    lines = [
        people_row((bar.name, bar.said), Filters(levels=(level,)))
        for level, bar in zip(report.levels, bars, strict=True)
    ]
    table = Table(_("Levels"), (_("Level"), _("People")), tuple(lines))
    return Section(
        _("Relationships today"),
        _("How high everybody’s account stands. What you gave and what you asked for both fade with time."),
        table,
        Bars(bars),
    )


def _stages(report: PeopleReport) -> Section:
    bars = tuple(Bar(wording.stage(stage), n, dates.number(n)) for stage, n in report.stages.items())
    lines = [
        people_row((bar.name, bar.said), Filters(stages=(stage,)))
        for stage, bar in zip(report.stages, bars, strict=True)
    ]
    table = Table(_("Where the business stands"), (_("Where it stands"), _("People")), tuple(lines))
    return Section(
        _("Where the business stands today"),
        _("The business between you, beside the friendship."),
        table,
        Bars(bars),
    )


def _growth(report: PeopleReport) -> Section:
    names = (_("in the book"), _("talked with"), _("bought"), _("hosted"), _("on the team"))
    days = tuple(dates.date_only(each.on) for each in report.growth)
    columns = [
        tuple(counts)
        for counts in zip(
            *((each.people, each.talked, each.customers, each.hosts, each.team) for each in report.growth), strict=True
        )
    ]
    table = Table(
        _("How your book grew"),
        (_("By the end of"), *(name.capitalize() for name in names)),
        rows([(day, *map(dates.number, counts)) for day, counts in zip(days, zip(*columns, strict=True), strict=True)]),
    )
    labels = tuple(_label(each.on, report) for each in report.growth)
    has_any = bool(columns) and any(columns[0])
    return Section(
        _("How your book grew"),
        _("Everybody from the day on which they first talked with you, bought, hosted or joined."),
        table if has_any else Table(table.name, table.headings, ()),
        Lines(labels, tuple(zip(names, columns, strict=True))) if has_any else None,
        _("Once there are people, how your book grows shows here."),
    )


def _groups() -> tuple[tuple[str, tuple[Stage | None, ...]], ...]:
    """Stages that belong together, from the bottom of a bar to its top."""
    s = Stage
    return (
        (_("with you"), ROLES),
        (_("talking"), TALKING),
        (_("still new"), (s.NEW, s.REACHED_OUT)),
        (_("later"), (s.NOT_NOW, s.RESTING)),
        (_("ended"), (s.NO, s.CLOSED_KINDLY, s.BAD_DETAILS)),
        (_("not known"), (None,)),
    )


def _then(report: PeopleReport) -> Section:
    counted = [
        (name, tuple(sum(each.counts.get(stage, 0) for stage in group) for each in report.then))
        for name, group in _groups()
    ]
    layers = tuple((name, values) for name, values in counted if any(values))
    columns = [map(dates.number, values) for _name, values in layers]
    days = (dates.date_only(each.on) for each in report.then)
    table = Table(
        _("Where the business stood"),
        (_("By the end of"), *(name.capitalize() for name, _values in layers)),
        rows(list(zip(days, *columns, strict=True))) if layers else (),
    )
    labels = tuple(_label(each.on, report) for each in report.then)
    said = _(
        "Everybody on your lists today, by where they stood then. With you are customers, hosts, team and fans; later"
        " is not now or resting; ended is a no, a kind parting, or details that are wrong."
    )
    return Section(
        _("How it came to that"),
        " ".join(filter(None, (said, _known(report)))),
        table,
        Stacks(labels, layers) if layers else None,
        _("Once there are people, this shows how far you have come with them."),
    )


def _known(report: PeopleReport) -> str:
    """From when on it is known, where a part of the days lies before."""
    unknown = max((each.counts.get(None, 0) for each in report.then), default=0)
    if not unknown or report.known_since is None:
        return ""
    return ngettext(
        "It is known of everybody since {day}; for {n} person not for all days before.",
        "It is known of everybody since {day}; for {n} people not for all days before.",
        unknown,
    ).format(day=dates.date_only(report.known_since), n=dates.number(unknown))


def _label(end: date, report: PeopleReport) -> str:
    """What stands below the end of a slice: years alone where the days span many."""
    if sliced_by(report.period) is Slice.YEAR:
        is_before_all = end < report.period.since
        return dates.month_short(end, has_year=True) if is_before_all else str(end.year)
    return dates.month_and_day_short(end)
