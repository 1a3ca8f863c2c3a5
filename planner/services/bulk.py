"""The same done with several people at once: one step of undo, however many they are."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager

from planner.domain.errors import PlannerError
from planner.domain.moment import Moment
from planner.domain.person import Closeness, SourceKind
from planner.domain.text import one_line
from planner.models import bulk as table
from planner.models import people as person_table
from planner.models.book import Book
from planner.services.changes import Change, Changes
from planner.services.saved_views import Origin
from planner.services.standing import Progress, refresh


class Bulk:
    """What one can write about many people. Whoever is no longer in the book is passed over."""

    def __init__(self, book: Book, changes: Changes) -> None:
        self._book = book
        self._changes = changes

    def tags_of(self, ids: Collection[int]) -> dict[str, int]:
        """Every tag that some of these people bear, with how many of them do."""
        return table.tag_counts(self._book, ids)

    def source_of(self, ids: Collection[int]) -> Origin | None:
        """Where all of these people come from; None where they differ."""
        found = table.sources(self._book, ids)
        if len(found) != 1:
            return None
        kind, name = found[0]
        return (SourceKind(kind), name) if kind else (SourceKind.UNKNOWN, "")

    def tag(
        self,
        ids: Collection[int],
        add: Iterable[str],
        remove: Iterable[str],
        now: Moment,
        progress: Progress | None = None,
    ) -> None:
        """Mark people with words and take others from them. Raises PlannerError: cancelled."""
        new, old = ({name for each in names if (name := one_line(each))} for names in (add, remove))
        if not new and not old:
            return
        with self._step("people_tagged", ids, now, Change.PEOPLE, progress) as people:
            for name in sorted(old - new):
                table.remove_tag(self._book, people, name)
            for name in sorted(new):
                table.add_tag(self._book, people, name)

    def set_source(
        self, ids: Collection[int], kind: SourceKind, name: str, now: Moment, progress: Progress | None = None
    ) -> None:
        """Say where people come from. Raises PlannerError: cancelled."""
        tidied = one_line(name)
        with self._step("source_set", ids, now, Change.PEOPLE | Change.SOURCES, progress) as people:
            source = None
            if kind is not SourceKind.UNKNOWN or tidied:
                source = person_table.source_id(self._book, kind.value, tidied)
                source = source or person_table.add_source(self._book, kind.value, tidied)
            table.set_column(self._book, people, "source_id", source)

    def set_closeness(
        self, ids: Collection[int], closeness: Closeness, now: Moment, progress: Progress | None = None
    ) -> None:
        """Say how near people are. Raises PlannerError: cancelled."""
        with self._step("closeness_set", ids, now, Change.PEOPLE, progress, closeness=closeness.value) as people:
            table.set_column(self._book, people, "closeness", closeness.value)

    @contextmanager
    def _step(
        self,
        what: str,
        ids: Collection[int],
        now: Moment,
        change: Change,
        progress: Progress | None,
        **facts: str,
    ) -> Iterator[list[int]]:
        """One transaction, one step named with one of them and their number, and one announcement."""
        people = table.known(self._book, ids)
        if not people:
            raise PlannerError("nobody_left")
        name = person_table.spoken_name(self._book, people[0])
        with self._book.step(what, now, count=len(people), name=name, person_id=people[0], **facts):
            yield people
            refresh(self._book, people, now, progress)
        self._changes.announce(change, people)
