"""The views of the list: those that are always there, and what one of the user's own is made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from planner.domain.account import Level
from planner.domain.person import Closeness, SourceKind, Stage
from planner.domain.touch import Channel


class View(StrEnum):
    """The views that are always there."""

    EVERYONE = "everyone"
    DUE_TODAY = "due_today"
    GIVE_FIRST = "give_first"
    READY_FOR_ASK = "ready_for_ask"
    FRESH_LEADS = "fresh_leads"
    CUSTOMERS = "customers"
    TEAM = "team"
    NO_NEXT_STEP = "no_next_step"
    HOMEWORK = "homework"
    LEAVE_IN_PEACE = "leave_in_peace"
    ARCHIVED = "archived"


class InTouch(StrEnum):
    """How long ago the last contact was: any time, within so many days, not for so many, or never."""

    ANY = "any"
    WITHIN = "within"
    NOT_FOR = "not_for"
    NEVER = "never"


class NextStep(StrEnum):
    """When the next step is due."""

    ANY = "any"
    DUE = "due"
    WEEK = "week"
    LATER = "later"
    NONE = "none"


Origin: TypeAlias = tuple[SourceKind, str]
"""A source by kind and name; without a name every source of the kind."""


@dataclass(frozen=True, slots=True)
class Filters:
    """Whom a view of the user's own holds: everybody for whom each line is true; an empty line says nothing.

    Several values of a line mean any of them, but for ``allowed``: those said yes to all of these.
    """

    among: View = View.EVERYONE
    words: str = ""
    """What is searched for, as in the search field."""
    stages: tuple[Stage, ...] = ()
    closeness: tuple[Closeness, ...] = ()
    levels: tuple[Level, ...] = ()
    sources: tuple[Origin, ...] = ()
    tags: tuple[str, ...] = ()
    allowed: tuple[Channel, ...] = ()
    in_touch: InTouch = InTouch.ANY
    in_touch_days: int = 60
    cities: tuple[str, ...] = ()
    next_step: NextStep = NextStep.ANY


@dataclass(frozen=True, slots=True)
class OwnView:
    """A view the user has made, or one that is shown once: its ``id`` is 0, since the book does not keep it."""

    id: int
    name: str
    filters: Filters = field(default_factory=Filters)

    @property
    def is_kept(self) -> bool:
        """Whether it is in the book, and can be changed there."""
        return self.id > 0


AnyView: TypeAlias = View | OwnView
