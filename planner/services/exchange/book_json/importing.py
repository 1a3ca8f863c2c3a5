"""A book file in: checked as a whole, then written as one step, or nothing at all."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any

from planner.domain.errors import PlannerError
from planner.domain.moment import Moment
from planner.models.book import Book, as_instant
from planner.services import standing
from planner.services.exchange.book_json import reading
from planner.services.exchange.book_json.faults import FaultError, line_of, nearest, spelled
from planner.services.exchange.book_json.known import people_brought_by, set_aside
from planner.services.exchange.book_json.others import OthersPlan
from planner.services.exchange.book_json.parties import Parties
from planner.services.exchange.book_json.plan import TABLES, Ids, PeoplePlan
from planner.services.exchange.book_json.shape import FORMAT, VERSION
from planner.services.exchange.opening import read_file
from planner.services.stored import PREFERENCES, read_setting

_KNOWN = (
    *("format", "version", "settings", "sources", "products", "imports", "people", "parties", "activities", "sheets"),
    "$schema",
)


@dataclass(frozen=True, slots=True)
class BookImport:
    """What a book file brought. ``is_whole``: into an empty book, so ids, settings and sheet numbers are the file's.

    ``already`` people of the file were in the book and stayed as they were; ``views`` were added to the book's own.
    """

    people: int
    touches: int
    is_whole: bool
    already: int = 0
    views: int = 0


def import_book(
    book: Book, path: FilePath, now: Moment, progress: Callable[[int, int], bool] | None = None
) -> BookImport:
    """Bring a book file in. Into a book with people in it new people and views are added; its settings stay.

    Raises PlannerError ``json_…`` with path and line of the first thing that cannot be, ``file_…``, ``cancelled``,
    ``import_brings_nobody`` when the file was brought in before or everybody in it is there already.
    """
    return load(book, read_file(path, limit=None), path.name, now, progress)


def load(
    book: Book, data: bytes, name: str, now: Moment, progress: Callable[[int, int], bool] | None = None
) -> BookImport:
    """As ``import_book``, from bytes; ``name`` is what the file is called."""
    sha256 = hashlib.sha256(data).hexdigest()
    if (before := people_brought_by(book, sha256)) is not None:
        raise PlannerError("import_brings_nobody", name=name, already=before)
    text, document = parsed(data, name)
    try:
        with book.step("book_imported", now, name=name) as detail:
            done = _write(book, document, now)
            if done.already and not done.people:
                raise PlannerError("import_brings_nobody", name=name, already=done.already)
            _note(book, name, sha256, done, now)
            detail["count"] = done.people
            standing.refresh_everybody(book, now, progress)
    except FaultError as fault:
        place = {"at": spelled(fault.path), "line": line_of(text, fault.path), "name": name}
        raise PlannerError(fault.code, **place, **fault.facts) from fault
    return done


def _note(book: Book, name: str, sha256: str, done: BookImport, now: Moment) -> None:
    """Remember the file, so that it is known when it comes again."""
    book.run(
        "INSERT INTO import_batch (file_name, sha256, format, imported_at, people, skipped) VALUES (?, ?, ?, ?, ?, ?)",
        (name, sha256, FORMAT, as_instant(now), done.people, done.already),
    )


def parsed(data: bytes, name: str) -> tuple[str, dict[str, Any]]:
    """The text of a book file and what it says. Raises PlannerError ``json_…`` for what is no book file."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PlannerError("json_not_utf8", name=name, line=data.count(b"\n", 0, error.start) + 1) from error
    try:
        document = json.loads(text, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise PlannerError("json_syntax", name=name, line=error.lineno, column=error.colno) from error
    except (ValueError, RecursionError) as error:
        raise PlannerError("json_syntax", name=name, line=1, column=1) from error
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise PlannerError("json_not_a_book", name=name)
    version = document.get("version", VERSION)
    if isinstance(version, int) and version > VERSION:
        raise PlannerError("json_too_new", name=name, version=version)
    return text, document


def _no_number(word: str) -> float:
    raise ValueError(word)


def _write(book: Book, document: Mapping[str, Any], now: Moment) -> BookImport:
    for key in document:
        if key not in _KNOWN:
            raise FaultError((key,), "json_unknown_field", field=key, nearest=nearest(key, _KNOWN))
    reading.whole(document.get("version", VERSION), ("version",), 1)
    is_whole = not book.value("SELECT EXISTS (SELECT 1 FROM person) OR EXISTS (SELECT 1 FROM sheet)")
    first = {table: _next(book, table) for table in ("person", "promise", "purchase", "import_batch")}
    ids = Ids(first["person"], first["promise"], first["purchase"], first["import_batch"], is_whole)
    others = OthersPlan(book, document, is_whole=is_whole)
    views = others.write_settings()
    others.write_sources()
    others.write_products()
    batches = others.write_imports(ids.batch)
    people = PeoplePlan(ids, _country(book), batches, now.today.isoformat())
    plan = people.read(document.get("people", []))
    already = 0 if is_whole else set_aside(book, people)
    sources = {person_id: others.source_id(kind, name) for person_id, (kind, name) in people.sources}
    for row in plan.people:
        row["source_id"] = sources.get(row["id"])
    _insert(book, "person", plan.people)
    for table in ("promise", *(name for name in TABLES if name != "promise")):
        _insert(book, table, plan.lists[table])
    book.run_many("INSERT INTO tag (person_id, name) VALUES (?, ?)", plan.tags)
    book.run_many("UPDATE person SET introduced_by_id = ? WHERE id = ?", plan.introduced)
    Parties(book, people.known, is_whole=is_whole).write(document.get("parties", []))
    others.write_activities()
    others.write_sheets(people.known)
    return BookImport(len(plan.people), len(plan.lists["touch"]), is_whole, already, views)


def _insert(book: Book, table: str, rows: Iterable[Mapping[str, Any]]) -> None:
    """Write rows that all have the same columns."""
    found = list(rows)
    if found:
        columns = list(found[0])
        blanks = ", ".join("?" * len(columns))
        sql = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({blanks})"
        book.run_many(sql, [[row[column] for column in columns] for row in found])


def _next(book: Book, table: str) -> int:
    last: int | None = book.value("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,))
    return (last or 0) + 1


def _country(book: Book) -> str:
    kept = read_setting(book, PREFERENCES)
    country = kept.get("country") if isinstance(kept, dict) else None
    return country if isinstance(country, str) and country else "US"
