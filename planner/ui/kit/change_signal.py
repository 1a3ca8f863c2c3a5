"""What the services announce, as a Qt signal for the screens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from planner.services.changes import Changed, Changes


class ChangeSignal(QObject):
    """Emits ``changed`` with a ``Changed`` on the thread of its listeners, whoever announced it."""

    changed = Signal(object)

    def __init__(self, changes: Changes, parent: QObject) -> None:
        super().__init__(parent)
        self._forget = changes.subscribe(self._hear)

    def _hear(self, changed: Changed) -> None:
        self.changed.emit(changed)

    def stop(self) -> None:
        """Hear no more, before the book closes."""
        self._forget()
