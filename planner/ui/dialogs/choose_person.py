"""A small window that finds somebody as one types."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from planner.domain.moment import Moment
from planner.domain.text import one_line
from planner.services.listing import Listing
from planner.ui.dialogs.form_window import quiet
from planner.ui.kit import aloud, theme, window_state, wording
from planner.ui.kit.buttons import Button
from planner.ui.kit.empty_state import EmptyState
from planner.ui.kit.entry_list import EntryList, EntryModel, people_found, told
from planner.ui.kit.fields import make_clearable
from planner.ui.kit.i18n import _
from planner.ui.kit.windows import Window

MOST = 12


class ChoosePerson(Window):
    """Type a few letters, Enter takes the first; ``chosen_id`` is who was taken.

    With ``can_add`` nobody found is no dead end: ``add_requested`` asks to add them, with what was typed.
    """

    add_requested = Signal(str)

    def __init__(
        self,
        listing: Listing,
        clock: Callable[[], Moment],
        parent: QWidget | None = None,
        title: str = "",
        *,
        can_add: bool = False,
    ) -> None:
        super().__init__(parent)
        self._listing = listing
        self._clock = clock
        self._can_add = can_add
        self.chosen_id: int | None = None
        self.setWindowTitle(title or _("Who was it with?"))
        self.line = QLineEdit(self)
        self.line.setProperty("kind", "search")
        make_clearable(self.line)
        self.line.setPlaceholderText(_("Find a person, phone, note…"))
        self.line.setAccessibleName(_("Find a person"))
        self._found = EntryModel(self)
        self.list = EntryList(self._found, self)
        self.list.setAccessibleName(_("People found"))
        self._empty = EmptyState("people", "", "", parent=self)
        self._empty.acted.connect(self._ask_to_add)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(20))
        column.setSpacing(theme.px(10))
        for widget in (quiet(self.windowTitle(), self, "title"), self.line, self._framed(), self._empty):
            column.addWidget(widget)
        column.addLayout(self._foot())
        self.line.textChanged.connect(self._find)
        self.line.installEventFilter(self)
        self.line.returnPressed.connect(self._take)
        self.list.selectionModel().currentRowChanged.connect(self._tell)
        self.list.clicked.connect(lambda _index: self._take())
        window_state.begin_with(self, 420, 600)
        self._find("")
        self.line.setFocus()

    def names_shown(self) -> list[str]:
        """Who is listed."""
        return [entry.text for entry in self._found.lines]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down walk in the list while the cursor stays in the line (Qt's name)."""
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None and self._found.lines:
                row = min(max(self.list.currentIndex().row() + step, 0), len(self._found.lines) - 1)
                self.list.setCurrentIndex(self._found.index(row))
                return True
        return super().eventFilter(watched, event)

    def _framed(self) -> QFrame:
        self._frame = QFrame(self)
        self._frame.setProperty("kind", "card")
        inside = QVBoxLayout(self._frame)
        inside.setContentsMargins(theme.px(4), theme.px(4), theme.px(4), theme.px(4))
        inside.addWidget(self.list)
        return self._frame

    def _foot(self) -> QHBoxLayout:
        self._others = quiet("", self)
        cancel = Button(_("Cancel"), parent=self)
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self._others, 1)
        row.addWidget(cancel)
        return row

    def _find(self, text: str) -> None:
        now = self._clock()
        ids = [person_id for person_id, _name in self._listing.hits(text, now, MOST + 1)]
        self._found.show_lines(people_found(self._listing, ids[:MOST], text, now))
        is_empty = not ids and not text
        self._frame.setVisible(bool(ids))
        self.line.setVisible(not is_empty)
        self._empty.setVisible(not ids)
        if not ids:
            self._say_nobody(one_line(text))
        self._others.setText(_("Type a few letters to find the others.") if len(ids) > MOST else "")
        if ids:
            self.list.setCurrentIndex(self._found.index(0))

    def _say_nobody(self, asked: str) -> None:
        """What there is to do when there is nobody to choose."""
        if not asked:
            text = _("Whoever you add can be found here: a name or a number is enough.")
            self._empty.say("people", _("Your book is still empty"), text, _("Add person") if self._can_add else "")
        elif not self._can_add:
            self._empty.say("people", _("Nobody found"), _("Try fewer letters."))
        else:
            add = _("Add \u201c{words}\u201d\u2026").format(words=wording.short_name(asked))
            self._empty.say("people", _("Nobody found"), _("Try fewer letters, or press Enter to add them."), add)

    def _tell(self, index: QModelIndex, _before: QModelIndex) -> None:
        """Let a screen reader say which line Enter would take: the keys never leave the line."""
        said = told(self._found.lines[index.row()]) if index.isValid() else ""
        self.line.setAccessibleDescription(said)
        aloud.say(self.line, said, at_once=True)

    def _ask_to_add(self) -> None:
        self.reject()
        self.add_requested.emit(self.line.text().strip())

    def _take(self) -> None:
        index = self.list.currentIndex()
        if index.isValid():
            self.chosen_id = self._found.lines[index.row()].person_id
            self.accept()
        elif self._can_add and self.line.text().strip():
            self._ask_to_add()
