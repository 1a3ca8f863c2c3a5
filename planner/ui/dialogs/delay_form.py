"""Choosing the day on which what is due with somebody comes up again (D8)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from planner.ui.dialogs.form_window import FormWindow, quiet
from planner.ui.dialogs.services import Services, month_first, name_of
from planner.ui.dialogs.when_field import WhenField
from planner.ui.kit import wording
from planner.ui.kit.form import Form
from planner.ui.kit.i18n import _


class DelayForm(FormWindow):
    """Asks for a day in plain words, and shows what it is about."""

    def __init__(self, services: Services, person_id: int, parent: QWidget | None = None) -> None:
        super().__init__(
            _("When suits it better with {name}?").format(name=name_of(services, person_id)), _("Move"), parent
        )
        self._services = services
        self._person_id = person_id
        picks = (_("tomorrow"), _("in a week"), _("in 2 weeks"), _("in a month"))
        self.when = WhenField(services.clock, self.page, month_first=month_first(services), picks=picks)
        self._move = services.today.move(person_id, services.clock())
        form = Form(self.page)
        if self._move.why:
            form.add_wide(quiet(wording.because(self._move.why[0]), self.page))
        form.add(_("Day"), self.when)
        self.column.addWidget(form)
        self.column.addStretch(1)
        self.fit()
        self.when.setFocus()

    def write(self) -> bool:
        """Let it wait until that day; a day that is not to come is told at the field."""
        when = self.when.understood()
        if when is None or not when.is_a_day:
            self.when.insist()
            return False
        if when.on <= self._services.clock().today:
            self.when.insist(_("Choose a day that is still to come."))
            return False
        about = wording.action(self._move.action)
        self._services.delays.move(self._person_id, when.on, about, self._services.clock())
        return True
