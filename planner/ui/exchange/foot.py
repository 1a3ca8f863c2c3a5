"""The buttons below an import, and the one sentence that says what is still missing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from planner.ui.kit import dates, theme
from planner.ui.kit.aloud import LiveLabel
from planner.ui.kit.buttons import Button
from planner.ui.kit.i18n import _, ngettext


class Foot(QFrame):
    """Take it back, cancel or done, and the one that brings everybody in; above them, what is still to be said."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "foot")
        self.bring_button = Button("", kind="primary", parent=self)
        self.undo_button = Button(_("Take it back"), "undo", parent=self)
        self.close_button = Button(_("Cancel"), parent=self)
        self.ask_button = Button(_("First say where this list is from."), kind="link", parent=self)
        self.hint = LiveLabel("muted", self)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self.undo_button)
        row.addStretch(1)
        row.addWidget(self.close_button)
        row.addWidget(self.bring_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(24), theme.px(12), theme.px(24), theme.px(12))
        column.setSpacing(theme.px(8))
        column.addWidget(self.hint)
        column.addWidget(self.ask_button, 0, Qt.AlignmentFlag.AlignTrailing)
        column.addLayout(row)

    def show_for(self, *, looking: bool, busy: bool, ended: bool, can_undo: bool) -> None:
        """Show the buttons that the page above needs."""
        self.setVisible(not busy)
        self.bring_button.setVisible(looking)
        self.ask_button.hide()
        self.undo_button.setVisible(ended and can_undo)
        self.close_button.setText(_("Done") if ended else _("Cancel"))
        self.say("")

    def say(self, text: str) -> None:
        """One sentence above the buttons, or none."""
        self.hint.setText(text)
        self.hint.setVisible(bool(text))

    def hold_back(self, why: str) -> None:
        """Nobody can come in while the file is not read as it should be now."""
        self.bring_button.setEnabled(False)
        self.ask_button.hide()
        self.say(why)

    def say_ready(self, new: int, *, is_answered: bool) -> None:
        """Name the button by how many would come in, and say what is still to be answered."""
        text = ngettext("Bring in {count} person", "Bring in {count} people", new)
        self.bring_button.setText(text.format(count=dates.number(new)))
        self.bring_button.setEnabled(is_answered and new > 0)
        self.bring_button.setVisible(new > 0)
        self.ask_button.setVisible(new > 0 and not is_answered)
        self.close_button.setText(_("Cancel") if new else _("Close"))
        self.say("" if new else _("Nobody new is in this file."))
