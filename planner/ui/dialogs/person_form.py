"""Adding somebody in under half a minute, or editing everything that is known about them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from planner.domain.errors import PlannerError
from planner.services.draft_rows import shown_name
from planner.services.drafts import PersonDraft
from planner.services.exchange.pasting.merging import merged
from planner.services.exchange.pasting.reading import Pasted, read_pasted
from planner.ui.dialogs.consent_fields import ConsentFields
from planner.ui.dialogs.form_window import FormWindow, line
from planner.ui.dialogs.known_box import KnownBox
from planner.ui.dialogs.more_fields import LONGEST_NAME, MoreFields
from planner.ui.dialogs.origin_fields import ClosenessFields, SourceFields
from planner.ui.dialogs.paste_box import PasteBox
from planner.ui.dialogs.peace_box import PeaceBox
from planner.ui.dialogs.reach_fields import EmailLines, PhoneLines
from planner.ui.dialogs.services import Services, month_first
from planner.ui.kit import wording
from planner.ui.kit.buttons import Button
from planner.ui.kit.form import Form
from planner.ui.kit.i18n import _
from planner.ui.kit.isolating import isolated


class PersonForm(FormWindow):
    """A name, a number or an address is enough. ``saved_id`` tells who was added or saved.

    A signature, the mail of a web form or a vCard can be pasted anywhere in it. ``known_chosen`` asks for somebody who
    is in the book already, with the text that was pasted.
    """

    known_chosen = Signal(int, str)

    def __init__(self, services: Services, person_id: int | None = None, parent: QWidget | None = None) -> None:
        self._before = PersonDraft() if person_id is None else services.people.draft(person_id)
        self._saved = self._before
        edits = _("Edit {name}").format(name=isolated(shown_name(self._before)))
        super().__init__(
            _("Add person") if person_id is None else edits,
            _("Add") if person_id is None else _("Save"),
            parent,
            width=580,
        )
        self._services = services
        self._person_id = person_id
        self.saved_id: int | None = None
        self._pasted = ""
        self._before_paste: PersonDraft | None = None
        self._country = services.preferences.load().country
        self._make_fields()
        self._lay_out()
        self._listen_to_lines()
        if not self.is_new:
            self.closeness.closeness.choose([self._before.closeness])
            self.source.show_source(self._before)
            self._show_draft(self._before)
        self.name.editingFinished.connect(self._move_from_name)
        self.phones.changed.connect(self._look_for_known)
        self.emails.changed.connect(self._look_for_known)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self, self.paste_from_clipboard)
        self.fit()
        self.name.setFocus()

    @property
    def is_new(self) -> bool:
        """Whether somebody is being added."""
        return self._person_id is None

    def draft(self) -> PersonDraft:
        """What the form says; what it has no field for stays as it was."""
        kind, which = self.source.source()
        name = self.name.text().strip()
        typed = replace(
            self._before,
            name=name,
            phones=self.phones.drafts(),
            emails=self.emails.drafts(),
            closeness=self.closeness.closeness.value() or self._before.closeness,
            opening_balance=self.closeness.opening_balance(),
            source_kind=kind,
            source_name=which,
        )
        if self.is_new and name != self._before.name:
            typed = replace(typed, given="", middle="", family="", prefix="", suffix="")
        return self.more.filled_in(typed)

    def write(self) -> bool:
        """Add or save; what is not understood is told at its field."""
        self._form.clear_mistakes()
        self._move_from_name()
        if not self.more.is_clear():
            self.show_more()
            return False
        if not self.peace.is_settled():
            self.peace.insist()
            self.say_trouble(_("Leave them in peace, or say that they want to hear from you again."))
            return False
        permissions = self.consent.permissions() if self.is_new else []
        if permissions is None:
            self.consent.insist()
            return False
        now = self._services.clock()
        try:
            if self._person_id is None:
                self.saved_id = self._services.encounters.welcome(self.draft(), permissions, now)
            else:
                self._services.people.save(self._person_id, self.draft(), now)
                self.saved_id = self._person_id
        except PlannerError as error:
            if error.code != "nobody":
                raise
            self._form.say_mistake(self.name, wording.error(error))
            return False
        return True

    def show_more(self) -> None:
        """Unfold the rest of the fields."""
        self.more.show()
        self._ask_more.hide()

    def begin_with(self, text: str) -> None:
        """Start with what was typed elsewhere: a number or an address in its field, anything else as the name."""
        self.name.setText(text[:LONGEST_NAME])
        self._move_from_name()
        self._look_for_known()
        self.fit()

    def _move_from_name(self) -> None:
        """A number or an address that stands alone where the name belongs goes to its own field."""
        text = self.name.text().strip()
        if not self.is_new or not text or self.phones.drafts() or self.emails.drafts():
            return
        found = self._read(text).draft
        if text.casefold() in [each.typed.casefold() for each in found.phones]:
            self.phones.show_phones(found.phones)
        elif text.casefold() in [each.address.casefold() for each in found.emails]:
            self.emails.show_emails(found.emails)
        else:
            return
        self.name.clear()
        self._look_for_known()

    def paste_from_clipboard(self) -> None:
        """Take what the clipboard holds apart; where it holds nothing of a person, say so."""
        self.paste(QGuiApplication.clipboard().text())

    def paste(self, text: str) -> None:
        """Fill the fields from a signature, the mail of a form or a vCard; nothing typed is written over."""
        found = self._read(text)
        if found.draft == PersonDraft():
            self.found.show_nothing()
            return
        self._before_paste = self.draft()
        self._pasted = text
        self._show_draft(merged(self._before_paste, found.draft))
        self.found.show_found(found.draft, has_others=found.has_others)
        self._look_for_known()

    def take_back(self) -> None:
        """Have the fields as they were before the paste."""
        if self._before_paste is not None:
            self._show_draft(self._before_paste)
        self._before_paste, self._pasted = None, ""
        self.found.hide()
        self._look_for_known()
        self.name.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A text of several lines pasted into a line is taken apart instead of squeezed into it (Qt's name)."""
        is_key = event.type() == QEvent.Type.KeyPress and isinstance(watched, QLineEdit)
        if is_key and isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Paste):
            text = QGuiApplication.clipboard().text()
            if len([each for each in text.splitlines() if each.strip()]) > 1:
                self.paste(text)
                return True
        return super().eventFilter(watched, event)

    def _make_fields(self) -> None:
        self.paste_button = Button(_("Paste details"), "copy", "link", self)
        self.paste_button.setToolTip(
            _("Copy a signature, the mail of a form or a contact card, and paste it here or anywhere in this window.")
        )
        self.paste_button.clicked.connect(self.paste_from_clipboard)
        self.found = PasteBox(self.page)
        self.found.taken_back.connect(self.take_back)
        self.known = KnownBox(self.page)
        self.known.chosen.connect(self._go_to_known)
        self.peace = PeaceBox(self.page)
        self.peace.left_in_peace.connect(lambda: self.done(0))
        self.peace.came_back.toggled.connect(self.trouble.hide)
        self.name = line(self.page, longest=LONGEST_NAME)
        self.phones = PhoneLines(self._country, self.page)
        self.emails = EmailLines(self.page)
        self.phones.grown.connect(self._listen_to_lines)
        self.emails.grown.connect(self._listen_to_lines)
        self.closeness = ClosenessFields(self.page, is_new=self.is_new)
        self.source = SourceFields(self._services.people.sources(), self.page)
        self.consent = ConsentFields(self._services.clock, self.page, month_first=month_first(self._services))
        self.more = MoreFields(self._services, self.page)

    def _lay_out(self) -> None:
        form = Form(self.page)
        form.add_wide(self.found)
        form.add(_("Name"), self.name)
        form.add(_("Phone"), self.phones)
        form.add(_("E-mail"), self.emails)
        form.add_wide(self.known)
        form.add_wide(self.peace)
        form.add(_("How you know each other"), self.closeness)
        form.add(_("Where they come from"), self.source)
        if self.is_new:
            form.add(_("They said yes to"), self.consent)
        self.consent.setVisible(self.is_new)
        self._form = form
        self._ask_more = Button(_("More: birthday, life, address, note…"), "chevron_down", parent=self.page)
        self._ask_more.clicked.connect(self._unfold)
        self.column.addWidget(form)
        self.column.addWidget(self._ask_more, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.more)
        self.column.addStretch(1)
        self.more.setVisible(not self.is_new)
        self._ask_more.setVisible(self.is_new)
        head = QHBoxLayout()
        self.top.removeWidget(self.heading)
        head.addWidget(self.heading, 1)
        head.addWidget(self.paste_button)
        self.top.addLayout(head)

    def tab_stops(self) -> list[QWidget]:
        """From the name to every number and address, and only then to what says more about them."""
        found = super().tab_stops()
        wanted = [*self.phones.lines(), *self.emails.lines(), *self.phones.helpers(), *self.emails.helpers()]
        after = [stop for stop in wanted if stop in found]
        rest = [stop for stop in found if stop not in after]
        at = rest.index(self.name) + 1 if self.name in rest else 0
        return [*rest[:at], *after, *rest[at:]]

    def _listen_to_lines(self) -> None:
        for each in self.findChildren(QLineEdit):
            each.removeEventFilter(self)
            each.installEventFilter(self)

    def _read(self, text: str) -> Pasted:
        today, first = self._services.clock().today, month_first(self._services)
        return read_pasted(text, self._country, today, month_first=first)

    def _show_draft(self, draft: PersonDraft) -> None:
        self._before = draft
        self.name.setText(draft.name)
        self.name.setCursorPosition(0)
        self.phones.show_phones(draft.phones)
        self.emails.show_emails(draft.emails)
        self.more.show_draft(draft)

    def _look_for_known(self) -> None:
        """Offer who has this number or address already; a mistake of nobody's is none any more."""
        self._form.field(self.name).clear_mistake()
        phones = [each for each in self.phones.drafts() if each not in self._saved.phones]
        emails = [each for each in self.emails.drafts() if each not in self._saved.emails]
        self.peace.show_known(is_known=self._services.people.asked_for_peace(phones, emails))
        numbers = [each.e164 for each in self.phones.drafts() if each.e164]
        addresses = [each.address for each in self.emails.drafts()]
        known = self._services.listing.who_has(numbers, addresses, self._services.clock())
        others = [each for each in known if each[0] != self._person_id]
        if others and self.is_new:
            self.known.show_person(*others[0], is_pasted=bool(self._pasted))
        else:
            self.known.hide()

    def _go_to_known(self, person_id: int) -> None:
        self.known_chosen.emit(person_id, self._pasted)
        self.done(0)

    def _unfold(self) -> None:
        self.show_more()
        self.more.how_known.setFocus()
        self.fit()
