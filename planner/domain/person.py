"""Who a person is to the user: closeness, stage, birthday and where they came from (rules, D1 and D3)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planner.domain.batch import Batch
    from planner.domain.commitment import Commitment
    from planner.domain.household import Housemate
    from planner.domain.interest import Interest, SaidNo
    from planner.domain.order import Order
    from planner.domain.party import Party
    from planner.domain.permission import Permission, StopRule
    from planner.domain.plan_step import StepDone
    from planner.domain.promise import Promise
    from planner.domain.team import Membership
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
    FRIEND_OF_FRIEND = "friend_of_friend"
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


class Registry(StrEnum):
    """What a look-up in the country's do-not-call registry has said of a number."""

    LISTED = "listed"
    CLEAR = "clear"


@dataclass(frozen=True, slots=True)
class Phone:
    """A number as typed and as E.164 (empty when it could not be understood), and the last look-up in the registry."""

    typed: str
    e164: str = ""
    label: str = ""
    is_wrong: bool = False
    is_fax: bool = False
    registry: Registry | None = None
    registry_on: date | None = None
    extension: str = ""


@dataclass(frozen=True, slots=True)
class Homework:
    """What makes a first call to somebody a good one (G13, 003-15), each a line in the user's own words."""

    fact: str = ""
    reason: str = ""
    opening_line: str = ""
    voicemail_plan: str = ""
    good_ending: str = ""


@dataclass(frozen=True, slots=True)
class LifePause:
    """Something in their life that comes first: no business until it is over (D7.6, G20)."""

    id: int
    since: date
    until: date
    what: str = ""

    def holds_on(self, day: date) -> bool:
        """Whether it is still going on."""
        return self.since <= day < self.until


NO_HOMEWORK = Homework()


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
    is_added_by_hand: bool = False
    """Typed in one by one and not brought in with a list: somebody the user thinks of now."""
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
    orders: tuple[Order, ...] = ()
    parties: tuple[Party, ...] = ()
    """Parties they host."""
    memberships: tuple[Membership, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    interests: tuple[Interest, ...] = ()
    noes: tuple[SaidNo, ...] = ()
    pauses: tuple[LifePause, ...] = ()
    steps_done: tuple[StepDone, ...] = ()
    homework: Homework = NO_HOMEWORK
    wish: str = ""
    """What they wish for, in their own words; used in reasons (004-28)."""
    consultant: str = ""
    """Another consultant whose customer they are (G22)."""
    is_minor: bool = False
    """Said to be under eighteen; a birthday with a year tells it too (G18)."""
    is_wanted_on_team: bool = False
    """The user's private wish to work with them: care first, no ask (002-24)."""
    is_no_fit: bool = False
    """The user's own choice not to work with them: never suggested for the team (002-18)."""
    batch: Batch | None = None
    """The bought list they are on."""
    introduced_by_id: int | None = None
    introduced_by_name: str = ""
    introduced_on: date | None = None
    """When the introducer brought the two together; without it a permission is not passed on (S22)."""
    housemates: tuple[Housemate, ...] = ()
    network: str = ""
    """The social network on which they can be written to."""
    strangers_written: tuple[date, ...] = ()
    """The days of the last week on which the user first wrote to other strangers on that network (G12)."""

    @property
    def goes_by(self) -> str:
        """What to say when they pick up: the name they like, else the first word of their name, a number as a whole."""
        is_number = not any(letter.isalpha() for letter in self.name)
        return self.call_me or (self.name if is_number else self.name.split()[0])

    @property
    def usable_phones(self) -> tuple[Phone, ...]:
        """Numbers one may ring: understood, not wrong, not a fax."""
        found = (p for p in self.phones if not p.is_wrong and not p.is_fax and (p.e164 or p.typed))
        return tuple(sorted(found, key=lambda p: not p.e164))
