"""What changes on the screen without taking the keys, said to whoever listens to a screen reader."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QWidget

SETTLED = 400
"""Milliseconds that words have to stand before they are said: while somebody types they change with every key."""


def say(widget: QWidget, text: str, *, at_once: bool = False) -> None:
    """Have ``text`` read after what is being read, or instead of it; nothing happens where nobody listens."""
    if text and QAccessible.isActive():
        event = QAccessibleAnnouncementEvent(widget, text.replace("\u200b", ""))
        if at_once:
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)


def say_soon(widget: QWidget, text: str) -> None:
    """Have it said once a window that is closing has handed the keys back, which is said first."""
    QTimer.singleShot(SETTLED, widget, lambda: say(widget, text))


class LiveLabel(QLabel):
    """Plain words that come and go in a window that is open already: a mistake, a count, how something ended."""

    def __init__(self, role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", role)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._settled = QTimer(self, singleShot=True, interval=SETTLED)
        self._settled.timeout.connect(self._tell)

    def setText(self, text: str) -> None:
        """Show it, and have it said soon if it is news (Qt's name)."""
        is_news = text != self.text() or not self.isVisible()
        super().setText(text)
        if is_news and self.window().isVisible():
            self._settled.start()

    def _tell(self) -> None:
        if self.isVisible():
            say(self, self.text())
