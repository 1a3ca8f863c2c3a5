"""How a file was read, and what a person may decide about it instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QVBoxLayout, QWidget

from planner.services.exchange.preview import ImportOptions, Preview
from planner.services.exchange.reading.decode import ENCODINGS
from planner.services.exchange.reading.table import DELIMITERS
from planner.ui.exchange import words
from planner.ui.exchange.countries import countries
from planner.ui.kit import theme
from planner.ui.kit.form import Form
from planner.ui.kit.i18n import _


class ReadingBox(QWidget):
    """Encoding, delimiter, country and order of dates; ``changed`` when somebody decided otherwise."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.encoding = self._box([(name, words.encoding(name)) for name in ENCODINGS])
        self.delimiter = self._box([(mark, words.delimiter(mark)) for mark in (*DELIMITERS, "")])
        self.country = self._box(countries())
        self.order = self._box([(False, _("Month first: 3/14/1985")), (True, _("Day first: 14/3/1985"))])
        self.header = QCheckBox(_("The first line names the columns"), self)
        self.header.clicked.connect(self.changed)
        form = Form(self, columns=2)
        self._encoding = form.add(_("Letters"), self.encoding)
        self._delimiter = form.add(_("Between the columns"), self.delimiter)
        self._country = form.add(_("Phone numbers of"), self.country)
        self._order = form.add(_("Dates"), self.order)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(16), 0, theme.px(4))
        column.addWidget(form)
        column.addWidget(self.header)
        self._said = QLabel(self)
        self._said.setProperty("role", "small")
        self._said.setWordWrap(True)
        column.addWidget(self._said)
        column.addStretch(1)

    def show_preview(self, preview: Preview) -> None:
        """Show how the file was read."""
        is_table = preview.format != "vcard"
        self._select(self.encoding, preview.encoding, words.encoding(preview.encoding))
        self._select(self.delimiter, preview.delimiter, words.delimiter(preview.delimiter))
        self._select(self.country, preview.options.country, preview.options.country)
        self._select(self.order, not preview.month_first, "")
        self.header.setChecked(preview.has_header)
        for widget in (self._delimiter, self.header):
            widget.setVisible(is_table)
        self._order.setVisible(preview.month_first_matters)
        self._said.setText(
            _("Read as: {format}. If names look broken, choose other letters.").format(
                format=words.format_name(preview.format)
            )
        )

    def options(self, before: Preview) -> ImportOptions:
        """The options as they are now: what was left as found stays to be found."""
        chosen = before.options
        if self.encoding.currentData() != before.encoding:
            chosen = replace(chosen, encoding=self.encoding.currentData())
        if self.delimiter.currentData() != before.delimiter:
            chosen = replace(chosen, delimiter=self.delimiter.currentData(), mapping={})
        if self.header.isChecked() != before.has_header:
            chosen = replace(chosen, has_header=self.header.isChecked(), mapping={})
        if self.order.currentData() == before.month_first:
            chosen = replace(chosen, day_first=self.order.currentData())
        return replace(chosen, country=self.country.currentData())

    def choose_country(self, code: str) -> None:
        """Read the numbers as those of another country."""
        self._select(self.country, code, code)
        self.changed.emit()

    def _box(self, entries: Sequence[tuple[object, str]]) -> QComboBox:
        box = QComboBox(self)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(10)
        for value, text in entries:
            box.addItem(text, value)
        box.activated.connect(self.changed)
        return box

    @staticmethod
    def _select(box: QComboBox, value: object, text: str) -> None:
        at = next((at for at in range(box.count()) if box.itemData(at) == value), -1)
        if at < 0:
            box.addItem(text, value)
            at = box.count() - 1
        box.setCurrentIndex(at)
