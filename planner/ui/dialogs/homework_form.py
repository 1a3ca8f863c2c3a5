"""Homework before a first call: six lines, and which of them are still missing (G13, 003-15)."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from planner.domain.homework import Line, is_ready
from planner.domain.person import Homework
from planner.ui.dialogs.form_window import Caution, FormWindow, line, quiet
from planner.ui.dialogs.services import Services, name_of
from planner.ui.kit import wording
from planner.ui.kit.form import Form
from planner.ui.kit.i18n import _


class HomeworkForm(FormWindow):
    """Five lines to write; whether a call is allowed follows from permissions and look-ups."""

    def __init__(self, services: Services, person_id: int, parent: QWidget | None = None) -> None:
        heading = _("Before you call {name}").format(name=name_of(services, person_id))
        super().__init__(heading, _("Save"), parent, width=580)
        self._services = services
        self._person_id = person_id
        self._is_allowed = Line.BASIS not in services.people.homework_missing(person_id, services.clock())
        before = services.people.view(person_id).homework
        self.fact = line(self.page, _("Their bakery won the harvest prize"))
        self.reason = line(self.page, _("Flour dries the hands; the balm helps bakers"))
        self.opening_line = line(self.page, _("“I have been eating your rye bread all week…”"))
        self.voicemail_plan = line(self.page, _("No need to call back; I’ll try Thursday around four"))
        self.good_ending = line(self.page, _("A yes to a sample, or a clear no"))
        self.missing = Caution(self.page)
        self._fields: tuple[tuple[Line, QLineEdit, str], ...] = (
            (Line.FACT, self.fact, before.fact),
            (Line.REASON, self.reason, before.reason),
            (Line.OPENING_LINE, self.opening_line, before.opening_line),
            (Line.VOICEMAIL_PLAN, self.voicemail_plan, before.voicemail_plan),
            (Line.GOOD_ENDING, self.good_ending, before.good_ending),
        )
        self._lay_out()
        for _line, field, text in self._fields:
            field.setText(text)
            field.textChanged.connect(self._react)
        self._react()
        self.fit()
        first = next((field for _line, field, text in self._fields if not text), self.fact)
        first.setFocus()

    def write(self) -> bool:
        """Keep what is written; a line that is missing may be written later."""
        self._services.people.save_homework(self._person_id, self._homework(), self._services.clock())
        return True

    def _homework(self) -> Homework:
        return Homework(*(field.text().strip() for _line, field, _text in self._fields))

    def _lay_out(self) -> None:
        form = Form(self.page)
        for each, field, _text in self._fields:
            form.add(wording.homework_line(each), field)
            if each is Line.REASON:
                form.add_wide(self._permission_line())
        self.column.addWidget(self.missing)
        self.column.addWidget(form)
        self.column.addStretch(1)

    def _permission_line(self) -> QWidget:
        name = wording.homework_line(Line.BASIS)
        if self._is_allowed:
            return quiet(_("✓ {line}").format(line=name), self.page)
        return quiet(
            _("Still open: {line}. Note a permission, or look their number up.").format(line=name), self.page, "error"
        )

    def _react(self) -> None:
        """Say which lines are missing, and when enough is there for a call."""
        lines = [each for each, field, _text in self._fields if not field.text().strip()]
        if not self._is_allowed:
            lines.append(Line.BASIS)
        names = ", ".join(wording.homework_short(each) for each in Line if each in lines)
        ready = _("Good enough for a call. It gets better with: {lines}.")
        text = ready if is_ready(tuple(lines)) else _("Before you call, still missing: {lines}.")
        self.missing.say(text.format(lines=names) if lines else "")
