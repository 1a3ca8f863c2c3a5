"""Steps of a plan that the user has ticked: care after an order, a party, a new member's first days (rules D6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class PlanKind(StrEnum):
    """The plans that have steps."""

    CARE = "care"
    PARTY = "party"
    TEAM = "team"


@dataclass(frozen=True, slots=True)
class StepDone:
    """One ticked step; ``anchor_on`` is the day from which its plan counts (delivery, party, joining)."""

    plan: PlanKind
    anchor_on: date
    step: str
    done_on: date
