"""What crosses between people and the screens: drafts that a form or an import fills, views that a screen shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planner.domain.permission import Permission, StopRule
from planner.domain.person import Birthday, Closeness, Homework, Registry, SourceKind, Stage
from planner.domain.promise import Promise
from planner.domain.thanks import ThankYou
from planner.domain.touch import Channel


@dataclass(frozen=True, slots=True)
class PhoneDraft:
    """A number as typed; ``e164`` is filled in on saving when it is empty and the number can be understood.

    ``registry`` is what the last look-up in the do-not-call registry said of it, on ``registry_on``.
    """

    typed: str
    label: str = ""
    is_wrong: bool = False
    is_fax: bool = False
    e164: str = ""
    extension: str = ""
    registry: Registry | None = None
    registry_on: date | None = None


@dataclass(frozen=True, slots=True)
class EmailDraft:
    """An e-mail address; ``is_wrong`` once mail to it came back."""

    address: str
    label: str = ""
    is_wrong: bool = False


@dataclass(frozen=True, slots=True)
class AddressDraft:
    """A postal address, each part as the person writes it."""

    street: str = ""
    city: str = ""
    region: str = ""
    postcode: str = ""
    country: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class SocialDraft:
    """A name on some network."""

    network: str
    handle: str


@dataclass(frozen=True, slots=True)
class DetailDraft:
    """Anything else an import brought or a form keeps: ``kind`` is ``anniversary``, ``relation`` or ``extra``."""

    kind: str
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class PersonDraft:
    """What a form edits and an import row brings; a name, a phone or an e-mail is enough.

    ``opening_balance`` (one of ``OPENING_BALANCES``) counts only when the person is added.
    """

    name: str = ""
    given: str = ""
    middle: str = ""
    family: str = ""
    prefix: str = ""
    suffix: str = ""
    call_me: str = ""
    company: str = ""
    job: str = ""
    department: str = ""
    closeness: Closeness = Closeness.ACQUAINTANCE
    birthday: Birthday | None = None
    zone: str = ""
    how_known: str = ""
    in_common: str = ""
    life: str = ""
    remember: str = ""
    note: str = ""
    phones: tuple[PhoneDraft, ...] = ()
    emails: tuple[EmailDraft, ...] = ()
    addresses: tuple[AddressDraft, ...] = ()
    socials: tuple[SocialDraft, ...] = ()
    details: tuple[DetailDraft, ...] = ()
    tags: tuple[str, ...] = ()
    source_kind: SourceKind = SourceKind.UNKNOWN
    source_name: str = ""
    source_key: str = ""
    introduced_by_id: int | None = None
    preferred_channel: Channel | None = None
    best_times: str = ""
    language: str = ""
    keep_in_touch_days: int | None = None
    is_favourite: bool = False
    wish: str = ""
    consultant: str = ""
    is_minor: bool = False
    is_wanted_on_team: bool = False
    is_no_fit: bool = False
    stage: Stage = Stage.NEW
    opening_balance: int | None = None


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person as a screen shows them; ``promises`` and ``thank_yous`` are the open ones.

    After ``review_months`` it is kind to ask again whether a permission still holds.
    """

    id: int
    draft: PersonDraft
    stage: Stage
    stage_until: date | None
    added_on: date
    archived_on: date | None
    is_deceased: bool
    source_is_locked: bool
    introduced_by_name: str
    introduced_on: date | None
    homework: Homework
    permissions: tuple[Permission, ...]
    stops: tuple[StopRule, ...]
    promises: tuple[Promise, ...]
    thank_yous: tuple[ThankYou, ...]
    rev: int
    review_months: int


@dataclass(frozen=True, slots=True)
class SourceView:
    """Where people came from, and how many of them are in the book."""

    id: int
    kind: SourceKind
    name: str
    people: int
