"""The history of the tables and what it has come to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from planner.models import migrations, rows, tables
from planner.models.book import Book
from planner.models.undo import TABLES
from tests.builders import NOW, add_person


@contextmanager
def bound_to(book: Book) -> Iterator[None]:
    """Let the models read and write this book."""
    with book.db.bind_ctx(tables.MODELS, bind_refs=False, bind_backrefs=False):
        yield


def _as_built(book: Book, table: str) -> list[tuple[Any, ...]]:
    return [
        (name, kind, bool(filled) or bool(key), default, bool(key))
        for _, name, kind, filled, default, key in book.rows(f"PRAGMA table_info({table})")
    ]


def _as_modelled(model: Any) -> list[tuple[Any, ...]]:
    return [
        (
            field.column_name,
            field.ddl_datatype(model._meta.database.get_sql_context()).sql,
            not field.null,
            _in_sql(field.default),
            field.primary_key,
        )
        for field in model._meta.sorted_fields
    ]


def _in_sql(default: object) -> str | None:
    if default is None:
        return None
    return f"'{default}'" if isinstance(default, str) else str(int(default))  # type: ignore[call-overload]


def test_every_table_has_its_model() -> None:
    assert tuple(model._meta.table_name for model in tables.MODELS) == TABLES


@pytest.mark.parametrize("model", tables.MODELS, ids=lambda model: model._meta.table_name)
def test_the_history_builds_exactly_todays_tables(book: Book, model: Any) -> None:
    with bound_to(book):
        modelled = _as_modelled(model)
    assert sorted(modelled) == sorted(_as_built(book, model._meta.table_name))


@pytest.mark.parametrize("model", tables.MODELS, ids=lambda model: model._meta.table_name)
def test_what_goes_with_what_is_modelled_as_built(book: Book, model: Any) -> None:
    built = {
        (column, table, on_delete)
        for _, _, table, column, _, _, on_delete, _ in book.rows(f"PRAGMA foreign_key_list({model._meta.table_name})")
    }
    modelled = {(field.column_name, field.rel_model._meta.table_name, field.on_delete) for field in model._meta.refs}
    assert modelled == built


def test_every_reference_has_an_index_to_go_back_by(book: Book) -> None:
    """Or removing a row searches whole tables for those that point at it."""
    for table in (*TABLES, "standing", "due"):
        firsts = {
            book.value(f"SELECT name FROM pragma_index_info('{index[1]}') WHERE seqno = 0")
            for index in book.rows(f"PRAGMA index_list({table})")
        } | {row[1] for row in book.rows(f"PRAGMA table_info({table})") if row[5] == 1}
        pointing = {row[3] for row in book.rows(f"PRAGMA foreign_key_list({table})")}
        assert pointing <= firsts, table


def test_models_write_into_the_running_step(book: Book) -> None:
    with bound_to(book), book.step("test", NOW):
        source = rows.Source.create(kind="event", name="Fair")
        ann = rows.Person.create(name="Ann", added_on="2026-11-23", source=source)
        rows.Touch.create(person=ann, on_date="2026-11-23", kind="note", points=0.1, entered_at="x")
    with bound_to(book):
        assert rows.Person.get(rows.Person.source == source).name == "Ann"
        assert rows.Touch.get().points == 0.1
    assert [step.what for step in book.undo_steps(9)] == ["test"]


def test_each_version_has_one_step() -> None:
    names = sorted(path.name for path in Path(migrations.__file__).with_name("steps").iterdir())
    assert names == [f"{number:04}.sql" for number in range(1, migrations.NEWEST + 1)]


def test_defaults_of_the_tables_are_enough_for_somebody_with_a_name(book: Book) -> None:
    ann = add_person(book, "Ann")
    assert book.row("SELECT closeness, stage, leap_rule, rev FROM person WHERE id = ?", (ann,)) == (
        "acquaintance",
        "new",
        "feb_28",
        0,
    )
