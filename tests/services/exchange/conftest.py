"""A book to import into, and files made in a line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from planner.domain.moment import Moment
from planner.models.book import Book
from planner.services.changes import Changed, Changes
from planner.services.exchange.imports import Imports
from planner.services.exchange.preview import ImportOptions, Preview

WriteFile = Callable[..., Path]
LookAt = Callable[..., Preview]


@pytest.fixture
def changes() -> Changes:
    return Changes()


@pytest.fixture
def heard(changes: Changes) -> list[Changed]:
    told: list[Changed] = []
    changes.subscribe(told.append)
    return told


@pytest.fixture
def imports(book: Book, changes: Changes) -> Imports:
    return Imports(book, changes)


@pytest.fixture
def write_file(tmp_path: Path) -> WriteFile:
    """Write text or bytes as a file; answers its path."""

    def write(content: str | bytes, name: str = "people.csv", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        return path

    return write


@pytest.fixture
def look_at(imports: Imports, write_file: WriteFile, now: Moment) -> LookAt:
    """Preview text or bytes as a file, with options by name."""

    def look(content: str | bytes, name: str = "people.csv", **options: object) -> Preview:
        return imports.preview(write_file(content, name), ImportOptions(**options), now)  # type: ignore[arg-type]

    return look
