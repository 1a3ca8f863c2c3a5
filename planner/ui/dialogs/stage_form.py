"""Where things stand with somebody, said by hand; out of a No only their own words lead (D3)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from planner.domain.errors import PlannerError
from planner.domain.person import Stage
from planner.ui.dialogs.form_window import FormWindow, line, quiet
from planner.ui.dialogs.services import Services, month_first, name_of
from planner.ui.dialogs.when_field import WhenField
from planner.ui.kit import wording
from planner.ui.kit.choice_chips import Chips
from planner.ui.kit.form import Form
from planner.ui.kit.i18n import _

_HAVE_AN_END = frozenset({Stage.NOT_NOW, Stage.RESTING})
_NEED_WORDS = frozenset({Stage.NO, Stage.CLOSED_KINDLY})


class StageForm(FormWindow):
    """The stage, until when it holds if it ends, and what they said if it was a No."""

    def __init__(self, services: Services, person_id: int, parent: QWidget | None = None) -> None:
        heading = _("Where things stand with {name}").format(name=name_of(services, person_id))
        super().__init__(heading, _("Save"), parent, width=540)
        self._services = services
        self._person_id = person_id
        view = services.people.view(person_id)
        self._before = (view.stage, view.stage_until)
        open_to = [stage for stage in Stage if stage is not Stage.REACHED_OUT or not view.source_is_locked]
        self.stage: Chips[Stage] = Chips([(each, wording.stage(each)) for each in open_to], self.page)
        self.stage.choose([view.stage])
        self.until = WhenField(services.clock, self.page, month_first=month_first(services))
        self.until.setPlaceholderText(_("in 3 months, Jan 15; may be left open"))
        if view.stage_until is not None:
            self.until.set_day(view.stage_until)
        self.words = line(self.page, _("Their own words"))
        self._form = Form(self.page)
        self._form.add(_("Now"), self.stage)
        self._until = self._form.add(_("Until"), self.until)
        self._said = self._form.add(_("What did they say?"), self.words)
        self.column.addWidget(self._form)
        self._why = quiet(_("After a No, or once you have parted kindly, only they can begin again."), self.page)
        self.column.addWidget(self._why)
        self.column.addStretch(1)
        self.stage.changed.connect(self._ask_what_it_needs)
        self._ask_what_it_needs()
        self.fit()
        self.stage.chip(view.stage).setFocus()

    def write(self) -> bool:
        """Set the stage; a day that is not understood, or words that are missing, are told at their field."""
        stage = self.stage.value()
        ends = stage in _HAVE_AN_END
        if stage is None or (ends and not self.until.is_clear(may_be_empty=True)):
            return False
        until = self.until.day() if ends else None
        if until is not None and until <= self._services.clock().today:
            self.until.insist(_("That day is over. Until which later day, or open?"))
            return False
        if (stage, until) == self._before:
            return True
        words = self.words.text() if self._needs_words() else ""
        try:
            self._services.people.set_stage(self._person_id, stage, until, self._services.clock(), words)
        except PlannerError as error:
            if error.code != "stage_needs_words":
                raise
            self._form.say_mistake(self.words, wording.error(error))
            return False
        return True

    def _needs_words(self) -> bool:
        before = self._before[0]
        return before in _NEED_WORDS and self.stage.value() is not before

    def _ask_what_it_needs(self) -> None:
        self._until.setVisible(self.stage.value() in _HAVE_AN_END)
        for widget in (self._said, self._why):
            widget.setVisible(self._needs_words())
