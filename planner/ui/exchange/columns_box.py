"""Every column of a list beside the field it goes to, with what stands in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLabel, QScrollArea, QWidget

from planner.services.exchange.mapping.columns import Column
from planner.services.exchange.mapping.fields import Field
from planner.ui.exchange.fields import field_names
from planner.ui.kit import theme
from planner.ui.kit.i18n import _

_LONGEST = 30
"""Characters of a cell."""
_HIDDEN = frozenset({Field.LABEL, Field.SHOWN})


def _short(sample: str) -> str:
    """What stands in a cell, with dots where it goes on."""
    line = " ".join(sample.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"


class ColumnsBox(QScrollArea):
    """One line for each column that holds anything; ``changed`` when a field was chosen by hand."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._boxes: dict[int, QComboBox] = {}
        self._found: dict[int, Field] = {}
        self._shown: Sequence[Column] = ()

    def show_columns(self, columns: Sequence[Column]) -> None:
        """Show these columns; unchanged ones are left alone, so that the keyboard keeps its place."""
        shown = [column for column in columns if column.samples and column.target.field not in _HIDDEN]
        self._found = {column.index: column.target.field for column in shown}
        if [(each.index, each.header, each.samples) for each in shown] != [
            (each.index, each.header, each.samples) for each in self._shown
        ]:
            self._build(shown)
        self._shown = shown
        for column in shown:
            box = self._boxes[column.index]
            box.setCurrentIndex(box.findData(column.target.field))

    def chosen(self) -> Mapping[int, Field]:
        """The fields that differ from what is shown as found."""
        fields = {index: box.currentData() for index, box in self._boxes.items()}  # Qt hands an enum of words back bare
        return {index: Field(field) for index, field in fields.items() if field and field != self._found[index]}

    def box(self, index: int) -> QComboBox:
        """The menu of a column."""
        return self._boxes[index]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the wheel scroll the page, not the menus (Qt's name)."""
        if isinstance(event, QWheelEvent) and isinstance(watched, QComboBox):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _build(self, columns: Sequence[Column]) -> None:
        page = QWidget(self)
        page.setProperty("ground", "clear")
        grid = QGridLayout(page)
        grid.setContentsMargins(0, theme.px(12), theme.px(12), theme.px(8))
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(8))
        for at, heading in enumerate((_("COLUMN"), _("GOES TO"), _("WHAT STANDS IN IT"))):
            label = QLabel(heading, page)
            label.setProperty("role", "section")
            grid.addWidget(label, 0, at)
        self._boxes = {}
        for row, column in enumerate(columns, 1):
            name = column.header or _("Column {number}").format(number=column.index + 1)
            header = QLabel(name, page)
            header.setTextFormat(Qt.TextFormat.PlainText)
            header.setWordWrap(True)
            box = self._box(name, page)
            header.setBuddy(box)
            samples = QLabel(" · ".join(map(_short, column.samples)), page)
            samples.setProperty("role", "muted")
            samples.setTextFormat(Qt.TextFormat.PlainText)
            samples.setWordWrap(True)
            grid.addWidget(header, row, 0)
            grid.addWidget(box, row, 1)
            grid.addWidget(samples, row, 2)
            self._boxes[column.index] = box
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(2, 3)
        grid.setRowStretch(len(columns) + 1, 1)
        self.setWidget(page)

    def _box(self, name: str, page: QWidget) -> QComboBox:
        box = QComboBox(page)
        box.setAccessibleName(_("{column} goes to").format(column=name))
        box.setMinimumContentsLength(14)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for field, text in field_names().items():
            box.addItem(text, field)
        box.installEventFilter(self)
        box.activated.connect(self.changed)
        return box
