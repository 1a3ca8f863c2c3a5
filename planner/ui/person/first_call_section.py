"""Introductions, and what comes before a first call: the homework (G11, G13, 000-25)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planner.domain.moment import Moment
from planner.domain.person import NO_HOMEWORK, Closeness, SourceKind, Stage
from planner.services.drafts import PersonView
from planner.services.introductions import Introductions
from planner.services.people import People
from planner.ui.kit import dates, wording
from planner.ui.kit.i18n import _
from planner.ui.kit.isolating import isolated
from planner.ui.person.lines import Line, Verb
from planner.ui.person.section import Section

_UNKNOWN_YET = frozenset({Stage.NEW, Stage.REACHED_OUT})
_NAMED = frozenset({SourceKind.REFERRAL, SourceKind.FRIEND_OF_FRIEND})


class IntroductionSection(Section):
    """Who brought you together and whom they brought, each to be opened; an introduction asked for, and made."""

    person_requested = Signal(int)

    def __init__(
        self, introductions: Introductions, clock: Callable[[], Moment], parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Introductions"), parent)
        self._introductions = introductions
        self._clock = clock

    def lines_of(self, view: PersonView, now: Moment) -> list[Line]:
        """Whether they are still to be introduced, or who did; then whom they introduced themselves."""
        brought = [
            self._to(person_id, _("Introduced you to {name}").format(name=isolated(name)), name)
            for person_id, name in self._introductions.by(view.id)
        ]
        return [*self._through(view, now), *brought]

    def _through(self, view: PersonView, now: Moment) -> list[Line]:
        introducer_id, name = view.draft.introduced_by_id, view.introduced_by_name
        is_named = introducer_id is not None or view.draft.source_kind in _NAMED
        is_done = view.introduced_on is not None or view.stage not in _UNKNOWN_YET
        if not is_named or (is_done and introducer_id is None):
            return []
        if introducer_id is None:
            return [Line("handshake", _("Who named them to you? Choose who introduces you with Edit."))]
        if is_done:
            on = view.introduced_on
            below = dates.short_day(on, now.today) if on is not None else ""
            return [self._to(introducer_id, _("{name} brought you together").format(name=isolated(name)), name, below)]
        return [self._to_be_asked(view, introducer_id, name)]

    def _to_be_asked(self, view: PersonView, introducer_id: int, name: str) -> Line:
        def ask() -> None:
            self.do(lambda: self._introductions.ask(view.id, None, "", self._clock()))

        def made() -> None:
            self.do(lambda: self._introductions.made(view.id, self._clock().today, self._clock()))

        verbs = (
            Verb(_("I asked {name}").format(name=isolated(name)), _("Asked: {line}"), ask),
            Verb(_("We were introduced"), _("Introduced: {line}"), made),
            self._show(introducer_id, name),
        )
        text = _("Ask {name} to introduce you").format(name=isolated(name))
        return Line("handshake", text, _("A permission is not passed on from one to another."), verbs)

    def _to(self, person_id: int, text: str, name: str, below: str = "") -> Line:
        def go() -> None:
            self.person_requested.emit(person_id)

        return Line("handshake", text, below, (self._show(person_id, name),), opened=go)

    def _show(self, person_id: int, name: str) -> Verb:
        words = _("Show {name}").format(name=isolated(name))
        return Verb(words, _("Show: {line}"), lambda: self.person_requested.emit(person_id))


class HomeworkSection(Section):
    """What is written, and which lines are missing; asks for the forms."""

    homework_requested = Signal(int)
    registry_requested = Signal(int)

    def __init__(self, people: People, clock: Callable[[], Moment], parent: QWidget | None = None) -> None:
        super().__init__(_("Before the first call"), parent)
        self._people = people
        self._clock = clock

    def lines_of(self, view: PersonView, now: Moment) -> list[Line]:
        """The lines there are, for somebody who does not know you yet."""
        draft = view.draft
        is_strange = draft.closeness is Closeness.STRANGER or draft.source_kind is SourceKind.BOUGHT
        if view.stage not in _UNKNOWN_YET or not (is_strange or view.homework != NO_HOMEWORK):
            return []
        missing = self._people.homework_missing(view.id, now)
        names = ", ".join(wording.homework_short(each) for each in missing)
        text = _("Still missing: {lines}").format(lines=names) if missing else _("Your homework is done")
        verbs = [Verb(_("Homework…"), _("Homework: {line}"), lambda: self.homework_requested.emit(view.id))]
        if draft.phones:
            look_up = Verb(_("Look-up…"), _("Look-up: {line}"), lambda: self.registry_requested.emit(view.id))
            verbs.append(look_up)
        written = (view.homework.fact, view.homework.reason, view.homework.opening_line)
        return [Line("write", text, " · ".join(each for each in written if each), tuple(verbs))]
