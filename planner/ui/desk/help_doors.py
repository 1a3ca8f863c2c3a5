"""Help on F1: the page that fits the window in front, or the part of the desk that has the keys."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from planner.ui.kit.paper_size import usual_size

if TYPE_CHECKING:
    from planner.services.open_book import OpenBook

PAGES: Mapping[str, str] = {
    "TodayPanel": "today",
    "PeoplePane": "people-list",
    "PersonPane": "person-page",
    "PersonForm": "adding-people",
    "LogForm": "what-happened",
    "OutcomeForm": "what-happened",
    "ChoosePerson": "what-happened",
    "PromiseForm": "promises",
    "DelayForm": "today",
    "PermissionForm": "permission-and-law",
    "StopForm": "permission-and-law",
    "RegistryForm": "permission-and-law",
    "LawWindow": "permission-and-law",
    "HomeworkForm": "bought-lists",
    "SourceList": "bought-lists",
    "ChecklistForm": "bought-lists",
    "OrderForm": "business",
    "ProductList": "business",
    "PartyForm": "business",
    "TeamForm": "business",
    "WishForm": "business",
    "StageForm": "business",
    "PauseForm": "business",
    "CommitmentForm": "business",
    "ActivityForm": "business",
    "ImportWindow": "lists",
    "SheetPreview": "call-sheet",
    "PreferencesDialog": "preferences",
    "RestoreDialog": "keeping-it-safe",
    "HistoryWindow": "undo",
    "BinWindow": "undo",
    "ViewForm": "people-list",
    "ViewList": "people-list",
    "ReportsWindow": "reports",
    "KeysDialog": "keys",
}
"""The page for each window and part of the desk, by its class; whatever is not here has the first page."""

_F1 = QKeySequence(Qt.Key.Key_F1)
_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


class HelpDoors(QObject):
    """Opens the help beside whatever is in front, at the page about it."""

    def __init__(self, desk: QWidget, services: OpenBook) -> None:
        super().__init__(desk)
        self._desk = desk
        self._services = services

    def listen_in(self, dialog: QDialog) -> None:
        """Let F1 work in a window that keeps the keys from the desk."""
        shortcut = QShortcut(_F1, dialog)
        shortcut.activated.connect(lambda: self.open_over(dialog))
        dialog.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A window that opens another one is blocked by it; there F1 works, too (Qt's name)."""
        if event.type() == QEvent.Type.WindowBlocked:
            QTimer.singleShot(0, self, self._listen_in_front)
        return super().eventFilter(watched, event)

    def _listen_in_front(self) -> None:
        front = QApplication.activeModalWidget()
        is_known = front is None or any(each.key() == _F1 for each in front.findChildren(QShortcut, options=_DIRECT))
        if isinstance(front, QDialog) and not is_known:
            self.listen_in(front)

    def open_at_focus(self) -> QWidget:
        """The help about the part of the desk that has the keys."""
        return self.open_over(self._desk, page_about(QApplication.focusWidget()))

    def open_over(self, window: QWidget, page: str = "") -> QWidget:
        """The help beside a window; asked for again, the same help comes to the front."""
        from planner.ui.dialogs.help.window import HelpWindow

        found = window.findChild(HelpWindow, options=_DIRECT)
        if found is None:
            chosen = self._services.preferences.load()
            found = HelpWindow(usual_size(chosen.paper, chosen.country), window)
            found.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        found.show_page(page or page_about(window))
        found.show()
        found.raise_()
        found.activateWindow()
        return found


def page_about(widget: QWidget | None) -> str:
    """The page about a widget or whatever it stands in; empty where there is none of its own."""
    while widget is not None:
        if type(widget).__name__ in PAGES:
            return PAGES[type(widget).__name__]
        widget = widget.parentWidget()
    return ""
