"""Touches: everything that happened between two people, and what each kind is worth (rules, D2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from types import MappingProxyType


class Channel(StrEnum):
    """How a touch travelled."""

    CALL = "call"
    VOICEMAIL = "voicemail"
    TEXT = "text"
    EMAIL = "email"
    SOCIAL = "social"
    CARD = "card"
    IN_PERSON = "in_person"
    PARTY = "party"
    VIDEO = "video"


class Direction(StrEnum):
    """Who began."""

    ME = "me"
    THEM = "them"


class Purpose(StrEnum):
    """What a contact is for; most guards and most laws bite only on ``ASK`` (rules, headline 2)."""

    SERVICE = "service"
    RELATIONSHIP = "relationship"
    REPLY = "reply"
    ASK = "ask"
    LOGISTICS = "logistics"


class Side(StrEnum):
    """Which side of the timeline a kind of touch stands on."""

    DEPOSIT = "deposit"
    WITHDRAWAL = "withdrawal"
    NEUTRAL = "neutral"


class TouchKind(StrEnum):
    """The kinds of deposit, withdrawal and neutral entry of rules D2."""

    PROBLEM_SOLVED = "problem_solved"
    HELPED_IN_PERSON = "helped_in_person"
    CARD_WRITTEN = "card_written"
    APOLOGY = "apology"
    CONVERSATION = "conversation"
    GIFT = "gift"
    SENT_BUSINESS = "sent_business"
    REWARD_DELIVERED = "reward_delivered"
    THANK_YOU = "thank_you"
    CHECK_IN = "check_in"
    PROMISE_KEPT = "promise_kept"
    BIRTHDAY = "birthday"
    REACHED_OUT = "reached_out"
    BOUGHT = "bought"
    BOOKED = "booked"
    JOINED = "joined"
    ASKED_PERMISSION = "asked_permission"
    USEFUL_INFO = "useful_info"
    NEWS_WANTED = "news_wanted"
    INVITATION = "invitation"
    HELPED_ME = "helped_me"
    LIKE = "like"
    OPENING_BALANCE = "opening_balance"

    VOICEMAIL = "voicemail"
    NO_ANSWER = "no_answer"
    NUDGE = "nudge"
    ASK_REFERRAL = "ask_referral"
    PITCHED_THEIR_FRIEND = "pitched_their_friend"
    PROMOTION = "promotion"
    SLOW_REPLY = "slow_reply"
    ASK_BUY = "ask_buy"
    ASK_HOST = "ask_host"
    ADDED_UNASKED = "added_unasked"
    ASK_JOIN = "ask_join"
    CANCELLED_ON_THEM = "cancelled_on_them"
    OUTSIDE_HOURS = "outside_hours"
    PROBLEM_OPEN = "problem_open"
    PROMISE_BROKEN = "promise_broken"
    PITCH_VOICEMAIL = "pitch_voicemail"
    PITCH_STRANGER = "pitch_stranger"
    PITCH_FRIEND = "pitch_friend"
    PUSHED_AFTER_NO = "pushed_after_no"
    AFTER_STOP = "after_stop"

    MESSAGE = "message"
    BUSY = "busy"
    SOMEONE_ELSE = "someone_else"
    WRONG_NUMBER = "wrong_number"
    LOGISTICS = "logistics"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class KindFacts:
    """What a kind of touch is worth in points on its day, its usual purpose, and who usually begins it."""

    points: int
    purpose: Purpose = Purpose.RELATIONSHIP
    direction: Direction = Direction.ME

    @property
    def side(self) -> Side:
        """Left of the centre line, right of it, or on it."""
        if self.points > 0:
            return Side.DEPOSIT
        return Side.WITHDRAWAL if self.points < 0 else Side.NEUTRAL


_K = TouchKind
_THEM = Direction.THEM

KINDS: Mapping[TouchKind, KindFacts] = MappingProxyType(
    {
        _K.PROBLEM_SOLVED: KindFacts(10, Purpose.SERVICE),
        _K.HELPED_IN_PERSON: KindFacts(10),
        _K.CARD_WRITTEN: KindFacts(8),
        _K.APOLOGY: KindFacts(8),
        _K.CONVERSATION: KindFacts(6),
        _K.GIFT: KindFacts(6),
        _K.SENT_BUSINESS: KindFacts(6),
        _K.REWARD_DELIVERED: KindFacts(6, Purpose.SERVICE),
        _K.THANK_YOU: KindFacts(5),
        _K.CHECK_IN: KindFacts(5, Purpose.SERVICE),
        _K.PROMISE_KEPT: KindFacts(5, Purpose.SERVICE),
        _K.BIRTHDAY: KindFacts(5),
        _K.REACHED_OUT: KindFacts(4, Purpose.REPLY, _THEM),
        _K.BOUGHT: KindFacts(4, Purpose.REPLY, _THEM),
        _K.BOOKED: KindFacts(4, Purpose.REPLY, _THEM),
        _K.JOINED: KindFacts(4, Purpose.REPLY, _THEM),
        _K.ASKED_PERMISSION: KindFacts(3),
        _K.USEFUL_INFO: KindFacts(3, Purpose.SERVICE),
        _K.NEWS_WANTED: KindFacts(2, Purpose.SERVICE),
        _K.INVITATION: KindFacts(2),
        _K.HELPED_ME: KindFacts(2, direction=_THEM),
        _K.LIKE: KindFacts(1),
        _K.OPENING_BALANCE: KindFacts(4, Purpose.LOGISTICS),
        _K.VOICEMAIL: KindFacts(-1, Purpose.SERVICE),
        _K.NO_ANSWER: KindFacts(-1, Purpose.SERVICE),
        _K.NUDGE: KindFacts(-1, Purpose.SERVICE),
        _K.ASK_REFERRAL: KindFacts(-4, Purpose.ASK),
        _K.PITCHED_THEIR_FRIEND: KindFacts(-4, Purpose.LOGISTICS),
        _K.PROMOTION: KindFacts(-5, Purpose.ASK),
        _K.SLOW_REPLY: KindFacts(-5, Purpose.LOGISTICS),
        _K.ASK_BUY: KindFacts(-6, Purpose.ASK),
        _K.ASK_HOST: KindFacts(-6, Purpose.ASK),
        _K.ADDED_UNASKED: KindFacts(-6, Purpose.ASK),
        _K.ASK_JOIN: KindFacts(-8, Purpose.ASK),
        _K.CANCELLED_ON_THEM: KindFacts(-8, Purpose.LOGISTICS),
        _K.OUTSIDE_HOURS: KindFacts(-8, Purpose.LOGISTICS),
        _K.PROBLEM_OPEN: KindFacts(-8, Purpose.SERVICE, _THEM),
        _K.PROMISE_BROKEN: KindFacts(-12, Purpose.LOGISTICS),
        _K.PITCH_VOICEMAIL: KindFacts(-12, Purpose.ASK),
        _K.PITCH_STRANGER: KindFacts(-12, Purpose.ASK),
        _K.PITCH_FRIEND: KindFacts(-15, Purpose.ASK),
        _K.PUSHED_AFTER_NO: KindFacts(-25, Purpose.ASK),
        _K.AFTER_STOP: KindFacts(-40, Purpose.ASK),
        _K.MESSAGE: KindFacts(0, Purpose.SERVICE),
        _K.BUSY: KindFacts(0, Purpose.SERVICE),
        _K.SOMEONE_ELSE: KindFacts(0, Purpose.SERVICE),
        _K.WRONG_NUMBER: KindFacts(0, Purpose.LOGISTICS),
        _K.LOGISTICS: KindFacts(0, Purpose.LOGISTICS),
        _K.NOTE: KindFacts(0, Purpose.LOGISTICS),
    }
)
"""Points of every kind, from the table in rules D2. ``MESSAGE`` is a text or mail sent without a gift in it."""

ASKS = frozenset({_K.ASK_REFERRAL, _K.ASK_BUY, _K.ASK_HOST, _K.ASK_JOIN})
PITCHES = frozenset({_K.PITCH_VOICEMAIL, _K.PITCH_STRANGER, _K.PITCH_FRIEND, _K.PUSHED_AFTER_NO, _K.AFTER_STOP})
"""Asks that were not welcome: they count as asks wherever asks are counted."""
TALKS = frozenset({_K.CONVERSATION})
CALL_ATTEMPTS = frozenset({_K.VOICEMAIL, _K.PITCH_VOICEMAIL, _K.NO_ANSWER, _K.BUSY, _K.SOMEONE_ELSE, _K.WRONG_NUMBER})

JUST_FRIENDS = "just_friends"
"""The topic of a talk after which nothing needed to be agreed (000-17, 002-26)."""

OPENING_BALANCES = (0, 4, 10, 18)
"""Points of an opening balance: we have not met, we met once, we know each other, we are close (001-21)."""


@dataclass(frozen=True, slots=True)
class Touch:
    """One entry of a person's timeline as the rules see it. ``points`` is signed, on its own day.

    ``at`` is wall time in ``zone`` (the user's, as logged); ``wants_answer`` marks a message or inquiry of
    theirs that waits for a reply, ``expects_call`` one that came with a number and the wish to be called.
    """

    id: int
    on: date
    kind: TouchKind
    points: float
    channel: Channel | None = None
    direction: Direction = Direction.ME
    purpose: Purpose = Purpose.RELATIONSHIP
    at: time | None = None
    zone: str | None = None
    topic: str = ""
    words: str = ""
    note: str = ""
    wants_answer: bool = False
    expects_call: bool = False
    promise_id: int | None = None
