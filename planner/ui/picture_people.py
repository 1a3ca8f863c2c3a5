"""Pictures of one person: the whole page, a friend, years of history, a line changed in place, somebody pasted."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QLineEdit, QWidget

from planner.services.drafts import EmailDraft, PersonDraft, PhoneDraft
from planner.services.timeline import Part
from planner.ui import picture_book
from planner.ui.desk import Desk
from planner.ui.dialogs.log_form import LogForm
from planner.ui.dialogs.person_form import PersonForm
from planner.ui.dialogs.promise_form import PromiseForm
from planner.ui.picture_views import Scene, door, joined


def scenes() -> Mapping[str, Scene]:
    """Every such picture by its name."""
    return {
        "person-whole": lambda desk: _tall(desk, 1900),
        "person-friend": _friend,
        "person-empty": _empty_person,
        "person-filtered": _filtered,
        "person-in-place": _in_place,
        "person-arabic": _arabic,
        "person-menu": _menu,
        "person-why": _why,
        "person-adds-up": _adds_up,
        "person-overdrawn": _overdrawn,
        "person-long": _long_name,
        "person-mistake": _birthday_mistake,
        "person-address": _address,
        "add-person-pasted": _pasted,
        "add-person-mistakes": _mistakes,
        "add-person-peace": _wanted_peace,
        "log-mistake": _unknown_date,
        "promise-mistake": _past_promise,
    }


def _shown(desk: Desk) -> int:
    """Who is shown."""
    assert desk.person is not None
    return desk.person


def _tall(desk: Desk, height: int) -> Desk:
    desk.resize(1440, height)
    return desk


def _friend(desk: Desk) -> QWidget:
    """Somebody whose life comes first, introduced by one and introducing another."""
    friend = picture_book.friend(desk.rest.services, _shown(desk))
    joined(desk, friend)
    return _tall(desk, 1200)


def _empty_person(desk: Desk) -> QWidget:
    """Somebody of whom only the name is known, with everything unfolded that can be written."""
    services = desk.rest.services
    joined(desk, services.people.add(PersonDraft(name="Sam Marsh"), services.clock()))
    desk.rest.person.page.about_card.unfold(is_open=True)
    return desk


def alone(desk: Desk) -> QWidget:
    """The first person of a book."""
    services = desk.rest.services
    joined(desk, services.people.add(PersonDraft(name="Ana"), services.clock()))
    return desk


def _arabic(desk: Desk) -> QWidget:
    """Somebody whose name and words run to the left."""
    services = desk.rest.services
    draft = PersonDraft(
        name="محمد بن عبد الله الطويل البغدادي", how_known="سوق الحي", phones=(PhoneDraft("+13035550199"),)
    )
    joined(desk, services.people.add(draft, services.clock()))
    return desk


def _filtered(desk: Desk) -> QWidget:
    """Three thousand entries, of which those with one word are shown."""
    picture_book.long_history(desk.rest.services, _shown(desk), 3000)
    page = desk.rest.person.page
    page.filter.chip(Part.GIVEN).click()
    page.filter.words.setText("candle")
    page._filter(Part.GIVEN, "candle")  # noqa: SLF001 - a picture does not wait for the typing to rest
    page.ensureWidgetVisible(page.filter, 0, page.viewport().height() // 2)
    return desk


def _in_place(desk: Desk) -> QWidget:
    """A line that is being changed where it stands."""
    about = desk.rest.person.page.about_card
    about.unfold(is_open=True)
    about.row("life").open()
    desk.rest.person.page.ensureWidgetVisible(about)
    return desk


def _pasted(desk: Desk) -> QWidget:
    """Somebody whose signature was pasted, and whose number is in the book already."""
    form = _adding(desk)
    form.paste(picture_book.SIGNATURE)
    return form


def _menu(desk: Desk) -> QWidget:
    """What else can be written down about somebody."""
    menu = desk.rest.person.header.more.menu()
    assert menu is not None
    menu.popup(desk.mapToGlobal(desk.rect().center()))
    return menu


def _why(desk: Desk) -> QWidget:
    """Every reason of the next right move, of somebody whose account forbids an ask."""
    picture_book.asked_too_often(desk.rest.services, _shown(desk))
    page = desk.rest.person.page
    page.move_card.unfold(is_open=True)
    return desk


def _adds_up(desk: Desk) -> QWidget:
    """Every line of the account."""
    picture_book.fond_customer(desk.rest.services, _shown(desk))
    page = desk.rest.person.page
    page.account_card.unfold(is_open=True)
    page.ensureWidgetVisible(page.account_card)
    return _tall(desk, 1200)


def _overdrawn(desk: Desk) -> QWidget:
    """Asked too often, and long words in every entry that is shown."""
    services, person_id = desk.rest.services, _shown(desk)
    picture_book.asked_too_often(services, person_id)
    picture_book.long_words(services, person_id)
    page = desk.rest.person.page
    page.filter.chip(Part.ASKED).click()
    return _tall(desk, 1900)


def _long_name(desk: Desk) -> QWidget:
    """A name, a source and notes as long as they get."""
    services = desk.rest.services
    draft = PersonDraft(
        name="Wolfeschlegelsteinhausenbergerdorffwelchevoralternwaren Adolphina Maximiliana de la Cruz",
        how_known="Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch, at the table beside the door",
        remember="Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft",
        phones=(PhoneDraft("(303) 555-0142 x12", label="work"),),
        emails=(EmailDraft("adolphina.maximiliana.wolfeschlegelsteinhausenbergerdorff@example.com"),),
        tags=("a tag that is rather long for a tag", "another one"),
    )
    joined(desk, services.people.add(draft, services.clock()))
    desk.rest.person.page.about_card.unfold(is_open=True)
    return _tall(desk, 1200)


def _birthday_mistake(desk: Desk) -> QWidget:
    """A birthday that is none, in its place."""
    about = desk.rest.person.page.about_card
    about.unfold(is_open=True)
    row = about.row("birthday")
    row.open()
    assert isinstance(row.editor, QLineEdit)
    row.editor.setText("some day in spring")
    row.close_editor(keeps=True)
    return desk


def _address(desk: Desk) -> QWidget:
    """An address that is being changed in its place."""
    about = desk.rest.person.page.about_card
    about.unfold(is_open=True)
    about.row("addresses:0").open()
    desk.rest.person.page.ensureWidgetVisible(about.row("addresses:0"), 0, 200)
    return desk


def _adding(desk: Desk) -> PersonForm:
    form = door(desk, desk.rest.doors.add_person)
    assert isinstance(form, PersonForm)
    return form


def _mistakes(desk: Desk) -> QWidget:
    """Numbers and addresses that are odd, and a birthday that is none."""
    form = _adding(desk)
    form.paste("Ann Lee\nPhone: (303) 555-0142 x12\nBirthday: Feb 31\n")
    form.phones.show_phones((PhoneDraft("(303) 555-0142", extension="12", e164="+13035550142"), PhoneDraft("555 0142")))
    form.emails.show_emails((EmailDraft("ann at example"),))
    form.more.birthday.line.setText("in spring")
    form.save()
    return form


def _wanted_peace(desk: Desk) -> QWidget:
    """Somebody who asked to be left in peace, and was removed for good, is typed again."""
    services, now = desk.rest.services, desk.rest.services.clock()
    gone = services.people.add(PersonDraft(name="Ann Lee", phones=(PhoneDraft("(303) 555-0142"),)), now)
    services.permissions.stop(gone, None, "please leave me alone", now)
    services.bin.forget([gone], services.clock())
    form = _adding(desk)
    form.name.setText("Ann Lee")
    form.phones.line().setText("303 555 0142")
    form.save()
    return form


def _unknown_date(desk: Desk) -> QWidget:
    """A day that is none, and nothing chosen."""
    form = door(desk, lambda: desk.rest.doors.log(_shown(desk), "gave"))
    assert isinstance(form, LogForm)
    form.when.set_text("31 november")
    form.save()
    return form


def _past_promise(desk: Desk) -> QWidget:
    """A promise for a day that is over."""
    form = door(desk, lambda: desk.rest.doors.promise(_shown(desk)))
    assert isinstance(form, PromiseForm)
    form.when.field.set_text("11/1/2026 5pm")
    form.save()
    return form
