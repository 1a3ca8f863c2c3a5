"""Who a person is to the user: closeness, stage, birthday and where they came from (rules, D1 and D3)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planner.domain.permission import Permission, StopRule
    from planner.domain.promise import Promise
    from planner.domain.thanks import ThankYou
    from planner.domain.touch import Channel, Touch


class Closeness(StrEnum):
    """How near somebody is, whatever the business says."""

    STRANGER = "stranger"
    ACQUAINTANCE = "acquaintance"
    FRIEND = "friend"
    FAMILY = "family"

    @property
    def is_protected(self) -> bool:
        """Friends and family are never asked until they raise a hand (G6)."""
        return self in (Closeness.FRIEND, Closeness.FAMILY)


class Stage(StrEnum):
    """Where the business between two people stands (rules, D3)."""

    NEW = "new"
    REACHED_OUT = "reached_out"
    IN_CONVERSATION = "in_conversation"
    OFFERED = "offered"
    CUSTOMER = "customer"
    HOST = "host"
    TEAM = "team"
    FAN = "fan"
    NOT_NOW = "not_now"
    NO = "no"
    RESTING = "resting"
    CLOSED_KINDLY = "closed_kindly"
    BAD_DETAILS = "bad_details"


class SourceKind(StrEnum):
    """How somebody came into the book. ``BOUGHT`` is its own group; the rest is one's own or not known."""

    WEBSITE = "website"
    BLOG = "blog"
    SOCIAL_POST = "social_post"
    REFERRAL = "referral"
    EVENT = "event"
    PARTY = "party"
    MET = "met"
    BOUGHT = "bought"
    IMPORTED = "imported"
    UNKNOWN = "unknown"


class LeapRule(StrEnum):
    """When a birthday of 29 February is kept in a common year (D6.8)."""

    FEB_28 = "feb_28"
    MAR_1 = "mar_1"


@dataclass(frozen=True, slots=True)
class Birthday:
    """Month and day, and the year when it is known."""

    month: int
    day: int
    year: int | None = None
    leap_rule: LeapRule = LeapRule.FEB_28


@dataclass(frozen=True, slots=True)
class Phone:
    """A number as typed and as E.164 (empty when it could not be understood)."""

    typed: str
    e164: str = ""
    label: str = ""
    is_wrong: bool = False
    is_fax: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything the rules need to know about one person; touches in any order, future ones ignored."""

    id: int
    name: str
    call_me: str = ""
    closeness: Closeness = Closeness.ACQUAINTANCE
    stage: Stage = Stage.NEW
    stage_until: date | None = None
    source_kind: SourceKind = SourceKind.UNKNOWN
    source_name: str = ""
    source_is_locked: bool = False
    added_on: date | None = None
    zones: tuple[str, ...] = ()
    zone_is_guessed: bool = False
    country: str = ""
    birthday: Birthday | None = None
    phones: tuple[Phone, ...] = ()
    has_email: bool = False
    has_social: bool = False
    has_address: bool = False
    preferred_channel: Channel | None = None
    keep_in_touch_days: int | None = None
    is_archived: bool = False
    is_deceased: bool = False
    touches: tuple[Touch, ...] = ()
    promises: tuple[Promise, ...] = ()
    permissions: tuple[Permission, ...] = ()
    stops: tuple[StopRule, ...] = ()
    thank_yous: tuple[ThankYou, ...] = ()
    carried: int = 0
    tags: tuple[str, ...] = field(default=())
    regions: tuple[str, ...] = ()
    """States or countries whose law may hold: of the address, and of the number where it is another (C5)."""

    @property
    def goes_by(self) -> str:
        """What to say when they pick up: the name they like, else the first word of their name."""
        return self.call_me or (self.name.split() or [""])[0]

    @property
    def usable_phones(self) -> tuple[Phone, ...]:
        """Numbers one may ring: understood, not wrong, not a fax."""
        return tuple(p for p in self.phones if not p.is_wrong and not p.is_fax and (p.e164 or p.typed))
