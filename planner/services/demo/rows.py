"""Rows gathered for the book, and written in one go without an undo step."""

from __future__ import annotations

from collections.abc import Iterable

from planner.domain.person import SourceKind
from planner.models.book import Book

_COLUMNS = {
    "source": "kind, name, vendor, bought_on, origin, is_locked",
    "person": "name, given, family, call_me, company, job, closeness, stage, stage_until, birth_month, birth_day,"
    " birth_year, zone, how_known, in_common, life, remember, introduced_by_id, source_id, preferred_channel,"
    " best_times, keep_in_touch_days, is_favourite, added_on",
    "phone": "person_id, label, typed, e164, is_wrong",
    "email": "person_id, label, address",
    "address": "person_id, label, street, city, region, postcode, country",
    "social": "person_id, network, handle",
    "tag": "person_id, name",
    "permission": "person_id, channel, topics, basis, words, given_on, place, revoked_on, revoked_words",
    "stop_rule": "person_id, channel, on_date, words, asked_by",
    "promise": "person_id, kind, due_on, window, at_time, zone, channel, reason, words, made_on",
    "thank_you": "person_id, trigger_kind, due_on, about",
    "touch": "person_id, on_date, at_time, zone, kind, points, channel, direction, purpose, words, note, wants_answer,"
    " expects_call, entered_at",
    "product": "name, category, days_supply, is_seasonal",
    "purchase": "person_id, on_date, delivered_on, began",
    "purchase_line": "purchase_id, person_id, position, product, quantity",
    "party": "person_id, kind, name, on_date, at_time, zone, goal, booked_on",
    "party_guest": "party_id, person_id, status",
    "membership": "person_id, joined_on, joined_at, zone, raised_hand, trained_on, launch_on, goals",
    "commitment": "person_id, what, by_date, words, made_on, status",
    "interest": "person_id, scope, topic, on_date, words, raised_hand, why",
    "said_no": "person_id, scope, on_date, words",
    "life_pause": "person_id, since, until, what",
    "plan_step": "person_id, plan, anchor_on, step, done_on",
    "activity": "on_date, kind, what, minutes",
    "sheet": "number, for_date, made_at",
    "sheet_row": "sheet_id, position, person_id, name, phone, band, action, entered_on",
}


class Rows:
    """New rows of every table with their ids, in the order in which the tables must be filled."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._new: dict[str, list[tuple[object, ...]]] = {table: [] for table in _COLUMNS}
        self._last = {table: last_id(book, table) for table in _COLUMNS}
        known = book.rows("SELECT kind, name, id FROM source")
        self._sources = {(str(kind), str(name)): int(id_) for kind, name, id_ in known}

    def add(self, table: str, *values: object) -> int:
        """Gather one row; returns the id it will have."""
        self._last[table] += 1
        self._new[table].append((self._last[table], *values))
        return self._last[table]

    def source(self, kind: SourceKind, name: str, bought_on: str | None = None) -> int:
        """The id of a source, gathered when it is new. Bought lists are locked, as the rules want it."""
        if (kind, name) not in self._sources:
            is_bought = kind is SourceKind.BOUGHT
            vendor, origin = ("Example Lists", "unknown") if is_bought else ("", "")
            row = (kind, name, vendor, bought_on if is_bought else None, origin, int(is_bought))
            self._sources[kind, name] = self.add("source", *row)
        return self._sources[kind, name]

    def count(self, table: str) -> int:
        """How many rows of ``table`` are gathered."""
        return len(self._new[table])

    def write(self) -> None:
        """Put everything gathered into the book, inside the caller's transaction, and forget it."""
        for table, columns in _COLUMNS.items():
            write_many(self._book, table, columns, self._new[table])
            self._new[table] = []


def last_id(book: Book, table: str) -> int:
    """The highest id in a table."""
    return int(book.value(f"SELECT coalesce(max(id), 0) FROM {table}"))


def write_many(book: Book, table: str, columns: str, rows: Iterable[tuple[object, ...]]) -> None:
    """Insert ``rows``, each with its id first, at the speed of plain SQL."""
    blanks = ", ".join("?" * (columns.count(",") + 2))
    book.run_many(f"INSERT INTO {table} (id, {columns}) VALUES ({blanks})", rows)
