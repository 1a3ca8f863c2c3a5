"""Every window that the desk opens, each imported when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, QStandardPaths, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QDialog, QMenuBar, QWidget

from planner.domain.move import Action
from planner.services.open_book import OpenBook
from planner.services.saved_views import View
from planner.services.timeline import TimelineEntry
from planner.ui.actions import Actions
from planner.ui.desk.help_doors import HelpDoors
from planner.ui.kit import dates, prompts, tasks, wording
from planner.ui.kit.i18n import _, ngettext

if TYPE_CHECKING:
    from planner.ui.desk.palette import Palette

T = TypeVar("T")


class Doors(QObject):
    """Opens forms and windows for the person they are about, and shows who was added."""

    sample_requested = Signal()
    restore_requested = Signal(object)

    def __init__(self, desk: QWidget, services: OpenBook, wishes: Actions, choose: Callable[[int], None]) -> None:
        super().__init__(desk)
        self._desk = desk
        self._wishes = wishes
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
        form.accepted.connect(lambda: self._ask_about_list(form.saved_id))
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
        form.accepted.connect(lambda: self._ask_about_list(person_id, before))
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
            self._change(people, lambda _progress: services.bin.forget(people))

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

    # The book

    def history(self) -> None:
        """What was done, to be taken back from any step on."""
        from planner.ui.dialogs.history_window import HistoryWindow

        self._open(HistoryWindow(self._services.undo, self._services.clock, self._services.book.close, self._desk))

    def first_start(self) -> None:
        """The three doors of the first start."""
        from planner.ui.dialogs.first_start import Door, FirstStart

        dialog = FirstStart(self._services.preferences, self._services.clock, self._desk)

        def go_through() -> None:
            if dialog.door is Door.LIST:
                self.bring_list()
            elif dialog.door is Door.PERSON:
                self.add_person()
            elif dialog.door is Door.SAMPLE:
                self.sample_requested.emit()

        dialog.accepted.connect(go_through)
        self._open(dialog)

    def preferences(self) -> None:
        """Who you are, the day, the method, hours, looks, and your data."""
        from planner.ui.dialogs.preferences_dialog import PreferencesDialog

        dialog = PreferencesDialog(self._services, self._desk)
        dialog.restore_requested.connect(self.restore_requested)
        dialog.sample_requested.connect(self.sample_requested)
        dialog.own_book_requested.connect(self._wishes.start_own.trigger)
        self._open(dialog)

    def bring_list(self) -> None:
        """Bring people in from a file, which the window asks for."""
        self.bring_file(None)

    def bring_file(self, path: Path | None) -> None:
        """Bring people in from this file."""
        from planner.ui.exchange.window import ImportWindow

        services = self._services
        window = ImportWindow(services.imports, services.preferences, services.clock, self._desk, path)
        window.finished.connect(lambda _result: self._ask_about_list(window.newest_person()))
        self._open(window)

    def export(self) -> None:
        """Write everything in the book into one file, or its people for another program."""
        suggested = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        name = _("Warmbook {day}").format(day=self._services.clock().today.isoformat())
        filters = [
            _("Everything in the book (*.json)"),
            _("People for a spreadsheet (*.csv)"),
            _("People for a phone (*.vcf)"),
        ]
        path = prompts.ask_save_file(self._desk, _("Export"), suggested / f"{name}.json", filters)
        if path is not None:
            from planner.services.exchange.book_file import write_book

            book = self._services.book
            people = self._services.listing.count(View.EVERYONE, "", self._services.clock())
            self.export_to(path, people, lambda progress: write_book(book, path, progress))

    def restore(self) -> None:
        """Go back to a backup."""
        from planner.ui.dialogs.restore_dialog import RestoreDialog

        dialog = RestoreDialog(self._services.backups, self._services.clock, self._desk)
        dialog.accepted.connect(lambda: self.restore_requested.emit(dialog.chosen))
        self._open(dialog)

    def print_sheet(self) -> None:
        """Look at today's call sheet and print it."""
        self._sheet(None)

    def reopen_sheet(self, number: int) -> None:
        """Look at a sheet that was printed."""
        self._sheet(number)

    # Help

    def help(self) -> None:
        """How things are done, beside the work, at the page about what has the keys."""
        self.opened = self._help.open_at_focus()

    def keys(self) -> None:
        """What the keys do."""
        from planner.ui.desk.keys import KeysDialog

        self._open(KeysDialog(self._wishes, self._desk))

    def laws(self) -> None:
        """What the law says about calls, and how much stricter the user is."""
        from planner.ui.dialogs.laws.window import LawWindow

        self._open(LawWindow(self._services.laws, self._services.clock, self._desk))

    def data_folder(self) -> None:
        """Show the folder of the book."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._services.path.parent)))

    def _ask_about_list(self, person_id: int | None, before: int | None = None) -> None:
        """Go through the checklist of a bought list that was named just now (000-04)."""
        list_id = None if person_id is None else self._services.sources.locked_list_of(person_id)
        if list_id is not None and list_id != before:
            self._next(self._checklist, list_id)

    def _checklist(self, source_id: int) -> None:
        from planner.ui.dialogs.checklist_form import ChecklistForm

        self._open(ChecklistForm(self._services, source_id, self._desk))

    def _sheet(self, number: int | None) -> None:
        from planner.ui.paper.preview import SheetPreview

        services = self._services
        self._open(SheetPreview(services.sheets, services.preferences, services.clock, self._desk, number=number))

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
