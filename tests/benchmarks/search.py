"""How long it takes from a key typed in the search until its people are painted, in the desk of a large book.

    python tests/benchmarks/search.py --people 100000 --touches 1000000

Words are typed key by key as somebody types them and taken back key by key. The bounds are 16 ms for the median and for
the ninth tenth.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from statistics import median, quantiles

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.ui.desk import Desk
from tests.benchmarks._large_desk import large_desk, options

LIMIT = 16.0
LONGEST = 100.0
"""What everybody notices, in ms: not even one key may take so long."""
WORDS = ("maria", "smith", "kowal", "jo ann", "delgado", "303 555", "example", "xylo", "ng", "art", "owen b", "zel")
BETWEEN_KEYS = 45
"""Milliseconds between two keys: a quick typist."""
PAUSE = 260
"""Milliseconds after a word, in which the list reads the rest."""


class Painted(QObject):
    """Knows whether the list was painted since it was last asked to forget."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._sheet = desk.people.table.viewport()
        self.is_painted = False
        self._sheet.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002, N802  # Qt's
        """Notice painting (Qt's name)."""
        self.is_painted |= event.type() == QEvent.Type.Paint
        return False


def key_to_paint(desk: Desk, painted: Painted, key: str | Qt.Key) -> float:
    """Type one key; answers the milliseconds until the list of its people is on the screen."""
    QTest.qWait(BETWEEN_KEYS)
    painted.is_painted = False
    before = desk.people.model.search
    start = time.perf_counter()
    if isinstance(key, str):
        QTest.keyClicks(desk.toolbar.search, key)
    else:
        QTest.keyClick(desk.toolbar.search, key)
    if desk.people.model.search == before:
        return 0.0
    while not painted.is_painted and desk.people.table.isVisible():
        QApplication.processEvents()
    QApplication.processEvents()
    return (time.perf_counter() - start) * 1000


def measure(desk: Desk) -> list[float]:
    """Type and take back every word."""
    painted = Painted(desk)
    taken: list[float] = []
    for word in WORDS:
        taken += [key_to_paint(desk, painted, letter) for letter in word]
        QTest.qWait(PAUSE)
        taken += [key_to_paint(desk, painted, Qt.Key.Key_Backspace) for _letter in word]
        QTest.qWait(PAUSE)
    return [each for each in taken if each]


def main() -> int:
    """Print the times; 1 when they are over a bound."""
    wanted = options(__doc__)
    desk, services = large_desk(wanted)
    desk.toolbar.search.setFocus()
    taken = measure(desk)
    middle, ninth = median(taken), quantiles(taken, n=10)[-1]
    print(f"{len(taken)} keys in a book of {wanted.people:,} people, from key to paint in ms:")
    print(f"  median {middle:.1f}   ninth tenth {ninth:.1f}   longest {max(taken):.1f}", end="   ")
    print(f"(bounds {LIMIT:.0f}, {LIMIT:.0f}, {LONGEST:.0f})")
    desk.close()
    services.book.close()
    return int(max(middle, ninth) > LIMIT or max(taken) > LONGEST)


if __name__ == "__main__":
    sys.exit(main())
