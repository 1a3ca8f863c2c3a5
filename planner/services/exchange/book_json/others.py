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
from planner.services.exchange.book_json.shape import IMPORT, SHEET, SHEET_ROW, SOURCE
from planner.services.stored import write_setting


class OthersPlan:
    """Checks and writes everything that is no person."""

    def __init__(self, book: Book, document: Mapping[str, Any], *, is_whole: bool) -> None:
        self._book = book
        self._document = document
        self._is_whole = is_whole

    def write_settings(self) -> None:
        """The file's settings, if the book was empty; otherwise the book keeps its own."""
        found = reading.table(self._document.get("settings", {}), ("settings",))
        for key, value in found.items():
            reading.text(json.dumps(value, ensure_ascii=False), ("settings", key))
            if self._is_whole:
                write_setting(self._book, reading.text(key, ("settings",)), value)

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
                columns = ", ".join(row)
                blanks = ", ".join("?" * len(row))
                self._book.run(f"INSERT INTO source ({columns}) VALUES ({blanks})", list(row.values()))

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
            columns = ", ".join(row)
            self._book.run(
                f"INSERT INTO import_batch ({columns}) VALUES ({', '.join('?' * len(row))})", list(row.values())
            )
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
            sheet_id = self._book.run(
                "INSERT INTO sheet (number, for_date, made_at) VALUES (?, ?, ?)",
                (number, row["for_date"], row["made_at"]),
            )
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
            person = each.get("person")
            if person is not None and (isinstance(person, bool) or person not in people):
                raise FaultError((*here, "person"), "json_unknown_person", value=str(person), nearest="")
            columns = ["sheet_id", "position", "person_id", *row]
            values = [sheet_id, position, None if person is None else people[person], *row.values()]
            self._book.run(
                f"INSERT INTO sheet_row ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})", values
            )
