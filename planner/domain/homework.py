"""The check before a first call to somebody who does not know the user: what is still missing (G13, 003-15)."""

from __future__ import annotations

from enum import StrEnum

from planner.domain.person import Homework


class Line(StrEnum):
    """The six lines; without the first three nobody is called."""

    FACT = "fact"
    REASON = "reason"
    BASIS = "basis"
    OPENING_LINE = "opening_line"
    VOICEMAIL_PLAN = "voicemail_plan"
    GOOD_ENDING = "good_ending"


NEEDED = (Line.FACT, Line.REASON, Line.BASIS)


def missing(homework: Homework, *, has_basis: bool) -> tuple[Line, ...]:
    """The lines that are still empty, in the order in which one writes them."""
    written = {
        Line.FACT: bool(homework.fact),
        Line.REASON: bool(homework.reason),
        Line.BASIS: has_basis,
        Line.OPENING_LINE: bool(homework.opening_line),
        Line.VOICEMAIL_PLAN: bool(homework.voicemail_plan),
        Line.GOOD_ENDING: bool(homework.good_ending),
    }
    return tuple(line for line, is_written in written.items() if not is_written)


def is_ready(lines: tuple[Line, ...]) -> bool:
    """Whether a first call may be suggested though some of the later lines are empty."""
    return not any(line in NEEDED for line in lines)
