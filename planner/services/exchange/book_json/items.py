"""A field of a book file: its name, its column, what it may hold, and what it is when it is left out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Any


class Kind(Enum):
    """What a field may hold."""

    TEXT = "text"
    DAY = "day"
    CLOCK = "clock"
    INSTANT = "instant"
    FLAG = "flag"
    WHOLE = "whole"
    NUMBER = "number"
    WORD = "word"
    ZONE = "zone"


@dataclass(frozen=True, slots=True)
class Item:
    """A field: its name in the file, its column, what it may hold, and what it is when it is left out."""

    key: str
    column: str
    kind: Kind = Kind.TEXT
    default: Any = ""
    words: tuple[str, ...] = ()
    is_required: bool = False
    least: int = 0


def word(
    key: str, column: str, words: type[StrEnum], default: StrEnum | None = None, *, required: bool = False
) -> Item:
    """One of the words of an enum."""
    allowed = tuple(each.value for each in words)
    return Item(key, column, Kind.WORD, default.value if default else None, allowed, required)


def day(key: str, column: str = "", *, required: bool = False) -> Item:
    """A day as ISO text; the column bears the name of the field unless told."""
    return Item(key, column or key, Kind.DAY, None, is_required=required)


def flag(key: str, column: str) -> Item:
    """Yes or no; no when it is left out."""
    return Item(key, column, Kind.FLAG, 0)


def texts(*names: str) -> tuple[Item, ...]:
    """Plain texts whose columns bear their names."""
    return tuple(Item(name, name) for name in names)
