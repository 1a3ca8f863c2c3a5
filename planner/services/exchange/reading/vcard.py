"""Cards of a vCard file, one for each person, also when a BEGIN or an END went missing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from planner.services.exchange.reading.decode import old_page, widened
from planner.services.exchange.reading.table import MOST_ROWS, Left
from planner.services.exchange.reading.vcard_lines import Property, Stray, named_charset, properties

_MOST_NESTED = 3
_FOLD = re.compile(rb"\r*\n[ \t]")
_PERSONAL = frozenset({"N", "FN", "TEL", "EMAIL", "ORG", "NICKNAME"})


@dataclass(slots=True)
class Card:
    """One card as it stands in the file; ``flaws`` are codes of what was wrong with its frame or its lines."""

    line: int
    version: str = ""
    properties: list[Property] = field(default_factory=list)
    flaws: list[tuple[str, str]] = field(default_factory=list)


@dataclass(slots=True)
class Cards:
    """All cards of a file, the encoding that was used, lines that belong to nobody."""

    cards: list[Card]
    encoding: str
    left: list[Left] = field(default_factory=list)
    nested: int = 0
    total: int = 0


def read_cards(data: bytes, encoding: str | None = None) -> Cards:
    """Every card in ``data``; never stops at a damaged one."""
    plain = widened(data).removeprefix(b"\xef\xbb\xbf")
    unfolded = _FOLD.sub(b"", plain)
    page = encoding or named_charset(plain) or old_page(unfolded)
    lines = list(properties(plain, page, encoding))
    inner = _inner_cards(lines)
    result = _assembled(lines, inner)
    result.nested = len(inner)
    result.total = len(result.cards)
    del result.cards[MOST_ROWS:]
    result.encoding = encoding or ("utf-8" if _is_utf8(unfolded) else page)
    return result


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _frame(found: Property | Stray) -> str:
    if isinstance(found, Property) and found.name in ("BEGIN", "END", "AGENT"):
        is_card = found.text.strip().upper() == "VCARD"
        begins_agent = found.name == "AGENT" and found.text.strip().upper() == "BEGIN:VCARD"
        return "BEGIN" if begins_agent else found.name if is_card and found.name != "AGENT" else ""
    return ""


def _inner_cards(lines: Sequence[Property | Stray]) -> dict[int, int]:
    """Cards that lie inside a properly closed one (an AGENT): index of their BEGIN to index of their END."""
    open_at: list[int] = []
    closed: dict[int, int] = {}
    inside: dict[int, list[int]] = {}
    for index, line in enumerate(lines):
        frame = _frame(line)
        if frame == "BEGIN":
            if open_at:
                inside.setdefault(open_at[-1], []).append(index)
            open_at.append(index)
        elif frame == "END" and open_at:
            closed[open_at.pop()] = index
    return {
        child: closed[child]
        for parent, children in inside.items()
        if parent in closed and _is_whole(lines, closed[parent], children, closed)
        for child in children
        if child in closed
    }


def _is_whole(lines: Sequence[Property | Stray], end: int, children: list[int], closed: dict[int, int]) -> bool:
    """Whether a card really holds others: a second VERSION after them tells of two cards that ran together."""
    if len(children) > _MOST_NESTED or not all(child in closed for child in children):
        return False
    after = lines[closed[children[-1]] + 1 : end]
    return not any(isinstance(line, Property) and line.name in ("VERSION", "N", "FN") for line in after)


def _assembled(lines: Sequence[Property | Stray], inner: dict[int, int]) -> Cards:
    result = Cards([], "")
    current: Card | None = None
    loose = Card(0)
    skip_to = -1
    for index, line in enumerate(lines):
        if index <= skip_to:
            continue
        if index in inner and current is not None:
            skip_to = inner[index]
            continue
        frame = _frame(line)
        if frame == "BEGIN":
            _close(result, current, "card_without_end")
            _close(result, loose, "card_without_begin")
            current, loose = Card(line.line), Card(0)
        elif frame == "END":
            if current is None and not loose.properties:
                result.left.append(Left(line.line, "end_of_no_card"))
            _close(result, loose, "card_without_begin")
            _close(result, current, "")
            current, loose = None, Card(0)
        else:
            _add(current if current is not None else loose, line)
    _close(result, current, "card_without_end")
    _close(result, loose, "card_without_begin")
    return result


def _add(card: Card, line: Property | Stray) -> None:
    card.line = card.line or line.line
    if isinstance(line, Stray):
        card.flaws.append(("line_not_understood", line.text))
    elif line.name == "VERSION":
        card.version = line.value
    else:
        card.properties.append(line)


def _close(result: Cards, card: Card | None, flaw: str) -> None:
    if card is None:
        return
    if flaw == "card_without_begin" and not any(each.name in _PERSONAL for each in card.properties):
        result.left += [Left(card.line, "line_outside_a_card", text) for _code, text in card.flaws]
        return
    if flaw:
        card.flaws.insert(0, (flaw, ""))
    result.cards.append(card)
