"""What belongs together as one step: a new person with their yes, a contact with how it ended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from planner.domain.moment import Moment
from planner.domain.outcome import ROWS
from planner.domain.permission import Permission
from planner.models import people as table
from planner.models.book import Book
from planner.services import following, outcomes
from planner.services.changes import Change, Changed, Changes
from planner.services.drafts import PersonDraft
from planner.services.orders import OrderDraft, Orders
from planner.services.outcomes import OutcomeReport, OutcomeSteps
from planner.services.people import People
from planner.services.permissions import Permissions
from planner.services.standing import refresh

__all__ = ["Encounters", "OutcomeReport"]


class Encounters:
    """Writes through the other services, as one step of undo that is announced once."""

    def __init__(self, book: Book, changes: Changes) -> None:
        self._book = book
        self._changes = changes
        self._heard: list[Changed] = []
        inner = Changes()
        inner.subscribe(self._heard.append)
        self._people = People(book, inner)
        self._permissions = Permissions(book, inner)
        self._orders = Orders(book, inner)
        self._steps = OutcomeSteps(book, inner)

    def welcome(self, draft: PersonDraft, permissions: Sequence[Permission], now: Moment) -> int:
        """Add a person together with what they said yes to; answers their id.

        Raises PlannerError: nobody, permission_in_future.
        """
        with self._together("person_added", now) as detail:
            person_id = self._people.add(draft, now)
            detail["name"] = draft.call_me or draft.name or table.spoken_name(self._book, person_id)
            for permission in permissions:
                self._permissions.grant(person_id, permission, now)
            detail["person_id"] = person_id
        return person_id

    def sell(self, person_id: int, draft: OrderDraft, permissions: Sequence[Permission], now: Moment) -> int:
        """Write an order down with what they said yes to at the end of it; answers the order's id (004-25).

        Raises PlannerError: what ``Orders.place`` and ``Permissions.grant`` raise.
        """
        name = table.spoken_name(self._book, person_id)
        with self._together("order_placed", now, person_id=person_id, name=name) as detail:
            detail["order_id"] = order_id = self._orders.place(person_id, draft, now)
            for permission in permissions:
                self._permissions.grant(person_id, permission, now)
        return order_id

    def log_outcome(self, person_id: int, report: OutcomeReport, now: Moment) -> None:
        """Log how a contact ended, with everything that its row of D4 says: touches, stage, next date, thanks, rows.

        Raises PlannerError: touch_in_future, ending_needs_promise, outcome_needs_day, outcome_needs_scope,
        outcome_needs_open_promise, no_such_person, and those of what it agrees on.
        """
        outcomes.check(report)
        name = table.spoken_name(self._book, person_id)
        with self._together("outcome_logged", now, person_id=person_id, name=name, outcome=report.outcome.value):
            for entry in (*outcomes.entries(report), *outcomes.despite(report, now)):
                following.check(entry, now)
                following.add(self._book, person_id, entry, now, moves_stage=False)
            about = following.load(self._book, person_id, now)
            for event in outcomes.events(report):
                about = replace(about, stage=following.move_stage(self._book, about, event, now).to)
            self._steps.take(ROWS[report.outcome], person_id, report, now)
            refresh(self._book, [person_id], now)
            touched = {person_id, table.introducer(self._book, person_id) or person_id}
            everything = Change.TOUCHES | Change.PROMISES | Change.THANKS | Change.PEOPLE
            self._heard.append(Changed(everything, frozenset(touched)))

    @contextmanager
    def _together(self, what: str, now: Moment, **facts: Any) -> Iterator[dict[str, Any]]:
        self._heard.clear()
        with self._book.step(what, now, **facts) as detail:
            yield detail
        told = Change(0)
        for heard in self._heard:
            told |= heard.what
        self._changes.announce(told, {person for heard in self._heard for person in heard.people})
