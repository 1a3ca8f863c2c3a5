"""Where people came from, and the bought lists with what is still open about them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.domain.person import SourceKind
from planner.services.drafts import SourceView
from planner.ui.dialogs.checklist_form import ChecklistForm, facts_of
from planner.ui.dialogs.form_window import FormWindow, quiet
from planner.ui.dialogs.services import Services
from planner.ui.kit import dates, layouts, theme, wording
from planner.ui.kit.buttons import Button
from planner.ui.kit.empty_state import EmptyState
from planner.ui.kit.i18n import _, ngettext


class SourceList(FormWindow):
    """Bought lists first, each with its checklist; ``add_requested`` asks for somebody while there is nobody."""

    add_requested = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(_("Where people came from"), _("Done"), parent, width=600)
        self._services = services
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.px(10))
        self.column.addLayout(self._lines)
        self.column.addStretch(1)
        self.cancel_button.hide()
        self._show_all()
        self.fit()

    def write(self) -> bool:
        """Nothing is left to write: each checklist saves itself."""
        return True

    def _show_all(self) -> None:
        layouts.empty(self._lines)
        sources = self._services.people.sources()
        country = self._services.preferences.load().country
        for bought in self._services.sources.bought():
            said = facts_of(bought, country)
            if bought.batch.is_locked:
                said.append(_("Its questions are still open, so nobody on it is called."))
            open_it = self._checklist(bought.id)
            self._add(wording.source(SourceKind.BOUGHT, bought.batch.name), " ".join(said), open_it)
        for source in sources:
            if source.kind is not SourceKind.BOUGHT:
                self._add(wording.source(source.kind, source.name), _people(source), None)
        if not sources:
            self._lines.addWidget(self._nothing())

    def _nothing(self) -> EmptyState:
        text = _("Where somebody comes from is asked when you add them or bring in a list.")
        empty = EmptyState("people", _("Nobody has come from anywhere yet"), text, _("Add person"), self.page, kind="")
        empty.acted.connect(self._ask_to_add)
        return empty

    def _ask_to_add(self) -> None:
        self.reject()
        self.add_requested.emit()

    def _add(self, name: str, below: str, open_it: Callable[[], None] | None) -> None:
        row = QWidget(self.page)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(quiet(name, row, ""))
        texts.addWidget(quiet(below, row, "small"))
        whole = QHBoxLayout(row)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.px(8))
        whole.addLayout(texts, 1)
        if open_it is not None:
            button = Button(_("Checklist…"), parent=row)
            button.setAccessibleName(_("Checklist: {line}").format(line=name))
            button.clicked.connect(lambda _on=False: open_it())
            whole.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._lines.addWidget(row)

    def _checklist(self, source_id: int) -> Callable[[], None]:
        def open_it() -> None:
            form = ChecklistForm(self._services, source_id, self)
            form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            form.accepted.connect(self._show_all)
            form.open()

        return open_it


def _people(source: SourceView) -> str:
    return ngettext("{count} person", "{count} people", source.people).format(count=dates.number(source.people))
