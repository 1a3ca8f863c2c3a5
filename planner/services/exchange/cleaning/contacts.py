"""Phones, mail, addresses and networks of a row."""

from __future__ import annotations

import re
from collections.abc import Sequence

from planner.domain.phone import PhoneProblem, understand_all
from planner.services.drafts import AddressDraft, DetailDraft, EmailDraft, PhoneDraft, SocialDraft
from planner.services.exchange.cleaning.countries import country_code
from planner.services.exchange.cleaning.emails import compare_key, read_emails
from planner.services.exchange.cleaning.text import clean_figure, clean_line, clean_passage
from planner.services.exchange.mapping.fields import Labelled, Raw, RawAddress
from planner.services.exchange.problems import Problem

_KNOWN_LABELS = frozenset("home work mobile main other fax pager car company assistant callback internet".split())
_UNDIALLABLE = frozenset({PhoneProblem.EXCEL_SCIENTIFIC, PhoneProblem.SERVICE_CODE, PhoneProblem.DUMMY})


def read_phones(
    found: Sequence[Labelled], country: str, problems: list[Problem], details: list[DetailDraft]
) -> tuple[PhoneDraft, ...]:
    """The numbers of a row, the preferred one first; what cannot be dialled at all is kept as a detail."""
    phones: dict[str, PhoneDraft] = {}
    for each in sorted(found, key=lambda one: not one.is_first):
        typed = clean_figure(each.value)
        for number in understand_all(typed, country) if typed else ():
            label = number.label or _label(each.label)
            if number.problem is not None:
                problems.append(Problem(f"phone_{number.problem.value}", {"text": number.typed}))
            if number.problem in _UNDIALLABLE or (not number.e164 and sum(map(str.isdigit, number.typed)) < 5):
                details.append(DetailDraft("as_imported", label or "phone", number.typed))
                continue
            draft = PhoneDraft(number.typed, label, is_fax="fax" in label, e164=number.e164, extension=number.extension)
            phones.setdefault(f"{number.e164 or number.typed} {number.extension}", draft)
    return tuple(phones.values())


def read_mails(
    found: Sequence[Labelled], problems: list[Problem], details: list[DetailDraft]
) -> tuple[tuple[EmailDraft, ...], str]:
    """The addresses of a row, and a name that stood beside one of them."""
    mails: dict[str, EmailDraft] = {}
    name = ""
    for each in sorted(found, key=lambda one: not one.is_first):
        value = clean_line(each.value) if "\n" not in each.value else clean_passage(each.value)
        for mail in read_emails(value) if value else ():
            name = name or mail.name
            if not name and mail.problem == "invalid" and _is_name(mail.raw):
                name = mail.raw
                continue
            if mail.problem:
                facts = {"text": mail.raw, "suggestion": mail.suggestion}
                problems.append(Problem(f"email_{mail.problem}", facts))
            if mail.address:
                mails.setdefault(compare_key(mail.address), EmailDraft(mail.address, _label(each.label)))
            else:
                details.append(DetailDraft("as_imported", "e-mail", mail.raw))
    return tuple(mails.values()), name


def read_addresses(found: Sequence[RawAddress]) -> tuple[tuple[AddressDraft, ...], str]:
    """The addresses of a row and the ISO code of the first country among them."""
    drafts: list[AddressDraft] = []
    code = ""
    for each in found:
        draft = _address(each)
        if draft != AddressDraft(label=draft.label):
            drafts.append(draft)
            code = code or (country_code(draft.country) if draft.country else "")
    return tuple(dict.fromkeys(drafts)), code


def read_socials(raw: Raw, details: list[DetailDraft]) -> tuple[SocialDraft, ...]:
    """Names on networks; a handle without a network stays a detail."""
    found: dict[SocialDraft, None] = {}
    for each in raw.socials:
        handle, network = clean_line(each.value), clean_line(each.label)
        if handle and network:
            found[SocialDraft(network.casefold(), handle)] = None
        elif handle:
            details.append(DetailDraft("extra", "", handle))
    return tuple(found)


def _address(each: RawAddress) -> AddressDraft:
    street = "\n".join(part for each_part in each.street if (part := clean_passage(each_part)))
    po_box = clean_figure(each.po_box)
    if po_box:
        street = f"{street}\n{po_box}" if street else po_box
    city, region, country = clean_line(each.city), clean_line(each.region), clean_line(each.country)
    postcode = clean_figure(each.postcode)
    if not (street or city or region or postcode):
        street = clean_passage(each.whole)
    return AddressDraft(street, city, region, postcode, country, _label(each.label))


def _label(label: str) -> str:
    bare = clean_line(label)
    small = bare.casefold()
    if small == "internet":
        return ""
    return small if small in _KNOWN_LABELS or small.replace(" fax", "") in _KNOWN_LABELS else bare


def _is_name(text: str) -> bool:
    words = text.split()
    return 1 <= len(words) <= 4 and all(re.fullmatch(r"[^\W\d_][^\W\d_.'’\-]*\.?", word) for word in words)
