"""The book out into a file: every field that says something, in an order that never changes."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from planner.domain.errors import PlannerError
from planner.models.book import Book
from planner.services.exchange.book_json.defaults import name_parts, source_defaults, touch_defaults, whole_name
from planner.services.exchange.book_json.items import Item, Kind
from planner.services.exchange.book_json.shape import (
    ACTIVITY,
    FORMAT,
    GUEST,
    IMPORT,
    LISTS,
    ORDER_LINE,
    PARTY,
    PERSON,
    POSITIONED,
    PRODUCT,
    SHEET,
    SHEET_ROW,
    SHORT,
    SOURCE,
    VERSION,
)

_ORDER = {
    "promises": "due_on, id",
    "touches": "on_date, ifnull(at_time, ''), id",
    "orders": "on_date, id",
    "memberships": "joined_on, id",
    "commitments": "by_date, id",
    "noes": "on_date, id",
    "pauses": "since, id",
    "stages": "on_date, id",
    "listed": "on_date, id",
} | dict.fromkeys(POSITIONED, "position, id")
_MORE = {"permissions": ("topics",), "touches": ("promise_id",), "promises": ("id",), "orders": ("id",)}
_NAME_PARTS = ("given", "middle", "family")
_AT_ONCE = 500
_IS_LIST = "(format <> ? OR EXISTS (SELECT 1 FROM person WHERE import_batch_id = import_batch.id))"
"""That a book file came in concerns the book it came into; what it brought is in the file anyway."""

_Record = dict[str, Any]


def export_book(book: Book) -> dict[str, Any]:
    """Everything in the book, as JSON can say it; what is derived or only for undo stays behind."""
    document = {key: list(value) if isinstance(value, Iterator) else value for key, value in _parts(book).items()}
    return {key: value for key, value in document.items() if value not in ([], {})}


def write_book(book: Book, path: Path, progress: Callable[[int, int], bool] | None = None) -> int:
    """Write the book to ``path``, whole or not at all; answers how many people it holds.

    One line for each record keeps a large file quick to read and easy to compare.

    Raises PlannerError: file_not_written, cancelled.
    """
    everybody = int(book.value("SELECT count(*) FROM person"))
    parts = _parts(book)
    parts["people"] = watched(parts["people"], everybody, progress)
    draft = path.with_name(f"{path.name}.tmp")
    try:
        with draft.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(lines_of(parts))
        draft.replace(path)
    except OSError as error:
        raise PlannerError("file_not_written", path=path, reason=error.strerror or "") from error
    finally:
        draft.unlink(missing_ok=True)
    return everybody


def watched(records: Iterable[_Record], total: int, progress: Callable[[int, int], bool] | None) -> Iterator[_Record]:
    """The same records; ``progress`` hears how many of how many went by. Raises PlannerError: cancelled."""
    for done, record in enumerate(records, 1):
        yield record
        if progress is not None and done % _AT_ONCE == 0 and not progress(done, total):
            raise PlannerError("cancelled")


def people_of(book: Book, wanted: Collection[int] | None = None) -> Iterator[_Record]:
    """Everybody in the book as the file has them, or only those wanted, one after the other."""
    yield from _people(book, {}, wanted)


def lines_of(document: Mapping[str, Any]) -> Iterator[str]:
    """The text of a book file, piece by piece; lists that are empty are left out."""
    separator = "{\n"
    for key, value in document.items():
        if isinstance(value, Iterable) and not isinstance(value, str | Mapping):
            records = iter(value)
            first = next(records, None)
            if first is None:
                continue
            yield f"{separator} {_text(key)}: [\n  {_text(first)}"
            yield from (f",\n  {_text(record)}" for record in records)
            yield "\n ]"
        elif value != {}:
            yield f"{separator} {_text(key)}: {_text(value)}"
        separator = ",\n"
    yield "\n}\n"


def _parts(book: Book) -> dict[str, Any]:
    batch_ids = book.rows(f"SELECT id FROM import_batch WHERE {_IS_LIST} ORDER BY id", (FORMAT,))
    batches = {batch_id: number for number, (batch_id,) in enumerate(batch_ids, 1)}
    return {
        "format": FORMAT,
        "version": VERSION,
        "settings": _settings(book),
        "sources": (_record(SOURCE, row, source_defaults(row)) for row in _rows(book, "source", SOURCE)),
        "products": (_record(PRODUCT, row) for row in _rows(book, "product", PRODUCT, order="name")),
        "imports": _imports(book, batches),
        "people": _people(book, batches),
        "parties": _parties(book),
        "activities": (_record(ACTIVITY, row) for row in _rows(book, "activity", ACTIVITY, order="on_date, id")),
        "sheets": _sheets(book),
    }


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _settings(book: Book) -> dict[str, Any]:
    return {key: _parsed(value) for key, value in book.rows("SELECT key, value FROM setting ORDER BY key")}


def _parsed(value: str) -> Any:
    try:
        return json.loads(value)
    except ValueError:
        return value


def _rows(
    book: Book,
    table: str,
    items: Sequence[Item],
    more: Sequence[str] = (),
    order: str = "id",
    among: tuple[str, int, int] | None = None,
) -> Iterator[_Record]:
    """Rows of a table as records; ``among`` limits a column to what lies between two numbers."""
    columns = [*(item.column for item in items), *more]
    where = f" WHERE {among[0]} BETWEEN ? AND ?" if among else ""
    for row in book.rows(
        f"SELECT {', '.join(columns)} FROM {table}{where} ORDER BY {order}", among[1:] if among else ()
    ):
        yield dict(zip(columns, row, strict=True))


def _record(items: Iterable[Item], row: Mapping[str, Any], defaults: Mapping[str, Any] | None = None) -> _Record:
    """The fields of a row that are not what they would be if they were left out."""
    told = defaults or {}
    return {
        item.key: _value(item, row[item.column])
        for item in items
        if item.is_required or row[item.column] != told.get(item.column, item.default)
    }


def _value(item: Item, value: Any) -> Any:
    if item.kind is Kind.FLAG:
        return bool(value)
    if item.kind is Kind.NUMBER and float(value).is_integer():
        return int(value)
    return value


def _imports(book: Book, batches: Mapping[int, int]) -> Iterator[_Record]:
    sources = _source_names(book)
    for row in _rows(book, "import_batch", IMPORT, ("id", "source_id")):
        if row["id"] not in batches:
            continue
        record = {"id": batches[row["id"]]} | _record(IMPORT, row)
        if row["source_id"] is not None:
            record["source"] = sources[row["source_id"]]
        yield record


def _source_names(book: Book) -> dict[int, Any]:
    """How a record names its source: by kind, and by name if it has one."""
    return {
        source_id: {"kind": kind, "name": name} if name else kind
        for source_id, kind, name in book.rows("SELECT id, kind, name FROM source")
    }


def _people(book: Book, batches: Mapping[int, int], wanted: Collection[int] | None = None) -> Iterator[_Record]:
    """Everybody, some hundreds at a time, so that a large book never stands in memory as a whole."""
    sources = _source_names(book)
    promises = _promise_numbers(book)
    more = ("id", "birth_month", "birth_day", "birth_year", "source_id", "introduced_by_id", "import_batch_id")
    ids = [person_id for (person_id,) in book.rows("SELECT id FROM person ORDER BY id")]
    for among in _spans(ids) if wanted is None else _runs(ids, wanted):
        lists = _lists(book, among, promises)
        for row in _rows(book, "person", PERSON, more, among=("id", *among)):
            record = {"id": row["id"]} | _person(row)
            if row["birth_month"] is not None:
                record["birthday"] = _birthday(row["birth_year"], row["birth_month"], row["birth_day"])
            if row["source_id"] is not None:
                record["source"] = sources[row["source_id"]]
            if row["introduced_by_id"] is not None:
                record["introduced_by"] = row["introduced_by_id"]
            if row["import_batch_id"] in batches:
                record["import"] = batches[row["import_batch_id"]]
            yield record | lists.get(row["id"], {})


def _spans(ids: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The first and the last id of each part."""
    for at in range(0, len(ids), _AT_ONCE):
        yield ids[at], ids[min(at + _AT_ONCE, len(ids)) - 1]


def _runs(ids: Sequence[int], wanted: Collection[int]) -> Iterator[tuple[int, int]]:
    """The parts that hold those wanted and nobody else."""
    among = frozenset(wanted)
    for is_wanted, run in groupby(ids, key=among.__contains__):
        if is_wanted:
            yield from _spans(list(run))


def _person(row: Mapping[str, Any]) -> _Record:
    """Names that would be put together or taken apart differently on the way in are written out, also when empty."""
    record = _record(PERSON, row)
    has_parts = any(row[part] for part in _NAME_PARTS)
    if has_parts and not row["name"] and whole_name(row):
        record = {"name": ""} | record
    if row["name"] and not has_parts:
        told = name_parts(row["name"])
        if any(told[part] != row[part] for part in told):
            record["given"] = ""
    return record


def _birthday(year: int | None, month: int, day: int) -> str:
    return f"{month:02}-{day:02}" if year is None else f"{year:04}-{month:02}-{day:02}"


def _lists(book: Book, among: tuple[int, int], promises: Mapping[int, int]) -> dict[int, _Record]:
    """The lists of those who have any, of people whose ids lie ``among`` two."""
    found: defaultdict[int, _Record] = defaultdict(dict)
    tags = "SELECT person_id, name FROM tag WHERE person_id BETWEEN ? AND ? ORDER BY id"
    for person_id, name in book.rows(tags, among):
        found[person_id].setdefault("tags", []).append(name)
    lines = _order_lines(book, among)
    for key, (table, items) in LISTS.items():
        more = _MORE.get(key, ())
        order = _ORDER.get(key, "id")
        for row in _rows(book, table, items, ("person_id", *more), order, ("person_id", *among)):
            record = _listed(key, items, row, promises)
            if key == "orders" and row["id"] in lines:
                record["lines"] = lines[row["id"]]
            found[row["person_id"]].setdefault(key, []).append(record)
    return found


def _order_lines(book: Book, among: tuple[int, int]) -> dict[int, list[_Record]]:
    """The lines of each order, in their order."""
    found: defaultdict[int, list[_Record]] = defaultdict(list)
    order = "purchase_id, position, id"
    for row in _rows(book, "purchase_line", ORDER_LINE, ("purchase_id",), order, ("person_id", *among)):
        found[row["purchase_id"]].append(_record(ORDER_LINE, row))
    return found


def _promise_numbers(book: Book) -> dict[int, int]:
    """A number for each promise that a touch belongs to."""
    rows = book.rows("SELECT DISTINCT promise_id FROM touch WHERE promise_id IS NOT NULL ORDER BY promise_id")
    known = book.rows("SELECT person_id, due_on, id FROM promise ORDER BY person_id, due_on, id")
    wanted = {promise_id for (promise_id,) in rows}
    return {row[2]: number for number, row in enumerate((row for row in known if row[2] in wanted), 1)}


def _listed(key: str, items: Sequence[Item], row: Mapping[str, Any], promises: Mapping[int, int]) -> Any:
    record = _record(items, row, touch_defaults(row) if key == "touches" else None)
    if key == "phones":
        record["e164"] = row["e164"]
    elif key == "permissions" and row["topics"] != "any":
        record["topics"] = [topic for topic in row["topics"].split(",") if topic]
    elif key == "touches" and row["promise_id"] is not None:
        record["promise"] = promises[row["promise_id"]]
    elif key == "promises" and row["id"] in promises:
        record = {"id": promises[row["id"]]} | record
    short = SHORT.get(key)
    return record[short] if short is not None and set(record) == {short} else record


def _parties(book: Book) -> Iterator[_Record]:
    guests: defaultdict[int, list[_Record]] = defaultdict(list)
    for row in _rows(book, "party_guest", GUEST, ("party_id", "person_id"), "party_id, id"):
        guests[row["party_id"]].append({"person": row["person_id"]} | _record(GUEST, row))
    for row in _rows(book, "party", PARTY, ("id", "person_id"), "on_date, id"):
        record = {} if row["person_id"] is None else {"host": row["person_id"]}
        record |= _record(PARTY, row)
        yield record | ({"guests": guests[row["id"]]} if row["id"] in guests else {})


def _sheets(book: Book) -> Iterator[_Record]:
    lines: defaultdict[int, list[_Record]] = defaultdict(list)
    for row in _rows(book, "sheet_row", SHEET_ROW, ("sheet_id", "position", "person_id"), "sheet_id, position, id"):
        place = len(lines[row["sheet_id"]])
        record: _Record = {} if row["position"] == place else {"position": row["position"]}
        if row["person_id"] is not None:
            record["person"] = row["person_id"]
        lines[row["sheet_id"]].append(record | _record(SHEET_ROW, row))
    for row in _rows(book, "sheet", SHEET, ("id",), "number"):
        record = _record(SHEET, row)
        yield record | ({"rows": lines[row["id"]]} if row["id"] in lines else {})
