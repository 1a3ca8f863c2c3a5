"""Rows of pure kindness: a birthday, a thank-you owed (D7, rows 10 and 11)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from planner.domain import birthday
from planner.domain.case import Case
from planner.domain.move import Action, Band, Move
from planner.domain.reason import Reason
from planner.domain.thanks import LONGEST_TO_THANK
from planner.domain.touch import Channel, TouchKind


def birthday_kept(case: Case) -> Move | None:
    """10. Their birthday is kept today: greet, no business. Three days before, a card can still be written (D6.8)."""
    if case.facts.birthday is None or case.is_stranger:
        return None
    day = birthday.next_kept(case.facts.birthday, case.today)
    if day is None or _was_greeted(case, day):
        return None
    move = Move(
        case.facts.id,
        Action.CELEBRATE,
        Band.KINDNESS,
        due_on=day,
        why=(Reason("D7.10", "birthday", {"on": day, "turns": birthday.turns(case.facts.birthday, day)}),),
    )
    if day == case.today:
        return move
    writes_card = case.facts.has_address and case.history.knows_us and day - case.today <= birthday.CARD_AHEAD
    return replace(move, channel=Channel.CARD) if writes_card else None


def thanks_owed(case: Case) -> Move | None:
    """11. A thank-you is owed: say it, and ask for nothing (G16)."""
    owed = [
        thanks
        for thanks in case.facts.thank_yous
        if thanks.done_on is None and thanks.due_on - LONGEST_TO_THANK <= case.today
    ]
    if not owed:
        return None
    first = min(owed, key=lambda thanks: (thanks.due_on, thanks.id))
    why = Reason("D7.11", "thanks_owed", {"trigger": first.trigger, "about": first.about})
    return Move(
        case.facts.id,
        Action.THANK,
        Band.KINDNESS,
        due_on=first.due_on,
        is_late=first.due_on < case.today,
        why=(why,),
        ref_id=first.id,
    )


def _was_greeted(case: Case, day: date) -> bool:
    """Whether a card was written or a greeting said for this birthday."""
    return any(
        touch.kind in _GREETINGS and day - _GREETED_WITHIN <= touch.on <= case.today for touch in case.facts.touches
    )


_GREETINGS = frozenset({TouchKind.BIRTHDAY, TouchKind.CARD_WRITTEN})
_GREETED_WITHIN = timedelta(days=14)
