"""Announcements reach everybody who subscribed, and nobody else."""

from __future__ import annotations

from planner.services.changes import EVERYTHING, Change, Changed, Changes


def test_everybody_hears_in_order_until_they_leave() -> None:
    changes = Changes()
    heard: list[tuple[str, Changed]] = []
    leave = changes.subscribe(lambda changed: heard.append(("first", changed)))
    changes.subscribe(lambda changed: heard.append(("second", changed)))
    changes.announce(Change.TOUCHES, [3, 3, 1])
    leave()
    leave()
    changes.announce(Change.SETTINGS)
    told = Changed(Change.TOUCHES, frozenset({1, 3}))
    assert heard == [("first", told), ("second", told), ("second", Changed(Change.SETTINGS))]


def test_somebody_may_leave_while_hearing() -> None:
    changes = Changes()
    heard: list[Change] = []

    def hear_once(changed: Changed) -> None:
        heard.append(changed.what)
        leave()

    leave = changes.subscribe(hear_once)
    changes.subscribe(lambda changed: heard.append(changed.what))
    changes.announce(Change.PEOPLE)
    changes.announce(Change.PEOPLE)
    assert heard == [Change.PEOPLE] * 3


def test_everything_contains_each() -> None:
    assert all(change in EVERYTHING for change in Change)
    assert Change.SHEETS & EVERYTHING
