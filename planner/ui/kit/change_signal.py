"""What the services announce, as a Qt signal for the screens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from planner.services.changes import Changed, Changes


class ChangeSignal(QObject):
    """Emits ``changed`` with a ``Changed`` on the thread of its listeners, whoever announced it."""

    changed = Signal(object)
    _announced = Signal(object)

    def __init__(self, changes: Changes, parent: QObject) -> None:
        super().__init__(parent)
        self._is_stopped = False
        self._announced.connect(self._pass_on)
        self._forget = changes.subscribe(self._hear)

    def stop(self) -> None:
        """Hear no more, before the book closes: not even what a thread announced that is still on its way here."""
        self._is_stopped = True
        self._forget()

    def _hear(self, changed: Changed) -> None:
        """On the thread that wrote."""
        self._announced.emit(changed)

    def _pass_on(self, changed: Changed) -> None:
        """On the thread of this object, to which a signal of another thread comes a little later."""
        if not self._is_stopped:
            self.changed.emit(changed)
