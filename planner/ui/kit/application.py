"""The application itself, as far as the system talks to it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class Application(QApplication):
    """Hears of a file that the system wants opened: macOS says it so, Windows and Linux start the program with it."""

    file_asked = Signal(str)

    def event(self, event: QEvent) -> bool:
        """What is meant for the whole program (Qt's name)."""
        if event.type() == QEvent.Type.FileOpen and isinstance(event, QFileOpenEvent) and event.file():
            self.file_asked.emit(event.file())
            return True
        return super().event(event)
