"""Where several people come from, said once for all of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from planner.domain.person import SourceKind
from planner.services.drafts import PersonDraft, SourceView
from planner.services.saved_views import Origin
from planner.ui.dialogs.form_window import FormWindow, quiet
from planner.ui.dialogs.origin_fields import SourceFields
from planner.ui.kit import dates
from planner.ui.kit.i18n import _, ngettext


class SourceForm(FormWindow):
    """``save`` is told the kind and the name; where they differ now, nothing is filled in."""

    def __init__(
        self,
        sources: Sequence[SourceView],
        now: Origin | None,
        people: int,
        save: Callable[[SourceKind, str], object],
        parent: QWidget | None = None,
    ) -> None:
        heading = ngettext("Where {count} person comes from", "Where {count} people come from", people)
        super().__init__(heading.format(count=dates.number(people)), _("Save"), parent, width=520)
        self._save = save
        self.source = SourceFields(sources, self.page)
        if now is not None:
            self.source.show_source(PersonDraft(source_kind=now[0], source_name=now[1]))
        else:
            self.source.origin.choose([])
            self.column.addWidget(quiet(_("They come from different places now."), self.page))
        self.column.addWidget(self.source)
        self.column.addWidget(
            quiet(_("Names from a bought list wait until its checklist is answered."), self.page, "small")
        )
        self.column.addStretch(1)
        self.fit()
        self.source.setFocus()

    def write(self) -> bool:
        """Say it for everybody, once it was said at all."""
        if self.source.origin.value() is None:
            self.say_trouble(_("Choose where they come from."))
            return False
        self._save(*self.source.source())
        return True
