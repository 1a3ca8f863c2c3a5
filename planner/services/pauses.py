"""Life pauses: times in which something else in their life comes first (D7.6, G20)."""

from __future__ import annotations

from datetime import date, timedelta

from planner.domain.errors import PlannerError
from planner.domain.moment import Moment
from planner.domain.person import LifePause
from planner.domain.text import one_line
from planner.models import agreements as table
from planner.models import facts, single
from planner.models.book import Book
from planner.services import dealing_rows
from planner.services.changes import Change, Changes
from planner.services.person_steps import PersonSteps
from planner.services.stored import read_method


class Pauses:
    """No business until it is over; care is welcome all the more."""

    def __init__(self, book: Book, changes: Changes) -> None:
        self._book = book
        self._steps = PersonSteps(book, changes, Change.AGREEMENTS)

    def begin(self, person_id: int, what: str, until: date | None, now: Moment) -> int:
        """Let business rest until a day, by default as long as the method says (D4, D11); answers the pause's id.

        One that goes on already ends where the new one begins.

        Raises PlannerError: pause_is_over, no_such_person.
        """
        ends = until or self.usual_end(now)
        if ends <= now.today:
            raise PlannerError("pause_is_over", until=ends)
        values = {"since": now.today.isoformat(), "until": ends.isoformat(), "what": one_line(what)}
        with self._steps.step("pause_begun", person_id, now, until=ends.isoformat()):
            for pause in self.of(person_id):
                if pause.holds_on(now.today):
                    self._finish(pause, now)
            return single.insert(self._book, "life_pause", {"person_id": person_id} | values)

    def usual_end(self, now: Moment) -> date:
        """Until when business rests if it begins to now and nobody said until when."""
        return now.today + timedelta(days=read_method(self._book).life_pause_days)

    def end(self, pause_id: int, now: Moment) -> None:
        """It is over today.

        Raises PlannerError: no_such_pause.
        """
        person_id = table.person_of(self._book, "life_pause", pause_id)
        if person_id is None:
            raise PlannerError("no_such_pause", pause_id=pause_id)
        with self._steps.step("pause_ended", person_id, now):
            self._finish(next(each for each in self.of(person_id) if each.id == pause_id), now)

    def of(self, person_id: int) -> tuple[LifePause, ...]:
        """All of a person's pauses, oldest first."""
        return tuple(map(dealing_rows.pause, facts.pauses(self._book, [person_id])))

    def _finish(self, pause: LifePause, now: Moment) -> None:
        """End a pause today; one that began today was a slip and goes altogether."""
        if pause.since >= now.today:
            single.remove(self._book, "life_pause", pause.id)
        else:
            single.update(self._book, "life_pause", pause.id, {"until": now.today.isoformat()})
