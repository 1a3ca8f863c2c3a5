"""What was found in a pasted text, said before anything is saved, with the way to take it back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from planner.services.drafts import AddressDraft, PersonDraft
from planner.ui.kit import layouts, theme, wording
from planner.ui.kit.aloud import LiveLabel
from planner.ui.kit.buttons import Button
from planner.ui.kit.i18n import _, ngettext
from planner.ui.kit.labels import breakable

LONGEST = 160
"""Characters of a line shown here; the form has all of it."""


class PasteBox(QFrame):
    """Hidden until something was pasted."""

    taken_back = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._words = LiveLabel("name", self)
        self._words.setContentsMargins(0, theme.px(3), 0, 0)  # on the line of the link beside it
        self.back = Button(_("Take it back"), "undo", "link", self)
        self.back.clicked.connect(self.taken_back)
        self._others = QLabel(_("There is more than one person in this text. The others are in the note."), self)
        self._others.setProperty("role", "caution")
        self._others.setWordWrap(True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(10))
        self._grid.setVerticalSpacing(theme.px(2))
        self._grid.setColumnStretch(1, 1)
        top = QHBoxLayout()
        top.addWidget(self._words, 1)
        top.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(10))
        column.setSpacing(theme.px(4))
        column.addLayout(top)
        column.addWidget(self._others)
        column.addLayout(self._grid)
        self.hide()

    def show_found(self, draft: PersonDraft, *, has_others: bool) -> None:
        """Say what a text had, and show what has no field in sight."""
        self._words.setText(found_words(draft))
        self._others.setVisible(has_others)
        self.back.show()
        layouts.empty(self._grid)
        for row, (name, value) in enumerate(_lines(draft)):
            label = QLabel(name, self)
            label.setProperty("role", "small")
            label.setContentsMargins(0, theme.px(2), 0, 0)  # smaller letters, on the same line
            shown = value if len(value) <= LONGEST else value[:LONGEST].rstrip() + " …"
            said = QLabel(breakable(shown), self)
            said.setWordWrap(True)
            said.setTextFormat(Qt.TextFormat.PlainText)
            self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(said, row, 1)
        self.show()

    def show_nothing(self) -> None:
        """Say that a text had nothing that could be put anywhere."""
        self._words.setText(_("Nothing to paste here: copy a signature, a mail of a form or a contact card first."))
        self._others.hide()
        layouts.empty(self._grid)
        self.back.hide()
        self.show()

    def said(self) -> list[str]:
        """Everything that stands here, top to bottom."""
        return [label.text() for label in self.findChildren(QLabel) if label.text() and not label.isHidden()]


def found_words(draft: PersonDraft) -> str:
    """Found: a name, 2 numbers, an e-mail address."""
    parts = []
    if draft.name:
        parts.append(_("a name"))
    if draft.phones:
        count = len(draft.phones)
        parts.append(ngettext("a number", "{count} numbers", count).format(count=count))
    if draft.emails:
        count = len(draft.emails)
        parts.append(ngettext("an e-mail address", "{count} e-mail addresses", count).format(count=count))
    if draft.job or draft.company:
        parts.append(_("work"))
    if draft.addresses:
        parts.append(_("an address"))
    if draft.birthday is not None:
        parts.append(_("a birthday"))
    if draft.best_times:
        parts.append(_("a good time"))
    if not parts:
        return _("No name or number found: the text is in the note.")
    return _("Found: {what}.").format(what=", ".join(parts))


def _lines(draft: PersonDraft) -> list[tuple[str, str]]:
    """What stands behind “More”, by its name."""
    address = draft.addresses[0] if draft.addresses else AddressDraft()
    parts = (address.street.replace("\n", ", "), address.city, f"{address.region} {address.postcode}".strip())
    lines = (
        (_("Work"), ", ".join(part for part in (draft.job, draft.company) if part)),
        (
            _("Address"),
            ", ".join(part for part in parts if part),
        ),
        (_("Birthday"), wording.birthday(draft.birthday) if draft.birthday is not None else ""),
        (_("Best times"), draft.best_times),
        (_("Note"), draft.note),
    )
    return [(name, value) for name, value in lines if value]
