"""Text as it may enter the book: no control characters, no invisible marks, one spelling per accent."""

from __future__ import annotations

import re
import unicodedata

_INVISIBLE = (
    *range(0x20),
    *range(0x7F, 0xA0),
    0xAD,
    0x200B,
    0x200E,
    0x200F,
    *range(0x202A, 0x202F),
    0x2060,
    *range(0x2066, 0x206A),
    0xFEFF,
    *range(0xD800, 0xE000),
)
_KEPT_IN_PASSAGES = {0x09, 0x0A}
_BLANKS = {0x09: " ", 0x0A: " ", 0x0D: " ", 0x85: " ", 0xA0: " ", 0x2028: " ", 0x2029: " ", 0x202F: " "}
_IN_LINES = {**dict.fromkeys(_INVISIBLE), **_BLANKS}
_IN_PASSAGES = {code: None for code in _INVISIBLE if code not in _KEPT_IN_PASSAGES} | {
    0x85: "\n",
    0xA0: " ",
    0x2028: "\n",
    0x2029: "\n",
}
_RUNS = re.compile(r"  +")


def one_line(text: str) -> str:
    """``text`` for a field of one line: nothing invisible in it, blanks collapsed, accents composed (NFC)."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    return _RUNS.sub(" ", unicodedata.normalize("NFC", text).translate(_IN_LINES)).strip()


def passage(text: str) -> str:
    """``text`` for a note: line breaks and blanks stay, nothing else invisible does."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).translate(_IN_PASSAGES).strip()
