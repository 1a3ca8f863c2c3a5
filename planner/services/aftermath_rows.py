"""What a contact costs beside its own points, on the timeline; part of the step that writes the contact (D2)."""

from __future__ import annotations

from dataclasses import replace

from planner.domain import aftermath
from planner.domain.moment import Moment
from planner.domain.person import Facts
from planner.domain.touch import Touch, TouchKind
from planner.models import touches
from planner.models.book import Book
from planner.services import touch_rows
from planner.services.standing import refresh
from planner.services.stored import read_country, read_method

_K = TouchKind
_BESIDE = (_K.SLOW_REPLY, _K.OUTSIDE_HOURS)


def note(book: Book, about: Facts, touch: Touch, now: Moment, *, time_was_said: bool) -> None:
    """Write what follows, once; a time that nobody said blames nobody."""
    method, home = read_method(book), read_country(book)
    if aftermath.is_slow_reply(touch, about, method, home):
        _beside(book, about, touch, _K.SLOW_REPLY, now)
    if time_was_said and aftermath.is_outside_hours(touch, about, method, home):
        _beside(book, about, touch, _K.OUTSIDE_HOURS, now)
    if about.introduced_by_id is not None and aftermath.hurts_introducer(touch, about):
        hurt = touch_rows.plain(_K.PITCHED_THEIR_FRIEND, touch.on, touch.at, now)
        touch_rows.insert(book, about.introduced_by_id, replace(hurt, topic=about.goes_by), now)
        refresh(book, [about.introduced_by_id], now)


def take_back(book: Book, about: Facts, touch: Touch, now: Moment) -> bool:
    """Take away what ``note`` wrote for this touch; answers whether it had come at a wrong hour."""
    mine = [each for each in about.touches if each.kind in _BESIDE and _is_beside(each, touch)]
    for each in mine:
        touches.remove(book, each.id)
    if about.introduced_by_id is not None and aftermath.hurts_introducer(touch, about):
        hurts = map(touch_rows.touch_from, touches.of_person(book, about.introduced_by_id))
        for hurt in hurts:
            same_time = (hurt.on, hurt.at) == (touch.on, touch.at)
            if hurt.kind is _K.PITCHED_THEIR_FRIEND and same_time and hurt.topic == about.goes_by:
                touches.remove(book, hurt.id)
                break
        refresh(book, [about.introduced_by_id], now)
    return any(each.kind is _K.OUTSIDE_HOURS for each in mine)


def _beside(book: Book, about: Facts, touch: Touch, kind: TouchKind, now: Moment) -> None:
    beside = replace(touch_rows.plain(kind, touch.on, touch.at, now), channel=touch.channel)
    if not any(each.kind is kind and _is_beside(each, beside) for each in about.touches):
        touch_rows.insert(book, about.id, beside, now)


def _is_beside(one: Touch, other: Touch) -> bool:
    """What belongs to a contact bears its day, its time and its channel."""
    return one.channel is not None and (one.on, one.at, one.channel) == (other.on, other.at, other.channel)
