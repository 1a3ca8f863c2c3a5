"""Call sheets on a machine without a screen: the painter needs Qt's drawing part, no window and no widget."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from planner.services.sheets import SheetView
from planner.ui.kit.paper_size import usual_size
from planner.ui.paper import sheet as on_paper


def write_pdf(path: Path, sheet: SheetView, number: int, paper: str) -> int:
    """Write the sheet with its number as PDF and return how many pages it has; ``paper`` empty goes by the country.

    Raises PlannerError: file_not_written.
    """
    app = QGuiApplication.instance()
    if app is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        app = QGuiApplication(["warmbook"])
    return on_paper.write_pdf(path, replace(sheet, number=number), usual_size(paper, sheet.country))
