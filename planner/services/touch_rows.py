"""A touch and its row, both ways."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from planner.domain.moment import Moment
from planner.domain.touch import KINDS, Channel, Direction, Purpose, Touch, TouchKind
from planner.models import touches
from planner.models.book import Book, as_instant


def plain(kind: TouchKind, on: date, at: time | None, now: Moment) -> Touch:
    """A touch not yet in the book, with the points, direction and purpose its kind usually has (D2)."""
    usual = KINDS[kind]
    return Touch(0, on, kind, usual.points, direction=usual.direction, purpose=usual.purpose, at=at, zone=now.zone)


def columns(touch: Touch) -> dict[str, Any]:
    """The columns of a touch, its id apart."""
    return {
        "on_date": touch.on.isoformat(),
        "at_time": touch.at.strftime("%H:%M") if touch.at else None,
        "zone": touch.zone,
        "kind": touch.kind.value,
        "points": touch.points,
        "channel": touch.channel.value if touch.channel else None,
        "direction": touch.direction.value,
        "purpose": touch.purpose.value,
        "topic": touch.topic,
        "words": touch.words,
        "note": touch.note,
        "wants_answer": int(touch.wants_answer),
        "expects_call": int(touch.expects_call),
        "promise_id": touch.promise_id,
    }


def insert(book: Book, person_id: int, touch: Touch, now: Moment, *, thanked_me: bool = False) -> int:
    """Write a touch into a person's timeline; answers its id."""
    return touches.insert(book, person_id, columns(touch) | {"thanked_me": int(thanked_me)}, as_instant(now))


def touch_from(row: Mapping[str, Any]) -> Touch:
    """A touch from its columns by name."""
    return Touch(
        row["id"],
        date.fromisoformat(row["on_date"]),
        TouchKind(row["kind"]),
        row["points"],
        Channel(row["channel"]) if row["channel"] else None,
        Direction(row["direction"]),
        Purpose(row["purpose"]),
        time.fromisoformat(row["at_time"]) if row["at_time"] else None,
        row["zone"],
        row["topic"],
        row["words"],
        row["note"],
        bool(row["wants_answer"]),
        bool(row["expects_call"]),
        row["promise_id"],
    )
