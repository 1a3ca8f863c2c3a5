"""By which channel: what they like best, then text and call, then whatever else reaches them (D7, "Channel")."""

from __future__ import annotations

from dataclasses import dataclass

from planner.domain import attempts, basis
from planner.domain.basis import Verdict
from planner.domain.case import Case
from planner.domain.history import is_by_me
from planner.domain.interest import Scope
from planner.domain.move import Action, Move
from planner.domain.permission import Topic
from planner.domain.reason import Reason
from planner.domain.touch import Channel, Purpose

BY_PHONE = frozenset({Channel.CALL, Channel.TEXT, Channel.VOICEMAIL})
_ONE_WORD = frozenset({Action.CELEBRATE, Action.THANK})
_WRITTEN = (Channel.SOCIAL, Channel.EMAIL, Channel.CARD)
_IN_WRITING = 2
_WORDS_ALONE = frozenset({Channel.TEXT, Channel.EMAIL, Channel.SOCIAL})
_ANSWERED_IN_KIND = frozenset({Channel.TEXT, Channel.EMAIL, Channel.SOCIAL})


@dataclass(frozen=True, slots=True)
class Way:
    """A channel, whether a call follows the text, and why this way."""

    channel: Channel
    then_call: bool = False
    why: Reason | None = None


def choose(case: Case, move: Move) -> Way | None:
    """The way for this move that is open to the user and most welcome to the person; None when all are closed."""
    if move.channel is not None and _reaches(case, move.channel):
        return _text_before_call(case) if move.channel is Channel.CALL else Way(move.channel)
    for pick in (_answer_in_kind, _by_voice_again, _as_they_like, _by_phone):
        way = pick(case, move)
        if way is not None:
            return way
    return without_phone(case)


def for_an_offer(case: Case, way: Way, about: Scope | Topic | None) -> Way:
    """The same way as far as the law lets an offer go by it: by its text or its call alone, else in another (C4)."""
    parts = (Channel.TEXT, Channel.CALL) if way.then_call else (way.channel,)
    rulings = {channel: case.ruling(channel, Purpose.ASK, about) for channel in parts}
    lawful = [channel for channel in parts if rulings[channel].verdict is not Verdict.NO]
    if lawful:
        look = next((rulings[channel].reason for channel in lawful if not rulings[channel].is_ok), None)
        if look is None and len(lawful) == len(parts):
            return way
        return Way(lawful[0], then_call=len(lawful) > 1, why=look)
    others = (channel for channel in (*_WRITTEN, Channel.IN_PERSON) if _reaches(case, channel))
    other = next((each for each in others if case.ruling(each, Purpose.ASK, about).is_ok), Channel.IN_PERSON)
    return Way(other, why=rulings[parts[-1]].reason)


def without_phone(case: Case) -> Way | None:
    """In writing, else when the two next meet; None when even that is closed."""
    for channel in _WRITTEN:
        if _reaches(case, channel):
            return Way(channel, why=Reason("D7", "in_writing", {"channel": channel}))
    if _reaches(case, Channel.IN_PERSON):
        return Way(Channel.IN_PERSON, why=Reason("D7", "no_way_but_meeting"))
    return None


def _answer_in_kind(case: Case, move: Move) -> Way | None:
    """What came in writing and asks for no call is answered where it came from."""
    asked = case.history.asked
    if move.action is not Action.ANSWER or asked is None or asked.expects_call:
        return None
    if asked.channel in _ANSWERED_IN_KIND and _reaches(case, asked.channel):
        return Way(asked.channel, why=Reason("D7", "where_they_wrote", {"channel": asked.channel}))
    return None


def _by_voice_again(case: Case, move: Move) -> Way | None:
    """004-27: after two hellos in writing the next one is by voice, where a call is welcome."""
    if move.action is not Action.KEEP_IN_TOUCH or case.facts.preferred_channel not in {None, Channel.CALL}:
        return None
    lately = [touch.channel for touch in case.facts.touches if is_by_me(touch) and touch.on <= case.today][
        -_IN_WRITING:
    ]
    is_silent = len(lately) == _IN_WRITING and all(channel in _WORDS_ALONE for channel in lately)
    if is_silent and basis.may(case.facts, Channel.CALL, case.today) is True and _reaches(case, Channel.CALL):
        return Way(Channel.CALL, why=Reason("004-27", "voice_again"))
    return None


def _as_they_like(case: Case, move: Move) -> Way | None:
    liked = case.facts.preferred_channel
    if liked is None or not _reaches(case, liked):
        return None
    why = Reason("D7", "they_prefer", {"channel": liked})
    if liked is Channel.CALL and (move.action is Action.RECONNECT or _enough_calls(case, move)):
        return None
    wants_voice = move.action in {Action.CALL, Action.APOLOGISE}
    if liked is Channel.TEXT and wants_voice and _reaches(case, Channel.CALL):
        return Way(Channel.TEXT, then_call=True, why=why)
    return Way(liked, why=why)


def _by_phone(case: Case, move: Move) -> Way | None:
    may_ring = _reaches(case, Channel.CALL) and not _enough_calls(case, move)
    may_text = _reaches(case, Channel.TEXT) and not _enough_texts(case, move)
    is_welcome = case.in_relationship or basis.may(case.facts, Channel.TEXT, case.today) is True
    asked_now = move.action is Action.ANSWER or case.history.asked is not None
    if move.action is Action.RECONNECT:
        return Way(Channel.TEXT, why=Reason("D6.10", "text_before_any_call")) if may_text else None
    if move.action in _ONE_WORD:
        if may_ring and case.facts.closeness.is_protected:
            return Way(Channel.CALL)
        if may_text and (is_welcome or case.is_stranger):
            return Way(Channel.TEXT)
    if move.action is Action.CALL and may_ring:
        return Way(Channel.CALL)
    if may_ring and may_text and (is_welcome or asked_now):
        why = Reason("C3", "text_and_call_now") if asked_now else Reason("004-16", "text_then_call")
        return Way(Channel.TEXT, then_call=True, why=why)
    if may_ring:
        return Way(Channel.CALL)
    if may_text and (is_welcome or asked_now or case.history.calls):
        return Way(Channel.TEXT, why=_instead_of_calling(case, move))
    return None


def _text_before_call(case: Case) -> Way:
    likes_text = case.facts.preferred_channel is Channel.TEXT and _reaches(case, Channel.TEXT)
    if not likes_text:
        return Way(Channel.CALL)
    return Way(Channel.TEXT, then_call=True, why=Reason("D7", "they_prefer", {"channel": Channel.TEXT}))


def _instead_of_calling(case: Case, move: Move) -> Reason | None:
    return Reason("G9", "enough_calls", {"calls": len(case.history.calls)}) if _enough_calls(case, move) else None


def _enough_calls(case: Case, move: Move) -> bool:
    """Half the cap of unanswered calls: time for another channel; not for a call that was promised (G9)."""
    if move.action in {Action.CALL, Action.ANSWER} or case.history.asked is not None:
        return False
    return 2 * len(case.history.calls) > attempts.cap(case.facts, case.history, case.method)


def _enough_texts(case: Case, move: Move) -> bool:
    """Two texts without an answer: no third; an answer, a greeting and a word after a year's silence are none (G9)."""
    if move.action in {Action.ANSWER, Action.RECONNECT, *_ONE_WORD}:
        return False
    texts = [touch for touch in case.history.messages if touch.channel in {Channel.TEXT, None}]
    return len(texts) >= case.method.unanswered_texts


def _reaches(case: Case, channel: Channel) -> bool:
    """Whether the channel leads to them and they have not closed it."""
    facts = case.facts
    if basis.may(facts, channel, case.today) is False:
        return False
    if channel in BY_PHONE and any(stop.covers(channel) for mate in facts.housemates for stop in mate.stops):
        return False
    if channel in BY_PHONE or channel is Channel.VIDEO:
        return bool(facts.usable_phones)
    return {
        Channel.EMAIL: facts.has_email,
        Channel.SOCIAL: facts.has_social,
        Channel.CARD: facts.has_address,
    }.get(channel, True)
