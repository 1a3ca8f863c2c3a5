"""What the user has chosen: their name, country, language, looks, and the numbers of the method."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from planner.domain.method import Method, Mode
from planner.domain.moment import Moment
from planner.models.book import Book
from planner.services.changes import Change, Changes
from planner.services.look import Look, Memory
from planner.services.stored import (
    JSON,
    PREFERENCES,
    kept_text,
    read_method,
    read_setting,
    revive,
    understood,
    write_setting,
    written,
)

_MODE_BEFORE = "mode_before"
"""Under this key: the mode until the end of the day on which another one was chosen."""


@dataclass(frozen=True, slots=True)
class Preferences(Look):
    """Every choice with its default."""

    me_name: str = ""
    me_phone: str = ""
    paper: str = ""
    """Empty goes by the country."""
    shows_notices: bool = True
    """Whether a notice comes shortly before a promised time."""
    names_in_notices: bool = True
    """Whether it says whom it is about; it never says why."""
    backups_kept: int = 10
    second_folder: str = ""
    """Where every backup is copied to as well, such as a stick; empty for nowhere."""
    shows_money: bool = True
    """Whether amounts of orders are shown, on screen and on paper (002-03)."""
    method: Method = field(default_factory=Method)


class PreferencesStore(Memory):
    """Reads and writes the preferences of one book."""

    def __init__(self, book: Book, changes: Changes) -> None:
        super().__init__(book)
        self._changes = changes

    def load(self) -> Preferences:
        """The preferences; what is missing or makes no sense has its default."""
        return _preferences_in(kept_text(self._book, PREFERENCES))

    def save(self, preferences: Preferences, now: Moment) -> None:
        """Keep the preferences, as one step of undo. What a newer program has added to them stays."""
        before = self.load()
        if preferences == before:
            return
        kept, mode_today = read_setting(self._book, PREFERENCES), self.mode_on(now.today)
        with self._book.step("preferences", now):
            merged = _merged(kept if isinstance(kept, dict) else {}, written(preferences))
            write_setting(self._book, PREFERENCES, merged)
            if preferences.method.mode is not before.method.mode:
                write_setting(self._book, _MODE_BEFORE, {"on": now.today.isoformat(), "mode": mode_today.value})
            if _dated_by(preferences.method) != _dated_by(before.method):
                from planner.services import standing

                standing.refresh_everybody(self._book, now)
        self._changes.announce(Change.SETTINGS)

    def mode_on(self, today: date) -> Mode:
        """How the user wants to grow today: a mode chosen today counts from tomorrow (003-02)."""
        kept = read_setting(self._book, _MODE_BEFORE)
        if isinstance(kept, dict) and kept.get("on") == today.isoformat() and kept.get("mode") in set(Mode):
            return Mode(str(kept["mode"]))
        return read_method(self._book).mode


@lru_cache(maxsize=4)
def _preferences_in(text: str | None) -> Preferences:
    """The preferences, understood once for as long as they stay as they are."""
    return revive(Preferences(), understood(text))


def _dated_by(method: Method) -> Method:
    """The numbers on which due dates hang: hours of calls are none of them."""
    return replace(method, stricter=())


def _merged(kept: dict[str, JSON], new: dict[str, JSON]) -> dict[str, JSON]:
    """``new`` over ``kept``, inside nested records too."""
    merged = dict(kept)
    for key, value in new.items():
        before = merged.get(key)
        merged[key] = _merged(before, value) if isinstance(before, dict) and isinstance(value, dict) else value
    return merged
