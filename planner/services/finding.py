"""Why somebody was found, where the list does not show it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from planner.domain import search
from planner.models import finding as table
from planner.models.book import Book


class Where(StrEnum):
    """In which of somebody's details the words were found."""

    CALLED = "called"
    PHONE = "phone"
    EMAIL = "email"
    COMPANY = "company"
    JOB = "job"
    TOWN = "town"
    TAG = "tag"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Found:
    """Where somebody was found, and the words around it."""

    where: Where
    text: str


def why_found(book: Book, names: Mapping[int, str], asked: str) -> dict[int, Found]:
    """For each person whose name does not explain it: where the first word that is not in it was found."""
    needles = search.needles(asked)
    hidden = {
        person_id: missing
        for person_id, name in names.items()
        if (missing := [needle for needle in needles if not search.stands_in(needle, name)])
    }
    found: dict[int, Found] = {}
    for texts in (table.details, table.notes):
        left = [person_id for person_id in hidden if person_id not in found]
        for person_id, kind, text in texts(book, left) if left else ():
            if person_id not in found:
                hit = _hit(Where(kind), text, hidden[person_id])
                if hit is not None:
                    found[person_id] = hit
    return found


def _hit(where: Where, text: str, needles: Iterable[str]) -> Found | None:
    if where is Where.PHONE:
        typed = text.rpartition(" ")[0]
        is_there = any(needle.strip() in search.digits(text) for needle in needles if needle.strip().isdigit())
        return Found(where, typed) if is_there else None
    for needle in needles:
        for part in text.split("\n"):
            if search.stands_in(needle, part):
                return Found(where, search.around(needle, part) if where is Where.NOTE else part)
    return None
