"""What is agreed beside the promises: what they will do, what rests, and a stop that is not understood yet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planner.domain.commitment import Commitment, CommitmentStatus
from planner.domain.moment import Moment
from planner.domain.permission import StopRule
from planner.domain.person import LifePause
from planner.services.commitments import Commitments
from planner.services.drafts import PersonView
from planner.services.pauses import Pauses
from planner.ui.kit import wording
from planner.ui.kit.i18n import _
from planner.ui.person.lines import Line, Verb
from planner.ui.person.section import Section


class AgreedSection(Section):
    """Asks for the forms of another day and of what a stop meant."""

    move_requested = Signal(int, int)
    stop_requested = Signal(int, object)

    def __init__(
        self, commitments: Commitments, pauses: Pauses, clock: Callable[[], Moment], parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Agreed"), parent)
        self._commitments = commitments
        self._pauses = pauses
        self._clock = clock

    def lines_of(self, view: PersonView, now: Moment) -> list[Line]:
        """Stops that are not understood, then what rests, then what they will do, the soonest first."""
        stops = [each for each in view.stops if each.channel is not None and each.meant is None]
        pauses = [each for each in self._pauses.of(view.id) if each.holds_on(now.today)]
        commitments = [each for each in self._commitments.of(view.id) if each.status is CommitmentStatus.OPEN]
        return [
            *(self._stop(view.id, each, now) for each in stops),
            *(self._pause(each, now) for each in pauses),
            *(self._commitment(view.id, each, now) for each in commitments),
        ]

    def _stop(self, person_id: int, stop: StopRule, now: Moment) -> Line:
        ask = Verb(
            _("What did they mean?"),
            _("What did they mean: {line}"),
            lambda: self.stop_requested.emit(person_id, stop),
        )
        below = _("All business rests until you know what they meant.")
        return Line("leave_in_peace", wording.stop_line(stop, now.today), below, (ask,))

    def _pause(self, pause: LifePause, now: Moment) -> Line:
        def end() -> None:
            self.do(lambda: self._pauses.end(pause.id, self._clock()))

        return Line("night", wording.pause_line(pause, now.today), "", (Verb(_("It is over"), _("Over: {line}"), end),))

    def _commitment(self, person_id: int, commitment: Commitment, now: Moment) -> Line:
        def done() -> None:
            self.do(lambda: self._commitments.done(commitment.id, self._clock()))

        def move() -> None:
            self.move_requested.emit(person_id, commitment.id)

        def withdraw() -> None:
            self.do(lambda: self._commitments.withdraw(commitment.id, self._clock()))

        below = wording.quoted(commitment.words) if commitment.words else ""
        verbs = (
            Verb(_("They did it"), _("Done: {line}"), done),
            Verb(_("Another day…"), _("Another day: {line}"), move),
            Verb(_("No longer"), _("No longer: {line}"), withdraw),
        )
        return Line("handshake", wording.commitment_line(commitment, now.today), below, verbs, opened=move)
