"""An import taken back at any later time: whoever was not touched since goes, everybody else stays and is named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from planner.domain.errors import PlannerError
from planner.domain.moment import Moment
from planner.models import standing as derived
from planner.models.book import Book
from planner.services import standing

_MANY = 2000
_REASONS = (
    ("edited", "person.rev > 0"),
    ("stage", "person.stage <> 'new' OR person.stage_until IS NOT NULL"),
    ("touches", "EXISTS (SELECT 1 FROM touch WHERE touch.person_id = person.id)"),
    ("promises", "EXISTS (SELECT 1 FROM promise WHERE promise.person_id = person.id)"),
    ("permissions", "EXISTS (SELECT 1 FROM permission WHERE permission.person_id = person.id)"),
    ("stops", "EXISTS (SELECT 1 FROM stop_rule WHERE stop_rule.person_id = person.id AND asked_by <> 'list')"),
    ("thanks", "EXISTS (SELECT 1 FROM thank_you WHERE thank_you.person_id = person.id)"),
    ("sheet", "EXISTS (SELECT 1 FROM sheet_row WHERE sheet_row.person_id = person.id)"),
    ("archived", "person.archived_on IS NOT NULL OR person.is_deceased"),
    (
        "introduced",
        (
            "EXISTS (SELECT 1 FROM person AS other WHERE other.introduced_by_id = person.id"
            " AND other.import_batch_id IS NOT person.import_batch_id)"
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class KeptPerson:
    """Somebody an undone import has left in the book; ``why`` is a code for what happened with them since."""

    id: int
    name: str
    why: str


@dataclass(frozen=True, slots=True)
class UndoneImport:
    """How many people went, and who stayed."""

    file_name: str
    removed: int
    kept: tuple[KeptPerson, ...]


def take_back(book: Book, batch_id: int, now: Moment) -> UndoneImport:
    """Remove what an import brought, as one step of undo. Raises PlannerError no_such_import."""
    found = book.row("SELECT file_name, source_id FROM import_batch WHERE id = ?", (batch_id,))
    if found is None:
        raise PlannerError("no_such_import", batch_id=batch_id)
    file_name, source_id = found
    kept = _changed_since(book, batch_id)
    staying = {person.id for person in kept}
    ids = [
        person_id
        for (person_id,) in book.rows("SELECT id FROM person WHERE import_batch_id = ? ORDER BY id", (batch_id,))
        if person_id not in staying
    ]
    with book.step("import_undone", now, name=file_name, count=len(ids)):
        _remove(book, ids, now)
        if kept:
            book.run("UPDATE import_batch SET people = ? WHERE id = ?", (len(kept), batch_id))
            standing.refresh(book, staying, now)
        else:
            book.run("DELETE FROM import_batch WHERE id = ?", (batch_id,))
        if source_id is not None:
            _forget_empty_source(book, source_id)
    return UndoneImport(file_name, len(ids), kept)


def _changed_since(book: Book, batch_id: int) -> tuple[KeptPerson, ...]:
    cases = " ".join(f"WHEN {condition} THEN '{code}'" for code, condition in _REASONS)
    rows = book.rows(
        f"SELECT id, name, why FROM (SELECT id, name, CASE {cases} END AS why FROM person WHERE import_batch_id = ?)"
        " WHERE why IS NOT NULL ORDER BY id",
        (batch_id,),
    )
    return tuple(KeptPerson(person_id, name, why) for person_id, name, why in rows)


def _remove(book: Book, ids: Sequence[int], now: Moment) -> None:
    """Delete people. When they are most of the book, what is derived of the others is quicker made anew."""
    going = [(person_id,) for person_id in ids]
    others = int(book.value("SELECT count(*) FROM person")) - len(ids)
    if len(ids) <= _MANY or len(ids) < others:
        book.run_many("DELETE FROM person WHERE id = ?", going)
        return
    with derived.written_afresh(book):
        book.run_many("DELETE FROM person WHERE id = ?", going)
    standing.refresh_everybody(book, now)


def _forget_empty_source(book: Book, source_id: int) -> None:
    """A source without people, imports and answers was there for this import only."""
    book.run(
        "DELETE FROM source WHERE id = ? AND vendor = '' AND cost_cents IS NULL AND bought_on IS NULL"
        " AND NOT EXISTS (SELECT 1 FROM person WHERE source_id = source.id)"
        " AND NOT EXISTS (SELECT 1 FROM import_batch WHERE source_id = source.id)",
        (source_id,),
    )
