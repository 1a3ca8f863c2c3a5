"""Promises: made with a date and a window, moved, kept, let go, and broken at the end of the day; thank-yous owed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from planner.domain import keeping
from planner.domain.errors import PlannerError
from planner.domain.moment import Moment
from planner.domain.person import Facts
from planner.domain.promise import Promise, PromiseStatus
from planner.domain.touch import TouchKind
from planner.models import agreements as table
from planner.models import people, single
from planner.models.book import Book
from planner.services import agreements, facts, promise_rows, touch_rows
from planner.services.changes import Change, Changes
from planner.services.promise_rows import PromiseDraft
from planner.services.standing import refresh
from planner.services.stored import read_method

__all__ = ["PromiseDraft", "Promises"]


class Promises:
    """What the user promised, and what they still want to thank for."""

    def __init__(self, book: Book, changes: Changes) -> None:
        self._book = book
        self._changes = changes

    def make(self, person_id: int, draft: PromiseDraft, now: Moment) -> int:
        """Promise something for a day and a window; what was only pencilled in for this person gives way to it.

        Raises PlannerError: promise_in_past, promise_needs_time, no_such_person.
        """
        with self._step("promise_made", person_id, now, on=draft.due_on.isoformat(), kind=draft.kind.value) as detail:
            promise_id = promise_rows.add(self._book, self._about(person_id, now), draft, now)
            detail["promise_id"] = promise_id
            return promise_id

    def move(self, promise_id: int, draft: PromiseDraft, moved_by_them: bool, now: Moment) -> int:
        """Agree on another time: the old promise is closed, a new one stands; answers the new one's id.

        Theirs to move at no cost. The user's own move costs nothing once, something twice in a row, and after the
        window is a broken promise (D6.11).

        Raises PlannerError: promise_not_open, promise_in_past, promise_needs_time.
        """
        person_id, promise = self._promise(promise_id, PromiseStatus.OPEN, PromiseStatus.BROKEN)
        with self._step("promise_moved", person_id, now, on=draft.due_on.isoformat()) as detail:
            about = self._about(person_id, now)
            moved_id = promise_rows.add(self._book, about, draft, now, replaces=promise)
            promise_rows.close_moved(self._book, about, promise, moved_id, moved_by_them, now)
            detail["promise_id"] = moved_id
            return moved_id

    def keep(self, promise_id: int, now: Moment) -> None:
        """It is done. Inside its window that is worth points, later on the day it is late.

        Raises PlannerError: promise_not_open.
        """
        person_id, promise = self._promise(promise_id, PromiseStatus.OPEN)
        with self._step("promise_kept", person_id, now, promise_id=promise_id):
            there = now.in_zone(promise.zone or now.zone).replace(tzinfo=None)
            is_late = keeping.is_late(promise, there, read_method(self._book))
            status = PromiseStatus.KEPT_LATE if is_late else PromiseStatus.KEPT
            kept = touch_rows.plain(TouchKind.PROMISE_KEPT, now.today, now.clock, now)
            promise_rows.close_kept(self._book, person_id, promise, status, replace(kept, channel=promise.channel), now)

    def let_go(self, promise_id: int, now: Moment) -> None:
        """They no longer want it, or it no longer matters: closed without points.

        Raises PlannerError: promise_not_open.
        """
        person_id, promise = self._promise(promise_id, PromiseStatus.OPEN, PromiseStatus.BROKEN)
        with self._step("promise_let_go", person_id, now, promise_id=promise_id):
            promise_rows.close(self._book, promise.id, PromiseStatus.CANCELLED, now.today)

    def open_for(self, person_id: int) -> tuple[Promise, ...]:
        """What is promised to a person and still open, soonest first."""
        return agreements.open_promises(self._book, person_id)

    def settle_overdue(self, now: Moment) -> int:
        """Break every promise whose day has ended in its own zone; answers how many.

        The same whenever it runs: each is broken on its own day, once. A step like any other, so that undo can never
        take back the promise and leave what its end wrote.
        """
        if not promise_rows.overdue(self._book, now):
            return 0
        with self._book.step("promises_settled", now) as detail:
            overdue = promise_rows.overdue(self._book, now)  # again: only now can nobody else keep one of them
            if not overdue:
                return 0
            whose = list(dict.fromkeys(person_id for person_id, _ in overdue))
            name = people.spoken_name(self._book, whose[0])
            detail |= {"person_id": whose[0], "name": name, "count": len(overdue)}
            for person_id, promise in overdue:
                promise_rows.close_broken(self._book, person_id, promise, keeping.last_day(promise), now)
            refresh(self._book, whose, now)
        self._changes.announce(Change.PROMISES | Change.TOUCHES, whose)
        return len(overdue)

    def thanked(self, thank_id: int, now: Moment) -> None:
        """The thank-you was said: it goes to the timeline as one, and nothing more is owed for it.

        Raises PlannerError: no_such_thank_you.
        """
        person_id = table.person_of(self._book, "thank_you", thank_id)
        if person_id is None:
            raise PlannerError("no_such_thank_you", thank_id=thank_id)
        with self._step("thanked", person_id, now, thank_id=thank_id):
            single.update(self._book, "thank_you", thank_id, {"done_on": now.today.isoformat()})
            touch_rows.insert(
                self._book, person_id, touch_rows.plain(TouchKind.THANK_YOU, now.today, now.clock, now), now
            )

    def _about(self, person_id: int, now: Moment) -> Facts:
        return facts.load(self._book, [person_id], now)[person_id]

    def _promise(self, promise_id: int, *allowed: PromiseStatus) -> tuple[int, Promise]:
        row = table.promise(self._book, promise_id)
        person_id = table.person_of(self._book, "promise", promise_id)
        if row is None or person_id is None:
            raise PlannerError("no_such_promise", promise_id=promise_id)
        promise = agreements.promise_from(row)
        if promise.status not in allowed:
            raise PlannerError("promise_not_open", status=promise.status)
        return person_id, promise

    @contextmanager
    def _step(self, what: str, person_id: int, now: Moment, **facts_of_it: Any) -> Iterator[dict[str, Any]]:
        """One step about one person; their standing is fresh and the change told when it ends."""
        name = people.spoken_name(self._book, person_id)
        with self._book.step(what, now, person_id=person_id, name=name, **facts_of_it) as detail:
            yield detail
            refresh(self._book, [person_id], now)
        self._changes.announce(Change.PROMISES | Change.THANKS | Change.TOUCHES, [person_id])
