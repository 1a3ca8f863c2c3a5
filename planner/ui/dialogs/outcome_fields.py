"""What an outcome still needs to be told: only the fields of the one that was chosen (D4)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from planner.domain.commitment import CommitmentTo
from planner.domain.cooling_off import may_change_until
from planner.domain.interest import Scope
from planner.domain.outcome import Outcome
from planner.domain.promise import PromiseKind, Window
from planner.domain.touch import Channel
from planner.services.drafts import PersonDraft
from planner.services.outcomes import OutcomeReport
from planner.services.promises import PromiseDraft
from planner.ui.dialogs import outcome_words
from planner.ui.dialogs.form_window import quiet
from planner.ui.dialogs.promise_when import PromiseWhen
from planner.ui.dialogs.services import Services, month_first, there
from planner.ui.dialogs.when_field import WhenField
from planner.ui.kit import dates, theme, wording
from planner.ui.kit.choice_chips import Chips
from planner.ui.kit.form import Field, Form
from planner.ui.kit.i18n import _
from planner.ui.kit.plain_dates import Look

LONGEST = 500
_O = Outcome
_DAYS = frozenset({_O.COMMITTED, _O.BOOKED})


class OutcomeFields(QWidget):
    """Fills a report, or says at its field what is missing."""

    def __init__(self, services: Services, person_id: int, draft: PersonDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._draft = draft
        self._outcome: Outcome | None = None
        self._promises = [
            each for each in services.promises.open_for(person_id) if each.kind is not PromiseKind.FOLLOW_UP
        ]
        first = month_first(services)
        self.line = quiet("", self)
        self.next_call = PromiseWhen(there(services, draft), services.clock, self, month_first=first)
        self.day = WhenField(services.clock, self, month_first=first)
        self.day.setPlaceholderText(_("friday, in 2 weeks, 12/1…"))
        self.delivered = WhenField(services.clock, self, month_first=first, look=Look.BACK)
        self.delivered.setPlaceholderText(_("today, or leave it open"))
        self.until = WhenField(services.clock, self, month_first=first)
        self.until.setPlaceholderText(_("in march, in 3 months, 2/1…"))
        self.commits_to: Chips[CommitmentTo] = Chips(outcome_words.commitments(), self)
        self.scope: Chips[Scope] = Chips(outcome_words.scopes(), self, can_be_none=True)
        self.stops: Chips[Channel | None] = Chips(_stops(), self)
        self.stops.choose([None])
        self.phone: Chips[str] = Chips([(each, each) for each in _numbers(draft)], self)
        self.email: Chips[str] = Chips([(each, each) for each in _mails(draft)], self)
        said = [(each.id, wording.promise_line(each, services.clock())) for each in self._promises]
        self.promise: Chips[int] = Chips(said, self)
        self.consultant = QLineEdit(self)
        self.consultant.setMaxLength(LONGEST)
        self.consultant.setPlaceholderText(_("Their name, if you know it"))
        self.expects_call = QCheckBox(_("They expect a call"), self)
        self.keeps_in_touch = QCheckBox(_("Stay in touch once a year"), self)
        self.wants_peace = QCheckBox(_("They asked not to be contacted any more"), self)
        self._lay_out()
        self.show_for(None)

    def show_for(self, outcome: Outcome | None) -> None:
        """Show what this one needs."""
        self._outcome = outcome
        self.line.setText("" if outcome is None else outcome_words.line(outcome))
        self.line.setVisible(bool(self.line.text()))
        for field, outcomes in self._when.items():
            field.setVisible(outcome in outcomes and self._is_a_question(field))
        self._say_labels()
        self._form.setVisible(any(not field.isHidden() for field in self._when))
        self.setVisible(not (self.line.isHidden() and self._form.isHidden()))  # nothing to say takes no room

    def report(self, outcome: Outcome, on: date) -> OutcomeReport | None:
        """What these fields tell, or None while something is missing."""
        report = OutcomeReport(
            outcome,
            on,
            commits_to=self.commits_to.value() or CommitmentTo.DECIDE,
            scope=self.scope.value() if outcome in (_O.NO, _O.THEY_WROTE) else None,
            stops=self.stops.value(),
            phone=self.phone.value() or "",
            email=self.email.value() or "",
            promise_id=self.promise.value(),
            consultant=self.consultant.text().strip() or _("another consultant"),
            expects_call=self.expects_call.isChecked() and outcome is _O.THEY_WROTE,
            keeps_in_touch=self.keeps_in_touch.isChecked() and outcome is _O.OTHER_COMPANY,
            wants_peace=self.wants_peace.isChecked() and not self.wants_peace.isHidden(),
        )
        if outcome in (_O.NEXT_CALL, _O.BUSY, _O.VOICEMAIL, _O.MOVED_BY_THEM):
            promise = self.next_call.draft(PromiseKind.CALLBACK, channel=Channel.CALL)
            return replace(report, promise=promise) if promise else None
        if outcome in _DAYS:
            day = self.day.understood()
            is_ahead = day is not None and day.is_a_day and day.on >= self._services.clock().today
            return replace(report, day=day.on, day_at=day.at) if day is not None and is_ahead else None
        if outcome is _O.BOUGHT and not self.delivered.is_empty():
            day = self.delivered.understood()
            return replace(report, day=day.on) if day is not None and day.is_a_day else None
        if outcome is _O.NOT_NOW and not self.until.is_empty():
            return self._later(report)
        return None if outcome is _O.NO and report.scope is None else report

    def insist(self) -> None:
        """Ask for what is missing, where it is missing."""
        if self._outcome is _O.NO:
            self.scope_field.say_mistake(_("To what? Choose one; “Everything” is one, too."))
            self.scope.setFocus()
        elif self._outcome in _DAYS:
            self._insist_on_day(self.day)
        elif self._outcome is _O.NOT_NOW:
            self._insist_on_day(self.until)
        elif self._outcome is _O.BOUGHT:
            self.delivered.insist()
        else:
            self.next_call.insist()

    def insist_past(self) -> None:
        """The time that was typed is over."""
        if self._outcome is _O.NOT_NOW:
            self.until.insist(_("That has passed already."))
        else:
            self.next_call.insist_past()

    def _insist_on_day(self, field: WhenField) -> None:
        day = field.understood()
        if day is not None and day.on < self._services.clock().today:
            field.insist(_("That has passed already."))
        else:
            field.insist("" if day is None else _("Which day is it?"))

    def _later(self, report: OutcomeReport) -> OutcomeReport | None:
        when = self.until.understood()
        if when is None or when.on < self._services.clock().today:
            return None
        zone = there(self._services, self._draft).zone
        window = when.window if when.window is not Window.EXACT or when.at else Window.DAY
        return replace(report, promise=PromiseDraft(PromiseKind.CALLBACK, when.on, window, when.at, zone))

    def _is_a_question(self, field: QWidget) -> bool:
        """Which number, mail or promise is only asked where there are several."""
        choices = {self.phone_field: _numbers(self._draft), self.email_field: _mails(self._draft)}
        if field is self.promise_field:
            return len(self._promises) > 1
        return len(choices[field]) > 1 if field in choices else True

    def _lay_out(self) -> None:
        self._form = Form(self)
        add = self._form.add
        self.promise_field: Field = add(_("Which one"), self.promise)
        self.next_field: Field = add(_("The next call, on their clock"), self.next_call)
        self.commits_field: Field = add(_("About what"), self.commits_to)
        self.day_field: Field = add(_("By which day"), self.day)
        self.delivered_field: Field = add(_("Delivered on"), self.delivered, hint=" ")
        vague = _("Left empty: {days} days").format(days=self._services.preferences.load().method.not_now_vague)
        self.until_field: Field = add(_("Until when"), self.until, hint=vague)
        self.scope_field: Field = add(_("To what"), self.scope)
        self.stops_field: Field = add(_("What shall stop"), self.stops)
        self.phone_field: Field = add(_("Which number"), self.phone)
        self.email_field: Field = add(_("Which address"), self.email)
        self.consultant_field: Field = add(_("Who is it"), self.consultant)
        for box in (self.expects_call, self.keeps_in_touch, self.wants_peace):
            self._form.add_wide(box)
        self._when: dict[QWidget, frozenset[Outcome]] = {
            self.promise_field: frozenset({_O.MOVED_BY_THEM, _O.MISSED}),
            self.next_field: frozenset({_O.NEXT_CALL, _O.BUSY, _O.VOICEMAIL, _O.MOVED_BY_THEM}),
            self.commits_field: frozenset({_O.COMMITTED}),
            self.day_field: _DAYS,
            self.delivered_field: frozenset({_O.BOUGHT}),
            self.until_field: frozenset({_O.NOT_NOW}),
            self.scope_field: frozenset({_O.NO, _O.THEY_WROTE}),
            self.stops_field: frozenset({_O.STOP}),
            self.phone_field: frozenset({_O.WRONG_NUMBER}),
            self.email_field: frozenset({_O.BOUNCED}),
            self.consultant_field: frozenset({_O.OTHER_CONSULTANT}),
            self.expects_call: frozenset({_O.THEY_WROTE}),
            self.keeps_in_touch: frozenset({_O.OTHER_COMPANY}),
            self.wants_peace: frozenset({_O.NO, _O.DOES_NOT_REMEMBER, _O.OTHER_COMPANY}),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(self.line)
        column.addWidget(self._form)

    def _say_labels(self) -> None:
        """The same field asks in the words of its outcome."""
        self.next_field.label.setText(
            {
                _O.VOICEMAIL: _("When will you try again? Say so on the message."),
                _O.BUSY: _("When shall you call back?"),
                _O.MOVED_BY_THEM: _("To when, on their clock"),
            }.get(self._outcome or _O.NEXT_CALL, _("The next call, on their clock"))
        )
        self.day_field.label.setText(_("When is the party") if self._outcome is _O.BOOKED else _("By which day"))
        asks = self._outcome is _O.THEY_WROTE
        self.scope_field.label.setText(_("Do they ask for something themselves?") if asks else _("To what"))
        self.scope.chip(Scope.EVERYTHING).setVisible(not asks)
        if asks and self.scope.value() is Scope.EVERYTHING:
            self.scope.choose([])
        if self._outcome is _O.BOUGHT:
            last = may_change_until(self._services.clock().today)
            words = _("Sold in person in the US, they may change their mind until {day}.").format(
                day=dates.date_only(last)
            )
            self.delivered_field.say_hint(words if self._services.preferences.load().country == "US" else "")


def _stops() -> tuple[tuple[Channel | None, str], ...]:
    return (
        (None, _("Everything")),
        (Channel.CALL, _("Calls")),
        (Channel.TEXT, _("Texts")),
        (Channel.EMAIL, _("E-mails")),
    )


def _numbers(draft: PersonDraft) -> list[str]:
    return [each.typed for each in draft.phones if not each.is_wrong and not each.is_fax]


def _mails(draft: PersonDraft) -> list[str]:
    return [each.address for each in draft.emails if not each.is_wrong]
