"""How the program looks and where everything stood: what the first frame goes by, without the rules."""

from __future__ import annotations

from dataclasses import dataclass

from planner.models.book import Book
from planner.services.stored import JSON, PREFERENCES, read_setting, revive, write_setting

_REMEMBERED = "remembered."
_LENT = ("theme", "text_size", "less_motion", "language")


@dataclass(frozen=True, slots=True)
class Look:
    """The choices that decide what the windows look like, each with its default; ``Preferences`` has all there are."""

    country: str = "US"
    zone: str = ""
    """IANA zone of the desk; empty follows the system."""
    language: str = ""
    """Empty follows the system."""
    theme: str = "system"
    text_size: int = 100
    """Percent."""
    less_motion: bool = False
    """Whether panes appear at once instead of sliding."""
    month_first: bool | None = None
    """Whether 03/04 is 4 March; None goes by the country."""
    is_sample: bool = False
    first_start_done: bool = False

    @property
    def spoken(self) -> tuple[object, ...]:
        """What makes words or sizes differ, so that windows must be made anew."""
        return self.text_size, self.language, self.country, self.month_first


def read_look(book: Book) -> Look:
    """The look that was chosen; what is missing or makes no sense has its default."""
    return revive(Look(), read_setting(book, PREFERENCES))


def lend_look(look: Look, book: Book) -> None:
    """Let another book look like this one, so that nobody's large letters are lost on the way; its country stays."""
    kept = read_setting(book, PREFERENCES)
    lent = {name: getattr(look, name) for name in _LENT}
    with book.quietly():
        write_setting(book, PREFERENCES, (kept if isinstance(kept, dict) else {}) | lent)


class Memory:
    """Small things that are no choice, such as where a window stood: no undo, nothing announced."""

    def __init__(self, book: Book) -> None:
        self._book = book

    def remember(self, key: str, value: JSON) -> None:
        """Keep something under ``key``."""
        with self._book.quietly():
            write_setting(self._book, _REMEMBERED + key, value)

    def recall(self, key: str, default: JSON = None) -> JSON:
        """What was remembered under ``key``."""
        return read_setting(self._book, _REMEMBERED + key, default)
