"""What follows from a touch by itself: the event it is, the thank-you it makes owed, the promise it answers."""

from __future__ import annotations

from datetime import date, timedelta

from planner.domain.history import FACE_TO_FACE, NOT_CONTACT, TALKS
from planner.domain.interest import Scope
from planner.domain.person import Facts
from planner.domain.promise import Promise, PromiseKind
from planner.domain.stage import Event
from planner.domain.thanks import LONGEST_TO_THANK, ThanksFor
from planner.domain.touch import CALL_ATTEMPTS, Channel, Direction, Touch, TouchKind

_K = TouchKind

SAYS_THANKS = frozenset({_K.THANK_YOU, _K.CARD_WRITTEN})
"""Kinds that close a thank-you owed."""

_TWO_DAYS = frozenset({ThanksFor.ORDER, ThanksFor.HOSTED, ThanksFor.CAME})

_YES = {_K.BOUGHT: Event.BOUGHT, _K.BOOKED: Event.BOOKED, _K.JOINED: Event.JOINED}
YES_TO = {_K.BOUGHT: Scope.BUY, _K.BOOKED: Scope.HOST, _K.JOINED: Scope.JOIN}
"""What a yes of theirs is about."""

_OFFERS = frozenset({_K.ASK_BUY, _K.ASK_HOST, _K.ASK_JOIN})
_THANKS = {_K.BOUGHT: ThanksFor.ORDER, _K.JOINED: ThanksFor.JOINED}
_JUST_RANG = frozenset({_K.NO_ANSWER, _K.SOMEONE_ELSE, _K.WRONG_NUMBER, _K.PITCH_VOICEMAIL})
_BY_VOICE = frozenset({Channel.CALL, Channel.VOICEMAIL, Channel.VIDEO, Channel.IN_PERSON, Channel.PARTY})
_NO_TOUCH_AT_ALL = NOT_CONTACT | {_K.PROMISE_KEPT, _K.LIKE, _K.PROBLEM_OPEN, _K.SENT_BUSINESS}


def event_of(touch: Touch, about: Facts) -> Event | None:
    """What a touch means for the business (D3, and the rows of D4 that need no form).

    Nobody's silence is an event beyond the first try (004-14). An inquiry about something raises a hand, unless it is
    the very thing that they said No to: that takes their own words about it (G5).
    """
    if touch.kind in _YES:
        return _YES[touch.kind]
    if touch.direction is Direction.THEM and touch.kind not in _NO_TOUCH_AT_ALL:
        return Event.RAISED_HAND if _asks_about_something(touch, about) else Event.WROTE
    if _is_talk(touch):
        return Event.TALKED
    if touch.kind in _OFFERS:
        return Event.WAS_OFFERED
    is_attempt = touch.direction is Direction.ME and touch.kind not in _NO_TOUCH_AT_ALL
    return Event.TRIED if is_attempt else None


def _asks_about_something(touch: Touch, about: Facts) -> bool:
    if touch.kind is not _K.REACHED_OUT or not touch.topic:
        return False
    if touch.topic in set(Scope):
        return True
    standing = [no for no in about.noes if no.holds_on(touch.on)]
    return bool(standing) and not any(no.scope in (Scope.BUY, Scope.EVERYTHING) for no in standing)


def thanks_owed_for(touch: Touch) -> ThanksFor | None:
    """What a touch of theirs makes a thank-you owed for (D2, 000-34, 004-30)."""
    if touch.kind in _THANKS:
        return _THANKS[touch.kind]
    if touch.kind is _K.LIKE and touch.direction is Direction.THEM:
        return ThanksFor.COMMENT
    if touch.kind is not _K.HELPED_ME:
        return None
    named = next((each for each in ThanksFor if each.value == touch.topic), None)
    return named or (ThanksFor.HOSTED if touch.channel is Channel.PARTY else ThanksFor.HELPED)


def thanks_due(trigger: ThanksFor, on: date) -> date:
    """Until when the thank-you is due: the next day, two days after an order or a party (D1)."""
    return on + (LONGEST_TO_THANK if trigger in _TWO_DAYS else timedelta(days=1))


def answers(promise: Promise, touch: Touch) -> bool:
    """Whether ``touch`` is an attempt at what was promised, leaving aside when."""
    if touch.promise_id is not None:
        return touch.promise_id == promise.id
    if touch.direction is Direction.THEM and not _is_talk(touch):
        return False
    if touch.kind in NOT_CONTACT - {_K.WRONG_NUMBER} or touch.kind is _K.PROMISE_KEPT:
        return False
    if promise.kind is PromiseKind.FOLLOW_UP:
        return True
    if promise.channel is not None and promise.channel not in _BY_VOICE:
        return touch.channel is promise.channel
    if promise.kind is PromiseKind.PROMISED:
        return promise.channel is not None and touch.channel in _BY_VOICE and touch.kind not in _JUST_RANG
    return touch.kind in CALL_ATTEMPTS or _is_talk(touch)


def settles_pencilled(touch: Touch) -> bool:
    """Whether ``touch`` is contact of any kind, so that what a voicemail left pencilled in has had its answer."""
    return touch.kind not in _NO_TOUCH_AT_ALL


def earns_kept_promise(touch: Touch) -> bool:
    """Whether keeping a promise with this touch is worth points: they spoke, or heard when to expect the next call."""
    return touch.kind not in _JUST_RANG


def _is_talk(touch: Touch) -> bool:
    return touch.kind in TALKS or (touch.channel in FACE_TO_FACE and touch.kind not in _NO_TOUCH_AT_ALL)
