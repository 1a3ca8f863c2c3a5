"""Until when somebody may change their mind about a sale made at their home or at a party (compliance, cooling-off)."""

from __future__ import annotations

from datetime import date, timedelta

from planner.domain.law import is_holiday

BUSINESS_DAYS = 3
"""Days on which a shop is open, counted from the day after the sale (FTC Cooling-Off Rule)."""

_SUNDAY = 6


def may_change_until(sold_on: date) -> date:
    """The last day on which a sale may be called off: Saturdays count, Sundays and federal holidays do not."""
    day, left = sold_on, BUSINESS_DAYS
    while left:
        day += timedelta(days=1)
        if day.weekday() != _SUNDAY and not is_holiday("US", day):
            left -= 1
    return day
