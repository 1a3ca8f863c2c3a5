"""The quiet notice before a promised time."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from planner.services.preferences import Preferences
from planner.ui.dialogs.settings.page import SettingsPage
from planner.ui.kit import theme
from planner.ui.kit.form import explained
from planner.ui.kit.i18n import _


class NoticesPage(SettingsPage):
    """Whether a notice comes, and whether it says a name."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = _("Notices")
        self.shown = QCheckBox(_("Tell me five minutes before a promised time"), self)
        self.named = QCheckBox(_("Say the name in it"), self)
        self.shown.toggled.connect(self.named.setEnabled)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        told = _("One quiet line while Warmbook is open, once for each promise, without a sound.")
        column.addWidget(explained(self.shown, told, self))
        private = _(
            "Without it the notice says only that somebody expects you. Why they do, their number and your notes are "
            "never in it: others may see your screen, also while it is locked."
        )
        column.addWidget(explained(self.named, private, self))
        column.addStretch(1)
        self.setFocusProxy(self.shown)

    def load(self, chosen: Preferences) -> None:
        """Show what is wanted."""
        self.shown.setChecked(chosen.shows_notices)
        self.named.setChecked(chosen.names_in_notices)
        self.named.setEnabled(chosen.shows_notices)

    def save(self, chosen: Preferences) -> Preferences:
        """``chosen`` with these notices."""
        return replace(chosen, shows_notices=self.shown.isChecked(), names_in_notices=self.named.isChecked())
