"""A person's rows: the person, and the lists that hang on them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from planner.domain.errors import PlannerError
from planner.models import single, stages
from planner.models.book import Book
from planner.models.listing import called

COLUMNS: Final = (
    "name", "given", "middle", "family", "prefix", "suffix", "call_me", "company", "job", "department", "closeness",
    "birth_month", "birth_day", "birth_year", "leap_rule", "zone", "how_known", "in_common", "life", "remember", "note",
    "introduced_by_id", "source_id", "source_key", "preferred_channel", "best_times", "language", "keep_in_touch_days",
    "is_favourite", "wish", "consultant", "is_minor", "is_wanted_on_team", "is_no_fit",
)  # fmt: skip
"""What a draft fills of a person's row."""

HOMEWORK: Final = ("fact", "good_reason", "opening_line", "voicemail_plan", "good_ending")
"""The lines of the homework before a first call."""

LISTS: Final[Mapping[str, tuple[str, ...]]] = {
    "phone": ("typed", "label", "is_wrong", "is_fax", "e164", "extension", "registry", "registry_on"),
    "email": ("address", "label", "is_wrong"),
    "address": ("street", "city", "region", "postcode", "country", "label"),
    "social": ("network", "handle"),
    "detail": ("kind", "label", "value"),
}
"""The tables that hang on a person in an order of their own, and their columns in a draft's order."""


def insert(book: Book, values: Mapping[str, Any], stage: str, added_on: str) -> int:
    """Add a row with the ``values`` of a draft; answers its id."""
    person_id = single.insert(book, "person", {**values, "stage": stage, "added_on": added_on})
    if stage != "new":
        stages.note(book, person_id, added_on, "new", stage)
    return person_id


def update(book: Book, person_id: int, values: Mapping[str, Any]) -> None:
    """Write ``values`` over a person's row and count the revision up."""
    single.revise(book, "person", person_id, values)


def row(book: Book, person_id: int) -> dict[str, Any] | None:
    """The whole row of somebody who is not in the bin.

    With the kind, name and lock of their source and the name of who introduced them.
    """
    extra = ("id", "stage", "stage_until", "added_on", "archived_on", "is_deceased", "rev", "introduced_on", *HOMEWORK)
    names = (*COLUMNS, *extra)
    found = book.row(
        f"SELECT {', '.join('person.' + name for name in names)}, source.kind, source.name, source.is_locked,"
        " other.name FROM person LEFT JOIN source ON source.id = person.source_id"
        " LEFT JOIN person AS other ON other.id = person.introduced_by_id AND other.removed_on IS NULL"
        " WHERE person.id = ? AND person.removed_on IS NULL",
        (person_id,),
    )
    if found is None:
        return None
    keys = (*names, "source_kind", "source_name", "source_is_locked", "introduced_by_name")
    return dict(zip(keys, found, strict=True))


def list_rows(book: Book, table: str, person_id: int) -> list[tuple[Any, ...]]:
    """The rows of one list of a person, in their order."""
    names = ", ".join(LISTS[table])
    return book.rows(f"SELECT {names} FROM {table} WHERE person_id = ? ORDER BY position, id", (person_id,))


def write_list(book: Book, table: str, person_id: int, wanted: Sequence[tuple[Any, ...]]) -> None:
    """Make one list of a person what is ``wanted``; an unchanged list is left alone."""
    if [tuple(each) for each in list_rows(book, table, person_id)] == list(wanted):
        return
    book.run(f"DELETE FROM {table} WHERE person_id = ?", (person_id,))
    names = LISTS[table]
    book.run_many(
        f"INSERT INTO {table} (person_id, position, {', '.join(names)}) VALUES (?, ?, {', '.join('?' * len(names))})",
        [(person_id, position, *values) for position, values in enumerate(wanted)],
    )


def tags(book: Book, person_id: int) -> tuple[str, ...]:
    """The tags of a person, in the order they were given."""
    return tuple(name for (name,) in book.rows("SELECT name FROM tag WHERE person_id = ? ORDER BY id", (person_id,)))


def write_tags(book: Book, person_id: int, wanted: Sequence[str]) -> None:
    """Make a person's tags what is ``wanted``, touching only those that come or go."""
    present = tags(book, person_id)
    for name in present:
        if name not in wanted:
            book.run("DELETE FROM tag WHERE person_id = ? AND name = ?", (person_id, name))
    book.run_many(
        "INSERT INTO tag (person_id, name) VALUES (?, ?)",
        [(person_id, name) for name in wanted if name not in present],
    )


def names(book: Book, ids: Iterable[int]) -> dict[int, str]:
    """What some people who are not in the bin are called."""
    here = "removed_on IS NULL"
    return {
        person_id: str(name)
        for person_id in ids
        if (name := book.value(f"SELECT {called('person')} FROM person WHERE id = ? AND {here}", (person_id,)))
        is not None
    }


def is_there(book: Book, person_id: int) -> bool:
    """Whether there is a person with this id, and not in the bin."""
    return book.row("SELECT 1 FROM person WHERE id = ? AND removed_on IS NULL", (person_id,)) is not None


def spoken_name(book: Book, person_id: int) -> str:
    """How one speaks of a person: the name they like, else the given name, else whatever is known.

    Raises PlannerError: no_such_person.
    """
    found = book.row("SELECT call_me, given, name, company FROM person WHERE id = ?", (person_id,))
    if found is None:
        raise PlannerError("no_such_person", person_id=person_id)
    return next((str(each) for each in found if each), "") or way_to_reach(book, person_id)


def introducer(book: Book, person_id: int) -> int | None:
    """Who introduced a person, as far as they are in the book."""
    found = book.value("SELECT introduced_by_id FROM person WHERE id = ?", (person_id,))
    return None if found is None else int(found)


def introduced(book: Book, person_id: int) -> list[tuple[int, str]]:
    """Whom of the book a person introduced, by id and name, the newest first."""
    found = book.rows(
        "SELECT id, name, company FROM person WHERE introduced_by_id = ? AND removed_on IS NULL"
        " ORDER BY added_on DESC, id DESC",
        (person_id,),
    )
    return [(int(row_id), str(name or company) or way_to_reach(book, row_id)) for row_id, name, company in found]


def introduced_by(book: Book, ids: Iterable[int]) -> list[int]:
    """Whom these people introduced, in the bin or not, but for themselves."""
    wanted = {int(person_id) for person_id in ids}
    marks = ",".join(map(str, sorted(wanted)))
    found = book.rows(f"SELECT id FROM person WHERE introduced_by_id IN ({marks})")
    return [person_id for (person_id,) in found if person_id not in wanted]


def who_has(book: Book, numbers: Iterable[str], addresses: Iterable[str]) -> list[int]:
    """Who has one of these E.164 numbers or e-mail addresses, in whatever capitals."""
    found: dict[int, None] = {}
    for sql, values in (
        ("SELECT person_id FROM phone WHERE e164 = ? AND e164 <> '' AND NOT is_wrong", numbers),
        ("SELECT person_id FROM email WHERE lower(address) = lower(?) AND NOT is_wrong", addresses),
    ):
        for value in values:
            found |= dict.fromkeys(int(person_id) for (person_id,) in book.rows(sql, (value,)))
    return list(found)


def mark_email_wrong(book: Book, person_id: int, address: str) -> int:
    """Mark an e-mail address, or the only one there is; answers how many good ones are left."""
    good = "SELECT id, address FROM email WHERE person_id = ? AND NOT is_wrong"
    found = book.rows(good, (person_id,))
    wrong = [row_id for row_id, known in found if known == address or (not address and len(found) == 1)]
    for row_id in wrong:
        single.update(book, "email", row_id, {"is_wrong": True})
    return len(found) - len(wrong)


def way_to_reach(book: Book, person_id: int) -> str:
    """The first phone or e-mail of a person who has no name."""
    return str(book.value(f"SELECT {called('person')} FROM person WHERE id = ?", (person_id,)) or "")


def stage(book: Book, person_id: int) -> str:
    """Where the business with a person stands."""
    return str(book.value("SELECT stage FROM person WHERE id = ?", (person_id,)))


def set_stage(book: Book, person_id: int, new: str, on: str, until: str | None = None) -> None:
    """Say where the business with a person stands from a day on; ``until`` belongs to not now and resting."""
    was = stage(book, person_id)
    if new != was:
        stages.note(book, person_id, on, was, new)
    update(book, person_id, {"stage": new, "stage_until": until})


def note_registry(book: Book, person_id: int, e164: str, said: str, on: str) -> int:
    """Keep what the registry said of a number; answers how many of the person's numbers it is."""
    return book.run(
        "UPDATE phone SET registry = ?, registry_on = ? WHERE person_id = ? AND e164 = ? AND e164 <> ''",
        (said, on, person_id, e164),
    )


def source_id(book: Book, kind: str, name: str) -> int | None:
    """The source of that kind and name, if the book has it."""
    found = book.value("SELECT id FROM source WHERE kind = ? AND name = ?", (kind, name))
    return None if found is None else int(found)


def add_source(book: Book, kind: str, name: str) -> int:
    """A new source; a bought list is locked until its checklist is answered (practice 000-04)."""
    return single.insert(book, "source", {"kind": kind, "name": name, "is_locked": kind == "bought"})


def sources(book: Book) -> list[tuple[Any, ...]]:
    """Every source with the number of people it brought."""
    return book.rows(
        "SELECT source.id, source.kind, source.name, count(person.id) FROM source"
        " LEFT JOIN person ON person.source_id = source.id AND removed_on IS NULL"
        " GROUP BY source.id ORDER BY source.kind, source.name"
    )


def tag_counts(book: Book) -> list[tuple[Any, ...]]:
    """Every tag with the number of people who bear it."""
    return book.rows(
        "SELECT tag.name, count(*) FROM tag JOIN person ON person.id = person_id WHERE removed_on IS NULL"
        " GROUP BY tag.name ORDER BY tag.name"
    )
