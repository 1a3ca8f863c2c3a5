"""The preferences: pages beside a list of them, saved at once with one button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QWidget

from planner.ui.dialogs.form_window import FormWindow
from planner.ui.dialogs.settings.data import DataPage
from planner.ui.dialogs.settings.day import DayPage
from planner.ui.dialogs.settings.hours import HoursPage
from planner.ui.dialogs.settings.language import LanguagePage
from planner.ui.dialogs.settings.look import LookPage
from planner.ui.dialogs.settings.method import MethodPage, StrangersPage
from planner.ui.dialogs.settings.notices import NoticesPage
from planner.ui.dialogs.settings.page import SettingsPage
from planner.ui.dialogs.settings.you import YouPage
from planner.ui.kit import theme
from planner.ui.kit.buttons import Button
from planner.ui.kit.i18n import _

if TYPE_CHECKING:
    from planner.services.open_book import OpenBook

HEIGHT = 620
"""Pixels at 100 %: high enough that the window stays as it is from page to page."""


class PreferencesDialog(FormWindow):
    """Every page keeps what was changed on it until the window is saved; the look follows without a restart.

    What the page of the data asks of the whole program goes out as signals.
    """

    restore_requested = Signal(object)
    sample_requested = Signal()
    own_book_requested = Signal()

    def __init__(self, services: OpenBook, parent: QWidget | None = None) -> None:
        super().__init__(_("Preferences"), _("Save"), parent, width=860)
        self._preferences = services.preferences
        self._clock = clock = services.clock
        chosen = self._preferences.load()
        self.you = YouPage(chosen.country, clock, self.page)
        self.day = DayPage(self.page)
        self.method = MethodPage(self.page)
        self.strangers = StrangersPage(self.page)
        self.hours = HoursPage(services.laws, clock, self.page)
        self.look = LookPage(self.page)
        self.language = LanguagePage(self.page)
        self.notices = NoticesPage(self.page)
        self.data = DataPage(services, self.page)
        self.pages: tuple[SettingsPage, ...] = (
            *(self.you, self.day, self.method, self.strangers, self.hours),
            *(self.look, self.language, self.notices, self.data),
        )
        for page in self.pages:
            page.load(chosen)
            self.column.addWidget(page)
        self._connect_data()
        self.restore_button = Button(_("Restore defaults"), kind="quiet", parent=self)
        self.restore_button.setToolTip(_("Of the page you see; nothing counts before you save."))
        self.restore_button.clicked.connect(self._restore_defaults)
        self.buttons.insertWidget(0, self.restore_button)
        self._put_list_beside()
        self.open_page(self.you)
        self.fit()
        self.resize(self.width(), max(self.height(), min(theme.px(HEIGHT), self.screen().availableGeometry().height())))
        self.you.name.setFocus()

    @property
    def opened(self) -> SettingsPage:
        """The page that is shown."""
        return self.pages[max(0, self.contents.currentRow())]

    def open_page(self, page: SettingsPage) -> None:
        """Show a page."""
        self.contents.setCurrentRow(self.pages.index(page))

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

    def _put_list_beside(self) -> None:
        """The titles of the pages at the left; the page that is shown scrolls beside them."""
        self.contents = QListWidget(self)
        self.contents.setAccessibleName(_("Pages"))
        self.contents.setFrameShape(QFrame.Shape.NoFrame)
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.contents.addItems([page.title for page in self.pages])
        self.contents.ensurePolished()
        self.contents.setFixedWidth(self.contents.sizeHintForColumn(0) + theme.px(16))
        self.contents.currentRowChanged.connect(self._turn_to)
        beside = QWidget(self)
        row = QHBoxLayout(beside)
        row.setContentsMargins(theme.px(16), 0, 0, 0)
        row.setSpacing(theme.px(8))
        whole = self.layout()
        if whole is not None:
            whole.replaceWidget(self.sight, beside)
        row.addWidget(self.contents)
        row.addWidget(self.sight, 1)
        self.sight.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)  # large letters, small screen
        self.setTabOrder(self.contents, self.sight)

    def _turn_to(self, row: int) -> None:
        for at, page in enumerate(self.pages):
            page.setVisible(at == row)
        self.sight.verticalScrollBar().setValue(0)

    def _restore_defaults(self) -> None:
        self.opened.restore_defaults()

    def _connect_data(self) -> None:
        """Going to another book leaves these pages as they were."""
        self.data.restore_requested.connect(self.restore_requested)
        self.data.sample_requested.connect(self.sample_requested)
        self.data.own_book_requested.connect(self.own_book_requested)
        for going in (self.restore_requested, self.sample_requested, self.own_book_requested):
            going.connect(lambda *_what: self.done(0))
