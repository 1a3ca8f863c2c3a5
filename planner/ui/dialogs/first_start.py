"""The first start: who you are, and three doors. No account, nothing to sign."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from planner.domain.moment import Moment
from planner.services.preferences import PreferencesStore
from planner.ui.dialogs.choices import ChoiceCard
from planner.ui.dialogs.countries import CountryField
from planner.ui.dialogs.form_window import quiet
from planner.ui.dialogs.zone_field import ZoneField
from planner.ui.kit import theme, window_state
from planner.ui.kit.countries import system_country
from planner.ui.kit.form import Form
from planner.ui.kit.i18n import _
from planner.ui.kit.windows import Window

LONGEST_NAME = 80


class Door(StrEnum):
    """What the user wants to begin with."""

    LIST = "list"
    PERSON = "person"
    SAMPLE = "sample"


_WIDTH = 720
"""Pixels at 100 %: so wide that large letters leave all three doors in sight on a small screen."""


class FirstStart(Window):
    """Choosing a door keeps the name, country and zone; ``door`` then tells which it was."""

    def __init__(
        self, preferences: PreferencesStore, clock: Callable[[], Moment], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._clock = clock
        self.door: Door | None = None
        chosen = preferences.load()
        self.setWindowTitle(_("Welcome to Warmbook"))
        self.name = QLineEdit(chosen.me_name, self)
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setPlaceholderText(_("Carla Jensen"))
        self.country = CountryField(chosen.country if chosen.first_start_done else system_country(), self)
        self.zone = ZoneField(self)
        self.zone.show_zone(chosen.zone or clock().zone)
        self.doors: dict[Door, ChoiceCard] = {}
        self._lay_out()
        self.name.setFocus()

    def go(self, door: Door) -> None:
        """Through one of the doors."""
        if self.zone.is_unclear():
            self._form.say_mistake(self.zone, _("There is no such time zone. Type a city, such as Denver."))
            return
        now = self._clock()
        zone = self.zone.zone()
        chosen = replace(
            self._preferences.load(),
            me_name=self.name.text().strip(),
            country=self.country.code(),
            zone="" if zone == now.zone else zone,
            first_start_done=True,
        )
        self._preferences.save(chosen, now)
        self.door = door
        self.accept()

    def _lay_out(self) -> None:
        self._page = QWidget(self)
        self._page.setProperty("ground", "clear")
        title = quiet(_("Welcome to Warmbook"), self._page, "display")
        line = quiet(
            _("It remembers your people, what you gave and what you asked, and tells you the next right move.")
            + " "
            + _("Everything stays on this computer."),
            self,
        )
        form = Form(self, columns=3)
        form.add(_("Name on printed sheets"), self.name)
        form.add(_("Country"), self.country)
        form.add(_("Your time zone"), self.zone)
        self._form = form
        column = QVBoxLayout(self._page)
        column.setContentsMargins(theme.px(36), theme.px(24), theme.px(36), theme.px(24))
        column.setSpacing(theme.px(10))
        column.addWidget(title)
        column.addWidget(line)
        column.addSpacing(theme.px(8))
        column.addWidget(form)
        column.addSpacing(theme.px(10))
        column.addWidget(quiet(_("How would you like to begin?"), self, "heading"))
        for door, icon, name, what in (
            (Door.LIST, "import", _("Bring my list"), _("From Google, Outlook, a phone, or any table")),
            (Door.PERSON, "add_person", _("Add the first person"), _("A name or a number is enough")),
            (Door.SAMPLE, "sample", _("Look around with a sample book"), _("Kept apart, thrown away with one click")),
        ):
            column.addWidget(self._door(door, icon, name, what))
        self._fit(column)

    def _fit(self, column: QVBoxLayout) -> None:
        """As high as the doors want, and no higher than the screen: then they scroll."""
        sight = QScrollArea(self)
        sight.setWidgetResizable(True)
        sight.setFrameShape(QFrame.Shape.NoFrame)
        sight.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        sight.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        sight.setWidget(self._page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(sight)
        self.ensurePolished()
        room = window_state.room(self)
        width = min(theme.px(_WIDTH), room.width())
        self.resize(width, min(column.totalHeightForWidth(width), room.height()))

    def _door(self, door: Door, icon: str, name: str, what: str) -> ChoiceCard:
        card = ChoiceCard(name, what, self, icon=icon)
        card.setCheckable(False)
        card.clicked.connect(lambda _on=False: self.go(door))
        self.doors[door] = card
        return card
