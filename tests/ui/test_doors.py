"""From one window into the next: nothing a person chose is lost on the way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.moment import Moment
from planner.domain.touch import TouchKind
from planner.services.drafts import PersonDraft, PhoneDraft
from planner.services.open_book import OpenBook
from planner.services.places import Places
from planner.ui.desk import Desk
from planner.ui.dialogs import kinds
from planner.ui.dialogs.choose_person import ChoosePerson
from planner.ui.dialogs.first_start import Door, FirstStart
from planner.ui.dialogs.log_form import LogForm
from planner.ui.dialogs.outcome_form import OutcomeForm
from planner.ui.dialogs.person_form import PersonForm
from planner.ui.exchange.window import ImportWindow
from planner.ui.kit import prompts
from tests.ui.sample_desk import Clock, open_desk, open_sample


@pytest.fixture
def services(tmp_path: Path, now: Moment) -> Iterator[OpenBook]:
    opened = open_sample(tmp_path, Clock(now), is_empty=True)
    yield opened
    opened.book.close()


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, services: OpenBook, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setattr(prompts, "confirm", lambda *_words: True)
    return open_desk(qtbot, qapp, services)


def shown(qtbot: QtBot, desk: Desk, kind: type[QWidget]) -> QWidget:
    """The window of this kind, once the desk has opened it."""

    def is_open() -> None:
        assert isinstance(desk.rest.doors.opened, kind)
        assert desk.rest.doors.opened.isVisible()

    qtbot.waitUntil(is_open)
    opened = desk.rest.doors.opened
    assert opened is not None
    return opened


@pytest.mark.parametrize(("door", "opens"), [(Door.LIST, ImportWindow), (Door.PERSON, PersonForm)])
def test_a_door_of_the_first_start_opens(qtbot: QtBot, desk: Desk, door: Door, opens: type[QWidget]) -> None:
    desk.rest.book.first_start()
    first = shown(qtbot, desk, FirstStart)
    assert isinstance(first, FirstStart)
    first.doors[door].click()
    shown(qtbot, desk, opens).close()


def test_the_sample_door_asks_for_the_sample_book(qtbot: QtBot, desk: Desk) -> None:
    desk.rest.book.first_start()
    first = shown(qtbot, desk, FirstStart)
    assert isinstance(first, FirstStart)
    with qtbot.waitSignal(desk.rest.book.sample_requested):
        first.doors[Door.SAMPLE].click()


def test_log_contact_asks_with_whom_and_goes_on(qtbot: QtBot, desk: Desk, services: OpenBook) -> None:
    mary = services.people.add(PersonDraft(name="Mary Smith"), services.clock())
    desk.choose(None)
    desk.wishes.log.trigger()
    chooser = shown(qtbot, desk, ChoosePerson)
    assert isinstance(chooser, ChoosePerson)
    qtbot.keyClicks(chooser.line, "mar")
    qtbot.keyPress(chooser.line, Qt.Key.Key_Return)
    form = shown(qtbot, desk, OutcomeForm)
    assert form is not chooser
    assert desk.person == mary
    form.close()


def test_who_was_taken_back_is_not_chosen_any_more(qtbot: QtBot, desk: Desk, services: OpenBook) -> None:
    mary = services.people.add(PersonDraft(name="Mary Smith"), services.clock())
    desk.choose(mary)
    desk.wishes.undo.trigger()
    assert desk.person is None
    desk.wishes.log.trigger()
    shown(qtbot, desk, ChoosePerson).close()


def button(desk: Desk, words: str) -> QPushButton:
    """The button in sight that says this."""
    [found] = [each for each in desk.findChildren(QPushButton) if each.isVisible() and each.text() == words]
    return found


def test_where_there_is_no_better_folder_none_is_offered(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, now: Moment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WARMBOOK_FOLDER", str(tmp_path / "Dropbox"))
    services = open_sample(Places.of_user().folder, Clock(now), is_empty=True)
    desk = open_desk(qtbot, qapp, services)
    said = [label.text() for label in desk.findChildren(QLabel) if label.isVisible()]
    assert any("Dropbox" in text and "move the book" in text for text in said)
    assert button(desk, "Open the data folder").isEnabled()
    assert not desk.wishes.move_home.isVisible()
    desk.close()
    services.book.close()


def test_a_book_in_a_synchronised_folder_is_warned_about(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, now: Moment
) -> None:
    (tmp_path / "OneDrive").mkdir()
    services = open_sample(tmp_path / "OneDrive", Clock(now), is_empty=True)
    desk = open_desk(qtbot, qapp, services)
    said = [label.text() for label in desk.findChildren(QLabel) if label.isVisible()]
    assert any("OneDrive" in text and "can damage it" in text for text in said)
    with qtbot.waitSignal(desk.move_requested):
        button(desk, "Move the book to this computer").click()
    desk.close()
    services.book.close()


def clicked(qtbot: QtBot, parent: QWidget, text: str) -> None:
    def found() -> list[QPushButton]:
        return [each for each in parent.findChildren(QPushButton) if each.text() == text and each.isVisible()]

    qtbot.waitUntil(lambda: bool(found()))
    button = found()[0]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_thank_you_is_logged_with_two_clicks_and_save(desk: Desk, services: OpenBook, qtbot: QtBot) -> None:
    maria = services.people.add(PersonDraft(name="Maria Lopez"), services.clock())
    desk.open_person(maria)
    clicked(qtbot, desk.rest.person, "+ I gave")
    form = shown(qtbot, desk, LogForm)
    clicked(qtbot, form, kinds.chip_text(TouchKind.THANK_YOU))
    clicked(qtbot, form, "Save")
    assert services.timeline.entries(maria)[0].kind is TouchKind.THANK_YOU


def test_log_asks_nothing_about_who_is_chosen_and_lets_one_say_somebody_else(
    desk: Desk, services: OpenBook, qtbot: QtBot
) -> None:
    maria = services.people.add(PersonDraft(name="Maria Lopez"), services.clock())
    tom = services.people.add(PersonDraft(name="Tom Ray"), services.clock())
    desk.open_person(maria)
    desk.wishes.log.trigger()
    clicked(qtbot, shown(qtbot, desk, OutcomeForm), "With somebody else…")
    chooser = shown(qtbot, desk, ChoosePerson)
    assert isinstance(chooser, ChoosePerson)
    qtbot.keyClicks(chooser.line, "tom")
    qtbot.keyClick(chooser.line, Qt.Key.Key_Return)
    form = shown(qtbot, desk, OutcomeForm)
    assert isinstance(form, OutcomeForm)
    assert form.heading.text() == "What happened with Tom?"
    assert desk.person == tom


def test_who_is_in_the_book_already_is_edited_with_what_was_pasted(
    desk: Desk, services: OpenBook, qtbot: QtBot
) -> None:
    maria = services.people.add(PersonDraft(name="Maria Lopez", phones=(PhoneDraft("312 555 0142"),)), services.clock())
    desk.rest.doors.add_person()
    form = shown(qtbot, desk, PersonForm)
    assert isinstance(form, PersonForm)
    form.paste("Maria Lopez\nHarbor Books Inc\n(312) 555-0142\nmaria@example.org")
    form.known.go.click()
    qtbot.waitUntil(lambda: isinstance(desk.rest.doors.opened, PersonForm) and desk.rest.doors.opened is not form)
    edited = shown(qtbot, desk, PersonForm)
    assert isinstance(edited, PersonForm)
    edited.save()
    draft = services.people.draft(maria)
    assert (draft.company, draft.emails[0].address, len(draft.phones)) == ("Harbor Books Inc", "maria@example.org", 1)
    assert desk.person == maria


def test_introductions_lead_from_one_to_the_other(desk: Desk, services: OpenBook, qtbot: QtBot) -> None:
    now = services.clock()
    maria = services.people.add(PersonDraft(name="Maria Lopez"), now)
    tom = services.people.add(PersonDraft(name="Tom Ray", introduced_by_id=maria), now)
    desk.open_person(maria)
    clicked(qtbot, desk.rest.said.introduction, "Show Tom Ray")
    assert desk.person == tom
