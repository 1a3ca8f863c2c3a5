"""Where somebody stands toward the business: who introduced them, whose customer they are, and private marks."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from planner.services.drafts import PersonDraft
from planner.ui.dialogs.choose_person import ChoosePerson
from planner.ui.dialogs.form_window import line, section
from planner.ui.dialogs.services import Services
from planner.ui.kit import theme
from planner.ui.kit.buttons import Button, IconButton
from planner.ui.kit.form import Form
from planner.ui.kit.i18n import _
from planner.ui.kit.labels import breakable


class StandingFields(QWidget):
    """The last part of a person's form."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.introducer = IntroducerField(services, self)
        self.consultant = line(self, _("Their name, if they have one already"))
        self.is_minor = QCheckBox(_("Under eighteen"), self)
        self.is_wanted = QCheckBox(_("I’d love to work with them"), self)
        self.is_wanted.setToolTip(_("Only for you: care comes first, and nothing is asked because of it."))
        self.is_no_fit = QCheckBox(_("Not a fit for my team"), self)
        self.is_no_fit.setToolTip(_("Only for you: nobody will suggest the team to them. Write why into the note."))
        form = Form(self, columns=2)
        section(form, _("BETWEEN YOU"))
        form.add(_("Introduced by"), self.introducer)
        form.add(_("Customer of another consultant"), self.consultant)
        for box in (self.is_minor, self.is_wanted, self.is_no_fit):
            form.add_wide(box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(form)

    def show_draft(self, draft: PersonDraft) -> None:
        """Fill in what is known."""
        self.introducer.show_person(draft.introduced_by_id)
        self.consultant.setText(draft.consultant)
        self.is_minor.setChecked(draft.is_minor)
        self.is_wanted.setChecked(draft.is_wanted_on_team)
        self.is_no_fit.setChecked(draft.is_no_fit)

    def filled_in(self, draft: PersonDraft) -> PersonDraft:
        """``draft`` with what these fields say."""
        return replace(
            draft,
            introduced_by_id=self.introducer.person_id,
            consultant=self.consultant.text().strip(),
            is_minor=self.is_minor.isChecked(),
            is_wanted_on_team=self.is_wanted.isChecked(),
            is_no_fit=self.is_no_fit.isChecked(),
        )


class IntroducerField(QWidget):
    """Somebody of the book, found as one types, or nobody."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.person_id: int | None = None
        self._name = QLabel(self)
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._name.setWordWrap(True)
        self.choose = Button(_("Choose…"), parent=self)
        self.choose.clicked.connect(self._ask)
        self.clear = IconButton("close", _("Nobody introduced them"), self)
        self.clear.clicked.connect(lambda: self.show_person(None))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        row.addWidget(self._name, 1)
        row.addWidget(self.choose)
        row.addWidget(self.clear)
        self.setFocusProxy(self.choose)
        self.show_person(None)

    def show_person(self, person_id: int | None) -> None:
        """Show who it was; somebody who is no longer in the book is nobody."""
        is_there = person_id is not None and self._services.people.knows(person_id)
        self.person_id = person_id if is_there else None
        draft = self._services.people.draft(person_id) if is_there and person_id is not None else None
        self._name.setText(breakable(draft.name or draft.company) if draft else _("Nobody"))
        self.clear.setVisible(is_there)

    def setAccessibleName(self, name: str) -> None:
        """The button is what has the focus (Qt's name)."""
        super().setAccessibleName(name)
        self.choose.setAccessibleName(_("{field}: {verb}").format(field=name, verb=self.choose.text()))

    def _ask(self) -> None:
        dialog = ChoosePerson(self._services.listing, self._services.clock, self.window(), _("Who introduced them?"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.show_person(dialog.chosen_id))
        dialog.open()
