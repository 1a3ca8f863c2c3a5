"""What is new: the changes that came since the user last looked, or all of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner.domain import news, resources
from planner.domain.news import Release
from planner.ui.dialogs.form_window import FormWindow, quiet
from planner.ui.kit import theme
from planner.ui.kit.i18n import _, language


def all_news() -> list[Release]:
    """Every version's changes, in the user's language where somebody has written them in it."""
    return news.releases(resources.changes(language()).read_text(encoding="utf-8"))


class WhatsNew(FormWindow):
    """One sentence or two for each thing, the newest version first."""

    def __init__(self, releases: Sequence[Release], parent: QWidget | None = None) -> None:
        super().__init__(_("What is new"), _("Close"), parent, width=620)
        for release in releases:
            heading = quiet(_("Version {version}").format(version=release.heading), self.page, "section")
            self.column.addWidget(heading)
            for item in release.items:
                self.column.addLayout(self._item(item))
        self.column.addStretch(1)
        self.cancel_button.hide()
        self.fit()
        self.save_button.setFocus()

    def _item(self, text: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        row.addWidget(quiet("\u2022", self.page), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(quiet(text, self.page, ""), 1)
        return row

    def write(self) -> bool:
        """Nothing to write: just go."""
        return True
