"""What they will do, and by when."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from planner.domain.commitment import Commitment, CommitmentTo
from planner.domain.errors import PlannerError
from planner.services.commitments import CommitmentDraft
from planner.ui.dialogs.form_window import FormWindow, line
from planner.ui.dialogs.services import Services, month_first, name_of
from planner.ui.dialogs.when_field import WhenField
from planner.ui.kit import wording
from planner.ui.kit.choice_chips import Chips
from planner.ui.kit.form import Form
from planner.ui.kit.i18n import _


class CommitmentForm(FormWindow):
    """A commitment of theirs; ``commitment_id`` gives one that is open another day."""

    def __init__(
        self, services: Services, person_id: int, parent: QWidget | None = None, commitment_id: int | None = None
    ) -> None:
        heading = _("What {name} will do") if commitment_id is None else _("{name} needs another day")
        save = _("Note it") if commitment_id is None else _("Move")
        super().__init__(heading.format(name=name_of(services, person_id)), save, parent, width=540)
        self._services = services
        self._person_id = person_id
        self._before = _open_commitment(services, person_id, commitment_id)
        self.what: Chips[CommitmentTo] = Chips([(each, wording.will(each)) for each in CommitmentTo], self.page)
        self.what.choose([self._before.what if self._before else CommitmentTo.DECIDE])
        self.what.setEnabled(self._before is None)
        picks = (_("friday"), _("in a week"), _("in 2 weeks"))
        self.by = WhenField(services.clock, self.page, month_first=month_first(services), picks=picks)
        self.words = line(self.page, _("“I’ll talk it over at home and tell you”"))
        self.words.setText(self._before.words if self._before else "")
        form = Form(self.page)
        form.add(_("They will"), self.what)
        self.by.setPlaceholderText(_("friday, in 2 weeks, 12/1…"))
        form.add(_("By"), self.by)
        form.add(_("Their words"), self.words)
        self.column.addWidget(form)
        self.column.addStretch(1)
        self.fit()
        (self.what if self._before is None else self.by).setFocus()

    def write(self) -> bool:
        """Note or move it; a day that is past or not understood is told at the field."""
        by = self.by.day()
        if not self.by.is_clear() or by is None:
            return False
        now, commitments = self._services.clock(), self._services.commitments
        try:
            if self._before is None:
                draft = CommitmentDraft(self.what.value() or CommitmentTo.DECIDE, by, self.words.text())
                commitments.note(self._person_id, draft, now)
            else:
                commitments.move(self._before.id, by, self.words.text(), now)
        except PlannerError as error:
            if error.code != "commitment_in_past":
                raise
            self.by.insist(wording.error(error))
            return False
        return True


def _open_commitment(services: Services, person_id: int, commitment_id: int | None) -> Commitment | None:
    if commitment_id is None:
        return None
    found = next((each for each in services.commitments.of(person_id) if each.id == commitment_id), None)
    if found is None:
        raise PlannerError("no_such_commitment", commitment_id=commitment_id)
    return found
