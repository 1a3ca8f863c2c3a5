"""A No to everything, or to one kind of ask alone (G5, D3, D6.5)."""

from __future__ import annotations

from datetime import date

from planner.domain.interest import Scope
from planner.domain.person import Facts, Stage


def to_everything(facts: Facts, today: date) -> bool:
    """Whether only the friendship is left: they said so, or the stage says No and nothing tells to what."""
    if any(no.scope is Scope.EVERYTHING and no.holds_on(today) for no in facts.noes):
        return True
    return facts.stage is Stage.NO and not facts.noes
