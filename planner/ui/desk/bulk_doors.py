"""The same with several people at once, from the bar over the list and the People menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QWidget

from planner.domain.errors import PlannerError
from planner.domain.person import Closeness, SourceKind
from planner.services.open_book import OpenBook
from planner.ui.desk.doors import Doors
from planner.ui.kit import dates, prompts, tasks, wording
from planner.ui.kit.i18n import _, ngettext
from planner.ui.kit.isolating import isolated

_NAMED = 6
"""So many of those who stay off a sheet are named."""

Work = Callable[[tasks.Progress | None], Any]


class BulkDoors:
    """Opens the forms for several people and writes what they say."""

    def __init__(self, doors: Doors, services: OpenBook, desk: QWidget) -> None:
        self._doors = doors
        self._services = services
        self._desk = desk

    def tag(self, people: Sequence[int]) -> None:
        """Give tags to people, or take some from them."""
        from planner.ui.dialogs.tag_form import TagForm

        services = self._services
        known = [name for name, _bearers in services.people.tags()]
        borne = services.bulk.tags_of(people)

        def tag(add: list[str], remove: list[str]) -> None:
            self._do(people, lambda progress: services.bulk.tag(people, add, remove, services.clock(), progress))

        self._doors.open(lambda desk: TagForm(known, borne, len(people), tag, desk))

    def come_from(self, people: Sequence[int]) -> None:
        """Say where people come from."""
        from planner.ui.dialogs.source_form import SourceForm

        services = self._services

        def save(kind: SourceKind, name: str) -> None:
            self._do(people, lambda progress: services.bulk.set_source(people, kind, name, services.clock(), progress))

        sources, now = services.people.sources(), services.bulk.source_of(people)
        self._doors.open(lambda desk: SourceForm(sources, now, len(people), save, desk))

    def bring_close(self, people: Sequence[int], closeness: Closeness) -> None:
        """Say how near people are."""
        bulk, now = self._services.bulk, self._services.clock()
        self._do(people, lambda progress: bulk.set_closeness(people, closeness, now, progress))

    def put_on_sheet(self, people: Sequence[int]) -> None:
        """Put people on today's sheet, and say who stays off it and why."""
        try:
            left = self._services.sheets.put_on(people, self._services.clock())
        except PlannerError as trouble:
            self._tell(trouble)
            return
        if left:
            title = ngettext("{count} person stays off the sheet", "{count} people stay off the sheet", len(left))
            lines = [
                _("{name}: {why}").format(name=isolated(card.name), why=wording.because(card.move.why[0]))
                if card.move.why
                else card.name
                for card in left[:_NAMED]
            ]
            if len(left) > _NAMED:
                lines.append(_("and {count} more").format(count=dates.number(len(left) - _NAMED)))
            prompts.tell(self._desk, title.format(count=dates.number(len(left))), "\n".join(lines))

    def export(self, people: Sequence[int]) -> None:
        """Write people into a list for another program."""
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        name = _("Warmbook {day}").format(day=self._services.clock().today.isoformat())
        filters = [_("People for a spreadsheet (*.csv)"), _("People for a phone (*.vcf)")]
        title = ngettext("Export {count} person", "Export {count} people", len(people))
        path = prompts.ask_save_file(
            self._desk, title.format(count=dates.number(len(people))), folder / f"{name}.csv", filters
        )
        if path is None:
            return
        from planner.services.exchange.book_file import write_people

        book = self._services.book
        self._doors.export_to(path, len(people), lambda progress: write_people(book, path, people, progress))

    def _do(self, people: Sequence[int], work: Work) -> None:
        heading = ngettext("Changing {count} person", "Changing {count} people", len(people))
        self._doors.at_length(work, len(people), heading.format(count=dates.number(len(people))))

    def _tell(self, trouble: PlannerError) -> None:
        prompts.tell(self._desk, _("That did not work"), wording.error(trouble))
