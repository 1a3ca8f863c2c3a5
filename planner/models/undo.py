"""Undo for every table at once: triggers write down how to take each change back.

The idea is SQLite's own (https://sqlite.org/undoredo.html). Two things differ: rows *born* in a step are not written
down one by one but as one range of ids per table, so that an import of a hundred thousand people costs a few lines;
and what is written down are values, so that many rows go back in one statement.

Rewinding runs with foreign keys off: what a cascade did was written down too, so the log alone restores every row.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

TABLES = (
    "source",
    "import_batch",
    "person",
    "phone",
    "email",
    "address",
    "social",
    "detail",
    "tag",
    "promise",
    "touch",
    "permission",
    "stop_rule",
    "thank_you",
    "stage_since",
    "product",
    "purchase",
    "purchase_line",
    "party",
    "party_guest",
    "membership",
    "commitment",
    "interest",
    "said_no",
    "life_pause",
    "plan_step",
    "activity",
    "sheet",
    "sheet_row",
    "listed",
    "setting",
)
"""Everything a person enters. Derived tables are refreshed after undo, never rewound."""

KEPT_STEPS = 50

_LET_GO = """UPDATE person SET introduced_by_id = NULL
WHERE introduced_by_id IS NOT NULL AND introduced_by_id NOT IN (SELECT id FROM person)"""
"""Nobody was introduced by somebody who has left the book for good meanwhile."""

_ALL_ROWS = 2**63 - 1
_BATCH = 500


@dataclass(frozen=True, slots=True)
class LoggedStep:
    """One step of the history as the book keeps it; ``at`` is an instant in UTC as ISO text."""

    id: int
    what: str
    detail: dict[str, Any]
    at: str
    is_undone: bool


@dataclass(frozen=True, slots=True)
class Turned:
    """What taking a step back, or doing it again, has touched."""

    tables: frozenset[str]
    people: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Table:
    """Name, key column, the column that says whose row it is, and all stored columns of a table."""

    name: str
    key: str
    person: str
    columns: tuple[str, ...]


class UndoLog:
    """The undo log of one connection. ``begin`` and ``end`` are called inside the transaction of a step."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Hang the triggers on the tables; they rest until ``begin``. Not inside a transaction: it could fail."""
        self._run = connection.execute
        self._tables = {name: _read_table(connection, name) for name in TABLES}
        self._first = 0
        self._run("CREATE TEMP TABLE undo_mark (tbl TEXT PRIMARY KEY, upto INTEGER NOT NULL) WITHOUT ROWID")
        for table in self._tables.values():
            for trigger in _triggers(table):
                self._run(trigger)

    def begin(self) -> None:
        """Write down from now on what happens to rows that exist already."""
        self._listen(dict(self._run("SELECT name, seq FROM sqlite_sequence")))

    def end(self, what: str, at: str, detail: Mapping[str, Any]) -> int | None:
        """Close the step and return its id, or None when nothing has changed. Steps undone before are forgotten."""
        self._log_born()
        self._run("DELETE FROM undo_mark")
        last_seq = self._last_seq()
        if last_seq < self._first:
            return None
        self._forget("is_undone")
        step_id = self._run(
            "INSERT INTO undo_step(what, detail, at, first_seq, last_seq) VALUES (?, ?, ?, ?, ?)",
            (what, json.dumps(detail, ensure_ascii=False, default=str), at, self._first, last_seq),
        ).lastrowid
        self._forget(f"id NOT IN (SELECT id FROM undo_step ORDER BY id DESC LIMIT {KEPT_STEPS})")
        return step_id

    def turn(self, step_id: int) -> Turned:
        """Take a step back, or do it again when it is undone: the same work, as each writes down the other.

        Inside a transaction and with foreign keys off.
        """
        first, last = self._run("SELECT first_seq, last_seq FROM undo_step WHERE id = ?", (step_id,)).fetchone()
        self._listen(dict.fromkeys(TABLES, _ALL_ROWS))
        people = self._people(first, last)
        upper = last
        while batch := self._run(
            "SELECT seq, tbl, op, row_key, body FROM undo_log WHERE seq BETWEEN ? AND ? ORDER BY seq DESC LIMIT ?",
            (first, upper, _BATCH * 10),
        ).fetchall():
            upper = batch[-1][0] - 1
            self._replay(batch)
        self._run("DELETE FROM undo_mark")
        self._run(_LET_GO)
        people |= self._people(self._first, self._last_seq())
        tables = self._run("SELECT DISTINCT tbl FROM undo_log WHERE seq >= ?", (self._first,)).fetchall()
        self._run("DELETE FROM undo_log WHERE seq BETWEEN ? AND ?", (first, last))
        self._run(
            "UPDATE undo_step SET is_undone = NOT is_undone, first_seq = ?, last_seq = ? WHERE id = ?",
            (self._first, self._last_seq(), step_id),
        )
        return Turned(frozenset(name for (name,) in tables), frozenset(people))

    def _listen(self, upto: Mapping[str, int]) -> None:
        """Log changes of rows with an id of at most ``upto`` of their table; ids above belong to rows being born."""
        self._first = self._last_seq() + 1
        for name in TABLES:
            self._run("INSERT INTO undo_mark VALUES (?, ?)", (name, upto.get(name, 0)))

    def _log_born(self) -> None:
        upto = dict(self._run("SELECT tbl, upto FROM undo_mark"))
        for name, last in self._run("SELECT name, seq FROM sqlite_sequence").fetchall():
            first = upto.get(name, last) + 1
            if first <= last and self._run(f"SELECT 1 FROM {name} WHERE id BETWEEN ? AND ?", (first, last)).fetchone():
                self._run(
                    "INSERT INTO undo_log(tbl, op, row_key, body) VALUES (?, 'born', ?, ?)", (name, first, str(last))
                )

    def _last_seq(self) -> int:
        (seq,) = self._run("SELECT max(seq) FROM undo_log").fetchone()
        return seq or 0

    def _forget(self, which: str) -> None:
        spans = self._run(f"SELECT first_seq, last_seq FROM undo_step WHERE {which}").fetchall()
        for span in spans:
            self._run("DELETE FROM undo_log WHERE seq BETWEEN ? AND ?", span)
        if spans:
            self._run(f"DELETE FROM undo_step WHERE {which}")

    def _people(self, first: int, last: int) -> set[int]:
        """Everybody the logged rows belong to, and everybody of a source that changed."""
        rows = self._run(
            "SELECT person_id FROM undo_log WHERE seq BETWEEN ?1 AND ?2 AND person_id IS NOT NULL UNION "
            "SELECT person.id FROM undo_log JOIN person ON person.source_id = undo_log.row_key "
            "WHERE seq BETWEEN ?1 AND ?2 AND tbl = 'source'",
            (first, last),
        )
        return {person_id for (person_id,) in rows}

    def _replay(self, batch: Iterable[tuple[int, str, str, Any, str]]) -> None:
        """Run logged changes, newest first. Only the order within a table matters while foreign keys are off."""
        by_table = sorted(batch, key=lambda entry: entry[1])  # stable: stays newest first within a table
        for (name, op), entries in groupby(by_table, key=lambda entry: entry[1:3]):
            for sql, params in _statements(self._tables[name], op, [entry[3:5] for entry in entries]):
                self._run(sql, params)


def read_steps(connection: sqlite3.Connection, limit: int) -> list[LoggedStep]:
    """The newest steps first, undone ones among them."""
    rows = connection.execute(
        "SELECT id, what, detail, at, is_undone FROM undo_step ORDER BY id DESC LIMIT ?", (limit,)
    )
    return [LoggedStep(id_, what, json.loads(detail), at, bool(gone)) for id_, what, detail, at, gone in rows]


def _statements(table: _Table, op: str, rows: list[tuple[Any, str]]) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """The statements that bring logged ``rows`` of one kind back. Every name comes from the book's own tables."""
    if op == "gone":
        columns = ",".join(table.columns)
        for at in range(0, len(rows), _BATCH):
            values = ",".join(body for _, body in rows[at : at + _BATCH])
            yield f"INSERT OR REPLACE INTO {table.name}({columns}) VALUES {values}", ()
    for key, body in rows:
        if op == "changed":
            yield f"UPDATE OR REPLACE {table.name} SET {body} WHERE {table.key} = ?", (key,)
        elif op == "added":
            yield f"DELETE FROM {table.name} WHERE {table.key} = ?", (key,)
        elif op == "born":
            yield f"DELETE FROM {table.name} WHERE {table.key} BETWEEN ? AND ?", (key, int(body))


def _read_table(connection: sqlite3.Connection, name: str) -> _Table:
    info = connection.execute(f"PRAGMA table_info({name})").fetchall()  # leaves out generated columns, as INSERT must
    columns = tuple(row[1] for row in info)
    key = next(row[1] for row in info if row[5])
    person = "id" if name == "person" else "person_id" if "person_id" in columns else ""
    return _Table(name, key, person, columns)


def _triggers(table: _Table) -> tuple[str, str, str]:
    """One trigger for each way a row can change; temporary, so that the book's own tables stay plain."""
    name, key = table.name, table.key
    limit = f"(SELECT upto FROM undo_mark WHERE tbl = '{name}')"
    listens = {row: f"{row}.id <= {limit}" if key == "id" else f"{limit} IS NOT NULL" for row in ("old", "new")}
    whose = {row: f"{row}.{table.person}" if table.person else "NULL" for row in ("old", "new")}
    values = " || ',' || ".join(_quoted(column) for column in table.columns)
    differs = " OR ".join(f"old.{column} IS NOT new.{column}" for column in table.columns)
    changed = " || ".join(
        f"CASE WHEN old.{column} IS NOT new.{column} THEN ',{column}=' || {_quoted(column)} ELSE '' END"
        for column in table.columns
    )
    into = "INSERT INTO undo_log(tbl, op, row_key, person_id, body)"
    return (
        f"""CREATE TEMP TRIGGER undo_added_{name} AFTER INSERT ON main.{name} WHEN {listens["new"]} BEGIN
            {into} VALUES ('{name}', 'added', new.{key}, {whose["new"]}, ''); END""",
        f"""CREATE TEMP TRIGGER undo_gone_{name} AFTER DELETE ON main.{name} WHEN {listens["old"]} BEGIN
            {into} VALUES ('{name}', 'gone', old.{key}, {whose["old"]}, '(' || {values} || ')'); END""",
        f"""CREATE TEMP TRIGGER undo_changed_{name} AFTER UPDATE ON main.{name} WHEN {listens["old"]} AND ({differs})
            BEGIN {into} VALUES ('{name}', 'changed', new.{key}, {whose["old"]}, ltrim({changed}, ',')); END""",
    )


def _quoted(column: str) -> str:
    """An old value as SQL; ``quote`` alone ends a text at its first NUL."""
    old = f"old.{column}"
    return (
        f"CASE WHEN typeof({old}) = 'text' AND instr({old}, char(0)) "
        f"THEN 'CAST(' || quote(CAST({old} AS BLOB)) || ' AS TEXT)' ELSE quote({old}) END"
    )
