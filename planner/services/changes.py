"""What has changed, told to whoever shows it: every write announces itself here, once it is safely in the book."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable
from typing import NamedTuple


class Change(enum.Flag):
    """The subjects a view may depend on."""

    PEOPLE = enum.auto()
    TOUCHES = enum.auto()
    PROMISES = enum.auto()
    PERMISSIONS = enum.auto()
    THANKS = enum.auto()
    SOURCES = enum.auto()
    SHEETS = enum.auto()
    SETTINGS = enum.auto()
    IMPORTS = enum.auto()
    ORDERS = enum.auto()
    TEAM = enum.auto()
    PARTIES = enum.auto()
    AGREEMENTS = enum.auto()
    ACTIVITIES = enum.auto()


ABOUT_PEOPLE = ~(Change.SHEETS | Change.SETTINGS | Change.IMPORTS | Change.ACTIVITIES)
"""What bears on somebody's next move or on how a list shows them."""

EVERYTHING = ~Change(0)
"""Any of it may have changed: reload what you show."""


class Changed(NamedTuple):
    """What has changed, and whose; no people means it may be anybody."""

    what: Change
    people: frozenset[int] = frozenset()


class Changes:
    """Hands every announcement to all who subscribed, in the order they came."""

    def __init__(self) -> None:
        self._listeners: list[Callable[[Changed], None]] = []

    def subscribe(self, hear: Callable[[Changed], None]) -> Callable[[], None]:
        """Call ``hear`` at every change from now on. Calling the answer ends it; calling it twice does no harm."""
        self._listeners.append(hear)

        def unsubscribe() -> None:
            if hear in self._listeners:
                self._listeners.remove(hear)

        return unsubscribe

    def announce(self, what: Change, people: Iterable[int] = ()) -> None:
        """Tell everybody, after the commit and in the thread that wrote."""
        changed = Changed(what, frozenset(people))
        for hear in tuple(self._listeners):
            hear(changed)
