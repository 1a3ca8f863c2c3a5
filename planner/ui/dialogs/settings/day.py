"""The day: how you want to grow, how many people, on which days, and when a morning ends."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.domain.method import Experience, Method, Mode
from planner.domain.promise import Window
from planner.services.preferences import Preferences
from planner.ui.dialogs.form_window import quiet
from planner.ui.dialogs.settings import number_words
from planner.ui.dialogs.settings.numbers import Numbers
from planner.ui.dialogs.settings.page import Fold, SettingsPage
from planner.ui.dialogs.time_field import TimeField, not_clear
from planner.ui.kit import dates, theme
from planner.ui.kit.choice_chips import Chips
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
            (Experience.NEW, _("New to me")),
            (Experience.COMFORTABLE, _("Comfortable")),
            (Experience.PRO, _("A habit")),
        )
        self.experience: Chips[Experience] = Chips(used, self)
        self.capacity = NumberField(*CAPACITY, CAPACITY[0], _(" people a day"), self)
        week = [_MONDAY.replace(day=at + 1) for at in range(7)]
        shown = [(at, dates.weekday_short(day)) for at, day in enumerate(week)]
        self.days_off: Chips[int] = Chips(shown, self, several=True)
        for at, day in enumerate(week):
            self.days_off.chip(at).setAccessibleName(dates.weekday(day))
        self.parts = DayParts(self)
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
        self.parts.load(method)
        self.more.load(method)

    def check(self) -> bool:
        """Whether morning, afternoon and evening follow each other."""
        if not self.parts.check():
            self.fold.unfold()
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
        )
        return replace(chosen, method=self.more.save(self.parts.save(method)))

    def _lay_out(self) -> None:
        self.form = Form(self, columns=2)
        grow = _("How much room new people get beside those you know. It counts from tomorrow; today’s list stays.")
        self.form.add(_("How you want to grow"), self.mode, hint=grow, span=2)
        first = _("How many people from a bought list come up in a day: 1, 3 or 8.")
        self.form.add(_("Calling people you don’t know is"), self.experience, hint=first, span=2)
        ladder = _("Start with 3, go on to 5, then 10 when you like. Promises are never cut. A rule of thumb.")
        self.capacity.setMaximumWidth(theme.px(200))
        self.form.add(_("How many at most"), self.capacity, hint=ladder, span=2)
        off = _("Usually Sunday. What can wait, waits; promises and birthdays stay.")
        self.form.add(_("Days without business calls"), self.days_off, hint=off, span=2)
        inside = QWidget(self)
        below = QVBoxLayout(inside)
        below.setContentsMargins(0, theme.px(4), 0, 0)
        below.setSpacing(theme.px(12))
        below.addWidget(self.parts)
        below.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(self.form)
        self.fold = Fold(_("More"), inside, self)
        column.addWidget(self.fold)
        column.addStretch(1)


class DayParts(QWidget):
    """Where the morning begins, the afternoon, the evening, and where that ends."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.form = Form(self, columns=2)
        self.fields: dict[str, TimeField] = {}
        for name, label, part in (
            ("morning_from", _("Morning from"), Window.MORNING),
            ("afternoon_from", _("Afternoon from"), Window.AFTERNOON),
            ("evening_from", _("Evening from"), Window.EVENING),
            ("evening_until", _("Evening until"), Window.EVENING),
        ):
            self.fields[name] = TimeField(label, self, part)
            self.form.add(label, self.fields[name])
        means = _("What “in the morning” means where you promise it, and what another time of day is for a second try.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(self.form)
        column.addWidget(quiet(means, self, "small"))

    def load(self, method: Method) -> None:
        """Show the parts of the day."""
        self.form.clear_mistakes()
        for name, field in self.fields.items():
            field.show_time(getattr(method, name))

    def check(self) -> bool:
        """Whether each begins after the one before it; what does not is told at its field."""
        self.form.clear_mistakes()
        for field in self.fields.values():
            if field.is_unclear():
                self.form.say_mistake(field, not_clear(field))
                return False
        for before, field in pairwise(self.fields.values()):
            if before.at() >= field.at():
                self.form.say_mistake(field, _("Each part of the day has to begin after the one before it."))
                return False
        return True

    def save(self, method: Method) -> Method:
        """``method`` with these parts of the day."""
        times: dict[str, Any] = {name: field.at() for name, field in self.fields.items()}
        return replace(method, **times)
