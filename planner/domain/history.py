"""What the touches of one person tell: the last signs of life, what was tried since, and what waits for an answer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

from planner.domain.touch import ASKS, PITCHES, Channel, Direction, Touch, TouchKind

_K = TouchKind

NOT_CONTACT = frozenset(
    {
        _K.OPENING_BALANCE,
        _K.NOTE,
        _K.LOGISTICS,
        _K.SLOW_REPLY,
        _K.CANCELLED_ON_THEM,
        _K.OUTSIDE_HOURS,
        _K.PROMISE_BROKEN,
        _K.ADDED_UNASKED,
        _K.WRONG_NUMBER,
        _K.PITCHED_THEIR_FRIEND,
    }
)
"""Entries that are true of the account but brought nobody in touch."""

TWO_WAY = frozenset({_K.CONVERSATION, _K.BUSY, _K.HELPED_IN_PERSON, _K.PROBLEM_SOLVED})
"""Kinds in which both were there, whoever began."""

FACE_TO_FACE = frozenset({Channel.IN_PERSON, Channel.PARTY, Channel.VIDEO})

UNANSWERED_CALLS = frozenset({_K.NO_ANSWER, _K.VOICEMAIL, _K.PITCH_VOICEMAIL, _K.SOMEONE_ELSE})
"""Call attempts that count towards the caps of G9."""

MESSAGES = frozenset({_K.MESSAGE, _K.NUDGE})
"""Written words that wait for an answer; cards, gifts and thank-yous wait for none."""

_A_MONTH = 30
TALKS = frozenset({_K.CONVERSATION, _K.HELPED_IN_PERSON})
ORDERS = frozenset({_K.BOUGHT})


def is_by_them(touch: Touch) -> bool:
    """Whether this is a sign of life: they began, or both were there."""
    if touch.kind in NOT_CONTACT:
        return False
    return touch.direction is Direction.THEM or touch.kind in TWO_WAY or touch.channel in FACE_TO_FACE


def is_by_me(touch: Touch) -> bool:
    """Whether the user was in touch, or tried to be."""
    return touch.direction is Direction.ME and touch.kind not in NOT_CONTACT


def in_order(touches: Iterable[Touch], today: date) -> list[Touch]:
    """Touches up to today as they happened; one without a time of day follows what was entered before it."""
    by_entry = sorted((touch for touch in touches if touch.on <= today), key=lambda touch: (touch.on, touch.id))
    keyed: list[tuple[date, time, int, Touch]] = []
    day, latest = date.min, time.min
    for touch in by_entry:
        if touch.on != day:
            day, latest = touch.on, time.min
        at = touch.at or latest
        latest = max(latest, at)
        keyed.append((touch.on, at, touch.id, touch))
    keyed.sort(key=lambda key: key[:3])
    return [key[3] for key in keyed]


@dataclass(frozen=True, slots=True)
class History:
    """The timeline of one person read once: what the rules ask it again and again.

    ``calls``, ``messages`` and ``rounds`` are what the user tried since the last sign of life, oldest first; a round
    is one contact, so a text and the call that follows it the same day are one. ``asked`` is an inquiry or message of
    theirs, the newest that marks this spell of contact; ``is_answered`` tells whether the user has tried to answer it.
    ``broke_silence`` is the last day on which the user was the first to be in touch after more than a month, and the
    day of the contact before it, None where there was none.
    """

    last_on: date | None = None
    last_by_me_on: date | None = None
    last_sign: Touch | None = None
    last_talk_on: date | None = None
    last_order_on: date | None = None
    last_ask: Touch | None = None
    calls: tuple[Touch, ...] = ()
    messages: tuple[Touch, ...] = ()
    rounds: tuple[tuple[Touch, ...], ...] = ()
    asked: Touch | None = None
    is_answered: bool = True
    asks_in_all: int = 0
    deposits_since_ask: int = 0
    broke_silence: tuple[date, date | None] | None = None

    @classmethod
    def of(cls, touches: Iterable[Touch], today: date) -> History:
        """Read the touches up to today once."""
        reader = _Reader()
        for touch in in_order(touches, today):
            reader.read(touch)
        return reader.history()

    @property
    def last_sign_on(self) -> date | None:
        """When they were last in touch, or both were."""
        return self.last_sign.on if self.last_sign else None

    @property
    def voicemails(self) -> tuple[Touch, ...]:
        """Voicemails since the last sign of life (G10)."""
        return tuple(touch for touch in self.calls if touch.kind in {_K.VOICEMAIL, _K.PITCH_VOICEMAIL})

    @property
    def knows_us(self) -> bool:
        """Whether there ever was a conversation, an order or a word from them."""
        return self.last_sign is not None


class _Reader:
    """Gathers a history touch by touch, in order."""

    def __init__(self) -> None:
        self.seen: dict[str, date | None] = {"any": None, "me": None, "talk": None, "order": None}
        self.last_sign: Touch | None = None
        self.last_ask: Touch | None = None
        self.rounds: list[list[Touch]] = []
        self.asked: Touch | None = None
        self.is_answered = True
        self.asks_in_all = 0
        self.deposits_since_ask = 0
        self.broke_silence: tuple[date, date | None] | None = None

    def read(self, touch: Touch) -> None:
        self._count(touch)
        if touch.kind in NOT_CONTACT:
            return
        before, self.seen["any"] = self.seen["any"], touch.on
        if touch.direction is Direction.ME and (before is None or (touch.on - before).days > _A_MONTH):
            self.broke_silence = touch.on, before
        if touch.kind in TALKS:
            self.seen["talk"] = touch.on
        if touch.kind in ORDERS:
            self.seen["order"] = touch.on
        if touch.direction is Direction.ME:
            self.seen["me"] = touch.on
            self.is_answered = True
        if is_by_them(touch):
            self._sign_of_life(touch)
        elif touch.direction is Direction.ME:
            self._tried(touch)

    def _count(self, touch: Touch) -> None:
        if touch.kind in ASKS or touch.kind in PITCHES:
            self.asks_in_all += 1
            self.last_ask = touch
            self.deposits_since_ask = 0
        elif touch.points > 0 and touch.kind is not _K.OPENING_BALANCE:
            self.deposits_since_ask += 1

    def _sign_of_life(self, touch: Touch) -> None:
        self.last_sign = touch
        self.rounds = []
        if touch.direction is Direction.THEM and (touch.wants_answer or touch.expects_call):
            if self.is_answered or self.asked is None:
                self.asked = touch
            self.is_answered = False
        elif self.is_answered or touch.kind in TALKS:
            self.asked = None
            self.is_answered = True

    def _tried(self, touch: Touch) -> None:
        if touch.kind not in UNANSWERED_CALLS and touch.kind not in MESSAGES:
            return
        follows_text = (
            bool(self.rounds)
            and touch.kind in UNANSWERED_CALLS
            and self.rounds[-1][-1].kind in MESSAGES
            and self.rounds[-1][-1].on == touch.on
        )
        if follows_text:
            self.rounds[-1].append(touch)
        else:
            self.rounds.append([touch])

    def history(self) -> History:
        tried = [touch for contact in self.rounds for touch in contact]
        return History(
            last_on=self.seen["any"],
            last_by_me_on=self.seen["me"],
            last_sign=self.last_sign,
            last_talk_on=self.seen["talk"],
            last_order_on=self.seen["order"],
            last_ask=self.last_ask,
            calls=tuple(touch for touch in tried if touch.kind in UNANSWERED_CALLS),
            messages=tuple(touch for touch in tried if touch.kind in MESSAGES),
            rounds=tuple(tuple(contact) for contact in self.rounds),
            asked=self.asked,
            is_answered=self.is_answered,
            asks_in_all=self.asks_in_all,
            deposits_since_ask=self.deposits_since_ask,
            broke_silence=self.broke_silence,
        )
