"""The call sheet on paper: one painter for the preview, the printer, PDF and pictures."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QColor, QImage, QPagedPaintDevice, QPainter

from planner.services.sheets import SheetView
from planner.ui.kit import dates, strokes
from planner.ui.kit.i18n import _, pgettext
from planner.ui.kit.lettering import cut, font, width
from planner.ui.kit.paper_size import UNITS_PER_INCH, PaperSize
from planner.ui.kit.printers import pdf
from planner.ui.paper import drawing, sheet_words
from planner.ui.paper.layout import (
    BAND,
    CODE,
    FIRST_BLOCK,
    HEADING,
    LEADING,
    MARGIN,
    NAME,
    PADDING,
    PAST,
    PLAIN,
    SEVEN_MM,
    SMALL,
    TEXT_LEFT,
    TICK_PITCH,
    TICKS_WIDTH,
    Block,
    LaidOut,
    lay_out,
    text_room,
)

_HEAVY, _HAIR = 16, 5
_BOX = 80
_CIRCLE = 112


def write_pdf(path: Path, sheet: SheetView, paper: PaperSize) -> int:
    """Write the sheet as PDF, whole or not at all, and return how many pages it has.

    Raises PlannerError: file_not_written.
    """
    laid = lay_out(sheet, paper)
    with pdf(path, paper, sheet_words.title(sheet)) as (painter, writer):
        paint_pages(painter, writer, laid, writer.resolution())
    return len(laid.pages)


def paint_pages(painter: QPainter, device: QPagedPaintDevice, laid: LaidOut, dots_per_inch: float) -> None:
    """Paint all pages one after another on a device that turns pages."""
    scale = dots_per_inch / UNITS_PER_INCH
    for index in range(len(laid.pages)):
        if index:
            device.newPage()
        painter.save()
        painter.scale(scale, scale)
        paint_page(painter, laid, index)
        painter.restore()


def picture(laid: LaidOut, index: int, pixels_wide: int) -> QImage:
    """One page as a picture."""
    scale = pixels_wide / laid.paper.width
    image = QImage(pixels_wide, round(laid.paper.height * scale), QImage.Format.Format_RGB32)
    image.fill(QColor.fromRgb(255, 255, 255))
    painter = QPainter(image)
    painter.scale(scale, scale)
    paint_page(painter, laid, index)
    painter.end()
    return image


def paint_page(painter: QPainter, laid: LaidOut, index: int) -> None:
    """Paint one page; one unit of the painter is a tenth of a point, the origin the paper's corner."""
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    page = laid.pages[index]
    _head(painter, laid, index)
    if index == 0:
        _heading(painter, FIRST_BLOCK, _("People first"))
    for block in page.blocks:
        _paint_block(painter, laid.paper, block)
    if page.nice_to_do_top is not None:
        _nice_to_do(painter, laid.paper, page.nice_to_do_top)
    _foot(painter, laid, index)


def _head(painter: QPainter, laid: LaidOut, index: int) -> None:
    sheet, right = laid.sheet, laid.paper.width - MARGIN
    strokes.put(painter, MARGIN, 500, sheet_words.title(sheet), font(168, is_strong=True))
    small = font(SMALL)
    end = strokes.put(painter, MARGIN, 660, sheet_words.subtitle(sheet, index + 1, len(laid.pages)), small)
    name = cut(sheet.me, font(SMALL, is_strong=True), 2000)
    strokes.put_right(painter, right, 500, name, font(SMALL, is_strong=True))
    left = float(right)
    for label in (_("Asked"), _("Given")):
        strokes.rule(painter, left - 190, left, 668, _HAIR)
        left = strokes.put_right(painter, left - 210, 660, label, small) - 70
    count = min(sheet.conversations, 20)
    label = _("Conversations:")
    pitch = min(_CIRCLE + 8, (left - end - width(label, small) - 300) / max(count, 1))
    for place in reversed(range(count)):
        left -= pitch + (40 if place % 5 == 4 else 0)
        drawing.circle(painter, left, 628, min(_CIRCLE, pitch - 24))
    strokes.put_right(painter, left - 50, 660, label, small)
    strokes.rule(painter, MARGIN, right, 750, _HEAVY)


def _heading(painter: QPainter, top: float, text: str) -> None:
    strokes.put(painter, MARGIN, top + 105, text, font(BAND, is_strong=True))


def _paint_block(painter: QPainter, paper: PaperSize, block: Block) -> None:
    left, right, top = MARGIN, paper.width - MARGIN, block.top + PADDING
    strokes.put(painter, left, top + 125, dates.number(block.number), font(150, is_strong=True))
    phone = block.line.card.phone
    if phone.startswith("+"):
        drawing.square_code(painter, left + 280, top + 15, CODE, phone)
    _paint_words(painter, block, left + TEXT_LEFT, top, text_room(paper))
    _paint_ticks(painter, right - TICKS_WIDTH, right, top)
    strokes.rule(painter, left, right, block.top + block.height, _HAIR)


def _paint_words(painter: QPainter, block: Block, left: float, top: float, room: float) -> None:
    bold, small, words = font(NAME, is_strong=True), font(SMALL), block.words
    y: float = top
    end = left
    for line in block.name:
        y += NAME * LEADING
        end = strokes.put(painter, left, y - 30, line, bold)
    if block.phone_is_below:
        y, end = y + NAME * LEADING, left - 90
    end = strokes.put(painter, end + 90, y - 30, words.phone, bold if words.has_phone else small)
    if not block.clock:
        strokes.put(painter, end + 80, y - 30, words.clock, small)
    for line in block.clock:
        y += SMALL * LEADING
        strokes.put(painter, left, y - 30, line, small)
    y += BAND * LEADING
    _paint_band(painter, block, left, y - 30, room)
    for line in block.why:
        y += PLAIN * LEADING
        strokes.put(painter, left, y - 30, line, font(PLAIN))
    if block.opening:
        top_of_quote = y + 5
        for line in block.opening:
            y += PLAIN * LEADING
            strokes.put(painter, left + 100, y - 20, line, font(PLAIN))
        strokes.bar(painter, left + 15, top_of_quote + 15, y + 5, 14)
        y += 30
    for line in block.history:
        y += PAST * LEADING
        strokes.put(painter, left, y - 30, line, font(PAST))


def _paint_band(painter: QPainter, block: Block, left: float, baseline: float, room: float) -> None:
    strong, plain, words = font(BAND, is_strong=True), font(BAND), block.words
    end = left + room
    x = strokes.put(painter, left, baseline, cut(words.band, strong, room), strong) + 60
    for label, may in ((pgettext("box", "may call"), words.may_call), (pgettext("box", "may text"), words.may_text)):
        if may is not None and end - x > 2 * _BOX:
            drawing.tick_box(painter, x + 15, baseline, _BOX - 8, is_ticked=may)
            x += _BOX + 35
            x = strokes.put(painter, x, baseline, cut(label, plain, end - x), plain) + 60
    if words.text_first and end - x > 2 * _BOX:
        strokes.put(painter, x, baseline, cut(pgettext("box", "text first").upper(), strong, end - x), strong)


def _paint_ticks(painter: QPainter, left: float, right: float, top: float) -> None:
    plain, column = font(SMALL), (right - left) / 3
    for row, labels in enumerate(sheet_words.ticks()):
        baseline = top + 90 + row * TICK_PITCH
        for place, label in enumerate(labels):
            x = left + place * column
            room = (right if place == len(labels) - 1 else x + column) - x - _BOX - 60
            drawing.tick_box(painter, x, baseline, _BOX)
            strokes.put(painter, x + _BOX + 35, baseline, cut(label, plain, room), plain)
    line = top + 3 * TICK_PITCH + SEVEN_MM
    for label, share in ((_("Next: date"), 0.0), (_("time"), 0.5), (_("for"), 0.76)):
        strokes.put(painter, left + share * (right - left), line - 25, label, font(SMALL - 6))
    for place in (0, 1):
        strokes.rule(painter, left, right, line + place * SEVEN_MM, _HAIR)


def _nice_to_do(painter: QPainter, paper: PaperSize, top: float) -> None:
    right = paper.width - MARGIN
    _heading(painter, top, _("Nice to do, once the people are done"))
    for place in range(3):
        y = top + HEADING + (place + 1) * SEVEN_MM
        drawing.tick_box(painter, MARGIN, y - 20, _BOX)
        strokes.rule(painter, MARGIN + _BOX + 60, right, y, _HAIR)


def _foot(painter: QPainter, laid: LaidOut, index: int) -> None:
    baseline, used = laid.paper.height - 285, font(PAST)
    pages = f"{laid.sheet.number or ''} / {index + 1}".strip()
    start = strokes.put_right(painter, laid.paper.width - MARGIN, baseline, pages, used)
    strokes.put(painter, MARGIN, baseline, cut(sheet_words.voicemail_rule(), used, start - MARGIN - 100), used)
