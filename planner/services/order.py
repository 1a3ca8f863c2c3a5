"""In which order people stand, and who stands first: what the first frame needs of the list, without its rules."""

from __future__ import annotations

from enum import StrEnum

from planner.models import listing as query
from planner.models.book import Book


class SortBy(StrEnum):
    """The columns one can sort by."""

    NAME = "name"
    RELATIONSHIP = "relationship"
    BALANCE = "balance"
    NEXT_STEP = "next_step"
    LAST_CONTACT = "last_contact"
    SOURCE = "source"


def first_names(book: Book, sort: SortBy, limit: int, *, descending: bool) -> list[str]:
    """What the first people in the list of everyone are called, as ``Listing`` would show them."""
    found = query.page(book, query.EVERYONE, query.ORDERS[sort.value], (), descending=descending, limit=limit)
    names = query.names(book, found)
    return [names[person_id] for person_id in found]
