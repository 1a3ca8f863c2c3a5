"""What went well: noted by the user, or read from what the book knows (001-27, 003-19)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planner.domain.activity import ActivityKind
from planner.domain.errors import PlannerError
from planner.domain.figures import REST_DAYS, WinKind
from planner.domain.moment import Moment
from planner.domain.period import Period
from planner.domain.text import one_line
from planner.models import single
from planner.models.book import Book
from planner.models.reports import wins as table
from planner.services.changes import Change, Changes

MOST = 300
"""So many are listed; all are counted."""


@dataclass(frozen=True, slots=True)
class Win:
    """One thing that went well. ``words`` are the user's, the person's, or what it was about; ``ref`` is its row."""

    kind: WinKind
    on: date
    person_id: int | None
    name: str
    words: str
    ref: int


@dataclass(frozen=True, slots=True)
class WinsReport:
    """What went well in ``period``: the newest first, and how many of each kind there are in all."""

    period: Period
    wins: tuple[Win, ...]
    counts: dict[WinKind, int]

    @property
    def total(self) -> int:
        """How many there are, listed or not."""
        return sum(self.counts.values())


def read(book: Book, period: Period) -> WinsReport:
    """Gather what went well in these days."""
    days = period.since.isoformat(), period.until.isoformat()
    counts = {kind: table.count(book, kind.value, days, REST_DAYS) for kind in WinKind}
    wins = [
        Win(kind, date.fromisoformat(on), person_id, name or "", words or "", ref)
        for kind in WinKind
        if counts[kind]
        for on, person_id, name, words, ref in table.newest(book, kind.value, days, REST_DAYS, MOST)
    ]
    order = list(WinKind)
    wins.sort(key=lambda win: (-win.on.toordinal(), order.index(win.kind), win.name, win.ref))
    return WinsReport(period, tuple(wins[:MOST]), {kind: count for kind, count in counts.items() if count})


class Wins:
    """The jar: what the user wants to remember."""

    def __init__(self, book: Book, changes: Changes) -> None:
        self._book = book
        self._changes = changes

    def note(self, words: str, on: date, now: Moment) -> int:
        """Keep something that went well; answers its id. Raises PlannerError: win_needs_words, activity_in_future."""
        told = one_line(words)
        if not told:
            raise PlannerError("win_needs_words")
        if on > now.today:
            raise PlannerError("activity_in_future", on=on)
        values = {"on_date": on.isoformat(), "kind": ActivityKind.WIN.value, "what": told}
        with self._book.step("win_noted", now):
            win_id = single.insert(self._book, "activity", values)
        self._changes.announce(Change.ACTIVITIES)
        return win_id

    def take_out(self, win_id: int, now: Moment) -> None:
        """It was a slip. Raises PlannerError: no_such_win."""
        if not table.has_noted(self._book, win_id):
            raise PlannerError("no_such_win", win_id=win_id)
        with self._book.step("win_removed", now):
            single.remove(self._book, "activity", win_id)
        self._changes.announce(Change.ACTIVITIES)
