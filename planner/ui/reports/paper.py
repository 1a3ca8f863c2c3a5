"""A report on paper: Letter or A4, Inter, black on white; charts in solid, stripes and dashes, each with its table."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPagedPaintDevice, QPainter
from PySide6.QtWidgets import QGraphicsScene

from planner.ui.kit import printers, strokes
from planner.ui.kit.broken_text import wrapped
from planner.ui.kit.i18n import _
from planner.ui.kit.lettering import cut, font, width
from planner.ui.kit.paper_size import UNITS_PER_INCH, PaperSize
from planner.ui.reports.charts import Plot, Style, height_of
from planner.ui.reports.content import Chart, Content, Figure, Section, Table, columns_of, says_all

MARGIN = 480
TITLE, HEADING, BIG, PLAIN, SMALL = 190, 125, 150, 95, 84
LEADING = 1.35
_ROW = 150
_PIXEL = 7.0
"""Tenths of a point for a pixel of a chart."""
_MOST_ROWS = 60
Mark = Callable[[QPainter], None]


class Pages:
    """A report laid out: what stands where on each page, in tenths of a point."""

    def __init__(self, content: Content, paper: PaperSize, me: str = "") -> None:
        self.paper = paper
        self._content = content
        self._me = me
        self.pages: list[list[Mark]] = []
        self._y = 0.0
        self._turn()
        self._lay_out()

    def paint(self, painter: QPainter, index: int) -> None:
        """Paint one page; one unit of the painter is a tenth of a point, the origin the paper's corner."""
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        for mark in self.pages[index]:
            mark(painter)
        foot = _("{page} of {pages}").format(page=index + 1, pages=len(self.pages))
        strokes.put_right(painter, self._right, self.paper.height - 330, foot, font(SMALL))
        strokes.put(painter, MARGIN, self.paper.height - 330, f"Warmbook · {self._content.title}", font(SMALL))

    def paint_all(self, painter: QPainter, device: QPagedPaintDevice, dots_per_inch: float) -> None:
        """Paint every page on a device that turns pages."""
        for index in range(len(self.pages)):
            if index:
                device.newPage()
            painter.save()
            painter.scale(dots_per_inch / UNITS_PER_INCH, dots_per_inch / UNITS_PER_INCH)
            self.paint(painter, index)
            painter.restore()

    def picture(self, index: int, pixels_wide: int) -> QImage:
        """One page as a picture."""
        scale = pixels_wide / self.paper.width
        image = QImage(pixels_wide, round(self.paper.height * scale), QImage.Format.Format_RGB32)
        image.fill(QColor.fromRgb(255, 255, 255))
        painter = QPainter(image)
        painter.scale(scale, scale)
        self.paint(painter, index)
        painter.end()
        return image

    @property
    def _right(self) -> float:
        return self.paper.width - MARGIN

    @property
    def _room(self) -> float:
        return self._right - MARGIN

    def _mark(self, mark: Mark) -> None:
        self.pages[-1].append(mark)

    def _turn(self) -> None:
        self.pages.append([])
        self._y = 480

    def _need(self, height: float) -> bool:
        """Begin a new page where this much does not fit any more; says whether it did."""
        if self._y + height <= self.paper.height - 520 or not self.pages[-1]:
            return False
        self._turn()
        return True

    def _lay_out(self) -> None:
        content = self._content
        y = self._y = self._y + TITLE
        strong, plain = font(PLAIN, is_strong=True), font(PLAIN)
        self._mark(_writing(MARGIN, y, content.title, font(TITLE, is_strong=True)))
        self._mark(_writing(self._right - width(content.days, plain), y, content.days, plain))
        self._mark(_writing(self._right - width(self._me, strong), y - 130, self._me, strong))
        self._mark(lambda painter: strokes.rule(painter, MARGIN, self._right, y + 70, 14))
        self._y += 130
        self._say(content.lead, PLAIN)
        self._figures(content.figures)
        for section in content.sections:
            if not section.is_private:
                self._section(section)
        for note in content.notes:
            self._y += 60
            self._say(note, SMALL)

    def _say(self, text: str, size: int) -> None:
        for line in wrapped(text, font(size), self._room, 6):
            self._need(size * LEADING)
            self._y += size * LEADING
            self._line(line, size)

    def _line(self, text: str, size: int, *, is_strong: bool = False, x: float = MARGIN) -> None:
        self._mark(_writing(x, self._y, text, font(size, is_strong=is_strong)))

    def _figures(self, figures: Iterable[Figure]) -> None:
        shown = list(figures)
        columns = columns_of(len(shown))
        wide = self._room / columns
        for start in range(0, len(shown), columns):
            self._need(560)
            top = self._y + 120
            for place, figure in enumerate(shown[start : start + columns]):
                x, room = MARGIN + place * wide, wide - 80
                for down, text, used in (
                    (BIG, figure.value, font(BIG, is_strong=True)),
                    (BIG + 135, figure.label, font(PLAIN)),
                    (BIG + 250, figure.note, font(SMALL)),
                ):
                    self._mark(_writing(x, top + down, cut(text, used, room), used))
            self._y = top + BIG + 290

    def _section(self, section: Section) -> None:
        chart_high = height_of(section.chart) * _PIXEL if section.chart else 0
        self._need(620 + chart_high)
        self._y += 230
        self._line(section.title, HEADING, is_strong=True)
        self._y += 20
        if not section.table.rows:
            self._say(section.empty, PLAIN)
            return
        self._say(section.told(has_chart=section.chart is not None), SMALL)
        if section.chart is not None:
            self._chart(section.chart, chart_high)
        if not says_all(section.chart, section.table):
            self._table(section.table)

    def _chart(self, chart: Chart, height: float) -> None:
        place = QRectF(MARGIN, self._y + 70, self._room, height)
        self._mark(lambda painter: _draw(chart, painter, place))
        self._y += height + 110

    def _table(self, table: Table) -> None:
        used, strong = font(SMALL), font(SMALL, is_strong=True)
        widths = self._widths(table)
        self._need(3 * _ROW)
        self._headings(table, widths, strong)
        for row in table.rows[:_MOST_ROWS]:
            if self._need(_ROW):
                self._headings(table, widths, strong)
            self._cells(row.cells, widths, table, used)
        if len(table.rows) > _MOST_ROWS:
            self._say(_("The list goes on in Warmbook."), SMALL)

    def _headings(self, table: Table, widths: list[float], used: QFont) -> None:
        """The names of the columns, again on each page; a plain list has none."""
        if not any(table.headings):
            self._y += 30
            return
        self._cells(table.headings, widths, table, used)
        y = self._y + 40
        self._mark(lambda painter: strokes.rule(painter, MARGIN, self._right, y, 6))
        self._y += 20

    def _widths(self, table: Table) -> list[float]:
        """As wide as the longest cell; the column of words takes what is left, or gives what is missing."""
        used = font(SMALL, is_strong=True)
        lines = [table.headings, *(row.cells for row in table.rows[:_MOST_ROWS])]
        widths = [max(width(cells[at], used) for cells in lines) + 110 for at in range(len(table.headings))]
        elastic = 0 if table.numbers_from < len(widths) else len(widths) - 1
        others = sum(widths) - widths[elastic]
        widths[elastic] = max(self._room - others, 700)
        return widths

    def _cells(self, cells: Iterable[str], widths: list[float], table: Table, used: QFont) -> None:
        self._y += _ROW
        x = float(MARGIN)
        for column, (text, wide) in enumerate(zip(cells, widths, strict=True)):
            shown = cut(text, used, wide - 60)
            left = x + wide - width(shown, used) if column >= table.numbers_from else x
            self._mark(_writing(left, self._y, shown, used))
            x += wide


def write_pdf(path: Path, pages: Pages, title: str) -> int:
    """Write the report as PDF, whole or not at all; answers how many pages it has.

    Raises PlannerError: file_not_written.
    """
    with printers.pdf(path, pages.paper, title) as (painter, writer):
        pages.paint_all(painter, writer, writer.resolution())
    return len(pages.pages)


def _writing(x: float, y: float, text: str, used: QFont) -> Mark:
    def write(painter: QPainter) -> None:
        strokes.put(painter, x, y, text, used)

    return write


def paper_style() -> Style:
    """Black, and greys that a printer can do."""
    ink, grey, light = strokes.INK, QColor.fromRgb(70, 70, 70), QColor.fromRgb(200, 200, 200)
    return Style(ink, grey, light, grey, ink, grey, (ink,), font(SMALL), _PIXEL)


def _draw(chart: Chart, painter: QPainter, place: QRectF) -> None:
    """Let the chart draw itself as large as its place, once."""
    scene = QGraphicsScene()
    plot = Plot(chart, paper_style())
    scene.addItem(plot)
    plot.setGeometry(QRectF(0, 0, place.width(), place.height()))
    plot.layout().activate()
    plot.settle()
    scene.render(painter, place, QRectF(0, 0, place.width(), place.height()))
