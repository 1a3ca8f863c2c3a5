"""Whom one saw lately: the people the palette offers before anything is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from planner.services.look import Memory

MOST = 7
_LOOK = 1500
"""Milliseconds after which somebody was looked at, and not only walked past."""
_KEY = "recent.people"


class Recent(QObject):
    """The last people looked at, the newest first; kept from one day to the next."""

    def __init__(self, memory: Memory, parent: QObject) -> None:
        super().__init__(parent)
        self._memory = memory
        kept = memory.recall(_KEY)
        self.people: list[int] = [each for each in kept if type(each) is int][:MOST] if isinstance(kept, list) else []
        self._looked_at: int | None = None
        self._look = QTimer(self, singleShot=True, interval=_LOOK)
        self._look.timeout.connect(self.note)

    def look_at(self, person_id: int | None) -> None:
        """Somebody is shown; they count once they were looked at for a moment."""
        self._looked_at = person_id
        self._look.start()

    def note(self) -> None:
        """Whoever is shown was looked at."""
        person_id = self._looked_at
        if person_id is not None:
            self.people = [person_id, *(each for each in self.people if each != person_id)][:MOST]

    def remember(self) -> None:
        """Keep them for the next time."""
        self._memory.remember(_KEY, list(self.people))
