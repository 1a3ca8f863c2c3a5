"""What every test stands on: a fixed moment, a real book on a real file, no screen, no network, nobody's own data."""

from __future__ import annotations

import os
import runpy
import socket
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import hypothesis
import pytest

from planner.domain.moment import Moment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.models.book import Book

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before anybody imports Qt
os.environ.pop("LANGUAGE", None)
if sys.platform.startswith("linux"):
    os.environ["LC_ALL"] = "C.UTF-8"  # the one locale that every system has; Qt warns of others

runpy.run_path(str(Path(__file__).parents[1] / "packaging" / "words.py"))["compile_stale"]()

hypothesis.settings.register_profile("steady", deadline=None, derandomize=True)
hypothesis.settings.register_profile("explore", deadline=None, max_examples=2000)
hypothesis.settings.load_profile("steady")  # --hypothesis-profile=explore looks further


@pytest.fixture(autouse=True, scope="session")
def _nobodys_own_data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Point every place where a system keeps a person's data at an empty folder."""
    home = str(tmp_path_factory.mktemp("home"))
    places = ["HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"]
    places += [f"XDG_{kind}_HOME" for kind in ("DATA", "CONFIG", "CACHE", "STATE")]
    with pytest.MonkeyPatch.context() as patch:
        for place in places:
            patch.setenv(place, home)
        yield


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail a test that reaches for the network."""

    def refuse(*_address: object) -> NoReturn:
        pytest.fail("this test reached for the network")

    for way in ("connect", "connect_ex"):
        monkeypatch.setattr(socket.socket, way, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.fixture
def now() -> Moment:
    """Tuesday, 1 December 2026, a quarter to nine in Chicago."""
    return Moment.at(datetime(2026, 12, 1, 8, 45), "America/Chicago")  # noqa: DTZ001 - Moment takes the wall clock


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    """An empty book on a real file, closed afterwards."""
    from planner.models.book import Book

    opened = Book.open(tmp_path / "book.warmbook")
    yield opened
    opened.close()
