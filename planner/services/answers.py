"""What scripts read: moves and days as plain data under names that stay.

``resources/schema/move.schema.json`` describes them. Instants are UTC as ``YYYY-MM-DDTHH:MM:SSZ``, days ``YYYY-MM-DD``;
every enum is its value. What is not known is null.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, is_dataclass
from datetime import UTC, date, datetime, time
from enum import Enum
from typing import Any
from zoneinfo import ZoneInfo

from planner.domain.move import Move
from planner.domain.reason import Reason
from planner.domain.zones import is_zone
from planner.services.today import Card, Day

Sentence = Callable[[Reason], str]
"""Puts a reason into words."""

Explain = Callable[[Move], list[tuple[str, str]]]
"""A move at a glance: rule id and sentence of each part."""


@dataclass(frozen=True, slots=True)
class Told:
    """How an answer speaks: the words for a reason and for a whole move, and the zone of the person at the desk."""

    sentence: Sentence
    explain: Explain
    zone: str


def card_answer(card: Card, told: Told) -> dict[str, Any]:
    """One person's move with its reasons, its window on both clocks, and what stands beside it on the card."""
    move = card.move
    explained = told.explain(move)
    return {
        "person_id": move.person_id,
        "name": card.name,
        "action": move.action.value,
        "band": _plain(move.band),
        "rank": move.band.rank if move.band else None,
        "channel": _plain(move.channel),
        "purpose": move.purpose.value,
        "then_call": move.then_call,
        "opens_at": _plain(move.opens_at),
        "closes_at": _plain(move.closes_at),
        "window": _window(move, told.zone, card.zones),
        "due_on": _plain(move.due_on),
        "due_at": _plain(move.due_at),
        "wait_until": _plain(move.wait_until),
        "is_late": move.is_late,
        "is_hot": move.is_hot,
        "explanation": " ".join(sentence for _, sentence in explained),
        "explained_by": [rule for rule, _ in explained],
        "reasons": [_reason(reason, told.sentence) for reason in move.why],
        "holds": [_reason(reason, told.sentence) for reason in move.holds],
        "otherwise": None if move.otherwise is None else _reason(move.otherwise, told.sentence),
        "ref_id": move.ref_id,
        "phone": card.phone,
        "may_call": card.may_call,
        "may_text": card.may_text,
        "local_time": card.local_time,
        "zones": list(card.zones),
        "zone_is_guessed": card.zone_is_guessed,
        "carried": card.carried,
    }


def _window(move: Move, zone: str, zones: Sequence[str]) -> dict[str, Any] | None:
    """When it is fine, on the user's clock and on that of every zone they may be in; None where any time does."""
    if move.opens_at is None and move.closes_at is None:
        return None
    clocks = {name: _on_clock(move, name) for name in zones if is_zone(name)}
    return {"yours": _on_clock(move, zone), "theirs": clocks}


def _on_clock(move: Move, zone: str) -> dict[str, str | None]:
    def wall(instant: datetime | None) -> str | None:
        return instant.astimezone(ZoneInfo(zone)).strftime("%Y-%m-%dT%H:%M") if instant else None

    return {"opens": wall(move.opens_at), "closes": wall(move.closes_at)}


def day_answer(day: Day, told: Told) -> dict[str, Any]:
    """The list of a day, lane by lane, each in its order."""
    lanes = {"call_now": day.call_now, "later": day.later, "write": day.write, "not_today": day.not_today}
    lanes["tomorrow"] = day.tomorrow
    return {
        "on": day.on.isoformat(),
        "zone": told.zone,
        **{lane: [card_answer(card, told) for card in cards] for lane, cards in lanes.items()},
        "waiting": day.waiting,
        "back_on": _plain(day.back_on),
        "resting": day.resting,
        "next_on": _plain(day.next_on),
        "next_name": day.next_name,
        "is_done": day.is_done,
        "homework": day.homework,
        "offered_places": day.offered_places,
        "fresh_start": None if day.fresh_start is None else _plain(day.fresh_start),
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
