"""The timeline: what happened between two people, and the account that follows from it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from enum import StrEnum
from typing import Any

from planner.domain import account
from planner.domain.account import Care, Level, Line, Share
from planner.domain.case import Case
from planner.domain.errors import PlannerError
from planner.domain.fans import looks_like_fan
from planner.domain.moment import Moment
from planner.domain.reason import Reason
from planner.domain.room import room_for_asking
from planner.domain.touch import Channel, Direction, TouchKind
from planner.models import people, touches
from planner.models.book import Book
from planner.services import facts, following, touch_rows
from planner.services.changes import Change, Changes
from planner.services.following import Despite, Entry
from planner.services.standing import refresh
from planner.services.stored import read_country, read_method

__all__ = ["AccountView", "Despite", "Entry", "Line", "Part", "Timeline", "TimelineEntry"]


class Part(StrEnum):
    """What of a timeline is looked at."""

    ALL = "all"
    GIVEN = "given"
    ASKED = "asked"
    TALKS = "talks"
    NOTES = "notes"


_TALKS = (TouchKind.CONVERSATION, TouchKind.REACHED_OUT, TouchKind.VOICEMAIL, TouchKind.NO_ANSWER, TouchKind.MESSAGE)
_NOTES = (
    *(TouchKind.PROMISE_KEPT, TouchKind.PROMISE_BROKEN, TouchKind.NOTE, TouchKind.LOGISTICS),
    *(TouchKind.PROBLEM_OPEN, TouchKind.PROBLEM_SOLVED, TouchKind.OPENING_BALANCE),
)
_PARTS = {
    Part.ALL: touches.Sought(),
    Part.GIVEN: touches.Sought("given"),
    Part.ASKED: touches.Sought("asked"),
    Part.TALKS: touches.Sought(kinds=tuple(kind.value for kind in _TALKS)),
    Part.NOTES: touches.Sought(kinds=tuple(kind.value for kind in _NOTES)),
}
CARE_DAYS = 180
"""Over how many days what was given is set against what was asked (D2)."""


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One line of the timeline as shown; ``counts`` is False where a better touch of the week stands for it."""

    id: int
    on: date
    at: time | None
    kind: TouchKind
    points: float
    channel: Channel | None
    direction: Direction
    topic: str
    words: str
    note: str
    counts: bool
    wants_answer: bool = False
    expects_call: bool = False
    thanked_me: bool = False
    promise_id: int | None = None


@dataclass(frozen=True, slots=True)
class AccountView:
    """The account as a card shows it: the word, the points, what they are made of, and the curve of the last year.

    ``given`` and ``asked`` count the last 180 days, ``share`` the asks among the contacts of 90. ``room`` says whether
    there is room for an ask, or what is missing; ``is_like_a_fan`` suggests to call them one (002-04).
    """

    level: Level
    points: int
    given: int
    asked: int
    share: Share
    lines: tuple[Line, ...]
    series: tuple[tuple[date, float], ...]
    room: Reason | None
    is_like_a_fan: bool = False

    @property
    def care(self) -> Care:
        """How what was given stands to what was asked (002-10, 004-12)."""
        return account.care(self.given, self.asked)


class Timeline:
    """What happened between the user and each person."""

    def __init__(self, book: Book, changes: Changes) -> None:
        self._book = book
        self._changes = changes

    def log(self, person_id: int, entry: Entry, now: Moment) -> int:
        """Write down what happened, with everything that follows from it, as one step.

        The stage moves as rules D3 say, a promise it answers is kept, a thank-you it says is done, one it makes owed is
        noted, and a voicemail leaves a day on which the user tries again.

        Raises PlannerError: touch_needs_day, touch_in_future, no_such_person.
        """
        following.check(entry, now)
        name = people.spoken_name(self._book, person_id)
        with self._book.step("touch_logged", now, person_id=person_id, name=name, kind=entry.kind.value) as detail:
            touch_id = following.add(self._book, person_id, entry, now)
            detail["touch_id"] = touch_id
            if entry.despite is not None:
                note = following.despite(entry.despite.rule, entry.despite.words, now)
                following.add(self._book, person_id, note, now)
            refresh(self._book, [person_id], now)
        self._announce(person_id)
        return touch_id

    def override(self, person_id: int, rule: str, words: str, now: Moment) -> None:
        """Write down that the user goes on against a rule that holds, and why, in their words (D5).

        Raises PlannerError: no_such_person.
        """
        name = people.spoken_name(self._book, person_id)
        with self._book.step("override_noted", now, person_id=person_id, name=name, rule=rule):
            following.add(self._book, person_id, following.despite(rule, words, now), now)
            refresh(self._book, [person_id], now)
        self._announce(person_id)

    def change(self, touch_id: int, entry: Entry, now: Moment) -> None:
        """Correct an entry; what followed from it follows again from what it says now.

        Raises PlannerError: touch_needs_day, touch_in_future, no_such_touch.
        """
        following.check(entry, now)
        person_id = self._owner(touch_id)
        name = people.spoken_name(self._book, person_id)
        with self._book.step("touch_changed", now, person_id=person_id, name=name, kind=entry.kind.value):
            following.replace_touch(self._book, person_id, touch_id, entry, now)
            refresh(self._book, [person_id], now)
        self._announce(person_id)

    def remove(self, touch_id: int, now: Moment) -> None:
        """Take an entry away, and what followed from it by itself; a stage that was reached stays.

        Raises PlannerError: no_such_touch.
        """
        person_id = self._owner(touch_id)
        name = people.spoken_name(self._book, person_id)
        with self._book.step("touch_removed", now, person_id=person_id, name=name):
            following.remove(self._book, person_id, touch_id, now)
            refresh(self._book, [person_id], now)
        self._announce(person_id)

    def entries(
        self,
        person_id: int,
        limit: int = 100,
        before: tuple[str, int] | None = None,
        part: Part = Part.ALL,
        words: str = "",
    ) -> list[TimelineEntry]:
        """The newest entries first; ``before`` is day (ISO) and id of the last one already shown.

        Of one ``part`` only, and with all ``words`` in what was said, as far as there are any.
        """
        sought = replace(_PARTS[part], words=words)
        found = touches.page(self._book, person_id, limit, before, sought)
        if not found:
            return []
        oldest, newest = (date.fromisoformat(found[at]["on_date"]) for at in (-1, 0))
        counted = following.counted(self._book, person_id, oldest, newest)
        return [_shown(row, row["id"] in counted) for row in found]

    def account(self, person_id: int, now: Moment) -> AccountView:
        """The account of one person today (D2)."""
        method = read_method(self._book)
        about = facts.load(self._book, [person_id], now).get(person_id)
        if about is None:
            raise PlannerError("no_such_person", person_id=person_id)
        today = now.today
        lines = account.lines(about.touches, method.half_life, today)
        balance = account.balance_of(about.touches, method.half_life, today)
        since = today - timedelta(days=CARE_DAYS)
        given, asked = account.given_and_asked(about.touches, since, today)
        series = account.series(about.touches, method.half_life, today)
        room = room_for_asking(Case.of(about, now, method, read_country(self._book)))
        share = account.share_of_asks(about.touches, about.closeness, today)
        return AccountView(
            account.level(balance, method.floors),
            account.shown(balance),
            given,
            asked,
            share,
            lines,
            series,
            room,
            looks_like_fan(about, balance, today, method.floors),
        )

    def _owner(self, touch_id: int) -> int:
        row = touches.row(self._book, touch_id)
        if row is None:
            raise PlannerError("no_such_touch", touch_id=touch_id)
        return int(row["person_id"])

    def _announce(self, person_id: int) -> None:
        """Who introduced them may have been hurt, too (000-27)."""
        introducer = people.introducer(self._book, person_id)
        touched = [person_id] if introducer is None else [person_id, introducer]
        self._changes.announce(Change.TOUCHES | Change.PROMISES | Change.THANKS | Change.PEOPLE, touched)


def _shown(row: dict[str, Any], counts: bool) -> TimelineEntry:
    touch = touch_rows.touch_from(row)
    return TimelineEntry(
        touch.id,
        touch.on,
        touch.at,
        touch.kind,
        touch.points,
        touch.channel,
        touch.direction,
        touch.topic,
        touch.words,
        touch.note,
        counts,
        touch.wants_answer,
        touch.expects_call,
        bool(row["thanked_me"]),
        touch.promise_id,
    )
