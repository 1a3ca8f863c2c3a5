"""What speaks against ringing somebody right now, whatever else their move says (G3, G9, G10, G20, G21)."""

from __future__ import annotations

from planner.domain.moment import Moment
from planner.domain.move import Action, Move
from planner.domain.reason import Reason

_QUIET = frozenset({Action.REST, Action.WAIT})
_AGAINST_CALLS = frozenset({"G3", "G4", "G9", "G10", "G21", "G24"})

_LOOK_FIRST = frozenset({"look_number_up", "no_basis_known"})


def hold_on_calling(move: Move, now: Moment) -> Reason | None:
    """The hold that stands before a call now; None where a call is fine or nothing is known against one."""
    if move.action is Action.CALL:
        return None  # they know that it comes
    if move.rings:
        is_early = move.opens_at is not None and move.opens_at > now.utc
        if is_early:
            return Reason("G3", "opens_later", {"opens": move.opens_at})
        return next((reason for reason in move.why if reason.code in _LOOK_FIRST), None)
    if move.action in _QUIET and move.why:
        return move.why[0]
    return next((reason for reason in move.why if reason.rule in _AGAINST_CALLS), None)
