"""People for tests of the rules, in a line: ``person(touches=[talk("2026-11-01")])``."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from itertools import count
from typing import Any

from planner.domain.decide import decide
from planner.domain.method import Method
from planner.domain.moment import Moment
from planner.domain.move import Move
from planner.domain.person import Facts, Phone
from planner.domain.promise import Promise, PromiseKind, Window
from planner.domain.touch import KINDS, Channel, Touch, TouchKind

HOME = "America/Chicago"
_ids = count(1)


def day(text: str) -> date:
    """A date from its ISO form."""
    return date.fromisoformat(text)


def at(local: str, zone: str = HOME) -> Moment:
    """A wall clock in Nashville, where Dana lives."""
    return Moment.at(datetime.fromisoformat(local), zone)


def person(**known: Any) -> Facts:
    """Somebody in Nashville with a number; lists may be given as lists."""
    given: dict[str, Any] = {
        "id": 1,
        "name": "Maria Lopez",
        "zones": (HOME,),
        "regions": ("US-TN",),
        "country": "US",
        "phones": (Phone("(615) 555-0142", "+16155550142"),),
        "added_on": date(2026, 1, 5),
    }
    given |= {name: tuple(value) if isinstance(value, list) else value for name, value in known.items()}
    return Facts(**given)


def touch(kind: TouchKind, on: str, at_time: str | None = None, **known: Any) -> Touch:
    """Something that happened, with the points and the direction of its kind unless told."""
    facts = KINDS[kind]
    given: dict[str, Any] = {
        "id": next(_ids),
        "on": day(on),
        "kind": kind,
        "points": facts.points,
        "direction": facts.direction,
        "purpose": facts.purpose,
        "at": time.fromisoformat(at_time) if at_time else None,
        "zone": HOME,
    }
    return Touch(**(given | known))


def talk(on: str, at_time: str | None = None) -> Touch:
    """A real conversation by phone."""
    return touch(TouchKind.CONVERSATION, on, at_time, channel=Channel.CALL)


def no_answer(on: str, at_time: str | None = None) -> Touch:
    """A call nobody picked up."""
    return touch(TouchKind.NO_ANSWER, on, at_time, channel=Channel.CALL)


def text(on: str, at_time: str | None = None) -> Touch:
    """A text of the user's."""
    return touch(TouchKind.MESSAGE, on, at_time, channel=Channel.TEXT)


def inquiry(on: str, at_time: str | None = None, **known: Any) -> Touch:
    """Somebody left a number on the user's blog and expects a call."""
    return touch(TouchKind.REACHED_OUT, on, at_time, **({"wants_answer": True, "expects_call": True} | known))


def callback(on: str, at_time: str | None = None, **known: Any) -> Promise:
    """A definite callback, at a minute or any time that day."""
    given: dict[str, Any] = {
        "id": next(_ids),
        "kind": PromiseKind.CALLBACK,
        "due_on": day(on),
        "window": Window.EXACT if at_time else Window.DAY,
        "at": time.fromisoformat(at_time) if at_time else None,
        "zone": HOME,
    }
    return Promise(**(given | known))


def follow_up(on: str, reason: str = "the sample", **known: Any) -> Promise:
    """A soft follow-up of the user's own."""
    return callback(on, kind=PromiseKind.FOLLOW_UP, reason=reason, **known)


def move(facts: Facts, now: str | Moment, **settings: Any) -> Move:
    """The next right move at a wall clock in Nashville, with these settings of the method."""
    return decide(facts, at(now) if isinstance(now, str) else now, Method(**settings))


def codes(reasons: Iterable[Any]) -> list[str]:
    """The codes of reasons."""
    return [reason.code for reason in reasons]
