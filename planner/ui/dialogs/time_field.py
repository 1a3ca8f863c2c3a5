"""Times of day, typed as one says them: "10", "10am", "2:30 pm", "14:30"."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from planner.domain.promise import Window
from planner.ui.kit import dates, theme
from planner.ui.kit.date_words import NotClearError, Remaining, date_words
from planner.ui.kit.i18n import _
from planner.ui.kit.plain_times import read_time

_STEP = 30
"""Minutes by which the arrow keys go on."""
_DAY = 24 * 60


class TimeField(QLineEdit):
    """A time of day; ``part`` says whether a bare 8 is one in the morning or in the evening."""

    def __init__(self, name: str, parent: QWidget, part: Window = Window.MORNING) -> None:
        super().__init__(parent)
        self._part = part
        self._last = time()
        self._shown = ""
        self.setAccessibleName(name)
        self.setMaxLength(20)
        self.setFixedWidth(theme.px(108))
        self.editingFinished.connect(self._show_back)

    def at(self) -> time:
        """The time that stands there; the last one that was clear, while something else is typed."""
        return self._understood() or self._last

    def is_unclear(self) -> bool:
        """Whether what is typed is no time of day."""
        return self._understood() is None

    def show_time(self, at: time) -> None:
        """Show a time."""
        self._last, self._shown = at, dates.clock(at)
        self.setText(self._shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go half an hour later and earlier (Qt's name)."""
        step = {Qt.Key.Key_Up: _STEP, Qt.Key.Key_Down: -_STEP}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        now = self.at()
        minutes = min(max(now.hour * 60 + now.minute + step, 0), _DAY - _STEP)
        self.show_time(time(minutes // 60, minutes % 60))

    def _understood(self) -> time | None:
        if self._shown and self.text() == self._shown:
            return self._last
        said = " ".join(self.text().casefold().split())
        rest = Remaining(said)
        try:
            found = read_time(rest, date_words(), self._part)
        except NotClearError:
            return None
        return None if rest.text.strip() else found

    def _show_back(self) -> None:
        """Show what was understood, to be checked at a glance."""
        found = self._understood()
        if found is not None:
            self.show_time(found)


class Hours(QWidget):
    """From when until when."""

    def __init__(self, opens: str, closes: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.opens = TimeField(opens, self)
        self.closes = TimeField(closes, self, Window.EVENING)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.opens)
        row.addWidget(QLabel("–", self))
        row.addWidget(self.closes)
        row.addStretch(1)
        self.setFocusProxy(self.opens)

    def show_hours(self, opens: time, closes: time) -> None:
        """Show from when until when."""
        self.opens.show_time(opens)
        self.closes.show_time(closes)

    def mistake(self) -> str:
        """What is wrong with it, empty when nothing is."""
        for field in (self.opens, self.closes):
            if field.is_unclear():
                return not_clear(field)
        return "" if self.opens.at() < self.closes.at() else _("The evening has to come after the morning.")


def not_clear(field: TimeField) -> str:
    """That what is typed is no time of day."""
    return _("“{text}” is no time of day. Type it as {example}.").format(
        text=field.text(), example=dates.clock(time(10, 30))
    )
