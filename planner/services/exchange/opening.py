"""A file opened: its bytes to raw people, whatever kind of file it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from planner.domain.errors import PlannerError
from planner.services.exchange.cleaning.emails import read_emails
from planner.services.exchange.mapping.cards import is_group, raw_from_card
from planner.services.exchange.mapping.columns import Column, map_columns
from planner.services.exchange.mapping.fields import Field, Labelled, Raw
from planner.services.exchange.mapping.profiles import Profile
from planner.services.exchange.mapping.rows import raw_from_row
from planner.services.exchange.mapping.words import knows
from planner.services.exchange.preview import ImportOptions
from planner.services.exchange.problems import Problem
from planner.services.exchange.reading.decode import decode
from planner.services.exchange.reading.detect import LARGEST_FILE, Kind, detect, must_be_readable
from planner.services.exchange.reading.table import MOST_ROWS, Left, Table, read_table
from planner.services.exchange.reading.vcard import Card, read_cards

_DATE_FIELDS = frozenset({Field.BIRTHDAY, Field.DATE})


@dataclass(slots=True)
class Opened:
    """What stands in a file, not yet cleaned: ``raws`` may be gone through once.

    ``dates`` are all dates as written; they decide together which comes first, the day or the month.
    """

    format: str
    encoding: str
    raws: Iterable[Raw]
    total: int
    dates: Sequence[str]
    delimiter: str = ""
    has_header: bool = True
    columns: list[Column] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)

    @property
    def key_prefix(self) -> str:
        """What makes an identity of this file's program unlike one of another."""
        return "list" if self.format == Profile.LIST else self.format


def read_file(path: Path, limit: int | None = LARGEST_FILE) -> bytes:
    """The bytes of a file. Raises PlannerError: file_missing, file_is_a_folder, file_unreadable, file_too_large."""
    try:
        if path.is_dir():
            raise PlannerError("file_is_a_folder", path=path)
        size = path.stat().st_size
        if limit is not None and size > limit:
            raise PlannerError("file_too_large", path=path, size=size, limit=limit)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise PlannerError("file_missing", path=path) from error
    except OSError as error:
        raise PlannerError("file_unreadable", path=path, reason=error.strerror or "") from error


def open_bytes(data: bytes, options: ImportOptions) -> Opened:
    """The people in ``data``. Raises PlannerError ``file_is_…`` for what is no list of people, ``unknown_encoding``."""
    kind = detect(data)
    must_be_readable(kind)
    if kind is Kind.BOOK:
        raise PlannerError("file_is_book")
    return _open_cards(data, options) if kind is Kind.CARDS else _open_table(data, options)


def _open_table(data: bytes, options: ImportOptions) -> Opened:
    decoded = decode(data, options.encoding)
    table = read_table(decoded.text, knows, options.delimiter, options.has_header)
    profile, columns = map_columns(table.headers, [row.cells for row in table.rows], options.mapping)
    dated = [column.index for column in columns if column.target.field in _DATE_FIELDS]
    dates = [row.cells[index] for index in dated for row in table.rows]
    raws = _raws(table, columns, profile)
    opened = Opened(profile.value, decoded.encoding, raws, len(table.rows), dates, table.delimiter)
    opened.has_header, opened.columns, opened.left = table.header_line is not None, columns, table.left
    opened.notes = _notes(table, profile, decoded.odd_lines)
    return opened


def _raws(table: Table, columns: Sequence[Column], profile: Profile) -> Iterator[Raw]:
    are_pasted = not table.delimiter and table.header_line is None
    for row in table.rows:
        raw = raw_from_row(row.line, row.cells, columns)
        if profile is Profile.LINKEDIN:  # knows its people by the address of their page
            raw.key = next((each.value for each in raw.socials if each.label == "linkedin"), "")
        if are_pasted:
            yield from _each_address(raw)
        else:
            yield raw


def _each_address(raw: Raw) -> list[Raw]:
    """A pasted line with several addresses names several people."""
    found = [mail for each in raw.emails for mail in read_emails(each.value)]
    if len(found) < 2 or any(not mail.address for mail in found):
        return [raw]
    return [
        Raw(raw.line, emails=[Labelled(f"{mail.name} <{mail.address}>" if mail.name else mail.address)])
        for mail in found
    ]


def _notes(table: Table, profile: Profile, odd_lines: int) -> list[Problem]:
    notes = []
    if table.header_line is None and table.delimiter:
        notes.append(Problem("no_header"))
    if table.title and profile is not Profile.LINKEDIN:
        notes.append(Problem("title_lines", {"text": " · ".join(filter(None, table.title))[:200]}))
    if table.mended:
        notes.append(Problem("quotes_mended", {"lines": tuple(table.mended[:20]), "count": len(table.mended)}))
    if odd_lines:
        notes.append(Problem("mixed_encoding", {"count": odd_lines}))
    if table.total_rows > MOST_ROWS:
        notes.append(Problem("too_many_rows", {"total": table.total_rows, "limit": MOST_ROWS}))
    return notes


def _open_cards(data: bytes, options: ImportOptions) -> Opened:
    found = read_cards(data, options.encoding)
    people = [card for card in found.cards if not is_group(card)]
    raws = [raw_from_card(card) for card in people]
    groups = [card for card in found.cards if is_group(card)]
    _tag_members(raws, groups)
    dates = [text for raw in raws for text in (raw.texts.get(Field.BIRTHDAY, ""), *(each.value for each in raw.dates))]
    opened = Opened("vcard", found.encoding, raws, len(raws), dates, left=found.left)
    if groups:
        opened.notes.append(Problem("groups_as_tags", {"count": len(groups)}))
    if found.nested:
        opened.notes.append(Problem("nested_cards", {"count": found.nested}))
    if found.total > MOST_ROWS:
        opened.notes.append(Problem("too_many_rows", {"total": found.total, "limit": MOST_ROWS}))
    unplaced = Counter(
        each.name for card in people for each in card.properties if each.is_binary or each.name == "PHOTO"
    )
    if unplaced:
        opened.notes.append(Problem("pictures_left_out", {"count": sum(unplaced.values())}))
    return opened


def _tag_members(raws: Sequence[Raw], groups: Sequence[Card]) -> None:
    """A group of cards becomes a tag of its members."""
    by_key = {raw.key: raw for raw in raws if raw.key}
    for card in groups:
        name = next((each.value for each in card.properties if each.name in ("FN", "N")), "").strip("; ")
        for each in card.properties:
            if each.name in ("MEMBER", "X-ADDRESSBOOKSERVER-MEMBER"):
                member = by_key.get(each.value) or by_key.get(each.value.removeprefix("urn:uuid:"))
                if member is not None and name:
                    member.tags.append(name)
