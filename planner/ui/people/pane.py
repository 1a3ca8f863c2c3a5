"""The middle of the desk: views, the table of people, and words where there is nobody."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QStackedLayout, QVBoxLayout, QWidget

from planner.domain.errors import PlannerError
from planner.domain.moment import Moment
from planner.services.changes import ABOUT_PEOPLE, Change, Changed
from planner.services.listing import AnyView, Listing, OwnView, View
from planner.services.saved_views import Filters
from planner.ui.kit import aloud, dates
from planner.ui.kit.change_signal import ChangeSignal
from planner.ui.kit.empty_state import EmptyState
from planner.ui.kit.i18n import _, ngettext
from planner.ui.kit.tasks import Latest
from planner.ui.people import empty_words
from planner.ui.people.bulk_bar import BulkBar
from planner.ui.people.columns import NAME
from planner.ui.people.table import PeopleTable
from planner.ui.people.table_model import PeopleModel
from planner.ui.people.view_bar import ViewBar

if TYPE_CHECKING:
    from planner.services.look import Memory

_SHOWN = ABOUT_PEOPLE | Change.IMPORTS | Change.SETTINGS
_COUNT_AFTER = 250
_SETTLE = 40
_SAY_AFTER = 700


class PeoplePane(QFrame):
    """Finds, filters and sorts people; knows who is chosen by their id, whatever the list does."""

    person_chosen = Signal(int)
    open_requested = Signal(int)
    add_requested = Signal()
    import_requested = Signal()
    typed = Signal(str)
    counted = Signal(object)
    looked_for = Signal()
    """Somebody is looked for, or a view was chosen: the list has to be in sight."""
    marked = Signal(int)
    """How many lines are selected, once the keys rest."""

    def __init__(
        self,
        listing: Listing,
        preferences: Memory,
        changes: ChangeSignal,
        clock: Callable[[], Moment],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "pane")
        self._listing = listing
        self._clock = clock
        self._chosen: int | None = None
        self._model = PeopleModel(listing, clock, self)
        self._views = ViewBar(self)
        self._views.set_own(listing.own_views())
        self._table = PeopleTable(self._model, preferences, self)
        self._table.setAccessibleName(_("People"))
        self._bulk = BulkBar(self)
        self._empty = EmptyState("people", "", "", parent=self)
        self._counting = Latest(listing.let_go, self)
        self._counted_at: tuple[object, ...] | None = None
        self._count_soon = QTimer(self, singleShot=True, interval=_COUNT_AFTER)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE)
        self._found_soon = QTimer(self, singleShot=True, interval=_SAY_AFTER)
        self._found_soon.timeout.connect(self._say_found)
        self._lay_out()
        self._connect(changes)
        self._model.read_first()

    @property
    def table(self) -> PeopleTable:
        """The table, for the actions of its context menu."""
        return self._table

    @property
    def model(self) -> PeopleModel:
        """The people as they are shown."""
        return self._model

    @property
    def view_bar(self) -> ViewBar:
        """The views above the list."""
        return self._views

    @property
    def bulk_bar(self) -> BulkBar:
        """What can be done with several marked people."""
        return self._bulk

    @property
    def has_marks(self) -> bool:
        """Whether more than one person is marked."""
        return self._top.currentWidget() is self._bulk

    def name(self) -> str:
        """What whoever the keys belong to is called; empty for nobody."""
        row = self._table.chosen_row()
        line = self._model.line(row) if row >= 0 else None
        return "" if line is None else line.texts[NAME]

    def unmark(self) -> bool:
        """Go back to one line; False where the keys are elsewhere, or only one is marked."""
        is_here = self._table.hasFocus() or any(each.hasFocus() for each in self._bulk.findChildren(QWidget))
        if not is_here or not self._table.unmark():
            return False
        self._table.setFocus()
        return True

    def shown_filters(self) -> Filters:
        """What the list shows now, as a view of one's own would say it."""
        view, search = self._model.view, " ".join(self._model.search.split())
        if isinstance(view, OwnView):
            return replace(view.filters, words=f"{view.filters.words} {search}".strip())
        return Filters(among=view, words=search)

    def search(self, text: str) -> None:
        """Show only those who match what is typed, the best match in sight."""
        self._model.show(self._model.view, text)
        self._table.leave_room(are_double=bool(text))  # now that the list begins anew, and is short
        self._found_soon.start()
        if text:
            self._table.scrollToTop()
            self.looked_for.emit()

    def show_view(self, view: AnyView) -> None:
        """Show one of the views, or one that is not kept."""
        self._views.choose(view)
        if self._views.passing():
            self._counted_at = None
            self._count_soon.start()
        self._model.show(view, self._model.search)
        if self._chosen is None or self._model.row_of(self._chosen) is None:
            self._table.scrollToTop()
        self.looked_for.emit()

    def show_alone(self, view: AnyView) -> None:
        """Show a view whatever was looked for before, and let the keys go to its people; nobody slides over them."""
        self.typed.emit("")
        self.show_view(view)
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, person_id: int | None) -> None:
        """Mark a person as the one who is shown beside."""
        self._chosen = person_id
        self._table.choose(person_id)

    def focus_list(self) -> None:
        """Go from the search to the people found."""
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._table.chosen() is None and self._model.rowCount():
            self._table.choose_row(0)

    def open_first(self) -> None:
        """Open the only, or the first, person found, whoever was chosen before."""
        person_id = self._model.person_at(0)
        if person_id is not None:
            self.choose(person_id)
            self.open_requested.emit(person_id)

    def tick(self) -> None:
        """A new day has begun: dates read differently now."""
        self._model.retitle()
        self._model.read_first()
        self.count()

    def count(self) -> None:
        """Count in a thread who is in which view, unless nothing was written since the last time."""
        self._count_soon.stop()
        now = self._clock()
        state = self._listing.state(now)
        if state != self._counted_at:
            self._counted_at = state
            also = self._views.passing()
            self._counting.ask(lambda: self._listing.counts(now, also), self._show_counts, self._count_again)

    def stop(self) -> None:
        """Read no more, before the book closes."""
        self._counting.stop()
        self._model.stop()

    def _count_again(self, _trouble: PlannerError) -> None:
        """The book was busy: count at the next occasion."""
        self._counted_at = None

    def _show_counts(self, counts: Mapping[AnyView, int]) -> None:
        self._views.set_counts(counts)
        self.counted.emit(counts)
        self._say_if_empty()

    def remember(self) -> None:
        """Keep how the columns stand."""
        self._table.remember()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._top = QStackedLayout()
        self._top.addWidget(self._views)
        self._top.addWidget(self._bulk)
        column.addLayout(self._top)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._table)
        self._stack.addWidget(self._empty)
        column.addLayout(self._stack, 1)

    def _connect(self, changes: ChangeSignal) -> None:
        self._views.chosen.connect(self.show_view)
        self._table.opened.connect(self.open_requested)
        self._table.typed.connect(self.typed)
        self._table.moved.connect(self._settle.start)
        self._model.modelReset.connect(self._after_reset)
        self._model.modelReset.connect(self._settle.start)
        self._model.rowsInserted.connect(self._after_growth)
        self._bulk.left.connect(self._table.unmark)
        self._bulk.left.connect(self._table.setFocus)
        self._settle.timeout.connect(self._tell_chosen)
        self._count_soon.timeout.connect(self.count)
        self._empty.acted.connect(self._act_on_empty)
        changes.changed.connect(self._hear)

    def _hear(self, changed: Changed) -> None:
        if not changed.what & _SHOWN:
            return
        if changed.what & Change.SETTINGS:
            self._follow_views()
        if changed.what & (Change.IMPORTS | Change.SETTINGS) or not self._model.rowCount():
            self._model.read_first()
        else:
            self._model.forget(changed.people)
        self._count_soon.start()

    def _follow_views(self) -> None:
        """A view may have been made, changed or deleted: the one that is shown stays, as it is now."""
        own = self._listing.own_views()
        self._views.set_own(own)
        now = self._model.view
        if isinstance(now, OwnView) and now.is_kept:
            view: AnyView = next((each for each in own if each.id == now.id), View.EVERYONE)
            if view != now:
                self.show_view(view)

    def _after_reset(self) -> None:
        """A reset takes the selection away: bring it back by the person's id."""
        self._say_if_empty()
        if self._chosen is not None and self._model.row_of(self._chosen) is not None:
            self._table.choose(self._chosen)
        self._table.settle()

    def _after_growth(self, _parent: QModelIndex, first: int, last: int) -> None:
        """Somebody new at the very end of the list is chosen like anybody new."""
        if first == last and self._chosen is not None and self._model.person_at(first) == self._chosen:
            self._table.choose(self._chosen)

    def _tell_chosen(self) -> None:
        count = len(self._table.marked())
        if count > 1:
            self._bulk.say(count)
        self._top.setCurrentWidget(self._bulk if count > 1 else self._views)
        self.marked.emit(count)
        person_id = self._table.chosen()
        if person_id is not None and person_id != self._chosen:
            self._chosen = person_id
            self.person_chosen.emit(person_id)

    def _say_if_empty(self) -> None:
        is_empty = self._model.rowCount() == 0
        if is_empty:
            self._empty.say(*empty_words.of(self._model.view, self._model.search))
        shown = self._empty if is_empty else self._table
        self._stack.setCurrentWidget(shown)
        self.setFocusProxy(shown)

    def _say_found(self) -> None:
        """While the cursor stays in the search, nothing else says how many there are."""
        if not self.isVisible():
            return
        if not self._model.is_whole:
            self._found_soon.start()
            return
        count = self._model.rowCount()
        said = ngettext("{count} person", "{count} people", count).format(count=dates.number(count))
        aloud.say(self, said if count else empty_words.of(self._model.view, self._model.search)[1])

    def _act_on_empty(self) -> None:
        if self._model.search:
            self.typed.emit("")
        elif self._model.view is View.EVERYONE:
            self.import_requested.emit()
        elif isinstance(self._model.view, OwnView) and self._model.view.is_kept:
            self._views.edit_requested.emit(self._model.view.id)
        else:
            self.show_view(View.EVERYONE)
