"""People and the whole book out into a file, in the format that its name asks for."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

from planner.domain.errors import PlannerError
from planner.models.book import Book
from planner.services.exchange import book_json
from planner.services.exchange.book_json.writing import watched
from planner.services.exchange.writing.cards import cards_of
from planner.services.exchange.writing.table import table_of
from planner.services.standing import Progress, without_collecting_garbage
from planner.services.stored import PREFERENCES, read_setting

TABLE_ENCODING = "utf-8-sig"
"""With the mark by which Excel knows Unicode."""
_COMMA_COUNTRIES = frozenset("US GB CA AU NZ IE IN PH MX JP KR CN TH MY SG HK IL ZA NG KE PR".split())
"""Where a number has a point, Excel cuts lists at commas; elsewhere at semicolons."""


def write_book(book: Book, path: Path, progress: Progress | None = None) -> int:
    """Write the whole book (``.json``), or its people for Excel and Google (``.csv``) or for a phone (``.vcf``).

    Lists hold nobody who was put away or removed. Answers how many people were written.

    Raises PlannerError: file_not_written, cancelled.
    """
    if path.suffix.casefold() not in (".csv", ".vcf"):
        return book_json.write_book(book, path, progress)
    everybody = watched(book_json.people_of(book), int(book.value("SELECT count(*) FROM person")), progress)
    with without_collecting_garbage():  # which would look at everybody again and again, and let no other thread go on
        return _write_list(book, path, [person for person in everybody if _is_listed(person)])


def write_people(book: Book, path: Path, ids: Collection[int], progress: Progress | None = None) -> int:
    """Write these people, put away or not, for a phone (``.vcf``) or else for Excel and Google.

    Answers how many were written. Raises PlannerError: file_not_written, cancelled.
    """
    with without_collecting_garbage():
        return _write_list(book, path, list(watched(book_json.people_of(book, ids), len(ids), progress)))


def _write_list(book: Book, path: Path, people: list[dict[str, Any]]) -> int:
    if path.suffix.casefold() == ".vcf":
        write_text(path, cards_of(people), "utf-8")
    else:
        write_text(path, table_of(people, delimiter_of(book)), TABLE_ENCODING)
    return len(people)


def write_text(path: Path, text: str, encoding: str) -> None:
    """Write a file whole or not at all. Raises PlannerError file_not_written."""
    draft = path.with_name(f"{path.name}.tmp")
    try:
        draft.write_bytes(text.encode(encoding))
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise PlannerError("file_not_written", path=path, reason=error.strerror or "") from error


def delimiter_of(book: Book) -> str:
    """What divides the cells of a table where the user's Excel reads it."""
    kept = read_setting(book, PREFERENCES)
    country = kept.get("country", "US") if isinstance(kept, dict) else "US"
    return "," if country in _COMMA_COUNTRIES else ";"


def _is_listed(person: dict[str, Any]) -> bool:
    return not person.keys() & {"archived_on", "removed_on", "deceased"}
