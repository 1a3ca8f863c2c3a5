"""Everybody a file would bring, before anything is written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from planner.services.exchange.preview import ImportOptions, Preview
from planner.ui.exchange import words
from planner.ui.exchange.columns_box import ColumnsBox
from planner.ui.exchange.countries import country_name
from planner.ui.exchange.origin_box import OriginBox
from planner.ui.exchange.reading_box import ReadingBox
from planner.ui.exchange.tables import SHOWN_ROWS, Rows, Table, left_columns, look_columns, people_columns
from planner.ui.kit import dates, theme
from planner.ui.kit.buttons import Button
from planner.ui.kit.i18n import _
from planner.ui.kit.labels import ElidedLabel

_ASIDE, _NARROW = 300, 900
"""Pixels at 100 %: of the questions, and of a page that is too narrow to have them beside the list."""
_ANY_WIDTH = 16_777_215
"""Qt's own largest width."""


class LookPage(QWidget):
    """``options_changed`` when the file should be read again, ``origin_changed`` when a question was answered."""

    options_changed = Signal()
    origin_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preview: Preview | None = None
        self._country = "US"
        self.heading = ElidedLabel("title", self, Qt.TextElideMode.ElideMiddle)
        self.summary = self._label("muted")
        self.summary.setWordWrap(True)
        self.other_button = Button(_("Another file"), "back", parent=self)
        self._is_narrow = False
        self.people = Rows(people_columns(lambda: self._country), self)
        self.odd = Rows(look_columns(), self)
        self.left = Rows(left_columns(), self)
        self.columns = ColumnsBox(self)
        self.reading = ReadingBox(self)
        self.origin = OriginBox(self)
        self.tabs = QTabWidget(self)
        self.tabs.tabBar().setDrawBase(False)
        for bar in (self.tabs, self.tabs.tabBar()):
            bar.setAccessibleName(_("What is in this file"))
        self._remarks = QVBoxLayout()
        self._remarks.setSpacing(theme.px(6))
        self._put_together()
        self.columns.changed.connect(self.options_changed)
        self.reading.changed.connect(self.options_changed)
        self.origin.changed.connect(self.origin_changed)

    def show_preview(self, preview: Preview, today: date) -> None:
        """Show what a file would bring."""
        self.preview = preview
        self._country = preview.options.country
        self.heading.setText(preview.file_name)
        self.summary.setText(words.summary(preview.counts))
        new = [row for row in preview.rows if row.same_as is None]
        self.people.fill(new[:SHOWN_ROWS])
        odd = [row for row in new if row.needs_a_look]
        self.odd.fill(odd)
        doubles = [row for row in preview.rows if row.same_as is not None]
        self.left.fill([*doubles, *preview.left])
        self.columns.show_columns(preview.columns)
        self.reading.show_preview(preview)
        self._name_tabs(len(new), len(odd), len(doubles) + len(preview.left))
        self._show_remarks(preview, today)

    def show_first(self) -> None:
        """Show the first page that has anything in it."""
        shown = [at for at in range(self.tabs.count()) if self.tabs.isTabVisible(at)]
        self.tabs.setCurrentIndex(next((at for at in shown if at != 1), 0))
        (self.tabs.tabBar() if self._is_narrow else self.origin.kind).setFocus(Qt.FocusReason.OtherFocusReason)

    def options(self) -> ImportOptions:
        """How the file should be read now."""
        assert self.preview is not None
        options = self.reading.options(self.preview)
        if (
            options.has_header == self.preview.options.has_header
            and options.delimiter == self.preview.options.delimiter
        ):
            options = replace(options, mapping={**options.mapping, **self.columns.chosen()})
        return options

    def ask_origin(self) -> None:
        """Go to the question where the list is from."""
        if self._is_narrow:
            self.tabs.setCurrentWidget(self._aside_box)
        self.origin.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The questions stand beside the list, or where there is little room on a page of their own (Qt's name)."""
        super().resizeEvent(event)
        is_narrow = self.width() < theme.px(_NARROW)
        if is_narrow == self._is_narrow:
            return
        self._is_narrow = is_narrow
        self._aside_box.setContentsMargins(0, theme.px(12) if is_narrow else 0, 0, 0)
        aside, is_shown = self._aside_box, self.preview is not None and self.preview.counts.new > 0
        if is_narrow:
            self._row.removeWidget(aside)
            aside.setMinimumWidth(0)
            aside.setMaximumWidth(_ANY_WIDTH)
            self.tabs.addTab(aside, _("Where from"))
        else:
            self.tabs.removeTab(self.tabs.indexOf(aside))
            self._row.addWidget(aside)
            aside.setFixedWidth(theme.px(_ASIDE))
        self._show_aside(is_shown=is_shown)

    def _show_aside(self, *, is_shown: bool) -> None:
        at = self.tabs.indexOf(self._aside_box)
        if at < 0:
            self._aside_box.setVisible(is_shown)
        else:
            self.tabs.setTabVisible(at, is_shown)

    def _name_tabs(self, new: int, odd: int, left: int) -> None:
        people = _("People {count}").format(count=dates.number(new))
        self.tabs.setTabText(0, people)
        self.tabs.setTabVisible(0, new > 0)
        self._show_aside(is_shown=new > 0)
        self.tabs.setTabText(1, _("To check {count}").format(count=dates.number(odd)))
        self.tabs.setTabVisible(1, odd > 0)
        self.tabs.setTabText(2, _("Left out {count}").format(count=dates.number(left)))
        self.tabs.setTabVisible(2, left > 0)
        self.tabs.setTabVisible(3, bool(self.preview and self.preview.columns))
        more = new - SHOWN_ROWS
        self._more.setVisible(more > 0)
        self._more.setText(_("… and {count} more like these").format(count=dates.number(max(more, 0))))

    def _show_remarks(self, preview: Preview, today: date) -> None:
        while (item := self._remarks.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        if preview.imported_before is not None:
            self._remarks.addWidget(self._remark(words.before(preview.imported_before, today)))
        for note in preview.notes:
            code = str(note.facts.get("country", "")) if note.code == "phones_of_another_country" else ""
            self._remarks.addWidget(self._remark(words.note(note), code) if code else self._aside(words.note(note)))

    def _remark(self, text: str, country: str = "") -> QFrame:
        """One amber sentence, and a choice where there is one."""
        frame = QFrame(self)
        frame.setProperty("kind", "caution")
        said = self._label("caution")
        said.setText(text)
        said.setWordWrap(True)
        row = QVBoxLayout(frame)
        row.setContentsMargins(theme.px(12), theme.px(6), theme.px(12), theme.px(6))
        row.setSpacing(theme.px(2))
        row.addWidget(said)
        if country:
            use = Button(
                _("Read them as numbers of {country}").format(country=country_name(country)), kind="link", parent=frame
            )
            use.clicked.connect(lambda: self.reading.choose_country(country))
            row.addWidget(use, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    def _aside(self, text: str) -> QLabel:
        label = self._label("small")
        label.setText(text)
        label.setWordWrap(True)
        return label

    def _label(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setProperty("role", role)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def _put_together(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(theme.px(8))
        top = QHBoxLayout()
        top.addWidget(self.heading, 1)
        top.addWidget(self.other_button)
        left.addLayout(top)
        left.addWidget(self.summary)
        left.addLayout(self._remarks)
        left.addWidget(self.tabs, 1)
        self._more = self._label("small")
        people = QWidget(self)
        inside = QVBoxLayout(people)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(Table(self.people, _("People of this file"), people), 1)
        inside.addWidget(self._more)
        self.tabs.addTab(people, "")
        self.tabs.addTab(Table(self.odd, _("Rows to look at"), self), "")
        self.tabs.addTab(Table(self.left, _("Rows that are left out"), self), "")
        self.tabs.addTab(self.columns, _("Columns"))
        self.tabs.addTab(self.reading, _("Reading"))
        self._aside_box = aside = QScrollArea(self)
        aside.setWidgetResizable(True)
        aside.setFrameShape(QFrame.Shape.NoFrame)
        aside.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        aside.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        aside.setWidget(self.origin)
        aside.setFixedWidth(theme.px(_ASIDE))
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(24), theme.px(8), theme.px(24), theme.px(16))
        row.setSpacing(theme.px(20))
        row.addLayout(left, 1)
        row.addWidget(aside)
