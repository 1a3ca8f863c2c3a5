"""The pages of the help: one Markdown file for each subject, in the user's language or else in English."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from PySide6.QtGui import QTextDocument

from planner.domain import resources, search
from planner.ui.kit.i18n import language


@dataclass(frozen=True)
class Page:
    """One subject; ``name`` is what links call it, the first line of its text its heading."""

    name: str
    text: str

    @property
    def heading(self) -> str:
        """What stands in the list of pages."""
        return self.text.split("\n", 1)[0].removeprefix("# ")

    @cached_property
    def plain(self) -> str:
        """The words as they stand on the page, letter for letter at the same places."""
        document = QTextDocument()
        document.setMarkdown(self.text)
        return document.toPlainText()

    def places(self, asked: str) -> list[tuple[int, int]]:
        """Start and length of every place where a word begins as one of those asked; none where one is missing."""
        wanted = search.fold(asked).split()
        found: list[tuple[int, int]] = []
        folded, origin = _folded(self.plain)
        for word in wanted:
            places = list(_beginnings(folded, word))
            if not places:
                return []
            found += [(origin[at], origin[at + len(word) - 1] + 1 - origin[at]) for at in places]
        return sorted(found)


def pages() -> tuple[Page, ...]:
    """Every page in its order, each in the user's language where somebody has written it in it."""
    return tuple(_read(path) for path in sorted(resources.path("help", "en").glob("*.md")))


def _read(english: Path) -> Page:
    translated = resources.path("help", language(), english.name)
    text = (translated if translated.is_file() else english).read_text(encoding="utf-8")
    return Page(english.stem.partition("-")[2], text)


def _folded(text: str) -> tuple[str, list[int]]:
    """The text without capitals and accents, and for each of its letters where it came from."""
    letters: list[str] = []
    origin: list[int] = []
    for place, letter in enumerate(text):
        bare = search.fold(letter)
        letters.append(bare)
        origin += [place] * len(bare)
    return "".join(letters), origin


def _beginnings(folded: str, word: str) -> list[int]:
    found, at = [], folded.find(word)
    while at >= 0:
        if at == 0 or not folded[at - 1].isalnum():
            found.append(at)
        at = folded.find(word, at + 1)
    return found
