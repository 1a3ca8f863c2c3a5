"""Parties: booked, moved, held; who comes, who came, and whom to thank for it (D1, D6.6)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, time
from typing import Any

from planner.domain.consequences import thanks_due
from planner.domain.errors import PlannerError
from planner.domain.moment import Moment
from planner.domain.party import GuestStatus
from planner.domain.person import Stage
from planner.domain.plan_step import PlanKind
from planner.domain.thanks import ThanksFor
from planner.domain.touch import TouchKind
from planner.models import agreements, people, single
from planner.models import parties as table
from planner.models.book import Book
from planner.services import party_rows, thanks_rows, touch_rows
from planner.services.changes import Change, Changes
from planner.services.party_rows import Guest, PartyDraft, PartyView
from planner.services.standing import refresh

__all__ = ["Guest", "Parties", "PartyDraft", "PartyView"]

_KEEP_THEIR_ROLE = frozenset({Stage.HOST, Stage.TEAM, Stage.FAN})


class Parties:
    """Parties and other get-togethers; one without a host is the user's own."""

    def __init__(self, book: Book, changes: Changes) -> None:
        self._book = book
        self._changes = changes

    def book(self, draft: PartyDraft, now: Moment) -> int:
        """Book a party; its host is a host from now on, and is owed thanks once it is over. Answers its id.

        Raises PlannerError: no_such_person.
        """
        with self._step("party_booked", draft, now) as detail:
            values = party_rows.columns(draft, now.zone) | {"booked_on": now.today.isoformat()}
            party_id = single.insert(self._book, "party", values)
            detail["party_id"] = party_id
            for guest in draft.guests:
                table.set_guest(self._book, party_id, guest.person_id, guest.status.value)
                self._follow_answer(draft, guest, GuestStatus.INVITED, now)
            self._welcome_host(draft, now)
        return party_id

    def save(self, party_id: int, draft: PartyDraft, now: Moment) -> None:
        """Write a form's draft over a party and its guests.

        Raises PlannerError: no_such_party, no_such_person.
        """
        before = self.view(party_id).draft
        with self._step("party_saved", draft, now, before):
            self._write(party_id, before, draft, now)

    def move(self, party_id: int, on: date, at: time | None, now: Moment) -> None:
        """Hold it at another time; the steps that are done stay done.

        Raises PlannerError: no_such_party.
        """
        before = self.view(party_id).draft
        draft = replace(before, on=on, at=at)
        with self._step("party_moved", draft, now, on=on.isoformat()):
            self._write(party_id, before, draft, now)

    def cancel(self, party_id: int, now: Moment) -> None:
        """It does not take place; nobody waits for thanks.

        Raises PlannerError: no_such_party.
        """
        draft = self.view(party_id).draft
        with self._step("party_cancelled", draft, now):
            self._owe_host(draft, None)
            single.update(self._book, "party", party_id, {"cancelled_on": now.today.isoformat()})

    def invite(self, party_id: int, ids: Collection[int], now: Moment) -> None:
        """Put people on the list of guests; whoever is on it stays as they are.

        Raises PlannerError: no_such_party.
        """
        before = self.view(party_id).draft
        known = {guest.person_id for guest in before.guests}
        new = tuple(Guest(person_id) for person_id in dict.fromkeys(ids) if person_id not in known)
        draft = replace(before, guests=(*before.guests, *new))
        with self._step("guests_invited", draft, now, count=len(new)):
            self._write(party_id, before, draft, now)

    def answer(self, party_id: int, person_id: int, status: GuestStatus, now: Moment) -> None:
        """Note what a guest answered, or that they came, for which thanks are owed.

        Raises PlannerError: no_such_party, no_such_guest, party_not_yet.
        """
        before = self.view(party_id).draft
        if all(guest.person_id != person_id for guest in before.guests):
            raise PlannerError("no_such_guest")
        guests = (replace(each, status=status) if each.person_id == person_id else each for each in before.guests)
        draft = replace(before, guests=tuple(guests))
        with self._step("guest_answered", draft, now, name=people.spoken_name(self._book, person_id)):
            self._write(party_id, before, draft, now)

    def rewards_given(self, party_id: int, on: date, now: Moment) -> None:
        """The host has what was promised for hosting.

        Raises PlannerError: no_such_party, rewards_need_host, touch_in_future.
        """
        view = self.view(party_id)
        if on > now.today:
            raise PlannerError("touch_in_future", on=on)
        if view.draft.host_id is None:
            raise PlannerError("rewards_need_host")
        with self._step("rewards_given", view.draft, now):
            single.update(self._book, "party", party_id, {"rewards_on": on.isoformat()})
            touch = touch_rows.plain(TouchKind.REWARD_DELIVERED, on, None, now)
            touch_rows.insert(self._book, view.draft.host_id, replace(touch, topic=view.draft.name), now)

    def view(self, party_id: int) -> PartyView:
        """A party with its guests.

        Raises PlannerError: no_such_party.
        """
        row = table.party(self._book, party_id)
        if row is None:
            raise PlannerError("no_such_party", party_id=party_id)
        return party_rows.view(self._book, row)

    def of_host(self, person_id: int) -> tuple[PartyView, ...]:
        """The parties somebody hosts or hosted, the earliest first."""
        return tuple(party_rows.view(self._book, row) for row in table.of_host(self._book, person_id))

    def with_guest(self, person_id: int) -> tuple[PartyView, ...]:
        """The parties somebody is or was invited to, the earliest first."""
        return tuple(party_rows.view(self._book, row) for row in table.with_guest(self._book, person_id))

    def _write(self, party_id: int, before: PartyDraft, draft: PartyDraft, now: Moment) -> None:
        single.update(self._book, "party", party_id, party_rows.columns(draft, now.zone))
        self._write_guests(party_id, before, draft, now)
        if (draft.host_id, draft.on) == (before.host_id, before.on):
            return
        if draft.host_id is not None and draft.host_id == before.host_id:
            days = before.on.isoformat(), draft.on.isoformat()
            table.move_ticks(self._book, draft.host_id, PlanKind.PARTY.value, *days)
            self._owe_host(before, draft.on)
        else:
            self._owe_host(before, None)
            self._welcome_host(draft, now)

    def _write_guests(self, party_id: int, before: PartyDraft, draft: PartyDraft, now: Moment) -> None:
        was = {guest.person_id: guest.status for guest in before.guests}
        for guest in draft.guests:
            if was.get(guest.person_id) is not guest.status:
                table.set_guest(self._book, party_id, guest.person_id, guest.status.value)
                self._follow_answer(draft, guest, was.get(guest.person_id, GuestStatus.INVITED), now)
        for person_id in was.keys() - {guest.person_id for guest in draft.guests}:
            table.remove_guest(self._book, party_id, person_id)

    def _follow_answer(self, draft: PartyDraft, guest: Guest, was: GuestStatus, now: Moment) -> None:
        """Whoever came is owed thanks; not if it was a slip of the pen."""
        came = guest.status is GuestStatus.CAME
        if came and draft.on > now.today:
            raise PlannerError("party_not_yet", on=draft.on)
        if came:
            self._owe(guest.person_id, ThanksFor.CAME, draft.on, draft.name)
        elif was is GuestStatus.CAME:
            self._forget(guest.person_id, ThanksFor.CAME, draft.on)

    def _welcome_host(self, draft: PartyDraft, now: Moment) -> None:
        if draft.host_id is None:
            return
        if Stage(people.stage(self._book, draft.host_id)) not in _KEEP_THEIR_ROLE:
            people.set_stage(self._book, draft.host_id, Stage.HOST.value, now.today.isoformat())
        self._owe(draft.host_id, ThanksFor.HOSTED, draft.on, draft.name)

    def _owe_host(self, draft: PartyDraft, on: date | None) -> None:
        """Owe the host the thanks for a party on another day, or not at all."""
        if draft.host_id is not None and self._forget(draft.host_id, ThanksFor.HOSTED, draft.on) and on is not None:
            self._owe(draft.host_id, ThanksFor.HOSTED, on, draft.name)

    def _owe(self, person_id: int, trigger: ThanksFor, party_on: date, about: str) -> None:
        thanks_rows.owe(self._book, person_id, trigger, party_on, about)

    def _forget(self, person_id: int, trigger: ThanksFor, party_on: date) -> bool:
        """Take back what would be owed for a party of that day; answers whether it still was."""
        due = thanks_due(trigger, party_on).isoformat()
        for row_id, owed_for, due_on, *_rest in agreements.open_thank_yous(self._book, person_id):
            if (owed_for, due_on) == (trigger.value, due):
                single.remove(self._book, "thank_you", row_id)
                return True
        return False

    @contextmanager
    def _step(
        self, code: str, draft: PartyDraft, now: Moment, before: PartyDraft | None = None, **facts: Any
    ) -> Iterator[dict[str, Any]]:
        """One step about a party; the standing of host and guests is fresh and the change told when it ends."""
        name = draft.name or (people.spoken_name(self._book, draft.host_id) if draft.host_id else "")
        drafts = (draft,) if before is None else (draft, before)
        whose = {each.host_id for each in drafts} | {guest.person_id for each in drafts for guest in each.guests}
        about = sorted(person_id for person_id in whose if person_id is not None)
        detail = {"name": name, "person_id": draft.host_id} | facts
        with self._book.step(code, now, **detail) as told:
            yield told
            refresh(self._book, about, now)
        self._changes.announce(Change.PARTIES | Change.THANKS | Change.PEOPLE | Change.TOUCHES, about)
