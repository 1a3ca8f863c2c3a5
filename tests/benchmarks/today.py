"""How long today's list takes, and how that grows with the book.

    python tests/benchmarks/today.py --people 1000 10000 100000 1000000

For each size a book is invented (ten touches each, one for a million people), opened anew, and asked for today's list:
once cold, as the first frame does, then again and again, and after single changes. The bounds are 10 ms for the median,
50 ms after a change and a second from cold, all at a hundred thousand people.
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

WARM, CHANGED, COLD = 10.0, 50.0, 1000.0
"""Milliseconds, for a hundred thousand people."""

BOUND_AT = 100_000
SPARSE_FROM = 500_000
"""From so many people on one touch each, so that the book is made within minutes."""

ROUNDS = 40
NOW = Moment.at(datetime.fromisoformat("2026-11-24T10:00"), "America/Chicago")


def milliseconds(what: Callable[[], object]) -> float:
    """How long it takes to do it once."""
    start = time.perf_counter()
    what()
    return (time.perf_counter() - start) * 1000


def measure(people: int, folder: Path) -> bool:
    """Print a line for a book of so many people; answers whether it is within the bounds that hold at its size."""
    path = folder / f"{people}.warmbook"
    book = Book.open(path)
    demo.fill(book, NOW, people=people, touches=people if people >= SPARSE_FROM else people * 10)
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
    path.unlink()
    is_bound = people == BOUND_AT
    return not is_bound or (middle <= WARM and max(changed, default=0) <= CHANGED and cold <= COLD)


def main() -> int:
    """Measure every size; 1 when one is over the bounds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, nargs="+", default=[1_000, 10_000, BOUND_AT, 1_000_000])
    sizes = parser.parse_args().people
    print("   people |  cold ms |   median |      p90 | changed")
    with TemporaryDirectory() as folder:
        within = [measure(people, Path(folder)) for people in sizes]
    return int(not all(within))


if __name__ == "__main__":
    sys.exit(main())
