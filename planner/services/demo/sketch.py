"""The shape of an invented person: who they are, where they live, and what happened between them and the user."""

from __future__ import annotations

from dataclasses import dataclass

from planner.domain.permission import Basis, Topic
from planner.domain.person import Closeness, SourceKind, Stage
from planner.domain.promise import PromiseKind, Window
from planner.domain.thanks import ThanksFor
from planner.domain.touch import Channel, TouchKind


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody lives. Only people far away have a zone of their own; the others share the user's."""

    city: str
    region: str
    postcode: str
    area_code: str
    zone: str = ""

    @property
    def is_away(self) -> bool:
        """Whether the clock there may differ from the user's."""
        return bool(self.zone)


@dataclass(frozen=True, slots=True)
class Beat:
    """One thing that happened ``before`` days before the newest thing of its story; no time means three hours ago.

    ``note`` and ``words`` may hold variants separated by ``|`` and the blanks ``{thing}`` and ``{source}``.
    """

    before: int
    at: str
    kind: TouchKind
    channel: Channel
    note: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Vow:
    """An open promise, due ``due`` days from today (negative: it is late) and made ``made`` days ago."""

    due: int
    kind: PromiseKind
    reason: str
    window: Window = Window.DAY
    channel: Channel = Channel.CALL
    words: str = ""
    made: int = 7
    is_this_afternoon: bool = False


@dataclass(frozen=True, slots=True)
class Yes:
    """A permission, ``ago`` days old, with the words in which it was given."""

    channel: Channel
    words: str
    ago: int
    basis: Basis = Basis.VERBAL
    place: str = ""
    topics: tuple[Topic, ...] = (Topic.ANY,)
    revoked: int | None = None
    revoked_words: str = ""


@dataclass(frozen=True, slots=True)
class Owed:
    """A thank-you that waits; ``due`` days from today."""

    trigger: ThanksFor
    about: str
    due: int = 0


@dataclass(frozen=True, slots=True)
class Stop:
    """What not to do any more, said ``ago`` days ago."""

    channel: Channel
    ago: int
    words: str


@dataclass(frozen=True, slots=True)
class Sketch:
    """One invented person. Days are counted back from the day on which the sample book is made.

    ``last`` says how many days ago the newest thing of the story happened, ``until`` for how many days from today
    a not-now or a rest lasts. ``yes`` lists the channels they said yes to (c call, t text, e e-mail) when there are no
    ``permissions`` with words of their own. ``birthday`` is ``MM-DD``, ``YYYY-MM-DD`` or ``today``.
    """

    name: str
    place: Place
    source: tuple[SourceKind, str]
    story: tuple[Beat, ...] = ()
    last: int = 0
    stage: Stage = Stage.CUSTOMER
    closeness: Closeness = Closeness.ACQUAINTANCE
    thing: str = ""
    call_me: str = ""
    company: str = ""
    job: str = ""
    how_known: str = ""
    in_common: str = ""
    life: str = ""
    remember: str = ""
    best_times: str = ""
    prefers: Channel | None = None
    yes: str = "ct"
    permissions: tuple[Yes, ...] = ()
    vows: tuple[Vow, ...] = ()
    owed: tuple[Owed, ...] = ()
    stop: Stop | None = None
    birthday: str = ""
    opening: int | None = None
    until: int | None = None
    added: int = 380
    introduced_by: str = ""
    tags: tuple[str, ...] = ()
    has_phone: bool = True
    phone_is_wrong: bool = False
    social: tuple[str, str] | None = None
    keep_in_touch: int | None = None
    is_favourite: bool = False

    @property
    def first(self) -> int:
        """How many days ago the first thing of the story happened."""
        return self.last + max((beat.before for beat in self.story), default=0)
