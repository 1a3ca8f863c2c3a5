"""What they ordered: delivered or not, until when they may change their mind, and what did not stay."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planner.domain.moment import Moment
from planner.domain.order import Order
from planner.services.drafts import PersonView
from planner.services.orders import Orders
from planner.services.preferences import PreferencesStore
from planner.ui.kit import money, wording
from planner.ui.kit.i18n import _
from planner.ui.person.lines import Line, Verb
from planner.ui.person.section import Section


class OrdersSection(Section):
    """The newest first; asks for the form of one."""

    edit_requested = Signal(int, int)

    def __init__(
        self,
        orders: Orders,
        preferences: PreferencesStore,
        clock: Callable[[], Moment],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Orders"), parent)
        self._orders = orders
        self._preferences = preferences
        self._clock = clock

    def lines_of(self, view: PersonView, now: Moment) -> list[Line]:
        """What runs low first, then a line for each order."""
        lines = [self._line(view.id, order, now) for order in self._orders.of_person(view.id)]
        low = self._orders.runs_low(view.id, now) if lines else None
        if low is not None:
            lines.insert(0, Line("clock", wording.runs_low(low, now.today), is_remark=True))
        return lines

    def _line(self, person_id: int, order: Order, now: Moment) -> Line:
        def edit() -> None:
            self.edit_requested.emit(person_id, order.id)

        verbs = [Verb(_("Edit…"), _("Edit: {line}"), edit)]
        if order.delivered_on is None and order.came_back is None:
            verbs.insert(0, Verb(_("Delivered today"), _("Delivered today: {line}"), lambda: self._delivered(order)))
        line = wording.order_line(order, now.today)
        below = wording.order_below(order, self._amount(order), now.today)
        return Line("order", line, below, tuple(verbs), opened=edit)

    def _delivered(self, order: Order) -> None:
        now = self._clock()
        self.do(lambda: self._orders.delivered(order.id, now.today, now))

    def _amount(self, order: Order) -> str:
        """The total, while the user wants to see money at all (002-03)."""
        chosen = self._preferences.load()
        if order.total_cents is None or not chosen.shows_money:
            return ""
        return money.shown(order.total_cents, chosen.country)
