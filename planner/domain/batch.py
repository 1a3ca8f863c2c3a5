"""A bought list and the questions to answer before anybody on it is called (rules D1, G4; practices 000-04, 001-10)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from planner.domain.method import Method

TOO_MANY_WRONG = 0.2


class Origin(StrEnum):
    """How the people on a bought list came onto it."""

    GENERIC_AD = "generic_ad"
    GENEALOGY = "genealogy"
    CO_REGISTRATION = "co_registration"
    SURVEY = "survey"
    UNKNOWN = "unknown"


class Question(StrEnum):
    """The checklist: each is answered, or said to be unknown; the registry check alone must be done (000-04)."""

    VENDOR = "vendor"
    COST = "cost"
    BOUGHT_ON = "bought_on"
    ORIGIN = "origin"
    INTEREST = "interest"
    CONSENT = "consent"
    REGISTRY = "registry"


@dataclass(frozen=True, slots=True)
class Batch:
    """What is known of a bought list. ``unknown`` holds the questions that the user has said nobody can answer."""

    name: str = ""
    vendor: str = ""
    cost_cents: int | None = None
    bought_on: date | None = None
    origin: Origin | None = None
    interest_from: date | None = None
    interest_to: date | None = None
    consent_proof: str = ""
    registry_checked_on: date | None = None
    unknown: frozenset[Question] = frozenset()

    def unanswered(self) -> tuple[Question, ...]:
        """What is neither answered nor said to be unknown, in the order of the checklist."""
        answers = {
            Question.VENDOR: bool(self.vendor),
            Question.COST: self.cost_cents is not None,
            Question.BOUGHT_ON: self.bought_on is not None,
            Question.ORIGIN: self.origin is not None,
            Question.INTEREST: self.interest_from is not None or self.interest_to is not None,
            Question.CONSENT: bool(self.consent_proof),
            Question.REGISTRY: self.registry_checked_on is not None,
        }
        may_be_unknown = self.unknown - {Question.REGISTRY}
        return tuple(one for one, is_answered in answers.items() if not is_answered and one not in may_be_unknown)

    @property
    def is_locked(self) -> bool:
        """Nobody on the list can be called while a question is open (000-04)."""
        return bool(self.unanswered())


@dataclass(frozen=True, slots=True)
class Quality:
    """What calls to a bought list have shown: how many people were tried, and how many numbers were wrong (001-09)."""

    tried: int = 0
    wrong: int = 0

    @property
    def wrong_share(self) -> float:
        """The share of those tried whose number was wrong."""
        return self.wrong / self.tried if self.tried else 0.0

    @property
    def wants_refund(self) -> bool:
        """Whether so many numbers are wrong that the vendor owes an answer."""
        return self.wrong_share > TOO_MANY_WRONG


def bought_a_day(method: Method) -> int:
    """How many people of bought lists a day has room for: by experience, and at most a share of the places (000-06)."""
    return min(method.experience.bought_a_day, method.capacity * method.bought_share // 100)


def days_at_pace(people: int, method: Method) -> int:
    """How many working days it takes until everybody on a bought list was called once."""
    return -(-people // max(1, bought_a_day(method)))
