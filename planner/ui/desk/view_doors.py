"""Making, changing and ordering views of one's own, from the chips and the View menu."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QWidget

from planner.services.open_book import OpenBook
from planner.services.saved_views import Filters, OwnView
from planner.ui.desk.doors import Doors
from planner.ui.people.pane import PeoplePane


class ViewDoors:
    """Opens the windows through the doors of the desk and shows the view that was saved."""

    def __init__(self, doors: Doors, services: OpenBook, people: PeoplePane) -> None:
        self._doors = doors
        self._services = services
        self._people = people
        bar = people.view_bar
        bar.save_requested.connect(self.save_shown)
        bar.arrange_requested.connect(self.arrange)
        bar.edit_requested.connect(self.edit)
        bar.remove_requested.connect(lambda view_id: services.views.remove(view_id, services.clock()))
        bar.move_requested.connect(lambda view_id, places: services.views.move(view_id, places, services.clock()))

    def save_shown(self) -> None:
        """Make a view of what the list shows now."""
        self._form(None, self._people.shown_filters())

    def edit(self, view_id: int) -> None:
        """Change one of the views."""
        view = next((each for each in self._services.views.all() if each.id == view_id), None)
        if view is not None:
            self._form(view, view.filters)

    def arrange(self) -> None:
        """Put the views in another order; one to be changed is opened once the list is gone."""
        from planner.ui.dialogs.view_list import ViewList

        def make(desk: QWidget) -> QDialog:
            window = ViewList(self._services.views, self._services.clock, desk)
            window.edit_requested.connect(window.accept)
            window.edit_requested.connect(
                lambda view_id: QTimer.singleShot(0, self._people, lambda: self.edit(view_id))
            )
            return window

        self._doors.open(make)

    def _form(self, view: OwnView | None, filters: Filters) -> None:
        from planner.ui.dialogs.view_form import ViewForm

        def make(desk: QWidget) -> QDialog:
            form = ViewForm(self._services, self._services.views, desk, view=view, filters=filters)

            def show() -> None:
                if form.saved is not None:
                    self._people.show_view(form.saved)

            form.accepted.connect(show)
            return form

        self._doors.open(make)
