"""How long today's list takes, and how that grows with the book.

    python tests/benchmarks/today.py --people 1000 10000 100000

For each size a book is invented (ten touches each), opened anew, and asked for today's list: once cold, as the first
frame does, then again and again, with one change in between. The bound is 10 ms for the median.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from planner.domain.moment import Moment  # noqa: E402  (a script beside the package)
from planner.domain.touch import TouchKind  # noqa: E402
from planner.models.book import Book  # noqa: E402
from planner.services import demo  # noqa: E402
from planner.services.changes import Changes  # noqa: E402
from planner.services.preferences import PreferencesStore  # noqa: E402
from planner.services.timeline import Entry, Timeline  # noqa: E402
from planner.services.today import Today  # noqa: E402

LIMIT = 10.0
ROUNDS = 40
NOW = Moment.at(datetime.fromisoformat("2026-11-24T10:00"), "America/Chicago")


def milliseconds(what: Callable[[], object]) -> float:
    """How long it takes to do it once."""
    start = time.perf_counter()
    what()
    return (time.perf_counter() - start) * 1000


def measure(people: int, folder: Path) -> float:
    """Print a line for a book of so many people; answers the median."""
    path = folder / f"{people}.warmbook"
    book = Book.open(path)
    demo.fill(book, NOW, people=people, touches=people * 10)
    book.close()
    book = Book.open(path)
    changes = Changes()
    today, timeline = Today(book, PreferencesStore(book, changes)), Timeline(book, changes)
    cold = milliseconds(lambda: today.day(NOW))
    warm = [milliseconds(lambda: today.day(NOW)) for _ in range(ROUNDS)]
    changed = []
    for card in today.day(NOW).cards[:5]:
        timeline.log(card.person_id, Entry(TouchKind.NOTE, NOW.today), NOW)
        changed.append(milliseconds(lambda: today.day(NOW)))
    book.close()
    middle, ninth = median(warm), quantiles(warm, n=10)[-1]
    print(f"{people:>9,} | {cold:8.1f} | {middle:8.1f} | {ninth:8.1f} | {max(changed, default=0):8.1f}")
    return middle


def main() -> int:
    """Measure every size; 1 when the largest is over the limit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    sizes = parser.parse_args().people
    print("   people |  cold ms |   median |      p90 | changed")
    with TemporaryDirectory() as folder:
        medians = [measure(people, Path(folder)) for people in sizes]
    return int(medians[-1] > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
