"""Adding somebody in under half a minute, or editing everything that is known about them."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from planner.domain.errors import PlannerError
from planner.domain.touch import Channel
from planner.services.drafts import AddressDraft, PersonDraft
from planner.ui.dialogs.birthday_field import BirthdayField
from planner.ui.dialogs.choices import Chips
from planner.ui.dialogs.consent_fields import ConsentFields
from planner.ui.dialogs.countries import country_code, country_name
from planner.ui.dialogs.form_window import FormWindow, line, section
from planner.ui.dialogs.origin_fields import ClosenessFields, SourceFields
from planner.ui.dialogs.reach_fields import EmailLines, PhoneLines
from planner.ui.dialogs.services import Services, month_first
from planner.ui.dialogs.standing_fields import StandingFields
from planner.ui.dialogs.zone_field import ZoneField
from planner.ui.kit import theme, wording
from planner.ui.kit.buttons import Button
from planner.ui.kit.form import Form
from planner.ui.kit.i18n import _

LONGEST_NAME = 200
_LIKED = (Channel.CALL, Channel.TEXT, Channel.EMAIL, Channel.SOCIAL, Channel.CARD)


class PersonForm(FormWindow):
    """A name, a number or an address is enough. ``saved_id`` tells who was added or saved."""

    def __init__(self, services: Services, person_id: int | None = None, parent: QWidget | None = None) -> None:
        self._before = PersonDraft() if person_id is None else services.people.draft(person_id)
        heading = _("Add person") if person_id is None else _("Edit {name}").format(name=self._before.name)
        super().__init__(heading, _("Add") if person_id is None else _("Save"), parent, width=580)
        self._services = services
        self._person_id = person_id
        self.saved_id: int | None = None
        self._month_first = month_first(services)
        self._country = services.preferences.load().country
        self._make_first()
        self._make_more()
        self._lay_out()
        self._order_keys()
        self._fill()
        self.fit()
        self.name.setFocus()

    @property
    def is_new(self) -> bool:
        """Whether somebody is being added."""
        return self._person_id is None

    def draft(self) -> PersonDraft:
        """What the form says; what it has no field for stays as it was."""
        kind, which = self.source.source()
        typed = replace(
            self._before,
            name=self.name.text().strip(),
            phones=self.phones.drafts(),
            emails=self.emails.drafts(),
            closeness=self.closeness.closeness.value() or self._before.closeness,
            opening_balance=self.closeness.opening_balance(),
            source_kind=kind,
            source_name=which,
            call_me=self.call_me.text().strip(),
            birthday=self.birthday.birthday(),
            how_known=self.how_known.text().strip(),
            in_common=self.in_common.text().strip(),
            life=self.life.toPlainText().strip(),
            remember=self.remember.text().strip(),
            note=self._note(),
            company=self.company.text().strip(),
            job=self.job.text().strip(),
            zone=self.zone.zone(),
            preferred_channel=self.likes.value(),
            best_times=self.best_times.text().strip(),
            addresses=self._addresses(),
            tags=tuple(dict.fromkeys(tag for tag in (each.strip() for each in self.tags.text().split(",")) if tag)),
            wish=self.wish.text().strip(),
        )
        return self.standing.filled_in(typed)

    def write(self) -> bool:
        """Add or save; what is not understood is told at its field."""
        if not self._is_clear():
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
        self._more.show()
        self._ask_more.hide()

    def _is_clear(self) -> bool:
        self._form.clear_mistakes()
        self._more_form.clear_mistakes()
        if self.birthday.is_unclear():
            self.show_more()
            self._more_form.say_mistake(self.birthday, _("This birthday is not understood. Try “March 14”."))
            return False
        if self.zone.is_unclear():
            self.show_more()
            self._more_form.say_mistake(self.zone, _("There is no such time zone. Type a city, such as Denver."))
            return False
        return True

    def _make_first(self) -> None:
        self.name = line(self.page, longest=LONGEST_NAME)
        self.phones = PhoneLines(self._country, self.page)
        self.emails = EmailLines(self.page)
        self.phones.grown.connect(self._order_keys)
        self.emails.grown.connect(self._order_keys)
        self.closeness = ClosenessFields(self.page, is_new=self.is_new)
        self.source = SourceFields(self._services.people.sources(), self.page)
        self.consent = ConsentFields(self._services.clock, self.page, month_first=self._month_first)

    def _make_more(self) -> None:
        self._more = QWidget(self.page)
        self.call_me = line(self._more, longest=LONGEST_NAME)
        self.birthday = BirthdayField(self._services.clock, self._more, month_first=self._month_first)
        self.how_known = line(self._more, _("Church choir"))
        self.in_common = line(self._more, _("Gardening, two boys"))
        self.life = _text(self._more, _("What is going on in their life"))
        self.wish = line(self._more, _("A gift for their mother, an evening off"))
        self.remember = line(self._more, _("Ask about the recital"))
        self.company = line(self._more)
        self.job = line(self._more)
        self.likes: Chips[Channel] = Chips(
            [(each, wording.channel(each)) for each in _LIKED], self._more, can_be_none=True
        )
        self.best_times = line(self._more, _("Weekdays after five"))
        self.zone = ZoneField(self._more)
        self.street = line(self._more)
        self.city = line(self._more)
        self.region = line(self._more)
        self.postcode = line(self._more)
        self.place_country = line(self._more)
        self.note = _text(self._more, _("Anything else"))
        self.standing = StandingFields(self._services, self._more)
        self.tags = line(self._more, _("choir, candles"))

    def _lay_out(self) -> None:
        form = Form(self.page)
        form.add(_("Name"), self.name)
        form.add(_("Phone"), self.phones)
        form.add(_("E-mail"), self.emails)
        form.add(_("How you know each other"), self.closeness)
        form.add(_("Where they come from"), self.source)
        if self.is_new:
            form.add(_("They said yes to"), self.consent)
        self.consent.setVisible(self.is_new)
        self._form = form
        self._more_form = self._more_fields()
        self._ask_more = Button(_("More: birthday, life, address, note…"), "chevron_down", parent=self.page)
        self._ask_more.clicked.connect(self._unfold)
        self.column.addWidget(form)
        self.column.addWidget(self._ask_more, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._more)
        self.column.addStretch(1)
        self._more.setVisible(not self.is_new)
        self._ask_more.setVisible(self.is_new)

    def _order_keys(self) -> None:
        """Tab goes from the name to every number and address, and only then to what says more about them."""
        lines, helpers = self.phones.lines() + self.emails.lines(), self.phones.helpers() + self.emails.helpers()
        for before, after in pairwise([self.name, *lines, *helpers]):
            QWidget.setTabOrder(before, after)

    def _more_fields(self) -> Form:
        form = Form(self._more, columns=2)
        section(form, _("THEIR LIFE"))
        form.add(_("How you met"), self.how_known, span=2)
        form.add(_("Goes by"), self.call_me)
        form.add(_("Birthday"), self.birthday)
        form.add(_("In common"), self.in_common, span=2)
        form.add(_("Life"), self.life, span=2)
        form.add(_("What do they wish for?"), self.wish, span=2)
        form.add(_("Remember"), self.remember, span=2)
        section(form, _("REACHING THEM"))
        form.add(_("Likes to be reached by"), self.likes, span=2)
        form.add(_("Best times"), self.best_times)
        form.add(_("Time zone"), self.zone)
        form.add(_("Street"), self.street, span=2)
        form.add(_("City"), self.city)
        form.add(_("State or region"), self.region)
        form.add(_("Postcode"), self.postcode)
        form.add(_("Country"), self.place_country)
        section(form, _("MORE"))
        form.add(_("Company"), self.company)
        form.add(_("Work"), self.job)
        form.add(_("Tags, with commas between"), self.tags, span=2)
        form.add(_("Note"), self.note, span=2)
        form.add_wide(self.standing)
        column = _column_of(self._more)
        column.addWidget(form)
        return form

    def _fill(self) -> None:
        draft = self._before
        if self.is_new:
            return
        self.name.setText(draft.name)
        self.phones.show_phones(draft.phones)
        self.emails.show_emails(draft.emails)
        self.closeness.closeness.choose([draft.closeness])
        self.source.show_source(draft)
        self.birthday.show_birthday(draft.birthday)
        self.zone.show_zone(draft.zone)
        self.likes.choose([draft.preferred_channel] if draft.preferred_channel else [])
        for field, text in (
            (self.call_me, draft.call_me),
            (self.how_known, draft.how_known),
            (self.in_common, draft.in_common),
            (self.wish, draft.wish),
            (self.remember, draft.remember),
            (self.company, draft.company),
            (self.job, draft.job),
            (self.best_times, draft.best_times),
            (self.tags, ", ".join(draft.tags)),
        ):
            field.setText(text)
            field.setCursorPosition(0)
        self.standing.show_draft(draft)
        self.life.setPlainText(draft.life)
        self.note.setPlainText(draft.note)
        address = draft.addresses[0] if draft.addresses else AddressDraft()
        for field, text in self._address_lines(address):
            field.setText(text)

    def _address_lines(self, address: AddressDraft) -> tuple[tuple[QLineEdit, str], ...]:
        return (
            (self.street, address.street),
            (self.city, address.city),
            (self.region, address.region),
            (self.postcode, address.postcode),
            (self.place_country, country_name(address.country) if address.country else ""),
        )

    def _addresses(self) -> tuple[AddressDraft, ...]:
        """The first address as typed, the others as they were."""
        first = self._before.addresses[0] if self._before.addresses else AddressDraft()
        typed = replace(
            first,
            street=self.street.text().strip(),
            city=self.city.text().strip(),
            region=self.region.text().strip(),
            postcode=self.postcode.text().strip(),
            country=self._country_of(first),
        )
        rest = self._before.addresses[1:]
        return (typed, *rest) if any(text for _field, text in self._address_lines(typed)) else rest

    def _country_of(self, before: AddressDraft) -> str:
        """The country as it was unless another is named."""
        typed = self.place_country.text().strip()
        if not typed or (before.country and typed == country_name(before.country)):
            return before.country if typed else ""
        return country_code(typed)

    def _note(self) -> str:
        """The note; what an editor cannot show exactly is only taken when it was edited."""
        return self.note.toPlainText().strip() if self.note.document().isModified() else self._before.note

    def _unfold(self) -> None:
        self.show_more()
        self.how_known.setFocus()
        self.fit()


def _text(parent: QWidget, example: str) -> QPlainTextEdit:
    text = QPlainTextEdit(parent)
    text.setPlaceholderText(example)
    text.setTabChangesFocus(True)
    text.setFixedHeight(theme.px(72))
    return text


def _column_of(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    return column
