"""Importing: look at a file, bring its people in as one step, look back, take it back."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from planner.domain.errors import PlannerError
from planner.domain.moment import Moment
from planner.domain.person import Closeness, SourceKind
from planner.domain.text import one_line
from planner.models.book import Book, as_instant
from planner.services.bulk import Bulk
from planner.services.changes import EVERYTHING, Change, Changes
from planner.services.exchange.book_file import TABLE_ENCODING, delimiter_of, write_text
from planner.services.exchange.book_json import BookImport, import_book, parsed
from planner.services.exchange.book_json.shape import FORMAT
from planner.services.exchange.cleaning.dates import Order, order_of
from planner.services.exchange.cleaning.person import Rules, clean
from planner.services.exchange.hints import other_country
from planner.services.exchange.left_out import left_out_table
from planner.services.exchange.matching import Known
from planner.services.exchange.opening import Opened, open_bytes, read_file
from planner.services.exchange.preview import Counts, ImportOptions, PastImport, Preview, PreviewRow, Progress
from planner.services.exchange.problems import Problem
from planner.services.exchange.reading.detect import Kind, detect
from planner.services.exchange.reading.table import Left
from planner.services.exchange.remembered import recall, remember
from planner.services.exchange.storing import ensure_source, store
from planner.services.exchange.undoing import UndoneImport, take_back
from planner.services.preferences import PreferencesStore
from planner.services.standing import without_collecting_garbage

_MONTH_FIRST_COUNTRIES = frozenset({"US", "PH", "PR", "GU", "VI", "AS", "FM", "MH", "PW"})
_RULES_OF = date(2026, 1, 1)
"""Two-digit years are read as on this day when nobody says what day it is."""
_SAID_EVERY = 500
_PAST = (
    "SELECT import_batch.id, file_name, format, imported_at, source.kind, source.name, people,"
    " (SELECT count(*) FROM person WHERE import_batch_id = import_batch.id"
    " AND removed_on IS NULL), skipped"
    " FROM import_batch LEFT JOIN source ON source.id = source_id"
)


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did: the new people and their rows, the doubles it left out, the lines that brought nobody."""

    batch_id: int
    file_name: str
    people: tuple[int, ...]
    rows: tuple[PreviewRow, ...]
    already: tuple[PreviewRow, ...]
    skipped: tuple[Left, ...]
    source_is_locked: bool


class Imports:
    """Files brought into one book."""

    def __init__(self, book: Book, changes: Changes) -> None:
        self._book = book
        self._changes = changes

    def preview(
        self,
        path: Path,
        options: ImportOptions | None = None,
        now: Moment | None = None,
        progress: Progress | None = None,
    ) -> Preview:
        """What ``path`` would bring; the book stays as it is.

        Raises PlannerError: file_missing, file_unreadable, file_too_large, ``file_is_…``, unknown_encoding, cancelled.
        """
        wanted = options or ImportOptions()
        data = read_file(path)
        with self._undisturbed():
            opened = open_bytes(data, wanted)
            if kept := {} if wanted.mapping else recall(self._book, [each.header for each in opened.columns]):
                wanted = replace(wanted, mapping=kept)
                opened = open_bytes(data, wanted)
            return self._previewed(path, data, opened, wanted, now.today if now else _RULES_OF, progress)

    def commit(self, preview: Preview, now: Moment, progress: Progress | None = None) -> ImportResult:
        """Bring the new people of ``preview`` in: all of them, as one step of undo, or nobody at all.

        Raises PlannerError: import_brings_nobody, cancelled, and those of the book.
        """
        options = preview.options
        with self._undisturbed(), self._book.step("import", now, name=preview.file_name) as detail:
            rows = Known.of(self._book, preview.sha256).judge(preview.rows)
            new = [row for row in rows if row.same_as is None]
            if not new:
                raise PlannerError("import_brings_nobody", name=preview.file_name, already=len(rows))
            already = tuple(row for row in rows if row.same_as is not None)
            source_id = ensure_source(self._book, options.source_kind, one_line(options.source_name))
            batch_id = self._book.run(
                "INSERT INTO import_batch (file_name, sha256, format, imported_at, source_id, people, skipped)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    preview.file_name,
                    preview.sha256,
                    preview.format,
                    as_instant(now),
                    source_id,
                    len(new),
                    len(already) + len(preview.left),
                ),
            )
            remember(self._book, preview.headers, options.mapping)
            ids = store(self._book, new, source_id, batch_id, now, progress)
            detail |= {"count": len(ids), "batch_id": batch_id}
            is_locked = bool(self._book.value("SELECT is_locked FROM source WHERE id = ?", (source_id,)))
        self._changes.announce(Change.PEOPLE | Change.SOURCES | Change.IMPORTS)
        return ImportResult(batch_id, preview.file_name, tuple(ids), tuple(new), already, preview.left, is_locked)

    def is_book(self, path: Path) -> bool:
        """Whether a file is a whole book and no list: ``bring_book`` takes it.

        Raises PlannerError as ``preview``, and ``json_…`` for a JSON file that is no book.
        """
        data = read_file(path, limit=None)
        kind = detect(data)
        if kind is Kind.JSON:
            parsed(data, path.name)
        return kind in (Kind.BOOK, Kind.JSON)

    def bring_book(self, path: Path, now: Moment, progress: Progress | None = None) -> BookImport:
        """Bring a whole book file in. Raises PlannerError ``json_…`` with the line of what cannot be, ``cancelled``."""
        with self._undisturbed():
            done = import_book(self._book, path, now, progress)
        self._changes.announce(EVERYTHING)
        return done

    def past(self) -> list[PastImport]:
        """Every list that was brought in and of which anything is left, the newest first."""
        sql = f"{_PAST} WHERE format <> ? ORDER BY imported_at DESC, import_batch.id DESC"
        return [_past(row) for row in self._book.rows(sql, (FORMAT,))]

    def save_left_out(
        self, preview: Preview, reasons: Collection[tuple[int, str]], titles: tuple[str, str], path: Path
    ) -> None:
        """Write lines of the file into a table of their own, each with why it was left out.

        Raises PlannerError: file_changed, file_missing, file_unreadable, file_not_written.
        """
        write_text(path, left_out_table(preview, reasons, titles, delimiter_of(self._book)), TABLE_ENCODING)

    def undo(self, batch_id: int, now: Moment) -> UndoneImport:
        """Take an import back, at any later time. Raises PlannerError no_such_import."""
        with self._undisturbed():
            undone = take_back(self._book, batch_id, now)
        self._changes.announce(Change.PEOPLE | Change.SOURCES | Change.IMPORTS)
        return undone

    def mark(self, ids: Collection[int], closeness: Closeness, now: Moment) -> None:
        """Say how near imported people are: who of them one actually knows (practice 002-01)."""
        if ids:
            Bulk(self._book, self._changes).set_closeness(ids, closeness, now)

    def _previewed(
        self, path: Path, data: bytes, opened: Opened, options: ImportOptions, today: date, progress: Progress | None
    ) -> Preview:
        preferences = PreferencesStore(self._book, self._changes).load()
        country = options.country or preferences.country
        order, order_matters = _order(opened, options, country, preferences.month_first)
        rules = Rules(
            country,
            order,
            today,
            options.closeness,
            options.source_kind,
            one_line(options.source_name),
            one_line(options.tag),
            opened.key_prefix,
        )
        sha256 = hashlib.sha256(data).hexdigest()
        rows, left = _cleaned(opened, rules, progress)
        hint = other_country(rows, country)
        rows = Known.of(self._book, sha256).judge(rows)
        new = [row for row in rows if row.same_as is None]
        return Preview(
            path,
            sha256,
            opened.format,
            opened.encoding,
            opened.delimiter,
            tuple(column.header for column in opened.columns),
            tuple(opened.columns),
            tuple(rows),
            tuple(left),
            Counts(len(rows), len(new), len(rows) - len(new), sum(row.needs_a_look for row in new), len(left)),
            (*opened.notes, *([hint] if hint else [])),
            replace(options, country=country),
            opened.has_header,
            order.month_first,
            order_matters,
            self._before(sha256),
        )

    def _before(self, sha256: str) -> PastImport | None:
        row = self._book.row(f"{_PAST} WHERE sha256 = ? ORDER BY import_batch.id DESC LIMIT 1", (sha256,))
        return _past(row) if row else None

    @contextmanager
    def _undisturbed(self) -> Iterator[None]:
        """A thread that works for the screen has a connection of its own and closes it."""
        try:
            with without_collecting_garbage():
                yield
        finally:
            if threading.current_thread() is not threading.main_thread():
                self._book.close()


def _order(opened: Opened, options: ImportOptions, country: str, habit: bool | None) -> tuple[Order, bool]:
    """Which comes first in 03/04/1985, and whether any date of the file leaves that open."""
    if options.day_first is not None:
        return Order(not options.day_first, is_sure=True), True
    month_first = habit if habit is not None else country in _MONTH_FIRST_COUNTRIES
    order = order_of(opened.dates, month_first)
    other = order_of(opened.dates, not month_first)
    return order, order != other and any(text.count("/") == 2 or text.count("-") == 2 for text in opened.dates)


def _cleaned(opened: Opened, rules: Rules, progress: Progress | None) -> tuple[list[PreviewRow], list[Left]]:
    rows: list[PreviewRow] = []
    left = list(opened.left)
    for done, raw in enumerate(opened.raws, 1):
        found = clean(raw, rules)
        draft = found.draft
        if draft.name or draft.phones or draft.emails or draft.company:
            rows.append(PreviewRow(raw.line, draft, found.problems, found.stops, found.introduced_by))
        else:
            left.append(Left(raw.line, "row_names_nobody", _shown(found.problems)))
        if progress is not None and done % _SAID_EVERY == 0 and not progress(done, opened.total):
            raise PlannerError("cancelled")
    return rows, sorted(left, key=lambda line: line.line)


def _shown(problems: tuple[Problem, ...]) -> str:
    return " · ".join(str(problem.facts["text"]) for problem in problems if problem.facts.get("text"))[:200]


def _past(row: tuple[Any, ...]) -> PastImport:
    batch_id, file_name, form, imported_at, kind, name, people, people_now, skipped = row
    return PastImport(
        batch_id,
        file_name,
        form,
        date.fromisoformat(imported_at[:10]),
        SourceKind(kind or SourceKind.UNKNOWN),
        name or "",
        people,
        people_now,
        skipped,
    )
