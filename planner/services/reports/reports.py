"""The four reports over one book. Each is read afresh, in whatever thread asks for it."""

from __future__ import annotations

from datetime import date

from planner.domain.moment import Moment
from planner.domain.period import Period, Span, period_of
from planner.models.book import Book
from planner.models.reports import week as table
from planner.services.changes import Changes
from planner.services.reports import origins, people, week, wins
from planner.services.reports.origins import OriginsReport
from planner.services.reports.people import PeopleReport
from planner.services.reports.week import WeekReport
from planner.services.reports.wins import Wins, WinsReport
from planner.services.stored import read_method


class Reports:
    """What can be looked back on. ``jar`` keeps what the user notes down as having gone well."""

    def __init__(self, book: Book, changes: Changes) -> None:
        self._book = book
        self.jar = Wins(book, changes)

    def period(self, span: Span, now: Moment) -> Period:
        """The days that a stretch means now; all of them begin with the first of which the book tells."""
        first = table.first_day(self._book) if span is Span.ALL else None
        return period_of(span, now.today, date.fromisoformat(first) if first else now.today)

    def week(self, span: Span, now: Moment) -> WeekReport:
        """What these days were made of."""
        return week.read(self._book, self.period(span, now), now.today, read_method(self._book).mode)

    def origins(self, span: Span, now: Moment) -> OriginsReport:
        """Where the people who came in these days are from, and what came of it."""
        return origins.read(self._book, self.period(span, now), now.today)

    def people(self, span: Span, now: Moment) -> PeopleReport:
        """Where everybody stands."""
        return people.read(self._book, self.period(span, now), now.today)

    def wins(self, span: Span, now: Moment) -> WinsReport:
        """What went well in these days."""
        return wins.read(self._book, self.period(span, now))

    def let_go(self) -> None:
        """At the end of a thread that has read: close its connection to the book."""
        self._book.let_go()
