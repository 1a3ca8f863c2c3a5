"""How a contact can end, and what each ending does (rules D4): the table itself, one row each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from planner.domain.stage import Event
from planner.domain.touch import Channel, TouchKind

_K = TouchKind


class Outcome(StrEnum):
    """Every row of D4."""

    NEXT_CALL = "next_call"
    COMMITTED = "committed"
    BOUGHT = "bought"
    BOOKED = "booked"
    JOINED = "joined"
    FRIENDS = "friends"
    NOT_NOW = "not_now"
    NO = "no"
    PROBLEM = "problem"
    STOP = "stop"
    TEXT_INSTEAD = "text_instead"
    BUSY = "busy"
    DOES_NOT_REMEMBER = "does_not_remember"
    OTHER_COMPANY = "other_company"
    OTHER_CONSULTANT = "other_consultant"
    NO_FIT = "no_fit"
    VOICEMAIL = "voicemail"
    PITCH_VOICEMAIL = "pitch_voicemail"
    VOICEMAIL_FULL = "voicemail_full"
    NO_ANSWER = "no_answer"
    SOMEONE_ELSE = "someone_else"
    WRONG_NUMBER = "wrong_number"
    TEXT_SENT = "text_sent"
    THEY_WROTE = "they_wrote"
    BOUNCED = "bounced"
    MET = "met"
    HELPED = "helped"
    MOVED_BY_THEM = "moved_by_them"
    MISSED = "missed"
    BEREAVED = "bereaved"
    DIED = "died"


class Needs(StrEnum):
    """What a row cannot do without."""

    TIME = "time"
    """A definite call back: a day and a time or a part of it."""
    DAY = "day"
    SCOPE = "scope"
    OPEN_PROMISE = "open_promise"


class Then(StrEnum):
    """What a row does beside its touches and its stage."""

    PROMISE = "promise"
    """What was agreed or said is promised."""
    COMMITMENT = "commitment"
    ORDER = "order"
    PARTY = "party"
    MEMBERSHIP = "membership"
    LATER = "later"
    """No asks before the day they named, else for ninety days; a day they named is promised (D6.9)."""
    NO = "no"
    """Kept for good, and nothing of it comes up again (G5)."""
    FIX = "fix"
    """A promise within one working day (G14)."""
    STOP = "stop"
    PREFER_TEXT = "prefer_text"
    TEXT_NOW = "text_now"
    """A text today if they may be texted, else another try tomorrow."""
    TOMORROW = "tomorrow"
    LET_GO = "let_go"
    """Whatever is still open between the two is let go without points."""
    NO_ASKS_FOR_A_YEAR = "no_asks_for_a_year"
    NAME_CONSULTANT = "name_consultant"
    NO_FIT = "no_fit"
    RAISE_HAND = "raise_hand"
    BOUNCE = "bounce"
    MOVE = "move"
    BREAK = "break"
    PAUSE = "pause"
    PASSED_AWAY = "passed_away"


class Script(StrEnum):
    """Which words are offered afterwards."""

    CONFIRM = "confirm"
    SO_YOU_WOULD = "so_you_would"
    THANK_YOU = "thank_you"
    MAY_I_CHECK_IN = "may_i_check_in"
    KIND_GOODBYE = "kind_goodbye"
    APOLOGY = "apology"
    OF_COURSE_DONE = "of_course_done"
    CONGRATULATE = "congratulate"
    VOICEMAIL = "voicemail"
    TEXT = "text"
    CARD = "card"
    CONDOLENCE = "condolence"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: what a talk is worth in it (None: there was none), what else goes to the timeline, and what follows.

    ``event`` moves the stage; without one it stays as it is, whatever the touches would do by themselves.
    """

    talk: int | None = None
    kind: TouchKind | None = None
    channel: Channel | None = None
    event: Event | None = None
    then: tuple[Then, ...] = ()
    needs: tuple[Needs, ...] = ()
    script: Script | None = None


_O = Outcome
_TIME = (Needs.TIME,)
_DAY = (Needs.DAY,)

ROWS: Mapping[Outcome, Row] = MappingProxyType(
    {
        _O.NEXT_CALL: Row(6, event=Event.TALKED, needs=_TIME, then=(Then.PROMISE,), script=Script.CONFIRM),
        _O.COMMITTED: Row(6, event=Event.TALKED, needs=_DAY, then=(Then.COMMITMENT,), script=Script.SO_YOU_WOULD),
        _O.BOUGHT: Row(6, _K.BOUGHT, event=Event.BOUGHT, then=(Then.ORDER,), script=Script.THANK_YOU),
        _O.BOOKED: Row(6, _K.BOOKED, event=Event.BOOKED, needs=_DAY, then=(Then.PARTY,), script=Script.THANK_YOU),
        _O.JOINED: Row(6, _K.JOINED, event=Event.JOINED, then=(Then.MEMBERSHIP,), script=Script.THANK_YOU),
        _O.FRIENDS: Row(6),
        _O.NOT_NOW: Row(6, event=Event.NOT_NOW, then=(Then.LATER,), script=Script.MAY_I_CHECK_IN),
        _O.NO: Row(6, needs=(Needs.SCOPE,), then=(Then.NO,), script=Script.KIND_GOODBYE),
        _O.PROBLEM: Row(0, _K.PROBLEM_OPEN, then=(Then.FIX,), script=Script.APOLOGY),
        _O.STOP: Row(0, then=(Then.STOP,), script=Script.OF_COURSE_DONE),
        _O.TEXT_INSTEAD: Row(6, then=(Then.PREFER_TEXT, Then.TEXT_NOW), script=Script.TEXT),
        _O.BUSY: Row(kind=_K.BUSY, channel=Channel.CALL, needs=_TIME, then=(Then.PROMISE,)),
        _O.DOES_NOT_REMEMBER: Row(0, event=Event.CLOSED, then=(Then.LET_GO,), script=Script.APOLOGY),
        _O.OTHER_COMPANY: Row(
            0, event=Event.CLOSED, then=(Then.LET_GO, Then.NO_ASKS_FOR_A_YEAR), script=Script.CONGRATULATE
        ),
        _O.OTHER_CONSULTANT: Row(
            0, event=Event.CLOSED, then=(Then.LET_GO, Then.NAME_CONSULTANT), script=Script.KIND_GOODBYE
        ),
        _O.NO_FIT: Row(0, then=(Then.NO_FIT,)),
        _O.VOICEMAIL: Row(
            kind=_K.VOICEMAIL,
            channel=Channel.VOICEMAIL,
            event=Event.TRIED,
            needs=_TIME,
            then=(Then.PROMISE,),
            script=Script.VOICEMAIL,
        ),
        _O.PITCH_VOICEMAIL: Row(kind=_K.PITCH_VOICEMAIL, channel=Channel.VOICEMAIL, script=Script.APOLOGY),
        _O.VOICEMAIL_FULL: Row(
            kind=_K.NO_ANSWER, channel=Channel.CALL, event=Event.TRIED, then=(Then.TEXT_NOW,), script=Script.TEXT
        ),
        _O.NO_ANSWER: Row(kind=_K.NO_ANSWER, channel=Channel.CALL, event=Event.TRIED),
        _O.SOMEONE_ELSE: Row(kind=_K.SOMEONE_ELSE, channel=Channel.CALL, then=(Then.TOMORROW,)),
        _O.WRONG_NUMBER: Row(kind=_K.WRONG_NUMBER, channel=Channel.CALL, script=Script.APOLOGY),
        _O.TEXT_SENT: Row(kind=_K.MESSAGE, channel=Channel.TEXT, event=Event.TRIED),
        _O.THEY_WROTE: Row(kind=_K.REACHED_OUT, event=Event.WROTE, then=(Then.RAISE_HAND,)),
        _O.BOUNCED: Row(kind=_K.NOTE, channel=Channel.EMAIL, then=(Then.BOUNCE,)),
        _O.MET: Row(6, channel=Channel.IN_PERSON, event=Event.TALKED, script=Script.CARD),
        _O.HELPED: Row(kind=_K.HELPED_IN_PERSON, channel=Channel.IN_PERSON, event=Event.TALKED, script=Script.CARD),
        _O.MOVED_BY_THEM: Row(needs=(Needs.OPEN_PROMISE, Needs.TIME), then=(Then.MOVE,)),
        _O.MISSED: Row(needs=(Needs.OPEN_PROMISE,), then=(Then.BREAK,), script=Script.APOLOGY),
        _O.BEREAVED: Row(kind=_K.NOTE, then=(Then.PAUSE,), script=Script.CONDOLENCE),
        _O.DIED: Row(kind=_K.NOTE, then=(Then.LET_GO, Then.PASSED_AWAY), script=Script.CONDOLENCE),
    }
)
"""D4, row by row."""

TALKED = tuple(outcome for outcome, row in ROWS.items() if row.talk is not None)
"""Outcomes in which the two spoke."""
