"""Who comes up on a day by the dates the book keeps, and who is the next after it."""

from __future__ import annotations

from planner.models import people
from planner.models.book import Book
from planner.models.listing import Wanted

_NEXT = """
SELECT standing.next_on, person.name, person.company, person.id, standing.next_action
FROM standing INDEXED BY standing_next JOIN person ON person.id = standing.person_id
WHERE standing.is_listed AND standing.next_on > ? AND standing.next_action NOT IN ({quiet})
ORDER BY standing.next_on LIMIT ?"""


def count(book: Book, wanted: Wanted) -> int:
    """How many people a condition holds."""
    return int(book.value(f"SELECT count(*) FROM standing WHERE {wanted.where}", wanted.values))


def following(book: Book, after: str, quiet: str, limit: int) -> list[tuple[str, str, str]]:
    """The first people with a next step after a day: the day, their name, what it is."""
    return [
        (on, name or company or people.way_to_reach(book, person_id), action)
        for on, name, company, person_id, action in book.rows(_NEXT.format(quiet=quiet), (after, limit))
    ]


def name_of(book: Book, person_id: int) -> str:
    """What a person is shown as."""
    row = book.row("SELECT name, company FROM person WHERE id = ?", (person_id,))
    return str((row and (row[0] or row[1])) or people.way_to_reach(book, person_id))
