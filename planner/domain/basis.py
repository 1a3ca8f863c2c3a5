"""May I: what a stop, a permission or the relationship says about a channel (G1, compliance C4)."""

from __future__ import annotations

from datetime import date

from planner.domain.permission import Permission
from planner.domain.person import Facts
from planner.domain.touch import Channel

_CLOSELY = {Channel.VOICEMAIL: Channel.CALL, Channel.VIDEO: Channel.CALL}
"""Channels that stand and fall with another."""


def is_stopped(facts: Facts, channel: Channel) -> bool:
    """Whether they asked for quiet on this channel, or on all: in force from the moment it is written down (G1)."""
    wanted = _CLOSELY.get(channel, channel)
    return any(stop.channel is None or stop.channel is wanted for stop in facts.stops)


def permission(facts: Facts, channel: Channel, today: date) -> Permission | None:
    """The newest yes or no they gave for this channel."""
    wanted = _CLOSELY.get(channel, channel)
    given = [yes for yes in facts.permissions if yes.channel is wanted and (yes.given_on or date.min) <= today]
    return max(given, key=lambda yes: (yes.given_on or date.min, yes.id), default=None)


def may(facts: Facts, channel: Channel, today: date) -> bool | None:
    """True where they said yes or are close, False where they said no, None where nothing is known.

    A stop wins over everything; a yes taken back wins over the closeness, and a later yes over it (D1).
    """
    if is_stopped(facts, channel):
        return False
    newest = permission(facts, channel, today)
    if newest is not None and newest.revoked_on is not None and newest.revoked_on <= today:
        return False
    if newest is not None and newest.holds_on(today):
        return True
    return True if facts.closeness.is_protected else None
