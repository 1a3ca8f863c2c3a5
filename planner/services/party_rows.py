"""A party between its draft, its rows and what a screen shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from planner.domain.party import GuestStatus, Party, PartyKind
from planner.domain.party_plan import PartyDue, plan_of
from planner.domain.text import one_line, passage
from planner.models import parties as table
from planner.models.book import Book
from planner.services.dealing_rows import clock, day


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who is invited, and what they answered."""

    person_id: int
    name: str = ""
    status: GuestStatus = GuestStatus.INVITED


@dataclass(frozen=True, slots=True)
class PartyDraft:
    """What a party form edits; ``on`` and ``at`` are wall time in ``zone``, by default the user's."""

    on: date
    at: time | None = None
    zone: str = ""
    kind: PartyKind = PartyKind.HOME
    name: str = ""
    goal: str = ""
    host_id: int | None = None
    guests: tuple[Guest, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class PartyView:
    """A party as a screen shows it."""

    id: int
    draft: PartyDraft
    host_name: str = ""
    booked_on: date | None = None
    rewards_on: date | None = None
    cancelled_on: date | None = None

    @property
    def plan(self) -> tuple[PartyDue, ...]:
        """The steps around it, by their day (D6.6)."""
        return plan_of(Party(self.id, self.draft.on, booked_on=self.booked_on))

    @property
    def answered(self) -> int:
        """How many guests have answered."""
        return sum(guest.status is not GuestStatus.INVITED for guest in self.draft.guests)


def columns(draft: PartyDraft, zone: str) -> dict[str, Any]:
    """The columns that a draft fills."""
    return {
        "person_id": draft.host_id,
        "kind": draft.kind.value,
        "name": one_line(draft.name),
        "on_date": draft.on.isoformat(),
        "at_time": draft.at.strftime("%H:%M") if draft.at else None,
        "zone": draft.zone or zone,
        "goal": one_line(draft.goal),
        "note": passage(draft.note),
    }


def view(book: Book, row: tuple[Any, ...]) -> PartyView:
    """A party with its guests, from its row."""
    party_id, host, kind, name, on, at, zone, goal, booked, rewards, cancelled, note, host_name = row
    guests = tuple(Guest(who, called, GuestStatus(status)) for who, called, status in table.guests(book, party_id))
    return PartyView(
        party_id,
        PartyDraft(date.fromisoformat(on), clock(at), zone, PartyKind(kind), name, goal, host, guests, note),
        host_name or "",
        day(booked),
        day(rewards),
        day(cancelled),
    )
