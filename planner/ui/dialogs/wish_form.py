"""What they would like, and what they said no to: each in a few words of theirs."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QWidget

from planner.domain.interest import Scope
from planner.services.interests import InterestDraft
from planner.ui.dialogs.form_window import FormWindow, line, quiet
from planner.ui.dialogs.services import Services, month_first, name_of
from planner.ui.dialogs.when_field import WhenField
from planner.ui.kit import wording
from planner.ui.kit.choice_chips import Chips
from planner.ui.kit.form import Form
from planner.ui.kit.i18n import _
from planner.ui.kit.plain_dates import Look

_WISHES = (Scope.BUY, Scope.HOST, Scope.JOIN, Scope.REFER)


class WishForm(FormWindow):
    """What somebody would like. A hand they raised themselves lifts a No of theirs to the same (G5, G7, 002-14)."""

    def __init__(
        self, services: Services, person_id: int, parent: QWidget | None = None, came_back_to: Scope | None = None
    ) -> None:
        name = name_of(services, person_id)
        super().__init__(_("What {name} would like").format(name=name), _("Note it"), parent, width=540)
        self._services = services
        self._person_id = person_id
        self.scope: Chips[Scope] = Chips([(each, wording.scope(each)) for each in _WISHES], self.page)
        self.scope.choose([came_back_to] if came_back_to in _WISHES else [])
        self.topic = line(self.page, _("Candles for a birthday"))
        self.words = line(self.page, _("“Do you still have the lavender one?”"))
        self.raised = QCheckBox(_("They brought it up themselves"), self.page)
        self.why = line(self.page, _("The evenings at home are long just now"))
        self.when = WhenField(services.clock, self.page, month_first=month_first(services), look=Look.BACK)
        self.when.set_text(_("today"))
        self.raised.setChecked(came_back_to is not None)
        self._lay_out(name)
        self.fit()
        self.scope.setFocus()

    def write(self) -> bool:
        """Note the wish; what they would like is asked for, a day that is not understood is told at the field."""
        self._form.clear_mistakes()
        scope = self.scope.value()
        if scope is None:
            self._form.say_mistake(self.scope, _("Choose what they would like."))
            return False
        if not self.when.is_clear():
            return False
        draft = InterestDraft(
            scope=scope,
            topic=self.topic.text(),
            words=self.words.text(),
            raised_hand=self.raised.isChecked(),
            why=self.why.text(),
            on=self.when.day(),
        )
        self._services.interests.note(self._person_id, draft, self._services.clock())
        return True

    def _lay_out(self, name: str) -> None:
        form = Form(self.page)
        form.add(_("They would like to"), self.scope)
        form.add(_("What exactly"), self.topic)
        form.add(_("Their words"), self.words)
        form.add_wide(self.raised)
        form.add(_("Why would {name} want this?").format(name=name), self.why)
        form.add(_("When they said it"), self.when)
        self._form = form
        self.column.addWidget(form)
        self.column.addStretch(1)


class NoForm(FormWindow):
    """A No to one kind of thing: it stands until they come back to it themselves (G5)."""

    def __init__(self, services: Services, person_id: int, parent: QWidget | None = None) -> None:
        super().__init__(_("{name} said no").format(name=name_of(services, person_id)), _("Note it"), parent, width=540)
        self._services = services
        self._person_id = person_id
        self.scope: Chips[Scope] = Chips([(each, wording.scope(each)) for each in Scope], self.page)
        self.words = line(self.page, _("“It is not for me”"))
        self.when = WhenField(services.clock, self.page, month_first=month_first(services), look=Look.BACK)
        self.when.set_text(_("today"))
        self._form = Form(self.page)
        self._form.add(_("No to what?"), self.scope)
        self._form.add(_("Their words"), self.words)
        self._form.add(_("When they said it"), self.when)
        self.column.addWidget(self._form)
        self.column.addWidget(quiet(_("It stands until they come back to it themselves."), self.page))
        self.column.addStretch(1)
        self.fit()
        self.scope.setFocus()

    def write(self) -> bool:
        """Keep the No; what it was to is asked for where it is missing."""
        self._form.clear_mistakes()
        scope = self.scope.value()
        if scope is None:
            self._form.say_mistake(self.scope, _("Choose what they said no to."))
            return False
        if not self.when.is_clear():
            return False
        now = self._services.clock()
        self._services.interests.say_no(self._person_id, scope, self.words.text(), self.when.day(), now)
        return True
