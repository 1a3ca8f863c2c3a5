"""What somebody is about to do, and what a guard says to it (rules D5)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from planner.domain.case import Case
from planner.domain.interest import Scope
from planner.domain.reason import Reason
from planner.domain.touch import Channel, Purpose


class Strictness(StrEnum):
    """How firmly a guard stands.

    ``HARD`` is not offered at all, ``HOLD`` waits and says for what, ``CHECK`` asks for one look first. The user may do
    it all the same with a sentence that goes to the timeline.
    """

    HARD = "hard"
    HOLD = "hold"
    CHECK = "check"


@dataclass(frozen=True, slots=True)
class Intent:
    """A contact somebody has in mind: what for, by which channel, about what, in which words (empty: not written yet).

    ``scope`` and ``topic`` belong to an ask. ``is_kind`` marks a thank-you, a birthday wish or a word of sympathy.
    """

    purpose: Purpose
    channel: Channel | None = None
    scope: Scope | None = None
    topic: str = ""
    text: str = ""
    is_kind: bool = False

    @property
    def is_ask(self) -> bool:
        """Whether it asks for something: most guards bite only then."""
        return self.purpose is Purpose.ASK

    @property
    def is_business(self) -> bool:
        """Whether it is about the business in any way."""
        return self.purpose is not Purpose.RELATIONSHIP


@dataclass(frozen=True, slots=True)
class Verdict:
    """What stands against it, how firmly, and until which day (None: no day can be named)."""

    strictness: Strictness
    reason: Reason
    until: date | None = None


Guard = Callable[[Case, Intent], Iterator[Verdict]]


def hard(rule: str, code: str, **facts: object) -> Verdict:
    """Not to be done."""
    return Verdict(Strictness.HARD, Reason(rule, code, facts))


def hold(rule: str, code: str, *, until: date | None = None, **facts: object) -> Verdict:
    """Not yet."""
    known = facts if until is None else facts | {"until": until}
    return Verdict(Strictness.HOLD, Reason(rule, code, known), until)


def check(rule: str, code: str, **facts: object) -> Verdict:
    """Only after a look."""
    return Verdict(Strictness.CHECK, Reason(rule, code, facts))
