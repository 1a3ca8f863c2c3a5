"""The day: how you want to grow, how many people, from when until when, and on which days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.domain.method import Experience, Method, Mode
from planner.services.preferences import Preferences
from planner.ui.dialogs.choices import Chips
from planner.ui.dialogs.settings import number_words
from planner.ui.dialogs.settings.numbers import Numbers
from planner.ui.dialogs.settings.page import Fold, Hours, SettingsPage
from planner.ui.kit import dates, theme
from planner.ui.kit.fields import NumberField
from planner.ui.kit.form import Form
from planner.ui.kit.i18n import _

CAPACITY = (3, 40)
_MONDAY = date(2024, 1, 1)


class DayPage(SettingsPage):
    """What makes a day: who comes first, how many, and when."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = _("The day")
        modes = (
            (Mode.ATTRACT, _("Mostly attract")),
            (Mode.BALANCED, _("Balanced")),
            (Mode.NEED_PEOPLE, _("I need new people")),
        )
        self.mode: Chips[Mode] = Chips(modes, self)
        used = (
            (Experience.NEW, _("New to it")),
            (Experience.COMFORTABLE, _("Comfortable")),
            (Experience.PRO, _("An old hand")),
        )
        self.experience: Chips[Experience] = Chips(used, self)
        self.capacity = NumberField(*CAPACITY, CAPACITY[0], _(" people a day"), self)
        week = [(at, dates.weekday(_MONDAY.replace(day=at + 1))) for at in range(7)]
        self.days_off: Chips[int] = Chips(week, self, several=True)
        self.hours = Hours(_("Calls from"), _("Calls until"), self)
        self.care_hours = Hours(_("Kind calls from"), _("Kind calls until"), self)
        self.more = Numbers(number_words.of_the_day(), self)
        self._lay_out()
        self.setFocusProxy(self.mode)

    def load(self, chosen: Preferences) -> None:
        """Show what makes a day."""
        method = chosen.method
        self.form.clear_mistakes()
        self.mode.choose([method.mode])
        self.experience.choose([method.experience])
        self.capacity.setValue(method.capacity)
        self.days_off.choose(method.days_off)
        self.hours.show_hours(method.courtesy_opens, method.courtesy_closes)
        self.care_hours.show_hours(method.care_opens, method.care_closes)
        self.more.load(method)

    def check(self) -> bool:
        """Whether the evenings come after the mornings."""
        self.form.clear_mistakes()
        self.rare.clear_mistakes()
        for form, hours in ((self.form, self.hours), (self.rare, self.care_hours)):
            if not hours.are_in_order():
                form.say_mistake(hours, _("The evening has to come after the morning."))
                return False
        return self.more.check()

    def save(self, chosen: Preferences) -> Preferences:
        """``chosen`` with these days."""
        method = replace(
            chosen.method,
            mode=self.mode.value() or Mode.BALANCED,
            experience=self.experience.value() or Experience.NEW,
            capacity=self.capacity.value(),
            days_off=tuple(self.days_off.values()),
            courtesy_opens=self.hours.opens.at(),
            courtesy_closes=self.hours.closes.at(),
            care_opens=self.care_hours.opens.at(),
            care_closes=self.care_hours.closes.at(),
        )
        return replace(chosen, method=self.more.save(method))

    def _lay_out(self) -> None:
        usual = Method()
        self.form = Form(self, columns=2)
        grow = _("How much room new people get beside those you know. It counts from tomorrow; today’s list stays.")
        self.form.add(_("How you want to grow"), self.mode, hint=grow, span=2)
        first = _("How many people from a bought list come up in a day: 1, 3 or 8, and never more than a third.")
        self.form.add(_("First calls are"), self.experience, hint=first, span=2)
        ladder = _("Start with 3, go on to 5, then 10 when you like. Promises are never cut. A rule of thumb.")
        self.form.add(_("How many at most"), self.capacity, hint=ladder)
        hours = _("Usually {opens} to {closes}; where the law is stricter, the law holds.").format(
            opens=dates.clock(usual.courtesy_opens), closes=dates.clock(usual.courtesy_closes)
        )
        self.form.add(_("Business calls, on their clock"), self.hours, hint=hours)
        off = _("Usually Sunday. What can wait, waits; promises and birthdays stay.")
        self.form.add(_("Days without business calls"), self.days_off, hint=off, span=2)
        inside = QWidget(self)
        self.rare = Form(inside, columns=2)
        care = _("For a birthday or a hello without business.")
        self.rare.add(_("Kind calls, on their clock"), self.care_hours, hint=care, span=2)
        below = QVBoxLayout(inside)
        below.setContentsMargins(0, theme.px(4), 0, 0)
        below.setSpacing(theme.px(12))
        below.addWidget(self.rare)
        below.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(self.form)
        self.fold = Fold(_("More"), inside, self)
        column.addWidget(self.fold)
        column.addStretch(1)
