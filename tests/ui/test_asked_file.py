"""A double click on a book: Windows and Linux start the program with it, macOS sends it an event."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from planner import __main__, app, cli, system

ROOT = Path(__file__).resolve().parents[2]
HEARS = """
from PySide6.QtGui import QFileOpenEvent
from planner.ui.kit.application import Application

app = Application(["warmbook"])
app.file_asked.connect(print)
app.sendEvent(app, QFileOpenEvent("/books/Mine.warmbook"))
"""


def test_the_event_of_macos_is_heard() -> None:
    """In a program of its own, for there can be one application alone."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", HEARS], env=environment, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "/books/Mine.warmbook"


@pytest.mark.parametrize(
    ("words", "who"),
    [
        (["/books/My book.warmbook"], "windows"),
        (["--zone", "America/Denver", "B.warmbook"], "windows"),
        (["--book", "B.warmbook"], "windows"),
        (["today", "--book", "B.warmbook"], "verbs"),
        (["check"], "verbs"),
        (["--help"], "verbs"),
    ],
)
def test_a_book_opens_the_windows_and_a_verb_does_not(
    monkeypatch: pytest.MonkeyPatch, words: list[str], who: str
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(app, "main", lambda _words: asked.append("windows"))
    monkeypatch.setattr(cli, "main", lambda _words: asked.append("verbs"))
    __main__.main(words)
    assert asked == [who]


def test_the_file_is_the_book() -> None:
    assert system.options(["A b.warmbook"]).book == Path("A b.warmbook")
    assert system.options(["--book", "C.warmbook"]).book == Path("C.warmbook")
    assert system.options([]).book is None
