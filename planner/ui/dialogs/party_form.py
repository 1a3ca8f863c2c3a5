"""A party: who hosts it, when, what it is for, and who comes."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from planner.domain.errors import PlannerError
from planner.domain.party import PartyKind
from planner.services.parties import PartyDraft
from planner.ui.dialogs.form_window import FormWindow, line
from planner.ui.dialogs.guest_list import GuestList
from planner.ui.dialogs.person_field import PersonField
from planner.ui.dialogs.services import Services, month_first, name_of
from planner.ui.dialogs.when_field import WhenField
from planner.ui.kit import wording
from planner.ui.kit.buttons import Button
from planner.ui.kit.choice_chips import Chips
from planner.ui.kit.form import Form
from planner.ui.kit.i18n import _


class PartyForm(FormWindow):
    """A new party of a host, or with ``party_id`` one that is there. Without a host it is the user's own."""

    def __init__(
        self, services: Services, host_id: int | None, parent: QWidget | None = None, party_id: int | None = None
    ) -> None:
        self._before = PartyDraft(services.clock().today, host_id=host_id)
        if party_id is not None:
            self._before = services.parties.view(party_id).draft
        super().__init__(_heading(services, self._before.host_id), _("Save") if party_id else _("Book it"), parent, 580)
        self._services = services
        self._party_id = party_id
        self.host = PersonField(services, self.page, _("Who is the host?"), _("It is a party of your own"))
        self.kind: Chips[PartyKind] = Chips([(each, wording.party_kind(each)) for each in PartyKind], self.page)
        self.when = WhenField(services.clock, self.page, month_first=month_first(services))
        self.when.setPlaceholderText(_("sat 2pm, or 12/5 at 14:00"))
        self.name = line(self.page, _("Christmas tea"))
        self.goal = line(self.page, _("Six guests, and an evening they enjoy"))
        self.guests = GuestList(services, self.page)
        self._lay_out()
        self._fill()
        self.fit()
        self.when.setFocus()

    def write(self) -> bool:
        """Book or save it; a day that is not understood is told at the field."""
        when = self.when.understood()
        if not self.when.is_clear() or when is None:
            return False
        draft = replace(
            self._before,
            host_id=self.host.person_id,
            on=when.on,
            at=when.at,
            kind=self.kind.value() or PartyKind.HOME,
            name=self.name.text(),
            goal=self.goal.text(),
            guests=self.guests.guests(),
        )
        parties, now = self._services.parties, self._services.clock()
        if self._party_id is None:
            parties.book(draft, now)
        else:
            parties.save(self._party_id, draft, now)
        return True

    def _lay_out(self) -> None:
        form = Form(self.page)
        form.add(_("When"), self.when)
        form.add(_("Host"), self.host)
        form.add(_("What kind"), self.kind)
        form.add(_("What to call it"), self.name)
        form.add(_("What the host hopes for"), self.goal)
        form.add(_("Guests"), self.guests)
        self.column.addWidget(form)
        self.column.addStretch(1)
        if self._party_id is not None and self._services.parties.view(self._party_id).cancelled_on is None:
            cancel = Button(_("Call it off"), kind="link", parent=self)
            cancel.clicked.connect(self._call_off)
            self.buttons.insertWidget(0, cancel, 0, Qt.AlignmentFlag.AlignLeft)

    def _fill(self) -> None:
        before = self._before
        self.host.show_person(before.host_id)
        self.kind.choose([before.kind])
        self.name.setText(before.name)
        self.goal.setText(before.goal)
        self.guests.show_guests(before.guests)
        if self._party_id is not None:
            self.when.set_day(before.on, before.at)

    def _call_off(self) -> None:
        assert self._party_id is not None
        try:
            self._services.parties.cancel(self._party_id, self._services.clock())
        except PlannerError as error:
            self.say_trouble(wording.error(error))
            return
        self.accept()


def _heading(services: Services, host_id: int | None) -> str:
    if host_id is None:
        return _("A party of your own")
    if not services.people.knows(host_id):
        return _("A party at somebody’s who is in the bin")
    return _("A party at {name}’s").format(name=name_of(services, host_id))
