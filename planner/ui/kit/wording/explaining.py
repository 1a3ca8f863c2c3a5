"""A move explained at a glance: why they and why today, why this way, what not to do, what if nobody answers (D7)."""

from __future__ import annotations

from dataclasses import replace

from planner.domain.move import Move
from planner.domain.reason import Reason
from planner.ui.kit.wording.reasons import because

MOST_WORDS = 35
_SHORTEST, _LONGEST = 3, 24
_SAID = frozenset({"words", "reason", "topic", "about", "what", "goals", "fact", "others", "name"})
"""Facts that a person wrote, and that can be any length."""

_ABOUT_THE_WAY = ("D7", "C3", "C4.5", "C5", "D6.10", "G3", "G4", "G23", "004-16", "004-27")


def explanation(move: Move) -> list[tuple[str, str]]:
    """Rule id and sentence of each part, at most 35 words together.

    Long quotations are cut first; then a second reason, the way, and what if nobody answers are left out in this order.
    The first sentence, why, always stands.
    """
    parts = _parts(move)
    while len(parts) > 1 and _count([_told(reason, _SHORTEST) for _, reason in parts]) > MOST_WORDS:
        parts.pop(1)
    most = _LONGEST
    while most > _SHORTEST and _count([_told(reason, most) for _, reason in parts]) > MOST_WORDS:
        most -= 1
    return [(reason.rule, _told(reason, most)) for _, reason in sorted(parts, key=lambda part: part[0])]


def _parts(move: Move) -> list[tuple[int, Reason]]:
    """The parts with their place in the telling, in the order in which they may be left out after the first."""
    ways = [reason for reason in move.why[1:] if reason.rule in _ABOUT_THE_WAY]
    others = [reason for reason in move.why[1:] if reason.rule not in _ABOUT_THE_WAY]
    otherwise = [move.otherwise] if move.otherwise is not None else []
    kinds = ((0, move.why), (1, others), (2, ways), (4, otherwise), (3, move.new_holds))
    return [(place, reasons[0]) for place, reasons in kinds if reasons]


def _told(reason: Reason, most: int) -> str:
    """The sentence, with everything somebody wrote cut to so many words."""
    facts = {key: _shortened(value, most) if key in _SAID else value for key, value in reason.facts.items()}
    return because(replace(reason, facts=facts))


def _shortened(value: object, most: int) -> object:
    if not isinstance(value, str) or len(value.split()) <= most:
        return value
    return " ".join(value.split()[:most]) + "\u2026"


def _count(sentences: list[str]) -> int:
    return sum(len(sentence.split()) for sentence in sentences)
