"""The language Warmbook speaks, and the order in which a date is read."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.services.preferences import Preferences
from planner.ui.dialogs.settings.page import SettingsPage
from planner.ui.kit import i18n
from planner.ui.kit.choice_chips import Chips
from planner.ui.kit.form import Form
from planner.ui.kit.i18n import _

_ORDERS: dict[str, bool | None] = {"": None, "month": True, "day": False}


class LanguagePage(SettingsPage):
    """Every language that has a catalogue, each by its own name; it counts as soon as the window is saved."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = _("Language and dates")
        self.language: Chips[str] = Chips([("", _("As the system")), *shipped()], self)
        orders = (("", _("By the country")), ("month", _("3/14: month first")), ("day", _("14/3: day first")))
        self.order: Chips[str] = Chips(orders, self)
        form = Form(self)
        follows = _("Every window follows when you save, without a restart. Printed pages speak it too.")
        form.add(_("Language"), self.language, hint=follows)
        form.add(_("A date like 3/14"), self.order, hint=_("Dates and numbers are written as in your country."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(form)
        column.addStretch(1)
        self.setFocusProxy(self.language)

    def load(self, chosen: Preferences) -> None:
        """Show which language it is; one without a catalogue any more is the system's."""
        known = {code for code, _name in shipped()}
        self.language.choose([chosen.language if chosen.language in known else ""])
        self.order.choose([next(name for name, first in _ORDERS.items() if first is chosen.month_first)])

    def save(self, chosen: Preferences) -> Preferences:
        """``chosen`` in this language."""
        return replace(chosen, language=self.language.value() or "", month_first=_ORDERS[self.order.value() or ""])


def shipped() -> list[tuple[str, str]]:
    """English, and every other language that has a catalogue: its code and its own name."""
    from babel import Locale

    codes = ["en", *(code for code in i18n.catalogues() if code != "en")]
    return [(code, str(Locale.parse(code).display_name or code).capitalize()) for code in codes]
