"""The rows of a No and of its lifting, written inside a transaction that refreshes the person afterwards."""

from __future__ import annotations

from datetime import date

from planner.domain.interest import SaidNo, Scope
from planner.models import facts, single
from planner.models.book import Book
from planner.services import dealing_rows

_ASKS = (Scope.BUY, Scope.HOST, Scope.JOIN, Scope.REFER)


def of_person(book: Book, person_id: int) -> tuple[SaidNo, ...]:
    """What a person said No to, lifted ones too, oldest first."""
    return tuple(map(dealing_rows.said_no, facts.noes(book, [person_id])))


def keep(book: Book, person_id: int, scope: Scope, words: str, on: date) -> int:
    """Keep a No for good; answers its id."""
    return single.insert(
        book,
        "said_no",
        {"person_id": person_id, "scope": scope.value, "on_date": on.isoformat(), "words": words},
    )


def lift(book: Book, person_id: int, scope: Scope, words: str, on: date) -> None:
    """Lift what stands against this scope, in their words; of a No to everything the rest goes on standing (G5)."""
    for no in of_person(book, person_id):
        if no.lifted_on is not None or no.scope not in (scope, Scope.EVERYTHING):
            continue
        single.update(book, "said_no", no.id, {"lifted_on": on.isoformat(), "lifted_words": words})
        if no.scope is Scope.EVERYTHING:
            for other in _ASKS:
                if other is not scope:
                    keep(book, person_id, other, no.words, no.on)
