"""The person: everything about one human being that helps with the next right move."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from planner.domain.errors import PlannerError
from planner.domain.moment import Moment
from planner.services.changes import Change, Changed
from planner.services.drafts import PersonView
from planner.services.people import People
from planner.services.permissions import Permissions
from planner.services.preferences import PreferencesStore
from planner.services.promises import Promises
from planner.services.timeline import Timeline
from planner.services.today import Today
from planner.ui.kit import plain_dates, prompts, theme, wording
from planner.ui.kit.change_signal import ChangeSignal
from planner.ui.kit.empty_state import EmptyState
from planner.ui.kit.hold import Insisted
from planner.ui.kit.i18n import _
from planner.ui.kit.stylesheet import repolish
from planner.ui.person.foot import Foot
from planner.ui.person.header import Header
from planner.ui.person.page import Page

LOW = 600
"""Pixels at 100 % below which there is no room for a header that stands still."""
_AFFECTING = ~Change.SHEETS


class PersonPane(QWidget):
    """Shows one person; asks the desk, by signal, for every form. ``log_requested`` carries gave, asked or talked."""

    add_requested = Signal()
    edit_requested = Signal(int)
    log_requested = Signal(int, str)
    promise_requested = Signal(int)
    promise_move_requested = Signal(int, int)
    permission_requested = Signal(int)
    touch_edit_requested = Signal(int, object)

    def __init__(  # exactly the services it uses
        self,
        people: People,
        timeline: Timeline,
        promises: Promises,
        permissions: Permissions,
        today: Today,
        changes: ChangeSignal,
        clock: Callable[[], Moment],
        preferences: PreferencesStore,
    ) -> None:
        super().__init__()
        self._people = people
        self._timeline = timeline
        self._promises = promises
        self._permissions = permissions
        self._today = today
        self._clock = clock
        self._preferences = preferences
        self._person_id: int | None = None
        self._is_stale = False
        self._is_low = False
        self._waiting: list[Callable[[], None]] = []
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._show_next)
        self._header = Header(self)
        self._page = Page(timeline, clock, self)
        self._empty = EmptyState(
            "person",
            _("Nobody chosen yet"),
            _("Choose somebody from today or from your people: their next right move and your history appear here."),
            _("Add person"),
            self,
            kind="",
        )
        self._lay_out()
        self._connect(changes)
        self.setFocusProxy(self._header.edit)

    @property
    def header(self) -> Header:
        """Who it is and how to reach them, brought up to date."""
        self._show_all()
        return self._header

    @property
    def page(self) -> Page:
        """Everything below, brought up to date."""
        self._show_all()
        return self._page

    @property
    def person_id(self) -> int | None:
        """Who is shown."""
        return self._person_id

    def show_person(self, person_id: int | None) -> None:
        """Show somebody, or the empty state."""
        is_somebody_else = person_id != self._person_id
        if is_somebody_else:
            self._page.about_card.finish()
        self._person_id = person_id
        if is_somebody_else:
            self._page.start_over()
        self._reload()

    def tick(self) -> None:
        """Another minute has gone by: their clock, and what is fine now; nothing else moves under the hand."""
        if not self.isVisible():
            self._is_stale = True
            return
        view = self._view()
        if view is None:
            return
        now = self._clock()
        move, country = self._today.move(view.id, now), self._preferences.load().country
        self.header.show_person(view, move, country, now)
        self.page.show_move(view, move, now)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little height, the header scrolls with the rest (Qt's name)."""
        super().resizeEvent(event)
        is_low = event.size().height() < theme.px(LOW)
        if is_low == self._is_low:
            return
        self._is_low = is_low
        if is_low:
            self._page.take_header(self._header)
        else:
            self._column.insertWidget(0, self._header)
        self._header.setProperty("kind", "card" if is_low else "bar")
        repolish(self._header)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while hidden (Qt's name)."""
        super().showEvent(event)
        if self._is_stale:
            self._reload()

    def _lay_out(self) -> None:
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        whole = QWidget(self)
        self._column = QVBoxLayout(whole)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._header)
        self._column.addWidget(self._page, 1)
        foot = Foot(self)
        foot.asked.connect(self._ask_for)
        self._column.addWidget(foot)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(whole)

    def _connect(self, changes: ChangeSignal) -> None:
        changes.changed.connect(self._hear)
        self._empty.acted.connect(self.add_requested)
        self._header.edit_requested.connect(lambda: self._with_person(self.edit_requested.emit))
        self._header.permission_requested.connect(lambda: self._with_person(self.permission_requested.emit))
        self._header.contacts.insisted.connect(self._note_override)
        page = self._page
        page.account_card.fan_confirmed.connect(
            lambda: self._with_person(lambda person: self._do(lambda: self._people.mark_fan(person, self._clock())))
        )
        page.agreements.keep_requested.connect(lambda each: self._do(lambda: self._promises.keep(each, self._clock())))
        page.agreements.let_go_requested.connect(
            lambda each: self._do(lambda: self._promises.let_go(each, self._clock()))
        )
        page.agreements.thanked_requested.connect(
            lambda each: self._do(lambda: self._promises.thanked(each, self._clock()))
        )
        page.agreements.move_requested.connect(
            lambda each: self._with_person(lambda person: self.promise_move_requested.emit(person, each))
        )
        page.about_card.edited.connect(self._change)
        page.timeline.edit_requested.connect(
            lambda entry: self._with_person(lambda person: self.touch_edit_requested.emit(person, entry))
        )
        page.timeline.log_requested.connect(lambda: self._ask_for("log"))
        page.timeline.remove_requested.connect(
            lambda each: self._do(lambda: self._timeline.remove(each, self._clock()))
        )

    def _change(self, field: str, text: str) -> None:
        """One line written anew, as one step that can be taken back."""
        person_id = self._person_id
        if person_id is None:
            return

        def write() -> None:
            draft = self._page.about_card.changed(self._people.draft(person_id), field, text)
            self._people.save(person_id, draft, self._clock())

        self._do(write)

    def _note_override(self, answer: Insisted) -> None:
        person_id = self._person_id
        if person_id is not None:
            self._do(lambda: self._timeline.override(person_id, answer.rule, answer.words, self._clock()))

    def _ask_for(self, side: str) -> None:
        if self._person_id is None:
            return
        if side == "promise":
            self.promise_requested.emit(self._person_id)
        else:
            self.log_requested.emit(self._person_id, side)

    def _with_person(self, ask: Callable[[int], None]) -> None:
        if self._person_id is not None:
            ask(self._person_id)

    def _do(self, write: Callable[[], object]) -> None:
        try:
            write()
        except PlannerError as error:
            prompts.tell(self, _("That did not work"), wording.error(error))

    def _hear(self, changed: Changed) -> None:
        is_ours = not changed.people or self._person_id in changed.people
        if self._person_id is None or not is_ours or not changed.what & _AFFECTING:
            return
        if self.isVisible():
            self._reload()
        else:
            self._is_stale = True

    def _reload(self) -> None:
        """Show everything anew, in parts, so that none of them takes as long as a frame."""
        self._is_stale = False
        self._waiting = [self._show_head, self._show_cards, self._show_rest, self._show_history]
        self._soon.start()

    def _show_next(self) -> None:
        if self._waiting:
            self._waiting.pop(0)()
        if self._waiting:
            self._soon.start()

    def _show_all(self) -> None:
        while self._waiting:
            self._waiting.pop(0)()

    def _show_head(self) -> None:
        view = self._view()
        if view is None:
            self._person_id = None
            self._waiting.clear()
            self._stack.setCurrentIndex(0)
            return
        now = self._clock()
        move = self._today.move(view.id, now)
        country = self._preferences.load().country
        self._header.show_person(view, move, country, now)
        self._shown = view, move, country, now
        self._stack.setCurrentIndex(1)

    def _show_cards(self) -> None:
        view, move, _country, now = self._shown
        self._page.show_cards(view, move, self._timeline.account(view.id, now), now)

    def _show_rest(self) -> None:
        view, _move, country, now = self._shown
        first = plain_dates.goes_month_first(self._preferences.load().month_first, country)
        self._page.show_rest(view, country, now, month_first=first)

    def _show_history(self) -> None:
        self._page.show_history(self._shown[0])

    def _view(self) -> PersonView | None:
        if self._person_id is None:
            return None
        try:
            return self._people.view(self._person_id)
        except PlannerError:
            return None
