"""Until when somebody may change their mind."""

from __future__ import annotations

from datetime import date

import pytest

from planner.domain.cooling_off import may_change_until


@pytest.mark.parametrize(
    ("sold", "until"),
    [
        (date(2026, 12, 1), date(2026, 12, 4)),
        (date(2026, 12, 4), date(2026, 12, 8)),  # Friday: Saturday counts, Sunday does not
        (date(2026, 12, 5), date(2026, 12, 9)),
        (date(2026, 11, 25), date(2026, 11, 30)),  # Thanksgiving and a Sunday lie between
        (date(2026, 12, 23), date(2026, 12, 28)),
        (date(2027, 12, 30), date(2028, 1, 5)),  # New Year's Day and the Friday before it are holidays
    ],
)
def test_three_business_days_after_the_sale(sold: date, until: date) -> None:
    assert may_change_until(sold) == until
