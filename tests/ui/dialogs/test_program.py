"""The first start, preferences, backups, what this is, and choosing somebody."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

import planner
from planner.services.drafts import PersonDraft, PhoneDraft
from planner.services.open_book import OpenBook
from planner.ui.dialogs.about_dialog import AboutDialog
from planner.ui.dialogs.choose_person import ChoosePerson
from planner.ui.dialogs.delay_form import DelayForm
from planner.ui.dialogs.first_start import Door, FirstStart
from planner.ui.dialogs.log_form import LogForm
from planner.ui.dialogs.outcome_form import OutcomeForm
from planner.ui.dialogs.permission_form import PermissionForm
from planner.ui.dialogs.person_form import PersonForm
from planner.ui.dialogs.preferences_dialog import PreferencesDialog
from planner.ui.dialogs.promise_form import PromiseForm
from planner.ui.dialogs.restore_dialog import RestoreDialog
from planner.ui.kit import prompts
from planner.ui.kit.countries import country_name
from tests.ui.person_builders import NOW, add_maria


def shown(qtbot: QtBot, dialog: QDialog) -> None:
    qtbot.addWidget(dialog)
    dialog.show()


@pytest.mark.parametrize("door", list(Door))
def test_a_door_keeps_name_country_and_zone(services: OpenBook, qtbot: QtBot, door: Door) -> None:
    start = FirstStart(services.preferences, services.clock)
    shown(qtbot, start)
    qtbot.keyClicks(start.name, "Carla Jensen")
    start.country.setCurrentText("Germany")
    start.zone.setText("Berlin")
    qtbot.mouseClick(start.doors[door], Qt.MouseButton.LeftButton)
    assert start.door is door
    assert not start.isVisible()
    chosen = services.preferences.load()
    assert (chosen.me_name, chosen.country, chosen.zone) == ("Carla Jensen", "DE", "Europe/Berlin")
    assert chosen.first_start_done


def test_enter_goes_through_the_door_that_has_the_focus(services: OpenBook, qtbot: QtBot) -> None:
    window = FirstStart(services.preferences, lambda: NOW)
    qtbot.addWidget(window)
    qtbot.keyClick(window.doors[Door.PERSON], Qt.Key.Key_Return)
    assert window.door is Door.PERSON


def test_the_first_start_asks_for_nothing_it_can_know(services: OpenBook, qtbot: QtBot) -> None:
    start = FirstStart(services.preferences, services.clock)
    shown(qtbot, start)
    assert start.country.code() == "US"
    assert start.zone.zone() == "America/Chicago"
    qtbot.mouseClick(start.doors[Door.PERSON], Qt.MouseButton.LeftButton)
    chosen = services.preferences.load()
    assert (chosen.me_name, chosen.country, chosen.zone) == ("", "US", "")


def test_the_doors_scroll_where_the_screen_is_low(services: OpenBook, qtbot: QtBot) -> None:
    start = FirstStart(services.preferences, services.clock)
    shown(qtbot, start)
    assert start.height() < start.screen().availableGeometry().height()
    start.resize(start.width(), 300)
    last = start.doors[Door.SAMPLE]
    assert last.visibleRegion().isEmpty()
    last.setFocus(Qt.FocusReason.TabFocusReason)
    sight = start.findChild(QScrollArea)
    assert isinstance(sight, QScrollArea)
    sight.ensureWidgetVisible(last)
    assert not last.visibleRegion().isEmpty()


def test_a_zone_that_is_none_is_told(services: OpenBook, qtbot: QtBot) -> None:
    start = FirstStart(services.preferences, services.clock)
    shown(qtbot, start)
    start.zone.setText("Atlantis")
    qtbot.mouseClick(start.doors[Door.SAMPLE], Qt.MouseButton.LeftButton)
    assert start.door is None
    assert "no such time zone" in start._form.field(start.zone).shown_below()
    assert not services.preferences.load().first_start_done


@pytest.mark.parametrize("agrees", [True, False])
def test_going_back_to_a_copy_is_asked_twice(
    services: OpenBook, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, agrees: bool
) -> None:
    asked: list[str] = []

    def confirm(_parent: object, _title: str, text: str, _action: str, _stay: str = "") -> bool:
        asked.append(text)
        return agrees

    add_maria(services)
    services.backups.make(services.book, NOW)
    dialog = RestoreDialog(services.backups, services.clock)
    shown(qtbot, dialog)
    assert not dialog.save_button.isEnabled()
    (copy,) = services.backups.list()
    card = dialog.cards.card(copy.path)
    assert "1 person" in card.accessibleDescription()
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    monkeypatch.setattr(prompts, "confirm", confirm)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert "leaves the book" in asked[0]
    assert dialog.chosen == (copy if agrees else None)
    assert dialog.isVisible() is not agrees


def test_a_copy_on_a_stick_is_gone_back_to_as_well(
    services: OpenBook, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "Stick.warmbook"
    stick.write_bytes(b"no book at all")
    monkeypatch.setattr(prompts, "ask_open_file", lambda *_words: stick)
    dialog = RestoreDialog(services.backups, services.clock)
    shown(qtbot, dialog)
    dialog.elsewhere_button.click()
    assert "damaged" in dialog.trouble.text()
    assert dialog.isVisible()
    services.backups.make(services.book, services.clock()).rename(stick)
    asked: list[str] = []

    def agree(*words: str) -> bool:
        asked.append(words[2])
        return True

    monkeypatch.setattr(prompts, "confirm", agree)
    dialog.elsewhere_button.click()
    assert dialog.chosen is not None
    assert dialog.chosen.path == stick
    assert len(asked) == 1
    assert not dialog.isVisible()


def test_without_a_copy_there_is_nothing_to_go_back_to(services: OpenBook, qtbot: QtBot) -> None:
    dialog = RestoreDialog(services.backups, services.clock)
    shown(qtbot, dialog)
    assert not dialog.save_button.isEnabled()
    assert dialog.chosen is None


def test_about_tells_versions_folder_and_zones(services: OpenBook, qtbot: QtBot) -> None:
    import tzdata

    dialog = AboutDialog(services.path)
    shown(qtbot, dialog)
    qtbot.mouseClick(dialog._copy, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    for fact in (planner.__version__, str(services.path), tzdata.IANA_VERSION):
        assert fact in copied
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()


def test_somebody_is_found_while_typing(services: OpenBook, qtbot: QtBot) -> None:
    add_maria(services)
    tom = services.people.add(PersonDraft(name="Tom Adeyemi", phones=(PhoneDraft("720 555 0142"),)), NOW)
    services.people.add(PersonDraft(name="Tommy Lee"), NOW)
    dialog = ChoosePerson(services.listing, services.clock)
    shown(qtbot, dialog)
    assert len(dialog.names_shown()) == 3
    qtbot.keyClicks(dialog.line, "tom")
    assert dialog.names_shown() == ["Tom Adeyemi", "Tommy Lee"]
    qtbot.keyClick(dialog.line, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.line, Qt.Key.Key_Up)
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert dialog.chosen_id == tom
    assert not dialog.isVisible()


def test_nobody_found_is_said(services: OpenBook, qtbot: QtBot) -> None:
    add_maria(services)
    dialog = ChoosePerson(services.listing, services.clock)
    shown(qtbot, dialog)
    qtbot.keyClicks(dialog.line, "zzzz")
    assert dialog.names_shown() == []
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.chosen_id is None


def test_in_an_empty_book_the_first_person_is_asked_for(services: OpenBook, qtbot: QtBot) -> None:
    dialog = ChoosePerson(services.listing, services.clock, can_add=True)
    shown(qtbot, dialog)
    said = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert "Your book is still empty" in said
    assert "Nobody found" not in said
    assert not dialog.line.isVisible()
    [add] = [button for button in dialog.findChildren(QPushButton) if button.text() == "Add person"]
    with qtbot.waitSignal(dialog.add_requested):
        qtbot.mouseClick(add, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()


def test_whoever_is_not_found_can_be_added_with_what_was_typed(services: OpenBook, qtbot: QtBot) -> None:
    add_maria(services)
    dialog = ChoosePerson(services.listing, services.clock, can_add=True)
    shown(qtbot, dialog)
    qtbot.keyClicks(dialog.line, "Zoe Zhang")
    assert [button.text() for button in dialog.findChildren(QPushButton) if button.isVisible() and button.text()] == [
        "Add \u201cZoe Zhang\u201d\u2026",
        "Cancel",
    ]
    with qtbot.waitSignal(dialog.add_requested) as asked:
        qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert asked.args == ["Zoe Zhang"]
    assert not dialog.isVisible()


def test_a_click_takes_somebody(services: OpenBook, qtbot: QtBot) -> None:
    maria = add_maria(services)
    dialog = ChoosePerson(services.listing, services.clock)
    shown(qtbot, dialog)
    middle = dialog.list.visualRect(dialog.list.currentIndex()).center()
    qtbot.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert dialog.chosen_id == maria


@pytest.mark.parametrize(("code", "name"), [("US", "United States"), ("DE", "Germany"), ("QQ", "QQ")])
def test_countries_have_names(code: str, name: str) -> None:
    assert country_name(code) == name


def every_dialog(services: OpenBook) -> list[QDialog]:
    maria = add_maria(services)
    services.backups.make(services.book, NOW)
    promise = services.promises.open_for(maria)[0]
    return [
        PersonForm(services),
        PersonForm(services, maria),
        *(LogForm(services, maria, side) for side in ("gave", "asked")),
        *(OutcomeForm(services, maria, talked=talked) for talked in (True, False)),
        LogForm(services, maria, entry=services.timeline.entries(maria)[0]),
        PromiseForm(services, maria),
        PromiseForm(services, maria, None, promise.id),
        PermissionForm(services, maria),
        FirstStart(services.preferences, services.clock),
        PreferencesDialog(services),
        RestoreDialog(services.backups, services.clock),
        AboutDialog(services.path),
        ChoosePerson(services.listing, services.clock),
    ]


def test_everything_one_can_reach_has_a_name(services: OpenBook, qtbot: QtBot) -> None:
    for dialog in every_dialog(services):
        shown(qtbot, dialog)
        nameless = [
            (type(dialog).__name__, widget)
            for widget in dialog.findChildren(QWidget)
            if widget.isVisible()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.focusProxy() is None
            and not (widget.accessibleName() or getattr(widget, "text", str)())
        ]
        assert nameless == []


def test_every_dialog_goes_with_escape(services: OpenBook, qtbot: QtBot) -> None:
    for dialog in every_dialog(services):
        shown(qtbot, dialog)
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert not dialog.isVisible(), type(dialog).__name__


@pytest.mark.rule("D8")
def test_what_is_due_is_moved_to_a_day_in_plain_words(services: OpenBook, qtbot: QtBot) -> None:
    maria = add_maria(services)
    form = DelayForm(services, maria)
    shown(qtbot, form)
    form.save()
    assert form.isVisible()
    assert "A day is needed" in form.when.said()
    form.when.set_text("today")
    form.save()
    assert "still to come" in form.when.said()
    form.when.set_text("in 2 weeks")
    form.save()
    assert not form.isVisible()
    (waits,) = services.promises.open_for(maria)
    assert waits.due_on == NOW.today + timedelta(weeks=2)
    last = services.undo.last()
    assert last is not None
    assert last.what == "delayed"
