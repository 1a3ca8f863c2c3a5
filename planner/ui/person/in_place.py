"""What was written into a line of somebody's page, as the draft it belongs to takes it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from planner.domain.person import Birthday
from planner.services.drafts import AddressDraft, EmailDraft, PersonDraft, PhoneDraft
from planner.ui.kit.birthdays import read_birthday
from planner.ui.kit.i18n import _
from planner.ui.person.postal import read_address

T = TypeVar("T", PhoneDraft, EmailDraft, AddressDraft)


@dataclass(frozen=True, slots=True)
class Reading:
    """How the user writes: their ``country``, and whether 3/14 is the 14th of March."""

    country: str = "US"
    today: date = date.min
    month_first: bool = True

    def complaint(self, field: str, text: str) -> str:
        """What is wrong with the words of a line; empty where nothing is."""
        if field == "birthday" and text and self._birthday(text) is None:
            return _("This birthday is not understood. Try “March 14” or “1980-03-14”.")
        return ""

    def changed(self, draft: PersonDraft, field: str, text: str) -> PersonDraft:
        """``draft`` with a line written anew; numbers and addresses are fields with their place behind."""
        name, _colon, at = field.partition(":")
        if name == "phones":
            return replace(draft, phones=_put(draft.phones, int(at), PhoneDraft(text) if text else None))
        if name == "emails":
            return replace(draft, emails=_put(draft.emails, int(at), EmailDraft(text) if text else None))
        if name == "addresses":
            before = dict(enumerate(draft.addresses)).get(int(at), AddressDraft())
            return replace(draft, addresses=_put(draft.addresses, int(at), read_address(text, before, self.country)))
        if name == "tags":
            tags = (each.strip() for each in text.split(","))
            return replace(draft, tags=tuple(dict.fromkeys(tag for tag in tags if tag)))
        if name == "birthday":
            found, before_it = self._birthday(text), draft.birthday
            kept = replace(found, leap_rule=before_it.leap_rule) if found and before_it else found
            return replace(draft, birthday=kept)
        return replace(draft, **{name: text})  # type: ignore[arg-type]  # only lines of text are offered

    def _birthday(self, text: str) -> Birthday | None:
        return read_birthday(text, self.today, month_first=self.month_first)


def _put(lines: tuple[T, ...], at: int, new: T | None) -> tuple[T, ...]:
    """Another line in the place of one, with its label, or behind the last; None takes it away."""
    if new is None:
        return tuple(each for place, each in enumerate(lines) if place != at)
    if at >= len(lines):
        return lines + (new,)  # noqa: RUF005 - mypy loses the type of an unpacked tuple
    return tuple(replace(new, label=each.label) if place == at else each for place, each in enumerate(lines))
