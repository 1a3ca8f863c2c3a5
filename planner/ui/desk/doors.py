"""The windows about people, each imported when it is first asked for, and how the desk opens any window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QMenuBar, QWidget

from planner.domain.move import Action
from planner.services.open_book import OpenBook
from planner.services.timeline import TimelineEntry
from planner.ui.desk.help_doors import HelpDoors
from planner.ui.kit import dates, prompts, tasks, wording
from planner.ui.kit.i18n import _, ngettext

if TYPE_CHECKING:
    from planner.ui.desk.palette import Palette

T = TypeVar("T")


class Doors(QObject):
    """Opens forms and windows for the person they are about, and shows who was added.

    ``view_requested`` asks for a view of the list that a window led to.
    """

    view_requested = Signal(object)

    def __init__(self, desk: QWidget, services: OpenBook, choose: Callable[[int], None]) -> None:
        super().__init__(desk)
        self._desk = desk
        self._services = services
        self._choose = choose
        self._help = HelpDoors(desk, services)
        self.opened: QWidget | None = None
        """The window that was opened last, while it is open."""

    # People

    def add_person(self) -> None:
        """Add somebody, and show them."""
        self.add_person_like("")

    def add_person_like(self, text: str) -> None:
        """Add somebody of whom a name, a number or an address was typed already."""
        from planner.ui.dialogs.person_form import PersonForm

        form = PersonForm(self._services, None, self._desk)
        if text:
            form.begin_with(text)
        form.accepted.connect(lambda: form.saved_id is not None and self._choose(form.saved_id))
        form.accepted.connect(lambda: self.ask_about_list(form.saved_id))
        form.known_chosen.connect(self._go_to_known)
        self._open(form)

    def _go_to_known(self, person_id: int, pasted: str) -> None:
        """Show who is in the book already; what was pasted is added to what is known of them."""
        self._choose(person_id)
        if pasted:
            self._next(lambda person: self.edit(person, pasted), person_id)

    def edit(self, person_id: int, pasted: str = "") -> None:
        """Edit everything that is known about somebody."""
        from planner.ui.dialogs.person_form import PersonForm

        form = PersonForm(self._services, person_id, self._desk)
        if pasted:
            form.paste(pasted)
        before = self._services.sources.locked_list_of(person_id)
        form.accepted.connect(lambda: self.ask_about_list(person_id, before))
        self._open(form)

    def log_with_somebody(self, side: str = "log") -> None:
        """Write down a contact with whoever is chosen now."""
        from planner.ui.dialogs.choose_person import ChoosePerson

        dialog = ChoosePerson(self._services.listing, self._services.clock, self._desk, can_add=True)

        def go_on() -> None:
            if dialog.chosen_id is not None:
                self._choose(dialog.chosen_id)
                self.log(dialog.chosen_id, side)

        dialog.accepted.connect(go_on)
        dialog.add_requested.connect(self.add_person_like)
        self._open(dialog)

    def log(self, person_id: int, side: str) -> None:
        """Write down what happened: ``side`` is gave, asked, talked or log."""
        from planner.ui.dialogs.log_form import LogForm
        from planner.ui.dialogs.outcome_form import OutcomeForm

        form: LogForm | OutcomeForm
        if side in ("gave", "asked"):
            form = LogForm(self._services, person_id, side, self._desk)
        else:
            form = OutcomeForm(self._services, person_id, self._desk, talked=side == "talked")
        form.other_requested.connect(lambda: self._next(self.log_with_somebody, side))
        self._open(form)

    def edit_touch(self, person_id: int, entry: TimelineEntry) -> None:
        """Correct an entry of the timeline."""
        from planner.ui.dialogs.log_form import LogForm

        self._open(LogForm(self._services, person_id, parent=self._desk, entry=entry))

    def promise(self, person_id: int) -> None:
        """Promise somebody something."""
        from planner.ui.dialogs.promise_form import PromiseForm

        self._open(PromiseForm(self._services, person_id, self._desk))

    def move_promise(self, person_id: int, promise_id: int) -> None:
        """Agree another time."""
        from planner.ui.dialogs.promise_form import PromiseForm

        self._open(PromiseForm(self._services, person_id, self._desk, promise_id))

    def delay(self, person_id: int) -> None:
        """Choose the day on which what is due with somebody comes up again; a promise needs its time as well."""
        from planner.ui.dialogs.delay_form import DelayForm

        move = self._services.today.move(person_id, self._services.clock())
        if move.action in (Action.CALL, Action.APOLOGISE) and move.promise_id is not None:
            self.move_promise(person_id, move.promise_id)
        else:
            self._open(DelayForm(self._services, person_id, self._desk))

    def permission(self, person_id: int) -> None:
        """Write down what somebody allowed, or asked not to be done."""
        from planner.ui.dialogs.permission_form import PermissionForm

        self._open(PermissionForm(self._services, person_id, self._desk))

    def put_away(self, people: Sequence[int]) -> None:
        """Take people off the lists."""
        services = self._services
        self._change(people, lambda progress: services.people.archive(people, services.clock(), progress))

    def bring_back(self, people: Sequence[int]) -> None:
        """Put people back on the lists."""
        services = self._services
        self._change(people, lambda progress: services.people.bring_back(people, services.clock(), progress))

    def remove(self, people: Sequence[int]) -> None:
        """Put people into the bin, or remove them for good where they asked to be forgotten."""
        services, count = self._services, len(people)
        shown = services.listing.rows(people[:1], services.clock()).get(people[0])
        asked = ngettext("Remove {name}?", "Remove {count} people?", count)
        asked = asked.format(name=wording.short_name(shown.name if shown else ""), count=dates.number(count))
        text = _(
            "The bin keeps everything for 30 days; Edit \u25b8 Bin brings it back. Did they ask to be forgotten? "
            "Then remove them for good: everything about them goes at once, and nothing brings it back."
        )
        choice = prompts.choose(self._desk, asked, text, (_("Into the bin"), _("Remove for good")))
        if choice == 0:
            self._change(people, lambda progress: services.people.remove(people, services.clock(), progress))
        elif choice == 1:
            self._change(people, lambda _progress: services.bin.forget(people, services.clock()))

    def bin(self) -> None:
        """Who was removed lately."""
        from planner.ui.dialogs.bin_window import BinWindow

        self._open(BinWindow(self._services.bin, self._services.clock, self._services.book.close, self._desk))

    def jump(self, recent: Sequence[int], menus: QMenuBar, often: Sequence[QAction]) -> Palette:
        """Go to anybody, or do anything, by a few letters."""
        from planner.ui.desk.palette import Palette

        services = self._services
        palette = Palette(services.listing, services.clock, recent, menus, often, self._desk)
        self._watch(palette)
        palette.show()
        return palette

    # How any window opens

    def help(self) -> None:
        """How things are done, beside the work, at the page about what has the keys."""
        self.opened = self._help.open_at_focus()

    def ask_about_list(self, person_id: int | None, before: int | None = None) -> None:
        """Go through the checklist of a bought list that was named just now (000-04)."""
        list_id = None if person_id is None else self._services.sources.locked_list_of(person_id)
        if list_id is not None and list_id != before:
            self._next(self._checklist, list_id)

    def _checklist(self, source_id: int) -> None:
        from planner.ui.dialogs.checklist_form import ChecklistForm

        self._open(ChecklistForm(self._services, source_id, self._desk))

    def export_to(self, path: Path, people: int, write: Callable[[tasks.Progress | None], int]) -> None:
        """Write about so many people into a file, and say how many they were."""

        def told(count: int) -> None:
            words = ngettext("{count} person is in {file} now.", "{count} people are in {file} now.", count)
            prompts.tell(self._desk, _("Exported"), words.format(count=dates.number(count), file=path.name))

        self.at_length(write, people, _("Writing {file}…").format(file=path.name), told)

    def at_length(
        self,
        work: Callable[[tasks.Progress | None], Any],
        people: int,
        heading: str,
        then: Callable[[Any], object] = lambda _answer: None,
    ) -> None:
        """Do something with so many people; with many of them a window shows how far it is."""
        from planner.ui.dialogs import busy

        busy.do(work, people, heading, self._services.book.close, self._desk, then, self._open)

    def _change(self, people: Sequence[int], work: Callable[[tasks.Progress | None], Any]) -> None:
        heading = ngettext("Changing {count} person", "Changing {count} people", len(people))
        self.at_length(work, len(people), heading.format(count=dates.number(len(people))))

    def open(self, make: Callable[[QWidget], QDialog]) -> None:
        """Open a window of somebody else's making over the desk."""
        self._open(make(self._desk))

    def _open(self, dialog: QDialog) -> None:
        self._watch(dialog)
        dialog.open()

    def _watch(self, dialog: QDialog) -> None:
        """Know which window is open, and let it go when it closes."""
        self.opened = dialog
        self._help.listen_in(dialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda _result: self._forget(dialog))

    def _next(self, go_on: Callable[[T], object], answer: T | None) -> None:
        """Go on with an answer once the window that gave it is gone."""
        if answer is not None:
            QTimer.singleShot(0, self, lambda: go_on(answer))

    def _forget(self, dialog: QDialog) -> None:
        if self.opened is dialog:
            self.opened = None
