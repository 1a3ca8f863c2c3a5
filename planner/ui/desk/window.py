"""The desk: arranges the screens and lets them hear of each other."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from planner.services.changes import EVERYTHING, Change, Changed
from planner.services.open_book import OpenBook
from planner.services.places import synced_by
from planner.ui.desk.first_frame import FirstFrame, menu_titles
from planner.ui.kit import window_state
from planner.ui.kit.change_signal import ChangeSignal
from planner.ui.kit.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent

_SIZE = (1440, 900)
_SMALLEST = (800, 520)
_IN_STATUS = Change.SHEETS | Change.TOUCHES | Change.PEOPLE | Change.IMPORTS


class Desk(QMainWindow):
    """The main window of one open book.

    It comes in three frames: the names of people, by ``FirstFrame``; the list and the bars, by ``arrange``; and all the
    rest, by ``complete``. Each is begun when the one before it has been painted, and imports what it needs.
    """

    arranged = Signal()
    completed = Signal()
    closed = Signal()
    own_book_requested = Signal()
    sample_requested = Signal()
    restore_requested = Signal(object)
    move_requested = Signal()

    def __init__(self, services: OpenBook, person: int | None = None) -> None:
        super().__init__()
        self._services = services
        self._frames: list[Callable[[], None]] = [self.arrange, self.complete]
        self._is_arranged = False
        self._is_complete = False
        self._person = person
        self._is_sample = services.look().is_sample
        self._cloud = synced_by(services.path)
        book = _("sample book") if self._is_sample else services.path.stem
        self.setWindowTitle(_("Warmbook \u2014 {book}").format(book=book))
        self.setMinimumSize(*_SMALLEST)
        self.changes = ChangeSignal(services.changes, self)
        for title in menu_titles():
            self.menuBar().addAction(title)
        frame = FirstFrame(services, self, has_banner=self._is_sample or self._cloud is not None)
        self.panes = frame.panes
        self.setCentralWidget(frame)
        if not window_state.restore_window(services.memory, "desk", self):
            self.resize(QSize(*_SIZE).boundedTo(window_state.room(self)))

    @property
    def person(self) -> int | None:
        """Who is chosen, in every pane."""
        return self._person

    def arrange(self) -> None:
        """Bring in the list, the bars and the menus."""
        if self._is_arranged:
            return
        self._is_arranged = True
        from planner.ui.actions import Actions
        from planner.ui.desk.status import StatusLine
        from planner.ui.desk.toolbar import Toolbar
        from planner.ui.people.pane import PeoplePane

        services = self._services
        self._shown_on = services.clock().today
        self.wishes = Actions(self)
        self.people = PeoplePane(services.listing, services.memory, self.changes, services.clock, self)
        self.toolbar = Toolbar(self.wishes, self)
        self.status = StatusLine(self)
        self._lay_out()
        self._connect()
        self.arranged.emit()

    def complete(self) -> None:
        """Bring in the screens beside the list, and whatever else the desk can do."""
        if self._is_complete:
            return
        self.arrange()
        self._is_complete = True
        self.setAcceptDrops(True)
        from planner.ui.desk.rest import Rest

        self.rest = Rest(self, self._services)
        self._refresh_status()
        self.people.count()
        self.choose(self._person or self.rest.first_person() or self.people.model.person_at(0), reveal=False)
        self.people.setFocus()
        self.completed.emit()

    def focusNextPrevChild(self, is_forward: bool) -> bool:  # Qt's signature
        """Tab goes as one reads (Qt's name)."""
        from planner.ui.kit import windows

        return windows.step(self, windows.stops(self), is_forward=is_forward)

    def choose(self, person_id: int | None, *, reveal: bool = True) -> None:
        """Show one person everywhere; somebody who has gone meanwhile is nobody."""
        if person_id is not None and not self._services.people.knows(person_id):
            person_id = None
        self._person = person_id
        self.wishes.set_person(is_chosen=person_id is not None)
        self.people.choose(person_id)
        self.rest.show_person(person_id)
        if reveal and person_id is not None:
            self.panes.reveal_person()

    def open_person(self, person_id: int) -> None:
        """Show somebody and let the keys go to them."""
        self.wishes.show_person.setChecked(True)
        self.choose(person_id)
        self.rest.focus_person()

    def tick(self) -> bool:
        """Another minute has gone by; True when another day has begun."""
        if not self._is_complete:
            return False
        today = self._services.clock().today
        is_new_day = today != self._shown_on
        self._shown_on = today
        if is_new_day:
            self.people.tick()
        self.rest.person.tick()
        self._refresh_status()
        return is_new_day

    def reload(self) -> None:
        """Another program wrote in the book: show everything anew."""
        self.changes.changed.emit(Changed(EVERYTHING))

    def remember(self) -> None:
        """Keep where everything stood, if it stood already."""
        if not self._is_arranged:
            return
        window_state.remember_window(self._services.memory, "desk", self)
        self.panes.remember()
        self.people.remember()
        if self._is_complete:
            self.rest.recent.remember()

    def put_above(self, banner: QWidget) -> None:
        """A line above everything else on the desk."""
        self._column.insertWidget(0, banner)

    def come_forward(self) -> None:
        """Be the window in front, also out of the task bar."""
        from PySide6.QtCore import Qt

        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Once this frame stands, begin the next one (Qt's name)."""
        super().paintEvent(event)
        if self._frames:
            QTimer.singleShot(0, self, self._go_on)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep where everything stood; from here on nothing hears of the book or reads it (Qt's name)."""
        self.remember()
        self._frames.clear()
        self.changes.stop()
        for timer in self.findChildren(QTimer):
            timer.stop()
        if self._is_arranged:
            self.people.stop()
        super().closeEvent(event)
        QTimer.singleShot(0, self, self.closed.emit)  # once it is gone from the screen

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be dropped (Qt's name)."""
        if _file_in(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A file that was dropped is a list to bring in (Qt's name)."""
        path = _file_in(event)
        if path is not None:
            event.acceptProposedAction()
            self.rest.book.bring_file(path)

    def _go_on(self) -> None:
        if self._frames:
            self._frames.pop(0)()

    def _lay_out(self) -> None:
        from planner.ui.desk import menus

        menus.fill(self.menuBar(), self.wishes, self.people)
        self.people.table.addActions(menus.context(self.wishes, self.people.table))
        middle = QWidget(self)
        self._column = column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if self._is_sample or self._cloud is not None:
            from planner.ui.desk import banner

            if self._is_sample:
                column.addWidget(banner.sample_banner(self.wishes, middle))
            if self._cloud is not None:
                column.addWidget(banner.cloud_banner(self._cloud, self.wishes, middle))
        column.addWidget(self.toolbar)
        column.addWidget(self.panes, 1)
        self.panes.set_people(self.people)
        column.addWidget(self.status)
        self.setCentralWidget(middle)
        middle.show()  # at once: a frame without it would be an empty one

    def _connect(self) -> None:
        from planner.services.listing import View

        wishes, search = self.wishes, self.toolbar.search
        search.textChanged.connect(self.people.search)
        search.left_down.connect(self.people.focus_list)
        search.entered.connect(self.people.open_first)
        self.people.typed.connect(self._type)
        self.people.person_chosen.connect(self._choose_in_list)
        self.people.marked.connect(self._make_room)
        self.people.looked_for.connect(self.panes.hide_person)
        self.people.open_requested.connect(self.open_person)
        self.people.counted.connect(lambda counts: self.status.say_people(counts[View.EVERYONE]))
        self.changes.changed.connect(self._hear)
        wishes.find.triggered.connect(self._find)
        wishes.back.triggered.connect(self._back)
        wishes.quit.triggered.connect(self.close)
        wishes.start_own.triggered.connect(self.own_book_requested)
        wishes.look_around.triggered.connect(self.sample_requested)
        wishes.start_own.setVisible(self._is_sample)
        wishes.look_around.setVisible(not self._is_sample)
        wishes.show_today.setChecked(self.panes.wants_today)
        wishes.show_person.setChecked(self.panes.wants_person)
        wishes.show_today.toggled.connect(lambda shown: self.panes.want_today(is_wanted=shown))
        wishes.show_person.toggled.connect(lambda shown: self.panes.want_person(is_wanted=shown))

    def _hear(self, changed: Changed) -> None:
        is_gone = self._person is not None and not self._services.people.knows(self._person)
        if self._is_complete and is_gone:
            self.choose(None)
        if self._is_complete and changed.what & _IN_STATUS:
            self._refresh_status()

    def _refresh_status(self) -> None:
        now = self._services.clock()
        self.status.say_saved()
        self.status.say_sheet(*(self._services.sheets.open_rows(now) or (0, 0)))
        self.status.say_backup(self._services.backups.newest_at(), now)

    def _choose_in_list(self, person_id: int) -> None:
        """Show who is chosen; while several are marked nobody slides over the list."""
        self.choose(person_id, reveal=not self.people.has_marks)

    def _make_room(self, count: int) -> None:
        if count > 1:
            self.panes.hide_person()

    def _type(self, text: str) -> None:
        """Letters typed in the list continue in the search; nothing typed means: show everyone."""
        search = self.toolbar.search
        search.setText(search.text() + text if text else "")
        search.setFocus()

    def _find(self) -> None:
        self.toolbar.search.setFocus()
        self.toolbar.search.selectAll()

    def _back(self) -> None:
        """Step by step: from the person to the list, then from what was searched to everyone."""
        if self.people.unmark():
            return
        if self.panes.hide_person():
            self.people.table.setFocus()
        else:
            if self.toolbar.search.hasFocus() or self.people.table.hasFocus():
                self.toolbar.search.clear()
            self.people.table.setFocus()


def _file_in(event: QDropEvent) -> Path | None:
    """The one file that is being dragged here."""
    files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
    return Path(files[0]) if len(files) == 1 else None
