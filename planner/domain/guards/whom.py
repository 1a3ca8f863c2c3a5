"""Guards about who it is: stops, a No, protection, age, doubles, pauses (G1, G2, G5, G6, G18 to G20, G22)."""

from __future__ import annotations

from collections.abc import Iterator

from planner.domain import age, basis, hands
from planner.domain.case import Case
from planner.domain.channels import BY_PHONE
from planner.domain.guards.verdict import Intent, Strictness, Verdict, hard, hold
from planner.domain.interest import Scope

_FOR_ADULTS = frozenset({Scope.BUY, Scope.JOIN})


def own_stop(case: Case, intent: Intent) -> Iterator[Verdict]:
    """G1: a stop holds from the moment it is said; one on a channel rests all business until it is understood."""
    facts = case.facts
    for stop in facts.stops:
        if stop.is_for_all:
            yield hard("G1", "leave_in_peace")
            return
    if intent.channel is not None:
        ruling = basis.resolve(facts, intent.channel, intent.purpose, case.today, case.home, history=case.history)
        if not ruling.is_ok and ruling.reason.rule == "G1":
            yield Verdict(Strictness.HARD, ruling.reason)
    elif intent.is_ask and case.is_business_stopped:
        yield hard("G1", "business_stopped")


def wrong_details(case: Case, intent: Intent) -> Iterator[Verdict]:
    """G2: nobody is rung on a wrong number, and nobody is looked for who has died."""
    if case.facts.is_deceased:
        yield hard("G2", "passed_away")
    elif intent.channel in BY_PHONE and not case.facts.usable_phones:
        yield hard("G2", "no_number")


def said_no(case: Case, intent: Intent) -> Iterator[Verdict]:
    """G5: a No stands for what it was said to, until they bring it up themselves."""
    if not intent.is_ask:
        return
    if case.has_said_no and not case.facts.noes:
        yield hard("G5", "said_no")
        return
    for no in case.facts.noes:
        covers = no.scope in {Scope.EVERYTHING, intent.scope} or (intent.scope is None and case.has_said_no)
        if covers and no.holds_on(case.today):
            yield hard("G5", "said_no_to", scope=no.scope, on=no.on)
            return


def protected(case: Case, intent: Intent) -> Iterator[Verdict]:
    """G6: friends and family are asked for nothing until they raise a hand on it; nothing switches this off for all."""
    if intent.is_ask and case.facts.closeness.is_protected and not hands.ever(case.facts, intent.scope, case.today):
        yield hard("G6", "protected")


def minor(case: Case, intent: Intent) -> Iterator[Verdict]:
    """G18: nobody under eighteen is asked to buy or to join."""
    if intent.is_ask and intent.scope in {None, *_FOR_ADULTS} and age.is_minor(case.facts, case.today):
        yield hard("G18", "under_eighteen")


def possible_double(case: Case, intent: Intent) -> Iterator[Verdict]:
    """G19: where two entries may be one person, the stricter of the two holds until they are merged."""
    for mate in case.facts.housemates:
        if not mate.is_same:
            continue
        if any(stop.is_for_all for stop in mate.stops):
            yield hard("G19", "double_wants_peace", name=mate.name)
        elif intent.is_ask and (
            mate.is_protected
            or mate.refuses(intent.scope, case.today)
            or any(stop.stops_business for stop in mate.stops)
        ):
            yield hard("G19", "double_is_stricter", name=mate.name)


def not_the_time(case: Case, intent: Intent) -> Iterator[Verdict]:
    """G20: no asks before the day they named, and no business while something else comes first in their life."""
    pause = case.pause
    if pause is not None and intent.is_business:
        yield hold("G20", "life_comes_first", until=pause.until, what=pause.what)
    until = case.no_asks_until
    if intent.is_ask and until is not None and until > case.today:
        yield hold("G20", "not_now", until=until)


def somebody_elses(case: Case, intent: Intent) -> Iterator[Verdict]:
    """G22: another consultant's customer is asked for nothing."""
    if intent.is_ask and case.facts.consultant:
        yield hold("G22", "has_a_consultant", name=case.facts.consultant)
