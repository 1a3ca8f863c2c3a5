"""What is new: the file of changes, version by version, as people wrote it for people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple


class Release(NamedTuple):
    """One version: its number, the line it has as a heading, and a sentence or two for each thing that is new."""

    version: str
    heading: str
    items: tuple[str, ...]


def releases(text: str) -> list[Release]:
    """Every version of the file, the newest first, as it stands there: a heading ``## 0.2.0 …`` and lines ``- …``."""
    found = []
    for part in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        heading, _, rest = part.partition("\n")
        items = tuple(" ".join(item.split()) for item in re.split(r"^- ", _plain(rest), flags=re.MULTILINE)[1:])
        found.append(Release(heading.split(" ")[0], heading.strip(), items))
    return found


def _plain(text: str) -> str:
    """Without the marks around words that stand out in Markdown."""
    return re.sub(r"(\*{1,2}|`)([^*`\n]+(?:\n[^*`\n]+)?)\1", r"\2", text)


def since(found: Sequence[Release], seen: str) -> list[Release]:
    """Those that came after the version which was seen last; the newest alone when nobody knows that one any more."""
    versions = [each.version for each in found]
    return list(found[: versions.index(seen)] if seen in versions else found[:1])
