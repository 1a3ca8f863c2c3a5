"""What was pasted added to what is known already: nothing that stands there is written over."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import replace
from typing import TypeVar

from planner.services.drafts import PersonDraft, PhoneDraft
from planner.services.exchange.cleaning.emails import compare_key

T = TypeVar("T")

_NAME_PARTS = ("name", "given", "middle", "family", "prefix", "suffix")
_LINES = ("call_me", "company", "job", "department", "best_times", "language")


def merged(before: PersonDraft, found: PersonDraft) -> PersonDraft:
    """``before`` with what ``found`` adds to it: empty fields filled, numbers and addresses appended, notes joined."""
    fills = {line: getattr(found, line) for line in _LINES if not getattr(before, line)}
    if not before.name:
        fills |= {part: getattr(found, part) for part in _NAME_PARTS}
    notes = [note for note in (before.note, found.note) if note]
    return replace(
        before,
        **fills,
        birthday=before.birthday or found.birthday,
        phones=_together(before.phones, found.phones, _number),
        emails=_together(before.emails, found.emails, lambda each: compare_key(each.address)),
        addresses=_together(before.addresses, found.addresses, lambda each: (each.street, each.city, each.postcode)),
        socials=_together(before.socials, found.socials, lambda each: each),
        details=_together(before.details, found.details, lambda each: each),
        tags=tuple(dict.fromkeys((*before.tags, *found.tags))),
        note="\n\n".join(dict.fromkeys(notes)),
    )


def _together(before: Iterable[T], found: Iterable[T], key: Callable[[T], Hashable]) -> tuple[T, ...]:
    seen: dict[Hashable, T] = {}
    for each in (*before, *found):
        seen.setdefault(key(each), each)
    return tuple(seen.values())


def _number(phone: PhoneDraft) -> str:
    return f"{phone.e164 or phone.typed} {phone.extension}"
