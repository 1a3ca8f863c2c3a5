"""Words that all reports share: stretches of days, parts of a whole."""

from __future__ import annotations

from planner.domain.figures import ENOUGH, Part
from planner.domain.period import Period, Slice, Span, sliced_by
from planner.ui.kit import dates
from planner.ui.kit.i18n import _, ngettext, remembered
from planner.ui.reports.content import Empty, Wish

UNKNOWN = "\u2014"
"""Stands in a table where there is nothing to tell."""


@remembered
def span(value: Span) -> str:
    """A stretch as one chooses it: "This week"."""
    return {
        Span.THIS_WEEK: _("This week"),
        Span.LAST_WEEK: _("Last week"),
        Span.FOUR_WEEKS: _("The last four weeks"),
        Span.MONTH: _("This month"),
        Span.YEAR: _("This year"),
        Span.ALL: _("All there is"),
    }[value]


def days(period: Period) -> str:
    """A period by its days: "Nov 23 – 29, 2026"."""
    return dates.days(period.since, period.until)


def nobody_yet() -> Empty:
    """What every report but the wins says of a book without people."""
    return Empty(
        _("Nobody is in the book yet"),
        _("The people you add show here, and what comes of it."),
        _("Add person"),
        Wish.ADD_PERSON,
    )


def slice_name(piece: Period, whole: Period) -> str:
    """What stands below a bar: "Mon", "Nov 23", "Nov", "2026"."""
    cut = sliced_by(whole)
    if cut is Slice.DAY:
        return dates.weekday_short(piece.since) if whole.days <= 7 else dates.month_and_day_short(piece.since)
    if cut is Slice.WEEK:
        return dates.month_and_day_short(piece.since)
    if cut is Slice.MONTH:
        return dates.month_short(piece.since, has_year=whole.since.year != whole.until.year)
    return str(piece.since.year)


def slice_heading(whole: Period) -> str:
    """What the first column of such a table is called."""
    return {
        Slice.DAY: _("Day"),
        Slice.WEEK: _("Week from"),
        Slice.MONTH: _("Month"),
        Slice.YEAR: _("Year"),
    }[sliced_by(whole)]


def of(part: Part) -> str:
    """So many of so many: "3 of 5"."""
    return _("{part} of {whole}").format(part=dates.number(part.part), whole=dates.number(part.whole))


def share(part: Part) -> str:
    """A share, or that it is too early for one: "40%", "too few to tell yet"."""
    return _("too few to tell yet") if part.percent is None else _("{percent}%").format(percent=part.percent)


def share_briefly(part: Part) -> str:
    """A share in a table, or a dash where it is too early for one."""
    return UNKNOWN if part.percent is None else share(part)


def share_or_missing(part: Part) -> str:
    """A share, or how many are still missing for one (004-01)."""
    if part.percent is not None:
        return _("{percent}%").format(percent=part.percent)
    missing = ENOUGH - part.whole
    return ngettext("needs {n} more", "needs {n} more", missing).format(n=dates.number(missing))


def n_people(count: int) -> str:
    """A number of people: "8 people"."""
    return ngettext("{n} person", "{n} people", count).format(n=dates.number(count))


def n_times(count: int) -> str:
    """A number of times: "12 times"."""
    return ngettext("{n} time", "{n} times", count).format(n=dates.number(count))
