"""How long ago something happened, for clocks that matter: somebody asked and waits (practice 001-24)."""

from __future__ import annotations

from datetime import datetime

from planner.domain.moment import Moment
from planner.ui.kit import dates
from planner.ui.kit.i18n import _, ngettext

_HOUR, _DAY = 3600, 86_400


def ago(at: datetime, now: Moment) -> str:
    """Minutes or hours, "3 h ago", and after a day the day itself."""
    seconds = max(0.0, (now.utc - at).total_seconds())
    if seconds < _HOUR:
        return _("{minutes} min ago").format(minutes=dates.number(int(seconds // 60)))
    hours = int(seconds // _HOUR)
    if seconds < _DAY:
        return ngettext("{hours} h ago", "{hours} h ago", hours).format(hours=dates.number(hours))
    there = at.astimezone(now.local.tzinfo)
    return dates.short_day(there.date(), now.today, in_sentence=True)
