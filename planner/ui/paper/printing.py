"""Sending a call sheet to the printer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.ui.kit import printers
from planner.ui.paper.layout import LaidOut
from planner.ui.paper.sheet import paint_pages

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


def print_sheet(printer: QPrinter, laid: LaidOut) -> None:
    """Send all pages to the printer.

    Raises PlannerError: printer_refused.
    """
    with printers.printing(printer, f"{laid.sheet.number or ''} {laid.sheet.on.isoformat()}".strip()) as painter:
        paint_pages(painter, printer, laid, printer.resolution())
