"""Names that are written from right to left, inside sentences that are not."""

from __future__ import annotations

import unicodedata

OPEN, CLOSE = "\u2068", "\u2069"
_FROM_THE_RIGHT = frozenset({"R", "AL"})


def isolated(text: str) -> str:
    """``text`` as it stands in a sentence of ours: what is written from right to left keeps its own order there.

    The marks around it (FSI and PDI) are nothing one sees, and the book takes them out of whatever is typed.
    """
    if text.isascii() or text.startswith(OPEN):
        return text
    if not any(unicodedata.bidirectional(letter) in _FROM_THE_RIGHT for letter in text):
        return text
    return f"{OPEN}{text}{CLOSE}"
