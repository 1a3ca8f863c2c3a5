"""Writing down what was given or asked, and correcting any entry of the timeline."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from planner.domain.touch import TouchKind
from planner.services.timeline import Entry, TimelineEntry
from planner.ui.dialogs import kinds
from planner.ui.dialogs.contact_form import ContactForm
from planner.ui.dialogs.services import Services, name_of
from planner.ui.kit.choice_chips import Chips
from planner.ui.kit.form import Field, Form
from planner.ui.kit.i18n import _
from planner.ui.kit.plain_dates import Understood

_OF_WORDS = (TouchKind.CONVERSATION, TouchKind.REACHED_OUT)
"""Contacts in which they can have said thank you."""


class LogForm(ContactForm):
    """``side`` is gave or asked; with ``entry`` an entry that is there already is corrected."""

    def __init__(
        self,
        services: Services,
        person_id: int,
        side: str = "gave",
        parent: QWidget | None = None,
        entry: TimelineEntry | None = None,
    ) -> None:
        name = name_of(services, person_id)
        heading = _heading(side, entry).format(name=name)
        super().__init__(services, person_id, heading, parent, 590, _("“I love it, thank you”"))
        self._entry = entry
        self.somebody_else.setVisible(entry is None)
        self.kind: Chips[TouchKind] = _kind_chips(side, entry, self.page)
        self.wants_answer = QCheckBox(_("They wait for an answer"), self.page)
        self.expects_call = QCheckBox(_("They expect a call"), self.page)
        self.thanked_me = QCheckBox(_("They thanked me"), self.page)
        self._lay_out(side)
        self._fill()
        self.kind.changed.connect(self._chosen)
        self.topic.editingFinished.connect(self._react)
        self._chosen_by_us()
        self._react()
        self.fit()
        self.kind.setFocus()

    def is_missing(self) -> bool:
        """Ask what happened where nothing is chosen."""
        if self.kind.value() is not None:
            return False
        self.kind_field.say_mistake(_("Choose what happened."))
        self.kind.setFocus()
        return True

    def log(self, when: Understood) -> bool:
        """Log or correct it."""
        kind = self.kind.value()
        assert kind is not None
        services, now = self._services, self._services.clock()
        entry = self._entry_of(kind, when)
        if self._entry is not None:
            services.timeline.change(self._entry.id, entry, now)
        else:
            services.timeline.log(self._person_id, entry, now)
        return True

    def _entry_of(self, kind: TouchKind, when: Understood) -> Entry:
        before = self._entry
        is_same_kind = before is not None and before.kind is kind
        return Entry(
            kind,
            when.on,
            when.at,
            None if kind in kinds.WITHOUT_CHANNEL else self.channel.value(),
            before.direction if before is not None and is_same_kind else None,
            before.points if before is not None and is_same_kind else None,
            topic=self.topic.text().strip(),
            words=self.words.text().strip(),
            note=self.note.toPlainText().strip(),
            wants_answer=self.wants_answer.isChecked() and kind is TouchKind.REACHED_OUT,
            expects_call=self.expects_call.isChecked() and kind is TouchKind.REACHED_OUT,
            thanked_me=self.thanked_me.isChecked() and kind in _OF_WORDS,
            promise_id=before.promise_id if before is not None else None,
            despite=self.despite(),
        )

    def _chosen(self) -> None:
        self.kind_field.clear_mistake()
        self._chosen_by_us()
        self._react()

    def _chosen_by_us(self) -> None:
        """The usual channel of a kind is chosen until another one is; what was usual for another kind goes."""
        kind = self.kind.value()
        if kind is None or self._entry is not None or self.channel.value() is not self._usual:
            return
        self._usual = kinds.USUAL_CHANNEL.get(kind)
        self.channel.choose([self._usual] if self._usual else [])

    def _react(self) -> None:
        kind = self.kind.value()
        self.thanked_me.setVisible(kind in _OF_WORDS)
        for box in (self.wants_answer, self.expects_call):
            box.setVisible(kind is TouchKind.REACHED_OUT)
        self.channel_field.setVisible(kind not in kinds.WITHOUT_CHANNEL)
        self.look_at_ask()

    def look_at_ask(self) -> None:
        """Say what speaks against what is asked, this way."""
        kind = self.kind.value()
        is_asking = kind in kinds.IS_ASKING and self._entry is None
        self.hold.show_reason(self.why_not(kind) if is_asking and kind else None)

    def _lay_out(self, side: str) -> None:
        form = Form(self.page, columns=2)
        label = {"gave": _("What you gave"), "asked": _("What you asked")}.get(side, _("What happened"))
        self.kind_field: Field = form.add(label, self.kind, span=2)
        form.add_wide(self.hold)
        form.add(_("When was it?"), self.when)
        form.add(_("About"), self.topic)
        self.channel_field: Field = form.add(_("How"), self.channel, span=2)
        rest = Form(self.page)
        rest.add(_("Their words"), self.words)
        rest.add(_("Note"), self.note)
        ticks = QWidget(self.page)
        column = QVBoxLayout(ticks)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for box in (self.wants_answer, self.expects_call, self.thanked_me):
            column.addWidget(box)
        rest.add_wide(ticks)
        for widget in (form, rest):
            self.column.addWidget(widget)
        self.column.addStretch(1)

    def _fill(self) -> None:
        entry = self._entry
        if entry is None:
            return
        self.kind.choose([entry.kind])
        self.when.set_day(entry.on, entry.at)
        self.channel.choose([entry.channel] if entry.channel else [])
        self.topic.setText(entry.topic)
        self.words.setText(entry.words)
        self.note.setPlainText(entry.note)
        self.wants_answer.setChecked(entry.wants_answer)
        self.expects_call.setChecked(entry.expects_call)
        self.thanked_me.setChecked(entry.thanked_me)


def _heading(side: str, entry: TimelineEntry | None) -> str:
    if entry is not None:
        return _("Correct an entry with {name}")
    return {
        "gave": _("What did you give {name}?"),
        "asked": _("What did you ask {name} for?"),
    }.get(side, _("What happened with {name}?"))


def _kind_chips(side: str, entry: TimelineEntry | None, parent: QWidget) -> Chips[TouchKind]:
    if entry is not None:
        offered = next(
            (each for each in (kinds.GAVE, kinds.ASKED, kinds.HAPPENED) if entry.kind in each), (entry.kind,)
        )
    else:
        offered = {"gave": kinds.GAVE, "asked": kinds.ASKED}.get(side, kinds.HAPPENED)
    at_first = 5 if offered is kinds.ASKED else kinds.SHOWN_AT_FIRST
    return Chips([(kind, kinds.chip_text(kind)) for kind in offered], parent, at_first=at_first)
