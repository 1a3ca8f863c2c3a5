"""One box that goes to anybody and does anything: type a few letters, Enter takes the first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QLineEdit, QMenu, QMenuBar, QVBoxLayout, QWidget

from planner.domain.moment import Moment
from planner.domain.search import fold, words
from planner.services.listing import Listing
from planner.ui.kit import aloud, icons, theme
from planner.ui.kit.entry_list import Entry, EntryList, EntryModel, people_found, told
from planner.ui.kit.i18n import _
from planner.ui.kit.labels import ElidedLabel
from planner.ui.kit.windows import Window

MOST_PEOPLE = 7
MOST_COMMANDS = 8
_LONGEST = 200
_WIDTH, _TOP, _HEIGHT = 560, 96, 460
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 5, Qt.Key.Key_PageUp: -5}


class Palette(Window):
    """People by the same search as the list, commands by the words of the menus; nothing typed: whom one saw lately."""

    person_taken = Signal(int)
    new_wanted = Signal(str)

    def __init__(
        self,
        listing: Listing,
        clock: Callable[[], Moment],
        recent: Sequence[int],
        menus: QMenuBar,
        often: Sequence[QAction],
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(_("Go to or do"))
        self._desk = parent
        self._listing = listing
        self._clock = clock
        self._recent = list(recent)
        self._commands = list(commands(menus))
        self._often = [entry for action in often for entry in self._commands if entry.action is action]
        self._found = EntryModel(self)
        self._add = QAction(icons.icon("add_person"), "", self)
        self.line = QLineEdit(self)
        self.line.setProperty("kind", "search")
        self.line.setMaxLength(_LONGEST)
        self.line.setPlaceholderText(_("Go to somebody, or do something…"))
        self.line.setAccessibleName(_("Go to anybody, or do anything"))
        self.list = EntryList(self._found, self)
        self._nothing = ElidedLabel("muted", self)
        self._nothing.setContentsMargins(theme.px(10), 0, theme.px(10), 0)
        self._lay_out()
        self.line.textChanged.connect(self._find)
        self.line.installEventFilter(self)
        self.list.selectionModel().currentRowChanged.connect(self._tell)
        self.list.entered.connect(self._point_at)
        self.list.clicked.connect(self._take_clicked)
        self._find("")
        self.line.setFocus()

    @property
    def entries(self) -> list[Entry]:
        """What is listed, headings included."""
        return self._found.lines

    def take(self) -> None:
        """Go where the present line leads, once this box is gone."""
        index = self.list.currentIndex()
        entry = self._found.lines[index.row()] if index.isValid() else None
        if entry is None:
            return
        self.accept()
        if entry.person_id is not None:
            self.person_taken.emit(entry.person_id)
        elif entry.action is self._add:
            self.new_wanted.emit(self.line.text().strip())
        elif entry.action is not None:
            QTimer.singleShot(0, entry.action, entry.action.trigger)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows walk in the list while the cursor stays in the line (Qt's name)."""
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                self._walk(step)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.take()
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        frame = QFrame(self)
        frame.setProperty("kind", "popup")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(frame)
        self._column = QVBoxLayout(frame)
        self._column.setContentsMargins(theme.px(10), theme.px(10), theme.px(10), theme.px(10))
        self._column.setSpacing(theme.px(8))
        for widget in (self.line, self._nothing, self.list):
            self._column.addWidget(widget)

    def _find(self, text: str) -> None:
        entries = self._people(text) + self._doings(text)
        self._nothing.setText(_("Nothing found for \u201c{text}\u201d. Try fewer letters.").format(text=text))
        self._nothing.setVisible(not entries)
        self._found.show_lines(entries or [Entry(_("Add them as a new person"), action=self._add)])
        self.list.setCurrentIndex(self._found.index(1 if entries else 0))
        self._fit()

    def _people(self, text: str) -> list[Entry]:
        now = self._clock()
        is_asked = bool(words(text))
        if is_asked:
            ids = [person_id for person_id, _name in self._listing.hits(text, now, MOST_PEOPLE)]
        else:
            ids = self._recent
        lines = people_found(self._listing, ids, text, now)
        heading = _("People") if is_asked else _("Seen lately")
        return [Entry(heading), *lines[:MOST_PEOPLE]] if lines else []

    def _doings(self, text: str) -> list[Entry]:
        asked = words(text)
        if not asked:
            return [Entry(_("Often used")), *self._often]
        ranks = [(_rank(each, asked), at) for at, each in enumerate(self._commands)]
        best = sorted((rank, at) for rank, at in ranks if rank is not None)[:MOST_COMMANDS]
        lines = [self._commands[at] for _how_well, at in best]
        return [Entry(_("Commands")), *lines] if lines else []

    def _walk(self, step: int) -> None:
        rows = [row for row, entry in enumerate(self._found.lines) if not entry.is_heading]
        if rows:
            now = self.list.currentIndex().row()
            at = rows.index(now) if now in rows else 0
            to = (at + step) % len(rows) if abs(step) == 1 else min(max(at + step, 0), len(rows) - 1)
            self.list.setCurrentIndex(self._found.index(rows[to]))

    def _point_at(self, index: QModelIndex) -> None:
        if not self._found.lines[index.row()].is_heading:
            self.list.setCurrentIndex(index)

    def _take_clicked(self, index: QModelIndex) -> None:
        """Go where the line under the mouse leads; a heading leads nowhere."""
        if not self._found.lines[index.row()].is_heading:
            self.list.setCurrentIndex(index)
            self.take()

    def _tell(self, index: QModelIndex, _before: QModelIndex) -> None:
        """Let a screen reader say which line Enter would take: the keys never leave the box."""
        said = told(self._found.lines[index.row()]) if index.isValid() else ""
        if self._nothing.isVisibleTo(self):
            said = f"{self._nothing.text()} {said}"
        self.line.setAccessibleDescription(said)
        aloud.say(self.line, said, at_once=True)

    def _fit(self) -> None:
        """In the middle near the top of the desk, as high as the lines found."""
        desk = self._desk
        width = min(theme.px(_WIDTH), desk.width() - theme.px(48))
        room = min(theme.px(_HEIGHT), desk.height() - theme.px(_TOP + 80))
        shown = min(self.list.wanted_height() + 2, room)
        self.list.setFixedHeight(shown)
        if self._nothing.isVisibleTo(self):
            shown += self._nothing.sizeHint().height() + theme.px(8)
        self.setFixedSize(width, 2 + 2 * theme.px(10) + self.line.sizeHint().height() + theme.px(8) + shown)
        self.move(desk.mapToGlobal(QPoint((desk.width() - width) // 2, theme.px(_TOP))))


def commands(menus: QMenuBar) -> Iterator[Entry]:
    """Everything in the menus that can be done now, with its place and its keys."""
    for action in menus.actions():
        menu = action.menu()
        if isinstance(menu, QMenu):
            yield from _of_menu(menu, _plain(action.text()))


def _of_menu(menu: QMenu, path: str) -> Iterator[Entry]:
    menu.aboutToShow.emit()
    for action in menu.actions():
        below = action.menu()
        if isinstance(below, QMenu):
            yield from _of_menu(below, f"{path} \u25b8 {_plain(action.text())}")
        elif not action.isSeparator() and action.isEnabled() and action.isVisible():
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            beside = f"{path} \u00b7 {_('on')}" if action.isChecked() else path
            yield Entry(_plain(action.text()), beside, keys, action=action)


def _plain(text: str) -> str:
    """The words of a menu without the mark of their letter, and without dots."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").partition("\t")[0].rstrip("\u2026.")


def _rank(entry: Entry, asked: Sequence[str]) -> int | None:
    """How well a command fits what was typed, 0 best; None when it does not."""
    text = fold(entry.text)
    own, all_words = words(entry.text), words(f"{entry.text} {entry.beside}")
    if not all(any(word.startswith(each) for word in all_words) for each in asked):
        return None
    if text.startswith(" ".join(asked)):
        return 0
    return 1 if all(any(word.startswith(each) for word in own) for each in asked) else 2
