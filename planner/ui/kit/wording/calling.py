"""The answer to "Call?": one of four, whatever else the move says (001-01)."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from planner.domain.moment import Moment
from planner.domain.move import Action, Move
from planner.ui.kit import dates
from planner.ui.kit.i18n import _

_NEVER = frozenset({Action.NONE, Action.LEAVE_IN_PEACE})


def call_word(move: Move, now: Moment) -> str:
    """One of: "Yes now", "Yes at 2:30 PM" (the user's clock, today), "Not yet", "No"."""
    is_over = move.action is Action.WAIT and move.wait_until is None
    if move.action in _NEVER or is_over:
        return _("No")
    if not move.rings:
        return _("Not yet")
    starts = [at for at in (move.due_at, move.opens_at) if at is not None and at > now.utc]
    if not starts:
        return _("Yes now")
    at = max(starts).astimezone(ZoneInfo(now.zone))
    return _("Yes at {time}").format(time=dates.clock(at.time())) if at.date() == now.today else _("Not yet")
