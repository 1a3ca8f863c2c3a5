"""Permissions with their words, and stop rules (rules D1, G1; practices 004-23 to 004-26)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from planner.domain.calendar_months import months_after
from planner.domain.touch import Channel


class Topic(StrEnum):
    """What somebody said they would like to hear about."""

    ANY = "any"
    NEW_THINGS = "new_things"
    GET_TOGETHERS = "get_togethers"
    REORDER = "reorder"
    BUSINESS = "business"


class Basis(StrEnum):
    """How a permission was given."""

    WRITTEN = "written"
    CARD = "card"
    VERBAL = "verbal"
    FORM = "form"
    TEXT = "text"
    GAVE_NUMBER = "gave_number"
    IMPLIED_INQUIRY = "implied_inquiry"
    IMPLIED_PURCHASE = "implied_purchase"


@dataclass(frozen=True, slots=True)
class Permission:
    """A yes for one channel, with the words in which it was given. Revoking wins over any earlier grant."""

    id: int
    channel: Channel
    topics: tuple[Topic, ...] = (Topic.ANY,)
    basis: Basis = Basis.VERBAL
    words: str = ""
    given_on: date | None = None
    place: str = ""
    expires_on: date | None = None
    revoked_on: date | None = None
    revoked_words: str = ""

    def holds_on(self, day: date) -> bool:
        """Whether the yes still stands on ``day``."""
        if self.revoked_on is not None and self.revoked_on <= day:
            return False
        if self.given_on is not None and self.given_on > day:
            return False
        return self.expires_on is None or day <= self.expires_on

    def is_of_long_ago(self, day: date, months: int) -> bool:
        """Whether it was given so many calendar months ago that it is kind to ask again (D11)."""
        return self.given_on is not None and months_after(self.given_on, months) <= day


_CARRIED_BY = {Channel.VOICEMAIL: Channel.CALL, Channel.VIDEO: Channel.CALL}


class Meant(StrEnum):
    """What somebody meant by a stop on one channel, once the user has asked or understood."""

    CHANNEL = "channel"
    BUSINESS = "business"
    EVERYTHING = "everything"


@dataclass(frozen=True, slots=True)
class StopRule:
    """Do not contact: on one channel, or on all when ``channel`` is None. In force from the moment it was said.

    Until ``meant`` is known, a stop on one channel holds all business (C1, revocation).
    """

    id: int
    channel: Channel | None
    on: date
    words: str = ""
    asked_by: str = "them"
    meant: Meant | None = None
    at: time | None = None

    @property
    def is_for_all(self) -> bool:
        """Whether they want no contact at all."""
        return self.channel is None or self.meant is Meant.EVERYTHING

    def covers(self, channel: Channel) -> bool:
        """Whether this channel is closed; a voicemail and a video call stand and fall with calling."""
        return self.is_for_all or self.channel is _CARRIED_BY.get(channel, channel)

    @property
    def stops_business(self) -> bool:
        """Whether all business rests, for good or until it is known what they meant."""
        return self.is_for_all or self.meant in {None, Meant.BUSINESS}
