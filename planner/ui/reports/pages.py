"""The four reports by name: which days they begin with, how each is read and told."""

from __future__ import annotations

from enum import StrEnum

from planner.domain.moment import Moment
from planner.domain.period import Span
from planner.services.preferences import Preferences
from planner.services.reports.origins import OriginsReport
from planner.services.reports.people import PeopleReport
from planner.services.reports.reports import Reports
from planner.services.reports.week import WeekReport
from planner.services.reports.wins import WinsReport
from planner.ui.kit.i18n import _
from planner.ui.reports import origins_words, people_words, week_words, wins_words
from planner.ui.reports.content import Content


class Page(StrEnum):
    """The reports, in their order."""

    WEEK = "week"
    SOURCES = "sources"
    PEOPLE = "people"
    WINS = "wins"


FIRST_SPANS = {
    Page.WEEK: Span.THIS_WEEK,
    Page.SOURCES: Span.ALL,
    Page.PEOPLE: Span.YEAR,
    Page.WINS: Span.FOUR_WEEKS,
}
"""The days a report is of until others are chosen."""


def title(page: Page) -> str:
    """What a report is called."""
    return {
        Page.WEEK: _("My week"),
        Page.SOURCES: _("Sources"),
        Page.PEOPLE: _("My people"),
        Page.WINS: _("Wins"),
    }[page]


def read(reports: Reports, page: Page, span: Span, now: Moment) -> object:
    """Count what a report shows."""
    counted: dict[Page, object] = {
        Page.WEEK: reports.week,
        Page.SOURCES: reports.origins,
        Page.PEOPLE: reports.people,
        Page.WINS: reports.wins,
    }
    count = counted[page]
    assert callable(count)
    return count(span, now)


def content(report: object, preferences: Preferences, *, on_paper: bool = False) -> Content:
    """What was counted, told."""
    if isinstance(report, WeekReport):
        return week_words.content(report)
    if isinstance(report, OriginsReport):
        return origins_words.content(report, preferences.country, shows_money=preferences.shows_money)
    if isinstance(report, PeopleReport):
        return people_words.content(report)
    assert isinstance(report, WinsReport)
    return wins_words.content(report, on_paper=on_paper)
