"""What the tests of the dialogs stand on: a small book with nobody in it but Maria, once she is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from planner.services.open_book import OpenBook
from tests.ui.person_builders import add_maria, dress, open_book


@pytest.fixture
def services(tmp_path: Path, qapp: QApplication) -> Iterator[OpenBook]:
    """An empty book, closed afterwards."""
    dress(qapp)
    opened = open_book(tmp_path)
    yield opened
    opened.book.close()


@pytest.fixture
def maria(services: OpenBook) -> int:
    """The id of Maria, of whom much is known."""
    return add_maria(services)
