"""A promise's rows through its life; every function runs inside a transaction that refreshes the person afterwards."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from planner.domain import keeping
from planner.domain.errors import PlannerError
from planner.domain.moment import Moment
from planner.domain.person import Facts
from planner.domain.promise import Promise, PromiseKind, PromiseStatus, Window
from planner.domain.text import one_line, passage
from planner.domain.touch import Channel, Direction, Touch, TouchKind
from planner.models import agreements as table
from planner.models import single, touches
from planner.models.book import Book
from planner.services import agreements, touch_rows
from planner.services.stored import read_method

VOICEMAILS = frozenset({TouchKind.VOICEMAIL, TouchKind.PITCH_VOICEMAIL})


@dataclass(frozen=True, slots=True)
class PromiseDraft:
    """What a promise form edits; ``due_on``, ``window`` and ``at`` are wall time in ``zone``, by default the person's.

    ``at`` belongs to ``Window.EXACT`` only.
    """

    kind: PromiseKind
    due_on: date
    window: Window = Window.DAY
    at: time | None = None
    zone: str = ""
    channel: Channel | None = None
    reason: str = ""
    words: str = ""


def add(book: Book, about: Facts, draft: PromiseDraft, now: Moment, replaces: Promise | None = None) -> int:
    """Write a new promise; what was only pencilled in for the person gives way to it.

    Raises PlannerError: promise_in_past, promise_needs_time.
    """
    if draft.window is Window.EXACT and draft.at is None:
        raise PlannerError("promise_needs_time", on=draft.due_on)
    zone = draft.zone or (replaces.zone if replaces else "") or zone_of(about, now)
    promise = Promise(0, draft.kind, draft.due_on, draft.window, draft.at, zone)
    there = now.in_zone(zone).replace(tzinfo=None)
    if keeping.is_over(promise, there) or there > keeping.closes(promise, read_method(book)):
        raise PlannerError("promise_in_past", on=draft.due_on, at=draft.at)
    for pencilled in about.promises:
        if is_pencilled(pencilled, about):
            single.remove(book, "promise", pencilled.id)
    values = {
        "kind": draft.kind.value,
        "due_on": draft.due_on.isoformat(),
        "window": draft.window.value,
        "at_time": draft.at.strftime("%H:%M") if draft.window is Window.EXACT and draft.at else None,
        "zone": zone,
        "channel": draft.channel.value if draft.channel else None,
        "reason": one_line(draft.reason),
        "words": passage(draft.words),
        "made_on": now.today.isoformat(),
    }
    return single.insert(book, "promise", {"person_id": about.id, **values})


def pencil_in(book: Book, about: Facts, on: date, now: Moment) -> int:
    """A follow-up nobody was told about, so that a voicemail never leaves the user waiting (004-18)."""
    return add(book, about, PromiseDraft(PromiseKind.FOLLOW_UP, max(on, now.today)), now)


def is_pencilled(promise: Promise, about: Facts) -> bool:
    """Whether an open follow-up is only there because of a voicemail of its day: the next contact settles it."""
    if promise.status is not PromiseStatus.OPEN or promise.kind is not PromiseKind.FOLLOW_UP:
        return False
    if promise.reason or promise.words:
        return False
    return any(touch.kind in VOICEMAILS and touch.on == promise.made_on for touch in about.touches)


def zone_of(about: Facts, now: Moment) -> str:
    """The zone a person's appointments are kept in: theirs when it is known, the user's when theirs could be it."""
    return now.zone if not about.zones or now.zone in about.zones else about.zones[0]


def close(book: Book, promise_id: int, status: PromiseStatus, on: date) -> None:
    """End a promise."""
    single.update(book, "promise", promise_id, {"status": status.value, "closed_on": on.isoformat()})


def reopen(book: Book, promise_id: int) -> None:
    """Make a promise open again and take away what its end wrote to the timeline."""
    single.update(book, "promise", promise_id, {"status": PromiseStatus.OPEN.value, "closed_on": None})
    touches.remove_of_promise(book, promise_id, TouchKind.PROMISE_KEPT.value, TouchKind.PROMISE_BROKEN.value)


def close_kept(book: Book, person_id: int, promise: Promise, status: PromiseStatus, kept: Touch, now: Moment) -> None:
    """End a promise as kept, and put ``kept`` on the timeline when it was in time and had any worth (D6.11)."""
    close(book, promise.id, status, kept.on)
    if kept.points and status is PromiseStatus.KEPT and keeping.can_break(promise):
        touch_rows.insert(book, person_id, replace(kept, promise_id=promise.id, topic=promise.reason), now)


def close_broken(book: Book, person_id: int, promise: Promise, on: date, now: Moment) -> None:
    """End a promise as broken on the day ``on``, once."""
    close(book, promise.id, PromiseStatus.BROKEN, on)
    broken = touch_rows.plain(TouchKind.PROMISE_BROKEN, on, None, now)
    touch_rows.insert(book, person_id, replace(broken, promise_id=promise.id, topic=promise.reason), now)


def close_moved(book: Book, about: Facts, promise: Promise, moved_id: int, moved_by_them: bool, now: Moment) -> None:
    """End a promise as moved to the one called ``moved_id`` and put on the timeline who moved it."""
    if promise.status is PromiseStatus.BROKEN or not keeping.can_break(promise):
        if promise.status is PromiseStatus.OPEN:
            close(book, promise.id, PromiseStatus.MOVED, now.today)
        return
    there = now.in_zone(promise.zone or now.zone).replace(tzinfo=None)
    if not moved_by_them and there > keeping.closes(promise, read_method(book)):
        close_broken(book, about.id, promise, now.today, now)
        return
    close(book, promise.id, PromiseStatus.MOVED, now.today)
    is_second = not moved_by_them and any(
        touch.promise_id == promise.id and touch.direction is Direction.ME
        for touch in about.touches
        if touch.kind in (TouchKind.LOGISTICS, TouchKind.CANCELLED_ON_THEM)
    )
    kind = TouchKind.CANCELLED_ON_THEM if is_second else TouchKind.LOGISTICS
    direction = Direction.THEM if moved_by_them else Direction.ME
    moved = touch_rows.plain(kind, now.today, now.clock, now)
    moved = replace(moved, promise_id=moved_id, direction=direction, topic=promise.reason)
    touch_rows.insert(book, about.id, moved, now)


def overdue(book: Book, now: Moment, person_id: int | None = None) -> list[tuple[int, Promise]]:
    """Open promises whose last day has ended in their own zone, with whose they are."""
    ahead = (now.today + timedelta(days=1)).isoformat()
    found = []
    for owner, *row in table.open_promises_due_by(book, ahead, person_id):
        promise = agreements.promise_from(tuple(row))
        there = now.in_zone(promise.zone or now.zone).replace(tzinfo=None)
        if keeping.can_break(promise) and keeping.is_over(promise, there):
            found.append((int(owner), promise))
    return found


def wall_time_there(promise: Promise, on: date, at: time | None, zone: str | None) -> tuple[date, time | None]:
    """A touch's day and time, written down in ``zone``, on the wall where the promise is kept."""
    if at is None or not promise.zone or not zone or zone == promise.zone:
        return on, at
    there = Moment.at(datetime.combine(on, at), zone).in_zone(promise.zone)
    return there.date(), there.time()
