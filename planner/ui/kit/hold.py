"""A hold in place: one amber sentence, and a choice that takes a sentence of the user's (D5)."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from planner.domain.reason import Reason
from planner.ui.kit import icons, theme, wording
from planner.ui.kit.aloud import LiveLabel
from planner.ui.kit.buttons import Button
from planner.ui.kit.i18n import _
from planner.ui.kit.labels import breakable
from planner.ui.kit.stylesheet import repolish

LONGEST = 500


@dataclass(frozen=True, slots=True)
class Insisted:
    """Somebody went on all the same: against which rule, and why, in their words."""

    rule: str
    words: str


class Hold(QFrame):
    """Hidden while nothing speaks against it; *Not now* gives up, the other choice asks why and goes on with that."""

    given_up = Signal()
    insisted = Signal(object)

    def __init__(self, go_on: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "caution")
        self._reason: Reason | None = None
        self._picture = QLabel(self)
        self._sentence = LiveLabel("caution", self)
        self.go_on_button = Button(go_on, kind="quiet", parent=self)
        self.not_now_button = Button(_("Not now"), parent=self)
        self.why = QLineEdit(self)
        self.why.setMaxLength(LONGEST)
        self.why.setPlaceholderText(_("They asked me for it on the phone"))
        self._why_label = QLabel(_("Why all the same? It goes to the timeline."), self)
        self._why_label.setBuddy(self.why)
        self.why.setAccessibleName(self._why_label.text())
        self._lay_out()
        self.go_on_button.clicked.connect(self._go_on)
        self.not_now_button.clicked.connect(self.given_up)
        self.why.returnPressed.connect(self._go_on)
        self.hide()

    def show_reason(self, reason: Reason | None) -> None:
        """Hold because of this, or no longer."""
        if reason == self._reason:
            return
        self._reason = reason
        self._picture.setPixmap(icons.pixmap("caution", 18, "caution_text", self.devicePixelRatioF()))
        self._sentence.setText(breakable(wording.because(reason)) if reason is not None else "")
        self._ask_why(is_asked=False)
        self.setVisible(reason is not None)

    def said(self) -> str:
        """The amber sentence."""
        return self._sentence.text()

    def answer(self) -> Insisted | None:
        """Why it goes on all the same, once that was said; None where nothing holds it or nothing was said."""
        words = self.why.text().strip()
        return Insisted(self._reason.rule, words) if self._reason is not None and words else None

    def is_settled(self) -> bool:
        """Whether nothing holds it any more."""
        return self._reason is None or self.answer() is not None

    def insist(self) -> None:
        """Ask for the sentence, and put the cursor there."""
        self._ask_why(is_asked=True)
        self.why.setProperty("wrong", not self.why.text().strip())
        repolish(self.why)
        self.why.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self) -> None:
        answer = self.answer()
        if answer is None:
            self._ask_why(is_asked=True)
            self.why.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.insisted.emit(answer)

    def _ask_why(self, *, is_asked: bool) -> None:
        self._why_label.setVisible(is_asked)
        self.why.setVisible(is_asked)
        if not is_asked:
            self.why.clear()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._sentence, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(8))
        buttons.addWidget(self.not_now_button)
        buttons.addWidget(self.go_on_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        column.setSpacing(theme.px(6))
        column.addLayout(row)
        column.addWidget(self._why_label)
        column.addWidget(self.why)
        column.addLayout(buttons)
