"""Fingerprints of files, by which a verb knows that nothing it would work on has changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from environment import ROOT


def of(places: Iterable[Path], *facts: str) -> str:
    """The fingerprint of files and folders of the project, by name and content, and of further facts."""
    seen = hashlib.sha256("\0".join(facts).encode())
    for path in sorted(_files(places)):
        seen.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes())
    return seen.hexdigest()


def _files(places: Iterable[Path]) -> Iterator[Path]:
    for place in places:
        if place.is_dir():
            yield from (path for path in place.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
        elif place.is_file():
            yield place
