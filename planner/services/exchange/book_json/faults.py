"""What is wrong with a book file, and on which line: found only once something is."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

_SPACE = re.compile(r"[ \t\r\n]*")
_PLAIN = re.compile(r"[^,\]}\s]+")

Path = tuple[str | int, ...]


class FaultError(Exception):
    """A value that cannot be: where it stands, a code and its facts."""

    def __init__(self, path: Path, code: str, **facts: Any) -> None:
        super().__init__(path, code, facts)
        self.path = path
        self.code = code
        self.facts = facts


def spelled(path: Path) -> str:
    """``people[2].touches[0].on``."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return text.removeprefix(".") or "."


def line_of(text: str, path: Path) -> int:
    """The line of ``text`` (valid JSON) on which the value at ``path`` begins, counted from 1."""
    at = _skip(text, 0)
    for step in path:
        found = _member(text, at, step) if isinstance(step, str) else _element(text, at, step)
        if found is None:
            break
        at = found
    return text.count("\n", 0, at) + 1


def shortened(value: Any) -> str:
    """A value as a sentence can show it."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else f"{text[:57]}…"


def _skip(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _member(text: str, at: int, key: str) -> int | None:
    """Where the value of ``key`` begins in the object at ``at``; the last one counts, as for the reader."""
    if text[at : at + 1] != "{":
        return None
    found = None
    at = _skip(text, at + 1)
    while text[at : at + 1] == '"':
        name, at = json.decoder.scanstring(text, at + 1, True)  # type: ignore[attr-defined]  # noqa: FBT003
        at = _skip(text, _skip(text, at) + 1)
        if name == key:
            found = at
        at = _skip(text, _end(text, at))
        at = _skip(text, at + 1)
    return found


def _element(text: str, at: int, index: int) -> int | None:
    if text[at : at + 1] != "[":
        return None
    at = _skip(text, at + 1)
    for _step in range(index):
        at = _skip(text, _skip(text, _end(text, at)) + 1)
    return at


def _end(text: str, at: int) -> int:
    """The place after the value that begins at ``at``."""
    depth = 0
    while at < len(text):
        letter = text[at]
        if letter == '"':
            _value, at = json.decoder.scanstring(text, at + 1, True)  # type: ignore[attr-defined]  # noqa: FBT003
        elif letter in "{[":
            depth, at = depth + 1, at + 1
        elif letter in "}]":
            depth, at = depth - 1, at + 1
        elif depth:
            at += 1
            continue
        else:
            found = _PLAIN.match(text, at)
            at = found.end() if found else at + 1
        if depth == 0:
            return at
    return at


def nearest(word: str, words: Sequence[str]) -> str:
    """The word that was probably meant; empty when none is near."""
    return next(iter(closest(word, words, 1, 0.7)), "")


def closest(word: str, words: Sequence[str], count: int, likeness: float = 0.0) -> list[str]:
    """The ``count`` words that look most like ``word``, the likest first."""
    from difflib import get_close_matches

    return get_close_matches(word, words, count, likeness)
