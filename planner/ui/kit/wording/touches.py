"""Words for what happened between two people: kinds of touch, channels, levels of the account."""

from __future__ import annotations

import re

from planner.domain.account import Level
from planner.domain.touch import Channel, Direction, Side, TouchKind
from planner.ui.kit.i18n import _, pgettext, remembered

_K = TouchKind

_RULE = re.compile(r"[CDG]\d{1,2}(\.\d{1,2})?|\d{3}-\d{2}")
"""The topic of a note that tells against which rule somebody went on."""


@remembered
def channel(value: Channel) -> str:
    """How a touch travelled: "Call"."""
    c = Channel
    return {
        c.CALL: pgettext("channel", "Call"),
        c.VOICEMAIL: pgettext("channel", "Voicemail"),
        c.TEXT: pgettext("channel", "Text"),
        c.EMAIL: pgettext("channel", "E-mail"),
        c.SOCIAL: pgettext("channel", "Social media"),
        c.CARD: pgettext("channel", "Card or mail"),
        c.IN_PERSON: pgettext("channel", "In person"),
        c.PARTY: pgettext("channel", "Party"),
        c.VIDEO: pgettext("channel", "Video call"),
    }[value]


@remembered
def by_channel(value: Channel) -> str:
    """The channel after a date, inside a line: "Thu, voicemail"."""
    c = Channel
    return {
        c.CALL: pgettext("after a date", "call"),
        c.VOICEMAIL: pgettext("after a date", "voicemail"),
        c.TEXT: pgettext("after a date", "text"),
        c.EMAIL: pgettext("after a date", "e-mail"),
        c.SOCIAL: pgettext("after a date", "social"),
        c.CARD: pgettext("after a date", "card"),
        c.IN_PERSON: pgettext("after a date", "met"),
        c.PARTY: pgettext("after a date", "party"),
        c.VIDEO: pgettext("after a date", "video"),
    }[value]


@remembered
def touch_kind(value: TouchKind) -> str:
    """What happened, in two or three words: "Useful tip"."""
    return (_given(value) or _asked(value) or _neither(value)) or value.value


def _given(value: TouchKind) -> str:
    return {
        _K.PROBLEM_SOLVED: _("Problem solved"),
        _K.HELPED_IN_PERSON: _("Helped in person"),
        _K.CARD_WRITTEN: _("Card written by hand"),
        _K.APOLOGY: _("Apology"),
        _K.CONVERSATION: _("Conversation"),
        _K.GIFT: _("Gift or sample"),
        _K.SENT_BUSINESS: _("Sent help or business their way"),
        _K.REWARD_DELIVERED: _("Host reward delivered"),
        _K.THANK_YOU: _("Thank-you"),
        _K.CHECK_IN: _("Check-in"),
        _K.PROMISE_KEPT: _("Promise kept"),
        _K.BIRTHDAY: _("Birthday remembered"),
        _K.REACHED_OUT: _("They reached out"),
        _K.BOUGHT: _("They bought"),
        _K.BOOKED: _("They booked a party"),
        _K.JOINED: _("They joined the team"),
        _K.ASKED_PERMISSION: _("Asked their permission"),
        _K.USEFUL_INFO: _("Useful tip"),
        _K.NEWS_WANTED: _("News they asked for"),
        _K.INVITATION: _("Invitation"),
        _K.HELPED_ME: _("They helped you"),
        _K.LIKE: _("Like or comment"),
        _K.OPENING_BALANCE: _("Opening balance"),
    }.get(value, "")


def _asked(value: TouchKind) -> str:
    return {
        _K.VOICEMAIL: _("Voicemail left"),
        _K.NO_ANSWER: _("No answer"),
        _K.NUDGE: _("Nudge without answer"),
        _K.ASK_REFERRAL: _("Asked for a referral"),
        _K.PITCHED_THEIR_FRIEND: _("Offer to a friend of theirs"),
        _K.PROMOTION: _("Promotion not asked for"),
        _K.SLOW_REPLY: _("Slow reply"),
        _K.ASK_BUY: _("Asked to buy"),
        _K.ASK_HOST: _("Asked to host"),
        _K.ADDED_UNASKED: _("Added to a list unasked"),
        _K.ASK_JOIN: _("Asked to join"),
        _K.CANCELLED_ON_THEM: _("Canceled on them"),
        _K.OUTSIDE_HOURS: _("Contact outside hours"),
        _K.PROBLEM_OPEN: _("Problem open"),
        _K.PROMISE_BROKEN: _("Promise broken"),
        _K.PITCH_VOICEMAIL: _("Offer left on voicemail"),
        _K.PITCH_STRANGER: _("Offer to a stranger"),
        _K.PITCH_FRIEND: _("Uninvited offer to a friend"),
        _K.PUSHED_AFTER_NO: _("Pushed after a no"),
        _K.AFTER_STOP: _("Contact after a stop"),
    }.get(value, "")


def _neither(value: TouchKind) -> str:
    return {
        _K.MESSAGE: _("Message sent"),
        _K.BUSY: _("Busy, call back"),
        _K.SOMEONE_ELSE: _("Somebody else answered"),
        _K.WRONG_NUMBER: _("Wrong number"),
        _K.LOGISTICS: _("Arrangements"),
        _K.NOTE: pgettext("touch", "Note"),
    }.get(value, "")


@remembered
def level(value: Level) -> str:
    """The word for a balance: "Warming"."""
    return {
        Level.OVERDRAWN: _("Overdrawn"),
        Level.THIN: _("Thin"),
        Level.WARMING: _("Warming"),
        Level.GOOD: _("Good"),
        Level.STRONG: _("Strong"),
    }[value]


@remembered
def side(value: Side) -> str:
    """The side of the timeline: "Given"."""
    return {
        Side.DEPOSIT: pgettext("side", "Given"),
        Side.WITHDRAWAL: pgettext("side", "Asked"),
        Side.NEUTRAL: pgettext("side", "Neither"),
    }[value]


@remembered
def direction(value: Direction) -> str:
    """Who began: "I did"."""
    return {Direction.ME: _("I did"), Direction.THEM: _("They did")}[value]


def about(topic: str) -> str:
    """What an entry was about: as typed, or in words where the program itself noted a yes of theirs."""
    known = {
        "joined": _("joined the team"),
        "hosts": _("will host"),
        "order": _("an order"),
        "hosted": _("hosted"),
        "referral": _("introduced somebody"),
        "testimonial": _("kind words"),
        "comment": _("a comment"),
        "helped": _("helped you"),
        "just_friends": _("just friends"),
        "buy": _("buying"),
        "host": _("hosting"),
        "join": _("joining"),
        "refer": _("naming friends"),
        "introduction": _("asked for an introduction"),
    }
    if _RULE.fullmatch(topic):
        return _("Against a hold ({rule}), because:").format(rule=topic)
    return known.get(topic, topic)
