"""Steps of undo that are about one person."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from planner.domain.moment import Moment
from planner.models import people
from planner.models.book import Book
from planner.services.changes import Change, Changes
from planner.services.standing import refresh


class PersonSteps:
    """Makes each verb of a service one transaction, one step of undo and one announcement of ``what``."""

    def __init__(self, book: Book, changes: Changes, what: Change) -> None:
        self._book = book
        self._changes = changes
        self._what = what

    @contextmanager
    def step(self, code: str, person_id: int, now: Moment, **facts: Any) -> Iterator[dict[str, Any]]:
        """One step about one person; their standing is fresh and the change told when it ends.

        Raises PlannerError: no_such_person.
        """
        name = people.spoken_name(self._book, person_id)
        with self._book.step(code, now, person_id=person_id, name=name, **facts) as detail:
            yield detail
            refresh(self._book, [person_id], now)
        self._changes.announce(self._what, [person_id])
