"""Parties they host, with the next steps to tick, and those they are invited to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planner.domain.moment import Moment
from planner.domain.party import GuestStatus
from planner.domain.party_plan import PartyDue
from planner.domain.plan_step import PlanKind
from planner.services.drafts import PersonView
from planner.services.parties import Parties, PartyView
from planner.services.team import Team
from planner.ui.kit import dates, wording
from planner.ui.kit.i18n import _
from planner.ui.person.lines import Line, Verb
from planner.ui.person.section import Section

AFTERWARDS = timedelta(days=28)
"""How long after a party its steps stay in sight."""


class PartiesSection(Section):
    """Asks for the form of a party."""

    edit_requested = Signal(int)

    def __init__(
        self, parties: Parties, team: Team, clock: Callable[[], Moment], parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Parties"), parent)
        self._parties = parties
        self._team = team
        self._clock = clock

    def lines_of(self, view: PersonView, now: Moment) -> list[Line]:
        """Each party they host with its steps, what is to do first; then where they are a guest."""
        lines = []
        for party in self._near(self._parties.of_host(view.id), now):
            lines.append(self._hosted(party, now))
            if party.cancelled_on is None:
                lines += self._steps(view.id, party, now)
        return lines + [self._invited(view.id, party, now) for party in self._near(self._guest_at(view.id), now)]

    def _guest_at(self, person_id: int) -> list[PartyView]:
        return [each for each in self._parties.with_guest(person_id) if each.cancelled_on is None]

    def _near(self, parties: tuple[PartyView, ...] | list[PartyView], now: Moment) -> list[PartyView]:
        return [each for each in parties if now.today <= each.draft.on + AFTERWARDS]

    def _hosted(self, party: PartyView, now: Moment) -> Line:
        def edit() -> None:
            self.edit_requested.emit(party.id)

        def give() -> None:
            self.do(lambda: self._parties.rewards_given(party.id, self._clock().today, self._clock()))

        verbs = [Verb(_("Edit…"), _("Edit: {line}"), edit)]
        if party.rewards_on is None and party.cancelled_on is None and party.draft.on <= now.today:
            verbs.insert(0, Verb(_("Rewards given"), _("Rewards given: {line}"), give))
        line = wording.party_line(party, now.today)
        return Line("party", line, wording.party_below(party), tuple(verbs), opened=edit)

    def _steps(self, person_id: int, party: PartyView, now: Moment) -> list[Line]:
        done = {
            each.step
            for each in self._team.steps_done(person_id)
            if each.plan is PlanKind.PARTY and each.anchor_on == party.draft.on
        }
        steps = sorted(party.plan, key=lambda due: (due.step.value in done, due.due_on))
        return [self._step(person_id, due, now, is_done=due.step.value in done) for due in steps]

    def _step(self, person_id: int, due: PartyDue, now: Moment, *, is_done: bool) -> Line:
        def tick(is_on: bool) -> None:  # as Qt calls it
            at = self._clock()
            what = (person_id, PlanKind.PARTY, due.party.on, due.step.value)
            self.do(lambda: self._team.tick_step(*what, at.today, at) if is_on else self._team.untick(*what, at))

        day = dates.short_day(due.due_on, now.today)
        text = _("{day}: {what}").format(day=day, what=wording.party_step(due.step))
        return Line("check", text, is_done=is_done, tick=tick)

    def _invited(self, person_id: int, party: PartyView, now: Moment) -> Line:
        status = next(each.status for each in party.draft.guests if each.person_id == person_id)
        verbs = tuple(self._answer(person_id, party, each) for each in _answers(party.draft.on, now) if each != status)
        text = _("Guest: {party}").format(party=wording.party_line(party, now.today))
        return Line("party", text, wording.guest_status(status), verbs)

    def _answer(self, person_id: int, party: PartyView, status: GuestStatus) -> Verb:
        word = wording.guest_status(status)
        return Verb(
            word,
            _("{verb}: {line}").format(verb=word, line="{line}"),
            lambda: self.do(lambda: self._parties.answer(party.id, person_id, status, self._clock())),
        )


def _answers(on: date, now: Moment) -> tuple[GuestStatus, ...]:
    """What a guest can answer before the party, and what can be said of them from that day on."""
    if now.today < on:
        return (GuestStatus.COMING, GuestStatus.MAYBE, GuestStatus.DECLINED)
    return (GuestStatus.CAME, GuestStatus.STAYED_AWAY)
