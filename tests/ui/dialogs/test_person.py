"""Adding and editing people, as somebody at the keyboard does it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner.domain.permission import Basis
from planner.domain.person import Birthday, Closeness, LeapRule, SourceKind
from planner.domain.touch import Channel
from planner.services.drafts import PersonDraft, PhoneDraft
from planner.services.listing import View
from planner.services.open_book import OpenBook
from planner.ui.dialogs.origin_fields import Origin
from planner.ui.dialogs.person_form import PersonForm
from planner.ui.dialogs.zone_field import ZoneField
from planner.ui.kit import prompts
from planner.ui.kit.birthdays import read_birthday
from planner.ui.kit.choice_chips import Chips
from tests.builders import plain
from tests.ui.person_builders import NOW, add_maria

T = TypeVar("T")


def shown(qtbot: QtBot, form: PersonForm) -> PersonForm:
    qtbot.addWidget(form)
    form.show()
    return form


def press(qtbot: QtBot, chips: Chips[T], value: T) -> None:
    qtbot.mouseClick(chips.chip(value), Qt.MouseButton.LeftButton)


def test_a_name_is_typed_and_enter_adds_it(services: OpenBook, qtbot: QtBot) -> None:
    form = shown(qtbot, PersonForm(services))
    qtbot.keyClicks(form.name, "Priya Raman")
    with qtbot.waitSignal(form.accepted):
        qtbot.keyClick(form.name, Qt.Key.Key_Return)
    assert form.saved_id is not None
    draft = services.people.draft(form.saved_id)
    assert (draft.name, draft.given, draft.family) == ("Priya Raman", "Priya", "Raman")
    assert services.timeline.entries(form.saved_id) == []


@pytest.mark.parametrize(
    ("typed", "name", "numbers", "addresses"),
    [
        ("303 555 0142", "", ["303 555 0142"], []),
        (" ana@kiln.example ", "", [], ["ana@kiln.example"]),
        ("303 555 0142 Ana's mother", "303 555 0142 Ana's mother", [], []),
        ("1984", "1984", [], []),
    ],
)
@pytest.mark.parametrize("is_begun", [True, False])
def test_a_number_alone_is_kept_as_a_number_wherever_it_is_typed(
    services: OpenBook,
    qtbot: QtBot,
    typed: str,
    name: str,
    numbers: list[str],
    addresses: list[str],
    *,
    is_begun: bool,
) -> None:
    form = shown(qtbot, PersonForm(services))
    if is_begun:
        form.begin_with(typed)
    else:
        qtbot.keyClicks(form.name, typed)
    with qtbot.waitSignal(form.accepted):
        qtbot.keyClick(form.name, Qt.Key.Key_Return)
    assert form.saved_id is not None
    draft = services.people.draft(form.saved_id)
    assert (draft.name, [each.typed for each in draft.phones]) == (name, numbers)
    assert [each.address for each in draft.emails] == addresses


def test_somebody_is_added_with_the_keyboard_alone(services: OpenBook, qtbot: QtBot) -> None:
    form = shown(qtbot, PersonForm(services))
    form.activateWindow()
    qtbot.keyClicks(form.name, "Tom Adeyemi")
    qtbot.keyClick(form.name, Qt.Key.Key_Tab)
    line = form.phones.line()
    qtbot.waitUntil(line.hasFocus)
    qtbot.keyClicks(line, "720 555 0142")
    assert form.phones.said() == "(720) 555-0142, United States"
    with qtbot.waitSignal(form.accepted):
        qtbot.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert form.saved_id is not None
    assert services.people.draft(form.saved_id).phones[0].e164 == "+17205550142"


def test_tab_goes_from_number_to_address_and_then_to_what_says_more(services: OpenBook, qtbot: QtBot) -> None:
    form = shown(qtbot, PersonForm(services))
    form.activateWindow()
    qtbot.keyClicks(form.phones.line(), "720 555 0142")
    qtbot.mouseClick(form.phones.another, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(form.phones.line(1), "720 555 0143")
    qtbot.keyClicks(form.emails.line(), "tom@example.org")
    qtbot.waitUntil(form.phones.line(1).isVisible)
    form.name.setFocus()
    walked = []
    for _turn in range(7):
        qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Tab)
        walked.append(form.focusWidget())
    assert walked[:3] == [form.phones.line(0), form.phones.line(1), form.emails.line()]
    assert walked[3:] == [*form.phones.helpers(), *form.emails.helpers()]
    qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Tab)
    assert form.closeness.isAncestorOf(form.focusWidget())
    qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Backtab)
    assert form.focusWidget() is form.emails.another


def test_nothing_at_all_is_told_at_the_name(services: OpenBook, qtbot: QtBot) -> None:
    form = shown(qtbot, PersonForm(services))
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    assert form.isVisible()
    assert "one of them is enough" in form._form.field(form.name).shown_below()
    assert services.undo.last() is None


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("555 0142", "area code is missing"),
        ("1.23E+10", "spreadsheet"),
        ("hello", "not understood"),
        ("*100#", "service code"),
        ("5555555555", "made up"),
        ("+49 30 123456", "Germany"),
    ],
)
def test_a_number_is_understood_or_its_trouble_told_in_place(
    services: OpenBook, qtbot: QtBot, typed: str, said: str
) -> None:
    form = shown(qtbot, PersonForm(services))
    qtbot.keyClicks(form.phones.line(), typed)
    assert said in form.phones.said()
    form.save()
    assert form.saved_id is not None
    assert services.people.draft(form.saved_id).phones[0].typed == typed


def test_several_numbers_and_addresses(services: OpenBook, qtbot: QtBot) -> None:
    form = shown(qtbot, PersonForm(services))
    qtbot.keyClicks(form.phones.line(), "303 555 0142")
    qtbot.mouseClick(form.phones.another, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(form.phones.line(1), "303 555 0143")
    qtbot.keyClicks(form.emails.line(), "not an address")
    assert "does not look like" in form.emails.said()
    form.emails.line().setText("ann@example.org")
    assert form.emails.said() == ""
    form.save()
    assert form.saved_id is not None
    draft = services.people.draft(form.saved_id)
    assert [phone.e164 for phone in draft.phones] == ["+13035550142", "+13035550143"]
    assert [email.address for email in draft.emails] == ["ann@example.org"]


@pytest.mark.practice("001-21")
def test_how_well_one_knows_them_becomes_the_opening_balance(services: OpenBook, qtbot: QtBot) -> None:
    form = shown(qtbot, PersonForm(services))
    qtbot.keyClicks(form.name, "Dana Wu")
    press(qtbot, form.closeness.closeness, Closeness.FRIEND)
    assert form.closeness.opening.value() == 10
    form.save()
    assert form.saved_id is not None
    assert services.timeline.account(form.saved_id, NOW).points == 10
    assert services.people.draft(form.saved_id).closeness is Closeness.FRIEND


@pytest.mark.practice("001-06")
@pytest.mark.practice("001-08")
def test_the_source_is_asked_once_and_need_not_be_known(services: OpenBook, qtbot: QtBot) -> None:
    form = shown(qtbot, PersonForm(services))
    assert form.source.origin.value() is Origin.UNKNOWN
    assert not form.source.which.isVisible()
    qtbot.keyClicks(form.name, "Kim Ito")
    press(qtbot, form.source.origin, Origin.BOUGHT)
    qtbot.keyClicks(form.source.which, "Acme leads, March")
    form.save()
    assert form.saved_id is not None
    draft = services.people.draft(form.saved_id)
    assert (draft.source_kind, draft.source_name) == (SourceKind.BOUGHT, "Acme leads, March")
    own = shown(qtbot, PersonForm(services))
    press(qtbot, own.source.origin, Origin.OWN)
    press(qtbot, own.source.kind, SourceKind.EVENT)
    qtbot.keyClicks(own.name, "Lee")
    own.save()
    assert own.saved_id is not None
    assert services.people.draft(own.saved_id).source_kind is SourceKind.EVENT


@pytest.mark.practice("001-22")
@pytest.mark.practice("004-26")
def test_a_yes_is_noted_with_its_words(services: OpenBook, qtbot: QtBot) -> None:
    form = shown(qtbot, PersonForm(services))
    qtbot.keyClicks(form.name, "Beth")
    assert not form.consent.words.isVisible()
    press(qtbot, form.consent.channels, Channel.CALL)
    press(qtbot, form.consent.basis, Basis.GAVE_NUMBER)
    qtbot.keyClicks(form.consent.words, "here is my number, do call")
    form.consent.when.set_text("yesterday")
    assert plain(form.consent.when.said()) == "Sun, Nov 22"
    form.save()
    assert form.saved_id is not None
    yes = services.people.view(form.saved_id).permissions[0]
    assert (yes.channel, yes.basis, yes.words, yes.given_on) == (
        Channel.CALL,
        Basis.GAVE_NUMBER,
        "here is my number, do call",
        date(2026, 11, 22),
    )
    services.undo.undo(NOW)
    assert services.listing.count(View.EVERYONE, "", NOW) == 0


def test_the_rest_is_behind_more(services: OpenBook, qtbot: QtBot) -> None:
    form = shown(qtbot, PersonForm(services))
    assert not form.more.birthday.isVisible()
    qtbot.mouseClick(form._ask_more, Qt.MouseButton.LeftButton)
    assert form.more.birthday.isVisible()
    qtbot.keyClicks(form.name, "Rosa")
    qtbot.keyClicks(form.more.birthday.line, "2/29")
    assert form.more.birthday.leap_rule.isVisible()
    press(qtbot, form.more.birthday.leap_rule, LeapRule.MAR_1)
    qtbot.keyClicks(form.more.zone, "denver")
    qtbot.keyClicks(form.more.tags, "choir, candles,, choir")
    qtbot.keyClicks(form.more.how_known, "church choir")
    qtbot.keyClicks(form.more.city, "Denver")
    form.save()
    assert form.saved_id is not None
    draft = services.people.draft(form.saved_id)
    assert draft.birthday == Birthday(2, 29, None, LeapRule.MAR_1)
    assert draft.zone == "America/Denver"
    assert set(draft.tags) == {"choir", "candles"}
    assert draft.how_known == "church choir"
    assert draft.addresses[0].city == "Denver"


def test_what_is_not_understood_is_told_and_nothing_is_saved(services: OpenBook, qtbot: QtBot) -> None:
    form = shown(qtbot, PersonForm(services))
    qtbot.keyClicks(form.name, "Rosa")
    form.more.birthday.line.setText("sometime in spring")
    form.save()
    assert form.isVisible()
    assert "not understood" in form.more.birthday.said()
    assert form.more.birthday.line.property("wrong")
    assert form.more.form.field(form.more.birthday).shown_below() == ""
    form.more.birthday.line.clear()
    form.more.zone.setText("Nowhere")
    form.save()
    assert "no such time zone" in form.more.form.field(form.more.zone).shown_below()
    assert form.saved_id is None


def test_editing_shows_everything_and_keeps_what_it_does_not_show(services: OpenBook, qtbot: QtBot) -> None:
    maria = add_maria(services)
    before = services.people.draft(maria)
    form = shown(qtbot, PersonForm(services, maria))
    assert form.more.birthday.isVisible()
    assert "1981" in form.more.birthday.said()
    assert form.phones.line().text() == "(303) 555-0142"
    assert not form.consent.isVisible()
    form.save()
    assert services.people.draft(maria) == before
    assert form.saved_id == maria
    again = shown(qtbot, PersonForm(services, maria))
    again.name.selectAll()
    qtbot.keyClicks(again.name, "Maria Delgado-Reyes")
    again.save()
    assert services.people.draft(maria) == replace(before, name="Maria Delgado-Reyes", family="Delgado-Reyes")


def test_a_number_is_marked_wrong(services: OpenBook, qtbot: QtBot) -> None:
    maria = add_maria(services)
    form = shown(qtbot, PersonForm(services, maria))
    row = form.phones._rows[0]
    row.label.setCurrentText("Wrong number")  # type: ignore[attr-defined]
    form.save()
    phone = services.people.draft(maria).phones[0]
    assert phone.is_wrong
    assert phone.label == "mobile"


@pytest.mark.parametrize("agrees", [False, True])
def test_escape_asks_before_it_throws_words_away(
    services: OpenBook, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, agrees: bool
) -> None:
    asked: list[str] = []

    def confirm(_parent: object, title: str, _text: str, _action: str, _stay: str = "") -> bool:
        asked.append(title)
        return agrees

    monkeypatch.setattr(prompts, "confirm", confirm)
    form = shown(qtbot, PersonForm(services))
    qtbot.keyClicks(form.name, "Priya")
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert asked == ["Leave without saving?"]
    assert form.isVisible() is not agrees
    empty = shown(qtbot, PersonForm(services))
    qtbot.keyClick(empty, Qt.Key.Key_Escape)
    assert len(asked) == 1
    assert not empty.isVisible()


@pytest.mark.parametrize(
    "name", ["A" * 80, "👩‍👩‍👧‍👦 Zoë", "محمد بن عبد الله", "O'Brien \u202e gnirts", "<script>", "x" * 5000]
)
def test_hostile_names_are_kept_and_fit(services: OpenBook, qtbot: QtBot, name: str) -> None:
    form = shown(qtbot, PersonForm(services))
    form.name.setText(name)
    form.more.note.setPlainText("A long story. " * 70_000)
    form.save()
    assert form.saved_id is not None
    again = shown(qtbot, PersonForm(services, form.saved_id))
    assert again.width() <= 600
    assert not again.grab().isNull()
    kept = services.people.draft(form.saved_id)
    again.save()
    assert services.people.draft(form.saved_id) == kept


@pytest.mark.parametrize(
    ("text", "month_first", "birthday"),
    [
        ("March 14", True, Birthday(3, 14)),
        ("14 march 1980", True, Birthday(3, 14, 1980)),
        ("march 14, 1980", True, Birthday(3, 14, 1980)),
        ("3/14/80", True, Birthday(3, 14, 1980)),
        ("3/14/05", True, Birthday(3, 14, 2005)),
        ("3/4", True, Birthday(3, 4)),
        ("3/4", False, Birthday(4, 3)),
        ("14.3.", False, Birthday(3, 14)),
        ("14.3.1980", True, Birthday(3, 14, 1980)),
        ("1980-03-04", False, Birthday(3, 4, 1980)),
        ("2/29/2000", True, Birthday(2, 29, 2000)),
        ("feb 29", True, Birthday(2, 29)),
        ("2/29/2001", True, None),
        ("2/30", True, None),
        ("tomorrow", True, None),
        ("in 2 weeks", True, None),
        ("friday", True, None),
        ("march", True, None),
        ("the 20th", True, None),
        ("end of the month", True, None),
        ("1980", True, None),
        ("3/14/2090", True, None),
        ("", True, None),
    ],
)
def test_birthdays_are_read(text: str, month_first: bool, birthday: Birthday | None) -> None:
    assert read_birthday(text, NOW.today, month_first=month_first) == birthday


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Denver", "America/Denver"),
        ("denver (america)", "America/Denver"),
        ("Europe/Berlin", "Europe/Berlin"),
        ("", ""),
        ("Atlantis", ""),
    ],
)
def test_zones_are_found_by_city(qtbot: QtBot, text: str, zone: str) -> None:
    field = ZoneField()
    qtbot.addWidget(field)
    field.setText(text)
    assert field.zone() == zone
    assert field.is_unclear() is (bool(text) and not zone)
    field.show_zone("America/New_York")
    assert field.text() == "New York (America)"


SIGNATURE = (
    "Do call me about the party.\n\nBest regards\nCarol Whitfield\nOffice Manager, Alder Dental Group\n14 Alder St\n"
    "Denver, CO 80202\n(303) 555-0142\ncarol@alder.example"
)


def paste(qtbot: QtBot, form: PersonForm, text: str, *, into: QWidget | None = None) -> None:
    QGuiApplication.clipboard().setText(text)
    qtbot.keyClick(into or form.name, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.practice("001-20")
def test_a_signature_pasted_into_the_window_fills_the_fields_and_is_told(services: OpenBook, qtbot: QtBot) -> None:
    form = shown(qtbot, PersonForm(services))
    paste(qtbot, form, SIGNATURE)
    assert form.name.text() == "Carol Whitfield"
    assert form.phones.line().text() == "(303) 555-0142"
    assert form.emails.line().text() == "carol@alder.example"
    assert form.found.said()[0] == "Found: a name, a number, an e-mail address, work, an address."
    assert "14 Alder St, Denver, CO 80202" in form.found.said()
    assert "Do call me about the party." in form.found.said()
    assert form.more.company.text() == "Alder Dental Group"
    form.save()
    assert form.saved_id is not None
    draft = services.people.draft(form.saved_id)
    assert (draft.name, draft.given, draft.job) == ("Carol Whitfield", "Carol", "Office Manager")
    assert (draft.addresses[0].city, draft.note) == ("Denver", "Do call me about the party.")
    services.undo.undo(NOW)
    assert not services.people.knows(form.saved_id)


def test_a_paste_is_taken_back_in_one_step(services: OpenBook, qtbot: QtBot) -> None:
    form = shown(qtbot, PersonForm(services))
    qtbot.keyClicks(form.name, "Carrie")
    before = form.draft()
    paste(qtbot, form, SIGNATURE, into=form.phones.line())
    assert form.draft() != before
    assert form.name.text() == "Carrie"
    form.found.back.click()
    assert form.draft() == before
    assert form.found.isHidden()


def test_the_button_reads_the_clipboard_and_says_when_there_is_nothing(services: OpenBook, qtbot: QtBot) -> None:
    form = shown(qtbot, PersonForm(services))
    QGuiApplication.clipboard().setText("  \n ")
    form.paste_button.click()
    assert "Nothing to paste" in form.found.said()[0]
    QGuiApplication.clipboard().setText("Sam Marsh 303 555 0111")
    form.paste_button.click()
    assert (form.name.text(), form.phones.line().text()) == ("Sam Marsh", "(303) 555-0111")
    assert form.found.back.isVisible()


def test_one_line_is_pasted_into_its_field_as_ever(services: OpenBook, qtbot: QtBot) -> None:
    form = shown(qtbot, PersonForm(services))
    paste(qtbot, form, "Carol Whitfield\n")
    assert form.name.text().strip() == "Carol Whitfield"
    assert form.found.isHidden()


def test_a_name_typed_over_a_pasted_one_is_taken_apart_anew(services: OpenBook, qtbot: QtBot) -> None:
    form = shown(qtbot, PersonForm(services))
    paste(qtbot, form, SIGNATURE)
    form.name.setText("Caroline Marsh")
    form.save()
    assert form.saved_id is not None
    draft = services.people.draft(form.saved_id)
    assert (draft.given, draft.family) == ("Caroline", "Marsh")


def test_who_has_the_number_already_is_offered_instead(services: OpenBook, qtbot: QtBot) -> None:
    maria = add_maria(services)
    form = shown(qtbot, PersonForm(services))
    qtbot.keyClicks(form.phones.line(), "303 555 014")
    assert form.known.said() == ""
    qtbot.keyClicks(form.phones.line(), "2")
    assert form.known.said() == "Maria Delgado is in your book with this number or address."
    with qtbot.waitSignal(form.known_chosen) as chosen:
        form.known.go.click()
    assert chosen.args == [maria, ""]
    assert not form.isVisible()


def test_what_was_pasted_is_added_to_who_is_there(services: OpenBook, qtbot: QtBot) -> None:
    maria = add_maria(services)
    text = "Maria Delgado-Ruiz\nHarbor Books\n(303) 555-0142\n720 555 0188\nMARIA.DELGADO@example.org"
    form = shown(qtbot, PersonForm(services))
    paste(qtbot, form, text)
    with qtbot.waitSignal(form.known_chosen) as chosen:
        form.known.go.click()
    assert chosen.args == [maria, text]
    edited = shown(qtbot, PersonForm(services, maria))
    edited.paste(text)
    edited.save()
    draft = services.people.draft(maria)
    assert draft.name == "Maria Delgado"
    assert [each.e164 for each in draft.phones] == ["+13035550142", "+4930123456", "+17205550188"]
    assert [each.address for each in draft.emails] == ["maria.delgado@example.org"]
    assert draft.note.startswith("Prefers unscented.")


def test_a_mistake_goes_as_soon_as_the_field_is_mended(services: OpenBook, qtbot: QtBot) -> None:
    form = shown(qtbot, PersonForm(services))
    form.save()
    field = form._form.field(form.name)
    assert field.has_mistake()
    qtbot.keyClicks(form.phones.line(), "7")
    assert not field.has_mistake()
    form.show_more()
    form.more.zone.setText("Nowhere")
    form.save()
    assert form.more.form.field(form.more.zone).has_mistake()
    form.more.zone.setText("Denver")
    assert not form.more.form.field(form.more.zone).has_mistake()


@pytest.mark.parametrize(
    ("typed", "left"), [("new y", "New York (America)"), ("den", "den"), ("atlantis", "atlantis"), ("", "")]
)
def test_the_only_city_that_fits_is_written_out(qtbot: QtBot, typed: str, left: str) -> None:
    field = ZoneField()
    qtbot.addWidget(field)
    field.setText(typed)
    field.editingFinished.emit()
    assert field.text() == left


def test_tab_goes_through_what_else_is_known_as_the_eye_does(qtbot: QtBot, services: OpenBook) -> None:
    form = PersonForm(services)
    qtbot.addWidget(form)
    form.show()
    form.more.show()
    shown = [form.more.form.field(editor) for editor in form.more.form._fields]
    walked = {shown[0]: None}
    stop = form.more.how_known.nextInFocusChain()
    while stop is not None and stop is not form.more.how_known:
        if stop.isVisibleTo(form) and stop.focusPolicy() & Qt.FocusPolicy.TabFocus:
            walked |= dict.fromkeys(field for field in shown if field.isAncestorOf(stop))
        stop = stop.nextInFocusChain()
    assert list(walked) == shown


def forget_somebody_who_wanted_peace(services: OpenBook, number: str) -> None:
    ann = services.people.add(PersonDraft(name="Ann Lee", phones=(PhoneDraft(number),)), NOW)
    services.permissions.stop(ann, None, "please leave me alone", NOW)
    services.bin.forget([ann], NOW)


def test_whoever_wanted_peace_is_not_added_by_hand_without_a_word(services: OpenBook, qtbot: QtBot) -> None:
    forget_somebody_who_wanted_peace(services, "(303) 555-0142")
    form = shown(qtbot, PersonForm(services))
    qtbot.keyClicks(form.name, "Ann")
    qtbot.keyClicks(form.phones.line(), "303 555 014")
    assert form.peace.said() == ""
    qtbot.keyClicks(form.phones.line(), "2")
    assert "asked to be left in peace" in form.peace.said()
    form.save()
    assert form.isVisible()
    assert form.focusWidget() is form.peace.came_back
    assert "Leave them in peace" in form.trouble.text()
    assert services.listing.count(View.EVERYONE, "", NOW) == 0
    qtbot.keyClick(form.peace.came_back, Qt.Key.Key_Space)
    assert form.trouble.isHidden()
    with qtbot.waitSignal(form.accepted):
        form.save()
    assert services.listing.count(View.EVERYONE, "", NOW) == 1


def test_whoever_wanted_peace_is_known_when_pasted_and_can_be_left(services: OpenBook, qtbot: QtBot) -> None:
    forget_somebody_who_wanted_peace(services, "(303) 555-0142")
    form = shown(qtbot, PersonForm(services))
    form.paste("Ann Lee\nPhone: 303-555-0142\n")
    assert "asked to be left in peace" in form.peace.said()
    form.take_back()
    assert form.peace.said() == ""
    form.paste("Ann Lee\nPhone: 303-555-0142\n")
    with qtbot.waitSignal(form.finished):
        qtbot.mouseClick(form.peace.leave, Qt.MouseButton.LeftButton)
    assert form.saved_id is None
    assert services.listing.count(View.EVERYONE, "", NOW) == 0


def test_only_a_number_that_is_new_to_somebody_is_asked_about(services: OpenBook, qtbot: QtBot) -> None:
    bo = services.people.add(PersonDraft(name="Bo", phones=(PhoneDraft("(303) 555-0142"),)), NOW)
    forget_somebody_who_wanted_peace(services, "(303) 555-0142")
    form = shown(qtbot, PersonForm(services, bo))
    form.name.setText("Bo Lee")
    assert form.peace.said() == ""
    with qtbot.waitSignal(form.accepted):
        form.save()


def test_an_extension_is_shown_kept_and_taken_away(services: OpenBook, qtbot: QtBot) -> None:
    form = shown(qtbot, PersonForm(services))
    form.paste("Ann Lee\nPhone: (303) 555-0142 x12\n")
    assert form.phones.line().text() == "(303) 555-0142 ext. 12"
    assert form.phones.said() == ""
    form.save()
    assert form.saved_id is not None
    kept = services.people.draft(form.saved_id).phones[0]
    assert (kept.e164, kept.extension, kept.typed) == ("+13035550142", "12", "(303) 555-0142 x12")
    again = shown(qtbot, PersonForm(services, form.saved_id))
    again.phones.line().setText("303 555 0142")
    again.save()
    kept = services.people.draft(form.saved_id).phones[0]
    assert (kept.e164, kept.extension) == ("+13035550142", "")


def test_a_birthday_that_is_none_is_told_once(services: OpenBook, qtbot: QtBot) -> None:
    form = shown(qtbot, PersonForm(services))
    form.paste("Ann Lee\nPhone: 303-555-0142\nBirthday: Feb 31\n")
    assert form.draft().note == "Birthday: Feb 31"
    assert [plain(words) for words in form.found.said()[-2:]] == ["Note", "Birthday: Feb 31"]
