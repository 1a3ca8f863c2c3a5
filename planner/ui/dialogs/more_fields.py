"""The rest of what is known of somebody: their life, how to reach them, work, tags and note."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from planner.domain.touch import Channel
from planner.services.drafts import AddressDraft, PersonDraft
from planner.ui.dialogs.birthday_field import BirthdayField
from planner.ui.dialogs.form_window import line, section
from planner.ui.dialogs.services import Services, month_first
from planner.ui.dialogs.standing_fields import StandingFields
from planner.ui.dialogs.zone_field import ZoneField
from planner.ui.kit import theme, wording
from planner.ui.kit.choice_chips import Chips
from planner.ui.kit.countries import country_code, country_name
from planner.ui.kit.form import Form
from planner.ui.kit.i18n import _

LONGEST_NAME = 200
_LIKED = (Channel.CALL, Channel.TEXT, Channel.EMAIL, Channel.SOCIAL, Channel.CARD)


class MoreFields(QWidget):
    """Shows a draft and hands it back with what was typed; what has no field here stays as it was."""

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        self._before = PersonDraft()
        first = month_first(services)
        self.how_known = line(self, _("Church choir"))
        self.call_me = line(self, longest=LONGEST_NAME)
        self.birthday = BirthdayField(services.clock, self, month_first=first)
        self.in_common = line(self, _("Gardening, two boys"))
        self.life = _text(self, _("What is going on in their life"))
        self.wish = line(self, _("A gift for their mother, an evening off"))
        self.remember = line(self, _("Ask about the recital"))
        self.likes: Chips[Channel] = Chips([(each, wording.channel(each)) for each in _LIKED], self, can_be_none=True)
        self.best_times = line(self, _("Weekdays after five"))
        self.zone = ZoneField(self)
        self.street = line(self)
        self.city = line(self)
        self.region = line(self)
        self.postcode = line(self)
        self.place_country = line(self)
        self.company = line(self)
        self.job = line(self)
        self.tags = line(self, _("choir, candles"))
        self.note = _text(self, _("Anything else"))
        self.standing = StandingFields(services, self)
        self.form = Form(self, columns=2)
        self._lay_out()

    def show_draft(self, draft: PersonDraft) -> None:
        """Fill in what is known."""
        self._before = draft
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
            *self._address_lines(draft.addresses[0] if draft.addresses else AddressDraft()),
        ):
            field.setText(text)
            field.setCursorPosition(0)
        self.standing.show_draft(draft)
        self.life.setPlainText(draft.life)
        self.note.setPlainText(draft.note)

    def filled_in(self, draft: PersonDraft) -> PersonDraft:
        """``draft`` with what these fields say."""
        typed = replace(
            draft,
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

    def is_clear(self) -> bool:
        """Whether everything is understood; what is not is told at its field."""
        self.form.clear_mistakes()
        if self.birthday.is_unclear():
            self.show()
            self.birthday.insist()
            return False
        if self.zone.is_unclear():
            self.show()
            self.form.say_mistake(self.zone, _("There is no such time zone. Type a city, such as Denver."))
            return False
        return True

    def _lay_out(self) -> None:
        form = self.form
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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(form)

    def _address_lines(self, address: AddressDraft) -> tuple[tuple[QLineEdit, str], ...]:
        return (
            (self.street, _in_one_line(address.street)),
            (self.city, address.city),
            (self.region, address.region),
            (self.postcode, address.postcode),
            (self.place_country, country_name(address.country) if address.country else ""),
        )

    def _addresses(self) -> tuple[AddressDraft, ...]:
        """The first address as typed, the others as they were."""
        first = self._before.addresses[0] if self._before.addresses else AddressDraft()
        typed_street = self.street.text().strip()
        typed = replace(
            first,
            street=first.street if typed_street == _in_one_line(first.street) else typed_street,
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


def _in_one_line(street: str) -> str:
    return ", ".join(part for each in street.split("\n") if (part := each.strip(" ,")))


def _text(parent: QWidget, example: str) -> QPlainTextEdit:
    text = QPlainTextEdit(parent)
    text.setPlaceholderText(example)
    text.setTabChangesFocus(True)
    text.setFixedHeight(theme.px(72))
    return text
