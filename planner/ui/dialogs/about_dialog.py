"""What this is, which versions it is made of, where your data lies, and whose work it stands on."""

from __future__ import annotations

import platform
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal, qVersion
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget

import planner
from planner.domain import law
from planner.ui.dialogs.form_window import FormWindow, quiet
from planner.ui.kit import dates
from planner.ui.kit.buttons import Button
from planner.ui.kit.form import Form
from planner.ui.kit.i18n import _

LIBRARIES = (
    ("Qt, PySide6", "LGPL-3.0"),
    ("Qt Charts", "GPL-3.0"),
    ("Python", "PSF-2.0"),
    ("SQLite", "public domain"),
    ("peewee", "MIT"),
    ("babel", "BSD-3-Clause"),
    ("phonenumbers", "Apache-2.0"),
    ("holidays", "MIT"),
    ("nameparser", "LGPL-2.1"),
    ("segno", "BSD-3-Clause"),
    ("python-dateutil", "Apache-2.0, BSD-3-Clause"),
    ("tzdata", "Apache-2.0; public domain"),
    ("QtAwesome, Material Design Icons", "MIT, Apache-2.0"),
    ("Inter", "OFL-1.1"),
)
"""What travels with the program, and under which licence."""


class AboutDialog(FormWindow):
    """Everything here can be copied for a question to somebody who helps."""

    licences_requested = Signal()

    def __init__(self, book: Path, parent: QWidget | None = None) -> None:
        super().__init__(_("About Warmbook"), _("Close"), parent, width=500)
        self._book = book
        self.column.addWidget(
            quiet(_("A contact planner that keeps the account of every relationship honest."), self.page)
        )
        form = Form(self.page)
        for name, value in self.facts():
            form.add(name, _selectable(value, self.page))
        libraries = " · ".join(f"{name} ({licence})" for name, licence in LIBRARIES)
        form.add(_("Made with, thankfully"), _selectable(libraries, self.page))
        self.column.addWidget(form)
        self.column.addStretch(1)
        self.cancel_button.hide()
        self._copy = Button(_("Copy"), "copy", parent=self)
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text()))
        self._folder = Button(_("Open the folder"), "folder", parent=self)
        self._folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._book.parent))))
        self._licences = Button(_("Licenses…"), "card", parent=self)
        self._licences.clicked.connect(self.licences_requested)
        for place, button in enumerate((self._copy, self._folder, self._licences)):
            self.buttons.insertWidget(place, button)
        self.fit()
        self.save_button.setFocus()

    def write(self) -> bool:
        """Nothing to write: just go."""
        return True

    def facts(self) -> list[tuple[str, str]]:
        """Names and values, as they stand there."""
        import tzdata

        checked_on = law.oldest_check()
        versions = f"Python {platform.python_version()}, Qt {qVersion()}, {platform.system()} {platform.machine()}"
        return [
            (_("Version"), planner.__version__),
            (_("Your book"), str(self._book)),
            (_("Time zones"), tzdata.IANA_VERSION),
            (_("Calling hours checked"), dates.date_only(checked_on) if checked_on else ""),
            (_("Runs on"), versions),
            (_("License"), _("MIT; as a whole GPL-3.0, because of Qt Charts")),
        ]

    def text(self) -> str:
        """The facts as text."""
        return "\n".join(f"{name}: {value}" for name, value in self.facts())


def _selectable(text: str, parent: QWidget) -> QLabel:
    label = quiet(text, parent, "")
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label
