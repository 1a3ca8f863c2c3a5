"""Records of a book file checked field by field: a value is right, or it is named with its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from planner.services.exchange.book_json.faults import FaultError, Path, closest, nearest, shortened
from planner.services.exchange.book_json.items import Item, Kind

_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_CLOCK = re.compile(r"\d\d:\d\d")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_BIRTHDAY = re.compile(r"(?:(\d{4})-|--)?(\d\d)-(\d\d)")
_LARGEST = 2**63 - 1
_FEW = 5
_EARLIEST_YEAR, _LATEST_YEAR = 1800, 2400


def record(value: Any, path: Path, items: Iterable[Item], more: Sequence[str] = ()) -> dict[str, Any]:
    """The columns of a record; what it leaves out has its default. Fields named in ``more`` are read elsewhere."""
    found = table(value, path)
    columns: dict[str, Any] = {}
    known = []
    for item in items:
        known.append(item.key)
        if item.key in found:
            columns[item.column] = checked(found[item.key], (*path, item.key), item)
        elif item.is_required:
            raise FaultError(path, "json_missing", field=item.key)
        else:
            columns[item.column] = item.default
    for key in found:
        if key not in known and key not in more:
            raise FaultError((*path, key), "json_unknown_field", field=key, nearest=nearest(key, [*known, *more]))
    return columns


def table(value: Any, path: Path) -> dict[str, Any]:
    """A value that must be an object."""
    if not isinstance(value, dict):
        raise FaultError(path, "json_not_a_record", value=shortened(value))
    return value


def listed(value: Any, path: Path) -> list[Any]:
    """A value that must be a list."""
    if not isinstance(value, list):
        raise FaultError(path, "json_not_a_list", value=shortened(value))
    return value


def text(value: Any, path: Path) -> str:
    """A value that must be text; letters that are half a character are refused."""
    if not isinstance(value, str):
        raise FaultError(path, "json_not_text", value=shortened(value))
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise FaultError(path, "json_broken_letter") from error
    return value


def checked(value: Any, path: Path, item: Item) -> Any:
    """The value of a field as its column holds it."""
    if value is None and not item.is_required:
        return item.default
    if item.kind is Kind.WORD:
        return _word(value, path, item.words)
    if item.kind is Kind.WHOLE:
        return whole(value, path, item.least)
    return _CHECKS[item.kind](value, path)


def birthday(value: Any, path: Path) -> tuple[int, int, int | None]:
    """Month, day and perhaps year of ``"1985-03-14"`` or ``"03-14"``."""
    found = _BIRTHDAY.fullmatch(text(value, path))
    if found is None:
        raise FaultError(path, "json_not_a_birthday", value=shortened(value))
    year = int(found[1]) if found[1] else None
    try:
        date(year or 2000, int(found[2]), int(found[3]))
    except ValueError as error:
        raise FaultError(path, "json_no_such_day", value=value) from error
    return int(found[2]), int(found[3]), year


def whole(value: Any, path: Path, least: int = 0) -> int:
    """A value that must be a whole number of at least ``least``."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise FaultError(path, "json_not_a_whole_number", value=shortened(value))
    if not least <= value <= _LARGEST:
        raise FaultError(path, "json_too_small" if value < least else "json_too_large", value=value, least=least)
    return value


def _word(value: Any, path: Path, words: Sequence[str]) -> str:
    said = text(value, path)
    if said not in words:
        raise not_allowed(said, path, words)
    return said


def not_allowed(said: Any, path: Path, words: Sequence[str]) -> FaultError:
    """That a word cannot stand at ``path``; of many that can, only those are named that look most like it."""
    known = [word for word in words if word]
    few = known if len(known) <= _FEW else closest(str(said), known, _FEW)
    code = "json_not_allowed" if few is known else "json_not_allowed_of_many"
    return FaultError(path, code, value=shortened(said), allowed=", ".join(few), nearest=nearest(str(said), known))


def _day(value: Any, path: Path) -> str:
    said = text(value, path)
    if not _DAY.fullmatch(said):
        raise FaultError(path, "json_not_a_day", value=shortened(said))
    return _existing(said, path, _day_of_a_life, "json_no_such_day")


def _day_of_a_life(said: str) -> date:
    """A day that somebody alive can have had to do with; the rules add and subtract days and years from it."""
    found = date.fromisoformat(said)
    if not _EARLIEST_YEAR <= found.year <= _LATEST_YEAR:
        raise ValueError(said)
    return found


def _clock(value: Any, path: Path) -> str:
    said = text(value, path)
    if not _CLOCK.fullmatch(said):
        raise FaultError(path, "json_not_a_time", value=shortened(said))
    return _existing(said, path, time.fromisoformat, "json_not_a_time")


def _instant(value: Any, path: Path) -> str:
    said = text(value, path)
    if not _INSTANT.fullmatch(said):
        raise FaultError(path, "json_not_an_instant", value=shortened(said))
    return _existing(said, path, datetime.fromisoformat, "json_not_an_instant")


def _existing(said: str, path: Path, read: Callable[[str], object], code: str) -> str:
    try:
        read(said)
    except ValueError as error:
        raise FaultError(path, code, value=said) from error
    return said


def _flag(value: Any, path: Path) -> int:
    if not isinstance(value, bool):
        raise FaultError(path, "json_not_yes_or_no", value=shortened(value))
    return int(value)


def _number(value: Any, path: Path) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < 1e9:
        raise FaultError(path, "json_not_a_number", value=shortened(value))
    return float(value)


def _zone(value: Any, path: Path) -> str:
    said = text(value, path)
    try:
        if said:
            ZoneInfo(said)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise FaultError(path, "json_no_such_zone", value=shortened(said)) from error
    return said


_CHECKS: Mapping[Kind, Callable[[Any, Path], Any]] = {
    Kind.TEXT: text,
    Kind.DAY: _day,
    Kind.CLOCK: _clock,
    Kind.INSTANT: _instant,
    Kind.FLAG: _flag,
    Kind.NUMBER: _number,
    Kind.ZONE: _zone,
}
