"""Says that the people on screen are invented, and offers to begin one's own book."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from planner.ui.actions import Actions
from planner.ui.kit import icons, theme
from planner.ui.kit.buttons import ActionButton
from planner.ui.kit.i18n import _


class SampleBanner(QFrame):
    """Stands above the desk while the sample book is open."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "banner")
        picture = QLabel(self)
        picture.setPixmap(icons.pixmap("sample", 18, "caution_text", self.devicePixelRatioF()))
        words = QLabel(_("You are looking at the sample book; nobody in it is real."), self)
        words.setProperty("role", "caution")
        words.setWordWrap(True)
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(6), theme.px(16), theme.px(6))
        row.setSpacing(theme.px(8))
        row.addWidget(picture)
        row.addWidget(words, 1)
        row.addWidget(ActionButton(actions.start_own, "book", "", self))
