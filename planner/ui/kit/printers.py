"""The way to the printer, and to a PDF in its stead."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QIODevice, QMarginsF, QSaveFile
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from planner.domain.errors import PlannerError
from planner.ui.kit.paper_size import PaperSize

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

PDF_DOTS = 1200
"""Dots to the inch of a PDF."""


def choose_printer(parent: QWidget, paper: PaperSize, title: str) -> QPrinter | None:
    """Ask which printer; None when the user thinks better of it."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter
    from PySide6.QtWidgets import QDialog

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    prepare(printer, paper)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    return printer if dialog.exec() == QDialog.DialogCode.Accepted else None


def prepare(printer: QPrinter, paper: PaperSize) -> None:
    """Our own margins on the whole of the page."""
    printer.setPageSize(qt_page_size(paper))
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)


@contextmanager
def printing(printer: QPrinter, name: str) -> Iterator[QPainter]:
    """A painter for the printer, where the job is called ``name``.

    Raises PlannerError: printer_refused.
    """
    printer.setDocName(name)
    painter = QPainter()
    if not painter.begin(printer):
        raise PlannerError("printer_refused", name=printer.printerName())
    try:
        yield painter
    finally:
        painter.end()


@contextmanager
def pdf(path: Path, paper: PaperSize, title: str) -> Iterator[tuple[QPainter, QPdfWriter]]:
    """A painter for a PDF and the device that turns its pages; the file is written whole or not at all.

    Raises PlannerError: file_not_written.
    """
    file = QSaveFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise PlannerError("file_not_written", path=path, reason=file.errorString())
    writer = QPdfWriter(file)
    writer.setPageSize(qt_page_size(paper))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
    writer.setResolution(PDF_DOTS)
    writer.setTitle(title)
    writer.setCreator("Warmbook")
    painter = QPainter(writer)
    try:
        yield painter, writer
    except BaseException:
        painter.end()
        file.cancelWriting()
        raise
    painter.end()
    if not file.commit():
        raise PlannerError("file_not_written", path=path, reason=file.errorString())


def qt_page_size(paper: PaperSize) -> QPageSize:
    """The size as Qt names it."""
    return QPageSize(QPageSize.PageSizeId.Letter if paper is PaperSize.LETTER else QPageSize.PageSizeId.A4)
