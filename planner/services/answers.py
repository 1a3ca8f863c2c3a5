"""What scripts read: moves and days as plain data under names that stay.

Instants are UTC as ``YYYY-MM-DDTHH:MM:SSZ``, days ``YYYY-MM-DD``; every enum is its value. What is not known is null.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, is_dataclass
from datetime import UTC, date, datetime, time
from enum import Enum
from typing import Any

from planner.domain.move import Move
from planner.domain.reason import Reason
from planner.services.today import Card, Day

Sentence = Callable[[Reason], str]
"""Puts a reason into words."""


def move_answer(move: Move, name: str, sentence: Sentence) -> dict[str, Any]:
    """One move, with its reasons as rule, code, facts and sentence."""
    return {
        "person_id": move.person_id,
        "name": name,
        "action": move.action.value,
        "band": _plain(move.band),
        "channel": _plain(move.channel),
        "purpose": move.purpose.value,
        "then_call": move.then_call,
        "opens_at": _plain(move.opens_at),
        "closes_at": _plain(move.closes_at),
        "due_on": _plain(move.due_on),
        "due_at": _plain(move.due_at),
        "wait_until": _plain(move.wait_until),
        "is_late": move.is_late,
        "reasons": [_reason(reason, sentence) for reason in move.why],
        "holds": [_reason(reason, sentence) for reason in move.holds],
        "otherwise": None if move.otherwise is None else _reason(move.otherwise, sentence),
        "ref_id": move.ref_id,
    }


def card_answer(card: Card, sentence: Sentence) -> dict[str, Any]:
    """One card of the day: the move, and what stands beside it."""
    return move_answer(card.move, card.name, sentence) | {
        "phone": card.phone,
        "may_call": card.may_call,
        "may_text": card.may_text,
        "local_time": card.local_time,
        "zones": list(card.zones),
        "carried": card.carried,
    }


def day_answer(day: Day, zone: str, sentence: Sentence) -> dict[str, Any]:
    """The list of a day, lane by lane, each in its order."""
    lanes = {"call_now": day.call_now, "later": day.later, "write": day.write, "not_today": day.not_today}
    lanes["tomorrow"] = day.tomorrow
    return {
        "on": day.on.isoformat(),
        "zone": zone,
        **{lane: [card_answer(card, sentence) for card in cards] for lane, cards in lanes.items()},
        "waiting": day.waiting,
        "back_on": _plain(day.back_on),
        "resting": day.resting,
        "next_on": _plain(day.next_on),
        "next_name": day.next_name,
        "is_done": day.is_done,
        "homework": day.homework,
        "must": day.must,
        "capacity": day.capacity,
        "talks_today": day.talks_today,
        "given_week": day.given_week,
        "asked_week": day.asked_week,
    }


def _reason(reason: Reason, sentence: Sentence) -> dict[str, Any]:
    facts = {key: _plain(value) for key, value in reason.facts.items()}
    return {"rule": reason.rule, "code": reason.code, "facts": facts, "sentence": sentence(reason)}


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(each) for each in value]
    if is_dataclass(value) and not isinstance(value, type):
        return _plain(asdict(value))
    return value
