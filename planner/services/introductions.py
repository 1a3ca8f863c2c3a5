"""Introductions: asked of the one who named somebody, and made (S22, 000-25)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from planner.domain.errors import PlannerError
from planner.domain.introductions import TOPIC
from planner.domain.moment import Moment
from planner.domain.touch import Channel, TouchKind
from planner.models import people, single
from planner.models.book import Book
from planner.services import touch_rows
from planner.services.changes import Change, Changes
from planner.services.person_steps import PersonSteps
from planner.services.standing import refresh


class Introductions:
    """A permission is not passed on: whoever named somebody brings the two together first."""

    def __init__(self, book: Book, changes: Changes) -> None:
        self._book = book
        self._changes = changes
        self._steps = PersonSteps(book, changes, Change.PEOPLE | Change.TOUCHES)

    def ask(self, person_id: int, channel: Channel | None, words: str, now: Moment) -> None:
        """The introducer was asked to introduce; it stands in the timelines of both.

        Raises PlannerError: introduced_by_nobody, no_such_person.
        """
        introducer_id = self._introducer(person_id)
        name = people.spoken_name(self._book, person_id)
        with self._steps.step("introduction_asked", person_id, now):
            note = replace(touch_rows.plain(TouchKind.NOTE, now.today, now.clock, now), topic=TOPIC, words=words)
            touch_rows.insert(self._book, person_id, note, now)
            asked = touch_rows.plain(TouchKind.MESSAGE, now.today, now.clock, now)
            asked = replace(asked, channel=channel, topic=TOPIC, words=words, note=name)
            touch_rows.insert(self._book, introducer_id, asked, now)
            refresh(self._book, [introducer_id], now)
        self._changes.announce(Change.TOUCHES, [introducer_id])

    def by(self, person_id: int) -> list[tuple[int, str]]:
        """Whom this person introduced, by id and name, the newest first."""
        return people.introduced(self._book, person_id)

    def made(self, person_id: int, on: date | None, now: Moment) -> None:
        """The introducer brought the two together on that day, or (None) has not yet.

        Raises PlannerError: introduced_by_nobody, introduction_in_future, no_such_person.
        """
        if on is not None and on > now.today:
            raise PlannerError("introduction_in_future", on=on)
        self._introducer(person_id)
        with self._steps.step("introduced", person_id, now):
            single.revise(self._book, "person", person_id, {"introduced_on": on.isoformat() if on else None})

    def _introducer(self, person_id: int) -> int:
        row = people.row(self._book, person_id)
        if row is None or row["introduced_by_id"] is None:
            raise PlannerError("introduced_by_nobody")
        return int(row["introduced_by_id"])
