"""A report on the screen: figures, then each picture with the table behind it."""

from __future__ import annotations

from PySide6.QtCharts import QChartView
from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from planner.ui.kit import layouts, theme
from planner.ui.kit.empty_state import EmptyState
from planner.ui.kit.labels import breakable
from planner.ui.kit.stylesheet import RING
from planner.ui.reports.charts import Plot, Style, height_of
from planner.ui.reports.content import Chart, Content, Empty, Figure, Row, Section, columns_of
from planner.ui.reports.table_view import TableView


def screen_style() -> Style:
    """The theme's colours."""
    tones = tuple(map(theme.color, ("muted", "accent", "deposit", "withdrawal", "caution")))
    ink, muted, line = map(theme.color, ("ink", "muted", "line"))
    first, second, given = map(theme.color, ("accent", "withdrawal", "deposit"))
    return Style(ink, muted, line, first, second, given, tones, theme.font(12), theme.px(100) / 100)


class ReportView(QScrollArea):
    """Shows one report after another. In a table one wishes ``person_opened``, ``view_opened`` or ``win_removed``.

    ``acted`` tells that an empty report shall be filled.
    """

    person_opened = Signal(int)
    view_opened = Signal(object)
    acted = Signal(object)
    win_removed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content: Content | None = None
        self._as_tables = False
        self.setWidgetResizable(True)
        self.setProperty("kind", "reading")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = self._sheet = QWidget(self)
        page.setProperty("ground", "clear")
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(theme.px(8) - RING, theme.px(4) - RING, theme.px(12), theme.px(8))
        self._column.setSpacing(theme.px(8))
        self.setWidget(page)
        theme.changed.connect(self._draw)

    def show_content(self, content: Content) -> None:
        """Show a report from its top."""
        is_other = self._content is None or content.title != self._content.title
        self._content = content
        self._draw()
        if is_other:
            self.verticalScrollBar().setValue(0)

    def show_tables(self, *, are_wanted: bool) -> None:
        """Tables in the place of pictures, or pictures again."""
        self._as_tables = are_wanted
        self._draw()

    def tables(self) -> list[TableView]:
        """The tables in sight."""
        return [each for each in layouts.widgets(self._column) if isinstance(each, TableView)]

    def charts(self) -> list[QChartView]:
        """The pictures in sight."""
        return [each for each in layouts.widgets(self._column) if isinstance(each, QChartView)]

    def texts(self) -> list[str]:
        """Every sentence in sight."""
        return [label.text() for label in self._sheet.findChildren(QLabel) if not label.isHidden()]

    def _draw(self) -> None:
        layouts.empty(self._column)
        if self._content is None:
            return
        if self._content.empty is not None:
            self._nothing(self._content.empty)
            return
        self._say(self._content.lead, "")
        if self._content.figures:
            self._column.addWidget(self._figures(self._content.figures))
        for section in self._content.sections:
            self._section(section)
        for note in self._content.notes:
            self._column.addSpacing(theme.px(4))
            self._say(note, "small")
        self._column.addStretch(1)

    def _nothing(self, empty: Empty) -> None:
        state = EmptyState("report", empty.title, empty.text, empty.action, self._sheet)
        state.acted.connect(lambda: self.acted.emit(empty.wish))
        self._column.addWidget(state, 1)

    def _say(self, text: str, role: str) -> None:
        label = QLabel(breakable(text), self._sheet)
        label.setProperty("role", role)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        self._column.addWidget(label)

    def _figures(self, figures: tuple[Figure, ...]) -> QWidget:
        box = QWidget(self._sheet)
        grid = QGridLayout(box)
        grid.setContentsMargins(0, theme.px(4), 0, theme.px(4))
        grid.setSpacing(theme.px(10))
        columns = columns_of(len(figures))
        for at, figure in enumerate(figures):
            grid.addWidget(_card(figure, box), at // columns, at % columns)
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        return box

    def _section(self, section: Section) -> None:
        self._column.addSpacing(theme.px(10))
        self._say(section.title, "heading")
        if not section.table.rows:
            self._say(section.empty, "muted")
            return
        chart = None if self._as_tables else section.chart
        said = section.told(has_chart=chart is not None, can_open=True)
        if said:
            self._say(said, "muted")
        if chart is not None:
            self._column.addWidget(self._chart(section, chart))
            return
        table = TableView(section.table, self._sheet)
        table.opened.connect(self._open)
        table.removed.connect(self._remove)
        table.row_shown.connect(lambda row: self._follow(table, row))
        self._column.addWidget(table)

    def _chart(self, section: Section, chart: Chart) -> QChartView:
        plot = Plot(chart, screen_style())
        view = _PlotView(plot, self._sheet)
        view.setFixedHeight(theme.px(height_of(chart)))
        view.setAccessibleName(section.table.name)
        lines = (", ".join(filter(None, row.cells)) for row in section.table.rows)
        view.setAccessibleDescription("; ".join(lines))
        return view

    def _follow(self, table: TableView, row: QRect) -> None:
        """Keep the chosen row of a table in sight; the tables themselves do not scroll."""
        middle = table.viewport().mapTo(self._sheet, row.center())
        self.ensureVisible(middle.x(), middle.y(), 0, row.height())

    def _open(self, row: Row) -> None:
        if row.person_id is not None:
            self.person_opened.emit(row.person_id)
        elif row.view is not None:
            self.view_opened.emit(row.view)

    def _remove(self, row: Row) -> None:
        if row.ref is not None:
            self.win_removed.emit(row.ref)


class _PlotView(QChartView):
    """A chart that the wheel scrolls past."""

    def __init__(self, plot: Plot, parent: QWidget) -> None:
        super().__init__(plot, parent)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setInteractive(False)
        self.setStyleSheet("background: transparent")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Some room (Qt's name)."""
        return QSize(theme.px(400), self.minimumHeight())


def _card(figure: Figure, parent: QWidget) -> QFrame:
    card = QFrame(parent)
    card.setProperty("kind", "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(theme.px(14), theme.px(10), theme.px(14), theme.px(10))
    column.setSpacing(theme.px(1))
    for text, role in ((figure.value, "title"), (figure.label, ""), (figure.note, "small")):
        label = QLabel(breakable(text), card)
        label.setProperty("role", role)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setVisible(bool(text))
        column.addWidget(label)
    column.addStretch(1)
    card.setAccessibleName(" ".join(filter(None, (figure.value, figure.label, figure.note))))
    return card
