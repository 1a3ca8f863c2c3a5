"""How long the window stands still while somebody works in a large book: nothing may take longer than a frame.

    python tests/benchmarks/frames.py --people 100000 --touches 1000000

The list is scrolled by wheel and bar, lines are chosen with the arrow keys, views are changed, and thank-yous
are logged. Counted is the longest time that the event loop is not free because of it, be it for the key or for what a
timer does after it, until everything is painted. The bound is 16 ms for nine of ten of each kind, and 100 for
each.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median, quantiles

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.domain.touch import Channel, TouchKind
from planner.services.listing import View
from planner.services.open_book import OpenBook
from planner.services.timeline import Entry
from planner.ui.desk import Desk
from tests.benchmarks._large_book import NOW
from tests.benchmarks._large_desk import large_desk, options

FRAME = 16.0
LONGEST = 100.0
"""What everybody notices, in ms: nothing may stand still so long, not even once."""
ROUNDS = 40
BEFORE = 20
QUIET = 320
"""Milliseconds after each doing, in which everything that waits for a pause has its turn."""


class Pulse:
    """Beats every millisecond while the window is free; the longest pause is how long it stood still."""

    def __init__(self) -> None:
        self._timer = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=1)
        self._timer.timeout.connect(self._beat)
        self._last = 0.0
        self._longest = 0.0

    def of(self, doing: Callable[[], object]) -> float:
        """The longest time the window stood still because of ``doing``, in milliseconds."""
        self._timer.start()
        _wait(BEFORE)
        self._longest = 0.0
        QTimer.singleShot(0, doing)
        _wait(QUIET)
        self._timer.stop()
        return self._longest * 1000

    def _beat(self) -> None:
        now = time.perf_counter()
        self._longest, self._last = max(self._longest, now - self._last), now


def _wait(milliseconds: int) -> None:
    """Let events come as they come; ``QTest.qWait`` looks for them every ten milliseconds only."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wheel(desk: Desk) -> None:
    """Three lines further with the wheel."""
    sheet = desk.people.table.viewport()
    middle = QPointF(sheet.rect().center())
    turned = QWheelEvent(
        middle,
        sheet.mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003  # Qt's argument
    )
    QApplication.sendEvent(sheet, turned)


def doings(desk: Desk, services: OpenBook) -> dict[str, Callable[[int], object]]:
    """What is measured, each told how often it was done already."""
    table, bar = desk.people.table, desk.people.table.verticalScrollBar()
    views = (View.DUE_TODAY, View.GIVE_FIRST, View.READY_FOR_ASK, View.CUSTOMERS, View.NO_NEXT_STEP, View.EVERYONE)
    thanks = Entry(TouchKind.THANK_YOU, NOW.today, channel=Channel.CARD)
    return {
        "scrolling by the wheel": lambda _turn: wheel(desk),
        "scrolling by the bar": lambda turn: bar.setValue((turn * 7919) % 97 * bar.maximum() // 97),
        "choosing with the arrows": lambda _turn: QTest.keyClick(table, Qt.Key.Key_Down),
        "changing the view": lambda turn: desk.people.show_view(views[turn % len(views)]),
        "logging": lambda _turn: services.timeline.log(desk.person or 1, thanks, NOW),
    }


def main() -> int:
    """Print the times; 1 when one kind is over its bounds."""
    wanted = options(__doc__)
    desk, services = large_desk(wanted)
    pulse = Pulse()
    is_over = False
    print(f"In a book of {wanted.people:,} people the window stands still for so many ms")
    print(f"(bounds {FRAME:.0f} for nine of ten, {LONGEST:.0f} for all):")
    for name, doing in doings(desk, services).items():
        taken = [pulse.of(partial(doing, turn)) for turn in range(ROUNDS)]
        middle, ninth = median(taken), quantiles(taken, n=10)[-1]
        print(f"  {name:26} median {middle:5.1f}   ninth tenth {ninth:5.1f}   longest {max(taken):5.1f}")
        is_over |= ninth > FRAME or max(taken) > LONGEST
    desk.close()
    services.book.close()
    return int(is_over)


if __name__ == "__main__":
    sys.exit(main())
