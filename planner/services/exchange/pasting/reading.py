"""A pasted text into the draft of a person; nothing is dropped silently, what is not understood is in the note."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from planner.services.drafts import PersonDraft
from planner.services.exchange.cleaning.countries import country_code
from planner.services.exchange.cleaning.dates import Order
from planner.services.exchange.cleaning.person import Rules, clean
from planner.services.exchange.mapping.cards import is_group, raw_from_card
from planner.services.exchange.mapping.fields import Field, Labelled, Raw, RawAddress
from planner.services.exchange.mapping.rows import raw_from_row
from planner.services.exchange.pasting.labels import read_labels
from planner.services.exchange.pasting.places import place_of, take_address
from planner.services.exchange.pasting.signature import MAIL, Found, is_name, is_prose, read_signature, take_contacts
from planner.services.exchange.pasting.trimming import LONGEST, Trimmed, trimmed
from planner.services.exchange.reading.vcard import read_cards

_PARTS = re.compile(r"\s*[|•·⋅∙]\s*|\s{4,}|\s[–—]\s")
_CARD = re.compile(r"BEGIN:VCARD.*?(?:END:VCARD|\Z)", re.IGNORECASE | re.DOTALL)
_LONGEST_TO_PART = 160


@dataclass(frozen=True, slots=True)
class Pasted:
    """Who was found; ``left`` went into the note as it stood, ``has_others`` when the text has more than one person."""

    draft: PersonDraft
    left: tuple[str, ...] = ()
    has_others: bool = False


def read_pasted(text: str, country: str, today: date, *, month_first: bool) -> Pasted:
    """The person in ``text``, as somebody in ``country`` would read it."""
    order = Order(month_first)
    rules = Rules(country, order, today, key_prefix="paste")
    cards = _CARD.search(text[:LONGEST])
    return _of_card(text[:LONGEST], rules) if cards is not None else _of_text(text, rules)


def _of_card(text: str, rules: Rules) -> Pasted:
    found = [card for card in read_cards(text.encode()).cards if not is_group(card)]
    if not found:
        return Pasted(PersonDraft())
    beside = [line.strip() for line in _CARD.sub("", text).splitlines() if line.strip()]
    return _finished(raw_from_card(found[0]), rules, [], beside, has_others=len(found) > 1)


def _of_text(text: str, rules: Rules) -> Pasted:
    mail = trimmed(text)
    labelled = read_labels([part for line in mail.lines for part in _parted(line)])
    raw = raw_from_row(0, labelled.cells, labelled.columns)
    lines, second = _first_person(labelled.left, rules.country, has_ways=bool(raw.phones or raw.emails))
    address, lines = take_address(lines)
    _put_address(raw, address)
    country = next((code for each in raw.addresses if (code := country_code(each.country))), rules.country)
    found = Found(best_times=labelled.best_times)
    lines = take_contacts(lines, country, found)
    _put_sender(raw, mail, found)
    read_signature(lines, found, has_name=any(raw.texts.get(each) for each in (Field.NAME, Field.GIVEN, Field.FAMILY)))
    _put_found(raw, found)
    written = "\n".join(mail.lines)
    for ways in (raw.phones, raw.emails):
        ways.sort(key=lambda each: written.find(each.value))
    left = [*([mail.subject] if mail.subject else []), *found.left, *second, *labelled.second]
    return _finished(raw, rules, found.best_times, left, has_others=bool(second or labelled.second))


def _parted(line: str) -> list[str]:
    """The parts of a line that has several things beside each other."""
    is_sentence = is_prose(line.replace("|", " ")) and "|" not in line and "•" not in line
    if len(line) > _LONGEST_TO_PART or is_sentence:
        return [line]
    return [part for part in _PARTS.split(line) if part] or [""]


def _first_person(lines: Sequence[str], country: str, *, has_ways: bool) -> tuple[list[str], list[str]]:
    """The lines of the first person, and those of everybody after them: blocks that begin with a name of their own."""
    blocks: list[list[str]] = [[]]
    for line in lines:
        if line:
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    first: list[str] = []
    is_named = False
    for at, block in enumerate(blocks):
        ways = Found()
        rest = take_contacts(block, country, ways)
        begins = bool(rest) and is_name(rest[0], alone=False)
        if (ways.phones or ways.emails) and begins and has_ways and is_named:
            return first, [line for each in blocks[at:] for line in each]
        has_ways = has_ways or bool(ways.phones or ways.emails)
        is_named = is_named or any(is_name(line, alone=False) for line in rest)
        first += [*block, ""]
    return first, []


def _put_address(raw: Raw, found: RawAddress | None) -> None:
    """An address of its own line; one that a label began with its street is completed by it."""
    for each in raw.addresses:
        inside = place_of(", ".join(each.street)) if each.street and not each.city else None
        if inside is not None:
            each.street, each.city, each.region = inside.street, inside.city, inside.region
            each.postcode, each.country = inside.postcode, inside.country or each.country
    _put_found_address(raw, found)
    for each in raw.addresses:
        each.country = country_code(each.country) or each.country


def _put_found_address(raw: Raw, found: RawAddress | None) -> None:
    if found is None:
        return
    open_one = next((each for each in raw.addresses if not each.city and not each.postcode), None)
    if open_one is None:
        raw.addresses.append(found)
    else:
        open_one.street += found.street
        open_one.city, open_one.region, open_one.postcode = found.city, found.region, found.postcode
        open_one.country = open_one.country or found.country


def _put_sender(raw: Raw, mail: Trimmed, found: Found) -> None:
    """Who sent the mail, unless the mail itself says who it is about."""
    address = MAIL.search(mail.sender)
    if address is None or raw.emails or raw.texts.get(Field.NAME) or raw.texts.get(Field.GIVEN):
        return
    if all(each.value.lower() != address[1].lower() for each in found.emails):
        found.emails.insert(0, Labelled(address[1]))
    name = mail.sender.replace(address[0], "").strip(" <>\"'()[]")
    if is_name(name, alone=True):
        found.name = name


def _put_found(raw: Raw, found: Found) -> None:
    for field, value in ((Field.NAME, found.name), (Field.JOB, found.job), (Field.COMPANY, found.company)):
        if value and not raw.texts.get(field):
            raw.texts[field] = value
    raw.phones += found.phones
    raw.emails += found.emails
    raw.urls += found.urls


def _finished(raw: Raw, rules: Rules, times: Sequence[str], left: Sequence[str], *, has_others: bool) -> Pasted:
    kept = tuple(line for line in left if line.strip())
    if kept:
        raw.notes.append("\n".join(kept))
    draft = clean(raw, rules).draft
    return Pasted(replace(draft, best_times="; ".join(dict.fromkeys(times)), source_key=""), kept, has_others)
