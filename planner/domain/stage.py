"""Where the business stands, as a machine of stages and events (rules D3): what is not in the table cannot happen.

Plans that begin with a stage (care after an order, a party, a member's first days) follow from the order, the party and
the membership themselves, so the table does not name them. So does the rest after too many tries, which a try that was
taken back ends again; nothing fires ``TRIED_ENOUGH`` and ``RESTED`` by itself.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from planner.domain.person import Stage


class Event(StrEnum):
    """What can move the business between two people."""

    TRIED = "tried"
    WROTE = "wrote"
    RAISED_HAND = "raised_hand"
    TALKED = "talked"
    WAS_OFFERED = "was_offered"
    BOUGHT = "bought"
    BOOKED = "booked"
    JOINED = "joined"
    NOT_NOW = "not_now"
    SAID_NO = "said_no"
    SAID_NO_TO_ONE = "said_no_to_one"
    CLOSED = "closed"
    TRIED_ENOUGH = "tried_enough"
    RESTED = "rested"
    DETAILS_LOST = "details_lost"
    IS_FAN = "is_fan"


class Also(StrEnum):
    """What an event does beside moving the stage."""

    ASKS_REST = "asks_rest"
    """No asks before a day: the one they named, or the vague ninety days (G20)."""
    NO_STANDS = "no_stands"
    """A No to what they were asked for is kept for good (G5)."""
    NO_IS_LIFTED = "no_is_lifted"
    """A No to what they now ask for themselves is lifted in their words (G5)."""
    OWES_THANKS = "owes_thanks"


@dataclass(frozen=True, slots=True)
class Step:
    """Where an event leads, and what it does besides."""

    to: Stage
    also: frozenset[Also] = frozenset()


BEFORE_A_TALK = (Stage.NEW, Stage.REACHED_OUT, Stage.RESTING, Stage.BAD_DETAILS)
TALKING = (Stage.IN_CONVERSATION, Stage.OFFERED)
ROLES = (Stage.CUSTOMER, Stage.HOST, Stage.TEAM, Stage.FAN)
_AWAY = (Stage.NOT_NOW, Stage.NO, Stage.CLOSED_KINDLY)
_NO_ROLE = (*BEFORE_A_TALK, *TALKING, *_AWAY)
_REFUSES = (*BEFORE_A_TALK, *TALKING, Stage.NOT_NOW)

_Row = tuple[Event, Collection[Stage], Stage | None, tuple[Also, ...]]
_TABLE: tuple[_Row, ...] = (
    (Event.TRIED, (Stage.NEW,), Stage.REACHED_OUT, ()),
    (Event.WROTE, (*BEFORE_A_TALK, Stage.CLOSED_KINDLY), Stage.IN_CONVERSATION, ()),
    (Event.RAISED_HAND, (*BEFORE_A_TALK, *_AWAY), Stage.IN_CONVERSATION, (Also.NO_IS_LIFTED,)),
    (Event.RAISED_HAND, (*TALKING, *ROLES), None, (Also.NO_IS_LIFTED,)),
    (Event.TALKED, BEFORE_A_TALK, Stage.IN_CONVERSATION, ()),
    (Event.WAS_OFFERED, (Stage.NEW,), Stage.REACHED_OUT, ()),
    (Event.WAS_OFFERED, (Stage.IN_CONVERSATION,), Stage.OFFERED, ()),
    (Event.BOUGHT, _NO_ROLE, Stage.CUSTOMER, (Also.OWES_THANKS,)),
    (Event.BOUGHT, ROLES, None, (Also.OWES_THANKS,)),
    (Event.BOOKED, (*_NO_ROLE, Stage.CUSTOMER, Stage.HOST), Stage.HOST, (Also.OWES_THANKS,)),
    (Event.BOOKED, (Stage.TEAM, Stage.FAN), None, (Also.OWES_THANKS,)),
    (Event.JOINED, (*_NO_ROLE, *ROLES), Stage.TEAM, (Also.OWES_THANKS,)),
    (Event.NOT_NOW, _REFUSES, Stage.NOT_NOW, (Also.ASKS_REST,)),
    (Event.NOT_NOW, ROLES, None, (Also.ASKS_REST,)),
    (Event.SAID_NO, _REFUSES, Stage.NO, (Also.NO_STANDS,)),
    (Event.SAID_NO, (*ROLES, Stage.NO, Stage.CLOSED_KINDLY), None, (Also.NO_STANDS,)),
    (Event.SAID_NO_TO_ONE, tuple(Stage), None, (Also.NO_STANDS,)),
    (Event.CLOSED, _REFUSES, Stage.CLOSED_KINDLY, ()),
    (Event.TRIED_ENOUGH, (Stage.REACHED_OUT,), Stage.RESTING, ()),
    (Event.RESTED, (Stage.RESTING,), Stage.CLOSED_KINDLY, ()),
    (Event.DETAILS_LOST, (*BEFORE_A_TALK, *TALKING, *ROLES, Stage.NOT_NOW), Stage.BAD_DETAILS, ()),
    (Event.IS_FAN, (Stage.CUSTOMER, Stage.HOST), Stage.FAN, ()),
)

STEPS: Mapping[tuple[Stage, Event], Step] = MappingProxyType(
    {(stage, event): Step(to or stage, frozenset(also)) for event, stages, to, also in _TABLE for stage in stages}
)
"""Every legal step. From a No only their own raised hand, their order, booking or joining leads on."""

LOCKED_STEPS: Mapping[tuple[Stage, Event], Step] = MappingProxyType(
    {key: step for key, step in STEPS.items() if step.to is not Stage.REACHED_OUT}
)
"""The same for somebody on a bought list whose checklist is open: the user's own attempts move nobody (000-04)."""


def after(stage: Stage, event: Event | None, *, is_locked: bool = False) -> Step:
    """Where ``event`` leads from ``stage``; an event that is not in the table leads nowhere."""
    steps = LOCKED_STEPS if is_locked else STEPS
    return Step(stage) if event is None else steps.get((stage, event), Step(stage))
