"""Where somebody stands toward the business: who introduced them, whose customer they are, and private marks."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from planner.services.drafts import PersonDraft
from planner.ui.dialogs.form_window import line, section
from planner.ui.dialogs.person_field import PersonField
from planner.ui.dialogs.services import Services
from planner.ui.kit.form import Form
from planner.ui.kit.i18n import _


class StandingFields(QWidget):
    """The last part of a person's form."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.introducer = PersonField(services, self, _("Who introduced them?"), _("Nobody introduced them"))
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
