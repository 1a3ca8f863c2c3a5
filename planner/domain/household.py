"""People whose number is the same: a household, or one person written down twice (rules G19, G24)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from planner.domain.interest import SaidNo, Scope
from planner.domain.permission import StopRule


@dataclass(frozen=True, slots=True)
class Housemate:
    """Somebody else in the book with a number of this person's.

    ``is_same`` when the names agree too, so that the two may be one person (G19); ``called_on`` are the days on which
    the user rang them.
    """

    id: int
    name: str
    is_same: bool = False
    is_protected: bool = False
    has_said_no: bool = False
    noes: tuple[SaidNo, ...] = ()
    stops: tuple[StopRule, ...] = ()
    called_on: Collection[date] = ()

    def refuses(self, scope: Scope | None, day: date) -> bool:
        """Whether a No of theirs stands against an ask of this scope, or (None) against asks of any kind."""
        if self.has_said_no and not self.noes:
            return True
        return any(no.scope in {scope, Scope.EVERYTHING} and no.holds_on(day) for no in self.noes)
