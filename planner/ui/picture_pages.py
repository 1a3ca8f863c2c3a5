"""Pictures of what comes out of the printer: the call sheet, each report, a page of the help."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from PySide6.QtGui import QColor, QImage, QPainter

from planner.domain.period import Span
from planner.services.open_book import OpenBook
from planner.ui import picture_book
from planner.ui.dialogs.help import on_paper
from planner.ui.dialogs.help.pages import pages as help_pages
from planner.ui.kit.paper_size import PaperSize
from planner.ui.paper import layout, sheet
from planner.ui.reports import pages as report_pages
from planner.ui.reports import paper
from planner.ui.reports.pages import Page

Pages = Callable[[OpenBook], Iterator[QImage]]
WIDE = 1275
"""Pixels: 150 to the inch of Letter."""


def pages() -> Mapping[str, Pages]:
    """Every such picture by its name, without the number of the page."""
    sheets: dict[str, Pages] = {
        f"sheet-{size.value}": lambda services, size=size: _sheet(services, size)  # type: ignore[misc]
        for size in PaperSize
    }
    spans = {Page.WEEK: Span.LAST_WEEK, Page.SOURCES: Span.ALL, Page.PEOPLE: Span.YEAR, Page.WINS: Span.YEAR}
    reports: dict[str, Pages] = {
        f"reports-paper-{page.value}": lambda services, page=page, span=span: _report(services, page, span)  # type: ignore[misc]
        for page, span in spans.items()
    }
    return {**sheets, **reports, "help-paper": lambda _services: _help("known-and-folklore")}


def _sheet(services: OpenBook, size: PaperSize) -> Iterator[QImage]:
    composed = replace(services.sheets.compose(services.clock()), number=services.sheets.next_number())
    laid = layout.lay_out(composed, size)
    for index in range(len(laid.pages)):
        yield sheet.picture(laid, index, WIDE)


def _report(services: OpenBook, page: Page, span: Span) -> Iterator[QImage]:
    now, chosen = services.clock(), services.preferences.load()
    if page is Page.SOURCES:
        picture_book.bought_list(services)
    if page is Page.WINS:
        services.reports.jar.note("The fair went so well that three people asked for a card", now.today, now)
    report = report_pages.read(services.reports, page, span, now)
    laid = paper.Pages(report_pages.content(report, chosen, on_paper=True), PaperSize.LETTER, chosen.me_name)
    for index in range(len(laid.pages)):
        yield laid.picture(index, WIDE)


def _help(name: str) -> Iterator[QImage]:
    page = next(each for each in help_pages() if each.name == name)
    size = PaperSize.LETTER
    laid = on_paper.laid_out(page, size)
    for at in range(on_paper.sheets_of(laid)):
        scale = WIDE / size.width
        image = QImage(WIDE, round(size.height * scale), QImage.Format.Format_RGB32)
        image.fill(QColor.fromRgb(255, 255, 255))
        painter = QPainter(image)
        painter.scale(scale, scale)
        on_paper.paint_sheet(painter, page, size, laid, at)
        painter.end()
        yield image
