"""Their place in the team: since when, what they want from it, and the steps of their first weeks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planner.domain.moment import Moment
from planner.domain.plan_step import PlanKind
from planner.domain.team import Membership
from planner.services.drafts import PersonView
from planner.services.team import FirstStep, Team
from planner.ui.kit import dates, wording
from planner.ui.kit.i18n import _, ngettext
from planner.ui.person.lines import Line, Verb
from planner.ui.person.section import Section


class TeamSection(Section):
    """Steps can be ticked; asks for the form of a membership."""

    edit_requested = Signal(int, int)

    def __init__(self, team: Team, clock: Callable[[], Moment], parent: QWidget | None = None) -> None:
        super().__init__(_("Team"), parent)
        self._team = team
        self._clock = clock

    def lines_of(self, view: PersonView, now: Moment) -> list[Line]:
        """The spell that goes on with the steps that have come and the next one, then those that are over."""
        lines: list[Line] = []
        for member in self._team.of_person(view.id):
            lines.append(self._line(view.id, member, now))
            if member.left_on is None:
                steps = self._team.first_steps(view.id, now)
                lines += [self._step(view.id, member, step, now) for step in steps]
        return lines

    def _line(self, person_id: int, member: Membership, now: Moment) -> Line:
        def edit() -> None:
            self.edit_requested.emit(person_id, member.id)

        said = [_("“{words}”").format(words=member.goals)] if member.goals else []
        said.append(_("they asked to join") if member.raised_hand else self._asks(person_id, member, now))
        if member.trained_on is not None:
            said.append(_("trained {day}").format(day=dates.short_day(member.trained_on, now.today, in_sentence=True)))
        if member.launch_on is not None:
            said.append(_("launch {day}").format(day=dates.short_day(member.launch_on, now.today, in_sentence=True)))
        verb = Verb(_("Edit…"), _("Edit: {line}"), edit)
        return Line("team", wording.team_line(member, now.today), " · ".join(said), (verb,), opened=edit)

    def _asks(self, person_id: int, member: Membership, now: Moment) -> str:
        """How often they were asked before they joined (000-19)."""
        asks = self._team.asks_before_joining(person_id, member.id, now)
        joined = ngettext("joined after {count} ask", "joined after {count} asks", asks)
        return joined.format(count=dates.number(asks)) if asks else _("you asked them")

    def _step(self, person_id: int, member: Membership, step: FirstStep, now: Moment) -> Line:
        def tick(is_done: bool) -> None:  # Qt's signature
            self.do(lambda: self._tick(person_id, member, step, is_done=is_done))

        day = dates.short_day(step.due_on, now.today)
        text = _("{day}: {what}").format(day=day, what=wording.team_step(step.step))
        return Line("team", text, is_done=step.is_done, tick=tick)

    def _tick(self, person_id: int, member: Membership, step: FirstStep, *, is_done: bool) -> None:
        anchor, now = member.joined_on, self._clock()
        if is_done:
            self._team.tick_step(person_id, PlanKind.TEAM, anchor, step.step.value, step.due_on, now)
        else:
            self._team.untick(person_id, PlanKind.TEAM, anchor, step.step.value, now)
