"""What a file would bring, before anything is written: options in, rows, columns and counts out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from planner.domain.person import Closeness, SourceKind
from planner.services.drafts import PersonDraft
from planner.services.exchange.mapping.columns import Column
from planner.services.exchange.mapping.fields import Field
from planner.services.exchange.problems import Problem
from planner.services.exchange.reading.table import Left

Progress = Callable[[int, int], bool]
"""Hears how many of how many are done; answers False when the work should stop."""


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What a person may decide about a file. None and empty mean: found by the rules, or the preferences."""

    encoding: str | None = None
    delimiter: str | None = None
    has_header: bool | None = None
    mapping: Mapping[int, Field] = field(default_factory=dict)
    """Fields chosen by hand, by the index of their column."""
    country: str = ""
    day_first: bool | None = None
    source_kind: SourceKind = SourceKind.UNKNOWN
    source_name: str = ""
    tag: str = ""
    closeness: Closeness = Closeness.ACQUAINTANCE


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One person of the file. ``number`` is the line where they begin; ``same_as`` says whose double they are."""

    number: int
    draft: PersonDraft
    problems: tuple[Problem, ...] = ()
    stops: tuple[tuple[str, str], ...] = ()
    introduced_by: str = ""
    same_as: Problem | None = None

    @property
    def needs_a_look(self) -> bool:
        """Whether something about the row is more than a note."""
        return any(not problem.is_note for problem in self.problems)


@dataclass(frozen=True, slots=True)
class Counts:
    """``read`` people stand in the file: ``new`` ones, and those ``already`` there. ``flagged`` of the new need a look.

    ``skipped`` lines brought nobody.
    """

    read: int
    new: int
    already: int
    flagged: int
    skipped: int


@dataclass(frozen=True, slots=True)
class PastImport:
    """An import of the past and how many of its people are still in the book."""

    id: int
    file_name: str
    format: str
    on: date
    source_kind: SourceKind
    source_name: str
    people: int
    people_now: int
    skipped: int


@dataclass(frozen=True, slots=True)
class Preview:
    """Everything a screen shows before an import; ``notes`` are about the file as a whole."""

    path: Path
    sha256: str
    format: str
    encoding: str
    delimiter: str
    headers: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: tuple[PreviewRow, ...]
    left: tuple[Left, ...]
    counts: Counts
    notes: tuple[Problem, ...]
    options: ImportOptions
    has_header: bool
    month_first: bool
    month_first_matters: bool
    imported_before: PastImport | None = None

    @property
    def file_name(self) -> str:
        """The name of the file without its folders."""
        return self.path.name

    @property
    def mapping(self) -> Mapping[int, Field]:
        """The field of every column."""
        return {column.index: column.target.field for column in self.columns}

    def decided(self, source_kind: SourceKind, source_name: str, tag: str, closeness: Closeness) -> Preview:
        """The same preview with everybody's source, tag and closeness as they were decided after looking."""
        options = replace(self.options, source_kind=source_kind, source_name=source_name, tag=tag, closeness=closeness)
        before = self.options.tag

        def placed(draft: PersonDraft) -> PersonDraft:
            tags = tuple(each for each in draft.tags if each != before) + ((tag,) if tag else ())
            return replace(
                draft,
                source_kind=source_kind,
                source_name=source_name,
                tags=tuple(dict.fromkeys(tags)),
                closeness=closeness,
            )

        rows = tuple(replace(row, draft=placed(row.draft)) for row in self.rows)
        return replace(self, rows=rows, options=options)
