"""People whom somebody named: the one who named them introduces first (G11; practice 000-25, scenario S22)."""

from __future__ import annotations

from datetime import date, timedelta

from planner.domain.history import History
from planner.domain.person import Facts, SourceKind

TOPIC = "introduction"
"""The topic of an entry that says an introduction was asked for."""

TIME_TO_INTRODUCE = timedelta(days=14)
_THROUGH_SOMEBODY = frozenset({SourceKind.REFERRAL, SourceKind.FRIEND_OF_FRIEND})


def wants_introduction(facts: Facts, history: History, today: date) -> bool:
    """Whether they came through somebody and know nothing of the user yet; a yes to another is no yes to you."""
    if facts.source_kind not in _THROUGH_SOMEBODY or history.knows_us or facts.introduced_on is not None:
        return False
    return not facts.closeness.is_protected and not any(yes.holds_on(today) for yes in facts.permissions)


def asked_on(facts: Facts, today: date) -> date | None:
    """When an introduction was last asked for."""
    return max((touch.on for touch in facts.touches if touch.topic == TOPIC and touch.on <= today), default=None)
