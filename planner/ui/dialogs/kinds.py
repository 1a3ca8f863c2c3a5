"""Which kinds of touch each form offers, in the order in which people need them."""

from __future__ import annotations

from planner.domain.touch import KINDS, Channel, TouchKind
from planner.ui.kit import dates, wording
from planner.ui.kit.i18n import _

_K = TouchKind

GAVE = (
    _K.USEFUL_INFO,
    _K.CHECK_IN,
    _K.THANK_YOU,
    _K.GIFT,
    _K.CARD_WRITTEN,
    _K.HELPED_IN_PERSON,
    _K.BIRTHDAY,
    _K.PROBLEM_SOLVED,
    _K.SENT_BUSINESS,
    _K.NEWS_WANTED,
    _K.INVITATION,
    _K.ASKED_PERMISSION,
    _K.APOLOGY,
    _K.LIKE,
    _K.REWARD_DELIVERED,
)
ASKED = (
    _K.ASK_BUY,
    _K.ASK_HOST,
    _K.ASK_JOIN,
    _K.ASK_REFERRAL,
    _K.PROMOTION,
    _K.SLOW_REPLY,
    _K.CANCELLED_ON_THEM,
    _K.PROBLEM_OPEN,
    _K.OUTSIDE_HOURS,
    _K.ADDED_UNASKED,
    _K.PITCH_FRIEND,
    _K.PITCH_STRANGER,
    _K.PITCH_VOICEMAIL,
    _K.PUSHED_AFTER_NO,
    _K.AFTER_STOP,
)
HAPPENED = (
    _K.CONVERSATION,
    _K.VOICEMAIL,
    _K.NO_ANSWER,
    _K.MESSAGE,
    _K.BUSY,
    _K.REACHED_OUT,
    _K.BOUGHT,
    _K.HELPED_ME,
    _K.SOMEONE_ELSE,
    _K.WRONG_NUMBER,
    _K.LOGISTICS,
    _K.NOTE,
)
GIVEN_IN_A_TALK = (
    _K.USEFUL_INFO,
    _K.THANK_YOU,
    _K.CHECK_IN,
    _K.GIFT,
    _K.HELPED_IN_PERSON,
    _K.PROBLEM_SOLVED,
    _K.APOLOGY,
    _K.ASKED_PERMISSION,
)
ASKED_IN_A_TALK = (_K.ASK_BUY, _K.ASK_HOST, _K.ASK_JOIN, _K.ASK_REFERRAL)
SHOWN_AT_FIRST = 6
CHANNELS_AT_FIRST = 5

CHANNELS = (
    Channel.CALL,
    Channel.TEXT,
    Channel.IN_PERSON,
    Channel.EMAIL,
    Channel.VOICEMAIL,
    Channel.SOCIAL,
    Channel.CARD,
    Channel.VIDEO,
    Channel.PARTY,
)
USUAL_CHANNEL = {
    _K.CONVERSATION: Channel.CALL,
    _K.VOICEMAIL: Channel.VOICEMAIL,
    _K.PITCH_VOICEMAIL: Channel.VOICEMAIL,
    _K.NO_ANSWER: Channel.CALL,
    _K.BUSY: Channel.CALL,
    _K.SOMEONE_ELSE: Channel.CALL,
    _K.WRONG_NUMBER: Channel.CALL,
    _K.MESSAGE: Channel.TEXT,
    _K.USEFUL_INFO: Channel.TEXT,
    _K.NEWS_WANTED: Channel.TEXT,
    _K.PROMOTION: Channel.TEXT,
    _K.CARD_WRITTEN: Channel.CARD,
    _K.HELPED_IN_PERSON: Channel.IN_PERSON,
    _K.HELPED_ME: Channel.IN_PERSON,
    _K.LIKE: Channel.SOCIAL,
}

IS_ASKING = frozenset(
    {
        _K.ASK_BUY,
        _K.ASK_HOST,
        _K.ASK_JOIN,
        _K.ASK_REFERRAL,
        _K.PROMOTION,
        _K.ADDED_UNASKED,
        _K.PITCH_FRIEND,
        _K.PITCH_STRANGER,
        _K.PITCH_VOICEMAIL,
    }
)
WITHOUT_CHANNEL = frozenset({_K.NOTE, _K.SLOW_REPLY, _K.PROBLEM_OPEN})


def chip_text(kind: TouchKind) -> str:
    """A kind with its points: "Useful tip +3"."""
    points = KINDS[kind].points
    if not points:
        return wording.touch_kind(kind)
    return _("{kind} {points}").format(kind=wording.touch_kind(kind), points=dates.points(points))
