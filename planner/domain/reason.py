"""Reasons as data: a rule id and its facts, put into words only on the screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

_NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is so: the rule's id (``"G7"``, ``"D7.2"``), a code for its sentence, the facts in it."""

    rule: str
    code: str
    facts: Mapping[str, Any] = field(default_factory=lambda: _NOTHING)
