"""The preferences: pages beside a list of them, saved at once with one button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QWidget

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
from planner.ui.kit import theme, window_state
from planner.ui.kit.buttons import Button
from planner.ui.kit.i18n import _
from planner.ui.kit.side import PageList

if TYPE_CHECKING:
    from planner.services.open_book import OpenBook

WIDTH, HEIGHT = 860, 620
"""Pixels at 100 %: large enough that the window stays as it is from page to page."""
NARROW = 620
"""Pixels at 100 %: in a window narrower than this, the titles go into one box above the page."""


class PreferencesDialog(FormWindow):
    """Every page keeps what was changed on it until the window is saved; the look follows without a restart.

    What the page of the data asks of the whole program goes out as signals.
    """

    restore_requested = Signal(object)
    sample_requested = Signal()
    own_book_requested = Signal()

    def __init__(self, services: OpenBook, parent: QWidget | None = None) -> None:
        super().__init__(_("Preferences"), _("Save"), parent, width=WIDTH)
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
        self.restore_button = Button(_("Restore defaults"), kind="link", parent=self)
        self.restore_button.setToolTip(_("Of the page you see; nothing counts before you save."))
        self.restore_button.clicked.connect(self._restore_defaults)
        self.buttons.insertWidget(0, self.restore_button)
        self._put_list_beside()
        self._share(min(theme.px(WIDTH), window_state.room(self).width()))
        self.open_page(self.you)
        self.fit()
        self.you.name.setFocus()

    @property
    def opened(self) -> SettingsPage:
        """The page that is shown."""
        return self.pages[max(0, self.contents.currentRow())]

    def open_page(self, page: SettingsPage) -> None:
        """Show a page."""
        self.contents.setCurrentRow(self.pages.index(page))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Large letters on a small screen leave no room for two columns (Qt's name)."""
        super().resizeEvent(event)
        self._share(self.width())

    def _share(self, width: int) -> None:
        """The titles beside the page, or above it."""
        is_narrow = width < theme.px(NARROW)
        self.contents.setVisible(not is_narrow)
        self._above.setVisible(is_narrow)
        way = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self._beside.setDirection(way)
        self._beside.setContentsMargins(theme.px(0 if is_narrow else 16), 0, 0, 0)

    def _wanted_height(self, width: int) -> int:
        """The same for every page; what is longer scrolls."""
        return min(theme.px(HEIGHT), window_state.room(self).height())

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
        titles = [page.title for page in self.pages]
        self.contents = PageList(_("Pages"), self)
        self.contents.fill(titles)
        self.contents.currentRowChanged.connect(self._turn_to)
        self.titles = QComboBox(self)
        self.titles.setAccessibleName(_("Pages"))
        self.titles.addItems(titles)
        self.titles.currentIndexChanged.connect(self.contents.setCurrentRow)
        beside = QWidget(self)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight, beside)
        self._beside.setSpacing(theme.px(8))
        whole = self.layout()
        if whole is not None:
            whole.replaceWidget(self.sight, beside)
        self._beside.addWidget(self.contents)
        self._beside.addWidget(self.sight, 1)
        self.sight.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)  # letters too large for any box
        self._above = QWidget(self)
        above = QHBoxLayout(self._above)
        above.setContentsMargins(theme.px(24), 0, theme.px(24), 0)
        above.addWidget(self.titles)
        self._beside.insertWidget(1, self._above)

    def _turn_to(self, row: int) -> None:
        for at, page in enumerate(self.pages):
            page.setVisible(at == row)
        self.titles.setCurrentIndex(row)
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
