"""What is changed where it stands on the person's page, and the timeline that is looked at in parts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from planner.domain.person import Birthday, Closeness
from planner.domain.touch import Channel, TouchKind
from planner.services.drafts import AddressDraft, PersonDraft, PhoneDraft
from planner.services.open_book import OpenBook
from planner.services.timeline import Entry, Part
from planner.ui.kit.change_signal import ChangeSignal
from planner.ui.person.about_card import AboutCard
from planner.ui.person.first_call_section import IntroductionSection
from planner.ui.person.pane import PersonPane
from planner.ui.person.postal import address_lines, read_address
from tests.ui.person_builders import NOW, add_maria, dress, log, open_book


@pytest.fixture
def services(tmp_path: Path) -> Iterator[OpenBook]:
    opened = open_book(tmp_path)
    yield opened
    opened.book.close()


@pytest.fixture
def pane(services: OpenBook, qtbot: QtBot, qapp: QApplication) -> Iterator[PersonPane]:
    dress(qapp)
    signal = ChangeSignal(services.changes, QObject(qapp))
    made = PersonPane(
        services.people,
        services.timeline,
        services.promises,
        services.permissions,
        services.today,
        signal,
        services.clock,
        services.preferences,
    )
    qtbot.addWidget(made)
    made.resize(412, 900)
    made.show()
    made.activateWindow()
    yield made
    signal.stop()


@pytest.fixture
def about(pane: PersonPane, services: OpenBook) -> AboutCard:
    pane.show_person(add_maria(services))
    pane.page.about_card.unfold(is_open=True)
    return pane.page.about_card


def write(about: AboutCard, field: str, text: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    row = about.row(field)
    QTest.keyClick(row._said, Qt.Key.Key_F2)
    editor = row.editor
    assert isinstance(editor, QLineEdit | QPlainTextEdit)
    editor.selectAll()
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, key)


def test_a_line_is_changed_where_it_stands_in_one_step(about: AboutCard, pane: PersonPane, services: OpenBook) -> None:
    maria = pane.person_id
    assert maria is not None
    write(about, "how_known", "the fair in April")
    assert services.people.draft(maria).how_known == "the fair in April"
    assert "How you met: the fair in April" in about.life_shown()
    services.undo.undo(NOW)
    assert services.people.draft(maria).how_known == "the serum table"


def test_esc_leaves_a_line_as_it_was(about: AboutCard, pane: PersonPane, services: OpenBook) -> None:
    maria = pane.person_id
    assert maria is not None
    before = services.people.draft(maria)
    write(about, "life", "nothing at all", Qt.Key.Key_Escape)
    assert services.people.draft(maria) == before
    assert not about.row("life").is_editing


def test_a_click_opens_a_line_and_going_elsewhere_keeps_it(
    about: AboutCard, pane: PersonPane, services: OpenBook, qtbot: QtBot
) -> None:
    maria = pane.person_id
    assert maria is not None
    row = about.row("note")
    qtbot.mouseClick(row._said, Qt.MouseButton.LeftButton)
    assert isinstance(row.editor, QPlainTextEdit)
    qtbot.waitUntil(row.editor.hasFocus)
    row.editor.setPlainText("Prefers lavender.\nTwo cats.")
    pane.header.edit.setFocus()
    qtbot.waitUntil(lambda: services.people.draft(maria).note == "Prefers lavender.\nTwo cats.")


def test_what_is_written_stays_with_who_it_was_written_about(
    about: AboutCard, pane: PersonPane, services: OpenBook
) -> None:
    maria = pane.person_id
    assert maria is not None
    tom = services.people.add(PersonDraft(name="Tom Ray", note="Tall."), NOW)
    about.row("note").open()
    editor = about.row("note").editor
    assert isinstance(editor, QPlainTextEdit)
    editor.setPlainText("Prefers rose.")
    pane.show_person(tom)
    assert services.people.draft(maria).note == "Prefers rose."
    assert services.people.draft(tom).note == "Tall."


def test_news_about_them_leaves_the_line_that_is_being_written_alone(
    about: AboutCard, pane: PersonPane, services: OpenBook
) -> None:
    maria = pane.person_id
    assert maria is not None
    row = about.row("note")
    row.open()
    log(services, maria, "2026-11-22", TouchKind.GIFT)
    assert about.row("note") is row
    assert row.is_editing


def test_numbers_and_addresses_are_corrected_and_emptied(
    about: AboutCard, pane: PersonPane, services: OpenBook
) -> None:
    maria = pane.person_id
    assert maria is not None
    write(about, "phones:0", "720 555 0188")
    first = services.people.draft(maria).phones[0]
    assert (first.e164, first.label) == ("+17205550188", "mobile")
    row = about.row("emails:0")
    row.open()
    assert isinstance(row.editor, QLineEdit)
    row.editor.clear()
    row.close_editor(keeps=True)
    assert services.people.draft(maria).emails == ()


@pytest.mark.practice("002-23")
def test_what_binds_two_people_is_noted_in_a_line_and_stands_under_its_word(about: AboutCard) -> None:
    for field, text, under in (
        ("in_common", "both from Erie", "In common"),
        ("life", "her mother is ill", "Life"),
        ("remember", "the recital on the 15th", "Remember"),
    ):
        write(about, field, text)
        assert f"{under}: {text}" in about.life_shown()


def test_what_is_not_known_yet_can_be_written_where_it_would_stand(pane: PersonPane, services: OpenBook) -> None:
    tom = services.people.add(PersonDraft(name="Tom Ray"), NOW)
    pane.show_person(tom)
    about = pane.page.about_card
    assert about.life_shown() == []
    about.unfold(is_open=True)
    write(about, "remember", "ask about the move")
    assert services.people.draft(tom).remember == "ask about the move"


def test_a_part_of_the_timeline_is_shown(pane: PersonPane, services: OpenBook, qtbot: QtBot) -> None:
    pane.show_person(add_maria(services))
    touches, chooser = pane.page.touches, pane.page.filter
    everything = touches.rowCount()
    for part, kinds in (
        (Part.GIVEN, {TouchKind.GIFT, TouchKind.USEFUL_INFO, TouchKind.CONVERSATION, TouchKind.OPENING_BALANCE}),
        (Part.ASKED, {TouchKind.ASK_HOST}),
        (Part.TALKS, {TouchKind.CONVERSATION, TouchKind.VOICEMAIL}),
    ):
        qtbot.mouseClick(chooser.chip(part), Qt.MouseButton.LeftButton)
        shown = {touches.entry(row).kind for row in range(touches.rowCount())}
        assert shown <= kinds | {TouchKind.VOICEMAIL}, part
        assert shown
    qtbot.mouseClick(chooser.chip(Part.ALL), Qt.MouseButton.LeftButton)
    assert touches.rowCount() == everything
    qtbot.keyClicks(chooser.words, "CHRISTMAS maybe")
    qtbot.waitUntil(lambda: touches.rowCount() == 1)
    assert touches.entry(0).kind is TouchKind.ASK_HOST
    qtbot.keyClicks(chooser.words, "%")
    qtbot.waitUntil(lambda: touches.rowCount() == 0)
    assert "Nothing like this" in pane.page._nothing.text()
    qtbot.keyClick(chooser.words, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: touches.rowCount() == everything)


def test_somebody_else_is_shown_with_everything(pane: PersonPane, services: OpenBook, qtbot: QtBot) -> None:
    maria = add_maria(services)
    tom = services.people.add(PersonDraft(name="Tom Ray"), NOW)
    for days in range(8):
        entry = Entry(TouchKind.GIFT, NOW.today - timedelta(days=days), channel=Channel.CARD)
        services.timeline.log(tom, entry, NOW)
    pane.show_person(maria)
    qtbot.mouseClick(pane.page.filter.chip(Part.ASKED), Qt.MouseButton.LeftButton)
    pane.show_person(tom)
    assert pane.page.filter.part() is Part.ALL
    assert pane.page.touches.rowCount() == 8


def test_each_month_is_named_where_it_begins(pane: PersonPane, services: OpenBook) -> None:
    pane.show_person(add_maria(services))
    touches = pane.page.touches
    months = [touches.month_of(row) for row in range(touches.rowCount())]
    assert [month for month in months if month] == ["November 2026", "October 2026", "February 2026"]
    assert months[0] == "November 2026"


def test_a_part_goes_on_as_one_scrolls(pane: PersonPane, services: OpenBook) -> None:
    maria = add_maria(services)
    with services.book.quietly():
        services.book.run_many(
            "INSERT INTO touch (person_id, on_date, kind, points, direction, purpose, entered_at)"
            " VALUES (?, ?, ?, ?, 'me', 'relationship', '2026-01-01T00:00:00')",
            [
                (maria, (date(2020, 1, 1) + timedelta(days=day)).isoformat(), "gift" if day % 2 else "ask_buy", points)
                for day in range(600)
                for points in ((6 if day % 2 else -4),)
            ],
        )
    pane.show_person(maria)
    pane.page._filter(Part.ASKED, "")
    touches = pane.page.touches
    assert touches.rowCount() == 100
    while touches.load_more():
        pass
    assert touches.rowCount() == 301 + sum(touches.entry(row).kind is TouchKind.VOICEMAIL for row in range(301))
    assert len({touches.entry(row).id for row in range(touches.rowCount())}) == touches.rowCount()


@pytest.mark.practice("000-25")
def test_introductions_stand_there_both_ways(services: OpenBook, qtbot: QtBot) -> None:
    maria = add_maria(services)
    lena = services.people.add(
        PersonDraft(name="Lena Ray", introduced_by_id=maria, closeness=Closeness.ACQUAINTANCE), NOW
    )
    services.introductions.made(lena, date(2026, 11, 20), NOW)
    section = IntroductionSection(services.introductions, services.clock)
    qtbot.addWidget(section)
    section.show_person(services.people.view(lena), NOW)
    assert "Maria Delgado brought you together" in section.lines_shown()
    with qtbot.waitSignal(section.person_requested) as asked:
        section.findChildren(type(section._toggle))[-1].click()
    assert asked.args == [maria]
    section.show_person(services.people.view(maria), NOW)
    assert section.lines_shown() == ["Introduced you to Lena Ray"]
    section.show_person(services.people.view(services.people.add(PersonDraft(name="Nobody"), NOW)), NOW)
    assert section.isHidden()


def test_the_chart_tells_how_things_stood_on_a_day(pane: PersonPane, services: OpenBook) -> None:
    pane.show_person(add_maria(services))
    chart = pane.page.account_card._chart
    day, value = chart._series[-1]
    assert day == NOW.today
    assert chart.said_at(chart.width()) == f"Nov 23, 2026: +{round(value)}"
    assert chart.said_at(-5).startswith("Feb ")


def test_a_birthday_is_written_where_it_stands_and_said_back(
    about: AboutCard, pane: PersonPane, services: OpenBook
) -> None:
    maria = pane.person_id
    assert maria is not None
    write(about, "birthday", "3/14/1980")
    assert services.people.draft(maria).birthday == Birthday(3, 14, 1980)
    assert "Birthday: March 14, 1980 (46 this year)" in about.life_shown()
    row = about.row("birthday")
    row.open()
    assert isinstance(row.editor, QLineEdit)
    assert row.editor.text() == "March 14, 1980"
    row.close_editor(keeps=True)
    assert services.people.draft(maria).birthday == Birthday(3, 14, 1980)


def test_what_is_no_birthday_is_told_and_stays_to_be_mended(
    about: AboutCard, pane: PersonPane, services: OpenBook
) -> None:
    maria = pane.person_id
    assert maria is not None
    before = services.people.draft(maria)
    write(about, "birthday", "in spring")
    row = about.row("birthday")
    assert isinstance(row.editor, QLineEdit)
    assert row._hint.text() == "This birthday is not understood. Try “March 14” or “1980-03-14”."
    pane.header.edit.setFocus()
    assert row.is_editing
    assert row.editor.text() == "in spring"
    assert services.people.draft(maria) == before
    row.editor.setText("March 1")
    assert row._hint.property("role") == "small"
    QTest.keyClick(row.editor, Qt.Key.Key_Return)
    assert services.people.draft(maria).birthday == Birthday(3, 1)


def test_what_is_wrong_is_never_below_the_edge(about: AboutCard, pane: PersonPane, qtbot: QtBot) -> None:
    row, page = about.row("birthday"), pane.page
    pane.resize(412, 560)
    write(about, "birthday", "in spring")
    page.verticalScrollBar().setValue(0)
    row.complains()
    qtbot.waitUntil(
        lambda: page.viewport().rect().contains(row._hint.mapTo(page.viewport(), row._hint.rect().center()))
    )
    bottom = row._hint.mapTo(page.viewport(), row._hint.rect().bottomLeft()).y()
    assert bottom <= page.viewport().height()


def test_an_address_is_written_where_it_stands(about: AboutCard, pane: PersonPane, services: OpenBook) -> None:
    maria = pane.person_id
    assert maria is not None
    row = about.row("addresses:0")
    row.open()
    assert isinstance(row.editor, QPlainTextEdit)
    row.editor.setPlainText("863 Alder Lane\nDenver, CO 80218")
    row.close_editor(keeps=True)
    assert services.people.draft(maria).addresses[0] == AddressDraft("863 Alder Lane", "Denver", "CO", "80218", "US")
    assert "Lives at: 863 Alder Lane\nDenver, CO 80218" in about.life_shown()
    services.undo.undo(NOW)
    row = about.row("addresses:0")
    row.open()
    assert isinstance(row.editor, QPlainTextEdit)
    row.editor.clear()
    row.close_editor(keeps=True)
    assert services.people.draft(maria).addresses == ()


@pytest.mark.parametrize(
    "address",
    [
        AddressDraft("863 Alder Lane", "Denver", "CO", "80218"),
        AddressDraft("863 Alder Lane\nApt 4", "Denver", "CO", "80218", "US", "home"),
        AddressDraft("", "Denver"),
        AddressDraft("12 Long Row"),
        AddressDraft("Hauptstr. 5", "Berlin", "", "10115", "DE"),
        AddressDraft("4 Mill Road", "Leeds", "", "LS1 4AP", "GB"),
        AddressDraft("somewhere by the old mill", "Ballyvaughan", "", "", "IE"),
        AddressDraft("Calle 5, Centro", "Oaxaca", "OAX", "68000", "MX"),
    ],
)
def test_the_lines_of_an_address_are_read_as_the_same_again(address: AddressDraft) -> None:
    lines = address_lines(address, "US")
    assert read_address("\n".join(lines), address, "US") == address
    typed = read_address("\n".join(lines), AddressDraft(), "US")
    assert typed is not None
    assert address_lines(typed, "US") == lines


def test_another_street_keeps_the_town_and_nothing_typed_is_lost() -> None:
    before = AddressDraft("863 Alder Lane", "Oaxaca", "OAX", "68000", "MX", "home")
    moved = read_address("12 New Street\n68000 Oaxaca\nMexico", before, "US")
    assert moved == AddressDraft("12 New Street", "Oaxaca", "OAX", "68000", "MX", "home")
    assert read_address("by the lake\nthe red house", AddressDraft(), "US") == AddressDraft(
        "by the lake", "the red house"
    )
    assert read_address(" \n", before, "US") is None


def test_what_the_header_says_is_said_again_only_on_request(pane: PersonPane, services: OpenBook) -> None:
    draft = PersonDraft(
        name="Ines Duarte",
        closeness=Closeness.FRIEND,
        how_known="the choir",
        life="tired",
        phones=(PhoneDraft("303 555 0196"),),
    )
    ines = services.people.add(draft, NOW)
    pane.show_person(ines)
    about = pane.page.about_card
    assert about.life_shown() == ["Life: tired"]
    about.unfold(is_open=True)
    assert {"How you met: the choir", "Phone: (303) 555-0196"} <= set(about.life_shown())
    services.people.save(ines, replace(draft, phones=(*draft.phones, PhoneDraft("303 555 0197"))), NOW)
    about.unfold(is_open=False)
    assert about.life_shown() == ["Life: tired", "Phone: (303) 555-0196", "Phone: (303) 555-0197"]
