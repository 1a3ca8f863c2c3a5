"""What somebody decided about the columns of a list, kept for the next list with the same header."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

from planner.models.book import Book
from planner.services.exchange.mapping.fields import Field
from planner.services.exchange.mapping.words import normal
from planner.services.stored import read_setting, write_setting

_KEY = "remembered.columns."


def recall(book: Book, headers: Sequence[str]) -> dict[int, Field]:
    """The fields chosen by hand for columns with these headers; empty when there was no such list."""
    kept = read_setting(book, _key(headers)) if any(headers) else None
    if not isinstance(kept, dict):
        return {}
    fields = {field.value: field for field in Field}
    return {
        int(index): fields[str(name)]
        for index, name in kept.items()
        if index.isdecimal() and int(index) < len(headers) and name in fields
    }


def remember(book: Book, headers: Sequence[str], chosen: Mapping[int, Field]) -> None:
    """Keep what was chosen by hand, in the running transaction."""
    if chosen and any(headers):
        write_setting(book, _key(headers), {str(index): field.value for index, field in sorted(chosen.items())})


def _key(headers: Sequence[str]) -> str:
    """The same for lists whose headers differ only in capitals, accents and blanks."""
    told = "\n".join(normal(header) for header in headers)
    return _KEY + hashlib.sha256(told.encode()).hexdigest()[:20]
