"""Promises, thank-yous, permissions and stops of one person, read from their rows."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from planner.domain.permission import Basis, Meant, Permission, StopRule, Topic
from planner.domain.promise import Promise, PromiseKind, PromiseStatus, Window
from planner.domain.thanks import ThanksFor, ThankYou
from planner.domain.touch import Channel
from planner.models import agreements as table
from planner.models.book import Book


def open_promises(book: Book, person_id: int) -> tuple[Promise, ...]:
    """What is promised to a person and still open, soonest first."""
    return tuple(map(promise_from, table.promises(book, person_id, PromiseStatus.OPEN.value)))


def open_thank_yous(book: Book, person_id: int) -> tuple[ThankYou, ...]:
    """The thank-yous a person still waits for."""
    return tuple(
        ThankYou(row_id, ThanksFor(trigger), date.fromisoformat(due), about, day(done))
        for row_id, trigger, due, about, done in table.open_thank_yous(book, person_id)
    )


def permissions(book: Book, person_id: int) -> tuple[Permission, ...]:
    """Every yes a person gave, in the order they were given; revoked ones stay as history."""
    return tuple(
        Permission(
            row_id, Channel(channel), topics_from(topics), Basis(basis), words, day(given), place, day(expires),
            day(revoked), revoked_words,
        )
        for row_id, channel, topics, basis, words, given, place, expires, revoked, revoked_words in table.permissions(
            book, person_id
        )
    )  # fmt: skip


def stops(book: Book, person_id: int) -> tuple[StopRule, ...]:
    """The stops in force for a person."""
    return tuple(map(stop_from, table.stops(book, person_id)))


def stop_from(row: tuple[Any, ...]) -> StopRule:
    """A stop from its row."""
    row_id, channel, on, words, asked_by, meant, at = row
    return StopRule(
        row_id,
        channel_from(channel),
        date.fromisoformat(on),
        words,
        asked_by,
        Meant(meant) if meant else None,
        time.fromisoformat(at) if at else None,
    )


def promise_from(row: tuple[Any, ...]) -> Promise:
    """A promise from its row."""
    row_id, kind, due, window, at, zone, channel, reason, words, made, status, closed = row
    return Promise(
        row_id,
        PromiseKind(kind),
        date.fromisoformat(due),
        Window(window),
        time.fromisoformat(at) if at else None,
        zone,
        channel_from(channel),
        reason,
        words,
        day(made),
        PromiseStatus(status),
        day(closed),
    )


def topics_from(text: str) -> tuple[Topic, ...]:
    """Topics from the words of their column."""
    return tuple(Topic(word) for word in text.split(",") if word) or (Topic.ANY,)


def channel_from(text: str | None) -> Channel | None:
    """A channel from its column."""
    return Channel(text) if text else None


def day(text: str | None) -> date | None:
    """A date from its column."""
    return date.fromisoformat(text) if text else None
