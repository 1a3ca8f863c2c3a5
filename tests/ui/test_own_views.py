"""Views of one's own at the desk: made from what is shown, changed, ordered, deleted, all by keyboard too."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from planner.domain.account import Level
from planner.domain.moment import Moment
from planner.domain.person import SourceKind, Stage
from planner.domain.touch import Channel
from planner.services.saved_views import Filters, InTouch, NextStep, OwnView, View
from planner.ui.desk import Desk
from planner.ui.dialogs.view_form import ViewForm
from planner.ui.dialogs.view_list import ViewList
from planner.ui.kit import wording
from tests.ui.sample_desk import Clock, open_desk, open_sample


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path, now: Moment) -> Desk:
    """A desk over the sample book."""
    return open_desk(qtbot, qapp, open_sample(tmp_path, Clock(now)))


def entries(desk: Desk) -> list[str]:
    """What the menu behind *More* offers beside the views."""
    menu = QMenu()
    desk.people.view_bar.fill_menu(menu, ())
    return [action.text().replace("&", "") for action in menu.actions() if not action.isSeparator()]


def chips(desk: Desk) -> list[str]:
    bar = desk.people.view_bar
    return [chip.text() for chip in bar._chips.values()]


def opened(desk: Desk) -> ViewForm:
    form = desk.rest.doors.opened
    assert isinstance(form, ViewForm)
    return form


def test_what_is_shown_becomes_a_view(desk: Desk) -> None:
    desk.people.show_view(View.CUSTOMERS)
    desk.toolbar.search.setText("a")
    desk.rest.views.save_shown()
    form = opened(desk)
    assert form.lines.filters() == Filters(among=View.CUSTOMERS, words="a")
    shown = desk.people.model.rowCount()
    assert form.found.text() == f"{shown} people now"
    form.name.setText("Customers called Mar")
    form.save()
    (view,) = desk.rest.services.views.all()
    assert view == OwnView(1, "Customers called Mar", Filters(among=View.CUSTOMERS, words="a"))
    assert desk.people.model.view == view
    assert wording.step_done(desk.rest.services.undo.last()) == "View “Customers called Mar” saved"  # type: ignore[arg-type]


def test_every_line_says_what_it_holds_and_the_count_follows(qtbot: QtBot, desk: Desk) -> None:
    desk.rest.views.save_shown()
    form = opened(desk)
    lines = form.lines
    lines.stages.tick(Stage.CUSTOMER)
    lines.stages.tick(Stage.FAN)
    lines.levels.tick(Level.WARMING)
    lines.sources.tick((SourceKind.EVENT, ""))
    lines.allowed.tick(Channel.CALL)
    lines.in_touch.setCurrentIndex(lines.in_touch.findData(InTouch.NOT_FOR))
    assert lines.days.isVisible()
    lines.days.setValue(14)
    lines.cities.setText(" Denver ,, Boulder, Denver")
    lines.next_step.setCurrentIndex(lines.next_step.findData(NextStep.WEEK))
    assert lines.filters() == Filters(
        stages=(Stage.CUSTOMER, Stage.FAN),
        levels=(Level.WARMING,),
        sources=((SourceKind.EVENT, ""),),
        allowed=(Channel.CALL,),
        in_touch=InTouch.NOT_FOR,
        in_touch_days=14,
        cities=("Denver", "Boulder"),
        next_step=NextStep.WEEK,
    )
    lines.show_filters(Filters(stages=(Stage.CUSTOMER,)))
    customers = OwnView(0, "", Filters(stages=(Stage.CUSTOMER,)))
    expected = desk.rest.services.listing.count(customers, "", desk.rest.services.clock())
    qtbot.waitUntil(lambda: form.found.text() == f"{expected} people now")
    assert not lines.days.isVisible()
    assert lines.stages.text() == "Customer"
    assert lines.tags.text() == "any"


def test_a_form_shows_again_whatever_it_kept(desk: Desk) -> None:
    services = desk.rest.services
    tag = services.people.tags()[0][0]
    named = next((one.kind, one.name) for one in services.people.sources() if one.name)
    kept = Filters(View.TEAM, "ann", tags=(tag,), sources=(named,), in_touch=InTouch.WITHIN, in_touch_days=9)
    view = services.views.add("Kept", kept, services.clock())
    desk.rest.views.edit(view.id)
    assert opened(desk).lines.filters() == kept


def test_a_name_that_is_missing_or_taken_is_told_at_its_field(desk: Desk) -> None:
    desk.rest.services.views.add("Choir", Filters(), desk.rest.services.clock())
    desk.rest.views.save_shown()
    form = opened(desk)
    for name, said in (("", "A view needs a name."), ("choir", "Another view is called choir already.")):
        form.name.setText(name)
        form.save()
        assert form.isVisible()
        assert said in [label.text() for label in form._form.findChildren(QLabel)]


def test_own_views_stand_after_the_day_and_are_chosen_like_the_others(qtbot: QtBot, desk: Desk) -> None:
    services = desk.rest.services
    view = services.views.add("Warm", Filters(levels=(Level.WARMING,)), services.clock())
    count = services.listing.count(view, "", services.clock())
    qtbot.waitUntil(lambda: chips(desk)[2] == f"Warm {count}")
    assert chips(desk)[0].startswith("Everyone")
    desk.people.view_bar._chips[view.id].click()
    assert desk.people.model.view == view
    assert desk.people.model.rowCount() == count
    assert "Change “Warm”…" in entries(desk)


def test_a_view_that_is_shown_follows_its_change_and_gives_way_when_it_goes(desk: Desk) -> None:
    services, now = desk.rest.services, desk.rest.services.clock()
    view = services.views.add("Team of mine", Filters(stages=(Stage.TEAM,)), now)
    desk.people.show_view(view)
    services.views.save(view.id, "Customers of mine", Filters(stages=(Stage.CUSTOMER,)), now)
    assert isinstance(desk.people.model.view, OwnView)
    assert desk.people.model.view.name == "Customers of mine"
    customers = services.listing.count(desk.people.model.view, "", now)
    assert desk.people.model.rowCount() == customers
    desk.people.view_bar.remove_requested.emit(view.id)
    assert desk.people.shown_filters() == Filters()
    desk.wishes.undo.trigger()
    assert [each.name for each in services.views.all()] == ["Customers of mine"]


def test_a_view_of_nobody_offers_to_be_changed(desk: Desk) -> None:
    services = desk.rest.services
    view = services.views.add("Nowhere", Filters(cities=("Nowhere",)), services.clock())
    desk.people.show_view(view)
    assert desk.people._empty._title.text() == "Nobody here just now"
    desk.people._empty._button.click()
    assert opened(desk).name.text() == "Nowhere"


def test_views_are_arranged_by_keyboard(qtbot: QtBot, desk: Desk) -> None:
    services, now = desk.rest.services, desk.rest.services.clock()
    for name in ("One", "Two", "Three"):
        services.views.add(name, Filters(), now)
    desk.rest.views.arrange()
    window = desk.rest.doors.opened
    assert isinstance(window, ViewList)

    def order() -> list[str]:
        return [each.name for each in services.views.all()]

    window.names.setCurrentRow(2)
    qtbot.keyClick(window.names, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert order() == ["One", "Three", "Two"]
    assert window.names.currentItem().text() == "Three"
    qtbot.keyClick(window.names, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert not window.earlier.isEnabled()
    assert window.later.isEnabled()
    window.later.click()
    assert order() == ["One", "Three", "Two"]
    qtbot.keyClick(window.names, Qt.Key.Key_Delete)
    assert order() == ["One", "Two"]
    assert window.names.currentItem().text() == "Two"
    qtbot.keyClick(window.names, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(desk.rest.doors.opened, ViewForm))
    assert opened(desk).name.text() == "Two"


def test_a_chip_of_ones_own_has_a_menu(desk: Desk) -> None:
    services = desk.rest.services
    for name in ("One", "R&D"):
        services.views.add(name, Filters(), services.clock())
    bar = desk.people.view_bar
    bar._chips[2].customContextMenuRequested.emit(QPoint(2, 2))
    menu = bar.findChildren(QMenu)[-1]
    texts = [action.text() for action in menu.actions()]
    assert texts[0] == "&Change “R&&D”…"
    menu.actions()[1].trigger()
    menu.close()
    assert [each.name for each in services.views.all()] == ["R&D", "One"]
