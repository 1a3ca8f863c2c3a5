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
FIRST = """
planner planner.__main__ planner.app planner.screen planner.system
planner.domain planner.domain.errors planner.domain.resources
planner.models planner.models.book planner.models.header planner.models.listing planner.models.migrations
planner.models.trouble
planner.services planner.services.changes planner.services.look planner.services.open_book planner.services.order
planner.services.places planner.services.stored
planner.ui planner.ui.desk planner.ui.desk.first_frame planner.ui.desk.panes planner.ui.desk.window
planner.ui.people planner.ui.people.columns
planner.ui.kit planner.ui.kit.app_icon planner.ui.kit.application planner.ui.kit.change_signal planner.ui.kit.crash
planner.ui.kit.i18n planner.ui.kit.layouts planner.ui.kit.single_instance planner.ui.kit.stylesheet planner.ui.kit.theme
planner.ui.kit.window_state
PySide6.QtCore PySide6.QtGui PySide6.QtWidgets
"""
"""All that the first frame may import of ours and of Qt."""
LATE = {"babel", "holidays", "nameparser", "peewee", "phonenumbers", "qtpy", "segno", "zoneinfo"}
"""What else it must not pay for."""
START = """
import os, sys
from planner import __main__
from planner.ui.desk import Desk

def first_frame_stands(desk):
    from PySide6 import QtCore
    from planner.ui.desk.first_frame import FirstNames
    names = desk.findChild(FirstNames)
    print(names.model().rowCount(), "Qt" in vars(QtCore), *sys.modules, flush=True)
    os._exit(0)

Desk.arrange = first_frame_stands
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
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False, timeout=60)


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
    people, has_names_of_qt, *loaded = done.stdout.split() or [done.stderr, ""]
    assert people == "60"
    assert "PySide6.QtCharts" not in loaded, "charts wait for the reports"
    assert [each for each in loaded if each.startswith(("planner", "PySide6.Qt")) and each not in FIRST.split()] == []
    assert sorted(LATE.intersection(loaded)) == []
    assert has_names_of_qt == "False", "making Qt's namespace takes as long as all of our own imports"


def test_the_lock_files_agree_and_name_no_host() -> None:
    run, test = ((ROOT / "packaging" / f"{name}.lock").read_text(encoding="utf-8") for name in ("run", "test"))
    pins = {line.split(" ")[0] for line in run.splitlines() if "==" in line}
    assert {"pyside6-essentials==6.11.3", "pyside6-addons==6.11.3"} <= pins
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
