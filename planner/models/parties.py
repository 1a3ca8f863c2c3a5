"""Rows of parties and their guests."""

from __future__ import annotations

from typing import Any, Final

from planner.models.book import Book

PARTY: Final = (
    "id", "person_id", "kind", "name", "on_date", "at_time", "zone", "goal", "booked_on", "rewards_on", "cancelled_on",
    "note",
)  # fmt: skip


def party(book: Book, party_id: int) -> tuple[Any, ...] | None:
    """One party and the name of its host."""
    return next(iter(_parties(book, "party.id = ?", party_id)), None)


def of_host(book: Book, person_id: int) -> list[tuple[Any, ...]]:
    """A host's parties, the earliest first."""
    return _parties(book, "party.person_id = ?", person_id)


def with_guest(book: Book, person_id: int) -> list[tuple[Any, ...]]:
    """The parties somebody is invited to, the earliest first."""
    return _parties(book, "party.id IN (SELECT party_id FROM party_guest WHERE person_id = ?)", person_id)


def guests(book: Book, party_id: int) -> list[tuple[Any, ...]]:
    """The guests of a party: person, name and status, in the order they were invited."""
    return book.rows(
        "SELECT guest.person_id, person.name, guest.status FROM party_guest guest"
        " JOIN person ON person.id = guest.person_id WHERE guest.party_id = ? AND removed_on IS NULL ORDER BY guest.id",
        (party_id,),
    )


def set_guest(book: Book, party_id: int, person_id: int, status: str) -> None:
    """Invite somebody, or note what they answered."""
    book.run(
        "INSERT INTO party_guest (party_id, person_id, status) VALUES (?, ?, ?)"
        " ON CONFLICT (party_id, person_id) DO UPDATE SET status = excluded.status",
        (party_id, person_id, status),
    )


def remove_guest(book: Book, party_id: int, person_id: int) -> None:
    """Take somebody off the list of guests."""
    book.run("DELETE FROM party_guest WHERE party_id = ? AND person_id = ?", (party_id, person_id))


def move_ticks(book: Book, person_id: int, plan: str, old: str, new: str) -> None:
    """Let the ticked steps of a plan count from another day."""
    book.run(
        "UPDATE OR REPLACE plan_step SET anchor_on = ? WHERE person_id = ? AND plan = ? AND anchor_on = ?",
        (new, person_id, plan, old),
    )


def _parties(book: Book, condition: str, *values: object) -> list[tuple[Any, ...]]:
    columns = ", ".join(f"party.{column}" for column in PARTY)
    return book.rows(
        f"SELECT {columns}, person.name FROM party LEFT JOIN person"
        f" ON person.id = party.person_id AND removed_on IS NULL WHERE {condition}"
        " ORDER BY party.on_date, party.id",
        values,
    )
