"""Orders, the team, products and activities, written down as somebody at the keyboard does it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from planner.domain.activity import ActivityKind
from planner.domain.order import CameBack, OrderBegan, OrderLine
from planner.domain.person import Stage
from planner.domain.touch import Channel
from planner.services.drafts import PersonDraft
from planner.services.open_book import OpenBook
from planner.services.orders import OrderDraft
from planner.services.preferences import Preferences
from planner.services.products import ProductDraft
from planner.services.team import MembershipDraft
from planner.ui.dialogs.activity_form import ActivityForm
from planner.ui.dialogs.form_window import FormWindow
from planner.ui.dialogs.order_form import OrderForm
from planner.ui.dialogs.product_list import ProductList
from planner.ui.dialogs.team_form import TeamForm
from tests.ui.person_builders import NOW

TODAY = date(2026, 11, 23)
ORDER = OrderDraft(date(2026, 11, 20), lines=(OrderLine("Vitamin C serum", 2),), total_cents=8450)


def shown(qtbot: QtBot, form: FormWindow) -> None:
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()


def click(qtbot: QtBot, parent: QWidget, text: str) -> None:
    found: list[QPushButton] = []

    def stands_there() -> bool:
        found[:] = [each for each in parent.findChildren(QPushButton) if each.text() == text and each.isVisible()]
        return bool(found)

    qtbot.waitUntil(stands_there)
    qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)


def save(qtbot: QtBot, form: FormWindow) -> None:
    qtbot.waitUntil(form.isActiveWindow)
    with qtbot.waitSignal(form.accepted):
        qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.practice("002-13")
def test_an_order_of_two_products_is_typed_and_saved(services: OpenBook, maria: int, qtbot: QtBot) -> None:
    form = OrderForm(services, maria)
    shown(qtbot, form)
    first = form.lines.rows()[0]
    qtbot.waitUntil(first.product.hasFocus)
    qtbot.keyClicks(first.product, "Vitamin C serum")
    assert first.days.text() == "lasts 50 days"
    qtbot.keyClick(first.product, Qt.Key.Key_Tab)
    qtbot.keyClicks(form.focusWidget(), "2")
    click(qtbot, form, "One more product")
    second = form.lines.rows()[1]
    qtbot.keyClicks(second.product, "Silver ring")
    assert second.days.text() == "does not run out"
    qtbot.keyClicks(form.total, "84.50")
    save(qtbot, form)
    [order] = services.orders.of_person(maria)
    assert [(line.product, line.days_supply) for line in order.lines] == [
        ("Vitamin C serum", 50),
        ("Silver ring", None),
    ]
    assert (order.on, order.total_cents, order.began) == (TODAY, 8450, OrderBegan.ASKED)
    assert services.people.view(maria).stage is Stage.CUSTOMER


@pytest.mark.practice("004-25")
def test_an_order_ends_with_one_question_where_nobody_has_said_how_to_be_in_touch(
    services: OpenBook, qtbot: QtBot
) -> None:
    ben = services.people.add(PersonDraft(name="Ben Park"), NOW)
    form = OrderForm(services, ben)
    shown(qtbot, form)
    assert form.consent.isVisible()
    assert form._form.field(form.consent).label.text() == "May you be in touch? They said yes to"
    qtbot.keyClicks(form.lines.rows()[0].product, "Tea")
    qtbot.mouseClick(form.consent.channels.chip(Channel.TEXT), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(form.consent.words, "text me when it runs low")
    form.consent.when.set_text("whenever")
    form.save()
    assert services.orders.of_person(ben) == (), "the day of a yes has to be understood"
    form.consent.when.set_text("today")
    save(qtbot, form)
    assert len(services.orders.of_person(ben)) == 1
    [yes] = services.people.view(ben).permissions
    assert (yes.channel, yes.words, yes.given_on) == (Channel.TEXT, "text me when it runs low", TODAY)
    again = OrderForm(services, ben)
    shown(qtbot, again)
    assert not again.consent.isVisible(), "whoever has said is not asked again"
    services.undo.undo(NOW)
    assert services.orders.of_person(ben) == ()
    assert services.people.view(ben).permissions == ()


@pytest.mark.practice("004-25")
def test_an_order_is_saved_without_an_answer_and_nobody_who_wants_peace_is_asked(
    services: OpenBook, qtbot: QtBot
) -> None:
    ben = services.people.add(PersonDraft(name="Ben Park"), NOW)
    form = OrderForm(services, ben)
    shown(qtbot, form)
    qtbot.keyClicks(form.lines.rows()[0].product, "Tea")
    save(qtbot, form)
    [order] = services.orders.of_person(ben)
    assert services.people.view(ben).permissions == ()
    before = OrderForm(services, ben, order_id=order.id)
    shown(qtbot, before)
    assert not before.consent.isVisible(), "only a new order asks"
    services.permissions.stop(ben, Channel.CALL, "no calls", NOW)
    new = OrderForm(services, ben)
    shown(qtbot, new)
    assert not new.consent.isVisible()


@pytest.mark.practice("002-13")
def test_what_is_missing_in_an_order_is_said_at_its_field(services: OpenBook, maria: int, qtbot: QtBot) -> None:
    form = OrderForm(services, maria)
    shown(qtbot, form)
    form.save()
    assert form._form.field(form.lines).shown_below() == "Name at least one product."
    qtbot.keyClicks(form.lines.rows()[0].product, "Tea")
    form.total.setText("much")
    form.save()
    assert form._form.field(form.total).has_mistake()
    form.total.clear()
    form.delivered.set_text("2026-11-20")
    form.save()
    assert form.delivered.said() == "This lies before the day of the order."
    form.delivered.set_text("whenever")
    form.save()
    assert "Not understood" in form.delivered.said()
    assert services.orders.of_person(maria) == ()


def test_the_day_until_which_they_may_change_their_mind_is_shown(services: OpenBook, maria: int, qtbot: QtBot) -> None:
    form = OrderForm(services, maria)
    shown(qtbot, form)
    form.on.set_text("today")
    qtbot.keyClick(form.sold_out, Qt.Key.Key_Space)
    assert form._until.text() == "They may change their mind until Fri, Nov 27."
    qtbot.keyClicks(form.lines.rows()[0].product, "Tea")
    save(qtbot, form)
    assert services.orders.of_person(maria)[0].cooling_off_until == date(2026, 11, 27)


@pytest.mark.practice("002-20")
def test_an_order_that_was_sent_back_keeps_why(services: OpenBook, maria: int, qtbot: QtBot) -> None:
    order_id = services.orders.place(maria, ORDER, NOW)
    form = OrderForm(services, maria, order_id=order_id)
    shown(qtbot, form)
    assert form.lines.lines() == ORDER.lines
    assert form.total.text() == "84.50"
    qtbot.mouseClick(form.began.chip(OrderBegan.PUSHED), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(form.came_back.chip(CameBack.RETURNED), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(form.why, "she felt talked into it")
    save(qtbot, form)
    [order] = services.orders.of_person(maria)
    assert (order.began, order.came_back, order.came_back_on) == (OrderBegan.PUSHED, CameBack.RETURNED, TODAY)
    assert order.came_back_why == "she felt talked into it"


def test_an_order_is_removed_from_its_form(services: OpenBook, maria: int, qtbot: QtBot) -> None:
    form = OrderForm(services, maria, order_id=services.orders.place(maria, ORDER, NOW))
    shown(qtbot, form)
    with qtbot.waitSignal(form.accepted):
        click(qtbot, form, "Remove this order")
    assert services.orders.of_person(maria) == ()


@pytest.mark.practice("002-03")
def test_without_money_the_form_asks_for_none_and_keeps_what_is_there(
    services: OpenBook, maria: int, qtbot: QtBot
) -> None:
    services.preferences.save(Preferences(shows_money=False), NOW)
    order_id = services.orders.place(maria, ORDER, NOW)
    form = OrderForm(services, maria, order_id=order_id)
    shown(qtbot, form)
    assert not form.total.isVisible()
    assert form.total.text() == ""
    save(qtbot, form)
    assert services.orders.of_person(maria)[0].total_cents == 8450


@pytest.mark.rule("D6.7")
def test_a_new_member_is_welcomed(services: OpenBook, maria: int, qtbot: QtBot) -> None:
    form = TeamForm(services, maria)
    shown(qtbot, form)
    form.joined.set_text("today 9am")
    qtbot.keyClicks(form.goals, "a kitchen of my own")
    form.launch.set_text("dec 12")
    save(qtbot, form)
    [member] = services.team.of_person(maria)
    assert (member.joined_on, member.joined_at, member.launch_on) == (TODAY, time(9), date(2026, 12, 12))
    assert (member.raised_hand, member.goals, member.wants_daily_check) == (True, "a kitchen of my own", True)
    assert services.people.view(maria).stage is Stage.TEAM


@pytest.mark.rule("D3")
def test_a_member_is_edited_and_leaves(services: OpenBook, maria: int, qtbot: QtBot) -> None:
    joined = MembershipDraft(date(2026, 11, 2), zone="America/Denver", note="from the fair")
    member = services.team.join(maria, joined, NOW)
    form = TeamForm(services, maria, membership_id=member)
    shown(qtbot, form)
    form.trained.set_text("yesterday")
    form.launch.set_text("nonsense")
    form.save()
    assert "Not understood" in form.launch.said()
    form.launch.set_text("")
    save(qtbot, form)
    draft = services.team.draft(member)
    assert (draft.trained_on, draft.zone, draft.note) == (date(2026, 11, 22), "America/Denver", "from the fair")
    form = TeamForm(services, maria, membership_id=member)
    shown(qtbot, form)
    with qtbot.waitSignal(form.accepted):
        click(qtbot, form, "They left the team today")
    assert services.team.of_person(maria)[0].left_on == TODAY


def test_products_are_added_changed_and_taken_off(services: OpenBook, qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    dialog = ProductList(services.products, services.clock)
    shown(qtbot, dialog)
    assert dialog.nothing.isVisible()
    qtbot.waitUntil(dialog.name.hasFocus)
    qtbot.keyClicks(dialog.name, "Night serum")
    assert dialog.days.text() == "50 days"
    dialog.save()
    qtbot.keyClicks(dialog.name, "Night serum")
    dialog.save()
    assert dialog._form.field(dialog.name).shown_below() == "Night serum is in the list already."
    dialog.name.clear()
    dialog.table.setFocus()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Down)
    assert dialog.name.text() == "Night serum"
    dialog.days.setValue(70)
    dialog.save()
    assert [(each.draft, each.lasts) for each in services.products.list()] == [
        (ProductDraft("Night serum", "", 70), 70)
    ]
    qtmodeltester.check(dialog.model)
    dialog._choose(0)
    click(qtbot, dialog, "Take off the list")
    assert services.products.list() == ()


@pytest.mark.practice("003-03")
def test_a_post_is_noted_and_the_week_shows_it(services: OpenBook, qtbot: QtBot) -> None:
    form = ActivityForm(services.activities, services.clock)
    shown(qtbot, form)
    assert form.week_shown() == ["Attract: not yet · Serve: not yet · Reach out: not yet"]
    qtbot.waitUntil(form.what.hasFocus)
    qtbot.keyClicks(form.what, "Posted about winter skin")
    form.minutes.setValue(20)
    form.save()
    assert form.week_shown() == [
        "Attract: once, 20 minutes · Serve: not yet · Reach out: not yet",
        "Today: Posted about winter skin, 20 minutes",
    ]
    assert form.what.text() == ""
    form.on.set_text("2026-11-24")
    form.save()
    assert form.on.said() == "This has not happened yet."
    click(qtbot, form, "Take out")
    assert services.activities.of_week(TODAY) == ()


@pytest.mark.practice("000-18")
def test_a_week_of_reaching_out_is_asked_for_something_that_serves(services: OpenBook, qtbot: QtBot) -> None:
    form = ActivityForm(services.activities, services.clock)
    shown(qtbot, form)
    qtbot.mouseClick(form.kind.chip(ActivityKind.REACH_OUT), Qt.MouseButton.LeftButton)
    for _turn in range(9):
        form.save()
    assert form.week_shown()[0] == "Attract: not yet · Serve: not yet · Reach out: 9 times"
    assert "something for the people you have" in form.week_shown()[1]


def test_none_of_something_is_asked_about(services: OpenBook, maria: int, qtbot: QtBot) -> None:
    form = OrderForm(services, maria)
    shown(qtbot, form)
    first = form.lines.rows()[0]
    first.product.setText("Night serum")
    first.pieces.setValue(0)
    form.save()
    field = form._form.field(form.lines)
    assert "How many?" in field.shown_below()
    first.pieces.setValue(2)
    assert not field.has_mistake()
    save(qtbot, form)
    assert services.orders.of_person(maria)[-1].lines[0].quantity == 2


def test_a_mended_total_is_no_mistake_any_more(services: OpenBook, maria: int, qtbot: QtBot) -> None:
    services.preferences.save(replace(services.preferences.load(), shows_money=True), NOW)
    form = OrderForm(services, maria)
    shown(qtbot, form)
    form.total.setText("a lot")
    form.save()
    assert form._form.field(form.total).has_mistake()
    form.total.setText("84.50")
    assert not form._form.field(form.total).has_mistake()


def test_a_product_is_renamed_in_past_orders_on_request(services: OpenBook, maria: int, qtbot: QtBot) -> None:
    services.orders.place(maria, ORDER, NOW)
    services.products.save(None, ProductDraft("Vitamin C serum"), NOW)
    form = ProductList(services.products, services.clock)
    shown(qtbot, form)
    form.table.selectRow(0)
    assert form.renames.isHidden()
    form.name.setText("Bright serum")
    assert form.renames.text() == "Rename it in 1 past order, too"
    form.save()
    assert services.orders.of_person(maria)[0].lines[0].product == "Bright serum"
    services.undo.undo(NOW)
    assert services.orders.of_person(maria)[0].lines[0].product == "Vitamin C serum"
    form.table.selectRow(0)
    form._choose(0)
    form.name.setText("Clear serum")
    form.renames.setChecked(False)
    form.save()
    assert services.orders.of_person(maria)[0].lines[0].product == "Vitamin C serum"


def test_a_form_that_grows_keeps_its_corner(services: OpenBook, maria: int, qtbot: QtBot) -> None:
    form = OrderForm(services, maria)
    shown(qtbot, form)
    form.move(40, 30)
    before = form.height()
    for _more in range(3):
        click(qtbot, form, "One more product")
    qtbot.waitUntil(lambda: form.height() > before)
    assert (form.pos().x(), form.pos().y()) == (40, 30)
