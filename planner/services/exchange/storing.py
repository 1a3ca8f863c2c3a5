"""Many new people written at once: ids given in advance, one statement for each table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from planner.domain.errors import PlannerError
from planner.domain.moment import Moment
from planner.domain.person import SourceKind, Stage
from planner.domain.search import fold
from planner.models import people as table
from planner.models import stages
from planner.models.book import Book
from planner.services import standing
from planner.services.draft_rows import list_rows, person_row
from planner.services.exchange.preview import PreviewRow, Progress

_AT_ONCE = 1000
_MANY = 2000
_PERSON = (
    f"INSERT INTO person (id, {', '.join(table.COLUMNS)}, stage, added_on, import_batch_id)"
    f" VALUES ({', '.join('?' * (len(table.COLUMNS) + 4))})"
)
_LISTS = {
    name: f"INSERT INTO {name} (person_id, position, {', '.join(columns)}) VALUES (?, ?{', ?' * len(columns)})"
    for name, columns in table.LISTS.items()
}
_TAG = "INSERT OR IGNORE INTO tag (person_id, name) VALUES (?, ?)"
_STOP = "INSERT INTO stop_rule (person_id, channel, on_date, words, asked_by) VALUES (?, ?, ?, ?, 'list')"


def store(
    book: Book, rows: Sequence[PreviewRow], source_id: int | None, batch_id: int, now: Moment, progress: Progress | None
) -> range:
    """Write the people of ``rows`` in the running transaction and answer their ids. Raises PlannerError cancelled."""
    first = _next_id(book)
    total = 2 * len(rows)
    waiting = iter(enumerate(rows, first))
    done = 0
    while part := list(islice(waiting, _AT_ONCE)):
        _write(book, part, source_id, batch_id, now)
        done += len(part)
        if progress is not None and not progress(done, total):
            raise PlannerError("cancelled")
    ids = range(first, first + len(rows))
    _introduce(book, rows, first)
    _derive(book, ids, now, progress)
    return ids


def _next_id(book: Book) -> int:
    last: int | None = book.value("SELECT seq FROM sqlite_sequence WHERE name = 'person'")
    return (last or 0) + 1


def _write(
    book: Book, part: Sequence[tuple[int, PreviewRow]], source_id: int | None, batch_id: int, now: Moment
) -> None:
    today = now.today.isoformat()
    people, lists = [], {name: list[tuple[object, ...]]() for name in table.LISTS}
    for person_id, row in part:
        values = person_row(row.draft, source_id)
        people.append(
            (person_id, *(values[column] for column in table.COLUMNS), row.draft.stage.value, today, batch_id)
        )
        for name, found in list_rows(row.draft).items():
            lists[name] += [(person_id, position, *each) for position, each in enumerate(found)]
    book.run_many(_PERSON, people)
    moved = [(person_id, row.draft.stage) for person_id, row in part if row.draft.stage is not Stage.NEW]
    stages.note_many(book, [(person_id, today, Stage.NEW.value, stage.value) for person_id, stage in moved])
    for name, found_rows in lists.items():
        book.run_many(_LISTS[name], found_rows)
    book.run_many(_TAG, [(person_id, tag) for person_id, row in part for tag in row.draft.tags])
    book.run_many(
        _STOP,
        [(person_id, channel or None, today, words) for person_id, row in part for channel, words in row.stops],
    )


def _introduce(book: Book, rows: Sequence[PreviewRow], first: int) -> None:
    """Tie people to whoever introduced them, where exactly one person bears that name."""
    wanted = [(person_id, fold(row.introduced_by)) for person_id, row in enumerate(rows, first) if row.introduced_by]
    if not wanted:
        return
    by_name: dict[str, list[int]] = {}
    for person_id, name in book.rows("SELECT id, name FROM person WHERE name <> '' AND removed_on IS NULL"):
        by_name.setdefault(fold(name), []).append(person_id)
    book.run_many(
        "UPDATE person SET introduced_by_id = ? WHERE id = ?",
        [
            (by_name[name][0], person_id)
            for person_id, name in wanted
            if len(by_name.get(name, ())) == 1 and by_name[name][0] != person_id
        ],
    )


def _derive(book: Book, ids: range, now: Moment, progress: Progress | None) -> None:
    others = book.value("SELECT count(*) FROM standing")
    if len(ids) > _MANY and len(ids) * 2 > others:
        standing.refresh_everybody(
            book,
            now,
            lambda done, total: progress is None or progress(len(ids) + done * len(ids) // total, 2 * len(ids)),
        )
        return
    for done, part in enumerate(_parts(ids), 1):
        standing.refresh(book, part, now)
        if progress is not None and not progress(len(ids) + min(done * _AT_ONCE, len(ids)), 2 * len(ids)):
            raise PlannerError("cancelled")


def _parts(ids: range) -> Iterator[range]:
    for at in range(ids.start, ids.stop, _AT_ONCE):
        yield range(at, min(at + _AT_ONCE, ids.stop))


def ensure_source(book: Book, kind: SourceKind, name: str) -> int | None:
    """The source of an import; a bought one is locked until its checklist is answered. None when it says nothing."""
    if kind is SourceKind.UNKNOWN and not name:
        return None
    found = table.source_id(book, kind.value, name)
    return table.add_source(book, kind.value, name) if found is None else found
