"""What the do-not-call registry says of a number of theirs (G4)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from planner.domain.errors import PlannerError
from planner.domain.person import Registry
from planner.ui.dialogs.form_window import FormWindow, quiet
from planner.ui.dialogs.services import Services, month_first, name_of
from planner.ui.dialogs.when_field import WhenField
from planner.ui.kit import phones, wording
from planner.ui.kit.choice_chips import Chips
from planner.ui.kit.form import Form
from planner.ui.kit.i18n import _
from planner.ui.kit.plain_dates import Look


class RegistryForm(FormWindow):
    """Which number, what it says, and when it was looked up."""

    def __init__(self, services: Services, person_id: int, parent: QWidget | None = None) -> None:
        heading = _("Do-not-call registry: {name}").format(name=name_of(services, person_id))
        super().__init__(heading, _("Note it"), parent, width=540)
        self._services = services
        self._person_id = person_id
        country = services.preferences.load().country
        known = [each for each in services.people.draft(person_id).phones if each.e164 and not each.is_wrong]
        numbers = [(each.e164, phones.shown(each.e164, country)) for each in known]
        self.number: Chips[str] = Chips(numbers, self.page)
        self.number.choose([each.e164 for each in known[:1]])
        self.said: Chips[Registry] = Chips([(each, wording.registry(each)) for each in Registry], self.page)
        self._known = {each.e164: each.registry for each in known}
        self.number.changed.connect(self._show_known)
        self._show_known()
        self.when = WhenField(services.clock, self.page, month_first=month_first(services), look=Look.BACK)
        self.when.set_text(_("today"))
        self._form = Form(self.page)
        if known:
            self._form.add(_("Number"), self.number)
            self._form.add(_("What it says"), self.said)
            self._form.add(_("Looked up"), self.when)
            self.column.addWidget(self._form)
            self.column.addWidget(
                quiet(_("A look-up counts for 31 days. A permission of theirs counts more."), self.page)
            )
        else:
            for unused in (self.number, self.said, self.when):
                unused.hide()
            self.column.addWidget(quiet(_("There is no number to look up yet. Add one with Edit."), self.page))
        self.save_button.setEnabled(bool(known))
        self.column.addStretch(1)
        self.fit()
        self.said.setFocus()

    def _show_known(self) -> None:
        """What is known of one number says nothing of another."""
        known = self._known.get(self.number.value() or "")
        self.said.choose([known] if known else [])

    def write(self) -> bool:
        """Keep the answer; what is missing is told in place."""
        self._form.clear_mistakes()
        number, said = self.number.value(), self.said.value()
        if number is None or said is None:
            self._form.say_mistake(self.said, _("Choose what the registry says."))
            return False
        on = self.when.day()
        if not self.when.is_clear() or on is None:
            return False
        try:
            self._services.people.note_registry(self._person_id, number, said, on, self._services.clock())
        except PlannerError as error:
            if error.code != "look_up_in_future":
                raise
            self.when.insist(wording.error(error))
            return False
        return True
