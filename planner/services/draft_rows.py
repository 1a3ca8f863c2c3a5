"""Between a draft and a person's rows: tidying what was typed, filling columns, reading them back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from datetime import date
from typing import Any

from planner.domain.names import full_name, split_name
from planner.domain.person import Birthday, Closeness, LeapRule, Registry, SourceKind, Stage
from planner.domain.phone import understand, written
from planner.domain.text import one_line, passage
from planner.domain.touch import Channel
from planner.services.drafts import AddressDraft, DetailDraft, EmailDraft, PersonDraft, PhoneDraft, SocialDraft

_LINES = (
    "name", "given", "middle", "family", "prefix", "suffix", "call_me", "company", "job", "department", "zone",
    "how_known", "source_name", "source_key", "best_times", "language", "consultant",
)  # fmt: skip
_FLAGS = ("is_favourite", "is_minor", "is_wanted_on_team", "is_no_fit")
_PASSAGES = ("in_common", "life", "remember", "note", "wish")


def tidy(draft: PersonDraft, country: str) -> PersonDraft:
    """The draft as it is stored: nothing invisible, nothing empty, name and parts in step, numbers understood."""
    changes: dict[str, Any] = {field: one_line(getattr(draft, field)) for field in _LINES}
    changes |= {field: passage(getattr(draft, field)) for field in _PASSAGES}
    changes["phones"] = tuple(_tidy_phone(each, country) for each in draft.phones if one_line(each.typed))
    changes["emails"] = tuple(
        replace(each, address=one_line(each.address), label=one_line(each.label))
        for each in draft.emails
        if one_line(each.address)
    )
    changes["addresses"] = tuple(
        each for each in map(_tidy_address, draft.addresses) if each != AddressDraft(label=each.label)
    )
    changes["socials"] = tuple(
        SocialDraft(one_line(each.network), one_line(each.handle)) for each in draft.socials if one_line(each.handle)
    )
    changes["details"] = tuple(
        DetailDraft(one_line(each.kind), one_line(each.label), passage(each.value))
        for each in draft.details
        if passage(each.value)
    )
    changes["tags"] = tuple(dict.fromkeys(tag for each in draft.tags if (tag := one_line(each))))
    return _with_name_in_step(replace(draft, **changes))


def shown_name(draft: PersonDraft) -> str:
    """What stands for a person everywhere: the name, else company, phone or e-mail; empty when there is nothing."""
    number = next((written(phone.typed, phone.e164) for phone in draft.phones), "")
    mail = next((email.address for email in draft.emails), "")
    return draft.name or draft.company or number or mail


def goes_by(draft: PersonDraft) -> str:
    """How one speaks of a person in a sentence: the name they like, else the given name, else what is shown."""
    return draft.call_me or draft.given or shown_name(draft)


def person_row(draft: PersonDraft, source_id: int | None) -> dict[str, Any]:
    """The columns of the person's row that a draft fills."""
    born = draft.birthday
    values = {
        field: getattr(draft, field)
        for field in (*_LINES, *_PASSAGES, "introduced_by_id", "keep_in_touch_days")
        if field != "source_name"
    }
    return (
        values
        | {
            "closeness": draft.closeness.value,
            "birth_month": born.month if born else None,
            "birth_day": born.day if born else None,
            "birth_year": born.year if born else None,
            "leap_rule": (born.leap_rule if born else LeapRule.FEB_28).value,
            "source_id": source_id,
            "preferred_channel": draft.preferred_channel.value if draft.preferred_channel else None,
        }
        | {flag: int(getattr(draft, flag)) for flag in _FLAGS}
    )


def list_rows(draft: PersonDraft) -> dict[str, list[tuple[Any, ...]]]:
    """The rows of every list of a draft, by table."""
    return {
        "phone": [_phone_row(each) for each in draft.phones],
        "email": [(each.address, each.label, int(each.is_wrong)) for each in draft.emails],
        "address": [
            (each.street, each.city, each.region, each.postcode, each.country, each.label) for each in draft.addresses
        ],
        "social": [(each.network, each.handle) for each in draft.socials],
        "detail": [(each.kind, each.label, each.value) for each in draft.details],
    }


def draft_from_rows(
    row: Mapping[str, Any], lists: Mapping[str, Sequence[tuple[Any, ...]]], tags: tuple[str, ...]
) -> PersonDraft:
    """The draft that would write these rows."""
    plain = {field: row[field] for field in (*_LINES, *_PASSAGES) if field != "source_name"}
    flags: dict[str, Any] = {flag: bool(row[flag]) for flag in _FLAGS}
    born = None
    if row["birth_month"] is not None:
        born = Birthday(row["birth_month"], row["birth_day"], row["birth_year"], LeapRule(row["leap_rule"]))
    return PersonDraft(
        **plain,
        closeness=Closeness(row["closeness"]),
        birthday=born,
        phones=tuple(_phone_from(*each) for each in lists["phone"]),
        emails=tuple(EmailDraft(address, label, bool(wrong)) for address, label, wrong in lists["email"]),
        addresses=tuple(AddressDraft(*each) for each in lists["address"]),
        socials=tuple(SocialDraft(*each) for each in lists["social"]),
        details=tuple(DetailDraft(*each) for each in lists["detail"]),
        tags=tags,
        source_kind=SourceKind(row["source_kind"] or SourceKind.UNKNOWN),
        source_name=row["source_name"] or "",
        introduced_by_id=row["introduced_by_id"],
        preferred_channel=Channel(row["preferred_channel"]) if row["preferred_channel"] else None,
        keep_in_touch_days=row["keep_in_touch_days"],
        **flags,
        stage=Stage(row["stage"]),
    )


def _phone_row(phone: PhoneDraft) -> tuple[Any, ...]:
    registry = phone.registry.value if phone.registry else None
    looked_up = phone.registry_on.isoformat() if phone.registry_on else None
    flags = int(phone.is_wrong), int(phone.is_fax)
    return (phone.typed, phone.label, *flags, phone.e164, phone.extension, registry, looked_up)


def _phone_from(
    typed: str, label: str, wrong: int, fax: int, e164: str, extension: str, registry: str | None, on: str | None
) -> PhoneDraft:
    said = Registry(registry) if registry else None
    return PhoneDraft(
        typed, label, bool(wrong), bool(fax), e164, extension, said, date.fromisoformat(on) if on else None
    )


def _tidy_phone(phone: PhoneDraft, country: str) -> PhoneDraft:
    """``phone`` without invisible marks and, unless it is understood already, read as one of ``country``.

    What the registry said was said of the number before.
    """
    typed = one_line(phone.typed)
    tidied = replace(phone, typed=typed, label=one_line(phone.label))
    if phone.e164:
        return tidied
    number = understand(typed, country)
    extension = phone.extension or number.extension
    return replace(tidied, e164=number.e164, extension=extension, registry=None, registry_on=None)


def _tidy_address(address: AddressDraft) -> AddressDraft:
    return AddressDraft(
        passage(address.street),
        one_line(address.city),
        one_line(address.region),
        one_line(address.postcode),
        one_line(address.country),
        one_line(address.label),
    )


def _with_name_in_step(draft: PersonDraft) -> PersonDraft:
    """A name typed whole is split into its parts, parts typed alone make the name."""
    parts = (draft.given, draft.middle, draft.family)
    if draft.name and not any(parts):
        split = split_name(draft.name, recase=False)
        return replace(
            draft,
            given=split.given,
            middle=split.middle,
            family=split.family,
            prefix=draft.prefix or split.prefix,
            suffix=draft.suffix or split.suffix,
            call_me=draft.call_me or split.nickname,
        )
    if any(parts) and not draft.name:
        return replace(draft, name=full_name(draft.prefix, *parts, draft.suffix))
    return draft


def changed_part(before: PersonDraft, after: PersonDraft) -> str:
    """The field that is new, where it is the only one: "note"; "" where there are several or none.

    The parts of a name count as the name, and the kind of a source as the source.
    """
    changed = {each.name for each in fields(PersonDraft) if getattr(before, each.name) != getattr(after, each.name)}
    parts = {_PARTS.get(name, name) for name in changed}
    return parts.pop() if len(parts) == 1 else ""


_PARTS = {
    **dict.fromkeys(("given", "middle", "family", "prefix", "suffix"), "name"),
    **dict.fromkeys(("source_kind", "source_name", "source_key"), "source"),
}
