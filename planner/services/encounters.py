"""What belongs together as one step: a new person with their yes, a talk with how it ended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from planner.domain.errors import PlannerError
from planner.domain.moment import Moment
from planner.domain.permission import Permission
from planner.domain.person import Stage
from planner.domain.promise import PromiseKind
from planner.domain.thanks import ThanksFor
from planner.domain.touch import Direction, TouchKind
from planner.models.book import Book
from planner.services.changes import Change, Changed, Changes
from planner.services.drafts import PersonDraft
from planner.services.people import People
from planner.services.permissions import Permissions
from planner.services.promises import PromiseDraft, Promises
from planner.services.stored import read_method
from planner.services.timeline import Entry, Timeline

YES_POINTS = 4
"""What a yes of theirs is worth, whatever it was to (D4: bought, booked, joined)."""


class Ends(StrEnum):
    """How a talk can end; one of these, always (002-26)."""

    CALLBACK = "callback"
    DECIDES = "decides"
    YES = "yes"
    NO = "no"
    NOT_NOW = "not_now"
    FRIENDS = "friends"


class Yes(StrEnum):
    """What they said yes to."""

    BOUGHT = "bought"
    JOINED = "joined"
    HOSTS = "hosts"


@dataclass(frozen=True, slots=True)
class Ending:
    """How a talk ended. ``promise`` belongs to CALLBACK and DECIDES, ``yes`` to YES, ``until`` to NOT_NOW.

    ``until`` None takes the days of the settings. ``wants_peace`` with NO: they asked not to be contacted any more.
    ``words`` are theirs.
    """

    how: Ends
    promise: PromiseDraft | None = None
    yes: Yes = Yes.BOUGHT
    until: date | None = None
    words: str = ""
    wants_peace: bool = False


class Encounters:
    """Writes through the other services, as one step of undo that is announced once."""

    def __init__(self, book: Book, changes: Changes) -> None:
        self._book = book
        self._changes = changes
        self._heard: list[Changed] = []
        inner = Changes()
        inner.subscribe(self._heard.append)
        self._people = People(book, inner)
        self._timeline = Timeline(book, inner)
        self._promises = Promises(book, inner)
        self._permissions = Permissions(book, inner)

    def welcome(self, draft: PersonDraft, permissions: Sequence[Permission], now: Moment) -> int:
        """Add a person together with what they said yes to; answers their id.

        Raises PlannerError: nobody, permission_in_future.
        """
        with self._together("person_added", now, name=draft.call_me or draft.name) as detail:
            person_id = self._people.add(draft, now)
            for permission in permissions:
                self._permissions.grant(person_id, permission, now)
            detail["person_id"] = person_id
        return person_id

    def talked(self, person_id: int, entries: Sequence[Entry], ending: Ending, now: Moment) -> None:
        """Log a talk with what was given and asked in it, and how it ended (002-25).

        Raises PlannerError: ending_needs_promise, callback_needs_time, and those of the log and the promise.
        """
        _check(ending)
        name = self._name(person_id)
        with self._together("talked", now, person_id=person_id, name=name):
            for entry in entries:
                self._timeline.log(person_id, entry, now)
            self._end(person_id, ending, entries[0], now)

    def _end(self, person_id: int, ending: Ending, talk: Entry, now: Moment) -> None:
        if ending.promise is not None and ending.how in (Ends.CALLBACK, Ends.DECIDES):
            self._promises.make(person_id, replace(ending.promise, words=ending.words or ending.promise.words), now)
        elif ending.how is Ends.YES:
            self._said_yes(person_id, ending, talk, now)
        elif ending.how is Ends.NO:
            self._people.set_stage(person_id, Stage.NO, None, now)
            if ending.wants_peace:
                self._permissions.stop(person_id, None, ending.words, now)
        elif ending.how is Ends.NOT_NOW:
            until = ending.until or now.today + timedelta(days=read_method(self._book).not_now_vague)
            self._people.set_stage(person_id, Stage.NOT_NOW, until, now)

    def _said_yes(self, person_id: int, ending: Ending, talk: Entry, now: Moment) -> None:
        if ending.yes is Yes.BOUGHT:
            bought = Entry(TouchKind.BOUGHT, talk.on, talk.at, talk.channel, words=ending.words)
            self._timeline.log(person_id, bought, now)
            return
        stage, thanks = {
            Yes.JOINED: (Stage.TEAM, ThanksFor.JOINED),
            Yes.HOSTS: (Stage.HOST, ThanksFor.HOSTED),
        }[ending.yes]
        entry = Entry(
            TouchKind.REACHED_OUT,
            talk.on,
            talk.at,
            talk.channel,
            Direction.THEM,
            YES_POINTS,
            topic=ending.yes.value,
            words=ending.words,
        )
        self._timeline.log(person_id, entry, now)
        self._people.set_stage(person_id, stage, None, now)
        self._promises.owe_thanks(person_id, thanks, "", now)

    def _name(self, person_id: int) -> str:
        draft = self._people.draft(person_id)
        return draft.call_me or draft.name

    @contextmanager
    def _together(self, what: str, now: Moment, **facts: Any) -> Iterator[dict[str, Any]]:
        self._heard.clear()
        with self._book.step(what, now, **facts) as detail:
            yield detail
        told = Change(0)
        for heard in self._heard:
            told |= heard.what
        self._changes.announce(told, {person for heard in self._heard for person in heard.people})


def _check(ending: Ending) -> None:
    if ending.how in (Ends.CALLBACK, Ends.DECIDES) and ending.promise is None:
        raise PlannerError("ending_needs_promise")
    promise = ending.promise
    if ending.how is Ends.CALLBACK and promise is not None and promise.kind is not PromiseKind.CALLBACK:
        raise PlannerError("ending_needs_promise")
