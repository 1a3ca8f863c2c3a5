"""The rows of people in the bin, and how every trace of somebody goes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from planner.models.book import Book
from planner.models.listing import called

_LAST_TRACE = """
SELECT max(id) FROM undo_step WHERE json_extract(detail, '$.person_id') IN ({ids})
OR EXISTS (SELECT 1 FROM undo_log WHERE seq BETWEEN first_seq AND last_seq AND person_id IN ({ids}))"""


def rows(book: Book) -> list[tuple[Any, ...]]:
    """Id, name and day of everybody in the bin, the latest first."""
    return book.rows(
        f"SELECT id, {called('person')}, removed_on FROM person WHERE removed_on IS NOT NULL"
        " ORDER BY removed_on DESC, id DESC"
    )


def removed_before(book: Book, day: str) -> list[int]:
    """Who was removed before a day."""
    return [person_id for (person_id,) in book.rows("SELECT id FROM person WHERE removed_on < ?", (day,))]


def bring_back(book: Book, ids: Iterable[int]) -> None:
    """Take people out of the bin."""
    book.run_many("UPDATE person SET removed_on = NULL WHERE id = ?", [(person_id,) for person_id in ids])


def ways_to_reach_the_stopped(book: Book, ids: Sequence[int]) -> list[tuple[str, str]]:
    """Phones and mail addresses of those among some people who asked that all of it stop; one of the two is empty."""
    marks = ",".join(str(int(person_id)) for person_id in ids)
    stopped = "SELECT person_id FROM stop_rule WHERE channel IS NULL OR meant = 'everything'"
    return book.rows(
        f"SELECT e164, '' FROM phone WHERE person_id IN ({marks}) AND person_id IN ({stopped}) AND e164 <> ''"
        f" UNION SELECT '', address FROM email WHERE person_id IN ({marks}) AND person_id IN ({stopped})"
    )


def forget(book: Book, ids: Sequence[int]) -> None:
    """Remove people with everything that hangs on them, and every step of undo up to the last one about them.

    Their rows cascade; the names on printed sheets are taken out as well.
    """
    marks = ",".join(str(int(person_id)) for person_id in ids)
    last = book.value(_LAST_TRACE.format(ids=marks))
    book.run(f"UPDATE sheet_row SET name = '', phone = '' WHERE person_id IN ({marks})")
    book.run(f"DELETE FROM person WHERE id IN ({marks})")
    if last is not None:
        spans = "SELECT 1 FROM undo_step WHERE id <= ? AND seq BETWEEN first_seq AND last_seq"
        book.run(f"DELETE FROM undo_log WHERE EXISTS ({spans})", (last,))
        book.run("DELETE FROM undo_step WHERE id <= ?", (last,))
