"""The guests of a party: a line each, with what they answered."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from planner.domain.party import GuestStatus
from planner.services.draft_rows import shown_name
from planner.services.parties import Guest
from planner.ui.dialogs.choose_person import ChoosePerson
from planner.ui.dialogs.form_window import quiet
from planner.ui.dialogs.person_form import PersonForm
from planner.ui.dialogs.services import Services
from planner.ui.kit import theme, wording
from planner.ui.kit.buttons import GAP, Button, IconButton
from planner.ui.kit.i18n import _
from planner.ui.kit.isolating import isolated
from planner.ui.kit.labels import breakable


class GuestList(QWidget):
    """Guests are found as one types; Tab goes from answer to answer."""

    changed = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._rows: list[_GuestRow] = []
        self._nobody = quiet(_("Nobody invited yet."), self, "small")
        self.add = Button(_("Add a guest…"), "add_person", parent=self)
        self.add.clicked.connect(self.ask)
        self._column = QVBoxLayout()
        self._column.setSpacing(theme.px(8))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addLayout(self._column)
        column.addWidget(self._nobody)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.add)

    def guests(self) -> tuple[Guest, ...]:
        """Everybody on the list, in their order."""
        return tuple(row.guest() for row in self._rows)

    def show_guests(self, guests: tuple[Guest, ...]) -> None:
        """Show these."""
        for guest in guests:
            self._append(guest)

    def invite(self, person_id: int) -> None:
        """Put somebody on the list, once."""
        if all(row.guest().person_id != person_id for row in self._rows):
            draft = self._services.people.draft(person_id)
            self._append(Guest(person_id, shown_name(draft)))
            self.changed.emit()

    def ask(self) -> None:
        """Find somebody to invite."""
        listing, clock, title = self._services.listing, self._services.clock, _("Whom to invite?")
        dialog = ChoosePerson(listing, clock, self.window(), title, can_add=True)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._invite_any(dialog.chosen_id))
        dialog.add_requested.connect(self._add_like)
        dialog.open()

    def _invite_any(self, person_id: int | None) -> None:
        if person_id is not None:
            self.invite(person_id)

    def _add_like(self, text: str) -> None:
        """Whoever is not in the book yet is added on the way."""
        form = PersonForm(self._services, None, self.window())
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if text:
            form.begin_with(text)
        form.accepted.connect(lambda: self._invite_any(form.saved_id))
        form.known_chosen.connect(self.invite)
        form.open()

    def answer_field(self, person_id: int) -> QComboBox:
        """Where the answer of a guest is chosen."""
        return next(row.answer for row in self._rows if row.guest().person_id == person_id)

    def _append(self, guest: Guest) -> None:
        row = _GuestRow(guest, self)
        row.removed.connect(lambda: self._remove(row))
        self._rows.append(row)
        self._column.addWidget(row)
        self._nobody.hide()

    def _remove(self, row: _GuestRow) -> None:
        self._rows.remove(row)
        row.hide()
        row.deleteLater()
        self._nobody.setVisible(not self._rows)
        self.add.setFocus()
        self.changed.emit()


class _GuestRow(QWidget):
    removed = Signal()

    def __init__(self, guest: Guest, parent: QWidget) -> None:
        super().__init__(parent)
        self._guest = guest
        name = QLabel(breakable(guest.name), self)
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setWordWrap(True)
        self.answer = QComboBox(self)
        for status in GuestStatus:
            self.answer.addItem(wording.guest_status(status), status)
        self.answer.setCurrentIndex(list(GuestStatus).index(guest.status))
        self.answer.setAccessibleName(_("Answer of {name}").format(name=isolated(guest.name)))
        self.answer.setAccessibleDescription(self.answer.accessibleName())  # on Linux, Qt names it by its value alone
        self.remove = IconButton("close", _("Take {name} off the list").format(name=isolated(guest.name)), self)
        self.remove.clicked.connect(self.removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(GAP))
        row.addWidget(name, 1)
        row.addWidget(self.answer)
        row.addWidget(self.remove)

    def guest(self) -> Guest:
        """Who it is, with the answer that is chosen."""
        return Guest(self._guest.person_id, self._guest.name, list(GuestStatus)[self.answer.currentIndex()])
