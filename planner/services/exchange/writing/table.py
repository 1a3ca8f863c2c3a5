"""People as a table that Excel opens and Google takes: Google's own columns, safe from formulas."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from typing import Any

_PLAIN = (
    ("First Name", "given"),
    ("Middle Name", "middle"),
    ("Last Name", "family"),
    ("Name Prefix", "prefix"),
    ("Name Suffix", "suffix"),
    ("Nickname", "call_me"),
    ("Organization Name", "company"),
    ("Organization Title", "job"),
    ("Organization Department", "department"),
)
_ADDRESS = (
    ("Street", "street"),
    ("City", "city"),
    ("Region", "region"),
    ("Postal Code", "postcode"),
    ("Country", "country"),
)
_DETAILS = {"relation": "Relation", "url": "Website", "anniversary": "Event", "date": "Event"}
_DANGER = re.compile("[ \t\r\n\0\u00a0\ufeff]*[=+\\-@|%＝＋－＠]|[\t\r\n]")
_FIGURE = re.compile(r"[+-]?[\d\s().\-/x,]*\d[\d\s().\-/x,]*")

Cells = dict[str, str]


def table_of(people: Sequence[dict[str, Any]], delimiter: str = ",") -> str:
    """The table as text: every cell quoted, lines ended as Excel likes them."""
    rows = [_cells(person) for person in people]
    headers = _headers(rows)
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(headers)
    writer.writerows([guarded(row.get(header, "")) for header in headers] for row in rows)
    return out.getvalue()


def guarded(text: str) -> str:
    """``text`` with an apostrophe before what a spreadsheet would run as a formula; numbers and phones stay."""
    return f"'{text}" if _DANGER.match(text) and not _FIGURE.fullmatch(text) else text


def shown_number(e164: str, extension: str = "") -> str:
    """``+1 212 555 0142``: blanks keep a spreadsheet from taking a phone for a number."""
    import phonenumbers

    try:
        number = phonenumbers.parse(e164)
    except phonenumbers.NumberParseException:
        return e164
    shown = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL).replace("-", " ")
    return f"{shown} x{extension}" if extension else shown


def _headers(rows: Sequence[Cells]) -> list[str]:
    """Every column that is used, numbered blocks in the order of their numbers."""
    plain = [*(header for header, _key in _PLAIN), "Birthday", "Notes", "Labels"]
    found = {header for row in rows for header in row} - set(plain)
    return plain + sorted(found, key=_block)


def _block(header: str) -> tuple[int, int, int]:
    name, number, part = re.fullmatch(r"(\D+) (\d+) - (.+)", header).groups()  # type: ignore[union-attr]
    names = ["E-mail", "Phone", "Address", "Relation", "Website", "Event", "Custom Field"]
    parts = ["Label", "Value", *(each for each, _key in _ADDRESS)]
    return names.index(name), int(number), parts.index(part)


def _cells(person: dict[str, Any]) -> Cells:
    cells = {header: person[key] for header, key in _PLAIN if person.get(key)}
    if person.get("name") and not any(person.get(key) for key in ("given", "middle", "family")):
        cells["First Name"] = person["name"]
    born = person.get("birthday", "")
    if born:
        cells["Birthday"] = born if len(born) > 5 else f"--{born}"
    if person.get("note"):
        cells["Notes"] = person["note"]
    if person.get("tags"):
        cells["Labels"] = " ::: ".join(person["tags"])
    for number, each in enumerate(person.get("phones", ()), 1):
        phone = {"number": each} if isinstance(each, str) else each
        value = shown_number(phone["e164"], phone.get("extension", "")) if phone.get("e164") else phone["number"]
        cells |= _labelled("Phone", number, phone.get("label", ""), value)
    for number, each in enumerate(person.get("emails", ()), 1):
        mail = {"address": each} if isinstance(each, str) else each
        cells |= _labelled("E-mail", number, mail.get("label", ""), mail["address"])
    for number, address in enumerate(person.get("addresses", ()), 1):
        cells[f"Address {number} - Label"] = address.get("label", "")
        cells |= {f"Address {number} - {header}": address[key] for header, key in _ADDRESS if address.get(key)}
    return cells | _details(person)


def _details(person: dict[str, Any]) -> Cells:
    cells: Cells = {}
    counts: dict[str, int] = {}
    found = [(each.get("kind", "extra"), each.get("label", ""), each["value"]) for each in person.get("details", ())]
    found += [("url", each.get("network", ""), each["handle"]) for each in person.get("socials", ())]
    for kind, label, value in found:
        name = _DETAILS.get(kind, "Custom Field")
        counts[name] = counts.get(name, 0) + 1
        cells |= _labelled(name, counts[name], label, value)
    return cells


def _labelled(name: str, number: int, label: str, value: str) -> Cells:
    return {f"{name} {number} - Label": label, f"{name} {number} - Value": value}
