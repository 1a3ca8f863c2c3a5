"""Where people came from, and the bought lists with what is still open about them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.domain.person import SourceKind
from planner.services.saved_views import Filters, Origin, OwnView
from planner.ui.dialogs.checklist_form import ChecklistForm, facts_of
from planner.ui.dialogs.form_window import FormWindow, quiet
from planner.ui.dialogs.services import Services
from planner.ui.kit import dates, layouts, theme, wording
from planner.ui.kit.buttons import Button
from planner.ui.kit.empty_state import EmptyState
from planner.ui.kit.i18n import _, ngettext

_TOP = 6
"""Pixels at 100 % that bring a name in line with the word in the button beside it."""


class SourceList(FormWindow):
    """Bought lists first, each with its checklist; the people of each source are one click away.

    ``view_requested`` asks for a view of them, ``add_requested`` for somebody while there is nobody.
    """

    add_requested = Signal()
    view_requested = Signal(object)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(_("Where people came from"), _("Done"), parent, width=600)
        self._services = services
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.px(12))
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
        bought_lists = self._services.sources.bought()
        if bought_lists:
            self._head(_("BOUGHT LISTS"))
        counts = {(each.kind, each.name): each.people for each in sources}
        for bought in bought_lists:
            origin = SourceKind.BOUGHT, bought.batch.name
            said = facts_of(bought, country)[1:]  # how many they are stands beside the name
            if bought.batch.is_locked:
                said.append(_("Its questions are still open, so nobody on it is called."))
            self._add(origin, counts.get(origin, 0), " ".join(said), self._checklist(bought.id))
        own = [source for source in sources if source.kind is not SourceKind.BOUGHT]
        if own and bought_lists:
            self._head(_("YOUR OWN"))
        for source in sorted(own, key=lambda each: -each.people):
            self._add((source.kind, source.name), source.people)
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

    def _head(self, text: str) -> None:
        heading = quiet(text, self.page, "section")
        heading.setContentsMargins(0, theme.px(8) if self._lines.count() else 0, 0, 0)
        self._lines.addWidget(heading)

    def _show(self, view: OwnView) -> None:
        self.accept()
        self.view_requested.emit(view)

    def _add(self, origin: Origin, people: int, said: str = "", open_it: Callable[[], None] | None = None) -> None:
        """The people at the right of the name; a bought list has its sentence below it, and its checklist."""
        name = wording.source(*origin)
        row = QWidget(self.page)
        whole = QHBoxLayout(row)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.px(16))
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(quiet(name, row, ""))
        whole.addLayout(texts, 1)
        show = Button(_people(people), kind="link", parent=row)
        show.setAccessibleName(_("{line}: {people}").format(line=name, people=show.text()))
        show.clicked.connect(lambda _on=False: self._show(OwnView(0, name, Filters(sources=(origin,)))))
        show.setEnabled(people > 0)
        ends = QHBoxLayout()
        ends.setSpacing(theme.px(16))
        ends.addWidget(show, 0, Qt.AlignmentFlag.AlignVCenter)
        whole.addLayout(ends)
        whole.setAlignment(ends, Qt.AlignmentFlag.AlignTop)
        if open_it is not None:
            texts.addWidget(quiet(said, row, "small"))
            texts.setContentsMargins(0, theme.px(_TOP), 0, 0)
            button = Button(_("Checklist…"), parent=row)
            button.setAccessibleName(_("Checklist: {line}").format(line=name))
            button.clicked.connect(lambda _on=False: open_it())
            ends.addWidget(button)
        self._lines.addWidget(row)

    def _checklist(self, source_id: int) -> Callable[[], None]:
        def open_it() -> None:
            form = ChecklistForm(self._services, source_id, self)
            form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            form.accepted.connect(self._show_all)
            form.open()

        return open_it


def _people(count: int) -> str:
    return ngettext("{count} person", "{count} people", count).format(count=dates.number(count))
