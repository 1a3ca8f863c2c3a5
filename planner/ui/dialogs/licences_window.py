"""The licences of everything that travels with the program, to read and to copy from."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from planner.domain import resources
from planner.ui.dialogs.form_window import FormWindow
from planner.ui.kit import theme
from planner.ui.kit.i18n import _

_RULE = re.compile(r"([-=])\1{19,}")
_WIDTH, _HEIGHT = 760, 460


def without_rules(text: str) -> str:
    """``text`` with nothing in the lines drawn of signs, which break where letters are large."""
    return "\n".join("" if _RULE.fullmatch(line) else line for line in text.splitlines())


class LicencesWindow(FormWindow):
    """The text as ``packaging/licences.py`` has gathered it; in English, as licences are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Licenses"), _("Close"), parent, width=_WIDTH)
        self.words = QPlainTextEdit(self.page)
        self.words.setAccessibleName(_("Licenses"))
        self.words.setReadOnly(True)
        self.words.setTabChangesFocus(True)
        self.words.setPlainText(
            without_rules(resources.path("licences", "third-party.txt").read_text(encoding="utf-8"))
        )
        room = self.screen().availableGeometry().height() - theme.px(200)
        self.words.setMinimumHeight(min(theme.px(_HEIGHT), room))  # one scroll bar, not two
        self.column.addWidget(self.words, 1)
        self.cancel_button.hide()
        self.fit()
        self.words.setFocus()

    def write(self) -> bool:
        """Nothing to write: just go."""
        return True
