"""What people would like, the hands they raise and the Noes they say (D1, D3, G5, G7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planner.domain import stage
from planner.domain.commitment import CommitmentStatus, CommitmentTo
from planner.domain.errors import PlannerError
from planner.domain.interest import Interest, SaidNo, Scope
from planner.domain.moment import Moment
from planner.domain.person import Stage
from planner.domain.stage import Event
from planner.domain.text import one_line, passage
from planner.models import agreements as table
from planner.models import facts, people, single
from planner.models.book import Book
from planner.services import dealing_rows, no_rows
from planner.services.changes import Change, Changes
from planner.services.person_steps import PersonSteps

_COMMITS = {CommitmentTo.BUY: Scope.BUY, CommitmentTo.HOST: Scope.HOST, CommitmentTo.JOIN: Scope.JOIN}


@dataclass(frozen=True, slots=True)
class InterestDraft:
    """What a form edits. ``raised_hand``: they brought it up themselves. ``why``: why *they* would want it (002-14)."""

    scope: Scope
    topic: str = ""
    words: str = ""
    raised_hand: bool = False
    why: str = ""
    on: date | None = None


class Interests:
    """What people said they would like, and what they would not."""

    def __init__(self, book: Book, changes: Changes) -> None:
        self._book = book
        self._steps = PersonSteps(book, changes, Change.AGREEMENTS | Change.PEOPLE)

    def note(self, person_id: int, draft: InterestDraft, now: Moment) -> int:
        """Note what they would like; a raised hand does all that ``raise_hand`` does. Answers the interest's id.

        Raises PlannerError: interest_in_future, interest_needs_scope, no_such_person.
        """
        on = draft.on or now.today
        if draft.scope is Scope.EVERYTHING:
            raise PlannerError("interest_needs_scope")
        if on > now.today:
            raise PlannerError("interest_in_future", on=on)
        values = {
            "scope": draft.scope.value,
            "topic": one_line(draft.topic),
            "on_date": on.isoformat(),
            "words": passage(draft.words),
            "raised_hand": int(draft.raised_hand),
            "why": passage(draft.why),
        }
        with self._steps.step("hand_raised" if draft.raised_hand else "interest_noted", person_id, now):
            if draft.raised_hand:
                self._reopen(person_id, draft.scope, passage(draft.words), on, now)
            return single.insert(self._book, "interest", {"person_id": person_id} | values)

    def raise_hand(self, person_id: int, scope: Scope, topic: str, words: str, on: date | None, now: Moment) -> int:
        """They came with it themselves: a No to the same is lifted in their words, never another one (G5, G7, 002-11).

        Raises PlannerError: interest_in_future, interest_needs_scope, no_such_person.
        """
        return self.note(person_id, InterestDraft(scope, topic, words, raised_hand=True, on=on), now)

    def say_no(self, person_id: int, scope: Scope, words: str, on: date | None, now: Moment) -> int:
        """They said No to this, for good: wishes and plans of the kind end. Answers the id of the No.

        Where the business stands only changes when nothing else is open between the two (D3).

        Raises PlannerError: interest_in_future, no_such_person.
        """
        said_on = on or now.today
        if said_on > now.today:
            raise PlannerError("interest_in_future", on=said_on)
        standing = next((no for no in self.noes(person_id) if no.scope is scope and no.holds_on(said_on)), None)
        if standing is not None:
            return standing.id
        with self._steps.step("no_said", person_id, now):
            self._end_wishes(person_id, scope, said_on)
            event = Event.SAID_NO_TO_ONE if self._has_open(person_id, now) else Event.SAID_NO
            self._move(person_id, event, now)
            return no_rows.keep(self._book, person_id, scope, passage(words), said_on)

    def end(self, interest_id: int, now: Moment) -> None:
        """They no longer want it, or have it.

        Raises PlannerError: no_such_interest.
        """
        person_id = table.person_of(self._book, "interest", interest_id)
        if person_id is None:
            raise PlannerError("no_such_interest", interest_id=interest_id)
        with self._steps.step("interest_ended", person_id, now):
            single.update(self._book, "interest", interest_id, {"ended_on": now.today.isoformat()})

    def of(self, person_id: int) -> tuple[Interest, ...]:
        """What a person would like or once liked, in the order it was said."""
        return tuple(map(dealing_rows.interest, facts.interests(self._book, [person_id])))

    def noes(self, person_id: int) -> tuple[SaidNo, ...]:
        """What a person said No to, lifted ones too, oldest first."""
        return no_rows.of_person(self._book, person_id)

    def _reopen(self, person_id: int, scope: Scope, words: str, on: date, now: Moment) -> None:
        """Lift what stands against this scope alone, and let the two talk again, though it was not now (D3, G20)."""
        no_rows.lift(self._book, person_id, scope, words, on)
        single.update(self._book, "person", person_id, {"stage_until": None})
        self._move(person_id, Event.RAISED_HAND, now)

    def _move(self, person_id: int, event: Event, now: Moment) -> None:
        before = Stage(people.stage(self._book, person_id))
        to = stage.after(before, event).to
        if to is not before:
            people.set_stage(self._book, person_id, to.value, now.today.isoformat())

    def _end_wishes(self, person_id: int, scope: Scope, on: date) -> None:
        """What they said No to is no longer a wish, nor a plan to remind them of."""
        for interest in self.of(person_id):
            if interest.ended_on is None and scope in (interest.scope, Scope.EVERYTHING):
                single.update(self._book, "interest", interest.id, {"ended_on": on.isoformat()})
        for row in facts.commitments(self._book, [person_id]):
            commitment = dealing_rows.commitment(row)
            is_meant = scope is Scope.EVERYTHING or _COMMITS.get(commitment.what) is scope
            if commitment.status is CommitmentStatus.OPEN and is_meant:
                closed = {"status": CommitmentStatus.WITHDRAWN.value, "closed_on": on.isoformat()}
                single.update(self._book, "commitment", commitment.id, closed)

    def _has_open(self, person_id: int, now: Moment) -> bool:
        """Whether another wish or plan of theirs is still open."""
        commitments = map(dealing_rows.commitment, facts.commitments(self._book, [person_id]))
        return any(interest.holds_on(now.today) for interest in self.of(person_id)) or any(
            commitment.status is CommitmentStatus.OPEN for commitment in commitments
        )
