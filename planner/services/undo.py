"""Taking back the last thing that was done, and doing it again; the history survives a restart."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from planner.domain.moment import Moment
from planner.models.book import Book
from planner.models.undo import LoggedStep, Turned
from planner.services import standing
from planner.services.changes import Change, Changes
from planner.services.stored import read_method

_CHANGES = {
    "source": Change.SOURCES | Change.PEOPLE,
    "import_batch": Change.IMPORTS,
    "touch": Change.TOUCHES,
    "promise": Change.PROMISES,
    "permission": Change.PERMISSIONS,
    "stop_rule": Change.PERMISSIONS,
    "thank_you": Change.THANKS,
    "sheet": Change.SHEETS,
    "sheet_row": Change.SHEETS,
    "setting": Change.SETTINGS,
    "product": Change.ORDERS,
    "purchase": Change.ORDERS,
    "purchase_line": Change.ORDERS,
    "membership": Change.TEAM,
    "plan_step": Change.TEAM,
    "party": Change.PARTIES,
    "party_guest": Change.PARTIES,
    "commitment": Change.AGREEMENTS,
    "interest": Change.AGREEMENTS,
    "said_no": Change.AGREEMENTS,
    "life_pause": Change.AGREEMENTS,
    "activity": Change.ACTIVITIES,
}
_ANYBODY = 500
"""So many people at once are announced as 'anybody'."""


@dataclass(frozen=True, slots=True)
class Step:
    """Something that was done: ``what`` is a code, ``detail`` the facts for its words."""

    id: int
    what: str
    detail: dict[str, Any]
    at: datetime
    is_undone: bool


class Undo:
    """The history of one book."""

    def __init__(self, book: Book, changes: Changes) -> None:
        self._book = book
        self._changes = changes

    def last(self) -> Step | None:
        """The step that ``undo`` would take back."""
        return next((step for step in self.history() if not step.is_undone), None)

    def next_redo(self) -> Step | None:
        """The step that ``redo`` would do again."""
        undone = [step for step in self.history() if step.is_undone]
        return undone[-1] if undone else None

    def history(self, limit: int = 50) -> list[Step]:
        """The newest steps first."""
        return [_shown(step) for step in self._book.undo_steps(limit)]

    def size(self, steps: Iterable[Step]) -> int:
        """About how many people turning these steps concerns: everybody, where the rules may become others."""
        each = [
            standing.count(self._book) if step.what == "preferences" else step.detail.get("count", 1) for step in steps
        ]
        return sum(map(int, each))

    def undo(self, now: Moment, progress: standing.Progress | None = None) -> Step | None:
        """Take the last step back and return it, or None when there is none. Raises PlannerError: cancelled."""
        return self._turn_one(self.last, now, progress)

    def redo(self, now: Moment, progress: standing.Progress | None = None) -> Step | None:
        """Do again what was undone last and return it, or None when there is none. Raises PlannerError: cancelled."""
        return self._turn_one(self.next_redo, now, progress)

    def undo_to(self, step_id: int, now: Moment, progress: standing.Progress | None = None) -> list[Step]:
        """Take this step back and everything done after it, all or nothing; answers them, the newest first.

        Raises PlannerError: cancelled.
        """
        return self._turn(
            lambda: [step for step in self.history() if step.id >= step_id and not step.is_undone], now, progress
        )

    def redo_to(self, step_id: int, now: Moment, progress: standing.Progress | None = None) -> list[Step]:
        """Do this step again and everything undone before it, all or nothing; answers them, the oldest first.

        Raises PlannerError: cancelled.
        """
        return self._turn(
            lambda: [step for step in self.history() if step.id <= step_id and step.is_undone][::-1], now, progress
        )

    def _turn_one(
        self, choose: Callable[[], Step | None], now: Moment, progress: standing.Progress | None
    ) -> Step | None:
        turned = self._turn(lambda: [step] if (step := choose()) is not None else [], now, progress)
        return turned[0] if turned else None

    def _turn(self, choose: Callable[[], list[Step]], now: Moment, progress: standing.Progress | None) -> list[Step]:
        """Turn the chosen steps one after the other in one transaction, and say so once."""
        with self._book.rewinding() as log:
            steps = choose()
            if not steps:
                return []
            method = read_method(self._book)
            turned = [log.turn(step.id) for step in steps]
            tables = frozenset[str]().union(*(each.tables for each in turned))
            people = frozenset[int]().union(*(each.people for each in turned))
            if read_method(self._book) != method:
                standing.refresh_everybody(self._book, now, progress)
                standing.forget(self._book, people)
            else:
                standing.refresh(self._book, people, now, progress)
        self._announce(Turned(tables, people))
        return [replace(step, is_undone=not step.is_undone) for step in steps]

    def _announce(self, turned: Turned) -> None:
        what = Change(0)
        for table in turned.tables:
            what |= _CHANGES.get(table, Change.PEOPLE)
        if what:
            self._changes.announce(what, turned.people if len(turned.people) <= _ANYBODY else ())


def _shown(step: LoggedStep) -> Step:
    return Step(step.id, step.what, step.detail, datetime.fromisoformat(step.at), step.is_undone)
