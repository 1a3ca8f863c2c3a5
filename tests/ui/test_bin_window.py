"""The window of the bin."""

from __future__ import annotations

import pytest

from planner.services.open_book import OpenBook
from planner.ui.desk import Desk
from planner.ui.dialogs.bin_window import BinWindow
from planner.ui.kit import prompts
from tests.ui.sample_desk import person_named


def opened(desk: Desk) -> BinWindow:
    desk.wishes.bin.trigger()
    window = desk.rest.doors.opened
    assert isinstance(window, BinWindow)
    return window


def picture(window: BinWindow) -> list[str]:
    model = window.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_whoever_was_removed_can_be_brought_back(desk: Desk, services: OpenBook) -> None:
    maria, tom = person_named(services, "Maria Delgado"), person_named(services, "Tom Adeyemi")
    services.people.remove([maria, tom], services.clock())
    window = opened(desk)
    assert picture(window) == [
        f"{name}, removed today \u00b7 30 days left" for name in ("Tom Adeyemi", "Maria Delgado")
    ]
    window.save()
    assert picture(window) == ["Maria Delgado, removed today \u00b7 30 days left"]
    assert person_named(services, "Tom Adeyemi") == tom
    assert window.isVisible()


def test_removing_for_good_asks_once(desk: Desk, services: OpenBook, monkeypatch: pytest.MonkeyPatch) -> None:
    maria = person_named(services, "Maria Delgado")
    services.people.remove([maria], services.clock())
    window = opened(desk)
    asked: list[str] = []
    monkeypatch.setattr(prompts, "confirm", lambda _parent, title, *_rest: asked.append(title))
    window.forget_button.click()
    assert asked == ["Remove Maria Delgado for good?"]
    assert len(picture(window)) == 1
    monkeypatch.setattr(prompts, "confirm", lambda *_words: True)
    window.forget_button.click()
    assert picture(window) == []
    assert services.book.value("SELECT count(*) FROM person WHERE id = ?", (maria,)) == 0
    assert not window.save_button.isVisible()
    window.forget()


def test_an_empty_bin_says_what_comes_here(desk: Desk) -> None:
    window = opened(desk)
    assert picture(window) == []
    assert not window.forget_button.isVisible()
    window.save()
