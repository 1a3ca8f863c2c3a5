"""What a field of a record is when the file leaves it out and the rest of the record tells."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from planner.domain.names import full_name, split_name
from planner.domain.person import SourceKind
from planner.domain.touch import KINDS, TouchKind


def touch_defaults(record: Mapping[str, Any]) -> dict[str, Any]:
    """Points, direction and purpose by the kind (rules D2); entered when it happened, at noon if no time is known."""
    usual = KINDS[TouchKind(record["kind"])]
    return {
        "points": float(usual.points),
        "direction": usual.direction.value,
        "purpose": usual.purpose.value,
        "entered_at": f"{record['on_date']}T{record['at_time'] or '12:00'}:00Z",
    }


def source_defaults(record: Mapping[str, Any]) -> dict[str, Any]:
    """A bought list is locked until its checklist is answered (practice 000-04)."""
    return {"is_locked": int(record["kind"] == SourceKind.BOUGHT.value)}


def name_parts(name: str) -> dict[str, str]:
    """Given, middle and family name, prefix and suffix of a name written whole."""
    parts = split_name(name)
    return {
        "given": parts.given,
        "middle": parts.middle,
        "family": parts.family,
        "prefix": parts.prefix,
        "suffix": parts.suffix,
    }


def whole_name(parts: Mapping[str, Any]) -> str:
    """The name that its parts make."""
    return full_name(parts["prefix"], parts["given"], parts["middle"], parts["family"], parts["suffix"])
