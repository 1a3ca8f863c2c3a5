"""Hours and law: when you call at all, and where you keep stricter hours than the law asks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from planner.domain.method import Method
from planner.domain.moment import Moment
from planner.services.laws import Laws
from planner.services.preferences import Preferences
from planner.ui.dialogs.form_window import quiet
from planner.ui.dialogs.laws import words
from planner.ui.dialogs.laws.window import LawWindow
from planner.ui.dialogs.settings.page import SettingsPage
from planner.ui.dialogs.time_field import Hours
from planner.ui.kit import dates, theme
from planner.ui.kit.buttons import Button
from planner.ui.kit.form import Form
from planner.ui.kit.i18n import _


class HoursPage(SettingsPage):
    """Courtesy hours of one's own; the law of each country and state has its own window."""

    def __init__(self, laws: Laws, clock: Callable[[], Moment], parent: QWidget) -> None:
        super().__init__(parent)
        self.title = _("Hours and law")
        self._laws = laws
        self._clock = clock
        self.hours = Hours(_("Calls from"), _("Calls until"), self)
        self.care_hours = Hours(_("Kind calls from"), _("Kind calls until"), self)
        self.stricter = quiet("", self, "")
        self.open_button = Button(_("Calling hours and law…"), "clock", parent=self)
        self.open_button.clicked.connect(self._open_law)
        self._lay_out()
        self.setFocusProxy(self.hours)

    def load(self, chosen: Preferences) -> None:
        """Show the hours."""
        method = chosen.method
        self.form.clear_mistakes()
        self.hours.show_hours(method.courtesy_opens, method.courtesy_closes)
        self.care_hours.show_hours(method.care_opens, method.care_closes)
        self._say_stricter()

    def check(self) -> bool:
        """Whether the evenings come after the mornings."""
        self.form.clear_mistakes()
        for hours in (self.hours, self.care_hours):
            mistake = hours.mistake()
            if mistake:
                self.form.say_mistake(hours, mistake)
                return False
        return True

    def save(self, chosen: Preferences) -> Preferences:
        """``chosen`` with these hours; what was made stricter in the window of the law was kept there at once."""
        method = replace(
            chosen.method,
            courtesy_opens=self.hours.opens.at(),
            courtesy_closes=self.hours.closes.at(),
            care_opens=self.care_hours.opens.at(),
            care_closes=self.care_hours.closes.at(),
        )
        return replace(chosen, method=method)

    def _lay_out(self) -> None:
        usual = Method()
        self.form = Form(self)
        hours = _("Usually {opens} to {closes}; where the law is stricter, the law holds.").format(
            opens=dates.clock(usual.courtesy_opens), closes=dates.clock(usual.courtesy_closes)
        )
        self.form.add(_("Business calls, on their clock"), self.hours, hint=hours)
        care = _("Usually {opens} to {closes}: for a birthday or a hello without business.").format(
            opens=dates.clock(usual.care_opens), closes=dates.clock(usual.care_closes)
        )
        self.form.add(_("Kind calls, on their clock"), self.care_hours, hint=care)
        heading = QLabel(_("By country and state"), self)
        heading.setProperty("role", "section")
        row = QHBoxLayout()
        row.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(self.form)
        column.addSpacing(theme.px(8))
        column.addWidget(heading)
        column.addWidget(self.stricter)
        column.addLayout(row)
        column.addStretch(1)

    def _say_stricter(self) -> None:
        """Where stricter hours are kept, a line for each."""
        kept = self._laws.kept_stricter(self._clock().today)
        lines = [words.kept(each) for each in kept]
        told = _("The law of each country and state is built in, with its source. You can be stricter anywhere.")
        self.stricter.setText("\n".join([_("You are stricter here:"), *lines]) if lines else told)

    def _open_law(self) -> None:
        window = LawWindow(self._laws, self._clock, self)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.finished.connect(lambda _result: self._say_stricter())
        window.open()
