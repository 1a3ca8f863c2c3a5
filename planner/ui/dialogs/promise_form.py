"""Promising something, or agreeing on another time for it."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from planner.domain.errors import PlannerError
from planner.domain.promise import Promise, PromiseKind
from planner.domain.touch import Channel
from planner.services.promises import PromiseDraft
from planner.ui.dialogs.form_window import FormWindow
from planner.ui.dialogs.promise_when import PromiseWhen
from planner.ui.dialogs.services import Services, month_first, name_of, there
from planner.ui.kit.choice_chips import Chips
from planner.ui.kit.form import Form
from planner.ui.kit.i18n import _

LONGEST = 500


class PromiseForm(FormWindow):
    """A callback to the hour, a thing promised, or a soft follow-up; ``promise_id`` moves one that is open."""

    def __init__(
        self, services: Services, person_id: int, parent: QWidget | None = None, promise_id: int | None = None
    ) -> None:
        name = name_of(services, person_id)
        self._promise = _open_promise(services, person_id, promise_id)
        heading = _("Promise {name} something") if self._promise is None else _("Another time for {name}")
        save = _("Promise") if self._promise is None else _("Move")
        super().__init__(heading.format(name=name), save, parent, width=540)
        self._services = services
        self._person_id = person_id
        draft = services.people.draft(person_id)
        kinds = (
            (PromiseKind.CALLBACK, _("Call them back")),
            (PromiseKind.PROMISED, _("Something you promised")),
            (PromiseKind.FOLLOW_UP, _("A reminder for yourself")),
        )
        self.kind: Chips[PromiseKind] = Chips(kinds, self.page)
        self.kind.choose([PromiseKind.CALLBACK])
        self.when = PromiseWhen(there(services, draft), services.clock, self.page, month_first=month_first(services))
        self.reason = QLineEdit(self.page)
        self.reason.setMaxLength(LONGEST)
        self.reason.setPlaceholderText(_("The serum sample"))
        self.words = QLineEdit(self.page)
        self.words.setMaxLength(LONGEST)
        self.words.setPlaceholderText(_("“Tuesday after five is good”"))
        self.moved_by_them = QCheckBox(_("They asked for the other time"), self.page)
        self._lay_out()
        self._fill()
        self.kind.changed.connect(self._react)
        self._react()
        self.fit()
        self.when.setFocus()

    def write(self) -> bool:
        """Make or move the promise; a vague or past time is told at the field."""
        draft = self._draft()
        if draft is None:
            self.when.insist()
            return False
        now = self._services.clock()
        try:
            if self._promise is None:
                self._services.promises.make(self._person_id, draft, now)
            else:
                self._services.promises.move(self._promise.id, draft, self.moved_by_them.isChecked(), now)
        except PlannerError as error:
            if error.code != "promise_in_past":
                raise
            self.when.insist_past()
            return False
        return True

    def _lay_out(self) -> None:
        form = Form(self.page)
        form.add(_("What"), self.kind)
        form.add(_("When"), self.when)
        form.add(_("Why, so that you know what to say"), self.reason)
        form.add(_("Their words"), self.words)
        form.add_wide(self.moved_by_them)
        self.moved_by_them.setVisible(self._promise is not None)
        self.column.addWidget(form)
        self.column.addStretch(1)

    def _fill(self) -> None:
        if self._promise is None:
            return
        self.kind.choose([self._promise.kind])
        self.kind.setEnabled(False)
        self.when.show_promise(self._promise)
        self.reason.setText(self._promise.reason)
        self.words.setText(self._promise.words)

    def _react(self) -> None:
        """A soft follow-up may stay as soft as a week."""
        self.when.needs_part(is_needed=self.kind.value() is not PromiseKind.FOLLOW_UP)

    def _draft(self) -> PromiseDraft | None:
        kind = self.kind.value() or PromiseKind.CALLBACK
        channel = Channel.CALL if kind is PromiseKind.CALLBACK else None
        if self._promise is not None:
            channel = self._promise.channel
        return self.when.draft(
            kind, channel=channel, reason=self.reason.text().strip(), words=self.words.text().strip()
        )


def _open_promise(services: Services, person_id: int, promise_id: int | None) -> Promise | None:
    if promise_id is None:
        return None
    found = next((each for each in services.promises.open_for(person_id) if each.id == promise_id), None)
    if found is None:
        raise PlannerError("no_such_promise", promise_id=promise_id)
    return found
