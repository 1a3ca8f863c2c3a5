"""Writing down what somebody ordered, and what became of it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from planner.domain.cooling_off import may_change_until
from planner.domain.errors import PlannerError
from planner.domain.order import CameBack, OrderBegan
from planner.domain.permission import Permission
from planner.services.orders import OrderDraft
from planner.ui.dialogs.consent_fields import ConsentFields
from planner.ui.dialogs.form_window import FormWindow, quiet
from planner.ui.dialogs.order_lines import OrderLines
from planner.ui.dialogs.services import Services, month_first, name_of
from planner.ui.dialogs.when_field import WhenField
from planner.ui.kit import dates, money, wording
from planner.ui.kit.buttons import Button
from planner.ui.kit.choice_chips import Chips
from planner.ui.kit.form import Field, Form
from planner.ui.kit.i18n import _
from planner.ui.kit.plain_dates import Look

LONGEST = 500


class OrderForm(FormWindow):
    """A new order, or with ``order_id`` one that is there; amounts only while money is shown (002-03)."""

    def __init__(
        self, services: Services, person_id: int, parent: QWidget | None = None, order_id: int | None = None
    ) -> None:
        name = name_of(services, person_id)
        heading = _("What did {name} order?") if order_id is None else _("What {name} ordered")
        super().__init__(heading.format(name=name), _("Save"), parent, width=700)
        self._services = services
        self._person_id = person_id
        self._order_id = order_id
        self._chosen = services.preferences.load()
        today = services.clock().today
        self._before = OrderDraft(today) if order_id is None else services.orders.draft(order_id)
        self.on = self._day()
        self.delivered = self._day()
        self.delivered.setPlaceholderText(_("not yet"))
        self.began: Chips[OrderBegan] = Chips([(each, wording.order_began(each)) for each in OrderBegan], self.page)
        products = services.products
        self.lines = OrderLines(self._before.lines, products.names(), products.lasts, self.page)
        self.total = QLineEdit(self.page)
        self.sold_out = QCheckBox(_("Sold at their home or at a party"), self.page)
        outcomes = (None, CameBack.RETURNED, CameBack.CANCELLED)
        self.came_back: Chips[CameBack | None] = Chips(
            [(each, wording.came_back(each)) for each in outcomes], self.page
        )
        self.why = QLineEdit(self.page)
        self.why.setMaxLength(LONGEST)
        self.why.setPlaceholderText(_("“It was not for my skin”"))
        self.consent = ConsentFields(services.clock, self.page, month_first=month_first(services))
        self._lay_out()
        self._fill()
        for changed in (self.on.changed, self.sold_out.toggled, self.came_back.changed):
            changed.connect(self._react)
        self._react()
        self.fit()
        self.lines.setFocus()

    def write(self) -> bool:
        """Place or save it; whatever is missing is asked for at its field."""
        self._form.clear_mistakes()
        on, delivered = self._understood(self.on), self._understood(self.delivered)
        if on is None:
            self.on.insist()
            return False
        if delivered is None and not self.delivered.is_empty():
            self.delivered.insist()
            return False
        if self.lines.has_none_of_something():
            self._form.say_mistake(self.lines, _("How many? Where there are none, take the line out."))
            return False
        total = money.understood(self.total.text())
        if total is None and self.total.text().strip():
            self._form.say_mistake(self.total, _("An amount, such as 84.50."))
            return False
        permissions = self.consent.permissions()
        if permissions is None:
            self.consent.insist()
            return False
        try:
            self._save(on, delivered, total, permissions)
        except PlannerError as error:
            return self._refused(error)
        return True

    def _save(self, on: date, delivered: date | None, total: int | None, permissions: list[Permission]) -> None:
        came_back = self.came_back.value()
        draft = OrderDraft(
            on,
            delivered,
            self.began.value() or OrderBegan.ASKED,
            self.lines.lines(),
            total if self._chosen.shows_money else self._before.total_cents,
            self.sold_out.isChecked(),
            came_back,
            self._before.came_back_on if came_back is self._before.came_back else None,
            self.why.text().strip(),
        )
        now = self._services.clock()
        if self._order_id is None:
            self._services.encounters.sell(self._person_id, draft, permissions, now)
        else:
            self._services.orders.save(self._order_id, draft, now)

    def _is_asked(self) -> bool:
        """Whether to ask at the end how one may be in touch: at a new order of somebody who never said (004-25)."""
        view, today = self._services.people.view(self._person_id), self._services.clock().today
        has_said = bool(view.stops) or any(each.holds_on(today) for each in view.permissions)
        return self._order_id is None and not has_said

    def _refused(self, error: PlannerError) -> bool:
        """A day or a product that does not fit is told at its field; anything else goes to the window."""
        if error.code == "order_needs_product":
            self._form.say_mistake(self.lines, wording.error(error))
        elif error.code == "order_in_future" and error.facts["on"] == self._understood(self.on):
            self.on.insist(wording.error(error))
        elif error.code in ("order_in_future", "delivered_before_order"):
            self.delivered.insist(wording.error(error))
        else:
            raise error
        return False

    def _remove(self) -> None:
        assert self._order_id is not None
        self._services.orders.remove(self._order_id, self._services.clock())
        self.accept()

    def _understood(self, field: WhenField) -> date | None:
        when = field.understood()
        return when.on if when is not None and when.is_a_day else None

    def _day(self) -> WhenField:
        first = month_first(self._services)
        return WhenField(self._services.clock, self.page, month_first=first, look=Look.BACK)

    def _lay_out(self) -> None:
        form = Form(self.page, columns=2)
        form.add(_("Ordered"), self.on)
        form.add(_("Delivered"), self.delivered)
        form.add(_("What"), self.lines, span=2)
        form.add(_("How it began"), self.began, span=2)
        currency = money.currency(self._chosen.country)
        total = form.add(_("Total in {currency}, if you like").format(currency=currency), self.total)
        total.setVisible(self._chosen.shows_money)
        form.add_wide(self.sold_out)
        self._until = quiet("", self.page, "small")
        self._until.setWordWrap(False)
        form.add_wide(self._until)
        became = form.add(_("What became of it"), self.came_back, span=2)
        self._why_field: Field = form.add(_("Why, in their words"), self.why, span=2)
        became.setVisible(self._order_id is not None)
        may = form.add(_("May you be in touch? They said yes to"), self.consent, span=2)
        may.setVisible(self._is_asked())
        self._form = form
        self.column.addWidget(form)
        self.column.addStretch(1)
        if self._order_id is not None:
            remove = Button(_("Remove this order"), "remove", "link", self)
            remove.clicked.connect(self._remove)
            self.buttons.insertWidget(0, remove, 0, Qt.AlignmentFlag.AlignLeft)

    def _fill(self) -> None:
        before = self._before
        self.on.set_day(before.on)
        if before.delivered_on is not None:
            self.delivered.set_day(before.delivered_on)
        self.began.choose([before.began])
        self.total.setText(money.typed(before.total_cents) if self._chosen.shows_money else "")
        self.sold_out.setChecked(before.may_change_mind)
        self.sold_out.setVisible(self._chosen.country == "US" or before.may_change_mind)
        self.came_back.choose([before.came_back])
        self.why.setText(before.came_back_why)

    def _react(self) -> None:
        on = self._understood(self.on)
        said = ""
        if on is not None and self.sold_out.isChecked():
            until, today = may_change_until(on), self._services.clock().today
            said = _("They may change their mind until {day}.")
            if until < today:
                said = _("They could change their mind until {day}.")
            said = said.format(day=dates.weekday_and_day(until, today))
        self._until.setText(said)
        self._until.setVisible(bool(said))
        self._why_field.setVisible(self.came_back.value() is not None)
