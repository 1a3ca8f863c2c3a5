"""Whoever asked to be left in peace and was removed for good is not added again without a word."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from planner.ui.dialogs.form_window import Caution
from planner.ui.kit.buttons import Button
from planner.ui.kit.i18n import _


class PeaceBox(QWidget):
    """Hidden while nobody is known to have asked; ``left_in_peace`` when they are not to be added after all."""

    left_in_peace = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._caution = Caution(self)
        self.came_back = QCheckBox(_("They want to hear from me again"), self)
        self.leave = Button(_("Leave them in peace"), kind="link", parent=self)
        self.leave.clicked.connect(self.left_in_peace)
        self._caution.add(self.came_back)
        self._caution.add(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._caution)
        self.hide()

    def show_known(self, *, is_known: bool) -> None:
        """Say it, or nothing."""
        if is_known:
            self._caution.say(
                _("Somebody with this number or address asked to be left in peace, and was removed for good.")
            )
        self.setVisible(is_known)

    def is_settled(self) -> bool:
        """Whether nothing is said, or they came back by themselves."""
        return self.isHidden() or self.came_back.isChecked()

    def insist(self) -> None:
        """Ask for an answer."""
        self.came_back.setFocus(Qt.FocusReason.OtherFocusReason)

    def said(self) -> str:
        """What is said, empty while nothing is."""
        return "" if self.isHidden() else self._caution.said()
