"""Long work while it lasts: what is being done, how far it is, and a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QVBoxLayout, QWidget

from planner.ui.kit import aloud, dates, theme
from planner.ui.kit.buttons import Button
from planner.ui.kit.i18n import _
from planner.ui.kit.labels import ElidedLabel


class BusyPage(QWidget):
    """``stop_requested`` when somebody wants no more of it."""

    stop_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = ElidedLabel("heading", self, Qt.TextElideMode.ElideMiddle)
        self._counts_people = False
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(theme.px(360))
        self.count = QLabel(self)
        self.count.setProperty("role", "muted")
        self.stop_button = Button(_("Stop"), parent=self)
        self.stop_button.clicked.connect(self.stop_requested)
        column = QVBoxLayout(self)
        column.setSpacing(theme.px(12))
        column.addStretch(1)
        for widget in (self.heading, self.bar, self.count, self.stop_button):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def begin(self, heading: str, *, counts_people: bool = False) -> None:
        """Say what is being done; how far is not known yet."""
        self._counts_people = counts_people
        self.heading.setText(heading)
        aloud.say(self, heading)
        self.bar.setAccessibleName(heading)
        self.bar.setRange(0, 0)
        self.count.setText("")
        self.stop_button.setEnabled(True)

    def show_progress(self, done: int, total: int) -> None:
        """Say how far it is."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        if self._counts_people:
            said = _("{done} of {total} people")
            self.count.setText(said.format(done=dates.number(done), total=dates.number(total)))
            return
        share = 100 * done // total if total else 0
        self.count.setText(_("{percent}%").format(percent=dates.number(share)))
