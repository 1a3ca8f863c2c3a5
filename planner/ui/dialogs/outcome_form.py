"""What happened with somebody: which kind of contact, how it ended, and only what that ending needs (D4, 002-25)."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from planner.domain.errors import PlannerError
from planner.domain.outcome import ROWS, Outcome
from planner.domain.touch import Channel, TouchKind
from planner.services.timeline import Entry
from planner.ui.dialogs import kinds, outcome_words
from planner.ui.dialogs.contact_form import ContactForm
from planner.ui.dialogs.outcome_fields import OutcomeFields
from planner.ui.dialogs.outcome_words import Choice, Group
from planner.ui.dialogs.services import Services, name_of
from planner.ui.kit.choice_chips import Chips
from planner.ui.kit.form import Field, Form
from planner.ui.kit.i18n import _
from planner.ui.kit.plain_dates import Understood

_SILENT = frozenset({Outcome.MOVED_BY_THEM, Outcome.MISSED})
"""Outcomes that are no contact themselves."""
_WITHOUT_CHANNEL = _SILENT | {Outcome.BOUNCED, Outcome.BEREAVED, Outcome.DIED, TouchKind.NOTE}


class OutcomeForm(ContactForm):
    """``talked`` begins with the endings of a talk; without it the kind of contact is asked first, too."""

    def __init__(
        self, services: Services, person_id: int, parent: QWidget | None = None, *, talked: bool = False
    ) -> None:
        heading = _("You talked with {name}") if talked else _("What happened with {name}?")
        words = _("“Maybe after Christmas”")
        super().__init__(services, person_id, heading.format(name=name_of(services, person_id)), parent, 620, words)
        draft = services.people.draft(person_id)
        self.group: Chips[Group] = Chips(outcome_words.groups(), self.page)
        self.group.choose([Group.TALKED])
        self.endings: dict[Group, Chips[Choice]] = {
            group: Chips(outcome_words.choices(group), self.page) for group in Group
        }
        self.fields = OutcomeFields(services, person_id, draft, self.page)
        self.also_gave: Chips[TouchKind] = _several(kinds.GIVEN_IN_A_TALK, self.page)
        self.also_asked: Chips[TouchKind] = _several(kinds.ASKED_IN_A_TALK, self.page)
        self.thanked_me = QCheckBox(_("They thanked me"), self.page)
        self._lay_out(talked=talked)
        for changed in (self.group.changed, self.also_asked.changed, *(each.changed for each in self.endings.values())):
            changed.connect(self._react)
        self.topic.editingFinished.connect(self._react)
        self._react()
        self.fit()
        (self.endings[Group.TALKED] if talked else self.group).setFocus()

    def choice(self) -> Choice | None:
        """How it ended, as far as that is said."""
        return self.endings[self.group.value() or Group.TALKED].value()

    def choose(self, choice: Choice) -> None:
        """Choose an ending, and the group it stands in."""
        for group, chips in self.endings.items():
            if any(choice == each for each, _words in outcome_words.choices(group)):
                self.group.choose([group])
                chips.choose([choice])
        self._react()

    def is_missing(self) -> bool:
        """Ask how it ended where that is not said."""
        if self.choice() is not None:
            return False
        self.ending_field.say_mistake(_("Before you go on: what happens next? “Just friends” is an answer, too."))
        self.endings[self.group.value() or Group.TALKED].setFocus()
        return True

    def log(self, when: Understood) -> bool:
        """Log it with how it ended."""
        choice = self.choice()
        assert choice is not None
        now = self._services.clock()
        channel = None if choice in _WITHOUT_CHANNEL else self.channel.value()
        topic, words = self.topic.text().strip(), self.words.text().strip()
        note = self.note.toPlainText().strip()
        if isinstance(choice, TouchKind):
            entry = Entry(choice, when.on, when.at, channel, topic=topic, words=words, note=note)
            self._services.timeline.log(self._person_id, entry, now)
            return True
        report = self.fields.report(choice, when.on)
        if report is None:
            self.fields.insist()
            return False
        more = () if self.gave_field.isHidden() else (*self.also_gave.values(), *self.also_asked.values())
        report = replace(report, at=when.at, channel=channel, more=more, topic=topic, words=words, note=note)
        thanked = self.thanked_me.isChecked() and not self.thanked_me.isHidden()
        report = replace(report, thanked_me=thanked, despite=self.despite())
        self._services.encounters.log_outcome(self._person_id, report, now)
        return True

    def refused(self, error: PlannerError) -> bool:
        """A promise for a time that is over is told at its field."""
        if error.code != "promise_in_past":
            raise error
        self.fields.insist_past()
        return False

    def _react(self) -> None:
        group, choice = self.group.value() or Group.TALKED, self.choice()
        if choice is Outcome.MET:
            self._met()
            return
        self.ending_field.clear_mistake()
        how = _("How did it end, and what happens next?") if group is Group.TALKED else _("What happened")
        self.ending_field.call(how)
        for each, chips in self.endings.items():
            chips.setVisible(each is group)
        outcome = choice if isinstance(choice, Outcome) else None
        self.fields.show_for(outcome)
        has_talked = group is Group.TALKED
        for field in (self.gave_field, self.asked_field):
            field.setVisible(has_talked and outcome not in (Outcome.STOP, Outcome.PROBLEM))
        self.thanked_me.setVisible(has_talked or outcome is Outcome.THEY_WROTE)
        self.channel_field.setVisible(choice not in _WITHOUT_CHANNEL)
        self.topic_field.setVisible(outcome not in (Outcome.FRIENDS, *_SILENT))
        has_bought = outcome is Outcome.BOUGHT
        self.topic_field.call(_("What they bought") if has_bought else _("About"))
        self._choose_channel(choice)
        self.look_at_ask()

    def look_at_ask(self) -> None:
        """Say what speaks against what is asked, this way."""
        asked = None if self.asked_field.isHidden() else self.also_asked.value()
        self.hold.show_reason(self.why_not(asked) if asked else None)

    def _met(self) -> None:
        """Who met has talked: in person, and with an ending like any other talk."""
        self.endings[Group.OTHER].choose([])
        self.channel.choose([Channel.IN_PERSON])
        self.group.choose([Group.TALKED])
        self._react()
        self.endings[Group.TALKED].setFocus()

    def _choose_channel(self, choice: Choice | None) -> None:
        """The usual channel of an ending is chosen until another one is; what was usual for another one goes."""
        if self.channel.value() is not self._usual:
            return
        self._usual = kinds.USUAL_CHANNEL.get(choice) if isinstance(choice, TouchKind) else _usual(choice)
        self.channel.choose([self._usual] if self._usual else [])

    def _lay_out(self, *, talked: bool) -> None:
        top = Form(self.page)
        self.group_field: Field = top.add(_("What kind of contact"), self.group)
        self.group_field.setVisible(not talked)
        endings = QWidget(self.page)
        column = QVBoxLayout(endings)
        column.setContentsMargins(0, 0, 0, 0)
        for chips in self.endings.values():
            column.addWidget(chips)
        endings.setFocusProxy(self.endings[Group.TALKED])
        self.ending_field: Field = top.add(_("How did it end, and what happens next?"), endings)
        form = Form(self.page, columns=2)
        form.add(_("When was it?"), self.when)
        self.topic_field: Field = form.add(_("About"), self.topic)
        self.channel_field: Field = form.add(_("How"), self.channel, span=2)
        self.gave_field: Field = form.add(_("Did you give something, too?"), self.also_gave, span=2)
        self.asked_field: Field = form.add(_("Did you ask for anything?"), self.also_asked, span=2)
        form.add_wide(self.hold)
        rest = Form(self.page)
        rest.add(_("Their words"), self.words)
        rest.add(_("Note"), self.note)
        rest.add_wide(self.thanked_me)
        for widget in (top, self.fields, form, rest):
            self.column.addWidget(widget)
        self.column.addStretch(1)


def _usual(outcome: Outcome | None) -> Channel | None:
    if outcome is None or outcome in _SILENT:
        return None
    row = ROWS[outcome]
    return row.channel or (Channel.CALL if row.talk is not None else None)


def _several(offered: tuple[TouchKind, ...], parent: QWidget) -> Chips[TouchKind]:
    return Chips([(kind, kinds.chip_text(kind)) for kind in offered], parent, several=True, at_first=3)
