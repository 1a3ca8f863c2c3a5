"""People of a book file whom the book has already: they stay as they are, what the file says of them is left aside.

Whoever is in the bin is not in the book: the file brings them anew, and the bin keeps what it has.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from planner.domain.search import fold
from planner.models.book import Book
from planner.services.exchange.book_json.plan import PeoplePlan, Plan
from planner.services.exchange.book_json.shape import FORMAT
from planner.services.exchange.cleaning.emails import compare_key

_Sign = tuple[Any, ...]


def people_brought_by(book: Book, sha256: str) -> int | None:
    """How many people this very file brought before; None when it is new, or when nobody is left in the book."""
    found: int | None = book.value(
        "SELECT people FROM import_batch WHERE sha256 = ? AND format = ? AND EXISTS (SELECT 1 FROM person)",
        (sha256, FORMAT),
    )
    return found


def set_aside(book: Book, people: PeoplePlan) -> int:
    """Take out of the plan whoever has a namesake in the book with the same phone, e-mail or birthday.

    Where neither has any of these, the day they were added decides. Nobody in the book stands for two people of the
    file. What points to somebody set aside points to the one in the book. Answers how many were set aside.
    """
    already = _recognised(people.plan, _signs_of_book(book))
    if already:
        _leave_out(people, already)
    return len(already)


def _recognised(plan: Plan, known: dict[_Sign, list[int]]) -> dict[int, int]:
    """Who of the file is who in the book."""
    already: dict[int, int] = {}
    taken: set[int] = set()
    for person_id, signs in _signs_of_plan(plan).items():
        owner = next((each for sign in signs for each in known.get(sign, ()) if each not in taken), None)
        if owner is not None:
            already[person_id] = owner
            taken.add(owner)
    return already


def _signs_of_book(book: Book) -> dict[_Sign, list[int]]:
    people = book.rows(
        "SELECT id, name, company, birth_month, birth_day, birth_year, added_on FROM person WHERE removed_on IS NULL"
    )
    here = "person_id IN (SELECT id FROM person WHERE removed_on IS NULL)"
    phones = book.rows(f"SELECT person_id, e164, typed FROM phone WHERE {here}")
    emails = book.rows(f"SELECT person_id, address FROM email WHERE {here}")
    found: defaultdict[_Sign, list[int]] = defaultdict(list)
    for person_id, signs in _signs(people, phones, emails).items():
        for sign in signs:
            found[sign].append(person_id)
    return found


def _signs_of_plan(plan: Plan) -> dict[int, list[_Sign]]:
    columns = ("id", "name", "company", "birth_month", "birth_day", "birth_year", "added_on")
    return _signs(
        (tuple(row[column] for column in columns) for row in plan.people),
        ((row["person_id"], row["e164"], row["typed"]) for row in plan.lists["phone"]),
        ((row["person_id"], row["address"]) for row in plan.lists["email"]),
    )


def _signs(
    people: Iterable[tuple[Any, ...]], phones: Iterable[tuple[Any, ...]], emails: Iterable[tuple[Any, ...]]
) -> dict[int, list[_Sign]]:
    """By what each person would be known again; a name is part of every sign."""
    names: dict[int, str] = {}
    added: dict[int, str] = {}
    signs: dict[int, list[_Sign]] = {}
    for person_id, name, company, month, day, year, added_on in people:
        names[person_id], added[person_id] = fold(name or company), added_on
        signs[person_id] = [] if month is None else [(names[person_id], "birthday", month, day, year)]
    for person_id, e164, typed in phones:
        signs[person_id].append((names[person_id], "phone", e164 or fold(typed)))
    for person_id, address in emails:
        signs[person_id].append((names[person_id], "email", compare_key(address)))
    for person_id, found in signs.items():
        if not found:
            found.append((names[person_id], "added", added[person_id]))
    return signs


def _leave_out(people: PeoplePlan, already: dict[int, int]) -> None:
    plan = people.plan
    plan.people = [row for row in plan.people if row["id"] not in already]
    plan.lists = {name: [row for row in rows if row["person_id"] not in already] for name, rows in plan.lists.items()}
    plan.tags = [(person_id, tag) for person_id, tag in plan.tags if person_id not in already]
    plan.introduced = [
        (already.get(owner, owner), person_id) for owner, person_id in plan.introduced if person_id not in already
    ]
    promises = {row["id"] for row in plan.lists["promise"]}
    for row in plan.lists["touch"]:
        if row["promise_id"] not in promises:
            row["promise_id"] = None
    people.by_key = {key: already.get(person_id, person_id) for key, person_id in people.by_key.items()}
    people.by_name = {name: [already.get(one, one) for one in ids] for name, ids in people.by_name.items()}
    people.sources = [(person_id, source) for person_id, source in people.sources if person_id not in already]
