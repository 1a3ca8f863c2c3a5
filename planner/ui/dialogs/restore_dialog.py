"""Going back to an earlier copy of the book."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from planner.domain.errors import PlannerError
from planner.domain.moment import Moment
from planner.services.backups import Backup, Backups, look_at
from planner.ui.dialogs.choices import Cards
from planner.ui.dialogs.form_window import FormWindow, quiet
from planner.ui.kit import dates, prompts, wording
from planner.ui.kit.buttons import Button
from planner.ui.kit.i18n import _, ngettext

_KILO = 1024


class RestoreDialog(FormWindow):
    """Lists the verified copies; ``chosen`` is the one to go back to, which is for the program to do."""

    def __init__(self, backups: Backups, clock: Callable[[], Moment], parent: QWidget | None = None) -> None:
        super().__init__(_("Restore a backup"), _("Go back to this backup…"), parent, width=480)
        self.chosen: Backup | None = None
        self._now = clock()
        self._copies = {copy.path: copy for copy in backups.list()}
        said = _("Each backup was checked when it was made. The book as it is now is kept as a backup, too.")
        if not self._copies:
            said = _("No backup yet. One is made each time you close the book.")
        self.column.addWidget(quiet(said, self.page))
        self.cards: Cards[Path] = Cards(
            [(path, self._when(copy), _what(copy)) for path, copy in self._copies.items()], self.page, columns=1
        )
        self.cards.changed.connect(lambda: self.save_button.setEnabled(True))
        self.save_button.setEnabled(False)
        if not self._copies:
            self.save_button.hide()
            self.cancel_button.setText(_("Close"))
        self.column.addWidget(self.cards)
        self.column.addStretch(1)
        self.elsewhere_button = Button(_("A backup from elsewhere…"), "folder", parent=self)
        self.elsewhere_button.clicked.connect(self._choose_elsewhere)
        self.buttons.insertWidget(0, self.elsewhere_button)
        self.fit()

    def write(self) -> bool:
        """Go back to the copy that is chosen in the list."""
        path = self.cards.value()
        return path is not None and self._agree(self._copies[path])

    def _choose_elsewhere(self) -> None:
        """A copy from a stick or another computer; what is no sound book is told in place."""
        self.trouble.hide()
        path = prompts.ask_open_file(self, _("A backup from elsewhere"), [_("Warmbook backups (*.warmbook)")])
        if path is None:
            return
        copy = look_at(path)
        if copy.people is None:
            self.say_trouble(wording.error(PlannerError("backup_damaged", path=path)))
        elif self._agree(copy):
            self.accept()

    def _agree(self, copy: Backup) -> bool:
        """Ask once more, for what was written since then leaves the book."""
        text = _("Everything written since {when} leaves the book. It stays in a backup of its own.")
        if not prompts.confirm(
            self, _("Go back to this backup?"), text.format(when=self._when(copy, in_sentence=True)), _("Go back")
        ):
            return False
        self.chosen = copy
        return True

    def _when(self, copy: Backup, *, in_sentence: bool = False) -> str:
        local = Moment(copy.made_at, self._now.zone).local
        return dates.day_and_time(local.date(), local.time(), self._now.today, in_sentence=in_sentence)


def size_of(size: int) -> str:
    """A size in bytes as people read it."""
    if size < _KILO * _KILO:
        return _("{size} KB").format(size=dates.number(max(1, round(size / _KILO))))
    return _("{size} MB").format(size=dates.number(max(1, round(size / _KILO / _KILO))))


def _what(copy: Backup) -> str:
    size = size_of(copy.size)
    if copy.people is None:
        return _("{size} · can’t be read").format(size=size)
    people = ngettext("{count} person", "{count} people", copy.people).format(count=dates.number(copy.people))
    return _("{people} · {size}").format(people=people, size=size)
