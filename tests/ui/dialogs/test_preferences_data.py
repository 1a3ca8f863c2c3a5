"""Your data in the preferences: what acts at once, and where backups go."""

from __future__ import annotations

from datetime import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from planner.services.open_book import OpenBook
from planner.ui.dialogs.laws.stricter_form import StricterForm
from planner.ui.dialogs.laws.window import LawWindow
from planner.ui.dialogs.preferences_dialog import PreferencesDialog
from planner.ui.dialogs.restore_dialog import RestoreDialog
from planner.ui.kit import prompts


@pytest.fixture
def dialog(services: OpenBook, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> PreferencesDialog:
    monkeypatch.setattr(prompts, "confirm", lambda *_words: True)
    made = PreferencesDialog(services)
    qtbot.addWidget(made)
    made.show()
    made.open_page(made.data)
    return made


def test_it_says_where_the_book_is_and_how_large(dialog: PreferencesDialog, services: OpenBook) -> None:
    told = dialog.data.where.text().replace("\u200b", "")
    assert str(services.path) in told
    assert told.endswith(("KB", "MB"))


def test_a_backup_is_made_at_once_and_goes_to_the_second_folder(
    dialog: PreferencesDialog, services: OpenBook, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "Stick"
    stick.mkdir()
    monkeypatch.setattr(prompts, "ask_folder", lambda *_words: stick)
    dialog.data.choose_button.click()
    assert dialog.data.second.text() == str(stick)
    assert "not there yet" in dialog.data._second_field.shown_below()
    dialog.save()
    again = PreferencesDialog(services)
    qtbot.addWidget(again)
    again.show()
    again.open_page(again.data)
    again.data.back_up_button.click()
    qtbot.waitUntil(lambda: "Backed up" in again.data.said.text())
    ((name, _made),) = [(each.path.name, each.made_at) for each in services.backups.list()]
    assert [each.name for each in stick.iterdir()] == [name]
    assert again.data._second_field.shown_below() == "The newest backup is there, too."
    stick.rename(tmp_path / "Pocket")
    gone = PreferencesDialog(services)
    qtbot.addWidget(gone)
    assert "not there now" in gone.data._second_field.shown_below()


def test_the_book_is_checked_beside_the_work(dialog: PreferencesDialog, qtbot: QtBot) -> None:
    dialog.data.check_button.click()
    assert not dialog.data.check_button.isEnabled()
    qtbot.waitUntil(lambda: "is sound" in dialog.data.said.text())
    assert dialog.data.check_button.isEnabled()


def test_a_folder_that_is_not_there_is_told_in_place(dialog: PreferencesDialog, services: OpenBook) -> None:
    for typed in ("/no/such/folder", "here"):
        dialog.data.second.setText(typed)
        dialog.save()
        assert dialog.opened is dialog.data
        assert "no such folder" in dialog.data._second_field.shown_below()
    assert services.preferences.load().second_folder == ""


def test_going_back_to_a_backup_is_asked_of_the_program(
    dialog: PreferencesDialog, services: OpenBook, qtbot: QtBot
) -> None:
    services.backups.make(services.book, services.clock())
    dialog.data.restore_button.click()
    restore = dialog.findChild(RestoreDialog)
    assert restore is not None
    (copy,) = services.backups.list()
    restore.cards.card(copy.path).click()
    with qtbot.waitSignal(dialog.restore_requested) as asked:
        restore.save()
    assert asked.args == [copy]
    assert not dialog.isVisible()


def test_the_other_book_is_one_click_away(dialog: PreferencesDialog, qtbot: QtBot) -> None:
    assert "sample" in dialog.data.other_book_button.text()
    with qtbot.waitSignal(dialog.sample_requested):
        dialog.data.other_book_button.click()
    assert not dialog.isVisible()


@pytest.mark.rule("C2")
def test_stricter_hours_are_listed_and_reached_from_here(dialog: PreferencesDialog, services: OpenBook) -> None:
    dialog.open_page(dialog.hours)
    assert "built in" in dialog.hours.stricter.text()
    dialog.hours.open_button.click()
    window = dialog.findChild(LawWindow)
    assert window is not None
    window.table.choose("US-TN")
    window.stricter.click()
    form = window.findChild(StricterForm)
    assert form is not None
    form.mon_fri.span.opens.show_time(time(11))
    form.sun.never.click()
    form.save()
    window.close_button.click()
    assert "Tennessee, US: Monday to Friday 11 AM – 9 PM" in dialog.hours.stricter.text()
    assert "Sunday no offers" in dialog.hours.stricter.text()
    dialog.save()
    assert len(services.preferences.load().method.stricter) == 1, "saving the pages keeps it"
