"""Commitments: what people said they would do, by a day of their own (D1, D7.9)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planner.domain.commitment import Commitment, CommitmentStatus, CommitmentTo
from planner.domain.errors import PlannerError
from planner.domain.moment import Moment
from planner.domain.text import passage
from planner.models import agreements as table
from planner.models import facts, single
from planner.models.book import Book
from planner.services import dealing_rows
from planner.services.changes import Change, Changes
from planner.services.person_steps import PersonSteps


@dataclass(frozen=True, slots=True)
class CommitmentDraft:
    """What a form edits: what they will do, by which day, in their words."""

    what: CommitmentTo
    by: date
    words: str = ""


class Commitments:
    """What people said they would do. The user reminds them gently, and never after it was withdrawn."""

    def __init__(self, book: Book, changes: Changes) -> None:
        self._book = book
        self._steps = PersonSteps(book, changes, Change.AGREEMENTS)

    def note(self, person_id: int, draft: CommitmentDraft, now: Moment) -> int:
        """Note what they will do and by when; answers its id.

        Raises PlannerError: commitment_in_past, no_such_person.
        """
        with self._steps.step("commitment_noted", person_id, now):
            return self._insert(person_id, draft, now)

    def done(self, commitment_id: int, now: Moment) -> None:
        """They did it.

        Raises PlannerError: no_such_commitment, commitment_not_open.
        """
        self._end("commitment_done", commitment_id, CommitmentStatus.DONE, now)

    def move(self, commitment_id: int, to: date, words: str, now: Moment) -> int:
        """They need longer: the old day is closed, a new one stands; answers the new one's id.

        Raises PlannerError: no_such_commitment, commitment_not_open, commitment_in_past.
        """
        person_id, old = self._open(commitment_id)
        with self._steps.step("commitment_moved", person_id, now):
            self._close(old, CommitmentStatus.MOVED, now)
            return self._insert(person_id, CommitmentDraft(old.what, to, words or old.words), now)

    def withdraw(self, commitment_id: int, now: Moment) -> None:
        """They changed their mind; it is never brought up again.

        Raises PlannerError: no_such_commitment, commitment_not_open.
        """
        self._end("commitment_withdrawn", commitment_id, CommitmentStatus.WITHDRAWN, now)

    def of(self, person_id: int) -> tuple[Commitment, ...]:
        """All of a person's commitments, by their day."""
        return tuple(map(dealing_rows.commitment, facts.commitments(self._book, [person_id])))

    def _insert(self, person_id: int, draft: CommitmentDraft, now: Moment) -> int:
        if draft.by < now.today:
            raise PlannerError("commitment_in_past", by=draft.by)
        values = {
            "what": draft.what.value,
            "by_date": draft.by.isoformat(),
            "words": passage(draft.words),
            "made_on": now.today.isoformat(),
        }
        return single.insert(self._book, "commitment", {"person_id": person_id} | values)

    def _end(self, code: str, commitment_id: int, status: CommitmentStatus, now: Moment) -> None:
        person_id, commitment = self._open(commitment_id)
        with self._steps.step(code, person_id, now):
            self._close(commitment, status, now)

    def _close(self, commitment: Commitment, status: CommitmentStatus, now: Moment) -> None:
        values = {"status": status.value, "closed_on": now.today.isoformat()}
        single.update(self._book, "commitment", commitment.id, values)

    def _open(self, commitment_id: int) -> tuple[int, Commitment]:
        person_id = table.person_of(self._book, "commitment", commitment_id)
        if person_id is None:
            raise PlannerError("no_such_commitment", commitment_id=commitment_id)
        commitment = next(each for each in self.of(person_id) if each.id == commitment_id)
        if commitment.status is not CommitmentStatus.OPEN:
            raise PlannerError("commitment_not_open")
        return person_id, commitment
