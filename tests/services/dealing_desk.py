"""A desk with the services of what people agreed on, and a look at everything in the book."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from planner.domain.batch import Batch, Origin, Question
from planner.domain.moment import Moment
from planner.domain.person import Facts, SourceKind, Stage
from planner.models.book import Book
from planner.services import facts
from planner.services.changes import Changed
from planner.services.drafts import PersonDraft, PhoneDraft
from planner.services.open_book import OpenBook
from tests.builders import NOW, dump

ANSWERED = Batch(
    name="Leads Inc",
    vendor="Leads Inc",
    cost_cents=25_000,
    bought_on=date(2026, 11, 23),
    origin=Origin.SURVEY,
    registry_checked_on=date(2026, 11, 23),
    unknown=frozenset({Question.INTEREST, Question.CONSENT}),
)
"""A checklist in which every question is settled."""


class DealingDesk:
    """The services of one book, and two people in it."""

    def __init__(self, book: Book, now: Moment = NOW) -> None:
        self.services = OpenBook(book, lambda: self.now)
        self.book = book
        self.now = now
        self.told: list[Changed] = []
        self.lena = self.services.people.add(PersonDraft(name="Lena Fox", phones=(PhoneDraft("312 555 0142"),)), now)
        self.maria = self.services.people.add(PersonDraft(name="Maria Lopez"), now)
        self.services.changes.subscribe(self.told.append)

    def facts(self, person_id: int) -> Facts:
        """What the rules know of somebody."""
        return facts.load(self.book, [person_id], self.now)[person_id]

    def stage(self, person_id: int) -> Stage:
        """Where the business with somebody stands."""
        return self.facts(person_id).stage

    def undo_all_since(self, before: dict[str, list[tuple[Any, ...]]], steps: int = 1) -> None:
        """Take steps back and see that nothing is left of them."""
        assert dump(self.book) != before
        for _ in range(steps):
            self.services.undo.undo(self.now)
        assert dump(self.book) == before


def buy(desk: DealingDesk, people: int) -> tuple[int, list[int]]:
    """People of a bought list: the list and its people."""
    draft = PersonDraft(source_kind=SourceKind.BOUGHT, source_name="Leads Inc")
    ids = [desk.services.people.add(replace(draft, name=f"Lead {number}"), NOW) for number in range(people)]
    return desk.services.people.ensure_source(SourceKind.BOUGHT, "Leads Inc"), ids
