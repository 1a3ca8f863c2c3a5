"""Every date of a person, those of an ask among them: what the book keeps an index of (D6, D7.19)."""

from __future__ import annotations

from datetime import date

from planner.domain.cadence import Due, DueKind
from planner.domain.case import Case
from planner.domain.guards.account import minimum, room
from planner.domain.guards.table import before_an_ask
from planner.domain.guards.verdict import Intent
from planner.domain.interest import Interest
from planner.domain.touch import Purpose


def dues_of(case: Case) -> tuple[Due, ...]:
    """Every date on which something can be due for them, earliest first."""
    facts = case.facts
    if not facts.interests or facts.is_archived or facts.is_deceased:
        return case.dues
    asks = (Due(DueKind.ASK, on, one.id) for one in facts.interests if (on := ask_opens_on(case, one)) is not None)
    return tuple(sorted((*case.dues, *asks), key=lambda due: due.due_on))


def ask_opens_on(case: Case, interest: Interest) -> date | None:
    """From when on the gate for this interest can be open if nothing else happens; None while something is missing.

    Waiting alone never adds points, so whoever has too few today is not asked about before the next entry.
    """
    if not (interest.why or case.facts.wish) or (interest.ended_on is not None and interest.ended_on <= case.today):
        return None
    day = max(interest.on or case.today, case.today)
    if interest.on is not None and interest.on > case.today:
        return day if case.balance >= minimum(interest.scope, case.method) or interest.raised_hand else None
    found = before_an_ask(case, Intent(Purpose.ASK, scope=interest.scope, topic=interest.topic))
    if any(verdict.until is None for verdict in found):
        return None
    return max((verdict.until for verdict in found if verdict.until is not None), default=day)


def asks_open_on(case: Case) -> date | None:
    """From when on there is room for an ask of any kind, if nothing else happens; None while something is missing.

    No hand that is raised now is counted on: it is lowered again by waiting.
    """
    facts = case.facts
    if facts.is_archived or facts.is_deceased or case.balance < minimum(None, case.method):
        return None
    found = (*before_an_ask(case, Intent(Purpose.ASK)), *room(case, None))
    if any(verdict.until is None for verdict in found):
        return None
    return max((verdict.until for verdict in found if verdict.until is not None), default=case.today)
