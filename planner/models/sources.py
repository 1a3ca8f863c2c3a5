"""Rows of sources, bought lists above all."""

from __future__ import annotations

from typing import Any

from planner.models.book import Book


def bought(book: Book, source_id: int | None = None) -> list[tuple[Any, ...]]:
    """Bought lists, or one: id, name, people, and the answers of the checklist in its order."""
    which = "" if source_id is None else " AND source.id = ?"
    return book.rows(
        "SELECT source.id, source.name, (SELECT count(*) FROM person WHERE source_id = source.id), vendor, cost_cents,"
        " bought_on, origin, interest_from, interest_to, consent_proof, dnc_checked_on, unknown"
        f" FROM source WHERE kind = 'bought'{which} ORDER BY source.name, source.id",
        () if source_id is None else (source_id,),
    )


def locked_list_of(book: Book, person_id: int) -> int | None:
    """The bought list somebody is on, while its questions are open."""
    found = book.value(
        "SELECT source.id FROM person JOIN source ON source.id = person.source_id"
        " WHERE person.id = ? AND source.kind = 'bought' AND source.is_locked",
        (person_id,),
    )
    return None if found is None else int(found)


def people(book: Book, source_id: int) -> list[int]:
    """Everybody a source brought."""
    return [row[0] for row in book.rows("SELECT id FROM person WHERE source_id = ?", (source_id,))]


def reached(book: Book, source_id: int) -> tuple[int, int]:
    """How many people of a source were rung, and the numbers of how many were wrong."""
    found = book.row(
        "SELECT count(DISTINCT person_id), count(DISTINCT CASE WHEN kind = 'wrong_number' THEN person_id END)"
        " FROM touch JOIN person ON person.id = touch.person_id WHERE person.source_id = ?"
        " AND (kind = 'wrong_number' OR (direction = 'me' AND channel IN ('call', 'voicemail')))",
        (source_id,),
    )
    return (int(found[0]), int(found[1])) if found else (0, 0)
