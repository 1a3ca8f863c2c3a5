"""How a single fact is written inside a sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from planner.domain.account import Level
from planner.domain.commitment import CommitmentTo
from planner.domain.homework import Line
from planner.domain.interest import Scope
from planner.domain.move import Action
from planner.domain.person import Closeness, SourceKind, Stage
from planner.domain.promise import Window
from planner.domain.thanks import ThanksFor
from planner.domain.touch import Channel, TouchKind
from planner.ui.kit import dates
from planner.ui.kit.isolating import isolated
from planner.ui.kit.wording.agreements import thanks_for, window
from planner.ui.kit.wording.moves import action
from planner.ui.kit.wording.people import closeness, source_kind, stage
from planner.ui.kit.wording.subjects import commitment_to, homework_line, scope
from planner.ui.kit.wording.touches import channel, level, touch_kind

LONGEST_NAME = 36
"""Characters of a name inside a short sentence."""

_ENDED_TWICE = re.compile(r"([.?!\u2026])\.$")
"""A fact that ends its sentence itself, and then the full stop of ours."""
_SPELLINGS: Mapping[type, Any] = {
    Action: action,
    Channel: channel,
    Closeness: closeness,
    CommitmentTo: commitment_to,
    Level: level,
    Line: homework_line,
    Scope: scope,
    SourceKind: source_kind,
    Stage: stage,
    ThanksFor: thanks_for,
    TouchKind: touch_kind,
    Window: window,
}


def spelled(value: Any) -> str:
    """A fact as a person reads it: dates, numbers and names of things in their language."""
    spell = _SPELLINGS.get(type(value))
    if spell is not None:
        return str(spell(value))
    if isinstance(value, datetime | time):
        return dates.clock(value.time() if isinstance(value, datetime) else value)
    if isinstance(value, date):
        return dates.month_and_day_short(value)
    if isinstance(value, int | float):
        return dates.number(round(value))
    if isinstance(value, Path):
        return value.name or str(value)
    if isinstance(value, list | tuple | set | frozenset):
        return ", ".join(spelled(each) for each in value)
    return isolated(str(value))


def short_name(name: str) -> str:
    """A name for a sentence that has little room: a long one loses its middle, so that both ends are still known."""
    if len(name) <= LONGEST_NAME:
        return isolated(name)
    half = LONGEST_NAME // 2
    return isolated(f"{name[:half].rstrip()}\u2026{name[-half:].lstrip()}")


def filled(pattern: str, facts: Mapping[str, Any]) -> str:
    """A sentence with its blanks filled; ``{on_year}`` is the fact ``on`` with its year, for what is long ago."""
    blanks = {name: spelled(value) for name, value in facts.items()}
    blanks |= {f"{name}_year": dates.date_only(value) for name, value in facts.items() if isinstance(value, date)}
    return _ENDED_TWICE.sub(r"\1", pattern.format(**blanks))
