"""People who are not reached yet: no number, a wrong one, a stranger, somebody a friend named (D7, rows 20 and 21)."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from planner.domain import attempts, introductions, keep_in_touch, noes
from planner.domain.history import History
from planner.domain.method import Method
from planner.domain.person import Closeness, Facts, SourceKind, Stage


class Missing(StrEnum):
    """What stands between the user and them."""

    ASK_NUMBER = "ask_number"
    INTRODUCTION = "introduction"
    FIRST_CALL = "first_call"
    HOMEWORK = "homework"


_MET = frozenset(
    {
        SourceKind.WEBSITE,
        SourceKind.BLOG,
        SourceKind.SOCIAL_POST,
        SourceKind.REFERRAL,
        SourceKind.EVENT,
        SourceKind.PARTY,
        SourceKind.MET,
    }
)
"""Sources where the two have already met in some way; imported lists are spread out instead (D6.5)."""

_ASK_AGAIN = timedelta(days=60)


def needs_homework(facts: Facts, history: History) -> bool:
    """Whether there is a number and nothing else that could make ringing it welcome (G13, 000-02)."""
    if history.knows_us or facts.orders:
        return False
    is_stranger = facts.closeness is Closeness.STRANGER and bool(facts.usable_phones)
    return is_stranger or facts.source_kind is SourceKind.BOUGHT


def is_lost(facts: Facts) -> bool:
    """Whether every number of theirs has turned out to be wrong (D3, bad details)."""
    return not facts.usable_phones and (facts.stage is Stage.BAD_DETAILS or bool(facts.phones))


def can_be_written_to(facts: Facts) -> bool:
    """Whether some other way than the phone leads to them."""
    return facts.has_email or facts.has_social or facts.has_address


def next_call_on(facts: Facts, history: History, method: Method, today: date) -> date | None:
    """From when on a prepared stranger may be called: at once, then as the plan of tries says (D6.2, G9)."""
    if not history.rounds:
        return min(facts.added_on or today, today)
    attempt = attempts.next_attempt(facts, history, method)
    return attempt.due_on if attempt else None


def waiting(facts: Facts, history: History, method: Method, today: date) -> list[tuple[Missing, date]]:
    """From which day on something can be done about it: at most one answer."""
    if noes.to_everything(facts, today) or facts.stage is Stage.CLOSED_KINDLY:
        return []
    since = min(facts.added_on or today, today)
    if introductions.wants_introduction(facts, history, today):
        asked = introductions.asked_on(facts, today)
        again = asked + introductions.TIME_TO_INTRODUCE if asked else since
        return [(Missing.HOMEWORK if facts.introduced_by_id is None else Missing.INTRODUCTION, again)]
    if needs_homework(facts, history):
        if facts.source_is_locked or not (facts.homework.fact and facts.homework.reason):
            return [(Missing.HOMEWORK, since)]
        on = next_call_on(facts, history, method, today)
        return [] if on is None else [(Missing.FIRST_CALL, on)]
    if is_lost(facts):
        return [
            (Missing.ASK_NUMBER if can_be_written_to(facts) else Missing.HOMEWORK, lost_since(facts, history, today))
        ]
    if not facts.usable_phones and history.last_by_me_on is None:
        is_soon = facts.source_kind in _MET or keep_in_touch.is_just_met(facts)
        days = 0 if is_soon else keep_in_touch.spread(facts.id, keep_in_touch.LONGEST // 2)
        return [(Missing.ASK_NUMBER, since + timedelta(days=days))]
    return []


def lost_since(facts: Facts, history: History, today: date) -> date:
    """From when on to look for another way: at once, and two months after the last time one was tried."""
    since = min(facts.added_on or today, today)
    return since if history.last_by_me_on is None else max(since, history.last_by_me_on + _ASK_AGAIN)
