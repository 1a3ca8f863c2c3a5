"""The parts of a book file beside its people: settings, sources, imports and sheets."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from planner.models import people as table
from planner.models.book import Book
from planner.services.exchange.book_json import reading
from planner.services.exchange.book_json.defaults import source_defaults
from planner.services.exchange.book_json.faults import FaultError, Path
from planner.services.exchange.book_json.plan import Key, source_of
from planner.services.exchange.book_json.shape import ACTIVITY, IMPORT, PRODUCT, SHEET, SHEET_ROW, SOURCE
from planner.services.own_views import VIEWS, add_views
from planner.services.stored import write_setting


class OthersPlan:
    """Checks and writes everything that is no person."""

    def __init__(self, book: Book, document: Mapping[str, Any], *, is_whole: bool) -> None:
        self._book = book
        self._document = document
        self._is_whole = is_whole

    def write_settings(self) -> int:
        """The file's settings, if the book was empty; otherwise the book keeps its own and gets the file's views.

        Answers how many views were added to those of the book.
        """
        found = reading.table(self._document.get("settings", {}), ("settings",))
        for key, value in found.items():
            reading.text(json.dumps(value, ensure_ascii=False), ("settings", key))
            if self._is_whole:
                write_setting(self._book, reading.text(key, ("settings",)), value)
        return 0 if self._is_whole else add_views(self._book, found.get(VIEWS))

    def write_sources(self) -> None:
        """Sources with what is known of them; one that the book has already stays as it is."""
        seen: set[tuple[str, str]] = set()
        for index, each in enumerate(reading.listed(self._document.get("sources", []), ("sources",))):
            path: Path = ("sources", index)
            row = reading.record(each, path, SOURCE)
            if row["is_locked"] is None:
                row |= source_defaults(row)
            if (row["kind"], row["name"]) in seen:
                raise FaultError(path, "json_twice", value=row["name"] or row["kind"])
            seen.add((row["kind"], row["name"]))
            if table.source_id(self._book, row["kind"], row["name"]) is None:
                insert(self._book, "source", row)

    def write_products(self) -> None:
        """Products; one whose name the book knows already stays as it is."""
        known = {name for (name,) in self._book.rows("SELECT name FROM product")}
        seen: set[str] = set()
        for index, each in enumerate(reading.listed(self._document.get("products", []), ("products",))):
            row = reading.record(each, ("products", index), PRODUCT)
            if row["name"] in seen:
                raise FaultError(("products", index, "name"), "json_twice", value=row["name"])
            seen.add(row["name"])
            if row["name"] not in known:
                insert(self._book, "product", row)

    def write_activities(self) -> None:
        """What was done for the business at large; what the book has already is not added again."""
        columns = ("on_date", "kind", "what", "minutes")
        known = set(self._book.rows(f"SELECT {', '.join(columns)} FROM activity"))
        for index, each in enumerate(reading.listed(self._document.get("activities", []), ("activities",))):
            row = reading.record(each, ("activities", index), ACTIVITY)
            if tuple(row[column] for column in columns) not in known:
                insert(self._book, "activity", row)

    def source_id(self, kind: str, name: str) -> int:
        """The source of that kind and name, made if need be; a bought one is locked."""
        found = table.source_id(self._book, kind, name)
        return table.add_source(self._book, kind, name) if found is None else found

    def write_imports(self, first: int) -> dict[Key, int]:
        """Past imports; answers the id that each got by the id it has in the file."""
        ids: dict[Key, int] = {}
        for index, each in enumerate(reading.listed(self._document.get("imports", []), ("imports",))):
            path: Path = ("imports", index)
            row = reading.record(each, path, IMPORT, ("id", "source"))
            source = each.get("source")
            row["source_id"] = None if source is None else self.source_id(*source_of(source, (*path, "source")))
            row["id"] = first + index
            key = each.get("id", index + 1)
            if not isinstance(key, int | str) or isinstance(key, bool):
                raise FaultError((*path, "id"), "json_not_a_whole_number", value=str(key))
            if key in ids:
                raise FaultError((*path, "id"), "json_twice", value=key)
            if (same := self._same_import(row)) is not None:
                ids[key] = same
                continue
            ids[key] = row["id"]
            insert(self._book, "import_batch", row)
        return ids

    def _same_import(self, row: Mapping[str, Any]) -> int | None:
        """The import of the book itself that a file exported from it tells of."""
        if self._is_whole:
            return None
        found: int | None = self._book.value(
            "SELECT id FROM import_batch WHERE file_name = ? AND sha256 = ? AND imported_at = ?",
            (row["file_name"], row["sha256"], row["imported_at"]),
        )
        return found

    def _has_sheet(self, row: Mapping[str, Any]) -> bool:
        sql = "SELECT EXISTS (SELECT 1 FROM sheet WHERE for_date = ? AND made_at = ?)"
        return not self._is_whole and bool(self._book.value(sql, (row["for_date"], row["made_at"])))

    def write_sheets(self, people: Mapping[Key, int]) -> None:
        """Call sheets and their rows. In a book that has sheets the file's get the numbers after those."""
        last = int(self._book.value("SELECT ifnull(max(number), 0) FROM sheet"))
        seen: set[int] = set()
        for index, each in enumerate(reading.listed(self._document.get("sheets", []), ("sheets",))):
            path: Path = ("sheets", index)
            row = reading.record(each, path, SHEET, ("rows",))
            if row["number"] in seen:
                raise FaultError((*path, "number"), "json_twice", value=row["number"])
            seen.add(row["number"])
            if self._has_sheet(row):
                continue
            last += 1
            number = row["number"] if self._is_whole else last
            sheet_id = insert(self._book, "sheet", row | {"number": number})
            self._write_rows(sheet_id, each.get("rows", []), (*path, "rows"), people)

    def _write_rows(self, sheet_id: int, rows: Any, path: Path, people: Mapping[Key, int]) -> None:
        taken: set[int] = set()
        for place, each in enumerate(reading.listed(rows, path)):
            here = (*path, place)
            row = reading.record(each, here, SHEET_ROW, ("person", "position"))
            position = reading.whole(each.get("position", place), (*here, "position"))
            if position in taken:
                raise FaultError((*here, "position"), "json_twice", value=position)
            taken.add(position)
            whose = {"sheet_id": sheet_id, "position": position, "person_id": person_of(each, "person", here, people)}
            insert(self._book, "sheet_row", row | whose)


def person_of(record: Mapping[str, Any], field: str, path: Path, people: Mapping[Key, int]) -> int | None:
    """The id of the person a field names by their id in the file; None when it names nobody."""
    key = record.get(field)
    if key is None:
        return None
    if isinstance(key, bool) or not isinstance(key, int | str) or key not in people:
        raise FaultError((*path, field), "json_unknown_person", value=str(key), nearest="")
    return people[key]


def insert(book: Book, table: str, row: Mapping[str, Any]) -> int:
    """Write one row; answers its id."""
    sql = f"INSERT INTO {table} ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})"
    return book.run(sql, list(row.values()))
