"""What a file as a whole suggests, once its rows are cleaned."""

from __future__ import annotations

from collections.abc import Sequence

from planner.domain.phone import understand
from planner.services.exchange.preview import PreviewRow
from planner.services.exchange.problems import Problem

_COUNTRIES = tuple("US CA GB DE FR ES AT CH NL IT AU IE BE PL SE MX BR IN".split())
_NOT_FROM_HERE = frozenset({"phone_not_a_number", "phone_needs_area_code"})
_ENOUGH = 3
_SAMPLE = 30


def other_country(rows: Sequence[PreviewRow], country: str) -> Problem | None:
    """A remark when most numbers make no sense in ``country`` and do in another one."""
    with_phone = sum(bool(row.draft.phones) for row in rows)
    odd = [str(problem.facts["text"]) for row in rows for problem in row.problems if problem.code in _NOT_FROM_HERE]
    if len(odd) < _ENOUGH or len(odd) * 2 < with_phone:
        return None
    sample = odd[:_SAMPLE]
    fitting = {
        other: sum(understand(text, other).problem is None for text in sample)
        for other in _COUNTRIES
        if other != country
    }
    best = max(_COUNTRIES, key=lambda other: fitting.get(other, 0))
    if fitting.get(best, 0) < 0.7 * len(sample):
        return None
    return Problem("phones_of_another_country", {"country": best, "count": len(odd)})
