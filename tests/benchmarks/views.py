"""How long the first page of a view takes in a large book, beside the same page of everyone.

    python tests/benchmarks/views.py --people 100000 --touches 1000000

Measured are the views that are always there and some of one's own: the first page in the slowest of all orders, and the
count in the chip. The bound is a frame of 16 ms for the middle of the views and three frames for the slowest, or, where
the machine is slower or busier, so many times what one walk along the widest index takes here and now.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from planner.domain.account import Level
from planner.domain.person import Closeness, SourceKind, Stage
from planner.domain.touch import Channel
from planner.models.book import Book
from planner.services.listing import Listing
from planner.services.order import SortBy
from planner.services.saved_views import AnyView, Filters, InTouch, NextStep, OwnView, View
from tests.benchmarks._large_book import NOW, PEOPLE, TOUCHES, large_book

FRAME = 16.0
PAGE = 256
FLOOR = "SELECT count(*) FROM standing INDEXED BY standing_stage WHERE is_listed AND closeness <> '?'"
"""One walk along the widest index of the list: what any view of the user's own may cost."""
OWN = (
    Filters(stages=(Stage.CUSTOMER, Stage.FAN), in_touch=InTouch.NOT_FOR, in_touch_days=90),
    Filters(levels=(Level.WARMING, Level.GOOD), cities=("Denver", "Austin"), allowed=(Channel.CALL,)),
    Filters(closeness=(Closeness.FRIEND, Closeness.FAMILY), next_step=NextStep.NONE),
    Filters(View.CUSTOMERS, "maria", sources=((SourceKind.REFERRAL, ""),), in_touch=InTouch.WITHIN),
)


def took(work: Callable[[], object], rounds: int = 5) -> float:
    """The middle of some rounds, in ms."""
    times = []
    for _round in range(rounds):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return median(times)


def main() -> int:
    """Print the times; 1 when they are over the bound."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=PEOPLE)
    parser.add_argument("--touches", type=int, default=TOUCHES)
    options = parser.parse_args()
    book = Book.open(large_book(options.people, options.touches) / "My book.warmbook")
    listing = Listing(book)
    floor = took(lambda: book.value(FLOOR))
    views: list[AnyView] = [*View, *(OwnView(at, f"own {at}", filters) for at, filters in enumerate(OWN, start=1))]
    slowest = {}
    for view in views:
        pages = {sort: took(partial(listing.page, view, sort, False, "", NOW, PAGE)) for sort in SortBy}  # noqa: FBT003  # upwards
        sort = max(pages, key=lambda each: pages[each])
        slowest[view] = pages[sort]
        people, counted = listing.count(view, "", NOW), took(partial(listing.count, view, "", NOW))
        name = view.name if isinstance(view, OwnView) else view.value
        page = f"first page {pages[sort]:6.1f} ms by {sort.value:13}"
        print(f"  {name:16}{people:9,} people   {page} count {counted:6.1f} ms")
    middle, worst = median(slowest.values()), max(slowest.values())
    bounds = max(FRAME, 2 * floor), max(3 * FRAME, 6 * floor)
    print(f"in a book of {options.people:,} people, where one walk along the index takes {floor:.1f} ms:")
    print(f"  middle {middle:.1f} ms (bound {bounds[0]:.0f})   slowest {worst:.1f} ms (bound {bounds[1]:.0f})")
    book.close()
    return int(middle > bounds[0] or worst > bounds[1])


if __name__ == "__main__":
    sys.exit(main())
