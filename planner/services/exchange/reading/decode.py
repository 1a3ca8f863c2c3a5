"""Letters out of bytes by rules one can explain: marks, zeros, strict UTF-8, line by line, then old code pages."""

from __future__ import annotations

import codecs
import locale
import re
from dataclasses import dataclass

from planner.domain.errors import PlannerError

ENCODINGS = (
    "utf-8",
    "utf-16-le",
    "utf-16-be",
    "cp1252",
    "cp1250",
    "cp1251",
    "cp1253",
    "mac_roman",
    "mac_latin2",
    "cp932",
)
"""Encodings a person may choose by hand, the likely ones first."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 64 * 1024
_IN_WORD = re.compile("[A-Za-zÀ-ɏ][¡-©«-¶¸-¹»-¿×÷†‡ˆ‰‹›•™…„“”‚˜€–—ﬁﬂ∞±≤≥µ∂∑∏π∫Ω√≈∆◊ˇ˘˙˚˝˛][A-Za-zÀ-ɏ]")
_ODD_CASE = re.compile("[a-zß-öø-ÿ][À-ÖØ-ÞŠŽŒŸŚŞŤŹĄĽŁŻ][a-z]")
_LONG_RUN = re.compile(rb"[\x80-\xff]{3,}")
_JAPANESE = re.compile("[\u3000-\u30ff\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, the encoding it was read with, and how many lines needed another one."""

    text: str
    encoding: str
    odd_lines: int = 0


def decode(data: bytes, encoding: str | None = None, ansi: str | None = None) -> Decoded:
    """Text of ``data``; ``encoding`` overrules the rules, ``ansi`` is the code page of the computer."""
    if encoding:
        return _as_told(data, encoding)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return Decoded(_tidy(data[len(mark) :].decode(name, "replace")), name)
    if wide := _wide(data):
        return Decoded(_tidy(data.decode(wide, "replace")), wide)
    data = data.replace(b"\0", b"")
    try:
        return Decoded(_tidy(data.decode("utf-8")), "utf-8")
    except UnicodeDecodeError:
        return _not_utf8(data, ansi or _code_page())


def _as_told(data: bytes, encoding: str) -> Decoded:
    try:
        b"xx".decode(encoding)
        name = codecs.lookup(encoding).name
    except (LookupError, ValueError) as error:
        raise PlannerError("unknown_encoding", encoding=encoding) from error
    for mark, marked in _MARKS:
        if marked == name and data.startswith(mark):
            data = data[len(mark) :]
            break
    return Decoded(_tidy(data.decode(encoding, "replace")), encoding)


def _tidy(text: str) -> str:
    return text.replace("\0", "").removeprefix("\ufeff")


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: every other byte of western text is zero."""
    sample = data[:4096]
    half = len(sample) // 2
    if half < 2:
        return ""
    even, odd = sample[0 : half * 2 : 2].count(0), sample[1 : half * 2 : 2].count(0)
    enough, hardly = max(4, half * 0.3), half * 0.05
    if odd >= enough and even <= hardly:
        return "utf-16-le"
    return "utf-16-be" if even >= enough and odd <= hardly else ""


def _code_page() -> str:
    name = locale.getencoding().lower()
    return name if name.startswith("cp12") else "cp1252"


def widened(data: bytes) -> bytes:
    """``data`` in UTF-8 when it is UTF-16 or UTF-32, with marks and zeros gone; otherwise its bytes."""
    if data.startswith(tuple(mark for mark, _name in _MARKS)) or _wide(data):
        return decode(data).text.encode()
    return data.replace(b"\0", b"")


def old_page(data: bytes, ansi: str | None = None) -> str:
    """The old code page for those lines of ``data`` that are not UTF-8."""
    high = [line for line in data.splitlines(keepends=True) if not line.isascii()]
    return _best_page(high, ansi or _code_page(), has_cr_only=b"\r" in data and b"\n" not in data)


def _not_utf8(data: bytes, ansi: str) -> Decoded:
    lines = data.splitlines(keepends=True)
    page = old_page(data, ansi)
    high = [line for line in lines if not line.isascii()]
    valid = sum(_is_utf8(line) for line in high)
    if not valid or page == "cp932":
        return Decoded(_tidy(data.decode(page, "replace")), page)
    text = "".join(line.decode("utf-8" if _is_utf8(line) else page, "replace") for line in lines)
    return Decoded(_tidy(text), "utf-8" if valid * 2 >= len(high) else page, min(valid, len(high) - valid))


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _best_page(high: list[bytes], ansi: str, *, has_cr_only: bool) -> str:
    """The old code page that makes the fewest odd words; a tie goes to the computer's own."""
    sample = b"".join(line for line in high if not _is_utf8(line))[:_SAMPLE]
    runs = sum(len(run) for run in _LONG_RUN.findall(sample))
    if runs * 2 > sum(byte > 127 for byte in sample):
        return _far_page(sample, ansi)
    pages = ["mac_roman", ansi] if has_cr_only else [ansi, "mac_roman"]
    return min([*pages, "cp1250"], key=lambda page: _oddness(sample, page))


def _oddness(sample: bytes, page: str) -> int:
    text = sample.decode(page, "replace")
    controls = sum("\x80" <= letter <= "\x9f" for letter in text)
    return 3 * (text.count("\ufffd") + controls) + len(_IN_WORD.findall(text)) + len(_ODD_CASE.findall(text))


def _far_page(sample: bytes, ansi: str) -> str:
    """Words written wholly beyond ASCII: Japanese, Cyrillic or Greek."""
    try:
        far = [letter for letter in sample.decode("cp932") if not letter.isascii()]
    except UnicodeDecodeError:
        far = []
    if sum(bool(_JAPANESE.match(letter)) for letter in far) * 2 > len(far):
        return "cp932"
    russian = sum(sample.count(byte) for byte in b"\xee\xe5\xe0\xe8\xed")
    greek = sum(sample.count(byte) for byte in b"\xe1\xef\xe9\xe5\xf3\xf2")
    if max(russian, greek) * 4 < sum(byte > 127 for byte in sample):
        return ansi
    return "cp1251" if russian >= greek else "cp1253"
