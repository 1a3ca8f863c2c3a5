"""The settings of the method, with the defaults of rules D11."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from planner.domain.week import Week


class Mode(StrEnum):
    """How the user wants to grow (practices 003-02, 003-10)."""

    ATTRACT = "attract"
    BALANCED = "balanced"
    NEED_PEOPLE = "need_people"


class Experience(StrEnum):
    """How used the user is to first calls; it bounds how many to bought names a day offers (000-06)."""

    NEW = "new"
    COMFORTABLE = "comfortable"
    PRO = "pro"

    @property
    def bought_a_day(self) -> int:
        """At most so many bought people on one day's list."""
        return {Experience.NEW: 1, Experience.COMFORTABLE: 3, Experience.PRO: 8}[self]


@dataclass(frozen=True, slots=True)
class Method:
    """Every number a user may change about the rules. Days unless a name says otherwise."""

    mode: Mode = Mode.BALANCED
    experience: Experience = Experience.NEW
    contacts_a_week: int = 2
    """Business contacts with one person outside a plan (G21)."""

    # The day (D8, C5)
    capacity: int = 10
    """People on one day's list."""
    courtesy_opens: time = time(9)
    courtesy_closes: time = time(20)
    care_opens: time = time(8)
    care_closes: time = time(21)
    days_off: tuple[int, ...] = (6,)
    """Weekdays without business calls, 0 is Monday."""
    morning_from: time = time(9)
    """The parts of the day, as the three below: a morning ends where the afternoon begins."""
    afternoon_from: time = time(12)
    evening_from: time = time(17)
    evening_until: time = time(20)
    carry_limit: int = 3
    """Days carried over, after which a card asks: do it, move it, or let it go?"""
    replan_after: int = 14
    fresh_start_at: int = 30
    """Overdue people beyond which the day offers a fresh start (004-05)."""
    fresh_start_a_day: int = 5
    """People a day of such a fresh start."""

    # The account (D2) and asking (G7)
    half_life: int = 90
    warming_from: int = 8
    """Points from which an account is called warming, as the next two; thin from 0, overdrawn below."""
    good_from: int = 20
    strong_from: int = 35
    ask_minimum_buy: int = 8
    """Points, as the other minima."""
    ask_minimum_host: int = 10
    ask_minimum_refer: int = 12
    ask_minimum_join: int = 15
    ask_spacing: int = 14
    ask_spacing_join: int = 30
    asks_a_day: int = 3
    hand_raised_days: int = 30
    """How long a raised hand waives the gate on its topic."""

    # Whoever asked, and trying to reach somebody (D6.1, D6.2, G9, G10)
    fresh_hours: int = 24
    hot_hours: int = 1
    warm_hours: int = 72
    cooling_days: int = 14
    callback_window_minutes: int = 30
    callback_grace_minutes: int = 30
    attempts_own: int = 6
    """Calls since the last sign of life, as the two below."""
    attempts_bought: int = 3
    attempts_others: int = 3
    calls_a_day: int = 2
    """Calls to one person."""
    calls_apart_hours: int = 4
    voicemails: int = 2
    voicemails_bought: int = 1
    unanswered_texts: int = 2
    rest: int = 60

    # Staying in touch (D6.5, D6.9, D6.10)
    keep_new_team: int = 7
    """For the first thirty days on the team."""
    keep_team: int = 14
    keep_fan: int = 30
    keep_customer: int = 45
    keep_host: int = 60
    keep_close: int = 60
    keep_quiet_customer: int = 120
    keep_acquaintance: int = 180
    not_now_vague: int = 90
    life_pause_days: int = 60
    reconnect_after: int = 365
    in_relationship_days: int = 365

    # After an order (D6.3, D6.4)
    care_first_days: int = 2
    care_second_days: int = 14
    care_months: int = 2
    """Calendar months."""
    reorder_lead: int = 7
    """Before they will have run out."""
    reorder_window: int = 14
    """After they have run out."""
    reorder_second: int = 10
    """From the first reminder to the gentle second one."""

    # Strangers and what goes stale (G4, G12)
    bought_share: int = 30
    """Percent of a day's places, at most, for people from bought lists (000-06)."""
    strangers_a_day: int = 5
    """First messages on one network."""
    strangers_a_week: int = 15
    registry_days: int = 31
    """How long a look into the Do-Not-Call registry holds."""
    permission_review_months: int = 18
    """Calendar months."""

    stricter: tuple[Week, ...] = ()
    """Hours the user keeps to in some regions, within those of the law there (G3)."""

    ask_first: tuple[str, ...] = ()
    """Regions in which an offer needs their yes beforehand though the law there does not ask for it (C3, G4)."""

    @property
    def floors(self) -> tuple[int, int, int]:
        """From which points an account is warming, good, strong (D2)."""
        return self.warming_from, self.good_from, self.strong_from

    @property
    def dayparts(self) -> dict[str, tuple[time, time]]:
        """From when until when a morning, an afternoon and an evening last."""
        return {
            "morning": (self.morning_from, self.afternoon_from),
            "afternoon": (self.afternoon_from, self.evening_from),
            "evening": (self.evening_from, self.evening_until),
        }


HARD_MAXIMUM = {"strangers_a_day": 10, "strangers_a_week": 70, "calls_a_day": 3}
"""No setting goes beyond these: what networks bear (G12, 000-29), and the strictest state's law (G9)."""
