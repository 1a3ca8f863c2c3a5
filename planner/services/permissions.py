"""Permissions with their words, and stops: who may be contacted how (rules D1, G1)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from planner.domain.errors import PlannerError
from planner.domain.moment import Moment
from planner.domain.permission import Meant, Permission
from planner.domain.promise import PromiseStatus
from planner.domain.text import one_line, passage
from planner.domain.touch import Channel, Direction, TouchKind
from planner.models import agreements as table
from planner.models import people, single
from planner.models.book import Book
from planner.services import agreements, promise_rows, touch_rows
from planner.services.changes import Change, Changes
from planner.services.standing import refresh


class Permissions:
    """What people said about being contacted. Every change keeps who said it and in which words."""

    def __init__(self, book: Book, changes: Changes) -> None:
        self._book = book
        self._changes = changes

    def grant(self, person_id: int, permission: Permission, now: Moment) -> int:
        """Note a yes; a later grant re-opens a channel that was revoked or stopped, and then needs their words.

        Raises PlannerError: permission_in_future, reopening_needs_words, no_such_person.
        """
        given_on = permission.given_on or now.today
        if given_on > now.today:
            raise PlannerError("permission_in_future", on=given_on)
        if not passage(permission.words) and self._is_closed(person_id, permission.channel):
            raise PlannerError("reopening_needs_words", channel=permission.channel)
        values = {
            "channel": permission.channel.value,
            "topics": ",".join(topic.value for topic in permission.topics),
            "basis": permission.basis.value,
            "words": passage(permission.words),
            "given_on": given_on.isoformat(),
            "place": one_line(permission.place),
            "expires_on": permission.expires_on.isoformat() if permission.expires_on else None,
        }
        with self._step("permission_granted", person_id, permission.channel, now):
            for stop in agreements.stops(self._book, person_id):
                if stop.channel is permission.channel:
                    single.remove(self._book, "stop_rule", stop.id)
            return single.insert(self._book, "permission", {"person_id": person_id, **values})

    def revoke(self, permission_id: int, words: str, now: Moment) -> None:
        """Take a yes back, in their words; from this day on it wins over the yes.

        Raises PlannerError: no_such_permission.
        """
        person_id = table.person_of(self._book, "permission", permission_id)
        if person_id is None:
            raise PlannerError("no_such_permission", permission_id=permission_id)
        channel = next(
            each.channel for each in agreements.permissions(self._book, person_id) if each.id == permission_id
        )
        with self._step("permission_revoked", person_id, channel, now):
            self._revoke(permission_id, words, now)

    def stop(self, person_id: int, channel: Channel | None, words: str, now: Moment) -> int:
        """They asked not to be contacted, on one channel or (None) on any: in force at once, a yes on it is revoked.

        Raises PlannerError: no_such_person.
        """
        standing = next((each for each in agreements.stops(self._book, person_id) if each.channel is channel), None)
        if standing is not None:
            return standing.id
        values = {
            "channel": channel.value if channel else None,
            "on_date": now.today.isoformat(),
            "words": passage(words),
            "asked_by": "them",
            "meant": Meant.EVERYTHING.value if channel is None else None,
            "at_time": now.clock.strftime("%H:%M"),
        }
        with self._step("stop_set", person_id, channel, now):
            for each in agreements.permissions(self._book, person_id):
                if each.revoked_on is None and channel in (None, each.channel):
                    self._revoke(each.id, words, now)
            if channel is None:
                self._let_go(person_id, now)
            return single.insert(self._book, "stop_rule", {"person_id": person_id, **values})

    def settle_stop(self, stop_id: int, meant: Meant, now: Moment) -> None:
        """Note what they meant by a stop on one channel; until then all business rests (C1, S15).

        Raises PlannerError: no_such_stop.
        """
        person_id = table.person_of(self._book, "stop_rule", stop_id)
        if person_id is None:
            raise PlannerError("no_such_stop", stop_id=stop_id)
        with self._step("stop_understood", person_id, self._channel_of(person_id, stop_id), now):
            single.update(self._book, "stop_rule", stop_id, {"meant": meant.value})
            if meant is Meant.EVERYTHING:
                self._let_go(person_id, now)

    def lift(self, stop_id: int, words: str, now: Moment) -> None:
        """They want to hear from the user again: their words are required and go to the timeline.

        Raises PlannerError: lifting_needs_words, no_such_stop.
        """
        said = passage(words)
        if not said:
            raise PlannerError("lifting_needs_words")
        person_id = table.person_of(self._book, "stop_rule", stop_id)
        if person_id is None:
            raise PlannerError("no_such_stop", stop_id=stop_id)
        channel = self._channel_of(person_id, stop_id)
        with self._step("stop_lifted", person_id, channel, now):
            single.remove(self._book, "stop_rule", stop_id)
            note = touch_rows.plain(TouchKind.NOTE, now.today, now.clock, now)
            note = replace(note, channel=channel, direction=Direction.THEM, words=said)
            touch_rows.insert(self._book, person_id, note, now)

    def _let_go(self, person_id: int, now: Moment) -> None:
        """What was promised is theirs to call off: whoever wants no contact at all is not failed by getting none."""
        for promise in agreements.open_promises(self._book, person_id):
            promise_rows.close(self._book, promise.id, PromiseStatus.CANCELLED, now.today)

    def _channel_of(self, person_id: int, stop_id: int) -> Channel | None:
        return next(each.channel for each in agreements.stops(self._book, person_id) if each.id == stop_id)

    def _revoke(self, permission_id: int, words: str, now: Moment) -> None:
        said = {"revoked_on": now.today.isoformat(), "revoked_words": passage(words)}
        single.update(self._book, "permission", permission_id, said)

    def _is_closed(self, person_id: int, channel: Channel) -> bool:
        """Whether a stop or a revoked yes stands on the channel, so that only their words can open it."""
        if any(stop.channel is channel for stop in agreements.stops(self._book, person_id)):
            return True
        said = [each for each in agreements.permissions(self._book, person_id) if each.channel is channel]
        return bool(said) and said[-1].revoked_on is not None

    @contextmanager
    def _step(self, what: str, person_id: int, channel: Channel | None, now: Moment) -> Iterator[None]:
        """One step about one person; their standing is fresh and the change told when it ends."""
        name = people.spoken_name(self._book, person_id)
        with self._book.step(what, now, person_id=person_id, name=name, channel=channel.value if channel else None):
            yield
            refresh(self._book, [person_id], now)
        self._changes.announce(Change.PERMISSIONS | Change.TOUCHES, [person_id])
