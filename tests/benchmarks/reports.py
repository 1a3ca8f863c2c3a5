"""How long the reports take to count, in processor time, on a large book.

    python tests/benchmarks/reports.py

Each report is read for the days it opens with, then for a year and for all there is. The first must take well under a
second; the others run in a thread beside the window and are measured to be known.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from planner.domain.period import Span  # noqa: E402  (a script beside the package)
from planner.models.book import Book  # noqa: E402
from planner.services.changes import Changes  # noqa: E402
from planner.services.reports.reports import Reports  # noqa: E402
from tests.benchmarks._large_book import NOW, PEOPLE, TOUCHES, large_book  # noqa: E402

BOUND = 800.0
"""Milliseconds of processor time for a report as it opens."""


def milliseconds(what: Callable[[], object]) -> tuple[float, float]:
    """How long it takes to do it once: of the processor, and by the clock."""
    worked, started = time.process_time(), time.perf_counter()
    what()
    return (time.process_time() - worked) * 1000, (time.perf_counter() - started) * 1000


def main() -> int:
    """Measure every report; 1 when one that opens is over the bound."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=PEOPLE)
    parser.add_argument("--touches", type=int, default=TOUCHES)
    options = parser.parse_args()
    book = Book.open(large_book(options.people, options.touches) / "My book.warmbook")
    reports = Reports(book, Changes())
    opening = ((reports.week, Span.THIS_WEEK), (reports.origins, Span.ALL), (reports.people, Span.YEAR))
    worst = 0.0
    print("report       days           cpu ms  clock ms")
    for read, span in (*opening, (reports.wins, Span.FOUR_WEEKS)):
        worked, took = milliseconds(lambda read=read, span=span: read(span, NOW))  # type: ignore[misc]
        worst = max(worst, worked)
        print(f"{read.__name__:12} {span.value:12} {worked:8.0f} {took:9.0f}")
    for read in (reports.week, reports.wins):
        for span in (Span.YEAR, Span.ALL):
            worked, took = milliseconds(lambda read=read, span=span: read(span, NOW))  # type: ignore[misc]
            print(f"{read.__name__:12} {span.value:12} {worked:8.0f} {took:9.0f}")
    book.close()
    return int(worst > BOUND)


if __name__ == "__main__":
    sys.exit(main())
