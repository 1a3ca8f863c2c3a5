"""Pictures of the reports: each with the sample book, some as tables, and with nobody in the book."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from planner.domain.period import Span
from planner.services.drafts import PersonDraft
from planner.ui import picture_book
from planner.ui.desk import Desk
from planner.ui.reports.pages import Page
from planner.ui.reports.window import ReportsWindow

Scene = Callable[[Desk], QWidget]
EMPTY = frozenset({"reports-empty", "reports-empty-sources", "reports-empty-wins", "reports-week-quiet"})
"""What is drawn with nobody in the book."""
_PATIENCE = 60_000
_AT_REST = 60


def scenes() -> Mapping[str, Scene]:
    """Every such picture by its name."""
    return {
        "reports-week": lambda desk: _opened(desk, Page.WEEK, Span.LAST_WEEK),
        "reports-year": lambda desk: _opened(desk, Page.WEEK, Span.YEAR),
        "reports-table": lambda desk: _tables(_opened(desk, Page.WEEK, Span.FOUR_WEEKS)),
        "reports-sources": _sources,
        "reports-sources-table": lambda desk: _tables(_sources(desk)),
        "reports-people": lambda desk: _opened(desk, Page.PEOPLE, Span.YEAR),
        "reports-people-below": lambda desk: _below(_opened(desk, Page.PEOPLE, Span.YEAR)),
        "reports-people-table": lambda desk: _below(_tables(_opened(desk, Page.PEOPLE, Span.YEAR))),
        "reports-week-below": lambda desk: _below(_opened(desk, Page.WEEK, Span.YEAR)),
        "reports-week-quiet": _quiet_week,
        "reports-wins": _wins,
        "reports-empty": lambda desk: _opened(desk, Page.WEEK, Span.THIS_WEEK),
        "reports-empty-sources": lambda desk: _opened(desk, Page.SOURCES, Span.ALL),
        "reports-empty-wins": lambda desk: _opened(desk, Page.WINS, Span.FOUR_WEEKS),
    }


def _opened(desk: Desk, page: Page, span: Span) -> ReportsWindow:
    desk.rest.business.reports()
    window = desk.rest.doors.opened
    assert isinstance(window, ReportsWindow)
    window.turn_to(page)
    window.choose_span(span)
    loop = QEventLoop()
    window.shown.connect(loop.quit)
    QTimer.singleShot(_PATIENCE, loop.quit)
    loop.exec()
    return window


def _tables(window: ReportsWindow) -> ReportsWindow:
    window.tables.setChecked(True)
    return window


def _below(window: ReportsWindow) -> QWidget:
    """The end of a report, once it is laid out."""
    loop = QEventLoop()
    QTimer.singleShot(_AT_REST, loop.quit)
    loop.exec()
    bar = window.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    return window


def _quiet_week(desk: Desk) -> QWidget:
    """Somebody is in the book, and nothing was logged yet."""
    services = desk.rest.services
    services.people.add(PersonDraft(name="Ana"), services.clock())
    return _opened(desk, Page.WEEK, Span.THIS_WEEK)


def _sources(desk: Desk) -> ReportsWindow:
    picture_book.bought_list(desk.rest.services)
    return _opened(desk, Page.SOURCES, Span.ALL)


def _wins(desk: Desk) -> QWidget:
    now = desk.rest.services.clock()
    desk.rest.services.reports.jar.note("The fair went so well that three people asked for a card", now.today, now)
    return _opened(desk, Page.WINS, Span.YEAR)
