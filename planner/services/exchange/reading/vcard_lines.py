"""Lines of a vCard file: unfolded as bytes first, then taken apart and decoded, whatever its version and its flaws."""

from __future__ import annotations

import binascii
import codecs
import quopri
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

_ENDS = re.compile(rb"\r*\n|\r")
_PROPERTY = re.compile(rb"\s*(?:([A-Za-z0-9_-]+)\.)?([A-Za-z][A-Za-z0-9_-]*)\s*([;:,].*)", re.DOTALL)
_HEAD = re.compile(rb'((?:[^":]|"[^"]*")*):(.*)', re.DOTALL)
_PARAM = re.compile(r'(?:[^";]|"[^"]*")+')
_BASE64 = re.compile(rb"[A-Za-z0-9+/=]+")
_ENCODINGS = frozenset({"QUOTED-PRINTABLE", "BASE64", "B", "8BIT", "7BIT", "Q"})
_PLACES = frozenset({"INLINE", "CONTENT-ID", "CID", "URL", "URI"})
_CARETS = {"^n": "\n", "^N": "\n", "^^": "^", "^'": '"'}
_ESCAPES = {"n": "\n", "N": "\n"}
_TYPE_CHARSETS = re.compile(rb'CHARSET="?([A-Za-z0-9_:-]+)', re.IGNORECASE)
_TEXTS_THAT_WRAP = frozenset({"NOTE", "LABEL", "ADR"})


@dataclass(slots=True)
class Property:
    """One property of a card: ``text`` is decoded but still escaped, ``is_binary`` text stays unread."""

    line: int
    name: str
    group: str
    params: Mapping[str, list[str]]
    text: str
    is_quoted: bool = False
    is_binary: bool = False

    @property
    def value(self) -> str:
        """The whole text, unescaped."""
        return _unescape(self.text, keeps_n=self.is_quoted).strip()

    def parts(self, separator: str = ";") -> list[str]:
        """The text cut at every unescaped ``separator``, each part unescaped."""
        return [self._plain(piece) for piece in _cut(self.text, separator)]

    def lists(self) -> list[list[str]]:
        """The text cut at every unescaped semicolon, each part cut at every unescaped comma."""
        return [[self._plain(piece) for piece in _cut(part, ",")] for part in _cut(self.text, ";")]

    def _plain(self, piece: str) -> str:
        return _unescape(piece, keeps_n=self.is_quoted).strip()

    @property
    def types(self) -> list[str]:
        """The TYPE parameters in small letters."""
        return [each.lower() for each in self.params.get("TYPE", ())]


@dataclass(slots=True)
class Stray:
    """A line that is no property of any card."""

    line: int
    text: str


@dataclass(slots=True)
class _Logical:
    line: int
    data: bytearray = field(default_factory=bytearray)
    is_quoted: bool = False
    is_base64: bool = False
    is_open: bool = False


def properties(data: bytes, page: str, charset: str | None = None) -> Iterator[Property | Stray]:
    """Every property in ``data``, and every line that is none. ``page`` decodes what is not UTF-8."""
    last: Property | None = None
    for logical in _unfolded(data):
        found = _taken_apart(logical, page, charset)
        if isinstance(found, Property):
            if last is not None:
                yield last
            last = found
        elif last is not None and last.name in _TEXTS_THAT_WRAP:
            last.text += ("\n" if last.is_quoted else "\\n") + found.text
        else:
            if last is not None:
                yield last
            last = None
            yield found
    if last is not None:
        yield last


def named_charset(data: bytes) -> str:
    """The first charset beside UTF-8 that a card of the file names and Python knows."""
    for name in dict.fromkeys(_TYPE_CHARSETS.findall(data)):
        known = _known_charset(name.decode("ascii"))
        if known and known != "utf-8":
            return known
    return ""


def _unfolded(data: bytes) -> Iterator[_Logical]:
    current: _Logical | None = None
    for number, raw in enumerate(_ENDS.split(data), 1):
        if current is not None and _continues(current, raw):
            _join(current, raw)
            continue
        if current is not None:
            yield current
            current = None
        if raw.strip() and not raw.lstrip().startswith(b"#"):
            current = _Logical(number, bytearray(raw))
            _look(current)
    if current is not None:
        yield current


def _continues(current: _Logical, raw: bytes) -> bool:
    if current.is_open:
        return bool(raw) and not raw.upper().startswith(b"END:VCARD")
    if raw[:1] in (b" ", b"\t"):
        return bool(raw.strip()) or not current.is_base64
    return current.is_base64 and _BASE64.fullmatch(raw) is not None


def _join(current: _Logical, raw: bytes) -> None:
    if current.is_open:
        del current.data[-1:]
        current.data += raw
    else:
        current.data += raw.strip() if current.is_base64 else raw[1:] if raw[:1] in b" \t" else raw
    current.is_open = current.is_quoted and current.data.endswith(b"=")


def _look(current: _Logical) -> None:
    """What kind of line begins here: quoted-printable goes on after ``=``, base64 over anything like it."""
    head, _colon, value = current.data.partition(b":")
    upper = head.upper()
    current.is_quoted = b"QUOTED-PRINTABLE" in upper or b"ENCODING=Q" in upper.replace(b" ", b"")
    current.is_base64 = (
        b"BASE64" in upper or b"ENCODING=B" in upper or upper.endswith(b";B") or b";base64," in value[:120].lower()
    )
    current.is_open = current.is_quoted and current.data.endswith(b"=")


def _taken_apart(logical: _Logical, page: str, charset: str | None) -> Property | Stray:
    data = bytes(logical.data)
    found = _PROPERTY.match(data)
    cut = _HEAD.fullmatch(found[3]) if found else None
    if found and cut is None and b":" in found[3]:
        head, _colon, value = found[3].partition(b":")
    elif found and cut:
        head, value = cut[1], cut[2]
    else:
        return Stray(logical.line, _decoded(data, page, charset).strip())
    params = _params(_decoded(head, page, charset)) if head else {}
    encoding = "".join(params.get("ENCODING", ())).upper()
    name = found[2].decode("ascii").upper()
    group = (found[1] or b"").decode("ascii").lower()
    is_quoted = encoding in ("QUOTED-PRINTABLE", "Q")
    is_binary = encoding in ("B", "BASE64") or logical.is_base64
    if is_quoted:
        value = quopri.decodestring(re.sub(rb"(?i)=3B", rb"\\;", value.rstrip(b"=")))
    wanted = _known_charset(params["CHARSET"][0]) if params.get("CHARSET") else ""
    if is_binary and name in ("NOTE", "FN", "N", "ORG", "TITLE"):
        value, is_binary = _plain(value), False
    text = "" if is_binary else _decoded(value, page, wanted or charset)
    return Property(logical.line, name, group, params, text, is_quoted, is_binary)


def _params(head: str) -> dict[str, list[str]]:
    params: dict[str, list[str]] = {}
    for piece in _PARAM.findall(head.lstrip(",")):
        name, equals, value = piece.strip().partition("=")
        if not equals:
            value, name = name, _bare(name.strip().upper())
        values = [re.sub(r"\^[nN^']", lambda caret: _CARETS[caret[0]], each) for each in _listed(name, value)]
        if values:
            params.setdefault(name.strip().upper(), []).extend(values)
    return params


def _bare(value: str) -> str:
    if value in _ENCODINGS:
        return "ENCODING"
    return "VALUE" if value in _PLACES else "TYPE"


def _listed(name: str, value: str) -> list[str]:
    value = value.strip()
    if name.strip().upper() == "TYPE":
        return [each.strip() for each in value.replace('"', "").split(",") if each.strip()]
    return [value.strip('"')] if value else []


def _known_charset(name: str) -> str:
    try:
        b"xx".decode(name)  # refuses what Python calls an encoding and is none of text, such as quopri
        return codecs.lookup(name).name
    except (LookupError, ValueError):
        return ""


def _decoded(data: bytes, page: str, charset: str | None) -> str:
    if data.isascii() and charset is None:
        return data.decode("ascii")
    for name in dict.fromkeys(filter(None, (charset, "utf-8", page))):
        try:
            return data.decode(name)
        except ValueError:
            continue
    return data.decode(page, "replace")


def _plain(value: bytes) -> bytes:
    try:
        return binascii.a2b_base64(value, strict_mode=True)
    except binascii.Error:
        return value


def _cut(text: str, separator: str) -> list[str]:
    """The pieces between unescaped separators, still escaped."""
    pieces = re.split(rf"(?<!\\)((?:\\\\)*){re.escape(separator)}", text)
    return [pieces[at] + (pieces[at + 1] if at + 1 < len(pieces) else "") for at in range(0, len(pieces), 2)]


def _unescape(text: str, *, keeps_n: bool) -> str:
    if "\\" not in text:
        return text
    if keeps_n:
        return re.sub(r"\\([\\,;:])", r"\1", text)
    return re.sub(r"\\([\\,;:nN\"])", lambda found: _ESCAPES.get(found[1], found[1]), text)
