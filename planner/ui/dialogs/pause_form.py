"""Something in their life comes first: business rests."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from planner.domain.errors import PlannerError
from planner.ui.dialogs.form_window import FormWindow, line, quiet
from planner.ui.dialogs.services import Services, month_first, name_of
from planner.ui.dialogs.when_field import WhenField
from planner.ui.kit import wording
from planner.ui.kit.form import Form
from planner.ui.kit.i18n import _


class PauseForm(FormWindow):
    """What it is and until when; as long as the method says unless told."""

    def __init__(self, services: Services, person_id: int, parent: QWidget | None = None) -> None:
        heading = _("Not the time for business with {name}").format(name=name_of(services, person_id))
        super().__init__(heading, _("Let it rest"), parent, width=540)
        self._services = services
        self._person_id = person_id
        self.what = line(self.page, _("A new baby, a move, a loss in the family"))
        picks = (_("in 2 weeks"), _("in 30 days"), _("in 6 months"))
        self.until = WhenField(services.clock, self.page, month_first=month_first(services), picks=picks)
        self.until.set_day(services.pauses.usual_end(services.clock()))
        form = Form(self.page)
        form.add(_("What comes first for them"), self.what)
        form.add(_("Until"), self.until)
        self._form = form
        self.column.addWidget(form)
        self.column.addWidget(quiet(_("Until then only kindness: a card, a kind word, nothing to sell."), self.page))
        self.column.addStretch(1)
        self.fit()
        self.what.setFocus()

    def write(self) -> bool:
        """Begin the rest; a day that is past or not understood is told at the field."""
        self._form.clear_mistakes()
        if not self.what.text().strip():
            self._form.say_mistake(self.what, _("A word is enough: you will be glad of it when the time is over."))
            return False
        if not self.until.is_clear():
            return False
        now = self._services.clock()
        try:
            self._services.pauses.begin(self._person_id, self.what.text(), self.until.day(), now)
        except PlannerError as error:
            if error.code != "pause_is_over":
                raise
            self.until.insist(wording.error(error))
            return False
        return True
