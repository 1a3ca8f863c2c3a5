"""Your book and its backups: where they are, how many are kept, and what can be done with them at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from planner.domain.errors import PlannerError
from planner.services.health import look_through
from planner.services.preferences import Preferences
from planner.ui.dialogs.form_window import quiet
from planner.ui.dialogs.restore_dialog import RestoreDialog, size_of
from planner.ui.dialogs.settings.page import SettingsPage
from planner.ui.kit import dates, prompts, tasks, theme, wording
from planner.ui.kit.aloud import LiveLabel
from planner.ui.kit.buttons import Button
from planner.ui.kit.chips import FlowLayout
from planner.ui.kit.fields import NumberField, make_clearable
from planner.ui.kit.form import Form
from planner.ui.kit.i18n import _, ngettext
from planner.ui.kit.labels import breakable
from planner.ui.kit.stylesheet import repolish

if TYPE_CHECKING:
    from planner.services.backups import Backup
    from planner.services.open_book import OpenBook

KEPT = (3, 100)


class DataPage(SettingsPage):
    """The buttons act at once; how many copies are kept, and where else, counts once the window is saved."""

    restore_requested = Signal(object)
    sample_requested = Signal()
    own_book_requested = Signal()

    def __init__(self, services: OpenBook, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = _("Your data")
        self._services = services
        self.where = quiet("", self, "")
        self.where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.said = LiveLabel("muted", self)
        self.said.hide()
        self.folder_button = Button(_("Open the folder"), "folder", parent=self)
        self.check_button = Button(_("Check the book"), "check", parent=self)
        self.back_up_button = Button(_("Back up now"), "backup", parent=self)
        self.restore_button = Button(_("Restore…"), "restore", parent=self)
        is_sample = services.look().is_sample
        other = _("Start my own book") if is_sample else _("Look around in the sample book")
        self.other_book_button = Button(other, "book" if is_sample else "sample", parent=self)
        self.kept = NumberField(*KEPT, KEPT[0], _(" backups"), self)
        self.second = QLineEdit(self)
        self.second.setAccessibleName(_("Copy each backup here, too"))
        self.second.setPlaceholderText(_("Nowhere else"))
        make_clearable(self.second)
        self.choose_button = Button(_("Choose…"), "folder", parent=self)
        self._connect(is_sample=is_sample)
        self._lay_out()
        self.setFocusProxy(self.folder_button)
        self._show_book()

    def load(self, chosen: Preferences) -> None:
        """Show how backups are kept."""
        self.form.clear_mistakes()
        self.kept.setValue(chosen.backups_kept)
        self.second.setText(chosen.second_folder)
        self._say_second()

    def check(self) -> bool:
        """Whether the second folder is there; a stick that is not plugged in may stay as it was."""
        self.form.clear_mistakes()
        typed = self.second.text().strip()
        is_new = typed != self._services.preferences.load().second_folder
        if typed and is_new and not (Path(typed).is_absolute() and Path(typed).is_dir()):
            self.form.say_mistake(self._beside, _("There is no such folder. Choose one that is there now."))
            return False
        return True

    def save(self, chosen: Preferences) -> Preferences:
        """``chosen`` with so many backups, there."""
        return replace(chosen, backups_kept=self.kept.value(), second_folder=self.second.text().strip())

    def _connect(self, *, is_sample: bool) -> None:
        folder = str(self._services.path.parent)
        self.folder_button.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(folder)))
        self.check_button.clicked.connect(self._check_book)
        self.back_up_button.clicked.connect(self._back_up)
        self.restore_button.clicked.connect(self._restore)
        self.choose_button.clicked.connect(self._choose)
        self.second.editingFinished.connect(self._say_second)
        self.other_book_button.clicked.connect(self.own_book_requested if is_sample else self.sample_requested)

    def _lay_out(self) -> None:
        self._beside = QWidget(self)
        row = QHBoxLayout(self._beside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.second, 1)
        row.addWidget(self.choose_button)
        self._beside.setFocusProxy(self.second)
        self.form = Form(self, columns=2)
        kept = _("Older ones make room. One is made and checked each time you close Warmbook.")
        self.kept.setMaximumWidth(theme.px(180))
        self.form.add(_("Keep"), self.kept, hint=kept, span=2)
        self._second_field = self.form.add(self.second.accessibleName(), self._beside, span=2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(_heading(_("Your book"), self))
        column.addWidget(self.where)
        column.addWidget(_row(self, self.folder_button, self.check_button, self.other_book_button))
        column.addSpacing(theme.px(4))
        column.addWidget(_heading(_("Backups"), self))
        column.addWidget(_row(self, self.back_up_button, self.restore_button))
        column.addWidget(self.said)
        column.addWidget(self.form)
        column.addStretch(1)

    def _show_book(self) -> None:
        path = self._services.path
        self.where.setText(breakable(_("{path} · {size}").format(path=path, size=size_of(_size(path)))))

    def _say_second(self) -> None:
        typed = self.second.text().strip()
        what = _("A USB stick, or a folder of OneDrive, iCloud or Dropbox. Only finished backups go there.")
        self._second_field.say_hint(self._told_of_second(Path(typed)) if typed else what)

    def _told_of_second(self, folder: Path) -> str:
        """Whether the folder is there, and the newest backup in it."""
        if not folder.is_dir():
            return _("That folder is not there now. Plug the stick in; the next backup goes there again.")
        if self._services.backups.is_newest_in(folder):
            return _("The newest backup is there, too.")
        return _("The newest backup is not there yet; the next one will be.")

    def _choose(self) -> None:
        typed = self.second.text().strip()
        folder = prompts.ask_folder(self, _("Copy each backup here, too"), Path(typed) if typed else None)
        if folder is not None:
            self.second.setText(str(folder))
            self._say_second()

    def _check_book(self) -> None:
        def done(found: Any) -> None:
            people = ngettext("{count} person", "{count} people", found.people)
            people = people.format(count=dates.number(found.people))
            sound = _("Your book is sound: {people}, {touches} entries.")
            self._say(sound.format(people=people, touches=dates.number(found.touches)))

        self._run(lambda: look_through(self._services.book), done)

    def _back_up(self) -> None:
        def done(path: Path) -> None:
            self._say(_("Backed up and checked: {name}").format(name=path.name))
            self._say_second()

        now = self._services.clock()
        self._run(lambda: self._services.backups.make(self._services.book, now), done)

    def _run(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Do it in a thread, with its own connection to the book."""
        buttons = (self.check_button, self.back_up_button)

        def working(_progress: tasks.Progress) -> Any:
            try:
                return work()
            finally:
                self._services.book.close()

        def ended(tell: Callable[[Any], None], found: Any) -> None:
            if isValid(self):  # the window may be gone by now
                for button in buttons:
                    button.setEnabled(True)
                tell(found)

        for button in buttons:
            button.setEnabled(False)
        self._say(_("One moment…"))
        tasks.run(
            working,
            on_done=lambda found: ended(done, found),
            on_failed=lambda trouble: ended(self._say_trouble, trouble),
        )

    def _restore(self) -> None:
        dialog = RestoreDialog(self._services.backups, self._services.clock, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._chosen(dialog.chosen))
        dialog.open()

    def _chosen(self, backup: Backup | None) -> None:
        if backup is not None:
            self.restore_requested.emit(backup)

    def _say_trouble(self, trouble: PlannerError) -> None:
        self._say(wording.error(trouble), "error")

    def _say(self, text: str, role: str = "muted") -> None:
        self.said.setText(breakable(text))
        self.said.setProperty("role", role)
        repolish(self.said)
        self.said.show()


def _heading(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setProperty("role", "heading")
    return label


def _row(parent: QWidget, *buttons: QWidget) -> QWidget:
    """Buttons side by side, and below each other where there is no room."""
    holder = QWidget(parent)
    row = FlowLayout(holder, spacing=8)
    for button in buttons:
        row.addWidget(button)
    return holder


def _size(path: Path) -> int:
    """Bytes of the book, with what SQLite still holds beside it."""
    return sum(each.stat().st_size for each in (path, Path(f"{path}-wal")) if each.exists())
