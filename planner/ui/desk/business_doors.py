"""The windows about the business: orders, the team, products, activities; each imported when first asked for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QWidget

from planner.services.open_book import OpenBook
from planner.ui.desk.doors import Doors


class BusinessDoors:
    """Opens them through the doors of the desk."""

    def __init__(self, doors: Doors, services: OpenBook, choose: Callable[[int], None]) -> None:
        self._doors = doors
        self._services = services
        self._choose = choose

    def order(self, person_id: int, order_id: int | None = None) -> None:
        """Write down what somebody ordered, or correct it."""
        from planner.ui.dialogs.order_form import OrderForm

        self._doors.open(lambda desk: OrderForm(self._services, person_id, desk, order_id))

    def join_team(self, person_id: int, membership_id: int | None = None) -> None:
        """Welcome somebody to the team, or look after what is noted about them."""
        from planner.ui.dialogs.team_form import TeamForm

        self._doors.open(lambda desk: TeamForm(self._services, person_id, desk, membership_id))

    def products(self) -> None:
        """What is sold."""
        from planner.ui.dialogs.product_list import ProductList

        self._doors.open(lambda desk: ProductList(self._services.products, self._services.clock, desk))

    def activity(self) -> None:
        """What was done for the business at large."""
        from planner.ui.dialogs.activity_form import ActivityForm
        from planner.ui.dialogs.services import month_first

        services = self._services
        first = month_first(services)
        self._doors.open(lambda desk: ActivityForm(services.activities, services.clock, desk, month_first=first))

    def reports(self) -> None:
        """Look back: the week, where people come from, where they stand, what went well."""
        from planner.ui.reports.content import Wish
        from planner.ui.reports.window import ReportsWindow

        services = self._services
        fill = {Wish.LOG: self._doors.log_with_somebody, Wish.ADD_PERSON: self._doors.add_person}

        def make(desk: QWidget) -> QDialog:
            window = ReportsWindow(services.reports, services.preferences, services.clock, desk)
            window.person_chosen.connect(self._choose)
            window.view_chosen.connect(self._doors.view_requested)
            window.wished.connect(lambda wish: fill[wish]())
            return window

        self._doors.open(make)
