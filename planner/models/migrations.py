"""The history of the tables: frozen SQL steps, each done completely or not at all."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from planner.domain.errors import PlannerError

NEWEST = 6
"""The version of the tables this program writes; one file in ``steps`` for each version."""

_STEPS = Path(__file__).parent / "steps"


def bring_up(connection: sqlite3.Connection, path: Path, version: int, application_id: int) -> None:
    """Take the book at ``path`` from ``version`` to the newest tables; an existing book is copied first."""
    if version > 0:
        _keep_a_copy(connection, path, version)
    connection.execute("PRAGMA foreign_keys = OFF")  # a rebuilt table must not take its children with it
    try:
        for number in range(version + 1, NEWEST + 1):
            sql = f"PRAGMA application_id = {application_id}; PRAGMA user_version = {number}; {step_sql(number)}"
            _do(connection, path, sql)
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def step_sql(number: int) -> str:
    """The frozen statements that make version ``number`` out of the one before it."""
    return (_STEPS / f"{number:04}.sql").read_text(encoding="utf-8")


def _do(connection: sqlite3.Connection, path: Path, script: str) -> None:
    """One step in one transaction. Undo ends here: what was logged fits only the tables of its day."""
    try:
        connection.executescript(f"BEGIN IMMEDIATE; {script}; DELETE FROM undo_step; DELETE FROM undo_log;")
        _refuse_orphans(connection, path)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _refuse_orphans(connection: sqlite3.Connection, path: Path) -> None:
    if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise PlannerError("book_damaged", path=path)


def _keep_a_copy(connection: sqlite3.Connection, path: Path, version: int) -> None:
    copy = path.with_name(f"{path.stem}.v{version}{path.suffix}")
    draft = copy.with_name(f"{copy.name}.tmp")
    draft.unlink(missing_ok=True)
    connection.execute("VACUUM INTO ?", (str(draft),))
    draft.replace(copy)
