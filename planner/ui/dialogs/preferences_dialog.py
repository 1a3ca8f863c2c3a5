"""The preferences: pages behind tabs, saved at once with one button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from planner.domain.moment import Moment
from planner.services.preferences import PreferencesStore
from planner.ui.dialogs.choices import Chips
from planner.ui.dialogs.form_window import FormWindow
from planner.ui.dialogs.settings.day import DayPage
from planner.ui.dialogs.settings.look import LookPage
from planner.ui.dialogs.settings.method import MethodPage, StrangersPage
from planner.ui.dialogs.settings.page import SettingsPage
from planner.ui.dialogs.settings.you import YouPage
from planner.ui.kit import theme
from planner.ui.kit.buttons import Button
from planner.ui.kit.i18n import _

HEIGHT = 600
"""Pixels at 100 %: high enough that the window stays as it is from page to page."""


class PreferencesDialog(FormWindow):
    """Every page keeps what was changed on it until the window is saved; the look follows without a restart."""

    def __init__(
        self, preferences: PreferencesStore, clock: Callable[[], Moment], parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Preferences"), _("Save"), parent, width=640)
        self._preferences = preferences
        self._clock = clock
        chosen = preferences.load()
        self.you = YouPage(chosen.country, clock, self.page)
        self.look = LookPage(self.page)
        self.day = DayPage(self.page)
        self.method = MethodPage(self.page)
        self.strangers = StrangersPage(self.page)
        self.pages: tuple[SettingsPage, ...] = (self.you, self.look, self.day, self.method, self.strangers)
        self.tabs: Chips[SettingsPage] = Chips([(page, page.title) for page in self.pages], self)
        self.tabs.setAccessibleName(_("Pages"))
        self.tabs.changed.connect(lambda: self.open_page(self.tabs.value() or self.you))
        self.top.addWidget(self.tabs)
        for page in self.pages:
            page.load(chosen)
            self.column.addWidget(page)
        self.restore_button = Button(_("Restore defaults"), kind="quiet", parent=self)
        self.restore_button.clicked.connect(self._restore_defaults)
        self.buttons.insertWidget(0, self.restore_button)
        self.open_page(self.you)
        self.fit()
        self.resize(self.width(), max(self.height(), min(theme.px(HEIGHT), self.screen().availableGeometry().height())))
        self.you.name.setFocus()

    @property
    def opened(self) -> SettingsPage:
        """The page that is shown."""
        return self.tabs.value() or self.you

    def open_page(self, page: SettingsPage) -> None:
        """Show a page."""
        self.tabs.choose([page])
        for each in self.pages:
            each.setVisible(each is page)
        self.sight.verticalScrollBar().setValue(0)

    def write(self) -> bool:
        """Keep everything, once every page can."""
        for page in self.pages:
            if not page.check():
                self.open_page(page)
                return False
        chosen = self._preferences.load()
        for page in self.pages:
            chosen = page.save(chosen)
        self._preferences.save(chosen, self._clock())
        return True

    def _restore_defaults(self) -> None:
        self.opened.restore_defaults()
