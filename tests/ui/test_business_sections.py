"""The business between two people on the person's page, and on the way there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.order import CameBack, OrderBegan, OrderLine
from planner.domain.plan_step import PlanKind, StepDone
from planner.domain.touch import TouchKind
from planner.services.open_book import OpenBook
from planner.services.orders import OrderDraft
from planner.services.team import MembershipDraft
from planner.services.timeline import Entry
from planner.ui.desk import Desk
from planner.ui.dialogs.activity_form import ActivityForm
from planner.ui.dialogs.order_form import OrderForm
from planner.ui.dialogs.product_list import ProductList
from planner.ui.dialogs.team_form import TeamForm
from planner.ui.kit.paper_size import PaperSize
from planner.ui.paper.layout import lay_out
from planner.ui.person.lines import LineRow
from planner.ui.person.section import Section
from tests.ui.sample_desk import person_named

TUESDAY = date(2026, 12, 1)
ORDER = OrderDraft(
    TUESDAY, began=OrderBegan.PARTY, lines=(OrderLine("Night serum", 2), OrderLine("Candle")), total_cents=8450
)


@pytest.fixture
def grace(services: OpenBook, desk: Desk) -> int:
    person = person_named(services, "Grace Hill")
    desk.open_person(person)
    for order in services.orders.of_person(person):
        services.orders.remove(order.id, services.clock())
    return person


def button(qtbot: QtBot, parent: QWidget, text: str) -> QPushButton:
    """A button once it stands there."""
    found: list[QPushButton] = []

    def stands_there() -> bool:
        found[:] = [each for each in parent.findChildren(QPushButton) if each.text() == text and each.isVisible()]
        return bool(found)

    qtbot.waitUntil(stands_there)
    return found[0]


def row_of(qtbot: QtBot, section: Section, text: str) -> LineRow:
    """The line that says this, once what stood there before is gone."""
    qtbot.wait(50)
    return next(each for each in section.findChildren(LineRow) if each.texts()[0] == text)


def test_orders_are_shown_once_there_are_any(services: OpenBook, desk: Desk, grace: int, qtbot: QtBot) -> None:
    section = desk.rest.orders
    assert not section.isVisible()
    services.orders.place(grace, replace(ORDER, may_change_mind=True), services.clock())
    assert section.isVisible()
    assert section.lines_shown() == [
        "Candle runs low about Jan\u00a015",
        "Today: Night serum × 2, Candle",
        "not delivered yet · may change their mind until Fri,\u00a0Dec\u00a04 · $84.50",
    ]
    qtbot.mouseClick(button(qtbot, section, "Delivered today"), Qt.MouseButton.LeftButton)
    assert services.orders.of_person(grace)[0].delivered_on == TUESDAY
    assert section.lines_shown()[2].startswith("delivered today")


def test_what_runs_low_and_steps_to_tick_are_not_counted(
    services: OpenBook, desk: Desk, grace: int, qtbot: QtBot
) -> None:
    for days in range(4):
        services.orders.place(grace, replace(ORDER, on=TUESDAY - timedelta(days=days)), services.clock())
    assert button(qtbot, desk.rest.orders, "All 4").isVisible()
    services.team.join(grace, MembershipDraft(TUESDAY - timedelta(days=1), raised_hand=True), services.clock())
    services.team.tick_step(grace, PlanKind.TEAM, TUESDAY - timedelta(days=1), "welcome", TUESDAY, services.clock())
    assert button(qtbot, desk.rest.team, "More").isVisible()


def test_an_order_opens_by_key_and_by_double_click(services: OpenBook, desk: Desk, grace: int, qtbot: QtBot) -> None:
    services.orders.place(grace, ORDER, services.clock())
    edit = button(qtbot, desk.rest.orders, "Edit…")
    edit.setFocus()
    qtbot.keyClick(edit, Qt.Key.Key_Space)
    first = desk.rest.doors.opened
    assert isinstance(first, OrderForm)
    first.reject()
    row = row_of(qtbot, desk.rest.orders, "Today: Night serum × 2, Candle")
    qtbot.mouseDClick(row, Qt.MouseButton.LeftButton)
    assert isinstance(desk.rest.doors.opened, OrderForm)


@pytest.mark.practice("002-20")
def test_beside_what_came_back_stands_how_it_began(services: OpenBook, desk: Desk, grace: int) -> None:
    for _turn in range(2):
        order = services.orders.place(grace, replace(ORDER, began=OrderBegan.PUSHED), services.clock())
        services.orders.came_back(order, CameBack.RETURNED, TUESDAY, "never wanted it", services.clock())
    shown = desk.rest.orders.lines_shown()
    assert shown.count("They sent it back · It took some pushing · “never wanted it” · $84.50") == 2


@pytest.mark.practice("002-03")
def test_money_is_hidden_from_every_screen_and_page(services: OpenBook, desk: Desk, grace: int, qtbot: QtBot) -> None:
    services.orders.place(grace, ORDER, services.clock())
    assert any("84.50" in line for line in desk.rest.orders.lines_shown())
    assert desk.wishes.show_money.isChecked()
    desk.wishes.show_money.trigger()
    assert not services.preferences.load().shows_money
    qtbot.wait(50)
    labels = [each.text() for each in desk.findChildren(QLabel)]
    assert not any("84.50" in text or "$" in text for text in labels)
    sheet = replace(services.sheets.compose(services.clock()), number=1)
    assert "84.50" not in str(lay_out(sheet, PaperSize.LETTER))
    services.undo.undo(services.clock())
    assert desk.wishes.show_money.isChecked()


@pytest.mark.practice("000-22")
def test_with_a_friend_life_comes_first_and_orders_are_folded(services: OpenBook, desk: Desk, qtbot: QtBot) -> None:
    friend = person_named(services, "Leilani Kealoha")
    services.orders.place(friend, ORDER, services.clock())
    desk.open_person(friend)
    page, section = desk.rest.person.page, desk.rest.orders
    qtbot.waitUntil(section.isVisible)
    assert section.lines_shown() == []
    assert page.about_card.y() < section.y()
    qtbot.mouseClick(button(qtbot, section, "All 1"), Qt.MouseButton.LeftButton)
    assert section.lines_shown()[1] == "Today: Night serum × 2, Candle"
    desk.open_person(person_named(services, "Grace Hill"))
    desk.open_person(friend)
    assert section.lines_shown() == []


@pytest.mark.usefixtures("grace")
def test_every_door_opens_from_the_menu(desk: Desk) -> None:
    for wish, window in (
        (desk.wishes.order, OrderForm),
        (desk.wishes.join_team, TeamForm),
        (desk.wishes.products, ProductList),
        (desk.wishes.activity, ActivityForm),
    ):
        wish.trigger()
        opened = desk.rest.doors.opened
        assert isinstance(opened, window)
        opened.reject()


@pytest.mark.usefixtures("grace")
def test_the_page_offers_what_can_be_written_down(desk: Desk) -> None:
    menu = desk.rest.person.header.more.menu()
    assert menu is not None
    offered = menu.actions()
    assert {desk.wishes.permission, desk.wishes.order, desk.wishes.join_team} <= set(offered)


@pytest.mark.rule("D6.7")
def test_a_new_member_s_steps_are_ticked_on_the_page(services: OpenBook, desk: Desk, grace: int, qtbot: QtBot) -> None:
    section = desk.rest.team
    assert not section.isVisible()
    services.team.join(grace, MembershipDraft(TUESDAY, raised_hand=True, goals="school fees"), services.clock())
    assert section.lines_shown() == [
        "On your team since today",
        "“school fees” · they asked to join",
        "Today: welcome call",
        "Tomorrow: paperwork and kit, and their reason in their own words",
    ]
    box = next(each for each in section.findChildren(QCheckBox) if each.accessibleName() == "Today: welcome call")
    qtbot.waitUntil(box.isVisible)
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert services.team.steps_done(grace) == (StepDone(PlanKind.TEAM, TUESDAY, "welcome", TUESDAY),)
    qtbot.mouseClick(row_of(qtbot, section, "Today: welcome call"), Qt.MouseButton.LeftButton)
    assert services.team.steps_done(grace) == ()
    qtbot.mouseClick(button(qtbot, section, "Edit…"), Qt.MouseButton.LeftButton)
    assert isinstance(desk.rest.doors.opened, TeamForm)


@pytest.mark.practice("000-19")
def test_the_page_says_how_many_asks_it_took(services: OpenBook, desk: Desk, grace: int) -> None:
    for _turn in range(4):
        services.timeline.log(grace, Entry(TouchKind.ASK_JOIN, TUESDAY), services.clock())
    services.team.join(grace, MembershipDraft(TUESDAY), services.clock())
    assert desk.rest.team.lines_shown()[1] == "joined after 4 asks"
