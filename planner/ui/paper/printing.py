"""The way to the printer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtWidgets import QDialog, QWidget

from planner.domain.errors import PlannerError
from planner.ui.kit.i18n import _
from planner.ui.paper.layout import LaidOut
from planner.ui.paper.sheet import paint_pages, qt_page_size
from planner.ui.paper.size import PaperSize

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


def choose_printer(parent: QWidget, paper: PaperSize) -> QPrinter | None:
    """Ask which printer; None when the user thinks better of it."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    prepare(printer, paper)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(_("Print call sheet"))
    return printer if dialog.exec() == QDialog.DialogCode.Accepted else None


def prepare(printer: QPrinter, paper: PaperSize) -> None:
    """Our own margins on the whole of the page."""
    printer.setPageSize(qt_page_size(paper))
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)


def print_sheet(printer: QPrinter, laid: LaidOut) -> None:
    """Send all pages to the printer.

    Raises PlannerError: printer_refused.
    """
    printer.setDocName(f"{laid.sheet.number or ''} {laid.sheet.on.isoformat()}".strip())
    painter = QPainter()
    if not painter.begin(printer):
        raise PlannerError("printer_refused", name=printer.printerName())
    paint_pages(painter, printer, laid, printer.resolution())
    painter.end()
