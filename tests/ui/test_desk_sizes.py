"""The desk in narrow windows, with large letters, in a longer language; and how it stands the next day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.moment import Moment
from planner.services.drafts import PersonDraft
from planner.services.listing import View
from planner.services.open_book import OpenBook
from planner.ui.desk import Desk
from planner.ui.desk.undo_bar import UndoBar
from planner.ui.kit import i18n, motion, theme
from planner.ui.kit.buttons import Button
from planner.ui.person.foot import Foot
from tests.ui.sample_desk import Clock, open_desk, person_named


@pytest.fixture(autouse=True)
def _as_before(qapp: QApplication) -> Iterator[None]:
    yield
    i18n.use_language("en", "US")
    theme.apply(qapp, "light", 100)


def test_in_a_narrow_window_the_person_slides_over_the_people(
    qtbot: QtBot, qapp: QApplication, services: OpenBook
) -> None:
    desk = open_desk(qtbot, qapp, services, 1024, 640)
    assert desk.panes.is_narrow
    assert not desk.panes.person.isVisible()
    desk.open_person(person_named(services, "Maria Delgado"))
    assert desk.panes.person.isVisible()
    qtbot.waitUntil(lambda: desk.panes.person.geometry().right() <= desk.panes.people.width())
    desk.wishes.back.trigger()
    assert not desk.panes.person.isVisible()
    assert desk.people.table.hasFocus()


def test_with_less_motion_the_person_is_there_at_once(
    qtbot: QtBot, qapp: QApplication, services: OpenBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_desk(qtbot, qapp, services, 1024, 640)
    maria, panes = person_named(services, "Maria Delgado"), desk.panes
    monkeypatch.setattr(motion, "_system_asks_for_less", lambda: True)
    desk.open_person(maria)
    assert panes.person.geometry() == panes._over(), "the system asked for it"
    monkeypatch.setattr(motion, "_system_asks_for_less", lambda: False)
    panes.hide_person()
    desk.open_person(maria)
    assert panes.person.geometry() != panes._over(), "it slides"
    panes.hide_person()
    store = services.preferences
    store.save(replace(store.load(), less_motion=True), services.clock())
    desk.open_person(maria)
    assert panes.person.geometry() == panes._over(), "it was chosen"


def test_a_window_that_grows_gives_the_person_a_place(qtbot: QtBot, qapp: QApplication, services: OpenBook) -> None:
    desk = open_desk(qtbot, qapp, services, 1024, 640)
    desk.open_person(person_named(services, "Maria Delgado"))
    desk.resize(1500, 900)
    qtbot.waitUntil(lambda: not desk.panes.is_narrow)
    assert desk.panes.person.isVisible()
    assert desk.panes.person.parent() is desk.panes
    assert desk.panes.indexOf(desk.panes.person) == 2
    desk.resize(1024, 640)
    qtbot.waitUntil(lambda: desk.panes.is_narrow)
    assert not desk.panes.person.isVisible()


def test_panes_can_be_hidden(qtbot: QtBot, qapp: QApplication, services: OpenBook) -> None:
    desk = open_desk(qtbot, qapp, services)
    desk.wishes.show_today.trigger()
    assert not desk.panes.today.isVisible()
    desk.wishes.show_person.trigger()
    assert not desk.panes.person.isVisible()
    desk.open_person(person_named(services, "Maria Delgado"))
    assert desk.panes.person.isVisible(), "Enter brings the person back"
    desk.wishes.show_today.trigger()
    assert desk.panes.today.isVisible()


def test_everything_stands_where_it_stood(qtbot: QtBot, qapp: QApplication, services: OpenBook) -> None:
    desk = open_desk(qtbot, qapp, services, 1500, 880)
    desk.panes.setSizes([360, 640, 500])
    sizes = desk.panes.sizes()
    desk.close()
    again = open_desk(qtbot, qapp, services, 1500, 880)
    assert again.panes.sizes() == sizes


def test_hidden_panes_stay_hidden_and_come_back_as_wide(qtbot: QtBot, qapp: QApplication, services: OpenBook) -> None:
    desk = open_desk(qtbot, qapp, services)
    desk.panes.setSizes([280, 700, 458])
    sizes = desk.panes.sizes()
    desk.remember()
    desk.wishes.show_today.trigger()
    desk.wishes.show_person.trigger()
    assert not desk.panes.today.isVisible()
    assert not desk.panes.person.isVisible()
    desk.close()
    again = open_desk(qtbot, qapp, services)
    assert not again.panes.today.isVisible()
    assert not again.panes.person.isVisible()
    assert not again.wishes.show_today.isChecked()
    again.wishes.show_today.trigger()
    again.wishes.show_person.trigger()
    assert all(abs(now - then) <= 2 for now, then in zip(again.panes.sizes(), sizes, strict=True)), "but for a handle"


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("width", [1024, 1280, 1440])
def test_no_word_in_the_bars_is_clipped(
    qtbot: QtBot, qapp: QApplication, services: OpenBook, percent: int, width: int
) -> None:
    theme.apply(qapp, "light", percent)
    desk = Desk(services)
    qtbot.addWidget(desk)
    desk.resize(width, 640)
    with qtbot.waitSignal(desk.completed):
        desk.show()
    qtbot.wait(60)
    assert clipped(desk.toolbar) == []
    qtbot.waitUntil(lambda: clipped(desk.status) == [])


def test_the_longest_language_clips_nothing_on_the_desk(qtbot: QtBot, qapp: QApplication, services: OpenBook) -> None:
    i18n.use_language(i18n.PSEUDO)
    desk = open_desk(qtbot, qapp, services, 1440, 900)
    qtbot.wait(60)
    assert desk.wishes.log.iconText().startswith("[")
    assert clipped(desk.toolbar) == []
    qtbot.waitUntil(lambda: clipped(desk.status) == [])
    assert clipped(desk.rest.today) == []
    assert clipped(desk.rest.person) == []


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize(("language", "is_long"), [("en", False), (i18n.PSEUDO, True)])
def test_the_four_buttons_of_a_person_break_where_they_are_long(
    qtbot: QtBot, qapp: QApplication, services: OpenBook, language: str, is_long: bool, percent: int
) -> None:
    i18n.use_language(language)
    theme.apply(qapp, "light", percent)
    desk = Desk(services)
    qtbot.addWidget(desk)
    desk.resize(14 * percent + 40, 900)
    with qtbot.waitSignal(desk.completed):
        desk.show()
    desk.choose(person_named(services, "Maria Delgado"))
    foot = desk.rest.person.findChild(Foot)
    assert foot is not None
    buttons = foot.findChildren(Button)
    qtbot.waitUntil(lambda: (len({each.y() for each in buttons}) > 1) is is_long)
    qtbot.waitUntil(lambda: all(each.width() >= each.sizeHint().width() for each in buttons))


@pytest.mark.parametrize(
    "wish",
    [
        "add_person",
        "edit_person",
        "log",
        "talked",
        "promise",
        "permission",
        "preferences",
        "restore",
        "keys",
        "laws",
        "about",
    ],
)
def test_the_longest_language_clips_nothing_in_a_window(
    qtbot: QtBot, qapp: QApplication, services: OpenBook, wish: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("planner.ui.kit.prompts.confirm", lambda *_words: True)
    i18n.use_language(i18n.PSEUDO)
    desk = open_desk(qtbot, qapp, services, 1440, 900)
    desk.choose(person_named(services, "Maria Delgado"))
    getattr(desk.wishes, wish).trigger()
    window = desk.rest.doors.opened
    assert window is not None
    qtbot.wait(60)
    assert clipped(window) == []
    window.close()


def test_everything_that_takes_keys_has_a_name(qtbot: QtBot, qapp: QApplication, services: OpenBook) -> None:
    desk = open_desk(qtbot, qapp, services)
    desk.choose(person_named(services, "Maria Delgado"))
    by_tab = Qt.FocusPolicy.TabFocus
    waiting = [each for each in desk.findChildren(QWidget) if each.isVisible() and each.focusPolicy() & by_tab]
    assert [f"{type(each).__name__} in {type(each.parent()).__name__}" for each in waiting if not named(each)] == []


def test_every_minute_reaches_the_person_who_is_shown(
    qtbot: QtBot, qapp: QApplication, services: OpenBook, clock: Clock
) -> None:
    desk = open_desk(qtbot, qapp, services)
    desk.open_person(person_named(services, "Maria Delgado"))
    qtbot.waitUntil(desk.rest.person.isVisible)
    header, move = desk.rest.person.header, desk.rest.person.page.move_card
    before = header.local_time.text(), " ".join(each.text() for each in move.findChildren(QLabel))
    clock.now = Moment(clock.now.utc + timedelta(hours=14), clock.now.zone)
    desk.tick()
    after = header.local_time.text(), " ".join(each.text() for each in move.findChildren(QLabel))
    assert after[0] != before[0]
    assert after[1] != before[1]


def test_a_new_day_reaches_every_pane(qtbot: QtBot, qapp: QApplication, services: OpenBook, clock: Clock) -> None:
    desk = open_desk(qtbot, qapp, services)
    assert not desk.tick()
    clock.now = Moment(clock.now.utc + timedelta(days=1), clock.now.zone)
    assert desk.tick()
    row = desk.people.model.row_of(person_named(services, "Maria Delgado"))
    assert row is not None
    assert desk.people.model.index(row, 4).data() == "Mon, text"
    assert not desk.tick()


def named(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text


def clipped(window: QWidget) -> list[str]:
    """Labels and buttons whose words need more room than they have."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, QLabel | QPushButton) or not widget.text():
            continue
        if isinstance(widget, QLabel) and (widget.wordWrap() or isinstance(widget.parent(), QLineEdit)):
            is_cut = widget.height() + 1 < widget.heightForWidth(widget.width()) if widget.wordWrap() else False
        else:
            is_cut = widget.width() + 1 < widget.sizeHint().width() and type(widget) in (QLabel, QPushButton)
        if is_cut:
            found.append(f"{type(widget).__name__} “{widget.text()}” {widget.width()} < {widget.sizeHint().width()}")
    return found


def test_a_wider_window_gives_its_room_to_the_list(qtbot: QtBot, qapp: QApplication, services: OpenBook) -> None:
    desk = open_desk(qtbot, qapp, services)
    beside = desk.panes.today.width(), desk.panes.person.width()
    before = desk.panes.people.width()
    desk.resize(desk.width() + 400, desk.height())
    qtbot.waitUntil(lambda: desk.panes.people.width() == before + 400)
    assert (desk.panes.today.width(), desk.panes.person.width()) == beside


@pytest.mark.parametrize("size", [(1440, 900), (1366, 728), (2560, 1440)])
def test_a_first_desk_leaves_room_for_its_title_bar(
    qtbot: QtBot, services: OpenBook, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    monkeypatch.setattr(QScreen, "availableGeometry", lambda _screen: QRect(0, 0, *size))
    desk = Desk(services)
    qtbot.addWidget(desk)
    assert desk.height() == min(900, size[1] - 48)
    assert desk.width() == min(1440, size[0] - 32)


def test_the_way_back_stays_above_a_person_who_comes_over_the_list(
    qtbot: QtBot, qapp: QApplication, services: OpenBook
) -> None:
    desk = open_desk(qtbot, qapp, services, 1024, 640)
    desk.rest.doors.put_away([person_named(services, "Tom Adeyemi")])
    bar = desk.findChild(UndoBar)
    assert bar is not None
    qtbot.waitUntil(bar.isVisible)
    desk.open_person(person_named(services, "Maria Delgado"))
    qtbot.waitUntil(lambda: desk.panes.person.geometry().right() <= desk.panes.people.width())
    foot = desk.rest.person.findChild(Foot)
    assert foot is not None
    qtbot.waitUntil(lambda: bar.mapTo(desk, QPoint(0, bar.height())).y() <= foot.mapTo(desk, QPoint()).y())
    corner = bar.mapTo(desk, bar.rect().bottomRight() - QPoint(12, 12))
    found = desk.childAt(corner)
    assert found is not None
    assert found is bar or bar.isAncestorOf(found)


def test_who_looks_for_somebody_sees_the_list(qtbot: QtBot, qapp: QApplication, services: OpenBook) -> None:
    desk = open_desk(qtbot, qapp, services, 1024, 640)
    maria = person_named(services, "Maria Delgado")
    desk.open_person(maria)
    desk.toolbar.search.setText("mar")
    assert not desk.panes.person.isVisible(), "nothing lies over what was found"
    desk.open_person(maria)
    desk.toolbar.search.clear()
    assert desk.panes.person.isVisible(), "nobody was looked for"
    desk.people.view_bar.chosen.emit(View.CUSTOMERS)
    assert not desk.panes.person.isVisible()


def test_a_narrow_list_needs_no_moving_sideways(qtbot: QtBot, qapp: QApplication, services: OpenBook) -> None:
    desk = open_desk(qtbot, qapp, services, 1024, 640)
    assert desk.people.table.horizontalScrollBar().maximum() == 0


def test_today_and_the_person_have_a_share_of_a_very_wide_window(
    qtbot: QtBot, qapp: QApplication, services: OpenBook
) -> None:
    desk = open_desk(qtbot, qapp, services)
    usual = desk.panes.sizes()
    desk.resize(2560, 1000)
    qtbot.waitUntil(lambda: desk.panes.sizes()[0] > usual[0])
    assert desk.panes.sizes()[2] > usual[2]
    desk.resize(1440, 900)
    qtbot.waitUntil(lambda: desk.panes.sizes() == usual)
    desk.panes.setSizes([320, 700, 420])
    moved = desk.panes.sizes()
    desk.resize(2560, 1000)
    qtbot.waitUntil(lambda: desk.panes.people.width() > 1500)
    assert desk.panes.sizes()[0] == moved[0], "what somebody chose stays"


def test_a_page_that_is_seen_whole_shows_nothing_to_move_it_by(
    qtbot: QtBot, qapp: QApplication, services: OpenBook
) -> None:
    desk = open_desk(qtbot, qapp, services)
    desk.choose(services.people.add(PersonDraft(name="Ana"), services.clock()))
    bar = desk.rest.person.page.verticalScrollBar()
    qtbot.waitUntil(lambda: not bar.isEnabled())
    desk.choose(person_named(services, "Maria Delgado"))
    qtbot.waitUntil(bar.isEnabled)
