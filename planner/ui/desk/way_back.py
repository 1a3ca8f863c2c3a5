"""The way back from the person to the list, where the person lies over it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from planner.ui.kit import theme
from planner.ui.kit.buttons import Button
from planner.ui.kit.i18n import _


class WayBack(QFrame):
    """A bar with one button; ``taken`` when it is pressed."""

    taken = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "bar")
        back = Button(_("Back to the list"), "back", "quiet", self)
        back.clicked.connect(self.taken)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(6), theme.px(4), theme.px(6), theme.px(4))
        row.addWidget(back)
        row.addStretch(1)
