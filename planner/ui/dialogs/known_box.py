"""Somebody who has the same number or address is in the book already: they are offered instead of a second entry."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.ui.dialogs.form_window import Caution
from planner.ui.kit.buttons import Button
from planner.ui.kit.i18n import _
from planner.ui.kit.isolating import isolated


class KnownBox(QWidget):
    """Hidden while nobody is known; ``chosen`` hands over who was."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._person_id = 0
        self._caution = Caution(self)
        self.go = Button("", kind="link", parent=self)
        self.go.clicked.connect(lambda: self.chosen.emit(self._person_id))
        self._caution.add(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._caution)
        self.hide()

    def show_person(self, person_id: int, name: str, *, is_pasted: bool) -> None:
        """Say who is known; what was pasted can be added to them."""
        self._person_id = person_id
        self._caution.say(_("{name} is in your book with this number or address.").format(name=isolated(name)))
        words = _("Add it to {name}") if is_pasted else _("Show {name}")
        self.go.setText(words.format(name=isolated(name if len(name) <= 24 else name[:23] + "…")))
        self.show()

    def said(self) -> str:
        """What is said, empty while nothing is."""
        return "" if self.isHidden() else self._caution.said()
