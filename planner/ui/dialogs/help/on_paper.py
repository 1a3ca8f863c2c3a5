"""A page of the help on paper: the printer's or a PDF, in the same type as the call sheet."""

from __future__ import annotations

from math import ceil
from pathlib import Path

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QAbstractTextDocumentLayout, QPagedPaintDevice, QPainter, QPalette, QTextDocument

from planner.ui.dialogs.help.pages import Page
from planner.ui.dialogs.help.setting import Manner, set_page
from planner.ui.kit import dates
from planner.ui.kit.i18n import _
from planner.ui.kit.lettering import font
from planner.ui.kit.paper_size import UNITS_PER_INCH, PaperSize
from planner.ui.kit.printers import pdf
from planner.ui.kit.strokes import INK

_MARGIN = 720
_FOOT = 260
"""Tenths of a point, as everything on paper."""
_PER_PIXEL = 7.5
_SMALL = 80
_PLAIN = 400


def write_pdf(path: Path, page: Page, paper: PaperSize) -> int:
    """Write the page as PDF, whole or not at all, and return how many sheets it takes.

    Raises PlannerError: file_not_written.
    """
    with pdf(path, paper, page.heading) as (painter, writer):
        return paint(painter, writer, page, paper, writer.resolution())


def paint(painter: QPainter, device: QPagedPaintDevice, page: Page, paper: PaperSize, dots_per_inch: float) -> int:
    """Paint the page on a device that turns pages, and return how many sheets it took."""
    document = laid_out(page, paper)
    sheets = sheets_of(document)
    scale = dots_per_inch / UNITS_PER_INCH
    for sheet in range(sheets):
        if sheet:
            device.newPage()
        painter.save()
        painter.scale(scale, scale)
        paint_sheet(painter, page, paper, document, sheet)
        painter.restore()
    return sheets


def sheets_of(document: QTextDocument) -> int:
    """How many sheets a page takes that is laid out."""
    return max(1, ceil(document.size().height() / document.pageSize().height()))


def paint_sheet(painter: QPainter, page: Page, paper: PaperSize, document: QTextDocument, sheet: int) -> None:
    """Paint one sheet; one unit of the painter is a tenth of a point, the origin the paper's corner."""
    room = document.pageSize()
    context = QAbstractTextDocumentLayout.PaintContext()
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.Link):
        context.palette.setColor(role, INK)
    _paint_foot(painter, page, paper, sheet, sheets_of(document))
    painter.translate(_MARGIN, _MARGIN - sheet * room.height())
    context.clip = QRectF(0, sheet * room.height(), room.width(), room.height())
    painter.setClipRect(context.clip)
    document.documentLayout().draw(painter, context)


def laid_out(page: Page, paper: PaperSize) -> QTextDocument:
    """The page broken into sheets, in tenths of a point."""
    document = QTextDocument()
    document.setDocumentMargin(0)
    manner = Manner(
        lambda height, weight: font(round(height * _PER_PIXEL), is_strong=weight > _PLAIN),
        lambda pixels: round(pixels * _PER_PIXEL),
    )
    set_page(document, page.text, manner)
    document.setPageSize(QSizeF(paper.width - 2 * _MARGIN, paper.height - 2 * _MARGIN - _FOOT))
    return document


def _paint_foot(painter: QPainter, page: Page, paper: PaperSize, sheet: int, sheets: int) -> None:
    line = QRectF(_MARGIN, paper.height - _MARGIN - _SMALL, paper.width - 2 * _MARGIN, 2 * _SMALL)
    painter.setFont(font(_SMALL))
    painter.setPen(INK)
    painter.drawText(line, Qt.AlignmentFlag.AlignLeft, _("Warmbook · {heading}").format(heading=page.heading))
    if sheets > 1:
        number = _("{sheet} of {sheets}").format(sheet=dates.number(sheet + 1), sheets=dates.number(sheets))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight, number)
