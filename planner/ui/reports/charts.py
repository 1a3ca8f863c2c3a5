"""Charts by Qt Charts: our colours, hardly any axes, words right at what they mean.

What differs in colour differs in side, stripes or dashes too, so that black on white says the same.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCharts import (
    QAbstractAxis,
    QAbstractSeries,
    QBarCategoryAxis,
    QBarSet,
    QChart,
    QHorizontalStackedBarSeries,
    QLineSeries,
    QStackedBarSeries,
    QValueAxis,
)
from PySide6.QtCore import QMargins, QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPen
from PySide6.QtWidgets import QGraphicsSimpleTextItem

from planner.ui.kit import dates
from planner.ui.reports.content import Bars, Chart, Lines, Sides, Stacks

_P = Qt.PenStyle
_DASHES = (_P.SolidLine, _P.DashLine, _P.DotLine, _P.DashDotLine, _P.DashDotDotLine)
_B = Qt.BrushStyle
_FILLINGS = (_B.SolidPattern, _B.BDiagPattern, _B.Dense5Pattern, _B.FDiagPattern, _B.Dense7Pattern, _B.NoBrush)
_TONES = (1, 2, 0, 4, 3, 0)
"""How the layers of a stack are filled, from the bottom up, and in which of the tones."""
_MOST_LABELS = 8
_MOST_SHORT_LABELS = 12
"""Names of months have room below their bars."""
_SHORT = 4
_MOST_VALUES = 16
"""Beyond so many bars their numbers would touch; the table has them."""
_NAME = 34
"""Letters of a name before a bar."""

_End = tuple[str, QColor, float]
"""What is written at the end of a line, its colour, and the value beside which it stands."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a chart is drawn: on screen in the theme, on paper in black. ``unit`` is a pixel at 100 %."""

    ink: QColor
    muted: QColor
    line: QColor
    first: QColor
    second: QColor
    given: QColor
    tones: tuple[QColor, ...]
    font: QFont
    unit: float


class Plot(QChart):
    """A chart whose words follow its plot as it is resized."""

    def __init__(self, chart: Chart, style: Style) -> None:
        super().__init__()
        self._style = style
        self._metrics = QFontMetricsF(style.font)
        self._placings: list[Callable[[], None]] = []
        self.setBackgroundVisible(False)
        self.setAnimationOptions(QChart.AnimationOption.NoAnimation)
        self.legend().hide()
        self.layout().setContentsMargins(0, 0, 0, 0)
        if isinstance(chart, Sides):
            self._draw_sides(chart)
        elif isinstance(chart, Bars):
            self._draw_bars(chart)
        elif isinstance(chart, Stacks):
            self._draw_stacks(chart)
        else:
            self._draw_lines(chart)
        self.plotAreaChanged.connect(lambda _area: self._place())

    def words(self) -> list[str]:
        """Everything that is written in the chart."""
        return [item.text() for item in self.childItems() if isinstance(item, QGraphicsSimpleTextItem)]

    def settle(self) -> None:
        """Put every word in its place now, without waiting for the next turn of events."""
        self._place()

    def _place(self) -> None:
        for place in self._placings:
            place()

    def _write(
        self, text: str, color: QColor, at: Callable[[], QPointF], across: float = 0.5, down: float = 0.5
    ) -> None:
        """Write where ``at`` says: with that share of the text before the point, and above it."""
        item = QGraphicsSimpleTextItem(text, self)
        item.setFont(self._style.font)
        item.setBrush(QBrush(color))
        item.setZValue(20)
        room = item.boundingRect()

        def place() -> None:
            item.setPos(at() - QPointF(room.width() * across, room.height() * down))

        self._placings.append(place)

    def _margins(self, left: float, top: float, right: float, bottom: float) -> None:
        self.setMargins(QMargins(*(round(side) for side in (left, top, right, bottom))))

    def _value_axis(self, low: float, high: float) -> QValueAxis:
        axis = QValueAxis()
        axis.setRange(low, high)
        axis.setLabelsVisible(False)
        axis.setLineVisible(False)
        axis.setGridLineVisible(False)
        return axis

    def _attach(self, series: QAbstractSeries, across: QAbstractAxis, up: QAbstractAxis) -> None:
        for axis, side in ((across, Qt.AlignmentFlag.AlignBottom), (up, Qt.AlignmentFlag.AlignLeft)):
            self.addAxis(axis, side)
            series.attachAxis(axis)

    def _bar_set(self, name: str, color: QColor, pattern: Qt.BrushStyle) -> QBarSet:
        made = QBarSet(name)
        made.setBrush(QBrush(color, pattern))
        made.setPen(QPen(color, self._style.unit))
        return made

    def _draw_sides(self, chart: Sides) -> None:
        style, height = self._style, self._metrics.height()
        given = self._bar_set(chart.names[0], style.given, Qt.BrushStyle.SolidPattern)
        asked = self._bar_set(chart.names[1], style.second, Qt.BrushStyle.BDiagPattern)
        given.append([float(value) for value in chart.above])
        asked.append([-float(value) for value in chart.below])
        series = QStackedBarSeries()
        series.append([given, asked])
        series.setBarWidth(0.55)
        self.addSeries(series)
        high = max(*chart.above, 1)
        low = max(*chart.below, round(high / 4), 1)
        across, up = QBarCategoryAxis(), self._value_axis(-float(low), float(high))
        across.append([str(place) for place in range(len(chart.labels))])
        self._quiet(across)
        self._attach(series, across, up)
        wide = max(map(self._metrics.horizontalAdvance, chart.names)) + 12 * style.unit
        self._margins(wide, height * 1.3, 4 * style.unit, height * 2.8)
        self._zero_line(series, len(chart.labels))
        for name, color, value in ((chart.names[0], style.given, high / 2), (chart.names[1], style.second, -low / 2)):
            self._write(name, color, lambda value=value: QPointF(0, self._y(series, value)), across=0)  # type: ignore[misc]
        self._labels(chart.labels, lambda at: self.mapToPosition(QPointF(at, 0), series).x())
        if len(chart.labels) <= _MOST_VALUES:
            for at, (above, below) in enumerate(zip(chart.above, chart.below, strict=True)):
                if above:
                    self._number(above, style.given, series, at, above, 1.1)
                if below:
                    self._number(below, style.second, series, at, -below, -0.1)

    def _number(self, value: int, color: QColor, series: QStackedBarSeries, at: int, y: float, down: float) -> None:
        self._write(dates.number(value), color, lambda: self.mapToPosition(QPointF(at, y), series), down=down)

    def _y(self, series: QStackedBarSeries, value: float) -> float:
        return self.mapToPosition(QPointF(0, value), series).y()

    def _zero_line(self, series: QStackedBarSeries, count: int) -> None:
        zero = QLineSeries()
        zero.append([QPointF(-0.5, 0), QPointF(count - 0.5, 0)])
        zero.setPen(QPen(self._style.muted, self._style.unit))
        self.addSeries(zero)
        for axis in self.axes(Qt.Orientation.Horizontal, series) + self.axes(Qt.Orientation.Vertical, series):
            zero.attachAxis(axis)

    def _labels(self, labels: tuple[str, ...], x_of: Callable[[int], float]) -> None:
        """The days below the plot: all of them, or as many as have room."""
        most = _MOST_SHORT_LABELS if max(map(len, labels), default=0) <= _SHORT else _MOST_LABELS
        step = -(-len(labels) // most)
        for at in range(0, len(labels), step):
            self._write(
                labels[at],
                self._style.muted,
                lambda at=at: QPointF(x_of(at), self.plotArea().bottom() + 1.9 * self._metrics.height()),  # type: ignore[misc]
            )

    def _quiet(self, axis: QBarCategoryAxis) -> None:
        axis.setLabelsVisible(False)
        axis.setGridLineVisible(False)
        axis.setLineVisible(False)

    def _draw_bars(self, chart: Bars) -> None:
        style, upwards = self._style, chart.bars[::-1]
        plain = self._bar_set("", style.first, Qt.BrushStyle.SolidPattern)
        striped = self._bar_set(" ", style.second, Qt.BrushStyle.BDiagPattern)
        plain.append([0.0 if bar.is_striped else float(bar.value) for bar in upwards])
        striped.append([float(bar.value) if bar.is_striped else 0.0 for bar in upwards])
        series = QHorizontalStackedBarSeries()
        series.append([plain, striped])
        series.setBarWidth(0.5)
        self.addSeries(series)
        along = self._value_axis(0, float(max([bar.value for bar in upwards] + [1])))
        up = QBarCategoryAxis()
        up.append([str(place) for place in range(len(upwards))])
        self._quiet(up)
        self._attach(series, along, up)
        names = [bar.name if len(bar.name) <= _NAME else bar.name[: _NAME - 1] + "…" for bar in upwards]
        advance = self._metrics.horizontalAdvance
        gap = 10 * style.unit
        self._margins(max(map(advance, names)) + gap, 0, max(advance(bar.said) for bar in upwards) + gap, 0)
        for at, (name, bar) in enumerate(zip(names, upwards, strict=True)):
            self._write(name, style.ink, lambda at=at: QPointF(0, self._row(series, at)), across=0)  # type: ignore[misc]
            self._write(
                bar.said,
                style.muted,
                lambda at=at, bar=bar: self.mapToPosition(QPointF(bar.value, at), series) + QPointF(gap, 0),  # type: ignore[misc]
                across=0,
            )

    def _row(self, series: QHorizontalStackedBarSeries, at: int) -> float:
        return self.mapToPosition(QPointF(0, at), series).y()

    def _draw_lines(self, chart: Lines) -> None:
        style, count = self._style, len(chart.labels)
        high = max(1, *(value for _name, values in chart.lines for value in values))
        across = self._value_axis(0, float(max(count - 1, 1)))
        up = self._value_axis(0, float(high))
        self.addAxis(across, Qt.AlignmentFlag.AlignBottom)
        self.addAxis(up, Qt.AlignmentFlag.AlignLeft)
        up.setLineVisible(False)
        up.setGridLineVisible(True)
        up.setGridLinePen(QPen(style.line, style.unit))
        up.setTickCount(3)
        ends: list[_End] = []
        for place, (name, values) in enumerate(chart.lines):
            color = style.tones[place % len(style.tones)]
            series = QLineSeries()
            series.append([QPointF(at, value) for at, value in enumerate(values)])
            series.setPen(QPen(color, 2 * style.unit, _DASHES[place % len(_DASHES)]))
            self.addSeries(series)
            series.attachAxis(across)
            series.attachAxis(up)
            ends.append((f"{dates.number(values[-1])} {name}", color, values[-1]))
        self._name_ends(ends, high, self._metrics.horizontalAdvance(chart.labels[0]) / 2)
        self._labels(chart.labels, lambda at: self.plotArea().left() + at / max(count - 1, 1) * self.plotArea().width())

    def _draw_stacks(self, chart: Stacks) -> None:
        style = self._style
        high = 1.02 * max(1, *map(sum, zip(*(values for _name, values in chart.layers), strict=True)))
        series, ends, top = QStackedBarSeries(), list[_End](), 0
        for place, (name, values) in enumerate(chart.layers):
            color = style.tones[_TONES[place % len(_TONES)] % len(style.tones)]
            layer = self._bar_set(name, color, _FILLINGS[place % len(_FILLINGS)])
            layer.append([float(value) for value in values])
            series.append(layer)
            ends.append((f"{dates.number(values[-1])} {name}", color, top + values[-1] / 2))
            top += values[-1]
        series.setBarWidth(0.7)
        self.addSeries(series)
        across, up = QBarCategoryAxis(), self._value_axis(0, high)
        across.append([str(place) for place in range(len(chart.labels))])
        self._quiet(across)
        self._attach(series, across, up)
        self._name_ends(ends, high, self._metrics.horizontalAdvance(chart.labels[0]) / 2)
        self._labels(chart.labels, lambda at: self.mapToPosition(QPointF(at, 0), series).x())

    def _name_ends(self, ends: list[_End], high: float, left: float) -> None:
        """Words right of the plot, at the height of what they name."""
        wide = max(self._metrics.horizontalAdvance(text) for text, _color, _value in ends) + 20 * self._style.unit
        height = self._metrics.height()
        self._margins(left, height, wide, height * 2.8)
        for place, (text, color, _value) in enumerate(ends):
            self._write(text, color, lambda place=place: self._end(ends, place, high), across=0)  # type: ignore[misc]

    def _end(self, ends: list[_End], place: int, high: float) -> QPointF:
        """Where the name of what ends there stands, moved down where the words of a higher one stand already."""
        area, line = self.plotArea(), self._metrics.height() * 1.05
        order = sorted(range(len(ends)), key=lambda at: -ends[at][2])
        wanted = {at: area.bottom() - ends[at][2] / high * area.height() for at in order}
        taken = area.top() - line
        for at in order:
            taken = wanted[at] = max(wanted[at], taken + line)
        low = area.bottom() + line
        for at in reversed(order):
            low = wanted[at] = min(wanted[at], low - line)
        return QPointF(area.right() + 8 * self._style.unit, wanted[place])


def height_of(chart: Chart) -> float:
    """How high a chart wants to be, in pixels at 100 %."""
    if isinstance(chart, Bars):
        return 30.0 * len(chart.bars)
    return 210.0 if isinstance(chart, Sides) else 230.0
