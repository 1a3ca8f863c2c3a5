"""The checklist of a bought list: nobody on it is called while a question is open (000-04, 001-10)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from planner.domain.batch import Batch, Origin, Question
from planner.domain.errors import PlannerError
from planner.services.sources import BoughtList
from planner.ui.dialogs.form_window import Caution, FormWindow, line, quiet
from planner.ui.dialogs.services import Services, month_first
from planner.ui.dialogs.when_field import WhenField
from planner.ui.kit import dates, money, theme, wording
from planner.ui.kit.choice_chips import Chips
from planner.ui.kit.form import Form
from planner.ui.kit.i18n import _, ngettext
from planner.ui.kit.plain_dates import Look


class ChecklistForm(FormWindow):
    """Each question is answered, or said to be one that nobody can answer; the registry must be checked."""

    def __init__(self, services: Services, source_id: int, parent: QWidget | None = None) -> None:
        self._list = services.sources.bought_list(source_id)
        super().__init__(self._list.batch.name or _("A bought list"), _("Save"), parent, width=600)
        self._services = services
        self.vendor = line(self.page, _("The company’s name"))
        self.cost = line(self.page, _("250"))
        self.bought = self._day()
        self.origin: Chips[Origin] = Chips(
            [(each, wording.origin(each)) for each in Origin], self.page, can_be_none=True
        )
        self.since, self.until = self._day(), self._day()
        self.consent = line(self.page, _("Where and when they said yes, in which words"))
        self.checked = self._day()
        self.open_questions = Caution(self.page)
        self._unknown: dict[Question, QCheckBox] = {}
        self._form = Form(self.page)
        self._lay_out()
        self._fill()
        self._react()
        self.fit()
        self.vendor.setFocus()

    def write(self) -> bool:
        """Keep the answers; a day or an amount that is not understood is told at its field."""
        self._form.clear_mistakes()
        for field in (self.bought, self.since, self.until, self.checked):
            if not field.is_clear(may_be_empty=True):
                return False
        if self.cost.text().strip() and money.understood(self.cost.text()) is None:
            self.say_trouble(_("This amount is not understood. Try “250”."))
            self.cost.setFocus()
            return False
        try:
            self._services.sources.save_checklist(self._list.id, self._answers(), self._services.clock())
        except PlannerError as error:
            if error.code != "checked_in_future":
                raise
            self.checked.insist(wording.error(error))
            return False
        return True

    def nobody_can_say(self, question: Question) -> QCheckBox:
        """The box beside a question that says nobody can answer it."""
        return self._unknown[question]

    def _answers(self) -> Batch:
        unknown = frozenset(each for each, box in self._unknown.items() if box.isChecked())
        return replace(
            self._list.batch,
            vendor=self.vendor.text().strip(),
            cost_cents=money.understood(self.cost.text()),
            bought_on=self.bought.day(),
            origin=self.origin.value(),
            interest_from=self.since.day(),
            interest_to=self.until.day(),
            consent_proof=self.consent.text().strip(),
            registry_checked_on=self.checked.day(),
            unknown=unknown,
        )

    def _day(self) -> WhenField:
        return WhenField(self._services.clock, self.page, month_first=month_first(self._services), look=Look.BACK)

    def _lay_out(self) -> None:
        country = self._services.preferences.load().country
        self.column.addWidget(quiet(" ".join(facts_of(self._list, country)), self.page))
        self.column.addWidget(self.open_questions)
        self._ask(Question.VENDOR, self.vendor)
        self._ask(Question.COST, self.cost)
        self._ask(Question.BOUGHT_ON, self.bought)
        self._ask(Question.ORIGIN, self.origin)
        self._ask(Question.INTEREST, self._two(self.since, self.until))
        self._ask(Question.CONSENT, self.consent)
        self._ask(Question.REGISTRY, self.checked)
        self.column.addWidget(self._form)
        self.column.addStretch(1)

    def _ask(self, question: Question, field: QWidget) -> None:
        """A question; beside all but the registry and the origin, that nobody can answer it."""
        name = wording.question(question)
        if question is Question.COST:
            currency = money.currency(self._services.preferences.load().country)
            name = _("What it cost, in {currency}").format(currency=currency)
        if question in (Question.REGISTRY, Question.ORIGIN):
            self._form.add(name, field)
            return
        box = QCheckBox(_("Nobody can say"), self.page)
        box.setAccessibleName(_("Nobody can say: {line}").format(line=name))
        box.toggled.connect(field.setDisabled)
        box.toggled.connect(self._react)
        self._unknown[question] = box
        both = QWidget(self.page)
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        box.setFixedHeight(theme.px(32))
        both.setFocusProxy(field)
        self._form.add(name, both)
        field.setAccessibleName(name)

    def _two(self, first: WhenField, second: WhenField) -> QWidget:
        both = QWidget(self.page)
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        for field, name in ((first, _("The oldest interest")), (second, _("The newest interest"))):
            field.setPlaceholderText(name)
            field.setAccessibleName(name)
            column.addWidget(field)
        both.setFocusProxy(first)
        return both

    def _fill(self) -> None:
        batch = self._list.batch
        self.vendor.setText(batch.vendor)
        self.cost.setText(money.typed(batch.cost_cents))
        self.origin.choose([batch.origin] if batch.origin else [])
        self.consent.setText(batch.consent_proof)
        for field, day in self._days(batch):
            if day is not None:
                field.set_day(day)
        for question, box in self._unknown.items():
            box.setChecked(question in batch.unknown)
        for text in (self.vendor, self.cost, self.consent):
            text.textChanged.connect(self._react)
        self.origin.changed.connect(self._react)
        for field, _day in self._days(batch):
            field.changed.connect(self._react)

    def _days(self, batch: Batch) -> tuple[tuple[WhenField, date | None], ...]:
        return (
            (self.bought, batch.bought_on),
            (self.since, batch.interest_from),
            (self.until, batch.interest_to),
            (self.checked, batch.registry_checked_on),
        )

    def _react(self) -> None:
        """Say what is still open."""
        missing = ", ".join(wording.question(each).lower() for each in self._answers().unanswered())
        text = _("Nobody on this list is called yet. Still open: {questions}.").format(questions=missing)
        self.open_questions.say(text if missing else "")


def facts_of(bought: BoughtList, country: str) -> list[str]:
    """What is known of a list without asking: people, cost, pace, and how good its numbers were (S6, 001-09)."""
    people = ngettext("{count} person.", "{count} people.", bought.people).format(count=dates.number(bought.people))
    said = [people]
    if bought.cents_each is not None:
        said.append(_("{amount} for each.").format(amount=money.shown(round(bought.cents_each), country)))
    if bought.people > 1:
        days = ngettext("{count} working day", "{count} working days", bought.working_days)
        pace = _("At this pace: {days}. Pick those you can say something true about.")
        said.append(pace.format(days=days.format(count=dates.number(bought.working_days))))
    if bought.quality.wrong:
        share = _("{percent}% bad numbers").format(percent=dates.number(round(bought.quality.wrong_share * 100)))
        asks = bought.quality.wants_refund
        said.append(_("{share}: ask the vendor.").format(share=share) if asks else _("{share}.").format(share=share))
    return said
