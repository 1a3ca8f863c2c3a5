"""The window of the last fifty steps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from planner.domain.moment import Moment
from planner.services.drafts import PersonDraft
from planner.services.open_book import OpenBook
from planner.ui.desk import Desk
from planner.ui.dialogs import busy
from planner.ui.dialogs.history_window import HistoryWindow
from planner.ui.kit.wording import step_done
from planner.ui.kit.wording.facts import LONGEST_NAME, short_name
from tests.ui.sample_desk import Clock, open_sample


@pytest.fixture
def services(tmp_path: Path, now: Moment) -> Iterator[OpenBook]:
    opened = open_sample(tmp_path, Clock(now), is_empty=True)
    yield opened
    opened.book.close()


def opened(desk: Desk) -> HistoryWindow:
    desk.wishes.history.trigger()
    window = desk.rest.doors.opened
    assert isinstance(window, HistoryWindow)
    return window


def add(services: OpenBook, *names: str) -> None:
    for name in names:
        services.people.add(PersonDraft(name=name), services.clock())


def picture(window: HistoryWindow) -> list[str]:
    """Every step as it is read aloud."""
    model = window.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def names(services: OpenBook) -> list[str]:
    return [name for _id, name in services.listing.hits("", services.clock(), 20)]


def choose(window: HistoryWindow, row: int) -> None:
    window.list.setCurrentIndex(window.list.model().index(row, 0))


@pytest.mark.practice("D10")
def test_one_step_and_all_later_ones_go_back_and_come_again(desk: Desk, services: OpenBook) -> None:
    add(services, "Ann", "Bo", "Cy")
    window = opened(desk)
    assert picture(window)[:3] == [f"{name} added, Today, 8:45 AM" for name in ("Cy", "Bo", "Ann")]
    choose(window, 1)
    assert window.what.text() == "This will take 2 steps back: this one and all later ones."
    assert window.list.marked == range(2)
    window.save()
    assert names(services) == ["Ann"]
    assert picture(window)[:2] == [f"{name} added, Today, 8:45 AM \u00b7 taken back" for name in ("Cy", "Bo")]
    assert window.isVisible()
    assert window.save_button.text() == "Do again up to here"
    choose(window, 0)
    assert window.what.text() == "This will do 2 steps again, up to this one."
    window.save()
    assert names(services) == ["Ann", "Bo", "Cy"]
    assert window.save_button.text() == "Take back to here"


def test_a_step_says_which_line_of_a_person_was_written(desk: Desk, services: OpenBook) -> None:
    ann = services.people.add(PersonDraft(name="Ann"), services.clock())
    for changes in ({"note": "sings"}, {"life": "moves in May"}, {"note": "", "life": ""}):
        services.people.save(ann, replace(services.people.draft(ann), **changes), services.clock())  # type: ignore[arg-type]
    told = ("Ann saved", "Ann saved: life", "Ann saved: note", "Ann added")
    assert picture(opened(desk)) == [f"{each}, Today, 8:45 AM" for each in told]


def test_many_steps_go_back_in_a_thread(
    desk: Desk, services: OpenBook, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(busy, "MANY", 2)
    add(services, "Ann", "Bo", "Cy")
    window = opened(desk)
    choose(window, 1)
    window.save()
    assert window.findChild(busy.Busy) is not None
    qtbot.waitUntil(lambda: names(services) == ["Ann"] and window.findChild(busy.Busy) is None)
    qtbot.waitUntil(lambda: window.save_button.text() == "Do again up to here")


def test_the_last_step_with_many_goes_back_in_a_thread(
    desk: Desk, services: OpenBook, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(services, "Ann", "Bo", "Cy")
    people = [person_id for person_id, _name in services.listing.hits("", services.clock(), 9)]
    monkeypatch.setattr(busy, "MANY", 3)
    desk.rest.doors.put_away(people)
    assert isinstance(desk.rest.doors.opened, busy.Busy)
    qtbot.waitUntil(lambda: not names(services) and desk.rest.doors.opened is None)
    desk.wishes.undo.trigger()
    assert isinstance(desk.rest.doors.opened, busy.Busy)
    qtbot.waitUntil(lambda: len(names(services)) == 3 and desk.rest.doors.opened is None)
    assert desk.rest.history._bar.words() == "Undone: 3 people put away"


def test_the_bar_offers_nothing_that_was_taken_back_elsewhere(desk: Desk, services: OpenBook) -> None:
    add(services, "Ann", "Bo")
    assert desk.rest.history._bar.isVisible()
    window = opened(desk)
    window.save()
    assert names(services) == ["Ann"]
    assert not desk.rest.history._bar.isVisible()
    assert desk.wishes.redo.text() == "&Redo: Bo added"


def test_an_empty_history_says_what_will_appear(desk: Desk) -> None:
    window = opened(desk)
    assert picture(window) == []
    assert not window.save_button.isVisible()
    window.save()


def test_a_long_name_loses_its_middle_and_never_the_button(desk: Desk, services: OpenBook) -> None:
    name = "Wolfeschlegelsteinhausenbergerdorff" * 2
    services.people.add(PersonDraft(name=name), services.clock())
    bar = desk.rest.history._bar
    assert bar.words().startswith("Wolfesch")
    assert "\u2026" in bar.words()
    assert bar._button.width() >= bar._button.sizeHint().width()
    assert bar.width() <= desk.panes.people.width()
    assert len(short_name(name)) <= LONGEST_NAME + 1
    assert short_name("Maria Delgado") == "Maria Delgado"
    step = services.undo.last()
    assert step is not None
    assert step_done(replace(step, detail={"name": name})) == f"{short_name(name)} added"
