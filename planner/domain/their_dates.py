"""When to look after what they said they would do: before, on and after their own date, once each (rules D7.9)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from planner.domain.commitment import Commitment, CommitmentStatus
from planner.domain.history import is_by_me
from planner.domain.person import Facts

AHEAD, BEHIND = timedelta(days=3), timedelta(days=7)


class When(StrEnum):
    """Where today stands to their date."""

    BEFORE = "before"
    TODAY = "today"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Check:
    """One of the three looks at a commitment, between two days."""

    commitment: Commitment
    when: When
    opens: date
    closes: date


def checks(commitment: Commitment) -> tuple[Check, ...]:
    """The looks at one commitment, in order; none on the day on which they said it."""
    by = commitment.by
    day = timedelta(days=1)
    begins = by - AHEAD if commitment.made_on is None else max(by - AHEAD, commitment.made_on + day)
    looks = (
        Check(commitment, When.BEFORE, begins, by - day),
        Check(commitment, When.TODAY, max(by, begins), by),
        Check(commitment, When.AFTER, by + day, by + BEHIND),
    )
    return tuple(look for look in looks if look.opens <= look.closes)


def open_commitments(facts: Facts) -> tuple[Commitment, ...]:
    """What they said they would do and have neither done nor taken back."""
    return tuple(one for one in facts.commitments if one.status is CommitmentStatus.OPEN)


def checks_ahead(facts: Facts, today: date) -> tuple[Check, ...]:
    """The looks that are due now or still to come; each is made once, and none after their word was taken back."""
    found = [
        check
        for commitment in open_commitments(facts)
        for check in checks(commitment)
        if today <= check.closes and not _is_made(check, facts, today)
    ]
    return tuple(sorted(found, key=lambda check: (check.opens, check.commitment.id)))


def is_ahead(facts: Facts, today: date) -> bool:
    """Whether a date of theirs is still to come or just past: a plan is agreed then."""
    return any(today <= one.by + BEHIND for one in open_commitments(facts))


def _is_made(check: Check, facts: Facts, today: date) -> bool:
    made_on = check.commitment.made_on
    return any(
        is_by_me(touch) and check.opens <= touch.on <= min(check.closes, today) and touch.on != made_on
        for touch in facts.touches
    )
