"""The preferences as a person uses them: pages, numbers with their defaults, what can't be kept, going back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.method import HARD_MAXIMUM, Experience, Method, Mode
from planner.domain.week import Week
from planner.services.open_book import OpenBook
from planner.services.preferences import Preferences
from planner.ui.dialogs.preferences_dialog import PreferencesDialog
from planner.ui.dialogs.settings.numbers import Numbers
from planner.ui.dialogs.settings.page import Fold, SettingsPage
from planner.ui.kit import prompts, theme
from tests.ui.person_builders import NOW

ELSEWHERE = {
    *("mode", "experience", "capacity", "days_off"),
    *("courtesy_opens", "courtesy_closes", "care_opens", "care_closes", "stricter", "ask_first"),
    *("morning_from", "afternoon_from", "evening_from", "evening_until"),
}
"""What is no row of numbers: choices and hours, here or by region."""
NUMBERS = sorted({field.name for field in fields(Method)} - ELSEWHERE)

Open = Callable[[], PreferencesDialog]


@pytest.fixture
def show(services: OpenBook, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Open:
    monkeypatch.setattr(prompts, "confirm", lambda *_words: True)

    def make() -> PreferencesDialog:
        dialog = PreferencesDialog(services)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return make


def rows(dialog: PreferencesDialog, name: str) -> Numbers:
    """The rows among which a number stands."""
    return next(part for part in dialog.findChildren(Numbers) if part.has(name))


@pytest.fixture
def _large(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, "light", 150)
    yield
    theme.apply(qapp, "light", 100)


@pytest.mark.usefixtures("services", "_large")  # in this order: the book comes with letters of its own
def test_every_page_fits_a_small_screen_in_large_letters(show: Open, qtbot: QtBot) -> None:
    dialog = show()
    assert dialog.width() <= 800
    for page in dialog.pages:
        dialog.open_page(page)
        for fold in page.findChildren(Fold):
            fold.unfold()
        qtbot.wait(20)
        assert dialog.sight.horizontalScrollBar().maximum() == 0, page.title


def test_where_there_is_no_room_for_a_list_a_box_turns_the_pages(show: Open, qtbot: QtBot) -> None:
    dialog = show()
    assert dialog.contents.isVisible()
    assert not dialog.titles.isVisible()
    dialog.resize(600, 500)
    assert not dialog.contents.isVisible()
    assert dialog.titles.isVisible()
    qtbot.keyClick(dialog.titles, Qt.Key.Key_Down)
    assert dialog.opened is dialog.day
    assert dialog.day.isVisible()


def test_turning_pages_leaves_the_window_as_high_as_it_was(show: Open, qtbot: QtBot) -> None:
    dialog = show()
    before = dialog.height()
    dialog.open_page(dialog.method)
    qtbot.wait(20)
    assert dialog.height() == before


def test_preferences_unchanged_stay_as_they_were(services: OpenBook, show: Open) -> None:
    before = services.preferences.load()
    show().save()
    assert services.preferences.load() == before
    assert services.undo.last() is None


def test_the_keys_come_to_what_is_chosen(show: Open) -> None:
    dialog = show()
    dialog.open_page(dialog.day)
    mode = dialog.day.mode
    mode.setFocus()
    assert dialog.focusWidget() is mode.chip(Mode.BALANCED)
    mode.chip(Mode.ATTRACT).click()
    dialog.contents.setFocus()
    mode.setFocus()
    assert dialog.focusWidget() is mode.chip(Mode.ATTRACT)


@pytest.mark.practice("003-02")
def test_every_preference_is_kept(services: OpenBook, show: Open, qtbot: QtBot) -> None:
    before = services.preferences.load()
    dialog = show()
    qtbot.keyClicks(dialog.you.name, "Carla")
    qtbot.keyClicks(dialog.you.phone, "303 555 0100")
    dialog.you.country.setCurrentText("Canada")
    dialog.you.zone.setText("Toronto")
    look, day, hours = dialog.look, dialog.day, dialog.hours
    pages: dict[SettingsPage, tuple[QWidget, ...]] = {
        dialog.you: (dialog.you.paper.chip("a4"),),
        look: (look.theme.chip("dark"), look.text_size.chip(130)),
        dialog.language: (dialog.language.order.chip("day"),),
        day: (day.mode.chip(Mode.NEED_PEOPLE), day.experience.chip(Experience.PRO), day.days_off.chip(5)),
    }
    for page, chips in pages.items():
        row = dialog.contents.visualItemRect(dialog.contents.item(dialog.pages.index(page)))
        qtbot.mouseClick(dialog.contents.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
        assert page.isVisible()
        for chip in chips:
            qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    day.capacity.setValue(5)
    day.parts.fields["afternoon_from"].show_time(time(13))
    hours.hours.opens.show_time(time(10))
    hours.care_hours.closes.show_time(time(20, 30))
    look.less_motion.click()
    dialog.notices.named.click()
    dialog.data.kept.setValue(20)
    dialog.data.second.setText(str(services.path.parent))
    dialog.save()
    method = replace(
        before.method,
        mode=Mode.NEED_PEOPLE,
        experience=Experience.PRO,
        capacity=5,
        courtesy_opens=time(10),
        care_closes=time(20, 30),
        afternoon_from=time(13),
        days_off=(5, 6),
    )
    assert services.preferences.load() == replace(
        before,
        me_name="Carla",
        me_phone="303 555 0100",
        country="CA",
        zone="America/Toronto",
        theme="dark",
        text_size=130,
        less_motion=True,
        paper="a4",
        month_first=False,
        names_in_notices=False,
        backups_kept=20,
        second_folder=str(services.path.parent),
        method=method,
    )
    show().save()
    assert services.preferences.load().method == method
    quiet = replace(method, stricter=(Week("US-TN", (), (), (), on_holidays=False),))
    services.preferences.save(replace(services.preferences.load(), method=quiet), NOW)
    show().save()
    assert services.preferences.load().method == quiet, "hours kept stricter elsewhere stay"


@pytest.mark.rule("D11")
@pytest.mark.parametrize("name", NUMBERS)
def test_every_number_of_the_method_is_shown_kept_and_restored(services: OpenBook, show: Open, name: str) -> None:
    usual = getattr(Method(), name)
    dialog = show()
    field = rows(dialog, name).field(name)
    assert field.value() == usual
    assert str(usual) in field.accessibleDescription(), "each says what is usual"
    other = usual + 1 if usual < field.maximum() and usual + 1 <= HARD_MAXIMUM.get(name, 999) else usual - 1
    field.setValue(other)
    dialog.save()
    assert services.preferences.load().method == replace(Method(), **{name: other})
    least = show()
    rows(least, name).field(name).setValue(rows(least, name).field(name).minimum())
    least.save()
    assert getattr(services.preferences.load().method, name) == rows(least, name).field(name).minimum()
    again = show()
    rows(again, name).field(name).setValue(other)
    again.save()
    again = show()
    page = next(page for page in again.pages if page.isAncestorOf(rows(again, name)))
    again.open_page(page)
    assert rows(again, name).field(name).value() == other
    again.restore_button.click()
    assert rows(again, name).field(name).value() == usual
    again.save()
    assert services.preferences.load().method == Method()


@pytest.mark.rule("D11")
def test_folklore_is_called_a_rule_of_thumb_and_the_law_is_not(show: Open) -> None:
    dialog = show()

    def says(name: str) -> str:
        return rows(dialog, name).field(name).accessibleDescription()

    assert "rule of thumb" in says("half_life")
    assert "rule of thumb" in says("attempts_own")
    assert "rule of thumb" not in says("registry_days")
    assert "rule of thumb" not in says("calls_a_day")


@pytest.mark.practice("000-29")
@pytest.mark.parametrize(("name", "most"), [("strangers_a_day", 10), ("calls_a_day", 3)])
def test_what_goes_beyond_a_hard_maximum_is_set_right_and_said(
    services: OpenBook, show: Open, name: str, most: int
) -> None:
    dialog = show()
    numbers = rows(dialog, name)
    numbers.field(name).setValue(50)
    dialog.save()
    assert dialog.isVisible(), "so that the note can be read"
    assert dialog.opened.isAncestorOf(numbers)
    assert numbers.field(name).isVisible(), "unfolded, if it was folded away"
    assert numbers.field(name).value() == most
    assert str(most) in numbers.note(name)
    dialog.save()
    assert not dialog.isVisible()
    assert getattr(services.preferences.load().method, name) == most


def test_an_evening_before_the_morning_is_told_on_its_page(show: Open) -> None:
    dialog = show()
    dialog.hours.hours.closes.show_time(time(8))
    dialog.save()
    assert dialog.isVisible()
    assert dialog.opened is dialog.hours
    assert "after the morning" in dialog.hours.form.field(dialog.hours.hours).shown_below()


def test_parts_of_the_day_have_to_follow_each_other(services: OpenBook, show: Open) -> None:
    dialog = show()
    dialog.day.parts.fields["evening_from"].show_time(time(11))
    dialog.save()
    assert dialog.opened is dialog.day
    assert dialog.day.parts.isVisible(), "unfolded, to be mended"
    assert "after the one before" in dialog.day.parts.form.field(dialog.day.parts.fields["evening_from"]).shown_below()
    assert services.preferences.load().method == Method()


def test_every_page_keeps_the_contract(services: OpenBook, show: Open) -> None:
    """Loaded, each page passes its check and hands back what it showed; its defaults are those of the program."""
    chosen = replace(
        Preferences(),
        me_name="Carla",
        theme="dark",
        text_size=130,
        month_first=True,
        shows_notices=False,
        backups_kept=5,
        paper="a4",
        method=Method(capacity=5, half_life=60, courtesy_opens=time(11)),
        zone="America/Chicago",
        language="en",
    )
    services.preferences.save(chosen, NOW)
    pages = show().pages
    assert len({page.title for page in pages}) == len(pages)
    for page in pages:
        page.load(chosen)
        assert page.check(), page.title
        assert page.save(chosen) == chosen, page.title
        assert page.title
        assert page.focusProxy() is not None, "the keys have somewhere to go"
        page.restore_defaults()
        assert page.check(), page.title
    assert services.preferences.load() == chosen, "nothing was written"
    back = chosen
    for page in pages:
        back = page.save(back)
    assert back == replace(Preferences(), me_name="Carla", first_start_done=chosen.first_start_done)


def test_a_time_zone_that_does_not_exist_is_told_on_its_page(show: Open) -> None:
    dialog = show()
    dialog.open_page(dialog.look)
    dialog.you.zone.setText("Atlantis")
    dialog.save()
    assert dialog.opened is dialog.you
    assert "no such time zone" in dialog.you.form.field(dialog.you.zone).shown_below()


def test_defaults_come_back_page_by_page(services: OpenBook, show: Open) -> None:
    chosen = replace(Preferences(), me_name="Carla", theme="dark", method=Method(capacity=5, half_life=60))
    services.preferences.save(chosen, NOW)
    dialog = show()
    for page in (dialog.you, dialog.day):
        dialog.open_page(page)
        dialog.restore_button.click()
    dialog.save()
    assert services.preferences.load() == replace(chosen, method=Method(half_life=60))


def test_the_systems_time_zone_is_named_only_where_it_is_known(services: OpenBook, show: Open) -> None:
    services.preferences.save(replace(Preferences(), zone="Europe/Berlin"), NOW)
    dialog = show()
    dialog.restore_button.click()
    assert (dialog.you.zone.text(), dialog.you.zone.placeholderText()) == ("", "As the system")


@pytest.mark.practice("003-20")
def test_nothing_here_is_a_quota(show: Open) -> None:
    said = " ".join(field.accessibleDescription() for field in show().findChildren(Numbers))
    assert "goal" not in said
    assert not [field for field in fields(Method) if "goal" in field.name or "quota" in field.name]
