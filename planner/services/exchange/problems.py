"""What is odd about a row, as codes and facts; the words for them live on the screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

_NOTHING: Mapping[str, Any] = MappingProxyType({})

NOTES = frozenset(
    {
        "name_recased",
        "name_emoji_removed",
        "name_not_split",
        "email_spaces_removed",
        "phone_unusual",
        "date_two_digit_year",
        "date_excel_serial",
    }
)
"""Codes that only say what was tidied; nobody needs to look."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One oddity: a code and what fills the blanks of its sentence."""

    code: str
    facts: Mapping[str, Any] = field(default_factory=lambda: _NOTHING)

    @property
    def is_note(self) -> bool:
        """Whether it only tells what was tidied."""
        return self.code in NOTES
