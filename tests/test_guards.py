"""Guards against what has bitten before: a Qt that aborts, a slow start, old time zones."""

from __future__ import annotations

import subprocess
import sys
from importlib import metadata
from pathlib import Path

import PySide6
import pytest
import tzdata

from planner.domain.moment import Moment
from planner.models.book import Book
from planner.services import demo

ROOT = Path(__file__).resolve().parent.parent
LATE = (
    "PySide6.QtCharts",
    "PySide6.QtNetwork",
    "PySide6.QtPrintSupport",
    "babel",
    "holidays",
    "nameparser",
    "peewee",
    "phonenumbers",
    "planner.domain.decide",
    "planner.domain.law",
    "planner.domain.search",
    "planner.services.laws",
    "planner.services.standing",
    "planner.services.today",
    "planner.ui.dialogs",
    "planner.ui.person",
    "planner.ui.today",
    "playhouse.migrations",
    "qtawesome",
    "qtpy",
    "segno",
)
"""What the first frame must not pay for."""
START = """
import os, sys
from planner import __main__
from planner.ui.desk import Desk

def first_frame_stands(desk):
    print(*sys.modules, flush=True)
    os._exit(0)

Desk.complete = first_frame_stands
__main__.main(["--book", sys.argv[1], "--at", sys.argv[2]])
"""

VERB = """
import sys
from planner import __main__

code = __main__.main(sys.argv[1:])
print(*sys.modules, file=sys.stderr)
sys.exit(code)
"""


def python(source: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a few lines in a fresh interpreter."""
    command = [sys.executable, "-c", source, *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)


def test_qt_outlives_many_calls() -> None:
    """PySide6 6.12.0 drops one reference to None at each call and aborts Python 3.11 after some five thousand."""
    done = python(
        "from PySide6.QtCore import QObject\nfor _ in range(20_000):\n    QObject().setObjectName('a')\nprint('alive')"
    )
    assert (done.returncode, done.stdout.strip()) == (0, "alive"), done.stderr


def test_qt_is_the_one_that_was_checked() -> None:
    assert PySide6.__version__ == "6.11.3"
    assert metadata.version("shiboken6") == "6.11.3"


def test_the_first_frame_imports_nothing_that_can_wait(book: Book, now: Moment) -> None:
    demo.fill(book, now)
    book.close()
    done = python(START, str(book.path), "2026-12-01T08:45")
    loaded = set(done.stdout.split())
    assert "PySide6.QtWidgets" in loaded, done.stderr
    assert sorted(loaded & set(LATE)) == []


def test_the_lock_files_agree_and_name_no_host() -> None:
    run, test = ((ROOT / "packaging" / f"{name}.lock").read_text(encoding="utf-8") for name in ("run", "test"))
    pins = {line.split(" ")[0] for line in run.splitlines() if "==" in line}
    assert "pyside6-essentials==6.11.3" in pins
    assert pins <= {line.split(" ")[0] for line in test.splitlines() if "==" in line}
    assert "://" not in run + test
    assert run.count("--hash=sha256:") >= len(pins)


def test_time_zones_are_the_bundled_ones() -> None:
    """The rules of the year's last change must not depend on how old a system is."""
    assert [int(part) for part in metadata.version("tzdata").split(".")] >= [2026, 2]
    done = python("import planner, zoneinfo; print(*zoneinfo.TZPATH, zoneinfo.ZoneInfo('America/Chicago'))")
    [place, zone] = done.stdout.rsplit(maxsplit=1)
    assert Path(place) == Path(tzdata.__file__).parent / "zoneinfo"
    assert zone == "America/Chicago"


@pytest.mark.parametrize("verb", [["today"], ["check"], ["sheet", "--pdf"]])
def test_verbs_without_a_window_import_no_widgets(verb: list[str], book: Book, now: Moment, tmp_path: Path) -> None:
    demo.fill(book, now)
    book.close()
    words = [*verb, *([str(tmp_path / "sheet.pdf")] if verb[0] == "sheet" else [])]
    done = python(VERB, *words, "--book", str(book.path), "--at", "2026-12-01T08:45", "--zone", "America/Chicago")
    assert done.returncode == 0, done.stderr
    loaded = set(done.stderr.split())
    assert "planner.cli" in loaded
    assert "PySide6.QtWidgets" not in loaded
