"""The settings of the method, with the defaults of rules D11."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from enum import StrEnum


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
    half_life: int = 90
    capacity: int = 10
    courtesy_opens: time = time(9)
    courtesy_closes: time = time(20)
    care_opens: time = time(8)
    care_closes: time = time(21)
    days_off: tuple[int, ...] = (6,)
    """Weekdays without business calls, 0 is Monday."""
    fresh_hours: int = 24
    hot_hours: int = 1
    callback_window_minutes: int = 30
    callback_grace_minutes: int = 30
    keep_team: int = 14
    keep_fan: int = 30
    keep_customer: int = 45
    keep_host: int = 60
    keep_close: int = 60
    keep_quiet_customer: int = 120
    keep_acquaintance: int = 180
    not_now_vague: int = 90
    reconnect_after: int = 365
    carry_limit: int = 3
    replan_after: int = 14
    fresh_start_at: int = 30
    attempts_own: int = 6
    attempts_bought: int = 3
    attempts_others: int = 3
    calls_a_day: int = 2
    calls_apart_hours: int = 4
    voicemails: int = 2
    voicemails_bought: int = 1
    unanswered_texts: int = 2
    rest: int = 60
    ask_minimum_buy: int = 8
    ask_minimum_host: int = 10
    ask_minimum_refer: int = 12
    ask_minimum_join: int = 15
    ask_spacing: int = 14
    ask_spacing_join: int = 30
    asks_a_day: int = 3
    hand_raised_days: int = 30
    in_relationship_days: int = 365
    warm_hours: int = 72
    cooling_days: int = 14
    experience: Experience = Experience.NEW
    contacts_a_week: int = 2
