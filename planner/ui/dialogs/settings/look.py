"""How it looks: colours, the size of the text, paper, and the order of a date."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.services.preferences import Preferences
from planner.ui.dialogs.choices import Chips
from planner.ui.dialogs.settings.page import SettingsPage
from planner.ui.kit import theme
from planner.ui.kit.form import Form
from planner.ui.kit.i18n import _, pgettext

_ORDERS: dict[str, bool | None] = {"": None, "month": True, "day": False}


class LookPage(SettingsPage):
    """What one sees, on the screen and on paper."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = _("Look")
        looks = (
            ("system", _("As the system")),
            ("light", pgettext("theme", "Light")),
            ("dark", pgettext("theme", "Dark")),
        )
        self.theme: Chips[str] = Chips(looks, self)
        sizes = [(size, _("{percent} %").format(percent=size)) for size in theme.TEXT_SIZES]
        self.text_size: Chips[int] = Chips(sizes, self)
        papers = (("", _("By the country")), ("letter", _("US Letter")), ("a4", _("A4")))
        self.paper: Chips[str] = Chips(papers, self)
        orders = (("", _("By the country")), ("month", _("3/14: month first")), ("day", _("14/3: day first")))
        self.order: Chips[str] = Chips(orders, self)
        form = Form(self)
        form.add(_("Colours"), self.theme)
        form.add(_("Text size"), self.text_size)
        form.add(_("Paper"), self.paper)
        form.add(_("A date like 3/14"), self.order)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(form)
        column.addStretch(1)
        self.setFocusProxy(self.theme)

    def load(self, chosen: Preferences) -> None:
        """Show how it looks."""
        self.theme.choose([chosen.theme])
        self.text_size.choose([chosen.text_size])
        self.paper.choose([chosen.paper])
        self.order.choose([next(name for name, first in _ORDERS.items() if first is chosen.month_first)])

    def save(self, chosen: Preferences) -> Preferences:
        """``chosen`` with these looks."""
        return replace(
            chosen,
            theme=self.theme.value() or "system",
            text_size=self.text_size.value() or 100,
            paper=self.paper.value() or "",
            month_first=_ORDERS[self.order.value() or ""],
        )
