"""A field for somebody of the book, found as one types, or for nobody."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from planner.services.draft_rows import shown_name
from planner.ui.dialogs.choose_person import ChoosePerson
from planner.ui.dialogs.services import Services
from planner.ui.kit import theme
from planner.ui.kit.buttons import GAP, Button, IconButton
from planner.ui.kit.i18n import _
from planner.ui.kit.labels import breakable


class PersonField(QWidget):
    """``question`` heads the window in which one looks; ``nobody`` says what it means to take them out."""

    def __init__(self, services: Services, parent: QWidget, question: str, nobody: str) -> None:
        super().__init__(parent)
        self._services = services
        self._question = question
        self.person_id: int | None = None
        self._name = QLabel(self)
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._name.setWordWrap(True)
        self.choose = Button(_("Choose…"), parent=self)
        self.choose.clicked.connect(self._ask)
        self.clear = IconButton("close", nobody, self)
        self.clear.clicked.connect(lambda: self.show_person(None))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(GAP))
        row.addWidget(self._name, 1)
        row.addWidget(self.choose)
        row.addWidget(self.clear)
        self.setFocusProxy(self.choose)
        self.show_person(None)

    def show_person(self, person_id: int | None) -> None:
        """Show who it was. Somebody in the bin stays until taken out: they may come back."""
        self.person_id = person_id
        self._name.setText(breakable(self._name_of(person_id)))
        self.clear.setVisible(person_id is not None)

    def _name_of(self, person_id: int | None) -> str:
        if person_id is None:
            return _("Nobody")
        people = self._services.people
        return shown_name(people.draft(person_id)) if people.knows(person_id) else _("Somebody in the bin")

    def setAccessibleName(self, name: str) -> None:
        """The button is what has the focus (Qt's name)."""
        super().setAccessibleName(name)
        self.choose.setAccessibleName(_("{field}: {verb}").format(field=name, verb=self.choose.text()))

    def _ask(self) -> None:
        dialog = ChoosePerson(self._services.listing, self._services.clock, self.window(), self._question)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.show_person(dialog.chosen_id))
        dialog.open()
