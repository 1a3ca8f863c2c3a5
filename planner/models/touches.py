"""Rows of the timeline."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from planner.models import single
from planner.models.book import Book

COLUMNS: Final = (
    "on_date", "at_time", "zone", "kind", "points", "channel", "direction", "purpose", "topic", "words", "note",
    "wants_answer", "expects_call", "thanked_me", "promise_id",
)  # fmt: skip


def insert(book: Book, person_id: int, values: Mapping[str, Any], entered_at: str) -> int:
    """Add a touch; what ``values`` leaves out takes the default of its column."""
    return single.insert(book, "touch", {"person_id": person_id, "entered_at": entered_at, **values})


def update(book: Book, touch_id: int, values: Mapping[str, Any]) -> None:
    """Write ``values`` over a touch."""
    single.update(book, "touch", touch_id, values)


def row(book: Book, touch_id: int) -> dict[str, Any] | None:
    """One touch by its id, with ``person_id``."""
    names = ("id", "person_id", *COLUMNS)
    found = book.row(f"SELECT {', '.join(names)} FROM touch WHERE id = ?", (touch_id,))
    return None if found is None else dict(zip(names, found, strict=True))


def of_person(book: Book, person_id: int, since: str = "", until: str = "9999-12-31") -> list[dict[str, Any]]:
    """Every touch of a person from one day to another, oldest first."""
    names = ("id", *COLUMNS)
    found = book.rows(
        f"SELECT {', '.join(names)} FROM touch WHERE person_id = ? AND on_date BETWEEN ? AND ?"
        " ORDER BY on_date, at_time, id",
        (person_id, since, until),
    )
    return [dict(zip(names, each, strict=True)) for each in found]


@dataclass(frozen=True, slots=True)
class Sought:
    """Which touches: on one side of the line (by the sign of their points), of some kinds, with words in them."""

    side: Literal["", "given", "asked"] = ""
    kinds: tuple[str, ...] = ()
    words: str = ""

    @property
    def where(self) -> str:
        """The condition in SQL, beginning with AND."""
        parts = [{"": "", "given": "points > 0", "asked": "points < 0"}[self.side]]
        parts.append(f"kind IN ({', '.join('?' * len(self.kinds))})" if self.kinds else "")
        parts += ["(topic || ' ' || words || ' ' || note) LIKE ? ESCAPE '!'"] * len(self.words.split())
        return "".join(f" AND {part}" for part in parts if part)

    @property
    def values(self) -> tuple[str, ...]:
        """What fills its blanks."""
        escaped = re.sub("([%_!])", r"!\1", self.words)
        return (*self.kinds, *(f"%{word}%" for word in escaped.split()))


def page(
    book: Book, person_id: int, limit: int, before: tuple[str, int] | None, sought: Sought | None = None
) -> list[dict[str, Any]]:
    """The newest touches of a person; ``before`` is day and id of the last line already shown."""
    names = ("id", *COLUMNS)
    day, touch_id = before or ("9999-12-31", 0)
    wanted = sought or Sought()
    found = book.rows(
        f"SELECT {', '.join(names)} FROM touch WHERE person_id = ?{wanted.where} AND"
        " (on_date < ? OR (on_date = ? AND (coalesce(at_time, ''), id) < ("
        "(SELECT coalesce(at_time, '') FROM touch WHERE id = ?), ?)))"
        " ORDER BY on_date DESC, coalesce(at_time, '') DESC, id DESC LIMIT ?",
        (person_id, *wanted.values, day, day, touch_id, touch_id, limit),
    )
    return [dict(zip(names, each, strict=True)) for each in found]


def remove(book: Book, touch_id: int) -> None:
    """Take a touch away."""
    single.remove(book, "touch", touch_id)


def remove_of_promise(book: Book, promise_id: int, *kinds: str) -> None:
    """Take away what a promise's end wrote to the timeline."""
    book.run(
        f"DELETE FROM touch WHERE promise_id = ? AND kind IN ({', '.join('?' * len(kinds))})", (promise_id, *kinds)
    )
