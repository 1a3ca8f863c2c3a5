"""One quiet line above the desk: somebody expects you in a few minutes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from planner.domain.notices import LEAD, Expected
from planner.ui.kit import aloud, icons, theme
from planner.ui.kit.buttons import Button, IconButton
from planner.ui.kit.i18n import _
from planner.ui.kit.labels import breakable


class NoticeBanner(QFrame):
    """Stays until the person was looked at, it was put away, or the time has passed."""

    person_chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "notice")
        self._about: Expected | None = None
        picture = QLabel(self)
        picture.setPixmap(icons.pixmap("promise", 18, "accent", self.devicePixelRatioF()))
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.show_button = Button(_("Show them"), "person", parent=self)
        self.show_button.clicked.connect(self._show)
        self.close_button = IconButton("close", _("Put this away"), self)
        self.close_button.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(6), theme.px(16), theme.px(6))
        row.setSpacing(theme.px(8))
        row.addWidget(picture)
        row.addWidget(self._words, 1)
        row.addWidget(self.show_button)
        row.addWidget(self.close_button)
        self.hide()

    def say(self, text: str, about: Expected) -> None:
        """Say who expects the user."""
        self._about = about
        self._words.setText(breakable(text))
        aloud.say(self, text, at_once=True)
        self._words.setAccessibleName(text)
        self.show()

    def said(self) -> str:
        """What is said."""
        return self._words.accessibleName()

    def keep(self, expected: Iterable[Expected], now: datetime) -> None:
        """Go once the promise is kept or moved, or its time has passed."""
        about = self._about
        if about is not None and (about not in expected or now > about.at + LEAD):
            self._about = None
            self.hide()

    def _show(self) -> None:
        if self._about is not None:
            self.hide()
            self.person_chosen.emit(self._about.person_id)
