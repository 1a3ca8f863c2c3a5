"""The one amber sentence above the cards: more promises than places, or a gentle start after a long silence."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from planner.services.today import Day
from planner.ui.kit import theme, wording
from planner.ui.kit.i18n import _
from planner.ui.kit.labels import LinkLabel


class DayBanner(QFrame):
    """Hidden on most days; says one thing, never two."""

    start_fresh_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "caution")
        self._words = LinkLabel("caution", self)
        self._words.link_activated.connect(self.start_fresh_requested)
        self.text = ""
        inside = QVBoxLayout(self)
        inside.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        inside.addWidget(self._words)

    def show_day(self, day: Day) -> None:
        """Say what this day needs to be said, or nothing."""
        self.text = wording.banner(day)
        is_offer = bool(day.offered_places) and self.text == wording.fresh_start_offer(day.offered_places)
        link = _("Spread out the rest") if is_offer else ""
        self._words.say(self.text, link)
        self.setVisible(bool(self.text))
