"""Where an import begins: a file dropped or chosen, and the imports of the past."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from planner.services.exchange.preview import PastImport
from planner.ui.exchange import words
from planner.ui.kit import icons, theme
from planner.ui.kit.aloud import LiveLabel
from planner.ui.kit.buttons import Button
from planner.ui.kit.i18n import _
from planner.ui.kit.labels import ElidedLabel, breakable

_PAST = 218
"""Pixels at 100 % for the imports of the past: four of them, and more by scrolling."""


class ChoosePage(QWidget):
    """``file_wanted`` asks for a file; ``undo_requested`` for an import to be taken back, by its id."""

    file_wanted = Signal()
    undo_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choose_button = Button(_("Choose a file…"), "folder", "primary", self)
        self.choose_button.clicked.connect(self.file_wanted)
        self.trouble = LiveLabel("error", self)
        self.trouble.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.trouble.hide()
        self._past_heading = QLabel(_("BROUGHT IN BEFORE"), self)
        self._past_heading.setProperty("role", "section")
        self._past = QWidget(self)
        self._past.setProperty("ground", "clear")
        self._past_rows = QVBoxLayout(self._past)
        self._past_rows.setContentsMargins(0, 0, 0, 0)
        self._past_rows.setSpacing(theme.px(6))
        self._put_together()

    def say_trouble(self, text: str) -> None:
        """Tell why the file could not be looked at."""
        self.trouble.setText(breakable(text))
        self.trouble.setVisible(bool(text))

    def show_past(self, past: Sequence[PastImport], today: date) -> None:
        """List the imports of the past; each can be taken back."""
        while (item := self._past_rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for each in past:
            self._past_rows.addWidget(self._past_row(each))
        self._past_rows.addStretch(1)
        self._scroll.setMaximumHeight(min(self._past_rows.sizeHint().height(), theme.px(_PAST)))
        self._past_heading.setVisible(bool(past))
        self._scroll.setVisible(bool(past))

    def _put_together(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(24), theme.px(8), theme.px(24), theme.px(20))
        column.setSpacing(theme.px(12))
        heading = QLabel(_("Bring people in"), self)
        heading.setProperty("role", "title")
        column.addWidget(heading)
        column.addWidget(self._drop_zone(), 5)
        column.addWidget(self._past_heading)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._past)
        column.addWidget(self._scroll, 4)

    def _drop_zone(self) -> QFrame:
        zone = QFrame(self)
        zone.setProperty("kind", "drop")
        picture = QLabel(zone)
        picture.setPixmap(icons.pixmap("import", 40, "faint", self.devicePixelRatioF()))
        title = QLabel(_("Drop your list here"), zone)
        title.setProperty("role", "heading")
        said = QLabel(
            _(
                "Google, Outlook or LinkedIn contacts, contact cards from a phone (.vcf), "
                "and any list saved as CSV. You see everybody before anything is written."
            ),
            zone,
        )
        said.setProperty("role", "muted")
        said.setWordWrap(True)
        said.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(zone)
        column.setContentsMargins(theme.px(40), theme.px(14), theme.px(40), theme.px(14))
        column.setSpacing(theme.px(8))
        column.addStretch(1)
        for widget in (picture, title):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(said)
        column.addSpacing(theme.px(6))
        column.addWidget(self.choose_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.trouble)
        column.addStretch(1)
        return zone

    def _past_row(self, each: PastImport) -> QFrame:
        frame = QFrame(self._past)
        frame.setProperty("kind", "card")
        name = ElidedLabel("name", frame, Qt.TextElideMode.ElideMiddle)
        name.setText(each.file_name)
        said = QLabel(words.past(each), frame)
        said.setProperty("role", "small")
        said.setTextFormat(Qt.TextFormat.PlainText)
        undo = Button(_("Take back…"), "undo", "quiet", frame)
        undo.setAccessibleName(_("Take back {file}").format(file=each.file_name))
        undo.clicked.connect(lambda: self.undo_requested.emit(each.id))
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(name)
        texts.addWidget(said)
        row = QHBoxLayout(frame)
        row.setContentsMargins(theme.px(14), theme.px(8), theme.px(8), theme.px(8))
        row.addLayout(texts, 1)
        row.addWidget(undo)
        return frame
