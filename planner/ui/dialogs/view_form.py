"""A view of one's own: its name, whom it holds, and how many they are now."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from planner.domain.errors import PlannerError
from planner.services.own_views import OwnViews
from planner.services.saved_views import Filters, OwnView
from planner.ui.dialogs.form_window import FormWindow, line, quiet
from planner.ui.dialogs.services import Services
from planner.ui.dialogs.view_lines import ViewLines
from planner.ui.kit import dates, wording
from planner.ui.kit.aloud import LiveLabel
from planner.ui.kit.form import Form
from planner.ui.kit.i18n import _, ngettext

_LONGEST_NAME = 60
_COUNT_AFTER = 150
"""Milliseconds after the last change."""


class ViewForm(FormWindow):
    """Makes a view from what the list shows now, or changes one; ``saved`` is what became of it."""

    def __init__(
        self,
        services: Services,
        views: OwnViews,
        parent: QWidget | None = None,
        *,
        view: OwnView | None = None,
        filters: Filters | None = None,
    ) -> None:
        heading = _("Change “{name}”").format(name=view.name) if view else _("Save these as a view")
        super().__init__(heading, _("Save view"), parent, width=520)
        self._services = services
        self._views = views
        self._view = view
        self.saved: OwnView | None = None
        self.name = line(self.page, _("Choir, not heard of for long"), _LONGEST_NAME)
        self.name.setText(view.name if view else "")
        self._form = Form(self.page)
        self._form.add(_("What do you call it?"), self.name)
        self.lines = ViewLines(services, self.page)
        self.lines.show_filters(view.filters if view else filters or Filters())
        self.found = LiveLabel("name", self.page)
        self.column.addWidget(self._form)
        self.column.addWidget(quiet(_("Everybody for whom each of these lines is true:"), self.page))
        self.column.addWidget(self.lines)
        self.column.addStretch(1)
        self.buttons.insertWidget(0, self.found)
        self._soon = QTimer(self, singleShot=True, interval=_COUNT_AFTER)
        self._soon.timeout.connect(self._count)
        self.lines.changed.connect(self._soon.start)
        self._count()
        self.fit()
        self.name.setFocus()

    def write(self) -> bool:
        """Keep the view; a name that is missing or taken is told at its field."""
        self._form.clear_mistakes()
        name, filters, now = self.name.text(), self.lines.filters(), self._services.clock()
        try:
            if self._view is None:
                self.saved = self._views.add(name, filters, now)
            else:
                self.saved = self._views.save(self._view.id, name, filters, now)
        except PlannerError as error:
            if error.code not in ("view_needs_name", "view_name_taken"):
                raise
            self._form.say_mistake(self.name, wording.error(error))
            self.name.setFocus()
            return False
        return True

    def _count(self) -> None:
        view = OwnView(0, "", self.lines.filters())
        count = self._services.listing.count(view, "", self._services.clock())
        said = ngettext("{count} person now", "{count} people now", count).format(count=dates.number(count))
        self.found.setText(said if count else _("Nobody now"))
