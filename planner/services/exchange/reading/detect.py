"""What kind of file somebody brought, told by its first bytes and never by its name."""

from __future__ import annotations

import re
from enum import StrEnum

from planner.domain.errors import PlannerError
from planner.services.exchange.reading.decode import widened

LARGEST_FILE = 50 * 1024 * 1024
"""Bytes of the largest file that is read."""

_BINARY_STARTS = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"%PDF",
    b"MZ",
    b"\x7fELF",
    b"SQLite format 3\0",
    b"\x1f\x8b",
    b"BM\x00",
)
_OUTLOOK_STORE = b"!BDN"


class Kind(StrEnum):
    """What is inside a file."""

    TABLE = "table"
    CARDS = "cards"
    BOOK = "book"
    EXCEL = "excel"
    OLD_EXCEL = "old_excel"
    LOCKED_EXCEL = "locked_excel"
    ZIP = "zip"
    WEB_PAGE = "web_page"
    SPREADSHEET_XML = "spreadsheet_xml"
    CALENDAR = "calendar"
    LDIF = "ldif"
    JSON = "json"
    EMPTY = "empty"
    BINARY = "binary"


READABLE = frozenset({Kind.TABLE, Kind.CARDS, Kind.BOOK})


def detect(data: bytes) -> Kind:
    """The kind of a file by its content."""
    if not data.strip(b"\0\r\n\t \xef\xbb\xbf\xff\xfe"):
        return Kind.EMPTY
    if data.startswith(b"PK\x03\x04"):
        return Kind.EXCEL if b"[Content_Types].xml" in data and b"xl/" in data else Kind.ZIP
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return Kind.LOCKED_EXCEL if "EncryptedPackage".encode("utf-16-le") in data else Kind.OLD_EXCEL
    if data.startswith((*_BINARY_STARTS, _OUTLOOK_STORE)):
        return Kind.BINARY
    return _by_words(data)


def must_be_readable(kind: Kind) -> None:
    """Say what else the file is when it cannot be brought in as it is: ``PlannerError("file_is_<kind>")``."""
    if kind not in READABLE:
        raise PlannerError(f"file_is_{kind.value}")


def _by_words(data: bytes) -> Kind:
    head = widened(data[:4096]).removeprefix(b"\xef\xbb\xbf")
    folded = head.lower()
    if re.search(rb"(?m)^\s*begin\s*:\s*vcard", folded.replace(b"\r", b"\n")):
        return Kind.CARDS
    if re.search(rb"(?m)^\s*begin\s*:\s*v(calendar|event|todo|alarm|journal|timezone)", folded.replace(b"\r", b"\n")):
        return Kind.CALENDAR
    start = folded.lstrip()
    if start.startswith((b"{", b"[")):
        return Kind.BOOK if b'"warmbook-book"' in head else _json_or_table(start)
    if start.startswith((b"<?xml", b"<workbook")):
        return Kind.SPREADSHEET_XML if b"workbook" in start else Kind.WEB_PAGE
    if start.startswith((b"<html", b"<!doctype", b"<table", b"<head", b"<meta")):
        return Kind.WEB_PAGE
    if re.search(rb"(?m)^dn::? ?\S", start) and b"objectclass" in folded:
        return Kind.LDIF
    return Kind.TABLE if _reads_as_text(head) else Kind.BINARY


def _json_or_table(start: bytes) -> Kind:
    """``[Mr] Smith,…`` is a list of people, ``{"name"…`` is not."""
    return Kind.JSON if re.match(rb'[\[{]\s*(["\[{\]}]|-?\d+\s*[,\]]|true|false|null)', start) else Kind.TABLE


def _reads_as_text(head: bytes) -> bool:
    controls = sum(byte < 32 and byte not in b"\t\n\r\x0b\x0c\x1a\x1b\x1c\x1d\x1e\x1f" for byte in head)
    return controls <= max(8, len(head) // 20)
