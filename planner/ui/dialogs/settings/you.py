"""Who you are: name, number, country, time zone, and the paper in your printer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from planner.domain.moment import Moment
from planner.services.preferences import Preferences
from planner.ui.dialogs.countries import CountryField
from planner.ui.dialogs.settings.page import SettingsPage
from planner.ui.dialogs.zone_field import ZoneField, shown_zone
from planner.ui.kit.choice_chips import Chips
from planner.ui.kit.form import Form
from planner.ui.kit.i18n import _

LONGEST = 80


class YouPage(SettingsPage):
    """What Warmbook knows of its user; their name, number and country are no defaults to go back to."""

    def __init__(self, country: str, clock: Callable[[], Moment], parent: QWidget) -> None:
        super().__init__(parent)
        self.title = _("You")
        self.name = QLineEdit(self)
        self.phone = QLineEdit(self)
        for line in (self.name, self.phone):
            line.setMaxLength(LONGEST)
        self.country = CountryField(country, self)
        self.zone = ZoneField(self)
        self._system = _("As the system: {zone}").format(zone=shown_zone(clock().zone))
        papers = (("", _("By the country")), ("letter", _("US Letter")), ("a4", _("A4")))
        self.paper: Chips[str] = Chips(papers, self)
        self.form = Form(self, columns=2)
        self.form.add(_("Name on printed sheets"), self.name)
        self.form.add(_("Your number, for voicemails"), self.phone)
        self.form.add(_("Country"), self.country)
        self.form.add(_("Your time zone"), self.zone)
        self.form.add(_("Paper"), self.paper, span=2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        column.addStretch(1)
        self.setFocusProxy(self.name)

    def load(self, chosen: Preferences) -> None:
        """Show who the user is."""
        self.name.setText(chosen.me_name)
        self.phone.setText(chosen.me_phone)
        self.zone.show_zone(chosen.zone)
        if chosen.zone:
            self._system = _("As the system")  # the clock goes by the chosen zone, so the system's is not known here
        self.zone.setPlaceholderText(self._system)
        self.paper.choose([chosen.paper])

    def check(self) -> bool:
        """Whether there is such a time zone."""
        self.form.clear_mistakes()
        if self.zone.is_unclear():
            self.form.say_mistake(self.zone, _("There is no such time zone. Type a city, such as Denver."))
            return False
        return True

    def save(self, chosen: Preferences) -> Preferences:
        """``chosen`` with who the user is."""
        return replace(
            chosen,
            me_name=self.name.text().strip(),
            me_phone=self.phone.text().strip(),
            country=self.country.code(),
            zone=self.zone.zone(),
            paper=self.paper.value() or "",
        )

    def restore_defaults(self) -> None:
        """Follow the system's time zone and the country's paper again."""
        self.load(replace(self.save(Preferences()), zone="", paper=""))
