"""Every window that the desk opens, each imported when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QWidget

from planner.domain.errors import PlannerError
from planner.services.open_book import OpenBook
from planner.services.timeline import TimelineEntry
from planner.ui.kit import prompts, wording
from planner.ui.kit.i18n import _


class Doors(QObject):
    """Opens forms and windows for the person they are about, and shows who was added."""

    def __init__(self, desk: QWidget, services: OpenBook, choose: Callable[[int], None]) -> None:
        super().__init__(desk)
        self._desk = desk
        self._services = services
        self._choose = choose
        self.opened: QWidget | None = None
        """The window that was opened last."""

    # People

    def add_person(self) -> None:
        """Add somebody, and show them."""
        from planner.ui.dialogs.person_form import PersonForm

        form = PersonForm(self._services, None, self._desk)
        form.accepted.connect(lambda: form.saved_id is not None and self._choose(form.saved_id))
        self._open(form)

    def edit(self, person_id: int) -> None:
        """Edit everything that is known about somebody."""
        from planner.ui.dialogs.person_form import PersonForm

        self._open(PersonForm(self._services, person_id, self._desk))

    def log(self, person_id: int, side: str) -> None:
        """Write down what happened: ``side`` is gave, asked, talked or log."""
        from planner.ui.dialogs.log_form import LogForm

        self._open(LogForm(self._services, person_id, side, self._desk))

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

    def permission(self, person_id: int) -> None:
        """Write down what somebody allowed, or asked not to be done."""
        from planner.ui.dialogs.permission_form import PermissionForm

        self._open(PermissionForm(self._services, person_id, self._desk))

    def put_away(self, person_id: int) -> None:
        """Take somebody off the lists."""
        self._write(lambda: self._services.people.archive([person_id], self._services.clock()))

    def bring_back(self, person_id: int) -> None:
        """Put somebody back on the lists."""
        self._write(lambda: self._services.people.bring_back([person_id], self._services.clock()))

    def remove(self, person_id: int) -> None:
        """Remove somebody with their whole history; Undo brings them back."""
        name = self._services.people.draft(person_id).name
        text = _("Their history, promises and permissions go with them. Edit, then Undo brings everything back.")
        if prompts.confirm(self._desk, _("Remove {name}?").format(name=name), text, _("Remove")):
            self._write(lambda: self._services.people.remove([person_id], self._services.clock()))

    # The book

    def data_folder(self) -> None:
        """Show the folder of the book."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._services.path.parent)))

    def _open(self, dialog: QDialog) -> None:
        self.opened = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _write(self, write: Callable[[], object]) -> None:
        try:
            write()
        except PlannerError as trouble:
            prompts.tell(self._desk, _("That did not work"), wording.error(trouble))
