"""The notice before a promised time: told once, in the tray or above the desk, and never when it is not wanted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from planner.domain.moment import Moment
from planner.domain.promise import PromiseKind, Window
from planner.services.open_book import OpenBook
from planner.services.promises import PromiseDraft
from planner.ui.desk import Desk
from tests.builders import add_person
from tests.ui.sample_desk import Clock, open_desk, open_sample

CHICAGO = "America/Chicago"


@pytest.fixture
def clock() -> Clock:
    return Clock(Moment.at(datetime(2026, 12, 1, 13), CHICAGO))  # noqa: DTZ001 - a wall clock


@pytest.fixture
def services(tmp_path: Path, clock: Clock) -> Iterator[OpenBook]:
    opened = open_sample(tmp_path, clock, is_empty=True)
    yield opened
    opened.book.close()


@pytest.fixture
def maria(services: OpenBook, clock: Clock) -> int:
    person_id = add_person(services.book, "Maria Delgado")
    promise(services, clock, person_id)
    return person_id


def promise(services: OpenBook, clock: Clock, person_id: int) -> int:
    """At half past two in Denver, which is half past three here."""
    draft = PromiseDraft(
        PromiseKind.CALLBACK, clock.now.today, Window.EXACT, time(14, 30), "America/Denver", reason="the rash"
    )
    return services.promises.make(person_id, draft, clock.now)


def go_to(desk: Desk, clock: Clock, hour: int, minute: int) -> None:
    clock.now = Moment.at(datetime(2026, 12, 1, hour, minute), CHICAGO)  # noqa: DTZ001 - a wall clock
    desk.rest.notices.look()


class Tray:
    """What a system does with a tray icon, without a system."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.told: list[tuple[str, str]] = []
        monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: True))
        monkeypatch.setattr(QSystemTrayIcon, "supportsMessages", lambda _icon: True)
        monkeypatch.setattr(QSystemTrayIcon, "show", lambda _icon: None)
        monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda _icon, *said: self.told.append((said[0], said[1])))


@pytest.fixture
def tray(monkeypatch: pytest.MonkeyPatch) -> Tray:
    return Tray(monkeypatch)


def test_without_a_tray_one_line_above_the_desk_says_it_once(
    qtbot: QtBot, qapp: QApplication, services: OpenBook, clock: Clock, maria: int
) -> None:
    desk = open_desk(qtbot, qapp, services)
    banner = desk.rest.notices.banner
    go_to(desk, clock, 15, 24)
    assert not banner.isVisible()
    go_to(desk, clock, 15, 25)
    assert banner.isVisible()
    assert banner.said() == "Maria Delgado expects you at 3:30 PM."
    desk.choose(None)
    banner.show_button.click()
    assert desk.person == maria
    assert not banner.isVisible()
    go_to(desk, clock, 15, 26)
    assert not banner.isVisible(), "once is enough"


def test_the_line_goes_when_the_promise_is_kept_or_past(
    qtbot: QtBot, qapp: QApplication, services: OpenBook, clock: Clock, maria: int
) -> None:
    desk = open_desk(qtbot, qapp, services)
    go_to(desk, clock, 15, 28)
    assert desk.rest.notices.banner.isVisible()
    services.promises.keep(services.promises.open_for(maria)[0].id, clock.now)
    assert not desk.rest.notices.banner.isVisible()
    promise(services, clock, maria)
    assert desk.rest.notices.banner.isVisible(), "another promise is told of at once, when it is near"
    go_to(desk, clock, 15, 36)
    assert not desk.rest.notices.banner.isVisible()


def test_a_second_start_does_not_tell_it_again(
    qtbot: QtBot, qapp: QApplication, services: OpenBook, clock: Clock, maria: int, tray: Tray
) -> None:
    first = open_desk(qtbot, qapp, services)
    go_to(first, clock, 15, 26)
    first.close()
    open_desk(qtbot, qapp, services)
    assert tray.told == [("A promise in 4 minutes", "Maria Delgado expects you at 3:30 PM.")]
    assert "rash" not in " ".join(tray.told[0]), "why is nobody else's business"
    assert services.notices.told()
    clock.now = Moment(clock.now.utc + timedelta(days=5), CHICAGO)
    services.notices.note_told(clock.now)
    assert services.notices.told() == frozenset(), "what is long past is forgotten"
    assert maria


def test_what_the_system_told_waits_above_the_desk_too(
    qtbot: QtBot, qapp: QApplication, services: OpenBook, clock: Clock, maria: int, tray: Tray
) -> None:
    desk = open_desk(qtbot, qapp, services)
    desk.choose(None)
    go_to(desk, clock, 15, 25)
    notices = desk.rest.notices
    assert len(tray.told) == 1
    assert notices.banner.said() == "Maria Delgado expects you at 3:30 PM."
    assert notices.tray is not None
    notices.tray.messageClicked.emit()
    assert desk.person == maria
    assert not notices.banner.isVisible()


@pytest.mark.parametrize("wish", [{"shows_notices": False}, {"is_sample": True}])
def test_whoever_wants_none_hears_none(
    qtbot: QtBot,
    qapp: QApplication,
    services: OpenBook,
    clock: Clock,
    maria: int,
    tray: Tray,
    wish: dict[str, bool],
) -> None:
    services.preferences.save(replace(services.preferences.load(), **wish), clock.now)  # type: ignore[arg-type]
    desk = open_desk(qtbot, qapp, services)
    go_to(desk, clock, 15, 26)
    assert tray.told == []
    assert desk.rest.notices.tray is None
    assert not desk.rest.notices.banner.isVisible()
    assert maria


def test_a_name_is_only_told_where_it_may_be(
    qtbot: QtBot, qapp: QApplication, services: OpenBook, clock: Clock, maria: int, tray: Tray
) -> None:
    services.preferences.save(replace(services.preferences.load(), names_in_notices=False), clock.now)
    promise(services, clock, add_person(services.book, "Ann Hill"))
    promise_of_maria = services.promises.open_for(maria)[0].id
    services.promises.let_go(promise_of_maria, clock.now)
    desk = open_desk(qtbot, qapp, services)
    go_to(desk, clock, 15, 25)
    assert tray.told == [("A promise in 5 minutes", "Somebody expects you at 3:30 PM.")]


def test_the_tray_shows_the_next_promise_and_the_way_out(
    qtbot: QtBot, qapp: QApplication, services: OpenBook, clock: Clock, maria: int, tray: Tray
) -> None:
    desk = open_desk(qtbot, qapp, services)
    notices = desk.rest.notices
    assert notices.tray is not None
    menu = notices.tray.contextMenu()
    assert [action.text() for action in menu.actions() if action.text()] == [
        "Open Warmbook",
        "Next: Maria Delgado, 3:30 PM",
        "Switch notices off",
        "Quit",
    ]
    desk.choose(None)
    notices.next_promise.trigger()
    assert desk.person == maria
    services.people.archive([maria], clock.now)
    assert notices.next_promise.text() == "Nobody expects you at a fixed time"
    assert not notices.next_promise.isEnabled()
    menu.actions()[3].trigger()
    assert not services.preferences.load().shows_notices
    assert desk.rest.notices.tray is None
    assert tray.told == []


def test_clicking_a_notice_shows_whom_it_is_about(
    qtbot: QtBot, qapp: QApplication, services: OpenBook, clock: Clock, maria: int, tray: Tray
) -> None:
    desk = open_desk(qtbot, qapp, services)
    notices = desk.rest.notices
    go_to(desk, clock, 15, 25)
    desk.choose(None)
    assert notices.tray is not None
    notices.tray.messageClicked.emit()
    assert desk.person == maria
    icon = notices.tray
    with qtbot.waitSignal(desk.closed):
        menu = icon.contextMenu()
        menu.actions()[-1].trigger()
    assert desk.rest.notices.tray is None, "nothing of a closed program stays in the tray"
    assert tray.told


def test_a_notice_about_somebody_who_has_gone_shows_nobody(
    qtbot: QtBot, qapp: QApplication, services: OpenBook, clock: Clock, maria: int, tray: Tray
) -> None:
    desk = open_desk(qtbot, qapp, services)
    go_to(desk, clock, 15, 25)
    assert tray.told
    services.bin.forget([maria], clock())
    assert desk.rest.notices.tray is not None
    desk.rest.notices.tray.messageClicked.emit()
    assert desk.person is None


def test_a_name_is_shown_as_it_is_written(qtbot: QtBot, qapp: QApplication, services: OpenBook, clock: Clock) -> None:
    promise(services, clock, add_person(services.book, "Ana <b>Sosa</b>"))
    desk = open_desk(qtbot, qapp, services)
    go_to(desk, clock, 15, 25)
    words = desk.rest.notices.banner._words
    assert "<b>Sosa</b>" in words.text()
    assert words.textFormat() == Qt.TextFormat.PlainText
