"""People: adding, editing, putting away and bringing back."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from planner.domain.case import Case
from planner.domain.errors import PlannerError
from planner.domain.homework import Line
from planner.domain.moment import Moment
from planner.domain.person import Homework, Registry, SourceKind, Stage
from planner.domain.stage import Event, after
from planner.domain.text import one_line, passage
from planner.domain.touch import Direction, TouchKind
from planner.models import people as table
from planner.models.book import Book
from planner.services import agreements, facts, touch_rows
from planner.services.changes import Change, Changes
from planner.services.draft_rows import changed_part, draft_from_rows, goes_by, list_rows, person_row, shown_name, tidy
from planner.services.drafts import (
    AddressDraft,
    DetailDraft,
    EmailDraft,
    PersonDraft,
    PersonView,
    PhoneDraft,
    SocialDraft,
    SourceView,
)
from planner.services.left_alone import LeftAlone
from planner.services.person_steps import PersonSteps
from planner.services.preferences import PreferencesStore
from planner.services.standing import Progress, refresh
from planner.services.stored import read_country, read_method

__all__ = [
    "AddressDraft",
    "DetailDraft",
    "EmailDraft",
    "People",
    "PersonDraft",
    "PersonView",
    "PhoneDraft",
    "SocialDraft",
    "SourceView",
]


class People:
    """The people in the book, one at a time."""

    def __init__(self, book: Book, changes: Changes) -> None:
        self._book = book
        self._changes = changes
        self._steps = PersonSteps(book, changes, Change.PEOPLE)

    def add(self, draft: PersonDraft, now: Moment) -> int:
        """Add a person; a name, a phone or an e-mail is enough. Their opening balance is the first line (001-21).

        Raises PlannerError: nobody.
        """
        tidied = self._tidy(draft)
        with self._book.step("person_added", now, name=goes_by(tidied)) as detail:
            values = person_row(tidied, self._source_of(tidied))
            person_id = table.insert(self._book, values, tidied.stage.value, now.today.isoformat())
            detail["person_id"] = person_id
            self._write_lists(person_id, tidied)
            if tidied.opening_balance:
                opening = touch_rows.plain(TouchKind.OPENING_BALANCE, now.today, None, now)
                touch_rows.insert(self._book, person_id, replace(opening, points=tidied.opening_balance), now)
            refresh(self._book, [person_id], now)
        self._changes.announce(Change.PEOPLE | Change.SOURCES | Change.TOUCHES, [person_id])
        return person_id

    def save(self, person_id: int, draft: PersonDraft, now: Moment) -> None:
        """Write a form's draft over a person; stage and opening balance have their own ways.

        Raises PlannerError: nobody, no_such_person, introduced_by_self.
        """
        before = self.draft(person_id)
        renamed = draft.name != before.name and (draft.given, draft.family) == (before.given, before.family)
        tidied = self._tidy(replace(draft, given="", middle="", family="") if renamed and draft.name else draft)
        if tidied.introduced_by_id == person_id:
            raise PlannerError("introduced_by_self", name=shown_name(tidied))
        part = changed_part(before, tidied)
        facts_of_step = {"name": goes_by(tidied), "person_id": person_id} | ({"part": part} if part else {})
        with self._book.step("person_saved", now, **facts_of_step):
            table.update(self._book, person_id, person_row(tidied, self._source_of(tidied)))
            self._write_lists(person_id, tidied)
            refresh(self._book, [person_id], now)
        self._changes.announce(Change.PEOPLE | Change.SOURCES, [person_id])

    def knows(self, person_id: int) -> bool:
        """Whether this person is in the book."""
        return table.is_there(self._book, person_id)

    def asked_for_peace(self, phones: Sequence[PhoneDraft], emails: Sequence[EmailDraft]) -> bool:
        """Whether one of these was a way to somebody who asked to be left in peace and was removed for good (C6)."""
        return LeftAlone(self._book).knows(PersonDraft(phones=tuple(phones), emails=tuple(emails)))

    def draft(self, person_id: int) -> PersonDraft:
        """What a form needs to edit a person."""
        return self._draft(person_id, self._row(person_id))

    def view(self, person_id: int) -> PersonView:
        """A person as a screen shows them."""
        row = self._row(person_id)
        return PersonView(
            person_id,
            self._draft(person_id, row),
            Stage(row["stage"]),
            agreements.day(row["stage_until"]),
            date.fromisoformat(row["added_on"]),
            agreements.day(row["archived_on"]),
            bool(row["is_deceased"]),
            bool(row["source_is_locked"]),
            row["introduced_by_name"] or "",
            agreements.day(row["introduced_on"]),
            Homework(*(row[line] for line in table.HOMEWORK)),
            agreements.permissions(self._book, person_id),
            agreements.stops(self._book, person_id),
            agreements.open_promises(self._book, person_id),
            agreements.open_thank_yous(self._book, person_id),
            row["rev"],
            read_method(self._book).permission_review_months,
        )

    def archive(self, ids: Collection[int], now: Moment, progress: Progress | None = None) -> None:
        """Put people away: kept with everything they are, in no list but the archive (004-29).

        Raises PlannerError: cancelled.
        """
        sql = f"UPDATE person SET archived_on = '{now.today.isoformat()}' WHERE id = ? AND archived_on IS NULL"
        self._each(ids, "people_archived", sql, now, progress)

    def bring_back(self, ids: Collection[int], now: Moment, progress: Progress | None = None) -> None:
        """Bring archived people back into the lists. Raises PlannerError: cancelled."""
        self._each(ids, "people_brought_back", "UPDATE person SET archived_on = NULL WHERE id = ?", now, progress)

    def remove(self, ids: Collection[int], now: Moment, progress: Progress | None = None) -> None:
        """Put people into the bin: kept whole for a while, and in no list, search, count or sheet (see ``Bin``).

        Raises PlannerError: cancelled.
        """
        sql = f"UPDATE person SET removed_on = '{now.today.isoformat()}' WHERE id = ? AND removed_on IS NULL"
        self._each(ids, "people_removed", sql, now, progress)

    def set_stage(self, person_id: int, stage: Stage, until: date | None, now: Moment, words: str = "") -> None:
        """Say by hand where the business stands; ``until`` belongs to not now and resting.

        Their ``words`` go to the timeline. Out of a No, or what was closed kindly, nothing leads without them (D3).

        Raises PlannerError: no_such_person, stage_needs_words.
        """
        name = goes_by(self.draft(person_id))
        said = passage(words)
        before = Stage(table.stage(self._book, person_id))
        if before in (Stage.NO, Stage.CLOSED_KINDLY) and stage is not before and not said:
            raise PlannerError("stage_needs_words", name=name)
        with self._book.step("stage_set", now, person_id=person_id, name=name, stage=stage.value):
            day = until.isoformat() if until else None
            table.set_stage(self._book, person_id, stage.value, now.today.isoformat(), day)
            if said:
                note = touch_rows.plain(TouchKind.NOTE, now.today, now.clock, now)
                touch_rows.insert(self._book, person_id, replace(note, direction=Direction.THEM, words=said), now)
            refresh(self._book, [person_id], now)
        self._changes.announce(Change.PEOPLE | Change.TOUCHES if said else Change.PEOPLE, [person_id])

    def mark_fan(self, person_id: int, now: Moment) -> None:
        """Call a customer or host a fan, as the user confirmed; nobody else becomes one (002-04, D3).

        Raises PlannerError: no_such_person.
        """
        with self._steps.step("fan_marked", person_id, now):
            to = after(Stage(table.stage(self._book, person_id)), Event.IS_FAN).to
            table.set_stage(self._book, person_id, to.value, now.today.isoformat())

    def save_homework(self, person_id: int, homework: Homework, now: Moment) -> None:
        """Keep what makes a first call to them a good one (G13, 003-15).

        Raises PlannerError: no_such_person.
        """
        lines = (homework.fact, homework.reason, homework.opening_line, homework.voicemail_plan, homework.good_ending)
        values = dict(zip(table.HOMEWORK, map(passage, lines), strict=True))
        with self._steps.step("homework_saved", person_id, now):
            table.update(self._book, person_id, values)

    def note_registry(self, person_id: int, e164: str, said: Registry, on: date, now: Moment) -> None:
        """Keep what a look-up in the do-not-call registry said of one of their numbers (G4).

        Raises PlannerError: look_up_in_future, no_such_phone, no_such_person.
        """
        if on > now.today:
            raise PlannerError("look_up_in_future", on=on)
        with self._steps.step("registry_noted", person_id, now):
            if not table.note_registry(self._book, person_id, e164, said.value, on.isoformat()):
                raise PlannerError("no_such_phone", number=e164)

    def homework_missing(self, person_id: int, now: Moment) -> tuple[Line, ...]:
        """What is still to be found out or written before a first call to them (G13, 003-15)."""
        about = facts.load(self._book, [person_id], now)[person_id]
        return Case.of(about, now, read_method(self._book), read_country(self._book)).homework_missing

    def ensure_source(self, kind: SourceKind, name: str) -> int:
        """The source of that kind and name, made if it is new; part of the step that needs it, or quiet by itself."""
        tidied = one_line(name)
        found = table.source_id(self._book, kind.value, tidied)
        if found is not None:
            return found
        with self._book.quietly():
            return table.add_source(self._book, kind.value, tidied)

    def sources(self) -> list[SourceView]:
        """Every source with the number of people it brought."""
        return [
            SourceView(row_id, SourceKind(kind), name, people)
            for row_id, kind, name, people in table.sources(self._book)
        ]

    def tags(self) -> list[tuple[str, int]]:
        """Every tag with the number of people who bear it."""
        return [(str(name), int(people)) for name, people in table.tag_counts(self._book)]

    def _tidy(self, draft: PersonDraft) -> PersonDraft:
        tidied = tidy(draft, PreferencesStore(self._book, self._changes).load().country)
        if not (tidied.name or tidied.phones or tidied.emails):
            raise PlannerError("nobody")
        return tidied

    def _source_of(self, draft: PersonDraft) -> int | None:
        """The source's id; none is written for one that says nothing."""
        if draft.source_kind is SourceKind.UNKNOWN and not draft.source_name:
            return None
        return self.ensure_source(draft.source_kind, draft.source_name)

    def _write_lists(self, person_id: int, draft: PersonDraft) -> None:
        for name, wanted in list_rows(draft).items():
            table.write_list(self._book, name, person_id, wanted)
        table.write_tags(self._book, person_id, draft.tags)

    def _row(self, person_id: int) -> dict[str, Any]:
        row = table.row(self._book, person_id)
        if row is None:
            raise PlannerError("no_such_person", person_id=person_id)
        return row

    def _draft(self, person_id: int, row: dict[str, Any]) -> PersonDraft:
        lists = {name: table.list_rows(self._book, name, person_id) for name in table.LISTS}
        return draft_from_rows(row, lists, table.tags(self._book, person_id))

    def _each(self, ids: Collection[int], what: str, sql: str, now: Moment, progress: Progress | None) -> None:
        """One step over several people, named with one of them and their number."""
        known = table.names(self._book, ids)
        if not known:
            return
        first = next(iter(known))
        with self._book.step(what, now, count=len(known), name=known[first], person_id=first):
            self._book.run_many(sql, [(person_id,) for person_id in known])
            refresh(self._book, known, now, progress)
        self._changes.announce(Change.PEOPLE | Change.SOURCES, known)
