"""How it looks: the size of the text, the colours, and whether anything moves."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from planner.services.preferences import Preferences
from planner.ui.dialogs.settings.page import SettingsPage
from planner.ui.kit import theme
from planner.ui.kit.choice_chips import Chips
from planner.ui.kit.form import Form, explained
from planner.ui.kit.i18n import _, pgettext


class LookPage(SettingsPage):
    """What one sees on the screen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = _("Text and colors")
        sizes = [(size, _("{percent}%").format(percent=size)) for size in theme.TEXT_SIZES]
        self.text_size: Chips[int] = Chips(sizes, self)
        looks = (
            ("system", _("As the system")),
            ("light", pgettext("theme", "Light")),
            ("dark", pgettext("theme", "Dark")),
        )
        self.theme: Chips[str] = Chips(looks, self)
        form = Form(self)
        form.add(_("Text size"), self.text_size, hint=_("Everything grows with it. Ctrl and plus does the same."))
        contrast = _("Where your system asks for more contrast, Warmbook follows.")
        form.add(_("Colors"), self.theme, hint=contrast)
        self.less_motion = QCheckBox(_("Less motion"), self)
        still = _("In a narrow window a person is there at once instead of sliding in. Nothing else moves by itself.")
        form.add_wide(explained(self.less_motion, still, self))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(form)
        column.addStretch(1)
        self.setFocusProxy(self.text_size)

    def load(self, chosen: Preferences) -> None:
        """Show how it looks."""
        self.theme.choose([chosen.theme])
        self.text_size.choose([chosen.text_size])
        self.less_motion.setChecked(chosen.less_motion)

    def save(self, chosen: Preferences) -> Preferences:
        """``chosen`` with these looks."""
        return replace(
            chosen,
            theme=self.theme.value() or "system",
            text_size=self.text_size.value() or 100,
            less_motion=self.less_motion.isChecked(),
        )
