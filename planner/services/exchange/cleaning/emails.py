"""E-mail addresses in a cell: several, with names, with slips; a suggestion is never taken unasked."""

from __future__ import annotations

import re
from dataclasses import dataclass

from planner.domain.text import one_line

_SEPARATORS = re.compile(r"\s*(?:;|\n|\r|\t|\||\s:::\s)\s*")
_NAMED = re.compile(r"(?P<name>[^<>]*?)\s*<\s*(?:mailto:)?(?P<address>[^<>]*)>?\s*", re.IGNORECASE)
_VALID = re.compile(
    r"(?![.])[^\s@<>()\[\],;:\"\\]{1,64}(?<![.])@(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+(?:[^\W\d_]{2,63}|xn--[a-z0-9-]+)"
)
_SLIPS = (
    (re.compile(r"@(gmial|gmal|gamil|gmai|gnail)\.", re.I), "@gmail."),
    (re.compile(r"@(hotmial|hotmal|hotmil)\.", re.I), "@hotmail."),
    (re.compile(r"@(yaho|yahooo|yhoo)\.", re.I), "@yahoo."),
    (re.compile(r"\.(con|cmo|ocm|comm|vom|cpm)$", re.I), ".com"),
    (re.compile(r"\.(nte|ner)$", re.I), ".net"),
)


@dataclass(frozen=True, slots=True)
class Mail:
    """One address, empty when ``raw`` cannot be one; ``problem`` is a code, ``name`` what stood beside it."""

    address: str = ""
    problem: str = ""
    raw: str = ""
    suggestion: str = ""
    name: str = ""


def read_emails(value: str) -> list[Mail]:
    """Every address in ``value``."""
    text = one_line(value) if "\n" not in value else value
    if _VALID.fullmatch(text):
        return [_checked(_with_small_domain(text))]
    return [_read(piece) for piece in _pieces(text) if piece]


def compare_key(address: str) -> str:
    """What two spellings of one address share. Dots and plus signs count."""
    return address.casefold()


def _pieces(text: str) -> list[str]:
    pieces = [one_line(piece) for piece in _SEPARATORS.split(text)]
    result: list[str] = []
    for piece in pieces:
        by_comma = re.split(r"\s*,\s*", piece)
        several = len(by_comma) > 1 and all("@" in each for each in by_comma)
        result += by_comma if several else [piece]
    return result


def _read(piece: str) -> Mail:
    if piece[:3].lower() == "/o=":
        return Mail(problem="exchange_internal", raw=piece)
    name, address = "", piece
    if "<" in piece and (named := _NAMED.fullmatch(piece)):
        name, address = named["name"].strip(" \"'"), named["address"]
    address = re.sub(r"^mailto:", "", address.strip(" \"'.,<>()"), flags=re.IGNORECASE)
    if _VALID.fullmatch(address):
        return _checked(_with_small_domain(address), name)
    words = address.split(" ")
    whole = [word for word in words if _VALID.fullmatch(word)]
    if len(whole) == 1 and "." not in words:
        return _checked(_with_small_domain(whole[0]), one_line(address.replace(whole[0], "").strip(" ,:-")))
    squeezed = address.replace(" ", "")
    if _VALID.fullmatch(squeezed):
        return Mail(_with_small_domain(squeezed), "spaces_removed", piece, name=name)
    return Mail(problem="invalid", raw=piece, suggestion=_suggestion(squeezed), name=name)


def _checked(address: str, name: str = "") -> Mail:
    for slip, right in _SLIPS:
        if slip.search(address):
            return Mail(address, "unlikely", address, slip.sub(right, address), name)
    return Mail(address, name=name)


def _suggestion(text: str) -> str:
    local, at, domain = text.partition("@")
    if not at:
        return ""
    mended = f"{local}@{domain.replace(',', '.').replace('@', '').strip('.')}"
    return _with_small_domain(mended) if _VALID.fullmatch(mended) else ""


def _with_small_domain(address: str) -> str:
    local, _at, domain = address.rpartition("@")
    return f"{local}@{domain.lower()}"
