"""What people would like, the hands they raise and the Noes they say (D1, D3, G5, G7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planner.domain.commitment import CommitmentStatus, CommitmentTo
from planner.domain.errors import PlannerError
from planner.domain.interest import Interest, SaidNo, Scope
from planner.domain.moment import Moment
from planner.domain.person import Stage
from planner.domain.text import one_line, passage
from planner.models import agreements as table
from planner.models import facts, people, single
from planner.models.book import Book
from planner.services import dealing_rows
from planner.services.changes import Change, Changes
from planner.services.person_steps import PersonSteps

_COMMITS = {CommitmentTo.BUY: Scope.BUY, CommitmentTo.HOST: Scope.HOST, CommitmentTo.JOIN: Scope.JOIN}
_ASKS = (Scope.BUY, Scope.HOST, Scope.JOIN, Scope.REFER)
_ROLES = frozenset({Stage.CUSTOMER, Stage.HOST, Stage.TEAM, Stage.FAN})
_TALKING = _ROLES | {Stage.IN_CONVERSATION, Stage.OFFERED}
"""Every other stage is left for a conversation by coming with a wish of one's own (D3)."""


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
                self._reopen(person_id, draft.scope, passage(draft.words), on)
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
            if not self._has_open(person_id, now) and self._stage(person_id) not in _ROLES:
                self._set_stage(person_id, Stage.NO)
            return self._insert_no(person_id, scope, passage(words), said_on)

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
        return tuple(map(dealing_rows.said_no, facts.noes(self._book, [person_id])))

    def _reopen(self, person_id: int, scope: Scope, words: str, on: date) -> None:
        """Lift what stands against this scope alone, and let the two talk again (D3)."""
        for no in self.noes(person_id):
            if no.scope in (scope, Scope.EVERYTHING) and no.lifted_on is None:
                single.update(self._book, "said_no", no.id, {"lifted_on": on.isoformat(), "lifted_words": words})
            if no.scope is Scope.EVERYTHING and no.lifted_on is None:
                for other in _ASKS:
                    if other is not scope:
                        self._insert_no(person_id, other, no.words, no.on)
        if self._stage(person_id) not in _TALKING:
            self._set_stage(person_id, Stage.IN_CONVERSATION)

    def _insert_no(self, person_id: int, scope: Scope, words: str, on: date) -> int:
        values = {"scope": scope.value, "on_date": on.isoformat(), "words": words}
        return single.insert(self._book, "said_no", {"person_id": person_id} | values)

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

    def _stage(self, person_id: int) -> Stage:
        return Stage(people.stage(self._book, person_id))

    def _set_stage(self, person_id: int, stage: Stage) -> None:
        people.set_stage(self._book, person_id, stage.value)
