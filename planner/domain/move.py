"""The next right move: what the rules answer for one person at one moment (rules D7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from planner.domain.touch import Channel, Purpose

if TYPE_CHECKING:
    from planner.domain.reason import Reason


class Action(StrEnum):
    """The moves, in the words of rules D7."""

    NONE = "none"
    LEAVE_IN_PEACE = "leave_in_peace"
    CALL = "call"
    ANSWER = "answer"
    APOLOGISE = "apologise"
    FIX = "fix"
    CARE_ONLY = "care_only"
    WELCOME_STEP = "welcome_step"
    HOST_STEP = "host_step"
    CHECK_DATE = "check_date"
    CELEBRATE = "celebrate"
    THANK = "thank"
    WAIT = "wait"
    SERVE = "serve"
    REORDER_HELP = "reorder_help"
    SET_NEXT_STEP = "set_next_step"
    FOLLOW_UP = "follow_up"
    TRY_AGAIN = "try_again"
    REST = "rest"
    KEEP_IN_TOUCH = "keep_in_touch"
    RECONNECT = "reconnect"
    ASK = "ask"
    ASK_NUMBER = "ask_number"
    ASK_INTRODUCTION = "ask_introduction"
    SMART_CALL = "smart_call"
    HOMEWORK = "homework"
    ALL_IS_WELL = "all_is_well"


class Band(StrEnum):
    """The groups of today's list; their order is ``rank`` (rules D8)."""

    CALLBACK = "callback"
    INQUIRY = "inquiry"
    OVERDUE = "overdue"
    TIME_CRITICAL = "time_critical"
    COMMITMENT = "commitment"
    KINDNESS = "kindness"
    SERVICE = "service"
    REORDER = "reorder"
    FOLLOW_UP = "follow_up"
    KEEP_IN_TOUCH = "keep_in_touch"
    BOUGHT = "bought"
    HOMEWORK = "homework"

    @property
    def rank(self) -> int:
        """10 for a callback, 20 for an inquiry … 120 for homework, as rules D8 numbers them."""
        return _RANKS[self]

    @property
    def is_never_cut(self) -> bool:
        """Promises, inquiries and whatever is critical in time stay on the list whatever the capacity."""
        return self.rank <= 40


_RANKS = {band: place * 10 for place, band in enumerate(Band, start=1)}


_ABOUT_A_PROMISE = frozenset({"promised_call", "promised", "promise_missed", "follow_up"})


@dataclass(frozen=True, slots=True)
class Move:
    """One answer: what to do, how, when, why, and what not to do.

    ``opens_at``/``closes_at`` bound when it is fine to do it, aware UTC instants (None: no bound).
    ``due_at`` is the instant the user promised, ``wait_until`` the date of a WAIT or ALL_IS_WELL.
    ``why`` is the chain of reasons, first the one that won; ``holds`` say what not to do; ``otherwise``
    says what to do if nobody answers. ``then_call`` marks text-then-call. ``ref_id`` names the promise,
    thank-you or touch it is about.
    """

    person_id: int
    action: Action
    band: Band | None = None
    channel: Channel | None = None
    purpose: Purpose = Purpose.RELATIONSHIP
    then_call: bool = False
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    due_on: date | None = None
    due_at: datetime | None = None
    wait_until: date | None = None
    is_late: bool = False
    why: tuple[Reason, ...] = ()
    holds: tuple[Reason, ...] = ()
    otherwise: Reason | None = None
    ref_id: int | None = None
    deadline: datetime | None = None
    """Until when it should have happened, where a day alone is too coarse; orders the list, aware UTC."""
    is_hot: bool = False
    """They asked within the last hour in which an answer was possible (001-17)."""

    @property
    def promise_id(self) -> int | None:
        """The promise it is about; None where it is about something else."""
        return self.ref_id if self.why and self.why[0].code in _ABOUT_A_PROMISE else None

    @property
    def new_holds(self) -> tuple[Reason, ...]:
        """The holds that say something the reasons have not said already."""
        said = {reason.code for reason in self.why}
        return tuple(hold for hold in self.holds if hold.code not in said)

    @property
    def rings(self) -> bool:
        """Whether a phone rings somewhere; a text, a card or a visit alone does not."""
        return self.then_call or self.channel is Channel.CALL
