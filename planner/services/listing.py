"""The list of people: which, in which order, and what each line shows; raw rows, because every key typed asks again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from planner.domain.person import Closeness, SourceKind, Stage


class View(StrEnum):
    """The saved views above the table."""

    EVERYONE = "everyone"
    DUE_TODAY = "due_today"
    GIVE_FIRST = "give_first"
    READY_FOR_ASK = "ready_for_ask"
    FRESH_LEADS = "fresh_leads"
    CUSTOMERS = "customers"
    TEAM = "team"
    NO_NEXT_STEP = "no_next_step"
    LEAVE_IN_PEACE = "leave_in_peace"
    ARCHIVED = "archived"


class SortBy(StrEnum):
    """The columns one can sort by."""

    NAME = "name"
    RELATIONSHIP = "relationship"
    BALANCE = "balance"
    NEXT_STEP = "next_step"
    LAST_CONTACT = "last_contact"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One line of the table. ``points`` is the unrounded balance now; ``next_at`` is ``HH:MM`` in the person's zone."""

    id: int
    name: str
    stage: Stage
    closeness: Closeness
    points: float
    next_action: str
    next_on: date | None
    next_at: str
    last_on: date | None
    last_channel: str
    source_kind: SourceKind
    source_name: str
