"""The windows about the program itself: which one it is, what is new in it, and where a newer one would be."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

import planner
from planner.domain import news, resources
from planner.services.open_book import OpenBook
from planner.ui.desk.doors import Doors

SEEN = "version"
"""Under this key a book remembers with which version it was last open."""


class AboutDoors:
    """Opens them over the desk. The program never asks the network itself: a page is opened in the user's browser."""

    def __init__(self, doors: Doors, services: OpenBook) -> None:
        self._doors = doors
        self._memory = services.memory
        self._path = services.path

    def about(self) -> None:
        """Which Warmbook this is."""
        from planner.ui.dialogs.about_dialog import AboutDialog

        def make(desk: QWidget) -> AboutDialog:
            dialog = AboutDialog(self._path, desk)
            dialog.licences_requested.connect(self.licences)
            return dialog

        self._doors.open(make)

    def licences(self) -> None:
        """Whose work it stands on, in full."""
        from planner.ui.dialogs.licences_window import LicencesWindow

        self._doors.open(LicencesWindow)

    def whats_new(self) -> None:
        """Everything that has changed, version by version."""
        from planner.ui.dialogs.whats_new import WhatsNew, all_news

        self._doors.open(lambda desk: WhatsNew(all_news(), desk))

    def tell_news_once(self) -> None:
        """What has changed since this book was last open, the first time a newer program opens it."""
        seen = self._memory.recall(SEEN)
        if seen == planner.__version__:
            return
        self._memory.remember(SEEN, planner.__version__)
        if isinstance(seen, str):
            from planner.ui.dialogs.whats_new import WhatsNew, all_news

            self._doors.open(lambda desk: WhatsNew(news.since(all_news(), seen), desk))

    def newer_version(self) -> None:
        """Open the page of releases in the browser."""
        QDesktopServices.openUrl(QUrl(resources.release_page()))
