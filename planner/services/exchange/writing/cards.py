"""People as vCard 3.0, the cards that every phone takes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

_TEL_TYPES = {"mobile": "CELL", "home": "HOME", "work": "WORK", "main": "MAIN", "pager": "PAGER", "fax": "FAX"}
_PLACES = {"home": "HOME", "work": "WORK"}
_FOLD = 75
_APPLE = frozenset(
    {"spouse", "mother", "father", "parent", "brother", "sister", "child", "friend", "partner", "assistant", "manager"}
)


def cards_of(people: Sequence[dict[str, Any]]) -> str:
    """All cards, one after the other."""
    return "".join(card_of(person) for person in people)


def card_of(person: dict[str, Any]) -> str:
    """One card, its lines folded at 75 bytes and ended with CRLF."""
    return "".join(f"{_folded(line)}\r\n" for line in ("BEGIN:VCARD", "VERSION:3.0", *_lines(person), "END:VCARD"))


def escaped(text: str) -> str:
    r"""Text for a card: ``\``, ``,``, ``;`` and line breaks written as the format wants them."""
    return text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;").replace("\r\n", "\n").replace("\n", "\\n")


def _lines(person: dict[str, Any]) -> Iterator[str]:
    parts = [escaped(person.get(key, "")) for key in ("family", "given", "middle", "prefix", "suffix")]
    shown = person.get("name") or person.get("company") or _first_way(person)
    if not any(parts) and not person.get("company"):
        parts[1] = escaped(shown)
    yield "N:" + ";".join(parts)
    yield f"FN:{escaped(shown)}"
    yield f"UID:{escaped(_uid(person))}"
    if person.get("call_me"):
        yield f"NICKNAME:{escaped(person['call_me'])}"
    if person.get("company") or person.get("department"):
        department = f";{escaped(person['department'])}" if person.get("department") else ""
        yield f"ORG:{escaped(person.get('company', ''))}{department}"
    if person.get("job"):
        yield f"TITLE:{escaped(person['job'])}"
    yield from _birthday(person.get("birthday", ""))
    yield from _contacts(person)
    yield from _labelled(person)
    if person.get("tags"):
        yield "CATEGORIES:" + ",".join(escaped(tag) for tag in person["tags"])
    if person.get("note"):
        yield f"NOTE:{escaped(person['note'])}"


def _uid(person: dict[str, Any]) -> str:
    key = str(person.get("source_key", ""))
    return key.removeprefix("vcard:") if key.startswith("vcard:") else f"warmbook-{person['id']}"


def _first_way(person: dict[str, Any]) -> str:
    for key, field in (("phones", "number"), ("emails", "address")):
        for each in person.get(key, ()):
            return str(each if isinstance(each, str) else each[field])
    return ""


def _birthday(born: str) -> Iterator[str]:
    if len(born) > 5:
        yield f"BDAY:{born}"
    elif born:
        yield f"BDAY;X-APPLE-OMIT-YEAR=1604:1604-{born}"


def _contacts(person: dict[str, Any]) -> Iterator[str]:
    for each in person.get("phones", ()):
        phone = {"number": each} if isinstance(each, str) else each
        number = phone.get("e164") or phone["number"]
        number += f" x{phone['extension']}" if phone.get("extension") else ""
        types = [_TEL_TYPES[word] for word in phone.get("label", "").split() if word in _TEL_TYPES]
        if phone.get("fax") and "FAX" not in types:
            types.append("FAX")
        yield f"TEL{_types(types or ['VOICE'])}:{escaped(number)}"
    for each in person.get("emails", ()):
        mail = {"address": each} if isinstance(each, str) else each
        types = ["INTERNET", *([_PLACES[mail["label"]]] if mail.get("label") in _PLACES else [])]
        yield f"EMAIL{_types(types)}:{escaped(mail['address'])}"
    for address in person.get("addresses", ()):
        types = [_PLACES[address["label"]]] if address.get("label") in _PLACES else []
        parts = ("", "", *(address.get(key, "") for key in ("street", "city", "region", "postcode", "country")))
        yield f"ADR{_types(types)}:{';'.join(map(escaped, parts))}"


def _types(types: Sequence[str]) -> str:
    return f";TYPE={','.join(types)}" if types else ""


def _labelled(person: dict[str, Any]) -> Iterator[str]:
    """Relations, dates, pages and whatever else, each with a label of its own as Apple and Google write it."""
    number = 0
    for each in person.get("details", ()):
        name = {"relation": "X-ABRELATEDNAMES", "anniversary": "X-ABDATE", "date": "X-ABDATE", "url": "URL"}.get(
            each.get("kind", "extra")
        )
        if name is None:
            continue
        number += 1
        label = str(each.get("label", ""))
        wrapped = f"_$!<{label.capitalize()}>!$_" if label in _APPLE or label == "anniversary" else escaped(label)
        yield f"item{number}.{name}:{escaped(each['value'])}"
        yield f"item{number}.X-ABLabel:{wrapped}"
    for each in person.get("socials", ()):
        network = re.sub(r"[^a-z0-9-]", "", each.get("network", "").lower())
        yield f"X-SOCIALPROFILE{_types([network] if network else [])}:{escaped(each['handle'])}"


def _folded(line: str) -> str:
    """A long line in pieces of at most 75 bytes, never cut inside a letter."""
    pieces, piece = [], b""
    for letter in line:
        encoded = letter.encode()
        if len(piece) + len(encoded) > _FOLD:
            pieces.append(piece)
            piece = b" "
        piece += encoded
    return b"\r\n".join([*pieces, piece]).decode()
