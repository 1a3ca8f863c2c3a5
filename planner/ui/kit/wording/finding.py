"""Words for where somebody was found."""

from __future__ import annotations

from planner.services.finding import Where
from planner.ui.kit.i18n import _


def found_in(where: Where, text: str) -> str:
    """Where the words that were looked for stand: "note: \u2026the vitamin C serum\u2026"."""
    pattern = {
        Where.CALLED: _("called {text}"),
        Where.PHONE: _("phone: {text}"),
        Where.EMAIL: _("e-mail: {text}"),
        Where.COMPANY: _("company: {text}"),
        Where.JOB: _("work: {text}"),
        Where.TOWN: _("town: {text}"),
        Where.TAG: _("tag: {text}"),
        Where.NOTE: _("note: {text}"),
    }[where]
    return pattern.format(text=text)
