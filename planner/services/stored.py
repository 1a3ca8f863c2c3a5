"""Settings as the book keeps them: JSON by key, read forgivingly."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import time
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from planner.models.book import Book

if TYPE_CHECKING:
    from planner.domain.method import Method

JSON: TypeAlias = "str | int | float | bool | list[JSON] | dict[str, JSON] | None"
"""What JSON can say."""

PREFERENCES = "preferences"
"""The key under which the user's preferences stand."""

_BOUNDS = {
    "text_size": (50, 300),
    "capacity": (1, 200),
    "carry_limit": (0, 365),
    "bought_share": (0, 100),
    "backups_kept": (1, 1000),
}
_MAY_BE_NONE = frozenset({
    *("asks_a_day", "ask_minimum_buy", "ask_minimum_host", "ask_minimum_refer", "ask_minimum_join"),
    *("voicemails", "voicemails_bought", "callback_grace_minutes", "reorder_lead"),
    *("strangers_a_day", "strangers_a_week"),
})  # fmt: skip
"""Numbers of which a user may want none at all; the others have to be one at least."""
_DAYS = range(7)

_Record = TypeVar("_Record")


def read_setting(book: Book, key: str, default: JSON = None) -> JSON:
    """What is kept under ``key``; ``default`` when there is nothing or nothing readable."""
    kept = kept_text(book, key)
    if kept is None:
        return default
    try:
        value: JSON = json.loads(kept)
    except ValueError:
        return default
    return value


def kept_text(book: Book, key: str) -> str | None:
    """What is kept under ``key`` as it stands in the book: equal texts mean equal settings."""
    text: str | None = book.value("SELECT value FROM setting WHERE key = ?", (key,))
    return text


def write_setting(book: Book, key: str, value: JSON) -> None:
    """Keep ``value`` under ``key``, inside the running transaction."""
    book.run(
        "INSERT INTO setting(key, value) VALUES (?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value",
        (key, json.dumps(value, ensure_ascii=False)),
    )


def read_method(book: Book) -> Method:
    """The rules' numbers as the user has set them."""
    return _method_and_country(kept_text(book, PREFERENCES))[0]


def read_country(book: Book) -> str:
    """Where the user lives, ISO 3166."""
    return _method_and_country(kept_text(book, PREFERENCES))[1]


@lru_cache(maxsize=4)
def _method_and_country(text: str | None) -> tuple[Method, str]:
    """What the rules go by, understood once for as long as the preferences stay as they are."""
    from planner.domain.method import Method

    kept = understood(text)
    country = kept.get("country")
    return revive(Method(), kept.get("method")), country if isinstance(country, str) else "US"


def understood(text: str | None) -> dict[str, JSON]:
    """Settings that are a record; empty where there are none or they can't be read."""
    try:
        kept = json.loads(text or "{}")
    except ValueError:
        return {}
    return kept if isinstance(kept, dict) else {}


def revive(default: _Record, kept: object) -> _Record:
    """A dataclass like ``default`` with every value of ``kept`` that makes sense; the others stay as they were."""
    if not isinstance(kept, Mapping):
        return default
    values = {
        field.name: _revived(field.name, getattr(default, field.name), kept[field.name])
        for field in fields(default)  # type: ignore[arg-type]
        if field.name in kept
    }
    return type(default)(**{field.name: getattr(default, field.name) for field in fields(default)} | values)  # type: ignore[arg-type]


def written(record: object) -> dict[str, JSON]:
    """A dataclass as JSON; the opposite of ``revive``."""
    return {field.name: _plain(getattr(record, field.name)) for field in fields(record)}  # type: ignore[arg-type]


def _plain(value: Any) -> JSON:
    from planner.domain.week import Week, written_week

    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, Week):
        return written_week(value)
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if is_dataclass(value):
        return written(value)
    plain: JSON = value
    return plain


def _revived(name: str, default: Any, kept: object) -> Any:
    """``kept`` as a value of the kind ``default`` is, or ``default``."""
    if is_dataclass(default):
        return revive(default, kept)
    if isinstance(default, Enum | time):
        return _sense_of(default, kept)
    if name == "stricter":
        from planner.domain.week import read_weeks

        return read_weeks(kept)
    if isinstance(default, tuple):
        return _regions(kept) if name == "ask_first" else _days(default, kept)
    if default is None:
        return kept if isinstance(kept, bool) else None
    if type(kept) is not type(default):
        return default
    if type(kept) is int:
        low, high = _BOUNDS.get(name, (int(name not in _MAY_BE_NONE), 100_000))
        return min(kept, _hard_maximum(name, high)) if low <= kept <= high else default
    return kept


def _hard_maximum(name: str, high: int) -> int:
    """What no setting of the method goes beyond; a size of text is none of it."""
    if name in _BOUNDS:
        return high
    from planner.domain.method import HARD_MAXIMUM

    return HARD_MAXIMUM.get(name, high)


def _regions(kept: object) -> tuple[str, ...]:
    """Countries and states, each once and in order."""
    return tuple(sorted({each for each in kept if isinstance(each, str)})) if isinstance(kept, list) else ()


def _days(default: tuple[int, ...], kept: object) -> tuple[int, ...]:
    """Weekdays, each once and in order."""
    are_days = isinstance(kept, list) and all(type(day) is int and day in _DAYS for day in kept)
    return tuple(sorted(set(kept))) if are_days else default  # type: ignore[call-overload]


def _sense_of(default: Enum | time, kept: object) -> Enum | time:
    try:
        return time.fromisoformat(str(kept)) if isinstance(default, time) else type(default)(kept)
    except ValueError:
        return default
