"""A row of a table into one person as the file has them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from planner.services.exchange.mapping.columns import Column
from planner.services.exchange.mapping.fields import Field, Labelled, Raw, RawAddress
from planner.services.exchange.mapping.words import ADDRESS_FIELDS

_SEVERAL = " ::: "
_NOT_SET = frozenset({"0", "no", "nein", "false", "non", "n"})


@dataclass(slots=True)
class _Row:
    """A row while it is read: labels wait for their values, area codes for their numbers."""

    raw: Raw
    labels: Mapping[tuple[str, Field], str]
    addresses: dict[str, RawAddress] = field(default_factory=dict)
    areas: list[str] = field(default_factory=list)


def raw_from_row(line: int, cells: Sequence[str], columns: Sequence[Column]) -> Raw:
    """What ``cells`` say of a person, each in its place, labels joined with their values."""
    row = _Row(Raw(line), _group_labels(cells, columns))
    for column in columns:
        value = cells[column.index]
        if value:
            _WRITERS.get(column.target.field, _put_text)(row, column, value)
    row.raw.addresses = [address for address in row.addresses.values() if not address.is_empty]
    return row.raw


def _group_labels(cells: Sequence[str], columns: Sequence[Column]) -> dict[tuple[str, Field], str]:
    return {
        (column.target.group, column.target.field): cells[column.index]
        for column in columns
        if column.target.field in (Field.LABEL, Field.SHOWN) and cells[column.index]
    }


def _label(row: _Row, column: Column) -> tuple[str, bool]:
    """The label of a value and whether it is the preferred one: ``* Home`` is Home and preferred."""
    label = row.labels.get((column.target.group, Field.LABEL), "") if column.target.group else ""
    return label.lstrip("* ").strip() or column.target.label, label.startswith("*")


def _values(value: str) -> list[str]:
    return [bare for each in value.split(_SEVERAL) if (bare := each.strip())]


def _put_nothing(_row: _Row, _column: Column, _value: str) -> None:
    """Labels were read before, and what is ignored stays in the file."""


def _put_text(row: _Row, column: Column, value: str) -> None:
    texts, name = row.raw.texts, column.target.field
    if name not in texts:
        texts[name] = value
        if name is Field.BIRTHDAY:
            row.raw.birthday_label = column.header
    elif name is Field.PREFIX:
        texts[name] = f"{texts[name]} {value}"
    elif texts[name].casefold() != value.casefold():
        row.raw.details.append(Labelled(value, column.header))


def _put_phone(row: _Row, column: Column, value: str) -> None:
    if row.areas:
        value = f"{row.areas.pop()} {value}"
    label, is_first = _label(row, column)
    row.raw.phones += [Labelled(each, label, is_first) for each in _values(value)]


def _put_area(row: _Row, _column: Column, value: str) -> None:
    row.areas.append(value)


def _put_email(row: _Row, column: Column, value: str) -> None:
    if value[:3].lower() == "/o=":
        value = _bracketed(row.labels.get((column.target.group, Field.SHOWN), "")) or value
    label, is_first = _label(row, column)
    row.raw.emails += [Labelled(each, label, is_first) for each in _values(value)]


def _bracketed(shown: str) -> str:
    """The address in ``José Núñez (jose@example.com)``: what Exchange's own address stands for."""
    found = re.search(r"[(<]([^()<>\s]+@[^()<>\s]+)[)>]", shown)
    return found[1] if found else ""


def _put_into(name: str, *, is_one: bool = False) -> Callable[[_Row, Column, str], None]:
    """A writer for values that keep the header of their column as label."""

    def put(row: _Row, column: Column, value: str) -> None:
        label = _label(row, column)[0] or column.header
        values = [value] if is_one else _values(value)
        getattr(row.raw, name).extend(Labelled(each, label) for each in values)

    return put


def _put_note(row: _Row, _column: Column, value: str) -> None:
    row.raw.notes.append(value)


def _put_key(row: _Row, _column: Column, value: str) -> None:
    row.raw.key = row.raw.key or value


def _put_favourite(row: _Row, _column: Column, value: str) -> None:
    row.raw.is_favourite = value.casefold() not in _NOT_SET


def _put_address(row: _Row, column: Column, value: str) -> None:
    target = column.target
    address = row.addresses.setdefault(target.group, RawAddress(_label(row, column)[0]))
    if target.field is Field.STREET:
        address.street.append(value)
    elif target.field is Field.POSTCODE_CITY:
        address.postcode, _blank, address.city = value.partition(" ")
    elif target.field is Field.WHOLE_ADDRESS:
        address.whole = value
    else:
        setattr(address, target.field.value, value)


def _put_tags(row: _Row, column: Column, value: str) -> None:
    if column.target.label:
        row.raw.tags.append(f"{column.target.label}: {value}")
        return
    separator = ":::" if ":::" in value else ";" if ";" in value else ","
    for each in value.split(separator):
        name = each.strip()
        if name.casefold() in ("* starred", "starred"):
            row.raw.is_favourite = True
        elif name:
            row.raw.tags.append(name)


_WRITERS: Mapping[Field, Callable[[_Row, Column, str], None]] = {
    Field.LABEL: _put_nothing,
    Field.SHOWN: _put_nothing,
    Field.IGNORE: _put_nothing,
    Field.PHONE: _put_phone,
    Field.PHONE_AREA: _put_area,
    Field.EMAIL: _put_email,
    Field.RELATION: _put_into("relations"),
    Field.URL: _put_into("urls"),
    Field.SOCIAL: _put_into("socials"),
    Field.DATE: _put_into("dates"),
    Field.DETAIL: _put_into("details"),
    Field.EVIDENCE: _put_into("evidence", is_one=True),
    Field.STOP: _put_into("stops", is_one=True),
    Field.NOTE: _put_note,
    Field.TAGS: _put_tags,
    Field.KEY: _put_key,
    Field.FAVOURITE: _put_favourite,
} | dict.fromkeys(ADDRESS_FIELDS, _put_address)
