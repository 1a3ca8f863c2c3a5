"""A part of the timeline only: what was given, what was asked, talks, promises and notes; or what has a word in it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QVBoxLayout, QWidget

from planner.services.timeline import Part
from planner.ui.kit import theme
from planner.ui.kit.chips import FilterChip, FlowLayout, Group
from planner.ui.kit.fields import make_clearable
from planner.ui.kit.i18n import _

WORTH = 5
"""Entries from which on there is something to filter."""
_WAIT_MS = 150


class TimelineFilter(QWidget):
    """A row of chips, and a line to type words in; ``changed`` carries the part and the words."""

    changed = Signal(object, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        row = Group(self)
        row.setAccessibleName(_("Timeline"))
        flow = FlowLayout(row, spacing=4)
        self._group = QButtonGroup(self)
        self._chips: dict[Part, FilterChip] = {}
        for part, text in _words():
            chip = FilterChip(text, row, is_one_of=True)
            chip.setProperty("room", "small")
            self._group.addButton(chip)
            self._chips[part] = chip
            flow.addWidget(chip)
            chip.clicked.connect(self._say)
        self.words = _Words(self)
        self.words.setPlaceholderText(_("Find words in what happened…"))
        self.words.setAccessibleName(_("Find words in what happened"))
        make_clearable(self.words)
        self.words.setMaxLength(100)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_WAIT_MS)
        self._wait.timeout.connect(self._say)
        self.words.textChanged.connect(lambda _text: self._wait.start())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(row)
        column.addWidget(self.words)
        self.start_over()

    def part(self) -> Part:
        """What is chosen."""
        return next((part for part, chip in self._chips.items() if chip.isChecked()), Part.ALL)

    def chip(self, part: Part) -> FilterChip:
        """The chip of a part."""
        return self._chips[part]

    def start_over(self) -> None:
        """Everything, for somebody else; nobody is told."""
        self._chips[Part.ALL].setChecked(True)
        self.words.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.words.clear()
        self.words.blockSignals(False)  # noqa: FBT003 - Qt's own
        self._wait.stop()

    def _say(self) -> None:
        self._wait.stop()
        self.changed.emit(self.part(), self.words.text())


class _Words(QLineEdit):
    """Esc empties it, and is passed on where it is empty already."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's name."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


def _words() -> tuple[tuple[Part, str], ...]:
    return (
        (Part.ALL, _("All")),
        (Part.GIVEN, _("Given")),
        (Part.ASKED, _("Asked")),
        (Part.TALKS, _("Talks")),
        (Part.NOTES, _("Promises, notes")),
    )
