"""How long the desk of a large book takes to its first frame, beside a bare window with an empty table.

    python tests/benchmarks/first_paint.py --people 100000 --touches 1000000 --rounds 15

Both are started in turn, a cold process each, from the start of Python until the first frame is on the screen: in the
desk one with people in it. Compared are the medians. The bound is 1.35.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from subprocess import DEVNULL, PIPE, Popen

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks._large_book import AT, PEOPLE, ROOT, TOUCHES, ZONE, large_book

LIMIT = 1.35
BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, said)

def said():
    print("painted", flush=True)

app = QApplication(sys.argv)
window = Window()
window.setCentralWidget(QTableView())
window.resize(1440, 900)
window.show()
app.exec()
"""
DESK = """
import sys
from planner import __main__

def said(desk):
    assert desk.people.model.rowCount() >= 256, "nobody is on the first frame"
    print("painted", flush=True)

def found(name):
    from importlib import import_module as real
    done = real(name)
    if name == __main__._BEFORE_QT[-1]:  # the windows come next
        from planner.ui.desk.window import Desk
        Desk.complete = said
    return done

__main__.import_module = found
__main__.main(sys.argv[1:])
"""


def milliseconds(code: str, words: list[str], surroundings: dict[str, str]) -> float:
    """From the start of a process until it says that it has painted."""
    start = time.perf_counter()
    process = Popen([sys.executable, "-c", code, *words], cwd=ROOT, env=surroundings, stdout=PIPE, stderr=DEVNULL)
    assert process.stdout is not None
    line = process.stdout.readline()
    taken = (time.perf_counter() - start) * 1000
    process.kill()
    process.wait()
    process.stdout.close()
    if line != b"painted\n":
        raise SystemExit("a window was not painted")
    return taken


def main() -> int:
    """Print the medians and their ratio; 1 when it is over the bound."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=PEOPLE)
    parser.add_argument("--touches", type=int, default=TOUCHES)
    parser.add_argument("--rounds", type=int, default=15)
    options = parser.parse_args()
    folder = large_book(options.people, options.touches)
    with tempfile.TemporaryDirectory() as compiled:
        surroundings = os.environ | {
            "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
            "WARMBOOK_FOLDER": str(folder),
            # Compiled once, as after any first start, wherever this Python may write.
            "PYTHONPYCACHEPREFIX": compiled,
            "PYTHONDONTWRITEBYTECODE": "",
        }
        words = ["--at", AT, "--zone", ZONE]
        bare: list[float] = []
        desk: list[float] = []
        for turn in range(options.rounds + 1):
            times = milliseconds(BARE, [], surroundings), milliseconds(DESK, words, surroundings)
            if turn:  # the first round only compiles
                bare.append(times[0])
                desk.append(times[1])
    ratio = median(desk) / median(bare)
    print(f"first frame in ms, medians of {options.rounds}, {options.people:,} people, {options.touches:,} touches:")
    print(f"  bare window {median(bare):.0f}   desk {median(desk):.0f}   ratio {ratio:.2f}   (bound {LIMIT})")
    return int(ratio > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
