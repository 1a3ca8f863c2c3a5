"""The line at the bottom: how many people, that everything is saved, when the last backup was made."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from planner.domain.moment import Moment
from planner.ui.kit import dates, theme
from planner.ui.kit.aloud import LiveLabel
from planner.ui.kit.buttons import Button
from planner.ui.kit.i18n import _, ngettext


class StatusLine(QFrame):
    """Facts that calm; nothing here asks for anything but the results of a printed sheet."""

    sheet_requested = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "status")
        self._people = QLabel(self)
        self._marked = LiveLabel(parent=self)
        self._marked.setWordWrap(False)
        self._saved = QLabel(self)
        self._backup = QLabel(self)
        self._sheet = Button("", kind="link", parent=self)
        self._sheet_number = 0
        self._sheet_words = ("", "")
        self._sheet.clicked.connect(lambda: self.sheet_requested.emit(self._sheet_number))
        self._sheet.hide()
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        row.setSpacing(theme.px(24))
        for label in (self._people, self._marked, self._saved, self._backup):
            label.setProperty("role", "small")
            row.addWidget(label)
        self._marked.hide()
        row.addStretch(1)
        row.addWidget(self._sheet)
        self.setMinimumHeight(theme.px(28))

    def say_people(self, count: int) -> None:
        """How many people are in the book."""
        self._people.setText(ngettext("{count} person", "{count} people", count).format(count=dates.number(count)))
        self._fit()

    def say_marked(self, count: int) -> None:
        """How many lines of the list are marked; one alone is only chosen."""
        self._marked.setVisible(count > 1)
        self._marked.setText(_("{count} marked").format(count=dates.number(count)))
        self._fit()

    def say_saved(self) -> None:
        """Every write is in the book before it is shown."""
        self._saved.setText(_("Saved"))

    def say_backup(self, made_at: datetime | None, now: Moment) -> None:
        """When the newest backup was made."""
        if made_at is None:
            self._backup.setText(_("First backup when you close Warmbook"))
        else:
            local = made_at.astimezone(ZoneInfo(now.zone))
            when = dates.day_and_time(local.date(), local.time(), now.today, in_sentence=True)
            self._backup.setText(_("Backed up {when}").format(when=when))
        self._fit()

    def say_sheet(self, number: int, open_rows: int) -> None:
        """Which printed sheet still waits for its results; no open rows, no words."""
        self._sheet_number = number
        self._sheet.setVisible(open_rows > 0)
        rows = dates.number(open_rows)
        words = ngettext(
            "Sheet {number} printed, {rows} result still to enter",
            "Sheet {number} printed, {rows} results still to enter",
            open_rows,
        )
        short = _("Sheet {number}: {rows} to enter")
        self._sheet_words = words.format(number=number, rows=rows), short.format(number=number, rows=rows)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for (Qt's name)."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """In a narrow window the sheet is named in fewer words, then the backup and the rest fall silent."""
        whole, short = self._sheet_words
        quiet = (self._backup, self._saved)
        for shown, words in ((2, whole), (2, short), (1, short), (0, short)):
            self._sheet.setText(words)
            for place, label in enumerate(reversed(quiet)):
                label.setVisible(place < shown)
            if self._row.minimumSize().width() <= self.width():
                break
        self._sheet.setToolTip(whole)
        self._row.activate()  # at once: words come from threads, too, when nothing else lays anything out
