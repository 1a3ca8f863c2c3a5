"""Bought lists: their checklist, what they cost, and what calls to them have shown (D1, G4; 000-04, 001-09)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from planner.domain.batch import Batch, Quality, Question, days_at_pace
from planner.domain.errors import PlannerError
from planner.domain.moment import Moment
from planner.domain.text import one_line, passage
from planner.models import single
from planner.models import sources as table
from planner.models.book import Book
from planner.services import dealing_rows
from planner.services.changes import Change, Changes
from planner.services.standing import refresh
from planner.services.stored import read_method

_ANYBODY = 500
"""So many people at once are announced as 'anybody'."""


@dataclass(frozen=True, slots=True)
class BoughtList:
    """A bought list as a screen shows it; ``working_days`` is how long a first call to everybody takes."""

    id: int
    batch: Batch
    people: int
    quality: Quality
    working_days: int

    @property
    def cents_each(self) -> float | None:
        """What each person cost, when it is known."""
        return self.batch.cost_cents / self.people if self.batch.cost_cents is not None and self.people else None


class Sources:
    """Where people came from, as far as it was paid for."""

    def __init__(self, book: Book, changes: Changes) -> None:
        self._book = book
        self._changes = changes

    def bought(self) -> tuple[BoughtList, ...]:
        """Every bought list, by name."""
        return tuple(map(self._shown, table.bought(self._book)))

    def bought_list(self, source_id: int) -> BoughtList:
        """One bought list.

        Raises PlannerError: no_such_source.
        """
        rows = table.bought(self._book, source_id)
        if not rows:
            raise PlannerError("no_such_source", source_id=source_id)
        return self._shown(rows[0])

    def locked_list_of(self, person_id: int) -> int | None:
        """The bought list somebody is on, while its questions are open."""
        return table.locked_list_of(self._book, person_id)

    def save_checklist(self, source_id: int, answers: Batch, now: Moment) -> None:
        """Keep the answers; nobody on the list can be called while one is missing (000-04).

        Whether the registry was checked can't be left unknown.

        Raises PlannerError: no_such_source, registry_must_be_checked, checked_in_future.
        """
        name = self.bought_list(source_id).batch.name
        if Question.REGISTRY in answers.unknown:
            raise PlannerError("registry_must_be_checked")
        if answers.registry_checked_on is not None and answers.registry_checked_on > now.today:
            raise PlannerError("checked_in_future", on=answers.registry_checked_on)
        with self._book.step("checklist_saved", now, name=name, source_id=source_id):
            single.update(self._book, "source", source_id, _columns(answers))
            everybody = table.people(self._book, source_id)
            refresh(self._book, everybody, now)
        self._changes.announce(Change.SOURCES | Change.PEOPLE, everybody if len(everybody) <= _ANYBODY else ())

    def _shown(self, row: tuple[Any, ...]) -> BoughtList:
        source_id, name, people, *answers = row
        quality = Quality(*table.reached(self._book, source_id))
        pace = days_at_pace(people, read_method(self._book))
        return BoughtList(source_id, dealing_rows.batch(name, tuple(answers)), people, quality, pace)


def _columns(answers: Batch) -> dict[str, Any]:
    return {
        "vendor": one_line(answers.vendor),
        "cost_cents": answers.cost_cents,
        "bought_on": _day(answers.bought_on),
        "origin": answers.origin.value if answers.origin else "",
        "interest_from": _day(answers.interest_from),
        "interest_to": _day(answers.interest_to),
        "consent_proof": passage(answers.consent_proof),
        "dnc_checked_on": _day(answers.registry_checked_on),
        "unknown": ",".join(each.value for each in Question if each in answers.unknown),
        "is_locked": int(answers.is_locked),
    }


def _day(on: date | None) -> str | None:
    return on.isoformat() if on else None
