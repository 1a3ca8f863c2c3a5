"""Saving what an import left out, to mend it in a spreadsheet and bring it in again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from planner.domain.errors import PlannerError
from planner.services.exchange.imports import Imports
from planner.services.exchange.preview import Preview, PreviewRow
from planner.services.exchange.reading.table import Left
from planner.ui.exchange.tables import line_of, why_left
from planner.ui.kit import dates, prompts, wording
from planner.ui.kit.i18n import _, ngettext


def save_left_out(parent: QWidget, imports: Imports, preview: Preview, left: Sequence[PreviewRow | Left]) -> None:
    """Ask for a file, write every line there with its reason, and say so."""
    suggested = preview.path.with_name(_("{name}, left out").format(name=preview.path.stem) + ".csv")
    path = prompts.ask_save_file(parent, _("Save what was left out"), suggested, [_("A table (*.csv)")])
    if path is None:
        return
    reasons = [(line_of(row), why_left(row)) for row in left]
    try:
        imports.save_left_out(preview, reasons, (_("Line"), _("Why it is left out")), path)
    except PlannerError as trouble:
        prompts.tell(parent, _("That did not work"), wording.error(trouble))
        return
    words = ngettext("{count} line is in {file} now.", "{count} lines are in {file} now.", len(reasons))
    prompts.tell(parent, _("Saved"), words.format(count=dates.number(len(reasons)), file=path.name))
