"""A time zone, found by typing a city; empty goes by the number or the address."""

from __future__ import annotations

from functools import cache
from zoneinfo import available_timezones

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from planner.ui.kit.i18n import _


@cache
def _cities() -> dict[str, str]:
    """What is shown for each zone: "Denver (America)"; only zones with a place in their name."""
    found = {}
    for zone in sorted(available_timezones()):
        area, _slash, place = zone.partition("/")
        if place and area not in ("Etc", "SystemV", "posix", "right"):
            found[f"{place.replace('_', ' ')} ({area})"] = zone
    return found


def shown_zone(zone: str) -> str:
    """A zone by its city: "Denver (America)"; one without a city by its own name."""
    return next((shown for shown, each in _cities().items() if each == zone), zone)


class ZoneField(QLineEdit):
    """Completes as one types; what is no zone is told by ``is_unclear``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(_("By their number or address"))
        completer = QCompleter(list(_cities()), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)
        self.editingFinished.connect(self._complete)

    def zone(self) -> str:
        """The IANA name of what is typed, empty without one."""
        typed = self.text().strip()
        if typed in available_timezones():
            return typed
        folded = typed.casefold()
        named = [
            zone for shown, zone in _cities().items() if folded in (shown.casefold(), shown.split(" (")[0].casefold())
        ]
        return named[0] if len(named) == 1 else ""

    def show_zone(self, zone: str) -> None:
        """Show a zone by its city."""
        self.setText(shown_zone(zone))
        self.setCursorPosition(0)

    def _complete(self) -> None:
        """Write out the only city that fits what was typed, as the list below the field had it."""
        typed = self.text().strip().casefold()
        fitting = [zone for shown, zone in _cities().items() if typed in shown.casefold()]
        if self.is_unclear() and len(fitting) == 1:
            self.show_zone(fitting[0])

    def is_unclear(self) -> bool:
        """Whether something is typed that is no zone."""
        return bool(self.text().strip()) and not self.zone()
