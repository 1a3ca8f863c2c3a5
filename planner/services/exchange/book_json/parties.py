"""Parties and their guests of a book file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from planner.models.book import Book
from planner.services.exchange.book_json import reading
from planner.services.exchange.book_json.faults import FaultError, Path
from planner.services.exchange.book_json.others import insert, person_of
from planner.services.exchange.book_json.plan import Key
from planner.services.exchange.book_json.shape import GUEST, PARTY


class Parties:
    """Checks and writes parties; ``people`` are the ids of everybody by the id they have in the file."""

    def __init__(self, book: Book, people: Mapping[Key, int], *, is_whole: bool) -> None:
        self._book = book
        self._people = people
        self._is_whole = is_whole

    def write(self, value: Any) -> None:
        """Every party with its host and guests; one that the book has already stays as it is."""
        for index, each in enumerate(reading.listed(value, ("parties",))):
            path: Path = ("parties", index)
            row = reading.record(each, path, PARTY, ("host", "guests"))
            row["person_id"] = person_of(each, "host", path, self._people)
            if self._is_whole or not self._has(row):
                self._guests(insert(self._book, "party", row), each.get("guests", []), (*path, "guests"))

    def _has(self, row: Mapping[str, Any]) -> bool:
        sql = "SELECT EXISTS (SELECT 1 FROM party WHERE person_id IS ? AND on_date = ? AND kind = ? AND name = ?)"
        return bool(self._book.value(sql, (row["person_id"], row["on_date"], row["kind"], row["name"])))

    def _guests(self, party_id: int, value: Any, path: Path) -> None:
        seen: set[int] = set()
        for index, each in enumerate(reading.listed(value, path)):
            here = (*path, index)
            row = reading.record(each, here, GUEST, ("person",))
            person_id = person_of(each, "person", here, self._people)
            if person_id is None:
                raise FaultError(here, "json_missing", field="person")
            if person_id in seen:
                raise FaultError((*here, "person"), "json_twice", value=each["person"])
            seen.add(person_id)
            insert(self._book, "party_guest", row | {"party_id": party_id, "person_id": person_id})
