"""What is promised and still open, and the thank-yous that wait: each line with what one can do about it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from planner.domain.promise import Promise
from planner.domain.thanks import ThankYou
from planner.services.drafts import PersonView
from planner.ui.kit import icons, layouts, theme, wording
from planner.ui.kit.buttons import Button
from planner.ui.kit.i18n import _
from planner.ui.kit.labels import breakable


class AgreementsCard(QFrame):
    """Asks for what was clicked; the pane does it."""

    keep_requested = Signal(int)
    move_requested = Signal(int)
    let_go_requested = Signal(int)
    thanked_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.px(14), theme.px(10), theme.px(10), theme.px(10))
        self._column.setSpacing(theme.px(2))

    def show_person(self, view: PersonView, today: date) -> None:
        """Show the open promises, the soonest first, then the thank-yous; nothing at all when there are none."""
        layouts.empty(self._column)
        for promise in sorted(view.promises, key=lambda each: (each.due_on, each.id)):
            self._column.addWidget(self._promise_row(promise, today))
        for thanks in view.thank_yous:
            self._column.addWidget(self._thanks_row(thanks))
        self.setVisible(bool(view.promises or view.thank_yous))

    def lines_shown(self) -> list[str]:
        """The lines as they stand there."""
        return [
            label.text() for label in self.findChildren(QLabel) if label.property("line") and label.isVisibleTo(self)
        ]

    def _promise_row(self, promise: Promise, today: date) -> QWidget:
        line = wording.promise_line(promise, today)
        quoted = _("“{words}”").format(words=promise.words) if promise.words else ""
        return self._row(
            "promise",
            line,
            quoted,
            (
                (_("Kept"), _("Kept: {line}"), lambda: self.keep_requested.emit(promise.id)),
                (_("Move…"), _("Move: {line}"), lambda: self.move_requested.emit(promise.id)),
                (_("Let go"), _("Let go: {line}"), lambda: self.let_go_requested.emit(promise.id)),
            ),
        )

    def _thanks_row(self, thanks: ThankYou) -> QWidget:
        said = ((_("Thanked"), _("Thanked: {line}"), lambda: self.thanked_requested.emit(thanks.id)),)
        return self._row("thank", wording.thanks_line(thanks), "", said)

    def _row(self, icon: str, line: str, below: str, verbs: tuple[tuple[str, str, Callable[[], None]], ...]) -> QWidget:
        row = QWidget(self)
        picture = QLabel(row)
        picture.setPixmap(icons.pixmap(icon, 18, "accent", self.devicePixelRatioF()))
        words = QLabel(breakable(line), row)
        words.setProperty("line", True)  # noqa: FBT003  # Qt's signature
        words.setWordWrap(True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(words)
        if below:
            said = QLabel(breakable(below), row)
            said.setProperty("role", "small")
            said.setWordWrap(True)
            said.setTextFormat(Qt.TextFormat.PlainText)
            texts.addWidget(said)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(2))
        for text, spoken, act in verbs:
            button = Button(text, kind="link", parent=row)
            button.setAccessibleName(spoken.format(line=line))
            button.clicked.connect(act)
            buttons.addWidget(button)
        buttons.addStretch(1)
        texts.addLayout(buttons)
        whole = QHBoxLayout(row)
        whole.setContentsMargins(0, theme.px(2), 0, 0)
        whole.setSpacing(theme.px(8))
        whole.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        whole.addLayout(texts, 1)
        return row
