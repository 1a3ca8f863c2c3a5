"""The windows about the book as a whole: lists, sheets, backups, steps, the law, and how it is kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QWidget

from planner.services.open_book import OpenBook
from planner.services.saved_views import View
from planner.ui.actions import Actions
from planner.ui.desk.doors import Doors
from planner.ui.kit import prompts
from planner.ui.kit.i18n import _


class BookDoors(QObject):
    """Opens them through the doors of the desk; another book, or an older one, is asked for by signal."""

    sample_requested = Signal()
    restore_requested = Signal(object)

    def __init__(self, doors: Doors, services: OpenBook, wishes: Actions, desk: QWidget) -> None:
        super().__init__(desk)
        self._doors = doors
        self._services = services
        self._wishes = wishes
        self._desk = desk

    def history(self) -> None:
        """What was done, to be taken back from any step on."""
        from planner.ui.dialogs.history_window import HistoryWindow

        services = self._services
        self._doors.open(lambda desk: HistoryWindow(services.undo, services.clock, services.book.close, desk))

    def first_start(self) -> None:
        """The three doors of the first start."""
        from planner.ui.dialogs.first_start import Door, FirstStart

        def make(desk: QWidget) -> QDialog:
            dialog = FirstStart(self._services.preferences, self._services.clock, desk)

            def go_through() -> None:
                if dialog.door is Door.LIST:
                    self.bring_list()
                elif dialog.door is Door.PERSON:
                    self._doors.add_person()
                elif dialog.door is Door.SAMPLE:
                    self.sample_requested.emit()

            dialog.accepted.connect(go_through)
            return dialog

        self._doors.open(make)

    def preferences(self) -> None:
        """Who you are, the day, the method, hours, looks, and your data."""
        from planner.ui.dialogs.preferences_dialog import PreferencesDialog

        def make(desk: QWidget) -> QDialog:
            dialog = PreferencesDialog(self._services, desk)
            dialog.restore_requested.connect(self.restore_requested)
            dialog.sample_requested.connect(self.sample_requested)
            dialog.own_book_requested.connect(self._wishes.start_own.trigger)
            return dialog

        self._doors.open(make)

    def bring_list(self) -> None:
        """Bring people in from a file, which the window asks for."""
        self.bring_file(None)

    def bring_file(self, path: Path | None) -> None:
        """Bring people in from this file."""
        from planner.ui.exchange.window import ImportWindow

        services = self._services

        def make(desk: QWidget) -> QDialog:
            window = ImportWindow(services.imports, services.preferences, services.clock, desk, path)
            window.finished.connect(lambda _result: self._doors.ask_about_list(window.newest_person()))
            return window

        self._doors.open(make)

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
            self._doors.export_to(path, people, lambda progress: write_book(book, path, progress))

    def restore(self) -> None:
        """Go back to a backup."""
        from planner.ui.dialogs.restore_dialog import RestoreDialog

        def make(desk: QWidget) -> QDialog:
            dialog = RestoreDialog(self._services.backups, self._services.clock, desk)
            dialog.accepted.connect(lambda: self.restore_requested.emit(dialog.chosen))
            return dialog

        self._doors.open(make)

    def print_sheet(self) -> None:
        """Look at today's call sheet and print it."""
        self._sheet(None)

    def reopen_sheet(self, number: int) -> None:
        """Look at a sheet that was printed."""
        self._sheet(number)

    def keys(self) -> None:
        """What the keys do."""
        from planner.ui.desk.keys import KeysDialog

        self._doors.open(lambda desk: KeysDialog(self._wishes, desk))

    def laws(self) -> None:
        """What the law says about calls, and how much stricter the user is."""
        from planner.ui.dialogs.laws.window import LawWindow

        self._doors.open(lambda desk: LawWindow(self._services.laws, self._services.clock, desk))

    def data_folder(self) -> None:
        """Show the folder of the book."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._services.path.parent)))

    def _sheet(self, number: int | None) -> None:
        from planner.ui.paper.preview import SheetPreview

        sheets, store, clock = self._services.sheets, self._services.preferences, self._services.clock
        self._doors.open(lambda desk: SheetPreview(sheets, store, clock, desk, number=number))
