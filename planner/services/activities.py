"""Activities: what was done for the business at large, and what the week was made of (rules D1; practice 000-18)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from planner.domain import activity
from planner.domain.activity import Activity, ActivityKind, Share
from planner.domain.errors import PlannerError
from planner.domain.moment import Moment
from planner.domain.text import one_line
from planner.domain.touch import TouchKind
from planner.models import activities as table
from planner.models import single
from planner.models.book import Book
from planner.services.changes import Change, Changes


@dataclass(frozen=True, slots=True)
class ActivityDraft:
    """What an activity form edits: the day of the user's calendar, what it was, and for how many minutes."""

    on: date
    kind: ActivityKind
    what: str = ""
    minutes: int = 0


class Activities:
    """A diary of posts, events and written things; they belong to nobody and are no conversations (003-07)."""

    def __init__(self, book: Book, changes: Changes) -> None:
        self._book = book
        self._changes = changes

    def note(self, draft: ActivityDraft, now: Moment) -> int:
        """Write down what was done; answers its id. Raises PlannerError: activity_in_future."""
        if draft.on > now.today:
            raise PlannerError("activity_in_future", on=draft.on)
        values = {
            "on_date": draft.on.isoformat(),
            "kind": draft.kind.value,
            "what": one_line(draft.what),
            "minutes": max(draft.minutes, 0),
        }
        with self._book.step("activity_noted", now):
            activity_id = single.insert(self._book, "activity", values)
        self._changes.announce(Change.ACTIVITIES)
        return activity_id

    def remove(self, activity_id: int, now: Moment) -> None:
        """It was a slip. Raises PlannerError: no_such_activity."""
        if not table.is_there(self._book, activity_id):
            raise PlannerError("no_such_activity", activity_id=activity_id)
        with self._book.step("activity_removed", now):
            single.remove(self._book, "activity", activity_id)
        self._changes.announce(Change.ACTIVITIES)

    def of_week(self, day: date) -> tuple[Activity, ...]:
        """What was written down in the week, Monday to Sunday, that holds a day; the newest first."""
        return tuple(
            Activity(row_id, date.fromisoformat(on), ActivityKind(kind), what, minutes)
            for row_id, on, kind, what, minutes in table.between(self._book, *_week(day))
        )

    def mix(self, day: date) -> tuple[Share, ...]:
        """How much of the week that holds a day attracted, served and reached out; what was done with people counts."""
        touches = Counter(map(TouchKind, table.touches_by_me(self._book, *_week(day))))
        return activity.mix(self.of_week(day), touches)


def _week(day: date) -> tuple[str, str]:
    monday = day - timedelta(days=day.weekday())
    return monday.isoformat(), (monday + timedelta(days=6)).isoformat()
