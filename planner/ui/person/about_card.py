"""Their life first; the rest, and the business between you, on request."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from planner.domain.person import SourceKind, Stage
from planner.services.drafts import PersonDraft, PersonView
from planner.ui.kit import birthdays, dates, phones, theme, wording
from planner.ui.kit.buttons import Button
from planner.ui.kit.i18n import _
from planner.ui.kit.isolating import isolated
from planner.ui.person.fact_rows import Changeable, Fact, FactRows
from planner.ui.person.in_place import Reading
from planner.ui.person.postal import address_lines

TOLD_ABOVE = 60
"""Characters of how they met for which the header has room."""
AT_FIRST = 2
"""Facts in sight before the rest is asked for."""


class AboutCard(QFrame):
    """Facts with their names; empty ones are left out. Friends and family show their whole life at once.

    ``edited`` carries the field and the words of a line that was changed in place.
    """

    edited = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._title = QLabel(_("Their life"), self)
        self._title.setProperty("role", "name")
        self._life: list[Fact] = []
        self._is_open = False
        self._is_protected = False
        self._reading = Reading()
        self._life_facts = FactRows(self, self._complaint)
        self._life_facts.edited.connect(self.edited)
        self._business_title = QLabel(_("Business"), self)
        self._business_title.setProperty("role", "name")
        self._business_title.setContentsMargins(0, theme.px(8), 0, 0)
        self._business_facts = FactRows(self)
        self._business_facts.edited.connect(self.edited)
        self._more = Button("", kind="link", parent=self)
        self._more.clicked.connect(lambda _on=False: self.unfold(is_open=not self._is_open))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(14), theme.px(7), theme.px(14), theme.px(10))
        column.setSpacing(theme.px(3))
        top = QHBoxLayout()
        top.addWidget(self._title)
        top.addStretch(1)
        top.addWidget(self._more)
        column.addLayout(top)
        for widget in (self._life_facts, self._business_title, self._business_facts):
            column.addWidget(widget)

    def show_person(self, view: PersonView, country: str, today: date, *, month_first: bool) -> None:
        """Show somebody; what is unfolded stays so. ``country`` is the user's own, ``month_first`` how 3/14 is read."""
        self._reading = Reading(country, today, month_first)
        self._life = life_of(view.draft, country, today, month_first=month_first)
        self._is_protected = view.draft.closeness.is_protected
        self._business_facts.show_facts(_business_of(view))
        self.unfold(is_open=self._is_open)

    def unfold(self, *, is_open: bool) -> None:
        """Show everything, or the first facts only."""
        self._is_open = is_open
        shows_all = is_open or self._is_protected
        known = [fact for fact in self._life if fact.value]
        new = [fact for fact in known if not fact.is_told]
        shown = self._life if is_open else new if shows_all else new[:AT_FIRST]
        self._life_facts.show_facts(shown)
        self._business_title.setVisible(is_open)
        self._business_facts.setVisible(is_open)
        folded = _("Business") if shows_all and new else _("More")
        self._more.setText(_("Less") if is_open else folded)

    def finish(self) -> None:
        """Keep what is being written."""
        self._life_facts.finish()
        self._business_facts.finish()

    def changed(self, draft: PersonDraft, field: str, text: str) -> PersonDraft:
        """``draft`` with one of its lines written anew."""
        return self._reading.changed(draft, field, text)

    def _complaint(self, field: str, text: str) -> str:
        return self._reading.complaint(field, text)

    def row(self, field: str) -> Changeable:
        """The line of a field of their life."""
        return self._life_facts.row(field)

    def life_shown(self) -> list[str]:
        """The facts of their life as they stand there."""
        return self._life_facts.lines()

    def business_shown(self) -> list[str]:
        """The facts of the business, while they are unfolded."""
        return [] if self._business_facts.isHidden() else self._business_facts.lines()


def life_of(draft: PersonDraft, country: str, today: date, *, month_first: bool) -> list[Fact]:
    """What is known of their life, what helps most in a talk first."""
    birthday = typed = ""
    if draft.birthday is not None:
        birthday = wording.birthday(draft.birthday)
        typed = birthdays.written(draft.birthday, today, month_first=month_first)
        if draft.birthday.year is not None:
            turned = today.year - draft.birthday.year
            birthday = _("{birthday} ({age} this year)").format(birthday=birthday, age=turned)
    facts = [
        Fact(_("Remember"), draft.remember, "remember", hint=_("What to ask about next time")),
        Fact(_("Life"), draft.life, "life", is_long=True, hint=_("What is going on in their life")),
        Fact(_("Wishes for"), draft.wish, "wish"),
        Fact(_("In common"), draft.in_common, "in_common"),
        Fact(_("Birthday"), birthday, "birthday", hint=_("March 14, or with the year"), typed=typed),
        Fact(
            _("How you met"),
            draft.how_known,
            "how_known",
            hint=_("Where and how you met"),
            is_told=len(draft.how_known) <= TOLD_ABOVE,
        ),
        Fact(_("Goes by"), draft.call_me, "call_me"),
        Fact(_("Best times"), draft.best_times, "best_times"),
        *_ways(draft, country),
        *_places(draft, country),
        Fact(_("Note"), draft.note, "note", is_long=True, hint=_("Anything else worth knowing")),
        Fact(_("Tags"), ", ".join(draft.tags), "tags"),
    ]
    facts += [Fact(detail.label or detail.kind, detail.value) for detail in draft.details]
    facts += [Fact(social.network or _("Social media"), social.handle) for social in draft.socials]
    return [fact for fact in facts if fact.value.strip() or fact.hint]


def _ways(draft: PersonDraft, country: str) -> list[Fact]:
    """Every number and address, each to be corrected where it stands."""
    is_button = len(draft.phones) == 1
    found = [
        Fact(_("Phone"), phones.of(each, country), f"phones:{at}", is_told=is_button)
        for at, each in enumerate(draft.phones)
    ]
    return found + [Fact(_("E-mail"), each.address, f"emails:{at}") for at, each in enumerate(draft.emails)]


def _places(draft: PersonDraft, country: str) -> list[Fact]:
    """Where they live, and any other address."""
    shown = ["\n".join(address_lines(each, country)) for each in draft.addresses] or [""]
    hint = _("Street, and the town below it")
    return [
        Fact(_("Lives at") if at == 0 else _("Also at"), text, f"addresses:{at}", is_long=True, hint="" if at else hint)
        for at, text in enumerate(shown)
    ]


def _business_of(view: PersonView) -> list[Fact]:
    draft = view.draft
    stage = wording.stage(view.stage)
    if view.stage_until is not None and view.stage in (Stage.NOT_NOW, Stage.RESTING):
        stage = _("{stage} until {day}").format(stage=stage, day=dates.date_only(view.stage_until))
    source = wording.source_kind(draft.source_kind)
    if draft.source_name:
        source = _("{kind}: {name}").format(kind=source, name=isolated(draft.source_name))
    if draft.source_kind is SourceKind.BOUGHT and view.source_is_locked:
        source = _("{source} (its questions are still open)").format(source=source)
    job = " · ".join(part for part in (draft.job, draft.department, draft.company) if part)
    facts = [
        Fact(_("Stage"), stage),
        Fact(_("Came from"), source),
        Fact(_("Customer of"), draft.consultant, "consultant" if draft.consultant else ""),
        Fact(_("Work"), job),
        Fact(_("Added"), dates.date_only(view.added_on)),
    ]
    return [fact for fact in facts if fact.value.strip()]
