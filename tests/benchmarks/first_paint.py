"""How long a large book takes to its first frame, beside a bare window with an empty table.

    python tests/benchmarks/first_paint.py --people 100000 --touches 1000000 --rounds 15

Both are started in turn, a cold process each, as large as each other, from the start of Python until the first frame is
on the screen: in the desk one with people's names in their table. Compared are the medians. The bound is 1.35. Told as
well is what the processor alone had to do, which is less disturbed by other programs, and when the rest is there: the
whole list with its bars, and the screens beside it.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from subprocess import DEVNULL, PIPE, Popen

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks._large_book import PEOPLE, ROOT, TOUCHES, large_book

LIMIT = 1.35
SCREEN = {
    "name": "large",
    "x": 0,
    "y": 0,
    "width": 1920,
    "height": 1080,
    "logicalDpi": 96,
    "logicalBaseDpi": 96,
    "dpr": 1,
}
BARE = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, said)

def said():
    print("painted", time.process_time() * 1000, flush=True)

app = QApplication(sys.argv)
window = Window()
window.setCentralWidget(QTableView())
window.resize(1440, 900)
window.show()
app.exec()
"""
DESK = """
import sys, time
from planner import __main__

def first_frame(desk):
    print("painted", time.process_time() * 1000, flush=True)
    from PySide6.QtWidgets import QTableView
    table = desk.findChild(QTableView)
    shown = range(table.rowAt(table.viewport().height() - 1))
    names = [table.model().index(row, 0).data() for row in shown]
    assert table.isVisible() and len(names) > 10 and all(names), "nobody is on the first frame"
    assert (desk.width(), desk.height()) == (1440, 900), "not as large as the bare window"
    arrange(desk)

def second_frame(desk):
    desk.arrange = lambda: None
    assert desk.people.model.rowCount() >= 256, "nobody is in the list"
    print("list", flush=True)
    complete(desk)
    print("everything", flush=True)

def found(name):
    global arrange, complete
    from importlib import import_module as real
    done = real(name)
    if name == __main__._BEFORE_QT[-1]:  # the windows come next
        from planner.app import Program
        from planner.ui.desk.window import Desk
        arrange, Desk.arrange = Desk.arrange, first_frame
        complete, Desk.complete = Desk.complete, second_frame
        Program._settle_in = lambda program: None  # which would write in the book
    return done

__main__.import_module = found
__main__.main([])
"""


def milliseconds(code: str, until: tuple[str, ...], surroundings: dict[str, str]) -> tuple[float, ...]:
    """From the start of a process until it says each of some words; before them, what its processor did for the first.

    The words are said when something has been painted.
    """
    start = time.perf_counter()
    process = Popen([sys.executable, "-c", code], cwd=ROOT, env=surroundings, stdout=PIPE, stderr=DEVNULL)
    assert process.stdout is not None
    worked, taken = 0.0, []
    for word in until:
        line = process.stdout.readline().decode()
        taken.append((time.perf_counter() - start) * 1000)
        said, _, number = line.strip().partition(" ")
        worked = worked or float(number or 0)
        if said != word:
            raise SystemExit(f"a window did not say {word}")
    process.kill()
    process.wait()
    process.stdout.close()
    return worked, *taken


def main() -> int:
    """Print the medians and their ratio; 1 when it is over the bound."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=PEOPLE)
    parser.add_argument("--touches", type=int, default=TOUCHES)
    parser.add_argument("--rounds", type=int, default=15)
    options = parser.parse_args()
    folder = large_book(options.people, options.touches)
    with tempfile.TemporaryDirectory() as scratch:
        screen = Path(scratch) / "screen.json"
        screen.write_text(json.dumps({"screens": [SCREEN]}), encoding="utf-8")
        surroundings = os.environ | {
            "QT_QPA_PLATFORM": f"offscreen:configfile={screen}",
            "WARMBOOK_FOLDER": str(folder),
            # Compiled once, as after any first start, wherever this Python may write.
            "PYTHONPYCACHEPREFIX": scratch,
            "PYTHONDONTWRITEBYTECODE": "",
        }
        bare: list[tuple[float, ...]] = []
        desk: list[tuple[float, ...]] = []
        for _turn in range(options.rounds + 1):
            bare.append(milliseconds(BARE, ("painted",), surroundings))
            desk.append(milliseconds(DESK, ("painted", "list", "everything"), surroundings))
    bare_work, empty = (median(times) for times in zip(*bare[1:], strict=True))  # the first round only compiles
    desk_work, first, listed, everything = (median(times) for times in zip(*desk[1:], strict=True))
    ratio = first / empty
    print(f"first frame in ms, medians of {options.rounds}, {options.people:,} people, {options.touches:,} touches:")
    print(f"  bare window {empty:.0f}   desk {first:.0f}   ratio {ratio:.2f}   (bound {LIMIT})")
    print(f"  the processor alone: {bare_work:.0f}, {desk_work:.0f}, ratio {desk_work / bare_work:.2f}")
    print(f"  then the list {listed:.0f}, everything {everything:.0f}")
    return int(ratio > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
