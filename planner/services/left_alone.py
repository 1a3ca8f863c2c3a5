"""Whoever asked to be left in peace and was then removed for good: known again by numbers that tell nothing (C6).

What is kept of them is a salted hash of each phone and mail address. It names nobody, and is enough to leave them out
of a list that is brought in later.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable, Sequence

from planner.models import bin as table
from planner.models.book import Book
from planner.services.drafts import PersonDraft
from planner.services.stored import JSON, read_setting, write_setting

_KEY = "left_alone"
_LENGTH = 32
"""Characters kept of a hash: more than enough to tell people apart."""


class LeftAlone:
    """The hashes of one book."""

    def __init__(self, book: Book) -> None:
        self._book = book
        kept = read_setting(book, _KEY)
        known = kept if isinstance(kept, dict) else {}
        salt, signs = known.get("salt"), known.get("signs")
        self._salt = salt if isinstance(salt, str) else secrets.token_hex(16)
        self._signs = {str(each) for each in signs} if isinstance(signs, list) else set()

    def note(self, people: Sequence[int]) -> None:
        """Keep the hashes of those who asked to be left in peace, inside the running transaction."""
        rows = table.ways_to_reach_the_stopped(self._book, people)
        new = {self._hash(number or address.casefold()) for number, address in rows} - self._signs
        if new:
            self._signs |= new
            signs: list[JSON] = [*sorted(self._signs)]
            write_setting(self._book, _KEY, {"salt": self._salt, "signs": signs})

    def knows(self, draft: PersonDraft) -> bool:
        """Whether somebody has a phone or a mail address of one of them."""
        return bool(self._signs) and any(self._hash(way) in self._signs for way in _ways(draft))

    def _hash(self, way: str) -> str:
        return hashlib.sha256(f"{self._salt} {way}".encode()).hexdigest()[:_LENGTH]


def _ways(draft: PersonDraft) -> Iterable[str]:
    yield from (phone.e164 for phone in draft.phones if phone.e164)
    yield from (email.address.casefold() for email in draft.emails)
