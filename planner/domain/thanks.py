"""Thank-yous owed (rules D1; practices 004-30, 004-31, 000-34)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

LONGEST_TO_THANK = timedelta(days=2)
"""A thank-you is owed from this long before the day it is due (D1)."""


class ThanksFor(StrEnum):
    """What a thank-you is owed for."""

    ORDER = "order"
    HOSTED = "hosted"
    REFERRAL = "referral"
    TESTIMONIAL = "testimonial"
    JOINED = "joined"
    HELPED = "helped"
    COMMENT = "comment"
    CAME = "came"


@dataclass(frozen=True, slots=True)
class ThankYou:
    """A thank-you that waits; ``done_on`` is set once it was said."""

    id: int
    trigger: ThanksFor
    due_on: date
    about: str = ""
    done_on: date | None = None
