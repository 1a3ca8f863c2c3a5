"""What they would like, and what they said no to."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planner.domain.interest import Interest, SaidNo
from planner.domain.moment import Moment
from planner.services.drafts import PersonView
from planner.services.interests import Interests
from planner.ui.kit import wording
from planner.ui.kit.i18n import _
from planner.ui.person.lines import Line, Verb
from planner.ui.person.section import Section


class WishesSection(Section):
    """``hand_requested`` carries the person and what they came back to: only they lift a No."""

    hand_requested = Signal(int, object)

    def __init__(self, interests: Interests, clock: Callable[[], Moment], parent: QWidget | None = None) -> None:
        super().__init__(_("Would like, would not"), parent)
        self._interests = interests
        self._clock = clock

    def lines_of(self, view: PersonView, now: Moment) -> list[Line]:
        """Wishes, the newest first, then every No that stands."""
        wishes = [each for each in self._interests.of(view.id) if each.holds_on(now.today)]
        noes = [each for each in self._interests.noes(view.id) if each.holds_on(now.today)]
        lines = [self._wish(each, now) for each in reversed(wishes)]
        return lines + [self._no(view.id, each, now) for each in noes]

    def _wish(self, wish: Interest, now: Moment) -> Line:
        def end() -> None:
            self.do(lambda: self._interests.end(wish.id, self._clock()))

        verb = Verb(_("No longer"), _("No longer: {line}"), end)
        icon = "favourite" if wish.raised_hand else "gift"
        return Line(icon, wording.interest_line(wish), wording.interest_below(wish, now.today), (verb,))

    def _no(self, person_id: int, no: SaidNo, now: Moment) -> Line:
        def came_back() -> None:
            self.hand_requested.emit(person_id, no.scope)

        verb = Verb(_("They came back to it…"), _("They came back to it: {line}"), came_back)
        return Line("no", wording.no_line(no), wording.no_below(no, now.today), (verb,))
